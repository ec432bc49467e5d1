"""Claims on stretches of a layout, the parts they become, and how rival claims are settled."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from enum import StrEnum
from functools import cached_property

from attrs import define, evolve, frozen

from govdocs.layout import Layout, Line, Span, merged

__all__ = ["Claim", "Evidence", "Genre", "Part", "cut_short", "settle"]


class Genre(StrEnum):
    """Kinds of running document."""

    MINUTES = "minutes"
    CASE_PAPERS = "case_papers"
    NOTICE = "notice"
    PLAN = "plan"
    OTHER = "other"


@frozen(kw_only=True)
class Evidence:
    """A line that told a reader that a stretch is its own."""

    line: int
    """1-based."""
    reason: str
    """What the line says, in plain words."""


@frozen(kw_only=True)
class Claim:
    """A reader's word that it can read a stretch of lines."""

    reader: str = ""
    """Plugin that claims; the host fills it in."""
    genre: Genre
    """What the stretch is."""
    first: int
    """First line."""
    last: int
    """Last line, inclusive."""
    confidence: float
    """Between 0 and 1."""
    evidence: tuple[Evidence, ...] = ()
    """What told it."""
    yields_to: tuple[Genre, ...] = ()
    """Genres that may lie inside as parts of their own, such as minutes attached to case papers."""
    label: str = ""
    """What it is, for people: `Saksframlegg Møte 5/2022`."""

    @property
    def weight(self) -> float:
        """Confidence times lines."""
        return self.confidence * (self.last - self.first + 1)


@define(frozen=True, kw_only=True)
class Part:
    """A stretch of a layout that one reader reads."""

    layout: Layout
    """The whole layout."""
    claim: Claim
    """The claim that won."""
    without: tuple[tuple[int, int], ...] = ()
    """First and last lines of the parts that lie inside and are read by others."""

    @cached_property
    def ranges(self) -> tuple[tuple[int, int], ...]:
        """The part's own lines as ranges of line numbers."""
        out, start = [], self.claim.first
        for first, last in merged(self.without):
            if start < first:
                out.append((start, first - 1))
            start = last + 1
        if start <= self.claim.last:
            out.append((start, self.claim.last))
        return tuple(out)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """The part's own lines in reading order, page furniture left out."""
        return tuple(line for line in self._walk() if line.furniture is None)

    @cached_property
    def furniture(self) -> tuple[Line, ...]:
        """The page furniture among them, in reading order."""
        return tuple(line for line in self._walk() if line.furniture is not None)

    def _walk(self) -> Iterator[Line]:
        for first, last in self.ranges:
            yield from self.layout.between(first, last)

    @property
    def span(self) -> Span:
        """From the claim's first line to its last."""
        return self.layout.span(self.claim.first, self.claim.last)


def cut_short(claims: Sequence[Claim], layout: Layout) -> list[Claim]:
    """Return the claims, each ended before another document of a genre it yields to that goes on behind it.

    What reaches past a claim's end does not lie inside it: the claim has taken in the other's first pages. Documents
    begin on pages of their own, so only a claim that begins a page ends another.
    """
    out = []
    for claim in claims:
        ends = [
            other.first - 1
            for other in claims
            if other.genre in claim.yields_to
            and claim.first < other.first <= claim.last < other.last
            and _begins_page(layout, other.first)
        ]
        if ends:
            last = min(ends)
            told = tuple(each for each in claim.evidence if each.line <= last)
            claim = evolve(claim, last=last, evidence=told)
        out.append(claim)
    return out


def _begins_page(layout: Layout, first: int) -> bool:
    """Tell whether nothing but furniture stands over a line on its page."""
    page = next(page for page in layout.pages if page.first <= first <= page.last)
    return all(not line.text or line.furniture is not None for line in layout.lines[page.first - 1 : first - 1])


def settle(claims: Sequence[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Choose the non-overlapping claims of greatest total weight; each with those that nest in it.

    A claim inside another one nests if the outer yields to its genre; nested claims weigh among themselves.
    """
    top = _heaviest(claims)
    chosen = []
    for claim in top:
        inside = [
            other
            for other in claims
            if other is not claim
            and other.genre in claim.yields_to
            and claim.first <= other.first
            and other.last <= claim.last
            and (other.first, other.last) != (claim.first, claim.last)
        ]
        nested = tuple(_heaviest(inside))
        chosen.append((claim, nested))
    return chosen


def _heaviest(claims: Sequence[Claim]) -> list[Claim]:
    """Weighted interval scheduling: best[i] is the best of the first i claims by last line."""
    order = sorted(claims, key=lambda c: (c.last, c.first, -c.confidence, c.reader))
    best: list[tuple[float, list[Claim]]] = [(0.0, [])]
    for index, claim in enumerate(order):
        before = index
        while before and order[before - 1].last >= claim.first:
            before -= 1
        weight, chain = best[before]
        taken = weight + claim.weight
        best.append((taken, [*chain, claim]) if taken > best[-1][0] else best[-1])
    return best[-1][1]


def named(claim: Claim, reader: str) -> Claim:
    """Return the claim with its reader's name."""
    return evolve(claim, reader=reader)
