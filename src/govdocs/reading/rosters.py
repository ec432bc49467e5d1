"""Lists of those present that stand in columns: tables, wide gaps, columns that came out one by one."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.entries import is_absence
from govdocs.norwegian.naming import is_first_name, is_name, is_organization, is_role
from govdocs.norwegian.people import Person, read_person
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of, joined
from govdocs.reading.named import holds_name

__all__ = [
    "Entry",
    "Found",
    "column_by_column",
    "column_kind",
    "headed_columns",
    "is_header",
    "merged",
    "read_rows",
    "row_by_row",
    "row_person",
    "spread",
]

Found = tuple[Person, tuple[Line, ...]]

_HEADER = words("columns", "persons")


@frozen(kw_only=True)
class Entry:
    """The text of one person's entry and its lines."""

    text: str
    lines: tuple[Line, ...]


def is_header(text: str, *, cell: bool = False) -> bool:
    """Tell the head of a column of a list of those present, or of several columns."""
    tokens = re.findall(r"[^\W\d]+(?:-\w+)?(?:/\w+)?", text.lower())
    return (
        bool(tokens)
        and len(tokens) <= 8
        and all(t in _HEADER for t in tokens)
        and (cell or tokens[0] not in ("forfall", "til", "møtte"))
    )


def headed_columns(lines: list[Line]) -> list[Found] | None:
    """Read columns left one under the other, each under its own head: `Navn`, names, `Virksomhet`, bodies."""
    heads = [
        n for n, line in enumerate(lines) if line.cell is None and len(line.text.split()) == 1 and is_header(line.text)
    ]
    if len(heads) < 2 or heads[0] != 0:
        return None
    columns: list[list[tuple[str, tuple[Line, ...]]]] = []
    for start, stop in zip(heads, [*heads[1:], len(lines)], strict=True):
        column: list[tuple[str, tuple[Line, ...]]] = []
        for line in lines[start + 1 : stop]:
            if column and (column[-1][0].endswith((",", "-", " og", " for")) or line.text[:1].islower()):
                text, own = column.pop()
                column.append((joined([text, line.text]), (*own, line)))
            else:
                column.append((line.text, (line,)))
        columns.append(column)
    if (
        not columns[0]
        or any(len(column) != len(columns[0]) for column in columns)
        or not all(is_name(text) for text, _ in columns[0])
    ):
        return None
    people = []
    for row in zip(*columns, strict=True):
        person = Person(name=row[0][0])
        for text, _ in row[1:]:
            person = merged(person, text)
        people.append((person, tuple(line for _, own in row for line in own)))
    return people


def row_by_row(lines: list[Line]) -> list[Found] | None:
    """Read a table whose cells came out one a line, row after row, under the heads of its columns.

    The first column is that of the names; its head is the list's own heading where no `Navn` stands among the heads. A
    row may lack cells at its end.
    """
    if any(line.cell is not None or line.gaps for line in lines):
        return None
    first = next((n for n, line in enumerate(lines) if _known_name(line.text)), 0)
    heads = [line.text for line in lines[:first]]
    named = bool(heads) and re.fullmatch(r"navn|namn", heads[0], re.IGNORECASE) is not None
    columns = {n + (not named): column_kind(head) for n, head in enumerate(heads)}
    if named:
        columns[0] = "name"
    if not any(is_header(head) for head in heads) or len(columns) - named < 1 or max(map(len, heads)) > 30:
        return None
    if any(re.match(r"(?:navn|namn)\s", head, re.IGNORECASE) for head in heads):  # several heads on one line
        return None
    people: list[Found] = []
    width = max(columns) + 1
    at = first
    while at < len(lines):
        row = [lines[at]]
        while (
            len(row) < width
            and at + len(row) < len(lines)
            and (columns[len(row)] == "substitute" or not _known_name(lines[at + len(row)].text))
        ):
            row.append(lines[at + len(row)])
        person = row_person({n: line.text for n, line in enumerate(row)}, {0: "name", **columns})
        if person is None or not _known_name(row[0].text):
            return None
        people.append((person, tuple(row)))
        at += len(row)
    return people


def _known_name(text: str) -> bool:
    return is_name(text) and is_first_name(text.split()[0])


def spread(lines: list[Line]) -> list[Line]:
    """Make cells of lines that set columns with wide gaps, where the head of the columns or most lines do."""
    gapped = [line for line in lines if line.gaps and line.cell is None]
    headed = next((n for n, line in enumerate(lines) if line.gaps and is_header(line.text)), None)
    if headed is None:
        if len(gapped) * 2 < len(lines):
            return lines
        spread: list[Line] = []
        for line in lines:
            pieces = _without_initials(columns_of(line)) if line.gaps else [line.text]
            if len(pieces) > 1 and all(holds_name(piece) for piece in pieces):
                spread.extend(evolve(line, text=piece, gaps=()) for piece in pieces)
            else:
                spread.append(evolve(line, text=", ".join(pieces), gaps=()) if len(pieces) > 1 else line)
        return spread
    out: list[Line] = []
    for row, line in enumerate(lines):
        for column, text in enumerate(columns_of(line)):
            out.append(evolve(line, text=text, gaps=(), cell=(-1, row, column)))
    return out


def _without_initials(pieces: list[str]) -> list[str]:
    """Drop the last column where it holds the initials of the one whose row it is: `Kari Berg`, `Nord HF`, `KB`."""
    letters = "".join(word[0] for word in re.findall(r"[A-ZÆØÅ]\w*", re.sub(r"\(.*", "", pieces[0])))
    return pieces[:-1] if len(pieces) > 2 and pieces[-1] == letters else pieces


def column_by_column(entries: list[Entry]) -> list[Found] | None:
    """Read a list that extraction left column by column: all names first, then as many bodies."""
    names = 0
    while names < len(entries) and is_name(entries[names].text):
        names += 1
    if names < 3 or len(entries) % names or len(entries) == names:
        return None
    others = entries[names:]
    if any(is_name(entry.text) and is_first_name(entry.text.split()[0]) for entry in others):
        return None
    people = []
    for n in range(names):
        column = [others[n + k * names] for k in range(len(others) // names)]
        person = Person(name=entries[n].text)
        for piece in column:
            person = merged(person, piece.text)
        people.append((person, (*entries[n].lines, *(line for piece in column for line in piece.lines))))
    return people


def merged(person: Person, text: str) -> Person:
    """Return the person with what one more cell or line says; what is known stays."""
    made = read_person(f"{person.name}, {text}", parties=True)
    if made is None:
        return person
    return evolve(
        person,
        title=person.title or made.title,
        organization=person.organization or made.organization,
        role=person.role or made.role,
        remote=person.remote or made.remote,
        absent=person.absent or made.absent,
        cases=person.cases or made.cases,
        substitute_for=person.substitute_for or made.substitute_for,
        presence=person.presence or made.presence,
    )


def read_rows(lines: list[Line]) -> tuple[list[Found], list[Line]]:
    """Read a real table: a person a row, the head of each column telling what stands under it."""
    rows: dict[tuple[int, int], dict[int, list[Line]]] = {}
    for line in lines:
        if line.cell is not None:
            rows.setdefault(line.cell[:2], {}).setdefault(line.cell[2], []).append(line)
    people: list[Found] = []
    rest: list[Line] = []
    columns: dict[int, str] = {}
    for cells in rows.values():
        texts = {column: joined(cell) for column, cell in cells.items() if joined(cell)}
        flat = tuple(line for cell in cells.values() for line in cell)
        if texts and all(is_header(text, cell=True) for text in texts.values()):
            columns = {column: column_kind(text) for column, text in texts.items()}
            continue
        person = row_person(texts, columns)
        if person is None:
            rest.extend(flat)
        else:
            people.append((person, flat))
    return people, rest


def column_kind(text: str) -> str:
    """Return what a column of a list of those present holds, by its head."""
    low = text.lower()
    if re.search(r"møtte for|for\b|vara for", low):
        return "substitute"
    if re.search(r"navn|namn|medlem|innkal|representant|delegat|delta[kg]", low):
        return "name"
    if re.search(r"stemmer|røyster", low):
        return "votes"
    if re.search(r"funksjon|rolle|kategori|verv", low):
        return "role"
    if re.search(r"tittel|stilling", low):
        return "title"
    if re.fullmatch(r"(?:meldt\s+)?(?:forfall|fråfall|frafall|fravær|fråvær)", low):
        return "away"
    if re.search(r"merknad|forfall|frav|frammøte|oppmøte|møtt|status|til sted|til stade", low):
        return "mark"
    return "organization"


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
    told = merged(person, mark) if mark else person
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
        if column == name_column or column in before:
            continue
        text, kind = texts[column], columns.get(column)
        if kind == "substitute":
            other = read_person(text, parties=True)
            person = evolve(person, substitute_for=other.name if other else text)
        elif kind == "role":
            made = read_person(f"{person.name}, {text}", parties=True)
            marks = made or person
            told = marks.role or marks.remote or marks.presence or marks.cases or marks.absent or marks.substitute_for
            person = evolve(
                person,
                role=marks.role or (None if told else text.split("(")[0].strip()) or None,
                substitute_for=person.substitute_for or marks.substitute_for,
                remote=person.remote or marks.remote,
                cases=person.cases or marks.cases,
                presence=person.presence or marks.presence,
                absent=person.absent or marks.absent,
            )
        elif kind == "organization" and (away := _AWAY.fullmatch(text)) and is_absence(away[2]):
            person = evolve(person, organization=person.organization or away[1], absent=True)
        elif kind == "organization" and not is_role(text):
            made = read_person(f"{person.name}, {text}", parties=True)
            person = (
                merged(person, text)
                if made and (made.role or made.remote or made.cases)
                else evolve(person, organization=person.organization or text)
            )
        elif kind == "title":
            person = evolve(person, title=text)
        elif kind in ("mark", "away"):
            person = _marked(person, text, away=kind == "away")
        elif kind != "votes":
            person = merged(person, text)
    return person
