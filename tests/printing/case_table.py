"""Minutes with their cases in a table of two columns, title and text in one cell, as a converter leaves it."""

from __future__ import annotations

from typing import Any

from govdocs import Document
from govdocs.model import ParticipantStatus
from printing.dating import long_days
from printing.making import MeetingMade, held, held_as_read, meetings
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

ROLES = (None, "vara", "møteleder", None)
made = meetings(ROLES, points=False)
how = accidents(double=True, no_pages=True)
"""The converter knows no pages; a row that went on over one begins anew with an empty first cell."""


def printed(meeting: MeetingMade, how: Accidents) -> str:
    """Set the minutes."""
    sheet = Sheet(how)
    sheet.put(meeting.body, "Møtereferat", after=0)
    sheet.put(f"Tid: {long_days(meeting.date, meeting.last)} kl. {meeting.start:%H.%M} - {meeting.end:%H.%M}", after=0)
    sheet.put(f"{sheet.label('Sted')}: {meeting.place}", after=0)
    for heading, people in (("Tilstede", meeting.present), ("Meldt forfall", meeting.absent)):
        if people:
            sheet.put(sheet.label(heading), after=0)
        for person in people:
            sheet.put(
                person.name, f"{person.organization}{', ' + sheet.label(person.role) if person.role else ''}", after=0
            )
    sheet.put(sheet.label("Saksliste"), after=0)
    rows = []
    for n, case in enumerate(meeting.cases):
        number = f"Sak {case.sequence:02d}-{meeting.date.year}"
        cells = [f"<p>{text}</p>" for text in (case.title, *case.paragraphs, *_orders(case.decision))]
        cut = how.breaks[n] % (len(cells) + 1) if n < len(how.breaks) else 0
        if 1 < cut < len(cells):  # a page ended in the middle of the row
            rows += [f"{number}\t{' '.join(cells[:cut])}", "", f"\t{' '.join(cells[cut:])}"]
        else:
            rows.append(f"{number}\t{' '.join(cells)}")
    return sheet.text() + "\n".join(rows) + "\n"


def _orders(decision: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(f"Vedtak: {text}" for text in decision)


def stated(meeting: MeetingMade, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    label = Sheet(how).label
    return {
        **held(meeting),
        "people": [
            (p.name, p.organization, label(p.role) if p.role else None, absent)
            for absent, people in ((False, meeting.present), (True, meeting.absent))
            for p in people
        ],
        "cases": [
            {
                "number": f"{case.sequence:02d}-{meeting.date.year}",
                "title": case.title,
                "text": list(case.paragraphs),
                "decisions": list(case.decision),
            }
            for case in meeting.cases
        ],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    return {
        **held_as_read(meeting),
        "people": [
            (p.name, p.organization, p.role, p.status is ParticipantStatus.ABSENT) for p in meeting.participants
        ],
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "text": [text for section in case.sections for text in section.paragraphs],
                "decisions": [decision.text for decision in case.decisions],
            }
            for case in meeting.cases
        ],
    }
