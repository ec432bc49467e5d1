"""A plan in tables that stand in text by alignment alone, as a PDF's text is set out: cells wrapped side by side."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from itertools import zip_longest
from typing import Any

from hypothesis import strategies as st

from govdocs import Document
from printing import plan_making
from printing.plan_making import PlanMade, plans
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

LAYOUTS = (
    ("Tiltak", "Ansvar"),
    ("Nr", "Tiltak", "Ansvar"),
    ("Tiltak", "Ansvar", "Frist"),
    ("Nr", "Tiltak", "Frist", "Ansvar"),
)
"""The heads of the columns."""
DEADLINES = ("2026", "Årlig", "Høsten 2027", "31.12.2026", "Løpende", "Innen utgangen av 2027")
made = st.tuples(plans(goals=False), st.booleans(), st.sampled_from(LAYOUTS))
"""A plan, whether a blank line stands behind every row, and the columns."""
how = accidents(double=False)
WIDTHS = {"Nr": 5, "Tiltak": 34, "Ansvar": 24, "Frist": 16}
GAP = 3
Drawn = tuple[PlanMade, bool, tuple[str, ...]]


def printed(drawn: Drawn, how: Accidents) -> str:
    """Set the plan."""
    plan, spaced, heads = drawn
    sheet = Sheet(how)
    more = (how.width - 62) // 2
    widths = [WIDTHS[head] + (more if head == "Tiltak" else 0) for head in heads]
    sheet.put(f"{plan.title} {plan.period}", after=2)
    count = 0
    for area in plan.areas:
        sheet.put(f"Innsatsområde {area.number} {area.title}")
        sheet.put(_row(heads, widths), wrap=False, after=int(spaced))
        for action in area.actions:
            count += 1
            texts = {
                "Nr": str(count),
                "Tiltak": action.text,
                "Ansvar": ", ".join(action.responsible),
                "Frist": DEADLINES[len(action.text) % len(DEADLINES)],
            }
            cells = (
                textwrap.wrap(texts[head], width - GAP, break_on_hyphens=False, break_long_words=False)
                for head, width in zip(heads, widths, strict=True)
            )
            for row in zip_longest(*cells, fillvalue=""):
                sheet.put(_row(row, widths), wrap=False, after=0)
            sheet.put(after=int(spaced))
        sheet.put(after=1)
    sheet.put("Planen rulleres hvert år etter at kommunene har uttalt seg.")
    return sheet.text()


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "".join(f"{cell:<{width}}" for cell, width in zip(cells, widths, strict=True)).rstrip()


def stated(drawn: Drawn, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    plan, _, heads = drawn
    return plan_making.stated(plan, numbered="Nr" in heads)


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    return plan_making.said(document)
