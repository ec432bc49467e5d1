"""Reads minutes that set title and text of a case in one cell, or label their cases by type."""

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
    """Claim minutes whose cases stand in such a table or under such labels."""
    from govdocs_nsg.style import claims

    return list(claims(layout, vocabulary))


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read them; in the table a title ends where its text begins."""
    from govdocs.reading import read_meeting
    from govdocs_nsg.style import is_case_table

    return read_meeting(part, vocabulary=vocabulary, run_in=is_case_table(part.lines))
