"""Writes the workbook: rows go to temporary files as they come, the workbook is made around them at the end."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import ExitStack

from openpyxl import Workbook

from govdocs import Document, Target
from govdocs.tables import Register, Row, Value
from govdocs_excel.frame import build
from govdocs_excel.overview import Counts
from govdocs_excel.package import save
from govdocs_excel.sheets import SHEETS
from govdocs_excel.spool import ROOM, Goal, Place, Spool, address_of
from govdocs_excel.styles import Styles
from govdocs_excel.wording import said

__all__ = ["ExcelWriter"]

KEYS = {
    "sources": "source_id",
    "meetings": "meeting_id",
    "cases": "case_id",
    "plans": "plan_id",
}
"""The column by which the rows of a table can be linked to."""


class ExcelWriter:
    """Takes documents one at a time."""

    def __init__(self, target: Target, room: int = ROOM) -> None:
        self._target = target
        self._register, self._counts = Register(target.language), Counts()
        self._files = ExitStack()
        self._book = Workbook()
        self._book.remove(self._book.worksheets[0])
        styles = Styles(self._book, target.language)
        folder = target.path.parent
        spools = [Spool(sheet, target.language, styles, folder, self._files, room) for sheet in SHEETS]
        self._spools = {spool.sheet.table.name: spool for spool in spools}

    def write(self, document: Document) -> None:
        """Take one document."""
        places: dict[tuple[str, Value], Place] = {}
        for row in self._register.rows(document):
            self._counts.add(row.table, row.values)
            spool = self._spools.get(row.table.name)
            if spool is None:
                continue
            links = _links(spool, row, places)
            if row.table.name == "sources" and (address := self._address(document)):
                links["open"] = address
                row.values["open"] = said("open", self._target.language)
            place = spool.add(row.values, links)
            if key := KEYS.get(row.table.name):
                places[row.table.name, row.values[key]] = place

    def close(self) -> None:
        """Make the workbook."""
        spools = list(self._spools.values())
        for spool in spools:
            for run in spool.runs:
                run.finish()
        save(self._book, build(self._book, spools, self._counts, self._target.language), self._target.staging)
        self._files.close()

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._files.close()

    def _address(self, document: Document) -> str | None:
        """Return the way from the workbook to the file that was read, where it lies on the same disk."""
        if document.source.path is None:
            return None
        try:
            return address_of(os.path.relpath(document.source.path, self._target.path.parent))
        except ValueError:
            return None


def _links(spool: Spool, row: Row, places: Mapping[tuple[str, Value], Place]) -> dict[str, Goal]:
    links: dict[str, Goal] = {}
    for column, (key, tables) in spool.sheet.links.items():
        place = next((places[table, row.values[key]] for table in tables if (table, row.values[key]) in places), None)
        if place is not None:
            links[column] = place
    return links
