"""One finding on several stretches of lines: how many lines, where each stretch is, and what the first ones say."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.model import Finding, Severity
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.view import View

__all__ = ["on_stretches"]

QUOTED = 3
"""Stretches that a finding quotes at most; it names the places of all."""


def on_stretches(
    view: View, code: str, wording: str, runs: Sequence[Sequence[Line]], record: str | None, severity: Severity | None
) -> Finding:
    """Make a finding that stands at the first stretch and names the lines of all."""
    ends = [(run[0].number, run[-1].number) for run in runs]
    told: Facts = {
        "count": sum(map(len, runs)),
        "places": tuple(str(first) if first == last else f"{first}-{last}" for first, last in ends),
        "texts": tuple(shown(run[0].text, 60) for run in runs[:QUOTED]),
        "more": " …" if len(runs) > QUOTED else "",
    }
    return finding(code, wording, told, view.layout.span(*ends[0]), record, severity)
