"""What stands on every page and belongs to none of its texts: page numbers, running heads, link lists, rules."""

from __future__ import annotations

import re
from collections import Counter

from attrs import evolve

from govdocs.layout import Line, Page
from govdocs_text.pages import Text, lists_case
from govdocs_text.repeated import Repeated

__all__ = ["find_furniture"]

_NUMBERED = re.compile(
    r"(?![^(]*\))(?:(?:side|s\.|page|sidetall|sidenr\.?)\s*:?\s*)?(?P<a>\d{1,4})\s*"
    r"(?:(?:av|of|(?P<slash>/)|\()\s*(?P<b>\d{1,4})\)?)?",
    re.IGNORECASE,
)
_LAST = re.compile(
    r"(?:^|\s)(?:side|page)\s*:?\s*(?P<a>\d{1,4})\s*(?:av|of|/|\()\s*(?P<b>\d{1,4})\)?\.?$", re.IGNORECASE
)
_SAID = re.compile(r"(?:side|page|sidetall|sidenr\.?)\s*:?\s*\d{1,4}(?:\s*(?:av|of|/|\()\s*\d{1,4}\)?)?", re.IGNORECASE)
_ADDRESS = re.compile(r"\S@\S{1,255}\.\S|\bpostboks\b|\borg\.?\s?nr|\btlf\b|\btelefon\b|\bwww\.", re.IGNORECASE)
_BETWEEN_PARTS = re.compile(r"\s[|·•–-]\s|\sTlf|,\s*\d{4}\s")
_ENDS = re.compile(
    r"^\D.{0,110}\s(?:side|page)\s*:?\s*\d{1,4}\s*(?:av|of|/)\s*\d{1,4}\.?$"
    r"|^[^a-zæøå]?\D?.{3,110}\sSide\s*\d{1,4}$|^(?:side|page)\s*:?\s*\d{1,4}\s*(?:av|of"
    r"|/)\s*\d{1,4}\s.{0,110}$",
    re.IGNORECASE,
)
_DASHED = re.compile(r"[-–—]\s*\d{1,4}\s*[-–—]")
_RULE = re.compile(r"[_=─━–—\-]{4,}|[_=─━–—\-]{2,}(?:\s+[_=─━–—\-]{2,})+")
_BETWEEN = re.compile(r"[|:\s]*--[\s|:-]*|<!--.{0,60}-->|\*{3,}")
_LINK = re.compile(r"(?:https?://|mailto:|www\.)\S+", re.IGNORECASE)
_EDGE = 3
"""Lines at the top and at the foot of a page that may be furniture."""


def find_furniture(raw: list[str], lines: list[Line], pages: list[Page], texts: list[Text]) -> list[str | None]:
    """Return for each line the kind of furniture it is, `None` for text or nothing, `""` for a head kept as text.

    A file may hold several documents, each with heads and numbers of its own: each text is looked at by itself, from
    one page whose number is the last of all (`Side 4 av 4`) to the next.
    """
    kinds: list[str | None] = []
    cut = {text.starts[0] for text in texts[1:]}
    fed = [text.fed for text in texts for _ in text.starts]
    for run in _runs(lines, pages, cut):
        first, last, page = run[0].first, run[-1].last, run[0].number
        certain = fed[page - 1]
        if len(run) == len(pages):
            return _found(raw, lines, pages, certain)
        own = [
            evolve(line, number=line.number - first + 1, page=line.page - page + 1) for line in lines[first - 1 : last]
        ]
        sheets = [
            evolve(each, number=each.number - page + 1, first=each.first - first + 1, last=each.last - first + 1)
            for each in run
        ]
        kinds.extend(_found(raw[first - 1 : last], own, sheets, certain))
    return kinds


def _runs(lines: list[Line], pages: list[Page], cut: set[int]) -> list[list[Page]]:
    """Cut the pages behind each that says it is the last, if two or more of a document's pages are numbered so.

    They are cut where a text begins too.
    """
    runs: list[list[Page]] = [[]]
    counted = 0
    for page in pages:
        if page.first in cut:
            runs.append([])
            counted = 0
        runs[-1].append(page)
        told = [m for line in lines[page.first - 1 : page.last] if (m := _LAST.search(line.text)) is not None]
        counted += bool(told)
        if told and counted > 1 and told[-1]["a"] == told[-1]["b"]:
            runs.append([])
            counted = 0
    return [run for run in runs if run]


def _found(raw: list[str], lines: list[Line], pages: list[Page], certain: bool) -> list[str | None]:
    kinds: list[str | None] = [None] * len(lines)
    for line in lines:
        if line.text and (_RULE.fullmatch(line.text) or _BETWEEN.fullmatch(line.text)):
            kinds[line.number - 1] = "rule"
    _links(lines, kinds)
    _footnotes(raw, lines, pages, kinds)
    if len(pages) > 1:
        tops, feet = _edges(lines, pages, kinds)
        _page_numbers(lines, pages, [*tops, *feet], kinds)
        for edge in _edges(lines, pages, kinds)[1]:
            for line in edge[:2]:
                if _ADDRESS.search(line.text) and _BETWEEN_PARTS.search(line.text):
                    kinds[line.number - 1] = "running-foot"
        tops, feet = _edges(lines, pages, kinds)
        certain = certain or any(raw[page.first - 2].strip() for page in pages[1:])
        Repeated(lines, tops, feet, kinds, foot=False, certain=certain).mark()
        Repeated(lines, feet, tops, kinds, foot=True, certain=certain).mark()
    return kinds


def _links(lines: list[Line], kinds: list[str | None]) -> None:
    """Mark runs of lines that are nothing but a link, with a blank line or a page's end on either side."""
    start = None
    for index, line in enumerate([*lines, None]):
        if line is not None and line.text and _LINK.fullmatch(line.text):
            start = index if start is None else start
            continue
        if start is not None:
            before = start == 0 or lines[start - 1].blank
            after = line is None or line.blank or line.page != lines[index - 1].page
            if before and after and (index - start > 1 or _alone(lines, start, index)):
                for at in range(start, index):
                    kinds[at] = "links"
        start = None


def _alone(lines: list[Line], start: int, end: int) -> bool:
    """Tell whether the text before a single link is finished, so that the link is no part of its sentence."""
    before = next((line.text for line in reversed(lines[:start]) if line.text), "")
    page_end = all(line.blank or line.page != lines[start].page for line in lines[end : end + 4])
    return page_end or before.endswith((".", "!", "?"))


def _footnotes(raw: list[str], lines: list[Line], pages: list[Page], kinds: list[str | None]) -> None:
    """Mark what follows the line of blanks that a footnote separator leaves, to the page's end."""
    for page in pages:
        for number in range(page.first, page.last + 1):
            text = raw[number - 1]
            if len(text) < 20 or text.strip():
                continue
            rest = [line for line in lines[number : page.last] if line.text]
            if rest and re.match(r"\d{1,3} \D", rest[0].text) and len(rest) <= 30:
                for line in rest:
                    kinds[line.number - 1] = kinds[line.number - 1] or "footnote"
                break


def _edges(lines: list[Line], pages: list[Page], kinds: list[str | None]) -> tuple[list[list[Line]], list[list[Line]]]:
    tops, feet = [], []
    for page in pages:
        text = [line for line in lines[page.first - 1 : page.last] if line.text and kinds[line.number - 1] is None]
        tops.append(text[:_EDGE])
        feet.append([line for line in text[-_EDGE:] if line not in text[:_EDGE]][::-1])
    return tops, feet


def _page_numbers(lines: list[Line], pages: list[Page], edges: list[list[Line]], kinds: list[str | None]) -> None:
    """Mark page numbers: said to be one, or a number that keeps step with the pages; `24/29` may be a case's too.

    A number alone at a page's top counts too, unless pages say theirs: it may be the last of a title, `del` / `2`, and
    so it is where no other page has one at its top and its foot has the page's. Of two at one edge only the outermost
    counts.
    """
    bare: list[tuple[int, int, Line]] = []
    told = False
    for n, edge in enumerate(edges):
        for line in edge:
            match = _NUMBERED.fullmatch(line.text)
            of_all = match and match["b"] and int(match["a"]) <= int(match["b"]) <= len(pages) + 50
            ends = _ENDS.search(line.text) is not None and not lists_case(line.text)
            said = _SAID.fullmatch(line.text) or ends or _DASHED.fullmatch(line.text)
            if said or (match and of_all and int(match["b"]) > 1 and not match["slash"]):
                kinds[line.number - 1], told = "page-number", True
            elif match:
                bare.append((n, int(match["a"]) - line.page, line))
    steps = Counter(step for _, step, _ in bare)
    taken: set[int] = set()
    over = Counter(step for n, step, _ in bare if n < len(pages))
    below = {(line.page, step) for n, step, line in bare if n >= len(pages)}
    for n, step, line in bare:
        if n < len(pages) and over[step] == 1 and (line.page, step) in below:
            continue
        own_page = line.number == pages[line.page - 1].first and "/" not in line.text
        blank_after = line.number < len(lines) and lines[line.number].blank
        if n not in taken and (steps[step] >= 2 or (own_page and blank_after and not told)):
            kinds[line.number - 1] = "page-number"
            taken.add(n)
