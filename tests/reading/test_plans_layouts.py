"""What plans do with their columns, cards and areas beyond the plain table."""

from __future__ import annotations

import pytest
from plans_making import actions, areas, only, plans, rows

from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.plans.columns import column_kind
from govdocs.reading.plans.values import Lexicon, Looks

HEAD = "Solvik kommune\n\nTiltaksplan for folkehelse 2024-2027\n\n"


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("Kva skal vi gjere?", "measure"),
        ("Hvem har ansvaret?", "responsible"),
        ("Når blir det gjort?", "deadline"),
        ("Status per 01.10.2024", "status"),
        ("Tiltak 2024–2027", "measure"),
        ("Frist for gjennomføring", "deadline"),
        ("2026", "other"),
        ("Gjennomsnitt", None),
        ("Hva er dette", None),
    ],
)
def test_heads_of_columns(head: str, kind: str | None) -> None:
    """A head may be a question, say of which day it tells, or say more of what its first word names."""
    assert column_kind(head, Vocabulary.standard()) == kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("August kvart år", True),
        ("Fire ganger i året", True),
        ("Løpende i perioden", True),
        ("Innen fire uker etter kartlegging", True),
        ("Vår 2026, deretter årlig", True),
        ("2025 og fremover", True),
        ("Innen sommerferien", True),
        ("Teknisk drift", False),
        ("fra holdeplass til rådhus Teknisk drift 2026", False),
    ],
)
def test_deadlines_in_words(text: str, told: bool) -> None:
    """A deadline is a day, a time of year, how often, or these together; no text that only holds a year."""
    looks = Looks(vocabulary=Vocabulary.standard(), lexicon=Lexicon())
    assert (looks.deadline(text) >= 0.9) is told


def test_areas_with_a_letter_and_no_mark() -> None:
    """`A Title` over a table heads an area; the heading of the part that holds the tables does not, nor one before."""
    text = HEAD + (
        "1 Hovudmål\n\nIngen skal falle utanfor.\n\n2 Handlingsplan\n\n"
        "A Møteplassar for alle\n\nTiltak\nAnsvarleg\nFrist\n\nA1 Opne idrettshallen\nKulturkontoret\n2025\n\n"
        "A2 Lage turkart\nTeknisk eining\n2026\n\n"
        "B Trygge vegar\n\nTiltak\nAnsvarleg\nFrist\n\nB1 Gangveg i sentrum\nTeknisk eining\n2027\n"
    )
    assert areas(text) == [("A", "Møteplassar for alle"), ("B", "Trygge vegar")]
    assert [action.number for action in actions(text)] == ["A1", "A2", "B1"]


def test_text_behind_a_table_is_no_row() -> None:
    """Running text below the last row, with its heading or without, belongs to no cell of it."""
    text = HEAD + (
        "Nr\nTiltak\nAnsvar\nFrist\nStatus\n\n1\nLage kart\nTeknisk eining\n2025\nPågår\n\n"
        "2\nVurdere felles bustad\nSolvik kommune\n-\nIkkje starta\n\n"
        "Evaluering\nPlanen blir evaluert årleg av styringsgruppa og rullert i 2027.\n"
    )
    assert rows(text) == [
        ("Lage kart", "Teknisk eining", "2025", "Pågår"),
        ("Vurdere felles bustad", "Solvik kommune", "Ikkje starta"),
    ]


def test_numbered_rows_without_other_cells_are_areas() -> None:
    """`1 Bygg` over the rows 1.1 and 1.2 is an area."""
    text = HEAD + (
        "Nr Tiltak Ansvar Frist Status\n1 Bygg\n1.1 Kartlegge alle publikumsbygg Eiendom 2025 Pågår\n"
        "1.2 Montere automatisk døråpner på rådhuset Eiendom 01.10.2024 Gjennomført\n"
        "2 Uteområder\n2.1 Ledelinjer fra holdeplass til rådhus Teknisk drift 2026 Ikke startet\n"
    )
    assert areas(text) == [("1", "Bygg"), ("2", "Uteområder")]
    assert [action.number for action in actions(text)] == ["1.1", "1.2", "2.1"]


CARDS = HEAD + (
    "1 Oppvekst\n\nTiltak 1.1\nGratis frukt i skulen\nBeskrivelse: Frukt kvar dag.\nAnsvarleg: Rektorane\n"
    "Tidsplan: 2025\nKostnad: 40 000 kr\nStatus: I gang\n\n"
    "Tiltak 1.2 *\nLeksehjelp på biblioteket\nAnsvarleg: Biblioteksjefen\nTidsplan: Løpande\nStatus:\n\n"
    "2 Eldre\n\nTiltak 2.1.1\nDagtilbod i alle bygder\nAnsvarleg: Helsesjefen\nTidsplan: 2026\nStatus: Ikkje starta\n"
)


def test_cards_of_measures() -> None:
    """A card has its number on a line of its own; its labelled lines are no text, and each value has its place."""
    assert rows(CARDS) == [
        ("Gratis frukt i skulen", "Rektorane", "2025", "I gang"),
        ("Leksehjelp på biblioteket", "Biblioteksjefen", "Løpande"),
        ("Dagtilbod i alle bygder", "Helsesjefen", "2026", "Ikkje starta"),
    ]
    assert [action.number for action in actions(CARDS)] == ["1.1", "1.2", "2.1.1"]


@pytest.mark.parametrize("mark", [": ", " ", ":\n"])
def test_cards_read_the_same_however_their_labels_are_set(mark: str) -> None:
    """Labels with a colon, without one, or on a line of their own announce the same."""
    text = HEAD + "".join(
        f"Tiltak {n}: {what}\nAnsvarleg{mark}{who}\nTidsplan{mark}{when}\nStatus{mark}{state}\n\n"
        for n, what, who, when, state in (
            (1, "Gratis frukt i skulen", "Rektorane", "2025", "I gang"),
            (2, "Leksehjelp på biblioteket", "Biblioteksjefen", "Våren 2026", "Ikkje starta"),
            (3, "Dagtilbod i alle bygder", "Helsesjefen", "2027", "Ikkje starta"),
        )
    )
    assert rows(text) == [
        ("Gratis frukt i skulen", "Rektorane", "2025", "I gang"),
        ("Leksehjelp på biblioteket", "Biblioteksjefen", "Våren 2026", "Ikkje starta"),
        ("Dagtilbod i alle bygder", "Helsesjefen", "2027", "Ikkje starta"),
    ]


def test_a_label_names_the_measure() -> None:
    """`Tiltak:` begins a measure, whatever labels follow it; `Beskrivelse:` explains it and is not its text."""
    text = HEAD + "".join(
        f"Tiltak: {what}\nBeskrivelse: Mer om dette.\nAnsvarlig: {who}\nFrist: 2025\n\n"
        for what, who in (("Kurs for lærere", "Rektor"), ("Ressursbank", "Elevombudet"))
    )
    assert [action.text for action in actions(text)] == ["Kurs for lærere", "Ressursbank"]


def test_columns_that_tell_place_and_helpers_are_not_who_answers() -> None:
    """A cell under `Stad` or `Samarbeid` stands beside that of who answers, and is not a second body."""
    text = HEAD + (
        "Tiltak\nStad\nAnsvarleg\nSamarbeid\nFrist\n\nHjartesone\nNesbø skule\nRektor\nFAU\n2025\n\n"
        "Måle opp gangfelt\nAlle skulane\nTeknisk eining\nPolitiet\nAugust kvart år\n"
    )
    assert [action.responsible for action in actions(text)] == [("Rektor",), ("Teknisk eining",)]


def test_the_person_through_whom_a_body_answers_is_a_note() -> None:
    """`v/` parts a body from its person; two positions joined by `og` are two who answer."""
    text = HEAD + (
        "Tiltak\tAnsvar\tFrist\nLederkurs\tHR-avdelingen v/Kari Berg\t2025\n"
        "Øving\tFagleg rådgiver og sykepleier\t2026\n"
    )
    first, second = actions(text)
    assert (first.responsible, first.responsible_note) == (("HR-avdelingen",), "v/Kari Berg")
    assert second.responsible == ("Fagleg rådgiver", "sykepleier")


def test_the_years_a_subtitle_tells() -> None:
    """A subtitle or label tells the period; the part's name is no better title than the plan's own."""
    table = "Tiltak\tAnsvar\nLage kart\tTeknisk eining\nRydde sti\tTeknisk eining\n"
    plan = only("Temaplan for klima i Solvik kommune\nHandlingsprogram 2025–2028\n\n" + table)
    assert (plan.title, plan.period, plan.body) == (
        "Temaplan for klima i Solvik kommune",
        "2025–2028",
        "Solvik kommune",
    )
    plan = only("Tiltaksplan etter medarbeiderundersøkelsen 2024\n\nPeriode: 1. april 2024 – 31. mars 2025\n\n" + table)
    assert plan.period == "1. april 2024 – 31. mars 2025"


@pytest.mark.parametrize(
    "table",
    [
        "Risiko Tiltak\nFeil kontering Opplæring av attestanter\nDobbeltbetaling Automatisk varsel i systemet\n",
        "Tiltak 2024 2025 2026\nNy barnehage 1 200 14 500 22 000\nSvømmehall 0 3 400 8 100\n",
        "Mål Resultat 2023 Resultat 2024\nAndel betalt i tide 87 % 91 %\nAndel på avtale 64 % 63 %\n",
        "Measure Responsible Deadline\nMentor programme Research office 2025\nSurvey Graduate school 2026\n",
    ],
)
def test_tables_that_are_no_plan(table: str) -> None:
    """Risks, investments over years, results and English tables are no plan."""
    assert plans("Rapport fra internrevisjonen\n\nElvemo kommune\n\n" + table) == []


def test_lettered_measures_of_an_aligned_table_are_rows_of_their_own() -> None:
    """`a) …` with cells beside it is a measure with its letter, and no point of the one above."""
    text = (
        "Handlingsplan for frivillighet 2025–2028\n\nDelmål 1.1: Det skal være lett å møtes\n\n"
        "Tiltak                             Ansvarlig                 Tidsplan\n"
        "a) Åpne grendehusene for lag       Kultur og fritid          2025\n"
        "b) Felles bookingløsning           Kultur og fritid, IKT     2026\n"
    )
    assert rows(text) == [
        ("Åpne grendehusene for lag", "Kultur og fritid", "2025"),
        ("Felles bookingløsning", "Kultur og fritid, IKT", "2026"),
    ]
    assert [action.number for action in actions(text)] == ["a", "b"]


def test_labels_of_areas_stand_between_the_rows_of_one_table() -> None:
    """Heads that stand once hold for the rows under each `Delmål A: …`, tight or between blank lines."""
    head = (
        "Handlingsplan for folkehelse 2025\n\n"
        "Tiltak                       Ansvar                  Økonomi             Framdrift\n"
    )
    parts = (
        "{0}Delmål A: Gode oppvekstvilkår\n{0}"
        "A1 Leselystaksjon            Fylkesbiblioteket       200 000             2025\n"
        "A2 Fritidskort               Kultur og idrett        1 mill.             2025–2026\n"
        "{0}Delmål B: Aktive eldre\n{0}"
        "B1 Turvenner                 Folkehelse              50 000              Haust 2025\n"
    )
    for gap in ("", "\n"):
        text = head + parts.format(gap)
        assert areas(text) == [("A", "Gode oppvekstvilkår"), ("B", "Aktive eldre")]
        assert [action.number for action in actions(text)] == ["A1", "A2", "B1"]


def test_years_are_heads_of_columns_and_two_heads_may_stand_close() -> None:
    """`Nr Tiltak` with a single blank is two heads where the others stand apart; years hold what is spent or ticked."""
    text = (
        "Handlingsprogram for Lia kommune 2024–2027\n\n"
        "Nr Tiltak                         Ansvarlig      2024   2025   2026\n"
        "1  Opprette ungdomskontakt        Oppvekst       x      x      x\n"
        "2  Kartlegge levekår              Helse          x\n"
        "3  Revidere boligsosial plan      Plan                  x\n"
    )
    assert only(text).columns == ("Nr", "Tiltak", "Ansvarlig", "2024", "2025", "2026")
    assert rows(text) == [
        ("Opprette ungdomskontakt", "Oppvekst"),
        ("Kartlegge levekår", "Helse"),
        ("Revidere boligsosial plan", "Plan"),
    ]


def test_a_number_alone_stands_over_the_description_of_a_measure() -> None:
    """`Tiltak nr. 1` names no measure; what `Beskrivelse:` announces below it does."""
    text = (
        "Handlingsplan for universell utforming\n\nNivå: Bygg\n\n"
        "Tiltak nr. 1\nBeskrivelse: Kartlegge alle kommunale bygg\nAnsvarlig: Eiendom\nTidsramme: 2025\n\n"
        "Tiltak nr. 2\nBeskrivelse: Montere ramper ved biblioteket\nAnsvarlig: Eiendom\nTidsramme: 2026\n"
    )
    assert rows(text) == [
        ("Kartlegge alle kommunale bygg", "Eiendom", "2025"),
        ("Montere ramper ved biblioteket", "Eiendom", "2026"),
    ]
    assert [action.number for action in actions(text)] == ["1", "2"]
    assert areas(text) == [(None, "Bygg")]


def test_whose_plan_it_is_may_stand_behind_the_years_of_the_title() -> None:
    """`Handlingsplan mot vold 2023–2026 – Lia kommune` is a title, a period and a body."""
    text = (
        "Handlingsplan mot vold i nære relasjoner 2023–2026 – {}\n\n"
        "Tiltak\tAnsvar\nVakttelefon hele døgnet\tBarnevernet\nAvtale med krisesenteret\tHelse\n"
    )
    plan = only(text.format("Lia kommune"))
    assert (plan.title, plan.period, plan.body) == (
        "Handlingsplan mot vold i nære relasjoner",
        "2023–2026",
        "Lia kommune",
    )
    assert only(text.format("kort sagt")).body is None


def test_the_documents_one_heading_is_the_title_of_a_plan() -> None:
    """A heading of the highest level over all others is no area, whatever it says."""
    text = (
        "{}HANDLINGSDEL 2025\n\n"
        "| Nr | Tiltak | Ansvarlig |\n|---|---|---|\n"
        "| 1 | Opprette ungdomskontakt | Oppvekst |\n| 2 | Kartlegge levekår | Helse |\n"
    )
    plan = only(text.format("# "))
    assert (plan.title, plan.period, [area.title for area in plan.areas]) == ("HANDLINGSDEL", "2025", [None])
    assert only(text.format("## ")).title is None, "a heading below others is an area"


@pytest.mark.parametrize("part", ["Tiltaksoversikt", "Tiltaksliste", "Handlingsprogram"])
@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("Handlingsplan mot vold i nære relasjoner 2025–2028", "Handlingsplan mot vold i nære relasjoner"),
        ("# Trygg i trafikken 2025–2028", "Trygg i trafikken"),
    ],
)
def test_a_heading_that_names_what_stands_below_it_is_no_title(title: str, name: str, part: str) -> None:
    """`Tiltaksoversikt` heads the plan's table; what the plan is called stands above it, set as a heading or not."""
    plan = only(
        f"{title}\n\nHellvang kommune\n\n# {part}\n\n"
        "| Tiltak | Ansvar |\n|---|---|\n| Opprette vakttelefon | Barnevernet |\n| Kartlegge behovet | Helse |\n"
    )
    assert (plan.title, plan.period, [area.title for area in plan.areas]) == (name, "2025–2028", [None])


def test_a_measure_that_tells_who_does_it_is_no_body() -> None:
    """`Helsesykepleier deltar på …` begins a row in a table taken apart, though it begins as a body does."""
    text = HEAD + (
        "Tema\nMål\nTiltak\nAnsvar\nTidsfrist\nForebygging\nBarn skal vite hvor de kan få hjelp\n"
        "Undervisning om kropp og grenser på 5. trinn\nRektorene\nÅrlig\n"
        "Helsesykepleier deltar på foreldremøter\nHelsestasjonen\nÅrlig\n"
        "Hjelp\nAlle utsatte får hjelp innen ett døgn\nDøgnåpen vakttelefon\nBarnevernet\n2024\n"
        "Avtale med krisesenteret fornyes\nHelse og omsorg\n2023\n"
    )
    assert [action.responsible for action in actions(text)] == [
        ("Rektorene",),
        ("Helsestasjonen",),
        ("Barnevernet",),
        ("Helse og omsorg",),
    ]


TAILS = ("", "\n4 Oppfølging\n\nPlanen rulleres årlig.\n", "\nVedtatt av kommunestyret 12. mai 2025\n")


@pytest.mark.parametrize("tail", TAILS, ids=("nothing", "a heading", "a line"))
@pytest.mark.parametrize("blank", ["", "\n"], ids=("tight", "spaced"))
def test_rows_set_side_by_side_are_rows_whatever_follows(blank: str, tail: str) -> None:
    """A blank line behind the last row is none between rows, and what stands below it in the first column no cell."""
    measures = (("Rydde stier og sette opp", "Nes turlag"), ("Bygge brygge", "Nes kommune"), ("Lage kart", "Oppvekst"))
    first, *rest = (f"{measure:<30}{body}\n" for measure, body in measures)
    table = f"{'Tiltak':<30}Ansvar\n\n" + blank.join([f"{first}skilt langs elva\n", *rest])
    assert rows(HEAD + table + tail) == [
        ("Rydde stier og sette opp skilt langs elva", "Nes turlag"),
        ("Bygge brygge", "Nes kommune"),
        ("Lage kart", "Oppvekst"),
    ]


def test_a_row_side_by_side_at_a_page_s_top_is_no_heading() -> None:
    """Neither a whole row nor the rest of one, though the next area's heading follows soon."""
    heads, row = f"{'Tiltak':<30}Ansvar\n", "{:<30}{}\n".format
    text = (
        f"Innsatsområde 1 Stier\n\n{heads}{row('Rydde stier', 'Nes turlag')}\f{row('Merke løyper', 'Nes kommune')}"
        f"{row('Bygge bruer ved de største', 'Nes kommune, Nes sykehus')}\f{row('fossene', 'HF')}\n"
        f"Innsatsområde 2 Strender\n\n{heads}{row('Bygge brygge over', 'Nes turlag')}\ffjorden\n\n"
        f"Innsatsområde 3 Kart\n\n{heads}{row('Lage kart', 'Oppvekst, Helse')}{'':<30}Fjord RHF\n"
    )
    assert rows(HEAD + text) == [
        ("Rydde stier", "Nes turlag"),
        ("Merke løyper", "Nes kommune"),
        ("Bygge bruer ved de største fossene", "Nes kommune, Nes sykehus HF"),
        ("Bygge brygge over fjorden", "Nes turlag"),
        ("Lage kart", "Oppvekst, Helse Fjord RHF"),
    ]


def test_a_measure_that_begins_beside_bodies_after_the_one_above_ended_is_a_row() -> None:
    """Blank lines part the other rows, and none the two that a page break pushed together."""
    row = "{:<30}{}\n".format
    text = (
        f"{row('Tiltak', 'Ansvar')}\n{row('Rydde stier', 'Nes turlag,')}{row('', 'Nes kommune')}"
        f"{row('Lage kart', 'Oppvekst')}\n{row('Bygge bruer over alle', 'Teknisk')}elvene\n"
    )
    assert [text for text, *_ in rows(HEAD + text)] == ["Rydde stier", "Lage kart", "Bygge bruer over alle elvene"]


def test_the_years_that_end_an_area_s_heading_end_no_row() -> None:
    """`2024–2027` right over the heads of the next table, whose last column is the deadline's."""
    table = f"{'Tiltak':<30}{'Ansvar':<20}Frist\n{{:<30}}{{:<20}}2026\n\n"
    text = "Innsatsområde 1 Stier\n\n" + table.format("Rydde stier", "Nes turlag")
    text += "Innsatsområde 2 Strender i perioden\n2024–2027\n\n" + table.format("Lage kart", "Oppvekst")
    plan = only(HEAD + text)
    assert [[action.text for action in area.actions] for area in plan.areas] == [["Rydde stier"], ["Lage kart"]]


def test_a_dash_right_below_an_area_s_heading_ends_it_beside_longer_rows() -> None:
    """`– del 2` under a title that fills its line, though the rows of the table are longer than that."""
    row = "{:<34}{:<24}{}\n".format
    table = f"{row('Tiltak', 'Ansvar', 'Frist')}\n{row('Lage kart over alle', 'Oppvekst', '31.12.2026')}stiene\n\n"
    text = f"Innsatsområde 1 Strender\n\n{table}Innsatsområde 2 Evaluering av stier\n– del 2\n\n{table}"
    assert [area.title for area in only(HEAD + text).areas] == ["Strender", "Evaluering av stier – del 2"]


def test_heads_at_a_page_s_top_under_an_area_s_heading_begin_its_table() -> None:
    """Though two headings end in the same line, as cells of bodies come again and again."""
    row = "{:<30}{}\n".format
    area = f"Innsatsområde {{}} Stier i\nNordvik\n\n{{}}{row('Tiltak', 'Ansvar')}{{}}\n"
    text = area.format(1, "", row("Rydde stier", "Nes turlag")) + area.format(2, "\f", row("Lage kart", "Oppvekst"))
    assert [len(each.actions) for each in only(HEAD + text).areas] == [1, 1]


def test_heads_at_a_page_s_top_under_a_goal_that_two_areas_share_begin_a_table() -> None:
    """The lines of that goal come again and again as cells do, but they go on in one another."""
    goal = (
        "Mål: Rådet ser på hvordan arbeidet med alle stiene kan bli delt på flere.\nMuseet stilte spørsmål ved de høye"
    )
    goal += " kostnadene og ba om flere\nopplysninger.\n\n"
    area = f"Innsatsområde {{}}\n\n{goal}{{}}Tiltak Ansvar\n\n{{}}\n\n{{}}\n\n"
    text = area.format("1 Stier", "", "Rydde alle stiene", "Helseforetakene")
    text += area.format("2 Kart", "\f", "Lage et kart over alt", "Havdirektoratet")
    assert [[action.text for action in each.actions] for each in only(HEAD + text).areas] == [
        ["Rydde alle stiene"],
        ["Lage et kart over alt"],
    ]


def test_the_rest_of_the_last_cell_on_the_last_page_is_the_row_s() -> None:
    """It stands in under its column, and text behind the table does not."""
    row = "{:<30}{}\n".format
    text = f"{row('Tiltak', 'Ansvar')}{row('Lage kart', 'Oppvekst')}{row('Rydde stier', 'Nes turlag, Helse')}"
    assert (
        rows(f"{HEAD}{text}\f{row('', 'Fjord RHF')}\nPlanen rulleres årlig.\n")[-1][1] == "Nes turlag, Helse Fjord RHF"
    )
    assert rows(f"{HEAD}{text}\fFjord RHF\n\nPlanen rulleres årlig.\n")[-1][1] == "Nes turlag, Helse"


def test_an_area_s_heading_goes_on_behind_a_colon_over_a_page() -> None:
    """`… fiskehelse:` over `videre arbeid` on the next page, right over the heads of the columns."""
    table = "Innsatsområde {}\n\n" + f"{'Tiltak':<30}Ansvar\n{'Lage kart over alle stiene i':<30}Oppvekst\nkommunen\n\n"
    text = table.format("1 Stier") + table.format("2 Status for fiskehelse i havet:\n\n\n\nSide 1\n\fvidere arbeid")
    assert areas(HEAD + text) == [("1", "Stier"), ("2", "Status for fiskehelse i havet: videre arbeid")]


def test_the_rest_of_a_row_with_which_two_pages_begin_is_no_running_head() -> None:
    """What begins with a small letter goes on, however often."""
    row = "{:<30}{}\n".format
    table = f"Innsatsområde {{}}\n\n{row('Tiltak', 'Ansvar')}{{}}{row('Støtte eldre og', 'Helse')}\fdele erfaringer\n\n"
    text = table.format("1 Stier", row("Lage kart", "Oppvekst")) + table.format("2 Bad", row("Bygge bad", "Teknisk"))
    assert [text for text, *_ in rows(HEAD + text)] == [
        "Lage kart",
        "Støtte eldre og dele erfaringer",
        "Bygge bad",
        "Støtte eldre og dele erfaringer",
    ]


def test_a_row_with_which_two_pages_begin_is_no_running_head() -> None:
    """The same measure and body under the heads of two areas that a page cuts."""
    area = "Innsatsområde {}\n\n{:<30}Ansvar\n{:<30}{}\n"
    again = f"\f{'Lage kart':<30}Nes kommune\n\n"
    text = area.format("1 Stier", "Tiltak", "Rydde stier", "Nes turlag") + again
    text += area.format("2 Strender", "Tiltak", "Bygge brygge", "Helse") + again
    assert [text for text, *_ in rows(HEAD + text)] == ["Rydde stier", "Lage kart", "Bygge brygge", "Lage kart"]


AREAS = (
    ("Turstier", "Flere skal bruke naturen.", "Rydde stier"),
    ("Badeplasser", "Rene strender.", "Bygge brygge"),
)


@pytest.mark.parametrize(("mark", "under"), [("## ", "### "), ("## ", "## "), ("Innsatsområde {n} ", "{n}.1 ")])
@pytest.mark.parametrize("within", [("Mål", "Tiltak"), ("Mål", ""), ("Bakgrunn", "Tiltaksoversikt"), ("", "Tiltak")])
def test_headings_that_come_back_under_each_area_are_no_areas(mark: str, under: str, within: tuple[str, str]) -> None:
    """`Mål`, `Bakgrunn` and `Tiltak` under `Turstier`; what stands under `Mål` is the area's goal."""
    text = f"# {HEAD}## Innledning\n\nPlanen gjelder hele kommunen.\n\n"
    for n, (title, goal, measure) in enumerate(AREAS, 1):
        said, over = (f"{under.format(n=n)}{heading}\n\n" if heading else "" for heading in within)
        text += f"{mark.format(n=n)}{title}\n\n{said}{goal}\n\n{over}"
        text += f"| Tiltak | Ansvar |\n|---|---|\n| {measure} | Nes turlag |\n| Lage kart | Oppvekst |\n\n"
    plan = only(text + "## Oppfølging\n\nPlanen rulleres årlig.\n")
    assert [area.title for area in plan.areas] == ["Turstier", "Badeplasser"]
    if within[0] == "Mål" and mark == "## ":
        assert [area.goal for area in plan.areas] == [goal for _, goal, _ in AREAS]


def test_a_heading_before_that_of_the_part_is_no_area() -> None:
    """`Mål` is closed by `Tiltaksoversikt`, which is set like it and heads the table; set lower, it closes none."""
    text = (
        f"# {HEAD}## Mål\n\nFlere skal bruke naturen.\n\n{{}} Tiltaksoversikt\n\n"
        "| Tiltak | Ansvar |\n|---|---|\n| Rydde stier | Nes turlag |\n| Lage kart | Oppvekst |\n"
    )
    assert areas(text.format("##")) == [(None, None)]
    assert areas(text.replace("## Mål", "## Turstier").format("###")) == [(None, "Turstier")]


def test_measures_under_one_number_are_rows() -> None:
    """Where a number stands by the goal, a measure is told anew by its whole deadline and state."""
    text = HEAD + (
        "Nr  Mål                  Tiltak                          Ansvar         Frist       Status\n"
        "1   Mindre fravær        Samtale etter tredje dag        Leder          01.03.2025  Startet\n"
        "                         med fravær\n"
        "                         Kurs for alle                   Fagutvikler    01.06.2025  Planlagt\n"
        "2   Godt inneklima       Rense anlegg                    Eiendom        01.09.2025  Bestilt\n"
    )
    assert rows(text) == [
        ("Samtale etter tredje dag med fravær", "Leder", "01.03.2025", "Startet"),
        ("Kurs for alle", "Fagutvikler", "01.06.2025", "Planlagt"),
        ("Rense anlegg", "Eiendom", "01.09.2025", "Bestilt"),
    ]


@pytest.mark.parametrize("head", ["Avvik", "Utfordring", "Dagens situasjon", "Årsak"])
def test_column_of_what_a_measure_answers(head: str) -> None:
    """What went wrong, or why something is done, is a column of its own and no measure."""
    text = HEAD + (
        f"{head} Tiltak Ansvarlig Frist\n\nVedtak mangler begrunnelse\nNy mal for vedtak\nFagleder\n15.06.2024\n\n"
        "Brukere er ikke hørt\nSamtale før vedtak fattes\nVirksomhetsleder\nLøpende\n"
    )
    assert rows(text) == [
        ("Ny mal for vedtak", "Fagleder", "15.06.2024"),
        ("Samtale før vedtak fattes", "Virksomhetsleder", "Løpende"),
    ]


@pytest.mark.parametrize("head", ["Sak ", "Nr  "])
def test_measures_that_follow_from_cases(head: str) -> None:
    """Heads set apart may begin with one that is no plan's; a case's number begins a row as another does."""
    text = HEAD + (
        f"{head}   Tiltak                                Ansvarlig       Frist       Status\n"
        "3/24   Skrive uttalelse om skole             Leder           15.02       Utført\n"
        "5/24   Invitere ordfører til møte            Sekretær        Mars        Pågår\n"
        "9/24   Søke om midler til ballbinge          Sekretær        1. nov.     Planlagt\n"
    )
    assert rows(text) == [
        ("Skrive uttalelse om skole", "Leder", "15.02", "Utført"),
        ("Invitere ordfører til møte", "Sekretær", "Mars", "Pågår"),
        ("Søke om midler til ballbinge", "Sekretær", "1. nov.", "Planlagt"),
    ]


def test_title_of_an_area_below_its_label() -> None:
    """The line below `Delmål 1` is its title, a sentence too, where no text stands right below it."""
    text = HEAD + (
        "Delmål 1\nKommunen tar vare på medarbeiderne\n\nTiltak:\n• Lærlinger. Ansvar: Enhetslederne. Frist: 2025\n"
        "• Mentorer. Ansvar: HR. Frist: 2024\n\nDelmål 2\nGode ledere\n\nTiltak:\n"
        "• Lederprogram. Ansvar: Kommunedirektøren. Frist: 2024\n• Samtaler. Ansvar: Alle ledere. Frist: Årlig\n"
    )
    assert areas(text) == [("1", "Kommunen tar vare på medarbeiderne"), ("2", "Gode ledere")]


def test_heads_cut_at_the_lines_end() -> None:
    """`Hoved-` over `ansvar` is one head, set beside others."""
    text = HEAD + (
        "Tiltak                                   Hoved-         Samarbeids-     Tids-\n"
        "                                         ansvar         partnere        frist\n"
        "A1 Kartlegge skog                        Landbruk       Statsforvalter  2025\n"
        "A2 Kartlegge raviner                     Skogtun IL     NVE             2026\n"
    )
    assert only(text).columns == ("Tiltak", "Hovedansvar", "Samarbeidspartnere", "Tidsfrist")
    assert rows(text) == [("Kartlegge skog", "Landbruk", "2025"), ("Kartlegge raviner", "Skogtun IL", "2026")]
