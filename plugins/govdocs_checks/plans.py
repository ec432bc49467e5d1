"""Plans whose areas and actions do not fit together: an area without actions, actions without an area, lost numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.layout import Span
from govdocs.model import Action, ActionPlan, Finding, FocusArea, Record
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.view import View

__all__ = ["check"]

_PARTS = re.compile(r"(?P<head>.*?)(?<!\d)(?P<last>\d{1,9})\.?$")


def check(view: View) -> Iterator[Finding]:
    """Yield findings on every plan."""
    for plan in view.document.plans:
        yield from _areas(view, plan)
        yield from _numbers([(a.number, a) for a in plan.all_areas() if a.number], "area")
        yield from _numbers([(a.number, a) for a in plan.actions if a.number], "action")


def _areas(view: View, plan: ActionPlan) -> Iterator[Finding]:
    areas = list(plan.all_areas())
    named = [area for area in areas if area.title or area.number]
    orphans = [area for area in areas if not (area.title or area.number) and area.actions]
    empty = [area for area in named if not area.actions and not area.subareas]
    for area in empty:
        later = next((o for o in orphans if o.span.first > area.span.first), None)
        if later is None:
            yield finding("GD601", "empty", {"area": _name(area)}, area.span, area)
        else:
            line = later.actions[0].span.first
            yield finding("GD601", "table", {"area": _name(area), "line": line}, area.span, area)
    if named or _one_of_several(view, plan):
        for area in orphans:
            told: Facts = {"count": len(area.actions), "text": shown(area.actions[0].text, 50)}
            yield finding("GD602", "orphan", told, _span(area.actions), area)


def _one_of_several(view: View, plan: ActionPlan) -> bool:
    """Tell a table with neither title nor areas beside another plan of the same columns."""
    others = [other for other in view.document.plans if other is not plan and other.columns == plan.columns]
    return plan.title is None and bool(others)


def _name(area: FocusArea) -> str:
    return " ".join(text for text in (area.number, shown(area.title, 60) if area.title else None) if text)


def _span(actions: Sequence[Action]) -> Span:
    first, last = actions[0].span, actions[-1].span
    return Span(page=first.page, first=first.first, last=max(first.last, last.last))


def _numbers(numbered: Sequence[tuple[str | None, Record]], what: str) -> Iterator[Finding]:
    """Yield a finding for each number that comes twice or leaves a gap; a count may begin anew with each area."""
    counts: dict[str, tuple[int, Record]] = {}
    for text, record in numbered:
        match = _PARTS.fullmatch(text or "")
        if match is None:
            continue
        head, value = match["head"], int(match["last"])
        before = counts.get(head)
        counts[head] = (value, record)
        if before is None:
            if value == 1 or len(numbered) < 3:
                continue
            yield finding("GD603", f"first-{what}", {"number": match.group()}, record.span, record)
        elif value in (before[0] + 1, 1):
            continue
        else:
            told: Facts = {"before": f"{head}{before[0]}", "number": match.group()}
            yield finding("GD603", what, told, record.span, record)
