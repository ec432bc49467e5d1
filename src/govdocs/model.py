"""The records: what a document says, as typed, frozen objects that know no file format.

Text is what a careful secretary would type into a register: line breaks are one blank, bullets and markup are
dropped, nothing is paraphrased or corrected. `None` and empty tuples mean "not stated". Every record has an `id`
(given by the core: stable for the same bytes, readable, hierarchical), the `span` it was read from, and `spans`,
the lines of its single fields.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date as Date
from datetime import time as Time
from enum import StrEnum

from attrs import field, frozen

from govdocs.layout import Span
from govdocs.ledger import Ledger

__all__ = [
    "Action",
    "ActionPlan",
    "Attachment",
    "Case",
    "CaseNumber",
    "CaseReference",
    "CaseType",
    "Decision",
    "DecisionKind",
    "Document",
    "DocumentSource",
    "FieldSpan",
    "Finding",
    "FocusArea",
    "Meeting",
    "MeetingKind",
    "NextMeeting",
    "Participant",
    "ParticipantStatus",
    "PlanLink",
    "Point",
    "Record",
    "Section",
    "SectionKind",
    "Severity",
    "Vote",
    "VoteCount",
]


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


class CaseType(StrEnum):
    """What a case is put before the meeting for."""

    DECISION = "decision"
    DISCUSSION = "discussion"
    INFORMATION = "information"
    APPROVAL = "approval"
    OTHER = "other"


class SectionKind(StrEnum):
    """What a section of a case is about."""

    BACKGROUND = "background"
    PURPOSE = "purpose"
    MAIN_POINTS = "main_points"
    ASSESSMENT = "assessment"
    DISCUSSION = "discussion"
    TREATMENT = "treatment"
    STATEMENT = "statement"
    OTHER = "other"


class DecisionKind(StrEnum):
    """Whether a decision was put forward or made."""

    PROPOSED = "proposed"
    ADOPTED = "adopted"


class Severity(StrEnum):
    """How much a finding matters."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


@frozen(kw_only=True)
class FieldSpan:
    """The lines one field of a record was read from; a field may have several."""

    field: str
    """Name of the field."""
    span: Span
    """Its lines."""


@frozen(kw_only=True)
class Record:
    """What every record carries."""

    id: str = ""
    """Stable for the same bytes, readable, hierarchical; given by the core."""
    span: Span
    """The lines the record was read from, first to last."""
    spans: tuple[FieldSpan, ...] = ()
    """The lines of single fields."""


@frozen(kw_only=True)
class CaseNumber:
    """A case number taken apart."""

    raw: str
    """As written."""
    sequence: int | None = None
    """Running number: 37 of `37/5/2022`."""
    meeting: str | None = None
    """The meeting's number where the case number holds it: `5` of `37/5/2022`."""
    year: int | None = None
    """Four-digit year."""
    prefix: str | None = None
    """Letters before or after the number that tell its series or type: `PS`, `FO`, `V-SAK`, `B`."""


@frozen(kw_only=True)
class CaseReference(Record):
    """A mention of another case or meeting."""

    raw: str
    """As written: `31/3/2022`, `Møte 25.1.2016 (01/16)`."""
    number: str | None = None
    """The case or meeting number in it, as written."""
    resolved: str | None = None
    """Id of the case or meeting it means; `None` while nothing fits."""


@frozen(kw_only=True)
class Attachment(Record):
    """A document named as an attachment or as background."""

    number: str | None = None
    """Its number in the list, as written."""
    title: str
    """Its name."""


@frozen(kw_only=True)
class Point(Record):
    """One item of a list: of a discussion, a decision or an action."""

    text: str
    """The item without its mark."""
    marker: str | None = None
    """Number or letter as written; `None` for a bullet."""
    level: int = 0
    """Depth of nesting, 0 for the outermost."""


@frozen(kw_only=True)
class Section(Record):
    """A stretch of a case's text under one heading."""

    heading: str | None = None
    """As written; `None` for text under no heading."""
    kind: SectionKind = SectionKind.OTHER
    """What it is about, as the heading tells."""
    paragraphs: tuple[str, ...] = ()
    """Its paragraphs in order."""


@frozen(kw_only=True)
class VoteCount:
    """Votes given for one alternative, in all or by one party."""

    option: str
    """The alternative as written: `for`, `mot`, `innstillingen`."""
    count: int | None = None
    """Number of votes; `None` where only names or parties are given."""
    party: str | None = None
    """Party or group that gave them."""
    voters: tuple[str, ...] = ()
    """Names of those who gave them."""


@frozen(kw_only=True)
class Vote(Record):
    """How a decision was voted on."""

    outcome: str | None = None
    """The sentence that tells, as written."""
    unanimous: bool | None = None
    """Whether all were for it; `None` where it is not said."""
    counts: tuple[VoteCount, ...] = ()
    """Votes by alternative, and by party and person where given."""
    casting_vote: bool = False
    """Whether the chair's casting vote decided."""


@frozen(kw_only=True)
class Decision(Record):
    """A decision put forward or made."""

    kind: DecisionKind
    """Whether it was put forward or made."""
    label: str | None = None
    """The label it stands under, as written; `None` where none does."""
    text: str
    """All its paragraphs as one text."""
    points: tuple[Point, ...] = ()
    """The items of a numbered or bulleted decision."""
    inferred: bool = False
    """Whether no label says that it is a decision."""
    vote: Vote | None = None
    """How it was voted on; `None` where nothing is said."""


@frozen(kw_only=True)
class Case(Record):
    """One case of a meeting."""

    number: str
    """As written, without the word `Sak`."""
    parsed: CaseNumber | None = None
    """The number taken apart."""
    title: str
    """Without `Sak` and number."""
    subtitle: str | None = None
    """A line in italics or after a full title."""
    type: tuple[CaseType, ...] = ()
    """What it was put forward for; several may hold."""
    type_label: str | None = None
    """The type as written: `Diskusjons- og beslutningssak`."""
    to: str | None = None
    """Whom the papers go to (Til)."""
    sender: str | None = None
    """Who sends them (Fra)."""
    case_officers: tuple[str, ...] = ()
    """Who prepared the case (Saksbehandler), one each."""
    responsible: tuple[str, ...] = ()
    """Who answers for the case (Ansvarlig), one each."""
    archive_number: str | None = None
    """Number in the archive (Arkivsak), as written."""
    attachments: tuple[Attachment, ...] = ()
    """Vedlegg."""
    background_documents: tuple[Attachment, ...] = ()
    """Bakgrunnsdokumenter."""
    previously_treated: tuple[CaseReference, ...] = ()
    """Cases and meetings where it was treated before."""
    references: tuple[CaseReference, ...] = ()
    """Other cases that the text mentions."""
    sections: tuple[Section, ...] = ()
    """The text, in order."""
    discussion_points: tuple[Point, ...] = ()
    """Points made in the discussion, nested ones as entries of their own."""
    decisions: tuple[Decision, ...] = ()
    """Proposed and adopted decisions in order."""
    subcases: tuple[Case, ...] = ()
    """Cases under this one (`31.1` under `31/16`)."""

    def walk(self) -> Iterator[Case]:
        """Yield the case and all its sub-cases."""
        yield self
        for case in self.subcases:
            yield from case.walk()


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


@frozen(kw_only=True)
class Action(Record):
    """One measure of a plan."""

    number: str | None = None
    """As written: `1`, `A1`."""
    text: str
    """The whole text with its sub-points."""
    points: tuple[Point, ...] = ()
    """Its sub-points."""
    responsible: tuple[str, ...] = ()
    """Who answers for it, one body each."""
    responsible_note: str | None = None
    """What is said of the responsibility beyond the bodies: `Fellesoppdrag alle RHF`."""
    deadline: str | None = None
    """As written."""
    status: str | None = None
    """As written."""


@frozen(kw_only=True)
class FocusArea(Record):
    """One area of a plan."""

    number: str | None = None
    """As written: `1.4`, `A`."""
    title: str | None = None
    """`None` for the nameless area of a table without areas."""
    goal: str | None = None
    """What shall be reached (Målbilde, Mål)."""
    actions: tuple[Action, ...] = ()
    """Its own measures in order."""
    subareas: tuple[FocusArea, ...] = ()
    """Areas under it."""

    def walk(self) -> Iterator[FocusArea]:
        """Yield the area and all areas under it."""
        yield self
        for area in self.subareas:
            yield from area.walk()


@frozen(kw_only=True)
class ActionPlan(Record):
    """A plan: measures, and who shall carry them out."""

    title: str | None = None
    """Its name without the period."""
    body: str | None = None
    """The body whose plan it is, as written."""
    period: str | None = None
    """Years it is for, as written."""
    columns: tuple[str, ...] = ()
    """Heads of its columns as written; empty for a plan set as lists."""
    areas: tuple[FocusArea, ...] = ()
    """Its areas; a plan without areas has one nameless one."""

    def all_areas(self) -> Iterator[FocusArea]:
        """Yield every area, each followed by its subareas."""
        for area in self.areas:
            yield from area.walk()

    @property
    def actions(self) -> tuple[Action, ...]:
        """All measures, in order."""
        return tuple(action for area in self.all_areas() for action in area.actions)


@frozen(kw_only=True)
class Finding:
    """Something about a document that a person should look at."""

    code: str
    """`GD…`; each has its entry in the reference."""
    severity: Severity
    """How much it matters."""
    message: str
    """In plain words, in English if `message_nb` is there."""
    message_nb: str | None = None
    """The same in Bokmål; `None` where whoever raised it says it in one language."""
    span: Span | None = None
    """Where; `None` for the document as a whole."""
    record: str | None = None
    """Id of the record it is about."""

    def said(self, language: str) -> str:
        """Return the message for readers of `nb`, `nn` or `en`; Bokmål stands for Nynorsk."""
        return self.message_nb or self.message if language in ("nb", "nn") else self.message


@frozen(kw_only=True)
class DocumentSource:
    """Where a document came from."""

    name: str
    """Name for people."""
    path: str | None = None
    """Path on disk, where it had one."""
    sha256: str
    """SHA-256 of the bytes, in hexadecimal."""
    media_type: str
    """IANA media type."""
    size: int
    """In bytes."""
    opener: str
    """Plugin that opened it."""
    opener_version: str
    """That plugin's version."""


@frozen(kw_only=True)
class Document:
    """All that was read from one source."""

    source: DocumentSource
    """Where it came from."""
    meetings: tuple[Meeting, ...] = ()
    """Meetings in order."""
    plans: tuple[ActionPlan, ...] = ()
    """Plans in order, those inside a meeting's document too."""
    ledger: Ledger = field(factory=Ledger)
    """Who owns each line."""
    findings: tuple[Finding, ...] = ()
    """What to look at, in the order of the lines."""

    @property
    def coverage(self) -> float:
        """Share of the text lines with an owner, 0 to 1; 1 for a document without text lines."""
        return self.ledger.coverage

    def plans_of(self, meeting: Meeting) -> tuple[ActionPlan, ...]:
        """Return the plans that stand inside a meeting's document, in order."""
        ids = {link.resolved for link in meeting.plans}
        return tuple(plan for plan in self.plans if plan.id in ids)

    def records(self) -> Iterator[Record]:
        """Yield every record that has an id, parents before children."""
        for root in (*self.meetings, *self.plans):
            yield from _records(root)


def _records(record: Record) -> Iterator[Record]:
    yield record
    for attribute in type(record).__attrs_attrs__:
        value = getattr(record, attribute.name)
        if isinstance(value, Record):
            yield from _records(value)
        elif isinstance(value, tuple):
            for item in value:
                if isinstance(item, Record):
                    yield from _records(item)
