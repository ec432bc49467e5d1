"""Dashes of a sentence that the width of a cell has put at a line's beginning, where they look like a list's marks."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence

from govdocs.layout import Line

__all__ = ["of_sentence", "right_edge"]

_DASH = re.compile(r"[-–—] ")
_SMALL = re.compile(r"[-–—] [a-zæøå]")
_ENDED = re.compile(r"[.:;!?][\"'»”)\]]*$")
_ROOM = 2.0
"""Width of a blank and a dash at the most, in letters of their line."""
_SAME = 1.0
"""How far apart two lines may begin that begin at one place, in points."""


def right_edge(cells: Iterable[Sequence[Line]]) -> float | None:
    """Return how far to the right the lines of a column reach; `None` where none of them goes on in the next one."""
    edge, wrapped = 0.0, False
    for cell in cells:
        edge = max([edge, *(line.right for line in cell if line.right is not None)])
        wrapped = wrapped or any(
            line.right is not None and after.text[:1].islower() for line, after in itertools.pairwise(cell)
        )
    return edge if wrapped else None


def of_sentence(lines: Sequence[Line], at: int, edge: float | None) -> bool:
    """Tell whether the dash that a line of a cell begins with is of the sentence above it, and marks no point.

    It is where it is the only one and a small letter follows it, and the line above has no end and no room for it.
    Both lines begin at one place, and so does the one after them, which under a point would hang.
    """
    line, above = lines[at], lines[at - 1]
    if at == 0 or edge is None or above.right is None or not _SMALL.match(line.text) or _ENDED.search(above.text):
        return False
    if abs(line.indent - above.indent) > _SAME or any(_DASH.match(one.text) for one in lines if one is not line):
        return False
    if at + 1 < len(lines) and lines[at + 1].indent > line.indent + _SAME:
        return False
    letter = (above.right - above.indent) / len(above.text)
    return edge - above.right < _ROOM * letter
