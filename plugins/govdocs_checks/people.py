"""Persons whose name is spelled two ways in one document."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator
from itertools import islice

from attrs import define, field

from govdocs.layout import Span
from govdocs.model import Finding, Severity
from govdocs.norwegian import is_name
from govdocs_checks.codes import Facts, finding
from govdocs_checks.spelling import letters, one_letter_apart
from govdocs_checks.view import PartText, View

__all__ = ["check"]

_TOKEN = re.compile(r"[A-ZÆØÅÁČĐÉÜÖÄ][\w'’-]*\.?")
SHORTEST = 4
"""Letters of a word that may be told to be misspelt."""
MIDDLE = 3
"""Words between first and last name at most."""


@define
class _Person:
    """A name of the records, and how else the document writes it."""

    name: str
    place: Span
    """Where a record has it first."""
    lists: set[str]
    """Ids of the meetings whose lists hold the name."""
    others: dict[str, tuple[Span, bool]] = field(factory=dict)
    """Other spellings, each with its first place and whether a letter differs."""


def check(view: View) -> Iterator[Finding]:
    """Yield one finding for each person whose name is spelled in several ways."""
    people = _people(view)
    if not people:
        return
    by_last: dict[str, list[_Person]] = {}
    by_first: dict[str, list[_Person]] = {}
    for person in people.values():
        words = person.name.split()
        by_last.setdefault(words[-1], []).append(person)
        by_first.setdefault(words[0], []).append(person)
    for part in view.parts:
        near: deque[re.Match[str]] = deque(maxlen=MIDDLE + 2)
        behind = MIDDLE + 2  # words since the last one that begins a name
        for token in _TOKEN.finditer(part.text):
            near.append(token)
            word = token.group().rstrip(".")
            if word in by_last or behind <= MIDDLE:
                _compare(people, by_last, by_first, part, near)
            behind = 0 if word in by_first else behind + 1
    yield from _findings(people)


def _people(view: View) -> dict[str, _Person]:
    people: dict[str, _Person] = {}
    for meeting in view.document.meetings:
        for participant in meeting.participants:
            person = _Person(participant.name, participant.span, set())
            people.setdefault(participant.name, person).lists.add(meeting.id)
    for _, case in view.cases():
        for name in (case.sender, *case.case_officers):
            if name and is_name(name) and 2 <= len(name.split()) <= MIDDLE + 2:
                people.setdefault(name, _Person(name, case.span, set()))
    return {name: person for name, person in people.items() if len(name.split()) >= 2}


def _compare(
    people: dict[str, _Person],
    by_last: dict[str, list[_Person]],
    by_first: dict[str, list[_Person]],
    part: PartText,
    near: deque[re.Match[str]],
) -> None:
    """Look at the words that may be a name ending with the last one, and note a spelling that is not its person's."""
    run = [near[-1]]
    for token in islice(reversed(near), 1, None):
        if token.end() + 1 != run[0].start():
            break
        run.insert(0, token)
    words = [token.group().rstrip(".") for token in run]
    for size in range(len(words), 1, -1):
        name = " ".join(words[-size:])
        if name in people:
            return
    known = by_last.get(words[-1], [])
    for person in known:
        own = person.name.split()
        for size in range(min(len(words), len(own) + 1), 1, -1):
            kind = _variant(words[-size:], own)
            if kind is not None:
                _note(person, part, run[-size].start(), run[-1].end(), letter=kind == "letter")
                return
    for size in range(2, len(words) + 1):
        for person in by_first.get(words[-size], []):
            own = person.name.split()
            if len(own) == size and own[:-1] == words[-size:-1] and _misspelt(words[-1], own[-1]):
                _note(person, part, run[-size].start(), run[-1].end(), letter=True)
                return


def _variant(words: list[str], own: list[str]) -> str | None:
    """Tell how a name with a known last name differs: in `join`, `letter` or `middle`; `None` if it is another's."""
    first, others = words[:-1], own[:-1]
    if letters("".join(first)) == letters("".join(others)):
        return "join"
    if len(first) == len(others):
        differing = [(a, b) for a, b in zip(first, others, strict=True) if a != b]
        if len(differing) == 1 and _misspelt(*differing[0]):
            return "letter"
    if first[0] != others[0]:
        return None
    short, long = sorted((first[1:], others[1:]), key=len)
    if not short or (len(short) == len(long) and all(_initial(a, b) for a, b in zip(short, long, strict=True))):
        return "middle"
    return None


def _initial(one: str, other: str) -> bool:
    a, b = sorted((one, other), key=len)
    return len(a) == 1 and b.startswith(a)


def _misspelt(one: str, other: str) -> bool:
    if min(len(one), len(other)) < SHORTEST or one[0] != other[0] or one + "s" == other or other + "s" == one:
        return False
    return one_letter_apart(one.casefold(), other.casefold())


def _note(person: _Person, part: PartText, start: int, end: int, *, letter: bool) -> None:
    written = re.sub(r"-\s+", "-", part.text[start:end]).rstrip(".-")
    if written == person.name:
        return  # a line's end stands in it
    person.others.setdefault(written, (part.span(start, end), letter))


def _findings(people: dict[str, _Person]) -> Iterator[Finding]:
    """Yield a finding a person; names of the records that are one person's are told together."""
    names = list(people)
    root = {name: name for name in names}
    letter: set[str] = set()
    by_last: dict[str, list[str]] = {}
    for name in names:
        for other in by_last.setdefault(name.split()[-1], []):
            kind = _variant(name.split(), other.split())
            if kind is not None and not people[name].lists & people[other].lists:
                root[name] = root[other]
                if kind == "letter":
                    letter.add(root[other])
        by_last[name.split()[-1]].append(name)
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(root[name], []).append(name)
    for head, group in groups.items():
        others = {w: place for name in group for w, place in people[name].others.items()}
        spellings = [*group, *(w for w in others if w not in group)]
        if len(spellings) < 2:
            continue
        wrong = head in letter or any(is_letter for _, is_letter in others.values())
        places = [*(place for place, _ in others.values()), *(people[name].place for name in group[1:])]
        told: Facts = {"name": spellings[0], "others": tuple(spellings[1:])}
        yield finding("GD301", "spelled", told, places[0], None, None if wrong else Severity.INFO)
