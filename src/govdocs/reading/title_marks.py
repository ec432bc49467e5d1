"""What stands by a case's title and is none of it: the agenda's page or hours, a day, the number of an archive."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.reading.leaders import SLOT

__all__ = ["is_day", "is_skipped", "page_of", "span_of_years"]


def page_of(line: Line) -> str:
    """Return the page or the hours that the agenda's last column gives, empty where there is neither."""
    last = line.text[line.gaps[-1] :].strip() if line.gaps else ""
    return last if re.fullmatch(r"\d{1,3}", last) or SLOT.fullmatch(last) else ""


def is_day(text: str) -> bool:
    """Tell a line that is a day and its year, as under an agenda that is signed."""
    day = next(find_days(text), None)
    return day is not None and day.start == 0 and day.end >= len(text.rstrip(" .")) and text.rstrip(" .")[-4:].isdigit()


def span_of_years(number: str) -> bool:
    """Tell `2024/25`, the school year, from `2024/310`, the number in an archive."""
    match = re.fullmatch(r"(\d{4})/(\d{2})", number)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


def is_skipped(text: str) -> bool:
    """Tell what may stand between a number and its title: an archive number, a column's head."""
    return bool(
        re.fullmatch(r"(?:\d{2,4}/\d{2,6}(?:-\d+)?|Tittel|Innhold|Sakstittel|Lukket|Unntatt off.*)", text.strip(" :"))
    )
