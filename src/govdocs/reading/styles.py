"""A style's claims: those of the general reader, made surer where the marks of the style stand."""

from __future__ import annotations

from collections.abc import Callable

from attrs import evolve

from govdocs.layout import Layout, Line
from govdocs.norwegian import Vocabulary
from govdocs.parts import Claim, Evidence, Genre
from govdocs.reading.claims import claim_meetings

__all__ = ["claim_style"]

_CONFIDENCE = 0.95
"""Above that of any general reader."""
_MOST = 3
"""Marks that the evidence names."""


def claim_style(
    layout: Layout,
    is_mark: Callable[[Line], bool],
    *,
    reason: str,
    vocabulary: Vocabulary,
    genre: Genre | None = None,
    least: int = 1,
) -> list[Claim]:
    """Return the claims of the meetings' documents that hold `least` marks of a style, of one genre or of any.

    `reason` is what the evidence says of a mark, in plain words.
    """
    marks = [line.number for line in layout.flow if is_mark(line)]
    claims = []
    for claim, _ in claim_meetings(layout, vocabulary=vocabulary) if len(marks) >= least else ():
        own = [number for number in marks if claim.first <= number <= claim.last]
        if len(own) >= least and genre in (None, claim.genre):
            evidence = (Evidence(line=number, reason=reason) for number in own[:_MOST])
            claims.append(evolve(claim, confidence=_CONFIDENCE, evidence=(*claim.evidence, *evidence)))
    return claims
