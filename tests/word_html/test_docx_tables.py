"""Tables of Word documents: merged, nested, uneven and boxed; and those that are set with tabs."""

from __future__ import annotations

import pytest
from word_making import (
    cell,
    document,
    docx,
    grid,
    item,
    level,
    lists,
    opened,
    p,
    read,
    row,
    style,
    styles,
    t,
    table,
    texts,
)  # fmt: skip

from govdocs.errors import LimitError
from govdocs.limits import Limits


def span(columns: int) -> str:
    return f'<w:gridSpan w:val="{columns}"/>'


def test_lines_know_their_cells() -> None:
    """Lines of a table are numbered cell by cell, row by row, and say table, row and column."""
    layout = read(p("før"), table(row("a", cell(p("b") + p("c"))), row("d", "e")), p("etter"))
    assert [(line.text, line.cell) for line in layout.lines] == [
        ("før", None), ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 0, 1)), ("d", (0, 1, 0)), ("e", (0, 1, 1)),
        ("etter", None),
    ]  # fmt: skip
    found = layout.tables[0]
    assert (found.first, found.last, found.number) == (2, 6, 0)
    assert all(line is layout.lines[line.number - 1] for r in found.rows for c in r for line in c.lines)


def test_merged_across_and_down() -> None:
    """A cell over two columns and one over two rows stand once, with what they cover."""
    layout = read(
        table(
            row(cell("topp", span(2)), "x"),
            row(cell("ned", '<w:vMerge w:val="restart"/>'), "b", "c"),
            row(cell("", "<w:vMerge/>"), "e", "f"),
        )
    )
    assert grid(layout) == [["topp", "x"], ["ned", "b", "c"], ["e", "f"]]
    cells = [[(c.column, c.colspan, c.rowspan) for c in r] for r in layout.tables[0].rows]
    assert cells == [[(0, 2, 1), (2, 1, 1)], [(0, 1, 2), (1, 1, 1), (2, 1, 1)], [(1, 1, 1), (2, 1, 1)]]


def test_old_merge_across() -> None:
    """Cells merged in the old way are one cell."""
    layout = read(
        table(row(cell("a", '<w:hMerge w:val="restart"/>'), cell("", "<w:hMerge/>"), "c"), row("d", "e", "f"))
    )
    assert grid(layout) == [["a", "c"], ["d", "e", "f"]]
    assert layout.tables[0].rows[0][0].colspan == 2


def test_text_under_a_merge_is_kept_once() -> None:
    """What stands in a cell that is merged away is not lost, and not doubled where it repeats the text above."""
    restart, on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    assert grid(read(table(row(cell("a", restart), "b"), row(cell("a", on), "c"), row(cell("d", on), "e")))) == [
        ["a d", "b"], ["c"], ["e"],
    ]  # fmt: skip


def test_nested_table_is_text_of_its_cell() -> None:
    """A table in a cell gives its text to that cell in reading order, once."""
    inner = table(row("i1", "i2"), row("i3", cell(table(row("dypt", "dypest")) + p(""))))
    layout = read(table(row("a", cell(p("før") + inner + p("etter"))), row("b", "c")))
    assert grid(layout) == [["a", "før i1 i2 i3 dypt dypest etter"], ["b", "c"]]
    assert len(layout.tables) == 1


def test_box_around_text_is_no_table() -> None:
    """A table of one cell is a box: its text is text, and a table in it is a table."""
    layout = read(
        table(row(cell(p("Vedtak:") + p("Saken utsettes.") + table(row("a", "b"), row("c", "d")) + p("slutt"))))
    )
    assert texts(layout) == ["Vedtak:", "Saken utsettes.", "a", "b", "c", "d", "slutt"]
    assert [line.cell for line in layout.lines] == [
        None, None, (0, 0, 0), (0, 0, 1), (0, 1, 0), (0, 1, 1), None,
    ]  # fmt: skip


def test_uneven_edges_are_one_column() -> None:
    """Rows drawn with edges a few points apart have the same columns; a real narrow column stays one."""
    drawn = (100, 5, 95, 10, 90)
    layout = read(table(row(cell("a"), cell("b", span(4))), row(cell("c", span(2)), cell("d", span(3))), widths=drawn))
    assert [[c.column for c in r] for r in layout.tables[0].rows] == [[0, 1], [0, 1]]
    layout = read(
        table(row(cell("a"), cell("*"), cell("b", span(3))), row(cell("c", span(2)), cell("d", span(3))), widths=drawn)
    )
    assert [[(c.column, c.colspan) for c in r] for r in layout.tables[0].rows] == [
        [(0, 1), (1, 1), (2, 1)], [(0, 2), (2, 1)],
    ]  # fmt: skip


def test_columns_are_numbered_without_gaps() -> None:
    """A grid of many columns of which two are used is a table of two columns."""
    layout = read(table(row(cell("a", span(3)), cell("b", span(4))), row(cell("c", span(3)), cell("d", span(4)))))
    assert [[(c.column, c.colspan) for c in r] for r in layout.tables[0].rows] == [[(0, 1), (1, 1)]] * 2


def test_free_columns_in_front() -> None:
    """A row may start after columns that it leaves free."""
    layout = read(table(row("a", "b", "c"), row("x", "y", properties='<w:gridBefore w:val="1"/>')))
    assert [c.column for c in layout.tables[0].rows[1]] == [1, 2]


def test_rows_and_cells_in_content_controls() -> None:
    """Rows and cells within content controls count like any other."""
    wrapped = f"<w:sdt><w:sdtContent>{row('c', 'd')}</w:sdtContent></w:sdt>"
    inner = f"<w:tr><w:sdt><w:sdtContent>{cell('e')}</w:sdtContent></w:sdt>{cell('f')}</w:tr>"
    assert grid(read(table(row("a", "b"), wrapped, inner))) == [["a", "b"], ["c", "d"], ["e", "f"]]


def test_removed_row_is_gone() -> None:
    """A row that a tracked change takes out is not read, and that is told."""
    layout = read(table(row("a", "b"), row("x", "y", properties="<w:del/>"), row("c", "d")))
    assert grid(layout) == [["a", "b"], ["c", "d"]]
    assert [remark.code for remark in layout.remarks] == ["GD803"]


def test_removed_cell_is_gone() -> None:
    """A cell that a tracked change takes out is not read, in a nested table neither."""
    inner = table(row(cell("ny"), cell("bort", "<w:cellDel/>")), row("borte", properties="<w:del/>"))
    layout = read(table(row("a", cell("b", "<w:cellDel/>"), "c"), row(cell(inner + p("")), "d")))
    assert grid(layout) == [["a", "c"], ["ny", "d"]]


def test_foreign_chunk_in_a_cell() -> None:
    """A document of another kind within a cell is passed over with the rest of the cell kept, and that is told."""
    layout = read(table(row(cell('<w:altChunk r:id="x"/>' + p("a")), "b"), row("c", "d")))
    assert grid(layout) == [["a", "b"], ["c", "d"]]
    assert [remark.code for remark in layout.remarks] == ["GD805"]


def test_empty_cells_stay_and_empty_table_goes() -> None:
    """An empty cell keeps its place; a table without any text is none."""
    layout = read(table(row("a", ""), row("", "d")), table(row("", ""), row("", "")), table(row("x", "y")))
    assert [grid(layout, n) for n in range(len(layout.tables))] == [[["a", ""], ["", "d"]], [["x", "y"]]]
    assert [found.number for found in layout.tables] == [0, 1]


def test_bold_first_row_by_the_table_style() -> None:
    """A table style that sets its first row in bold does so where the table has it switched on."""
    parts = styles(style("G", '<w:tblStylePr w:type="firstRow"><w:rPr><w:b/></w:rPr></w:tblStylePr>', kind="table"))
    for look, bold in (('w:firstRow="1"', True), ('w:val="0020"', True), ('w:val="0020" w:firstRow="0"', False)):
        properties = f'<w:tblStyle w:val="G"/><w:tblLook {look}/>'
        layout = read(table(row("a", "b"), row("c", "d"), properties=properties), styles=parts)
        assert [line.bold for line in layout.lines] == [bold, bold, False, False]


def test_text_box_and_list_in_a_cell() -> None:
    """Text boxes and list marks in a cell are part of its text."""
    box = f"<w:r><w:pict><w:txbxContent>{p('boks')}</w:txbxContent></w:pict></w:r>"
    data = docx(
        table(row(cell(item("en") + item("to")), cell(p(t("a") + box)))),
        parts={"numbering": lists(level("bullet", "•"))},
    )
    assert grid(opened(data)) == [["• en • to", "a boks"]]


def test_million_cells() -> None:
    """A table of more cells than the bound is refused before it is built."""
    rows = row(*["x"] * 100) * 30
    with pytest.raises(LimitError, match="table_cells"):
        opened(docx(table(rows)), limits=Limits(table_cells=2_999))
    assert len(opened(docx(table(rows)), limits=Limits(table_cells=3_000)).tables[0].rows) == 30
    other = docx(
        main=document(table(rows)).replace("<w:", "<x:").replace("</w:", "</x:").replace("xmlns:w=", "xmlns:x=")
    )
    with pytest.raises(LimitError, match="table_cells"):
        opened(other, limits=Limits(table_cells=2_999))


def test_wide_spans_cost_nothing() -> None:
    """A cell that says it covers a million columns is one cell."""
    layout = read(table(row(cell("a", span(1_000_000)), "b"), row("c", "d")))
    assert grid(layout) == [["a", "b"], ["c", "d"]]


def test_tabbed_lines_in_a_row_are_a_table() -> None:
    """Two lines or more with as many tabs are a table, each piece a cell with its own type face."""
    layout = read(
        p("Til stede:"),
        p(t("Navn\tInstitusjon", "<w:b/>")),
        p("Kari Moe\tVestland kommune"),
        p("Ola By\tSund HF"),
        p("slutt"),
    )
    assert grid(layout) == [["Navn", "Institusjon"], ["Kari Moe", "Vestland kommune"], ["Ola By", "Sund HF"]]
    assert [line.bold for line in layout.lines] == [False, True, True, False, False, False, False, False]
    assert [line.cell is None for line in layout.lines] == [True, *[False] * 6, True]


def test_several_tabs_may_be_one_gap() -> None:
    """Who sets columns with one tab here and two there means the same columns."""
    assert grid(read(p("Kari\t\tVestland"), p("Wilhelmine\tSund"), p("Ola\t\t\tNord\t"))) == [
        ["Kari", "Vestland"], ["Wilhelmine", "Sund"], ["Ola", "Nord"],
    ]  # fmt: skip


def test_empty_column_stays_where_tabs_agree() -> None:
    """Where all lines have as many tabs, nothing between two of them is an empty cell."""
    assert grid(read(p("Kari\tSund\tleder"), p("Ola\t\tvara"))) == [["Kari", "Sund", "leder"], ["Ola", "", "vara"]]


def test_label_and_value_are_two_cells() -> None:
    """A lone label with a tab and a value is a table of one row; what stands below it after a tab goes on with it."""
    assert grid(read(p("Sted:\tOslo"), p("x"))) == [["Sted:", "Oslo"]]
    assert grid(read(p("Til stede:\tKari"), p("\tOla"), p("x"))) == [["Til stede:", "Kari Ola"]]
    assert grid(read(p("Tid:\t10\nSted:\tOslo"))) == [["Tid:", "10"], ["Sted:", "Oslo"]]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("1.\tGodkjenning", "1. Godkjenning"), ("a)\tførst", "a) først"), ("•\tpunkt", "• punkt"),
        ("-\tpunkt", "- punkt"),
        ("1.2\tOverskrift", "1.2 Overskrift"), ("\tinnrykk", "innrykk"), ("slutt\t", "slutt"), ("\t\t", ""),
    ],
)  # fmt: skip
def test_tabs_that_set_no_column(text: str, line: str) -> None:
    """A tab after a list's mark, in front or at the end makes no column."""
    layout = read(p(text), p(text))
    assert [found.text for found in layout.lines] == [line, line]
    assert not layout.tables


def test_other_lines_with_tabs_keep_their_gaps() -> None:
    """A lone line of three columns, a heading and a line of contents stay lines and say where the gaps were."""
    parts = styles(style("TOC1", name="toc 1"), style("H", name="heading 1"))
    layout = read(
        p("a\tb\tc"), p("x"), p("Sak 1\tTittel", style="H"), p("Bakgrunn\t3", style="TOC1"),
        p("Vedtak\t4", style="TOC1"),
        styles=parts,
    )  # fmt: skip
    assert not layout.tables
    assert [(line.text, line.gaps) for line in layout.lines] == [
        ("a b c", (2, 4)), ("x", ()), ("Sak 1 Tittel", (6,)), ("Bakgrunn 3", (9,)), ("Vedtak 4", (7,)),
    ]  # fmt: skip


def test_tabs_in_a_cell_are_gaps() -> None:
    """A tab within a real table's cell makes no further table."""
    layout = read(table(row("a\tb", "c"), row("d\te", "f")))
    assert grid(layout) == [["a b", "c"], ["d e", "f"]]
    assert layout.lines[0].gaps == (2,)
