"""Writes meetings for eInnsyn: one `MoetemappeCreate` in JSON a meeting, and what eInnsyn has no home for."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write a folder named as `einnsyn:…`."""
    if not target.is_for("einnsyn"):
        return None
    from govdocs_einnsyn.writing import EinnsynWriter

    return EinnsynWriter(target)
