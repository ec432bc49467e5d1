"""One document's rows in the making: their keys, their places, and the words by which its records are spoken of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import cached_property
from typing import NamedTuple

from govdocs.layout import Span
from govdocs.model import Case, DecisionKind, Document, Meeting, Point, Record
from govdocs.tables.columns import Table
from govdocs.tables.schema import table_named

__all__ = ["Draft", "Row", "Value", "adopted", "joined", "label", "texts"]

Value = str | int | float | bool | date | time | None
"""What a cell holds."""


class Row(NamedTuple):
    """One row of one table."""

    table: Table
    """Which table."""
    values: dict[str, Value]
    """Every column of the table by name."""


class Draft:
    """What the rows of one document share."""

    def __init__(self, document: Document, stem: str, key: str) -> None:
        self.document = document
        self.key = key
        self.homes: dict[str, str] = {}
        self._stem = stem
        self._taken: set[str] = set()
        self._spoken_of: dict[str, tuple[str | None, str | None, str | None]] = {}

    def key_of(self, record: Record, parent: str, name: str) -> str:
        """Return a record's key: its id, or one made up where a record built by hand has none or another's."""
        wanted = self.moved(record.id) if record.id else f"{parent}/{name}"
        key, count = wanted, 1
        while key in self._taken:
            count += 1
            key = f"{wanted}~{count}"
        self._taken.add(key)
        return key

    def moved(self, identity: str) -> str:
        """Return an id as a key of this document."""
        if identity.startswith(f"{self._stem}/"):
            return self.key + identity[len(self._stem) :]
        return f"{self.key}/{identity}"

    def row(self, name: str, span: Span | None, values: dict[str, Value]) -> Row:
        """Make a row of a table, with its source and its place."""
        place: dict[str, Value] = {"source_name": self.document.source.name}
        if span is not None:
            place |= {"page": span.page, "first_line": span.first, "last_line": span.last}
        return Row(table_named(name), {"source_id": self.key, **place, **values})

    def points(self, points: Iterable[Point], parent: str, kind: str, inside: dict[str, Value]) -> Iterator[Row]:
        """Make the rows of a list's items."""
        for number, point in enumerate(points, 1):
            values: dict[str, Value] = {
                "point_id": self.key_of(point, parent, f"point-{number}"), "position": number, "kind": kind,
                "marker": point.marker, "level": point.level, "text": point.text,
            }  # fmt: skip
            yield self.row("points", point.span, {**inside, **values})

    def speak(self, key: str, body: Value, number: str | None = None, title: str | None = None) -> None:
        """Remember in what words a record can be spoken of."""
        self._spoken_of[key] = (_text(body), number, title)

    def spoken(self, record: str | None) -> tuple[str | None, str | None, str | None]:
        """Return body, case number and case title of a record, or of the nearest one above it."""
        while record:
            if record in self._spoken_of:
                return self._spoken_of[record]
            record = record.rpartition("/")[0]
        return None, None, None

    @cached_property
    def names(self) -> dict[str, str]:
        """The words for each case and meeting, by id, since a reference may mean one that comes later."""
        names = {
            case.id: f"{case.number or ''} {case.title}".strip()
            for meeting in self.document.meetings
            for case in meeting.all_cases()
        }
        return names | {meeting.id: label(meeting, n) for n, meeting in enumerate(self.document.meetings, 1)}


def label(meeting: Meeting, position: int) -> str:
    """Return the words for a meeting: its number, or what else tells it from others."""
    return meeting.number or (meeting.date.isoformat() if meeting.date else None) or meeting.title or str(position)


def adopted(cases: Iterable[Case]) -> int:
    """Count the decisions made, without those proposed."""
    return sum(decision.kind is DecisionKind.ADOPTED for case in cases for decision in case.decisions)


def joined(values: Iterable[str]) -> str | None:
    """Put several values into one cell, for people."""
    return "; ".join(values) or None


def texts(record: Record, field: str, values: Sequence[str]) -> list[tuple[str, Span]]:
    """Pair the texts of a field with where each stands: its own lines where the record has them one by one."""
    spans = [item.span for item in record.spans if item.field == field]
    if len(spans) != len(values):
        spans = [spans[0] if spans else record.span] * len(values)
    return list(zip(values, spans, strict=True))


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None
