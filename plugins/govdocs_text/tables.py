"""Tables that a text sets with tabs, pipes or tags, made real."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator

from attrs import evolve, frozen

from govdocs.layout import Cell, Line, Table
from govdocs.typography import plain
from govdocs_text.markup import fragments

__all__ = ["find_tables"]

_SEPARATOR = re.compile(r"[\s|:=-]+")


_BLANK = 2
"""Blank lines that may follow one within a table."""
_TURN = 12
"""Lines that page furniture and the blanks around it may take up between two pages."""
_BETWEEN = " | "
"""How rows are told whose cells have pipes between them and none at the edges."""
_FEWEST = 3
"""Rows of a table whose pipes stand between its cells alone: a line of addresses is none."""
_MARK = re.compile(r"[•●▪◦·o–\uf0b7\uf0a7\uf02d*-]|\(?(?:\d{1,2}|[a-z])[.)]")


@frozen
class _Row:
    number: int
    cells: list[str]


def find_tables(raw: list[str], lines: list[Line], markdown: bool) -> list[Table]:
    """Return the tables in order; a row whose first cell is empty goes on with the row above."""
    tables: list[Table] = []
    run: list[_Row] = []
    kind = ""
    for number, text in [*enumerate(raw, 1), (len(raw) + 1, "\n")]:
        cells, mark = _cells(text)
        if run and "--" in text and _SEPARATOR.fullmatch(text):
            continue
        furniture = number <= len(lines) and lines[number - 1].furniture is not None and not cells
        if (
            run
            and text != "\n"
            and (not text.strip() or furniture)
            and (mark == kind or _goes_on(raw, lines, number, kind, len(run[-1].cells)))
        ):
            continue
        if cells and (not run or mark == kind):
            run.append(_Row(number, cells))
            kind = mark
            continue
        if run and kind == "\t" and _titles_rows(raw, number, run[-1]):
            run.append(_Row(number, [text.strip()]))
            continue
        if kind != _BETWEEN or (len(run) >= _FEWEST and len({len(row.cells) for row in run}) == 1):
            _close(run, lines, markdown, tables)
        run, kind = ([_Row(number, cells)], mark) if cells else ([], "")
    return tables


def _cells(text: str) -> tuple[list[str], str]:
    body = text.strip(" \r\f")
    if body.startswith("|") and body.count("|") >= 2:
        inner = body[1:-1] if body.endswith("|") else body[1:]
        return [cell.strip() for cell in re.split(r"(?<!\\)\|", inner)], "|"
    if "\t" in text.strip(" \r\f"):
        cells = [cell.strip() for cell in text.strip(" \r\f").split("\t")]
        if len(cells) == 2 and _MARK.fullmatch(cells[0]):  # a list item whose text a tab sets off
            return [], ""
        return cells, "\t"
    cells = [cell.strip() for cell in body.split(_BETWEEN)]
    return (cells, _BETWEEN) if len(cells) > 2 else ([], "")


def _titles_rows(raw: list[str], number: int, row: _Row) -> bool:
    """Tell a row of one cell, over all columns, between two rows of three or more that follow it without a blank."""
    text = raw[number - 1].strip() if number <= len(raw) else ""
    whole = number < len(raw) and row.number == number - 1 and len(_cells(raw[number])[0]) == len(row.cells) > 2
    short = 2 < len(text) < 80 and not text[0].islower() and not text.endswith((".", ",", ":", ";", "-"))
    return whole and short and row.cells[-1][-1:] not in (",", "-", "/", "(")


def _goes_on(raw: list[str], lines: list[Line], number: int, kind: str, width: int) -> bool:
    """Tell whether the table goes on after blank lines, or on the next page with a row as wide as the last."""
    turned = lines[number - 1].furniture is not None
    for at in range(number, min(number + _TURN, len(raw))):
        if lines[at].furniture is not None and not _cells(raw[at])[0]:
            turned = True
        elif raw[at].strip():
            cells, mark = _cells(raw[at])
            return bool(_SEPARATOR.fullmatch(raw[at])) or (mark == kind and (not turned or len(cells) == width))
        elif not turned and at >= number + _BLANK:
            return False
    return False


def _close(run: list[_Row], lines: list[Line], markdown: bool, tables: list[Table]) -> None:
    if len(run) < 2 and not (run and "\t" in run[0].cells):
        return
    width = max(len(row.cells) for row in run)
    if width < 2:
        return
    table = len(tables)
    rows: list[list[list[Line]]] = []
    for row in _whole(run, width):
        cells = row.cells + [""] * (width - len(row.cells))
        goes_on = bool(rows) and not cells[0] and any(cells[1:]) and _unfinished(rows[-1])
        if not goes_on:
            rows.append([[] for _ in range(width)])
        for column, text in enumerate(cells):
            if not text:
                continue
            place = rows[-1][column]
            place.extend(
                evolve(
                    lines[row.number - 1],
                    text=plain(piece.text),
                    cell=(table, len(rows) - 1, column),
                    bold=piece.bold,
                    italic=piece.italic,
                    heading=piece.heading,
                    paragraph=piece.last,
                    indent=0,
                    gaps=(),
                    furniture=None,
                )
                for piece in fragments(text, markdown)
            )
    if width == 2 and len(rows) < 2:
        return
    tables.append(
        Table(
            number=table,
            first=run[0].number,
            last=run[-1].number,
            rows=tuple(
                tuple(Cell(row=r, column=c, lines=tuple(_open_ended(cell))) for c, cell in enumerate(row))
                for r, row in enumerate(rows)
            ),
        )
    )


def _whole(run: list[_Row], width: int) -> Iterator[_Row]:
    """Yield the rows; where a line's end cut a cell in two, the rest of its row stands under its own columns."""
    before: _Row | None = None
    for row in run:
        cut = before is not None and len(before.cells) < width and len(before.cells) + len(row.cells) - 1 == width
        if before is not None and cut and (before.cells[-1].endswith("-") or row.cells[0][:1].islower()):
            row = _Row(row.number, [""] * (len(before.cells) - 1) + row.cells)
        yield row
        before = row


def _unfinished(row: list[list[Line]]) -> bool:
    """Tell whether a row may go on: its first cell is filled, as in a row that a page break cut."""
    return bool(row[0])


def _open_ended(cell: list[Line]) -> list[Line]:
    """Let a paragraph go on over the cut of a page break: its text has no end and the next line is of another row."""
    out = list(cell)
    for index, (line, after) in enumerate(itertools.pairwise(cell)):
        if (
            line.number != after.number
            and line.paragraph
            and not line.text.endswith((".", ":", "!", "?", ";"))
            and (after.text[:1].islower() or len(line.text) > 60)
        ):
            out[index] = evolve(line, paragraph=False)
    return out
