"""Tables of figures and short words within a case's text, whose rows are no headings and no sentences."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Block, Wrap, blocks, joined
from govdocs.reading.heads import CaseHead

__all__ = ["data_tables", "with_rows"]

_COLUMNS = 3
"""Columns that a table of data has at least; two may be a label and its text."""
_SHORT = 40
"""Characters that its cells have on the middle at most."""


def data_tables(lines: Sequence[Line], heads: Sequence[CaseHead], vocabulary: Vocabulary) -> frozenset[int]:
    """Return a part's tables of data: several columns of short cells; no case begins in one or is told of as in a form.

    A form tells who prepares the case: `Saksbehandler`.
    """
    columns: dict[int, dict[tuple[int, int], int]] = {}
    for line in lines:
        if line.cell is not None:
            cells = columns.setdefault(line.cell[0], {})
            cells[line.cell[1:]] = cells.get(line.cell[1:], 0) + len(line.text)
    held = {cell[0] for head in heads if (cell := lines[head.index].cell) is not None}
    for line in lines:
        told = vocabulary.label(line.text, "case") if line.cell is not None and line.cell[0] not in held else None
        if line.cell is not None and told is not None and told.kind == "case.officer":
            held.add(line.cell[0])
    return frozenset(
        table
        for table, cells in columns.items()
        if table not in held
        and len({column for _, column in cells}) >= _COLUMNS
        and sorted(cells.values())[len(cells) // 2] <= _SHORT
    )


def with_rows(lines: Sequence[Line], tables: frozenset[int], wrap: Wrap, words: frozenset[str]) -> list[Block]:
    """Put lines together to paragraphs and list items, each row of these tables to one paragraph."""
    out: list[Block] = []
    for row, group in groupby(lines, lambda line: line.cell[:2] if line.cell and line.cell[0] in tables else None):
        own = tuple(group)
        out.extend(blocks(own, wrap, words) if row is None else [Block(lines=own, text=joined(own, words))])
    return out
