"""Writes meetings as a Noark 5 archive extract: `arkivstruktur.xml`, and what the standard has no home for."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write a folder named as `noark:…`."""
    if not target.is_for("noark"):
        return None
    from govdocs_noark.writing import NoarkWriter

    return NoarkWriter(target)
