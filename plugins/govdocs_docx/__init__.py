"""Opens Word documents (`.docx`, `.docm`, `.dotx`, `.dotm`)."""

from __future__ import annotations

from govdocs import Layout, Limits, Source, hookimpl

GOVDOCS_API = 1


@hookimpl
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    """Open a zip archive with a Word document in it; say what to do about one from before 2007."""
    if not source.data.startswith((b"PK", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1")):
        return None
    from govdocs_docx.opening import open_docx

    return open_docx(source, limits)
