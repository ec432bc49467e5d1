"""What every reader of the genre needs, so that a style's plugin holds only what is special to its style."""

from govdocs.reading.blocks import Block, Wrap, blocks, joined, span_of, spans_of
from govdocs.reading.claims import Segment, claim_meetings
from govdocs.reading.heads import CaseHead
from govdocs.reading.meetings import read_meeting
from govdocs.reading.outline import Outline
from govdocs.reading.plans.reading import claim_plans, read_plan
from govdocs.reading.styles import claim_style

__all__ = [
    "Block",
    "CaseHead",
    "Outline",
    "Segment",
    "Wrap",
    "blocks",
    "claim_meetings",
    "claim_plans",
    "claim_style",
    "joined",
    "read_meeting",
    "read_plan",
    "span_of",
    "spans_of",
]
