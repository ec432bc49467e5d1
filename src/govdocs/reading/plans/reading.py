"""Plans claimed and read: from a layout to claims, and from the part that was won to the record."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from attrs import evolve, frozen

from govdocs.layout import Layout, Line, Table
from govdocs.model import ActionPlan, FieldSpan
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.parts import Claim, Evidence, Genre, Part
from govdocs.reading.asking import once_a_layout
from govdocs.reading.blocks import spans_of
from govdocs.reading.fronts import Opens, find_fronts
from govdocs.reading.plans.columns import Kind
from govdocs.reading.plans.extent import Extent, extents
from govdocs.reading.plans.survey import Survey, may_belong, survey
from govdocs.reading.plans.tree import build_areas

__all__ = ["claim_plans", "read_plan"]


def claim_plans(layout: Layout, *, vocabulary: Vocabulary | None = None) -> Iterator[Claim]:
    """Yield a claim for each plan of a layout: a document of its own, or the table of one inside another document."""
    for stretch in _stretches(layout, vocabulary or Vocabulary.standard()):
        yield from _claims(stretch)


@frozen(kw_only=True)
class _Stretch:
    """Some lines of a file with the plans in them."""

    lines: list[Line]
    """The lines that may belong to a plan."""
    tables: list[Table]
    """The tables among them."""
    alone: bool
    """Whether they may be a plan: slides and reports behind another document hold a plan's table at the most."""
    found: Survey
    """What looks like a plan."""
    plans: tuple[Extent, ...]
    """The plans."""

    @classmethod
    def of(cls, lines: Iterable[Line], tables: list[Table], vocabulary: Vocabulary, *, alone: bool = True) -> _Stretch:
        """Look for plans in some lines."""
        text = [line for line in lines if may_belong(line)]
        found = survey(text, tables, vocabulary)
        plans = tuple(extents(found, vocabulary, alone=alone))
        return cls(lines=text, tables=tables, alone=alone, found=found, plans=plans)


@once_a_layout
def _stretches(layout: Layout, vocabulary: Vocabulary) -> tuple[_Stretch, ...]:
    """Look for plans in a file from one page that begins a document to the next; most are read from these lines too."""
    fronts = {front.line: front.opens for front in find_fronts(layout, vocabulary)}
    first = next((line.number for line in layout.flow if line.text), 1)
    return tuple(
        _Stretch.of(
            layout.between(start, stop - 1),
            [table for table in layout.tables if start <= table.first < stop],
            vocabulary,
            alone=start == 1 or fronts[start] is not Opens.OTHER,
        )
        for start, stop in pairwise([1, *(line for line in fronts if line > first), len(layout.lines) + 1])
    )


def _claims(stretch: _Stretch) -> Iterator[Claim]:
    found = stretch.found
    for extent in stretch.plans:
        if not stretch.alone and all(grid.listed for grid in extent.grids):
            continue
        first, last = found.lines[extent.start].number, found.lines[extent.end - 1].number
        yield Claim(
            genre=Genre.PLAN,
            first=first,
            last=max(first, last, extent.grids[-1].last),
            confidence=_confidence(extent),
            evidence=tuple(_evidence(extent, found)),
            label=extent.name.title or "measures and who answers for them",
        )


def _confidence(extent: Extent) -> float:
    """Return how sure a plan is: a title, areas, who answers, more than a few measures."""
    kinds = {column.kind for grid in extent.grids for column in grid.columns}
    marks = [
        extent.name.title is not None,
        bool(extent.headings) or Kind.AREA in kinds,
        Kind.RESPONSIBLE in kinds or any(grid.listed for grid in extent.grids),
        sum(len(grid.rows) for grid in extent.grids) >= 4,
    ]
    return 0.55 + 0.1 * sum(marks)


def _evidence(extent: Extent, found: Survey) -> Iterator[Evidence]:
    for line in extent.name.title_lines[:1]:
        yield Evidence(line=line.number, reason="the title of a plan")
    for grid in extent.grids[:6]:
        heads = ", ".join(column.written for column in grid.columns if column.written)
        yield Evidence(
            line=grid.first,
            reason=f"a table with the columns {heads}" if heads else "measures with who answers for them",
        )
    for heading in extent.headings[:5]:
        yield Evidence(line=heading.lines[0].number, reason="the heading of an area")


def read_plan(part: Part, *, vocabulary: Vocabulary | None = None) -> ActionPlan | None:
    """Read a plan out of the lines of a part; `None` where it holds no measure."""
    words = vocabulary or Vocabulary.standard()
    stretch = _stretch_of(part, words)
    if not stretch.plans:
        return None
    best = max(stretch.plans, key=lambda extent: sum(len(grid.rows) for grid in extent.grids))
    areas = build_areas(stretch.found, best.grids, best.headings, best.goals, words)
    if not areas:
        return None
    columns = next((grid.columns for grid in best.grids if not grid.listed), ())
    plan = ActionPlan(
        span=part.span,
        title=best.name.title,
        period=best.name.period,
        body=best.name.body,
        columns=tuple(column.written for column in columns if column.written),
        areas=areas,
    )
    return evolve(plan, spans=tuple(_spans(best, part.lines)))


def _stretch_of(part: Part, vocabulary: Vocabulary) -> _Stretch:
    """Look for plans in the lines of a part: those it was claimed from, or fewer."""
    lines = [line for first, last in part.ranges for line in part.layout.between(first, last) if may_belong(line)]
    tables = [
        table
        for table in part.layout.tables
        if any(first <= table.first and table.last <= last for first, last in part.ranges)
    ]
    cut = [
        table
        for table in part.layout.tables
        if table not in tables and any(first <= table.last and table.first <= last for first, last in part.ranges)
    ]
    tables.extend(cut)
    for stretch in _stretches(part.layout, vocabulary):
        if stretch.alone and stretch.lines == lines and stretch.tables == tables:
            return stretch
    return _Stretch.of(lines, tables, vocabulary)


def _spans(extent: Extent, lines: Sequence[Line]) -> Iterator[FieldSpan]:
    """Yield the lines of the plan's own fields, and as its text what stands between its areas and measures."""
    name = extent.name
    for label, used in (("title", name.title_lines), ("period", name.period_lines), ("body", name.body_lines)):
        for span in spans_of(used) if used else ():
            yield FieldSpan(field=label, span=span)
    for grid in extent.grids:
        if grid.listed:
            continue
        for span in spans_of(sorted(grid.heads, key=lambda line: line.number)) if grid.heads else ():
            yield FieldSpan(field="columns", span=span)
    rows = {line.number for grid in extent.grids for row in grid.rows for line in row.lines}
    text = [line for line in lines if line.text and line.number not in rows]
    for span in spans_of(text) if text else ():
        yield FieldSpan(field="text", span=span)
