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
    ballot: str
    unanimous: bool | None
    votes: tuple[int, int] | None
    decision: str


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
ballots = st.one_of(
    st.just(("Innstillingen ble enstemmig vedtatt.", True, None)),
    st.tuples(st.integers(4, 20), st.integers(1, 3)).map(
        lambda v: (f"Innstillingen ble vedtatt med {v[0]} mot {v[1]} stemmer.", False, v)
    ),
)
treated = st.tuples(
    wording.titles, wording.decisions, st.lists(wording.paragraphs, min_size=1, max_size=2).map(tuple), ballots,
    wording.decisions,
).map(
    lambda t: Treated(
        title=t[0], proposal=t[1], treatment=t[2], ballot=t[3][0], unanimous=t[3][1], votes=t[3][2], decision=t[4]
    )
)  # fmt: skip


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
    sheet.put(f"Utvalg: {protocol.committee}", f"Møtested: {protocol.place}", after=0)
    sheet.put(f"Dato: {protocol.date:%d.%m.%Y}", f"Tidspunkt: {protocol.start:%H:%M} – {protocol.end:%H:%M}")
    for heading, people in (
        ("Følgende faste medlemmer møtte:", protocol.present),
        ("Følgende medlemmer hadde meldt forfall:", protocol.absent),
    ):
        if people:
            sheet.put(heading, "Navn Funksjon Representerer", after=0)
            sheet.put(*(f"{m.name} {m.function} {m.party}" for m in people))
    sheet.put("Saksliste")
    sheet.put("Saksnr Innhold", after=0)
    sheet.put(*(f"{_number(protocol, n)} {case.title}" for n, case in enumerate(protocol.cases)), after=2)
    for n, case in enumerate(protocol.cases):
        sheet.put(f"{_number(protocol, n)} {case.title}")
        sheet.put("Kommunedirektørens innstilling:", after=0)
        sheet.put(case.proposal)
        sheet.put(f"Saksprotokoll i {protocol.committee} - {protocol.date:%d.%m.%Y}")
        sheet.put("Behandling:", after=0)
        sheet.put_all(case.treatment)
        sheet.put("Votering:", after=0)
        sheet.put(case.ballot)
        sheet.put("Vedtak:", after=0)
        sheet.put(case.decision, after=2)
    return sheet.text()


def stated(protocol: Protocol, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    return {
        "body": protocol.committee,
        "date": protocol.date,
        "start": protocol.start,
        "end": protocol.end,
        "place": protocol.place,
        "people": [
            (m.name, m.function, m.party, absent)
            for absent, people in ((False, protocol.present), (True, protocol.absent))
            for m in people
        ],
        "cases": [
            {
                "number": _number(protocol, n),
                "title": case.title,
                "proposed": [case.proposal],
                "adopted": [case.decision],
                "unanimous": [case.unanimous],
                "votes": [list(case.votes) if case.votes else []],
                "treatment": " ".join((*case.treatment, case.ballot)),
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
                "unanimous": [d.vote.unanimous if d.vote else None for d in adopted],
                "votes": [[count.count for count in d.vote.counts] if d.vote else [] for d in adopted],
                "treatment": " ".join(text for section in case.sections for text in section.paragraphs),
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
