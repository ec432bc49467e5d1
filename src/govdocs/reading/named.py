"""Whether a text of a list holds the name of a person."""

from __future__ import annotations

import re

from govdocs.norwegian.naming import is_first_name, is_name
from govdocs.norwegian.people import read_person

__all__ = ["holds_name", "strong_name"]


def holds_name(text: str) -> bool:
    """Tell whether a text holds a name that a known first name begins, alone or behind a position."""
    bare = re.sub(r"\([^)]*\)?", "", text).strip(" .")
    if re.match(
        r"(?:[a-zæøå.-]+,?\s+){0,4}(?:vara|varamedlem|vararepresentant|stedfortreder|møtte|møter)\s+for\b",
        bare,
        re.IGNORECASE,
    ):
        return False
    if strong_name(bare):
        return True
    person = read_person(bare) if len(bare.split()) < 14 else None
    return person is not None and bool(
        person.title or (is_first_name(person.name.split()[0]) and (person.role or person.substitute_for))
    )


def strong_name(text: str) -> bool:
    """Tell a name, and nothing else, that a known first name begins."""
    tokens = text.split()
    return is_name(text) and is_first_name(tokens[0])
