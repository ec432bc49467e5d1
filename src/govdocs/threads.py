"""Follows cases through an archive: put forward in one document's papers, decided in another's minutes."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Iterator

from attrs import define, frozen

from govdocs.layout import Span
from govdocs.model import Case, CaseNumber, DecisionKind, Document, Meeting, MeetingKind
from govdocs.norwegian.numbers import parse_number
from govdocs.references import body_keys, fits, names_meeting, parse_meeting_number

__all__ = ["Step", "Thread", "Threads"]

_ORDER = (MeetingKind.AGENDA, MeetingKind.NOTICE, MeetingKind.CASE_PAPERS, MeetingKind.MINUTES)


@frozen(kw_only=True)
class Step:
    """One case in one document."""

    document: str
    """Name of the document's source."""
    meeting: str
    """Id of the meeting."""
    kind: MeetingKind
    """What the meeting was read from."""
    body: str | None
    """The body that met, as written."""
    meeting_number: str | None
    """The meeting's number, as written."""
    date: datetime.date | None
    """The meeting's day."""
    case: str
    """Id of the case."""
    number: str | None
    """The case's number, as written; `None` where it has none yet."""
    title: str
    """The case's title."""
    proposed: tuple[str, ...] = ()
    """Decisions put forward."""
    adopted: tuple[str, ...] = ()
    """Decisions made."""
    previously: tuple[str, ...] = ()
    """Where the document says that the case was treated before, as written."""
    span: Span
    """Where the case stands."""


@frozen(kw_only=True)
class Thread:
    """One case's way through the meetings of one body."""

    body: str | None
    """The body, as its first document writes it."""
    steps: tuple[Step, ...]
    """The case in every document that has it, in the order of the meetings; papers before minutes."""

    @property
    def title(self) -> str:
        """The case's title, as its last document writes it."""
        return self.steps[-1].title

    @property
    def decided(self) -> bool:
        """Whether a document says that something was decided."""
        return any(step.adopted for step in self.steps)


@define
class _Entry:
    """A step with what it is found by."""

    step: Step
    number: CaseNumber
    bodies: tuple[str, ...]
    links: tuple[CaseNumber, ...]
    resolved: tuple[str, ...]
    group: int


class Threads:
    """Takes documents one at a time and gives each case's way through the meetings of its body.

    Cases are the same if their numbers mean the same and the names of their bodies are certainly one body's, or if one
    document says that it treated the other before. Keeps a few short texts a case, so memory grows with the archive.
    """

    def __init__(self, documents: Iterable[Document] = ()) -> None:
        self._entries: list[_Entry] = []
        for document in documents:
            self.add(document)

    def add(self, document: Document) -> None:
        """Take the cases of one document."""
        for meeting in document.meetings:
            for case in meeting.all_cases():
                self._entries.append(_entry(document, meeting, case, len(self._entries)))

    def follow(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Hand documents on as they come, and take each one's cases, so that one pass serves a register too."""
        for document in documents:
            self.add(document)
            yield document

    def __iter__(self) -> Iterator[Thread]:
        """Yield the threads, in the order in which their first cases came."""
        groups: dict[int, list[_Entry]] = {}
        _join(self._entries)
        for entry in self._entries:
            groups.setdefault(_root(self._entries, entry.group), []).append(entry)
        for entries in groups.values():
            steps = [entry.step for entry in entries]
            numbered = all((n := parse_meeting_number(s.meeting_number)) is not None and n.year for s in steps)
            steps.sort(key=_by_number if numbered else _by_day)
            yield Thread(body=steps[0].body, steps=tuple(steps))


def _entry(document: Document, meeting: Meeting, case: Case, group: int) -> _Entry:
    links = [r for r in case.previously_treated if r.number and not names_meeting(r)]
    return _Entry(
        step=Step(
            document=document.source.name,
            meeting=meeting.id,
            kind=meeting.kind,
            body=meeting.body,
            meeting_number=meeting.number,
            date=meeting.date,
            case=case.id,
            number=case.number,
            title=case.title,
            proposed=tuple(d.text for d in case.decisions if d.kind is DecisionKind.PROPOSED),
            adopted=tuple(d.text for d in case.decisions if d.kind is DecisionKind.ADOPTED),
            previously=tuple(r.raw for r in case.previously_treated),
            span=case.span,
        ),
        number=case.parsed or parse_number(case.number or ""),
        bodies=body_keys(meeting.body),
        links=tuple(parse_number(r.number or "") for r in links if r.resolved is None),
        resolved=tuple(r.resolved for r in links if r.resolved is not None),
        group=group,
    )


def _join(entries: list[_Entry]) -> None:
    """Give entries of one case one group."""
    for n, entry in enumerate(entries):
        entry.group = n
    bodies = _bodies(entries)
    found: dict[tuple[str, int], list[int]] = {}
    for n, entry in enumerate(entries):
        body = bodies[n]
        if body is not None and entry.number.sequence is not None:
            found.setdefault((body, entry.number.sequence), []).append(n)
    for places in found.values():
        _join_same(entries, places)
    by_id = {entry.step.case: n for n, entry in enumerate(entries)}
    for n, entry in enumerate(entries):
        for case in entry.resolved:
            if case in by_id:
                _unite(entries, n, by_id[case])
        for link in entry.links:
            places = found.get((bodies[n] or "", link.sequence if link.sequence is not None else -1), [])
            meant = {_root(entries, k) for k in places if k != n and fits(link, entries[k].number)}
            if len(meant) == 1:
                _unite(entries, n, meant.pop())


def _bodies(entries: list[_Entry]) -> list[str | None]:
    """Name each entry's body by one key; a short form alone stands for the one long name that has it in brackets."""
    long: dict[str, set[str]] = {}
    for entry in entries:
        for short in entry.bodies[1:]:
            long.setdefault(short, set()).add(entry.bodies[0])
    names: list[str | None] = []
    for entry in entries:
        name = entry.bodies[0] if entry.bodies else None
        meant = long.get(name or "", set())
        names.append(next(iter(meant)) if len(meant) == 1 else name)
    return names


def _join_same(entries: list[_Entry], places: list[int]) -> None:
    """Join the entries of one body and one running number that mean one case.

    A number that says less (no meeting, no series) joins the one number that says more and does not differ.
    """
    first: dict[tuple[object, ...], int] = {}
    for k in places:
        key = _key(entries[k])
        if key in first:
            _unite(entries, first[key], k)
        first.setdefault(key, k)
    dated = [k for k in first.values() if entries[k].number.year is not None]
    for k in dated:
        said = _said(entries[k].number)
        fuller = [o for o in dated if _said(entries[o].number) > said and fits(entries[k].number, entries[o].number)]
        if len({_root(entries, o) for o in fuller}) == 1:
            _unite(entries, k, fuller[0])


def _key(entry: _Entry) -> tuple[object, ...]:
    """Return what entries of one body and one running number share if they are one case for certain.

    A number without a year is good within its meeting only.
    """
    number = entry.number
    if number.year is not None:
        return number.year, number.meeting, number.prefix
    meeting = parse_meeting_number(entry.step.meeting_number)
    if meeting is not None and meeting.year is not None:
        return number.raw, meeting
    return number.raw, entry.step.date or entry.step.meeting


def _said(number: CaseNumber) -> int:
    return (number.meeting is not None) + (number.prefix is not None)


def _root(entries: list[_Entry], at: int) -> int:
    while entries[at].group != at:
        entries[at].group = entries[entries[at].group].group
        at = entries[at].group
    return at


def _unite(entries: list[_Entry], one: int, other: int) -> None:
    a, b = sorted((_root(entries, one), _root(entries, other)))
    entries[b].group = a


def _by_number(step: Step) -> tuple[int, int, int]:
    """Return what orders steps whose meetings are all numbered: year, number, kind of document."""
    number = parse_meeting_number(step.meeting_number)
    return (number.year or 0, number.sequence, _ORDER.index(step.kind)) if number else (0, 0, 0)


def _by_day(step: Step) -> tuple[int, int, int]:
    """Return what orders other steps: year, day of the year, kind of document; no day comes before any."""
    year = step.date.year if step.date else (parse_number(step.number or "").year or 0)
    return year, step.date.timetuple().tm_yday if step.date else 0, _ORDER.index(step.kind)
