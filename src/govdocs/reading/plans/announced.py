"""Measures that nobody is named for: the items of a list which a heading or a sentence calls the measures of a plan."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.blocks import Wrap, joined
from govdocs.reading.plans.columns import Column, Header, Kind
from govdocs.reading.plans.endings import ends_in_bodies
from govdocs.reading.plans.fronts import PlanFront
from govdocs.reading.plans.grids import Grid, Row
from govdocs.reading.plans.headings import area_label
from govdocs.reading.plans.marks import Mark, follows, mark_of, shape_is_bullet
from govdocs.reading.plans.names import split_period
from govdocs.reading.plans.values import Looks

__all__ = ["find_announced"]

_HEADER = Header(columns=(Column(kind=Kind.MEASURE, written=""),), lines=())
_WORD = re.compile(r"(?:[a-zæøå]{4,}s)?tiltak(?:a|ene|sliste|sdel|soversikt)?|aktivitet(?:er|ar)|handlingsdel")
_PAST = re.compile(
    r"\b(?:gjennomført|tidlig|tidleg|eksister|dagens|avslutt|iverksatt|iverksett|utført|økonomisk|om\b|evaluer)"
)
"""Words before `tiltak` that tell what has been done, or speak about measures."""
_FOLLOWING = re.compile(
    r"(?:følgende|følgjande|desse|disse|nye|(?<!\d)\d{1,3}|to|tre|fire|fem|seks|sju|syv|åtte|ni|ti|prioriterte?|konkrete?|aktuelle)"
    r"\s+(?:\w+\s+)?tiltak(?:a|ene)?\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"\b(?:ble|blei|vart|var|er|har)\s+(?:\w+\s+){0,3}(?:gjennomført|iverksatt|iverksett|avslutt|vurdert)"
)
_SHALL = re.compile(
    r"(?:dette|det|her|slik)\s+(?:skal|vil)\s+\w+\s+(?:gjøre|gjere|prioritere|gjennomføre|arbeide)(?:\s+\w+){0,3}\s*:|"
    r"(?:vi|regjeringa|\w+(?:kommunen|kommunane|en|et|a))\s+(?:skal|vil)(?:\s+\w+){0,3}\s*:|vi\s+(?:skal|vil)",
    re.IGNORECASE,
)
"""`Dette skal vi gjøre:`, `Kommunen vil:`"""
_HOW = re.compile(
    r"(?:slik|dette|det|kva|hva)\s+(?:skal|vil|gjør|gjer)\s+vi(?:\s+(?:det|gjøre|gjere))?\s*[:?]$", re.IGNORECASE
)
"""`Slik gjør vi det:`, `Hva skal vi gjøre?`"""
_SHORT = 70
"""Letters of a heading at the most."""


@define(kw_only=True)
class _List:
    """A list on its way: the places of its items, and of the lines that announce it."""

    items: list[tuple[int, int]]
    heads: list[int]
    bracketed: bool = False


@define
class _Search:
    lines: Sequence[Line]
    wrap: Wrap
    front: PlanFront
    looks: Looks

    def called(self) -> list[_List]:
        """Return the measures that are each called one, with a number, a title and what is said of it below."""
        starts = [n for n, line in enumerate(self.lines) if self._is_called(line, n)]
        last = {self._mark(n).value: n for n in starts}  # of those listed at the front too, the later ones
        starts = [n for n in starts if last[self._mark(n).value] == n]
        if len(starts) < 2:
            return []
        out: list[_List] = []
        for start, limit in zip(starts, [*starts[1:], len(self.lines)], strict=True):
            end = next((n for n in range(start + 1, limit) if self._heads(n)), limit)
            if out and out[-1].items[-1][1] == start:
                out[-1].items.append((start, end))
            else:
                out.append(_List(items=[(start, end)], heads=[]))
        return out

    def _mark(self, at: int) -> Mark:
        mark = mark_of(self.lines[at].text)
        assert mark is not None
        return mark

    def _is_called(self, line: Line, at: int) -> bool:
        mark = mark_of(line.text)
        apart = at == 0 or line.number - self.lines[at - 1].number > 1 or line.page != self.lines[at - 1].page
        return mark is not None and mark.shape.startswith("tiltak ") and apart and not re.search(r"\.{4,}", line.text)

    def _heads(self, at: int) -> bool:
        """Tell a heading behind a measure: an area's label or number, or a short line between blank ones."""
        line, lines = self.lines[at], self.lines
        if line.heading or area_label(line.text, self.looks.vocabulary) is not None:
            return True
        mark = mark_of(line.text)
        after = lines[at + 1] if at + 1 < len(lines) else None
        apart = line.number - lines[at - 1].number > 1 and (after is None or after.number - line.number > 1)
        short = len(line.text) < _SHORT and not looks_like_sentence(line.text) and line.text[:1].isupper()
        before = mark_of(lines[at - 1].text)
        title = before is not None and before.shape.startswith("tiltak ") and not before.rest
        bullet = mark is not None and shape_is_bullet(mark.shape)
        return apart and short and not title and not bullet and not line.text.endswith((":", ",", "-"))

    def lists(self) -> Iterator[_List]:
        """Yield the lists of bullets or numbers with at least two items, announced or with who answers at each end."""
        at = 0
        chapters = self._chapters()
        while at < len(self.lines):
            mark = mark_of(self.lines[at].text)
            begins = mark is not None and bool(mark.rest) and follows(mark, None) and not self._leads(at)
            items = self._items(at, mark) if mark is not None and begins else []
            alone = len(items) == 1 and mark is not None and shape_is_bullet(mark.shape)
            heads = self._announcement(at) if len(items) > 1 or alone else None
            if heads is None and (len(items) > 1 or alone) and chapters[at] and self._over(at):
                heads = []
            ends = sum(ends_in_bodies(self.lines[start:end], self.looks) for start, end in items)
            bracketed = (ends >= 2 or alone) and ends > 0 and ends * 10 >= 6 * len(items)
            if heads is not None or (bracketed and self.front.of_measures):
                yield _List(items=items, heads=heads or [], bracketed=bracketed)
            at = items[-1][1] if heads is not None or bracketed or len(items) > 1 else at + 1

    def _chapters(self) -> list[bool]:
        """Return for each line whether it stands in a chapter that is called the measures, by number or level."""
        out: list[bool] = []
        chapter: tuple[int | str, ...] | None = None
        for n, line in enumerate(self.lines):
            place = self._place(n)
            if place is not None and self.front.of_measures and self._is_heading(line.text):
                chapter = place
            elif place is not None and chapter is not None and (place == chapter or not _is_under(place, chapter)):
                chapter = None
            out.append(chapter is not None)
        return out

    def _place(self, at: int) -> tuple[int | str, ...] | None:
        """Return the number of a heading as a path, or its level; `None` for other lines."""
        line = self.lines[at]
        if line.heading:
            return ("#", line.heading)
        mark = mark_of(line.text)
        if mark is None or mark.number is None or not mark.rest or looks_like_sentence(mark.rest):
            return None
        after = self.lines[at + 1] if at + 1 < len(self.lines) else None
        apart = at == 0 or line.page != self.lines[at - 1].page or line.number - self.lines[at - 1].number > 1
        below = after is None or after.page != line.page or after.number - line.number > 1
        return mark.value if apart and below and len(line.text) < _SHORT else None

    def _leads(self, at: int) -> bool:
        """Tell the numbered heading of a list of bullets, between blank lines, from an item with points of its own."""
        after = mark_of(self.lines[at + 1].text) if at + 1 < len(self.lines) else None
        return after is not None and shape_is_bullet(after.shape) and self._place(at) is not None

    def _over(self, at: int) -> bool:
        """Tell whether a heading stands right over a list, or over the one sentence that leads to it."""
        start = self._paragraph(at)
        if start is None:
            return at > 0 and self._place(at - 1) is not None
        if at - start <= 5 and looks_like_sentence(joined(self.lines[start:at])):
            return start > 0 and self._place(start - 1) is not None
        return self._place(start) is not None and at - start == 1

    def _items(self, at: int, first: Mark) -> list[tuple[int, int]]:
        out: list[tuple[int, int]] = []
        indent = self.lines[at].indent
        before: Mark | None = None
        while at < len(self.lines):
            line = self.lines[at]
            mark = mark_of(line.text)
            if mark is None or not mark.rest or mark.shape != first.shape or abs(line.indent - indent) > 1.5:
                break
            if before is not None and not follows(mark, before):
                break
            end = self._end(at, first)
            out.append((at, end))
            at, before = end, mark
        return out

    def _end(self, start: int, first: Mark) -> int:
        """Return where an item ends: behind the lines that hang under it and its sub-points."""
        end = start + 1
        while end < len(self.lines):
            line, before = self.lines[end], self.lines[end - 1]
            mark, gap = mark_of(line.text), line.number - before.number - 1
            deeper = line.indent > self.lines[start].indent + 1
            if mark is not None and mark.rest and mark.shape == first.shape and not deeper:
                break
            listed = mark is not None and shape_is_bullet(mark.shape) and (deeper or mark.shape != first.shape)
            small = line.text[:1].islower() or line.text[:1] == "("
            goes_on = self.wrap.goes_on(before, line, item=True) and (gap <= 0 or small)
            if not (listed or (mark is None and goes_on) or (deeper and gap == 0)):
                break
            end += 1
        return end

    def _announcement(self, at: int) -> list[int] | None:
        """Return the places of what calls a list the measures; `None` where nothing does."""
        start = self._paragraph(at)
        if start is None:
            return None
        text = joined(self.lines[start:at])
        if self._announces(text):
            return list(range(start, at))
        above = self._paragraph(start) if looks_like_sentence(text) and at - start <= 5 else None
        if above is not None and start - above == 1 and self._is_heading(self.lines[above].text):
            return [above]
        return None

    def _paragraph(self, at: int) -> int | None:
        """Return where the paragraph begins that ends right above a place."""
        if at == 0:
            return None
        above = self.lines[at - 1].text
        if mark_of(above) is not None and not self._is_heading(above):
            return None
        start = at - 1
        while start > 0 and self.wrap.goes_on(self.lines[start - 1], self.lines[start]):
            start -= 1
        return start

    def _announces(self, text: str) -> bool:
        if self._is_heading(text) or _HOW.fullmatch(text):
            return True
        said = re.split(r"(?<=[.!?])\s+", text)[-1]
        if self.front.of_measures and _SHALL.fullmatch(said):
            return True
        return said.endswith(":") and _DONE.search(said) is None and _FOLLOWING.search(said) is not None

    def _is_heading(self, text: str) -> bool:
        """Tell a heading that says that measures follow: `Tiltak:`, `3.2 Tiltak`, `Prioriterte tiltak 2024`."""
        mark = mark_of(text)
        plain = split_period(mark.rest if mark is not None and mark.number and mark.rest else text)[0]
        words = plain.casefold().rstrip(" :").split()
        if not words or len(words) > 6 or len(text) > _SHORT or looks_like_sentence(plain):
            return False
        place = next((n for n, word in enumerate(words) if _WORD.fullmatch(word)), None)
        return place is not None and place < 3 and _PAST.search(" ".join(words[:place])) is None


def _is_under(place: tuple[int | str, ...], chapter: tuple[int | str, ...]) -> bool:
    """Tell whether a heading stands under a chapter: its number goes on from the chapter's, or its level is below."""
    if "#" in (place[0], chapter[0]):
        return place[0] == chapter[0] and int(place[1]) > int(chapter[1])
    return len(place) > len(chapter) and place[: len(chapter)] == chapter


def find_announced(lines: Sequence[Line], front: PlanFront, wrap: Wrap, looks: Looks) -> Iterator[Grid]:
    """Yield the lists of measures in a document that its own title calls a plan, a grid for each list.

    Under a title that says no more than `plan` or `strategi` there must be two lists at least that are called measures.
    """
    if front.reporting:
        return
    search = _Search(lines, wrap, front, looks)
    found = search.called() or list(search.lists())
    if sum(len(each.items) for each in found) < 3 or (len(found) < 2 and not front.of_measures):
        return
    for each in found:
        rows = tuple(Row(cells=(tuple(lines[start:end]),)) for start, end in each.items)
        used = [line.number for row in rows for line in row.lines]
        heads = tuple(lines[n] for n in each.heads if n != front.place)
        first = min([*used, *(line.number for line in heads)])
        grid = Grid(header=_HEADER, heads=heads, rows=rows, first=first, last=max(used), listed=True)
        yield evolve(grid, bracketed=each.bracketed)
