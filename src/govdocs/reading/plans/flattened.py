"""Tables that text extraction took apart cell by cell, put together again: which column does each line belong to."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, evolve, field, frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.plans.columns import Header, Kind
from govdocs.reading.plans.cutting import Cutter
from govdocs.reading.plans.grids import Row
from govdocs.reading.plans.marks import Mark, follows, mark_of, shape_is_bullet
from govdocs.reading.plans.values import Looks, open_ended

__all__ = ["read_flattened"]

_LABEL = re.compile(r"[A-ZÆØÅ][\wæøå]*(?: [\wæøå]+){0,2}:")
_COSTS = re.compile(r"kostnad|økonomi|budsjett|finansier|ressurs|pris\b|sum\b|kr\b", re.IGNORECASE)
"""Heads of columns that tell what a measure costs."""
_DASHES = ("-", "–", "—")
"""What stands in an empty cell."""
_OPTIONAL = {
    Kind.AREA: 0.0,
    Kind.GOAL: 0.0,
    Kind.NUMBER: 1.5,
    Kind.DEADLINE: 0.8,
    Kind.STATUS: 0.8,
    Kind.OTHER: 0.6,
    Kind.RESPONSIBLE: 3.0,
    Kind.MEASURE: 8.0,
}
"""What it costs a row to have nothing under a column."""


@frozen
class _Step:
    """Where a piece may stand, and how it came there from the piece before."""

    score: float
    column: int
    move: str
    """`stay` in the cell, `on` to a later column of the row, `row` for a new row, `back` to a cell that was cut."""
    before: _Step | None
    piece: Line
    lasts: tuple[Line | None, ...]
    """The last line so far under each column of the row."""
    resumed: bool = False


def read_flattened(lines: Sequence[Line], header: Header, looks: Looks) -> list[Row]:
    """Return the rows of a table whose cells stand one after the other in running lines.

    Each line gets the column it fits best by what it looks like and how it follows the line before: the best path
    through all lines is chosen, in time linear in their number.
    """
    if not lines:
        return []
    return _Reading(lines, header, looks).rows()


@define
class _Reading:
    """One table on its way from lines to rows."""

    lines: Sequence[Line]
    header: Header
    looks: Looks
    marks: list[Mark | None] = field(init=False)
    area_shape: str | None = field(init=False, default=None)
    measure_shape: str | None = field(init=False, default=None)
    gap: int = field(init=False, default=0)
    width: float = field(init=False, default=0)
    narrow: float = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self.marks = [mark_of(line.text) for line in self.lines]
        self._tell_shapes()
        self._tell_gap()
        lengths = sorted(len(line.text) for line in self.lines)
        self.width = lengths[int(len(lengths) * 0.9)]
        first = next((n for n, mark in enumerate(self.marks) if mark and mark.shape == self.measure_shape), 0)
        self.narrow = min(
            max((len(line.text) for line in self.lines[:first]), default=24) + 6, max(28.0, 0.6 * self.width)
        )

    # What the marks are for

    def _tell_shapes(self) -> None:
        counts = Counter(mark.shape for mark in self.marks if mark is not None)
        if self.header.has(Kind.NUMBER):
            return
        first = self.marks[0].shape if self.marks[0] is not None else None
        area = self.header.index(Kind.AREA)
        if area is not None and first is not None and not shape_is_bullet(first) and len(counts) > 1:
            self.area_shape = first
        rest = [
            (count, shape)
            for shape, count in counts.items()
            if shape != self.area_shape and (count > 1 or shape == first)
        ]
        numbered = [item for item in rest if not shape_is_bullet(item[1])]
        if area is None and self.header.has(Kind.RESPONSIBLE) and first is None:
            return
        if numbered or rest:
            self.measure_shape = max(numbered or rest)[1]

    def _tell_gap(self) -> None:
        """Find how many blank lines stand inside a cell: as before small letters, else the smaller of two gaps."""
        steps = [(b.number - a.number - 1, b.text[:1].islower()) for a, b in pairwise(self.lines) if a.page == b.page]
        gaps = Counter(gap for gap, small in steps if small and 0 <= gap <= 3)
        every = Counter(gap for gap, _ in steps if 0 <= gap <= 3)
        if gaps:
            self.gap = gaps.most_common(1)[0][0]
        elif len(every) > 1:
            self.gap = min(every)

    # The best path

    def rows(self) -> list[Row]:
        cutter = Cutter(header=self.header, looks=self.looks, measure_shape=self.measure_shape)
        cutter = evolve(cutter, abreast=cutter.stands_abreast(self.lines))
        best: dict[int, _Step] = {}
        ends: list[_Step] = []
        seen: Mark | None = None
        for index, line in enumerate(self.lines):
            after: dict[int, _Step] = {}
            for pieces in cutter.ways(line, self.marks[index], seen):
                states = best
                for n, piece in enumerate(pieces):
                    states = self._advance(states, piece, index, first=n == 0, start=index == 0 and n == 0)
                bonus = 0.4 * (len(pieces) - 1)
                for column, step in states.items():
                    step = evolve(step, score=step.score + bonus)
                    if column not in after or step.score > after[column].score:
                        after[column] = step
            best = after
            mark = self.marks[index]
            if mark is not None and mark.shape == self.measure_shape and follows(mark, seen):
                seen = mark
            if self._may_end(index):
                ends.append(max(best.values(), key=self._ended))
        return self._gathered(max([*best.values(), *ends], key=self._ended))

    def _ended(self, step: _Step) -> float:
        """Return what a path is worth if the table ends with it."""
        return step.score - self._left_out(step.column, step.resumed)

    def _may_end(self, index: int) -> bool:
        """Tell whether running text, with its heading or without, may begin behind a line."""
        after = self.lines[index + 1 : index + 4]
        if not after or not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS):
            return False
        first = after[0]
        if not first.text[:1].isupper() or open_ended(self.lines[index].text):
            return False
        if first.page == self.lines[index].page and first.number - self.lines[index].number - 1 <= self.gap:
            return False
        said = next((line for line in after[:2] if len(line.text) > 50 and looks_like_sentence(line.text)), None)
        return said is not None and mark_of(said.text) is None

    def _advance(
        self, states: dict[int, _Step], piece: Line, index: int, *, first: bool, start: bool
    ) -> dict[int, _Step]:
        out: dict[int, _Step] = {}
        columns = self.header.columns
        measure = self.header.index(Kind.MEASURE) or 0
        looks = [self._looks(piece, n, index, first) for n in range(len(columns))]
        if start:
            empty: tuple[Line | None, ...] = (None,) * len(columns)
            for n in range(measure + 1):
                lasts = (*empty[:n], piece, *empty[n + 1 :])
                out[n] = _Step(looks[n] - self._skipped(0, n), n, "row", None, piece, lasts)
            return out
        for step in states.values():
            before = step.piece
            beside = self._beside(step, piece, measure)
            on = self._goes_on(before, piece, step.column, first)
            for n, kind in enumerate(column.kind for column in columns):
                if n == step.column:
                    gain = on + self._looks_on(looks[n], before, piece, kind) - (4.0 if beside else 0.0)
                    self._keep(out, step, n, "stay", gain, piece)
                elif n > step.column:
                    if step.column < measure < n:
                        continue
                    small = 3.0 if kind in (Kind.MEASURE, Kind.RESPONSIBLE) and _small(piece.text) else 0.0
                    self._keep(
                        out, step, n, "on", looks[n] - 0.7 * on - small - self._skipped(step.column + 1, n), piece
                    )
                if n <= measure and (first or n != step.column):
                    small = 4.0 if _small(piece.text) else 0.0
                    if n == measure and self._area_first:
                        small += 6.0  # measures without an area of their own go on in the cell of those before
                    missing = self._left_out(step.column, step.resumed) + self._skipped(0, n) + small
                    self._keep(out, step, n, "row", looks[n] - 0.7 * on - missing, piece)
                if n < step.column and n <= measure and kind in (Kind.MEASURE, Kind.AREA):
                    if beside and n == measure:
                        self._keep(out, step, n, "back", looks[n] + 3.0 - 0.7 * on, piece)
                    elif self._cut(step, n, piece):
                        self._keep(out, step, n, "back", looks[n] + self._call(step, n) - 0.7 * on, piece)
        return out

    @staticmethod
    def _keep(out: dict[int, _Step], step: _Step, column: int, move: str, gain: float, piece: Line) -> None:
        score = step.score + gain
        if column in out and score <= out[column].score:
            return
        before: tuple[Line | None, ...] = (None,) * len(step.lasts) if move == "row" else step.lasts
        lasts = (*before[:column], piece, *before[column + 1 :])
        resumed = move == "back" or (move in ("stay", "on") and step.resumed)
        out[column] = _Step(score, column, move, step, piece, lasts, resumed)

    @staticmethod
    def _beside(step: _Step, piece: Line, measure: int) -> bool:
        """Tell whether the cells of the row stand side by side, so that small letters go on with its measure."""
        last = step.lasts[measure]
        side = last is not None and step.column > measure and last.number == step.piece.number
        return (
            side and piece.number != step.piece.number and piece.text[:1].islower() and not open_ended(step.piece.text)
        )

    def _skipped(self, start: int, end: int) -> float:
        return sum(_OPTIONAL[column.kind] for column in self.header.columns[start:end])

    def _left_out(self, column: int, resumed: bool) -> float:
        return 0.0 if resumed else self._skipped(column + 1, len(self.header.columns))

    # What a piece looks like, and how it follows

    def _looks(self, piece: Line, column: int, index: int, first: bool) -> float:
        """Return how well a piece looks like the beginning of a cell of a column."""
        kind, text = self.header.columns[column].kind, piece.text
        if text in _DASHES:
            return 1.0 if kind in (Kind.DEADLINE, Kind.STATUS, Kind.RESPONSIBLE, Kind.OTHER) else -4.0
        mark = self.marks[index] if first and piece.text == self.lines[index].text else mark_of(text)
        labelled = bool(_LABEL.match(text)) and self.looks.vocabulary.label(text, "plan", alone=False) is not None
        if kind is Kind.NUMBER:
            alone = mark is not None and bool(mark.number) and not mark.rest
            return 4.0 if alone else -8.0
        if kind is Kind.AREA:
            if labelled or (mark is not None and mark.shape == self.measure_shape):
                return -6.0
            if mark is not None and mark.shape == self.area_shape:
                return 4.0
            return 0.5 if len(text) <= self.narrow else -5.0
        if kind is Kind.MEASURE:
            if mark is not None and mark.shape == self.measure_shape:
                return 3.0
            if mark is not None and mark.shape == self.area_shape:
                return -4.0
            if mark is not None and mark.number and not mark.rest and self.header.has(Kind.NUMBER):
                return -4.0
            return -self._like_another(text)
        if labelled:
            return -4.0
        if kind is Kind.RESPONSIBLE:
            return 4.0 * self.looks.body(text) - 1.5
        if kind is Kind.DEADLINE:
            return 4.0 * self.looks.deadline(text) - 2.0
        if kind is Kind.STATUS:
            alone = not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE)
            return 4.0 * self.looks.status(text) - (0.5 if alone else 2.0)
        costs = self.looks.cost(text) if _COSTS.search(self.header.columns[column].written) else 0.0
        return 3.5 * costs - 0.5

    def _like_another(self, text: str) -> float:
        """Return how much a text looks like what stands under another column than that of measures."""
        told = [3.0 if self.header.has(Kind.OTHER) and self.looks.cost(text) == 1.0 else 0.0]
        if self.header.has(Kind.RESPONSIBLE):
            body = self.looks.body(text)
            told.append(
                4.0 if text in self.looks.lexicon and body >= 0.9 else 2.5 * (body - 0.4) if body >= 0.6 else 0.0
            )
        if self.header.has(Kind.DEADLINE):
            told.append(3.0 if self.looks.deadline(text) == 1.0 else 0.0)
        if self.header.has(Kind.STATUS):
            told.append(3.0 if self.looks.status(text) == 1.0 else 0.0)
        return max(told)

    @staticmethod
    def _looks_on(look: float, before: Line, piece: Line, kind: Kind) -> float:
        """Return how well a piece looks as the next line of a cell; in small letters it needs no look of its own."""
        goes_on = _small(piece.text) or open_ended(before.text)
        if goes_on:
            return max(look, 0.0) if kind is not Kind.NUMBER else look
        return look

    def _goes_on(self, before: Line, piece: Line, column: int, first: bool) -> float:
        """Return how much a piece looks like the next line of the cell before it; below zero: like another."""
        kind, text = self.header.columns[column].kind, piece.text
        mark = mark_of(text)
        if not first:
            return -1.0
        if kind is Kind.NUMBER or text in _DASHES or before.text in _DASHES:
            return -3.0
        above = mark_of(before.text)
        if above is not None and not above.rest and above.shape in (self.area_shape, self.measure_shape):
            return 3.0
        if kind is Kind.AREA and mark is not None and mark.shape == self.area_shape:
            return -6.0
        on = 0.0
        if _small(text) and not self._is_late_value(text):
            on += 3.0
        elif mark is None:
            on -= 0.2 if kind is Kind.RESPONSIBLE else 1.0
        if open_ended(before.text):
            on += 3.0
        elif before.text.endswith((".", "!", "?")):
            on -= 1.0
        if mark is not None and kind is Kind.MEASURE:
            on += 2.5 if shape_is_bullet(mark.shape) or mark.shape == self.measure_shape else 0.0
        if _LABEL.match(text) and self.looks.vocabulary.label(text, "plan", alone=False) is not None:
            on += 4.0 if kind is Kind.MEASURE else 0.0
        gap = piece.number - before.number - 1 - self.gap
        if piece.page == before.page:
            on += 0.7 if gap <= 0 else -1.5 if gap == 1 else -2.0
        if kind is Kind.MEASURE and mark is None:
            room = self.width - len(before.text) - 1 - len(text.split(" ", 1)[0])
            on += 0.5 if room < 0 else -0.5
        return on

    @property
    def _area_first(self) -> bool:
        return self.header.has(Kind.AREA) and not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)

    @staticmethod
    def _call(step: _Step, column: int) -> float:
        """Return how much the cell of a row that was cut calls for more: its last line has an open end."""
        last = step.lasts[column]
        return 4.5 if last is not None and open_ended(last.text) else 2.5

    def _is_late_value(self, text: str) -> bool:
        """Tell a deadline or a state that is written with a small letter from text that goes on."""
        if self.header.has(Kind.DEADLINE) and self.looks.deadline(text) >= 0.9:
            return True
        return self.header.has(Kind.STATUS) and self.looks.status(text) == 1.0

    def _cut(self, step: _Step, column: int, piece: Line) -> bool:
        """Tell whether a piece may go on in a cell of the row that a page break cut: its text was not at its end."""
        last = step.lasts[column]
        if last is None or (last.page == piece.page and not open_ended(last.text)):
            return False
        mark = mark_of(piece.text)
        text = last.text
        if mark is not None and shape_is_bullet(mark.shape) and self.measure_shape != mark.shape:
            return open_ended(text) or text.endswith(":") or mark_of(text) is not None
        return piece.text[:1].islower()

    # From the path to rows

    def _gathered(self, end: _Step) -> list[Row]:
        steps: list[_Step] = []
        walk: _Step | None = end
        while walk is not None:
            steps.append(walk)
            walk = walk.before
        rows: list[list[list[Line]]] = []
        for step in reversed(steps):
            if step.move == "row":
                rows.append([[] for _ in self.header.columns])
            rows[-1][step.column].append(step.piece)
        return [Row(cells=tuple(tuple(cell) for cell in row)) for row in rows]


def _small(text: str) -> bool:
    """Tell a text that goes on from one that begins: a small letter or a bracket stands first."""
    return text[:1].islower() or text[:1] == "("
