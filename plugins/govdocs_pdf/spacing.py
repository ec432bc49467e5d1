"""Where paragraphs end: lines below which there is more space than between the lines of a paragraph."""

from __future__ import annotations

import itertools
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from statistics import median

from govdocs_pdf.pieces import TextLine
from govdocs_pdf.stitching import Block
from govdocs_pdf.tables import PageTable

__all__ = ["mark_ends"]

_FEWEST = 2
"""Lines of a document that plainly go on in the next one, to know how far apart the lines of a paragraph are."""
_FEWEST_NEAR = 2
"""Such lines of one cell or stretch of text, which are better witnesses for it."""
_EVEN = 0.9
"""Share of them that must stand equally far apart; a document set with several distances tells nothing."""
_APART = 1.5
"""Sizes of its type by which lines stand further apart than lines of one paragraph do, where that is not known."""
_MORE = 0.07
"""Share of that distance by which one is wider that ends a paragraph."""


def mark_ends(pages: Iterable[Sequence[Block]]) -> None:
    """Mark the lines that end a paragraph, told by the space below them.

    How far apart the lines of a paragraph are is told, for each size of type, by lines that go on in small letters:
    those of the same cell or stretch of text, or else those of the whole document. Where too few do, as in a broad
    document whose paragraphs hardly fill a line, a line ends its paragraph if the next one's first word had room on it.
    """
    stretches = [list(itertools.pairwise(lines)) for blocks in pages for lines in _stretches(blocks) if len(lines) > 1]
    near = [_leadings(pairs) for pairs in stretches]
    everywhere: dict[float, list[float]] = defaultdict(list)
    for gaps in near:
        for size, own in gaps.items():
            everywhere[size].extend(own)
    edges: dict[int, float] = defaultdict(float)
    for line in itertools.chain.from_iterable(itertools.chain.from_iterable(stretches)):
        edges[round(line.x0)] = max(edges[round(line.x0)], line.x1)
    known = {size: _leading(gaps, _FEWEST) for size, gaps in everywhere.items()}
    for pairs, gaps in zip(stretches, near, strict=True):
        here = {size: _leading(own, _FEWEST_NEAR) for size, own in gaps.items()}
        for above, below in pairs:
            size = round(above.size, 1)
            leading = here.get(size) or known.get(size)
            uneven = len(everywhere.get(size, ())) >= _FEWEST
            if leading is not None:
                apart = below.y - above.y > leading + max(0.9, _MORE * leading)
            elif uneven:
                apart = False
            else:
                apart = below.y - above.y > _APART * above.size and _had_room(above, below, edges[round(above.x0)])
            if apart and not _plainly_goes_on(above, below):
                above.ends = True


def _had_room(above: TextLine, below: TextLine, edge: float) -> bool:
    """Tell whether the first word of a line would have stood on the line above, whose kind reaches to an edge."""
    word = len(below.text.split(maxsplit=1)[0]) + 1
    return edge - above.x1 > word * (below.x1 - below.x0) / len(below.text)


def _leadings(pairs: Sequence[tuple[TextLine, TextLine]]) -> dict[float, list[float]]:
    """Return by size of type how far apart the lines stand of which one plainly goes on in the other."""
    found: dict[float, list[float]] = defaultdict(list)
    for above, below in pairs:
        if _same_type(above, below) and _plainly_goes_on(above, below) and 0 < below.y - above.y < 3 * above.size:
            found[round(above.size, 1)].append(below.y - above.y)
    return found


def _stretches(blocks: Sequence[Block]) -> Iterator[list[TextLine]]:
    """Yield the lines that stand under one another: between tables, and in each cell."""
    lines: list[TextLine] = []
    for block in blocks:
        if isinstance(block, PageTable):
            yield lines
            lines = []
            for row in block.rows:
                for cell in row:
                    yield cell.lines
        else:
            lines.append(block)
    yield lines


def _same_type(above: TextLine, below: TextLine) -> bool:
    return abs(above.size - below.size) < 0.3


def _plainly_goes_on(above: TextLine, below: TextLine) -> bool:
    return below.text[:1].islower() and not above.text.rstrip().endswith((".", ":", ";", "!", "?"))


def _leading(gaps: list[float], fewest: int) -> float | None:
    """Return how far apart lines stand, `None` where that varies or is not known."""
    if len(gaps) < fewest:
        return None
    middle = median(gaps)
    even = sum(abs(gap - middle) <= 0.06 * middle for gap in gaps)
    return middle if even >= _EVEN * len(gaps) else None
