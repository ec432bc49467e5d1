"""Places on the page: transformation matrices, boxes, and the straight lines of a path."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from govdocs_pdf.content import Rule

__all__ = ["Matrix", "corners", "rules_of_path", "times", "upright_page"]

Matrix = tuple[float, ...]
"""a, b, c, d, e, f as in PDF: x' = a x + c y + e, y' = b x + d y + f."""

_MOVE, _CURVE = 2, 1


def times(first: Matrix, second: Matrix) -> Matrix:
    """Return the matrix that does first the one and then the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = second
    return (
        a * g + b * i, a * h + b * j,
        c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def upright_page(box: tuple[float, float, float, float], quarter_turns: int) -> Matrix:
    """Return the matrix from a page's own space to the page as it is shown, with its lower left corner at 0, 0."""
    left, bottom, right, top = box
    return (
        (1, 0, 0, 1, -left, -bottom),
        (0, -1, 1, 0, -bottom, right),
        (-1, 0, 0, -1, right, top),
        (0, 1, -1, 0, top, -left),
    )[quarter_turns % 4]


def corners(box: Sequence[float], matrix: Matrix, height: float) -> tuple[float, float, float, float]:
    """Return left, top, right, bottom of a box, measured from the page's top left corner."""
    left, bottom, right, top = box
    a, b, c, d, e, f = matrix
    if b == 0 and c == 0 and a > 0 and d > 0:
        return a * left + e, height - (d * top + f), a * right + e, height - (d * bottom + f)
    xs = [a * x + c * y + e for x in (left, right) for y in (bottom, top)]
    ys = [height - (b * x + d * y + f) for x in (left, right) for y in (bottom, top)]
    return min(xs), min(ys), max(xs), max(ys)


def rules_of_path(points: Sequence[tuple[int, float, float, bool]], stroked: bool, thin: float) -> Iterator[Rule]:
    """Yield the straight lines that a path draws: its strokes, and its filled parts that are thin.

    A point is kind, x, y and whether it closes its part.
    """
    part: list[tuple[float, float]] = []
    before: list[tuple[float, float]] = []
    curved = False
    for kind, x, y, closes in [*points, (_MOVE, 0.0, 0.0, False)]:
        if kind == _MOVE:
            if len(part) > 1 and not curved:
                yield from _rules_of_part(part, stroked, thin)
                yield from _border(before, part, thin) if before and not stroked else ()
                before = part
            part, curved = [(x, y)], False
            continue
        curved = curved or kind == _CURVE
        part.append((x, y))
        if closes and part[0] != part[-1]:
            part.append(part[0])


def _border(one: list[tuple[float, float]], other: list[tuple[float, float]], thin: float) -> Iterator[Rule]:
    """Yield the sides of a border that is filled between two boxes, one right within the other, as browsers draw it."""
    if not len(one) == len(other) == 5:
        return
    sides = [
        (min(x for x, _ in part), min(y for _, y in part), max(x for x, _ in part), max(y for _, y in part))
        for part in (one, other)
    ]
    if all(0 < abs(a - b) <= thin for a, b in zip(*sides, strict=True)):
        x0, y0, x1, y1 = ((a + b) / 2 for a, b in zip(*sides, strict=True))
        yield from (Rule(True, y0, x0, x1), Rule(True, y1, x0, x1), Rule(False, x0, y0, y1), Rule(False, x1, y0, y1))


def _rules_of_part(part: list[tuple[float, float]], stroked: bool, thin: float) -> Iterator[Rule]:
    xs, ys = [x for x, _ in part], [y for _, y in part]
    x0, x1, y0, y1 = min(xs), max(xs), min(ys), max(ys)
    if x1 - x0 <= thin or y1 - y0 <= thin:
        if x1 - x0 > y1 - y0:
            yield Rule(True, (y0 + y1) / 2, x0, x1)
        elif y1 > y0:
            yield Rule(False, (x0 + x1) / 2, y0, y1)
    elif stroked:
        for (ax, ay), (bx, by) in itertools.pairwise(part):
            if abs(ay - by) < 0.5 < abs(ax - bx):
                yield Rule(True, (ay + by) / 2, min(ax, bx), max(ax, bx))
            elif abs(ax - bx) < 0.5 < abs(ay - by):
                yield Rule(False, (ax + bx) / 2, min(ay, by), max(ay, by))
