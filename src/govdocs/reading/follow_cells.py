"""Columns of a table of cases that tell who follows a case up, and when: their heads are the labels of their cells."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Label, Vocabulary

__all__ = ["follow_heads", "follow_label"]


def follow_heads(lines: Sequence[Line], vocabulary: Vocabulary) -> dict[tuple[int, int], str]:
    """Return such heads as written, by table and column; they stand in its first row, behind the first column."""
    return {
        (line.cell[0], line.cell[2]): line.text.strip(" :")
        for line in lines
        if line.cell is not None
        and line.cell[1] == 0
        and line.cell[2] > 0
        and vocabulary.kind(line.text, "follow") is not None
    }


def follow_label(lines: Sequence[Line], start: int, index: int, heads: dict[tuple[int, int], str]) -> Label | None:
    """Return the label of the first line of a cell under such a head, where the case begins in the same table."""
    cell, begun = lines[index].cell, lines[start].cell
    if cell is None or begun is None or cell[0] != begun[0] or cell == lines[index - 1].cell or index == start:
        return None
    written = heads.get((cell[0], cell[2]))
    return Label(kind="follow.up", written=written, value=lines[index].text, colon=False) if written else None
