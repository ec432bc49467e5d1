"""Lists that call those present by their first names alone, as youth councils and pupils' councils do."""

from __future__ import annotations

import re

from govdocs.norwegian.naming import is_first_name
from govdocs.norwegian.people import Person

__all__ = ["first_names"]

_NAME = r"[A-ZÆØÅ][a-zæøåéü]+(?:[ -][A-ZÆØÅ][a-zæøåéü]+)?(?: [A-ZÆØÅ]\.?)?"
_AWAY = re.compile(
    rf"\.\s+(?P<who>{_NAME}(?:(?:, | og ){_NAME})*)\s+(?:hadde|har)\s+meldt\s+"
    r"(?:forfall|fråfall|frafall|fravær|fråvær)\.?$"
)
"""Who was away, told in a sentence behind the list."""
_PARTS = re.compile(r"\s*[,;]\s*|\s+og\s+|(?<=\s[A-ZÆØÅ]\.)\s+(?=[A-ZÆØÅ][a-zæøå])")
_FEWEST = 3


def first_names(text: str) -> list[Person]:
    """Read a list of first names, an initial behind some; nothing for a list that is of anything else too.

    Two of three must be known as first names, and most must stand alone: `Karoline, Ida S., Ida Lise og Atle.`
    """
    away = _AWAY.search(text)
    there = _PARTS.split((text[: away.start()] if away else text).strip(" ."))
    gone = _PARTS.split(away["who"]) if away else []
    every = [*there, *gone]
    alone = sum(" " not in re.sub(r" [A-ZÆØÅ]\.?$", "", name) for name in every)
    known = sum(is_first_name(name.split()[0]) for name in every if name)
    if len(there) < _FEWEST or not all(re.fullmatch(_NAME, name) for name in every):
        return []
    if known * 3 < 2 * len(every) or alone * 3 < 2 * len(every):
        return []
    return [Person(name=name) for name in there] + [Person(name=name, absent=True) for name in gone]
