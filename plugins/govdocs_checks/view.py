"""One view of the document for all checks: running text by part with its lines, records by kind, what lies where."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from attrs import frozen

from govdocs.layout import Layout, Line, Span
from govdocs.ledger import LedgerPart
from govdocs.model import Case, Document, Meeting, Record
from govdocs.model.records import fields_of

__all__ = ["PartText", "Text", "View", "meeting_year", "said"]

_WORD = re.compile(r"\w+")
_NO_TEXT = frozenset({"id", "span", "spans", "resolved", "plans", "meeting", "parsed", "option"})
"""Fields that hold no words of the source."""


def said(text: str) -> list[str]:
    """Return the words of a text, in small letters."""
    return _WORD.findall(text.casefold())


class Text(NamedTuple):
    """A text that a record itself holds."""

    field: str
    """The field that holds it."""
    text: str
    """The text."""
    words: list[str]
    """Its words, in small letters."""


def _texts_of(record: Record) -> Iterator[Text]:
    for name in fields_of(type(record), str):
        if name in _NO_TEXT:
            continue
        value = getattr(record, name)
        if not value:
            continue
        for item in value if isinstance(value, tuple) else (value,):
            if item and isinstance(item, str) and not isinstance(item, Enum):
                yield Text(name, item, said(item))


def _minutes_begin(meeting: Meeting) -> int:
    """Return the line of the first case that the agenda names and the text treats, 0 where there is no agenda."""
    listed = [case for case in meeting.all_cases() if any(said.field == "agenda" for said in case.spans)]
    return min((case.span.first for case in listed), default=0)


def meeting_year(meeting: Meeting) -> int | None:
    """Return the year a meeting is held in: that of its day, or the one its number holds."""
    if meeting.date is not None:
        return meeting.date.year
    match = re.search(r"[/-]\s?((?:19|20)\d{2}|\d{2})$", meeting.number or "")
    if match is None:
        return None
    year = int(match[1])
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


@frozen
class PartText:
    """The running text of one part: its lines joined by blanks, page furniture left out."""

    part: LedgerPart
    """The part."""
    text: str
    """The text."""
    lines: tuple[Line, ...]
    """Its lines."""
    offsets: tuple[int, ...]
    """Where each line begins in the text."""

    def line_at(self, offset: int) -> Line:
        """Return the line that holds a place of the text."""
        return self.lines[max(0, bisect_right(self.offsets, offset) - 1)]

    def span(self, start: int, end: int) -> Span:
        """Return the lines of a stretch of the text."""
        first, last = self.line_at(start), self.line_at(max(start, end - 1))
        return Span(page=first.page, first=first.number, last=max(first.number, last.number))


class View:
    """A document and its layout, with what several checks ask for."""

    def __init__(self, document: Document, layout: Layout) -> None:
        self.document = document
        self.layout = layout

        self._texts: dict[str, tuple[Text, ...]] = {}

    def texts(self, record: Record) -> tuple[Text, ...]:
        """Return the texts a record itself holds; those of records under it are left out."""
        if record.id not in self._texts:
            self._texts[record.id] = tuple(_texts_of(record))
        return self._texts[record.id]

    @cached_property
    def parts(self) -> tuple[PartText, ...]:
        """The running text of every part."""
        return tuple(self._part_text(part) for part in self.document.ledger.parts)

    def _part_text(self, part: LedgerPart) -> PartText:
        lines = [
            line
            for first, last in part.ranges
            for line in self.layout.between(first, last)
            if line.text and line.furniture is None
        ]
        offsets, at = [], 0
        for line in lines:
            offsets.append(at)
            at += len(line.text) + 1
        return PartText(part, " ".join(line.text for line in lines), tuple(lines), tuple(offsets))

    @cached_property
    def records(self) -> dict[str, Record]:
        """Every record by its id."""
        return {record.id: record for record in self.document.records()}

    def home(self, part: LedgerPart) -> Meeting | None:
        """Return the meeting a part belongs to: its own, or the one whose papers hold the plan."""
        for meeting in self.document.meetings:
            if part.record == meeting.id or any(link.resolved == part.record for link in meeting.plans):
                return meeting
        return None

    def owner(self, number: int) -> str | None:
        """Return the id of the record that owns a line."""
        return self.document.ledger.entries[number - 1].owner

    def cases(self) -> Iterator[tuple[Meeting, Case]]:
        """Yield every case with its meeting, sub-cases included."""
        for meeting in self.document.meetings:
            for case in meeting.all_cases():
                yield meeting, case

    def only_listed(self, meeting: Meeting) -> frozenset[str]:
        """Return the ids of the cases that stand on a meeting's agenda and nowhere else."""
        return frozenset(case.id for case in meeting.cases if case.span.first < _minutes_begin(meeting))

    def flow_lines(self, span: Span) -> list[Line]:
        """Return the text lines of a span in reading order, page furniture left out."""
        return [line for line in self.layout.between(span.first, span.last) if line.text and line.furniture is None]
