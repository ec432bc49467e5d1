"""What stands on every page and belongs to none of its texts: page numbers, running heads, link lists, rules."""

from __future__ import annotations

import re
from collections import Counter

from attrs import evolve

from govdocs.layout import Line, Page
from govdocs.norwegian import Vocabulary
from govdocs_text.pages import Text, lists_case

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
_LONGEST_HEADS = 60
"""Letters of a line that holds nothing but the heads of a plan's columns."""
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
        _repeated(lines, tops, feet, "running-head", kinds, certain=certain)
        _repeated(lines, feet, tops, "running-foot", kinds, certain=certain)
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
    """Mark page numbers: said to be one, or a number that keeps step with the pages; `24/29` may be a case's too."""
    bare: list[tuple[int, Line]] = []
    for edge in edges:
        for line in edge:
            match = _NUMBERED.fullmatch(line.text)
            of_all = match and match["b"] and int(match["a"]) <= int(match["b"]) <= len(pages) + 50
            ends = _ENDS.search(line.text) is not None and not lists_case(line.text)
            said = _SAID.fullmatch(line.text) or ends or _DASHED.fullmatch(line.text)
            if said or (match and of_all and int(match["b"]) > 1 and not match["slash"]):
                kinds[line.number - 1] = "page-number"
            elif match:
                bare.append((int(match["a"]) - line.page, line))
    steps = Counter(step for step, _ in bare)
    for step, line in bare:
        own_page = line.number == pages[line.page - 1].first and "/" not in line.text
        blank_after = line.number < len(lines) and lines[line.number].blank
        if steps[step] >= 2 or (own_page and blank_after):
            kinds[line.number - 1] = "page-number"


def _repeated(
    lines: list[Line],
    edges: list[list[Line]],
    opposite: list[list[Line]],
    kind: str,
    kinds: list[str | None],
    *,
    certain: bool,
) -> None:
    """Mark lines that come back at the edge of page after page; the first of them stays text.

    One that counts the pages stays only on page 1, for behind a cover it is no title with a number.
    A line counts if all that stands further out on its page comes back too. Where three pages or more are told for
    certain, one may stand further in, but not under the numbers of different cases: it is the title of each. What
    says something, a sentence or what a label announces, counts only if it stands on all but all pages: many a page
    ends with the same decision. What stands on two pages only counts if it leaves text on both and stands
    outermost, or never at the other edge. What stands within pages too is none, unless each page, the first too,
    begins with it.
    """
    words = Vocabulary.standard()
    places: dict[str, list[Line]] = {}
    for edge in edges:
        for line in edge:
            key = _COUNTED.sub("#", line.text.casefold())
            decides = words.kind(line.text, "decision") in ("decision.proposed", "decision.adopted", "decision.vote")
            decides = decides or _DECIDES.search(line.text) is not None
            if decides and kind == "running-foot":
                break  # what stands over a decision's label is text
            if decides or _SAK.match(line.text) or _addresses(line.text):
                continue
            if len(line.text) > 3 and re.search(r"[a-zæøå]{3}", line.text, re.IGNORECASE):
                places.setdefault(key, []).append(line)
    count = sum(bool(edge) for edge in edges)
    at_edge = {line.number for edge in edges for line in edge}
    inside = Counter(line.text.casefold() for line in lines if line.number not in at_edge)
    turned = {line.text for edge in opposite for line in edge}
    outermost = {line.number for edge in edges for line in edge[:1]}
    weight = 4 if kind == "running-foot" else 1  # what stands within pages too, ends one now and then by chance
    groups = [
        group
        for group in map(_outermost, places.values())
        if (
            sum(inside[text] for text in {line.text.casefold() for line in group}) * weight < len(group)
            or (kind == "running-head" and sum(line.number in outermost for line in group) == len(edges))
        )
        and _on_many(group, count, len(edges))
        and not (len(group) == 2 and any(line.number not in outermost and line.text in turned for line in group))
        and not (kind == "running-foot" and (_ends_text(lines, group, kinds) or _ends_rows(lines, group)))
    ]
    back = {line.number for group in groups for line in group}
    free = {line.page for line in lines if line.text and not kinds[line.number - 1] and line.number not in back}
    outer = {line.number: all(o.number in back for o in edge[:n]) for edge in edges for n, line in enumerate(edge)}
    for group in groups:
        many = len({line.page for line in group})
        announced = kind == "running-foot" and any(_announced(lines, line) for line in group)
        says = announced or _SAYS.search(group[0].text)
        inner = certain and many > max(2, 0.6 * count) and not says and len(_cases_over(lines, group)) < 2
        kept = [line for line in group if outer[line.number] or inner]
        if many == 2 and not {line.page for line in group} <= free:
            continue
        if kind == "running-foot" and many == 2 and not all(_set_apart(lines, line) for line in kept):
            continue
        if _on_many(kept, count, len(edges)) and (not says or many >= max(3, 0.8 * count)):
            for line in kept:
                kinds[line.number - 1] = kind
            first = min(kept, key=lambda line: line.number)
            counted = len({line.text for line in kept}) > 1
            if kind == "running-head" and (first.page == 1 or not counted):
                kinds[first.number - 1] = ""


def _outermost(group: list[Line]) -> list[Line]:
    """Return the first of each page's lines, in the order from the page's edge: below a head the same may be text."""
    return list({line.page: line for line in reversed(group)}.values())[::-1]


def _addresses(text: str) -> bool:
    """Tell the line with which paper after paper begins at a page's top: `Til: Universitetsstyret`."""
    label = Vocabulary.standard().label(text, "case")
    return label is not None and label.colon and label.kind in ("case.to", "case.sender")


def _cases_over(lines: list[Line], group: list[Line]) -> set[str]:
    """Return what names a case right above any of some lines."""
    above = (next((lines[n].text for n in range(line.number - 2, -1, -1) if lines[n].text), "") for line in group)
    return {text for text in above if _CASE.match(text)}


def _set_apart(lines: list[Line], line: Line) -> bool:
    """Tell whether a blank line, or furniture, stands before a line."""
    before = lines[line.number - 2] if line.number > 1 else None
    return before is None or before.blank or before.furniture is not None


def _ends_text(lines: list[Line], group: list[Line], kinds: list[str | None]) -> bool:
    """Tell the same decision under its label, or the same piece of a text, on page after page from a foot."""
    told = (_announced(lines, line) or _goes_on(lines, line) or _goes_over(lines, line, kinds) for line in group)
    return 2 * sum(told) > len(group)


def _ends_rows(lines: list[Line], group: list[Line]) -> bool:
    """Tell the last cell of a plan's table with which both of two pages end from a foot, which counts or is dated."""
    if len(group) > 2 or group[0].text != group[-1].text or re.search(r"\d", group[0].text):
        return False
    kind = Vocabulary.standard().kind
    heads = (line.text.split() for line in lines if len(line.text) < _LONGEST_HEADS and line.text)
    return any(kind(head[0], "plan") and kind(head[-1], "plan") == "plan.responsible" for head in heads)


def _goes_over(lines: list[Line], line: Line, kinds: list[str | None]) -> bool:
    """Tell a line of a paragraph, a sentence's end within it, whose last sentence goes on at the next page's top."""
    before = next((lines[n].text for n in range(line.number - 2, -1, -1) if lines[n].text), "")
    after = next((each for each in lines[line.number :] if each.text and not kinds[each.number - 1]), line)
    within = _SENTENCE_ENDS.search(line.text) is not None and before.endswith((".", ":", "!", "?"))
    return within and after.page > line.page and after.text[:1].islower()


def _goes_on(lines: list[Line], line: Line) -> bool:
    """Tell the end of a sentence with which one page after another ends, from a foot."""
    before = next((lines[n].text for n in range(line.number - 2, -1, -1) if lines[n].text), "")
    return line.text[:1].islower() and not before.endswith((".", ":", "!", "?"))


def _announced(lines: list[Line], line: Line) -> bool:
    """Tell whether the text line before one is a label that stands alone: a decision's, a heading."""
    before = next((lines[n].text for n in range(line.number - 2, -1, -1) if lines[n].text), "")
    return Vocabulary.standard().kind(before, "decision", "section", "case") is not None


def _on_many(group: list[Line], count: int, last: int) -> bool:
    """Tell whether a line stands on enough of the pages that hold lines at this edge; two count only at the end."""
    pages = sorted({line.page for line in group})
    if len(pages) == 2:
        return count <= 3 and pages == [last - 1, last]
    return len(pages) >= 3 and len(pages) >= 0.25 * count
