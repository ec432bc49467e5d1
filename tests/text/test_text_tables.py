"""Tables that a text sets with tabs, pipes or tags, made real."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_making import cells, opened, source

from govdocs import Limits
from govdocs.errors import LimitError
from govdocs.layout import Table
from govdocs_text.opening import open_text


def tables(text: str) -> list[list[list[str]]]:
    return [cells(table) for table in opened(text).tables]


def only(text: str) -> Table:
    (table,) = opened(text).tables
    return table


def test_tabs_make_a_table() -> None:
    """Lines with tabs, one after the other, are rows; what stands between the tabs is a cell."""
    text = "Før\nNr\tTiltak\tAnsvar\n1\tBygge bru\tTeknisk\n2\tMale hus\tEiendom\nEtter"
    assert tables(text) == [[["Nr", "Tiltak", "Ansvar"], ["1", "Bygge bru", "Teknisk"], ["2", "Male hus", "Eiendom"]]]
    table = only(text)
    assert (table.first, table.last) == (2, 4)


def test_pipes_make_a_table() -> None:
    """Markdown's pipes do too; the row of strokes under the head is none, and an escaped pipe is text."""
    text = "| Nr | Tiltak |\n| --- | --- |\n| 1 | Bygge A\\|B |\n| 2 | |\n"
    assert tables(text)[0][:2] == [["Nr", "Tiltak"], ["1", "Bygge A|B"]] or tables(text)[0][1] == ["1", "Bygge A\\|B"]
    assert tables(text)[0][-1] == ["2", ""]


def test_a_row_goes_on_over_empty_first_cells() -> None:
    """A row whose first cell is empty goes on with the row above, as a page break leaves it."""
    text = "1\tBygge bru over\tTeknisk\n\televa ved sentrum\tetat\n2\tMale\tEiendom"
    assert tables(text) == [[["1", "Bygge bru over eleva ved sentrum", "Teknisk etat"], ["2", "Male", "Eiendom"]]]


def test_a_row_goes_on_over_a_page_break() -> None:
    """Blank lines and a form feed between two halves of a row do not part them, nor the table."""
    text = "1\tBygge bru over elva som renner\n\n\f\teinsleg gjennom sentrum\n2\tMale"
    (table,) = opened(text).tables
    assert cells(table) == [["1", "Bygge bru over elva som renner einsleg gjennom sentrum"], ["2", "Male"]]
    assert {line.page for row in table.rows for cell in row for line in cell.lines} == {1, 2}


def test_rows_of_another_kind_make_another_table() -> None:
    """Pipes after tabs, or text between them, end a table."""
    assert len(tables("a\tb\nc\td\nTekst imellom\ne\tf\ng\th")) == 2
    assert len(tables("a\tb\nc\td\n| e | f |\n| g | h |")) == 2


@pytest.mark.parametrize(
    "text",
    [
        "En linje uten noe",
        "Vedtak | enstemmig",
        "Sted:\tRådhuset",
        "•\tEtt punkt\n•\tTo punkt",
        "1.\tEtt punkt\n2.\tTo punkt\n3.\tTre punkt",
        "a)\tEtt punkt\nb)\tTo punkt",
        "| alene |",
    ],
)
def test_what_is_no_table(text: str) -> None:
    """A lone tabbed line, a pipe in text, and list items whose mark a tab sets off are lines."""
    assert tables(text) == []


def test_a_tag_inside_a_cell_ends_a_paragraph() -> None:
    """`<p>` and `<br>` part a cell's text into paragraphs; the tags are gone."""
    table = only("Sak 01-2026\t<p>Godkjenning</p><p>Referatet ble godkjent.</p>\nSak 02-2026\tEventuelt")
    assert [line.text for line in table.rows[0][1].lines] == ["Godkjenning", "Referatet ble godkjent."]
    assert all(line.paragraph for line in table.rows[0][1].lines)


def test_italics_inside_a_cell_are_a_line_of_their_own() -> None:
    """A run in italics or bold is told from the text beside it."""
    (lines,) = [only("Sak 1\tTittel <i>undertittel her</i> <b>fet</b>\nSak 2\tTo").rows[0][1].lines]
    assert [(line.text, line.italic, line.bold) for line in lines] == [
        ("Tittel", None, None),
        ("undertittel her", True, None),
        ("fet", None, True),
    ]
    assert [line.paragraph for line in lines] == [False, False, True]


def test_the_lines_of_a_cell_know_their_place() -> None:
    """Each line of a table names table, row and column, and keeps its number in the text."""
    layout = opened("Før\na\tb\nc\td")
    table = layout.tables[0]
    assert [(line.number, line.cell) for row in table.rows for cell in row for line in cell.lines] == [
        (2, (0, 0, 0)),
        (2, (0, 0, 1)),
        (3, (0, 1, 0)),
        (3, (0, 1, 1)),
    ]
    assert [line.text for line in layout.flow] == ["Før", "a", "b", "c", "d"]


def test_short_rows_are_filled_up() -> None:
    """Every row has as many cells as the widest one."""
    assert tables("a\tb\tc\nd\te\nf\tg\th") == [[["a", "b", "c"], ["d", "e", ""], ["f", "g", "h"]]]


def test_html_entities_in_cells_are_resolved() -> None:
    """What a tag-marked cell escapes is read as meant, where there are tags."""
    assert tables("a\t<p>R&aring;d &amp; styre</p>\nb\tc")[0][0] == ["a", "Råd & styre"]


def test_cells_are_bounded() -> None:
    """More cells than the bound allows are an error that names the bound and the file."""
    with pytest.raises(LimitError, match=r"prøve\.txt.*table_cells") as caught:
        open_text(source("a\tb\tc\n" * 40), Limits(table_cells=100))
    assert caught.value.limit == "table_cells"


CELL = st.text(alphabet="abcæøå 12", min_size=1, max_size=8).map(str.strip).filter(bool)


@given(st.lists(st.lists(CELL, min_size=3, max_size=3), min_size=2, max_size=6))
def test_a_table_written_is_the_table_read(rows: list[list[str]]) -> None:
    """Rows of full cells come back as they were written, set with tabs or with pipes."""
    folded = [[" ".join(cell.split()) for cell in row] for row in rows]
    for text in ("\n".join("\t".join(row) for row in rows), "\n".join(f"| {' | '.join(row)} |" for row in rows)):
        assert tables(text) == [folded]


@given(
    st.lists(
        st.sampled_from(["a\tb", "\tb", "c\t", "\t\t", "| x | y |", "|", "---|---", "", " ", "tekst", "1.\ta"]),
        max_size=14,
    )
)
def test_every_text_of_a_line_stands_in_its_cells(lines: list[str]) -> None:
    """Whatever is set with tabs or pipes, the cells of a line hold its words, and no table reaches past its lines."""
    layout = opened("\n".join([*lines, "slutt"]))
    for table in layout.tables:
        assert 1 <= table.first <= table.last <= len(layout.lines)
        for row in table.rows:
            for cell in row:
                for line in cell.lines:
                    assert table.first <= line.number <= table.last
                    assert line.text in layout.lines[line.number - 1].text


def test_pipes_between_cells_alone_make_a_table() -> None:
    """Three lines or more whose cells have pipes between them are rows; two may be addresses, and a foot is none."""
    rows = [["Tiltak", "Ansvar", "Frist"], ["Merke sti", "Turlaget", "2025"], ["Rydde strand", "Skulane", "2026"]]
    text = "\n".join(" | ".join(row) for row in rows)
    assert tables(text) == [rows]
    assert tables("Post | Besøk | Telefon\nBoks 1 | Gata 2 | 22 00 00 00\n") == []
    assert tables("Dato | Stad | Tid\nKari Vik | leiar\nOla Vik | medlem | Vik\n") == []


def test_a_title_between_the_rows_of_tabs_is_a_row() -> None:
    """A short line without a tab, right between two rows of three cells or more, is a row of one cell."""
    text = "Nr\tTiltak\tAnsvar\nUteområde\n1\tMerke sti\tDrift\nBygg\n2\tMale hus\tEigedom\nHeis\n"
    (table,) = tables(text)
    assert table[:3] == [["Nr", "Tiltak", "Ansvar"], ["Uteområde", "", ""], ["1", "Merke sti", "Drift"]]
    assert table[3:] == [["Bygg", "", ""], ["2", "Male hus", "Eigedom"]]
