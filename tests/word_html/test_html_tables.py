"""Tables of web pages: spans, sections, nesting, tables that only set the page, lists of definitions."""

from __future__ import annotations

import pytest
from page_reading import grid, opened, read, texts

from govdocs.errors import LimitError
from govdocs.limits import Limits
from govdocs.parts import Part
from govdocs.reading import claim_plans, read_plan


def test_a_cell_ends_before_one_that_comes_down_from_above() -> None:
    """Two cells never cover one place: where a page's own numbers say they would, the later one is the narrower."""
    layout = read("<table><tr><td>a<td rowspan=2>b<td>c<tr><td colspan=3>d<td>e</table>")
    assert [[(c.column, c.colspan) for c in row] for row in layout.tables[0].rows] == [
        [(0, 1), (1, 1), (2, 1)], [(0, 1), (2, 1)],
    ]  # fmt: skip


def test_lines_know_their_cells() -> None:
    """Lines of a table are numbered cell by cell, row by row, and say table, row and column."""
    layout = read("<p>før</p><table><tr><th>a<td><p>b<p>c<tr><td>d<td>e</table><p>etter</p>")
    assert [(line.text, line.cell, line.bold) for line in layout.lines] == [
        ("før", None, False), ("a", (0, 0, 0), True), ("b", (0, 0, 1), False), ("c", (0, 0, 1), False),
        ("d", (0, 1, 0), False), ("e", (0, 1, 1), False), ("etter", None, False),
    ]  # fmt: skip
    found = layout.tables[0]
    assert (found.first, found.last) == (2, 6)
    assert all(line is layout.lines[line.number - 1] for r in found.rows for c in r for line in c.lines)


def test_spans() -> None:
    """Cells over several rows and columns push the others aside and stand once."""
    layout = read(
        "<table><tr><td colspan=2>topp<td rowspan=3>ned<tr><td rowspan=2>a<td>b<tr><td>c<tr><td>d<td>e<td>f</table>"
    )
    assert grid(layout) == [["topp", "ned"], ["a", "b"], ["c"], ["d", "e", "f"]]
    assert [[(c.column, c.colspan, c.rowspan) for c in row] for row in layout.tables[0].rows] == [
        [(0, 2, 1), (2, 1, 3)], [(0, 1, 2), (1, 1, 1)], [(1, 1, 1)], [(0, 1, 1), (1, 1, 1), (2, 1, 1)],
    ]  # fmt: skip


@pytest.mark.parametrize(("span", "rows"), [("0", 3), ("99999", 3), ("x", 1), ("-1", 3)])
def test_odd_spans(span: str, rows: int) -> None:
    """A cell reaches to the last row at most: with span 0, with one too large or below nothing; no number is 1."""
    layout = read(f"<table><tr><td rowspan={span}>a<td>b<tr><td>c<tr><td>d</table>")
    assert layout.tables[0].rows[0][0].rowspan == rows


def test_sections_and_caption() -> None:
    """The foot's rows come last wherever they are written, the caption stands before the table."""
    layout = read(
        "<table><caption>Tiltak</caption><tfoot><tr><td>sum<td>2</tfoot><tbody><tr><td>a<td>1</tbody>"
        "<thead><tr><th>navn<th>tall</thead></table>"
    )
    assert grid(layout) == [["navn", "tall"], ["a", "1"], ["sum", "2"]]
    assert (layout.lines[0].text, layout.lines[0].cell) == ("Tiltak", None)


def test_nested_table_is_text_of_its_cell() -> None:
    """A table in a cell of a real table gives its text to that cell in reading order, once."""
    inner = "<table><tr><td>i1<td>i2<tr><td>i3<td>i4</table>"
    layout = read(f"<table><tr><td>a<td>før{inner}etter<tr><td>b<td>c</table>")
    assert grid(layout) == [["a", "før i1 i2 i3 i4 etter"], ["b", "c"]]
    assert len(layout.tables) == 1


@pytest.mark.parametrize(
    "setting",
    [
        "<table><tr><td>topp{}</table>",
        "<table role=presentation><tr><td>topp<td>{}<tr><td><td></table>",
        "<table><tr><td>topp<td>{}</table>",
        "<table><tr><td>topp<tr><td>{}</table>",
    ],
)
def test_tables_that_set_the_page(setting: str) -> None:
    """A table that only sets the page is no table, and a real one within it is."""
    layout = read(setting.format("<table><tr><td>a<td>b<tr><td>c<td>d</table>"))
    assert layout.lines[0].text == "topp"
    assert layout.lines[0].cell is None
    assert grid(layout) == [["a", "b"], ["c", "d"]]


def test_text_between_rows_is_not_lost() -> None:
    """Text that stands in a table but in no cell comes before it, as browsers show it."""
    layout = read("<table><tr><td>a<td>b</td></tr>løs<tr><td>c<td>d</table>")
    assert texts(layout) == ["løs", "a", "b", "c", "d"]


def test_definitions_are_rows_of_two_cells() -> None:
    """Terms and what is said of them are rows of two cells; several definitions share a cell."""
    layout = read("<dl><dt>Tid<dd>10<dt>Sted<dt>Rom<dd>Oslo<dd>Sal 1</dl>")
    assert grid(layout) == [["Tid", "10"], ["Sted", ""], ["Rom", "Oslo Sal 1"]]
    assert grid(read("<dl><div><dt>Tid</dt><dd>10</dd></div><div><dt>Sted</dt><dd>Oslo</dd></div></dl>")) == [
        ["Tid", "10"], ["Sted", "Oslo"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "table",
    [
        "<table><tr><td><form>a</td><td>b</td></form></tr><tr><td>c<td>d</table>",
        "<table><form><tr><td>a</td><td>b</td></tr><tr><td>c<td>d</form></table>",
        "<table><tr><form><td>a</td><td>b</td></form></tr><tr><td>c</td><td>d</td></tr></table>",
    ],
)
def test_forms_across_tables(table: str) -> None:
    """A form that begins in a table and ends elsewhere changes none of its cells."""
    assert grid(read(table)) == [["a", "b"], ["c", "d"]]


def test_definitions_without_terms_are_lines() -> None:
    """A list of definitions used for its indent alone is text."""
    layout = read("<dl><dd>a<dd>b</dl>")
    assert texts(layout) == ["a", "b"]
    assert not layout.tables


def test_lists_and_headings_in_cells() -> None:
    """Marks and headings in a cell are as outside of it."""
    layout = read("<table><tr><td><h3>Tiltak</h3><td><ul><li>a<li>b</ul><tr><td>x<td>y</table>")
    assert grid(layout) == [["Tiltak", "• a • b"], ["x", "y"]]
    assert layout.lines[0].heading == 3


def test_million_cells() -> None:
    """Cells are counted before they are built, with all that a span covers."""
    table = "<!doctype html><table>" + ("<tr>" + "<td>x" * 100) * 30 + "</table>"
    with pytest.raises(LimitError, match="table_cells"):
        opened(table.encode(), limits=Limits(table_cells=2_999))
    assert len(opened(table.encode(), limits=Limits(table_cells=3_000)).tables[0].rows) == 30
    wide = "<!doctype html><table>" + "<tr><td colspan=1000 rowspan=65000>x" * 300 + "</table>"
    with pytest.raises(LimitError, match="table_cells"):
        opened(wide.encode())


def test_a_heading_of_the_table_is_no_title_of_the_plan() -> None:
    """What the plan is called may be a bold line, and the heading of its table is set higher: `Tiltaksoversikt`."""
    layout = read(
        "<p><b>Handlingsplan mot vold i nære relasjoner 2025–2028</b></p><p>Hellvang kommune</p>"
        "<h1>Tiltaksoversikt</h1><table><tr><th>Tiltak<th>Ansvar<tr><td>Opprette vakttelefon<td>Barnevernet"
        "<tr><td>Kartlegge behovet<td>Helse</table>"
    )
    (claim,) = claim_plans(layout)
    plan = read_plan(Part(layout=layout, claim=claim))
    assert plan is not None
    assert (plan.title, plan.period) == ("Handlingsplan mot vold i nære relasjoner", "2025–2028")
