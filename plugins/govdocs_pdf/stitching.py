"""Tables that go on over a page: repeated heads dropped, a row that was cut made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs_pdf.pieces import TextLine
from govdocs_pdf.tables import PageTable, TableCell

__all__ = ["Block", "stitch"]

Block = TextLine | PageTable

_ENDED = re.compile(r"[.:;!?]['\"»”)\]]*$")
_BEGINS = re.compile(r"[•◦\-–—]\s|\(?\w{1,3}[.)]\s")
_HEAD_ROWS = 4


def stitch(pages: Sequence[Sequence[Block]]) -> None:
    """Join tables at the end of a page with their rest at the head of the next one."""
    before: PageTable | None = None
    for blocks in pages:
        if not blocks:
            continue
        first = blocks[0]
        if before is not None and isinstance(first, PageTable) and _same_columns(before, first):
            _join(before, first)
        last = blocks[-1]
        before = (last.part_of or last) if isinstance(last, PageTable) else None


def _same_columns(one: PageTable, other: PageTable) -> bool:
    if one.ruled != other.ruled:
        return False
    if one.columns == other.columns:
        return all(abs(a - b) <= 4 for a, b in zip(one.edges, other.edges, strict=True))
    if not one.ruled:
        few, many = sorted((one.edges, other.edges), key=len)
        return len(few) > 1 and all(min(abs(edge - place) for place in many) <= 2.5 for edge in few)
    return abs(one.edges[0] - other.edges[0]) <= 4 and abs(one.edges[-1] - other.edges[-1]) <= 4 and _nested(one, other)


def _nested(one: PageTable, other: PageTable) -> bool:
    """Tell whether all borders of one are borders of the other, as where only one part holds merged cells."""
    few, many = sorted((one.edges, other.edges), key=len)
    return len(few) > 2 and all(min(abs(edge - place) for place in many) <= 3 for edge in few)


def _join(table: PageTable, rest: PageTable) -> None:
    rest.part_of = table
    _align(table, rest)
    head = _repeated_rows(table, rest)
    rest.repeated = head
    for row in rest.rows[:head]:
        for cell in row:
            for line in cell.lines:
                line.furniture = "running-head"
    if table.own is None:
        if len(table.rows) > 1 and not any(cell.whole for cell in table.rows[-1]):
            table.rows.pop()  # the foot of the page took in the row's box and none of its lines
        table.own = len(table.rows)
    body = rest.rows[head:]
    offset = len(table.rows) - head
    cut = (rest.open_top and not table.open_top) or (table.open_bottom and not rest.open_bottom)
    if body and (cut or _goes_on(table, body[0], bool(head))):
        rest.carried = body[0]
        _pour(table, body[0])
        body = body[1:]
        offset -= 1
    for row in body:
        for cell in row:
            cell.row += offset
    table.rows.extend(body)
    table.open_bottom = rest.open_bottom
    rest.rows = rest.rows[:head] + body


def _align(table: PageTable, rest: PageTable) -> None:
    """Give the columns of the rest the numbers of the table's."""
    if table.columns == rest.columns:
        return
    if table.columns > rest.columns:
        _renumber(rest.rows, rest.edges, table.edges, table.columns)
    else:
        _renumber(table.rows, table.edges, rest.edges, rest.columns)
        table.edges = list(rest.edges)


def _renumber(rows: list[list[TableCell]], few: list[float], many: list[float], columns: int) -> None:
    places = [min(range(len(many)), key=lambda index: abs(many[index] - edge)) for edge in few]
    places.append(columns)
    for row in rows:
        for cell in row:
            start, end = places[cell.column], places[min(cell.column + cell.colspan, len(places) - 1)]
            cell.column, cell.colspan = start, max(1, end - start)


def _repeated_rows(table: PageTable, rest: PageTable) -> int:
    """Return how many first rows of the rest repeat the table's."""
    count = 0
    for one, other in zip(table.rows[:_HEAD_ROWS], rest.rows[:_HEAD_ROWS], strict=False):
        if [cell.text for cell in one] != [cell.text for cell in other] or not any(cell.text for cell in one):
            break
        count += 1
    if count == len(table.rows):
        return min(count, 1)
    return count


def _goes_on(table: PageTable, row: list[TableCell], headed: bool) -> bool:
    """Tell whether a row is the rest of the table's last one.

    It is where a cell that is always filled is empty in it, or where its text goes on in the midst of a sentence; an
    empty one is no more than the space below the last row's text.
    `headed` tells that the table's head is repeated above it.
    """
    last = {cell.column: cell for cell in table.rows[-1]}
    reach = _covering(table)
    texts = [(cell, cell.text, last.get(cell.column)) for cell in row]
    if not any(text for _, text, _ in texts):
        return True
    if not reach and _shape(row) != _shape(table.rows[-1]):
        return False
    filled = [(cell, text, above) for cell, text, above in texts if text]
    if (
        not texts[0][1]
        and row[0].column not in reach
        and any(above is not None and above.text for _, _, above in filled)
    ):
        return last.get(row[0].column) is not None and bool(last[row[0].column].text)
    if any(_runs_on(above, text, table) for _, text, above in filled):
        return True
    empty = [cell.column for cell, text, _ in texts if not text and cell.column not in reach]
    fewest = 2 if headed else 3
    if any(_always_filled(table.rows[-60:], column, fewest) for column in empty):
        return True
    missed = [cell.column for cell, _, above in filled if above is not None and not above.text]
    return any(_always_filled(table.rows[-60:-1], column, fewest) for column in missed)


def _shape(row: list[TableCell]) -> set[tuple[int, int]]:
    return {(cell.column, cell.colspan) for cell in row}


def _covering(table: PageTable) -> set[int]:
    """Return the columns in which a merged cell of an earlier row covers the last one."""
    last = len(table.rows) - 1
    first = max(0, last - 200)
    return {
        cell.column
        for row in table.rows[first:last]
        for cell in row
        if cell.rowspan > 1 and cell.row + cell.rowspan > last
    }


def _runs_on(above: TableCell | None, text: str, table: PageTable) -> bool:
    """Tell whether a cell's text goes on in the midst of a sentence."""
    if above is None or not above.whole:
        return False
    end = above.whole[-1].text.rstrip()
    if end.endswith("-") and len(end) > 1 and end[-2].isalpha():
        return True
    if end.count("(") > end.count(")") and 0 <= text.find(")") < (text.find("(") if "(" in text else len(text)):
        return True
    if not text[:1].islower() or _BEGINS.match(text) or _ENDED.search(end):
        return False
    cells = [cell.text for row in table.rows[-60:] for cell in row if cell.column == above.column and cell.whole]
    return sum(cell[:1].islower() for cell in cells) < 0.3 * len(cells)


def _always_filled(rows: list[list[TableCell]], column: int, fewest: int) -> bool:
    cells = [cell for row in rows for cell in row if cell.column == column]
    return len(cells) >= fewest and all(cell.whole for cell in cells)


def _pour(table: PageTable, row: list[TableCell]) -> None:
    """Join the cells of a row's rest to those in which they begin."""
    cells = {cell.column: cell for cell in table.rows[-1]}
    for cell in row:
        place = cells.get(cell.column)
        if place is None:
            place = TableCell(len(table.rows) - 1, cell.column, 1, cell.colspan)
            table.rows[-1].append(place)
            table.rows[-1].sort(key=lambda cell: cell.column)
        cell.row, cell.column = place.row, place.column
        place.rests.append(cell)
