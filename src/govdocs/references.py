"""Tells which case or meeting a reference means, by number alone; what fits nothing stays as written."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen

from govdocs.model import Case, CaseNumber, CaseReference, DecisionKind, Document, Meeting
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import parse_number

__all__ = [
    "MeetingNumber",
    "Register",
    "body_keys",
    "fits",
    "names_meeting",
    "parse_meeting_number",
    "resolve",
    "same_body",
]

_MEETING = re.compile(r"\b(?:\w*møte|samling)\b", re.IGNORECASE)
_NUMBER = re.compile(r"0*(?P<n>\d{1,3})(?:\s?[/-]\s?(?P<y>(?:19|20)\d{2}|\d{2}))?")
_BRACKET = re.compile(r"\s*\(([^()]*)\)")
_SHORT = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå0-9-]{2,9}")


@frozen
class MeetingNumber:
    """A meeting's number as it counts in a comparison."""

    sequence: int
    """3 of `03/2016`."""
    year: int | None = None
    """Four-digit year; `None` where the number holds none."""


def parse_meeting_number(text: str | None) -> MeetingNumber | None:
    """Take a meeting's number apart, `None` where the text is none: `3/2022`, `04/16`, `7`."""
    match = _NUMBER.fullmatch(text.strip()) if text else None
    if match is None:
        return None
    year = int(match["y"]) if match["y"] else None
    if year is not None and year < 100:
        year += 2000 if year < 70 else 1900
    return MeetingNumber(int(match["n"]), year)


def names_meeting(reference: CaseReference) -> bool:
    """Tell whether a reference means a whole meeting: it says so, or gives the day of one beside the number."""
    if re.search(r"\bsak", reference.raw, re.IGNORECASE):
        return False
    beside = reference.raw.replace(reference.number or "", "")  # a case's number may look like a day: 31/3/2022
    return bool(_MEETING.search(beside)) or next(find_days(beside), None) is not None


def fits(wanted: CaseNumber, number: CaseNumber) -> bool:
    """Tell whether two case numbers can mean one case: they share year or meeting, and no part that both have differs.

    Leading zeros, blanks, and years of two or four digits count alike.
    """
    if wanted.sequence is None or wanted.sequence != number.sequence:
        return False
    if wanted.year != number.year and None not in (wanted.year, number.year):
        return False
    if wanted.meeting != number.meeting and None not in (wanted.meeting, number.meeting):
        return False
    ours, theirs = _prefix(wanted), _prefix(number)
    if ours != theirs and ours and theirs:
        return False
    return (wanted.year is not None and wanted.year == number.year) or (
        wanted.meeting is not None and wanted.meeting == number.meeting
    )


def _prefix(number: CaseNumber) -> str:
    return re.sub(r"[\W_]|sak", "", (number.prefix or "").casefold())


def body_keys(body: str | None) -> tuple[str, ...]:
    """Return what a body's name counts as: its letters and digits, then those of short forms in brackets."""
    if not body:
        return ()
    short = [text for text in _BRACKET.findall(body) if _SHORT.fullmatch(text)]
    keys = (re.sub(r"[\W_]", "", text.casefold()) for text in (_BRACKET.sub("", body), *short))
    return tuple(key for key in keys if key)


def same_body(one: str | None, other: str | None) -> bool:
    """Tell whether two names are certainly one body's.

    All that may differ is case, blanks and hyphens, or one is the short form that the other has in brackets.
    """
    ours, theirs = body_keys(one), body_keys(other)
    return bool(ours and theirs) and (ours[0] in theirs or theirs[0] in ours)


class Register:
    """The cases and meetings of one document, to be found by number."""

    def __init__(self, meetings: Iterable[Meeting]) -> None:
        self._meetings = tuple(meetings)
        self._cases: dict[int, list[tuple[Meeting, Case, CaseNumber]]] = {}
        for meeting in self._meetings:
            for case in meeting.all_cases():
                number = case.parsed or parse_number(case.number or "")
                if number.sequence is not None:
                    self._cases.setdefault(number.sequence, []).append((meeting, case, number))

    def case(self, number: str, home: Meeting, own: Case | None = None) -> Case | None:
        """Return the case that a number means in a meeting's document, other than `own`; `None` where it is not plain.

        Of several, a case of the same body comes before one of another, and one that has been decided before one that
        has only been put forward. The number of a case under a case (`31.1`) is good within its meeting only.
        """
        wanted = parse_number(number)
        found = [
            (meeting, case)
            for meeting, case, its in self._cases.get(wanted.sequence if wanted.sequence is not None else -1, ())
            if case is not own
            and (fits(wanted, its) or (meeting is home and "." in number and case.number == number.strip()))
        ]
        found = [pair for pair in found if same_body(pair[0].body, home.body)] or found
        found = [pair for pair in found if any(d.kind is DecisionKind.ADOPTED for d in pair[1].decisions)] or found
        return found[0][1] if len(found) == 1 else None

    def meeting(self, reference: CaseReference, home: Meeting) -> Meeting | None:
        """Return the meeting that a reference means by its number and day; `None` where it is not plain."""
        number = parse_meeting_number(reference.number)
        day = next((d.date for d in find_days(reference.raw) if d.date), None)
        found = []
        for meeting in self._meetings:
            if meeting is home:
                continue
            own = parse_meeting_number(meeting.number)
            if number is not None and own is not None:
                if number == own and (day is None or meeting.date is None or day == meeting.date):
                    found.append(meeting)
            elif day is not None and day == meeting.date:
                found.append(meeting)
        found = [m for m in found if same_body(m.body, home.body)] or found
        return found[0] if len(found) == 1 else None


def resolve(document: Document) -> Document:
    """Give each reference the id of the case or meeting it means, where the document holds it."""
    register = Register(document.meetings)
    meetings = []
    for meeting in document.meetings:
        cases = tuple(_resolved_case(case, meeting, register) for case in meeting.cases)
        meetings.append(meeting if cases == meeting.cases else evolve(meeting, cases=cases))
    return evolve(document, meetings=tuple(meetings))


def _resolved_case(case: Case, home: Meeting, register: Register) -> Case:
    if not (case.previously_treated or case.references or case.subcases):
        return case
    return evolve(
        case,
        previously_treated=tuple(_resolved(reference, case, home, register) for reference in case.previously_treated),
        references=tuple(_resolved(reference, case, home, register) for reference in case.references),
        subcases=tuple(_resolved_case(sub, home, register) for sub in case.subcases),
    )


def _resolved(reference: CaseReference, case: Case, home: Meeting, register: Register) -> CaseReference:
    meant: Meeting | Case | None = None
    if names_meeting(reference):
        meant = register.meeting(reference, home)
    elif reference.number:
        meant = register.case(reference.number, home, case)
    return evolve(reference, resolved=meant.id) if meant is not None else reference
