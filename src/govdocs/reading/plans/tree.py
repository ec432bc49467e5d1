"""Areas and their measures in their places: headings of the text and titles of the tables made one tree."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from attrs import define, field

from govdocs.layout import Line, Span
from govdocs.model import Action, FieldSpan, FocusArea
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import joined, spans_of
from govdocs.reading.plans.actions import AreaTitle, Goal, read_grid
from govdocs.reading.plans.grids import Grid
from govdocs.reading.plans.headings import Heading
from govdocs.reading.plans.marks import mark_of, numbered_path
from govdocs.reading.plans.survey import Survey

__all__ = ["build_areas", "goal_places"]

_NEAR = 12
"""Lines that may stand between a heading and the goal of its area."""
_TALK = re.compile(r"\btiltak|\baktivitet|ansvarlig", re.IGNORECASE)
"""What a text speaks of when it turns from the goal to the measures."""


_SAID = re.compile(r"(?:Vi vil at|Målet (?:vårt )?er|Hovedmålet er|Hovudmålet er|Måla (?:våre )?er) \S")
"""How a sentence right below the heading of an area begins that tells its goal without a label."""


@define
class _Node:
    """An area on its way."""

    number: str | None = None
    title: str | None = None
    lines: list[Line] = field(factory=list)
    """The lines of its number and title."""
    goal: str | None = None
    goal_lines: list[Line] = field(factory=list)
    actions: list[Action] = field(factory=list)
    children: list[_Node] = field(factory=list)
    parent: _Node | None = None
    path: tuple[str, ...] = ()
    level: int = 0
    lower: bool = False
    """Whether it stands under the last area that does not."""
    last: Grid | None = None
    """The last table read into it."""

    def finished(self) -> FocusArea:
        """Make the record."""
        below = [child.finished() for child in self.children]
        spans = [
            *(FieldSpan(field="title", span=span) for span in (spans_of(self.lines) if self.lines else ())),
            *(FieldSpan(field="goal", span=span) for span in (spans_of(self.goal_lines) if self.goal_lines else ())),
        ]
        every = [span.span for span in spans] + [a.span for a in self.actions] + [a.span for a in below]
        first = min(every, key=lambda span: span.first)
        return FocusArea(
            span=Span(page=first.page, first=first.first, last=max(span.last for span in every)),
            spans=tuple(spans),
            number=self.number,
            title=self.title or None,
            goal=self.goal,
            actions=tuple(self.actions),
            subareas=tuple(below),
        )


def goal_places(survey: Survey, start: int, end: int, vocabulary: Vocabulary) -> dict[int, str]:
    """Return the places of lines that begin with the label of a goal, with the goal's text on that line."""
    out = {}
    for at in range(start, end):
        if survey.taken[at]:
            continue
        label = vocabulary.label(survey.lines[at].text, "plan")
        if (
            label is not None
            and not label.misspelt
            and (label.kind == "plan.goal" or "mål" in label.written.lower())
            and "område" not in label.written.lower()
        ):
            out[at] = label.value
    return out


def build_areas(
    survey: Survey, grids: Sequence[Grid], headings: Sequence[Heading], goals: dict[int, str], vocabulary: Vocabulary
) -> tuple[FocusArea, ...]:
    """Put the areas and measures of a plan together, in the order of the lines."""
    tree = _Tree(survey, vocabulary)
    starts = sorted([*(h.start for h in headings), *(survey.index(grid.first) for grid in grids), len(survey.lines)])
    events: list[tuple[int, int, Heading | Grid]] = [(survey.lines[h.start].number, 0, h) for h in headings]
    events += [(grid.first, 1, grid) for grid in grids]
    for _, _, event in sorted(events, key=lambda item: (item[0], item[1])):
        if isinstance(event, Heading):
            tree.open(event)
            after = starts[bisect_right(starts, event.start)] if event.start < starts[-1] else starts[-1]
            at = next((at for at in range(event.end, min(event.end + _NEAR, after)) if at in goals), None)
            if at is not None:
                tree.reach(at, goals[at], after)
            elif event.end < after and _SAID.match(survey.lines[event.end].text):
                tree.reach(event.end, survey.lines[event.end].text, after)
        else:
            tree.read(event)
    return tuple(node.finished() for node in tree.roots if node.lines or node.actions or node.children or node.goal)


@define
class _Tree:
    survey: Survey
    vocabulary: Vocabulary
    roots: list[_Node] = field(factory=list)
    current: _Node | None = None
    """The area of the last heading."""

    def add(self, node: _Node, parent: _Node | None) -> _Node:
        node.parent = parent
        (self.roots if parent is None else parent.children).append(node)
        return node

    def open(self, heading: Heading) -> None:
        """Open the area of a heading: under that whose number it continues, or whose level is above its own."""
        level = int(heading.style.split()[1]) if heading.style.startswith("level") else 0
        node = _Node(
            number=heading.number, title=heading.title, lines=list(heading.lines), path=heading.path, level=level
        )
        node.lower = heading.lower
        above = self.current
        while above is not None and not (_is_under(node, above) or (node.lower and not above.lower)):
            above = above.parent
        self.current = self.add(node, above)

    def reach(self, at: int, text: str, limit: int) -> None:
        """Read a goal: its paragraph; of a vision (`Målbilde`) also those behind it, up to talk of the measures."""
        node, lines = self.current, self.survey.lines
        if node is None or node.goal is not None:
            return
        parts: list[str | Line] = [text] if text else []
        end = at + 1
        vision = lines[at].text.lower().startswith(("målbil", "visjon"))
        while end < limit:
            line = lines[end]
            goes_on = self.survey.wrap.goes_on(lines[end - 1], line)
            listed = mark_of(line.text) is not None and vision
            more = vision and not _TALK.search(self._paragraph(end, limit))
            if parts and not goes_on and not listed and not more:
                break
            parts.append(line)
            end += 1
        node.goal = joined(parts, self.survey.words) or None
        node.goal_lines = list(lines[at:end])

    def _paragraph(self, start: int, limit: int) -> str:
        lines, end = self.survey.lines, start + 1
        while end < limit and self.survey.wrap.goes_on(lines[end - 1], lines[end]):
            end += 1
        return " ".join(line.text for line in lines[start:end])

    def read(self, grid: Grid) -> None:
        """Read a table into the area it stands under; one that follows another without a heading has no area."""
        home = self.current
        if (
            home is not None
            and home.last is not None
            and not grid.listed
            and not home.last.listed
            and not grid.card
            and self._follows(home.last, grid)
        ):
            home = self.add(_Node(), home.parent)
        if home is not None:
            home.last = grid
        inner: list[_Node] = []
        for item in read_grid(grid, self.vocabulary, self.survey.lexicon, self.survey.words, self.survey.wrap):
            if isinstance(item, AreaTitle):
                node = _Node(number=item.number, title=item.title, lines=list(item.lines) if item.title else [])
                node.path = numbered_path(item.number)
                under = next((n for n in range(len(inner), 0, -1) if _is_under(node, inner[n - 1])), item.level)
                del inner[max(under, item.level) :]
                above = inner[-1] if inner else home
                if item.goal is not None:
                    node.goal, node.goal_lines = item.goal.text, list(item.goal.lines)
                inner.append(self.add(node, above))
                continue
            place = inner[-1] if inner else home or self._nameless()
            if isinstance(item, Goal):
                place.goal = place.goal or item.text
                place.goal_lines.extend(item.lines)
            else:
                place.actions.append(item)

    def _nameless(self) -> _Node:
        """Return the area of measures that stand under no heading."""
        if self.roots and self.roots[-1].title is None and not self.roots[-1].children:
            return self.roots[-1]
        return self.add(_Node(), None)

    def _follows(self, before: Grid, grid: Grid) -> bool:
        """Tell whether only blank lines stand between two tables: the second has lost its heading."""
        start, end = self.survey.index(before.last + 1), self.survey.index(grid.first)
        between = [line for line in self.survey.lines[start:end] if line.furniture is None]
        return not between and before.header.key == grid.header.key


def _is_under(node: _Node, above: _Node) -> bool:
    if node.path and above.path:
        return len(node.path) > len(above.path) and node.path[: len(above.path)] == above.path
    return node.level > above.level > 0
