"""Days as documents write them."""

from __future__ import annotations

import datetime

__all__ = ["long_day", "long_days"]

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def long_day(day: datetime.date) -> str:
    """`12. mars 2024`."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"


def long_days(first: datetime.date, last: datetime.date | None) -> str:
    """`12.–13. mars 2024`, `30. april – 1. mai 2024`; one day where there is no last."""
    if last is None:
        return long_day(first)
    if first.year != last.year:
        return f"{long_day(first)} – {long_day(last)}"
    if first.month != last.month:
        return f"{first.day}. {_MONTHS[first.month - 1]} – {long_day(last)}"
    return f"{first.day}.–{long_day(last)}"
