"""Tables of figures and short words within a case's text, whose rows are no headings and no sentences."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import groupby

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Block, Wrap, blocks, joined
from govdocs.reading.heads import CaseHead

__all__ = ["data_tables", "with_rows"]

_COLUMNS = 3
"""Columns that a table of data has at least; two may be a label and its text, unless the second holds figures."""
_FIGURES = 2
"""Figures that the second of two columns has at least, and nothing else but its head."""
_FIGURE = re.compile(
    r"[-–+]?\s?\d[\d\s.,]*\s?(?:%|kr|kroner|(?:mill|mrd)\.?(?:\s(?:kr|kroner))?|årsverk|timer|stk\.?)?\.?"
)
_SHORT = 40
"""Characters that its cells have on the middle at most."""


def data_tables(lines: Sequence[Line], heads: Sequence[CaseHead], vocabulary: Vocabulary) -> frozenset[int]:
    """Return a part's tables of data: several columns of short cells; no case begins in one or is told of as in a form.

    A form tells who prepares the case: `Saksbehandler`.
    """
    columns: dict[int, dict[tuple[int, int], int]] = {}
    texts: dict[int, list[str]] = {}
    for line in lines:
        if line.cell is not None:
            cells = columns.setdefault(line.cell[0], {})
            cells[line.cell[1:]] = cells.get(line.cell[1:], 0) + len(line.text)
            if line.cell[2] == 1:
                texts.setdefault(line.cell[0], []).append(line.text)
    held = {cell[0] for head in heads if (cell := lines[head.index].cell) is not None}
    for line in lines:
        told = vocabulary.label(line.text, "case") if line.cell is not None and line.cell[0] not in held else None
        if line.cell is not None and told is not None and told.kind == "case.officer":
            held.add(line.cell[0])
    return frozenset(
        table
        for table, cells in columns.items()
        if table not in held
        and (len({column for _, column in cells}) >= _COLUMNS or _is_figures(cells, texts.get(table, ())))
        and sorted(cells.values())[len(cells) // 2] <= _SHORT
    )


def _is_figures(cells: Collection[tuple[int, int]], texts: Sequence[str]) -> bool:
    """Tell a table of two columns whose second has a figure in each row under its head: `2026 | 450 000`."""
    figures = sum(_FIGURE.fullmatch(text) is not None and next(find_days(text), None) is None for text in texts)
    two = {column for _, column in cells} == {0, 1}
    return two and figures >= _FIGURES and figures == len(texts) - 1 == len({row for row, _ in cells}) - 1


def with_rows(lines: Sequence[Line], tables: frozenset[int], wrap: Wrap, words: frozenset[str]) -> list[Block]:
    """Put lines together to paragraphs and list items, each row of these tables to one paragraph."""
    out: list[Block] = []
    for row, group in groupby(lines, lambda line: line.cell[:2] if line.cell and line.cell[0] in tables else None):
        own = tuple(group)
        out.extend(blocks(own, wrap, words) if row is None else [Block(lines=own, text=joined(own, words))])
    return out
