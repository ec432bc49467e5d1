"""Plans as rows: areas, actions and who answers for them."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.model import Action, ActionPlan, FocusArea
from govdocs.tables.draft import Draft, Row, Value, joined, texts

__all__ = ["plan_rows"]


def plan_rows(draft: Draft, plan: ActionPlan, position: int) -> Iterator[Row]:
    """Yield the rows of a plan, each after those its keys name."""
    key = draft.key_of(plan, draft.key, f"plan-{position}")
    home = draft.homes.get(plan.id)
    context: dict[str, Value] = {"plan_id": key, "plan_title": plan.title, "plan_period": plan.period}
    draft.speak(key, plan.body, None, plan.title)
    yield draft.row("plans", plan.span, {
        **context,
        "meeting_id": home,
        "position": position,
        "title": plan.title,
        "body": plan.body,
        "period": plan.period,
        "columns": joined(plan.columns),
        "actions": len(plan.actions),
    })  # fmt: skip
    for number, (heading, span) in enumerate(texts(plan, "columns", plan.columns), 1):
        yield draft.row("plan_columns", span, {"plan_id": key, "position": number, "heading": heading})
    for number, area in enumerate(plan.areas, 1):
        yield from _area(draft, area, number, None, context)


def _area(draft: Draft, area: FocusArea, position: int, parent: str | None, context: dict[str, Value]) -> Iterator[Row]:
    key = draft.key_of(area, parent or str(context["plan_id"]), f"area-{position}")
    inside = {**context, "area_id": key, "area_number": area.number, "area_title": area.title}
    yield draft.row("areas", area.span, {
        **context,
        "area_id": key,
        "parent_id": parent,
        "position": position,
        "number": area.number,
        "title": area.title,
        "goal": area.goal,
        "actions": len(area.actions),
    })  # fmt: skip
    for number, action in enumerate(area.actions, 1):
        yield from _action(draft, action, number, inside)
    for number, inner in enumerate(area.subareas, 1):
        yield from _area(draft, inner, number, key, context)


def _action(draft: Draft, action: Action, position: int, inside: dict[str, Value]) -> Iterator[Row]:
    key = draft.key_of(action, str(inside["area_id"]), f"action-{position}")
    yield draft.row("actions", action.span, {
        **inside,
        "action_id": key,
        "position": position,
        "number": action.number,
        "text": action.text,
        "responsible": joined(action.responsible),
        "responsible_note": action.responsible_note,
        "deadline": action.deadline,
        "status": action.status,
    })  # fmt: skip
    for number, (name, span) in enumerate(texts(action, "responsible", action.responsible), 1):
        yield draft.row("action_responsible", span, {"action_id": key, "position": number, "name": name})
    yield from draft.points(action.points, key, "action", {"action_id": key})
