"""Lists of those present that stand in columns: tables, wide gaps, columns that came out one by one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_name
from govdocs.norwegian.people import Person, with_more
from govdocs.norwegian.sentences import unfinished
from govdocs.reading.blocks import columns_of, joined
from govdocs.reading.named import holds_name
from govdocs.reading.rosterrows import Found, cells_under, column_kind, is_header, row_person

__all__ = ["Entry", "column_by_column", "headed_columns", "row_by_row", "spread"]

_WORD = re.compile(r"[A-ZÆØÅ][\w-]+")
"""The last word of a name."""


@frozen(kw_only=True)
class Entry:
    """The text of one person's entry and its lines."""

    text: str
    lines: tuple[Line, ...]


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
            if column and (unfinished(column[-1][0]) or line.text[:1].islower()):
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
            person = with_more(person, text)
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
        most = len(gapped) * 2 >= len(lines)
        spread: list[Line] = []
        for line in lines:
            if not most and not (line.gaps and is_name(columns_of(line)[0])):
                spread.append(line)
                continue
            pieces = _without_initials(columns_of(line)) if line.gaps else [line.text]
            if len(pieces) > 1 and all(holds_name(piece) for piece in pieces):
                spread.extend(evolve(line, text=piece, gaps=()) for piece in pieces)
            else:
                told = all(re.search(r"[a-zæøå]{2}\.$", piece) for piece in pieces[:-1])  # blanks behind full stops
                text = (" " if told else ", ").join(pieces)
                spread.append(evolve(line, text=text, gaps=()) if len(pieces) > 1 else line)
        return spread
    return _celled(lines, headed)


def _celled(lines: Sequence[Line], headed: int) -> list[Line]:
    """Make cells of the pieces of lines by the heads they stand under; a row goes on over lines that are its rest."""
    out: list[Line] = []
    row = 0
    named = column_kind(columns_of(lines[headed])[0]) == "name"
    cut = [cells_under(lines[headed], line) for line in lines]
    widest: dict[int, int] = {}
    for column, text in (cell for cells in cut[headed + 1 :] for cell in cells.items()):
        widest[column] = max(len(text), widest.get(column, 0))
    above: dict[int, str] = {}
    for n, (line, cells) in enumerate(zip(lines, cut, strict=True)):
        tight = n > headed + 1 and (line.number - lines[n - 1].number == 1 or line.page != lines[n - 1].page)
        rest = named and tight and (_is_rest(cells) or _is_wrapped(cells, above, widest))
        row += not rest
        above = {**above, **cells} if rest else cells
        out.extend(evolve(line, text=text, gaps=(), cell=(-1, row, column)) for column, text in cells.items())
    return out


def _is_rest(cells: dict[int, str]) -> bool:
    """Tell the second line of a row: nothing under the first head, or the last word of a name and nothing else."""
    return 0 not in cells or (len(cells) == 1 and _WORD.fullmatch(cells[0]) is not None)


def _is_wrapped(cells: dict[int, str], above: dict[int, str], widest: dict[int, int]) -> bool:
    """Tell the second line of a row that has the last word of a name and more beside it, as `Vik-Hansen   IKS`.

    None of its cells begins with a word that would have had room behind what stands over it, as wide as columns are.
    """
    return (
        _WORD.fullmatch(cells[0]) is not None
        and " " in above.get(0, "")
        and all(
            column in above and len(above[column]) + 1 + len(text.split()[0]) > widest[column]
            for column, text in cells.items()
        )
    )


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
            person = with_more(person, piece.text)
        people.append((person, (*entries[n].lines, *(line for piece in column for line in piece.lines))))
    return people
