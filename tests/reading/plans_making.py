"""Small fictional plans, opened as plain text and read by the plan reader alone."""

from __future__ import annotations

from functools import cache

from govdocs import ActionPlan, Host, Layout, Limits, Source
from govdocs.model import Action, FocusArea
from govdocs.parts import Claim, Part
from govdocs.pipeline import open_layout
from govdocs.reading import claim_plans, read_plan

__all__ = ["actions", "area_of", "areas", "claims", "layout", "only", "plans", "rows"]


@cache
def _host() -> Host:
    return Host.installed()


def layout(text: str) -> Layout:
    return open_layout(Source(name="plan.txt", data=text.encode()), _host(), Limits())


def claims(text: str) -> list[Claim]:
    return list(claim_plans(layout(text)))


def plans(text: str) -> list[ActionPlan]:
    """Read every plan of a text."""
    opened = layout(text)
    found = [read_plan(Part(layout=opened, claim=claim)) for claim in claim_plans(opened)]
    return [plan for plan in found if plan is not None]


def only(text: str) -> ActionPlan:
    """Read a text that holds one plan."""
    (plan,) = plans(text)
    return plan


def actions(text: str) -> list[Action]:
    return list(only(text).actions)


def rows(text: str) -> list[tuple[str, ...]]:
    """Return each measure's text, bodies, deadline and state, what is not stated left out."""
    return [
        tuple(item for item in (action.text, ", ".join(action.responsible), action.deadline, action.status) if item)
        for action in actions(text)
    ]


def areas(text: str) -> list[tuple[str | None, str | None]]:
    """Return number and title of each area."""
    return [(area.number, area.title) for area in only(text).all_areas()]


def area_of(plan: ActionPlan, number: str) -> FocusArea:
    return next(area for area in plan.all_areas() if area.number == number)
