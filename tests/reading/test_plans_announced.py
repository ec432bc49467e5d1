"""Measures that nobody is named for, and reports that go through a plan."""

from __future__ import annotations

import pytest
from plans_making import actions, areas, claims, layout, only, plans, rows

from govdocs.reading.plans.names import reported_plan

HEAD = "Handlingsplan for folkehelse i Elvdal kommune 2024–2027\n\n"
LIST = "• Turkart for alle bygdene\n• Frukt i skolen to dager i uken\n• Åpen hall i helgene\n"


@pytest.mark.parametrize(
    "words",
    [
        "Tiltak",
        "Tiltak:",
        "3.2 Tiltak",
        "Prioriterte tiltak 2024",
        "Kommunen har valgt disse tiltakene:",
        "Planen er behandlet i rådet. Den har tre nye tiltak:",
        "Dette skal vi gjøre:",
        "Kommunen vil:",
    ],
)
def test_what_announces_measures(words: str) -> None:
    """In a plan, a list is its measures if a heading or the sentence above it says so."""
    assert [action.text for action in actions(f"{HEAD}{words}\n\n{LIST}")] == [
        "Turkart for alle bygdene",
        "Frukt i skolen to dager i uken",
        "Åpen hall i helgene",
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Utfordringer",
        "Gjennomførte tiltak",
        "Tidligere er disse tiltakene gjennomført:",
        "Dette har deltatt i arbeidet:",
        "Mange trenger et tilbud. Her er noen av dem.",
    ],
)
def test_what_announces_none(words: str) -> None:
    """A list of something else in a plan is no measures, nor is one of what has been done."""
    assert plans(f"{HEAD}{words}\n\n{LIST}") == []


@pytest.mark.parametrize(
    "title",
    [
        "Rapport om levekår i Elvdal kommune",
        "Evaluering av handlingsplan for folkehelse",
        "Høring – handlingsplan for folkehelse",
        "Slik lager dere en handlingsplan for folkehelse",
        "Strategi for folkehelse 2024–2027",
        "Økonomiplan 2025–2028",
        "Planprogram for folkehelse",
    ],
)
def test_titles_of_other_papers(title: str) -> None:
    """One list under a title that calls the paper a report, a hearing, a strategy or a budget makes no plan."""
    assert plans(f"{title}\n\nTiltak:\n\n{LIST}") == []


def test_a_strategy_with_lists_of_measures() -> None:
    """A strategy is a plan if it has more than one list that is called its measures."""
    text = f"Strategi for folkehelse 2024–2027\n\n1 Mosjon\n\nTiltak:\n\n{LIST}\n2 Kosthold\n\nTiltak:\n\n{LIST}"
    assert areas(text) == [("1", "Mosjon"), ("2", "Kosthold")]
    assert len(actions(text)) == 6


def test_a_letter_about_a_plan() -> None:
    """A letter whose subject is a plan is none, whatever it lists."""
    head = "Elvdal kommune\n\nVår ref.: 24/118    Deres ref.: 24/77\n\n"
    assert plans(f"{head}{HEAD}Vi foreslår disse tiltakene:\n\n{LIST}") == []
    assert plans(f"{HEAD}Vi foreslår disse tiltakene:\n\n{LIST}\nMed vennlig hilsen\n\nKari Berg\n") == []


def test_minutes_that_list_measures() -> None:
    """Minutes of a meeting in which a plan is told about hold no plan."""
    text = (
        "Brukerutvalget ved Sørvang sykehus\n\nReferat fra møte 12. mars 2024 kl. 10.00–12.00\nSted: Møterom 2\n\n"
        "Til stede: Anne Lunde, Per Vik\n\nSak 5/24 Handlingsplan mot vold\n\n"
        f"Kvalitetssjefen orienterte. Planen har disse tiltakene:\n\n{LIST}\n"
        "Vedtak: Brukerutvalget tar saken til orientering.\n"
    )
    assert claims(text) == []


def test_two_items_are_too_few() -> None:
    """A plan with one list of two measures that name nobody is left unread."""
    assert plans(f"{HEAD}Tiltak:\n\n• Turkart\n• Frukt i skolen\n") == []


def test_an_item_goes_on_below() -> None:
    """What hangs under an item and its sub-points belong to it; the text behind the list does not."""
    item = "• Turkart for\n  alle bygdene:\n  – trykt\n  – på nett\n"
    text = f"{HEAD}Tiltak:\n\n{item}{LIST}\nPlanen rulleres hvert år.\n"
    first, *_, last = actions(text)
    assert first.text == "Turkart for alle bygdene: trykt på nett"
    assert [point.text for point in first.points] == ["trykt", "på nett"]
    assert last.text == "Åpen hall i helgene"


def test_who_answers_in_the_last_bracket() -> None:
    """Where most measures end in a bracket with bodies, it says who answers; other brackets are text."""
    text = (
        f"{HEAD}1. Lage turkart (Kultur og NAV)\n2. Frukt i skolen to dager i uken, der det er mulig\n   (OPV)\n"
        "3. Åpen hall (KUL koordinerer)\n4. Kurs for eldre (minst to)\n5. Skilt langs stien (TD\n"
    )
    assert rows(text) == [
        ("Lage turkart", "Kultur, NAV"),
        ("Frukt i skolen to dager i uken, der det er mulig", "OPV"),
        ("Åpen hall", "KUL"),
        ("Kurs for eldre (minst to)",),
        ("Skilt langs stien", "TD"),
    ]
    assert actions(text)[2].responsible_note == "KUL koordinerer"


def test_measures_that_are_called_so_one_by_one() -> None:
    """`Tiltak 1: …` begins a measure with all that stands below it up to the next one or a heading."""
    text = (
        f"{HEAD}Aktiv hverdag\n\nTiltak 1: Turkart\n\nKartet skal finnes på nett.\n\nTiltak 2: Åpen hall\n\n"
        "Hallen er åpen i helgene.\n\nGod mat\n\nTiltak 3: Frukt\n\nFrukt deles ut to dager i uken.\n"
    )
    assert rows(text) == [
        ("Turkart Kartet skal finnes på nett.",),
        ("Åpen hall Hallen er åpen i helgene.",),
        ("Frukt Frukt deles ut to dager i uken.",),
    ]
    assert areas(text) == [(None, "Aktiv hverdag"), (None, "God mat")]


REPORT = (
    "Status for oppfølging av Handlingsplan for folkehelse\n\n1. Turkart\n\nAnsvarlig departement: KLD\n\n"
    "Kartet er trykt.\n\nDet er delt ut i skolene.\n\n2. Frukt\n\nAnsvar for tiltaket er overført fra KD til HOD.\n\n"
    "Under arbeid.\n"
)


def test_a_report_on_a_plan() -> None:
    """In a report on a plan the text below a measure is its state, and the plan's name is that in the title."""
    assert only(REPORT).title == "Handlingsplan for folkehelse"
    assert rows(REPORT) == [
        ("Turkart", "KLD", "Kartet er trykt. Det er delt ut i skolene."),
        ("Frukt", "HOD", "Under arbeid."),
    ]


def test_labels_over_their_values() -> None:
    """Labels that stand alone over their values like headings announce them, with a note's number behind them too."""
    text = (
        "Handlingsplan for folkehelse – statusrapport 2023\n\nPlanens kapittel 2 – Mosjon\n\n"
        "Tiltak 2.1 – Turkart\n\nAnsvar\n\nKultur\n\nTiltaket[3]\n\n"
        "• Lage kart\n\nStatus\n\nTrykt.\n\nVurdering\n\nBra.\n\n"
        "Tiltak 2.2 – Åpen hall\n\nAnsvar\n\nOppvekst\n\nTiltaket\n\n• Åpne hallen\n\nStatus\n\nÅpen.\n"
    )
    assert rows(text) == [("Turkart Lage kart", "Kultur", "Trykt."), ("Åpen hall Åpne hallen", "Oppvekst", "Åpen.")]
    assert areas(text) == [("2", "Mosjon")]


def test_comments_tell_the_state() -> None:
    """Beside measures without any other column, comments tell how far each has come; wide rows are areas."""
    text = (
        "Oversikt over krav\n\n"
        "Referanse              Tiltak                               Kommentar\n\n"
        "2 Behandling\n\n"
        "2.1 Ventetid           Gi alle en tidsfrist innen           Rutinen er innført ved begge\n"
        "                       ti dager.                            sykehusene.\n\n"
        "2.2 Pakkeforløp        Innføre forløp for hjerneslag.       Innført i mars.\n"
    )
    assert rows(text) == [
        ("Gi alle en tidsfrist innen ti dager.", "Rutinen er innført ved begge sykehusene."),
        ("Innføre forløp for hjerneslag.", "Innført i mars."),
    ]
    (area,) = only(text).areas
    assert (area.title, [each.title for each in area.subareas]) == ("Behandling", ["Ventetid", "Pakkeforløp"])


def test_the_year_of_a_revision() -> None:
    """A year behind the word for a revision tells when a plan was made, and is no period."""
    plan = only(f"Handlingsplan mot vold – revidert 2024\n\nTiltak:\n\n{LIST}")
    assert (plan.title, plan.period) == ("Handlingsplan mot vold – revidert 2024", None)
    assert only(f"Prioriterte tiltak 2025\n\n{LIST}").period == "2025"


def test_a_chapter_that_is_called_the_measures() -> None:
    """In a chapter called the measures, a list under a section's heading holds some; others do not."""
    text = (
        f"{HEAD}1 Innledning\n\n- Planen er kort\n- Planen er lett\n\n"
        "2 Tiltak\n\n2.1 Mosjon\n\n- Turkart\n- Åpen hall\n\n2.2 Mat\n\nMange har for lite frukt.\n\n- Frukt i skolen\n"
        "\n3 Oppfølging\n\n- Rapport\n- Rullering\n"
    )
    assert [action.text for action in actions(text)] == ["Turkart", "Åpen hall", "Frukt i skolen"]
    assert areas(text) == [("2.1", "Mosjon"), ("2.2", "Mat")]


def test_labels_without_a_colon() -> None:
    """`– ansvar X, frist Y` at a measure's end tells who and when; `ansvar for` in a text tells nothing."""
    text = (
        f"{HEAD}• Lage turkart – ansvar Kultur, frist 1. mars 2025\n• Åpen hall (ansvarlig Oppvekst, frist løpende)\n"
        "• Avklare ansvar for lys i løypa – ansvar Teknisk\n"
    )
    assert rows(text) == [
        ("Lage turkart", "Kultur", "1. mars 2025"),
        ("Åpen hall", "Oppvekst", "løpende"),
        ("Avklare ansvar for lys i løypa", "Teknisk"),
    ]


FLAT = "Tiltak\nAnsvar\nElevsamtaler to ganger\nKontaktlærer\nMåling i oktober\nKontaktlærer\nFelles regler\nRektor\n"


def test_columns_that_come_round() -> None:
    """Where each cell is one line and every line fits its column, the columns come round and round."""
    assert rows(f"{HEAD}{FLAT}") == [
        ("Elevsamtaler to ganger", "Kontaktlærer"),
        ("Måling i oktober", "Kontaktlærer"),
        ("Felles regler", "Rektor"),
    ]
    assert rows(f"{HEAD}{FLAT}\n\nOppfølging\n\nPlanen rulleres hvert år.\n") == rows(f"{HEAD}{FLAT}")


def test_plain_headings_over_tables() -> None:
    """A plain line over each of a plan's tables is an area's heading; one over some of them only is none."""
    table = "Tiltak                  Ansvar          Frist\n{}                Kultur          2025\n\n"
    both = f"{HEAD}Mosjon\n\n{table.format('Turkart')}Mat\n\n{table.format('Kokebok')}"
    assert areas(both) == [(None, "Mosjon"), (None, "Mat")]
    one = f"{HEAD}Mosjon\n\n{table.format('Turkart')}{table.format('Kokebok')}"
    assert (None, "Mosjon") not in areas(one)


def test_a_goal_without_a_label() -> None:
    """A sentence right below an area's heading that says what shall be reached is its goal."""
    text = f"{HEAD}1 Mosjon\n\nMålet er at alle skal gå mer.\n\nTiltak:\n\n{LIST}"
    (area,) = only(text).areas
    assert (area.title, area.goal) == ("Mosjon", "Målet er at alle skal gå mer.")


def test_a_body_beside_the_title() -> None:
    """The body whose name stands on the title's line, a wide gap between, is no part of the title."""
    plan = only(f"Handlingsplan for folkehelse 2024–2027                          Elvdal kommune\n\nTiltak:\n\n{LIST}")
    assert (plan.title, plan.period, plan.body) == ("Handlingsplan for folkehelse", "2024–2027", "Elvdal kommune")


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Statusrapport for tiltaksplan mot vold per 1. mai 2024", "tiltaksplan mot vold"),
        ("Rapportering på handlingsplan mot vold", "handlingsplan mot vold"),
        ("Handlingsplan mot vold – status per mai 2024", "Handlingsplan mot vold"),
        ("Oppfølging av undersøkelsen – handlingsplan for avdeling B", None),
        ("Rapport om handlingsplan mot vold", None),
    ],
)
def test_the_plan_that_a_report_is_on(title: str, name: str | None) -> None:
    """The title of a report on a plan holds the plan's name, between what calls it a report and the day it tells of."""
    assert reported_plan(title) == name


MINUTES = (
    "Referat fra møte i rådet\n\nDato: 12.3.2024\nSted: Rådhuset\n\nTil stede: Kari Berg, Ola Vik\n\nSak 1/24 Plan\n\n"
)


def test_a_plan_behind_minutes() -> None:
    """A plan whose title stands at the top of a page is found behind minutes, to where the next document begins."""
    text = f"{MINUTES}Vedtak: Planen vedtas.\n\f{HEAD}Tiltak:\n\n{LIST}\f{MINUTES}Vedtak: Godkjent.\n"
    (claim,) = claims(text)
    lines = [line.text for line in layout(text).lines]
    assert (claim.first, claim.last) == (lines.index(HEAD.strip()) + 1, lines.index("• Åpen hall i helgene") + 1)


@pytest.mark.parametrize(
    "page",
    [
        f"Nasjonalt lederprogram\n\nTiltak:\n\n{LIST}\nTiltak:\n\n{LIST}",
        f"{HEAD}Tiltak:\n\n{LIST}\nVedtak: Planen vedtas.\n",
    ],
)
def test_a_page_of_a_case(page: str) -> None:
    """A page of a case that begins with a programme's name, or with a plan's that is decided on below, is no plan."""
    assert claims(f"{MINUTES}Saken ble lagt fram.\n\f{page}") == []
