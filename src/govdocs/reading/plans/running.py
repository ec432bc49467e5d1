"""Tables in running lines: from a header to where the table ends, aligned or taken apart cell by cell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from itertools import pairwise

from attrs import define

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap
from govdocs.reading.plans.aligned import is_aligned, names_rows, read_aligned, stands_beside, with_edges
from govdocs.reading.plans.borders import Borders
from govdocs.reading.plans.columns import Header, Kind
from govdocs.reading.plans.flattened import read_flattened
from govdocs.reading.plans.grids import Grid, Row
from govdocs.reading.plans.headings import area_label, heading_at
from govdocs.reading.plans.judging import believable, trimmed, with_areas
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.names import is_plan_title
from govdocs.reading.plans.regular import read_regular
from govdocs.reading.plans.values import Lexicon, Looks, is_task

__all__ = ["find_tables"]

_GOAL = 12
"""Lines of a heading and its goal that may stand at a page's foot."""
_HEADING = 4
"""Lines of a heading at the most."""
_NUMBER = re.compile(r"[-–]?\s*\d{1,3}\s*[-–]?")
_SIDE = re.compile(r"(?:[Ss]ide|SIDE)\s*\d{1,3}(?:\s*(?:av|/|\()\s*\d{1,3}\)?)?")


@define
class _Running:
    """The running lines, with headers found in them."""

    lines: list[Line]
    wrap: Wrap
    vocabulary: Vocabulary
    counts: Counter[str]
    """How often each line stands in the text."""
    borders: Borders
    """Marks of other documents among the lines."""
    feet: frozenset[int]
    """Line numbers of the feet of pages that the opener could not tell."""
    tops: Counter[str]
    """How often each line begins a page, or stands below a page's number."""


def find_tables(
    lines: list[Line], headers: Sequence[Header], wrap: Wrap, borders: Borders, lexicon: Lexicon
) -> list[Grid]:
    """Return the plan tables that stand in running lines under some headers, aligned or taken apart."""
    looks = Looks(vocabulary=borders.vocabulary, lexicon=lexicon)
    counts = Counter(line.text for line in lines)
    running = _Running(lines, wrap, borders.vocabulary, counts, borders, _feet(lines), _tops(lines))
    groups = _continued(headers, running, looks)
    grids: list[Grid] = []
    for n, group in enumerate(groups):
        limit = _zone(running, groups[n + 1][0], group[-1].end, looks) if n + 1 < len(groups) else len(lines)
        grids.extend(_read_group(running, group, limit, looks))
    return grids


def _tops(lines: Sequence[Line]) -> Counter[str]:
    """Count the lines with which pages begin; where pages are not told, their numbers may be."""
    begins = [
        line.text
        for before, line in pairwise(lines)
        if before.page != line.page or _SIDE.fullmatch(before.text) or _NUMBER.fullmatch(before.text)
    ]
    return Counter([*(line.text for line in lines[:1]), *begins])


def _feet(lines: Sequence[Line]) -> frozenset[int]:
    """Find the feet of pages: a line that comes again and again, each time over a number one higher than the last."""
    pages: dict[str, list[tuple[int, int, int]]] = {}
    for line, after in pairwise(lines):
        numbered = after.text.isdecimal() and len(after.text) <= 3 and after.number - line.number <= 2
        if numbered and not line.text.isdecimal():
            pages.setdefault(line.text, []).append((int(after.text), line.number, after.number))
    found: set[int] = set()
    for places in pages.values():
        if len(places) > 2 and all(b[0] == a[0] + 1 for a, b in pairwise(places)):
            found.update(number for _, *numbers in places for number in numbers)
    return frozenset(found)


def _continued(headers: Sequence[Header], running: _Running, looks: Looks) -> list[list[Header]]:
    """Group a header with its repetitions at the top of the pages that follow, or right below a row."""
    lexicon = looks.lexicon
    groups: list[list[Header]] = []
    for header in headers:
        last = groups[-1][-1] if groups else None
        if (
            last is not None
            and last.key == header.key
            and (_at_top(running, header.start, last.end, lexicon) or _below_row(running, header, last, looks))
        ):
            groups[-1].append(header)
        else:
            groups.append([header])
    return groups


def _ends_heading(running: _Running, at: int, floor: int) -> bool:
    """Tell the second or a later line of a heading."""
    above = range(max(floor, at + 1 - _HEADING), at)
    headings = (heading_at(running.lines, start, running.wrap, running.vocabulary) for start in above)
    return any(heading is not None and heading.end > at for heading in headings)


def _below_row(running: _Running, header: Header, last: Header, looks: Looks) -> bool:
    """Tell heads set again below the end of a row, as at a page break that extraction did not keep."""
    above, first = running.lines[header.start - 1], header.lines[0]
    if first.number - above.number > 2 or above.page != first.page or header.start - last.end < len(header.columns):
        return False
    if _ends_heading(running, header.start - 1, last.end):
        return False  # the years that end one: `i perioden` over `2024–2027`
    text = above.text
    ended = Kind.STATUS if header.has(Kind.STATUS) else header.columns[-1].kind
    return (ended is Kind.STATUS and looks.status(text) == 1.0) or (
        ended is Kind.DEADLINE and looks.deadline(text) == 1.0
    )


def _at_top(running: _Running, start: int, floor: int, lexicon: Lexicon) -> bool:
    """Tell whether a table goes on with a line: a page begins with it, and no area's heading ended the page before."""
    lines = running.lines
    at = start
    while at > 0 and start - at <= 3 and lines[at - 1].page == lines[start].page and _echoes(running, lines[at - 1]):
        at -= 1
    if at == 0 or lines[at - 1].page == lines[start].page:
        return at == 0
    for place in range(at - 1, max(floor, at - _GOAL) - 1, -1):
        if _ends_heading(running, place, floor):
            continue  # `Nordvik` may also be a line of a body's cell
        if lines[place].text in lexicon and not running.wrap.goes_on(lines[place], lines[place + 1]):
            return True  # a cell, and no line of the same goal
        heading = heading_at(lines, place, running.wrap, running.vocabulary)
        named = heading is not None and not heading.style.startswith(("bold", "capitals"))
        if heading is not None and named and not _is_row(running, place, heading.style, floor, lexicon):
            return False
    return True


def _echoes(running: _Running, line: Line) -> bool:
    """Tell a line that stands on several pages, or a page's number; a sentence's end is text, however often."""
    number = _SIDE.fullmatch(line.text) or _NUMBER.fullmatch(line.text)
    return number is not None or (running.counts[line.text] > 1 and not line.text.endswith("."))


def _zone(running: _Running, header: Header, floor: int, looks: Looks) -> int:
    """Return where the headings over a header begin: the table before it ends there at the latest.

    Who answers for a measure is the end of a row, though a page begins with it and a heading stands right below.
    """
    lines, lexicon = running.lines, looks.lexicon
    at = header.start - 1
    best = header.start
    heads: list[str] = []
    while at >= floor and header.start - at <= 45:
        line = lines[at]
        if line.text in lexicon and not line.heading and area_label(line.text, running.vocabulary) is None:
            break
        if stands_beside(line, header):
            break  # a row
        heading = heading_at(lines, at, running.wrap, running.vocabulary)
        if heading is not None and not _is_row(running, at, heading.style, floor, lexicon):
            if heads and best - at > 8:
                break
            heads.append(heading.style)
            best = at
        elif heads and not line.heading and header.has(Kind.RESPONSIBLE) and looks.is_body(line.text):
            break
        elif at == header.start - 1 or (_top(lines, at) and header.start - at <= 8):
            if _may_head(lines, at, running.wrap):
                best = _paragraph_start(running, at, floor)
                if _top(lines, best) or is_plan_title(lines[best].text, running.vocabulary):
                    break
                if best < at:  # a heading of several lines is told by its first
                    at = best
                    continue
        elif best < header.start and best - at > 6:
            break
        at -= 1
    return best


def _is_row(running: _Running, at: int, style: str, floor: int, lexicon: Lexicon) -> bool:
    """Tell a numbered row from a numbered heading: it goes on a list, or nothing parts it from the line above.

    What stands first under a table's heads is a row too, and so is a line of three cells or more.
    """
    if not style.startswith("number") or at == 0:
        return False
    lines = running.lines
    if at == floor or len(lines[at].gaps) > 1:
        return True
    own = mark_of(lines[at].text)
    for place in range(at - 1, max(floor, at - 7) - 1, -1):
        other = mark_of(lines[place].text)
        if own is not None and other is not None and other.shape == own.shape:
            return other.value != own.value
    a, b = lines[at - 1], lines[at]
    tight = a.page == b.page and b.number - a.number <= 1 + running.wrap.usual_gap(b)
    return tight and not a.text[:1].isdigit() and a.text not in lexicon


def _top(lines: Sequence[Line], at: int) -> bool:
    return at == 0 or lines[at].page != lines[at - 1].page


def _may_head(lines: Sequence[Line], at: int, wrap: Wrap) -> bool:
    """Tell whether a line right over a header may be its heading: parted from the text above, and no rest of it."""
    if at == 0:
        return True
    line, before = lines[at], lines[at - 1]
    if mark_of(line.text) is not None and mark_of(line.text).shape in "•-o":  # type: ignore[union-attr]
        return False
    apart = line.page == before.page and line.number - before.number > 1
    return apart or not line.text[:1].islower()


def _paragraph_start(running: _Running, at: int, floor: int) -> int:
    while (
        at > floor
        and running.wrap.goes_on(running.lines[at - 1], running.lines[at])
        and running.lines[at - 1].page == running.lines[at].page
    ):
        at -= 1
    return at


def _read_group(running: _Running, group: list[Header], limit: int, looks: Looks) -> list[Grid]:
    """Read a table with one header, or with one on each page."""
    vocabulary = running.vocabulary
    first = group[0]
    ends = [header.start for header in group[1:]] + [limit]
    parts = [_until_stop(running, header.end, end, header, looks) for header, end in zip(group, ends, strict=True)]
    whole = [line for part in parts for line in part]
    heads = tuple(line for header in group for line in header.lines)
    if is_aligned(whole, first) or is_aligned(parts[0], first):
        out: list[Grid] = []
        for header, part in zip(group, parts, strict=True):
            header, taken = with_edges(header, part, vocabulary)
            rows = trimmed(read_aligned(part[taken:], header, vocabulary), header, looks, aligned=True)
            if rows:
                used = _span(rows, header.lines)
                out.append(
                    Grid(
                        header=header,
                        heads=header.lines,
                        rows=tuple(rows),
                        first=used[0],
                        last=used[1],
                        joins=bool(out),
                    )
                )
        return out
    regular = read_regular(whole, first, looks)
    rows = regular or trimmed(
        read_flattened(whole, first, looks), first, looks, followed=limit < len(running.lines), end=running.lines[-1]
    )
    if not rows or not believable(rows, first, looks):
        return []
    used = _span(rows, first.lines)
    rows = with_areas(rows, first)
    return [
        Grid(
            header=first,
            heads=tuple(h for h in heads if h.number <= used[1]),
            rows=tuple(rows),
            first=used[0],
            last=used[1],
        )
    ]


def _span(rows: Sequence[Row], heads: Sequence[Line]) -> tuple[int, int]:
    numbers = [line.number for row in rows for line in row.lines] + [line.number for line in heads]
    return min(numbers), max(numbers)


def _until_stop(running: _Running, start: int, end: int, header: Header, looks: Looks) -> list[Line]:
    """Return the lines up to the first that can be no row: an area's heading, another document, a real table."""
    out: list[Line] = []
    before: Line | None = header.lines[-1]
    numbered = False
    mark = running.borders.after(start)
    lines = running.lines[start : min(end, running.borders.begins(mark, start) if mark < end else end)]
    for n, line in enumerate(lines):
        label = area_label(line.text, running.vocabulary)
        if (
            line.cell is not None
            or line.heading
            or (label is not None and not names_rows(lines, n, header, running.vocabulary) and _parts(label, header))
        ):
            break
        follower = lines[n + 1] if n + 1 < len(lines) else None
        if line.number in running.feet and not header.has(Kind.NUMBER):
            before = line
            continue
        if _is_page_number(line, before, follower, header):
            numbered, before = True, line
            continue
        top = numbered or (before is not None and before.page != line.page)
        again = running.counts[line.text] > 1
        first = top and running.tops[line.text] > 1
        titled = is_plan_title(line.text, running.vocabulary)
        body = not titled and not line.gaps and header.has(Kind.RESPONSIBLE) and looks.is_body(line.text)
        cell = body or line.text[:1].islower() or is_task(line.text.split()) or stands_beside(line, header)
        if (first and not cell) or (again and line.text.isupper() and " " in line.text):
            continue  # a running head that the opener could not tell
        numbered = False
        out.append(line)
        before = line
    return out


def _parts(label: tuple[str, str | None, str], header: Header) -> bool:
    """Tell whether an area's label ends a table: it has no column of areas, or the label a number and a title."""
    return not header.has(Kind.AREA) or (label[1] is not None and bool(label[2]))


def _is_page_number(line: Line, before: Line | None, after: Line | None, header: Header) -> bool:
    """Tell a page's number: said to be one, or bare and apart from the text on both sides."""
    if _SIDE.fullmatch(line.text):
        return True
    if not _NUMBER.fullmatch(line.text) or header.has(Kind.NUMBER):
        return False
    return (before is None or line.number - before.number > 1 or line.page != before.page) and (
        after is None or after.number - line.number > 1 or after.page != line.page
    )
