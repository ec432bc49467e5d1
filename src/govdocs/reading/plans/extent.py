"""Where plans begin and end in a file: whole documents, tables attached to papers, tables inside minutes."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import stands_apart
from govdocs.reading.plans.columns import Kind
from govdocs.reading.plans.grids import Grid
from govdocs.reading.plans.headings import (
    Heading,
    chosen,
    find_headings,
    heading_at,
    names_a_part,
    plain_heading,
    within_areas,
)
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.names import Name, find_name, is_measures_title, is_owner, is_plan_title, name_of
from govdocs.reading.plans.survey import Survey
from govdocs.reading.plans.tree import goal_places

__all__ = ["Extent", "extents"]

_FRONT = 40
"""Text lines within which a document's title stands."""


@frozen(kw_only=True)
class Extent:
    """One plan in the lines."""

    start: int
    """Place of its first text line."""
    end: int
    """Place behind its last one."""
    whole: bool
    """Whether it is a document of its own, and not a table in another."""
    grids: tuple[Grid, ...]
    """Its tables and lists."""
    headings: tuple[Heading, ...]
    """The headings of its areas."""
    goals: dict[int, str]
    """Places of its goals, with what follows the label on that line."""
    name: Name
    """What it is called."""


def extents(survey: Survey, vocabulary: Vocabulary, *, alone: bool = True) -> Iterator[Extent]:
    """Yield the plans found in some lines; `alone` says that one may fill them without a title of its own."""
    if not survey.grids:
        return
    groups = _groups(survey, vocabulary)
    below = _below_headings(survey, vocabulary)
    candidates = list(find_headings(survey.lines, survey.taken, survey.wrap, vocabulary, below))
    floor = 0
    for n, group in enumerate(groups):
        limit = survey.index(groups[n + 1][0].first) if n + 1 < len(groups) else len(survey.lines)
        found = _extent(survey, group, candidates, floor, limit, vocabulary, alone=alone and floor == 0)
        if found is not None:
            yield found
        floor = survey.index(group[-1].last + 1)


def _below_headings(survey: Survey, vocabulary: Vocabulary) -> frozenset[int]:
    """Return the places right over which a line set like any other may be the heading of an area.

    Over a list or a goal it may be where there are no tables; over a table where each table has one over it.
    """
    places = [survey.index(grid.first) for grid in survey.grids if not grid.joins]
    if all(grid.listed for grid in survey.grids):
        return frozenset([*places, *goal_places(survey, 0, len(survey.lines), vocabulary)])
    over = [at for at in places if at and not survey.taken[at - 1] and plain_heading(survey.lines, at - 1)]
    alike = len({grid.header.key for grid in survey.grids}) == 1 and not any(grid.card for grid in survey.grids)
    return frozenset(over) if alike and len(over) == len(places) > 1 else frozenset()


def _groups(survey: Survey, vocabulary: Vocabulary) -> list[list[Grid]]:
    """Put the tables of one plan together: no other document, title or make of table stands between them."""
    groups: list[list[Grid]] = []
    for grid in survey.grids:
        if groups:
            before = groups[-1][-1]
            start, end = survey.index(before.last + 1), survey.index(grid.first)
            parted = survey.borders.between(start, end)
            caption = _caption(survey, grid, start, vocabulary)
            titled = bool(caption) and is_plan_title(caption[0].text, vocabulary) and not caption[0].furniture
            own = grid.header.has(Kind.AREA) and not grid.listed
            other = own and (grid.header.key != before.header.key) and not before.joins
            if not parted and not other and not (titled and (own or _top(survey, caption[0]))):
                groups[-1].append(grid)
                continue
        groups.append([grid])
    return groups


def _top(survey: Survey, line: Line) -> bool:
    at = survey.index(line.number)
    return at > 0 and survey.lines[at - 1].page != line.page


def _caption(survey: Survey, grid: Grid, floor: int, vocabulary: Vocabulary) -> list[Line]:
    """Return the lines right over a table that may name it: one paragraph, no sentence unless it ends in a colon."""
    at = survey.index(grid.first) - 1
    if at < floor or survey.taken[at]:
        return []
    lines, wrap = survey.lines, survey.wrap
    if lines[at].page not in (grid.heads[0].page if grid.heads else lines[at].page, lines[at].page):
        return []
    start = at
    while (
        start > floor
        and lines[start - 1].page == lines[start].page
        and (
            wrap.goes_on(lines[start - 1], lines[start])
            or (lines[start].text[:1].islower() and lines[start].number - lines[start - 1].number <= 3)
        )
    ):
        start -= 1
    found = list(lines[start : at + 1])
    text = " ".join(line.text for line in found)
    if (
        len(text) > 240
        or (looks_like_sentence(text) and not text.endswith(":"))
        or (not text[:1].isupper() and mark_of(text) is None)
    ):
        return []
    return found


def _extent(
    survey: Survey,
    group: list[Grid],
    candidates: Sequence[Heading],
    floor: int,
    limit: int,
    vocabulary: Vocabulary,
    *,
    alone: bool,
) -> Extent | None:
    lines = survey.lines
    first, last = survey.index(group[0].first), survey.index(group[-1].last + 1)
    above = survey.borders.before(first)
    below = survey.borders.after(last)
    top = max(above + 1, floor)
    bottom = min(below, limit)
    goals = goal_places(survey, top, bottom, vocabulary)
    own = group[0].header.has(Kind.AREA)
    places = [survey.index(grid.first) for grid in group]
    inside = candidates[bisect_left(candidates, top, key=_start) : bisect_left(candidates, bottom, key=_start)]
    within = within_areas(inside, vocabulary)
    near = [heading for heading in inside if heading.start not in within]
    near = [heading for heading in near if not _names_plan(heading, vocabulary) and not _names_body(heading, top)]
    headings = [] if own and len(group) == 1 else chosen(near, places, last, frozenset(goals))
    caption = _caption(survey, group[0], top, vocabulary)
    alone = alone and above < 0
    start = _document_start(survey, top, first, headings, alone, vocabulary)
    if start is not None:
        head = min([first, *(h.start for h in headings)])
        end = survey.borders.begins(below, last) if below < len(lines) else below
        end = end if limit >= below else last
        over = () if headings else caption
        name = find_name(lines[start:end], head - start, over, survey.wrap, vocabulary, survey.words)
        if alone or headings or _has_text(survey, start, first, name):
            return _plan(survey, group, headings, goals, name, start, end, whole=True)
    if len(group) == 1 and headings and not headings[-1].style.startswith("label") and first - headings[-1].end > 2:
        headings = []  # a heading of the text around it
    if any(grid.listed for grid in group) and not headings:
        return None
    if all(grid.listed for grid in group) and not _about_plans(survey, top, first, vocabulary):
        return None
    begin = min([first, *(survey.index(line.number) for line in caption[:1]), *(h.start for h in headings)])
    if headings and caption and survey.index(caption[0].number) >= headings[0].start:
        caption = _over(survey, headings[0], top)
        begin = min([begin, *(survey.index(line.number) for line in caption[:1])])
    name = Name()
    if caption:
        name = find_name(lines[begin:last], first - begin, caption, survey.wrap, vocabulary, survey.words)
    return _plan(survey, group, headings, goals, name, begin, last, whole=False)


def _heads_all(heading: Heading, below: Sequence[Line]) -> bool:
    """Tell whether a heading is the document's: of the highest level, and the only one of it that is no part's."""
    if heading.number is not None or _level(heading.lines[0]) != 1:
        return False
    return all(_level(line) != 1 or names_a_part(line.text.lstrip("#* ")) for line in below)


def _level(line: Line) -> int | None:
    """Return the level of a heading, as its style or its marks tell: `# Plan`."""
    marks = len(line.text) - len(line.text.lstrip("#"))
    return line.heading or marks or None


def _over(survey: Survey, heading: Heading, top: int) -> list[Line]:
    """Return the heading right over the first area's."""
    if heading.start <= top:
        return []
    at, vocabulary = heading.start - 1, survey.borders.vocabulary
    found = heading_at(survey.lines, at, survey.wrap, vocabulary)
    if found is None and is_plan_title(survey.lines[at].text, vocabulary) and stands_apart(survey.lines, at):
        return [survey.lines[at]]  # set like any other line
    return list(found.lines) if found is not None else []


def _start(heading: Heading) -> int:
    return heading.start


def _names_plan(heading: Heading, vocabulary: Vocabulary) -> bool:
    """Tell a plan's title from a heading of an area."""
    return (
        heading.number is None
        and not heading.style.startswith("label")
        and is_plan_title(heading.lines[0].text, vocabulary)
    )


def _names_body(heading: Heading, top: int) -> bool:
    """Tell the name of the body whose plan it is, set like a heading at the top."""
    labelled = heading.style.startswith("label")
    return heading.number is None and not labelled and heading.start - top < 12 and is_owner(heading.title)


def _plan(
    survey: Survey,
    group: Sequence[Grid],
    headings: Sequence[Heading],
    goals: dict[int, str],
    name: Name,
    start: int,
    end: int,
    *,
    whole: bool,
) -> Extent | None:
    if (
        name.title is None
        and headings
        and headings[0].start == start
        and _heads_all(headings[0], survey.lines[headings[0].end : end])
    ):
        told = name_of(headings[0].title, headings[0].lines)
        name, headings = evolve(told, body=name.body, body_lines=name.body_lines), headings[1:]
    rows = sum(len(grid.rows) for grid in group)
    if rows < 2 and not (whole and name.title and not group[0].listed):
        return None
    return Extent(
        start=start,
        end=end,
        whole=whole,
        grids=tuple(group),
        headings=tuple(headings),
        name=name,
        goals={at: value for at, value in goals.items() if start <= at < end},
    )


def _about_plans(survey: Survey, top: int, first: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a list of measures stands under the title of a plan."""
    return any(is_plan_title(line.text, vocabulary) for line in survey.lines[max(top, first - 60) : first])


def _document_start(
    survey: Survey, top: int, first: int, headings: Sequence[Heading], alone: bool, vocabulary: Vocabulary
) -> int | None:
    """Return where the plan's own document begins, `None` where its tables stand in another one."""
    lines = survey.lines
    if alone:
        front = lines[top : min(first, top + _FRONT)]
        if any(is_plan_title(line.text, vocabulary) or is_measures_title(line.text) for line in front):
            return top
        covered = sum(survey.taken) + sum(h.end - h.start for h in headings)
        most = covered * 2 >= len(lines) or (headings and (len(lines) - headings[0].start) * 2 >= len(lines))
        return top if most else None
    for at in range(top, first):
        titled = is_plan_title(lines[at].text, vocabulary) or is_measures_title(lines[at].text)
        if titled and (start := _fresh(lines, at, top, vocabulary)) is not None:
            return start
    if len(headings) > 2:
        return next((at for at in range(top, first) if lines[at].page != lines[at - 1].page), None)
    return None


def _fresh(lines: Sequence[Line], at: int, top: int, vocabulary: Vocabulary) -> int | None:
    """Return the top of the page or stretch that a title stands at; `None` for a title in running text."""
    start = at
    while start >= top and at - start <= 5:
        if start < at and (lines[start].text.endswith((".", ":")) or vocabulary.kind(lines[start].text, "decision")):
            return None  # another document's text
        if start == 0 or _parted(lines[start - 1], lines[start]):
            return start
        start -= 1
    return None


def _parted(line: Line, after: Line) -> bool:
    """Tell whether a page ends or a wide gap stands between two lines."""
    return line.page != after.page or after.number - line.number > 3


def _has_text(survey: Survey, start: int, first: int, name: Name) -> bool:
    """Tell a document with text of its own from a table with its title."""
    own = {line.number for line in (*name.title_lines, *name.period_lines, *name.body_lines)}
    return sum(1 for n in range(start, first) if not survey.taken[n] and survey.lines[n].number not in own) > 1
