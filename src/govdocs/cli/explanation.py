"""Why a document was read as it was, as plain data that prints and goes into JSON alike."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Enum
from typing import Any

from attrs import fields

from govdocs.layout import Layout, Span
from govdocs.model import Case, Document, Record
from govdocs.parts import Claim
from govdocs.pipeline import Reading

__all__ = ["explained", "explained_cases"]


def explained(reading: Reading, language: str) -> dict[str, Any]:
    """Return claims, parts, unread lines and findings of a document."""
    document, layout = reading.document, reading.layout
    return {
        "source": document.source.name,
        "media_type": document.source.media_type,
        "opener": f"{document.source.opener} {document.source.opener_version}",
        "pages": len(layout.pages),
        "lines": len(layout.lines),
        "coverage": round(document.coverage, 4),
        "claims": [_claim(claim, reading) for claim in sorted(reading.claims, key=lambda c: (c.first, -c.weight))],
        "parts": [
            {
                "label": part.label,
                "genre": part.genre,
                "reader": part.reader,
                "ranges": [[first, last] for first, last in part.ranges],
                "coverage": round(document.ledger.coverage_of(part), 4),
                "record": part.record,
            }
            for part in document.ledger.parts
        ],
        "unread": [{"page": e.page, "line": e.line, "text": e.text} for e in document.ledger.unread],
        "findings": [
            {
                "code": finding.code,
                "severity": str(finding.severity),
                "message": finding.said(language),
                "page": finding.span.page if finding.span else None,
                "line": finding.span.first if finding.span else None,
                "record": finding.record,
            }
            for finding in document.findings
        ],
    }


def _claim(claim: Claim, reading: Reading) -> dict[str, Any]:
    winners = [part.claim for part, _ in reading.parts]
    won = any(winner is claim for winner in winners)
    stronger = [w for w in winners if w.first <= claim.last and claim.first <= w.last]
    return {
        "won": won,
        "lost_to": [f"{w.reader} on lines {w.first}-{w.last}" for w in stronger] if not won else [],
        "reader": claim.reader,
        "genre": str(claim.genre),
        "label": claim.label,
        "page": reading.layout.span(claim.first, claim.last).page,
        "first": claim.first,
        "last": claim.last,
        "confidence": round(claim.confidence, 4),
        "weight": round(claim.weight, 2),
        "evidence": [
            {"reason": item.reason, **line}
            for item in claim.evidence
            for line in _lines(reading.layout, item.line, item.line)
        ],
    }


def explained_cases(reading: Reading, number: str) -> dict[str, Any]:
    """Return the cases of a number, each with the lines its fields were read from; and the numbers there are."""
    document = reading.document
    wanted = _plain(number)
    cases = [(meeting, case) for meeting in document.meetings for case in meeting.all_cases()]
    return {
        "source": document.source.name,
        "numbers": [case.number for _, case in cases if case.number],
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "id": case.id,
                "meeting": {"kind": str(meeting.kind), "number": meeting.number, "body": meeting.body},
                "span": _span(case.span),
                "records": [_record(record, reading.layout) for record in _within(case, document)],
            }
            for meeting, case in cases
            if _plain(case.number or "") == wanted
        ],
    }


def _plain(number: str) -> str:
    return "".join(number.split()).casefold()


def _within(case: Case, document: Document) -> Iterator[Record]:
    for record in document.records():
        if record.id == case.id or record.id.startswith(f"{case.id}/"):
            yield record


def _record(record: Record, layout: Layout) -> dict[str, Any]:
    spans: dict[str, list[Span]] = {}
    for item in record.spans:
        spans.setdefault(item.field, []).append(item.span)
    if not spans and (name := _first_text(record)):  # as of a mention within a text
        spans[name] = [record.span]
    return {
        "record": type(record).__name__,
        "id": record.id,
        "span": _span(record.span),
        "fields": [
            {
                "field": name,
                "value": _value(getattr(record, name, None)),
                "lines": [line for span in places for line in _lines(layout, span.first, span.last) if line["text"]],
            }
            for name, places in spans.items()
        ],
    }


def _first_text(record: Record) -> str | None:
    """Return the first field of a record that holds a text of the source."""
    names = (attribute.name for attribute in fields(type(record)) if attribute.name != "id")
    return next((name for name in names if type(getattr(record, name)) is str and getattr(record, name)), None)


def _value(value: object) -> Any:
    """Return a field as text; records in it are told by themselves."""
    if isinstance(value, Enum):
        return str(value)
    if isinstance(value, tuple):
        return [_value(item) for item in value if not isinstance(item, Record)] or None
    if value is None or isinstance(value, bool | int | float | str):
        return value
    return None if isinstance(value, Record) else str(value)


def _span(span: Span) -> dict[str, int]:
    return {"page": span.page, "first": span.first, "last": span.last}


def _lines(layout: Layout, first: int, last: int) -> list[dict[str, Any]]:
    return [{"page": line.page, "line": line.number, "text": line.text} for line in layout.lines[first - 1 : last]]
