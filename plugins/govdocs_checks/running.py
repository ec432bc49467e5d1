"""Runs the checks one after the other over one view of the document."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from govdocs.layout import Layout
from govdocs.model import Document, Finding
from govdocs_checks import (
    agenda,
    bodies,
    breaks,
    dates,
    decisions,
    dropped,
    labels,
    lines,
    numbers,
    people,
    plans,
    references,
    sources,
    titles,
    truth,
)
from govdocs_checks.view import View

__all__ = ["CHECKS", "check"]

CHECKS: tuple[Callable[[View], Iterable[Finding]], ...] = (
    titles.check,
    decisions.check,
    labels.check,
    breaks.check,
    numbers.check,
    agenda.check,
    references.check,
    people.check,
    bodies.check,
    dates.check,
    plans.check,
    lines.check,
    truth.check,
    dropped.check,
    sources.check,
)
"""Every check, by kind."""


def check(document: Document, layout: Layout) -> Iterator[Finding]:
    """Yield what the checks find."""
    view = View(document, layout)
    for each in CHECKS:
        yield from each(view)
