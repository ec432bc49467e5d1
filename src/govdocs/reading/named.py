"""Whether a text of a list holds the name of a person, or ends within what is said of one."""

from __future__ import annotations

import re

from govdocs.norwegian.naming import ROLES, is_first_name, is_name
from govdocs.norwegian.people import read_person
from govdocs.norwegian.words import words

__all__ = ["broken_role", "holds_name", "name_alone", "remote_heading", "remote_mark", "small_role", "strong_name"]

_SENT_BY = re.compile(r"\s+(?:fra|frå)\s+[A-ZÆØÅ]")
_BRACKET = re.compile(r"\([^)]*\)?")
_INSTEAD_OF = re.compile(
    r"(?:[a-zæøå.-]+,?\s+){0,4}(?:vara|varamedlem|vararepresentant|stedfortreder|møtte|møter)\s+for\b", re.IGNORECASE
)
_REMOTE = words("remote", "words")


def holds_name(text: str) -> bool:
    """Tell whether a text holds a name that a known first name begins, alone or behind a position."""
    bare = (_BRACKET.sub("", text) if "(" in text else text).strip(" .")
    if "for" in bare.lower() and _INSTEAD_OF.match(bare):
        return False
    if strong_name(bare):
        return True
    person = read_person(bare) if len(bare.split()) < 14 else None
    if person is None:
        return False
    told = person.role or person.substitute_for or _SENT_BY.match(bare, len(person.name))
    return bool(person.title or (is_first_name(person.name.split()[0]) and told))


def strong_name(text: str) -> bool:
    """Tell a name, and nothing else, that a known first name begins."""
    tokens = text.split()
    return is_name(text) and is_first_name(tokens[0])


def name_alone(text: str) -> bool:
    """Tell a name that a known first name begins, with a bracket behind it or none."""
    return strong_name(re.sub(r"\s*\([^)]*\)$", "", text))


def broken_role(text: str, after: str) -> bool:
    """Tell whether the first word of a role ends a line and the rest begins the next: `fast` / `medlem (Teams)`."""
    return f"{text.split()[-1]} {after.partition('(')[0].strip()}" in ROLES


def small_role(text: str) -> bool:
    """Tell a role that stands alone in small letters, with its mark or without: it is somebody's, and heads no list."""
    return text[:1].islower() and text.partition("(")[0].strip() in ROLES


def remote_heading(text: str) -> bool:
    """Tell a heading of those who took part from elsewhere: `Digitalt til stede`, `På Teams`."""
    low = text.lower().strip(" .:")
    return low in _REMOTE or (" " in low and not _REMOTE.isdisjoint(low.split()))


def remote_mark(text: str) -> bool:
    """Tell a line that says how someone took part and no more: `deltok digitalt`."""
    return text.strip(" .").lower() in _REMOTE
