"""One meeting's document as a `Meeting`: head, those present, agenda, cases, and what comes after."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import (
    Case,
    DecisionKind,
    FieldSpan,
    Meeting,
    MeetingKind,
    NextMeeting,
    Participant,
    ParticipantStatus,
)
from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.parts import Genre, Part
from govdocs.reading.agendas import agenda_lines, told_by_agenda, with_agenda
from govdocs.reading.attendance import read_group
from govdocs.reading.blocks import spans_of
from govdocs.reading.bodies import is_body_name
from govdocs.reading.case_kinds import group_top
from govdocs.reading.cases import read_case
from govdocs.reading.decisions import decision_label
from govdocs.reading.doubles import by_last_name, together
from govdocs.reading.extents import paper_top, split_agenda
from govdocs.reading.facts import Facts, read_facts
from govdocs.reading.following import find_next_meeting, read_closing_time, read_next_meeting
from govdocs.reading.groups import find_groups
from govdocs.reading.heads import CaseHead, number_key
from govdocs.reading.late_lists import lists_first
from govdocs.reading.openings import opening_heads
from govdocs.reading.outline import Outline
from govdocs.reading.pieces import Piece
from govdocs.reading.running import read_running, without_running
from govdocs.reading.stretches import outline_of
from govdocs.reading.tabled import table_top
from govdocs.reading.titles import read_title
from govdocs.reading.treated import treatment

__all__ = ["read_meeting"]

_NUMBERED = re.compile(
    r"(?:Saksframlegg|Saksfremlegg|Sakspapirer|Referat|Protokoll)\s+(?:til\s+)?[Mm]øte\s+(?:nr\.?\s*)?(\d{1,2}/\d{2,4})"
)
"""A running head that gives the meeting's number: `Saksframlegg til møte 5/2023`."""
_SPAN_OF_CASES = re.compile(
    r"(?:[Ss]ak\w*\s*)?(?:[A-ZÆØÅ]{1,3}[- ])?\d+/\d+\s*(?:[-–]|til)\s*(?:[A-ZÆØÅ]{1,3}[- ])?\d+/\d+"
)
"""A value that tells which cases were treated, from the first to the last, and lists none: `14/18 - 16/18`."""


def read_meeting(part: Part, *, vocabulary: Vocabulary | None = None) -> Meeting | None:
    """Read a part as one meeting.

    `vocabulary` adds a style's own labels. `None` where the part has neither cases nor anyone present.
    """
    lines, running = without_running(part.lines, vocabulary)
    outline = outline_of(lines, part.layout, vocabulary or Vocabulary.standard())
    if not outline.lines:
        return None
    papers = part.claim.genre in (Genre.CASE_PAPERS, Genre.NOTICE)
    outline = lists_first(outline, _head_end(outline, _agenda_start(outline, outline.heads)), papers=papers)
    heads = list(outline.heads)
    agenda = _agenda_start(outline, heads)
    main, entries = split_agenda(outline, heads)
    openings = opening_heads(outline, min((head.index for head in main), default=0)) if not papers else []
    head_end = min([_head_end(outline, agenda), *(head.index for head in openings)])
    main = [*openings, *main]
    facts = read_facts(outline, 0, head_end, papers=papers)
    read_running(facts, part, running, vocabulary)
    people, group_lines = _people(outline, _above_heads(outline, head_end), facts.used)
    treated = _treated(main, entries)
    if not people and not papers:  # the agenda may stand above the lists of those present
        listed = {head.index for head in (*entries, *main) if head.index < treated}
        people, group_lines = _people(outline, treated if main else head_end, facts.used | listed)
    above = outline.lines[:head_end] if papers else ()
    held = {id(line) for line in group_lines}
    ends = [entry.index for entry in entries] + [n for n in range(treated) if id(outline.lines[n]) in held]
    cases, closing = _cases(outline, main, entries, minutes=not papers, above=above, ends=ends)
    _from_treatment(outline, main, facts)
    _from_routes(outline, main, facts)
    if papers and main:
        _from_lead(outline, main[0], facts)
    facts.settle_year(_years(facts.number, cases))
    agenda_spans = agenda_lines(outline, entries, main, agenda, papers=papers)
    told = told_by_agenda(outline, [*entries, *main])
    cases = [with_agenda(case, agenda_spans, told) for case in cases]
    body = facts.body or next((case.to for case in cases if case.to and is_body_name(case.to)), None)
    kind = _kind(part, cases)
    people = [_called(person) if papers else person for person in (_of_this_body(each, body) for each in people)]
    if not cases and not people:
        return None
    if facts.end is None and not papers and (closed := read_closing_time(outline.lines)) is not None:
        facts.end = closed[0]
        facts.note("end", [closed[1]])
    next_meeting = _next(outline, closing, facts.date.year if facts.date else None)
    own = list(facts.spans)
    own.extend(FieldSpan(field="participants", span=s) for s in spans_of(group_lines))
    own.extend(FieldSpan(field="cases", span=s) for s in agenda_spans.get("", ()))
    own.extend(
        FieldSpan(field="title", span=s)
        for s in spans_of([*running, *_head_rest(outline, head_end, facts.used, group_lines)])
    )
    for piece in closing:
        own.extend(
            FieldSpan(field="next_meeting" if piece.kind == "close.next_meeting" else "closing", span=s)
            for s in spans_of(piece.lines)
        )
    return Meeting(
        span=part.span,
        spans=tuple(own),
        kind=kind,
        body=body,
        number=facts.number or _number_from_cases(part, cases),
        title=facts.title,
        date=facts.date,
        end_date=facts.end_date,
        start=facts.start,
        end=facts.end,
        place=facts.place,
        participants=tuple(people),
        cases=tuple(cases),
        next_meeting=next_meeting,
    )


def _of_this_body(person: Participant, body: str | None) -> Participant:
    """Leave away an organization that is the meeting's own body, which heads the list of its members."""
    own = body is not None and (person.organization or "").casefold() == body.casefold()
    return evolve(person, organization=None) if own else person


def _called(person: Participant) -> Participant:
    """Return a member whom a notice or papers name: called to the meeting, which has not been held."""
    there = person.status is ParticipantStatus.PRESENT
    return evolve(person, status=ParticipantStatus.INVITED) if there else person


def _head_end(outline: Outline, agenda: int | None) -> int:
    """Return where the head ends: at the agenda, or at the first case."""
    marks = [head.index for head in outline.heads] + ([agenda] if agenda is not None else [])
    return min([*marks, len(outline.lines)])


def _agenda_start(outline: Outline, heads: Sequence[CaseHead]) -> int | None:
    last = heads[-1].index if heads else len(outline.lines)
    for index in range(last):
        label = outline.label(index, "agenda")
        if (
            label is not None
            and not label.value
            and (len(outline.lines[index].text) < 45)
            and outline.lines[index].text[:1].isupper()
            and not (index + 1 < last and _SPAN_OF_CASES.fullmatch(outline.lines[index + 1].text.strip(" .")))
        ):
            return index
    return None


def _above_heads(outline: Outline, index: int) -> int:
    """Return where the heads of the columns stand in whose first row a case begins, else the place itself."""
    row = outline.lines[index].cell if index < len(outline.lines) else None
    while row is not None and row[1] == 1 and index and (above := outline.lines[index - 1].cell) is not None:
        if above[0] != row[0]:
            break
        index -= 1
    return index


def _people(outline: Outline, end: int, used: set[int]) -> tuple[list[Participant], list[Line]]:
    lines = outline.lines[:end]
    groups, places = find_groups(lines, outline.vocabulary, stop=sorted(used))
    people: list[tuple[Participant, bool]] = []
    rest: list[Line] = []
    for group in groups:
        found, left = read_group(group, outline.words)
        alone = group.single or group.kind == "deputies"
        instead = group.kind == "absent"
        people.extend((p, alone or (instead and p.status is ParticipantStatus.PRESENT)) for p in found)
        rest.extend(left)
    unread = {id(line) for line in rest}
    owned = [lines[n] for n in sorted(places) if id(lines[n]) not in unread or not people]
    return by_last_name(together(people), groups), owned


def _head_rest(outline: Outline, end: int, used: set[int], taken: Sequence[Line]) -> list[Line]:
    have = {id(line) for line in taken} | {id(outline.lines[n]) for n in used}
    return [line for line in outline.lines[:end] if id(line) not in have]


def _from_lead(outline: Outline, head: CaseHead, facts: Facts) -> None:
    """Take what the head has not told from the facts between the first paper's number and its title."""
    title = read_title(outline, head, len(outline.lines), minutes=False)
    stop = title.next if head.index in outline.forms else title.next - len(title.lines)
    more = read_facts(outline, head.index + 1, stop, papers=True)
    for name in ("body", "number", "date", "start", "end", "place"):
        if getattr(facts, name) is None and getattr(more, name) is not None:
            setattr(facts, name, getattr(more, name))
            facts.spans.extend(span for span in more.spans if span.field == name)


def _from_treatment(outline: Outline, main: Sequence[CaseHead], facts: Facts) -> None:
    """Take body and day from the sentence that heads an extract of minutes."""
    line = outline.lines[main[0].index] if main else None
    told = treatment(line.text) if line is not None else None
    if line is None or told is None:
        return
    facts.take("body", told.body, [line])
    facts.take("date", told.day.date, [line])


def _from_routes(outline: Outline, main: Sequence[CaseHead], facts: Facts) -> None:
    """Take body and day from the row that holds the first case's number."""
    keys = {head.key for head in main}
    for _, rows in outline.routes:
        for row in rows:
            if row.number is not None and number_key(row.number) in keys:
                lines = outline.lines[row.index : row.index + row.count]
                if facts.body is None and row.body:
                    facts.body = row.body
                    facts.note("body", lines)
                if facts.date is None and row.date:
                    facts.date = row.date
                    facts.note("date", lines)
                return


def _treated(main: Sequence[CaseHead], entries: Sequence[CaseHead]) -> int:
    """Return where the first case begins that the agenda lists above; without any, the first of all."""
    listed = {entry.key for entry in entries}
    first = min((head.index for head in main), default=0)
    return min((head.index for head in main if head.key in listed), default=first)


def _cases(
    outline: Outline,
    main: list[CaseHead],
    entries: Sequence[CaseHead],
    *,
    minutes: bool,
    above: Sequence[Line] = (),
    ends: Sequence[int] = (),
) -> tuple[list[Case], list[Piece]]:
    """Read the cases; `ends` are places where one ends that stands on the agenda alone: entries, people below it."""
    cases: list[Case] = []
    closing: list[Piece] = []
    treated = _treated(main, entries)
    tops = [head for head in main if head.parent is None or not any(other.hit.number == head.parent for other in main)]
    starts = [table_top(outline.lines, outline.routes, head) if minutes else paper_top(outline, head) for head in tops]
    starts = [group_top(outline.lines, start) for start in starts]
    for n, head in enumerate(tops):
        end = starts[n + 1] if n + 1 < len(tops) else len(outline.lines)
        if head.index < treated:  # it stands on the agenda alone, where the next entry is another case's
            end = min([end, *(place for place in ends if place > head.index)])
        under = [sub for sub in main if sub.parent == head.hit.number]
        subs = [sub for sub in under if head.index < sub.index < end]
        children = [
            read_case(outline, sub, _entry_end(sub, [*main, *entries]), (), minutes=minutes)[0]
            for sub in under
            if sub.index < head.index  # the agenda alone names them
        ]
        for k, sub in enumerate(subs):
            sub_end = subs[k + 1].index if k + 1 < len(subs) else end
            own = k + 1 < len(subs) or _decided(children)
            cut_at = sub_end if own else _last_decision(outline, sub.index + 1, sub_end)
            child, closed = read_case(outline, sub, cut_at, (), minutes=minutes)
            children.append(child)
            closing.extend(closed)
        if subs:
            tail = end if _decided(children[:-1]) else _last_decision(outline, subs[-1].index + 1, end)
            case, closed = read_case(outline, head, subs[0].index, children, minutes=minutes)
            if tail < end:
                after, more = read_case(
                    outline, CaseHead(index=tail - 1, hit=evolve(head.hit, rest="x")), end, (), minutes=minutes
                )
                case = evolve(
                    case,
                    decisions=(*case.decisions, *after.decisions),
                    sections=(*case.sections, *after.sections),
                    spans=(*case.spans, *(s for s in after.spans if s.field not in ("number", "title"))),
                )
                closed = [*closed, *more]
        else:
            listed_above = not minutes and any(entry.index < starts[n] for entry in entries)
            grouped = minutes and group_top(outline.lines, head.index) < head.index
            over = outline.lines[starts[n] : head.index] if n or listed_above or grouped else above
            case, closed = read_case(outline, head, end, children, minutes=minutes, above=over)
            if (n or listed_above) and over:
                case = evolve(case, spans=(*case.spans, *(FieldSpan(field="number", span=s) for s in spans_of(over))))
        cases.append(case if case.title else _titled_above(outline, case, head, entries, main))
        closing.extend(closed)
    return cases, closing


def _entry_end(head: CaseHead, others: Sequence[CaseHead]) -> int:
    """Return where the next case begins behind one that stands on the agenda."""
    return min(other.index for other in others if other.index > head.index)


def _titled_above(
    outline: Outline, case: Case, head: CaseHead, entries: Sequence[CaseHead], main: Sequence[CaseHead]
) -> Case:
    """Return a case whose paper does not repeat its title with the one that its entry on the agenda has."""
    entry = next((each for each in entries if each.key == head.key), None)
    if entry is None:
        return case
    title = read_title(outline, entry, _entry_end(entry, [*entries, *main, head]), minutes=False)
    told = (FieldSpan(field="title", span=span) for span in spans_of(title.lines)) if title.text else ()
    return evolve(case, title=title.text, spans=(*case.spans, *told))


def _decided(cases: Sequence[Case]) -> bool:
    """Tell whether cases under a case have decisions of their own, so that the last one's is its own too."""
    return any(decision.kind is DecisionKind.ADOPTED for case in cases for decision in case.decisions)


def _last_decision(outline: Outline, start: int, end: int) -> int:
    """Return where the decision begins that belongs to the case above, `end` where there is none.

    What was said and how it was voted before it is of the same case.
    """
    found = end
    for index in range(end - 1, start - 1, -1):
        label = decision_label(outline.lines[index].text, outline.vocabulary, minutes=True)
        if label is None:
            continue
        if (label.kind == "decision.adopted" and found == end) or (
            label.kind in ("decision.vote", "decision.treatment") and found < end
        ):
            found = index
        elif found < end:
            break
    return found


def _years(number: str | None, cases: Sequence[Case]) -> list[int]:
    """Return the year that the numbers of the meeting and of its cases name, if they agree."""
    numbers = [number, *(case.number for case in cases)]
    told = {year for each in numbers if each and (year := parse_number(each).year)}
    return list(told) if len(told) == 1 else []


def _kind(part: Part, cases: Sequence[Case]) -> MeetingKind:
    """Return what the document is: a notice that holds the papers of a case is the meeting's case papers."""
    if part.claim.genre is Genre.NOTICE:
        told = cases[:-1] if len(cases) > 1 and _ends_agenda(cases[-1]) else cases
        papers = any(_has_paper(sub) for case in told for sub in case.walk())
        return MeetingKind.CASE_PAPERS if papers else MeetingKind.NOTICE
    return MeetingKind.CASE_PAPERS if part.claim.genre is Genre.CASE_PAPERS else MeetingKind.MINUTES


def _ends_agenda(case: Case) -> bool:
    """Tell the last case of an agenda with a few words under the list: `Eventuelt`, and that the doors are open."""
    short = len(case.sections) == 1 and case.sections[0].heading is None and len(case.sections[0].paragraphs) < 3
    return short and not case.decisions and not case.subcases


def _has_paper(case: Case) -> bool:
    """Tell whether more of a case is told than an agenda tells."""
    proposed = any(decision.kind is DecisionKind.PROPOSED for decision in case.decisions)
    return proposed or bool(case.sections)


def _number_from_cases(part: Part, cases: Sequence[Case]) -> str | None:
    """Return the meeting's number as the running head of case papers gives it."""
    for line in part.layout.between(part.claim.first, part.claim.last):
        match = _NUMBERED.match(line.text)
        if match:
            return match[1]
    return None


def _next(outline: Outline, closing: Sequence[Piece], year: int | None) -> NextMeeting | None:
    for piece in closing:
        if piece.kind == "close.next_meeting":
            found = read_next_meeting(piece.lines, piece.label, outline.words, year)
            if found is not None:
                return found
    return find_next_meeting(outline.lines, outline.words, year)
