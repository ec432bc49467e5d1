"""What stands on the page: pages of lines, and real tables where the format has them.

A layout holds text and position, and no meaning. Lines are numbered from 1 through the whole document, so a
`Span` names a place without its document's help.
"""

from __future__ import annotations

import hashlib
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import PurePath

from attrs import define, field, frozen

__all__ = ["Cell", "Layout", "Line", "Page", "Remark", "Source", "Span", "Table"]


@define(frozen=True, kw_only=True)
class Source:
    """The bytes of one file as they were found, with the name to blame."""

    name: str
    """Name for people: the file's name, or `archive.zip/folder/file.pdf` for a member of an archive."""
    path: str | None = None
    """Path of the file on disk; `None` for what never was a file of its own."""
    data: bytes = field(repr=False)
    """The content."""

    @cached_property
    def sha256(self) -> str:
        """SHA-256 of the content, in hexadecimal."""
        return hashlib.sha256(self.data).hexdigest()

    @property
    def suffix(self) -> str:
        """The name's suffix in small letters with its full stop, `""` where there is none."""
        return PurePath(self.name).suffix.lower()


@frozen(kw_only=True, order=True)
class Span:
    """A stretch of whole lines."""

    page: int
    """Page of the first line, 1-based."""
    first: int
    """First line, 1-based, counted through the document."""
    last: int
    """Last line, inclusive."""


@frozen(kw_only=True)
class Line:
    """One line as it stands, or the part of one that lies in one cell of a table."""

    number: int
    """1-based, counted through the document. The cells of one line of marked-up text share its number."""
    page: int
    """Page it stands on, 1-based."""
    text: str
    """The text, cleaned of what no reader wants: no-break and doubled marks made plain, private-use bullets
    made `•`, soft hyphens and control characters gone. White space at the ends is kept out; see `indent`."""
    furniture: str | None = None
    """What kind of page furniture it is (`page-number`, `running-head`, `running-foot`, `links`, `rule`,
    `footnote`, `table-head` for a head that is repeated where a table goes on over a page); `None` for text."""
    cell: tuple[int, int, int] | None = None
    """Table, row and column (0-based) where the line lies in a table."""
    indent: float = 0
    """Left edge: in columns for text, in points for a page description."""
    right: float | None = None
    """Right edge in points where the format tells it."""
    top: float | None = None
    """Distance of the line's top from the page's top, in points, where the format tells it."""
    gaps: tuple[int, ...] = ()
    """Offsets in `text` of the characters before which a wide gap stood (two or more blanks, or as wide)."""
    stops: tuple[float, ...] = ()
    """Left edges of the pieces behind those gaps, in the unit of `indent`; as many as `gaps`, or none where untold."""
    size: float | None = None
    """Font size in points where the format tells it."""
    bold: bool | None = None
    """Whether all of it is bold; `None` where the format does not tell."""
    italic: bool | None = None
    """Whether all of it is in italics; `None` where the format does not tell."""
    lead: int = 0
    """Characters at its beginning that are bold where the rest is not, as a title's that runs into its text."""
    heading: int | None = None
    """Heading level, 1-based, where the format marks headings."""
    paragraph: bool = False
    """Whether a paragraph ends with this line for certain, as it does with every line of Word and HTML; if not, it
    may go on in the next line."""
    running: bool = False
    """Whether it is a running head where that first stands, kept as text for what it says; where it comes back it is
    furniture."""

    @property
    def blank(self) -> bool:
        """Whether there is nothing on it."""
        return not self.text


@frozen(kw_only=True)
class Page:
    """One page."""

    number: int
    """1-based."""
    first: int
    """First line."""
    last: int
    """Last line, inclusive; `first - 1` for an empty page."""
    width: float | None = None
    """In points, where told."""
    height: float | None = None
    """In points, where told."""


@frozen(kw_only=True)
class Cell:
    """One cell of a table."""

    row: int
    """0-based."""
    column: int
    """0-based."""
    rowspan: int = 1
    """Rows it covers."""
    colspan: int = 1
    """Columns it covers."""
    lines: tuple[Line, ...] = ()
    """Its lines in reading order."""

    @property
    def text(self) -> str:
        """Its lines joined by single blanks."""
        if len(self.lines) == 1:
            return self.lines[0].text
        return " ".join(line.text for line in self.lines if line.text)


@frozen(kw_only=True)
class Table:
    """A real table of the source; a row that went on over a page break is one row."""

    number: int
    """0-based, in reading order: the first member of `Line.cell`."""
    first: int
    """First line."""
    last: int
    """Last line, inclusive."""
    rows: tuple[tuple[Cell, ...], ...]
    """Rows of cells; a cell that covers several rows stands in its first one only."""


@frozen(kw_only=True)
class Remark:
    """What an opener wants told about a source; it becomes a finding."""

    code: str
    """Code of the finding, `GD…`."""
    message: str
    """In plain words, in English if `message_nb` is there."""
    message_nb: str | None = None
    """The same in Bokmål."""
    span: Span | None = None
    """Where; `None` for the whole source."""


@define(frozen=True, kw_only=True)
class Layout:
    """What an opener found in a source."""

    source: Source
    """Where it came from."""
    media_type: str
    """IANA media type of the source."""
    opener: str
    """Plugin that opened it."""
    opener_version: str
    """That plugin's version."""
    pages: tuple[Page, ...]
    """Pages in order; at least one."""
    lines: tuple[Line, ...]
    """Every line of the source, `lines[n - 1].number == n`."""
    tables: tuple[Table, ...] = ()
    """Real tables in order."""
    remarks: tuple[Remark, ...] = ()
    """What to tell about the opening."""

    @cached_property
    def flow(self) -> tuple[Line, ...]:
        """The lines in reading order, where a line that holds several cells gives one line a cell."""
        split: dict[int, list[Line]] = {}
        for table in self.tables:
            for row in table.rows:
                for cell in row:
                    for line in cell.lines:
                        if line is not self.lines[line.number - 1]:
                            split.setdefault(line.number, []).append(line)
        flow: list[Line] = []
        for line in self.lines:
            flow.extend(split.get(line.number, (line,)))
        return tuple(flow)

    @cached_property
    def _numbers(self) -> list[int]:
        """The numbers of the flow's lines."""
        return [line.number for line in self.flow]

    def span(self, first: int, last: int) -> Span:
        """Return the span of two line numbers."""
        return Span(page=self.lines[first - 1].page, first=first, last=last)

    def between(self, first: int, last: int) -> Iterator[Line]:
        """Yield the flow's lines whose numbers lie between two, both inclusive."""
        yield from self.flow[bisect_left(self._numbers, first) : bisect_left(self._numbers, last + 1)]


def merged(ranges: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the ranges sorted, with those that touch joined."""
    out: list[tuple[int, int]] = []
    for first, last in sorted(ranges):
        if out and first <= out[-1][1] + 1:
            out[-1] = (out[-1][0], max(last, out[-1][1]))
        else:
            out.append((first, last))
    return out
