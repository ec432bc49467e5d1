"""A plan in tables that stand in text by alignment alone, as a PDF's text is set out: cells wrapped side by side."""

from __future__ import annotations

import textwrap
from itertools import zip_longest
from typing import Any

from hypothesis import strategies as st

from govdocs import Document
from printing import plan_making
from printing.plan_making import PlanMade, plans
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

made = st.tuples(plans(goals=False), st.booleans())
"""A plan, and whether a blank line stands behind every row."""
how = accidents(double=False)
GAP = 4


def printed(drawn: tuple[PlanMade, bool], how: Accidents) -> str:
    """Set the plan."""
    plan, spaced = drawn
    sheet = Sheet(how)
    left = how.width // 2
    sheet.put(f"{plan.title} {plan.period}", after=2)
    for area in plan.areas:
        sheet.put(f"Innsatsområde {area.number} {area.title}")
        sheet.put(f"{'Tiltak':<{left}}Ansvar", wrap=False, after=int(spaced))
        for action in area.actions:
            cells = (
                textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)
                for text, width in ((action.text, left - GAP), (", ".join(action.responsible), how.width - left))
            )
            for measure, bodies in zip_longest(*cells, fillvalue=""):
                sheet.put(f"{measure:<{left}}{bodies}".rstrip(), wrap=False, after=0)
            sheet.put(after=int(spaced))
        sheet.put(after=1)
    sheet.put("Planen rulleres hvert år etter at kommunene har uttalt seg.")
    return sheet.text()


def stated(drawn: tuple[PlanMade, bool], how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    return plan_making.stated(drawn[0])


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    return plan_making.said(document)
