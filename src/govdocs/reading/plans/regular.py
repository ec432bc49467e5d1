"""Tables taken apart with one line a cell: the columns come round and round, and every line fits its own."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdocs.layout import Line
from govdocs.reading.plans.columns import Header, Kind
from govdocs.reading.plans.grids import Row
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.values import Looks, is_task, open_ended

__all__ = ["read_regular"]

_FEW = 3
"""Rows below which a round of columns may be chance."""
_FITS = (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS, Kind.NUMBER)
"""Columns whose cells can be told by their look."""


def read_regular(lines: Sequence[Line], header: Header, looks: Looks) -> list[Row] | None:
    """Return the rows of a table each of whose cells is one line; `None` where a line does not fit its column."""
    kinds = [column.kind for column in header.columns]
    count = len(kinds)
    if Kind.RESPONSIBLE not in kinds or set(kinds) - {*_FITS, Kind.MEASURE} or len(lines) < _FEW * count:
        return None
    rows: list[Row] = []
    for start in range(0, len(lines) - count + 1, count):
        row = lines[start : start + count]
        if not all(_fits(line, kind, looks) for line, kind in zip(row, kinds, strict=True)):
            break
        rows.append(Row(cells=tuple((line,) for line in row)))
    used = len(rows) * count
    if len(rows) < _FEW or (used < len(lines) and not _parted(lines, used, count, looks)):
        return None
    return rows


def _fits(line: Line, kind: Kind, looks: Looks) -> bool:
    text = line.text
    if kind is Kind.NUMBER:
        mark = mark_of(text)
        return mark is not None and bool(mark.number) and not mark.rest
    if not text[:1].isupper() and not (kind is Kind.DEADLINE and text[:1].isdigit()):
        return False
    if open_ended(text):
        return False
    if kind is Kind.RESPONSIBLE:
        return looks.is_body(text) and not is_task(text.split()) and len(text.split()) <= 5
    if kind is Kind.DEADLINE:
        return looks.deadline(text) >= 0.9
    if kind is Kind.STATUS:
        return looks.status(text) >= 0.8
    return text not in looks.lexicon and len(text.split()) > 1 and looks.deadline(text) < 0.9


def _parted(lines: Sequence[Line], at: int, count: int, looks: Looks) -> bool:
    """Tell whether the text behind the last row stands further off than the rows from each other.

    On a page of its own it does, unless rows may go on there: what stands under the heads stands among it too, or it
    begins with one more body.
    """
    if at >= count and lines[at].page != lines[at - 1].page:
        behind = lines[at : at + 2 * count]
        return not looks.is_body(behind[0].text) and not any(looks.is_value(line.text) for line in behind)
    inner = max(b.number - a.number for a, b in pairwise(lines[:at]) if a.page == b.page)
    return at >= count and lines[at].number - lines[at - 1].number > inner
