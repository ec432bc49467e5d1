"""The composer of layouts: numbers, pages, tables, tabs and bounds, without any format."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs import Layout, Limits, Source
from govdocs.composition import Composer, Draft, DraftCell, Piece, is_page_number, joined
from govdocs.errors import LimitError
from govdocs.typography import plain

SOURCE = Source(name="prøve", data=b"x")


def composer(**bounds: float) -> Composer:
    return Composer(SOURCE, Limits(**bounds))


def done(made: Composer, pages: int = 1) -> Layout:
    return made.layout(media_type="text/x", opener="test", version="1", pages=pages)


def line(text: str, **facts: object) -> list[Draft]:
    return [Draft(text=piece, **facts) for piece in text.split("\t")]  # type: ignore[arg-type]


def grid(layout: Layout) -> list[list[list[str]]]:
    return [[[cell.text for cell in row] for row in table.rows] for table in layout.tables]


def test_lines_are_numbered_plain_and_on_pages_in_order() -> None:
    """Lines have numbers from 1, plain text, and never stand on an earlier page than the line before."""
    made = composer()
    made.line(Draft(text="a\u00a0b", page=2))
    made.line(Draft(text="c", page=1))
    layout = done(made, pages=3)
    assert [(found.number, found.page, found.text) for found in layout.lines] == [(1, 2, "a b"), (2, 2, "c")]
    assert [(page.first, page.last) for page in layout.pages] == [(1, 0), (1, 2), (3, 2)]


def test_facts_of_a_line_without_text_are_none() -> None:
    """A blank line is not bold, no heading and no furniture."""
    made = composer()
    made.line(Draft(text=" ", bold=True, heading=1, furniture="running-head"))
    found = done(made).lines[0]
    assert (found.text, found.bold, found.heading, found.furniture) == ("", None, None, None)


def test_table_columns_without_gaps() -> None:
    """Columns nobody starts in are no columns, and a cell covers those that start within it."""
    made = composer()
    made.table([
        [DraftCell(column=0, colspan=6, lines=[Draft(text="a")])],
        [
            DraftCell(column=0, colspan=4, lines=[Draft(text="b")]),
            DraftCell(column=4, colspan=2, lines=[Draft(text="c")]),
        ],
    ])  # fmt: skip
    assert [[(c.column, c.colspan) for c in row] for row in done(made).tables[0].rows] == [[(0, 2)], [(0, 1), (1, 1)]]


@given(st.lists(st.lists(st.integers(1, 4), min_size=1, max_size=5), min_size=1, max_size=5), st.data())
def test_cells_of_a_row_have_columns_of_their_own(spans: list[list[int]], data: st.DataObject) -> None:
    """However the edges of a grid lie, no two cells of a row share a column, and their order stays."""
    width = max(map(sum, spans))
    steps = data.draw(st.lists(st.floats(0.5, 60), min_size=width, max_size=width))
    edges = [sum(steps[:n]) for n in range(width + 1)]
    rows = []
    for row in spans:
        cells, column = [], 0
        for span in row:
            cells.append(DraftCell(column=column, colspan=span, lines=[Draft(text="x")]))
            column += span
        rows.append(cells)
    made = composer()
    made.table(rows, edges)
    for row in done(made).tables[0].rows:
        columns = [cell.column for cell in row]
        assert columns == sorted(set(columns))
        assert all(a.column + a.colspan <= b.column for a, b in pairwise(row))


def test_tabbed_lines_wait_for_their_likes() -> None:
    """A run of tabbed lines is one table, broken by any other line; page furniture between does not break it."""
    made = composer()
    for text in ("a\tb", "c\td"):
        made.line(*line(text))
    made.line(Draft(text="fot", furniture="running-foot"))
    made.line(*line("e\tf", page=2))
    made.line(Draft(text="g", page=2))
    made.line(*line("h\ti", page=2))
    layout = done(made)
    assert grid(layout) == [[["a", "b"], ["c", "d"], ["e", "f"]], [["h", "i"]]]
    assert [found.text for found in layout.lines] == ["a", "b", "c", "d", "e", "f", "fot", "g", "h", "i"]


def test_column_of_numbers_typed_before_names() -> None:
    """A number typed in front of a name is part of the name and no column; a time of day is one."""
    made = composer()
    for text in ("1.\tKari\tSund", "2.\tOla\tNord"):
        made.line(*line(text))
    made.line(Draft(text="x"))
    for text in ("10.15\tSak 1", "11.00\tLunsj"):
        made.line(*line(text))
    assert grid(done(made)) == [
        [["1. Kari", "Sund"], ["2. Ola", "Nord"]], [["10.15", "Sak 1"], ["11.00", "Lunsj"]],
    ]  # fmt: skip


def test_long_text_before_a_lone_tab_is_no_label() -> None:
    """A lone tab in running text makes no cells."""
    made = composer()
    made.line(*line("Rådet " * 30 + "\tvedtok"))
    layout = done(made)
    assert not layout.tables
    assert layout.lines[0].gaps == (180,)


@given(st.lists(st.text("ab1.\t ", max_size=8), max_size=12))
def test_tabs_lose_no_text(texts: list[str]) -> None:
    """Whatever is made of tabs, all text stays, and nothing comes to it."""
    made = composer()
    for text in texts:
        made.line(*line(text))
    layout = done(made)
    found = "".join(line.text for line in layout.lines)
    assert sorted(found.replace(" ", "")) == sorted("".join("".join(texts).split()))
    assert [line.number for line in layout.lines] == list(range(1, len(layout.lines) + 1))
    for table in layout.tables:
        assert table.first <= table.last
        assert {len(row) for row in table.rows} == {len(table.rows[0])}


def test_joined_pieces() -> None:
    """Pieces joined are bold where all are, of the size of the longest, indented by the tabs in front."""
    one = joined([Draft(), Draft(text="Sak", bold=True, size=11), Draft(text="Tittelen", bold=False, size=14)])
    assert (plain(one.text), one.bold, one.size, one.indent) == ("Sak Tittelen", False, 14, 36)


def test_piece_takes_its_facts_from_its_letters() -> None:
    """Blank runs say nothing of a piece; one untold run leaves it untold; its size is that of most letters."""
    piece = Piece()
    for text, bold, size in (("  ", False, 30), ("Vedtak", True, 11), (" ", False, 30), ("A", True, 20)):
        piece.add(text, 4, bold, False, size)
    draft = piece.draft(9)
    assert (draft.text, draft.page, draft.bold, draft.size) == ("  Vedtak A", 4, True, 11)
    piece.add("x", 5, None, None, None)
    assert piece.draft(9).bold is None
    assert (Piece().draft(9).page, Piece().draft(9).bold) == (9, None)


def test_bounds() -> None:
    """Lines, their length, pages and cells are bounded; the error names bound and source."""
    made = composer(lines=2)
    made.line(Draft(text="a"))
    made.line(Draft(text="b"))
    with pytest.raises(LimitError, match="prøve: passes the bound lines"):
        made.line(Draft(text="c"))
    with pytest.raises(LimitError, match="line_length"):
        composer(line_length=3).line(Draft(text="abcd"))
    with pytest.raises(LimitError, match="pages"):
        done(composer(pages=2), pages=3)
    made = composer(table_cells=4)
    made.spend_cells(4)
    with pytest.raises(LimitError, match="table_cells"):
        made.spend_cells()
    made = composer(table_cells=3)
    made.line(*line("a\tb"))
    made.line(*line("c\td"))
    with pytest.raises(LimitError, match="table_cells"):
        done(made)


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Side 1 av 3", True), ("3", True), ("- 3 -", True), ("s. 4", True), ("Page 2 of 9", True), ("1/12", True),
        ("Side", True), ("Sak 3", False), ("Rådet 3", False), ("Side 3 Rådet", False),
    ],
)  # fmt: skip
def test_page_numbers(text: str, number: bool) -> None:
    """A line that numbers the page holds a number and the words for it, and nothing else."""
    assert is_page_number(text) is number
