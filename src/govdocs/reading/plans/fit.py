"""How well a line fits under the columns of a table taken apart: by its look, its mark and what it follows."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.plans.columns import Column, Header, Kind, is_cost
from govdocs.reading.plans.marks import Mark, mark_of, shape_is_bullet
from govdocs.reading.plans.values import Looks, is_task, open_ended

__all__ = ["Fit", "begins_small"]

_LABEL = re.compile(r"[A-ZÆØÅ][\wæøå]*(?: [\wæøå]+){0,2}:")
_FEW = 3
"""Numbers that are a count: fewer may be chance."""
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


def begins_small(text: str) -> bool:
    """Tell a text that goes on from one that begins: a small letter or a bracket stands first."""
    return text[:1].islower() or text[:1] == "("


@define
class Fit:
    """One table: its columns, and the marks, widths and gaps of its lines."""

    lines: Sequence[Line]
    header: Header
    looks: Looks
    marks: list[Mark | None] = field(init=False)
    """The mark each line begins with."""
    area_shape: str | None = field(init=False, default=None)
    """The form of mark that areas begin with."""
    measure_shape: str | None = field(init=False, default=None)
    """The form of mark that measures begin with."""
    counted: bool = field(init=False, default=False)
    """Whether every row begins with a measure's number, as no other line does: `1.`, `2.`, `3.` in turn."""
    gap: int = field(init=False, default=0)
    """Blank lines inside a cell."""
    width: float = field(init=False, default=0)
    narrow: float = field(init=False, default=0)

    def __attrs_post_init__(self) -> None:
        self.marks = [mark_of(line.text) for line in self.lines]
        self._tell_shapes()
        self.counted = self._is_counted()
        self._tell_gap()
        lengths = sorted(len(line.text) for line in self.lines)
        self.width = lengths[int(len(lengths) * 0.9)]
        first = next((n for n, mark in enumerate(self.marks) if mark and mark.shape == self.measure_shape), 0)
        self.narrow = min(
            max((len(line.text) for line in self.lines[:first]), default=24) + 6, max(28.0, 0.6 * self.width)
        )

    def _tell_shapes(self) -> None:
        counts = Counter(mark.shape for mark in self.marks if mark is not None)
        if self.header.has(Kind.NUMBER):
            return
        first = self.marks[0].shape if self.marks[0] is not None else None
        area = self.header.index(Kind.AREA)
        if area is not None and first is not None and not shape_is_bullet(first) and len(counts) > 1:
            self.area_shape = first
        elif area is not None and first is None:
            self.area_shape = self._over_others()
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

    def _is_counted(self) -> bool:
        """Tell a table whose rows are counted from one: its first line bears the first number, each the next."""
        first = self.marks[0]
        if first is None or (first.shape != self.measure_shape and not self.header.has(Kind.NUMBER)):
            return False
        marks = [mark for mark in self.marks if mark is not None and mark.shape == first.shape]
        if len(marks) < _FEW or any(bool(mark.rest) is not bool(first.rest) for mark in marks):
            return False
        if not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS) or self.header.has(Kind.AREA, Kind.GOAL):
            return False
        return [mark.value for mark in marks] == [(n,) for n in range(1, len(marks) + 1)]

    def begins_uncounted(self, piece: Line) -> bool:
        """Tell a line that begins no row, since rows are counted and it bears no number."""
        mark = mark_of(piece.text) if self.counted else None
        return self.counted and (mark is None or mark.shape != self.measure_shape)

    def _over_others(self) -> str | None:
        """Return the form of the marks that others begin with, as `2.` and `2.1`: the first may have been left out.

        Else that of the fewer, where two kinds of numbers rise through the whole table, as `2:` and `7.`.
        """
        values: dict[str, list[tuple[int | str, ...]]] = {}
        for mark in self.marks:
            if mark is not None and mark.number and not shape_is_bullet(mark.shape):
                values.setdefault(mark.shape, []).append(mark.value)
        for over, own in values.items():
            known = set(own)
            for other in (held for shape, held in values.items() if shape != over):
                begun = sum(value[:-1] in known for value in other)
                if len(own) > 1 and len(other) > len(own) and 2 * begun > len(other):
                    return over
        counts = [len(own) for own in values.values() if len(own) > 1 and all(a < b for a, b in pairwise(own))]
        if len(counts) == 2 == len(values) and counts[0] != counts[1]:
            return min(values, key=lambda shape: len(values[shape]))
        return None

    def _tell_gap(self) -> None:
        """Find how many blank lines stand inside a cell: as before small letters, else the smaller of two gaps."""
        steps = [(b.number - a.number - 1, b.text[:1].islower()) for a, b in pairwise(self.lines) if a.page == b.page]
        gaps = Counter(gap for gap, small in steps if small and 0 <= gap <= 3)
        every = Counter(gap for gap, _ in steps if 0 <= gap <= 3)
        if gaps:
            self.gap = gaps.most_common(1)[0][0]
        elif len(every) > 1:
            self.gap = min(every)

    def goal_missed(self, area: int, column: int) -> float:
        """Return what it costs a row that tells its area to leave out the goal told beside it."""
        columns = self.header.columns
        goal = any(each.kind is Kind.GOAL for each in columns[area + 1 : column])
        return 2.0 if goal and columns[area].kind is Kind.AREA else 0.0

    def skipped(self, start: int, end: int) -> float:
        """Return what it costs a row to have nothing under the columns from one place up to another."""
        return sum(self._worth(column) for column in self.header.columns[start:end])

    @staticmethod
    def _worth(column: Column) -> float:
        """Return what it costs a row to have nothing under a column; costs are left open more often than not."""
        open_ = column.kind is Kind.OTHER and not is_cost(column)
        return 2.5 if open_ else _OPTIONAL[column.kind]

    def looks_like(self, piece: Line, column: int, index: int, first: bool) -> float:
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
            return -self._like_another(text) + (0.8 if is_task(text.split()) else 0.0)
        if labelled or (mark is not None and mark.number and not mark.rest and self._numbers(kind)):
            return -4.0
        if kind is Kind.GOAL:
            return -1.5 if is_task(text.split()) else 0.0
        if self.counted and kind in (Kind.RESPONSIBLE, Kind.STATUS) and looks_like_sentence(text):
            return 0.5 if kind is Kind.STATUS else -4.0
        if kind is Kind.RESPONSIBLE:
            return 4.0 * self.looks.body(text) - 1.5
        if kind is Kind.DEADLINE:
            return 4.0 * self.looks.deadline(text) - 2.0
        if kind is Kind.STATUS:
            alone = not self.header.has(Kind.RESPONSIBLE, Kind.DEADLINE)
            return 4.0 * self.looks.status(text) - (0.5 if alone else 2.0)
        if is_cost(self.header.columns[column]):
            return 3.5 * self.looks.cost(text) - 0.5
        return 1.5 if self._may_fill(text) else -0.5

    def stands_apart(self, index: int) -> bool:
        """Tell whether a line may be an area's title among the rows: short, and parted from the lines on both sides."""
        line, lines = self.lines[index], self.lines
        if index + 1 >= len(lines) or not line.text[:1].isupper() or line.text.endswith((".", ",", ":", ";", "-")):
            return False
        if len(line.text) > 80 or self.marks[index] is not None or open_ended(line.text) or is_task(line.text.split()):
            return False
        listed = self.marks[index + 1]
        if listed is not None and shape_is_bullet(listed.shape):
            return False  # a measure with its sub-points
        after, before = lines[index + 1], lines[index - 1] if index else None
        turned = before is not None and before.page != line.page
        if turned and self.header.has(Kind.RESPONSIBLE) and self.looks.is_body(line.text):
            return False  # a body at a page's top: the row began on the page before
        below = after.page == line.page and after.number - line.number - 1 > self.gap
        above = before is None or before.page != line.page or line.number - before.number - 1 > self.gap
        return above and below and not self.looks.is_value(after.text)

    def _may_fill(self, text: str) -> bool:
        """Tell whether a text may be the cell of a column that says where, with whom or for whom: short, not a time."""
        short = len(text.split()) <= 6 and text[:1].isupper() and not text.endswith(".")
        return short and self.looks.deadline(text) < 0.9 and self.looks.status(text) < 0.9 and not self.looks.cost(text)

    def _numbers(self, kind: Kind) -> bool:
        """Tell whether a bare number is a measure's number rather than what stands under a column of some kind."""
        return self.header.has(Kind.NUMBER) and kind in (Kind.RESPONSIBLE, Kind.STATUS)

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
    def looks_on(look: float, before: Line, piece: Line, kind: Kind) -> float:
        """Return how well a piece looks as the next line of a cell; in small letters it needs no look of its own."""
        goes_on = begins_small(piece.text) or open_ended(before.text)
        if goes_on:
            return max(look, 0.0) if kind is not Kind.NUMBER else look
        return look

    def goes_on(self, before: Line, piece: Line, column: int, first: bool) -> float:
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
        if begins_small(text) and not self._is_late_value(text):
            on += 3.0
        elif mark is None:
            on -= 0.2 if kind is Kind.RESPONSIBLE else 1.0
        if open_ended(before.text):
            on += 3.0
        elif before.text.endswith((".", "!", "?")):
            on -= 1.0
        if mark is not None and kind is Kind.MEASURE:
            heads = above is None and self._is_area(before.text) and mark.shape == self.measure_shape
            on += -2.0 if heads else 2.5 if shape_is_bullet(mark.shape) or mark.shape == self.measure_shape else 0.0
        if mark is not None and self.counted and mark.shape == self.measure_shape:
            on -= 6.0
        if _LABEL.match(text) and self.looks.vocabulary.label(text, "plan", alone=False) is not None:
            on += 4.0 if kind is Kind.MEASURE else 0.0
        gap = piece.number - before.number - 1 - self.gap
        if piece.page == before.page:
            on += 0.7 if gap <= 0 else -1.5 if gap == 1 else -2.0
        if kind is Kind.MEASURE and mark is None:
            room = self.width - len(before.text) - 1 - len(text.split(" ", 1)[0])
            on += 0.5 if room < 0 else -0.5
        return on

    def _is_area(self, text: str) -> bool:
        """Tell a short line that may be the cell of an area, beside measures that begin with bullets."""
        bullets = self.measure_shape is not None and shape_is_bullet(self.measure_shape)
        return bullets and self.header.has(Kind.AREA) and len(text) <= self.narrow and text[-1:] not in ".:,"

    def _is_late_value(self, text: str) -> bool:
        """Tell a deadline or a state that is written with a small letter from text that goes on."""
        if self.header.has(Kind.DEADLINE) and self.looks.deadline(text) >= 0.9:
            return True
        return self.header.has(Kind.STATUS) and self.looks.status(text) == 1.0
