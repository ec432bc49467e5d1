"""Reads case papers and minutes whose case numbers hold the meeting's, or whose cases tell of earlier meetings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from govdocs import Layout, Meeting, hookimpl
from govdocs.parts import Claim, Part

if TYPE_CHECKING:
    from govdocs.norwegian import Vocabulary

GOVDOCS_API = 1
_MARK = re.compile(r"Sak\s+\d{1,3}/\d{1,2}/\d{2,4}(?:\s|$)|Andre\s+(?:\w+)?møter\s+(?:hvor|der)\b")


@hookimpl
def govdocs_claim(layout: Layout, vocabulary: Vocabulary) -> Sequence[Claim]:
    """Claim papers and minutes in this style."""
    from govdocs.reading import claim_style

    reason = "a case number that holds the meeting's, or the style's own label"
    return claim_style(layout, lambda line: bool(_MARK.match(line.text)), reason=reason, vocabulary=vocabulary)


@hookimpl
def govdocs_read(part: Part, vocabulary: Vocabulary) -> Meeting | None:
    """Read them as any others."""
    from govdocs.reading import read_meeting

    return read_meeting(part, vocabulary=vocabulary)
