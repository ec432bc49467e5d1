"""Reads the minutes, notices and case papers of any Norwegian public body, by what the genre has in common."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Part

if TYPE_CHECKING:
    from govdocs.norwegian import Vocabulary

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout, vocabulary: Vocabulary) -> Sequence[Claim]:
    """Claim every stretch that has the head and the cases of a meeting's document."""
    from govdocs.reading import claim_meetings

    return [claim for claim, _ in claim_meetings(layout, vocabulary=vocabulary)]


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read a meeting's document."""
    from govdocs.reading import read_meeting

    return read_meeting(part, vocabulary=vocabulary)
