"""Where pages begin in extracted text."""

from __future__ import annotations

import itertools
import re
from collections import Counter

from attrs import frozen

from govdocs.norwegian.words import words

__all__ = ["Text", "lists_case", "texts"]

_ONE_BLANK = re.compile(r" \S")
_NUMBERED = re.compile(r"(?P<text>\S.{0,110}?)?\s*\b[Ss]ide\s*:?\s*(?P<page>\d{1,3})(?:\s*(?:av|/)\s*\d{1,3})?")
_BARE = re.compile(r"(?P<text> {30,})(?P<page>\d{1,3})")
_ENTRY = re.compile(r"(?:[\w/]+-)?sak\s+\S*\d\S*\s+\D{4}.*\sSide\s*\d{1,3}", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:(?P<said>[Ss]ide\s*:?\s*)|(?P<dash>[-–—]\s*))?(?P<page>[0-9]{1,3})"
    r"(?(said)(?:\s*(?:av|/)\s*(?P<of>[0-9]{1,3}))?)(?(dash)\s*[-–—])"
)
_BODY = re.compile(
    r"(?P<text>(?!(?:\w*[Ss]ak|Vedlegg|[Kk]apittel|Side)\b)[A-ZÆØÅ][^.:;\d]{3,50}\s[-–—|]\s[^.:;\d]{3,60}?)"
    r"\s{1,60}(?P<page>\d{1,3})"
)
_LINK = re.compile(r"(?:https?://|mailto:|www\.)\S+", re.IGNORECASE)
_NAMED = (*words("bodies", "ends"), *words("organizations", "ends"))
"""What a foot names that says whose pages it counts: `Nes kommune - kontrollutvalget 2`."""
_LONGEST = 90
"""Lines that one page holds at the most."""
_SHORTEST = 4
"""Lines between two page starts at the least, so that an indented pair of lines is no page."""


@frozen
class Text:
    """One of the texts of a file, by its pages."""

    starts: list[int]
    """1-based numbers of the lines that begin a page."""
    fed: bool = False
    """Whether form feeds part the pages, and no habit had to tell them."""


def texts(raw: list[str]) -> list[Text]:
    """Return the texts of a file with the pages of each; the first begins in line 1.

    A form feed begins a page. Without any, three habits of extractors tell: the first line of a page has exactly one
    leading blank and follows the last line of the page before without a blank line (Tika, PDFBox); at least three
    wholly empty lines, five in a text with double spacing, stand between two pages; or the feet of all pages stay, bare
    numbers that rise one by one.

    What stands between two form feeds and is too long to be a page, or counts its own, is a text by itself that was
    put together with others; however long, it is a page if its foot counts it as one before others, or as the next
    to its neighbour. Up to twice as long, it is one if it begins as its neighbour does, and nothing in it so.
    """
    if not any("\f" in line for line in raw):
        return [Text(_by_habit(raw))]
    out: list[Text] = []
    bounds = list(itertools.pairwise([*_form_feeds(raw), len(raw) + 1]))
    feet = [_foot(raw[start - 1 : end - 1]) for start, end in bounds]
    for n, (start, end) in enumerate(bounds):
        own = raw[start - 1 : end - 1]
        whole = end - start <= _LONGEST or _before_others(feet[n]) or (_in_step(feet, n) and not _below_feet(own))
        whole = whole or (end - start <= 2 * _LONGEST and _begins_as_beside(raw, bounds, n))
        within = [1, *_below_feet(own, said=True)] if whole else _by_habit(own)
        if len(within) > 1:
            out.append(Text([start + first - 1 for first in within]))
        elif out and out[-1].fed:
            out[-1].starts.append(start)
        else:
            out.append(Text([start], fed=True))
    return out


def _by_habit(raw: list[str]) -> list[int]:
    """Return where pages begin by the habits of extractors, and else by rising page numbers."""
    starts = [1]
    gap = 5 if _double(raw) else 3
    trailing = sum(line.endswith(" ") for line in raw) >= 0.3 * max(1, sum(bool(line.strip()) for line in raw))
    empty = 0
    for number, line in enumerate(raw, 1):
        if not line.strip():
            empty = empty + 1 if line == "" else 0
            continue
        glued = trailing and number > 1 and _begins_glued(raw, number)
        if (glued or empty >= gap) and number - starts[-1] >= _SHORTEST:
            starts.append(number)
        empty = 0
    starts = sorted({*starts, *_below_feet(raw), *_below_body_feet(raw)})
    if trailing:
        starts = _with_known_heads(raw, starts)
        if len(starts) > 1:
            return starts
    told = _numbered_ends(raw)
    return told if len(told) > 1 else starts


def _double(raw: list[str]) -> bool:
    """Tell a text whose lines all but never follow one another without a blank line."""
    close = sum(bool(a.strip() and b.strip()) for a, b in itertools.pairwise(raw))
    return close * 10 < sum(bool(line.strip()) for line in raw)


def _with_known_heads(raw: list[str], starts: list[int]) -> list[int]:
    """Add the lines with one leading blank that say what two other pages, or the first, begin with."""
    tops = Counter(raw[start - 1].strip() for start in starts)
    first = raw[0].strip() if _ONE_BLANK.match(raw[0]) else None
    more = [
        n
        for n, line in enumerate(raw, 1)
        if _ONE_BLANK.match(line)
        and (tops[line.strip()] >= 2 or (line.strip() == first and n > 1 and raw[n - 2].strip()))
    ]
    return sorted({*starts, *more})


def _foot(raw: list[str]) -> re.Match[str] | None:
    """Return the number of a page where its last line is nothing else."""
    last = next((line for line in reversed(raw) if line.strip()), "")
    return _FOOT.fullmatch(last.strip())


def _before_others(foot: re.Match[str] | None) -> bool:
    """Tell the foot of a page that counts it as one before others: `Side 1 av 2`."""
    return foot is not None and foot["of"] is not None and int(foot["page"]) < int(foot["of"])


def _in_step(feet: list[re.Match[str] | None], n: int) -> bool:
    """Tell whether one foot of several counts on from the foot before it, or the one behind it from it."""
    numbers = [int(foot["page"]) if foot is not None else None for foot in feet[max(0, n - 1) : n + 2]]
    return any(a is not None and b == a + 1 for a, b in itertools.pairwise(numbers))


def _begins_as_beside(raw: list[str], bounds: list[tuple[int, int]], n: int) -> bool:
    """Tell whether one of several begins with the line that another beside it begins with, and holds it only there."""
    own, *others = (
        [text for line in raw[start - 1 : end - 1] if (text := line.strip())]
        for start, end in (bounds[n], *bounds[max(0, n - 1) : n], *bounds[n + 1 : n + 2])
    )
    return own[:1] in [other[:1] for other in others] and own.count(own[0]) == 1 if own else False


def _below_feet(raw: list[str], *, said: bool = False) -> list[int]:
    """Return the lines below the numbers of pages that stand alone, rise one by one through the text, and end it.

    Where some say that they are (`Side 2 av 3`), bare ones and those between dashes are none; where some stand between
    dashes (`- 2 -`), bare ones are none; nor are they where `said` asks for what says that it is a page.
    """
    text = [n for n, line in enumerate(raw, 1) if line.strip()]
    found = [(n, match) for n in text if (match := _FOOT.fullmatch(raw[n - 1].strip())) and _alone(raw, n)]
    kinds = ("said",) if said else ("said", "dash", "page")
    feet = next((own for kind in kinds if (own := [foot for foot in found if foot[1][kind]])), [])
    numbers = [int(match["page"]) for _, match in feet]
    if len(feet) < 2 or feet[-1][0] != text[-1] or any(b != a + 1 for a, b in itertools.pairwise(numbers)):
        return []
    return [next(n for n in text if n > foot) for foot, _ in feet[:-1]]


def _below_body_feet(raw: list[str]) -> list[int]:
    """Return the lines below feet that name a body and the page's number, up to the one that ends the text."""
    text = [n for n, line in enumerate(raw, 1) if line.strip()]
    told = [(n, match) for n in text if _alone(raw, n) and (match := _BODY.fullmatch(raw[n - 1].strip()))]
    feet = [(n, match) for n, match in told if any(word.endswith(_NAMED) for word in match["text"].casefold().split())]
    numbers = [int(match["page"]) for _, match in feet]
    one = len({match["text"].casefold() for _, match in feet}) == 1
    if len(feet) < 2 or not one or feet[-1][0] != text[-1] or numbers != list(range(numbers[0], numbers[-1] + 1)):
        return []
    return [next(n for n in text if n > foot) for foot, _ in feet[:-1]]


def _numbered_ends(raw: list[str]) -> list[int]:
    """Return page starts told by lines that end in rising page numbers and else say the same."""
    found: dict[str, list[tuple[int, int]]] = {}
    for number, line in enumerate(raw, 1):
        match = _NUMBERED.fullmatch(line.strip()) or _BARE.fullmatch(line.rstrip())
        if match and not lists_case(line.strip()):
            found.setdefault(re.sub(r"\s+", " ", match["text"] or "").strip().casefold(), []).append(
                (number, int(match["page"]))
            )
    for text, places in found.items():
        if len(places) == 1 and len(text) > 12 and _alone(raw, places[0][0]) and places[0][0] > len(raw) // 3:
            return [1, places[0][0] + 1] if any(line.strip() for line in raw[places[0][0] :]) else [1]
        if len(places) >= 2 and all(a[1] < b[1] <= a[1] + 2 for a, b in itertools.pairwise(places)):
            head = sum(bool(line.strip()) for line in raw[: places[0][0] - 1]) < 3
            if head:
                return sorted({1, *(number for number, _ in places[1:])})
            starts = [1]
            for number, _ in places:
                after = next((n for n in range(number + 1, len(raw) + 1) if raw[n - 1].strip()), None)
                if after is not None:
                    starts.append(number + 1)
            return starts
    return [1]


def lists_case(text: str) -> bool:
    """Tell an agenda's entry that ends in the page of its papers: `Sak 27/24   Nytt sykehus   Side 3`."""
    return _ENTRY.fullmatch(text) is not None


def _alone(raw: list[str], number: int) -> bool:
    """Tell whether nothing stands right above a line."""
    return number > 1 and not raw[number - 2].strip()


def _begins_glued(raw: list[str], number: int) -> bool:
    """Tell a line with one leading blank under another's end; under a page's links, which end it, it may have more."""
    line, before = raw[number - 1], raw[number - 2]
    if not line.startswith(" ") or not before.strip() or before.startswith(" "):
        return False
    return bool(_ONE_BLANK.match(line)) or _LINK.fullmatch(before.strip()) is not None


def _form_feeds(raw: list[str]) -> list[int]:
    starts = [1]
    for number, line in enumerate(raw, 1):
        if "\f" in line:
            before, _, _ = line.rpartition("\f")
            start = number + 1 if before.strip("\f ") or not line.strip("\f ") else number
            if start != starts[-1] and start <= len(raw):
                starts.append(start)
    return starts
