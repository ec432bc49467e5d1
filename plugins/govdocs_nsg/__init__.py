"""Reads minutes that label their cases by type."""

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
    """Claim minutes whose cases stand under such labels."""
    from govdocs_nsg.style import claims

    return list(claims(layout, vocabulary))


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read them."""
    from govdocs.reading import read_meeting

    return read_meeting(part, vocabulary=vocabulary)
