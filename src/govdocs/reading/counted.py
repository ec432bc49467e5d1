"""Cases that a bare number counts, over the number they have in the archive: `21`, the title, `Sak nr. 2005/1874 A`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, archive_number
from govdocs.reading.heads import CaseHead

__all__ = ["counted_heads"]

_COUNT = re.compile(r"(?P<number>\d{1,3}|[IVX]{1,4})(?:\s+(?P<title>[A-ZÆØÅ«].{3,}))?")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
_REACH = 5
"""Lines from a number to the archive's number below the title."""


def counted_heads(lines: Sequence[Line], told: Sequence[CaseHead]) -> list[CaseHead]:
    """Return such heads where two or more rise and no other number tells a case; none elsewhere.

    Matters of form come first under Roman numbers. `told` are the heads that a word tells: here, archive numbers.
    """
    archived = [n for n, line in enumerate(lines) if (told_as := archive_number(line.text)) and told_as[0]]
    if len(archived) < 2 or any(archive_number(lines[head.index].text) is None for head in told):
        return []
    counts = {n: match for n, line in enumerate(lines) if line.cell is None and (match := _counts(lines, n, line))}
    over = sorted({n for at in archived if (n := _above(counts, at)) is not None})
    plain = [n for n in over if counts[n]["number"].isdigit()]
    values = [int(counts[n]["number"]) for n in plain]
    if len(plain) < 2 or any(b <= a for a, b in pairwise(values)):
        return []
    more = [n for n in counts if n not in over and _next_in_line(counts, over, n)]
    return [_head(n, counts[n]) for n in sorted({*over, *more})]


def _counts(lines: Sequence[Line], at: int, line: Line) -> re.Match[str] | None:
    match = _COUNT.fullmatch(line.text)
    if match is None or match["title"] is not None:
        return match
    after = lines[at + 1].text if at + 1 < len(lines) else ""
    return match if after[:1].isupper() else None


def _above(counts: dict[int, re.Match[str]], at: int) -> int | None:
    return next((n for n in range(at - 1, max(-1, at - 1 - _REACH), -1) if n in counts), None)


def _next_in_line(counts: dict[int, re.Match[str]], over: Sequence[int], at: int) -> bool:
    """Tell a count without an archive's number that stands right before or after its neighbour in the series."""
    number = counts[at]["number"]
    if number in _ROMAN:
        later = next((counts[n]["number"] for n in over if n > at), "")
        return later.isdigit() or later in _ROMAN[_ROMAN.index(number) + 1 :]
    before = max((int(counts[n]["number"]) for n in over if n < at and counts[n]["number"].isdigit()), default=-1)
    return int(number) == before + 1 and counts[at]["title"] is None


def _head(at: int, match: re.Match[str]) -> CaseHead:
    hit = NumberHit(number=match["number"], word=None, rest=match["title"] or "", shape="|count")
    return CaseHead(index=at, hit=hit)
