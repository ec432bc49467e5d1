"""Rows and cells of the shared sample documents against the truth they were built from."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from govdocs import Layout, Limits, Source
from govdocs.layout import Table
from govdocs.typography import plain
from govdocs_docx import govdocs_open as open_docx
from govdocs_html import govdocs_open as open_html

SAMPLES = Path(__file__).parents[3] / "shared" / "samples"
ROWS = {
    "tiltaksplan": (15, 70), "referat_ruled": (2, 28), "referat_unruled": (2, 28), "saksframlegg": (4, 16),
    "referat_60": (24, 336), "stor_200": (465, 2170),
}  # fmt: skip

pytestmark = pytest.mark.skipif(not SAMPLES.is_dir(), reason="the shared sample documents are not beside the project")


def rows(table: Table) -> list[list[str]]:
    """Return a table's texts without list marks, a cell over several rows in each of them."""
    out: list[list[str]] = []
    going_on: dict[int, tuple[int, str]] = {}
    for number, row in enumerate(table.rows):
        texts = {column: text for column, (end, text) in going_on.items() if number < end}
        for cell in row:
            texts[cell.column] = " ".join(line.text.removeprefix("• ") for line in cell.lines)
            going_on[cell.column] = (number + cell.rowspan, texts[cell.column])
        out.append([text for _, text in sorted(texts.items())])
    return out


def held_against(layout: Layout, truth: str) -> tuple[int, int]:
    """Count the true tables of which every row and cell was found, in order, and their rows."""
    found = iter([rows(table) for table in layout.tables])
    tables = exact = 0
    for item in json.loads((SAMPLES / f"{truth}.truth.json").read_text(encoding="utf-8")):
        wanted = [[plain(cell.replace("\n", " ")) for cell in row] for row in item["rows"]]
        if any(have == wanted for have in found):
            tables, exact = tables + 1, exact + len(wanted)
    return tables, exact


@pytest.mark.parametrize("name", ROWS)
def test_word_rows(name: str) -> None:
    """Every row and cell of the sample's tables is read from the Word document as it was built."""
    path = SAMPLES / f"{name}.docx"
    layout = open_docx(Source(name=path.name, data=path.read_bytes()), Limits())
    assert layout is not None
    assert held_against(layout, name) == ROWS[name]


@pytest.mark.parametrize("name", ROWS)
def test_page_rows(name: str) -> None:
    """Every row and cell of the sample's tables is read from the web page as it was built."""
    path = SAMPLES / "html" / f"{name}.html"
    layout = open_html(Source(name=path.name, data=path.read_bytes()), Limits())
    assert layout is not None
    assert held_against(layout, name) == ROWS[name]


SHOWN = (
    "LENKETEKST", "SATTINN", "INNHOLDSKONTROLL", "spesialisthelse-tjeneste", "ETTERTAB", "NYLINJE", "SMARTTAG",
    "TEKSTBOKS", "• PUNKT1", "• PUNKT2", "1. NUMMER1", "2. NUMMER2", "FLETTETRAD", "NESTET", "SDTRAD",
    "1 FOTNOTETEKST æøå", "Side 1 av 1",
)  # fmt: skip


def test_word_stress() -> None:
    """Every word that the stress document shows is there once, and none that it hides."""
    path = SAMPLES / "stress.docx"
    layout = open_docx(Source(name=path.name, data=path.read_bytes()), Limits())
    assert layout is not None
    text = " ".join(line.text for line in layout.lines)
    assert [word for word in (*SHOWN, "FELTVERDI☑") if text.count(word) != 1] == []
    assert "SKJULT" not in text
    assert "SLETTET" not in text
    assert {remark.code for remark in layout.remarks} == {"GD803", "GD804"}


def test_page_stress() -> None:
    """The same as a web page: its maker counted the field anew and wrote the removed text as any other."""
    path = SAMPLES / "html" / "stress.html"
    layout = open_html(Source(name=path.name, data=path.read_bytes()), Limits())
    assert layout is not None
    text = " ".join(line.text for line in layout.lines)
    assert [word for word in SHOWN if text.count(word) != 1] == []
    assert "SKJULT" not in text
    assert {remark.code for remark in layout.remarks} == {"GD804"}


@pytest.mark.parametrize("name", [*ROWS, "stress"])
def test_both_formats_hold_the_same_text(name: str) -> None:
    """The Word document and the page made of it have the same lines in the same cells, set and ranked alike."""
    word = open_docx(Source(name="a", data=(SAMPLES / f"{name}.docx").read_bytes()), Limits())
    page = open_html(Source(name="a", data=(SAMPLES / "html" / f"{name}.html").read_bytes()), Limits())
    assert word is not None
    assert page is not None
    alike = [
        [
            (line.text, line.cell, line.bold, line.italic, line.heading)
            for line in layout.lines
            if line.text and line.furniture is None and not line.text.startswith(DIFFER)
        ]
        for layout in (word, page)
    ]
    assert alike[0] == alike[1]


DIFFER = ("SATTINN", "FELTVERDI", "11/21/26")
"""Lines of the stress document in which its maker changed the text itself."""
