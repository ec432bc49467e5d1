"""Cases that neither a number of a series nor an ordinal alone tells: `Pkt. 1 Title`, and those that letters count."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.heads import CaseHead, number_key
from govdocs.reading.lettered import lettered_heads
from govdocs.reading.votes import tells_votes

__all__ = ["heads_apart"]

_POINT = re.compile(
    r"(?P<word>Pkt\.?|PKT\.?|Punkt|PUNKT)\s*(?P<number>\d{1,2})(?:\s*[.:–-]+\s*|\s+)(?P<title>[A-ZÆØÅ«\"][^\n]{2,120})"
)


def heads_apart(lines: Sequence[Line]) -> list[CaseHead]:
    """Return the heads that letters count (`Sak A`) and those that are points (`Pkt. 1`)."""
    return [*lettered_heads(lines), *_pointed(lines)]


def _pointed(lines: Sequence[Line]) -> list[CaseHead]:
    """Return the points that run from 1 up, under titles that are no sentences; none where they are within a case.

    So they are where another number begins a line above them and does not come again below, as one of the agenda does.
    """
    found = [(n, match) for n, line in enumerate(lines) if (match := _POINT.fullmatch(line.text)) is not None]
    values = [int(match["number"]) for _, match in found]
    if len(found) < 2 or values[0] != 1 or not all(b in (1, a + 1) for a, b in pairwise(values)):
        return []
    if any(looks_like_sentence(title := match["title"].rstrip(" .:")) or tells_votes(title) for _, match in found):
        return []
    first, last = found[0][0], found[-1][0]
    if not _numbers(lines[:first]) <= _numbers(lines[last + 1 :]):
        return []
    return [CaseHead(index=n, hit=_hit(match)) for n, match in found]


def _numbers(lines: Sequence[Line]) -> set[str]:
    """Return the numbers that begin lines as those of cases do."""
    hits = (head_number(line.text, bare=True, ordinal=True) for line in lines)
    return {number_key(hit.number) for hit in hits if hit is not None and hit.rest[:1].isupper()}


def _hit(match: re.Match[str]) -> NumberHit:
    title = match["title"].rstrip(" :")
    return NumberHit(number=match["number"], word=match["word"], rest=title, shape="pkt|9")
