"""What stands on the agenda and not in the minutes, the reverse, and what is called otherwise there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve, frozen

from govdocs.layout import Span
from govdocs.model import Case, Finding, Meeting, Severity
from govdocs.norwegian import head_number, parse_number
from govdocs.typography import BULLETS
from govdocs_checks.codes import Facts, finding, numbered, shown
from govdocs_checks.view import View, said
from govdocs_checks.words import prefixes, words

__all__ = ["check"]

_LETTER = re.compile(r"^\([A-ZÆØÅ]\)\s+")
"""The letter before a title that tells the case's kind."""
_GOES_ON = re.compile(r"\s+[a-zæøå]\w*\s+\S")
LEAST = 2
"""Entries that make an agenda."""


@frozen
class _Entry:
    """Where the agenda, or what was taken for it, names a case."""

    case: Case
    span: Span
    title: str
    """The title it gives, which may go over several lines."""
    heading: str
    """What stands beside the number."""


def check(view: View) -> Iterator[Finding]:
    """Yield findings on each meeting whose document has an agenda beside its cases."""
    for meeting in view.document.meetings:
        entries = [
            _entry(view, case, said.span)
            for case in meeting.all_cases()
            for said in case.spans
            if said.field == "agenda"
        ]
        listed, stray = _split(meeting, entries)
        yield from _twice(stray)
        if len(listed) >= LEAST:
            yield from _missing(view, meeting, listed)
            twice = {entry.case.id for entry in stray}
            yield from _titles([entry for entry in listed if entry.case.id not in twice])


def _entry(view: View, case: Case, span: Span) -> _Entry:
    """Read an entry's title off its lines, up to the first bullet and without the number."""
    text: list[str] = []
    for line in view.flow_lines(span):
        if text and line.text[0] in BULLETS:
            break
        text.append(line.text)
    joined = " ".join(text)
    whole, first = (head_number(line, bare=True, ordinal=True) for line in (joined, text[0] if text else ""))
    return _Entry(case, span, whole.rest if whole else joined, first.rest if first else "")


def _split(meeting: Meeting, entries: list[_Entry]) -> tuple[list[_Entry], list[_Entry]]:
    """Tell the agenda's entries from heads that stand among the cases, where a case has the number of another."""
    first = min((entry.case.span.first for entry in entries), default=0)
    listed = [entry for entry in entries if entry.span.first < first]
    stray = [entry for entry in entries if entry.span.first >= first]
    return listed, [evolve(entry, title=entry.heading) for entry in stray]


def _twice(stray: list[_Entry]) -> Iterator[Finding]:
    again: set[str] = set()
    for entry in stray:
        number, own = numbered(entry.case), entry.case.title
        if entry.title and not _alike(entry.title, own):
            before = entry.span.first < entry.case.span.first
            one, other = (entry.title, own) if before else (own, entry.title)
            place = entry.case.span if before else entry.span
            told: Facts = {"number": number, "one": shown(one, 50), "other": shown(other, 50)}
            yield finding("GD206", "two", told, place, entry.case)
        elif entry.case.id not in again:
            again.add(entry.case.id)
            yield finding("GD206", "again", {"number": number}, entry.span, entry.case, Severity.WARNING)


def _missing(view: View, meeting: Meeting, listed: list[_Entry]) -> Iterator[Finding]:
    on_agenda = {entry.case.id for entry in listed}
    only_listed = view.only_listed(meeting)
    for case in meeting.cases:
        if case.id in on_agenda:
            continue
        if case.id in only_listed and not _has_no_text(case):
            yield finding("GD208", "listed", {"number": numbered(case), "title": shown(case.title)}, case.span, case)
        elif case.id not in only_listed:
            yield finding("GD209", "unlisted", {"number": numbered(case), "title": shown(case.title)}, case.span, case)


def _has_no_text(case: Case) -> bool:
    """Tell whether a case is one of those that are only listed: withdrawn, a paper laid before the body, or several."""
    prefix = (parse_number(case.number or "").prefix or "").casefold()
    title = said(case.title) or [""]
    withdrawn = title[0] in words("withdrawn") or title[-1] in words("withdrawn")
    return prefix in prefixes("untreated") or title[0] in words("untreated") or withdrawn


def _titles(listed: list[_Entry]) -> Iterator[Finding]:
    shared = {entry.span for entry in listed if _same(entry.title, entry.case.title)}
    for entry in listed:
        if entry.title and entry.span not in shared:
            told: Facts = {"called": shown(entry.title, 60), "title": shown(entry.case.title, 60)}
            yield finding("GD210", "called", told, entry.span, entry.case)


def _same(called: str, title: str) -> bool:
    """Tell whether an agenda calls a case by its title: shorter, in another order, or with a column behind it."""
    if sorted(_content(called)) == sorted(_content(title)):
        return True
    row, own = said(called), said(title)
    goes_on = row[: len(own)] == own and called[:1].isupper() and _GOES_ON.match(called, len(title))
    return _alike(called, title) and not goes_on


def _content(title: str) -> list[str]:
    """Return the words of a title but for the small ones between them."""
    return [word for word in said(title) if word not in words("small") and word != "for"]


def _alike(one: str, other: str) -> bool:
    bare = (_LETTER.sub("", text) for text in (one, other))
    a, b = ("".join(c.casefold() for c in text if c.isalnum()) for text in bare)
    return a.startswith(b) or b.startswith(a)
