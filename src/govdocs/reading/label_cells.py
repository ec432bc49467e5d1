"""Labels side by side in the rows of a table, with what belongs to each under it or in its own cell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import chain

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.people import read_person
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.routing import heads_table

__all__ = ["columns_down"]

Row = dict[int, list[Line]]
"""The lines of a table's row by column, without those of empty cells."""

_LISTS = frozenset({
    "attendance.present", "attendance.absent", "attendance.others", "attendance.invited", "attendance.observers",
    "attendance.administration", "attendance.secretariat", "attendance.deputies",
})  # fmt: skip
"""Labels of lists that may stand side by side."""
_ASIDE = ("case.archive", "case.officer")
"""What the table of the bodies that treat a case may tell in columns of its own: the same for each of them."""
_NUMBER_LABEL = re.compile(
    r"(?:(?:styre|råds|utvalgs?|utvals?|møte)?sak(?:s|en)?\s?-?(?:nr\.?|nummer)?)\s*:?", re.IGNORECASE
)
_NUMBER = re.compile(r"(?:[A-ZÆØÅ]{1,4}[\s-]\s?)?\d{1,3}/(?:\d{4}|\d{2})")
_LONGEST = 60
_INNER_LABEL = re.compile(r":(?!\d)")


def columns_down(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield lines; where labels stand over their values in a table, each label with its own.

    `Til stede: | Forfall:` over names; `Saksbehandler | Arkivsak` over a name and a number.
    """
    at = 0
    while at < len(lines):
        stop = at + 1
        while stop < len(lines) and _table(lines[stop]) == _table(lines[at]):
            stop += 1
        number = _table(lines[at])
        if number is None or number < 0 or stop - at < 2:  # one told by alignment has its own order
            yield from lines[at:stop]
        else:
            yield from _set_down(_rows(lines[at:stop]), vocabulary)
        at = stop


def _table(line: Line) -> int | None:
    return line.cell[0] if line.cell is not None else None


def _rows(lines: Sequence[Line]) -> list[Row]:
    rows: dict[int, Row] = {}
    for line in lines:
        if line.cell is not None:
            rows.setdefault(line.cell[1], {}).setdefault(line.cell[2], []).append(line)
    return list(rows.values())


def _set_down(rows: Sequence[Row], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield the lines of a table row by row, but for rows with labels and what stands under them."""
    at = 0
    if _is_form(rows, vocabulary):
        for row in rows:
            yield from (_with_colon(line, vocabulary) for line in _in_order(row))
        return
    while at < len(rows):
        head, stop = rows[at], at + 1
        labels = _labels(head)
        told = _own_lists(head, vocabulary)
        if told is None and labels:
            while stop < len(rows) and not any(_is_label(cell[0].text, vocabulary) for cell in rows[stop].values()):
                stop += 1
            below = rows[at + 1 : stop]
            told = _lists(head, labels, below, vocabulary) or _facts(head, labels, below, vocabulary)
        if told is None:
            told, stop = _numbered(_in_order(head)), at + 1
        yield from told
        at = stop


def _in_order(row: Row) -> list[Line]:
    """Return the lines of a row as they stand; those of a row that a page cuts cell by cell, each with its rest."""
    lines = sorted(chain(*row.values()), key=lambda line: line.number)
    return lines if lines[0].page == lines[-1].page else list(chain(*(row[column] for column in sorted(row))))


def _numbered(row: list[Line]) -> list[Line]:
    """Say what a case's number is where its label stands in the cell before it: `Sak nr.: | 31/25`."""
    if len(row) != 2 or not _NUMBER_LABEL.fullmatch(row[0].text) or not _NUMBER.fullmatch(row[1].text):
        return row
    return [row[0], evolve(row[1], text=f"{row[0].text.rstrip(' :')}: {row[1].text}")]


def _is_form(rows: Sequence[Row], vocabulary: Vocabulary) -> bool:
    """Tell a table of two columns, the first of which holds labels of a meeting and nothing else."""
    first = [row[0][0].text for row in rows if len(row.get(0, ())) == 1 and row.keys() <= {0, 1}]
    return len(first) == len(rows) >= 3 and all(vocabulary.kind(text, "head", "attendance") for text in first)


def _with_colon(line: Line, vocabulary: Vocabulary) -> Line:
    """Return the heading of a list in such a table as it stands in a text: a value of several names follows it."""
    listed = line.cell is not None and line.cell[2] == 0 and vocabulary.kind(line.text, "attendance") is not None
    return evolve(line, text=f"{line.text.rstrip(' :')}:") if listed else line


def _labels(head: Row) -> dict[int, str]:
    """Return the texts of a row whose cells, two at least, hold one line each, by column; else none."""
    whole = len(head) > 1 and all(len(cell) == 1 for cell in head.values())
    return {column: cell[0].text.rstrip(" :") for column, cell in head.items()} if whole else {}


def _is_label(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.kind(text, "head", "case", "attendance") is not None


def _own_lists(row: Row, vocabulary: Vocabulary) -> list[Line] | None:
    """Read lists of persons side by side, each under its heading in its own cell."""
    if len(row) < 2 or not all(":" in cell[0].text for cell in row.values()):
        return None
    for cell in row.values():
        label = vocabulary.label(cell[0].text, "attendance")
        if label is None or not label.colon or not (label.value or cell[1:]):
            return None
    return [evolve(line, cell=None) for cell in row.values() for line in cell]


def _lists(head: Row, labels: dict[int, str], below: Sequence[Row], vocabulary: Vocabulary) -> list[Line] | None:
    """Read lists of persons under their headings; a deputy in a row with others may be that of the one beside."""
    kinds = [vocabulary.kind(label, "attendance") for label in labels.values()]
    if any(kind not in _LISTS for kind in kinds) or len(set(kinds)) < len(kinds):
        return None
    columns = {column: [line for row in below for line in row.get(column, ())] for column in head}
    stray = any(row.keys() - head.keys() for row in below)
    named = all(read_person(line.text, parties=True) is not None for column in columns.values() for line in column[:1])
    if stray or not named or not any(columns.values()) or ("attendance.deputies" in kinds and len(below) > 1):
        return None
    return [
        evolve(line, text=text, cell=None)
        for column, label in labels.items()
        for line, text in ((head[column][0], f"{label}:"), *((line, line.text) for line in columns[column]))
    ]


def _facts(head: Row, labels: dict[int, str], below: Sequence[Row], vocabulary: Vocabulary) -> list[Line] | None:
    """Read a form's row of labels over its one row of values; set apart what a table of bodies tells besides."""
    if not below or not all(_is_value(cell) for row in below for cell in row.values()):
        return None
    aside = [column for column, label in labels.items() if vocabulary.kind(label, "case") in _ASIDE]
    bodies = " ".join(label for column, label in labels.items() if column not in aside)
    if heads_table(bodies):
        rest = [line for row in (head, *below) for n, cell in row.items() if n not in aside for line in cell]
        return [*_pairs(head, labels, below[0], aside), *rest] if aside else None
    if len(below) > 1 or not all(_is_label(label, vocabulary) for label in labels.values()):
        return None
    return _pairs(head, labels, below[0], labels)


def _pairs(head: Row, labels: dict[int, str], values: Row, columns: Sequence[int] | dict[int, str]) -> list[Line]:
    """Return labels and values as rows of two cells, which no row of the table is."""
    return [
        evolve(line, text=text, cell=(line.cell[0], -1 - column, n))
        for column in columns
        for n, cell in enumerate((head[column], values.get(column, ())))
        for line in cell
        for text in (line.text if n else f"{labels[column]}:",)
        if line.cell is not None
    ]


def _is_value(cell: Sequence[Line]) -> bool:
    """Tell what may be a value: a short text without a label in it."""
    return len(cell) <= 2 and all(len(line.text) <= _LONGEST and not _INNER_LABEL.search(line.text) for line in cell)
