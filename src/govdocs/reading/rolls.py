"""Rolls and sentences that tell in words who was there, who was not, and who came instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.entries import Person, is_absence
from govdocs.norwegian.naming import begins_body, ends_body, is_first_name, is_name, is_organization, is_position
from govdocs.norwegian.people import read_person
from govdocs.reading.blocks import columns_of

__all__ = ["absentees", "beside", "roll_row", "two_bodies"]

_MARK = re.compile(
    r"(?P<mark>møtt|møtte|til\s?stede|til\s?stades|ikk?j?e\s+møtt|forfall|fråfall|frafall|fravær|fråvær)"
    r"(?:[,.]\s*(?P<more>\S.*))?$",
    re.IGNORECASE,
)
_VARA = re.compile(r"vara\w*\s*:?\s*(?P<name>[A-ZÆØÅ].*)$", re.IGNORECASE)


def roll_row(line: Line) -> list[Line]:
    """Return the entries of a row that tells behind a wide gap whether its person was there; none for another line.

    `Kari Berg    Møtt, forlot møtet 19.50` and `Ola Vik    Forfall. Vara: Per Moe`, which is two entries.
    """
    pieces = columns_of(line)
    mark = _MARK.fullmatch(pieces[1]) if len(pieces) == 2 else None
    if mark is None or not is_name(pieces[0]):
        return []
    name, more = pieces[0], mark["more"] or ""
    away = is_absence(mark["mark"])
    vara = _VARA.fullmatch(more) if away else None
    told = "" if vara else more
    tail = f" ({told})" if told else ""
    rows = [evolve(line, text=f"{name} ({mark['mark'].lower()})" if away else name + tail, gaps=())]
    if vara is not None and is_name(vara["name"].strip(" .")):
        rows.append(evolve(line, text=f"{vara['name'].strip(' .')} (vara for {name})", gaps=()))
    return rows


_REPORTED = re.compile(
    r"(?P<who>[^,.]+?)(?:\s+(?:hadde|har|meldte|melde)(?:\s+meldt)?\s+(?:forfall|fråfall|frafall|fravær|fråvær))?"
    r"(?:,?\s+(?:og\s+)?(?P<role>vara|varamedlem|vararepresentant)\s+(?P<vara>[^,.]+?)\s+møtte"
    r"(?:\s+i\s+\w+(?:\s+\w+)?)?)?"
)


_TOLD_AWAY = re.compile(
    r"(?P<who>[^.:;]+?)\s+(?:hadde|har|meldte|melde)(?:\s+meldt)?\s+(?:forfall|fråfall|frafall|fravær|fråvær)"
)
_NOBODY = re.compile(r"(?:Ingen|Inga)\s+vara\w*\s+(?:kunne\s+)?møtt?e", re.IGNORECASE)


def absentees(text: str) -> list[Person]:
    """Read sentences that tell who was away and who came instead; nothing where one of them says something else.

    `Kari Berg. Ola Vik hadde meldt forfall, vara Per Moe møtte i staden. Ingen vara kunne møte for Kari Berg.`
    """
    found: list[Person] = []
    for sentence in re.split(r"(?<=[a-zæøå])\.(?:\s+(?=[A-ZÆØÅ])|$)", text):
        if not sentence.strip() or _NOBODY.match(sentence.strip()):
            continue
        match = _REPORTED.fullmatch(sentence.strip())
        if match is None or not is_name(match["who"]):
            told = _TOLD_AWAY.fullmatch(sentence.strip())
            people = [read_person(each, parties=True) for each in re.split(r"\s+og\s+", told["who"])] if told else []
            if not people or not all(person is not None and is_name(person.name) for person in people):
                return []
            found.extend(evolve(person, absent=True) for person in people if person is not None)
            continue
        found.append(Person(name=match["who"], absent=True))
        if match["vara"] is not None:
            if not is_name(match["vara"]):
                return []
            role = match["role"]
            found.append(
                Person(name=match["vara"], role=role, roles=(role,), substitute_for=match["who"], presence="møtte")
            )
    return found


def two_bodies(text: str) -> tuple[str, str] | None:
    """Return the two bodies that head two columns set with a single blank: `Helse Nord RHF Universitetet i Sund`."""
    tokens = text.split()
    cuts = [
        (" ".join(tokens[:n]), " ".join(tokens[n:]))
        for n in range(2, len(tokens) - 1)
        if begins_body(tokens[n]) or ends_body(tokens[n - 1])
    ]
    halves = [pair for pair in cuts if all(is_organization(half) and not is_position(half) for half in pair)]
    return halves[0] if len(halves) == 1 and not re.search(r"[,.:;()]|\s(?:og|ved|i|–|-)$", halves[0][0]) else None


def beside(lines: Sequence[Line], bodies: tuple[str, str]) -> list[tuple[Person, tuple[Line, ...]]]:
    """Read rows of two persons under two bodies; nothing where most rows are not two, as their first names tell."""
    people: list[tuple[Person, tuple[Line, ...]]] = []
    pairs = 0
    for line in lines:
        pair = _two_persons(line.text)
        pairs += pair is not None
        if pair is not None:
            people.extend(
                (evolve(person, organization=person.organization or body), (line,))
                for person, body in zip(pair, bodies, strict=True)
            )
        elif (alone := read_person(line.text, parties=True)) is not None:
            people.append((alone, (line,)))
    return people if pairs * 3 > len(lines) * 2 else []


def _two_persons(text: str) -> tuple[Person, Person] | None:
    tokens = text.split()
    for cut in range(2, len(tokens) - 1):
        if not is_first_name(tokens[cut]):
            continue
        left, right = read_person(" ".join(tokens[:cut])), read_person(" ".join(tokens[cut:]))
        if left and right and is_first_name(left.name.split()[0]) and not is_first_name(left.name.split()[-1]):
            return left, right
    return None
