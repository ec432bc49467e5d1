"""Measures that are set as lists, and labels inside a measure's text."""

from __future__ import annotations

import pytest
from plans_making import actions, areas, only, plans, rows

HEAD = "Handlingsplan mot vold 2024-2028\n\nKvitnes kommune\n\n"


def test_bullets_with_brackets() -> None:
    """The bracket at the end of a bullet names who answers and when, and is no part of the text."""
    text = HEAD + (
        "1. Forebygging\n\n• Foreldrekurs skal tilbys to ganger i året\n"
        "(Ansvarlige: Familiens hus og Frivilligsentralen, frist: høsten 2024)\n"
        "• Bruke opplegget «Trygg hjemme» (Ansvarlig:\nOppvekst)\n\n2. Hjelp\n\n"
        "• Inngå avtale om krisesenter (ansvarlig: NAV Kvitnes)\n"
    )
    assert rows(text) == [
        ("Foreldrekurs skal tilbys to ganger i året", "Familiens hus, Frivilligsentralen", "høsten 2024"),
        ("Bruke opplegget «Trygg hjemme»", "Oppvekst"),
        ("Inngå avtale om krisesenter", "NAV Kvitnes"),
    ]
    assert areas(text) == [("1", "Forebygging"), ("2", "Hjelp")]


def test_bullets_without_anybody_are_no_measures() -> None:
    """Under a heading of their own, bullets that name nobody are no measures."""
    text = HEAD + (
        "1. Hjelp\n\n• Inngå avtale (Ansvarlig: NAV Kvitnes)\n• Evaluere planen (Ansvarlig: Styringsgruppa)\n\n"
        "Nyttige telefonnumre\n\n• Politiet: 99 00 11 22\n• Krisesenteret: 99 00 45 67\n"
    )
    assert [action.text for action in actions(text)] == ["Inngå avtale", "Evaluere planen"]


NUMBERED = HEAD + (
    "Innhold\n1 Vatn ........ 2\n1.1 Overvatn ........ 2\n2 Skred ........ 3\n3 Kjelder ........ 4\n\n\n\n\n"
    "1 Vatn\n\n1.1 Overvatn\n\n"
    "Mål: Overvatn skal handterast lokalt.\n\n"
    "Tiltak 1: Kople frå taknedløp. Tiltaket omfattar\n• informasjon\n• tilskot\nAnsvar: Kommunane\n"
    "Frist: Løpande 2025–2028\n\n"
    "Tiltak 2: Lage norm for regnbed, slik at\nerfaringane kan nyttast.\n"
    "Ansvar: Ytrefjord kommune, Breimsvåg kommune\nFrist: Kvart år i oktober, første\ngong i 2025\n\n"
    "2 Skred\n\nTiltak 3: Søkje om midlar.\nAnsvar: Skreddirektoratet (føreset statleg finansiering)\nFrist:\n\n"
    "Oppfølging\n\nRådet får ei orientering kvart år.\n"
)


def test_numbered_measures_with_labelled_lines() -> None:
    """`Ansvar:` and `Frist:` on lines of their own belong to the measure above; their values may run on."""
    first, second, third = actions(NUMBERED)
    assert (first.number, first.text) == ("1", "Kople frå taknedløp. Tiltaket omfattar informasjon tilskot")
    assert [point.text for point in first.points] == ["informasjon", "tilskot"]
    assert second.responsible == ("Ytrefjord kommune", "Breimsvåg kommune")
    assert second.deadline == "Kvart år i oktober, første gong i 2025"
    assert (third.responsible, third.responsible_note) == (("Skreddirektoratet",), "føreset statleg finansiering")
    assert third.deadline is None


def test_nested_headings_and_a_table_of_contents() -> None:
    """Headings nest by their numbers; the entries of a table of contents are no areas."""
    plan = only(NUMBERED)
    assert [(a.number, a.title, [s.title for s in a.subareas]) for a in plan.areas] == [
        ("1", "Vatn", ["Overvatn"]),
        ("2", "Skred", []),
    ]
    assert plan.areas[0].subareas[0].goal == "Overvatn skal handterast lokalt."


def test_heading_of_the_plans_part_is_no_area() -> None:
    """A chapter that only says that the measures follow is no area; chapters before and behind them are none either."""
    text = HEAD + (
        "1. Innledning\n\nFrivillige gjør en stor innsats.\n\n2. Tiltak\n\n2.1 Møteplasser\n\n"
        "  1. Opprette et forum.\n     Ansvar: Kulturavdelingen\n"
        "  2. Åpne skolene.\n     Ansvar: Rektorene\n\n3. Oppfølging\n\nPlanen evalueres i 2025.\n"
    )
    assert areas(text) == [("2.1", "Møteplasser")]
    assert [action.text for action in actions(text)] == ["Opprette et forum.", "Åpne skolene."]


def test_labels_without_a_plan() -> None:
    """Labels of a letter or a notice, where no plan is named and no list stands, make no plan."""
    text = (
        "Stillingsannonse\n\nArbeidsoppgaver:\n- Ansvar: drift av nettsidene\n- Frist: søknad innen 1. mai\n\n"
        "Ansvarlig: Mona Li\nFrist: 1. mai 2024\n"
    )
    assert plans(text) == []


def test_label_of_the_measure_behind_its_number() -> None:
    """`1.1 Tiltak: Lage kart` is the measure 1.1 with the text behind the label."""
    text = HEAD + (
        "1. Friluftsliv\n1.1 Tiltak: Lage turkart\nAnsvarleg: Kulturkontoret\nTidsfrist: 2025\n"
        "1.2 Tiltak: Rydde stiane\nAnsvarleg: Turlaget\nTidsfrist: Årleg\n"
    )
    assert [(action.number, action.text) for action in actions(text)] == [
        ("1.1", "Lage turkart"),
        ("1.2", "Rydde stiane"),
    ]


def test_a_label_may_name_the_year_it_is_about() -> None:
    """`Status 2024` alone on its line is the label `Status`."""
    text = (
        "Handlingsplan for parken\n\nSti\n\nStien skal lyses opp innen året er omme.\n\nAnsvar: Teknisk\n\n"
        "Status 2024\n\nArbeidet er i gang.\n\nBenker\n\nBenkene skal males av elever ved skolen.\n\n"
        "Ansvar: Skolen\n\nStatus 2024\n\nUtsatt.\n"
    )
    assert [action.status for action in actions(text)] == ["Arbeidet er i gang", "Utsatt"]


def test_a_heading_with_which_a_page_begins_ends_the_measure_above() -> None:
    """No blank line need part them, as extraction leaves the turn of a page."""
    text = HEAD + (
        "1.1 Kyst\n\n- Lage turkart (Ansvar: Turlaget)\n\n- Rydde stiane (Ansvar: Turlaget)\n{}"
        "1.2 Skog\n\n- Bygge bru (Ansvar: Turlaget)\n\n- Male hytta (Ansvar: Turlaget)\n"
    )
    assert areas(text.format("\f")) == areas(text.format("\n")) == [("1.1", "Kyst"), ("1.2", "Skog")]


def test_a_bracket_tells_who_and_until_when() -> None:
    """`(HR, innen 1. mars)` ends a measure; a list of one bullet counts where others end so too."""
    text = (
        "Handlingsplan likestilling 2025\n\n1 Rekruttering\n\n"
        "- Alle utlysninger skal ha en erklæring (HR, innen 1. mars)\n"
        "- Minst én kvinne og én mann til intervju (Ledere, løpende)\n\n"
        "2 Lønn\n\n- Lønnskartlegging annethvert år (HR, 2026)\n"
    )
    assert rows(text) == [
        ("Alle utlysninger skal ha en erklæring", "HR", "innen 1. mars"),
        ("Minst én kvinne og én mann til intervju", "Ledere", "løpende"),
        ("Lønnskartlegging annethvert år", "HR", "2026"),
    ]


def test_points_at_the_top_of_a_page_are_set_in_as_all_others() -> None:
    """The outer bullets are the measures, though a page, which a form feed begins, begins with an inner one."""
    one = "- {}:\n{}   o skrive rutine\n   o øve to ganger i året\n(Ansvarlig: Turlaget)\n\n"
    text = HEAD + "1 Kyst\n\n" + one.format("Lage turkart", "") + one.format("Rydde stiene", "\f")
    assert [(a.text.partition(":")[0], len(a.points)) for a in actions(text)] == [
        ("Lage turkart", 2),
        ("Rydde stiene", 2),
    ]


SHARED = """
Tiltaksplan for gangveier 2025–2028

Trygge skoleveier

Tiltak:
- Bygge fortau fra Moen til Lia skole
- Arrangere en uke til fots hver høst
Ansvar: Teknisk etat
Frist: 2026

Sykkelbyen

Tiltak:
- Sette opp sykkelstativ ved rådhuset
- Lage en sykkelrute til idrettsparken
- Låne ut elsykler
  Ansvar: Kulturetaten
"""


def test_a_label_below_a_list_under_measures_tells_of_all_of_them() -> None:
    """`Ansvar:` below the bullets under `Tiltak:` tells of each; set in like its text, of the last bullet alone."""
    assert rows(SHARED) == [
        ("Bygge fortau fra Moen til Lia skole", "Teknisk etat", "2026"),
        ("Arrangere en uke til fots hver høst", "Teknisk etat", "2026"),
        ("Låne ut elsykler", "Kulturetaten"),
    ]


def test_label_of_another_word_ends_what_stands_above() -> None:
    """A label that the genre has no word for is no part of who answers, and the labels below it are read."""
    text = HEAD + (
        "1. Sjø\n\nTiltak 1.1: Overvake botnen\nAnsvarleg: Oppdrettarane\nNøkkeltal: Fem lokalitetar\n"
        "Tidsperiode: 2024–2025\n\nTiltak 1.2: Rydde strender\nAnsvarleg: Friluftsrådet\nNøkkeltal: To lass\n"
        "Tidsperiode: Årleg\n"
    )
    assert rows(text) == [
        ("Overvake botnen", "Oppdrettarane", "2024–2025"),
        ("Rydde strender", "Friluftsrådet", "Årleg"),
    ]


def test_those_who_help_are_noted() -> None:
    """`Samarbeidspartar:` in a list says what the column of that name does: a note to who answers."""
    text = HEAD + (
        "1. Sjø\n\nTiltak 1.1: Overvake botnen\nAnsvarleg: Oppdrettarane\nSamarbeidspartar: Kommunane\n\n"
        "Tiltak 1.2: Rydde strender\nAnsvarleg: Friluftsrådet\nSamarbeidspartar: Skulane\n"
    )
    assert [(a.responsible, a.responsible_note) for a in actions(text)] == [
        (("Oppdrettarane",), "Kommunane"),
        (("Friluftsrådet",), "Skulane"),
    ]


def test_letters_number_the_measures_of_a_list() -> None:
    """Measures that begin with letters have these for their numbers, as in a table."""
    text = HEAD + (
        "Forebygging\n\na) Klassen har time om vennskap.\n   Ansvar: Kontaktlærer\n   Frist: Ukentlig\n\n"
        "b) Vakt i alle friminutt.\n   Ansvar: Rektor\n   Frist: Hele året\n"
    )
    assert [(a.number, a.text) for a in actions(text)] == [
        ("a", "Klassen har time om vennskap."),
        ("b", "Vakt i alle friminutt."),
    ]


@pytest.mark.parametrize("written", ["Nr. {}", "Tiltaksnummer: {}", "Punkt {}"])
def test_number_on_a_line_over_the_label_of_a_measure(written: str) -> None:
    """A line that holds a number alone, right over `Tiltak:`, is that measure's number."""
    one = "Tiltak: Føre protokoll\nAnsvarlig: Arkivleder\nFrist: 2024\n"
    two = "Tiltak: Rydde arkiv\nAnsvarlig: Rådgiver\nFrist: 2025\n"
    text = HEAD + f"Område: Arkiv\n\n{written.format(1)}\n{one}{written.format(2)}\n{two}"
    assert [(a.number, a.text, a.deadline) for a in actions(text)] == [
        ("1", "Føre protokoll", "2024"),
        ("2", "Rydde arkiv", "2025"),
    ]


def test_goals_within_goals_by_letter_and_number() -> None:
    """`Delmål A1` stands under `Hovedmål A`."""
    text = HEAD + (
        "Hovedmål A: Barn er trygge\n\nDelmål A1: Barn mestrer\n\nTiltak A1.1 Kurs i alle barnehager.\n"
        "Ansvar: Oppvekst\nTidsrom: 2024\n\nDelmål A2: Foreldre får støtte\n\nTiltak A2.1 Kurs for foreldre.\n"
        "Ansvar: Familiesenteret\nTidsrom: Årlig\n"
    )
    (whole,) = only(text).areas
    assert (whole.number, whole.title) == ("A", "Barn er trygge")
    assert [(area.number, area.title) for area in whole.subareas] == [
        ("A1", "Barn mestrer"),
        ("A2", "Foreldre får støtte"),
    ]


def test_labels_beside_each_other_with_blanks_between() -> None:
    """Behind `Ansvar:` the next label on the line is one too, though no mark stands before it."""
    text = HEAD + (
        "1. Reiseliv\n\nTiltak 1: Merke reisemålet\nAnsvar: Visit Vik Frist: 2027 Samarbeid: Kommunane\n\n"
        "Tiltak 2: Lage kart Ansvar: Turlaget Frist: Haust 2025\n"
    )
    assert rows(text) == [("Merke reisemålet", "Visit Vik", "2027"), ("Lage kart", "Turlaget", "Haust 2025")]
    assert actions(text)[0].responsible_note == "Kommunane"


def test_short_goal_over_a_list_is_no_area() -> None:
    """A goal behind its label is the goal of the area above, however short it is."""
    text = HEAD + (
        "1. Studenter\n\nDelmål: Alle lærer norsk fagspråk\n\nHva: Termlister i alle emner\nHvem: Programrådene\n\n"
        "Hva: Et emne i skriving\nHvem: Fakultetene\n\n2. Ansatte\n\nDelmål: Alle lærer norsk\n\n"
        "Hva: Norskkurs hvert semester\nHvem: Instituttet\n\nHva: Språkavtale\nHvem: Avdelingen\n"
    )
    assert [(area.title, area.goal) for area in only(text).areas] == [
        ("Studenter", "Alle lærer norsk fagspråk"),
        ("Ansatte", "Alle lærer norsk"),
    ]


def test_card_with_start_and_end() -> None:
    """`TILTAK K1` over `Tiltak:` is the number; of `Oppstart:` and `Ferdig:` the second is the deadline."""
    text = HEAD + (
        "TILTAK K1\nTiltak: Oppdatere kart\nAnsvarlig: Plan\nOppstart: 2024\nFerdig: 2025\n\n"
        "TILTAK K2\nTiltak: Åpne bekken\nAnsvarlig: Vann\nOppstart: 2026\nFerdig: 2028\n"
    )
    assert [(a.number, a.text, a.deadline) for a in actions(text)] == [
        ("K1", "Oppdatere kart", "2025"),
        ("K2", "Åpne bekken", "2028"),
    ]


@pytest.mark.parametrize(
    ("heads", "wanted"),
    [
        (("1 KULTUR FOR ALLE", "2 UNG KUNST"), [("1", "KULTUR FOR ALLE"), ("2", "UNG KUNST")]),
        (("I. KULTUR FOR ALLE", "II. UNG KUNST"), [("I", "KULTUR FOR ALLE"), ("II", "UNG KUNST")]),
        (("KULTUR FOR ALLE", "UNG KUNST"), [(None, "KULTUR FOR ALLE"), (None, "UNG KUNST")]),
    ],
)
def test_heading_over_a_labelled_area(heads: tuple[str, str], wanted: list[tuple[str | None, str]]) -> None:
    """A heading right over `Strategi:` is an area with that one under it, whatever number it has."""
    lists = (
        "Strategi: Senke tersklene\n\n- Åpne utstyrssentral (Ansvar: Kommunene)\n- Lage kort (Ansvar: Fylket)\n\n",
        "Strategi: Gi arbeidsvilkår\n\n- Gi stipend (Ansvar: Fylket)\n- Åpne atelier (Ansvar: Kommunene)\n\n",
    )
    found = only(HEAD + "".join(f"{head}\n\n{text}" for head, text in zip(heads, lists, strict=True))).areas
    assert [(area.number, area.title) for area in found] == wanted
    assert [area.subareas[0].title for area in found] == ["Senke tersklene", "Gi arbeidsvilkår"]


def test_labels_behind_bullets() -> None:
    """The bullet before a label of a measure is none of the measure's points."""
    text = HEAD + (
        "1 Forebygging\n\n1.1 Rusfrie arrangement\n• Ansvar: Kultur\n• Frist: Løpende\n\n"
        "1.2 Møter om rus\n• Ansvar: Skolene\n• Frist: Hver høst\n"
    )
    assert rows(text) == [("Rusfrie arrangement", "Kultur", "Løpende"), ("Møter om rus", "Skolene", "Hver høst")]
    assert all(not action.points for action in actions(text))
    nested = HEAD + (
        "## Delmål 1: Lån\n\n- **Tiltak:** Sommerles\n  - **Ansvar:** Biblioteket\n  - **Frist:** Juni 2025\n"
        "- **Tiltak:** Bokpose\n  - **Ansvar:** Helsestasjonen\n  - **Frist:** Løpende\n"
    )
    assert rows(nested) == [("Sommerles", "Biblioteket", "Juni 2025"), ("Bokpose", "Helsestasjonen", "Løpende")]


def test_labels_alone_right_over_their_values() -> None:
    """`Tiltak`, `Ansvar` and `Tid` announce the line below each, where they come again and again."""
    text = HEAD + (
        "Satsingsområde: Læringsmiljø\n\nMål\nElevene er trygge\n\nTiltak\nFelles regler for rommet\nAnsvar\n"
        "Alle lærere\nTid\nAugust\n\nTiltak\nTrivselsledere ute\nAnsvar\nKoordinator\nTid\nHele året\n"
    )
    assert rows(text) == [
        ("Felles regler for rommet", "Alle lærere", "August"),
        ("Trivselsledere ute", "Koordinator", "Hele året"),
    ]
    assert [(area.title, area.goal) for area in only(text).areas] == [("Læringsmiljø", "Elevene er trygge")]


def test_fact_over_a_list_is_no_area() -> None:
    """A line with a label of its own, right over the measures, names no area."""
    text = HEAD + (
        "Elev: [fjernet]\n\nTiltak 1: Tilsyn i friminutt\nHvem: Miljøterapeut\nNår: Fra 15. september\n\n"
        "Tiltak 2: Samtale med klassen\nHvem: Kontaktlærer\nNår: 20. september\nAnsvar: Rektor\n\n"
        "Tiltak 3: Møte med hjemmet\nHvem: Kontaktlærer\nNår: Hver fredag\nAnsvar: Rektor\n"
    )
    assert areas(text) == [(None, None)]
