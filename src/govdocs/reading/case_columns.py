"""Tables of cases that stand in text by alignment alone, made cells: what was said and who follows it up."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve, field, frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, head_number
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of
from govdocs.reading.heads import family

__all__ = ["take_cases"]

_CASES = words("columns", "cases")
_TREATED = words("columns", "treated")
_NEAR = 1.5
"""Columns of text by which the beginning of a cell may miss its column's."""
_FEWEST = 3
"""Columns of such a table at least."""
_TABLE = -2
"""The number of the first such table; those of a layout are counted from 0 up."""


@frozen(kw_only=True)
class _Table:
    """A table while its rows are gathered."""

    edges: tuple[float, ...]
    """Where its columns begin."""
    rows: list[list[list[Line]]] = field(factory=list)
    """The lines of each cell, row by row."""


def take_cases(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return lines with those of such tables as cells, row by row and within a row column by column.

    The heads of the columns tell such a table: `Sak   Referat   Ansvar   Frist`. A row begins with the number of its
    case; what stands apart below the last row under the first head, or runs over the columns, is no part of it.
    """
    out: list[Line] = []
    at, number = 0, _TABLE
    while at < len(lines):
        edges = _edges(lines[at], vocabulary)
        table, stop = _table(lines, at, edges) if edges else (None, at + 1)
        if table is None:
            out.append(lines[at])
            at += 1
            continue
        for n, row in enumerate(table.rows):
            for column, cell in enumerate(row):
                out.extend(evolve(line, cell=(number, n, column)) for line in cell)
        at, number = stop, number - 1
    return out


def _edges(line: Line, vocabulary: Vocabulary) -> tuple[float, ...]:
    """Return where the columns of a table begin whose heads a line holds, nothing where it is no such line."""
    if line.cell is not None or len(line.gaps) + 1 < _FEWEST or len(line.stops) != len(line.gaps):
        return ()
    heads = [folded(text) for text in columns_of(line)]
    known = [head in _CASES or head in _TREATED or vocabulary.kind(head, "follow") is not None for head in heads]
    told = heads[0] in _CASES and any(head in _TREATED for head in heads[1:]) and all(known)
    return (line.indent, *line.stops) if told and len(heads) == len(line.gaps) + 1 else ()


def _table(lines: Sequence[Line], at: int, edges: tuple[float, ...]) -> tuple[_Table | None, int]:
    """Return the table under its heads and where it ends; `None` where no row of a case follows."""
    table = _Table(edges=edges)
    table.rows.append([[piece] for piece in _pieces(lines[at], edges).values()])
    first: NumberHit | None = None
    stop = at + 1
    while stop < len(lines):
        line = lines[stop]
        cells = _pieces(line, edges)
        hit = head_number(cells[0].text, bare=True) if 0 in cells else None
        if hit is not None and (first is None or family(hit) == family(first)):
            first = first or hit
            table.rows.append([[] for _ in edges])
        elif first is None or not cells or (0 in cells and len(cells) == 1 and _is_apart(lines[stop - 1], line)):
            break
        for column, piece in cells.items():
            table.rows[-1][column].append(piece)
        stop += 1
    for row in table.rows:
        row[:] = [_with_ends(cell) for cell in row]
    return (table if first is not None else None), stop


def _pieces(line: Line, edges: tuple[float, ...]) -> dict[int, Line]:
    """Return the pieces of a line by column; none where one begins at no column or runs into the next."""
    begun = (line.indent, *line.stops)
    texts = columns_of(line)
    if line.cell is not None or len(texts) != len(begun):
        return {}
    cells: dict[int, Line] = {}
    for left, text in zip(begun, texts, strict=True):
        column = next((n for n, edge in enumerate(edges) if abs(edge - left) <= _NEAR), None)
        behind = edges[column + 1] if column is not None and column + 1 < len(edges) else None
        if column is None or column in cells or (behind is not None and left + len(text) >= behind):
            return {}
        cells[column] = evolve(line, text=text, indent=edges[column], gaps=(), stops=())
    return cells


def _is_apart(above: Line, line: Line) -> bool:
    return line.page == above.page and line.number - above.number > 1


def _with_ends(cell: Sequence[Line]) -> list[Line]:
    """Return the lines of a cell with the end of each paragraph marked that a blank line follows."""
    ends = [after.page == line.page and after.number - line.number > 1 for line, after in pairwise(cell)]
    return [evolve(line, paragraph=end) for line, end in zip(cell, [*ends, True], strict=False)]
