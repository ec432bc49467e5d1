"""What the head of a document says of its meeting, while it is gathered."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Sequence

from attrs import define, field

from govdocs.layout import Line
from govdocs.model import FieldSpan
from govdocs.norwegian.dates import Day, find_days, find_hours
from govdocs.norwegian.numbers import parse_number
from govdocs.reading.blocks import span_of

__all__ = ["Facts", "take_when", "without_time"]


@define(kw_only=True)
class Facts:
    """What the head says, while it is gathered; each with its lines."""

    body: str | None = None
    number: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    end_date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str | None = None
    running: bool = False
    """Whether the title is a running head's, which yields to the document's own heading."""
    yearless: tuple[Day, tuple[Line, ...]] | None = None
    """The meeting's day where the head gives it without its year, with its lines."""
    spans: list[FieldSpan] = field(factory=list)
    used: set[int] = field(factory=set)
    """Places of the lines that gave a fact."""

    def settle_year(self, years: Iterable[int]) -> None:
        """Give the meeting's day the first of some years in which its weekday is the one written.

        Where none is, the year is that of the meeting's own number.
        """
        if self.date is not None or self.yearless is None:
            return
        day, lines = self.yearless
        own = parse_number(self.number).year if self.number else None
        for year in years:
            date = day.in_year(year)
            weekday = day.weekday if day.weekday is not None or year != own or date is None else date.weekday()
            if date is not None and weekday == date.weekday():
                self.date = date
                self.note("date", lines)
                return

    def take(self, name: str, value: object, lines: Sequence[Line]) -> bool:
        """Keep a fact that was not told before; returns whether it was kept."""
        if not value or getattr(self, name) is not None:
            return False
        self.put(name, value, lines)
        return True

    def put(self, name: str, value: object, lines: Sequence[Line]) -> None:
        """Keep a fact, whatever was told before."""
        setattr(self, name, value)
        self.note(name, lines)

    def note(self, name: str, lines: Sequence[Line]) -> None:
        """Remember where a fact stands."""
        if lines:
            self.spans.append(FieldSpan(field=name, span=span_of(lines)))


def take_when(facts: Facts, kind: str, value: str, lines: list[Line]) -> bool:
    """Take days and hours from a value; the first label to give one wins."""
    taken = False
    day = next((day for day in find_days(value) if day.date), None)
    if day is not None and facts.date is None:
        facts.date, facts.end_date = day.date, day.end_date
        if facts.end_date is None:
            later = [d.date for d in find_days(value) if d.date and day.date and 0 < (d.date - day.date).days <= 4]
            facts.end_date = later[-1] if later else None
        facts.note("date", lines)
        taken = True
    elif facts.date is None and facts.yearless is None and (first := next(find_days(value), None)) is not None:
        facts.yearless = (first, tuple(lines))
    hours = list(find_hours(value, bare=kind != "place"))  # `Storgata 10-12` is no time
    if hours and facts.start is None and kind != "end":
        facts.start = hours[0].begin
        facts.end = hours[-1].finish or (hours[-1].begin if len(hours) > 1 and hours[0].finish is None else None)
        facts.note("start", lines)
        taken = True
    elif hours and kind == "end" and facts.end is None:
        facts.end = hours[0].begin
        facts.note("end", lines)
        taken = True
    return taken


def without_time(value: str) -> str | None:
    """Return what a value says beside days and hours: the place of `12. mars 2024 kl. 10–12, Rådhuset`."""
    text = value
    stretches = [(d.start, d.end) for d in find_days(value)] + [(h.start, h.end) for h in find_hours(value, bare=True)]
    for start, end in sorted(stretches, reverse=True):
        text = text[:start] + "\0" + text[end:]
    pieces = [re.sub(r",?\s*\b(?:og|men)\s+(?:ble\s+|vart\s+)?\w+$", "", p.strip(" ,.;:/–-")) for p in text.split("\0")]
    pieces = [
        p
        for p in pieces
        if re.search(r"[A-ZÆØÅa-zæøå]{3}", p)
        and not re.fullmatch(
            r"(?:kl\.?|fra|til|den|og|klokka|klokken|dato|møtestart|slutt|ca\.?|\s)+", p, re.IGNORECASE
        )
    ]
    return max(pieces, key=len) if pieces else None
