"""When and where the next meeting is."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from govdocs.layout import Line, Span
from govdocs.model import FieldSpan, NextMeeting
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.vocabulary import Label
from govdocs.reading.blocks import joined, span_of

__all__ = ["read_next_meeting"]


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
