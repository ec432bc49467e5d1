"""All that looks like a plan in some lines: tables of any make, lists of measures, and what is left as running text."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise

from attrs import define, evolve, field

from govdocs.layout import Line, Table
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap, words_of
from govdocs.reading.plans.announced import find_announced
from govdocs.reading.plans.borders import Borders
from govdocs.reading.plans.columns import Kind, find_headers
from govdocs.reading.plans.fields import has_field
from govdocs.reading.plans.fronts import front_of, reach_of
from govdocs.reading.plans.grids import Grid, Row, grids_of
from govdocs.reading.plans.labels import with_colons
from govdocs.reading.plans.lists import find_lists
from govdocs.reading.plans.running import find_tables
from govdocs.reading.plans.values import Lexicon, Looks, is_task, open_ended

__all__ = ["Survey", "may_belong", "survey"]

_RUNNING = (None, "running-head", "running-foot")
_CLOCK = re.compile(r"(?:kl\.?\s*)?\d{1,2}[.:]\d{2}(?:\s*[-–]\s*\d{1,2}[.:]\d{2})?")


@define(frozen=True, kw_only=True)
class Survey:
    """What was found."""

    lines: tuple[Line, ...]
    """The text lines, those of tables too."""
    taken: tuple[bool, ...]
    """For each line whether a table or list has it."""
    grids: tuple[Grid, ...] = ()
    """Tables and lists of measures in order."""
    lexicon: Lexicon = field(factory=Lexicon)
    """Texts that come again and again."""
    wrap: Wrap
    """How the lines go on."""
    borders: Borders = field(factory=Borders)
    """Marks of other documents among the lines."""

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that stand whole in the lines."""
        return words_of(self.lines)

    def index(self, number: int) -> int:
        """Return the place of the first text line with at least a line number."""
        return bisect_left(self.lines, number, key=lambda line: line.number)


def may_belong(line: Line) -> bool:
    """Tell a line of text, which may be what an opener took for a running head, from blank ones and furniture."""
    return bool(line.text) and line.furniture in _RUNNING


def survey(source: Sequence[Line], tables: Sequence[Table], vocabulary: Vocabulary) -> Survey:
    """Look through lines in reading order, those that may belong to a plan, for all that it is made of."""
    real = list(_unparted([grid for grid in grids_of(tables, vocabulary) if _is_plan(grid)], source))
    in_grids = {id(line) for grid in real for line in (*grid.heads, *(line for row in grid.rows for line in row.lines))}
    lines = with_colons(_text_lines(source, vocabulary), vocabulary)
    wrap = Wrap(tuple(lines))
    running = [line for line in lines if id(line) not in in_grids]
    headers = [h for h in find_headers(running, vocabulary) if all(line.cell is None for line in h.lines)]
    told = sum(has_field(line.text, vocabulary) for line in running)
    front = front_of(running, vocabulary)
    if not real and not headers and told < 2 and front is None:
        return Survey(lines=tuple(lines), taken=(False,) * len(lines), wrap=wrap)
    borders = Borders.of(lines, vocabulary)
    lexicon = Lexicon.of(running)
    grids = [grid for grid in find_tables(running, headers, wrap, borders.among(running), lexicon) if _is_plan(grid)]
    whole = running[: reach_of(running, borders.among(running))] if front is not None else []
    if told > 1:
        numbers = {line.number for grid in grids for line in grid.heads} | _line_numbers(grids)
        left = [line for line in running if line.number not in numbers]
        reporting = front is not None and front.reporting and bool(whole)
        cut = next((n for n, line in enumerate(left) if line.number > whole[-1].number), len(left)) if reporting else 0
        if cut:
            grids.extend(find_lists(left[:cut], wrap, vocabulary, reporting=True))
        for stretch in borders.among(left[cut:]).stretches():
            grids.extend(find_lists(stretch, wrap, vocabulary))
    if front is not None and whole and not any(grid.first <= whole[-1].number for grid in (*real, *grids)):
        grids.extend(find_announced(whole, front, wrap, Looks(vocabulary=vocabulary, lexicon=lexicon)))
    every = _joined(sorted([*real, *grids], key=lambda grid: (grid.first, grid.last)), wrap)
    used = {line.number for grid in every for line in (*grid.heads, *(line for row in grid.rows for line in row.lines))}
    taken = tuple(line.number in used for line in lines)
    return Survey(
        lines=tuple(lines),
        taken=taken,
        grids=tuple(every),
        lexicon=lexicon,
        wrap=wrap,
        borders=borders.among(lines, taken),
    )


def _text_lines(source: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return the lines of text, with what an opener took for running heads though it stands in the tables too.

    A table's heads come again at the top of each page, and bodies that answer for many measures may stand at the edge
    of page after page; these stand twice on one page, or not quite at its edge, as no running head does but one with
    which the document begins: it may name a body that answers for measures too. Nor does one stand below a measure.
    """
    text = list(source)
    edge = {line.text for line in text if line.furniture is not None}
    if not edge:
        return text
    heads = {id(line) for header in find_headers([x for x in text if x.furniture], vocabulary) for line in header.lines}
    seen = Counter((line.text, line.page) for line in text if line.text in edge)
    twice = {words for (words, _), count in seen.items() if count > 1} - {text[0].text}
    kept = heads | _inner(text)
    rows = _rows_at_feet(text)
    return [line for line in text if line.furniture is None or line.text in twice | rows or id(line) in kept]


def _rows_at_feet(text: Sequence[Line]) -> set[str]:
    """Return what was taken for feet though it ends a row each time: a measure, or what stands right below one."""
    told: dict[str, bool] = {}
    for before, line in pairwise(text):
        if line.furniture == "running-foot":
            row = is_task(line.text.split()) or is_task(before.text.split())
            told[line.text] = told.get(line.text, True) and row
    return {words for words, row in told.items() if row}


def _inner(text: Sequence[Line]) -> set[int]:
    """Return the lines taken for heads and feet of pages that have text between themselves and the page's edge."""
    tops: dict[int, int] = {}
    ends: dict[int, int] = {}
    for n, line in enumerate(text):
        if line.furniture is None:
            tops.setdefault(line.page, n)
            ends[line.page] = n
    return {
        id(line)
        for n, line in enumerate(text)
        if (line.furniture == "running-head" and tops.get(line.page, n) < n)
        or (line.furniture == "running-foot" and ends.get(line.page, n) > n)
    }


def _unparted(grids: Sequence[Grid], source: Sequence[Line]) -> Iterator[Grid]:
    """Yield the grids without those that cannot go on from the one before them: text stands between the two."""
    text = [line.number for line in source if line.furniture is None]
    before: Grid | None = None
    for grid in grids:
        between = before is not None and bisect_left(text, grid.first) - bisect_right(text, before.last)
        if grid.joins and (before is None or between):
            continue
        again = before is not None and not between and not grid.joins and _is_rest(before, grid)
        yield evolve(grid, joins=True) if again else grid
        before = grid


def _is_rest(before: Grid, grid: Grid) -> bool:
    """Tell a table that begins a page with the heads of the one that ended the page before."""
    a, b = before.rows[-1].lines, grid.heads
    return bool(a and b) and before.header.key == grid.header.key and b[0].page == a[-1].page + 1


def _line_numbers(grids: Sequence[Grid]) -> set[int]:
    return {line.number for grid in grids for row in grid.rows for line in row.lines}


def _is_plan(grid: Grid) -> bool:
    """Tell a plan's table from a programme of a day, whose times are clock times, and from one without any measure."""
    times = [" ".join(line.text for line in cell) for row in grid.rows if (cell := grid.cell(row, Kind.DEADLINE))]
    if times and sum(bool(_CLOCK.fullmatch(time)) for time in times) * 2 >= len(times):
        return False
    measures = [row for row in grid.rows if grid.cell(row, Kind.MEASURE)]
    words = sum(
        any(c.isalpha() for c in "".join(line.text for line in grid.cell(row, Kind.MEASURE))) for row in measures
    )
    return bool(measures) and words * 2 >= len(measures)


def _joined(grids: Sequence[Grid], wrap: Wrap) -> list[Grid]:
    """Put a grid that goes on from the one before it together with it; a row that was cut is one row."""
    out: list[Grid] = []
    for grid in grids:
        if not (grid.joins and out):
            out.append(grid)
            continue
        before = out[-1]
        rows, more = list(before.rows), list(grid.rows)
        measure = grid.header.index(Kind.MEASURE) or 0
        if rows and more and _same_row(rows[-1], more[0], measure):
            cells = tuple((*a, *b) for a, b in zip(rows[-1].cells, more[0].cells, strict=True))
            rows[-1], more = Row(cells=cells), more[1:]
        out[-1] = evolve(before, rows=(*rows, *more), heads=(*before.heads, *grid.heads), last=grid.last)
    return out


def _same_row(row: Row, after: Row, measure: int) -> bool:
    if not row.cells or not after.cells or len(row.cells) != len(after.cells):
        return False
    text = after.cells[measure][0].text if after.cells[measure] else ""
    end = row.cells[measure][-1].text if row.cells[measure] else ""
    return not text or text[:1].islower() or open_ended(end)
