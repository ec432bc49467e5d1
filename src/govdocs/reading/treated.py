"""Extracts of minutes: one sentence for a head tells which body treated which case, and on what day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.dates import Day, find_days
from govdocs.norwegian.numbers import NumberHit
from govdocs.reading.bodies import is_body_name
from govdocs.reading.heads import CaseHead

__all__ = ["Treatment", "treated_heads", "treatment"]

_TOP = 6
"""Lines from a file's beginning in which the first such sentence stands, below a letterhead."""
_SENTENCE = re.compile(
    r"(?P<body>[A-ZÆØÅ][^.:;]{2,90}?)(?:s|\s(?:sin|si|sitt))\s(?:behandling|handsaming)\sav\ssak\s"
    r"(?P<number>(?:[A-ZÆØÅ]{1,4}[\s-])?\d{1,4}/\d{2,4})\si\smøte\s(?P<day>[^:]{6,40}):?"
)


@frozen(kw_only=True)
class Treatment:
    """What such a sentence tells."""

    body: str
    number: str
    day: Day


def treatment(text: str) -> Treatment | None:
    """Read `Formannskapets behandling av sak 12/2024 i møte den 03.04.2024:`, a line that holds nothing else."""
    match = _SENTENCE.fullmatch(text.strip()) if "sak" in text else None
    if match is None or not is_body_name(match["body"]):
        return None
    day = next(find_days(match["day"]), None)
    return Treatment(body=match["body"], number=match["number"], day=day) if day is not None else None


def treated_heads(lines: Sequence[Line]) -> list[CaseHead]:
    """Return the heads of cases in a file that begins with such a sentence; the case's title is not told."""
    told = [(n, found) for n, line in enumerate(lines) if (found := treatment(line.text)) is not None]
    if not told or told[0][0] >= _TOP:
        return []
    return [
        CaseHead(index=n, hit=NumberHit(number=found.number, word=None, rest="", shape="|treated")) for n, found in told
    ]
