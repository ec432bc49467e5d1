"""Running heads and feet: lines that come back at the edge of page after page, told from texts that do so by chance."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from itertools import pairwise, takewhile

from attrs import define

from govdocs.layout import Line
from govdocs.norwegian import Vocabulary

__all__ = ["Repeated"]

_SAK = re.compile(
    r"(?:(?:\w-|styre|råds|utvalgs|utvals)?sak\b|saks?fr[ae]mlegg\s*$|saksutredning\s*$|saksnr"
    r"|ps |rs |fo |vedtak|forslag|innstilling|tiltak|navn|ansvar|•|[o–-] (?=[^\W\d])|\d+[.)] "
    r")",
    re.IGNORECASE,
)
_CASE = re.compile(r"(?:\w*sak|saknr\.?|saksnr\.?|ps|rs)\s+(?:nr\.?\s*)?\S*\d", re.IGNORECASE)
_DECIDES = re.compile(r"\b(?:vedtak|innstilling|tilråding|tilrådning)\s*:?$", re.IGNORECASE)
"""What labels a decision, with whoever puts it forward before it: `Direktørens forslag til vedtak`."""
_COUNTED = re.compile(r"\b(side|page)?\s*\d+\s*(av|of|/)\s*\d+|\b(side|page)\s*\d+|^\d+\s|\s\d+$")
_SAYS = re.compile(r":(?:\s|$)|[.!?]$")
_SENTENCE_ENDS = re.compile(r"[a-zæøå]{3}[.!?] [A-ZÆØÅ].*[^.!?]$")
_FIGURES = re.compile(r"\d{1,9}")
_WORD = re.compile(r"[a-zæøå]{3}", re.IGNORECASE)
_LONGEST_HEADS = 60
"""Letters of a line that holds nothing but the heads of a plan's columns."""
_NEAR = 2.5
"""Columns of text by which a cell may miss where the head of its column begins."""
_CHANCE = 4
"""How much more often than within pages a foot stands at their end: what stands in texts ends one now and then."""


@define
class Repeated:
    """The lines at one edge of the pages; `edges` are the outermost of each page, from the edge inwards.

    A line counts if all that stands further out on its page comes back too. Where three pages or more are told for
    `certain`, one may stand further in, but not under the numbers of different cases: it is the title of each. What
    says something, a sentence or what a label announces, counts only if it stands on all but all pages: many a page
    ends with the same decision. What stands within pages too is none, unless each page, the first too, begins with it.
    """

    lines: list[Line]
    edges: list[list[Line]]
    opposite: list[list[Line]]
    kinds: list[str | None]
    foot: bool
    certain: bool

    def mark(self) -> None:
        """Mark what comes back in `kinds`; the first of the heads stays text.

        One that counts the pages stays only on page 1, for behind a cover it is no title with a number.
        """
        alike = [group for group in self._alike() if self._on_enough(group)]
        groups = [group for group in alike if self._comes_back(group)]
        back = {line.number for group in groups for line in group}
        again = {line.number for group in alike for line in group}
        outer = {o.number: all(p.number in back for p in edge[:n]) for edge in self.edges for n, o in enumerate(edge)}
        free = {line.page for line in self._unmarked() if line.number not in again}
        for group in groups:
            if len(group) == 2 and not {line.page for line in group} <= free:
                continue  # it would leave a page without any text
            says = self._says(group)
            inner = not says and self._may_stand_within(group)
            kept = [line for line in group if outer[line.number] or inner]
            if not self._on_enough(kept) or (says and len(group) < max(3, 0.8 * self._count)):
                continue
            if self.foot and len(group) == 2 and not all(self._set_apart(line) for line in kept):
                continue
            self._set(kept)

    def _set(self, group: list[Line]) -> None:
        for line in group:
            self.kinds[line.number - 1] = "running-foot" if self.foot else "running-head"
        first = min(group, key=lambda line: line.number)
        if not self.foot and (first.page == 1 or len({line.text for line in group}) == 1):
            self.kinds[first.number - 1] = ""

    def _unmarked(self) -> Iterator[Line]:
        return (line for line in self.lines if line.text and not self.kinds[line.number - 1])

    @cached_property
    def _count(self) -> int:
        """Pages that hold lines at this edge."""
        return sum(bool(edge) for edge in self.edges)

    @cached_property
    def _outermost(self) -> set[int]:
        return {line.number for edge in self.edges for line in edge[:1]}

    @cached_property
    def _inside(self) -> Counter[str]:
        """How often each text stands anywhere but at this edge."""
        at_edge = {line.number for edge in self.edges for line in edge}
        return Counter(line.text.casefold() for line in self.lines if line.number not in at_edge)

    @cached_property
    def _turned(self) -> set[str]:
        """The texts at the other edge."""
        return {line.text for edge in self.opposite for line in edge}

    @cached_property
    def _column_heads(self) -> list[Line]:
        """The heads of a plan's columns."""
        return [line for line in self.lines if line.text and len(line.text) < _LONGEST_HEADS and _heads_columns(line)]

    def _within(self, group: list[Line]) -> int:
        """Return how often the texts of a group stand anywhere but at this edge."""
        return sum(self._inside[text] for text in {line.text.casefold() for line in group})

    def _alike(self) -> Iterator[list[Line]]:
        """Yield what may be a head or foot, the same on several pages but for numbers, one line of each page.

        It is the first one from the edge: below a head the same may be text.
        """
        words = Vocabulary.standard()
        places: dict[str, dict[int, Line]] = {}
        for edge in self.edges:
            for line in edge:
                decides = words.kind(line.text, "decision") in (
                    "decision.proposed",
                    "decision.adopted",
                    "decision.vote",
                )
                decides = decides or _DECIDES.search(line.text) is not None
                if decides and self.foot:
                    break  # what stands over a decision's label is text
                if decides or _SAK.match(line.text) or _addresses(line.text):
                    continue
                if len(line.text) > 3 and _WORD.search(line.text):
                    places.setdefault(_COUNTED.sub("#", line.text.casefold()), {}).setdefault(line.page, line)
        for found in places.values():
            yield list(found.values())

    def _comes_back(self, group: list[Line]) -> bool:
        """Tell what does not stand on its pages by chance."""
        within = self._within(group)
        begins = not self.foot and sum(line.number in self._outermost for line in group) == len(self.edges)
        if within * (_CHANCE if self.foot else 1) >= len(group) and not begins:
            return False
        if 2 * sum(not _in_step(a, b) for a, b in pairwise(group)) > len(group):
            return False
        if len(group) == 2 and (self._turns(group) or self._of_rows(group) or self._in_text(group)):
            return False
        return not (self.foot and self._ends_text(group))

    def _on_enough(self, group: list[Line]) -> bool:
        """Tell whether a line stands on enough of the pages that hold lines at this edge; two count only at the end."""
        pages = sorted(line.page for line in group)
        if len(pages) == 2:
            return self._count <= 3 and pages == [len(self.edges) - 1, len(self.edges)]
        return len(pages) >= 3 and len(pages) >= 0.25 * self._count

    def _turns(self, group: list[Line]) -> bool:
        """Tell what stands further in on one of its pages and at the other edge of some page."""
        return any(line.number not in self._outermost and line.text in self._turned for line in group)

    def _in_text(self, group: list[Line]) -> bool:
        """Tell what begins two pages as part of a stretch that comes back.

        It stands behind the same line on both, unless the whole text ends so too: that is a foot. Or it goes on to
        the end of its sentence.
        """
        if self.foot:
            return False
        over = {self._end_before(line.page) for line in group}
        ends = over | {self._end_before(self.lines[-1].page + 1)}
        return any(map(self._begins_sentence, group)) or (len(over) == 1 < len(ends))

    def _end_before(self, page: int) -> str:
        """Return the last text before a page that is no furniture."""
        above = (each for each in reversed(self.lines) if each.page < page and each.text)
        return next((each.text for each in above if not self.kinds[each.number - 1]), "")

    def _begins_sentence(self, line: Line) -> bool:
        """Tell a line right under which a small letter goes on to the end of a sentence."""
        below = list(takewhile(lambda each: each.text, self.lines[line.number :]))
        return bool(below) and below[0].text[0].islower() and any(_SAYS.search(each.text) for each in below)

    def _of_rows(self, group: list[Line]) -> bool:
        """Tell a cell or row of a plan's table, at which two pages are cut, from what counts the pages or is dated.

        At their tops what stands first may be a head, unless its cells stand under the heads of columns or it stands
        within pages too; and what begins all pages is one.
        """
        if not self._column_heads or _heads_columns(group[0]) or (_FIGURES.search(group[0].text) and _in_step(*group)):
            return False
        if self.foot or any(line.number not in self._outermost for line in group):
            return True
        row = any(_stands_under(group[0], head) for head in self._column_heads)
        return len(group) < len(self.edges) and (row or self._within(group) > 0)

    def _says(self, group: list[Line]) -> bool:
        announced = self.foot and any(_announced(self._over(line)) for line in group)
        return announced or _SAYS.search(group[0].text) is not None

    def _may_stand_within(self, group: list[Line]) -> bool:
        if not self.certain or len(group) <= max(2, 0.6 * self._count):
            return False
        return len({over for line in group if _CASE.match(over := self._over(line))}) < 2

    def _over(self, line: Line) -> str:
        """Return the text line before one."""
        return next((self.lines[n].text for n in range(line.number - 2, -1, -1) if self.lines[n].text), "")

    def _set_apart(self, line: Line) -> bool:
        """Tell whether a blank line, or furniture, stands before a line."""
        before = self.lines[line.number - 2] if line.number > 1 else None
        return before is None or before.blank or before.furniture is not None

    def _ends_text(self, group: list[Line]) -> bool:
        """Tell the same decision under its label, or the same piece of a text, on page after page from a foot."""
        told = (
            _announced(over := self._over(line)) or self._below_label(line) or self._goes_on(over, line)
            for line in group
        )
        return 2 * sum(told) > len(group)

    def _below_label(self, line: Line) -> bool:
        """Tell the last line of what a label announces: nothing sets it apart from the lines up to that."""
        below = line
        for each in map(self.lines.__getitem__, range(line.number - 2, -1, -1)):
            if each.text:
                if each.page != line.page or below.number - each.number - 1 > self._least_gap:
                    return False
                if _announced(each.text):
                    return True
                below = each
        return False

    @cached_property
    def _least_gap(self) -> int:
        """Blank lines between any two lines of a page at the least: one in a text set double."""
        told = [line for line in self.lines if line.text]
        return min((b.number - a.number - 1 for a, b in pairwise(told) if a.page == b.page), default=0)

    def _goes_on(self, over: str, line: Line) -> bool:
        """Tell the end of a sentence, or one's end within a paragraph that goes on at the next page's top."""
        ended = over.endswith((".", ":", "!", "?"))
        if line.text[:1].islower() and not ended:
            return True
        if not ended or _SENTENCE_ENDS.search(line.text) is None:
            return False
        after = next(
            (each for each in self.lines[line.number :] if each.text and not self.kinds[each.number - 1]), line
        )
        return after.page > line.page and after.text[:1].islower()


def _addresses(text: str) -> bool:
    """Tell the line with which paper after paper begins at a page's top: `Til: Universitetsstyret`."""
    label = Vocabulary.standard().label(text, "case")
    return label is not None and label.colon and label.kind in ("case.to", "case.sender")


def _heads_columns(line: Line) -> bool:
    """Tell the heads of a plan's columns, one of which says who answers: `Tiltak Ansvar Frist`."""
    kinds = [Vocabulary.standard().kind(word, "plan") for word in line.text.split()]
    return kinds[0] is not None and "plan.responsible" in kinds


def _stands_under(line: Line, head: Line) -> bool:
    """Tell a line whose second cell begins where that of another does: a head of two parts is set as it likes."""
    return bool(line.stops and head.stops) and abs(line.stops[0] - head.stops[0]) <= _NEAR


def _announced(over: str) -> bool:
    """Tell a label that stands alone over a line: a decision's, a heading."""
    return Vocabulary.standard().kind(over, "decision", "section", "case") is not None


def _in_step(line: Line, other: Line) -> bool:
    """Tell lines that are the same but for numbers that rise with the pages, if they are not quite the same."""
    one, two = ([int(figures) for figures in _FIGURES.findall(each.text)] for each in (line, other))
    steps = {b - a for a, b in zip(one, two, strict=False)} - {0}
    return steps <= {other.page - line.page}
