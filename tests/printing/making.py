"""Meetings and plans made up from the model, with what any style can say of them."""

from __future__ import annotations

import datetime
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs.model import Meeting
from printing import wording

__all__ = ["CaseMade", "MeetingMade", "PersonMade", "cases", "held", "held_as_read", "meetings", "people", "whole"]


@frozen(kw_only=True)
class PersonMade:
    """A person in a list."""

    name: str
    organization: str
    role: str | None = None
    remote: bool = False


@frozen(kw_only=True)
class CaseMade:
    """A case."""

    sequence: int
    title: str
    paragraphs: tuple[str, ...]
    decision: tuple[str, ...]
    """Its points; one that stands alone is no point but the whole text."""
    type: str | None = None


@frozen(kw_only=True)
class MeetingMade:
    """A meeting."""

    body: str
    number: int
    date: datetime.date
    last: datetime.date | None
    """Its last day where it goes over two."""
    start: datetime.time
    end: datetime.time
    place: str
    present: tuple[PersonMade, ...]
    absent: tuple[PersonMade, ...]
    cases: tuple[CaseMade, ...]


def people(
    roles: tuple[str | None, ...], *, least: int = 0, most: int = 6
) -> st.SearchStrategy[tuple[PersonMade, ...]]:
    """Draw persons, no two of one name."""
    person = st.builds(
        PersonMade,
        name=wording.names, organization=wording.organizations, role=st.sampled_from(roles), remote=st.booleans(),
    )  # fmt: skip
    return st.lists(person, min_size=least, max_size=most, unique_by=lambda p: p.name).map(tuple)


def cases(types: tuple[str | None, ...] = (None,), *, most: int = 5, points: bool = True) -> st.SearchStrategy:
    """Draw cases with rising numbers."""
    several = st.lists(wording.orders, min_size=2, max_size=3) if points else st.nothing()
    decision = st.one_of(wording.decisions.map(lambda text: [text]), several).map(tuple)
    parts = st.tuples(
        wording.titles, st.lists(wording.paragraphs, max_size=3).map(tuple), decision, st.sampled_from(types)
    )
    return st.tuples(st.integers(1, 60), st.lists(parts, min_size=2, max_size=most)).map(
        lambda drawn: tuple(
            CaseMade(sequence=drawn[0] + n, title=title, paragraphs=texts, decision=decided, type=kind)
            for n, (title, texts, decided, kind) in enumerate(drawn[1])
        )
    )


@st.composite
def meetings(
    draw: st.DrawFn,
    roles: tuple[str | None, ...] = (None,),
    types: tuple[str | None, ...] = (None,),
    *,
    points: bool = True,
) -> MeetingMade:
    """Draw a meeting; nobody is both there and absent."""
    start = draw(st.integers(8, 14))
    present = draw(people(roles, least=2))
    absent = [p for p in draw(people(roles, most=3)) if p.name not in {q.name for q in present}]
    date = draw(st.dates(datetime.date(2015, 1, 1), datetime.date(2029, 12, 31)))
    days = draw(st.sampled_from((0, 0, 0, 1)))
    return MeetingMade(
        body=draw(wording.bodies),
        number=draw(st.integers(1, 9)),
        date=date,
        last=date + datetime.timedelta(days) if days else None,
        start=datetime.time(start, draw(st.sampled_from((0, 15, 30)))),
        end=datetime.time(start + draw(st.integers(1, 5)), draw(st.sampled_from((0, 30, 45)))),
        place=draw(wording.places),
        present=present,
        absent=tuple(absent),
        cases=draw(cases(types, points=points)),
    )


def held(meeting: MeetingMade) -> dict[str, Any]:
    """Return by which body, when and where a meeting was held."""
    return {
        "date": meeting.date,
        "last": meeting.last,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "body": meeting.body,
    }


def held_as_read(meeting: Meeting) -> dict[str, Any]:
    """Return the same facts of a meeting that was read."""
    return {
        "date": meeting.date,
        "last": meeting.end_date,
        "start": meeting.start,
        "end": meeting.end,
        "place": meeting.place,
        "body": meeting.body,
    }


def whole(points: tuple[str, ...]) -> str:
    """Return a decision's text: its one point, or all of them with their numbers."""
    return points[0] if len(points) == 1 else " ".join(f"{n}. {point}" for n, point in enumerate(points, 1))
