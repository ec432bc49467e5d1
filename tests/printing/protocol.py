"""The protocol of a municipal committee: lists of members by party, an agenda, treatment, ballot and decision."""

from __future__ import annotations

import datetime
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import DecisionKind, ParticipantStatus
from printing import wording
from printing.sheet import Accidents, Sheet

__all__ = ["Member", "Protocol", "Treated", "made", "printed", "said", "stated"]

PARTIES = ("AP", "H", "SP", "SV", "V", "FRP", "MDG", "KRF")
FUNCTIONS = ("Leder", "Nestleder", "Medlem", "Medlem", "Medlem")
COMMITTEES = ("Formannskapet", "Utvalg for teknikk og miljø", "Hovedutvalg for oppvekst", "Kommunestyret")


@frozen(kw_only=True)
class Member:
    """A member of the committee."""

    name: str
    function: str
    party: str


@frozen(kw_only=True)
class Treated:
    """A case as it was treated."""

    title: str
    proposal: str
    treatment: tuple[str, ...]
    other: str | None
    """What a member proposed instead."""
    votes: tuple[int, int] | None
    """For and against; `None` if all were for."""
    decision: tuple[str, ...]
    """Its points; one that stands alone is the whole text."""
    statement: str | None
    """What a member had entered in the minutes."""


@frozen(kw_only=True)
class Protocol:
    """A meeting's protocol."""

    municipality: str
    committee: str
    place: str
    date: datetime.date
    start: datetime.time
    end: datetime.time
    present: tuple[Member, ...]
    absent: tuple[Member, ...]
    first: int
    cases: tuple[Treated, ...]


members = st.builds(
    Member, name=wording.names, function=st.sampled_from(FUNCTIONS), party=st.sampled_from(PARTIES)
)  # fmt: skip
treated = st.builds(
    Treated,
    title=wording.titles,
    proposal=wording.decisions,
    treatment=st.lists(wording.paragraphs, min_size=1, max_size=2).map(tuple),
    other=st.none() | wording.orders,
    votes=st.none() | st.tuples(st.integers(4, 20), st.integers(1, 3)),
    decision=wording.decisions.map(lambda text: (text,)) | st.lists(wording.orders, min_size=2, max_size=3).map(tuple),
    statement=st.none() | wording.paragraphs,
)


@st.composite
def _made(draw: st.DrawFn) -> Protocol:
    people = draw(st.lists(members, min_size=3, max_size=9, unique_by=lambda member: member.name))
    there = draw(st.integers(2, len(people)))
    start = draw(st.integers(8, 17))
    return Protocol(
        municipality="Lauvøy kommune",
        committee=draw(st.sampled_from(COMMITTEES)),
        place=draw(st.sampled_from(("Formannskapssalen", "Rådhuset, møterom 2", "Kommunestyresalen"))),
        date=draw(st.dates(datetime.date(2015, 1, 1), datetime.date(2029, 12, 31))),
        start=datetime.time(start),
        end=datetime.time(start + draw(st.integers(1, 5)), 30),
        present=tuple(people[:there]),
        absent=tuple(people[there:]),
        first=draw(st.integers(1, 90)),
        cases=tuple(draw(st.lists(treated, min_size=2, max_size=4))),
    )


made = _made()


def _number(protocol: Protocol, n: int) -> str:
    return f"PS {protocol.first + n}/{protocol.date.year % 100:02d}"


def printed(protocol: Protocol, how: Accidents) -> str:
    """Set the protocol."""
    sheet = Sheet(how)
    sheet.put(protocol.municipality, after=2)
    sheet.put("Møteprotokoll", after=2)
    sheet.put(f"{sheet.label('Utvalg')}: {protocol.committee}", f"{sheet.label('Møtested')}: {protocol.place}", after=0)
    sheet.put(f"Dato: {protocol.date:%d.%m.%Y}", f"Tidspunkt: {protocol.start:%H:%M} – {protocol.end:%H:%M}")
    for heading, people in (
        ("Følgende faste medlemmer møtte:", protocol.present),
        ("Følgende medlemmer hadde meldt forfall:", protocol.absent),
    ):
        if people:
            sheet.put(sheet.label(heading), sheet.label("Navn Funksjon Representerer"), after=0)
            sheet.put(*(f"{m.name} {sheet.label(m.function)} {m.party}" for m in people))
    sheet.put(sheet.label("Saksliste"))
    sheet.put(sheet.label("Saksnr Innhold"), after=0)
    sheet.put(*(f"{_number(protocol, n)} {case.title}" for n, case in enumerate(protocol.cases)), after=2)
    for n, case in enumerate(protocol.cases):
        sheet.put(f"{_number(protocol, n)} {case.title}")
        sheet.put(sheet.label("Kommunedirektørens innstilling:"), after=0)
        sheet.put(case.proposal)
        sheet.put(f"Saksprotokoll i {protocol.committee} - {protocol.date:%d.%m.%Y}")
        sheet.put(sheet.label("Behandling:"), after=0)
        sheet.put_all(case.treatment)
        if case.other:
            sheet.put(_moved(protocol, how), after=0)
            sheet.put(case.other)
        sheet.put(sheet.label("Votering:"), after=0)
        sheet.put(_ballot(case, how))
        sheet.put("Vedtak:", after=0)
        sheet.put(*_points(case.decision), after=1 if case.statement else 2)
        if case.statement:
            sheet.put(_stated_by(protocol), after=0)
            sheet.put(case.statement, after=2)
    return sheet.text()


def _moved(protocol: Protocol, how: Accidents) -> str:
    mover = protocol.present[-1]
    text = "sette fram slikt alternativt framlegg:" if how.nynorsk else "fremmet følgende alternative forslag:"
    return f"{mover.name} ({mover.party}) {text}"


def _stated_by(protocol: Protocol) -> str:
    member = protocol.present[0]
    return f"Protokolltilførsel fra {member.name} ({member.party}):"


def _ballot(case: Treated, how: Accidents) -> str:
    if case.votes is None:
        return "Innstillinga vart samrøystes vedteken." if how.nynorsk else "Innstillingen ble enstemmig vedtatt."
    for_, against = case.votes
    if how.nynorsk:
        return f"Innstillinga vart vedteken med {for_} mot {against} røyster."
    return f"Innstillingen ble vedtatt med {for_} mot {against} stemmer."


def _points(texts: tuple[str, ...]) -> tuple[str, ...]:
    return texts if len(texts) == 1 else tuple(f"{n}. {text}" for n, text in enumerate(texts, 1))


def stated(protocol: Protocol, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    label = Sheet(how).label
    return {
        "body": protocol.committee,
        "date": protocol.date,
        "start": protocol.start,
        "end": protocol.end,
        "place": protocol.place,
        "people": [
            (m.name, label(m.function), m.party, absent)
            for absent, people in ((False, protocol.present), (True, protocol.absent))
            for m in people
        ],
        "cases": [
            {
                "number": _number(protocol, n),
                "title": case.title,
                "proposed": [case.proposal, *([case.other] if case.other else [])],
                "adopted": [" ".join(_points(case.decision))],
                "points": list(case.decision) if len(case.decision) > 1 else [],
                "unanimous": [case.votes is None],
                "votes": [list(case.votes) if case.votes else []],
                "treatment": " ".join(
                    (*case.treatment, _ballot(case, how), *([case.statement] if case.statement else []))
                ),
                "stated": [_stated_by(protocol).rstrip(":")] if case.statement else [],
            }
            for n, case in enumerate(protocol.cases)
        ],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    cases = []
    for case in meeting.cases:
        adopted = [d for d in case.decisions if d.kind is DecisionKind.ADOPTED]
        cases.append(
            {
                "number": case.number,
                "title": case.title,
                "proposed": [d.text for d in case.decisions if d.kind is DecisionKind.PROPOSED],
                "adopted": [d.text for d in adopted],
                "points": [point.text for d in adopted for point in d.points],
                "unanimous": [d.vote.unanimous if d.vote else None for d in adopted],
                "votes": [[count.count for count in d.vote.counts] if d.vote else [] for d in adopted],
                "treatment": " ".join(text for section in case.sections for text in section.paragraphs),
                "stated": [s.heading for s in case.sections if s.heading and s.heading.startswith("Protokolltil")],
            }
        )
    return {
        "body": meeting.body,
        "date": meeting.date,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "people": [
            (p.name, p.role, p.organization, p.status is ParticipantStatus.ABSENT) for p in meeting.participants
        ],
        "cases": cases,
    }
