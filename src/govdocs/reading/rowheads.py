"""Lists of those present that no heading opens: tables whose own heads tell who was there."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from govdocs.layout import Line
from govdocs.norwegian.people import read_person
from govdocs.reading.blocks import columns_of
from govdocs.reading.bodies import is_body_name
from govdocs.reading.listed import Group
from govdocs.reading.rosterrows import column_kind, is_header, row_person

__all__ = ["far_apart", "in_table", "table_of_those_present"]

_TELLS = frozenset({"mark", "met", "away", "votes", "substitute"})
"""Columns that only a list of those present has."""
_CELLS = 5
"""Lines that the row of a table may have on the middle, to be counted as one."""


def table_of_those_present(lines: Sequence[Line], index: int) -> Group | None:
    """Return the group of a table that begins at a line; `None` where none does.

    Its heads name a column of persons and one that tells who was there, as `Eierkommune | Representant | Til stede`,
    and a person's row follows.
    """
    line = lines[index]
    if line.cell is not None and line.cell[2] > 0:
        return None
    heads, behind = _row(lines, index)
    if len(heads) < 2 or not all(is_header(text, cell=True) for text in heads.values()):
        return None
    kinds = {column: column_kind(text) for column, text in heads.items()}
    if "name" not in kinds.values() or _TELLS.isdisjoint(kinds.values()) or behind >= len(lines):
        return None
    first, _ = _row(lines, behind)
    told = [text for column, text in first.items() if kinds.get(column) in ("mark", "met", "away", "votes")]
    if row_person(first, kinds) is None or any(read_person(text) is not None for text in told):
        return None  # two lists side by side
    above = lines[index - 1] if index else None
    named = above is not None and line.number - above.number <= 2 and is_body_name(above.text)
    heading = above.text if named and above is not None else ""
    return Group(kind="present", heading=heading, head=line, lines=list(lines[index:behind]), table=kinds)


def far_apart(lines: Sequence[Line], first: int, last: int, *, rows: int) -> bool:
    """Tell whether more rows than some stand between two places; a row of a table counts once."""
    if not rows < last - first <= rows * _CELLS:
        return last - first > rows
    between = lines[first:last]
    return sum(a.cell is None or b.cell is None or a.cell[:2] != b.cell[:2] for a, b in pairwise(between)) > rows


def in_table(group: Group, line: Line) -> bool:
    """Tell a row of a group's table that wide gaps cut, whatever its first cell sounds like."""
    if not group.table or line.cell is not None or len(line.gaps) < 2:
        return False
    return row_person(dict(enumerate(columns_of(line))), group.table) is not None


def _row(lines: Sequence[Line], index: int) -> tuple[dict[int, str], int]:
    """Return the texts of a row by column, and the place behind it: cells of a table, or pieces between wide gaps."""
    line = lines[index]
    if line.cell is None:
        return dict(enumerate(columns_of(line))) if line.gaps else {}, index + 1
    behind = index
    cells: dict[int, str] = {}
    while behind < len(lines) and (cell := lines[behind].cell) is not None and cell[:2] == line.cell[:2]:
        cells[cell[2]] = f"{cells[cell[2]]} {lines[behind].text}" if cell[2] in cells else lines[behind].text
        behind += 1
    return cells, behind
