"""Minutes whose facts and decisions stand behind labels, with the table of those present flattened to running lines."""

from __future__ import annotations

from typing import Any

from govdocs import Document
from govdocs.model import Meeting, ParticipantStatus
from printing.dating import long_days
from printing.making import MeetingMade, held, held_as_read, meetings, whole
from printing.sheet import Accidents, Sheet

__all__ = ["made", "printed", "said", "stated"]

ROLES = ("fast medlem", "vara", "leder", "fast medlem")
TYPES = ("Vedtakssak", "Diskusjonssak", "Orienteringssak")
made = meetings(ROLES, TYPES)


def printed(meeting: MeetingMade, how: Accidents) -> str:
    """Set the minutes."""
    sheet = Sheet(how)
    sheet.put(f"Møtereferat – {meeting.body}")
    hours = f"Tid: {meeting.start:%H:%M}-{meeting.end:%H:%M}"
    sheet.put(
        f"Dato: {long_days(meeting.date, meeting.last)}", hours, f"{sheet.label('Sted')}: {meeting.place}", after=2
    )
    for heading, people in (("Til stede:", meeting.present), ("Forfall:", meeting.absent)):
        if not people:
            continue
        sheet.put(sheet.label(heading), after=1)
        sheet.put(sheet.label("Navn Institusjon Kategori"), after=0)
        for person in people:
            role = sheet.label(person.role or "")
            remote = " (Teams)" if person.remote else ""
            sheet.put(f"{person.name} {person.organization} {role}{remote}", after=0)
        sheet.put(after=2)
    for case in meeting.cases:
        sheet.put(f"Sak {case.sequence}/{meeting.date.year % 100:02d} {case.title}")
        sheet.put(f"{case.type}: Innledning ved lederen.")
        for text in case.paragraphs:
            sheet.put(text)
        if len(case.decision) == 1:
            sheet.put(f"Vedtak: {case.decision[0]}", after=2)
        else:
            sheet.put("Vedtak:")
            for n, point in enumerate(case.decision, 1):
                sheet.put(f"{n}. {point}", after=1 if n < len(case.decision) else 2)
    return sheet.text()


def stated(meeting: MeetingMade, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    label = Sheet(how).label
    return {
        **held(meeting),
        "present": [(p.name, p.organization, label(p.role), p.remote) for p in meeting.present],
        "absent": [(p.name, p.organization, label(p.role), p.remote) for p in meeting.absent],
        "cases": [
            {
                "number": f"{case.sequence}/{meeting.date.year % 100:02d}",
                "title": case.title,
                "type": case.type,
                "text": " ".join(["Innledning ved lederen.", *case.paragraphs]),
                "decisions": [whole(case.decision)],
                "points": list(case.decision) if len(case.decision) > 1 else [],
            }
            for case in meeting.cases
        ],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    return {
        **held_as_read(meeting),
        "present": _people(meeting, absent=False),
        "absent": _people(meeting, absent=True),
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "type": case.type_label,
                "text": " ".join(text for section in case.sections for text in section.paragraphs),
                "decisions": [decision.text for decision in case.decisions],
                "points": [point.text for decision in case.decisions for point in decision.points],
            }
            for case in meeting.cases
        ],
    }


def _people(meeting: Meeting, *, absent: bool) -> list[tuple[str, str | None, str | None, bool]]:
    return [
        (p.name, p.organization, p.role, p.remote)
        for p in meeting.participants
        if (p.status is ParticipantStatus.ABSENT) == absent
    ]
