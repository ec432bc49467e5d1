"""What a text looks like is asked by every reader, of most lines several times; it is found out once."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
from typing import Any, ParamSpec, TypeVar

__all__ = ["remembered"]

KEPT = 8192
"""Answers kept for each question; the lines of some hundred pages."""
LONGEST = 300
"""Characters of a text whose answer is kept, so that long lines cannot fill the memory."""

P = ParamSpec("P")
T = TypeVar("T")


class _Answers(dict[str, Any]):
    """The answers to a question of nothing but a text: a look-up, and a call for a text that is new."""

    def __init__(self, question: Callable[[str], Any]) -> None:
        self._question = question

    def __missing__(self, text: str) -> Any:
        answer = self._question(text)
        if len(text) <= LONGEST:
            if len(self) >= KEPT:
                self.clear()
            self[text] = answer
        return answer


def remembered(question: Callable[P, T]) -> Callable[P, T]:
    """Keep the answers of a function whose first argument is a text by position; one that it alone has comes cheapest.

    What else it is given, and what it answers, must not change.
    """
    if len(signature(question).parameters) == 1:
        return _Answers(question).__getitem__  # type: ignore[arg-type, return-value]
    kept: Callable[P, T] = lru_cache(maxsize=KEPT)(question)  # type: ignore[assignment]

    @wraps(question)
    def ask(*args: P.args, **kwargs: P.kwargs) -> T:
        if len(args[0]) > LONGEST:  # type: ignore[arg-type]
            return question(*args, **kwargs)
        return kept(*args, **kwargs)

    return ask
