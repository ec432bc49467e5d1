"""Real tables: heads in any order, banners, cards, areas over several rows."""

from __future__ import annotations

import pytest
from plans_making import actions, areas, only, plans, rows
from reading_making import document

TITLE = "# Klimaplan for Sundvær 2024-2030\n\n**Sundvær kommune**\n\n"


def pipes(*rows: str) -> str:
    head, *rest = rows
    return "\n".join([head, "|" + "---|" * (head.count("|") - 1), *rest]) + "\n"


@pytest.mark.parametrize(
    "heads",
    ["Nr|Hva|Hvem|Når", "Kva|Nr|Når|Kven", "Frist|Ansvarleg|Tiltak|Id", "Aktivitet/tiltak|Ansvarlig enhet|Tidsfrist|#"],
)
def test_columns_in_any_order(heads: str) -> None:
    """Columns are told by their heads, whatever their order and language."""
    cells = {"m": "Kjøpe elbiler", "r": "Teknisk drift", "d": "2025", "n": "1"}
    kinds = {
        "nr": "n",
        "id": "n",
        "#": "n",
        "hv": "m",
        "kv": "m",
        "ti": "m",
        "ak": "m",
        "fr": "d",
        "nå": "d",
        "an": "r",
    }

    def kind(head: str) -> str:
        low = head.lower()
        return (
            "r"
            if low in ("hvem", "kven")
            else "d"
            if low.startswith("tidsf")
            else kinds[low[:2] if low != "#" else "#"]
        )

    line = "|".join(cells[kind(head)] for head in heads.split("|"))
    text = TITLE + pipes(f"|{heads}|", f"|{line}|", f"|{line.replace('elbiler', 'sykler').replace('|1', '|2')}|")
    assert rows(text)[0] == ("Kjøpe elbiler", "Teknisk drift", "2025")
    assert actions(text)[0].number == "1"


def test_row_of_one_cell_is_an_area() -> None:
    """A row whose first cell alone is filled, where numbers stand, is an area's title."""
    text = (
        TITLE
        + "Nr.\tTiltak\tAnsvar\nTransport\t\t\n1\tKjøpe elbiler\tTeknisk drift\nBygg\t\t\n2\tBytte kjel\tEiendom\n"
    )
    assert areas(text) == [(None, "Transport"), (None, "Bygg")]


def test_trailing_banner_is_no_area() -> None:
    """A title below which no measure stands, before another table in the same one, is no area."""
    text = TITLE + (
        "Nr.\tTiltak\tAnsvar\tStatus\n1\tKjøpe elbiler\tTeknisk drift\tFerdig\n2\tBytte kjel\tEiendom\tI gang\n"
        "Oppsummering\t\t\t\nStatus\tTal på tiltak\t\t\nFerdig\t1\t\t\n"
    )
    assert areas(text) == [(None, None)]
    assert len(actions(text)) == 2


def test_goals_within_goals_group_measures() -> None:
    """Short cells under `Hovedmål` and `Delmål` title areas, each over the rows below that leave them empty."""
    text = TITLE + pipes(
        "|Hovedmål|Delmål|Tiltak|Ansvarlig avdeling|Når|",
        "|Kutte utslipp|Transport|Kjøpe elbiler|Teknisk drift|2025|",
        "| | |Ladepunkt ved rådhuset|Teknisk drift|2024|",
        "| |Bygg|Bytte oljekjel|Eiendom|2026|",
        "|Tilpasse oss|Flom|Lage flomkart|Plan og miljø|2025|",
    )
    plan = only(text)
    assert [(area.title, [sub.title for sub in area.subareas]) for area in plan.areas] == [
        ("Kutte utslipp", ["Transport", "Bygg"]),
        ("Tilpasse oss", ["Flom"]),
    ]
    assert [action.text for action in plan.areas[0].subareas[0].actions] == ["Kjøpe elbiler", "Ladepunkt ved rådhuset"]


def test_a_card_for_each_measure() -> None:
    """Heads in the first column make the column beside them a measure."""
    card = pipes("|Tiltak|{}|", "|Beskrivelse|Alle trinn|", "|Ansvarlig|{}|", "|Frist|2025|")
    text = (
        TITLE
        + "## 1 Skole\n\n"
        + card.format("Livsmestring", "Oppvekst")
        + "\n## 2 Fritid\n\n"
        + card.format("Kurs", "Alle")
    )
    assert areas(text) == [("1", "Skole"), ("2", "Fritid")]
    assert rows(text) == [("Livsmestring", "Oppvekst", "2025"), ("Kurs", "Alle", "2025")]


def test_cell_with_several_marked_measures() -> None:
    """Where no other column tells rows apart, each marked item of a cell is a measure."""
    text = TITLE + pipes(
        "|Innsatsområde|Tiltak|",
        "|1: Hav|1. Lage kart<br>Ansvar: Kystdirektoratet<br>2. Rydde strender<br>Ansvar: Miljøfondet|",
        "|2: Land|3. Plante trær<br>Ansvar: Skogvesenet|",
    )
    assert [(a.number, a.text, a.responsible) for a in actions(text)] == [
        ("1", "Lage kart", ("Kystdirektoratet",)),
        ("2", "Rydde strender", ("Miljøfondet",)),
        ("3", "Plante trær", ("Skogvesenet",)),
    ]
    assert areas(text) == [("1", "Hav"), ("2", "Land")]


def test_sub_points_in_a_cell() -> None:
    """A row is one measure; the items of its cell are its points, and its text holds them without marks."""
    text = TITLE + pipes(
        "|Tiltak|Ansvar|", "|Øve varsling:<br>- i rådhuset<br>- på skolen|Beredskapsleder|", "|Kjøpe båt|Havnevesenet|"
    )
    first, _ = actions(text)
    assert first.text == "Øve varsling: i rådhuset på skolen"
    assert [point.text for point in first.points] == ["i rådhuset", "på skolen"]


def test_dash_is_no_deadline() -> None:
    """A dash stands for an empty cell."""
    text = TITLE + pipes("|Tiltak|Ansvar|Frist|", "|Kjøpe elbiler|Teknisk drift|–|", "|Kjøpe båt|Havnevesenet|2025|")
    assert [action.deadline for action in actions(text)] == [None, "2025"]


@pytest.mark.parametrize(
    "table",
    [
        "|Navn|Rolle|Ansvar|\n|---|---|---|\n|Kari Berg|leder|økonomi|\n|Ola Vik|medlem|drift|\n",
        "|Sak|Tema|Ansvarlig|Tid|\n|---|---|---|---|\n|1|Budsjett|Kari|20 min|\n|2|Eventuelt|Ola|5 min|\n",
        "|Tid|Hva|Hvem|\n|---|---|---|\n|09.00|Velkommen|Rektor|\n|10.15|Ny læreplan|Ola Vik|\n",
        "|Aktivitet|2021|2022|\n|---|---|---|\n|Døgnopphold|1200|1250|\n|Poliklinikk|9000|9100|\n",
        "|Hva|Hvor|Når|\n|---|---|---|\n|Sommerfest|Parken|1. juni|\n|Julebord|Rådhuset|1. desember|\n",
        "|Mål|Resultat|Status|\n|---|---|---|\n|Ventetid under 50 dager|48|Nådd|\n|Ingen brudd|3|Ikke nådd|\n",
    ],
)
def test_other_tables_are_no_plan(table: str) -> None:
    """Lists of people, agendas, programmes, calendars and tables of figures are no plan."""
    assert plans("Handlingsplan for skolen 2024-2026\n\n" + table) == []


def test_title_over_the_heads_is_an_area_beside_those_below() -> None:
    """An area's title over a table's heads, and those over its later rows, are areas of one level."""
    text = TITLE + (
        "Innsatsområde 1: Transport\t\nTiltak\tAnsvar\nKjøpe elbiler\tTeknisk drift\n"
        "Innsatsområde 2: Bygg\t\nBytte kjel\tEiendom\n"
    )
    plan = only(text)
    assert [(area.number, area.title, len(area.actions)) for area in plan.areas] == [
        ("1", "Transport", 1),
        ("2", "Bygg", 1),
    ]


def test_cards_named_by_the_number_of_their_measure() -> None:
    """A card whose first head is `Tiltak 1.1` holds that measure; what it aims at is no goal of an area."""
    text = TITLE + "\n".join(
        f"Tiltak {n}\t{what}\nMål\tMindre utslipp\nAnsvarlig\t{who}\nTidsplan\t2025\n\n"
        for n, what, who in (("1.1", "Kjøpe elbiler", "Teknisk drift"), ("1.2", "Bytte kjel", "Eiendom"))
    )
    assert [(a.number, a.text, a.responsible, a.deadline) for a in actions(text)] == [
        ("1.1", "Kjøpe elbiler", ("Teknisk drift",), "2025"),
        ("1.2", "Bytte kjel", ("Eiendom",), "2025"),
    ]
    assert all(area.goal is None for area in only(text).all_areas())


def test_row_that_a_line_end_cut() -> None:
    """Where a line ends inside a cell, the rest of the row stands under its own columns; a page's foot is no row."""
    text = TITLE + (
        "ID\tTiltak\tAnsvar\tFrist\nA1\tKjøpe elbiler og lade-\nstasjoner\tTeknisk drift\t2025\n"
        "Klimaplan for Sundvær\t2\nA2\tBytte kjel\tEiendom\t2026\n"
    )
    assert rows(text) == [
        ("Kjøpe elbiler og ladestasjoner", "Teknisk drift", "2025"),
        ("Bytte kjel", "Eiendom", "2026"),
    ]


def test_head_of_two_words_holds_who_answers() -> None:
    """`Gjennomføring/ansvar` holds who answers, whichever word comes first."""
    text = TITLE + pipes("|Tiltak|Gjennomføring/ansvar|", "|Kjøpe elbiler|Biblioteksjef|", "|Bytte kjel|Eiendom|")
    assert rows(text)[0] == ("Kjøpe elbiler", "Biblioteksjef")


def test_an_areas_title_may_go_on_behind_a_dash() -> None:
    """`– del 2` on a line of its own is the rest of the title above it, and no item of a list."""
    text = (
        "Handlingsplan for kysten 2020–2023\n\nInnsatsområde {}\n\nNr\tTiltak\tAnsvar\n{}\tLage kart\tNes kommune\n\n"
    )
    plan = text.format("1 Naust", 1) + text.partition("\n\n")[2].format(
        "2 Evaluering av fiskehelse og naust\n– del 2", 2
    )
    assert areas(plan) == [("1", "Naust"), ("2", "Evaluering av fiskehelse og naust – del 2")]


def test_a_column_may_ask_when_it_was_done() -> None:
    """`Utført når?` heads the deadlines."""
    text = TITLE + pipes("|Hva skal gjøres?|Ansvarlig|Utført når?|", "|Kjøpe elbiler|Teknisk drift|mai|")
    assert [(action.responsible, action.deadline) for action in actions(text)] == [(("Teknisk drift",), "mai")]


def test_a_merged_cell_answers_for_each_measure_it_stands_beside() -> None:
    """Who answers, until when and how far it has come may be told once for the rows that the cell runs over."""
    rows = """<table><tr><th>Nr</th><th>Tiltak</th><th>Ansvarlig</th><th>Frist</th></tr>
    <tr><td>1</td><td>Bygge en bru over elva</td><td rowspan="2">Teknisk enhet</td><td>2026</td></tr>
    <tr><td>2</td><td>Rydde stien til naustet</td><td rowspan="2">2027</td></tr>
    <tr><td>3</td><td>Merke løypa rundt vannet</td><td></td></tr></table>"""
    page = f"<html><body><h1>Handlingsplan for nærmiljø 2025–2028</h1>{rows}</body></html>"
    (plan,) = document(page).plans
    actions = [action for area in plan.areas for action in area.actions]
    assert [(a.responsible, a.deadline) for a in actions] == [
        (("Teknisk enhet",), "2026"), (("Teknisk enhet",), "2027"), ((), "2027"),
    ]  # fmt: skip


PARTED = """<html><body><h1>Handlingsplan for gangveier 2025–2028</h1><table>
<tr><th{rows}>Tiltak</th><th colspan="2">Ansvar</th><th{rows}>Frist</th></tr>{heads}
<tr><td>Bygge en bru over elva</td><td>Teknisk enhet</td><td>Kulturenheten</td><td>2026</td></tr>
<tr><td>Rydde stien til naustet</td><td>Skogvesenet</td><td></td><td>2027</td></tr>
</table></body></html>"""


@pytest.mark.parametrize(
    ("second", "columns"),
    [
        (("Hovedansvar", "Medansvar"), ("Tiltak", "Hovedansvar", "Medansvar", "Frist")),
        (None, ("Tiltak", "Ansvar", "Frist")),
    ],
)
def test_every_column_under_one_head_of_who_answers_holds_bodies(
    second: tuple[str, str] | None, columns: tuple[str, ...]
) -> None:
    """`Ansvar` over two columns is the head of both; a second row of heads names them and is no measure."""
    heads = f"<tr><th>{second[0]}</th><th>{second[1]}</th></tr>" if second else ""
    found = document(PARTED.format(heads=heads, rows=' rowspan="2"' if second else ""))
    (plan,) = found.plans
    assert plan.columns == columns
    assert [(a.text, a.responsible, a.deadline) for a in plan.actions] == [
        ("Bygge en bru over elva", ("Teknisk enhet", "Kulturenheten"), "2026"),
        ("Rydde stien til naustet", ("Skogvesenet",), "2027"),
    ]
    assert not found.findings
