"""The looks of cells, as numbers that rows refer to."""

from __future__ import annotations

from copy import copy
from itertools import product
from typing import TYPE_CHECKING

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side

from govdocs.tables import Column, Kind

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.cell import Cell

__all__ = ["HEAD_FILL", "Styles", "head", "take_over"]

HEAD_FILL = "1F4E79"
LINK, QUIET, LINE = "0563C1", "6B6B6B", "D9D9D9"
_FORMATS = {
    Kind.DATE: {"nb": "dd.mm.yyyy", "nn": "dd.mm.yyyy", "en": "yyyy-mm-dd"},
    Kind.TIME: dict.fromkeys(("nb", "nn", "en"), "hh:mm"),
    Kind.INTEGER: dict.fromkeys(("nb", "nn", "en"), "0"),
    Kind.NUMBER: {"nb": "0.0 %", "nn": "0.0 %", "en": "0.0%"},
}


class Styles:
    """Makes the looks once in a workbook and tells their numbers."""

    def __init__(self, book: Workbook, language: str) -> None:
        self._scratch = book.create_sheet("scratch")
        self._language = language
        self._known: dict[tuple[Kind, bool, bool, bool, bool], int] = {}
        no_yes = (False, True)
        for kind, quiet, link, quoted, clip in product(Kind, no_yes, no_yes, no_yes, no_yes):
            look = self._make(kind, quiet=quiet, link=link, quoted=quoted, clip=clip)
            self._known[kind, quiet, link, quoted, clip] = look
        book.remove(self._scratch)

    @property
    def plain(self) -> int:
        """The look of plain text."""
        return self._known[Kind.TEXT, False, False, False, False]

    def number(
        self, column: Column, *, quiet: bool = False, link: bool = False, quoted: bool = False, clip: bool = False
    ) -> int:
        """Return the number of a look: quiet where it only repeats, a link, text by all means, kept on one line."""
        return self._known[column.kind, quiet or column.technical, link, quoted, clip]

    def _make(self, kind: Kind, *, quiet: bool, link: bool, quoted: bool, clip: bool) -> int:
        cell = self._scratch.cell(len(self._known) + 1, 1)  # a fresh one: the workbook keeps it
        cell.font = Font(
            name="Calibri",
            size=10,
            color=LINK if link else QUIET if quiet else "000000",
            underline="single" if link else None,
        )
        middle = kind in (Kind.INTEGER, Kind.NUMBER)
        level = "center" if middle else "left"
        cell.alignment = Alignment(vertical="top", wrap_text=not clip, horizontal=level, indent=0 if middle else 1)
        cell.border = Border(bottom=Side(style="hair", color=LINE))
        cell.number_format = _FORMATS.get(kind, {}).get(self._language, "General")
        cell.quotePrefix = quoted
        return int(cell.style_id)


def head(cell: Cell, *, quiet: bool = False, middle: bool = False) -> None:
    """Give a cell the look of a heading; explicit, since LibreOffice does not draw the styles of tables."""
    cell.font = Font(name="Calibri", size=10, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", start_color=QUIET if quiet else HEAD_FILL)
    level = "center" if middle else "left"
    cell.alignment = Alignment(vertical="center", wrap_text=True, horizontal=level, indent=0 if middle else 1)
    cell.border = Border(bottom=Side(style="thin", color="FFFFFF"), right=Side(style="hair", color="FFFFFF"))


def take_over(cell: Cell, other: Cell) -> None:
    """Give a cell the look of another in the workbook; setting each part anew takes many times as long."""
    cell._style = copy(other._style)
