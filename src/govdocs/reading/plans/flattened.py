"""Tables that text extraction took apart cell by cell, put together again: which column does each line belong to."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import define, evolve, field, frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.plans.columns import Header, Kind
from govdocs.reading.plans.cutting import Cutter
from govdocs.reading.plans.fit import Fit, begins_small
from govdocs.reading.plans.grids import Row
from govdocs.reading.plans.marks import Mark, follows, mark_of, shape_is_bullet
from govdocs.reading.plans.values import Looks, open_ended

__all__ = ["read_flattened"]

_TITLE = 0.5
"""What it is worth to take a line for the title of an area among the rows."""
_APART = 2.0
"""What a row is worth that stands apart from the title over it."""
_EARLY = (2, 3)
"""Numbers that a count may begin with where its first was lost."""
_NO_MORE = 6.0
"""What it is worth to end a table where running text begins behind which nothing looks like a cell."""


@frozen
class _Step:
    """Where a piece may stand, and how it came there from the piece before."""

    score: float
    column: int
    move: str
    """`stay` in the cell, `on` to a later column of the row, `row` for a new row, `back` to a cell that was cut.

    `title` for a line that is no cell but the title of an area; its column stands behind the last.
    """
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
    return _Reading(lines, header, looks, Fit(lines, header, looks)).rows()


@define
class _Reading:
    """One table on its way from lines to rows."""

    lines: Sequence[Line]
    header: Header
    looks: Looks
    fit: Fit
    _last: int = field(init=False, default=0)
    """Place of the last line that is a cell by itself, or begins a row by its mark."""

    def __attrs_post_init__(self) -> None:
        numbered = self.header.has(Kind.NUMBER)
        self._last = max(
            (
                n
                for n, (line, mark) in enumerate(zip(self.lines, self.fit.marks, strict=True))
                if (mark is not None and (numbered or mark.shape == self.fit.measure_shape))
                or self.looks.is_value(line.text)
            ),
            default=-1,
        )

    # The best path

    def rows(self) -> list[Row]:
        cutter = Cutter(header=self.header, looks=self.looks, measure_shape=self.fit.measure_shape)
        cutter = evolve(cutter, abreast=cutter.stands_abreast(self.lines))
        best: dict[int, _Step] = {}
        ends: list[_Step] = []
        seen: Mark | None = None
        for index, line in enumerate(self.lines):
            after: dict[int, _Step] = {}
            for pieces in cutter.ways(line, self.fit.marks[index], seen):
                states = best
                aside = len(pieces) == 2 and pieces[0].text[:1].islower() and pieces[1].text[:1].islower()
                for n, piece in enumerate(pieces):
                    states = self._advance(states, piece, index, first=n == 0, start=index == 0 and n == 0)
                    if aside and n == 0:  # the rest of two cells: the measure's comes first
                        states = {at: step for at, step in states.items() if at == self.header.index(Kind.MEASURE)}
                bonus = -1.5 if aside else 0.4 * (len(pieces) - 1)
                for column, step in states.items():
                    step = evolve(step, score=step.score + bonus)
                    if column not in after or step.score > after[column].score:
                        after[column] = step
            best = after
            mark = self.fit.marks[index]
            if (
                mark is not None
                and mark.shape == self.fit.measure_shape
                and (follows(mark, seen) or (seen is None and mark.value[-1] in _EARLY))
            ):
                seen = mark
            if self._may_end(index):
                end = max(best.values(), key=self._ended)
                ends.append(evolve(end, score=end.score + (_NO_MORE if self._is_over(index, cutter) else 0.0)))
        return self._gathered(max([*best.values(), *ends], key=self._ended))

    def _ended(self, step: _Step) -> float:
        """Return what a path is worth if the table ends with it."""
        open_ = step.column == len(self.header.columns)  # a title with nothing below it
        return step.score - (10.0 if open_ else self._left_out(step.column, step.resumed))

    def _is_over(self, index: int, cutter: Cutter) -> bool:
        """Tell whether nothing behind a line is a cell by itself, nor begins a row by its mark."""
        if cutter.abreast and not self.header.has(Kind.NUMBER):
            return False
        return index + 2 > self._last

    def _may_end(self, index: int) -> bool:
        """Tell whether running text, with its heading or without, may begin behind a line."""
        after = self.lines[index + 1 : index + 4]
        if not after or not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS):
            return False
        first = after[0]
        if not first.text[:1].isupper() or open_ended(self.lines[index].text):
            return False
        if first.page == self.lines[index].page and first.number - self.lines[index].number - 1 <= self.fit.gap:
            return False
        said = next((line for line in after[:2] if len(line.text) > 50 and looks_like_sentence(line.text)), None)
        return said is not None and mark_of(said.text) is None

    def _advance(
        self, states: dict[int, _Step], piece: Line, index: int, *, first: bool, start: bool
    ) -> dict[int, _Step]:
        out: dict[int, _Step] = {}
        columns = self.header.columns
        measure = self.header.index(Kind.MEASURE) or 0
        looks = [self.fit.looks_like(piece, n, index, first) for n in range(len(columns))]
        empty: tuple[Line | None, ...] = (None,) * len(columns)
        titled = first and piece is self.lines[index] and self.fit.stands_apart(index)
        if start:
            if titled:
                out[len(columns)] = _Step(_TITLE, len(columns), "title", None, piece, empty)
            for n in range(measure + 1):
                lasts = (*empty[:n], piece, *empty[n + 1 :])
                out[n] = _Step(looks[n] - self.fit.skipped(0, n), n, "row", None, piece, lasts)
            return out
        for step in states.values():
            if step.column == len(columns):
                for n in range(measure + 1):
                    self._keep(out, step, n, "row", looks[n] - self.fit.skipped(0, n) + _APART, piece)
                continue
            before = step.piece
            beside = self._beside(step, piece, measure)
            on = self.fit.goes_on(before, piece, step.column, first)
            if titled:
                missing = self._left_out(step.column, step.resumed)
                self._keep(out, step, len(columns), "title", _TITLE - 0.7 * on - missing, piece)
            for n, kind in enumerate(column.kind for column in columns):
                if n == step.column:
                    gain = on + self.fit.looks_on(looks[n], before, piece, kind) - (4.0 if beside else 0.0)
                    self._keep(out, step, n, "stay", gain, piece)
                elif n > step.column:
                    if step.column < measure < n:
                        continue
                    small = 3.0 if kind in (Kind.MEASURE, Kind.RESPONSIBLE) and begins_small(piece.text) else 0.0
                    left = self.fit.skipped(step.column + 1, n) + self.fit.goal_missed(step.column, n)
                    last = step.lasts[n] if step.resumed else None
                    if last is not None:  # the rest of a cell that stands beside the measure's
                        gain = 2.0 if open_ended(last.text) and not first else -6.0
                        self._keep(out, step, n, "on", gain, piece)
                    else:
                        self._keep(out, step, n, "on", looks[n] - 0.7 * on - small - left, piece)
                if n <= measure and (first or n != step.column):
                    small = 4.0 if begins_small(piece.text) else 0.0
                    if n == measure and self.fit.begins_uncounted(piece):
                        small += 4.0
                    if n == measure and self._area_first:
                        small += 6.0  # measures without an area of their own go on in the cell of those before
                    missing = self._left_out(step.column, step.resumed) + self.fit.skipped(0, n) + small
                    self._keep(out, step, n, "row", looks[n] - 0.7 * on - missing, piece)
                if measure < n < step.column and kind is Kind.RESPONSIBLE and self._calls(step, n, measure, piece):
                    self._keep(out, step, n, "back", 4.0 - 0.7 * on, piece)
                if n < step.column and n <= measure and kind in (Kind.MEASURE, Kind.AREA):
                    if beside and n == measure:
                        self._keep(out, step, n, "back", max(looks[n], 0.0) + 3.0 - 0.7 * on, piece)
                    elif self._cut(step, n, piece):
                        self._keep(out, step, n, "back", looks[n] + self._call(step, n) - 0.7 * on, piece)
        return out

    @staticmethod
    def _keep(out: dict[int, _Step], step: _Step, column: int, move: str, gain: float, piece: Line) -> None:
        score = step.score + gain
        if column in out and score <= out[column].score:
            return
        before: tuple[Line | None, ...] = (None,) * len(step.lasts) if move in ("row", "title") else step.lasts
        lasts = before if move == "title" else (*before[:column], piece, *before[column + 1 :])
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

    def _left_out(self, column: int, resumed: bool) -> float:
        return 0.0 if resumed else self.fit.skipped(column + 1, len(self.header.columns))

    @property
    def _area_first(self) -> bool:
        return self.header.has(Kind.AREA) and not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)

    @staticmethod
    def _calls(step: _Step, column: int, measure: int, piece: Line) -> bool:
        """Tell whether the body's cell of a row calls for the text below the row, and the measure's does not."""
        last, text = step.lasts[column], step.lasts[measure]
        if last is None or text is None or not begins_small(piece.text):
            return False
        few = len(piece.text.split()) <= (1 if last.text.endswith("-") else 2)  # of more, the first are the measure's
        return few and open_ended(last.text) and not open_ended(text.text) and last.number == text.number

    @staticmethod
    def _call(step: _Step, column: int) -> float:
        """Return how much the cell of a row that was cut calls for more: its last line has an open end."""
        last = step.lasts[column]
        return 4.5 if last is not None and open_ended(last.text) else 2.5

    def _cut(self, step: _Step, column: int, piece: Line) -> bool:
        """Tell whether a piece may go on in a cell of the row that a page break cut: its text was not at its end."""
        last = step.lasts[column]
        if last is None or (last.page == piece.page and not open_ended(last.text)):
            return False
        mark = mark_of(piece.text)
        text = last.text
        if mark is not None and shape_is_bullet(mark.shape) and self.fit.measure_shape != mark.shape:
            return open_ended(text) or text.endswith(":") or mark_of(text) is not None
        return piece.text[:1].islower()

    # From the path to rows

    def _gathered(self, end: _Step) -> list[Row]:
        steps: list[_Step] = []
        walk: _Step | None = end
        while walk is not None:
            steps.append(walk)
            walk = walk.before
        rows: list[tuple[list[Line], list[list[Line]]]] = []
        for step in reversed(steps):
            if step.move in ("row", "title"):
                rows.append(([], [[] for _ in self.header.columns]))
            banner, cells = rows[-1]
            (banner if step.move == "title" else cells[step.column]).append(step.piece)
        return [
            Row(banner=tuple(banner)) if banner else Row(cells=tuple(tuple(cell) for cell in cells))
            for banner, cells in rows
        ]
