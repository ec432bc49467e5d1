"""Plans claimed and read: from a layout to claims, and from the part that was won to the record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from attrs import evolve

from govdocs.layout import Layout, Line, Table
from govdocs.model import ActionPlan, FieldSpan
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.parts import Claim, Evidence, Genre, Part
from govdocs.reading.blocks import spans_of
from govdocs.reading.fronts import Opens, find_fronts
from govdocs.reading.plans.columns import Kind
from govdocs.reading.plans.extent import Extent, extents
from govdocs.reading.plans.survey import Survey, survey
from govdocs.reading.plans.tree import build_areas

__all__ = ["claim_plans", "read_plan"]


def claim_plans(layout: Layout, *, vocabulary: Vocabulary | None = None) -> Iterator[Claim]:
    """Yield a claim for each plan of a layout: a document of its own, or the table of one inside another document."""
    words = vocabulary or Vocabulary.standard()
    for lines, tables, alone in _stretches(layout, words):
        yield from _claims(survey(lines, tables, words), words, alone)


def _stretches(layout: Layout, vocabulary: Vocabulary) -> Iterator[tuple[Sequence[Line], Sequence[Table], bool]]:
    """Yield the lines and tables of a file from one page that begins a document to the next.

    With each, whether it may be a plan: slides and reports behind another document hold a plan's table at the most.
    """
    fronts = {front.line: front.opens for front in find_fronts(layout, vocabulary)}
    first = next((line.number for line in layout.flow if line.text), 1)
    for start, stop in pairwise([1, *(line for line in fronts if line > first), len(layout.lines) + 1]):
        tables = [table for table in layout.tables if start <= table.first < stop]
        yield tuple(layout.between(start, stop - 1)), tables, start == 1 or fronts[start] is not Opens.OTHER


def _claims(found: Survey, vocabulary: Vocabulary, alone: bool) -> Iterator[Claim]:
    for extent in extents(found, vocabulary, alone=alone):
        if not alone and all(grid.listed for grid in extent.grids):
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
    lines = [line for first, last in part.ranges for line in part.layout.between(first, last)]
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
    found = survey(lines, [*tables, *cut], words)
    plans = list(extents(found, words))
    if not plans:
        return None
    best = max(plans, key=lambda extent: sum(len(grid.rows) for grid in extent.grids))
    areas = build_areas(found, best.grids, best.headings, best.goals, words)
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
