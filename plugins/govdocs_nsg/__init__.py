"""Reads minutes whose cases stand in a table, the number alone in its first column, or are labelled by type."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Genre, Part

if TYPE_CHECKING:
    from govdocs.norwegian import Vocabulary

GOVDOCS_API = 1


@hookimpl
def govdocs_claim(layout: Layout, vocabulary: Vocabulary) -> Sequence[Claim]:
    """Claim minutes in this style."""
    from govdocs.reading import claim_style
    from govdocs_nsg.style import is_mark

    reason = "a case in a table, its number alone, or its type as a label"
    return claim_style(layout, is_mark, reason=reason, vocabulary=vocabulary, genre=Genre.MINUTES, least=2)


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read them as any minutes."""
    from govdocs.reading import read_meeting

    return read_meeting(part, vocabulary=vocabulary)
