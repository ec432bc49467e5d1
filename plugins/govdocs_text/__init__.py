"""Opens plain text as extractors leave it."""

from __future__ import annotations

from govdocs import Layout, Limits, Source, hookimpl

GOVDOCS_API = 1


@hookimpl
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    """Open text in any encoding govdocs can tell."""
    from govdocs_text.opening import open_text

    return open_text(source, limits)
