"""Tables gathered while their cells are walked, and which of them only set the page."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from govdocs.composition import Composer, Draft, DraftCell

__all__ = ["Pairs", "Rows", "is_setting"]

_SECTIONS = {"thead": 0, "tbody": 1, "tfoot": 2}
WIDEST = 1000
"""Columns a cell may cover, as in browsers."""


@define
class _Row:
    section: int
    cells: list[DraftCell] = field(factory=list)


class Rows:
    """The rows of a table in the order they are met."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._rows: list[_Row] = []
        self._section = 1

    def section(self, tag: str) -> None:
        """Begin the head, the body or the foot."""
        self._section = _SECTIONS[tag]

    def row(self) -> None:
        """Begin a row."""
        self._rows.append(_Row(self._section))

    def cell(self, element: etree._Element) -> list[Draft]:
        """Begin a cell and return the list that takes its lines."""
        across = max(1, min(_int(element.get("colspan")), WIDEST))
        self._composer.spend_cells(across)
        if not self._rows:
            self.row()
        cell = DraftCell(column=0, colspan=across, rowspan=max(0, _int(element.get("rowspan"))))
        self._rows[-1].cells.append(cell)
        return cell.lines

    def finish(self) -> None:
        """Put the cells in their columns and hand the table on; the foot comes last wherever it was written.

        A cell that would lie over one that comes down from a row above ends before it.
        """
        rows = sorted((row for row in self._rows if row.cells), key=lambda row: row.section)
        busy: dict[int, int] = {}
        for number, row in enumerate(rows):
            column = 0
            for cell in row.cells:
                while busy.get(column, 0) > number:
                    self._composer.spend_cells()
                    column += 1
                cell.column = column
                free = (n for n in range(1, cell.colspan) if busy.get(column + n, 0) > number)
                cell.colspan = next(free, cell.colspan)
                cell.rowspan = min(cell.rowspan or len(rows), len(rows) - number)
                for covered in range(column, column + cell.colspan):
                    busy[covered] = number + cell.rowspan
                column += cell.colspan
        self._composer.table([row.cells for row in rows])


class Pairs:
    """The terms of a list of definitions, each with what is said of it, as rows of two cells."""

    def __init__(self, composer: Composer) -> None:
        self._composer = composer
        self._rows: list[tuple[list[Draft], list[Draft]]] = []
        self._said = True

    def cell(self, tag: str) -> list[Draft]:
        """Begin a term (`dt`) or what is said of it (`dd`) and return the list that takes its lines."""
        if tag == "dt" or not self._rows:
            self._composer.spend_cells(2)
            self._rows.append(([], []))
        return self._rows[-1][tag == "dd"]

    def finish(self) -> None:
        """Hand the rows on as a table, or as lines where there are only terms or only definitions."""
        if any(term for term, _ in self._rows) and any(said for _, said in self._rows):
            self._composer.table(
                [[DraftCell(column=c, lines=lines) for c, lines in enumerate(pair)] for pair in self._rows]
            )
        else:
            for draft in (draft for pair in self._rows for lines in pair for draft in lines):
                self._composer.line(draft)


def is_setting(table: etree._Element) -> bool:
    """Tell a table that only sets the page: it says so, has one cell, or one column or row with tables in it."""
    if table.get("role") in ("presentation", "none"):
        return True
    cells = 0
    for rows, row in enumerate(_rows_of(table), 1):
        cells += sum(cell.tag in ("td", "th") for cell in row)
        if cells > rows > 1:
            return False
    return cells == 1 or next(table.iterdescendants("table"), None) is not None


def _rows_of(table: etree._Element) -> Iterator[etree._Element]:
    for child in table:
        if child.tag == "tr":
            yield child
        elif child.tag in _SECTIONS:
            yield from (row for row in child if row.tag == "tr")


def _int(text: str | None) -> int:
    try:
        return min(int(text or "1"), 65_534)
    except ValueError:
        return 1
