"""Composes a layout of paragraphs and tables, as openers of marked-up formats find them.

A composer numbers lines and tables, keeps pages in order, holds the bounds, and makes tables of what was set with tabs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import define, field

from govdocs.errors import LimitError
from govdocs.layout import Cell, Layout, Line, Page, Remark, Source, Span, Table
from govdocs.limits import Limits
from govdocs.typography import BULLETS, lead_of, plain, wide_gaps

__all__ = [
    "Composer", "Draft", "DraftCell", "Piece", "hidden", "is_page_number", "joined", "lossy", "tracked",
]  # fmt: skip

TAB = 36.0
"""Points a tab moves the left edge by."""
NEAR = 12.0
"""Points that two edges of columns may lie apart and still be meant as one."""
LABEL = 100
"""Characters that what stands before a lone tab may have and still be a label."""

_MARK = re.compile(
    rf"[{re.escape(BULLETS)}*]|o|§ ?\d{{1,3}}|\(?(?:\d{{1,3}}|[a-zæøå]|[ivx]{{1,5}})[.)]|(?:\d{{1,2}}\.){{1,3}}\d\.?",
    re.IGNORECASE,
)

_PAGE_NUMBER = re.compile(r"\W*(?:side|s\.|page|p\.|nr\.?)?\W*\d*\W*(?:(?:av|of|/|–|-)\W*\d*)?\W*", re.IGNORECASE)


@define(kw_only=True)
class Draft:
    """A line, or the piece of one that a tab cuts off, before it has its number."""

    text: str = ""
    """The text as it stands; the composer makes it plain."""
    page: int = 1
    """Page it stands on, 1-based."""
    bold: bool | None = None
    """As in `Line`."""
    italic: bool | None = None
    """As in `Line`."""
    lead: str = ""
    """The bold text at its beginning, where the rest is not bold."""
    size: float | None = None
    """As in `Line`."""
    heading: int | None = None
    """As in `Line`."""
    indent: float = 0
    """As in `Line`."""
    furniture: str | None = None
    """As in `Line`."""
    paragraph: bool = True
    """As in `Line`."""
    running: bool = False
    """As in `Line`."""


@define(kw_only=True)
class DraftCell:
    """A cell of a table before it has its place."""

    column: int
    """First column it covers, 0-based, in whatever grid the source has."""
    colspan: int = 1
    """Columns of that grid it covers."""
    rowspan: int = 1
    """Rows it covers."""
    lines: list[Draft] = field(factory=list)
    """Its lines, each whole; those without text are left out of the layout."""


class Piece:
    """The text between two tabs while it is gathered, run by run."""

    __slots__ = ("_bold", "_italic", "_lead", "_page", "_sizes", "text")

    def __init__(self) -> None:
        self.text: list[str] = []
        self._bold: bool | None = True
        self._italic: bool | None = True
        self._lead = 0
        """Runs at its beginning that are bold."""
        self._sizes: dict[float, int] = {}
        self._page = 0

    def add(self, text: str, page: int, bold: bool | None, italic: bool | None, size: float | None) -> None:
        """Take a run in; it may be blank, and then how it is set says nothing."""
        self.text.append(text)
        if text.isspace():
            return
        self._page = self._page or page
        if bold and self._bold:
            self._lead = len(self.text)
        self._bold = None if bold is None or self._bold is None else self._bold and bold
        self._italic = None if italic is None or self._italic is None else self._italic and italic
        if size:
            self._sizes[size] = self._sizes.get(size, 0) + len(text)

    def draft(self, page: int) -> Draft:
        """Return what was gathered, on the page of its first letter or on the one given; its size is that of most."""
        size = max(self._sizes, key=lambda size: (self._sizes[size], size)) if self._sizes else None
        bold, italic = (self._bold, self._italic) if self._page else (None, None)
        lead = "" if bold else "".join(self.text[: self._lead])
        return Draft(text="".join(self.text), page=self._page or page, bold=bold, italic=italic, lead=lead, size=size)


class Composer:
    """Takes lines and tables in reading order and makes a layout of them."""

    def __init__(self, source: Source, limits: Limits) -> None:
        self._source = source
        self._limits = limits
        self._lines: list[Line] = []
        self._tables: list[Table] = []
        self._tabbed: list[list[Draft]] = []
        self._between: list[Draft] = []
        """Page furniture that came while tabbed lines waited, so that a page's end cuts no table in two."""
        self._cells = 0

    def line(self, *pieces: Draft) -> None:
        """Take a line of text; several pieces are what its tabs cut it into."""
        if len(pieces) > 1:
            pieces = tuple(_trimmed(pieces))
        if len(pieces) > 1 and pieces[0].heading is None and pieces[0].furniture is None:
            self._tabbed.append(list(pieces))
            return
        if self._tabbed and pieces[0].furniture is not None:
            self._between.append(joined(pieces))
            return
        self._settle_tabs()
        self._add(joined(pieces))

    def spend_cells(self, count: int = 1) -> None:
        """Count cells before they are built; raises `LimitError` past the bound."""
        self._cells += count
        if self._cells > self._limits.table_cells:
            raise LimitError(self._source.name, "table_cells", self._limits.table_cells, self._cells)

    def table(self, rows: Sequence[Sequence[DraftCell]], edges: Sequence[float] = ()) -> None:
        """Take a table whose cells were counted; `edges` are the places of the grid's lines in points, where known.

        Columns are numbered anew without gaps, and edges that are all but the same count as one.
        """
        self._settle_tabs()
        self._set(rows, edges)

    def layout(
        self, *, media_type: str, opener: str, version: str, pages: int = 1, remarks: Sequence[Remark] = ()
    ) -> Layout:
        """Return what was composed, on at least so many pages."""
        self._settle_tabs()
        return Layout(
            source=self._source,
            media_type=media_type,
            opener=opener,
            opener_version=version,
            pages=self._pages(pages),
            lines=tuple(self._lines),
            tables=tuple(self._tables),
            remarks=tuple(remarks),
        )

    def _pages(self, least: int) -> tuple[Page, ...]:
        count = max(least, self._lines[-1].page if self._lines else 1)
        if count > self._limits.pages:
            raise LimitError(self._source.name, "pages", self._limits.pages, count)
        ends = [0] * (count + 1)
        for line in self._lines:
            ends[line.page] = line.number
        pages, last = [], 0
        for number in range(1, count + 1):
            first, last = last + 1, max(last, ends[number])
            pages.append(Page(number=number, first=first, last=last))
        return tuple(pages)

    def _add(self, draft: Draft, cell: tuple[int, int, int] | None = None) -> Line | None:
        """Keep a line under the next number; leave out one without text in a cell."""
        number = len(self._lines) + 1
        if number > self._limits.lines:
            raise LimitError(self._source.name, "lines", self._limits.lines, number)
        raw = draft.text.rstrip("\u00ad\u00a0 ") if draft.paragraph else draft.text
        if len(raw) > self._limits.line_length:
            raise LimitError(self._source.name, "line_length", self._limits.line_length, len(raw))
        text = plain(raw)
        if cell is not None and not text:
            return None
        line = Line(
            number=number,
            page=max(draft.page, self._lines[-1].page) if self._lines else draft.page,
            text=text,
            furniture=draft.furniture if text else None,
            cell=cell,
            indent=draft.indent,
            gaps=wide_gaps(raw),
            size=draft.size,
            bold=draft.bold if text else None,
            italic=draft.italic if text else None,
            lead=lead_of(text, draft.lead),
            heading=draft.heading if text else None,
            paragraph=draft.paragraph,
            running=draft.running,
        )
        self._lines.append(line)
        return line

    def _set(self, rows: Sequence[Sequence[DraftCell]], edges: Sequence[float]) -> None:
        place = _columns(rows, edges)
        number, first = len(self._tables), len(self._lines) + 1
        out = []
        for r, row in enumerate(rows):
            cells = []
            for cell in row:
                column = place[cell.column]
                at = (number, r, column)
                lines = tuple(line for draft in cell.lines if (line := self._add(draft, at)) is not None)
                span = max(1, place[cell.column + cell.colspan] - column)
                cells.append(Cell(row=r, column=column, rowspan=cell.rowspan, colspan=span, lines=lines))
            out.append(tuple(cells))
        if len(self._lines) >= first:
            self._tables.append(Table(number=number, first=first, last=len(self._lines), rows=tuple(out)))

    def _settle_tabs(self) -> None:
        """Make tables of the runs of tabbed lines that wait, and lines of those that stand alone."""
        if not self._tabbed:
            return
        waiting, self._tabbed = self._tabbed, []
        at = 0
        while at < len(waiting):
            raw = close = 1
            if _filled(waiting[at]) > 1:
                raw = _run(waiting, at, raw=True)
                close = _run(waiting, at, raw=False)
            run = waiting[at : at + max(raw, close)]
            at += len(run)
            if len(run) == 1 and not (_filled(run[0]) == 2 and 0 < len(plain(run[0][0].text)) <= LABEL):
                self._add(joined(run[0]))
                continue
            if raw < close:
                run = [_closed(pieces) for pieces in run]
            self.spend_cells(len(run) * len(run[0]))
            self._set(_rows(run), ())
        between, self._between = self._between, []
        for draft in between:
            self._add(draft)


def lossy(encoding: str, span: Span | None = None) -> Remark:
    """Return what to tell of a text that had lost characters before it was opened."""
    return Remark(
        code="GD802",
        message=f"the text holds characters that got lost before it came here (read as {encoding})",
        message_nb=f"teksten har tegn som gikk tapt før den kom hit (lest som {encoding})",
        span=span,
    )


def tracked(inserted: int, removed: int) -> Remark:
    """Return what to tell of tracked changes, counted in pieces."""
    return Remark(
        code="GD803",
        message="the document has tracked changes and is read as if all were accepted "
        f"({inserted} put in, {removed} taken out)",
        message_nb="dokumentet har sporede endringer og er lest som om alle var godtatt "
        f"({inserted} satt inn, {removed} tatt ut)",
    )


def hidden(count: int) -> Remark:
    """Return what to tell of hidden text, counted in pieces."""
    return Remark(
        code="GD804",
        message=f"hidden text is left out ({count} pieces)",
        message_nb=f"skjult tekst er utelatt ({count} biter)",
    )


def is_page_number(text: str) -> bool:
    """Tell a line that does no more than number the page, of one in which a page's number is shown."""
    return _PAGE_NUMBER.fullmatch(text) is not None


def joined(pieces: Sequence[Draft]) -> Draft:
    """Return the pieces as one line, with a tab between them and those in front as indent."""
    if len(pieces) > 1:
        pieces = _trimmed(pieces)
    if len(pieces) == 1:
        return pieces[0]
    filled = [piece for piece in pieces if plain(piece.text)] or [pieces[0]]
    first = filled[0]
    empty = next(n for n, piece in enumerate(pieces) if piece is first)
    return Draft(
        text="\t".join(piece.text for piece in filled),
        page=first.page,
        bold=_shared([piece.bold for piece in filled]),
        italic=_shared([piece.italic for piece in filled]),
        lead="" if len(filled) == 1 and first.bold else first.text if first.bold else first.lead,
        size=max(filled, key=lambda piece: len(piece.text)).size,
        heading=pieces[0].heading,
        indent=pieces[0].indent + TAB * empty,
        furniture=pieces[0].furniture,
        paragraph=pieces[-1].paragraph,
        running=pieces[0].running,
    )


def _shared(values: Sequence[bool | None]) -> bool | None:
    return None if None in values else all(values)


def _trimmed(pieces: Sequence[Draft]) -> Sequence[Draft]:
    """Take off the tabs at the end, and join a list's mark to the piece after it."""
    last = len(pieces)
    while last > 1 and not plain(pieces[last - 1].text):
        last -= 1
    first = 0
    while first < last - 1 and not plain(pieces[first].text):
        first += 1
    if first + 1 < last and _MARK.fullmatch(plain(pieces[first].text)):
        after = first + 1
        while after < last - 1 and not plain(pieces[after].text):
            after += 1
        mark, item = pieces[first], pieces[after]
        item.text = f"{plain(mark.text)} {plain(item.text)}"
        item.page, item.indent, item.heading = mark.page, mark.indent, mark.heading
        pieces = (*pieces[:first], *pieces[after:last])
        last = len(pieces)
    return pieces[:last]


def _run(waiting: Sequence[Sequence[Draft]], at: int, *, raw: bool) -> int:
    """Count the lines from one on that have as many tabs as it, or with several tabs counted as one, as many gaps."""
    count = len if raw else _width
    width = count(waiting[at])
    end = at + 1
    while end < len(waiting) and count(waiting[end]) == width:
        end += 1
    return end - at


def _filled(pieces: Sequence[Draft]) -> int:
    return sum(bool(plain(piece.text)) for piece in pieces)


def _width(pieces: Sequence[Draft]) -> int:
    return _filled(pieces) + (not plain(pieces[0].text))


def _closed(pieces: Sequence[Draft]) -> list[Draft]:
    return [piece for n, piece in enumerate(pieces) if n == 0 or plain(piece.text)]


def _rows(run: Sequence[Sequence[Draft]]) -> list[list[DraftCell]]:
    """Make rows of tabbed lines; one with nothing in front goes on with the row above."""
    filled = [c for c in range(len(run[0])) if any(plain(pieces[c].text) for pieces in run)]
    rows: list[list[DraftCell]] = []
    for pieces in run:
        if rows and not plain(pieces[0].text):
            for cell in rows[-1]:
                cell.lines.append(pieces[cell.column])
        else:
            rows.append([DraftCell(column=c, lines=[pieces[c]]) for c in filled])
    return rows


def _columns(rows: Sequence[Sequence[DraftCell]], edges: Sequence[float]) -> dict[int, int]:
    """Give each edge of a cell the number of the column that starts there, or of the next one that does."""
    starts = {cell.column for row in rows for cell in row}
    ends: dict[int, int] = {}
    for row in rows:
        for cell in row:
            end = cell.column + cell.colspan
            ends[cell.column] = min(end, ends.get(cell.column, end))
    bounds = sorted(starts | {cell.column + cell.colspan for row in rows for cell in row})
    groups = [[bounds[0]]] if bounds else []
    nearest = ends.get(bounds[0], 0) if bounds else 0
    for _, bound in pairwise(bounds):
        near = bound < len(edges) and edges[bound] - edges[groups[-1][0]] <= NEAR
        if near and nearest > bound:
            groups[-1].append(bound)
            nearest = min(nearest, ends.get(bound, nearest))
        else:
            groups.append([bound])
            nearest = ends.get(bound, 1 << 62)
    place, column = {}, 0
    for group in groups:
        for bound in group:
            place[bound] = column
        column += any(bound in starts for bound in group)
    return place
