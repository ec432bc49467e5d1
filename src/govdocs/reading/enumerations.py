"""Persons in running text: lists with commas, semicolons and `og`, with what brackets and commas say of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_position, is_role
from govdocs.norwegian.people import Person, read_person, with_more, without_contacts
from govdocs.norwegian.words import words
from govdocs.reading.named import holds_name

__all__ = ["bare_name", "parted", "persons_of", "pieces_of"]

_BRACKETS = re.compile(r"\([^)]*\)")
_AND = re.compile(r"\s+og\s+")
_LAST_AND = re.compile(r"([,;])\s+og\s+(?=[A-ZÆØÅ])")
_BETWEEN = re.compile(r"([(),;]|\s+og\s+(?=(?:[a-zæøå.-]+\s+){0,4}[A-ZÆØÅ][\wæøå-]+\.?\s+[A-ZÆØÅ]))")
_INSTEAD = re.compile(r"(?:(?:møt(?:te|er|ende|ande)|vara(?:medlem|representant)?)\s+)?for\s+[A-ZÆØÅ]", re.IGNORECASE)
"""What names whom a person stood in for, and is no entry of its own."""

_COMMA_LOST = re.compile(r"(?P<name>[^(),;:]{5,60})(?P<bracket>\([^()]{1,80}\))\s+(?=(?P<next>[A-ZÆØÅ][^(),;:]{4,60}))")
"""One with a bracket right before another: `Kari Berg (vara) Ola Vik (referent)`."""


def parted(text: str) -> str:
    """Return a list of persons with a comma behind each bracket that a name stands before and behind."""

    def with_comma(match: re.Match[str]) -> str:
        last = re.split(r"\s+og\s+", match["name"])[-1].strip()
        both = (last, re.split(r"\s+og\s+", match["next"])[0].strip(" ."))
        known = all(is_name(name, least=2) and is_first_name(name.split()[0]) for name in both)
        return f"{match['name']}{match['bracket']}, " if known else match.group()

    return _COMMA_LOST.sub(with_comma, text)


def persons_of(text: str) -> list[Person]:
    """Read a list of persons in running text: `Kari Berg (leder), Ola Vik og Per Moe (vara)`."""
    text = without_contacts(text)
    pieces = [p.strip() for p in pieces_of(text)]
    if called := _by_first_names(_LISTED.split(text.strip(" ."))):
        return called
    strong = [p for p in pieces if holds_name(p) and not _INSTEAD.match(p)]
    pair = (
        len(pieces) == 2
        and len(strong) == 1
        and (
            f"{pieces[0]} og {pieces[1]}" in text
            or all(piece.rstrip(" .").endswith(")") for piece in pieces)
            or strong == pieces[1:]
        )
    )
    nothing_else = len(pieces) > 2 and all(bare_name(piece) for piece in pieces)  # names by their form, known or not
    if len(strong) < 2 and not nothing_else and not (pair and all(bare_name(piece) for piece in pieces)):
        return []
    grouped: list[list[str]] = []
    for piece in pieces:
        bare = _BRACKETS.sub("", piece).strip(" .")
        person = read_person(piece, parties=True)
        named = (
            holds_name(bare)
            or (person is not None and is_first_name(person.name.split()[0]) and not is_organization(bare))
            or bare_name(_without_role(bare))
        )
        if (named and not _INSTEAD.match(piece)) or not grouped:
            grouped.append([piece])
        else:
            grouped[-1].append(piece)
    people = _of_several([read_person(", ".join(parts), parties=True) for parts in grouped])
    return [person for person in people if person is not None]


_LISTED = re.compile(r"[,;]\s*|\s+og\s+|(?<=\s[A-ZÆØÅ]\.)\s+(?=[A-ZÆØÅ][a-zæøå])")
"""What stands between those who are called by their first names; behind an initial the comma may be lost."""
_HOUSES = words("attendance", "houses")
_BY_FIRST = re.compile(r"(?P<first>[A-ZÆØÅ][a-zæøåéèü-]+)(?:\s+[A-ZÆØÅ]\.)?")
"""One called by the first name, perhaps with a letter that tells him or her from another."""


def _by_first_names(pieces: Sequence[str]) -> list[Person]:
    """Read a list of which some, or all, are called by their first names, as pupils are: `Kari, Ola M. og Liv Dal`.

    Nothing but names stands in it; a single word that is no known first name must stand among many that are.
    """
    people: list[Person] = []
    known = strange = 0
    for piece in pieces:
        name, _, bracket = (part.strip() for part in piece.strip(" .").partition("("))
        first = _BY_FIRST.fullmatch(f"{name}." if re.search(r"\s[A-ZÆØÅ]$", name) else name)
        if first is not None:
            if is_organization(name) or is_position(name) or name.lower() in _HOUSES:
                return []
            known += is_first_name(first["first"])
            strange += not is_first_name(first["first"])
            name = first[0]
        elif not (is_name(name) and is_first_name(name.split()[0])):
            return []
        people.append(with_more(Person(name=name), f"({bracket}") if bracket else Person(name=name))
    return people if known and len(people) > 2 and strange * 3 <= known else []


def _of_several(people: Sequence[Person | None]) -> list[Person | None]:
    """Give the plural before the first of several names, as `styremedlemmer`, to those after it with nothing else."""
    out: list[Person | None] = []
    carried: str | None = None
    for person in people:
        if (
            person is not None
            and person.role
            and re.search(r"(?:medlem(?:mer|er|mar|mene|mane|ene|ane)|representant(?:er|ar|ene|ane))$", person.role)
        ):
            carried = person.role
        elif person is None or person.title or person.role:
            carried = None
        out.append(evolve(person, role=carried) if person is not None and carried else person)
    return out


def _without_role(text: str) -> str:
    """Return an entry without the role that ends or begins it: `Jeremy Berg vara`, `nestleder Jeremy Berg`."""
    name, _, role = text.rpartition(" ")
    if role.islower() and is_role(role):
        return name
    first, _, called = text.partition(" ")
    return called if first.islower() and is_role(first) else text


def bare_name(piece: str) -> bool:
    """Tell a piece that is a name, known or not, with nothing but a bracket behind it."""
    bare = _BRACKETS.sub("", piece).strip(" .")
    return is_name(bare) and not is_organization(bare)


def pieces_of(text: str) -> list[str]:
    """Cut an enumeration at its commas, semicolons and joining `og`, but not within brackets."""
    text = _LAST_AND.sub(r"\1 ", text)
    out: list[str] = []
    depth, piece = 0, ""
    for token in _BETWEEN.split(text):
        if token is None:
            continue
        if (
            depth <= 0
            and _AND.fullmatch(token)
            and not (_names_someone(piece) or (out and (is_role(piece) or is_position(piece) or bare_name(piece))))
        ):
            piece += token
            continue
        depth += (token == "(") - (token == ")")
        if depth <= 0 and (token in (",", ";") or token.strip() == "og"):
            out.append(piece)
            piece = ""
        else:
            piece += token
    return [p for p in [*out, piece] if p.strip(" .")]


def _names_someone(piece: str) -> bool:
    """Tell whether a piece already holds a name, so that `og` after it joins two persons."""
    tokens = re.sub(r"\([^)]*\)?", "", piece).split()
    return any(is_first_name(token) and n + 1 < len(tokens) for n, token in enumerate(tokens))
