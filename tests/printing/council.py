"""Minutes of a council with running lists of those present, cases numbered within the meeting, and bare head labels."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import Meeting, ParticipantStatus
from printing.dating import long_days
from printing.making import MeetingMade, PersonMade, held, held_as_read, meetings, people
from printing.sheet import Accidents, Sheet

__all__ = ["facts", "lay", "made", "printed", "said", "stated"]

ROLES = (None, None, "leder", "nestleder")
made = st.tuples(meetings(ROLES, points=False), people((None,), most=3), people((None,), most=3)).map(
    lambda drawn: (drawn[0], *_apart(drawn[0], *drawn[1:]))
)
Made = tuple[MeetingMade, tuple[PersonMade, ...], tuple[PersonMade, ...]]


def _apart(meeting: MeetingMade, *lists: tuple[PersonMade, ...]) -> list[tuple[PersonMade, ...]]:
    """Leave out who stands in an earlier list."""
    seen = {person.name for person in (*meeting.present, *meeting.absent)}
    out = []
    for persons in lists:
        out.append(tuple(person for person in persons if person.name not in seen))
        seen.update(person.name for person in persons)
    return out


def printed(drawn: Made, how: Accidents) -> str:
    """Set the minutes."""
    sheet = Sheet(how)
    lay(drawn, sheet)
    return sheet.text()


def lay(drawn: Made, sheet: Sheet, *, new_page: bool = False) -> None:
    """Set the minutes on a sheet."""
    meeting, observers, staff = drawn
    year = meeting.date.year
    sheet.put(f"Referat Møte {meeting.number}/{year}", after=2, new_page=new_page)
    sheet.put(meeting.body, after=0)
    hours = f"kl. {meeting.start:%H.%M} – {meeting.end:%H.%M}"
    sheet.put(
        f"Dato {long_days(meeting.date, meeting.last)}, {hours}", f"{sheet.label('Sted')} {meeting.place}", after=2
    )
    for heading, persons in (
        ("Til stede:", meeting.present),
        ("Forfall:", meeting.absent),
        ("Observatører:", observers),
    ):
        if persons:
            first, *others = (_entry(person, sheet) for person in persons)
            sheet.put(f"{sheet.label(heading)} {first}")
            sheet.put(*others, after=2)
    if staff:
        sheet.put(
            sheet.label("Til stede fra sekretariatet:"),
            *(f"{person.name}, seniorrådgiver" for person in staff),
            after=2,
        )
    for case in meeting.cases:
        sheet.put(f"Sak {case.sequence}/{meeting.number}/{year % 100:02d} {case.title}")
        sheet.put_all(case.paragraphs)
        sheet.put(f"Vedtak: {case.decision[0]}", after=2)


def _entry(person: PersonMade, sheet: Sheet) -> str:
    role = f" ({sheet.label(person.role)})" if person.role else ""
    return f"{person.name}, {person.organization}{role}{' (deltok digitalt)' if person.remote else ''}"


def stated(drawn: Made, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    meeting, observers, staff = drawn
    year = meeting.date.year
    return {
        "number": f"{meeting.number}/{year}",
        **held(meeting),
        "present": [_row(person, how) for person in meeting.present],
        "absent": [_row(person, how) for person in meeting.absent],
        "observers": [_row(person, how) for person in observers],
        "staff": [person.name for person in staff],
        "cases": [
            {
                "number": f"{case.sequence}/{meeting.number}/{year % 100:02d}",
                "title": case.title,
                "text": " ".join(case.paragraphs),
                "decisions": [case.decision[0]],
            }
            for case in meeting.cases
        ],
    }


def _row(person: PersonMade, how: Accidents) -> tuple[str, str | None, str | None, bool]:
    role = Sheet(how).label(person.role) if person.role else None
    return person.name, person.organization, role, person.remote


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    return facts(meeting)


def facts(meeting: Meeting) -> dict[str, Any]:
    """Return the facts of one meeting."""

    def group(status: ParticipantStatus) -> list[tuple[str, str | None, str | None, bool]]:
        return [(p.name, p.organization, p.role, p.remote) for p in meeting.participants if p.status is status]

    return {
        "number": meeting.number,
        **held_as_read(meeting),
        "present": group(ParticipantStatus.PRESENT),
        "absent": group(ParticipantStatus.ABSENT),
        "observers": group(ParticipantStatus.OBSERVER),
        "staff": [name for name, *_ in group(ParticipantStatus.SECRETARIAT)],
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "text": " ".join(text for section in case.sections for text in section.paragraphs),
                "decisions": [decision.text for decision in case.decisions],
            }
            for case in meeting.cases
        ],
    }
