"""Reads action plans: measures with who answers for them, in tables, flattened tables and lists."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs import ActionPlan, Layout, hookimpl
from govdocs.parts import Claim, Part

if TYPE_CHECKING:
    from govdocs.norwegian import Vocabulary

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout, vocabulary: Vocabulary) -> Sequence[Claim]:
    """Claim every plan: a document of its own, or the tables of one inside another document."""
    from govdocs.reading import claim_plans

    return list(claim_plans(layout, vocabulary=vocabulary))


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> ActionPlan | None:
    """Read a plan."""
    from govdocs.reading import read_plan

    return read_plan(part, vocabulary=vocabulary)
