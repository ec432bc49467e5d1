"""Lines that no record took, one finding for each stretch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from govdocs.ledger import Entry, LedgerPart
from govdocs.model import Finding, Severity
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View

__all__ = ["check"]


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each stretch of unread lines; a part that no reader claimed is one stretch."""
    for part in view.document.ledger.parts:
        if part.record is None:
            unread = [entry for run in _entries(view, part) for entry in run if entry.unread]
            if unread:
                yield _finding(view, "whole", unread, Severity.INFO, label=shown(part.label))
            continue
        for run in _entries(view, part):
            for stretch in _stretches(run):
                yield _finding(view, "part", stretch, None, text=shown(stretch[0].text or "", 60))


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


def _finding(view: View, wording: str, entries: Sequence[Entry], severity: Severity | None, **facts: str) -> Finding:
    span = view.layout.span(entries[0].line, entries[-1].line)
    return finding("GD701", wording, {"count": len(entries), **facts}, span, None, severity)
