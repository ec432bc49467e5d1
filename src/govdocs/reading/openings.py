"""What minutes approve before their first numbered case: cases without a number, each a title over what decides."""

from __future__ import annotations

from govdocs.norwegian.numbers import NumberHit
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.blocks import blocks
from govdocs.reading.decisions import decision_label
from govdocs.reading.heads import CaseHead
from govdocs.reading.inferring import inferred_decisions
from govdocs.reading.outline import Outline

__all__ = ["opening_heads"]

_APPROVES = "godkjenning av "
"""How such a title begins."""


def opening_heads(outline: Outline, stop: int) -> list[CaseHead]:
    """Return the heads of cases without a number above a place.

    On an agenda such a title has no more than other titles under it; with a colon it is a fact of the head.
    """
    return [
        CaseHead(index=at, hit=NumberHit(number="", word=None, rest=line.text, shape="|untold"))
        for at, line in enumerate(outline.lines[: max(0, stop - 1)])
        if line.text.casefold().startswith(_APPROVES)
        and line.cell is None
        and ":" not in line.text
        and not looks_like_sentence(line.text)
        and _decides(outline, at + 1)
    ]


def _decides(outline: Outline, at: int) -> bool:
    """Tell a line that decides or is the label of a decision."""
    line = outline.lines[at]
    label = decision_label(line.text, outline.vocabulary, minutes=True)
    if label is not None:
        return label.kind == "decision.adopted"
    return bool(inferred_decisions(blocks([line], outline.wrap, outline.words), labelled=False))
