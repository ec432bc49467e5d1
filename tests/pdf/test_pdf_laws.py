"""Laws that hold whatever stands on the page: nothing lost, nothing made up, the same answer twice."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st
from pdf_writing import Sheet, opened, pdf

from govdocs.layout import Layout

WORDS = [f"ord{letter}{number}" for letter in "abcdefghij" for number in range(10)]
PLACES = st.tuples(st.integers(2, 27), st.integers(3, 40), st.sampled_from([7, 11, 16]), st.sampled_from("FBI"))
RULES = st.tuples(st.booleans(), st.integers(1, 28), st.integers(1, 28), st.integers(1, 40))


def drawn(
    words: list[tuple[int, int, int, str]], rules: list[tuple[bool, int, int, int]], start: int
) -> tuple[Sheet, list[str]]:
    """Paint words and lines at places of a coarse net; no two words at one place."""
    sheet, painted, taken = Sheet(), [], set()
    for index, (column, row, size, font) in enumerate(words):
        span = {(column + step, row + down) for step in range(-4, 5) for down in (-1, 0, 1)}
        if (column, row) in taken:
            continue
        taken |= span
        painted.append(WORDS[start + index])
        sheet.text(20 * column, 20 * row, painted[-1], size, font)
    for across, a, b, at in rules:
        if across:
            sheet.rule(20 * a, 20 * at - 14, 20 * b, 20 * at - 14)
        else:
            sheet.rule(20 * (at % 29), 20 * a - 14, 20 * (at % 29), 20 * b - 14)
    return sheet, painted


def words_of(layout: Layout) -> Counter[str]:
    """Count the words of a layout."""
    return Counter(word for line in layout.lines for word in line.text.split())


PAGES = st.lists(st.tuples(st.lists(PLACES, max_size=25), st.lists(RULES, max_size=12)), min_size=1, max_size=3)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_word_comes_out_once(
    pages: list[tuple[list[tuple[int, int, int, str]], list[tuple[bool, int, int, int]]]],
) -> None:
    """Each word that is painted stands in exactly one line, on its page, and no line holds anything else."""
    sheets, painted = [], Counter[str]()
    for index, (words, rules) in enumerate(pages):
        sheet, own = drawn(words, rules, 30 * index)
        sheets.append(sheet)
        painted.update(own)
    data = pdf(*sheets)
    layout = opened(data)
    assert words_of(layout) == painted
    for line in layout.lines:
        for word in line.text.split():
            assert WORDS.index(word) // 30 == line.page - 1
    in_cells = [line.number for table in layout.tables for row in table.rows for cell in row for line in cell.lines]
    assert in_cells == [line.number for line in layout.lines if line.cell is not None]
    again = opened(data)
    assert (again.lines, again.tables) == (layout.lines, layout.tables)


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 4), st.integers(1, 12), st.integers(0, 100))
def test_a_ruled_table_comes_back_as_it_was_drawn(columns: int, count: int, shift: int) -> None:
    """A ruled table of any size gives its rows and cells, wherever it stands on the page."""
    cells = [[f"{row}.{column}" for column in range(columns + 1)] for row in range(count)]
    xs = [60 + shift / 3 + 80 * column for column in range(columns + 2)]
    layout = opened(pdf(Sheet().table(xs, 200 + shift, cells)))
    assert [[cell.text for cell in row] for row in layout.tables[0].rows] == cells
