"""Tables that stand in text by alignment alone: cells side by side, told by the places where their columns begin."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.plans.columns import Column, Header, Kind, column_kind, pieces_of
from govdocs.reading.plans.grids import Row
from govdocs.reading.plans.headings import area_label
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.values import Lexicon, Looks, open_ended

__all__ = ["is_aligned", "names_rows", "read_aligned", "stands_beside", "with_edges"]

_LETTERED = re.compile(r"[a-zæøå][.)]\s+[A-ZÆØÅ]")
"""A measure behind its letter: `a) Open hall`."""
_REFERENCE = re.compile(r"\d{1,4}[/-]\d{1,4}")
"""The number of a case, which may number the measures that follow from cases: `12/24`."""
_NEAR = 2.5
"""Columns of text by which the beginning of a cell may miss its column's."""


def is_aligned(lines: Sequence[Line], header: Header) -> bool:
    """Tell whether the lines below a header keep its columns: pieces behind gaps begin where its heads do."""
    edges = [column.left for column in header.columns if column.left is not None]
    if len(edges) != len(header.columns) or not any(line.stops for line in lines):
        return False
    hits = tries = 0
    for line in lines[:60]:
        for stop in line.stops:
            tries += 1
            hits += any(abs(stop - edge) <= _NEAR for edge in edges[1:])
    return tries >= 1 and hits >= 0.6 * tries


def with_edges(header: Header, lines: Sequence[Line], vocabulary: Vocabulary) -> tuple[Header, int]:
    """Add the second line of heads, where a head is set on two; returns the header and how many lines it took."""
    taken = 0
    for line in lines[:1]:
        pieces = pieces_of(line)
        places = [_nearest(piece, header.columns) for piece in pieces]
        if None in places or line.number - header.lines[-1].number > 1:
            break
        heads = [column.written for column in header.columns]
        for piece, place in zip(pieces, places, strict=True):
            heads[place or 0] = f"{heads[place or 0]} {piece.text}"
        kinds = [column_kind(head, vocabulary) for head in heads]
        if all(kind is not None for kind in kinds) and all(piece.text[:1].islower() for piece in pieces):
            columns = tuple(evolve(column, written=head) for column, head in zip(header.columns, heads, strict=True))
            header, taken = evolve(header, columns=columns, lines=(*header.lines, line)), 1
    return header, taken


def _nearest(piece: Line, columns: Sequence[Column]) -> int | None:
    """Return the column a piece stands under: the last that begins at or before it."""
    place = None
    for n, column in enumerate(columns):
        if column.left is not None and column.left <= piece.indent + _NEAR:
            place = n
    return place


def read_aligned(lines: Sequence[Line], header: Header, vocabulary: Vocabulary) -> list[Row]:
    """Return the rows of an aligned table; a blank line, a new number or a text that begins anew begins a row.

    A row that a page break cut goes on: its first line on the new page begins with a small letter.
    """
    rows: list[list[list[Line]]] = []
    before: Line | None = None
    measure = header.index(Kind.MEASURE) or 0
    number = header.index(Kind.NUMBER)
    spaced = _is_spaced(lines, header)
    looks = Looks(vocabulary=vocabulary, lexicon=Lexicon())
    banners: list[tuple[int, Line]] = []
    last = max((n for n, line in enumerate(lines) if stands_beside(line, header)), default=len(lines))
    for n, line in enumerate(lines):
        pieces: dict[int, Line] = {}
        if before is not None and line.number - before.number > 1 and _runs_across(line, header):
            if rows and _is_heading(lines, n - 1, header):
                rows = [[[piece for piece in cell if piece.number != before.number] for cell in row] for row in rows]
            break  # running text behind the table
        if n > last and rows and before is not None and _stands_off(line, before, rows[-1]):
            break  # a heading behind it
        if names_rows(lines, n, header, vocabulary) or (header.has(Kind.AREA) and _is_banner(lines, n, header)):
            banners.append((len(rows), line))
            before = None
            continue
        for piece in pieces_of(line):
            place = _nearest(piece, header.columns) or 0
            pieces[place] = (
                evolve(pieces[place], text=f"{pieces[place].text} {piece.text}") if place in pieces else piece
            )
        if (
            not rows
            or before is None
            or _begins_row(pieces, line, before, rows[-1], measure, number, spaced)
            or (number is not None and number not in pieces and _told_anew(pieces, rows[-1], header, looks))
        ):
            rows.append([[] for _ in header.columns])
        for place, piece in pieces.items():
            rows[-1][place].append(piece)
        before = line
    out = [Row(cells=tuple(tuple(cell) for cell in row)) for row in rows]
    for at, line in reversed(banners):
        out.insert(at, Row(banner=(line,)))
    return out


def names_rows(lines: Sequence[Line], at: int, header: Header, vocabulary: Vocabulary) -> bool:
    """Tell a row that is an area's label over the rows below it, with no cell beside: `Delmål A: Trygg skuleveg`."""
    line, after = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    edges = [column.left for column in header.columns[1:] if column.left is not None]
    if after is None or line.gaps or line.indent > _NEAR or not edges or area_label(line.text, vocabulary) is None:
        return False
    under = [min(abs(stop - edge) for edge in edges) <= _NEAR for stop in after.stops]
    return len(under) > 1 and all(under)


def _is_banner(lines: Sequence[Line], at: int, header: Header) -> bool:
    """Tell a row that is one cell over the first columns: alone between blank lines, and wider than the first."""
    line, edge = lines[at], header.columns[1].left
    before, after = lines[at - 1] if at else None, lines[at + 1] if at + 1 < len(lines) else None
    if line.gaps or edge is None or line.indent > _NEAR or line.text[:1].islower() or after is None:
        return False
    apart = before is None or before.page != line.page or line.number - before.number > 1
    below = after.page == line.page and after.number - line.number > 1
    inner = after.indent <= _NEAR  # another cell of the first column stands below it
    return apart and below and inner and not line.text.endswith((".", ",", ":", "-"))


def _is_heading(lines: Sequence[Line], at: int, header: Header) -> bool:
    """Tell a line between blank ones that stands in the first column alone, over running text, from a cell."""
    line, before = lines[at], lines[at - 1] if at else None
    if before is None or before.page != line.page or line.gaps or line.indent > _NEAR:
        return False
    named = header.columns[0].kind not in (Kind.MEASURE, Kind.AREA)
    return named and line.number - before.number > 1 and line.text[:1].isalnum() and not line.text[:1].islower()


def _runs_across(line: Line, header: Header) -> bool:
    """Tell a line that runs over the border of two columns without a gap there."""
    pieces = pieces_of(line)
    place = _nearest(pieces[-1], header.columns)
    after = header.columns[place + 1].left if place is not None and place + 1 < len(header.columns) else None
    return after is not None and pieces[-1].indent + len(pieces[-1].text) > after + _NEAR


def stands_beside(line: Line, header: Header) -> bool:
    """Tell a line with cells side by side: behind a gap one begins where a head of the columns does."""
    edges = [column.left for column in header.columns[1:] if column.left is not None]
    return any(abs(stop - edge) <= _NEAR for stop in line.stops for edge in edges)


def _stands_off(line: Line, before: Line, row: Sequence[Sequence[Line]]) -> bool:
    """Tell a line behind a blank one, from the text's left edge, that goes on in no cell of the row above."""
    if line.number - before.number <= 1 or line.text[:1].islower() or line.indent > _NEAR:
        return False
    return not any(cell and open_ended(cell[-1].text) for cell in row)


def _is_spaced(lines: Sequence[Line], header: Header) -> bool:
    """Tell whether blank lines stand between the rows: over every fourth line at least that has cells side by side."""
    steps = [(b, b.number - a.number) for a, b in pairwise(lines) if a.page == b.page]
    beside = [step for line, step in steps if stands_beside(line, header)]
    apart = sum(step > 1 for step in beside)
    return any(step == 1 for _, step in steps) and apart > 0 and 4 * apart >= len(beside)


def _told_anew(pieces: dict[int, Line], row: list[list[Line]], header: Header, looks: Looks) -> bool:
    """Tell a measure without a number of its own: all that is told of the one above is told again on its line.

    The number may be that of what both shall reach. When the measure is done, or its state, must be whole twice.
    """
    measure = header.index(Kind.MEASURE) or 0
    above = row[measure][-1].text if row[measure] else ""
    told = [n for n in range(measure + 1, len(row)) if row[n]]
    if measure not in pieces or not above or open_ended(above) or any(n not in pieces for n in told):
        return False
    asked = {Kind.DEADLINE: looks.deadline, Kind.STATUS: looks.status}
    sure = [
        looked(pieces[n].text) == 1.0 and looked(row[n][-1].text) == 1.0
        for n in told
        if (looked := asked.get(header.columns[n].kind)) is not None
    ]
    return bool(sure) and all(sure) and pieces[measure].text[:1].isupper()


def _begins_row(
    pieces: dict[int, Line],
    line: Line,
    before: Line,
    row: list[list[Line]],
    measure: int,
    number: int | None,
    spaced: bool,
) -> bool:
    head = pieces.get(measure)
    if number is not None:
        if number in pieces:
            mark = mark_of(pieces[number].text)
            return (mark is not None and bool(mark.number)) or _REFERENCE.fullmatch(pieces[number].text) is not None
        return False
    if head is None:
        return False
    above = row[measure][-1].text if row[measure] else ""
    if line.page != before.page:
        return not head.text[:1].islower() and not above.endswith("-") and not open_ended(above)
    if not row[measure]:
        return False
    mark = mark_of(head.text)
    if mark is not None and mark.number is None:
        return False
    others = [place for place in pieces if place > measure]
    if spaced:
        if line.number - before.number > 1:
            return not head.text[:1].islower()
        resumes = row[measure][-1].number < before.number  # the measure above ended before its row did
        return (
            len(others) > 0
            and head.text[:1].isupper()
            and not open_ended(above)
            and len(others) >= len(row) - measure - 1
            and (len(others) > 1 or resumes)
        )
    whole = len(others) == len(row) - measure - 1 and len(others) > 0
    anew = head.text[:1].isupper() or (whole and head.text[:1].isdigit()) or _LETTERED.match(head.text) is not None
    return anew and bool(others) and not open_ended(above)
