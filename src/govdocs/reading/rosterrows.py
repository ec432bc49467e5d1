"""The rows of a table of those present: what the head of each column says that its cells hold."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.entries import is_absence
from govdocs.norwegian.naming import is_name, is_organization, is_role
from govdocs.norwegian.people import Person, read_person, with_more, with_told
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of, joined

__all__ = ["Found", "cell_rows", "cells_under", "column_kind", "is_header", "read_rows", "row_person"]

Found = tuple[Person, tuple[Line, ...]]

_HEADER = words("columns", "persons")


_HEADS = re.compile(r"[^\W\d]+(?:-\w+)?(?:/\w+)?")


def is_header(text: str, *, cell: bool = False) -> bool:
    """Tell the head of a column of a list of those present, or of several columns."""
    tokens = _HEADS.findall(text.lower())
    return (
        bool(tokens)
        and len(tokens) <= 8
        and all(t in _HEADER for t in tokens)
        and (cell or tokens[0] not in ("forfall", "til", "møtte"))
    )


def cell_rows(lines: Iterable[Line]) -> list[dict[int, list[Line]]]:
    """Return the lines of real tables row by row, by the column of their cell."""
    rows: dict[tuple[int, int], dict[int, list[Line]]] = {}
    for line in lines:
        if line.cell is not None:
            rows.setdefault(line.cell[:2], {}).setdefault(line.cell[2], []).append(line)
    return list(rows.values())


def read_rows(lines: list[Line]) -> tuple[list[Found], list[Line]]:
    """Read a real table: a person a row, the head of each column telling what stands under it."""
    read: list[tuple[Person, tuple[Line, ...], dict[str, list[str]]]] = []
    rest: list[Line] = []
    columns: dict[int, str] = {}
    called = "varamedlem"
    for cells in cell_rows(lines):
        texts = {column: joined(cell) for column, cell in cells.items() if joined(cell)}
        flat = tuple(line for cell in cells.values() for line in cell)
        if texts and all(is_header(text, cell=True) for text in texts.values()):
            columns = _with_deputies({column: column_kind(text) for column, text in texts.items()})
            called = next((m.group() for text in texts.values() if (m := _CALLED.search(text))), called).lower()
            continue
        person = row_person(texts, columns)
        told: dict[str, list[str]] = {}
        for column, kind in columns.items():
            told.setdefault(kind, []).extend(text for text in [texts.get(column, "")] if _SAID.search(text))
        if person is None:
            rest.extend(flat)
        else:
            read.append((person, flat, told))
    people: list[Found] = []
    met = [text for _, _, told in read for text in told.get("met", ())]
    ticks = bool(met) and all(_TICK.fullmatch(text) for text in met)  # with no other word, none is for those away
    for person, flat, told in read:
        away = not person.absent and ticks and told.get("met") == []
        there = evolve(person, absent=True) if away else person
        people.append((there, flat))
        people.extend((deputy, flat) for deputy in _deputies(there, told, called))
    return people, rest


def _deputies(person: Person, told: dict[str, list[str]], called: str) -> list[Person]:
    """Return who came instead of the person of a row: under a head that says so, or the own deputy of one away.

    `called` is the word that the head has for one.
    """
    names = [*told.get("deputy", ()), *(told.get("vara", ()) if person.absent else ())]
    body = next(iter(told.get("of the deputy", ())), None)
    return [
        Person(name=name, role=called, organization=body, substitute_for=person.name, ticked=True)
        for name in names
        if is_name(name)
    ]


_CALLED = re.compile(r"\bvara(?:medl|representant|medlem)?\b", re.IGNORECASE)


def _with_deputies(columns: dict[int, str]) -> dict[int, str]:
    """Tell the body of the one who came instead, in the column right behind the name, from that of the one away."""
    return {
        column: "of the deputy" if kind == "organization" and columns.get(column - 1) == "deputy" else kind
        for column, kind in columns.items()
    }


def cells_under(head: Line, line: Line) -> dict[int, str]:
    """Return the pieces between a line's wide gaps by column: under the heads, where the edges of both are told."""
    pieces = columns_of(line)
    edges, own = (head.indent, *head.stops), (line.indent, *line.stops)
    if len(pieces) >= len(edges) or len(own) != len(pieces) or len(head.stops) != len(head.gaps):
        return dict(enumerate(pieces))
    near = [min(range(len(edges)), key=lambda n: abs(edges[n] - at)) for at in own]
    cells = dict(zip(near, pieces, strict=True))
    return cells if len(cells) == len(pieces) else dict(enumerate(pieces))


def column_kind(text: str) -> str:
    """Return what a column of a list of those present holds, by its head."""
    low = text.lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(low)), "organization")


_KINDS = (
    (
        "deputy",
        re.compile(
            r"^(?:(?:møt(?:ende|ande|te?)|frammøtt)\s+vara(?:medlem|representant)?"
            r"|(?:følgende|følgjande)\s+vara(?:medl\.?|medlem\w*|representant\w*)\s+møtte)\Z"
        ),
    ),
    ("vara", re.compile(r"^vara(?:medlem|representant)?\Z")),
    ("substitute", re.compile(r"møtte for|for\b|vara for")),
    ("name", re.compile(r"navn|namn|medlem|innkal|representant|delegat|delta[kg]")),
    ("votes", re.compile(r"stemmer|røyster")),
    ("role", re.compile(r"funksjon|rolle|kategori|verv")),
    ("title", re.compile(r"tittel|stilling")),
    ("away", re.compile(r"^(?:meldt\s+)?(?:forfall|fråfall|frafall|fravær|fråvær)\Z")),
    ("met", re.compile(r"frammøte|oppmøte|møtt|til ?sted|til ?stade")),
    ("mark", re.compile(r"merknad|forfall|frav|status")),
)
"""What the head of a column holds, by the kind of the column, in the order in which they are tried."""
_SAID = re.compile(r"[^\W_]|✓")
"""What tells anything: no dash that fills an empty cell."""
_TICK = re.compile(r"(?:[Xx✓]|Ja)(?![^\W_])[\s,]*")
"""That someone was there, in a column that tells it."""
_AWAY = re.compile(r"(\S.*?)\s+[–-]\s+(\w+)")
"""A cell that tells beside the party that its member was not there: `MDG - forfall`."""


_NO = re.compile(r"nei", re.IGNORECASE)
_VARA = re.compile(r"(?P<role>[Vv]ara(?:medlem|representant)?)\s*:\s*(?=[A-ZÆØÅ])")
"""What stands before the name of a substitute in the column of names."""


def _marked(person: Person, text: str, *, away: bool) -> Person:
    """Return the person with what a cell tells of who was there, or, in a column for them (`away`), who was not."""
    tick = _TICK.match(text)
    mark = text[tick.end() :] if tick else text
    first = re.split(r"[,.;]", mark)[0]
    if _NO.fullmatch(mark):
        return person if away else evolve(person, absent=True)
    if mark and is_absence(first):
        return evolve(person, absent=True)
    told = with_more(person, mark) if mark else person
    return evolve(told, absent=told.absent or (away and tick is not None), ticked=tick is not None and not away)


def row_person(texts: dict[int, str], columns: dict[int, str]) -> Person | None:
    """Read one row of a table of those present: its cells, and what each column holds; `None` without a name."""
    ordered = sorted(texts)
    name_column = next((c for c in ordered if columns.get(c) == "name"), None)
    if name_column is None:
        name_column = next((c for c in ordered if read_person(texts[c]) is not None), None)
    if name_column is None or name_column not in texts:
        return None
    named = texts[name_column].strip()
    vara = _VARA.match(named)
    person = read_person(named[vara.end() :] if vara else named, parties=True)
    if person is not None and vara:
        person = evolve(person, role=person.role or vara["role"])
    if person is None:
        name = named
        if not (
            columns.get(name_column) == "name"
            and len(name.split()) <= 6
            and not name.endswith(".")
            and re.match(r"[A-ZÆØÅ]", name)
            and len(name.split()) >= 2
            and not is_organization(name)
            and not re.search(r"[\d:]", name)
        ):
            return None
        person = Person(name=name)
    before = [column for column in ordered if column < name_column and not columns.get(column)]
    line = read_person(", ".join(texts[column] for column in (*before, name_column)), parties=True)
    if before and line is not None and line.name == person.name:
        person = line  # `Styremedlem`, `Kari Berg (ansattvalgt)`: what stands in front is the role
    else:
        before = []
    for column in ordered:
        if column != name_column and column not in before:
            person = _with_cell(person, texts[column], columns.get(column))
    return person


def _with_cell(person: Person, text: str, kind: str | None) -> Person:
    """Return the person with what a cell tells, given what its column holds."""
    if kind in ("votes", "deputy", "vara", "of the deputy") or not _SAID.search(text) or text.isdigit():
        return person
    if kind in ("mark", "met", "away"):
        return _marked(person, text, away=kind == "away")
    if kind == "substitute":
        other = read_person(text, parties=True)
        return evolve(person, substitute_for=other.name if other else text)
    told = with_more(Person(name=person.name), text)
    if kind == "role":
        marks = told.role or told.remote or told.presence or told.cases or told.absent or told.substitute_for
        told = told if marks else Person(name=person.name, role=text or None)
        return evolve(with_told(person, told), role=told.role or person.role)
    if kind == "title":
        return with_told(evolve(person, title=told.title), told) if told.title else evolve(person, title=text)
    if kind == "organization" and (away := _AWAY.fullmatch(text)) and is_absence(away[2]):
        told = Person(name=person.name, organization=away[1], absent=True)
    elif kind == "organization" and not (is_role(text) or told.role or told.remote or told.cases or told.title):
        told = Person(name=person.name, organization=text)
    return with_told(person, told)
