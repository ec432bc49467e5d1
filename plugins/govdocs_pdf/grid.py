"""From ruled lines to grids: which lines meet, what cells they close, which cells are merged."""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from attrs import define, field

from govdocs_pdf.content import Rule

__all__ = ["Grid", "GridCell", "find_grids", "joined_rules"]

_NEAR = 1.6
"""Lines that end this near each other meet, in points; a table inside a cell may be as near as 2.5."""
_DASH = 3.0
"""Lines of one level go on over a gap of this width, in points."""
_SAME = 2.2
"""Lines this near each other are one, in points."""
_SHORTEST = 5.0
_MOST = 4000
"""Lines of one page; a page with more is a drawing."""
_MOST_BOXES = 20_000
"""Boxes of one grid; one with more is a drawing, or graph paper."""


@define(slots=True)
class GridCell:
    """A cell of a grid, perhaps merged of several boxes."""

    row: int
    column: int
    rowspan: int
    colspan: int


@define(slots=True)
class Grid:
    """A table's lines."""

    xs: list[float]
    """Column borders, from the left."""
    ys: list[float]
    """Row borders, from the top."""
    cells: list[GridCell] = field(factory=list)
    """Row by row."""
    owner: dict[tuple[int, int], int] = field(factory=dict)
    """Which of the cells covers a box of the grid."""
    open_top: bool = False
    """Whether no line closes it above, as where a row comes over from the page before."""
    open_bottom: bool = False
    """Whether no line closes it below."""

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.xs) - 1

    def holds(self, x: float, y: float) -> bool:
        """Tell whether a point lies inside."""
        return self.xs[0] - 1 <= x <= self.xs[-1] + 1 and self.ys[0] - 1 <= y <= self.ys[-1] + 1

    def cell_at(self, x: float, y: float) -> int:
        """Return the index of the cell around a point inside the grid."""
        column = min(max(bisect_right(self.xs, x) - 1, 0), len(self.xs) - 2)
        row = min(max(bisect_right(self.ys, y) - 1, 0), len(self.ys) - 2)
        return self.owner[row, column]


def joined_rules(rules: Sequence[Rule]) -> list[Rule]:
    """Join lines that go on in one another."""
    out: list[Rule] = []
    for across in (True, False):
        same: list[Rule] = sorted((rule for rule in rules if rule.across is across), key=lambda rule: rule.at)
        level: list[Rule] = []
        for rule in same:
            if level and rule.at - level[0].at > _SAME:
                out.extend(_joined_level(level))
                level = []
            level.append(rule)
        out.extend(_joined_level(level))
    return out


def _joined_level(level: list[Rule]) -> list[Rule]:
    out: list[Rule] = []
    for rule in sorted(level, key=lambda rule: rule.start):
        if out and rule.start <= out[-1].end + _DASH:
            out[-1] = Rule(rule.across, out[-1].at, out[-1].start, max(out[-1].end, rule.end))
        else:
            out.append(rule)
    return [rule for rule in out if rule.end - rule.start >= _SHORTEST]


def find_grids(rules: Sequence[Rule]) -> list[Grid]:
    """Return the grids that joined lines form, from the top of the page down."""
    across = [rule for rule in rules if rule.across]
    down = sorted((rule for rule in rules if not rule.across), key=lambda rule: rule.at)
    if not across or len(down) < 2 or len(rules) > _MOST:
        return []
    places = [rule.at for rule in down]
    parent = list(range(len(across) + len(down)))

    def root(item: int) -> int:
        while parent[item] != item:
            parent[item] = parent[parent[item]]
            item = parent[item]
        return item

    for index, rule in enumerate(across):
        for other in range(bisect_left(places, rule.start - _NEAR), bisect_right(places, rule.end + _NEAR)):
            if down[other].start - _NEAR <= rule.at <= down[other].end + _NEAR:
                parent[root(len(across) + other)] = root(index)
    groups: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for index, rule in enumerate(across):
        groups.setdefault(root(index), ([], []))[0].append(rule)
    for index, rule in enumerate(down):
        groups.setdefault(root(len(across) + index), ([], []))[1].append(rule)
    apart = [part for group in groups.values() for part in _inner_apart(*group)]
    grids = [grid for part in apart if (grid := _grid(*part)) is not None]
    return sorted(grids, key=lambda grid: (grid.ys[0], grid.xs[0]))


def _inner_apart(across: list[Rule], down: list[Rule]) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Yield the lines of tables inside a cell that touch its border, and the other lines that hang together.

    The top of such a table lies inside the outer table, and the lines down from both of its ends begin there; a line
    that divides a cell meets lines at its ends that come from above.
    """
    left = min((rule.start for rule in across), default=0.0)
    right = max((rule.end for rule in across), default=0.0)
    top = min((rule.start for rule in down), default=0.0)
    for rule in across if len(across) * len(down) <= _MOST_BOXES else ():
        if rule.at <= top + _NEAR or rule.start <= left + _NEAR or rule.end >= right - _NEAR:
            continue
        sides = [
            next((side for side in down if abs(side.at - end) <= _NEAR and abs(side.start - rule.at) <= _NEAR), None)
            for end in (rule.start, rule.end)
        ]
        if sides[0] is None or sides[1] is None or abs(sides[0].end - sides[1].end) > _NEAR:
            continue
        own = rule.at - _NEAR, sides[0].end + _NEAR, rule.start - _NEAR, rule.end + _NEAR
        inner = [one for one in across if own[0] <= one.at <= own[1] and own[2] <= one.start and one.end <= own[3]]
        bars = [one for one in down if own[2] <= one.at <= own[3] and own[0] <= one.start and one.end <= own[1]]
        across = [one for one in across if one not in inner]
        down = [one for one in down if one not in bars]
        yield inner, bars
    yield across, down


def _grid(across: list[Rule], down: list[Rule]) -> Grid | None:
    """Make the grid of lines that hang together; `None` where they close no two cells."""
    if not across or not down or len(across) + len(down) < 4:
        return None
    xs = _levels([rule.at for rule in down])
    ys = _levels([rule.at for rule in across])
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    open_left, open_right = left < xs[0] - 8, right > xs[-1] + 8  # tables without outer lines at their sides
    open_top, open_bottom = top < ys[0] - 8, bottom > ys[-1] + 8
    xs = [*([left] if open_left else []), *xs, *([right] if open_right else [])]
    ys = [*([top] if open_top else []), *ys, *([bottom] if open_bottom else [])]
    if len(xs) < 2 or len(ys) < 2 or len(xs) * len(ys) > _MOST_BOXES:
        return None
    grid = Grid(xs, ys, open_top=open_top, open_bottom=open_bottom)
    _merge(grid, across, down)
    return grid


def _levels(places: list[float]) -> list[float]:
    out: list[float] = []
    for place in sorted(places):
        if not out or place - out[-1] > _SAME * 1.5:
            out.append(place)
    return out


def _merge(grid: Grid, across: list[Rule], down: list[Rule]) -> None:
    """Find which boxes of the grid lie open to one another, and make them one cell."""
    rows, columns = len(grid.ys) - 1, len(grid.xs) - 1
    closed_right = _borders(grid.xs[1:-1], grid.ys, down)
    closed_below = _borders(grid.ys[1:-1], grid.xs, across)
    taken = grid.owner
    for row in range(rows):
        for column in range(columns):
            if (row, column) in taken:
                continue
            wide = 1
            while (
                column + wide < columns
                and (row, column + wide) not in taken
                and not closed_right[column + wide - 1][row]
            ):
                wide += 1
            high = 1
            while row + high < rows and _opens(closed_below[row + high - 1], closed_right, row + high, column, wide):
                high += 1
            for r in range(row, row + high):
                for c in range(column, column + wide):
                    taken[r, c] = len(grid.cells)
            grid.cells.append(GridCell(row, column, high, wide))


def _opens(below: list[bool], closed_right: list[list[bool]], row: int, column: int, wide: int) -> bool:
    """Tell whether a cell goes on into the next row: no line under it, and none that divides it there."""
    if any(below[column : column + wide]):
        return False
    return not any(closed_right[inner][row] for inner in range(column, column + wide - 1))


def _borders(places: list[float], marks: list[float], rules: list[Rule]) -> list[list[bool]]:
    """Return for each inner border and each stretch between two marks whether a line is drawn there."""
    drawn = []
    for place in places:
        here = sorted((rule.start, rule.end) for rule in rules if abs(rule.at - place) <= _SAME * 1.5)
        drawn.append([_covered(start, end, here) for start, end in itertools.pairwise(marks)])
    return drawn


def _covered(start: float, end: float, rules: list[tuple[float, float]]) -> bool:
    length = sum(max(0.0, min(end, b) - max(start, a)) for a, b in rules)
    return length >= 0.6 * (end - start)
