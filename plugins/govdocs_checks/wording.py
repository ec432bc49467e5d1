"""Words the findings, in English and Bokmål, from the table of messages and the facts of each."""

from __future__ import annotations

import datetime
import string
import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias

__all__ = ["Facts", "templates", "worded"]

Facts: TypeAlias = "Mapping[str, str | int | datetime.date | tuple[str, ...]]"
"""What a message tells, by name: texts of the document, numbers, days, or several texts."""

_WEEKDAYS = {
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    "nb": ("mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"),
}
_MARKS = {"en": ("'", "'"), "nb": ("«", "»")}


@cache
def templates() -> Mapping[str, Mapping[str, Mapping[str, str | list[str]]]]:
    """Return the table of messages: by code, wording and language."""
    return tomllib.loads(files("govdocs_checks").joinpath("messages.toml").read_text(encoding="utf-8"))


def worded(code: str, wording: str, language: str, facts: Facts) -> str:
    """Return a message in `en` or `nb`."""
    template = templates()[code][wording][language]
    if isinstance(template, list):
        template = template[facts["count"] != 1]
    return _Formatter(language).vformat(template, (), facts)


class _Formatter(string.Formatter):
    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        match format_spec:
            case "q":
                opened, closed = _MARKS[self._language]
                texts = value if isinstance(value, tuple) else (value,)
                return ", ".join(f"{opened}{text}{closed}" for text in texts)
            case "weekday":
                return _WEEKDAYS[self._language][value]
            case "date":
                return value.isoformat() if self._language == "en" else f"{value.day}.{value.month}.{value.year}"
        return ", ".join(value) if isinstance(value, tuple) else str(value)
