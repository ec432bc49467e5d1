"""What the heading of a list of persons says in words: whom the list is of, and which body they come from."""

from __future__ import annotations

import re

from govdocs.norwegian.naming import is_first_name
from govdocs.norwegian.people import read_person
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.words import lists, words

__all__ = ["hinted", "holds_someone", "is_house", "looks_like_person", "of_the_house", "of_the_state"]

_WORD = re.compile(r"\w+")
_HINTS = lists("list_hints")
_HOUSES = words("attendance", "houses")
_STATE = tuple(words("attendance", "state"))
_SENDERS = tuple(words("attendance", "senders"))
_OWN = tuple(words("attendance", "own"))


@remembered
def hinted(text: str) -> str | None:
    """Return the kind of list that a word of a heading hints at, `None` where none does."""
    held = " ".join(["", *_WORD.findall(text.lower()), ""])
    return next((kind for kind, hints in _HINTS.items() if any(hint in held for hint in hints)), None)


def is_house(text: str) -> bool:
    """Tell the house whose people come to a body's meetings without being of it: `administrasjonen`."""
    return text.lower() in _HOUSES


def of_the_state(body: str) -> bool:
    """Tell a body of the state, whose people attend a council by office: `Helsedirektoratet`."""
    return any(word.lower().endswith(_STATE) for word in body.split())


def of_the_house(body: str) -> bool:
    """Tell a word that names no other body: the body itself, its staff, or the house, as `Fra sykehuset`."""
    bare = body.strip(" :")
    if bare.lower().startswith(_OWN):
        return True
    return re.fullmatch(r"[a-zæøå][a-zæøåA-ZÆØÅ-]*", bare) is not None and not bare.lower().endswith(_SENDERS)


def holds_someone(text: str) -> bool:
    """Tell whether the first entry of a list is a person whose first name is known."""
    person = read_person(re.split(r",|;|\s+og\s+", text, maxsplit=1)[0])
    return person is not None and is_first_name(person.name.split()[0])


def looks_like_person(text: str) -> bool:
    """Tell whether a text holds a person's entry."""
    return read_person(text) is not None
