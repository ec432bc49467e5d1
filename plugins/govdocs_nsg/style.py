"""What tells the style: the type of each case as a label before what is said of it, as `Vedtakssak:`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from govdocs.layout import Layout
from govdocs.norwegian import Vocabulary
from govdocs.parts import Claim, Evidence, Genre
from govdocs.reading import claim_meetings

__all__ = ["claims"]

_TYPE = re.compile(
    r"(?:[A-ZÆØÅ][a-zæøå]+-\s+og\s+)?(?:vedtaks|diskusjons|drøftings|orienterings|beslutnings|avgjerds)sak\s*:",
    re.IGNORECASE,
)
_CONFIDENCE = 0.95


def claims(layout: Layout, vocabulary: Vocabulary) -> Iterator[Claim]:
    """Yield the minutes in this style, as surely as the style is told."""
    for claim, _ in claim_meetings(layout, vocabulary=vocabulary):
        told = [line.number for line in layout.between(claim.first, claim.last) if _TYPE.match(line.text)]
        if claim.genre is Genre.MINUTES and len(told) > 1:
            evidence = (Evidence(line=line, reason="the type of case as a label") for line in told[:3])
            yield evolve(claim, confidence=_CONFIDENCE, evidence=(*claim.evidence, *evidence))
