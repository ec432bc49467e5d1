"""Meetings as rows: participants, cases with all they hold, decisions and votes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from govdocs.layout import Span
from govdocs.model import Case, Decision, DecisionKind, Meeting, Participant, ParticipantStatus
from govdocs.tables.draft import Draft, Row, Value, adopted, joined, texts

__all__ = ["meeting_rows"]


def meeting_rows(draft: Draft, meeting: Meeting, position: int) -> Iterator[Row]:
    """Yield the rows of a meeting, each after those its keys name."""
    key = draft.key_of(meeting, draft.key, f"meeting-{position}")
    following = meeting.next_meeting
    cases = list(meeting.all_cases())
    draft.homes.update((link.resolved, key) for link in meeting.plans)
    context: dict[str, Value] = {
        "meeting_id": key,
        "meeting_body": meeting.body,
        "meeting_date": meeting.date,
        "meeting_number": meeting.number,
    }  # fmt: skip
    draft.speak(key, meeting.body)
    yield draft.row("meetings", meeting.span, {
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
        "decisions": adopted(cases),
        "present": _present(meeting),
    })  # fmt: skip
    for number, person in enumerate(meeting.participants, 1):
        yield from _participant(draft, person, number, context)
    for number, case in enumerate(meeting.cases, 1):
        yield from _case(draft, case, number, None, context)


def _participant(draft: Draft, person: Participant, position: int, context: dict[str, Value]) -> Iterator[Row]:
    key = draft.key_of(person, str(context["meeting_id"]), f"participant-{position}")
    draft.speak(key, context["meeting_body"])
    yield draft.row("participants", person.span, {
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
        "cases": joined(person.cases),
    })  # fmt: skip
    for number, (text, span) in enumerate(texts(person, "cases", person.cases), 1):
        yield draft.row("participant_cases", span, {"participant_id": key, "position": number, "number": text})


def _case(
    draft: Draft, case: Case, position: int, parent: tuple[str, str | None] | None, context: dict[str, Value]
) -> Iterator[Row]:
    key = draft.key_of(case, parent[0] if parent else str(context["meeting_id"]), f"case-{position}")
    inside = {**context, "case_id": key, "case_number": case.number, "case_title": case.title}
    draft.speak(key, context["meeting_body"], case.number, case.title)
    parsed = case.parsed
    yield draft.row("cases", case.span, {
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
        "types": joined([item.value for item in case.type]),
        "type_label": case.type_label,
        "recipient": case.to,
        "sender": case.sender,
        "archive_number": case.archive_number,
        "case_officers": joined(case.case_officers),
        "responsible": joined(case.responsible),
        "proposed": _texts_of(case.decisions, DecisionKind.PROPOSED),
        "adopted": _texts_of(case.decisions, DecisionKind.ADOPTED),
        "attachments": len(case.attachments) + len(case.background_documents),
    })  # fmt: skip
    for number, (text, span) in enumerate(texts(case, "type", [item.value for item in case.type]), 1):
        yield draft.row("case_types", span, {"case_id": key, "position": number, "type": text})
    for function, name, people in (
        ("case_officer", "case_officers", case.case_officers),
        ("responsible", "responsible", case.responsible),
    ):
        for number, (text, span) in enumerate(texts(case, name, people), 1):
            yield draft.row(
                "case_people", span, {"case_id": key, "function": function, "position": number, "name": text}
            )
    yield from _mentions(draft, case, key, inside)
    yield from _content(draft, case, key, inside)
    for number, decision in enumerate(case.decisions, 1):
        yield from _decision(draft, decision, number, inside)
    for number, inner in enumerate(case.subcases, 1):
        yield from _case(draft, inner, number, (key, case.number), context)


def _mentions(draft: Draft, case: Case, key: str, inside: dict[str, Value]) -> Iterator[Row]:
    for kind, documents in (("attachment", case.attachments), ("background", case.background_documents)):
        for number, document in enumerate(documents, 1):
            values: dict[str, Value] = {
                "attachment_id": draft.key_of(document, key, f"{kind}-{number}"),
                "position": number, "kind": kind, "number": document.number, "title": document.title,
            }  # fmt: skip
            yield draft.row("attachments", document.span, {**inside, **values})
    for kind, references in (("previously_treated", case.previously_treated), ("reference", case.references)):
        for number, reference in enumerate(references, 1):
            values = {
                "reference_id": draft.key_of(reference, key, f"{kind}-{number}"),
                "position": number, "kind": kind, "raw": reference.raw, "number": reference.number,
                "resolved_id": draft.moved(reference.resolved) if reference.resolved else None,
                "target": draft.names.get(reference.resolved or ""),
            }  # fmt: skip
            yield draft.row("case_references", reference.span, {**inside, **values})


def _content(draft: Draft, case: Case, key: str, inside: dict[str, Value]) -> Iterator[Row]:
    for number, section in enumerate(case.sections, 1):
        section_key = draft.key_of(section, key, f"section-{number}")
        paragraphs: Sequence[tuple[str | None, Span]] = texts(section, "paragraphs", section.paragraphs)
        for position, (text, span) in enumerate(paragraphs or [(None, section.span)], 1):
            values: dict[str, Value] = {
                "section_id": section_key, "section_position": number, "position": position,
                "heading": section.heading, "kind": section.kind.value, "text": text,
            }  # fmt: skip
            yield draft.row("paragraphs", span, {**inside, **values})
    yield from draft.points(case.discussion_points, key, "discussion", inside)


def _decision(draft: Draft, decision: Decision, position: int, inside: dict[str, Value]) -> Iterator[Row]:
    key = draft.key_of(decision, str(inside["case_id"]), f"decision-{position}")
    vote = decision.vote
    within = {**inside, "decision_id": key}
    yield draft.row("decisions", decision.span, {
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
        yield draft.row("vote_counts", span, {
            **within, "position": place, "option": count.option, "votes": count.count, "party": count.party,
            "voters": joined(count.voters),
        })  # fmt: skip
        for order, name in enumerate(count.voters, 1):
            values: dict[str, Value] = {
                "decision_id": key,
                "count_position": place,
                "position": order,
                "name": name,
            }
            yield draft.row("voters", span, values)
    part = "decision" if decision.kind is DecisionKind.ADOPTED else "proposal"
    yield from draft.points(decision.points, key, part, within)


def _present(meeting: Meeting) -> int | None:
    there = [person.status is not ParticipantStatus.ABSENT for person in meeting.participants]
    return sum(there) if there else None


def _texts_of(decisions: Iterable[Decision], kind: DecisionKind) -> str | None:
    return "\n".join(_in_lines(decision) for decision in decisions if decision.kind is kind) or None


def _in_lines(decision: Decision) -> str:
    """Return a decision's text with each of its items on a line of its own, to be read at a glance."""
    text, at = decision.text, 0
    for point in decision.points:
        item = f"{point.marker} {point.text}" if point.marker else point.text
        found = text.find(item, at)
        if found < 0:
            continue
        if found > 0 and text[found - 1] == " ":
            text = f"{text[: found - 1]}\n{text[found:]}"
        at = found + len(item)
    return text
