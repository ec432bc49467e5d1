"""A plan whose tables extraction took apart: measure and bodies stand in lines of their own, cell after cell."""

from __future__ import annotations

from typing import Any

from govdocs import Document
from printing import plan_making
from printing.plan_making import PlanMade, plans
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

made = plans()
how = accidents(double=False)


def printed(plan: PlanMade, how: Accidents) -> str:
    """Set the plan."""
    sheet = Sheet(how)
    sheet.put(f"{plan.title} {plan.period}", after=2)
    for area in plan.areas:
        sheet.put(f"Innsatsområde {area.number} {area.title}")
        if area.goal:
            sheet.put(f"{sheet.label('Målbilde')}: {area.goal}")
        sheet.put("Tiltak Ansvar")
        for action in area.actions:
            sheet.put(action.text)
            sheet.put(*action.responsible)
    return sheet.text()


def stated(plan: PlanMade, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    return plan_making.stated(plan)


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    return plan_making.said(document)
