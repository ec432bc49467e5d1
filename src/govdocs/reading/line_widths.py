"""How far the lines of a column reach: of a page set in two, or of a table."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property

from attrs import define

from govdocs.layout import Line

__all__ = ["LineWidths"]

_LEVEL = 8.0
"""How far apart the tops of two lines are at the most that stand side by side, in points."""
_MOST = 20
"""Lines of one height that are looked at."""
_EDGE = 0.1
"""Share of a column's width within which a line reaches its edge."""
_FEWEST = 3
"""Lines that reach the edge, for it to be known."""


@define(frozen=True)
class LineWidths:
    """The right edges of columns, where pages tell where their lines stand."""

    lines: Sequence[Line]

    @cached_property
    def _pages(self) -> dict[int, list[tuple[float, float]]]:
        """The tops and left edges of each page's lines, but for those of tables."""
        pages: dict[int, list[tuple[float, float]]] = {}
        for line in self.lines:
            if line.top is not None and line.cell is None:
                pages.setdefault(line.page, []).append((line.top, line.indent))
        return {page: sorted(places) for page, places in pages.items()}

    @cached_property
    def _besides(self) -> list[float | None]:
        """Where a line begins that stands right of each."""
        return [self._beside(line) for line in self.lines]

    def edge(self, n: int, near: Sequence[int]) -> float | None:
        """Return the right edge of a line's column by the lines near it; `None` where there is none or few tell."""
        line = self.lines[n]
        if line.right is None:
            return None
        if line.cell is not None:
            own = [each for m in near if (each := self.lines[m]).cell is not None and _together(each, line)]
        else:
            beside = self._besides[n]
            if beside is None:
                return None
            own = [self.lines[m] for m in near if self._besides[m] is not None]
            own = [each for each in own if _right(each) < beside]
        edge = max(map(_right, own))
        reach = edge - _EDGE * (edge - line.indent)
        return edge if sum(_right(each) >= reach for each in own) >= _FEWEST else None

    def _beside(self, line: Line) -> float | None:
        if line.top is None or line.right is None or line.cell is not None:
            return None
        places = self._pages[line.page]
        first = bisect_left(places, (line.top - _LEVEL,))
        last = bisect_left(places, (line.top + _LEVEL,))
        return min(
            (indent for _, indent in places[first : min(last, first + _MOST)] if indent > line.right), default=None
        )


def _right(line: Line) -> float:
    return line.right if line.right is not None else 0.0


def _together(one: Line, other: Line) -> bool:
    """Tell lines of one column of one table."""
    a, b = one.cell, other.cell
    return a is not None and b is not None and (a[0], a[2]) == (b[0], b[2])
