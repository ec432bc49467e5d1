"""Days, years and hours that cannot be: a Tuesday that was a Monday, 31 February, a session 2019-2019."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterator

from govdocs.layout import Span
from govdocs.model import Finding, Meeting, Severity
from govdocs.norwegian import Day, find_days
from govdocs_checks.codes import Facts, finding
from govdocs_checks.view import PartText, View, meeting_year
from govdocs_checks.words import pattern

__all__ = ["check"]

_MONTHS = (
    "januar",
    "februar",
    "mars",
    "april",
    "mai",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "desember",
)
_WRITTEN = re.compile(
    rf"(?P<day>\d(?<![\w/.-].)\d?)\.\s?(?:(?P<name>{'|'.join(_MONTHS)})\b|(?P<month>\d{{1,2}})\.)\s*(?P<year>(?:19|20)\d{{2}})?(?!\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
# What stands before a figure is asked behind it: a pattern that begins with a set of figures is found fast.
_YEARS = re.compile(
    r"(?P<a>(?:1(?<![\d/.-].)9|2(?<![\d/.-].)0)\d{2})\s?[-–]\s?(?P<b>(?:19|20)\d{2})(?P<mark>\d{0,2})(?![\d/.-]\d|\d)"
)
_BEFORE = 500
"""Characters before a day without a year in which a year may be told."""
_AFTER = 60
_NEAR = 183
"""Days from the meeting beyond which a day may lie in the year before or after."""
_SESSION = 40
"""Characters before a session in which its paper is named."""


def check(view: View) -> Iterator[Finding]:
    """Yield findings on the days and years of every part's text, and on each meeting's hours."""
    for part in view.parts:
        home = view.home(part.part)
        yield from _weekdays(part, home)
        yield from _impossible(part)
        yield from _years(view, part)
    for meeting in view.document.meetings:
        yield from _backwards(meeting)


def _weekdays(part: PartText, home: Meeting | None) -> Iterator[Finding]:
    for day in find_days(part.text):
        if day.weekday is None:
            continue
        written = part.text[day.start : day.end].strip(" .,")
        span = part.span(day.start, day.end)
        if day.date is not None:
            if day.date.weekday() != day.weekday:
                yield finding("GD401", "day", {"written": written, "day": day.date.weekday()}, span, part.part.record)
        elif home is not None and (years := _years_meant(part.text, day, home)):
            dates = [date for year in years if (date := day.in_year(year))]
            if dates and all(date.weekday() != day.weekday for date in dates):
                told: Facts = {"written": written, "year": dates[0].year, "day": dates[0].weekday()}
                yield finding("GD401", "year", told, span, part.part.record, Severity.WARNING)


def _years_meant(text: str, day: Day, home: Meeting) -> list[int]:
    """Return the years that a day without one may lie in: the meeting's, its neighbours, and those told nearby."""
    year = meeting_year(home)
    if year is None:
        return []
    years = [year]
    own = day.in_year(year)
    if home.date is not None and own is not None:
        distance = (own - home.date).days
        if abs(distance) > _NEAR:
            years.append(year - 1 if distance > 0 else year + 1)
    elif home.date is None and day.month in (1, 2, 3):
        years.append(year + 1)
    elif home.date is None and day.month in (10, 11, 12):
        years.append(year - 1)
    near = text[max(0, day.start - _BEFORE) : day.end + _AFTER]
    years.extend(told for match in _YEAR.finditer(near) if (told := int(match.group())) not in years)
    return years


def _impossible(part: PartText) -> Iterator[Finding]:
    for match in _WRITTEN.finditer(part.text):
        month = _MONTHS.index(match["name"].lower()) + 1 if match["name"] else int(match["month"])
        if match["name"] is None and match["year"] is None:
            continue  # 31.12. alone may be a heading's number
        day, year = int(match["day"]), int(match["year"] or 2000)  # February of a leap year, where no year is told
        if not 1 <= month <= 12 or not 1 <= day <= calendar.monthrange(year, month)[1]:
            span = part.span(match.start(), match.end())
            yield finding("GD402", "day", {"written": match.group().strip()}, span, part.part.record)


def _years(view: View, part: PartText) -> Iterator[Finding]:
    for match in _YEARS.finditer(part.text):
        first, last, span = int(match["a"]), int(match["b"]), part.span(match.start(), match.end())
        owner, written = view.owner(span.first), match.group()
        if match["mark"]:
            wording = "footnote" if _footnote(view, span, match["mark"]) else "mark"
            yield finding("GD404", wording, {"written": written}, span, owner)
        elif last < first:
            yield finding("GD403", "backwards", {"written": written}, span, owner)
        elif last - first != 1 and _is_session(part.text, match.start()):
            yield finding("GD403", "session", {"written": written}, span, owner)


def _is_session(text: str, at: int) -> bool:
    """Tell years in brackets after the number of a paper of parliament: `Meld. St. 18 (2018-2019)`."""
    before = text[max(0, at - _SESSION) : at]
    match = pattern("session").search(before)
    return bool(match and re.fullmatch(r"\s*(?:nr\.?\s*)?\d{1,3}\s*[SLN]?\s*\(", before[match.end() :]))


def _footnote(view: View, span: Span, mark: str) -> bool:
    """Tell whether the foot of the page has a footnote of this mark."""
    page = view.layout.pages[span.page - 1]
    lines = view.layout.lines[page.first - 1 : page.last]
    return any(line.furniture == "footnote" and line.text.startswith(f"{mark} ") for line in lines)


def _backwards(meeting: Meeting) -> Iterator[Finding]:
    one_day = meeting.end_date is None or meeting.end_date == meeting.date
    if meeting.start and meeting.end and meeting.end <= meeting.start and one_day and meeting.end > datetime.time(6):
        span = next((said.span for said in meeting.spans if said.field in ("end", "start")), meeting.span)
        hours: Facts = {"end": f"{meeting.end:%H.%M}", "start": f"{meeting.start:%H.%M}"}
        yield finding("GD405", "hours", hours, span, meeting)
    after = meeting.next_meeting
    if after is not None and after.date is not None and meeting.date is not None and after.date <= meeting.date:
        yield finding("GD405", "next", {"next": after.date, "date": meeting.date}, after.span, meeting)
