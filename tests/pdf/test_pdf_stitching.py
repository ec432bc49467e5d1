"""Tables over pages: one table, heads dropped, rows that a page break cut made whole."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from pdf_writing import Sheet, furniture, opened, pdf, rows, texts

from govdocs import Layout
from govdocs.testing import check_layout
from govdocs_pdf.continuation import merged_above
from govdocs_pdf.pieces import TextLine
from govdocs_pdf.tables import PageTable, TableCell

XS = (70, 330, 500)
HEAD = ("Tiltak", "Ansvar")
FIRST = [HEAD, ("Bygge rampe ved rådhuset", "Nordvik"), ("Male kirken", "Skar")]


def two(first: list[tuple[str, str]], second: list[tuple[str, str]], *, ruled: bool = True) -> bytes:
    """Return two pages with a head, a foot and a table that goes on from the one to the other."""
    sheets = []
    for number, (part, top) in enumerate(((first, 700), (second, 70)), 1):
        sheet = Sheet().text(70, 40, "Handlingsplan")
        if ruled:
            sheet.table(XS, top, part)
        else:
            sheet.cells(XS, top + 14, part)
        sheets.append(sheet.text(280, 815, f"Side {number} av 2"))
    sheets[0].lines(70, 100, ["Innledning til planen."])
    sheets[1].lines(70, 400, ["Slutt på planen."])
    return pdf(*sheets)


def test_a_table_goes_on_over_the_page() -> None:
    """Two parts with the same columns and nothing but furniture between them are one table."""
    layout = opened(two(FIRST, [("Rydde stranda", "Nordvik")]))
    assert rows(layout) == [*map(list, FIRST), ["Rydde stranda", "Nordvik"]]
    assert [line.page for line in layout.lines if line.cell and line.cell[1] == 3] == [2, 2]
    assert texts(layout)[:2] == ["Handlingsplan", "Innledning til planen."]
    assert texts(layout)[-1] == "Slutt på planen."


def test_repeated_heads_are_furniture() -> None:
    """The head that is repeated on the second page is no row of the table."""
    layout = opened(two(FIRST, [HEAD, ("Rydde stranda", "Nordvik")]))
    assert rows(layout) == [*map(list, FIRST), ["Rydde stranda", "Nordvik"]]
    assert (2, "table-head", "Tiltak") in furniture(layout)


@pytest.mark.parametrize("head", [True, False])
@pytest.mark.parametrize(
    ("last", "rest", "whole"),
    [
        (
            ("Lage en plan for frivillig", "Nordvik"),
            ("innsats i nærmiljøene", ""),
            ("Lage en plan for frivillig innsats i nærmiljøene", "Nordvik"),
        ),
        (
            ("Lage en plan", "Nordvik kommune"),
            ("", "og Skar kommune"),
            ("Lage en plan", "Nordvik kommune og Skar kommune"),
        ),
        (
            ("Lage en plan for barn", "Nordvik,"),
            ("og unge", "Skar"),
            ("Lage en plan for barn og unge", "Nordvik, Skar"),
        ),
        (
            ("Styrke helse- og omsorgs-", "Nordvik"),
            ("Tjenesten", ""),
            ("Styrke helse- og omsorgs- Tjenesten", "Nordvik"),
        ),
        (
            ("Lage en plan (se tiltak", "Nordvik"),
            ("11 og 12)", "Skar"),
            ("Lage en plan (se tiltak 11 og 12)", "Nordvik Skar"),
        ),
    ],
)
def test_a_row_that_the_page_cut_is_one_row(
    last: tuple[str, str], rest: tuple[str, str], whole: tuple[str, str], head: bool
) -> None:
    """A row whose text goes on after the page break is one row; each of its lines stands on its own page."""
    layout = opened(two([*FIRST, last], [*([HEAD] if head else []), rest, ("Rydde stranda", "Nordvik")]))
    assert rows(layout) == [*map(list, FIRST), list(whole), ["Rydde stranda", "Nordvik"]]
    for page in layout.pages:
        own = layout.lines[page.first - 1 : page.last]
        assert {line.page for line in own} == {page.number}
        cells = [line.cell for line in own if line.cell]
        assert cells == sorted(cells)


@pytest.mark.parametrize("rest", [("Rydde stranda", "Skar"), ("2. Ny plan", "Skar"), ("• Nytt punkt", "Skar")])
def test_a_new_row_after_the_page_break_is_a_row(rest: tuple[str, str]) -> None:
    """A row that begins anew is not poured into the one above."""
    layout = opened(two(FIRST, [HEAD, rest]))
    assert rows(layout) == [*map(list, FIRST), list(rest)]


def test_a_cell_that_covers_rows_on_both_pages() -> None:
    """An empty first cell under a merged one does not make its row the rest of the one above."""
    sheet = Sheet().table(XS, 100, [HEAD]).rule(70, 120, 70, 160).rule(330, 120, 330, 160).rule(500, 120, 500, 160)
    sheet.rule(330, 140, 500, 140).rule(70, 160, 500, 160).text(75, 134, "Bygge rampe").text(335, 134, "Nordvik").text(
        335, 154, "Skar"
    )
    after = Sheet().table(XS, 70, [("", "Ytre Skar")])
    layout = opened(pdf(sheet, after))
    assert rows(layout) == [list(HEAD), ["Bygge rampe", "Nordvik"], ["Skar"], ["", "Ytre Skar"]]


def test_an_open_end_tells_a_cut_row() -> None:
    """Where no line closes a row at the foot of the page, what stands at the head of the next belongs to it."""
    first = Sheet().table(XS, 700, [HEAD]).text(75, 734, "Lage en plan.").text(335, 734, "Nordvik")
    second = (
        Sheet().text(75, 64, "Planen legges frem.").text(335, 64, "Skar").table(XS, 80, [("Rydde stranda", "Skar")])
    )
    for x in XS:
        first.rule(x, 720, x, 780)
        second.rule(x, 50, x, 80)
    layout = opened(pdf(first, second))
    assert rows(layout) == [
        list(HEAD),
        ["Lage en plan. Planen legges frem.", "Nordvik Skar"],
        ["Rydde stranda", "Skar"],
    ]


def test_text_between_parts_two_tables() -> None:
    """Two tables with text between them stay two, whatever their columns."""
    sheets = [Sheet().table(XS, 700, FIRST), Sheet().text(70, 60, "Område 2").table(XS, 80, FIRST)]
    assert len(opened(pdf(*sheets)).tables) == 2


def test_tables_with_other_columns_stay_two() -> None:
    """A table with other columns at the head of the next page is another table."""
    sheets = [Sheet().table(XS, 700, FIRST), Sheet().table((70, 200, 500), 70, [("Rydde", "Nordvik")])]
    assert len(opened(pdf(*sheets)).tables) == 2


def test_a_table_without_lines_goes_on() -> None:
    """Columns without lines go on over the page, and the lines of a cell that were cut off come back to it."""
    first = [("Sak 01", "Godkjenning"), ("Sak 02", "Budsjett"), ("", "Rådet drøftet saken og ba om")]
    second = [("", "en ny plan."), ("Sak 03", "Eventuelt")]
    layout = opened(two(first, second, ruled=False))
    assert rows(layout) == [
        ["Sak 01", "Godkjenning"],
        ["Sak 02", "Budsjett Rådet drøftet saken og ba om en ny plan."],
        ["Sak 03", "Eventuelt"],
    ]


def test_a_row_may_go_on_over_three_pages() -> None:
    """A row that fills a page of its own is still one row."""
    sheets = [
        Sheet().table(XS, 700, [HEAD, ("Lage en plan for", "Nordvik")]),
        Sheet().table(XS, 70, [("frivillig innsats", "")]),
        Sheet().table(XS, 70, [("i nærmiljøene.", ""), ("Rydde stranda", "Skar")]),
    ]
    layout = opened(pdf(*sheets))
    assert rows(layout) == [
        list(HEAD),
        ["Lage en plan for frivillig innsats i nærmiljøene.", "Nordvik"],
        ["Rydde stranda", "Skar"],
    ]
    assert [(page.first, page.last) for page in layout.pages] == [(1, 4), (5, 5), (6, 8)]


@pytest.mark.parametrize(
    ("above", "below", "one"),
    [
        (["Lage en plan:", "• lekeplasser"], "• ballbinger", True),
        (["Lage en plan for:"], "• ballbinger", True),
        (["Lage en plan ved å"], "• bygge ballbinger", True),
        (["Lage en plan", "1. lekeplasser"], "2. Ballbinger", True),
        (["Lage en plan", "1. lekeplasser"], "3. Ballbinger", False),
        (["Lage en plan"], "• Ballbinger", False),
        (["• Lage en plan"], "• Ballbinger", False),
        (["1. Lage en plan"], "2. Ballbinger", False),
    ],
)
def test_a_list_that_the_page_cut_is_one_cell(above: list[str], below: str, one: bool) -> None:
    """The next item of a list goes on with the list, unless the table's rows themselves begin with such marks."""
    first = Sheet().table(XS, 680, FIRST).grid(XS, [740, 790]).lines(75, 752, above).text(335, 752, "Nordvik")
    layout = opened(pdf(first, Sheet().table(XS, 70, [(below, "Skar"), ("Rydde stranda", "Skar")])))
    end = [[" ".join([*above, below]), "Nordvik Skar"]] if one else [[" ".join(above), "Nordvik"], [below, "Skar"]]
    assert rows(layout) == [*map(list, FIRST), *end, ["Rydde stranda", "Skar"]]


def test_the_rest_of_a_row_under_one_merged_cell() -> None:
    """Cells that go on over the page under a cell that lies over them all are of that cell, and none covers another."""
    first = Sheet().lines(70, 100, ["Innledning til planen."]).cells((75, 205), 714, [("Tiltak", "Ansvar")])
    first.rule(70, 700, 500, 700).rule(70, 720, 500, 720).rule(200, 700, 200, 720)
    first.rule(70, 700, 70, 780).rule(500, 700, 500, 780).text(75, 734, "Bygge rampe ved rådhuset og")
    second = Sheet().cells((75, 205), 74, [("gjerde", "ved kirken"), ("Male", "Skar")]).text(70, 400, "Slutt.")
    second.rule(70, 80, 500, 80).rule(70, 100, 500, 100)
    for x in (70, 200, 500):
        second.rule(x, 60, x, 100)
    layout = opened(pdf(first, second))
    assert check_layout(layout) == []
    assert rows(layout) == [["Tiltak", "Ansvar"], ["Bygge rampe ved rådhuset og gjerde ved kirken"], ["Male", "Skar"]]


PLAN = (70, 180, 380, 500)


def merged(
    first: Sequence[str], second: Sequence[str], *, closed: bool = True, rows_below: int = 2, over: str = "Vik"
) -> Layout:
    """Return a table over two pages whose last column is one cell beside two rows above the break and some below it.

    Its texts are given for each page, and what stands over it; `closed` tells whether lines close it there.
    """
    above = (
        Sheet().lines(70, 100, ["Innledning."]).table(PLAN, 600, [("Tiltak", "Frist", "Ansvar"), ("Rydde", "1", over)])
    )
    below = Sheet().table(PLAN, 60 + 40 * rows_below, [("Holde fest", "6", "Skar")])
    for sheet, top, count in ((above, 640, 2), (below, 60, rows_below)):
        for x in PLAN:
            sheet.rule(x, top, x, top + 40 * count)
        for row in range(1, count):
            sheet.rule(70, top + 40 * row, 380, top + 40 * row)
        if closed:
            sheet.rule(70, top, 500, top).rule(70, top + 40 * count, 500, top + 40 * count)
    above.cells((75, 185), 654, [("Bygge", "2"), ("Male", "3")], 40).lines(385, 654, first)
    below.cells((75, 185), 74, [("Stelle", "4"), ("Kartlegge", "5")][:rows_below], 40).lines(385, 74, second)
    layout = opened(pdf(above, below.lines(70, 400, ["Slutt."])))
    assert check_layout(layout) == []
    return layout


def last_column(layout: Layout) -> list[tuple[int, int, str]]:
    """Return row, rowspan and text of the cells of the last column."""
    return [(cell.row, cell.rowspan, cell.text) for row in layout.tables[0].rows for cell in row if cell.column == 2]


@pytest.mark.parametrize(
    ("first", "second", "rows_below", "whole"),
    [
        (["Teknisk etat"], [], 2, "Teknisk etat"),
        (["Teknisk etat"], [], 1, "Teknisk etat"),
        (["Teknisk etat og"], ["frivillige"], 2, "Teknisk etat og frivillige"),
    ],
)
def test_a_merged_cell_goes_on_over_the_page(first: list[str], second: list[str], rows_below: int, whole: str) -> None:
    """A merged cell that reaches the page's end covers the rows below it too, where it is empty or goes on there."""
    layout = merged(first, second, rows_below=rows_below)
    end = (4 + rows_below, 1, "Skar")
    assert last_column(layout) == [(0, 1, "Ansvar"), (1, 1, "Vik"), (2, 2 + rows_below, whole), end]


@pytest.mark.parametrize(
    ("first", "second", "rows_below"),
    [(["Teknisk etat"], ["Nordvik vel"], 2), ([], [], 2), (["Teknisk etat"], ["Teknisk etat"], 1)],
)
def test_another_cell_below_the_page_break_is_no_rest(first: list[str], second: list[str], rows_below: int) -> None:
    """A text that begins anew is of another cell, and nothing goes on with what is empty."""
    texts_of = [" ".join(first), " ".join(second)]
    assert [text for _, _, text in last_column(merged(first, second, rows_below=rows_below))][2:4] == texts_of


def test_an_empty_cell_goes_on_where_others_are_empty_too() -> None:
    """Where a column has empty cells, one cell alone is empty by itself, and one that is merged the rest of another."""
    assert (2, 4, "Teknisk etat") in last_column(merged(["Teknisk etat"], [], over=""))
    assert (2, 2, "Teknisk etat") in last_column(merged(["Teknisk etat"], [], over="", rows_below=1))


def test_a_merged_cell_goes_on_as_wide_as_it_is() -> None:
    """An empty cell over more columns is no rest of it."""
    line = TextLine("Teknisk etat", 1, 75, 160, 134, 11, bold=False, italic=False)
    cells = [[TableCell(0, 0, 2, lines=[line]), TableCell(0, 1)], [TableCell(1, 1)]]
    table = PageTable(1, cells, [70, 180, 380], ruled=True, top=120, bottom=160)
    assert merged_above(table, TableCell(0, 0, 2), []) is cells[0][0]
    assert merged_above(table, TableCell(0, 0, 2, 2), []) is None


def test_a_cut_row_beside_a_merged_cell() -> None:
    """Where the break cuts a row, a merged cell of an earlier row goes on beside its rest, and no cell lies over it."""
    layout = merged(["Teknisk etat"], [], closed=False)
    assert rows(layout)[3:] == [["Male Stelle", "3 4"], ["Kartlegge", "5"], ["Holde fest", "6", "Skar"]]
    assert last_column(layout)[2:] == [(2, 3, "Teknisk etat"), (5, 1, "Skar")]
