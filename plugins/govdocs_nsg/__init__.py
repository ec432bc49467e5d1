"""Reads minutes that set title and text of a case in one cell, or label their cases by type."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Part

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout) -> Sequence[Claim]:
    """Claim minutes whose cases stand in such a table or under such labels."""
    from govdocs_nsg.style import claims

    return list(claims(layout))


@hookimpl
def govdocs_read(part: Part) -> Meeting | None:
    """Read them; in the table a title ends where its text begins."""
    from govdocs.reading import read_meeting
    from govdocs_nsg.style import is_case_table

    return read_meeting(part, run_in=is_case_table(part.lines))
