"""Reading order: where a page is set in columns of text, one column is read after the other."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from govdocs_pdf.pieces import Piece, rows_of

__all__ = ["flows"]

_FEWEST = 3
"""Rows that each column holds at least."""
_GUTTER = 7.0
"""Narrowest gutter, in points."""
_DEPTH = 6


def flows(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Split the pieces of a page into stretches that are read one after the other, each from the top down."""
    return [flow for flow in _split(list(pieces), 0) if flow]


def _split(pieces: list[Piece], depth: int) -> list[list[Piece]]:
    if depth >= _DEPTH or len(pieces) < 2 * _FEWEST:
        return [pieces]
    rows = rows_of(pieces)
    gutter = _gutter(rows)
    if gutter is None:
        return [pieces]
    out: list[list[Piece]] = []
    plain: list[Piece] = []
    for band, divided in _bands(rows, gutter):
        left = [piece for row in band for piece in row if piece.x0 < gutter]
        right = [piece for row in band for piece in row if piece.x0 >= gutter]
        if divided and _are_columns(left, right):
            out.append(plain)
            plain = []
            out.extend(_split(left, depth + 1))
            out.extend(_split(right, depth + 1))
        else:
            plain.extend(piece for row in band for piece in row)
    out.append(plain)
    return out


def _gutter(rows: Sequence[Sequence[Piece]]) -> float | None:
    """Return the place that the most gaps between pieces of one row share; `None` where too few do."""
    events: list[tuple[float, int]] = []
    for row in rows:
        for before, after in itertools.pairwise(row):
            if after.x0 - before.x1 >= _GUTTER:
                events.append((before.x1, 1))
                events.append((after.x0, -1))
    events.sort(key=lambda event: (event[0], -event[1]))
    best = count = 0
    place = None
    for index, (x, step) in enumerate(events):
        count += step
        if count > best:
            best = count
            place = (x + events[index + 1][0]) / 2
    if best >= 2:
        return place
    return _staggered(rows)


def _staggered(rows: Sequence[Sequence[Piece]]) -> float | None:
    """Return the gutter of columns whose lines do not stand at the same heights."""
    pieces = sorted((piece for row in rows for piece in row), key=lambda piece: piece.x0)
    reach = pieces[0].x1
    best: tuple[int, float] | None = None
    for index, piece in enumerate(pieces):
        if piece.x0 - reach >= _GUTTER and min(index, len(pieces) - index) >= _FEWEST:
            score = min(index, len(pieces) - index)
            if best is None or score > best[0]:
                best = score, (piece.x0 + reach) / 2
        reach = max(reach, piece.x1)
    return best[1] if best else None


def _bands(rows: list[list[Piece]], gutter: float) -> list[tuple[list[list[Piece]], bool]]:
    """Group rows into bands that the gutter divides and bands that it does not."""
    bands: list[tuple[list[list[Piece]], bool]] = []
    for row in rows:
        divided = not any(piece.x0 < gutter < piece.x1 for piece in row)
        if bands and bands[-1][1] == divided:
            bands[-1][0].append(row)
        else:
            bands.append(([row], divided))
    return bands


def _are_columns(left: Sequence[Piece], right: Sequence[Piece]) -> bool:
    """Tell columns of text from the columns of a table.

    Columns of text are painted one after the other, those of a table row by row; where all is painted from the top
    down, lines that fill their column tell text.
    """
    if len(rows_of(left)) < _FEWEST or len(rows_of(right)) < _FEWEST:
        return False
    apart = max(piece.order for piece in left) < min(piece.order for piece in right)
    if apart:
        labels = sum(piece.text.rstrip().endswith(":") for piece in left)
        return labels < 0.5 * len(left)
    return _fills(left) and _fills(right)


def _fills(pieces: Sequence[Piece]) -> bool:
    """Tell whether these are lines of running text: long, and most of them up to the column's right edge."""
    pieces = [piece for piece in pieces if piece.text] or pieces
    edge = max(piece.x1 for piece in pieces)
    width = edge - min(piece.x0 for piece in pieces)
    long = sum(piece.x1 >= edge - 0.15 * width for piece in pieces)
    letters = sum(len(piece.text) for piece in pieces) / len(pieces)
    return letters >= 22 and long >= 0.55 * len(pieces)
