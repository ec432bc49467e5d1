"""Days and clock times in every form Norwegian documents write them."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from attrs import frozen

from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.words import numbered

__all__ = ["Day", "Hours", "find_days", "find_hours", "is_place_and_day"]

_MONTHS = numbered("months")
_WEEKDAYS = numbered("weekdays")
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_WEEKDAY = "|".join(re.escape(word) for word in _WEEKDAYS)
_DAY = re.compile(
    rf"""(?<![\w/.-])
    (?:(?P<weekday>{_WEEKDAY})\s*,?\s*(?:den\s+|d\.\s*)?)?
    (?:
      (?P<d>\d{{1,2}})\s*\.?\s*
      (?:(?:\s*(?:-|–|—|og|til)\s*)(?:(?:{_WEEKDAY})\s*,?\s*)?(?P<d2>\d{{1,2}})\s*\.?\s*)?
      (?P<month>{_MONTH})\b\.?
      (?:\s*(?:-|–|—|og|til)\s*(?:(?:{_WEEKDAY})\s*,?\s*)?(?P<d3>\d{{1,2}})\s*\.?\s*(?P<month3>{_MONTH})\b\.?)?
      (?:\s*,?\s*(?P<year>\d{{4}})(?!\d))?
    |
      (?P<iso>\d{{4}})-(?P<im>\d{{2}})-(?P<id>\d{{2}})(?!\d)
    |
      (?P<nd>\d{{1,2}})\.?(?:\s*(?:-|–|og)\s*(?P<nd2>\d{{1,2}}))?\.\s?(?P<nm>\d{{1,2}})\.\s?(?P<ny>\d{{4}}|\d{{2}})(?!\d|\.\d|/\d)
    |
      (?P<sd>\d{{1,2}})/(?P<sm>\d{{1,2}})\s*[-–/]\s*(?P<sy>\d{{4}}|\d{{2}})(?!\d)
    )""",
    re.IGNORECASE | re.VERBOSE,
)
_MAY_BEGIN = re.compile(
    r"[\dmtoflsMTOFLS](?<![\w/.-].)"
    r"(?:(?<=\d)|(?i:(?<=m)[aå]n|(?<=t)(?:ir|ys|or)|(?<=o)ns|(?<=f)re|(?<=l)(?:ør|au)|(?<=s)[øu]n))"
)
"""Where alone a day may begin: at a figure or a weekday's first letters. A set of letters in front is found fast."""
_DIGIT = re.compile(r"\d")
_CLOCK = r"(?:[01]?\d|2[0-4])(?:\s?[:.]\s?[0-5]\d|[0-5]\d(?!\d))?"
_HOURS = re.compile(
    rf"""(?P<kl>\b(?:kl(?:okka|okken|\.)?|klokkeslett)\s*[.:]?\s*)?
    (?(kl)|(?<![\d./:-]))(?P<a>{_CLOCK})(?:\s*(?:kl(?!\.?\s*\d)\.?|h|t)\b)?
    (?:\s*(?:-|–|—|−|til\s+(?:ca\.?\s*)?(?:kl\.?\s*)?|to)\s*(?:ca\.?\s*)?(?:kl\.?\s*)?(?P<b>{_CLOCK}))?(?!\d|/|\s?%|\.\d)""",
    re.IGNORECASE | re.VERBOSE,
)
_CLOCK_TOLD = re.compile(r"\bkl(?:okka|okken|\.)?\s*\d", re.IGNORECASE)
_YEARS = re.compile(r"(?:19|20)\d\d-(?:19|20)\d\d")
_PLACE_AND_DAY = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ. -]{2,30},?\s+(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|[a-zæøå]+)\s?\d{2,4}\.?"
)


@frozen(kw_only=True)
class Day:
    """A day found in a text."""

    date: datetime.date | None
    """The day; `None` where the text gives no year."""
    end_date: datetime.date | None = None
    """The last day, where the text gives a stretch of days."""
    day: int
    """Day of the month."""
    month: int
    """Month, 1 to 12."""
    weekday: int | None = None
    """Weekday as written, 0 for Monday; `None` where none is."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""

    def in_year(self, year: int) -> datetime.date | None:
        """Return the day in a year, `None` if that year has no such day."""
        return _date(year, self.month, self.day)


@frozen(kw_only=True)
class Hours:
    """A clock time, or a stretch from one to another."""

    begin: datetime.time
    """When it begins."""
    finish: datetime.time | None = None
    """When it ends, where that is told."""
    start: int
    """Offset of its first character."""
    end: int
    """Offset behind its last character."""


def find_days(text: str) -> Iterator[Day]:
    """Yield the days a text names, in order."""
    return iter(_days(text))


@remembered
def _days(text: str) -> tuple[Day, ...]:
    days: list[Day] = []
    at = 0
    for begin in _MAY_BEGIN.finditer(text):
        if begin.start() >= at and (match := _DAY.match(text, begin.start())) is not None:
            at = match.end()
            if (day := _day(match)) is not None:
                days.append(day)
    return tuple(days)


def _day(match: re.Match[str]) -> Day | None:
    last: tuple[int, int] | None = None
    if match["month"]:
        month, day = _MONTHS[match["month"].lower()], int(match["d"])
        year = int(match["year"]) if match["year"] else None
        if match["d2"]:
            last = (month, int(match["d2"]))
        elif match["d3"]:
            last = (_MONTHS[match["month3"].lower()], int(match["d3"]))
        if year is None and match["month"].lower() in ("mar", "des", "jan") and not match["weekday"]:
            return None
    elif match["iso"]:
        year, month, day = int(match["iso"]), int(match["im"]), int(match["id"])
    elif match["nd"]:
        year, month, day = _year(match["ny"]), int(match["nm"]), int(match["nd"])
        if match["nd2"]:
            last = (month, int(match["nd2"]))
    else:
        year, month, day = _year(match["sy"]), int(match["sm"]), int(match["sd"])
    if not (1 <= month <= 12 and 1 <= day <= 31):
        return None
    date = _date(year, month, day) if year else None
    if year and date is None:
        return None
    if year and not 1900 <= year <= 2100:
        return None
    weekday = match["weekday"]
    return Day(
        date=date,
        end_date=_date(year, *last) if year and last else None,
        day=day,
        month=month,
        weekday=_WEEKDAYS[weekday.lower()] if weekday else None,
        start=match.start(),
        end=match.end(),
    )


def _year(text: str) -> int:
    year = int(text)
    return year if year > 99 else 2000 + year if year < 70 else 1900 + year


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def is_place_and_day(text: str) -> bool:
    """Tell a place and a day that stand alone, as over signatures: `Oldervik, 27. mai 2019`."""
    return _PLACE_AND_DAY.fullmatch(text) is not None


def find_hours(text: str, *, bare: bool = False) -> Iterator[Hours]:
    """Yield the clock times a text names, in order.

    A time is told by `kl.` before it or by minutes; with `bare`, a stretch of whole hours (`10-16`) counts too, as it
    does where a label says that a time follows, and four digits (`1300`), unless the text says elsewhere what its times
    are: `rom 1111, kl. 12.00` holds one.
    """
    if _DIGIT.search(text) is None:
        return
    told = bool(_CLOCK_TOLD.search(text))
    taken = [(day.start, day.end) for day in find_days(text)]
    at = 0
    while (match := _HOURS.search(text, at)) is not None:
        day = next((b for a, b in taken if a < match.end("a") and match.start("a") < b), None)
        at = max(match.end() if day is None else day, match.start() + 1)
        if day is not None:
            continue
        until = (
            match["b"]
            if match["b"] and not any(a < match.end("b") and match.start("b") < b for a, b in taken)
            else None
        )
        begin, finish = _time(match["a"]), _time(until) if until else None
        if begin is None or (until and finish is None):
            continue
        minutes = _told(match["a"]) or bool(until and _told(until))
        four = re.fullmatch(r"\d{3,4}", match["a"]) is not None
        if four and not match["kl"] and not bare and _YEARS.fullmatch(f"{match['a']}-{match['b']}"):
            continue
        sure = (
            bool(match["kl"]) or (minutes and not four) or (four and until is not None) or (bare and until is not None)
        )
        if sure or (bare and (minutes or (four and not told))):
            yield Hours(
                begin=begin,
                finish=finish,
                start=match.start(),
                end=match.end() if until or not match["b"] else match.end("a"),
            )


def _told(text: str) -> bool:
    return ":" in text or "." in text


def _time(text: str) -> datetime.time | None:
    digits = re.sub(r"\D", " ", text).split()
    if len(digits) == 1 and len(digits[0]) > 2:
        digits = [digits[0][:-2], digits[0][-2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if hour == 24 and minute == 0:
        hour = 0
    return datetime.time(hour, minute) if hour < 24 and minute < 60 else None
