"""Documents that LibreOffice wrote (`make_samples.py`): what a careful person reads out of them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from pdf_writing import furniture, opened, rows, texts

from govdocs import Layout
from govdocs.typography import unhyphenated

SAMPLES = Path(__file__).parent / "samples"
EXPECTED = json.loads((SAMPLES / "expected.json").read_text(encoding="utf-8"))


def sample(name: str) -> Layout:
    """Open a sample."""
    return opened((SAMPLES / f"{name}.pdf").read_bytes())


@pytest.fixture(params=["protokoll", "protokoll_merket"])
def minutes(request: pytest.FixtureRequest) -> Layout:
    """Return the minutes, untagged and tagged."""
    return sample(request.param)


def test_minutes_have_their_tables(minutes: Layout) -> None:
    """A borderless table on an upright page and a ruled one on a landscape page, cell by cell."""
    assert rows(minutes, 0) == EXPECTED["members"]
    assert rows(minutes, 1) == EXPECTED["actions"][:3]
    assert len(minutes.tables) == 2
    landscape = minutes.pages[2]
    assert (landscape.width or 0) > (landscape.height or 0)


def test_minutes_have_their_furniture(minutes: Layout) -> None:
    """Head, foot and footnote are furniture, but for the first head."""
    found = furniture(minutes)
    assert [page for page, kind, _ in found if kind == "page-number"] == [1, 2, 3, 4]
    assert [page for page, kind, _ in found if kind == "running-head"] == [2, 3, 4]
    assert [text for _, kind, text in found if kind == "footnote"] == ["1Vedtatt av kommunestyret 12. desember 2022."]


def test_minutes_have_their_lines(minutes: Layout) -> None:
    """Lines with a tab are one line, a footnote's mark is gone, a power stays, bullets go on over the page."""
    lines = texts(minutes)
    assert "Sak 01/24 Godkjenning av innkalling og saksliste" in lines
    assert "Planen følger kommuneplanens arealdel 2023–2035 og gjelder 12 m2 pr. bolig." in lines
    assert [line[:10] for line in lines if line.startswith("•")] == [f"• Punkt {n}:" for n in range(1, 9)]
    bold = [line.text for line in minutes.lines if line.bold]
    assert bold[:3] == ["Møteprotokoll", "Til stede", "Saksliste"]


def test_minutes_have_their_columns(minutes: Layout) -> None:
    """Two columns are read one after the other, with what stands below them last."""
    lines = texts(minutes)
    start = lines.index("Orientering i to spalter") + 1
    end = lines.index("Etter spaltene går teksten videre over hele bredden av siden.")
    assert " ".join(lines[start:end]) == " ".join(EXPECTED["columns"])


def test_tagged_and_untagged_minutes_are_the_same() -> None:
    """Tags change nothing in what is read where the page tells the same."""
    one, other = sample("protokoll"), sample("protokoll_merket")
    assert [(line.text, line.cell, line.furniture) for line in one.lines] == [
        (line.text, line.cell, line.furniture) for line in other.lines
    ]


def test_plan_has_merged_nested_and_cut_cells() -> None:
    """Merged cells keep their columns, a table in a cell is its text, a row cut by the page break is whole."""
    layout = sample("plan")
    assert rows(layout, 0) == EXPECTED["budget"]
    spans = [
        (cell.rowspan, cell.colspan) for row in layout.tables[0].rows for cell in row if cell.rowspan + cell.colspan > 2
    ]
    assert spans == [(1, 3), (3, 1), (1, 2)]
    assert rows(layout, 1) == [
        ["Tilpasse rådhuset", "Delmål År Rampe 2024 Heis 2025 Se også punkt 3."],
        ["Tilpasse skolene", "Frist 2027"],
    ]
    assert rows(layout, 2) == EXPECTED["actions"]
    assert {line.page for line in layout.lines if line.cell and line.cell[:2] == (2, 2)} == {1, 2}


def test_register_is_one_table_of_150_rows() -> None:
    """A table over six pages is one, and its repeated heads are furniture."""
    layout = sample("register")
    assert rows(layout) == EXPECTED["long"]
    assert [text for _, kind, text in furniture(layout) if kind == "table-head"].count("Tiltak") == 5
    assert texts(layout)[-1] == "Slutt på registeret."


def test_tags_tell_a_cut_row() -> None:
    """A row that the page break cuts between whole sentences in both its cells is one, as its tags say."""
    layout = sample("delt_merket")
    assert rows(layout) == EXPECTED["cut"]
    assert {line.page for line in layout.lines if line.cell and line.cell[:2] == (0, 2)} == {1, 2}


def test_the_same_bytes_give_the_same_layout() -> None:
    """Two openings of one document are equal in every line and table."""
    one, other = sample("plan"), sample("plan")
    assert (one.lines, one.tables, one.pages) == (other.lines, other.tables, other.pages)


def test_a_cell_joined_by_the_rule_of_hyphens_is_the_cell_as_it_was_written() -> None:
    """The lines of a cell joined with `unhyphenated` give back what was typed."""
    layout = sample("plan")
    cell = layout.tables[2].rows[2][0]
    text = ""
    for line in cell.lines:
        text = unhyphenated(text, line.text)
    assert text == EXPECTED["actions"][2][0]
