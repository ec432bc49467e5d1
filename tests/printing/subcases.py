"""The protocol of a council whose cases have cases under them; titles stand before names, facts behind bare labels."""

from __future__ import annotations

import datetime
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import Case, ParticipantStatus
from printing import wording
from printing.dating import long_day
from printing.sheet import Accidents, Sheet

__all__ = ["Guest", "Protocol", "Topic", "made", "printed", "said", "stated"]

TITLES = ("Fagdirektør", "Seniorrådgiver", "Avdelingsdirektør", "Generalsekretær", "Dekan", "Forskningsleder")
BODY = "Kystrådet"


@frozen(kw_only=True)
class Guest:
    """Somebody in a list."""

    title: str
    name: str
    organization: str
    role: str | None = None
    case: int | None = None
    """Place of the case he or she was there for, from 0."""


@frozen(kw_only=True)
class Topic:
    """A case, or one under it."""

    title: str
    responsible: str | None
    attachments: tuple[str, ...]
    paragraphs: tuple[str, ...]
    decision: str | None
    under: tuple[Topic, ...] = ()


@frozen(kw_only=True)
class Protocol:
    """A meeting's protocol."""

    number: int
    date: datetime.date
    place: str
    present: tuple[Guest, ...]
    absent: tuple[Guest, ...]
    speakers: tuple[Guest, ...]
    first: int
    topics: tuple[Topic, ...]


def _topics(*, under: bool) -> st.SearchStrategy[Topic]:
    """Draw a case; one with others under it has its text in them, and its decision behind the last."""
    paragraphs = st.lists(wording.paragraphs, min_size=1, max_size=2).map(tuple)
    attachments = st.lists(wording.titles.map(lambda title: f"Notat – {title}"), max_size=1).map(tuple)
    simple = st.builds(
        Topic,
        title=wording.topics, responsible=st.none() | wording.names if under else wording.names,
        attachments=attachments, paragraphs=paragraphs, decision=wording.decisions if under else st.none(),
    )  # fmt: skip
    if not under:
        return simple
    parent = st.builds(
        Topic,
        title=wording.titles, responsible=st.none(), attachments=st.just(()), paragraphs=st.just(()),
        decision=st.none() | wording.decisions, under=st.lists(_topics(under=False), min_size=2, max_size=3).map(tuple),
    )  # fmt: skip
    return simple | parent


@st.composite
def _made(draw: st.DrawFn) -> Protocol:
    guest = st.builds(
        Guest, title=st.sampled_from(TITLES), name=wording.names, organization=wording.organizations
    )  # fmt: skip
    people = draw(st.lists(guest, min_size=4, max_size=10, unique_by=lambda person: person.name))
    there, out = draw(st.integers(2, len(people))), draw(st.integers(0, 2))
    topics = draw(st.lists(_topics(under=True), min_size=2, max_size=4))
    present = [Guest(title=p.title, name=p.name, organization=p.organization) for p in people[:there]]
    present[0] = Guest(
        title=present[0].title, name=present[0].name, organization=present[0].organization, role="leder"
    )  # fmt: skip
    speakers = [
        Guest(title=p.title, name=p.name, organization=p.organization, case=n % len(topics))
        for n, p in enumerate(people[there + out :])
    ]
    return Protocol(
        number=draw(st.integers(1, 9)),
        date=draw(st.dates(datetime.date(2015, 1, 1), datetime.date(2029, 12, 31))),
        place=draw(wording.places),
        present=tuple(present),
        absent=tuple(people[there : there + out]),
        speakers=tuple(speakers),
        first=draw(st.integers(10, 60)),
        topics=tuple(topics),
    )


made = _made()


def _number(protocol: Protocol, n: int) -> str:
    return f"{protocol.first + n}/{protocol.date.year % 100:02d}"


def printed(protocol: Protocol, how: Accidents) -> str:
    """Set the protocol."""
    sheet = Sheet(how)
    sheet.put(f"Møte i {BODY} ({protocol.number:02d}/{protocol.date.year % 100:02d})", after=0)
    sheet.put(f"Dato: {long_day(protocol.date)}", f"{sheet.label('Sted')}: {protocol.place}", after=1)
    for heading, people in (
        ("Til stede:", protocol.present),
        ("Forfall:", protocol.absent),
        ("Innledere:", protocol.speakers),
    ):
        if people:
            sheet.put(sheet.label(heading), *(_entry(protocol, person, sheet) for person in people))
    sheet.put(sheet.label("Saksliste"))
    for n, topic in enumerate(protocol.topics):
        sheet.put(f"Sak {_number(protocol, n)} {topic.title}")
    sheet.put(sheet.label("Saksliste"), new_page=True)
    for n, topic in enumerate(protocol.topics):
        sheet.put(f"Sak {_number(protocol, n)} {topic.title}")
        _lay(topic, sheet)
        for k, inner in enumerate(topic.under, 1):
            sheet.put(f"Sak {protocol.first + n}.{k}", after=0)
            sheet.put(inner.title)
            _lay(inner, sheet)
        if topic.decision:
            sheet.put(f"Vedtak: {topic.decision}", after=2)
    return sheet.text()


def _lay(topic: Topic, sheet: Sheet) -> None:
    if topic.responsible:
        sheet.put(f"{sheet.label('Ansvarlig')} {topic.responsible}")
    for title in topic.attachments:
        sheet.put(f"Vedlegg {title}")
    sheet.put_all(topic.paragraphs)


def _entry(protocol: Protocol, person: Guest, sheet: Sheet) -> str:
    role = f" ({sheet.label(person.role)})" if person.role else ""
    case = f" (sak {_number(protocol, person.case)})" if person.case is not None else ""
    return f"{person.title} {person.name}, {person.organization}{role}{case}"


def stated(protocol: Protocol, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    label = Sheet(how).label

    def rows(people: tuple[Guest, ...]) -> list[tuple[Any, ...]]:
        return [
            (
                p.title,
                p.name,
                p.organization,
                label(p.role) if p.role else None,
                [_number(protocol, p.case)] if p.case is not None else [],
            )
            for p in people
        ]

    return {
        "number": f"{protocol.number:02d}/{protocol.date.year % 100:02d}",
        "body": BODY,
        "date": protocol.date,
        "place": protocol.place,
        "present": rows(protocol.present),
        "absent": rows(protocol.absent),
        "speakers": rows(protocol.speakers),
        "cases": [
            _facts(_number(protocol, n), topic)
            | {"under": [_facts(f"{protocol.first + n}.{k}", inner) for k, inner in enumerate(topic.under, 1)]}
            for n, topic in enumerate(protocol.topics)
        ],
    }


def _facts(number: str, topic: Topic) -> dict[str, Any]:
    return {
        "number": number,
        "title": topic.title,
        "responsible": [topic.responsible] if topic.responsible else [],
        "attachments": list(topic.attachments),
        "text": " ".join(topic.paragraphs),
        "decisions": [topic.decision] if topic.decision else [],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings

    def rows(status: ParticipantStatus) -> list[tuple[Any, ...]]:
        return [
            (p.title, p.name, p.organization, p.role, list(p.cases)) for p in meeting.participants if p.status is status
        ]

    return {
        "number": meeting.number,
        "body": meeting.body,
        "date": meeting.date,
        "place": meeting.place,
        "present": rows(ParticipantStatus.PRESENT),
        "absent": rows(ParticipantStatus.ABSENT),
        "speakers": rows(ParticipantStatus.SPEAKER),
        "cases": [_read(case) | {"under": [_read(inner) for inner in case.subcases]} for case in meeting.cases],
    }


def _read(case: Case) -> dict[str, Any]:
    return {
        "number": case.number,
        "title": case.title,
        "responsible": list(case.responsible),
        "attachments": [attachment.title for attachment in case.attachments],
        "text": " ".join(text for section in case.sections for text in section.paragraphs),
        "decisions": [decision.text for decision in case.decisions],
    }
