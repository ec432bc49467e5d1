"""Documents as rows: what each record says, in the columns of the tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, time
from functools import cached_property
from typing import NamedTuple

from govdocs.escaping import storable
from govdocs.layout import Span
from govdocs.model import (
    Action,
    ActionPlan,
    Case,
    Decision,
    DecisionKind,
    Document,
    FocusArea,
    Meeting,
    Participant,
    ParticipantStatus,
    Point,
    Record,
)
from govdocs.tables.columns import Table
from govdocs.tables.schema import table_named

__all__ = ["Register", "Row", "Value"]

LARGEST = 2**53 - 1
"""What spreadsheets and JSON readers hold without rounding."""

Value = str | int | float | bool | date | time | None
"""What a cell holds."""


class Row(NamedTuple):
    """One row of one table."""

    table: Table
    """Which table."""
    values: dict[str, Value]
    """Every column of the table by name."""


class Register:
    """Turns the documents of one register into rows, with keys that are unique through all of it.

    A record keeps its id as its key. Where the same bytes come twice in an archive, or two files' checksums begin
    alike, the later one's keys carry a mark (`1f0066a1~2/…`).
    """

    def __init__(self) -> None:
        self._sources: Counter[str] = Counter()

    def rows(self, document: Document) -> Iterator[Row]:
        """Yield a document's rows, each after the rows its foreign keys name."""
        stem = document.source.sha256[:8]
        self._sources[stem] += 1
        count = self._sources[stem]
        return _Reading(document, stem, f"{stem}~{count}" if count > 1 else stem).rows()


class _Reading:
    """The rows of one document."""

    def __init__(self, document: Document, stem: str, key: str) -> None:
        self.document = document
        self.stem = stem
        self.key = key
        self._taken: set[str] = set()
        self._homes: dict[str, str] = {}
        self._spoken_of: dict[str, tuple[str | None, str | None, str | None]] = {}

    def rows(self) -> Iterator[Row]:
        for table, values in self._all():
            yield Row(table, {column.name: _stored(values.get(column.name)) for column in table.columns})

    def _all(self) -> Iterator[Row]:
        document = self.document
        yield self._source()
        yield from self._parts()
        for position, meeting in enumerate(document.meetings, 1):
            yield from self._meeting(meeting, position)
        for position, plan in enumerate(document.plans, 1):
            yield from self._plan(plan, position)
        yield from self._checks()

    # -- keys and places

    def _id(self, record: Record, parent: str, name: str) -> str:
        """Return a record's key: its id, or one made up where a record built by hand has none or another's."""
        wanted = self._moved(record.id) if record.id else f"{parent}/{name}"
        key, count = wanted, 1
        while key in self._taken:
            count += 1
            key = f"{wanted}~{count}"
        self._taken.add(key)
        return key

    def _moved(self, identity: str) -> str:
        return (
            self.key + identity[len(self.stem) :] if identity.startswith(f"{self.stem}/") else f"{self.key}/{identity}"
        )

    def _row(self, name: str, span: Span | None, values: dict[str, Value]) -> Row:
        place: dict[str, Value] = {"source_name": self.document.source.name}
        if span is not None:
            place |= {"page": span.page, "first_line": span.first, "last_line": span.last}
        return Row(table_named(name), {"source_id": self.key, **place, **values})

    # -- the file and its parts

    def _source(self) -> Row:
        document, source = self.document, self.document.source
        cases = [case for meeting in document.meetings for case in meeting.all_cases()]
        values: dict[str, Value] = {
            "source_id": self.key,
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
            "decisions": _adopted(cases),
            "actions": sum(len(plan.actions) for plan in document.plans),
            "findings": len(document.findings),
        }
        return Row(table_named("sources"), values)

    def _parts(self) -> Iterator[Row]:
        entries = self.document.ledger.entries
        for position, part in enumerate(self.document.ledger.parts, 1):
            span = None
            if part.ranges:
                first, last = part.ranges[0][0], part.ranges[-1][1]
                page = entries[first - 1].page if first <= len(entries) else 1
                span = Span(page=page, first=first, last=last)
            yield self._row("parts", span, {
                "part_id": f"{self.key}/part-{position}",
                "position": position,
                "label": part.label,
                "genre": part.genre,
                "reader": part.reader,
                "confidence": part.confidence,
                "coverage": self.document.ledger.coverage_of(part),
                "record_id": self._moved(part.record) if part.record else None,
            })  # fmt: skip

    # -- meetings

    def _meeting(self, meeting: Meeting, position: int) -> Iterator[Row]:
        key = self._id(meeting, self.key, f"meeting-{position}")
        following = meeting.next_meeting
        cases = list(meeting.all_cases())
        self._homes.update((link.resolved, key) for link in meeting.plans)
        context: dict[str, Value] = {
            "meeting_id": key,
            "meeting_body": meeting.body,
            "meeting_date": meeting.date,
            "meeting_number": meeting.number,
        }  # fmt: skip
        self._speak(key, meeting.body)
        yield self._row("meetings", meeting.span, {
            "meeting_id": key,
            "position": position,
            "kind": meeting.kind.value,
            "body": meeting.body,
            "number": meeting.number,
            "title": meeting.title,
            "date": meeting.date,
            "end_date": meeting.end_date,
            "start_time": meeting.start,
            "end_time": meeting.end,
            "place": meeting.place,
            "next_date": following.date if following else None,
            "next_start_time": following.start if following else None,
            "next_end_time": following.end if following else None,
            "next_place": following.place if following else None,
            "cases": len(cases),
            "decisions": _adopted(cases),
            "present": _present(meeting),
        })  # fmt: skip
        for number, person in enumerate(meeting.participants, 1):
            yield from self._participant(person, number, context)
        for number, case in enumerate(meeting.cases, 1):
            yield from self._case(case, number, None, context)

    def _participant(self, person: Participant, position: int, context: dict[str, Value]) -> Iterator[Row]:
        key = self._id(person, str(context["meeting_id"]), f"participant-{position}")
        self._speak(key, context["meeting_body"])
        yield self._row("participants", person.span, {
            **context,
            "participant_id": key,
            "position": position,
            "name": person.name,
            "title": person.title,
            "organization": person.organization,
            "status": person.status.value,
            "role": person.role,
            "remote": person.remote,
            "substitute_for": person.substitute_for,
            "presence": person.presence,
            "list_heading": person.group,
            "cases": _joined(person.cases),
        })  # fmt: skip
        for number, (text, span) in enumerate(_texts(person, "cases", person.cases), 1):
            yield self._row("participant_cases", span, {"participant_id": key, "position": number, "number": text})

    def _case(
        self, case: Case, position: int, parent: tuple[str, str] | None, context: dict[str, Value]
    ) -> Iterator[Row]:
        key = self._id(case, parent[0] if parent else str(context["meeting_id"]), f"case-{position}")
        inside = {**context, "case_id": key, "case_number": case.number, "case_title": case.title}
        self._speak(key, context["meeting_body"], case.number, case.title)
        parsed = case.parsed
        yield self._row("cases", case.span, {
            **inside,
            "parent_id": parent[0] if parent else None,
            "parent_number": parent[1] if parent else None,
            "position": position,
            "number": case.number,
            "prefix": parsed.prefix if parsed else None,
            "sequence": parsed.sequence if parsed else None,
            "number_meeting": parsed.meeting if parsed else None,
            "year": parsed.year if parsed else None,
            "title": case.title,
            "subtitle": case.subtitle,
            "types": _joined([item.value for item in case.type]),
            "type_label": case.type_label,
            "recipient": case.to,
            "sender": case.sender,
            "archive_number": case.archive_number,
            "case_officers": _joined(case.case_officers),
            "responsible": _joined(case.responsible),
            "proposed": _texts_of(case.decisions, DecisionKind.PROPOSED),
            "adopted": _texts_of(case.decisions, DecisionKind.ADOPTED),
            "attachments": len(case.attachments) + len(case.background_documents),
        })  # fmt: skip
        for number, (text, span) in enumerate(_texts(case, "type", [item.value for item in case.type]), 1):
            yield self._row("case_types", span, {"case_id": key, "position": number, "type": text})
        for function, name, people in (
            ("case_officer", "case_officers", case.case_officers),
            ("responsible", "responsible", case.responsible),
        ):
            for number, (text, span) in enumerate(_texts(case, name, people), 1):
                yield self._row(
                    "case_people", span, {"case_id": key, "function": function, "position": number, "name": text}
                )
        yield from self._mentions(case, key, inside)
        yield from self._content(case, key, inside)
        for number, decision in enumerate(case.decisions, 1):
            yield from self._decision(decision, number, inside)
        for number, inner in enumerate(case.subcases, 1):
            yield from self._case(inner, number, (key, case.number), context)

    def _mentions(self, case: Case, key: str, inside: dict[str, Value]) -> Iterator[Row]:
        for kind, documents in (("attachment", case.attachments), ("background", case.background_documents)):
            for number, document in enumerate(documents, 1):
                values: dict[str, Value] = {
                    "attachment_id": self._id(document, key, f"{kind}-{number}"),
                    "position": number, "kind": kind, "number": document.number, "title": document.title,
                }  # fmt: skip
                yield self._row("attachments", document.span, {**inside, **values})
        for kind, references in (("previously_treated", case.previously_treated), ("reference", case.references)):
            for number, reference in enumerate(references, 1):
                values = {
                    "reference_id": self._id(reference, key, f"{kind}-{number}"),
                    "position": number, "kind": kind, "raw": reference.raw, "number": reference.number,
                    "resolved_id": self._moved(reference.resolved) if reference.resolved else None,
                    "target": self._names.get(reference.resolved or ""),
                }  # fmt: skip
                yield self._row("case_references", reference.span, {**inside, **values})

    def _content(self, case: Case, key: str, inside: dict[str, Value]) -> Iterator[Row]:
        for number, section in enumerate(case.sections, 1):
            section_key = self._id(section, key, f"section-{number}")
            paragraphs: Sequence[tuple[str | None, Span]] = _texts(section, "paragraphs", section.paragraphs)
            for position, (text, span) in enumerate(paragraphs or [(None, section.span)], 1):
                values: dict[str, Value] = {
                    "section_id": section_key, "section_position": number, "position": position,
                    "heading": section.heading, "kind": section.kind.value, "text": text,
                }  # fmt: skip
                yield self._row("paragraphs", span, {**inside, **values})
        yield from self._points(case.discussion_points, key, "discussion", inside)

    def _points(self, points: Iterable[Point], parent: str, kind: str, inside: dict[str, Value]) -> Iterator[Row]:
        for number, point in enumerate(points, 1):
            values: dict[str, Value] = {
                "point_id": self._id(point, parent, f"point-{number}"), "position": number, "kind": kind,
                "marker": point.marker, "level": point.level, "text": point.text,
            }  # fmt: skip
            yield self._row("points", point.span, {**inside, **values})

    def _decision(self, decision: Decision, position: int, inside: dict[str, Value]) -> Iterator[Row]:
        key = self._id(decision, str(inside["case_id"]), f"decision-{position}")
        vote = decision.vote
        within = {**inside, "decision_id": key}
        yield self._row("decisions", decision.span, {
            **within,
            "position": position,
            "kind": decision.kind.value,
            "label": decision.label,
            "text": decision.text,
            "inferred": decision.inferred,
            "vote_outcome": vote.outcome if vote else None,
            "vote_unanimous": vote.unanimous if vote else None,
            "vote_casting": vote.casting_vote if vote else None,
        })  # fmt: skip
        for place, count in enumerate(vote.counts if vote else (), 1):
            span = vote.span if vote else decision.span
            yield self._row("vote_counts", span, {
                **within, "position": place, "option": count.option, "votes": count.count, "party": count.party,
                "voters": _joined(count.voters),
            })  # fmt: skip
            for order, name in enumerate(count.voters, 1):
                values: dict[str, Value] = {
                    "decision_id": key,
                    "count_position": place,
                    "position": order,
                    "name": name,
                }
                yield self._row("voters", span, values)
        yield from self._points(decision.points, key, "decision", within)

    # -- plans

    def _plan(self, plan: ActionPlan, position: int) -> Iterator[Row]:
        key = self._id(plan, self.key, f"plan-{position}")
        home = self._homes.get(plan.id)
        context: dict[str, Value] = {"plan_id": key, "plan_title": plan.title, "plan_period": plan.period}
        self._speak(key, plan.body, None, plan.title)
        yield self._row("plans", plan.span, {
            **context,
            "meeting_id": home,
            "position": position,
            "title": plan.title,
            "body": plan.body,
            "period": plan.period,
            "columns": _joined(plan.columns),
            "actions": len(plan.actions),
        })  # fmt: skip
        for number, (heading, span) in enumerate(_texts(plan, "columns", plan.columns), 1):
            yield self._row("plan_columns", span, {"plan_id": key, "position": number, "heading": heading})
        for number, area in enumerate(plan.areas, 1):
            yield from self._area(area, number, None, context)

    def _area(self, area: FocusArea, position: int, parent: str | None, context: dict[str, Value]) -> Iterator[Row]:
        key = self._id(area, parent or str(context["plan_id"]), f"area-{position}")
        inside = {**context, "area_id": key, "area_number": area.number, "area_title": area.title}
        yield self._row("areas", area.span, {
            **context,
            "area_id": key,
            "parent_id": parent,
            "position": position,
            "number": area.number,
            "title": area.title,
            "goal": area.goal,
            "actions": len(area.actions),
        })  # fmt: skip
        for number, action in enumerate(area.actions, 1):
            yield from self._action(action, number, inside)
        for number, inner in enumerate(area.subareas, 1):
            yield from self._area(inner, number, key, context)

    def _action(self, action: Action, position: int, inside: dict[str, Value]) -> Iterator[Row]:
        key = self._id(action, str(inside["area_id"]), f"action-{position}")
        yield self._row("actions", action.span, {
            **inside,
            "action_id": key,
            "position": position,
            "number": action.number,
            "text": action.text,
            "responsible": _joined(action.responsible),
            "responsible_note": action.responsible_note,
            "deadline": action.deadline,
            "status": action.status,
        })  # fmt: skip
        for number, (name, span) in enumerate(_texts(action, "responsible", action.responsible), 1):
            yield self._row("action_responsible", span, {"action_id": key, "position": number, "name": name})
        yield from self._points(action.points, key, "action", {"action_id": key})

    # -- what to look at

    def _checks(self) -> Iterator[Row]:
        for position, finding in enumerate(self.document.findings, 1):
            record = self._moved(finding.record) if finding.record else None
            body, number, title = self._spoken(record)
            yield self._row("findings", finding.span, {
                "finding_id": f"{self.key}/finding-{position}",
                "position": position,
                "severity": finding.severity.value,
                "code": finding.code,
                "message": finding.message,
                "record_id": record,
                "meeting_body": body,
                "case_number": number,
                "case_title": title,
            })  # fmt: skip
        ledger = self.document.ledger
        parts = sorted((first, last, part.label) for part in ledger.parts for first, last in part.ranges)
        at = 0
        for entry in ledger.unread:
            while at < len(parts) and parts[at][1] < entry.line:
                at += 1
            label = parts[at][2] if at < len(parts) and parts[at][0] <= entry.line else None
            span = Span(page=entry.page, first=entry.line, last=entry.line)
            yield self._row("unread_lines", span, {"text": entry.text or "", "part": label})

    def _speak(self, key: str, body: Value, number: str | None = None, title: str | None = None) -> None:
        """Remember in what words a record can be spoken of."""
        self._spoken_of[key] = (_text(body), number, title)

    def _spoken(self, record: str | None) -> tuple[str | None, str | None, str | None]:
        """Return body, case number and case title of a record, or of the nearest one above it."""
        while record:
            if record in self._spoken_of:
                return self._spoken_of[record]
            record = record.rpartition("/")[0]
        return None, None, None

    @cached_property
    def _names(self) -> dict[str, str]:
        """The words for each case and meeting, by id, since a reference may mean one that comes later."""
        names = {
            case.id: f"{case.number} {case.title}" for meeting in self.document.meetings for case in meeting.all_cases()
        }
        return names | {meeting.id: _label(meeting, n) for n, meeting in enumerate(self.document.meetings, 1)}


def _label(meeting: Meeting, position: int) -> str:
    return meeting.number or (meeting.date.isoformat() if meeting.date else None) or meeting.title or str(position)


def _stored(value: Value) -> Value:
    """Return what every register can hold; a number too large for one stands, as text, in the number as written."""
    if isinstance(value, str):
        return storable(value)
    return None if isinstance(value, int) and abs(value) > LARGEST else value


def _present(meeting: Meeting) -> int | None:
    there = [person.status is not ParticipantStatus.ABSENT for person in meeting.participants]
    return sum(there) if there else None


def _adopted(cases: Iterable[Case]) -> int:
    return sum(decision.kind is DecisionKind.ADOPTED for case in cases for decision in case.decisions)


def _texts_of(decisions: Iterable[Decision], kind: DecisionKind) -> str | None:
    return "\n".join(decision.text for decision in decisions if decision.kind is kind) or None


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _text(value: Value) -> str | None:
    return value if isinstance(value, str) else None


def _texts(record: Record, field: str, texts: Sequence[str]) -> list[tuple[str, Span]]:
    """Pair the texts of a field with where each stands: its own lines where the record has them one by one."""
    spans = [item.span for item in record.spans if item.field == field]
    if len(spans) != len(texts):
        spans = [spans[0] if spans else record.span] * len(texts)
    return list(zip(texts, spans, strict=True))
