"""Tables without lines: rows whose parts stand under one another."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from enum import Enum
from statistics import median

from attrs import define, field

from govdocs_pdf.content import Rule
from govdocs_pdf.pieces import Piece

__all__ = ["Columns", "find_columns"]

_ALIGNED = 2.5
"""How far the parts of one column may begin apart, in points."""
_MOST_COLUMNS = 40
_LEADERS = re.compile(r"\.{4,}|(?:\. ){4,}|_{4,}")


@define(slots=True)
class Columns:
    """A table told by its columns."""

    first: int
    """First of the flow's rows that are in it."""
    last: int
    """Last one, inclusive."""
    spans: list[tuple[float, float]]
    """Left and right of each column."""
    rows: list[list[list[list[Piece]]]] = field(factory=list)
    """Rows, their cells, the lines of each, the pieces of each line."""
    starts: list[float] = field(factory=list)
    """Where most parts of each column begin."""


def find_columns(
    rows: Sequence[list[Piece]],
    rules: Sequence[Rule] = (),
    before: Sequence[float] | None = None,
    head: Sequence[str] = (),
    edges: Sequence[Rule] = (),
) -> list[Columns]:
    """Return the tables among the rows of a flow.

    `rules` are the lines drawn across, which part a table's rows, and `edges` those of grounds, which part rows where
    lines do, as a head on a ground has no line under it; `before` are the column starts of the table that
    the page before ends with, and `head` the texts of its first row, which may be repeated.
    """
    found: list[Columns] = []
    at = free = 0
    if before is not None and len(before) > 1 and rows:
        grown = _grow(rows, 0, list(before))
        if grown is not None:
            _into_rows(grown, rows, (rules, edges), head)
            found.append(grown)
            at = free = grown.last + 1
    while at < len(rows):
        if len(rows[at]) > 1:
            grown = _grow(rows, at, None)
            if grown is not None and _is_table(grown, rows):
                _take_bare_labels(grown, rows, free)
                _into_rows(grown, rows, (rules, edges))
                if sum(sum(bool(cell) for cell in row) > 1 for row in grown.rows) >= 2:
                    found.append(grown)
                    at = free = grown.last + 1
                    continue
            if grown is not None:
                at += (grown.last - grown.first) // 8  # a long stretch that is no table holds hardly any
        at += 1
    return found


def _grow(rows: Sequence[list[Piece]], first: int, starts: list[float] | None) -> Columns | None:
    """Take rows from a first one on for as long as they keep its columns."""
    if starts is None:
        spans = [(piece.x0, piece.x1) for piece in rows[first]]
    else:
        row = rows[first]
        if any(min(abs(piece.x0 - start) for start in starts) > 1.6 for piece in row):
            return None
        spans = [(start, start + 1) for start in starts]
        if (placed := _fit(spans, row)) is None:
            return None
        spans = placed
    if any(_LEADERS.search(piece.text) for piece in rows[first]):
        return None
    last = solid = first
    pitch = 0.0
    for index in range(first + 1, len(rows)):
        row, above = rows[index], rows[index - 1]
        gap = row[0].y - above[0].y
        size = max(piece.size for piece in row)
        if gap > 4.2 * size:
            break
        placed = _fit(spans, row)
        if placed is None or any(_LEADERS.search(piece.text) for piece in row):
            break
        lone = len(row) == 1 and _column_of(placed, row[0]) == 0
        kind = _lone(rows, index, gap, pitch, spans) if lone else _Lone.CELL
        if kind is _Lone.MARGIN:
            return None
        if kind is _Lone.OUTSIDE:
            break
        spans, last = placed, index
        if len(row) > 1:
            pitch = gap if not pitch else max(pitch, gap)
        if not lone or kind is _Lone.END:
            solid = index
    last = solid if starts is None or solid > first else last
    return Columns(first, last, spans)


def _fit(spans: list[tuple[float, float]], row: Sequence[Piece]) -> list[tuple[float, float]] | None:
    """Add a row to the columns' spans; `None` where one of its pieces runs into a second column."""
    if len(row) > _MOST_COLUMNS or len(spans) > _MOST_COLUMNS:
        return None
    out = list(spans)
    for piece in row:
        touched = [index for index, (left, right) in enumerate(out) if piece.x0 < right + 1 and piece.x1 > left - 1]
        if len(touched) > 1:
            return None
        if touched:
            left, right = out[touched[0]]
            out[touched[0]] = min(left, piece.x0), max(right, piece.x1)
            continue
        place = bisect_left([left for left, _ in out], piece.x0)
        if place == 0:
            return None  # further left than the table
        if len(row) == 1 and abs(piece.x0 - out[place - 1][0]) > _ALIGNED:
            return None
        out.insert(place, (piece.x0, piece.x1))
    return out


def _column_of(spans: Sequence[tuple[float, float]], piece: Piece) -> int:
    for index in range(len(spans) - 1, -1, -1):
        if piece.x0 >= spans[index][0] - 1:
            return index
    return 0


class _Lone(Enum):
    """What a line in the first column alone is."""

    CELL = "the next line of the cell above, or a row with one cell filled"
    END = "the next line of the cell above, with which the table ends"
    MARGIN = "the next line of one with a tab in it, at the margin: this is no table"
    OUTSIDE = "no part of the table"


def _lone(
    rows: Sequence[list[Piece]], index: int, gap: float, pitch: float, spans: Sequence[tuple[float, float]]
) -> _Lone:
    """Tell what a line in the first column alone is, by its distance from the lines around it and what stands there."""
    piece, row = rows[index][0], rows[index - 1]
    near = reversed(rows[max(0, index - 8) : index])
    above = next((each[0] for each in near if abs(each[0].x0 - spans[0][0]) <= _ALIGNED), row[0])
    if piece.bold != above.bold or abs(piece.size - above.size) > 0.6 or abs(piece.x0 - above.x0) > _ALIGNED:
        return _Lone.OUTSIDE
    further = any(len(row) > 1 for row in rows[index + 1 : index + 3])
    if above is row[0] and gap <= 1.45 * piece.size and (not pitch or gap <= 1.05 * pitch):
        if not _had_room(above, piece, spans[1][0]):
            ended = not piece.text[:1].islower() or above.text.rstrip().endswith((".", ":", ";"))
            return _Lone.END if not ended else _Lone.CELL if further else _Lone.OUTSIDE
        last = row[-1]
        if further and len(row) > 1 and last.x1 >= spans[-1][1] - 1.5 * last.size and last.x1 - last.x0 > 8 * last.size:
            return _Lone.MARGIN
    below = rows[index + 1] if index + 1 < len(rows) else []
    even = len(below) > 1 and abs(below[0].y - piece.y - gap) < 1.5 and (not pitch or abs(gap - pitch) < 1.5)
    if pitch and abs(gap - pitch) < 1.5 and abs(piece.x0 - above.x0) < 0.7 and len(below) == 1:
        return _Lone.END if abs(below[0].x0 - piece.x0) > 1.5 else _Lone.OUTSIDE
    return _Lone.CELL if even and not piece.text.rstrip().endswith(":") else _Lone.OUTSIDE


def _had_room(above: Piece, piece: Piece, edge: float) -> bool:
    """Tell whether a line's first word would have stood in the cell above, so that it is no broken cell."""
    word = piece.text.split(" ", 1)[0]
    width = (piece.x1 - piece.x0) * len(word) / len(piece.text)
    return above.x1 + 0.3 * piece.size + width < edge - 1.6 * piece.size


def _is_table(table: Columns, rows: Sequence[list[Piece]]) -> bool:
    """Tell a table from lines that have gaps by chance: enough full rows, parts that begin at the same place."""
    full = [row for row in rows[table.first : table.last + 1] if len(row) > 1]
    if len(full) < 2:
        return False
    count = len(table.spans)
    lefts: list[list[float]] = [[] for _ in range(count)]
    rights: list[list[float]] = [[] for _ in range(count)]
    for row in full:
        for piece in row:
            column = _column_of(table.spans, piece)
            lefts[column].append(piece.x0)
            rights[column].append(piece.x1)
    for left, right in zip(lefts, rights, strict=True):
        if (
            _agree(left) < 0.7
            and _agree(right) < 0.7
            and _agree([(a + b) / 2 for a, b in zip(left, right, strict=True)]) < 0.7
        ):
            return False
    if count == 2 and len(full) == 2:
        gaps = [row[1].x0 - row[0].x1 for row in full]
        return max(lefts[1]) - min(lefts[1]) <= 1 and min(gaps) >= full[0][0].size
    return True


def _take_bare_labels(table: Columns, rows: Sequence[list[Piece]], floor: int) -> None:
    """Take in the labels without a value above and below a table of labels and values, told by their even distance."""
    inside = rows[table.first : table.last + 1]
    if len(table.spans) != 2 or len(inside) < 2:
        return
    pitches = [below[0].y - above[0].y for above, below in itertools.pairwise(inside)]
    pitch = median(pitches)
    label = inside[0][0]

    def is_label(row: list[Piece], beside: list[Piece]) -> bool:
        piece = row[0]
        return (
            len(row) == 1
            and abs(abs(piece.y - beside[0].y) - pitch) < 1
            and abs(piece.x0 - label.x0) < 1
            and (piece.size, piece.bold, piece.italic) == (label.size, label.bold, label.italic)
            and piece.x1 < table.spans[1][0] - piece.size
            and piece.text[:1].isupper()
            and not any(character.isdigit() for character in piece.text)  # as a case's heading has it
            and not piece.text.rstrip().endswith((".", ","))
        )

    while table.first > floor and is_label(rows[table.first - 1], rows[table.first]):
        table.first -= 1
    while table.last + 1 < len(rows) and is_label(rows[table.last + 1], rows[table.last]):
        table.last += 1


def _agree(places: Sequence[float]) -> float:
    """Return the share of places that lie by their median."""
    if not places:
        return 1.0
    middle = sorted(places)[len(places) // 2]
    return sum(abs(place - middle) <= _ALIGNED for place in places) / len(places)


def _into_rows(
    table: Columns, rows: Sequence[list[Piece]], drawn: tuple[Sequence[Rule], Sequence[Rule]], head: Sequence[str] = ()
) -> None:
    """Put the lines into the table's rows and cells."""
    inside = rows[table.first : table.last + 1]
    count = len(table.spans)
    pitches = [b[0].y - a[0].y for a, b in itertools.pairwise(inside)]
    fulls = [gap for gap, row in zip(pitches, inside[1:], strict=True) if len(row) > 1]
    usual = median(fulls) if fulls else 0.0
    heights = _row_rules(table, inside, drawn[0])
    heights = heights and heights + _heights(table, inside, drawn[1])
    for index, row in enumerate(inside):
        gap = pitches[index - 1] if index else 0.0
        if index == 0 or (index == 1 and head and [piece.text.strip() for piece in inside[0]] == list(head)):
            new = True
        elif heights:
            new = any(inside[index - 1][0].y < at <= row[0].y for at in heights)
        else:
            new = _begins_row(table, row, inside[index - 1], gap, usual)
        if new:
            table.rows.append([[] for _ in range(count)])
        lines: dict[int, list[Piece]] = {}
        for piece in row:
            lines.setdefault(_column_of(table.spans, piece), []).append(piece)
        for column, line in lines.items():
            table.rows[-1][column].append(line)
    for column in range(count):
        places = [line[0].x0 for cells in table.rows for line in cells[column]]
        table.starts.append(median(places) if places else table.spans[column][0])


def _begins_row(table: Columns, row: list[Piece], above: list[Piece], gap: float, usual: float) -> bool:
    """Tell whether a line begins a row, or goes on in the cells of the row above."""
    columns = {_column_of(table.spans, piece) for piece in row}
    tight = gap < 0.93 * usual and gap < 1.5 * row[0].size
    if 0 not in columns:
        return len(columns) > 1 and not tight and any(piece.text[:1].isupper() for piece in row)
    if tight and usual:
        return False
    if all(piece.text[:1].islower() for piece in row) and gap < 1.6 * row[0].size:
        return not {_column_of(table.spans, piece) for piece in above} >= columns
    return True


def _row_rules(table: Columns, inside: Sequence[list[Piece]], rules: Sequence[Rule]) -> list[float]:
    """Return the heights of the lines that part the table's rows, nothing where they do not part them all."""
    heights = _heights(table, inside, rules)
    begun = sum(any(_column_of(table.spans, piece) == 0 for piece in row) for row in inside)
    return heights if len(heights) >= 2 and len(heights) + 1 >= 0.6 * begun else []


def _heights(table: Columns, inside: Sequence[list[Piece]], rules: Sequence[Rule]) -> list[float]:
    """Return the heights of the lines between a table's rows."""
    width = table.spans[-1][1] - table.spans[0][0]
    return sorted(
        rule.at for rule in rules if inside[0][0].y < rule.at < inside[-1][0].y and rule.end - rule.start >= 0.8 * width
    )
