"""Cases that letters count: `Sak A`, `Sak Ba`, `Sak Bb`, beside others that have numbers."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit
from govdocs.reading.heads import CaseHead

__all__ = ["lettered_heads"]

_LETTERED = re.compile(r"(?P<word>Sak|SAK)\s+(?P<letters>[A-H][a-h]?)(?:\s*[:.–-])?\s+(?P<title>[A-ZÆØÅ«\"].{3,})")


def lettered_heads(lines: Sequence[Line]) -> list[CaseHead]:
    """Return such heads where two or more stand one after the other, from A on; none elsewhere."""
    found = [(n, match) for n, line in enumerate(lines) if (match := _LETTERED.fullmatch(line.text)) is not None]
    letters = [match["letters"] for _, match in found]
    if len(found) < 2 or letters[0] not in ("A", "Aa") or not all(_follows(a, b) for a, b in pairwise(letters)):
        return []
    return [
        CaseHead(
            index=n, hit=NumberHit(number=match["letters"], word=match["word"], rest=match["title"], shape="sak|A")
        )
        for n, match in found
    ]


def _follows(letters: str, after: str) -> bool:
    """Tell the next in line: the letter's neighbour, or that of the small one under the same letter."""
    return after in (letters[0] + chr(ord(letters[-1]) + 1), *_first(chr(ord(letters[0]) + 1)))


def _first(letter: str) -> tuple[str, str]:
    """Return how those under a letter begin: with itself, or with its first small one."""
    return (letter, f"{letter}a")
