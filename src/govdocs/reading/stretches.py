"""A file cut into stretches where a page begins another document, and no series of cases goes on behind it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from govdocs.layout import Layout, Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import head_number, parse_number
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.asking import once_a_layout
from govdocs.reading.fronts import Front, Opens, find_fronts
from govdocs.reading.heads import CaseHead
from govdocs.reading.outline import Outline, text_lines
from govdocs.reading.rollcalls import opens_list

__all__ = ["outline_of", "outlines", "own_heads"]

_NUMBER = re.compile(r"\d{1,4}(?:[/-]\d{1,4})+")
_HEAD = 6
"""Lines at a document's beginning that give its day."""
_LEAST = 30
"""Text lines that a document without cases has at the least; fewer may be the cover of what comes next."""


@once_a_layout
def outlines(layout: Layout, vocabulary: Vocabulary) -> tuple[Outline, ...]:
    """Return the outlines of the stretches, each made of its own lines only.

    What stands between two cases of one series, as minutes and plans attached to papers do, is not cut off.
    """
    whole = Outline.of(layout.flow, vocabulary)
    cuts = list(_cuts(whole, find_fronts(layout, vocabulary)))
    if not cuts:
        return (whole,)
    ends = pairwise([0, *cuts, len(layout.lines) + 1])
    return tuple(Outline.of(tuple(layout.between(start, stop - 1)), vocabulary) for start, stop in ends)


def outline_of(lines: Sequence[Line], layout: Layout, vocabulary: Vocabulary) -> Outline:
    """Return the outline of a part's lines: that of the stretch it was claimed from, where it is of the same lines."""
    text = text_lines(lines)
    same = (outline for outline in outlines(layout, vocabulary) if outline.source == text)
    return next(same, None) or Outline.of(text, vocabulary)


def _cuts(whole: Outline, fronts: Sequence[Front]) -> Iterator[int]:
    """Yield the numbers of the lines to cut at."""
    places = [bisect_left(whole.lines, front.line, key=lambda line: line.number) for front in fronts]
    if not any(places):
        return
    heads = own_heads(whole, places, {})
    series = _Series(whole.lines, heads)
    start, opened = 0, None
    for front, place in zip(fronts, places, strict=True):
        before = heads[bisect_left(heads, start, key=_index) : bisect_left(heads, place, key=_index)]
        if series.go_on(before, place):
            continue
        told = (
            opened in (Opens.PLAN, Opens.OTHER, Opens.ANY)
            or place - start >= _LEAST
            or _on_other_days(whole, start, place)
        )
        if place and (before or (told and not _attended(whole, start, place))):
            yield front.line
        elif place:
            continue
        start, opened = place, front.opens


def _on_other_days(outline: Outline, start: int, place: int) -> bool:
    """Tell whether two heads give days, and none that both give: no cover and its document.

    A case gives no day of its meeting: `Sak 19/8/21` is a number, and what its title tells was another day.
    """
    one, other = (
        {
            day.date
            for line in outline.lines[at : at + _HEAD]
            if head_number(line.text) is None
            for day in find_days(line.text)
            if day.date
        }
        for at in (start, place)
    )
    return bool(one and other) and not one & other


def _attended(outline: Outline, start: int, end: int) -> bool:
    """Tell whether a list of those present stands between two places: the meeting's cases are still to come."""
    return any(opens_list(line.text, outline.vocabulary) for line in outline.lines[start:end])


def own_heads(
    outline: Outline, starts: Sequence[int], known: dict[tuple[int, int], tuple[CaseHead, ...]]
) -> list[CaseHead]:
    """Return the heads of cases in the stretches between some places, each stretch looked at by itself, and once."""
    stretches = list(pairwise(sorted({0, *starts, len(outline.lines)})))
    for first, last in stretches:
        if (first, last) not in known:
            heads = Outline(outline.lines[first:last], outline.vocabulary).heads
            known[first, last] = tuple(_moved(head, first) for head in heads)
    return [head for stretch in stretches for head in known[stretch]]


def _index(head: CaseHead) -> int:
    return head.index


def _moved(head: CaseHead, by: int) -> CaseHead:
    return evolve(head, index=head.index + by, told=None if head.told is None else head.told + by)


class _Series:
    """Where the numbers and the series of a file's cases stand last, so that one look tells whether they go on."""

    def __init__(self, lines: Sequence[Line], heads: Sequence[CaseHead]) -> None:
        self._numbers = {number: place for place, line in enumerate(lines) for number in _NUMBER.findall(line.text)}
        self._years: dict[str, dict[int | None, int]] = {}
        """Last place by the form of the numbers and the year they tell."""
        for head in heads:
            self._years.setdefault(head.hit.shape, {})[parse_number(head.hit.number).year] = head.index

    def go_on(self, before: Sequence[CaseHead], place: int) -> bool:
        """Tell whether the cases before a place go on behind it: one of them, or the next ones of their series."""
        numbers = (number for head in before for number in _NUMBER.findall(head.hit.number))
        if any(self._numbers.get(number, -1) >= place for number in numbers):
            return True
        return any(self._goes_on(head, place) for head in before)

    def _goes_on(self, head: CaseHead, place: int) -> bool:
        """Tell whether a case behind a place is numbered in the form of another, and in its year if both tell it."""
        own = parse_number(head.hit.number).year
        years = self._years.get(head.hit.shape, {}).items()
        return any(at >= place and (own is None or year is None or own == year) for year, at in years)
