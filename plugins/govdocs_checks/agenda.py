"""What stands on the agenda and not in the minutes, the reverse, and what is called otherwise there."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from govdocs.layout import Span
from govdocs.model import Case, Finding, Meeting, Severity
from govdocs.norwegian import head_number
from govdocs.typography import BULLETS
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View

__all__ = ["check"]

LEAST = 2
"""Entries that make an agenda."""


@frozen
class _Entry:
    """Where the agenda, or what was taken for it, names a case."""

    case: Case
    span: Span
    title: str


def check(view: View) -> Iterator[Finding]:
    """Yield findings on each meeting whose document has an agenda beside its cases."""
    for meeting in view.document.meetings:
        entries = [
            _Entry(case, said.span, _title(view, said.span))
            for case in meeting.all_cases()
            for said in case.spans
            if said.field == "agenda"
        ]
        listed, stray = _split(meeting, entries)
        yield from _twice(stray)
        if len(listed) >= LEAST:
            yield from _missing(meeting, listed)
            yield from _titles(listed)


def _title(view: View, span: Span) -> str:
    """Return the title an agenda gives: its lines up to the first bullet, without the number."""
    text: list[str] = []
    for line in view.flow_lines(span):
        if text and line.text[0] in BULLETS:
            break
        text.append(line.text)
    joined = " ".join(text)
    hit = head_number(joined, bare=True, ordinal=True)
    return hit.rest if hit is not None else joined


def _split(meeting: Meeting, entries: list[_Entry]) -> tuple[list[_Entry], list[_Entry]]:
    """Tell the agenda's entries from heads that stand among the cases, where a case has the number of another."""
    told = [case.span.first for case in meeting.cases if case.decisions or case.sections or case.subcases]
    first = min(told, default=0)
    listed = [entry for entry in entries if entry.span.first < first]
    return listed, [entry for entry in entries if entry.span.first >= first]


def _twice(stray: list[_Entry]) -> Iterator[Finding]:
    for entry in stray:
        number, own = entry.case.number, entry.case.title
        if entry.title and not _alike(entry.title, own):
            what = f"two cases are numbered {number}: {shown(own, 50)!r} and {shown(entry.title, 50)!r}"
            yield finding("GD206", what, entry.span, entry.case)
        else:
            what = f"case {number} stands twice among the cases; the fuller text was read"
            yield finding("GD206", what, entry.span, entry.case, Severity.WARNING)


def _missing(meeting: Meeting, listed: list[_Entry]) -> Iterator[Finding]:
    on_agenda = {entry.case.id for entry in listed}
    last = max(entry.span.last for entry in listed)
    for case in meeting.cases:
        if case.id in on_agenda:
            continue
        if case.span.first <= last:
            what = f"case {case.number} is on the agenda and has no text of its own: {shown(case.title)!r}"
            yield finding("GD208", what, case.span, case)
        else:
            what = f"case {case.number} is not on the agenda: {shown(case.title)!r}"
            yield finding("GD209", what, case.span, case)


def _titles(listed: list[_Entry]) -> Iterator[Finding]:
    for entry in listed:
        if entry.title and not _alike(entry.title, entry.case.title):
            what = f"the agenda calls it {shown(entry.title, 60)!r}, the case itself {shown(entry.case.title, 60)!r}"
            yield finding("GD210", what, entry.span, entry.case)


def _alike(one: str, other: str) -> bool:
    a, b = ("".join(c.casefold() for c in text if c.isalnum()) for text in (one, other))
    return a.startswith(b) or b.startswith(a)
