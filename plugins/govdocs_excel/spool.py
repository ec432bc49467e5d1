"""One sheet's rows, written to temporary files as they come, so that no workbook has to fit into memory."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from datetime import date, time
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO
from urllib.parse import quote

from attrs import define, field
from openpyxl.utils import get_column_letter

from govdocs.escaping import escaped
from govdocs.tables import Column, Value
from govdocs_excel.cells import HEIGHT, lines_in, looks_like_more, pieces, serial, text_cell, value_cell
from govdocs_excel.sheets import Sheet
from govdocs_excel.styles import Styles
from govdocs_excel.wording import said

__all__ = ["ROOM", "Goal", "Place", "Run", "Spool", "address_of"]

ROOM = 1_048_576
"""Rows of one sheet."""
LINKS = 65_530
"""Links of one sheet."""
TALLEST = 409.0
"""Points of the tallest row."""
CHARACTERS = 1.25
"""Characters of running text in the width of one digit, by which columns are measured, less what wrapping wastes."""

Place = tuple[str, int]
"""A sheet's title and a row."""
Goal = Place | str
"""Where a link leads: to a place in the workbook, or to a file."""
Shown = list[str] | float | None
"""What a cell shows: a text in the pieces that fit a cell, a number, or nothing."""
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


@define
class Run:
    """One sheet of the workbook: the table's rows, or as many of them as a sheet has room for."""

    title: str
    """Of the sheet."""
    rows: IO[bytes]
    """Rows below the heading, as XML."""
    links: IO[bytes]
    """Links to places in the workbook and to files, as XML."""
    files: IO[bytes]
    """The files that links lead to, as relationships."""
    last: int = 1
    """Last row."""
    linked: int = 0
    """Number of links."""
    split: bool = False
    """Whether a row goes on in further rows."""
    pending: dict[str, tuple[Goal, int, int]] = field(factory=dict)
    """By column letter, the link that may still grow downwards: where to, first row, last row."""

    def link(self, letter: str, row: int, goal: Goal) -> None:
        """Link a cell; cells below one another that lead to the same goal are one link."""
        known = self.pending.get(letter)
        if known and known[0] == goal and known[2] == row - 1:
            self.pending[letter] = (goal, known[1], row)
            return
        if known:
            self._flush(letter)
        self.linked += 1
        self.pending[letter] = (goal, row, row)

    def finish(self) -> None:
        """Write what is pending."""
        for letter in sorted(self.pending):
            self._flush(letter)
        self.pending.clear()

    def _flush(self, letter: str) -> None:
        goal, first, last = self.pending[letter]
        cells = f"{letter}{first}:{letter}{last}" if last > first else f"{letter}{first}"
        if isinstance(goal, str):
            key = f"file-{letter}{first}"
            self.links.write(f'<hyperlink ref="{cells}" r:id="{key}"/>'.encode())
            relation = f'<Relationship Id="{key}" Type="{HYPERLINK}" Target="{goal}" TargetMode="External"/>'
            self.files.write(relation.encode())
        else:
            title, row = goal
            self.links.write(f'<hyperlink ref="{cells}" location="\'{title}\'!A{row}"/>'.encode())


class Spool:
    """Takes the rows of one table."""

    def __init__(
        self, sheet: Sheet, language: str, styles: Styles, folder: Path, files: ExitStack, room: int = ROOM
    ) -> None:
        self.sheet, self._language, self._styles = sheet, language, styles
        self._folder, self._files, self._room = folder, files, room
        self._letters = [get_column_letter(n + 1) for n in range(len(sheet.columns) + 1)]
        self.runs: list[Run] = []
        self._begin()

    @property
    def rows(self) -> int:
        """Number of rows below headings, those that only go on counted too."""
        return sum(run.last - 1 for run in self.runs)

    def add(self, values: Mapping[str, Value], links: Mapping[str, Goal]) -> Place:
        """Write a row, in several where a text is too long for one; says where it stands."""
        shown = [self._shown(column, values.get(column.name)) for column in self.sheet.columns]
        parts = max((len(cell) for cell in shown if isinstance(cell, list)), default=1)
        if self.runs[-1].last + parts > self._room:
            self._begin()
        run = self.runs[-1]
        place = (run.title, run.last + 1)
        for part in range(1, parts + 1):
            run.last += 1
            cells, lines = self._cells(run, shown, links if run.linked < LINKS else {}, part)
            if parts > 1:
                run.split = True
                mark = said("piece", self._language).format(part, parts)
                cells.append(text_cell(f"{self._letters[-1]}{run.last}", self._styles.plain, mark))
            tall = min(TALLEST, HEIGHT * lines + 1.5)
            run.rows.write(f'<row r="{run.last}" ht="{tall:g}" customHeight="1">{"".join(cells)}</row>'.encode())
        return place

    def _shown(self, column: Column, value: Value) -> Shown:
        match column.shown(value, self._language) if column.choices else value:
            case None | "":
                return None
            case bool(yes):
                return [said("yes" if yes else "no", self._language)]
            case int(number) | float(number):
                return number
            case date() | time() as moment:
                return count if (count := serial(moment)) is not None else [moment.isoformat()]
            case text:
                return pieces(escaped(str(text)))

    def _cells(self, run: Run, shown: Sequence[Shown], links: Mapping[str, Goal], part: int) -> tuple[list[str], int]:
        """Make the cells of one row, and tell how many lines the tallest takes; short texts stand in each part."""
        cells, lines = [], 1
        for letter, column, width, cell in zip(
            self._letters, self.sheet.columns, self.sheet.widths, shown, strict=False
        ):
            place, goal = f"{letter}{run.last}", links.get(column.name)
            if isinstance(cell, list):
                if 1 < len(cell) < part:
                    continue
                text = cell[part - 1] if len(cell) > 1 else cell[0]
                repeats = part > 1 and len(cell) == 1
                quoted, clip = looks_like_more(text), column.name in self.sheet.clipped
                style = self._styles.number(column, quiet=repeats, link=goal is not None, quoted=quoted, clip=clip)
                cells.append(text_cell(place, style, text))
                if not column.technical and not clip:
                    lines = max(lines, lines_in(text, (width - 1) * CHARACTERS))
            else:
                style = self._styles.number(column, quiet=part > 1, link=goal is not None)
                cells.append(f'<c r="{place}" s="{style}"/>' if cell is None else value_cell(place, style, cell))
            if goal is not None and cell is not None:
                run.link(letter, run.last, goal)
        return cells, lines

    def _begin(self) -> None:
        count = len(self.runs) + 1
        title = self.sheet.table.heading.said(self._language)
        rows, links, files = (self._files.enter_context(_temporary(self._folder)) for _ in range(3))
        self.runs.append(Run(f"{title} ({count})" if count > 1 else title, rows, links, files))


def _temporary(folder: Path) -> IO[bytes]:
    """Open a file without a name beside the target, where there is room for the register anyway."""
    return TemporaryFile(dir=folder)  # closed with the writer's other files


def address_of(path: str) -> str:
    """Return a path as a link holds it."""
    return quote(path.replace("\\", "/"), safe="/:~")
