"""Several readers ask the same of one layout, one after the other; it is found out once."""

from __future__ import annotations

import weakref
from collections.abc import Callable
from functools import wraps
from typing import TypeVar

from govdocs.layout import Layout
from govdocs.norwegian.vocabulary import Vocabulary

__all__ = ["once_a_layout"]

T = TypeVar("T")


def once_a_layout(question: Callable[[Layout, Vocabulary], T]) -> Callable[[Layout, Vocabulary], T]:
    """Keep what a function answers on a layout, with each vocabulary, until it is asked of the next layout.

    The layout itself is not kept alive. What is answered must not be changed by who asked.
    """
    latest: weakref.ref[Layout] | None = None
    answers: dict[Vocabulary, T] = {}

    @wraps(question)
    def ask(layout: Layout, vocabulary: Vocabulary) -> T:
        nonlocal latest
        if latest is None or latest() is not layout:
            answers.clear()
            latest = weakref.ref(layout)
        if vocabulary not in answers:
            answers[vocabulary] = question(layout, vocabulary)
        return answers[vocabulary]

    return ask
