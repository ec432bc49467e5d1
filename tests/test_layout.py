from __future__ import annotations

import hashlib
import itertools

import pytest
from attrs.exceptions import FrozenInstanceError
from hypothesis import given
from hypothesis import strategies as st

from govdocs import Layout, Line, Source, Span
from govdocs.layout import Cell, Page, Table, merged


def line(number: int, text: str = "x", page: int = 1, cell: tuple[int, int, int] | None = None) -> Line:
    return Line(number=number, page=page, text=text, cell=cell)


def layout(lines: tuple[Line, ...], tables: tuple[Table, ...] = ()) -> Layout:
    last = max((each.page for each in lines), default=1)
    pages = []
    for number in range(1, last + 1):
        mine = [each.number for each in lines if each.page == number]
        before = max((each.number for each in lines if each.page < number), default=0)
        pages.append(Page(number=number, first=mine[0] if mine else before + 1, last=mine[-1] if mine else before))
    source = Source(name="a.txt", data=b"a")
    return Layout(
        source=source,
        media_type="text/plain",
        opener="x",
        opener_version="1",
        pages=tuple(pages),
        lines=lines,
        tables=tables,
    )


def rows(*numbers: tuple[tuple[int, ...], ...]) -> Table:
    """A table whose cells hold the lines of the given numbers, named by row and column."""
    table = tuple(
        tuple(
            Cell(row=r, column=c, lines=tuple(line(n, f"r{r}c{c}", cell=(0, r, c)) for n in cell))
            for c, cell in enumerate(row)
        )
        for r, row in enumerate(numbers)
    )
    every = [n for row in numbers for cell in row for n in cell]
    return Table(number=0, first=min(every), last=max(every), rows=table)


def test_a_line_that_holds_several_cells_flows_cell_by_cell() -> None:
    """Lines of text outside tables stand once; one line over two cells gives a line for each, in reading order."""
    found = layout(tuple(line(n, f"line {n}") for n in range(1, 6)), (rows(((2,), (2,)), ((3, 4), (3,))),))
    assert [(each.number, each.text) for each in found.flow] == [
        (1, "line 1"),
        (2, "r0c0"),
        (2, "r0c1"),
        (3, "r1c0"),
        (3, "r1c1"),
        (4, "r1c0"),
        (5, "line 5"),
    ]
    assert [each.number for each in found.between(2, 3)] == [2, 2, 3, 3]
    assert [each.text for each in found.between(4, 9)] == ["r1c0", "line 5"]
    assert list(found.between(6, 9)) == []


def test_cells_that_are_the_lines_themselves_are_not_doubled() -> None:
    """Where a format gives each cell lines of its own, the table repeats no line of the flow."""
    lines = (line(1, "a", cell=(0, 0, 0)), line(2, "b", cell=(0, 0, 1)))
    table = Table(
        number=0,
        first=1,
        last=2,
        rows=((Cell(row=0, column=0, lines=lines[:1]), Cell(row=0, column=1, lines=lines[1:])),),
    )
    assert layout(lines, (table,)).flow == lines


@given(st.lists(st.integers(0, 3), min_size=1, max_size=30), st.integers(1, 40), st.integers(1, 40))
def test_between_is_the_flow_cut_by_number(copies: list[int], first: int, last: int) -> None:
    """Whatever the cells, `between` gives the same lines as looking at each one of the flow."""
    lines = tuple(line(number) for number in range(1, len(copies) + 1))
    cells = tuple(
        tuple(Cell(row=r, column=c, lines=(line(r + 1, f"{r}{c}", cell=(0, r, c)),)) for c in range(count))
        for r, count in enumerate(copies)
    )
    found = layout(lines, (Table(number=0, first=1, last=len(lines), rows=cells),))
    assert list(found.between(first, last)) == [each for each in found.flow if first <= each.number <= last]


def test_a_span_begins_on_the_page_of_its_first_line() -> None:
    """A span may go over pages, and names the first."""
    found = layout((line(1), line(2, page=2), line(3, page=2)))
    assert found.span(1, 3) == Span(page=1, first=1, last=3)
    assert found.span(2, 3) == Span(page=2, first=2, last=3)


def test_spans_sort_by_place() -> None:
    """Findings and records are put in the order of the document by comparing spans."""
    late, early = Span(page=2, first=9, last=9), Span(page=1, first=3, last=8)
    assert sorted([late, early]) == [early, late]


def test_a_cell_is_its_lines_in_one_text() -> None:
    """Empty lines of a cell leave no double blanks."""
    assert Cell(row=0, column=0, lines=(line(1, "Ansvar:"), line(2, ""), line(3, "RHF"))).text == "Ansvar: RHF"
    assert Cell(row=0, column=0).text == ""


def test_a_source_is_known_by_its_bytes() -> None:
    """The hash is of the content alone; the suffix is that of the name, in small letters."""
    source = Source(name="Referat.PDF", data=b"%PDF")
    assert source.sha256 == hashlib.sha256(b"%PDF").hexdigest()
    assert [Source(name=n, data=b"").suffix for n in ("Referat.PDF", "a.zip/møte.Txt", "README", ".htaccess")] == [
        ".pdf",
        ".txt",
        "",
        "",
    ]
    assert "%PDF" not in repr(source), "a whole file in a traceback helps nobody"


@pytest.mark.parametrize(
    "thing",
    [
        line(1),
        Span(page=1, first=1, last=1),
        Page(number=1, first=1, last=1),
        Cell(row=0, column=0),
        layout((line(1),)),
    ],
    ids=lambda thing: type(thing).__name__,
)
def test_what_crosses_a_step_is_frozen(thing: object) -> None:
    """No plugin can change what the next one gets, short of breaking in."""
    name = next(iter(thing.__attrs_attrs__)).name  # type: ignore[attr-defined]
    with pytest.raises(FrozenInstanceError):
        setattr(thing, name, None)
    with pytest.raises(TypeError):
        type(thing)(1)  # keyword-only


@given(st.lists(st.tuples(st.integers(1, 40), st.integers(0, 10)).map(lambda pair: (pair[0], pair[0] + pair[1]))))
def test_merged_ranges_cover_the_same_numbers_in_fewest_pieces(ranges: list[tuple[int, int]]) -> None:
    """Ranges that touch or overlap become one, sorted; no number is lost or won."""
    out = merged(ranges)
    assert {n for a, b in out for n in range(a, b + 1)} == {n for a, b in ranges for n in range(a, b + 1)}
    assert all(one[1] + 1 < other[0] for one, other in itertools.pairwise(out))
