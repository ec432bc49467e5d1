"""The cases that a case's texts mention."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from govdocs.layout import Span
from govdocs.model import CaseReference
from govdocs.norwegian.numbers import find_references, head_number
from govdocs.reading.heads import number_key, number_keys
from govdocs.reading.votes import sentences

__all__ = ["read_mentions"]

_DIGIT = re.compile(r"\d")
_TREATED_BEFORE = re.compile(
    r"(?:Sak(?:en|a)\s+(?:er|ble|blei|vart|har\s+vore|har\s+vært)\s+)?(?:tidligere|tidlegare)\s+(?:behandl|handsam)",
    re.IGNORECASE,
)
"""How a sentence begins that tells where the case has been before."""


def read_mentions(
    number: str, texts: Iterable[tuple[Span, str]], previous: Sequence[CaseReference]
) -> tuple[tuple[CaseReference, ...], tuple[CaseReference, ...]]:
    """Return the cases that texts mention, other than the `number` they are about and those known from before.

    First those that a sentence tells the case was treated as (`Tidligere behandlet i sak 12/24`), then the others.
    """
    own = {*number_keys(number), *(number_key(each.number) for each in previous if each.number)}
    before: list[CaseReference] = []
    others: list[CaseReference] = []
    told = [
        (span, sentence, _TREATED_BEFORE.match(sentence) is not None)
        for span, text in texts
        if _DIGIT.search(text) and (head_number(text) is None or text.endswith("."))  # no entry of an agenda
        for sentence in sentences(text)
        if _DIGIT.search(sentence)
    ]
    for span, sentence, treated in sorted(told, key=lambda each: not each[2]):
        for raw, _ in find_references(sentence, number):
            if own.isdisjoint(number_keys(raw)):
                own.add(number_key(raw))
                (before if treated else others).append(CaseReference(span=span, raw=raw, number=raw))
    return tuple(before), tuple(others)
