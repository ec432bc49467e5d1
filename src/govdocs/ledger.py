"""Which record owns which line: every line of a layout once, with nothing lost in silence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import Protocol

from attrs import define, field, frozen

from govdocs.layout import Span

__all__ = ["Entry", "Ledger", "LedgerPart"]


class _Sourced(Protocol):
    """All that the ledger asks of a field's place in the source."""

    @property
    def field(self) -> str: ...

    @property
    def span(self) -> Span: ...


class _Owner(Protocol):
    """All that the ledger asks of a record, so that it need not know what records there are."""

    @property
    def id(self) -> str: ...

    @property
    def spans(self) -> Sequence[_Sourced]: ...


@frozen(kw_only=True)
class Entry:
    """One line's owner."""

    line: int
    """1-based, counted through the document."""
    page: int
    """1-based."""
    owner: str | None = None
    """Id of the record; `None` for furniture, blank and unread lines."""
    field: str | None = None
    """Field of the record the line went into; `None` where it is the record's without being a field."""
    furniture: str | None = None
    """Kind of page furniture."""
    blank: bool = False
    """Whether nothing stands on the line."""
    text: str | None = None
    """The line itself where it is unread, so that a register can show it."""

    @property
    def unread(self) -> bool:
        """Whether the line holds text that no record took."""
        return self.owner is None and self.furniture is None and not self.blank


@frozen(kw_only=True)
class LedgerPart:
    """One part of the document as it was settled."""

    label: str
    """What it is, for people."""
    genre: str
    """`minutes`, `case_papers`, `notice`, `plan`, or `other` for what no reader claimed."""
    reader: str | None = None
    """Plugin that read it; `None` for what no reader claimed."""
    confidence: float | None = None
    """The claim's."""
    ranges: tuple[tuple[int, int], ...] = ()
    """Its own first and last lines, parts inside it left out."""
    record: str | None = None
    """Id of the meeting or plan that came of it."""


@define(frozen=True, kw_only=True)
class Ledger:
    """Every line of a document with its owner, and the parts it was settled into."""

    entries: tuple[Entry, ...] = ()
    """One for each line, in order."""
    parts: tuple[LedgerPart, ...] = field(default=())
    """The parts, in order of their first line."""

    @property
    def coverage(self) -> float:
        """Share of text lines with an owner, 0 to 1."""
        return _share(list(self.entries))

    def coverage_of(self, part: LedgerPart) -> float:
        """Return the share of one part's text lines with an owner, 0 to 1."""
        return _share([e for a, b in part.ranges for e in self.entries[a - 1 : b]])

    @property
    def unread(self) -> tuple[Entry, ...]:
        """The lines that hold text no record took."""
        return tuple(entry for entry in self.entries if entry.unread)

    def owner(self, page: int, line: int) -> str | None:
        """Return the id of the record that owns a line, `None` if none does."""
        if not 1 <= line <= len(self.entries):
            return None
        entry = self.entries[line - 1]
        return entry.owner if entry.page == page else None

    def lines_of(self, record: _Owner | str, field: str | None = None) -> tuple[Span, ...]:
        """Return where a record, or one field of it, was read from."""
        key = record if isinstance(record, str) else record.id
        if not isinstance(record, str) and field is not None:
            return tuple(item.span for item in record.spans if item.field == field)
        return tuple(self._runs(key, field))

    def _runs(self, key: str, name: str | None) -> Iterator[Span]:
        start: Entry | None = None
        last = 0
        for entry in self._owned.get(key, ()):
            if name is not None and entry.field != name:
                continue
            if start is not None and entry.line != last + 1:
                yield Span(page=start.page, first=start.line, last=last)
                start = None
            start = start or entry
            last = entry.line
        if start is not None:
            yield Span(page=start.page, first=start.line, last=last)

    @cached_property
    def _owned(self) -> dict[str, list[Entry]]:
        owned: dict[str, list[Entry]] = {}
        for entry in self.entries:
            if entry.owner is not None:
                owned.setdefault(entry.owner, []).append(entry)
        return owned


def _share(entries: list[Entry]) -> float:
    text = [entry for entry in entries if not entry.blank and entry.furniture is None]
    if not text:
        return 1.0
    return sum(entry.owner is not None for entry in text) / len(text)
