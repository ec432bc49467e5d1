"""Writes meetings, and the next meetings they name, as a calendar file (iCalendar, RFC 5545).

Times are written without a time zone, as the documents give them. Nothing in the file depends on the clock, so the same
documents always give the same bytes.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

from govdocs import Document, Meeting

__all__ = ["CalendarWriter"]


class CalendarWriter:
    """Takes documents one at a time and adds their meetings to a calendar."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self._seen: set[str] = set()
        place.write_bytes(b"")
        self._put("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//govdocs-styrenotat//NO")

    def write(self, document: Document) -> None:
        """Add the meetings of one document."""
        for meeting in document.meetings:
            cases = "\n".join(f"{case.number} {case.title}" for case in meeting.cases)
            self._add(meeting, meeting.date, meeting.start, meeting.end, meeting.place, cases)
            if meeting.next_meeting is not None:
                coming = meeting.next_meeting
                self._add(meeting, coming.date, coming.start, coming.end, coming.place, "")

    def close(self) -> None:
        """Finish the calendar."""
        self._put("END:VCALENDAR")

    def _add(
        self, meeting: Meeting, day: date | None, start: time | None, end: time | None, place: str | None, cases: str
    ) -> None:
        """Add one event, unless its day is not known or an earlier document told of it."""
        body = meeting.body or "Møte"
        key = hashlib.sha256(f"{body}|{day}".encode()).hexdigest()[:24]
        if day is None or key in self._seen:
            return
        self._seen.add(key)
        self._put(
            "BEGIN:VEVENT",
            f"UID:{key}@govdocs-styrenotat",
            f"DTSTAMP:{meeting.date or day:%Y%m%d}T000000Z",
            f"DTSTART:{day:%Y%m%d}T{start:%H%M}00" if start else f"DTSTART;VALUE=DATE:{day:%Y%m%d}",
            *([f"DTEND:{day:%Y%m%d}T{end:%H%M}00"] if start and end and end > start else []),
            f"SUMMARY:{_escaped(body)}",
            *([f"LOCATION:{_escaped(place)}"] if place else []),
            *([f"DESCRIPTION:{_escaped(cases)}"] if cases else []),
            "END:VEVENT",
        )

    def _put(self, *lines: str) -> None:
        """Append lines, each folded as the standard asks."""
        with self._place.open("ab") as file:
            for line in lines:
                file.write(b"\r\n ".join(_folded(line)) + b"\r\n")


def _escaped(text: str) -> str:
    for mark in ("\\", ";", ","):
        text = text.replace(mark, f"\\{mark}")
    return text.replace("\n", "\\n")


def _folded(line: str) -> Iterator[bytes]:
    """Split a line into pieces of at most 75 bytes, never inside a character."""
    piece = b""
    for char in line:
        more = char.encode()
        if len(piece) + len(more) > 74:  # 75 with the blank that begins each piece but the first
            yield piece
            piece = b""
        piece += more
    yield piece
