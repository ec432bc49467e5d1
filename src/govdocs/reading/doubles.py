"""Persons who stand in two places of the lists, as a member and with a task of their own: one participant."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.model import FieldSpan, Participant, ParticipantStatus
from govdocs.reading.blocks import span_of
from govdocs.reading.listed import Group

__all__ = ["by_last_name", "together"]

_THERE = (ParticipantStatus.PRESENT, ParticipantStatus.OFFICIAL)
"""Those who were there, members and the administration."""


def together(people: Sequence[tuple[Participant, bool]]) -> list[Participant]:
    """Make one participant of a member and the line that gives the same person a task, such as leading the meeting.

    Each comes with whether it stands under a heading for one person. A person in two lists stays two, unless the second
    says no more than when he or she was there.
    """
    out: list[tuple[Participant, bool]] = []
    for person, single in people:
        key = person.name.casefold()
        same = next(
            (
                n
                for n, (other, alone) in enumerate(out)
                if other.name.casefold() == key and (single or alone or _says_no_more(person, other))
            ),
            None,
        )
        if same is None:
            out.append((person, single))
            continue
        other, alone = out[same]
        first, second = (person, other) if alone and not single else (other, person)
        tasked = second.status is ParticipantStatus.SECRETARIAT and first.status in _THERE
        out[same] = (
            evolve(
                first,
                title=first.title or second.title,
                organization=first.organization or second.organization,
                role=first.role or second.role,
                status=second.status if tasked else first.status,
                remote=first.remote or second.remote,
                cases=first.cases or second.cases,
                substitute_for=first.substitute_for or second.substitute_for,
                presence=first.presence or second.presence,
                spans=(*first.spans, *second.spans),
            ),
            alone and single,
        )
    return [person for person, _ in out]


def by_last_name(people: Sequence[Participant], groups: Sequence[Group]) -> list[Participant]:
    """Give tasks to those whom a heading for one person names by the last name alone: `Referent: Vik`.

    One of those listed must have that name, and no other.
    """
    out = list(people)
    for group in groups:
        name = group.value.strip(" .")
        if not (group.single and re.fullmatch(r"[A-ZÆØÅ][\w-]+", name)):
            continue
        called = [n for n, person in enumerate(out) if person.name.split()[-1] == name]
        if len(called) == 1:
            person = out[called[0]]
            writes = group.kind == "secretariat" and person.status in _THERE
            out[called[0]] = evolve(
                person,
                role=person.role or group.task,
                status=ParticipantStatus.SECRETARIAT if writes else person.status,
                spans=(*person.spans, FieldSpan(field="role", span=span_of([group.head]))),
            )
    return out


def _says_no_more(person: Participant, other: Participant) -> bool:
    """Tell a second mention that gives the person nothing but marks of time."""
    told = person.title or person.organization or person.role or person.substitute_for or person.remote
    return person.status is other.status is ParticipantStatus.PRESENT and not told
