"""Days that a line's end cuts in two: `torsdag 4.` over `mai 2017`, `12. juni` over `2008`."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days

__all__ = ["breaks_day"]

_BEGUN = re.compile(r"(?:^|\s)\d{1,2}\.?(?:\s+[a-zæøå]+\.?)?$")
_REST = re.compile(r"(?:[a-zæøå]+\.?\s+)?(?:19|20)\d\d(?!\d)")


def breaks_day(line: Line, after: Line) -> bool:
    """Tell whether a day begins at the end of a line and its month or year stands on the next."""
    begun, rest = _BEGUN.search(line.text), _REST.match(after.text)
    if begun is None or rest is None or after.number - line.number != 1 or after.cell != line.cell:
        return False
    day = next(find_days(f"{begun.group().strip()} {rest.group()}"), None)
    return day is not None and day.date is not None
