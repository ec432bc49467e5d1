"""The tables of one page: grids of lines and columns of text, with the lines of each cell."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from attrs import define, field

from govdocs_pdf.columns import Columns
from govdocs_pdf.grid import Grid
from govdocs_pdf.pieces import Piece, TextLine, line_of, rows_of, with_markers

__all__ = ["PageTable", "TableCell", "cell_lines", "column_table", "grid_table", "is_table"]

_MOST_INNER = 40
"""Tables inside the cells of one table that are looked at."""


@define(slots=True, eq=False)
class TableCell:
    """A cell with its lines on one page."""

    row: int
    column: int
    rowspan: int = 1
    colspan: int = 1
    lines: list[TextLine] = field(factory=list)
    rests: list[TableCell] = field(factory=list)
    """What of it stands on later pages."""

    @property
    def whole(self) -> list[TextLine]:
        """Its lines on all pages."""
        return [*self.lines, *(line for rest in self.rests for line in rest.lines)] if self.rests else self.lines

    @property
    def text(self) -> str:
        """Its lines joined by blanks."""
        return " ".join(line.text.strip() for line in self.whole)


@define(slots=True, eq=False)
class PageTable:
    """A table, or the part of one that stands on one page."""

    page: int
    rows: list[list[TableCell]]
    """Rows of cells; a cell that covers several rows stands in the first."""
    edges: list[float]
    """Where its columns begin and, for a ruled table, where the last one ends."""
    ruled: bool
    top: float
    bottom: float
    open_top: bool = False
    """Whether no line closes it above."""
    open_bottom: bool = False
    """Whether no line closes it below."""
    repeated: int = 0
    """First rows that only repeat the head of the table that goes on here."""
    own: int | None = None
    """How many of the rows begin on this page, where others have been joined to them; `None` for all."""
    carried: list[TableCell] = field(factory=list)
    """The cells of the first row, where it began on a page before."""
    part_of: PageTable | None = None
    """The table that goes on here."""

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1 if self.ruled else len(self.edges)


def is_table(grid: Grid, cells: Sequence[Sequence[Piece]]) -> bool:
    """Tell a table from a frame around text, a chart, or lines between paragraphs."""
    if grid.columns < 2 or len(grid.cells) < 2:
        return False
    filled = [cell for cell, pieces in zip(grid.cells, cells, strict=True) if pieces]
    if not filled or len({cell.column for cell in grid.cells}) < 2:
        return False
    return len(filled) >= 2 or len(grid.cells) <= 12


def grid_table(grid: Grid, cells: Sequence[Sequence[Piece]], page: int, inner: Sequence[Grid]) -> PageTable:
    """Make the table of a grid from the pieces in each of its cells; grids inside it are read cell by cell."""
    rows: list[list[TableCell]] = [[] for _ in range(len(grid.ys) - 1)]
    for cell, pieces in zip(grid.cells, cells, strict=True):
        lines = cell_lines(pieces, page, inner)
        rows[cell.row].append(TableCell(cell.row, cell.column, cell.rowspan, cell.colspan, lines))
    table = PageTable(page, rows, list(grid.xs), True, grid.ys[0], grid.ys[-1], grid.open_top, grid.open_bottom)
    _drop_empty_rows(table)
    return table


def _drop_empty_rows(table: PageTable) -> None:
    """Take out rows that hold no cell of their own, as where a line is drawn twice."""
    kept = [row for row in table.rows if row]
    if len(kept) == len(table.rows):
        return
    gone = [index for index, row in enumerate(table.rows) if not row]
    for index, row in enumerate(kept):
        for cell in row:
            cell.rowspan -= sum(cell.row < at < cell.row + cell.rowspan for at in gone)
            cell.row = index
    table.rows = kept


def cell_lines(pieces: Sequence[Piece], page: int, inner: Sequence[Grid] = ()) -> list[TextLine]:
    """Return the lines of a cell; those of a table inside it stand row by row, cell by cell."""
    for index, grid in enumerate(inner[:_MOST_INNER]):
        own = {piece for piece in pieces if grid.holds(piece.x0 + 1, piece.middle)}
        if own:
            rest = [piece for piece in pieces if piece not in own]
            inside: dict[int, list[Piece]] = {}
            for piece in pieces:
                if piece in own:
                    inside.setdefault(grid.cell_at(piece.x0 + 1, piece.middle), []).append(piece)
            further = inner[index + 1 : _MOST_INNER]
            return [
                *cell_lines([piece for piece in rest if piece.y < grid.ys[0]], page, further),
                *(line for key in sorted(inside) for line in cell_lines(inside[key], page, further)),
                *cell_lines([piece for piece in rest if piece.y >= grid.ys[0]], page, further),
            ]
    if len(pieces) == 1:
        return [line_of(pieces, page)]
    return [line_of(with_markers(row), page) for row in rows_of(pieces)]


def column_table(columns: Columns, page: int) -> PageTable:
    """Make a table of rows that stand under one another."""
    rows = [
        [
            TableCell(index, column, lines=[line_of(line, page) for line in cell])
            for column, cell in enumerate(cells)
        ]
        for index, cells in enumerate(columns.rows)
    ]  # fmt: skip
    lines = [line for row in rows for line in _all_lines(row)]
    return PageTable(
        page, rows, list(columns.starts), False, min(line.y for line in lines), max(line.y for line in lines)
    )


def _all_lines(cells: Iterable[TableCell]) -> Iterable[TextLine]:
    for cell in cells:
        yield from cell.lines
