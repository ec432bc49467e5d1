"""A reader of board notes and a writer of calendar files, for govdocs.

The functions here are all that govdocs sees. They import the rest when they are called, so that listing or loading the
plugin costs next to nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from govdocs import Layout, Meeting, Target, hookimpl
from govdocs.hookspecs import Writer
from govdocs.parts import Claim, Part

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout) -> Sequence[Claim]:
    """Claim every board note in a layout."""
    from govdocs_styrenotat.reader import claims

    return claims(layout)


@hookimpl
def govdocs_read(part: Part) -> Meeting:
    """Read one board note."""
    from govdocs_styrenotat.reader import read

    return read(part)


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write a calendar, where `ics:` or a name that ends in `.ics` asks for one."""
    if not target.is_for("ics", ".ics"):
        return None
    from govdocs_styrenotat.calendar import CalendarWriter

    return CalendarWriter(target.staging)
