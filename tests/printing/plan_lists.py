"""A plan without tables: areas with areas under them, and measures as lists with points, each with who answers."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import Action, FocusArea
from printing import wording
from printing.plan_making import PARTIES, ActionMade
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["Chapter", "Plan", "Section", "how", "made", "printed", "said", "stated"]

how = accidents(double=False)
MARKS = ("•", "–", "-")


@frozen(kw_only=True)
class Section:
    """An area under another."""

    title: str
    goal: str | None
    actions: tuple[ActionMade, ...]


@frozen(kw_only=True)
class Chapter:
    """An area."""

    title: str
    sections: tuple[Section, ...]


@frozen(kw_only=True)
class Plan:
    """A plan, and how its lists are marked."""

    title: str
    period: str
    chapters: tuple[Chapter, ...]
    numbered: bool
    """Whether measures are counted through; otherwise they have bullets."""
    brackets: bool
    """Whether who answers stands in a bracket; otherwise on a line of its own behind `Ansvar:`."""
    mark: str


def _plans() -> st.SearchStrategy[Plan]:
    points = st.lists(wording.measures.map(lambda text: text[0].lower() + text[1:]), min_size=2, max_size=3)
    action = st.builds(
        ActionMade,
        text=wording.measures,
        responsible=st.lists(st.sampled_from(PARTIES), min_size=1, max_size=2, unique=True).map(tuple),
        points=st.just(()) | points.map(tuple),
    )
    section = st.builds(
        Section,
        title=wording.topics,
        goal=st.none() | wording.sentences,
        actions=st.lists(action, min_size=2, max_size=3).map(tuple),
    )
    chapter = st.builds(
        Chapter, title=wording.topics, sections=st.lists(section, min_size=1, max_size=2).map(tuple)
    )  # fmt: skip
    return st.builds(
        lambda thing, year, **parts: Plan(title=f"Handlingsplan for {thing}", period=f"{year}–{year + 3}", **parts),
        st.sampled_from(wording.THINGS),
        st.integers(2015, 2029),
        chapters=st.lists(chapter, min_size=2, max_size=3).map(tuple),
        numbered=st.booleans(),
        brackets=st.booleans(),
        mark=st.sampled_from(MARKS),
    )


made = _plans()


def printed(plan: Plan, how: Accidents) -> str:
    """Set the plan."""
    sheet = Sheet(how)
    sheet.put(f"{plan.title} {plan.period}", after=2)
    count = 0
    for n, chapter in enumerate(plan.chapters, 1):
        sheet.put(f"{n} {chapter.title}")
        for k, section in enumerate(chapter.sections, 1):
            sheet.put(f"{n}.{k} {section.title}")
            if section.goal:
                sheet.put(f"Mål: {section.goal}")
            for action in section.actions:
                count += 1
                bodies = ", ".join(action.responsible)
                mark = f"Tiltak {count}:" if plan.numbered else plan.mark
                bracket = f" ({sheet.label('Ansvarlig')}: {bodies})" if plan.brackets else ""
                if not action.points:
                    sheet.put(f"{mark} {action.text}{bracket}", after=0)
                else:
                    sheet.put(f"{mark} {action.text}:", after=0)
                    *first, last = action.points
                    sheet.put(*(f"   o {point}" for point in first), f"   o {last}", after=0)
                    if plan.brackets:
                        sheet.put(bracket.strip(), after=0)
                sheet.put(*(() if plan.brackets else (f"Ansvar: {bodies}",)))
    return sheet.text()


def stated(plan: Plan, how: Accidents) -> dict[str, Any]:
    """Return the facts of a plan that was made."""
    count = 0
    chapters = []
    for n, chapter in enumerate(plan.chapters, 1):
        sections = []
        for k, section in enumerate(chapter.sections, 1):
            actions = []
            for action in section.actions:
                count += 1
                text = f"{action.text}:" if action.points else action.text
                actions.append(
                    {
                        "number": str(count) if plan.numbered else None,
                        "text": " ".join((text, *action.points)),
                        "points": list(action.points),
                        "responsible": list(action.responsible),
                    }
                )
            sections.append({"number": f"{n}.{k}", "title": section.title, "goal": section.goal, "actions": actions})
        chapters.append({"number": str(n), "title": chapter.title, "sections": sections})
    return {"title": plan.title, "period": plan.period, "chapters": chapters}


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (plan,) = document.plans
    return {
        "title": plan.title,
        "period": plan.period,
        "chapters": [
            {"number": area.number, "title": area.title, "sections": [_section(inner) for inner in area.subareas]}
            for area in plan.areas
        ],
    }


def _section(area: FocusArea) -> dict[str, Any]:
    return {
        "number": area.number,
        "title": area.title,
        "goal": area.goal,
        "actions": [_action(action) for action in area.actions],
    }


def _action(action: Action) -> dict[str, Any]:
    return {
        "number": action.number,
        "text": action.text,
        "points": [point.text for point in action.points],
        "responsible": list(action.responsible),
    }
