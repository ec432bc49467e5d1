"""The language's word lists, loaded once from the table beside this module."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

__all__ = ["either", "lists", "numbered", "words"]


@cache
def _table() -> dict[str, Any]:
    return tomllib.loads(files("govdocs.norwegian").joinpath("words.toml").read_text(encoding="utf-8"))


def _list(value: str | list[str]) -> frozenset[str]:
    return frozenset(value.split() if isinstance(value, str) else value)


@cache
def words(group: str, key: str) -> frozenset[str]:
    """Return one list of `words.toml`: names and organizations as written, all else in small letters."""
    return _list(_table()[group][key])


@cache
def lists(group: str) -> dict[str, frozenset[str]]:
    """Return all lists of one table of `words.toml` by their names, in the table's order."""
    return {key: _list(value) for key, value in _table()[group].items()}


@cache
def either(group: str, key: str) -> str:
    """Return one list of `words.toml` as a pattern of its words, the longest first."""
    return "|".join(map(re.escape, sorted(words(group, key), key=lambda word: (-len(word), word))))


@cache
def numbered(group: str) -> dict[str, int]:
    """Return one table of `words.toml` that gives words their numbers: months and weekdays."""
    return dict(_table()[group])
