"""From pages in reading order to numbered lines and tables."""

from __future__ import annotations

from collections.abc import Iterable

from govdocs.errors import LimitError
from govdocs.layout import Cell, Line, Page, Table
from govdocs.limits import Limits
from govdocs.typography import lead_of, plain
from govdocs_pdf.body import Body
from govdocs_pdf.pieces import TextLine
from govdocs_pdf.tables import PageTable, TableCell

__all__ = ["Assembly"]

_ASCENT = 0.78
"""Height of a line above its baseline, in font sizes; one for all fonts, so that lines can be compared."""


class Assembly:
    """Numbers lines page by page and gathers tables."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.lines: list[Line] = []
        self.pages: list[Page] = []
        self._tables: list[tuple[PageTable, int]] = []
        self._last: dict[int, int] = {}
        self._made: dict[int, list[Line]] = {}
        self._numbers: dict[int, int] = {}
        self._cells = 0

    def add(self, body: Body, *, blank: bool = False) -> None:
        """Give numbers to a page's lines: head, text and tables, footnotes, foot.

        Tables are numbered cell by cell and row by row; what of a row stands on a later page is numbered there. A
        `blank` page gets one blank line, so that there is a place to name.
        """
        first = len(self.lines) + 1
        if blank:
            self._append(Line(number=first, page=body.number, text=""))
        self._add_lines(body.heads)
        for block in body.blocks:
            if isinstance(block, TextLine):
                self._add_line(block)
            else:
                self._add_table(block)
        self._add_lines(body.notes)
        self._add_lines(body.feet)
        self.pages.append(
            Page(
                number=body.number,
                first=first,
                last=len(self.lines),
                width=round(body.width, 1),
                height=round(body.height, 1),
            )
        )

    def _add_lines(self, lines: Iterable[TextLine]) -> None:
        for line in lines:
            self._add_line(line)

    def _add_line(self, line: TextLine, cell: tuple[int, int, int] | None = None) -> Line | None:
        gaps: tuple[int, ...] = ()
        stops: tuple[float, ...] = ()
        if line.parts is None:
            text = plain(line.text)
        else:
            text, gaps, stops = _parted(line.parts)
        if not text:
            return None
        size = line.size
        made = Line(
            number=len(self.lines) + 1,
            page=line.page,
            text=text,
            furniture=line.furniture,
            cell=cell,
            indent=round(line.x0, 1),
            right=round(line.x1, 1),
            top=round(line.y - _ASCENT * size, 1),
            gaps=gaps,
            stops=stops,
            size=round(size, 1),
            bold=line.bold,
            italic=line.italic,
            lead=lead_of(text, line.lead),
            paragraph=line.ends,
            running=line.running,
        )
        self._append(made)
        return made

    def _append(self, line: Line) -> None:
        if len(self.lines) >= self.limits.lines:
            raise LimitError(self.name, "lines", self.limits.lines)
        if len(line.text) > self.limits.line_length:
            raise LimitError(self.name, "line_length", self.limits.line_length, len(line.text))
        self.lines.append(line)

    def _add_table(self, part: PageTable) -> None:
        """Give numbers to the rows of a table on this page, row by row and cell by cell."""
        table = part.part_of or part
        for row in part.rows[: part.repeated]:
            for cell in row:
                self._add_lines(cell.lines)
        number = self._numbers.setdefault(id(table), len(self._tables))
        if number == len(self._tables):
            self._tables.append((table, len(self.lines) + 1))
        for row in (part.carried, *part.rows[part.repeated : part.own]):
            for cell in row:
                made = [self._add_line(line, (number, cell.row, cell.column)) for line in cell.lines]
                self._made[id(cell)] = [line for line in made if line is not None]
            self._cells += len(row)
            if self._cells > self.limits.table_cells:
                raise LimitError(self.name, "table_cells", self.limits.table_cells)
        self._last[number] = len(self.lines)

    def tables(self) -> tuple[Table, ...]:
        """Return the tables that have been numbered, each with the cells of all its pages."""
        return tuple(
            Table(
                number=number,
                first=first,
                last=self._last[number],
                rows=tuple(tuple(self._cell(cell) for cell in row) for row in table.rows),
            )
            for number, (table, first) in enumerate(self._tables)
        )

    def _cell(self, cell: TableCell) -> Cell:
        return Cell(
            row=cell.row,
            column=cell.column,
            rowspan=cell.rowspan,
            colspan=cell.colspan,
            lines=tuple(line for part in (cell, *cell.rests) for line in self._made[id(part)]),
        )


def _parted(parts: list[tuple[str, float]]) -> tuple[str, tuple[int, ...], tuple[float, ...]]:
    """Return the text of a line that wide gaps part, where each further part begins in it, and where on the page."""
    text = ""
    gaps, stops = [], []
    for part, x in parts:
        clean = plain(part)
        if not clean:
            continue
        if text:
            text += " "
            gaps.append(len(text))
            stops.append(round(x, 1))
        text += clean
    return text, tuple(gaps), tuple(stops)
