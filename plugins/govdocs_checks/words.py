"""The word lists of the checks, loaded once from the table beside this module."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["pattern", "words"]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("govdocs_checks").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def words(group: str) -> tuple[str, ...]:
    """Return one list of words, in small letters."""
    return tuple(_table()[group]["words"])


@cache
def pattern(group: str) -> re.Pattern[str]:
    """Return a pattern that finds any word or phrase of a list, in any case; blanks in it match any white space."""
    alternatives = sorted(words(group), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in alternatives)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)
