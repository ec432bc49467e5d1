"""Lines that no record took, one finding for each part."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.layout import Line
from govdocs.ledger import Entry, LedgerPart
from govdocs.model import Finding, Severity
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.furniture import Furniture
from govdocs_checks.holdings import Holdings
from govdocs_checks.stretches import on_stretches
from govdocs_checks.view import View

__all__ = ["check"]


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each part with unread lines; those that hold nothing worth keeping are passed over."""
    furniture = Furniture(view, Holdings(view))
    for part in view.document.ledger.parts:
        runs = [
            [line for entry in stretch for line in view.layout.between(entry.line, entry.line) if line.text]
            for run in _entries(view, part)
            for stretch in _stretches(run)
        ]
        if part.record is None:
            lines = [line for run in runs for line in run]
            if lines:
                span = view.layout.span(lines[0].number, lines[-1].number)
                told: Facts = {"count": len({line.number for line in lines}), "label": shown(part.label)}
                yield finding("GD701", "whole", told, span, None, Severity.INFO)
            continue
        runs = [run for run in runs if not all(furniture.is_nothing(line, part.record) for line in run)]
        if runs:
            yield on_stretches(view, "GD701", "part", [_once(run) for run in runs], None, None)


def _once(run: Sequence[Line]) -> list[Line]:
    """Return lines without those that stand beside another in one row of a table."""
    return list({line.number: line for line in reversed(run)}.values())[::-1]


def _entries(view: View, part: LedgerPart) -> Iterator[tuple[Entry, ...]]:
    for first, last in part.ranges:
        yield view.document.ledger.entries[first - 1 : last]


def _stretches(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Yield the runs of unread lines; blank lines and page furniture do not end one."""
    run: list[Entry] = []
    for entry in entries:
        if entry.unread:
            run.append(entry)
        elif entry.owner is not None and run:
            yield run
            run = []
    if run:
        yield run
