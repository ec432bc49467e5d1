"""Tables that go on over a page: repeated heads dropped, a row that was cut made whole."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs_pdf.continuation import TaggedRows, covering, goes_on, merged_above
from govdocs_pdf.pieces import TextLine
from govdocs_pdf.tables import PageTable, TableCell

__all__ = ["Block", "stitch"]

Block = TextLine | PageTable

_HEAD_ROWS = 4


def stitch(pages: Sequence[Sequence[Block]], tagged: TaggedRows) -> None:
    """Join tables at the end of a page with their rest at the head of the next one."""
    before: PageTable | None = None
    for blocks in pages:
        if not blocks:
            continue
        first = blocks[0]
        if before is not None and isinstance(first, PageTable) and _same_columns(before, first):
            _join(before, first, tagged)
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


def _join(table: PageTable, rest: PageTable, tagged: TaggedRows) -> None:
    rest.part_of = table
    _align(table, rest)
    head = _repeated_rows(table, rest)
    rest.repeated = head
    for row in rest.rows[:head]:
        for cell in row:
            for line in cell.lines:
                line.furniture = "table-head"
    if table.own is None:
        if len(table.rows) > 1 and not any(cell.whole for cell in table.rows[-1]):
            table.rows.pop()  # the foot of the page took in the row's box and none of its lines
        table.own = len(table.rows)
    body = rest.rows[head:]
    offset = len(table.rows) - head
    cut = (rest.open_top and not table.open_top) or (table.open_bottom and not rest.open_bottom)
    if body and (cut or goes_on(table, body[0], bool(head), tagged)):
        rest.carried = body[0]
        _pour(table, body[0])
        body = body[1:]
        offset -= 1
    elif body:
        merged = [(cell, above) for cell in body[0] if (above := merged_above(table, cell, body[1:])) is not None]
        for cell, above in merged:
            _extend(above, cell, len(table.rows))
            rest.carried.append(cell)
            body[0].remove(cell)
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


def _pour(table: PageTable, row: list[TableCell]) -> None:
    """Join the cells of a row's rest to those in which they begin, or which lie over their columns."""
    last = len(table.rows) - 1
    merged = covering(table).values()
    for cell in row:
        above = (*table.rows[-1], *merged)
        place = next((one for one in above if 0 <= cell.column - one.column < one.colspan), None)
        if place is None:
            free = min((one.column for one in above if one.column > cell.column), default=table.columns)
            place = TableCell(last, cell.column, 1, max(1, min(cell.colspan, free - cell.column)))
            table.rows[-1].append(place)
            table.rows[-1].sort(key=lambda cell: cell.column)
        _extend(place, cell, last)


def _extend(place: TableCell, rest: TableCell, row: int) -> None:
    """Let a cell go on with its rest, which begins in a row of the table."""
    place.rowspan = max(place.rowspan, row + rest.rowspan - place.row)
    rest.row, rest.column = place.row, place.column
    place.rests.append(rest)
