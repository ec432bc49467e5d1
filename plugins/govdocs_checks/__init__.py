"""Checks a document that has been read, and tells what a person should look at."""

from __future__ import annotations

from collections.abc import Iterable

from govdocs import Document, Finding, Layout, hookimpl

GOVDOCS_API = 1


@hookimpl
def govdocs_check(document: Document, layout: Layout) -> Iterable[Finding]:
    """Run every check; each finding has a code that the reference explains."""
    from govdocs_checks.running import check

    return check(document, layout)
