"""The headings over a plan's tables and lists: which lines may be one, and which of them are areas."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap, counted, joined, stands_apart
from govdocs.reading.plans.columns import is_header_line
from govdocs.reading.plans.marks import mark_of, numbered_path, shape_is_bullet

__all__ = [
    "Heading",
    "area_label",
    "chosen",
    "find_headings",
    "heading_at",
    "names_a_part",
    "plain_heading",
    "within_areas",
]

_LEADERS = re.compile(r"(?:\.\s?){4,}|\s\.{2,}\s*\d+$|…{2,}")
_PART = re.compile(
    r"del|(?:handlings|tiltaks|plan)(?:del|program|plan)(?:en|met)?|handlings-?\s*og\s+(?:økonomi|tiltaks)plan|del\s+\d|"
    r"(?:innsats|satsings|tiltaks)områder(?: og tiltak)?|oversikt over tiltak|mål, strategi(?:er|ar)? og tiltak|"
    r"(?:mål og )?tiltak(?:s(?:plan|oversikt|liste|tabell)(?:en|a|ar|er)?)?",
    re.IGNORECASE,
)
"""What a document calls its part that holds the measures: no area of the plan, nor what the plan is called."""
_LETTERED = re.compile(r"(?P<letter>[A-HJ-K])\s+(?P<title>[A-ZÆØÅ«\"][\w-]+\s\S.*)")
"""A heading that begins with a letter and no mark behind it; `I` is a word."""
_ROMAN = re.compile(r"(?P<number>[IVX]{1,5})[.:)]\s+(?=[A-ZÆØÅ])")
_PAGE = re.compile(r"(?:side|page)\s*\d", re.IGNORECASE)
_OF_PLAN = re.compile(r"(?:\w*planens|\w*programmets)\s+(?=\w)", re.IGNORECASE)
"""What a report on a plan says before the label of an area: `Handlingsplanens kapittel 2 – …`."""
_YEARS = re.compile(r"(?:19|20)\d\d\s?[-–]\s?(?:19|20)?\d\d")
_PERIOD = re.compile(
    r"(?:(?:plan)?perioden? |år[ae] |årene |(?:sk[ou]le|barnehage)året )?"
    r"\(?(?:19|20)\d\d(?:\s?[-–/]\s?(?:\d\d){1,2})?\)?",
    re.IGNORECASE,
)
"""The years a plan is for, and no heading."""
_PLAIN = 60
"""Letters of a heading that is set like any other line."""
_NEAR = 40
"""Lines that may stand between a table and its heading."""


@frozen(kw_only=True)
class Heading:
    """A line, or several, that may head an area."""

    start: int
    """Place of its first line among the text lines."""
    end: int
    """Place behind its last line."""
    number: str | None
    """As written, without label and separator."""
    title: str
    """Without label and number; `""` where only these stand."""
    style: str
    """What headings of one kind share: their label, the form of their number or their level."""
    lines: tuple[Line, ...]
    """Its lines."""
    lower: bool = False
    """Whether it stands under the last heading that does not."""

    @property
    def level(self) -> int:
        """The level of a heading that is set as one, else 0."""
        return int(self.style.removeprefix("level ")) if self.style.startswith("level ") else 0

    @property
    def path(self) -> tuple[str, ...]:
        """Its number taken apart: `1.4` is under `1`."""
        return numbered_path(self.number)


_AFTER_LABEL = re.compile(
    r"(?:nr\.?\s*)?(?P<number>[A-H]?\d{1,2}(?:\.\d{1,2}){0,3}|[A-H](?:\.\d{1,2}){0,3}(?![\w])|[IVX]{1,4}(?![\w]))?(?P<sep>\s*[.:]|\s?[–—-](?=\s)|(?=\s)|$)\s*(?P<title>.*)$"
)


def area_label(text: str, vocabulary: Vocabulary) -> tuple[str, str | None, str] | None:
    """Return label, number and title of a line like `Innsatsområde 1.4 Title`; `None` for other lines."""
    if len(text) > 250 or not text[:1].isupper():
        return None
    if (of_plan := _OF_PLAN.match(text)) is not None:
        text = text[of_plan.end()].upper() + text[of_plan.end() + 1 :]
    words = text.split(" ", 4)
    if not vocabulary.begins("plan", words[0]):
        return None
    for count in range(min(3, len(words)), 0, -1):
        label = " ".join(words[:count])
        kind = vocabulary.kind(label, "plan")
        if kind not in ("plan.area", "plan.goal"):
            continue
        match = _AFTER_LABEL.match(text[len(label.rstrip(" :.–-")) :].lstrip(" "))
        if match is None:
            continue
        number, title = match["number"], match["title"].strip()
        named = match["sep"].strip() == ":" and title and kind == "plan.area" and "mål" not in label.lower()
        if (number is None and not named) or (
            title and not (title[0].isupper() or title[0] in '«"(' or title[0].isdigit())
        ):
            continue
        return label.strip(" :"), number, title
    return None


def heading_at(lines: Sequence[Line], at: int, wrap: Wrap, vocabulary: Vocabulary) -> Heading | None:
    """Return the heading that begins at a place, `None` where none does."""
    line = lines[at]
    text = line.text
    if not text or len(text) > 250 or ((text.count(".") > 1 or "…" in text) and _LEADERS.search(text)):
        return None
    if text[0] == "(" and text[-1] == ")" and not line.heading:
        return None  # the rest of what stands above: `(EØS)`
    label = area_label(text, vocabulary)
    if label is not None:
        word, number, title = label
        return _made(lines, at, wrap, number, title, f"label {word.lower()}", vocabulary)
    mark = mark_of(text)
    if mark is not None and shape_is_bullet(mark.shape):
        return None
    number = mark.number if mark else None
    title = mark.rest if mark else text
    if mark is None and (roman := _ROMAN.match(text)) is not None and (line.heading or line.bold or text.isupper()):
        number, title = roman["number"], text[roman.end() :]
    if mark is not None and " " in mark.shape:
        return None
    if line.heading:
        return _made(lines, at, wrap, number, title, f"level {line.heading}", vocabulary)
    if (looks_like_sentence(title) and not line.bold) or text.endswith((":", ",", ";")):
        return None
    if mark is not None:
        if not title or not (title[0].isupper() or title[0] in '«"') or len(title) > 200:
            return None
        return _made(lines, at, wrap, number, title, f"number {mark.shape}", vocabulary)
    lettered = _LETTERED.fullmatch(text)
    if lettered is not None and len(text) < 120:
        return _made(lines, at, wrap, lettered["letter"], lettered["title"], "letter", vocabulary)
    if line.bold and len(text) < 120:
        return _made(lines, at, wrap, number, title, "bold", vocabulary)
    if text.isupper() and len(text) > 3 and len(text) < 120:
        return _made(lines, at, wrap, number, title, "capitals", vocabulary)
    return None


def _goes_on(line: Line, after: Line, wrap: Wrap) -> bool:
    """Tell whether a heading goes on in the next line; years alone on a line are the end of what the line calls for.

    Behind a colon it goes on in a small letter, over a page too; and so it does in the one dash right below it, though
    the rows of a table beside it are longer than its line.
    """
    if after.text[:1] in "-–—" and after.number == line.number + 1 and wrap.hanging(line, after):
        return True
    if line.text.endswith(":") and after.text[:1].islower() and after.page - line.page == 1:
        return True
    years = _YEARS.fullmatch(after.text) is not None and after.number - line.number <= 2 and line.page == after.page
    return wrap.goes_on(line, after) or (
        years and line.text.endswith(("perioden", "åra", "årene", " i", " for", "til"))
    )


def _made(
    lines: Sequence[Line], at: int, wrap: Wrap, number: str | None, title: str, style: str, vocabulary: Vocabulary
) -> Heading:
    end = at + 1
    below = bool(number) and not title and _is_title_below(lines, at)
    while end < len(lines) and end - at < 4:
        if not _goes_on(lines[end - 1], lines[end], wrap) and not (below and end == at + 1):
            break
        follower = lines[end]
        if (
            vocabulary.label(follower.text, "plan", alone=False)
            or vocabulary.kind(follower.text, "plan")
            or is_header_line(follower, vocabulary)
        ):
            break
        mark = mark_of(follower.text)
        dash = mark is not None and mark.shape == "-" and mark.rest[:1].islower()  # `– del 2`, which begins no item
        begins = looks_like_sentence(follower.text) or (mark and not dash)
        if begins and not follower.text[:1].islower() and not counted(lines[end - 1], follower) and not below:
            break
        end += 1
    text = joined([title, *lines[at + 1 : end]])
    return Heading(
        start=at,
        end=end,
        number=number,
        title=text.strip(" :–-") if not text.endswith("?") else text,
        style=style,
        lines=tuple(lines[at:end]),
    )


def _is_title_below(lines: Sequence[Line], at: int) -> bool:
    """Tell the title of an area on the line below its label, which no text stands below: `Delmål 1` over it."""
    line, title = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    after = lines[at + 2] if at + 2 < len(lines) else None
    if title is None or title.page != line.page or title.number - line.number > 1 or mark_of(title.text) is not None:
        return False
    parted = after is not None and (after.number - title.number > 1 or after.page != title.page)
    ended = title.text.endswith((".", ":", ",", ";"))
    return parted and title.text[:1].isupper() and len(title.text) < 160 and not ended


def names_a_part(text: str) -> bool:
    """Tell a heading that only says that measures stand below it: `Handlingsdel`, `Tiltaksoversikt`."""
    return _PART.fullmatch(text) is not None


def find_headings(
    lines: Sequence[Line],
    taken: Sequence[bool],
    wrap: Wrap,
    vocabulary: Vocabulary,
    below: frozenset[int] = frozenset(),
) -> Iterator[Heading]:
    """Yield all that may be a heading among the lines that no table has taken.

    A short line that is set like any other may be one if it stands right over one of the places `below`.
    """
    at = 0
    while at < len(lines):
        found = None if taken[at] else heading_at(lines, at, wrap, vocabulary)
        if found is None and at + 1 in below and not taken[at] and not _is_goal(lines[at].text, vocabulary):
            found = plain_heading(lines, at)
        listed = bool(below) and found is not None and found.style.startswith("number") and _is_item(lines, at)
        if found is not None and not listed and _stands_alone(lines, found, wrap, taken):
            yield found
            at = found.end
        else:
            at += 1


def _is_goal(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a goal behind its label: `Delmål: Alle lærer norsk`."""
    label = vocabulary.label(text, "plan", alone=False) if ":" in text else None
    return label is not None and "mål" in label.written.lower() and "område" not in label.written.lower()


def _is_item(lines: Sequence[Line], at: int) -> bool:
    """Tell an item of a numbered list from a heading: its neighbour right above or below has a mark of its form."""
    mark = mark_of(lines[at].text)
    for near in (at - 1, at + 1):
        other = mark_of(lines[near].text) if 0 <= near < len(lines) else None
        if other is None or mark is None or other.shape != mark.shape or lines[near].page != lines[at].page:
            continue
        if abs(lines[near].number - lines[at].number) == 1:
            return True
    return False


def plain_heading(lines: Sequence[Line], at: int) -> Heading | None:
    """Return the heading that a short line between blank ones is; `None` for other lines."""
    line, after = lines[at], lines[at + 1]
    text = line.text
    over = line.page == after.page and 1 < after.number - line.number <= 4
    free = stands_apart(lines, at) and over and text[:1].isupper() and len(text) <= _PLAIN
    if not free or looks_like_sentence(text):
        return None
    ended = text.endswith((".", ":", ",", ";", "-", "?")) or _PAGE.match(text) is not None
    ended = ended or _PERIOD.fullmatch(text) is not None or re.match(r"[A-ZÆØÅ][a-zæøå]+:\s", text) is not None
    if ended or mark_of(text) is not None or line.gaps or line.cell is not None:
        return None
    return Heading(start=at, end=at + 1, number=None, title=text, style="plain", lines=(line,))


def _stands_alone(lines: Sequence[Line], heading: Heading, wrap: Wrap, taken: Sequence[bool]) -> bool:
    """Tell whether the line above does not run on into the heading."""
    if heading.start == 0 or taken[heading.start - 1] or heading.style.startswith(("level", "label")):
        return True
    return (
        not wrap.goes_on(lines[heading.start - 1], lines[heading.start])
        or lines[heading.start].page != lines[heading.start - 1].page
    )


def chosen(candidates: Sequence[Heading], places: Sequence[int], last: int, goals: frozenset[int]) -> list[Heading]:
    """Choose the areas among the headings.

    `places` are where tables and lists begin, `last` is where the last one ends, `goals` are places of goals. What
    stands nearest over a table heads it; headings set like these are areas too, if they stand between the first and
    the last of them. Of a number that comes twice, as in a list of the areas, the one with something under it counts.
    """
    governing = _governing(candidates, places)
    if not governing:
        return []
    over, lower = _over_others(governing, candidates)
    candidates = [evolve(heading, lower=heading.style in lower) for heading in candidates]
    roots = [*_ancestors(governing, candidates), *over]
    sure = {heading.start for heading in (*governing, *roots)}
    styles = {heading.style for heading in (*governing, *roots)}
    first = _first(candidates, min(sure))
    kept: list[Heading] = []
    for heading in candidates:
        inside = first <= heading.start and heading.style in styles
        behind = heading.start >= last and not (
            heading.style.startswith("label") or any(heading.end <= g <= heading.end + 1 for g in goals)
        )
        if heading.start in sure or (inside and not behind and not names_a_part(heading.title)):
            kept.append(heading)
    return _once(kept, sure)


def _over_others(governing: Sequence[Heading], candidates: Sequence[Heading]) -> tuple[list[Heading], set[str]]:
    """Return the headings right over those of tables, set alike and otherwise than these, and the style of these.

    `1 Kultur for alle` over `Strategi: Senke tersklene`, twice at least, no number telling which stands under which.
    """
    heads = {heading.start for heading in governing if not heading.path and heading.style.startswith("label")}
    pairs = [
        (above, heading)
        for above, heading in pairwise(candidates)
        if heading.start in heads and above.end == heading.start and above.style != heading.style
    ]
    counts = Counter((above.style, heading.style) for above, heading in pairs)
    sure = [pair for pair in pairs if counts[pair[0].style, pair[1].style] > 1 and not names_a_part(pair[0].title)]
    return [above for above, _ in sure], {heading.style for _, heading in sure}


def _first(candidates: Sequence[Heading], start: int) -> int:
    """Return where the areas begin: headings set alike right over the first one are areas without a table."""
    at = next(n for n, heading in enumerate(candidates) if heading.start == start)
    while at and candidates[at - 1].end == candidates[at].start and candidates[at - 1].style == candidates[at].style:
        at -= 1
    return candidates[at].start


def _governing(candidates: Sequence[Heading], places: Sequence[int]) -> list[Heading]:
    """Return the heading nearest over each table, below the table before it."""
    out: list[Heading] = []
    floor = at = 0
    for place in places:
        nearest: Heading | None = None
        while at < len(candidates) and candidates[at].end <= place:
            if candidates[at].start >= floor:  # the heading of the part is none of the areas, nor is one before it
                nearest = None if names_a_part(candidates[at].title) else candidates[at]
            at += 1
        if nearest is not None and place - nearest.end <= _NEAR:
            out.append(nearest)
        floor = place
    return out


def within_areas(headings: Sequence[Heading], vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places of headings that stand within areas: `Mål`, `Bakgrunn` and `Tiltak` under each of several.

    The one of the part that holds the measures may also stand once, if it is set lower than the heading before it; set
    like one of the others, it closes that: `Mål`, `Tiltaksoversikt`.
    """
    often = Counter(heading.title.casefold() for heading in headings)
    out = set()
    closing = ""
    for before, heading in reversed(list(zip([None, *headings], headings, strict=False))):
        part = names_a_part(heading.title)
        named = part or vocabulary.kind(heading.title, "plan", "section") is not None
        lower = before is not None and 0 < before.level < heading.level
        closed = heading.style == closing and named
        if (named and often[heading.title.casefold()] > 1) or (part and lower) or (closed and not part):
            out.add(heading.start)
        closing = heading.style if part or closed else ""
    return frozenset(out)


def _ancestors(governing: Sequence[Heading], candidates: Sequence[Heading]) -> Iterator[Heading]:
    """Yield the headings over others whose numbers these continue, the nearest of each number."""
    wanted = {heading.start for heading in governing}
    last: dict[tuple[str, ...], Heading] = {}
    for heading in candidates:
        if heading.start in wanted:
            path = heading.path[:-1]
            while path and (found := last.get(path)) is not None and not names_a_part(found.title):
                yield found
                path = path[:-1]
        if heading.path:
            last[heading.path] = heading


def _once(headings: Sequence[Heading], sure: set[int]) -> list[Heading]:
    """Keep one heading of each number: the sure one, else the last."""
    best: dict[tuple[str, ...], Heading] = {}
    for heading in headings:
        if not heading.path:
            continue
        known = best.get(heading.path)
        if known is None or known.start not in sure:
            best[heading.path] = heading
    return [h for h in headings if not h.path or h.start in sure or best[h.path] is h]
