"""What tells the style: case numbers of three parts (`37/5/2022`), or its own label for earlier meetings."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from attrs import evolve

from govdocs.layout import Layout
from govdocs.norwegian import Vocabulary
from govdocs.parts import Claim, Evidence
from govdocs.reading import claim_meetings

__all__ = ["claims", "with_own"]

_STYLE = re.compile(r"Sak\s+\d{1,3}/\d{1,2}/\d{2,4}(?:\s|$)|Andre\s+(?:\w+)?møter\s+(?:hvor|der)\b")
_CONFIDENCE = 0.95


@cache
def with_own(vocabulary: Vocabulary) -> Vocabulary:
    """Return labels with the style's own."""
    return vocabulary.extended(files("govdocs_ho21").joinpath("labels.toml").read_text(encoding="utf-8"))


def claims(layout: Layout, vocabulary: Vocabulary) -> Iterator[Claim]:
    """Yield the papers and minutes in this style."""
    places = [line.number for line in layout.flow if _STYLE.match(line.text)]
    for claim, _ in claim_meetings(layout, vocabulary=vocabulary) if places else ():
        if told := [place for place in places if claim.first <= place <= claim.last]:
            reason = "a case number that holds the meeting's, or the style's own label"
            evidence = (Evidence(line=place, reason=reason) for place in told[:3])
            yield evolve(claim, confidence=_CONFIDENCE, evidence=(*claim.evidence, *evidence))
