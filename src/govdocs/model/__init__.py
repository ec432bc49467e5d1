"""The records: what a document says, as typed, frozen objects that know no file format.

Text is what a careful secretary would type into a register: line breaks are one blank, bullets and markup are
dropped, nothing is paraphrased or corrected. `None` and empty tuples mean "not stated". Every record has an `id`
(given by the core: stable for the same bytes, readable, hierarchical), the `span` it was read from, and `spans`,
the lines of its single fields.
"""

from govdocs.model.cases import (
    Attachment,
    Case,
    CaseNumber,
    CaseReference,
    CaseType,
    Decision,
    DecisionKind,
    Point,
    Section,
    SectionKind,
    Vote,
    VoteCount,
)
from govdocs.model.documents import Document, DocumentSource, Finding, Severity
from govdocs.model.meetings import Meeting, MeetingKind, NextMeeting, Participant, ParticipantStatus, PlanLink
from govdocs.model.plans import Action, ActionPlan, FocusArea
from govdocs.model.records import FieldSpan, Record

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
