"""Boxes of text that stand in the middle of other text, which runs past them: each is read where a paragraph ends."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from attrs import frozen

from govdocs_pdf.content import Box
from govdocs_pdf.grid import Grid
from govdocs_pdf.pieces import Piece, rows_of

__all__ = ["frames_of", "take_frames"]

_LEAST = 2
"""Lines of the text that stand beside a box, at least."""
_MOST = 40
"""Boxes of one page; one with more is a drawing or a form."""
_TOUCH = 3.0
"""Grounds this near each other belong together, in points."""
_NEAR = 2.5
"""How far above or below a box a line stands at the most that runs over its width, in font sizes."""
_OVER = 12.0
"""How far such a line reaches over the box, in points."""
_APART = 1.35
"""Distances of lines by which two stand further apart than lines of a paragraph."""


@frozen
class _Frame:
    """A box that stands in a text, with what is in it."""

    box: Box
    inside: list[Piece]
    left: float
    """Where the lines of the text around it begin."""
    right: float
    """How far they reach."""


def frames_of(grids: Iterable[Grid], grounds: Sequence[Box]) -> list[Box]:
    """Return what may be a box of text: four lines around one cell, or a ground that touches no other, as cells' do."""
    if len(grounds) > _MOST:
        grounds = ()
    ruled = [Box(grid.xs[0], grid.ys[0], grid.xs[-1], grid.ys[-1]) for grid in grids if len(grid.cells) == 1]
    alone = [each for each in grounds if not any(_touch(each, other) for other in grounds if other is not each)]
    found = {(round(each.x0), round(each.y0)): each for each in (*alone, *ruled)}
    return list(found.values()) if len(found) <= _MOST else []


def _touch(one: Box, other: Box) -> bool:
    across = one.x0 - _TOUCH <= other.x1 and other.x0 <= one.x1 + _TOUCH
    return across and one.y0 - _TOUCH <= other.y1 and other.y0 <= one.y1 + _TOUCH


def take_frames(pieces: Sequence[Piece], tables: Iterable[Piece], boxes: Sequence[Box]) -> dict[Piece, list[Piece]]:
    """Return what stands in each box by a place in the text around it: where the paragraph that runs past it ends.

    `tables` are the places of the page's ruled tables.
    """
    out: dict[Piece, list[Piece]] = {}
    rest = list(pieces)
    for frame in _frames(rest, boxes):
        gone = set(frame.inside)
        rest = [piece for piece in rest if piece not in gone]
        y = _end_of_paragraph([*rest, *tables], frame)
        first = frame.inside[0]
        out[Piece("", frame.left, frame.right, y, 1.0, False, False, False, first.order, frame.left)] = frame.inside
    return out


def _frames(pieces: Sequence[Piece], boxes: Sequence[Box]) -> Iterator[_Frame]:
    taken: set[Piece] = set()
    for box in boxes:
        inside = [piece for piece in pieces if piece not in taken and _holds(box, piece)]
        if not inside:
            continue
        outside = [piece for piece in pieces if piece not in taken and not _holds(box, piece)]
        around = _around(box, outside)
        if around is not None:
            taken.update(inside)
            yield _Frame(box, inside, *around)


def _holds(box: Box, piece: Piece) -> bool:
    return box.x0 - 1 <= piece.x0 and piece.x1 <= box.x1 + 1 and box.y0 <= piece.middle <= box.y1


def _around(box: Box, outside: Sequence[Piece]) -> tuple[float, float] | None:
    """Return where the lines begin and end that run past a box; `None` where none do.

    They stand all on one side of it, and right above or below it a line of theirs runs over its width.
    """
    beside = [piece for piece in outside if box.y0 <= piece.middle <= box.y1]
    if len(beside) < _LEAST:
        return None
    on_left = all(piece.x1 <= box.x0 for piece in beside)
    if not on_left and not all(piece.x0 >= box.x1 for piece in beside):
        return None
    left = min(piece.x0 for piece in beside) if on_left else box.x0
    size = median(piece.size for piece in beside)
    for piece in outside:
        apart = max(box.y0 - piece.y, piece.y - piece.size - box.y1)
        over = piece.x0 < box.x1 - _OVER and piece.x1 > box.x0 + _OVER
        begins = abs(piece.x0 - left) < (3 if on_left else 20)
        past = piece.x1 > beside[0].x0 + _OVER and piece.x0 < beside[0].x1 - _OVER
        if over and past and begins and abs(piece.size - size) < 0.6 and -size < apart < _NEAR * size:
            return min(left, piece.x0), max(piece.x1, *(each.x1 for each in beside))
    return None


def _end_of_paragraph(pieces: Sequence[Piece], frame: _Frame) -> float:
    """Return a height behind the paragraph that stands beside a box or ends below it."""
    box = frame.box
    rows = rows_of([p for p in pieces if p.y >= box.y0 and frame.left - 3 <= p.x0 < frame.right])
    ys = [row[0].y for row in rows]
    pitch = median([b - a for a, b in itertools.pairwise(ys) if b - a > 1] or [12.0])
    for (above, row), (upper, y) in zip(itertools.pairwise(rows), itertools.pairwise(ys), strict=True):
        if y > box.y1 and (y - upper > _APART * pitch or not row[0].text or row[0].size > 1.1 * above[0].size):
            return (upper + y) / 2
    return max(box.y1, ys[-1] if ys else box.y1) + 6
