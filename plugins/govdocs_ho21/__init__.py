"""Reads case papers and minutes whose case numbers hold the meeting's, or whose cases tell of earlier meetings."""

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
    """Claim papers and minutes in this style."""
    from govdocs_ho21.style import claims, with_own

    return list(claims(layout, with_own(vocabulary)))


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read them with the style's own labels."""
    from govdocs.reading import read_meeting
    from govdocs_ho21.style import with_own

    return read_meeting(part, vocabulary=with_own(vocabulary))
