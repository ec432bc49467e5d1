"""Cells of a list of those present that cover several rows: they say as what all in these rows are there."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import joined
from govdocs.reading.listed import Group
from govdocs.reading.rosterrows import cell_rows, is_header

__all__ = ["by_category"]

_Row = dict[int, list[Line]]


def by_category(group: Group, lines: Sequence[Line]) -> list[Group]:
    """Cut a group at the cells of its table that name a list and cover several rows: `Medlemmer`, `Varamedlemmer`.

    Each part has the rows that hold the columns' heads. A cell covers the rows below that lack one in its column; any
    other cell there tells of the one in its row.
    """
    rows = cell_rows(lines)
    heads = list(itertools.takewhile(_is_head, rows))
    parts = [evolve(group, lines=[])]
    column: int | None = None
    for row, below in itertools.zip_longest(rows, rows[1:], fillvalue=_Row()):
        first = min(row)
        label = None if _is_head(row) else Vocabulary.standard().label(joined(row[first]), "attendance", bare=True)
        if label is not None and not label.value and len(row) > 1 and below and first not in below:
            head, column = row.pop(first), first
            kind, heading = label.kind.removeprefix("attendance."), joined(head).rstrip(" :")
            parts.append(evolve(group, kind=kind, heading=heading, head=head[0], lines=_lines(heads)))
        elif column in row:
            column = None
            parts.append(evolve(group, lines=_lines(heads)))
        parts[-1].lines.extend(_lines([row]))
    return [part for part in parts if len(parts) == 1 or part.lines != _lines(heads)]


def _is_head(row: _Row) -> bool:
    return all(is_header(joined(cell), cell=True) for cell in row.values())


def _lines(rows: Sequence[_Row]) -> list[Line]:
    return [line for row in rows for cell in row.values() for line in cell]
