"""What stands by a case's title and is none of it: the agenda's page or hours, a day, the number of an archive."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.reading.leaders import SLOT

__all__ = ["beside", "is_day", "is_skipped", "without_archive"]

_ARCHIVED = re.compile(r"\d{2,4}/\d{2,6}(?:-\d{1,3})?")
_ARCHIVED_TAIL = re.compile(
    r"(?P<title>.*?)(?:\s+X)?\s+(?P<number>(?:19|20)\d{2}/\d{1,5}(?:-\d{1,3})?|\d{2}/\d{3,5}(?:-\d{1,3})?)"
)
"""A title with the number of an archive behind it, and the cross in the agenda's column of closed cases."""
_FILED_AGAIN = re.compile(r"(?P<title>.+?)\s+[-–]\s+\d{2,4}/\d{2,6}-\d{1,3}\s+(?P<again>.+)")
"""A title with the archive's number and title of its paper behind it, as over each part of a book of papers."""


def beside(line: Line) -> str:
    """Return what the agenda's last column gives: a page, hours, a number of the archive; empty where it has none."""
    last = line.text[line.gaps[-1] :].strip() if line.gaps else ""
    archived = _ARCHIVED.fullmatch(last) is not None and not _span_of_years(last)
    return last if archived or re.fullmatch(r"\d{1,3}", last) or SLOT.fullmatch(last) else ""


def without_archive(title: str) -> str:
    """Return a title without the number of an archive behind it."""
    filed = _FILED_AGAIN.fullmatch(title)
    if filed is not None and filed["again"].startswith(filed["title"]):
        return filed["title"]
    match = _ARCHIVED_TAIL.fullmatch(title)
    return match["title"].strip(" :–-") if match is not None and not _span_of_years(match["number"]) else title


def is_day(text: str) -> bool:
    """Tell a line that is a day and its year, as under an agenda that is signed."""
    day = next(find_days(text), None)
    return day is not None and day.start == 0 and day.end >= len(text.rstrip(" .")) and text.rstrip(" .")[-4:].isdigit()


def _span_of_years(number: str) -> bool:
    """Tell `2024/25`, the school year, from `2024/310`, the number in an archive."""
    match = re.fullmatch(r"(\d{4})/(\d{2})", number)
    return match is not None and (int(match[1]) + 1) % 100 == int(match[2])


def is_skipped(text: str) -> bool:
    """Tell what may stand between a number and its title: an archive number, a column's head."""
    return bool(
        re.fullmatch(r"(?:\d{2,4}/\d{2,6}(?:-\d+)?|Tittel|Innhold|Sakstittel|Lukket|Unntatt off.*)", text.strip(" :"))
    )
