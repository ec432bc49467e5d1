"""What stands behind the cases: when the meeting ended, and when and where the next one is."""

from __future__ import annotations

import datetime
import itertools
import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line, Span
from govdocs.model import FieldSpan, NextMeeting
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.vocabulary import Label
from govdocs.reading.blocks import joined, span_of

__all__ = ["CLOSED", "find_next_meeting", "read_closing_time", "read_next_meeting"]

CLOSED = re.compile(
    r"\b(?:Møtet|Møte|Styremøtet|Rådsmøtet|Utvalgsmøtet)\s+(?:i\s+[\w ]{3,40}?\s+)?(?:(?:ble|vart|blei|var)\s+)?"
    r"(?:hevet|heva|heve|avsluttet|avslutta|slutt\w*|over)\b(?:[^.:]{0,40}(?:kl|:)|\s+\d{1,2}\.\d{2}\b(?!\.\d))|\bMøteslutt\b|^Slutt\s*:?\s*kl",
    re.IGNORECASE,
)
"""What tells when a meeting was closed."""
_NEXT = re.compile(r"\bneste\s+(?:ordinære\s+)?\w*møtet?\b", re.IGNORECASE)


def _told_at_once(lines: Sequence[Line], label: Label | None) -> list[Line]:
    """Return the lines that tell of the next meeting: up to the first gap after its day."""
    kept: list[Line] = list(lines[:1])
    told = bool(label and next(find_days(label.value), None))
    for before, line in itertools.pairwise(lines):
        if told and (line.number - before.number > 1 or line.cell != before.cell or not line.text[:1].islower()):
            break
        kept.append(line)
        told = told or next(find_days(line.text), None) is not None
    return kept


def read_next_meeting(
    lines: Sequence[Line], label: Label | None, seen: frozenset[str], year: int | None
) -> NextMeeting | None:
    """Read when and where the next meeting is; the year of this meeting helps a day without one."""
    lines = _told_at_once(lines, label)
    text = (
        joined([*([label.value] if label and label.value else []), *lines[1 if label else 0 :]], seen)
        if label
        else joined(lines, seen)
    )
    day = next(iter(find_days(text)), None)
    if day is None:
        return None
    date = day.date or (day.in_year(year) if year else None)
    first = re.split(r"(?<=[.!?])\s+(?=[A-ZÆØÅ])", text[day.start :])[0]
    hours = next(find_hours(first, bare=True), None)
    rest = first[hours.end :] if hours else first[day.end - day.start :]
    place = re.sub(r"^(?:\s|,|i\b|på\b|:|;|–|-|ved\b|\.)+", "", rest).strip(" .")
    span: Span = span_of(lines)
    return NextMeeting(
        span=span,
        spans=(FieldSpan(field="date", span=span),),
        date=date,
        start=hours.begin if hours else None,
        end=hours.finish if hours else None,
        place=place if place and 2 < len(place) < 100 else None,
    )


def read_closing_time(lines: Sequence[Line]) -> tuple[datetime.time, Line] | None:
    """Return when the meeting was closed, and the line that says so; the last such line counts."""
    for line in reversed(lines):
        match = CLOSED.search(line.text)
        hours = next(find_hours(line.text[match.start() :], bare=True), None) if match is not None else None
        if hours is not None:
            return hours.finish or hours.begin, line
    return None


def find_next_meeting(lines: Sequence[Line], seen: frozenset[str], year: int | None) -> NextMeeting | None:
    """Find the next meeting where no label of its own tells it: in a sentence, a bullet, or under a case so named."""
    for index in range(len(lines) - 1, -1, -1):
        match = _NEXT.search(lines[index].text)
        if match is None:
            continue
        behind = re.split(r"[.!?](?:\s|$)(?!\d|[a-z])", lines[index].text[match.end() :])[0]
        near = [evolve(lines[index], text=behind)]
        if not behind.strip(" :") and index + 1 < len(lines) and lines[index].text.endswith(match.group()):
            near.append(lines[index + 1])
        found = read_next_meeting(near, None, seen, year)
        if found is not None:
            return found
    return None
