"""Meetings and who was there."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from datetime import time as Time
from enum import StrEnum

from attrs import frozen

from govdocs.model.cases import Case
from govdocs.model.records import Record

__all__ = ["Meeting", "MeetingKind", "NextMeeting", "Participant", "ParticipantStatus", "PlanLink"]


class MeetingKind(StrEnum):
    """What a meeting was read from."""

    MINUTES = "minutes"
    CASE_PAPERS = "case_papers"
    NOTICE = "notice"
    AGENDA = "agenda"


class ParticipantStatus(StrEnum):
    """In which capacity a person was there, or that he or she was not."""

    PRESENT = "present"
    ABSENT = "absent"
    INVITED = "invited"
    OBSERVER = "observer"
    SECRETARIAT = "secretariat"
    SPEAKER = "speaker"
    OFFICIAL = "official"


@frozen(kw_only=True)
class Participant(Record):
    """One person in a list of who was there or should have been."""

    name: str
    """The personal name only."""
    title: str | None = None
    """Position: `Fagdirektør`."""
    organization: str | None = None
    """Body or party, as written."""
    status: ParticipantStatus
    """In which capacity."""
    role: str | None = None
    """As written: `leder`, `møteleder`, `vara`, `fast medlem`, `referent`."""
    remote: bool = False
    """Whether marked as taking part from elsewhere."""
    cases: tuple[str, ...] = ()
    """Numbers of the cases he or she was there for, as written."""
    substitute_for: str | None = None
    """Whom he or she stood in for."""
    presence: str | None = None
    """When he or she was there, as written: `fra sak 51/14`, `til kl. 13.10`."""
    group: str | None = None
    """The heading or column value he or she stands under, as written."""


@frozen(kw_only=True)
class NextMeeting(Record):
    """When and where the body meets next."""

    date: Date | None = None
    """Its day."""
    start: Time | None = None
    """When it begins."""
    end: Time | None = None
    """When it ends."""
    place: str | None = None
    """Where, as written."""


@frozen(kw_only=True)
class PlanLink:
    """A plan attached to a meeting's document."""

    resolved: str
    """Id of the plan in `Document.plans`."""


@frozen(kw_only=True)
class Meeting(Record):
    """One meeting of one body, as one document tells of it."""

    kind: MeetingKind
    """What it was read from."""
    body: str | None = None
    """The body that meets, as written."""
    number: str | None = None
    """As written: `3/2022`, `04/16`."""
    title: str | None = None
    """The document's own heading, as written."""
    date: Date | None = None
    """Its (first) day."""
    end_date: Date | None = None
    """Its last day, where it goes over several."""
    start: Time | None = None
    """When it begins."""
    end: Time | None = None
    """When it ends."""
    place: str | None = None
    """Where, as written."""
    participants: tuple[Participant, ...] = ()
    """Everyone the lists name, absent ones too."""
    cases: tuple[Case, ...] = ()
    """Cases in order."""
    next_meeting: NextMeeting | None = None
    """The next one."""
    plans: tuple[PlanLink, ...] = ()
    """The plans that stand inside this meeting's document; `Document.plans_of` gives them whole."""

    def all_cases(self) -> Iterator[Case]:
        """Yield every case, each followed by its sub-cases."""
        for case in self.cases:
            yield from case.walk()
