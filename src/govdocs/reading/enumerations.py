"""Persons in running text: lists with commas, semicolons and `og`, with what brackets and commas say of each."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_role
from govdocs.norwegian.people import Person, read_person
from govdocs.reading.named import holds_name

__all__ = ["persons_of", "persons_of_sentences", "pieces_of"]

_BRACKETS = re.compile(r"\([^)]*\)")
_AND = re.compile(r"\s+og\s+")
_LAST_AND = re.compile(r"([,;])\s+og\s+(?=[A-ZÆØÅ])")
_BETWEEN = re.compile(r"([(),;]|\s+og\s+(?=(?:[a-zæøå.-]+\s+){0,3}[A-ZÆØÅ][\wæøå-]+\s+[A-ZÆØÅ]))")
_INSTEAD = re.compile(r"(?:(?:møt(?:te|er|ende|ande)|vara(?:medlem|representant)?)\s+)?for\s+[A-ZÆØÅ]", re.IGNORECASE)
"""What names whom a person stood in for, and is no entry of its own."""


def persons_of(text: str) -> list[Person]:
    """Read a list of persons in running text: `Kari Berg (leder), Ola Vik og Per Moe (vara)`."""
    pieces = [p.strip() for p in pieces_of(text)]
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
    if len(strong) < 2 and not (pair and all(_bare_name(piece) for piece in pieces)):
        return []
    grouped: list[list[str]] = []
    for piece in pieces:
        bare = _BRACKETS.sub("", piece).strip(" .")
        person = read_person(piece, parties=True)
        named = (
            holds_name(bare)
            or (person is not None and is_first_name(person.name.split()[0]) and not is_organization(bare))
            or (is_name(bare) and not is_organization(bare))
        )
        if (named and not _INSTEAD.match(piece)) or not grouped:
            grouped.append([piece])
        else:
            grouped[-1].append(piece)
    people = _of_several([read_person(", ".join(parts), parties=True) for parts in grouped])
    return [person for person in people if person is not None]


_SENTENCES = re.compile(r"(?<=[a-zæøå)])\.\s+(?=[A-ZÆØÅ])")
_BESIDES = re.compile(
    r"(?:Dessuten|Dessutan|I tillegg|Ellers|Elles|Videre|Vidare|Også)\s+(?:møtte|deltok|var)\s+(?=[A-ZÆØÅ])"
)
"""What begins a sentence that tells who else came."""
_SENT_BY = re.compile(r"\s+(?:fra|frå)\s+(?P<body>[A-ZÆØÅ][^,.;]{2,60})$")


def persons_of_sentences(text: str) -> list[Person]:
    """Read several lists of persons, each closed with a full stop and perhaps from one body; nothing where one is none.

    `Prorektor Kari Berg.  Ola Vik og Per Moe fra Økonomiavdelingen.`
    """
    sentences = [_BESIDES.sub("", each.strip(" ."), count=1) for each in _SENTENCES.split(text)]
    found: list[Person] = []
    if any(each.count("(") != each.count(")") for each in sentences):  # `(stip. ØI)`
        return []
    for sentence in sentences if len(sentences) > 1 else []:
        sent = _SENT_BY.search(sentence)
        own = sentence[: sent.start()] if sent else sentence
        alone = read_person(own, parties=True)
        people = persons_of(own) or ([alone] if alone is not None and holds_name(own) else [])
        names = re.split(r",\s*|\s+og\s+", own)
        if not people and len(names) > 1 and all(map(_bare_name, names)):
            people = [Person(name=name) for name in names]
        if not people:
            return []
        found.extend(evolve(p, organization=p.organization or (sent["body"] if sent else None)) for p in people)
    return found


def _of_several(people: Sequence[Person | None]) -> list[Person | None]:
    """Give the plural before the first of several names, as `styremedlemmer`, to those after it with nothing else."""
    out: list[Person | None] = []
    carried: str | None = None
    for person in people:
        if (
            person is not None
            and person.role
            and re.search(r"(?:medlem(?:mer|er|mar)|representant(?:er|ar))$", person.role)
        ):
            carried = person.role
        elif person is None or person.title or person.role:
            carried = None
        out.append(evolve(person, role=carried) if person is not None and carried else person)
    return out


def _bare_name(piece: str) -> bool:
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
            and not (_names_someone(piece) or (out and (is_role(piece) or _bare_name(piece))))
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
