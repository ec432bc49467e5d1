"""Opens PDF documents."""

from __future__ import annotations

from govdocs import Layout, Limits, Source, hookimpl

GOVDOCS_API = 1


@hookimpl
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    """Open a PDF document, told by the mark in its first 1,024 bytes."""
    from govdocs_pdf.opening import open_pdf

    return open_pdf(source, limits)
