"""Plans made up from the model, and the facts of one that was read."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from printing import wording

__all__ = ["ActionMade", "AreaMade", "PlanMade", "plans", "said", "stated"]

PARTIES = (
    "Lauvøy kommune", "Nordvik sykehus HF", "Helse Fjord RHF", "Kystmuseet i Lauvøy", "Havdirektoratet",
    "Nordvik fylkeskommune", "Helseforetakene",
)  # fmt: skip


@frozen(kw_only=True)
class ActionMade:
    """A measure."""

    text: str
    responsible: tuple[str, ...]
    points: tuple[str, ...] = ()


@frozen(kw_only=True)
class AreaMade:
    """An area."""

    number: str
    title: str
    goal: str | None
    actions: tuple[ActionMade, ...]


@frozen(kw_only=True)
class PlanMade:
    """A plan."""

    title: str
    period: str
    areas: tuple[AreaMade, ...]


def plans(*, goals: bool = True, most: int = 2) -> st.SearchStrategy[PlanMade]:
    """Draw plans; `most` is how many bodies may answer for a measure."""
    action = st.builds(
        ActionMade,
        text=wording.measures,
        responsible=st.lists(st.sampled_from(PARTIES), min_size=1, max_size=most, unique=True).map(tuple),
    )
    goal = st.none() | wording.paragraphs if goals else st.none()
    area = st.tuples(wording.topics, goal, st.lists(action, min_size=2, max_size=4).map(tuple))
    return st.tuples(
        st.sampled_from(wording.THINGS), st.integers(2015, 2029), st.lists(area, min_size=2, max_size=4)
    ).map(
        lambda drawn: PlanMade(
            title=f"Handlingsplan for {drawn[0]}",
            period=f"{drawn[1]}–{drawn[1] + 3}",
            areas=tuple(
                AreaMade(number=str(n), title=title, goal=goal, actions=actions)
                for n, (title, goal, actions) in enumerate(drawn[2], 1)
            ),
        )
    )


def stated(plan: PlanMade, *, numbered: bool = False) -> dict[str, Any]:
    """Return the facts of a plan that was made."""
    count = 0
    areas = []
    for area in plan.areas:
        actions = []
        for action in area.actions:
            count += 1
            actions.append((str(count) if numbered else None, action.text, list(action.responsible)))
        areas.append({"number": area.number, "title": area.title, "goal": area.goal, "actions": actions})
    return {"title": plan.title, "period": plan.period, "areas": areas}


def said(document: Document) -> dict[str, Any]:
    """Return the same facts of a plan that was read."""
    (plan,) = document.plans
    return {
        "title": plan.title,
        "period": plan.period,
        "areas": [
            {
                "number": area.number,
                "title": area.title,
                "goal": area.goal,
                "actions": [(a.number, a.text, list(a.responsible)) for a in area.actions],
            }
            for area in plan.areas
        ],
    }
