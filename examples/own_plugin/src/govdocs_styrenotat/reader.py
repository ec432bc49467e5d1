"""Reads a board note: a few lines of `key: value` between two rules, then one heading for each case.

Every record says where it stands (`span`), and which line each field came from (`spans`): the ledger of govdocs counts
a line as read only if some field names it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, time
from itertools import pairwise

from govdocs import Case, Decision, Layout, Line, Meeting, Participant, Span
from govdocs.model import DecisionKind, FieldSpan, MeetingKind, NextMeeting, ParticipantStatus, Point, Section
from govdocs.parts import Claim, Evidence, Genre, Part

__all__ = ["claims", "read"]

Item = tuple[str, Line] | None
"""A value of the front matter and the line it stands on; `None` where its key is missing."""

FIRST_KEY = "styrenotat:"
STATUS = {"til stede": ParticipantStatus.PRESENT, "forfall": ParticipantStatus.ABSENT}
FIELDS = {"organ": "body", "dato": "date", "kl": "start", "sted": "place"}
DECISIONS = {"Vedtak": DecisionKind.ADOPTED, "Forslag": DecisionKind.PROPOSED}


def claims(layout: Layout) -> list[Claim]:
    """Claim from each rule that is followed by `styrenotat:` up to the next such rule, or to the end."""
    starts = [
        rule.number
        for rule, line in zip(layout.lines, layout.lines[1:], strict=False)
        if rule.text == "---" and line.text.startswith(FIRST_KEY)
    ]
    return [
        Claim(
            genre=Genre.MINUTES,
            first=first,
            last=following - 1,
            confidence=1.0,
            evidence=(Evidence(line=first + 1, reason=f"a board note begins with {FIRST_KEY!r}"),),
            label="Styrenotat",
        )
        for first, following in pairwise([*starts, len(layout.lines) + 1])
    ]


def read(part: Part) -> Meeting:
    """Read the note that a claim was made for."""
    lines = [line for line in part.lines if line.text]
    heads = [index for index, line in enumerate(lines) if line.heading == 1] or [len(lines)]
    keys = [(line, *line.text.partition(":")[::2]) for line in lines[: heads[0]]]
    front = {key.strip(): (value.strip(), line) for line, key, value in keys}
    start, end = (*_times(front.get("kl")), None, None)[:2]
    return Meeting(
        kind=MeetingKind.MINUTES,
        title="Styrenotat",
        body=_value(front.get("organ")),
        date=_day(front.get("dato")),
        start=start,
        end=end,
        place=_value(front.get("sted")),
        participants=tuple(person for key in STATUS for person in _people(key, front.get(key))),
        next_meeting=_next(front.get("neste")),
        cases=tuple(_case(lines[first:last]) for first, last in pairwise([*heads, len(lines)]) if first < last),
        span=part.span,
        spans=tuple(FieldSpan(field=FIELDS.get(key, "title"), span=_span(line)) for line, key, _ in keys),
    )


def _value(item: Item) -> str | None:
    return (item[0] or None) if item else None


def _day(item: Item) -> date | None:
    """Return the day an item begins with; `None` where there is none, since a wrong note is no fault of ours."""
    with suppress(ValueError, TypeError, IndexError):
        return date.fromisoformat(item[0].split()[0]) if item else None
    return None


def _times(item: Item) -> list[time]:
    found = re.findall(r"\b([01]?[0-9]|2[0-3])[.:]([0-5][0-9])\b", item[0]) if item else []
    return [time(int(hour), int(minute)) for hour, minute in found]


def _people(key: str, item: Item) -> Iterator[Participant]:
    if item:
        here = _span(item[1])
        for name in filter(None, map(str.strip, item[0].split(","))):
            field = FieldSpan(field="name", span=here)
            yield Participant(name=name, status=STATUS[key], group=key, span=here, spans=(field,))


def _next(item: Item) -> NextMeeting | None:
    if item is None:
        return None
    here = _span(item[1])
    start = next(iter(_times(item)), None)
    return NextMeeting(date=_day(item), start=start, span=here, spans=(FieldSpan(field="date", span=here),))


def _case(lines: list[Line]) -> Case:
    """Read a case: `# 3 Title`, then paragraphs, points and decisions of one line each."""
    head, *body = lines
    number, _, title = head.text.partition(" ")
    decisions, points, text = [], [], []
    responsible: tuple[str, ...] = ()
    owners = [FieldSpan(field="title", span=_span(head))]
    for line in body:
        label, colon, rest = (piece.strip() for piece in line.text.partition(":"))
        here = _span(line)
        if colon and label in DECISIONS:
            field = FieldSpan(field="text", span=here)
            decisions.append(Decision(kind=DECISIONS[label], label=label, text=rest, span=here, spans=(field,)))
        elif colon and label == "Ansvar":
            responsible = (*responsible, *(name.strip() for name in rest.split(",")))
            owners.append(FieldSpan(field="responsible", span=here))
        elif line.text.startswith(("- ", "• ")):
            points.append(Point(text=line.text[2:], span=here, spans=(FieldSpan(field="text", span=here),)))
        else:
            text.append(line)
    return Case(
        number=number,
        title=title,
        responsible=responsible,
        sections=tuple(_sections(text)),
        discussion_points=tuple(points),
        decisions=tuple(decisions),
        span=Span(page=head.page, first=head.number, last=lines[-1].number),
        spans=tuple(owners),
    )


def _sections(lines: list[Line]) -> Iterator[Section]:
    if lines:
        yield Section(
            paragraphs=tuple(line.text for line in lines),
            span=Span(page=lines[0].page, first=lines[0].number, last=lines[-1].number),
            spans=tuple(FieldSpan(field="paragraphs", span=_span(line)) for line in lines),
        )


def _span(line: Line) -> Span:
    return Span(page=line.page, first=line.number, last=line.number)
