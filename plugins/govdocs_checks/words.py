"""The word lists of the checks, loaded once from the table beside this module."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["known_words", "pattern", "prefixes", "regex", "words"]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("govdocs_checks").joinpath("words.toml").read_text(encoding="utf-8"))


@cache
def words(group: str) -> tuple[str, ...]:
    """Return one list of words, in small letters."""
    return tuple(_table()[group]["words"])


@cache
def known_words(group: str) -> frozenset[str]:
    """Return one list of words to be asked for one by one."""
    return frozenset(words(group))


@cache
def prefixes(group: str) -> tuple[str, ...]:
    """Return the letters before a number that one list of words goes with, in small letters."""
    return tuple(_table()[group]["prefixes"])


@cache
def pattern(group: str) -> re.Pattern[str]:
    """Return a pattern that finds any word or phrase of a list, in any case; blanks in it match any white space."""
    alternatives = sorted(words(group), key=len, reverse=True)
    joined = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in alternatives)
    return re.compile(rf"(?<!\w)(?:{joined})(?!\w)", re.IGNORECASE)


@cache
def regex(group: str) -> re.Pattern[str]:
    """Return one list of regular expressions as one, in any case."""
    return re.compile("|".join(f"(?:{part})" for part in _table()[group]["patterns"]), re.IGNORECASE)
