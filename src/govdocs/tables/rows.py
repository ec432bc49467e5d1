"""Documents as rows: what each record says, in the columns of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from govdocs.escaping import storable
from govdocs.layout import Span
from govdocs.model import Document
from govdocs.tables.draft import Draft, Row, Value, adopted
from govdocs.tables.meeting_rows import meeting_rows
from govdocs.tables.plan_rows import plan_rows
from govdocs.tables.schema import table_named

__all__ = ["Register"]

LARGEST = 2**53 - 1
"""What spreadsheets and JSON readers hold without rounding."""


class Register:
    """Turns the documents of one register into rows, with keys that are unique through all of it.

    A record keeps its id as its key. Where the same bytes come twice in an archive, or two files' checksums begin
    alike, the later one's keys carry a mark (`1f0066a1~2/…`). Findings speak the language given.
    """

    def __init__(self, language: str = "nb") -> None:
        self._language = language
        self._sources: Counter[str] = Counter()

    def rows(self, document: Document) -> Iterator[Row]:
        """Yield a document's rows, each after the rows its foreign keys name."""
        stem = document.source.sha256[:8]
        self._sources[stem] += 1
        count = self._sources[stem]
        draft = Draft(document, stem, f"{stem}~{count}" if count > 1 else stem)
        for table, values in _all(draft, self._language):
            yield Row(table, {column.name: _stored(values.get(column.name)) for column in table.columns})


def _all(draft: Draft, language: str) -> Iterator[Row]:
    yield _source(draft)
    yield from _parts(draft)
    for position, meeting in enumerate(draft.document.meetings, 1):
        yield from meeting_rows(draft, meeting, position)
    for position, plan in enumerate(draft.document.plans, 1):
        yield from plan_rows(draft, plan, position)
    yield from _checks(draft, language)


def _source(draft: Draft) -> Row:
    document, source = draft.document, draft.document.source
    cases = [case for meeting in document.meetings for case in meeting.all_cases()]
    values: dict[str, Value] = {
        "source_id": draft.key,
        "name": source.name,
        "path": source.path,
        "sha256": source.sha256,
        "media_type": source.media_type,
        "size": source.size,
        "opener": source.opener,
        "opener_version": source.opener_version,
        "lines": len(document.ledger.entries),
        "unread_lines": len(document.ledger.unread),
        "coverage": document.coverage,
        "meetings": len(document.meetings),
        "cases": len(cases),
        "decisions": adopted(cases),
        "actions": sum(len(plan.actions) for plan in document.plans),
        "findings": len(document.findings),
    }
    return Row(table_named("sources"), values)


def _parts(draft: Draft) -> Iterator[Row]:
    entries = draft.document.ledger.entries
    for position, part in enumerate(draft.document.ledger.parts, 1):
        span = None
        if part.ranges:
            first, last = part.ranges[0][0], part.ranges[-1][1]
            page = entries[first - 1].page if first <= len(entries) else 1
            span = Span(page=page, first=first, last=last)
        yield draft.row("parts", span, {
            "part_id": f"{draft.key}/part-{position}",
            "position": position,
            "label": part.label,
            "genre": part.genre,
            "reader": part.reader,
            "confidence": part.confidence,
            "coverage": draft.document.ledger.coverage_of(part),
            "record_id": draft.moved(part.record) if part.record else None,
        })  # fmt: skip


def _checks(draft: Draft, language: str) -> Iterator[Row]:
    for position, finding in enumerate(draft.document.findings, 1):
        record = draft.moved(finding.record) if finding.record else None
        body, number, title = draft.spoken(record)
        yield draft.row("findings", finding.span, {
            "finding_id": f"{draft.key}/finding-{position}",
            "position": position,
            "severity": finding.severity.value,
            "code": finding.code,
            "message": finding.said(language),
            "record_id": record,
            "meeting_body": body,
            "case_number": number,
            "case_title": title,
        })  # fmt: skip
    ledger = draft.document.ledger
    parts = sorted((first, last, part.label) for part in ledger.parts for first, last in part.ranges)
    at = 0
    for entry in ledger.unread:
        while at < len(parts) and parts[at][1] < entry.line:
            at += 1
        label = parts[at][2] if at < len(parts) and parts[at][0] <= entry.line else None
        span = Span(page=entry.page, first=entry.line, last=entry.line)
        yield draft.row("unread_lines", span, {"text": entry.text or "", "part": label})


def _stored(value: Value) -> Value:
    """Return what every register can hold; a number too large for one stands, as text, in the number as written."""
    if isinstance(value, str):
        return storable(value)
    return None if isinstance(value, int) and abs(value) > LARGEST else value
