"""What every reader of the genre needs, so that a style's plugin holds only what is special to its style."""

from govdocs.reading.blocks import Block, Wrap, blocks, joined, span_of, spans_of
from govdocs.reading.claims import Segment, claim_meetings
from govdocs.reading.meetings import read_meeting
from govdocs.reading.outline import CaseHead, Outline

__all__ = [
    "Block",
    "CaseHead",
    "Outline",
    "Segment",
    "Wrap",
    "blocks",
    "claim_meetings",
    "joined",
    "read_meeting",
    "span_of",
    "spans_of",
]
