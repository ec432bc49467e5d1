"""Days as documents write them."""

from __future__ import annotations

import datetime

__all__ = ["long_day"]

_MONTHS = (
    "januar", "februar", "mars", "april", "mai", "juni",
    "juli", "august", "september", "oktober", "november", "desember",
)  # fmt: skip


def long_day(day: datetime.date) -> str:
    """`12. mars 2024`."""
    return f"{day.day}. {_MONTHS[day.month - 1]} {day.year}"
