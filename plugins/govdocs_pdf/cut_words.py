"""Words that a narrow cell cuts without a hyphen, made whole on the line where they begin."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from govdocs_pdf.pieces import Piece, TextLine
from govdocs_pdf.stitching import Block
from govdocs_pdf.tables import PageTable

__all__ = ["join_cut_words", "paints_blanks"]

_MOST_PADDING = 8.0
"""Space between a cell's border and its text at the most, in points."""
_SHARE = 0.1
"""Share of the lines broken between words that may lack their blank, for its lack to tell a cut word elsewhere."""


def paints_blanks(pages: Iterable[Sequence[Piece]]) -> bool:
    """Tell whether the program that wrote the document paints the blank at which it breaks a line.

    Word and LibreOffice do. Told by lines that go on in small letters right below; one word alone on its line may
    have been cut, so that it tells nothing where it has no blank.
    """
    painted = missing = 0
    for pieces in pages:
        for above, below in itertools.pairwise(pieces):
            under = 0 < below.y - above.y < 1.8 * above.size and abs(above.body - below.x0) < 1
            if not under or not below.text[:1].islower() or not above.text.rstrip()[-1:].isalnum():
                continue
            if above.text[-1] == " ":
                painted += 1
            elif " " in above.text:
                missing += 1
    return painted > 0 and missing <= _SHARE * painted


def join_cut_words(blocks: Iterable[Block]) -> None:
    """Make whole the words that the cells of a page's tables cut, where blanks are painted at other breaks."""
    for table in blocks:
        if isinstance(table, PageTable):
            for row in table.rows:
                for cell in row:
                    end = cell.column + cell.colspan
                    if len(cell.lines) > 1 and end < len(table.edges):
                        cell.lines = _joined(cell.lines, table.edges[cell.column], table.edges[end], table.ruled)


def _joined(lines: Sequence[TextLine], left: float, right: float, ruled: bool) -> list[TextLine]:
    """Return the lines of a cell between two borders, or between the beginnings of its text and its neighbour's."""
    padding = min(line.x0 for line in lines) - left if ruled else _MOST_PADDING
    edge = right - min(max(padding, 0.0), _MOST_PADDING)
    out = [lines[0]]
    for above, line in itertools.pairwise(lines):
        if not _is_cut(above, line, edge):
            out.append(line)
            continue
        rest, blank, after = line.text.partition(" ")
        out[-1].text += rest + blank
        if after:
            line.text = after
            out.append(line)
    return out


def _is_cut(above: TextLine, line: TextLine, edge: float) -> bool:
    """Tell whether a word that fills its line goes on in the next: no blank after it, and no room for a letter."""
    return (
        above.text[-1:].isalpha()
        and line.text[:1].islower()
        and " " not in above.text
        and above.parts is None
        and line.parts is None
        and above.size == line.size
        and edge - above.x1 < above.size
    )
