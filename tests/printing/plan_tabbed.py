"""A plan in a table of tab-separated columns with numbered measures."""

from __future__ import annotations

from typing import Any

from govdocs import Document
from printing import plan_making
from printing.plan_making import PlanMade, plans
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

made = plans(goals=False)
how = accidents(double=False)


def printed(plan: PlanMade, how: Accidents) -> str:
    """Set the plan."""
    sheet = Sheet(how)
    sheet.put(f"{plan.title} {plan.period}", after=2)
    count = 0
    for area in plan.areas:
        sheet.put(f"Innsatsområde {area.number} {area.title}")
        sheet.put("Nr\tTiltak\tAnsvar", wrap=False, after=0)
        for action in area.actions:
            count += 1
            sheet.put(f"{count}\t{action.text}\t{', '.join(action.responsible)}", wrap=False, after=0)
        sheet.put(after=2)
    return sheet.text()


def stated(plan: PlanMade, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    return plan_making.stated(plan, numbered=True)


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    return plan_making.said(document)
