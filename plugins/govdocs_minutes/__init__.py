"""Reads the minutes, notices and case papers of any Norwegian public body, by what the genre has in common."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Part

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout) -> Sequence[Claim]:
    """Claim every stretch that has the head and the cases of a meeting's document."""
    from govdocs.reading import claim_meetings

    return [claim for claim, _ in claim_meetings(layout)]


@hookimpl
def govdocs_read(part: Part) -> Meeting | None:
    """Read a meeting's document."""
    from govdocs.reading import read_meeting

    return read_meeting(part)
