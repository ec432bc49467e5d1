"""Cases, and what stands under them: sections, points, decisions, votes, papers and references."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum

from attrs import frozen

from govdocs.model.records import Record

__all__ = [
    "Attachment",
    "Case",
    "CaseNumber",
    "CaseReference",
    "CaseType",
    "Decision",
    "DecisionKind",
    "Point",
    "Section",
    "SectionKind",
    "Vote",
    "VoteCount",
]


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
    """How it was voted on; `None` where nothing is said.

    A recommendation that was adopted word for word has none: the decision has it.
    """


@frozen(kw_only=True)
class Case(Record):
    """One case of a meeting."""

    number: str | None = None
    """As written, without the word `Sak`; `None` for a paper that has no number yet."""
    parsed: CaseNumber | None = None
    """The number taken apart; `None` where there is none."""
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
