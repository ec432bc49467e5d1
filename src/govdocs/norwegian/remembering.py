"""What a text looks like is asked by every reader, of most lines several times; it is found out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from typing import ParamSpec, TypeVar

__all__ = ["remembered"]

KEPT = 8192
"""Answers kept for each question; the lines of some hundred pages."""
LONGEST = 300
"""Characters of a text whose answer is kept, so that long lines cannot fill the memory."""

P = ParamSpec("P")
T = TypeVar("T")


def remembered(question: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers of a function whose first argument, or the one behind `self`, is a text by position.

    What else it is given, and what it answers, must not change.
    """
    kept: Callable[P, T] = lru_cache(maxsize=KEPT)(question)  # type: ignore[assignment]
    at = int(next(iter(signature(question).parameters)) == "self")

    @wraps(question)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        if len(args[at]) > LONGEST:  # type: ignore[arg-type]
            return question(*args, **kwargs)
        return kept(*args, **kwargs)

    return ask
