"""From bytes to a layout: decode, split, find pages, tables and furniture."""

from __future__ import annotations

import re

from attrs import evolve

from govdocs.composition import lossy
from govdocs.errors import LimitError
from govdocs.layout import Layout, Line, Page, Source, Span
from govdocs.limits import Limits
from govdocs.typography import decode, lead_of, plain, wide_gaps, wide_stops
from govdocs_text.furniture import find_furniture
from govdocs_text.markup import Marked, is_markdown, unmark
from govdocs_text.pages import texts
from govdocs_text.tables import find_tables

__all__ = ["open_text"]

_OTHER = re.compile(rb"%PDF-|PK\x03\x04|\xd0\xcf\x11\xe0|\{\\rtf")
_MARKUP = re.compile(
    rb"(?>\s*<!--.*?-->)*+\s*<(?:!doctype\s|\?xml\b|(?:html|head|body|meta|title|link|script|style"
    rb"|base|div|table|section|article"
    rb"|main|header|nav|ul|ol|dl|p|h[1-6]|center|blockquote|pre)[\s>/])",
    re.IGNORECASE | re.DOTALL,
)
"""What a web page begins with, in any encoding once zero bytes are taken out."""


def open_text(source: Source, limits: Limits) -> Layout | None:
    """Return the layout of a plain text, `None` for bytes of another kind."""
    head = source.data[: 1 << 16].removeprefix(b"\xef\xbb\xbf")
    bare = head.removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff").replace(b"\0", b"")
    if _OTHER.match(head) or b"%PDF-" in head[:1024] or _MARKUP.match(bare):
        return None
    decoded = decode(source.data)
    if decoded is None:
        return None
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n")
    if "\r" in text:
        text = text.replace("\r", "\n")
    raw = text.split("\n")
    if len(raw) > limits.lines:
        raise LimitError(source.name, "lines", limits.lines, len(raw))
    longest = max(map(len, raw))
    if longest > limits.line_length:
        raise LimitError(source.name, "line_length", limits.line_length, longest)
    parts = texts(raw)
    starts = [start for part in parts for start in part.starts]
    if len(starts) > limits.pages:
        raise LimitError(source.name, "pages", limits.pages, len(starts))
    markdown = is_markdown(raw)
    marked = [unmark(line, markdown) for line in raw]
    pages = _pages(starts, len(raw))
    lines = _lines(raw, marked, pages)
    lines = [
        line if kind is None else evolve(line, furniture=kind or None, running=not kind)
        for line, kind in zip(lines, find_furniture(raw, lines, pages, parts), strict=True)
    ]
    tables = find_tables(raw, lines, markdown)
    cells = sum(len(row) for table in tables for row in table.rows)
    if cells > limits.table_cells:
        raise LimitError(source.name, "table_cells", limits.table_cells, cells)
    remarks = []
    if decoded.lossy:
        number = next((n for n, line in enumerate(raw, 1) if "\ufffd" in line), 1)
        remarks.append(lossy(decoded.encoding, _span(lines, number)))
    return Layout(
        source=source,
        media_type="text/markdown" if markdown else "text/plain",
        opener="text",
        opener_version="1",
        pages=tuple(pages),
        lines=tuple(lines),
        tables=tuple(tables),
        remarks=tuple(remarks),
    )


def _span(lines: list[Line], number: int) -> Span:
    return Span(page=lines[number - 1].page, first=number, last=number)


def _pages(starts: list[int], count: int) -> list[Page]:
    ends = [start - 1 for start in starts[1:]] + [count]
    return [Page(number=n, first=first, last=last) for n, (first, last) in enumerate(zip(starts, ends, strict=True), 1)]


def _lines(raw: list[str], marked: list[Marked], pages: list[Page]) -> list[Line]:
    lines, page = [], 0
    for number, (text, mark) in enumerate(zip(raw, marked, strict=True), 1):
        while page + 1 < len(pages) and pages[page + 1].first <= number:
            page += 1
        shown = plain(mark.text)
        set_ = text.lstrip("\f")  # a form feed before a page's first line is none of its edge
        lines.append(
            Line(
                number=number,
                page=page + 1,
                text=shown,
                gaps=wide_gaps(mark.text),
                stops=wide_stops(mark.text),
                indent=len(set_) - len(set_.lstrip(" \t\u00a0")),
                bold=mark.bold,
                italic=mark.italic,
                lead=lead_of(shown, mark.lead),
                heading=mark.heading,
            )
        )
    return lines
