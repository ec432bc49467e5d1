"""Words that several entries of a list of persons share: what begins a body's name, and what ends a family's."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govdocs.norwegian.naming import begins_body, is_first_name, is_organization
from govdocs.norwegian.words import words

__all__ = ["body_starts"]

_PARTICLES = words("names", "particles")
_CAPITALIZED = re.compile(r"[A-ZÆØÅ][a-zæøå]{4,}")
_INITIAL = re.compile(r"[A-ZÆØÅ]\.")


def body_starts(entries: Sequence[str]) -> frozenset[str]:
    """Return the words that begin the bodies of a list: not names, and in the same place behind several names.

    What stands right behind a first name, an initial or a `von` is a family's name, which several may share; so is a
    second one before the comma, before a body of its own line, or before bodies that begin in different words.
    """
    seen: dict[str, int] = {}
    families: set[str] = set()
    behind: dict[str, set[str]] = {}
    for text, below in zip(entries, [*entries[1:], ""], strict=False):
        tokens = text.replace(",", " ").split()
        families.update(b for a, b in pairwise(tokens) if a in _PARTICLES or is_first_name(a) or _INITIAL.fullmatch(a))
        *_, family, last = ("", "", *text.partition(",")[0].split())
        ends = "," in text or is_organization(below.partition(",")[0])
        if ends and family in families and not is_organization(last):
            families.add(last)
        for token, after in pairwise([*tokens[2:], ""]):
            behind.setdefault(token, set()).add(after)
        for token in set(tokens[2:]):
            if _CAPITALIZED.fullmatch(token) and not is_first_name(token):
                seen[token] = seen.get(token, 0) + 1
    families.update(token for token, others in behind.items() if _before_bodies(others))
    return frozenset(token for token, count in seen.items() if count >= 3 and token not in families)


def _before_bodies(others: set[str]) -> bool:
    """Tell words of which one begins the names of bodies for certain, and none goes on with one: `Nordvik kommune`."""
    return len(others) > 1 and any(map(begins_body, others)) and all(other[:1].isupper() for other in others)
