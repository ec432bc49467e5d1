"""Reads case papers and minutes whose case numbers hold the meeting's, or whose cases tell of earlier meetings."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Part

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout) -> Sequence[Claim]:
    """Claim papers and minutes in this style."""
    from govdocs_ho21.style import claims

    return list(claims(layout))


@hookimpl
def govdocs_read(part: Part) -> Meeting | None:
    """Read them with the style's own labels."""
    from govdocs.reading import read_meeting
    from govdocs_ho21.style import vocabulary

    return read_meeting(part, vocabulary=vocabulary())
