"""References that lead nowhere, lead out of the document, or call a case by another title."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from govdocs.layout import Span
from govdocs.model import Case, CaseReference, Finding, Meeting
from govdocs.norwegian import parse_number
from govdocs.references import Register, names_meeting, parse_meeting_number
from govdocs_checks.codes import Facts, finding, numbered, shown
from govdocs_checks.view import View, meeting_year

__all__ = ["check"]

LISTED = 12
"""References that a message lists at most."""
CONTENT = 5
"""Letters of a word that tells what a title is about."""


def check(view: View) -> Iterator[Finding]:
    """Yield findings on every reference that did not resolve, and on titles that references give."""
    register = Register(view.document.meetings)
    bundle = len(view.document.meetings) > 1
    for meeting in view.document.meetings:
        outside: list[CaseReference] = []
        for case in meeting.all_cases():
            for reference in (*case.previously_treated, *case.references):
                if reference.resolved is not None:
                    yield from _called(view, case, reference)
                elif _belongs_here(view, meeting, reference):
                    yield finding("GD201", "missing", {"raw": reference.raw}, reference.span, reference)
                elif reference.number is not None:
                    outside.append(reference)
        yield from _attended(meeting, register)
        if outside and bundle:  # of one meeting's own papers every reference to an earlier case leads out
            raws = list(dict.fromkeys(reference.raw for reference in outside))
            told = (*raws[:LISTED], "…") if len(raws) > LISTED else tuple(raws)
            yield finding("GD202", "outside", {"count": len(raws), "raws": told}, outside[0].span, meeting)


def _belongs_here(view: View, home: Meeting, reference: CaseReference) -> bool:
    """Tell whether the meeting that a reference speaks of is in the document, so that its case should be too."""
    if names_meeting(reference):
        number = parse_meeting_number(reference.number)
        return number is not None and any(
            parse_meeting_number(m.number) == number for m in view.document.meetings if m is not home
        )
    wanted = parse_number(reference.number or "")
    if wanted.sequence is None or wanted.year is None:
        return False
    for meeting in view.document.meetings:
        if meeting_year(meeting) != wanted.year:
            continue
        number = parse_meeting_number(meeting.number)
        if wanted.meeting is not None:
            if number is not None and str(number.sequence) == wanted.meeting and meeting.cases:
                return True
            continue
        if any(min(row) <= wanted.sequence <= max(row) for row in _series(meeting, wanted.prefix)):
            return True
    return False


def _series(meeting: Meeting, prefix: str | None) -> Iterable[list[int]]:
    """Return the running numbers of a meeting's cases, by the letters that tell their series; of one, if it is told."""
    out: dict[str | None, list[int]] = {}
    for case in meeting.cases:
        number = parse_number(case.number or "")
        if number.sequence and number.meeting is None and prefix in (None, number.prefix):
            out.setdefault(number.prefix, []).append(number.sequence)
    return out.values()


def _attended(meeting: Meeting, register: Register) -> Iterator[Finding]:
    for person in meeting.participants:
        for number in person.cases:
            parsed = parse_number(number)
            if parsed.year is not None and meeting.cases and register.case(number, meeting) is None:
                yield finding("GD201", "attended", {"name": person.name, "number": number}, person.span, person)


def _called(view: View, case: Case, reference: CaseReference) -> Iterator[Finding]:
    """Compare what follows a number in the text with the title of the case it means."""
    meant = view.records.get(reference.resolved or "")
    if not isinstance(meant, Case) or reference.number is None:
        return
    pattern = re.compile(rf"{re.escape(reference.number)}\s+(?P<called>[A-ZÆØÅ][a-zæøå].{{0,120}})")
    for section in case.sections:
        for paragraph in section.paragraphs:
            match = pattern.search(paragraph)
            if match and (called := _other_title(match["called"], meant.title)):
                told: Facts = {"number": numbered(meant), "called": called, "title": shown(meant.title, 60)}
                yield finding("GD211", "called", told, _line_of(view, section.span, reference.number), reference)
                return


def _other_title(text: str, title: str) -> str | None:
    """Return what a text calls a case where that is not how its title begins, `None` where it may be."""
    said = re.split(r"[.,;:()]", text)[0].split()
    own = re.findall(r"[\w-]+", title.casefold())
    low = [word.casefold() for word in said]
    n = 0
    while n < min(len(low), len(own)) and low[n] == own[n]:
        n += 1
    if n == min(len(low), len(own)):
        return None
    left_out = low[n] in own[n + 1 :]
    put_in = low[n + 1 : n + 2] == own[n : n + 1]
    if n and not (left_out or put_in):
        return None  # the title was cut short, and the sentence goes on
    shared = [k for k, word in enumerate(low[: n + 4]) if len(word) >= CONTENT and word in own]
    return " ".join(said[: shared[-1] + 1]) if shared and shared[-1] >= n else None


def _line_of(view: View, span: Span, number: str) -> Span:
    for line in view.flow_lines(span):
        if number in line.text:
            return view.layout.span(line.number, line.number)
    return span
