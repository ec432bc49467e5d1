"""The band over the text in which running heads stand, told by where the pages' texts begin."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from govdocs_pdf.pieces import Piece, rows_of

__all__ = ["head_band"]

_BAND = 0.08
"""Share of the page's height at its top in which a head's baseline stands."""
_ASCENT = 0.78
"""Height of a line above its baseline, in font sizes."""
_ALIKE = 0.6
"""Share of the pages whose text begins at one height, for that height to be the margin's."""


def head_band(pages: Sequence[tuple[float, Sequence[Piece]]], size: float) -> list[Piece]:
    """Return what stands in a line of its own over the margin at which the text of the pages begins.

    It tells heads that stand once only, as where the first page has a head of its own. Every page from the second on
    must have such a line, all at one height.
    """
    heads: dict[int, list[Piece]] = {}
    starts: list[float] = []
    for number, (height, pieces) in enumerate(pages):
        rows = rows_of([piece for piece in pieces if piece.y < 0.2 * height])[:2]
        if not rows:
            continue
        tops = [min(piece.y - _ASCENT * piece.size for piece in row) for row in rows]
        line = max(piece.y for piece in rows[0])
        largest = max(piece.size for piece in rows[0])
        if len(rows) > 1 and line < _BAND * height and tops[1] - line >= 1.2 * size and largest <= 1.25 * size:
            heads[number] = rows[0]
            starts.append(tops[1])
        else:
            starts.append(tops[0])
    if len(pages) < 2 or not heads or any(number not in heads for number in range(1, len(pages))):
        return []
    margin = Counter(round(start) for start in starts).most_common(1)[0][0]
    lines = [max(piece.y for piece in row) for row in heads.values()]
    if max(lines) - min(lines) > 1.5 or sum(abs(start - margin) <= 2 for start in starts) < max(2, _ALIKE * len(pages)):
        return []
    return [piece for row in heads.values() for piece in row]
