"""What tells the style: a two-column table of cases with running text, or `Vedtakssak:` behind the titles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from govdocs.layout import Layout, Line
from govdocs.norwegian import Vocabulary
from govdocs.parts import Claim, Evidence, Genre
from govdocs.reading import claim_meetings

__all__ = ["claims", "is_case_table"]

_NUMBER = re.compile(r"Sak\s+\d{1,3}-\d{4}$")
_TYPE = re.compile(
    r"(?:[A-ZÆØÅ][a-zæøå]+-\s+og\s+)?(?:Vedtaks|Diskusjons|Drøftings|Orienterings|beslutnings"
    r"|avgjerds|vedtaks|Avgjerds)sak\s*:",
    re.IGNORECASE,
)
_CONFIDENCE = 0.95


def claims(layout: Layout, vocabulary: Vocabulary) -> Iterator[Claim]:
    """Yield the minutes in this style, as surely as the style is told."""
    if not any(_NUMBER.match(line.text) or _TYPE.match(line.text) for line in layout.flow):
        return
    for claim, _ in claim_meetings(layout, vocabulary=vocabulary):
        if claim.genre is not Genre.MINUTES:
            continue
        lines = [line for line in layout.between(claim.first, claim.last) if line.text]
        labels = [line for line in lines if _TYPE.match(line.text)]
        if is_case_table(lines) or len(labels) >= 2:
            told = labels or [line for line in lines if _NUMBER.match(line.text)]
            reason = "the type of case as a label" if labels else "a table of cases with running text"
            yield evolve(
                claim,
                confidence=_CONFIDENCE,
                evidence=(*claim.evidence, *(Evidence(line=line.number, reason=reason) for line in told[:3])),
            )


def is_case_table(lines: Sequence[Line]) -> bool:
    """Tell whether the cases stand in a table of two columns, the number alone in the first."""
    return sum(line.cell is not None and line.cell[2] == 0 and bool(_NUMBER.match(line.text)) for line in lines) >= 2
