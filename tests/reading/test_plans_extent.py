"""Where plans begin and end, what they are called, and what holds of every plan."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plans_making import areas, claims, layout, only, plans

from govdocs.layout import Line, Table
from govdocs.model import ActionPlan
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.plans.survey import Survey, survey

MINUTES = """Elvesund kommune

MØTEPROTOKOLL

Utvalg: Formannskapet
Møtested: Rådhuset
Dato: 12.03.2024

Til stede: Kari Berg, Ola Vik

Sak 1/24 Godkjenning av protokoll

Vedtak: Protokollen ble godkjent.

Sak 2/24 Sykefravær

Fraværet er høyt.
"""
PLAN = """Handlingsplan for friluftsliv 2025–2028

Lyngvær kommune

Planen følger opp kommunens mål. Den sier hvem som gjør hva de neste årene.
Planen rulleres hvert år sammen med budsjettet.

1 Stier

Tiltak\tAnsvarlig\tFrist
Merke stien\tLyngvær turlag\t2025
Bygge bru\tTeknisk drift\t2026

2 Barn

Tiltak\tAnsvarlig\tFrist
Bygge gapahuk\tOppvekst\t2026

Kontakt: post@lyngvaer.example
"""
TABLE = "Tiltak\tAnsvarlig\tFrist\nLage oversikt\tHR-avdelingen\t1. april\nKalle inn til møte\tKari Berg\t1. mai\n"


def shape(plan: ActionPlan) -> list[object]:
    return [plan.title, plan.period, plan.body, [(a.text, a.responsible, a.deadline) for a in plan.actions]]


def test_whole_document_is_one_claim() -> None:
    """A document that is a plan is claimed whole, introduction and closing lines too, and read as one."""
    (claim,) = claims(PLAN)
    assert (claim.first, claim.last) == (1, PLAN.count("\n"))
    assert len(only(PLAN).actions) == 3


def test_table_inside_minutes_is_claimed_alone() -> None:
    """Of minutes, only the table and the line that names it are claimed."""
    text = MINUTES + "\nOppfølgingsliste:\n\n" + TABLE + "\nVedtak: Saken tas til orientering.\n"
    lines = text.split("\n")
    (claim,) = claims(text)
    assert lines[claim.first - 1] == "Oppfølgingsliste:"
    assert lines[claim.last - 1].startswith("Kalle inn")
    assert only(text).title == "Oppfølgingsliste"


@pytest.mark.parametrize("between", ["\n\n\n\n", "\f"])
def test_same_plan_between_other_documents(between: str) -> None:
    """Minutes before and behind a plan change nothing in it."""
    wanted = shape(only(PLAN))
    for text in (MINUTES + between + PLAN, PLAN + between + MINUTES, MINUTES + between + PLAN + between + MINUTES):
        assert shape(only(text)) == wanted
        (claim,) = claims(text)
        assert layout(text).lines[claim.first - 1].text == PLAN.split("\n")[0]
        assert layout(text).lines[claim.last - 1].text == "Kontakt: post@lyngvaer.example"


def test_attached_tables_are_one_plan_each() -> None:
    """Tables with heads and titles of their own, one behind the other, are plans of their own."""
    text = MINUTES + (
        "\fPlan for kysten, 2022-2026\n\nInnsatsområde\tTiltak\n1: Hav\t1. Lage kart over tareskogen\n"
        "2: Strand\t2. Rydde strender\n"
        "\fStrategi for havteknologi (2018-2023)\n\nStrategiske områder\tAnbefalinger\nA: Fag\tA1: Lage fagbrev\n"
        "B: Stasjoner\tB1: Bygge ti\n"
    )
    assert [(plan.title, plan.period) for plan in plans(text)] == [
        ("Plan for kysten", "2022-2026"),
        ("Strategi for havteknologi", "2018-2023"),
    ]


def test_the_end_of_a_measure_in_brackets_is_no_heading() -> None:
    """A line that is a bracket and no more heads no table behind it: the rows below it are the first table's."""
    text = MINUTES + (
        "\fPlan for kysten, 2022-2026\n\nHovedområder Tiltak\n\nBedre rammer for\nhavforskningen\n\n"
        "1. Lage kart over tareskogen\n\n2. Følge opp arbeidet i Kystens europeiske mattilsyn\n(KEM)\n\n"
        "3. Rydde strender\n\nTrygg mat 4. Bygge moloer\n\n5. Samle varsler om giftige alger\n\nVarme og\nvern\n\n"
        "6. Måle varme\n\n7. Verne rev.\n\nPrioriterte områder Anbefalinger\n\n"
        "1. Fag og\nstasjoner\n\n1.1 Lage fagbrev\n\n1.2 Holde kurs\n\n2. Stasjoner langs\nkysten\n\n"
        "2.1 Bygge ti\n\n2.2 Måle bølger\n"
    )
    first, second = ([action.number for action in plan.actions] for plan in plans(text))
    assert first[:6] == ["1", "2", "3", "4", "5", "6"]
    assert second == ["1.1", "1.2", "2.1", "2.2"]


@pytest.mark.parametrize(
    ("title", "wanted"),
    [
        ("Plan for kysten, 2021-2025", ("Plan for kysten", "2021-2025")),
        ("Plan for kysten (2017-2021)", ("Plan for kysten", "2017-2021")),
        ("Plan for kysten 2024 – 2027", ("Plan for kysten", "2024 – 2027")),
        ("Plan for kysten\n2024–2027", ("Plan for kysten", "2024–2027")),
        ("PLAN FOR KYST OG\nHAVN", ("PLAN FOR KYST OG HAVN", None)),
    ],
)
def test_title_and_period_apart(title: str, wanted: tuple[str, str | None]) -> None:
    """The years at a title's end, or on the line below it, are the period and no part of the title."""
    plan = only(f"Solvik kommune\n\n{title}\n\n{TABLE}")
    assert (plan.title, plan.period) == wanted
    assert plan.body == "Solvik kommune"


def test_plan_without_a_title_is_named_by_its_text() -> None:
    """A plan without a title line is called what its text calls it, and not by a plan that it builds on."""
    text = (
        "Innledning\n\nRegional handlingsplan for forskning bygger på Nasjonal handlingsplan for kliniske "
        "studier 2021-2025.\n\n"
        "1. Følge opp Nasjonal handlingsplan for kliniske studier\n\n"
        "Målbilde: Regional handlingsplan for forskning skal sikre målene.\n\n"
        + TABLE + "\n2. Styrke miljøene\n\n" + TABLE
        + "\nUtkast til Handlingsplan for forskning 2023-2026 var på høring.\n"
    )  # fmt: skip
    plan = only(text)
    assert (plan.title, plan.period) == ("Regional handlingsplan for forskning", "2023-2026")


def test_area_without_a_table_and_table_without_an_area() -> None:
    """An area stands though its table is missing; a table right behind another has no area, and is not mended."""
    text = (
        "Plan for helse 2024-2027\n\nInnsatsområde 1.1 Infeksjoner\n\n"
        "" + TABLE + "\nInnsatsområde 1.2 Fall\n\nInnsatsområde 1.3 Legemidler\n\n"
        + TABLE + "\n\n" + TABLE
    )  # fmt: skip
    assert areas(text) == [("1.1", "Infeksjoner"), ("1.2", "Fall"), ("1.3", "Legemidler"), (None, None)]
    assert [len(area.actions) for area in only(text).all_areas()] == [2, 0, 2, 2]


def test_heading_at_the_foot_of_a_page() -> None:
    """An area's heading at a page's foot heads the table on the next page, though the heads are those of the last."""
    table = "Tiltak Ansvar\n\nLage rutine\n\nHelse Solvik RHF\n\nMåle hygiene\n\nHelse Solvik RHF\n\n"
    for goal in ("", "\nMål: Alle skal ha sunn mat.\n"):
        text = f"Plan for helse 2024-2027\n\nInnsatsområde 1 Vann\n\n{table}Innsatsområde 2 Mat\n{goal}\f{table}"
        assert [(area.title, len(area.actions)) for area in only(text).areas] == [("Vann", 2), ("Mat", 2)]


def test_list_of_areas_is_no_area() -> None:
    """Of the names of areas that an introduction lists, only those that head a table later are areas."""
    text = (
        "Plan for helse 2024-2027\n\nPlanen har to innsatsområder:\n\n1. Infeksjoner\n2. Fall\n\n1. Infeksjoner\n\n"
        "Mål: Færre infeksjoner.\n\n"
        + TABLE + "\n2. Fall\n\nMål: Færre fall.\n\n" + TABLE
    )  # fmt: skip
    assert areas(text) == [("1", "Infeksjoner"), ("2", "Fall")]
    assert [area.goal for area in only(text).areas] == ["Færre infeksjoner.", "Færre fall."]


def test_goal_belongs_to_the_heading_right_over_it() -> None:
    """An area does not take the goal of the one below it; a vision goes on until the text turns to the measures."""
    text = (
        "Plan for helse 2024-2027\n\n1 Vann\n\n2 Mat\n\nMålbilde: Alle skal spise sunt\nog godt.\n\n"
        "Maten skal lages nær.\n\n"
        "Videre følger tiltak for området.\n\n" + TABLE
    )
    assert [area.goal for area in only(text).areas] == [None, "Alle skal spise sunt og godt. Maten skal lages nær."]


def test_talk_of_measures_is_no_plan() -> None:
    """A text that only mentions measures, responsibility and plans holds no plan."""
    text = (
        "Nyhetsbrev\n\nArbeidet med ny handlingsplan er i gang. Planen skal ha tiltak med tydelig ansvar og "
        "frist.\n\n"
        "Hvem har ansvar for leseopplæringen?\n\nAnsvarlig for artikkelen er nettverket. Tiltakene er prøvd ut.\n"
    )
    assert plans(text) == []


@pytest.mark.parametrize(
    "slide",
    [
        "Tiltak Ansvar\n\nRing naboen\n\nAlle\n",
        "Tiltak\tAnsvar\nRing naboen\tAlle\n",
        "Tiltak Ansvar\n\nRing naboen\n\nÅpne målinger\n\nSnakk sammen\n\nTre råd\n",
    ],
)
def test_slide_is_no_plan(slide: str) -> None:
    """A slide that says who does one thing, or has two words over some lines, is no plan."""
    assert plans(MINUTES + "\f\nSak til oss alle\n\n" + slide) == []


def test_flattened_table_ends_where_minutes_go_on() -> None:
    """A decision's label or a case's head ends the table before it."""
    text = MINUTES + (
        "\nOppfølgingsliste:\n\nTiltak Ansvar\n\nLage oversikt\n\nHR-avdelingen\n\nKalle inn til møte\n\n"
        "Kari Berg\n\n"
        "Vedtak: Saken tas til orientering.\n\nSak 3/24 Eventuelt\n\nIngen saker.\n"
    )
    (claim,) = claims(text)
    assert layout(text).lines[claim.last - 1].text == "Kari Berg"
    assert len(only(text).actions) == 2


def test_every_record_names_its_lines() -> None:
    """Each measure and area stands where its span and the spans of its fields say."""
    lines = PLAN.split("\n")
    for area in only(PLAN).areas:
        assert area.spans[0].field == "title"
        assert area.title in lines[area.spans[0].span.first - 1]
        for action in area.actions:
            assert action.text in lines[action.span.first - 1]
            assert {span.field for span in action.spans} >= {"text", "responsible", "deadline"}


words = st.sampled_from(
    [
        "Tiltak",
        "Ansvar",
        "Frist",
        "Status",
        "Nr",
        "Innsatsområde",
        "1:",
        "1.",
        "2.",
        "A1:",
        "•",
        "-",
        "(",
        ")",
        "Helse",
        "Solvik",
        "RHF",
        "Lage",
        "kart",
        "og",
        "for",
        "2025",
        "Pågår",
        "Ansvar:",
        "Frist:",
        "Mål:",
        "1.1",
        "|",
        "3",
    ]
)
texts = st.lists(st.lists(words, max_size=8).map(" ".join), max_size=40).map("\n".join)


@given(texts)
def test_claims_and_texts_come_from_the_source(text: str) -> None:
    """Claims lie inside the layout and do not overlap, and every text's words stand in the source."""
    opened = layout("Handlingsplan for kysten 2024-2027\n\n" + text)
    found = claims("Handlingsplan for kysten 2024-2027\n\n" + text)
    assert all(1 <= claim.first <= claim.last <= len(opened.lines) for claim in found)
    assert all(a.last < b.first for a, b in pairwise(sorted(found, key=lambda claim: claim.first)))
    known = set("".join(c if c.isalnum() else " " for c in opened.source.data.decode()).split())
    for plan in plans("Handlingsplan for kysten 2024-2027\n\n" + text):
        for action in plan.actions:
            for part in (action.text, *action.responsible, action.deadline or "", action.status or ""):
                assert set("".join(c if c.isalnum() else " " for c in part).split()) <= known


@given(texts)
def test_same_answer_twice(text: str) -> None:
    """The same lines give the same claims and records."""
    whole = "Handlingsplan for kysten 2024-2027\n\n" + text
    assert claims(whole) == claims(whole)
    assert plans(whole) == plans(whole)


def test_a_plan_that_fills_its_file_is_looked_for_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was found where it was claimed is read; a part that is less than that is looked at by itself."""
    looked: list[int] = []

    def counting(lines: Sequence[Line], tables: Sequence[Table], vocabulary: Vocabulary) -> Survey:
        looked.append(len(lines))
        return survey(lines, tables, vocabulary)

    monkeypatch.setattr("govdocs.reading.plans.reading.survey", counting)
    rows = ["Tiltak                    Ansvar              Frist", "Kartlegge stier           Teknisk etat        2025"]
    table = "\n".join([*rows, "Merke løyper              Kulturkontoret      2026", ""])
    assert only(f"Handlingsplan for friluftsliv 2025-2028\n\n{table}").actions
    assert len(looked) == 1
    assert only(f"{MINUTES}\nVedtak: Planen vedtas.\n\n{table}").actions
    assert len(looked) == 3
    assert looked[2] < looked[1]


@pytest.mark.parametrize(
    ("head", "wanted"),
    [
        ("HMS-handlingsplan 2025\nEnhet: Solvik sykehjem\n", ("HMS-handlingsplan", "2025", "Solvik sykehjem")),
        ("Handlingsplan mot mobbing\n\nSkoleåret 2024/2025\n", ("Handlingsplan mot mobbing", "2024/2025", None)),
        ("TILTAKSPLAN FOR VANN I STORELVVASSDRAGET\n", ("TILTAKSPLAN FOR VANN I STORELVVASSDRAGET", None, None)),
        ("PROGRAM FOR REGIONAL PLAN FOR KULTUR\n", ("PROGRAM FOR REGIONAL PLAN FOR KULTUR", None, None)),
        ("Plan for vann\nLia og Vik kommuner 2024-2030\n", ("Plan for vann", "2024-2030", "Lia og Vik kommuner")),
        ("Plan for vann\nVedtatt 20.06.2024. Gjelder 2024-2028.\n", ("Plan for vann", "2024-2028", None)),
        ("Plan for vann 2025–2029 med tiltak\n", ("Plan for vann 2025–2029 med tiltak", "2025–2029", None)),
        ("Oppfølging av tiltaksplan\n", ("Oppfølging av tiltaksplan", None, None)),
        ("TILTAKSPLAN FOR LIA KOMMUNE\n", ("TILTAKSPLAN FOR LIA KOMMUNE", None, "LIA KOMMUNE")),
        ("Handlingsplan for vann – status per 1. september 2024\n", ("Handlingsplan for vann", None, None)),
    ],
)
def test_whose_plan_it_is_and_for_what_years(head: str, wanted: tuple[str, str | None, str | None]) -> None:
    """The body may stand behind a label; capitals alone name none; the day of a report is no part of the title."""
    plan = only(f"{head}\nTiltak: Lage rutine\nAnsvar: Leder\n\nTiltak: Holde kurs\nAnsvar: Rådgiver\n")
    assert (plan.title, plan.period, plan.body) == wanted


def test_title_of_an_attached_plan_over_its_first_area() -> None:
    """In another document a plan's title, set like any other line, stands right over the heading of its first area."""
    table = "Tiltak                    Ansvar              Frist\nKartlegge stier           Teknisk etat        2025\n"
    plan = f"Plan for kysten 2024–2025\n\nOmråde 1: Stier\n\n{table}\nOmråde 2: Havner\n\n{table}"
    found = only(f"{MINUTES}\nVedtak: Vedlagte plan for kysten vedtas.\n\n{plan}")
    assert (found.title, found.period) == ("Plan for kysten", "2024–2025")
