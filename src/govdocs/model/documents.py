"""Documents: where they came from, what was read in them, and what to look at."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import field, frozen

from govdocs.layout import Span
from govdocs.ledger import Ledger
from govdocs.model.meetings import Meeting
from govdocs.model.plans import ActionPlan
from govdocs.model.records import Record, inner_records

__all__ = ["Document", "DocumentSource", "Finding", "Severity"]


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True)
class Finding:
    """Something about a document that a person should look at."""

    code: str
    """`GD…`; each has its entry in the reference."""
    severity: Severity
    """How much it matters."""
    message: str
    """In plain words, in English if `message_nb` is there."""
    message_nb: str | None = None
    """The same in Bokmål; `None` where whoever raised it says it in one language."""
    span: Span | None = None
    """Where; `None` for the document as a whole."""
    record: str | None = None
    """Id of the record it is about."""

    def said(self, language: str) -> str:
        """Return the message for readers of `nb`, `nn` or `en`; Bokmål stands for Nynorsk."""
        return self.message_nb or self.message if language in ("nb", "nn") else self.message


@frozen(kw_only=True)
class DocumentSource:
    """Where a document came from."""

    name: str
    """Name for people."""
    path: str | None = None
    """Path on disk, where it had one."""
    sha256: str
    """SHA-256 of the bytes, in hexadecimal."""
    media_type: str
    """IANA media type."""
    size: int
    """In bytes."""
    opener: str
    """Plugin that opened it."""
    opener_version: str
    """That plugin's version."""


@frozen(kw_only=True)
class Document:
    """All that was read from one source."""

    source: DocumentSource
    """Where it came from."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings in order."""
    plans: tuple[ActionPlan, ...] = ()
    """Plans in order, those inside a meeting's document too."""
    ledger: Ledger = field(factory=Ledger)
    """Who owns each line."""
    findings: tuple[Finding, ...] = ()
    """What to look at, in the order of the lines."""

    @property
    def coverage(self) -> float:
        """Share of the text lines with an owner, 0 to 1; 1 for a document without text lines."""
        return self.ledger.coverage

    def plans_of(self, meeting: Meeting) -> tuple[ActionPlan, ...]:
        """Return the plans that stand inside a meeting's document, in order."""
        ids = {link.resolved for link in meeting.plans}
        return tuple(plan for plan in self.plans if plan.id in ids)

    def records(self) -> Iterator[Record]:
        """Yield every record that has an id, parents before children."""
        for root in (*self.meetings, *self.plans):
            yield from _records(root)


def _records(record: Record) -> Iterator[Record]:
    yield record
    for inner in inner_records(record):
        yield from _records(inner)
