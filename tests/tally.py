"""Figures by facet, with everything that is not as expected; and what counts as the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from typing import Any

from attrs import define, field, frozen
from truth import letters

from govdocs.model import Record

__all__ = ["Miss", "Tally", "brief", "likeness", "near", "number", "plainly", "same", "same_number"]


def same(a: object, b: object) -> bool:
    return letters(a) == letters(b)


def likeness(a: object, b: object) -> float:
    """Return how alike two texts are, 0 to 1; far from alike counts as 0."""
    one, two = letters(a), letters(b)
    if one == two:
        return 1.0
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    if not one or not two or matcher.real_quick_ratio() < 0.85 or matcher.quick_ratio() < 0.85:
        return 0.0
    return matcher.ratio()


def near(least: float) -> Callable[[object, object], bool]:
    return lambda a, b: likeness(a, b) >= least


def number(text: object) -> str:
    """Return a case's or meeting's number as it counts: no word `sak`, no blanks, small letters."""
    return re.sub(r"\s+", "", re.sub(r"^(?:styre)?sak(?:nr\.?|\s+nr\.?)?\s*", "", str(text or "").casefold()))


def same_number(a: object, b: object) -> bool:
    return number(a) == number(b)


def plainly(value: object) -> str:
    """Return a value as the expected records write it: days and clock times as ISO, enums by value."""
    if hasattr(value, "isoformat"):
        return value.isoformat()[:5] if hasattr(value, "hour") else value.isoformat()
    return str(getattr(value, "value", value) if value is not None else "")


@frozen
class Miss:
    """One thing that is not as expected."""

    sample: str
    facet: str
    what: str

    def __str__(self) -> str:
        return f"{self.sample} {self.facet}: {self.what}"


@define
class Tally:
    """Figures by facet, with what went wrong."""

    found: Counter[str] = field(factory=Counter)
    missed: Counter[str] = field(factory=Counter)
    extra: Counter[str] = field(factory=Counter)
    right: Counter[str] = field(factory=Counter)
    wrong: Counter[str] = field(factory=Counter)
    misses: list[Miss] = field(factory=list)
    sample: str = ""

    def pair(
        self,
        facet: str,
        gold: Sequence[Any],
        read: Sequence[Any],
        like: Callable[[Any, Any], float],
        least: float = 1.0,
    ) -> list[tuple[Any, Any]]:
        """Match two lists, the most alike first, and count what is found, missed and invented."""
        rated = [(like(g, r), -abs(i - j), i, j) for i, g in enumerate(gold) for j, r in enumerate(read)]
        taken: dict[int, int] = {}
        for value, _, i, j in sorted(rated, reverse=True):
            if value >= least and i not in taken and j not in taken.values():
                taken[i] = j
        if facet:
            self.found[facet] += len(taken)
            self.missed[facet] += len(gold) - len(taken)
            self.extra[facet] += len(read) - len(taken)
            self.misses += [
                Miss(self.sample, facet, f"missed {brief(g)}") for i, g in enumerate(gold) if i not in taken
            ]
            self.misses += [
                Miss(self.sample, facet, f"invented {brief(r)}") for j, r in enumerate(read) if j not in taken.values()
            ]
        return [(gold[i], read[j]) for i, j in sorted(taken.items())]

    def value(self, facet: str, wanted: object, got: object, alike: Callable[[Any, Any], bool] = same) -> None:
        """Count one field of a matched pair as right or wrong."""
        right = alike(wanted, got)
        (self.right if right else self.wrong)[facet] += 1
        if not right:
            self.misses.append(Miss(self.sample, facet, f"want {brief(wanted)!r}, got {brief(got)!r}"))

    def facets(self) -> list[str]:
        """Return the facets that the samples state, things before fields."""
        things = sorted({*self.found, *self.missed, *self.extra})
        return [f for f in things if self.found[f] + self.missed[f] + self.extra[f]] + sorted(
            {*self.right, *self.wrong}
        )

    def figure(self, facet: str) -> float:
        """Return a facet's figure in per cent."""
        if asked := self.right[facet] + self.wrong[facet]:
            return 100 * self.right[facet] / asked
        return 100 * 2 * self.found[facet] / (2 * self.found[facet] + self.missed[facet] + self.extra[facet])

    def stated(self, facet: str) -> str:
        if asked := self.right[facet] + self.wrong[facet]:
            return f"{self.right[facet]} of {asked} right"
        return f"{self.found[facet]} found, {self.missed[facet]} missed, {self.extra[facet]} invented"

    def add(self, other: Tally) -> None:
        for name in ("found", "missed", "extra", "right", "wrong"):
            getattr(self, name).update(getattr(other, name))
        self.misses += other.misses


def brief(thing: object) -> str:
    if isinstance(thing, dict):
        thing = (
            " ".join(str(thing[key]) for key in ("number", "name", "title", "text", "label") if thing.get(key)) or thing
        )
    elif isinstance(thing, Record):
        parts = (getattr(thing, key, None) for key in ("number", "name", "title", "text", "raw"))
        thing = " ".join(str(part) for part in parts if part)
    return " ".join(plainly(thing).split())[:120]
