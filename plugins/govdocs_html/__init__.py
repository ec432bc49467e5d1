"""Opens web pages: HTML and XHTML."""

from __future__ import annotations

from govdocs import Layout, Limits, Source, hookimpl

GOVDOCS_API = 1


@hookimpl
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    """Open bytes that begin as a web page does, in any encoding govdocs can tell."""
    from govdocs_html.recognition import is_html

    if not is_html(source.data):
        return None
    from govdocs_html.opening import open_html

    return open_html(source, limits)
