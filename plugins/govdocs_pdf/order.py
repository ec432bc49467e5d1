"""Reading order: where a page is set in columns of text, one column is read after the other."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

from govdocs_pdf.pieces import Piece, rows_of

__all__ = ["flows"]

Rows = list[list[Piece]]

_FEWEST = 3
"""Rows that each column holds at least."""
_GUTTER = 7.0
"""Narrowest gutter, in points."""
_CANDIDATES = 8
"""Gutters that are tried, those first that the most rows keep free."""
_DEPTH = 6


def flows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Split the pieces of a page into stretches that are read one after the other, each from the top down."""
    return [flow for flow in _split(list(pieces), 0) if flow]


def _split(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    if depth >= _DEPTH or len(pieces) < 2 * _FEWEST:
        return [pieces]
    rows = rows_of(pieces)
    for gutter in _gutters(rows):
        parts = list(_divided(rows, gutter))
        if any(right for _, right in parts):
            return [flow for left, right in parts for side in (left, right) if side for flow in _split(side, depth + 1)]
    return [pieces]


def _gutters(rows: Sequence[Sequence[Piece]]) -> list[float]:
    """Return places between pieces of one row, those first that the most rows share."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for before, after in itertools.pairwise(row):
            if after.x0 - before.x1 >= _GUTTER:
                events.append((before.x1, 1))
                events.append((after.x0, -1))
    events.sort(key=lambda event: (event[0], -event[1]))
    found: list[tuple[int, float]] = []
    count = 0
    for (x, step), (further, turn) in itertools.pairwise(events):
        count += step
        if step > 0 > turn and count >= 2:
            found.append((-count, (x + further) / 2))
    best = [place for _, place in sorted(found)[:_CANDIDATES]]
    return [*best, *_staggered(rows)]


def _staggered(rows: Sequence[Sequence[Piece]]) -> Iterator[float]:
    """Yield the gutter of columns whose lines do not stand at the same heights."""
    pieces = sorted((piece for row in rows for piece in row), key=lambda piece: piece.x0)
    reach = pieces[0].x1
    best: tuple[int, float] | None = None
    for index, piece in enumerate(pieces):
        score = min(index, len(pieces) - index)
        if piece.x0 - reach >= _GUTTER and score >= _FEWEST and (best is None or score > best[0]):
            best = score, (piece.x0 + reach) / 2
        reach = max(reach, piece.x1)
    if best is not None:
        yield best[1]


def _divided(rows: Rows, gutter: float) -> Iterator[tuple[list[Piece], list[Piece]]]:
    """Yield stretches of the page from the top down: those in two columns as two lists, others with an empty second."""
    plain: list[Piece] = []
    for free, group in itertools.groupby(rows, key=lambda row: not any(piece.x0 < gutter < piece.x1 for piece in row)):
        band = list(group)
        for start, end in _columns(band, gutter) if free else ():
            plain.extend(piece for row in band[:start] for piece in row)
            inside = [piece for row in band[start:end] for piece in row]
            yield plain, []
            yield [piece for piece in inside if piece.x0 < gutter], [piece for piece in inside if piece.x0 >= gutter]
            plain, band = [], band[end:]
        plain.extend(piece for row in band for piece in row)
    yield plain, []


def _columns(band: Rows, gutter: float) -> list[tuple[int, int]]:
    """Return which rows of a band are set in two columns, as none or one pair of first and behind-last.

    Columns of text are painted one after the other, those of a table row by row; where all is painted from the top
    down, lines that fill their column tell text.
    """
    found = _painted_apart(band, gutter)
    if found is not None:
        return [found]
    left = [piece for row in band for piece in row if piece.x0 < gutter]
    right = [piece for row in band for piece in row if piece.x0 >= gutter]
    if _are_many(left) and _are_many(right) and _fills(left) and _fills(right):
        return [(0, len(band))]
    return []


def _painted_apart(band: Rows, gutter: float) -> tuple[int, int] | None:
    """Find where the painting goes back up, from the foot of a left column to the head of a right one."""
    painted = sorted((piece for row in band for piece in row), key=lambda piece: piece.order)
    at = {id(piece): index for index, row in enumerate(band) for piece in row}
    best: tuple[int, int] | None = None
    for index in range(1, len(painted)):
        before, after = painted[index - 1], painted[index]
        if not (before.x0 < gutter <= after.x0 and after.y < before.y - 1.5 * before.size):
            continue
        top = after.y - 0.8 * after.size
        first = last = index
        while first > 0 and painted[first - 1].x0 < gutter and painted[first - 1].y >= top:
            first -= 1
        while last + 1 < len(painted) and painted[last + 1].x0 >= gutter and painted[last + 1].y >= top:
            last += 1
        left, right = painted[first:index], painted[index : last + 1]
        if not (_are_many(left) and _are_many(right)) or _are_labels(left):
            continue
        own = {id(piece) for piece in (*left, *right)}
        start = min(at[id(piece)] for piece in (*left, *right))
        end = start
        while end < len(band) and all(id(piece) in own for piece in band[end]):
            end += 1
        if (
            end - start >= _FEWEST
            and not _is_row(band, start, end, gutter)
            and (best is None or end - start > best[1] - best[0])
        ):
            best = start, end
    return best


def _is_row(band: Rows, start: int, end: int, gutter: float) -> bool:
    """Tell the tall row of a table from columns of text: the rows next to it have parts on both sides too."""
    for near, edge in ((start - 1, start), (end, end - 1)):
        if 0 <= near < len(band):
            row = band[near]
            close = abs(row[0].y - band[edge][0].y) < 3 * row[0].size
            if close and any(piece.x0 < gutter for piece in row) and any(piece.x0 >= gutter for piece in row):
                return True
    return False


def _are_many(pieces: Sequence[Piece]) -> bool:
    return len(pieces) >= _FEWEST and len(rows_of(pieces)) >= _FEWEST


def _are_labels(pieces: Sequence[Piece]) -> bool:
    """Tell labels from lines of text."""
    return sum(piece.text.rstrip().endswith(":") for piece in pieces) >= 0.5 * len(pieces)


def _fills(pieces: Sequence[Piece]) -> bool:
    """Tell whether these are lines of running text: long, and most of them up to the column's right edge."""
    pieces = [piece for piece in pieces if piece.text] or pieces
    edge = max(piece.x1 for piece in pieces)
    width = edge - min(piece.x0 for piece in pieces)
    long = sum(piece.x1 >= edge - 0.15 * width for piece in pieces)
    letters = sum(len(piece.text) for piece in pieces) / len(pieces)
    return letters >= 22 and long >= 0.7 * len(pieces)
