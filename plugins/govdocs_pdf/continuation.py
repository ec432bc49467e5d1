"""Whether the first row after a page break is the rest of the row before it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from govdocs.norwegian.sentences import unfinished
from govdocs.typography import plain
from govdocs_pdf.content import Path
from govdocs_pdf.tables import PageTable, TableCell

__all__ = ["TaggedRows", "covering", "goes_on", "merged_above"]

TaggedRows = Mapping[int, Mapping[int, tuple[Path, Path]]]
"""By page and mark, the table and the row that the tags of a document name."""


_ENDED = re.compile(r"[.:;!?]['\"»”)\]]*$")
_BEGINS = re.compile(r"[•◦\-–—]\s|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]\s")
_ITEM = re.compile(r"(?P<mark>[•◦●▪■–—-]|(?P<number>\d{1,2})[.)])\s")
_NEAR = 60
"""Rows of the table that are looked at to know its habits."""


def goes_on(table: PageTable, row: list[TableCell], headed: bool, tagged: TaggedRows) -> bool:
    """Tell whether a row is the rest of the table's last one.

    The tags tell where there are any. Else it is where a cell that is always filled is empty in it, or where its text
    goes on in the midst of a sentence; an empty one is no more than the space below the last row's text. `headed`
    tells that the table's head is repeated above it.
    """
    last = {cell.column: cell for cell in table.rows[-1]}
    reach = covering(table)
    texts = [(cell, cell.text, last.get(cell.column)) for cell in row]
    if not any(text for _, text, _ in texts):
        return True
    if (alike := _tagged_alike(table.rows[-1], row, tagged)) is not None:
        return alike
    if not reach and _shape(row) != _shape(table.rows[-1]):
        return False
    filled = [(cell, text, above) for cell, text, above in texts if text]
    if any(_runs_on(above, text, table) or _is_next_item(above, text, table) for _, text, above in filled):
        return True
    start, text, above = texts[0]
    if not text and start.column not in reach and len(filled) == 1:
        return above is not None and bool(above.text) and filled[0][2] is not None and bool(filled[0][2].text)
    fewest = 2 if headed else 3
    empty = [cell.column for cell, text, _ in texts if not text and cell.column not in reach]
    if len(filled) == 1 and empty and _never_alone(table.rows[-_NEAR:], fewest):
        return True
    headless = start.whole and above is not None and not above.text  # its first cell came whole over the page
    return bool(headless) and _always_filled(table.rows[-_NEAR:-1], start.column, fewest)


def _tagged_alike(one: list[TableCell], other: list[TableCell], tagged: TaggedRows) -> bool | None:
    """Tell by the tags whether two rows are one; `None` where they do not tell."""
    first = next((cell.whole[-1] for cell in one if cell.whole), None)
    second = next((cell.whole[0] for cell in other if cell.whole), None)
    if first is None or second is None:
        return None
    before = tagged.get(first.page, {}).get(first.mark)
    after = tagged.get(second.page, {}).get(second.mark)
    if before is None or after is None or before[0] != after[0]:
        return None
    return before[1] == after[1]


def _shape(row: list[TableCell]) -> set[tuple[int, int]]:
    return {(cell.column, cell.colspan) for cell in row}


def covering(table: PageTable) -> dict[int, TableCell]:
    """Return by column the merged cells of earlier rows that cover a part of the last one."""
    last = len(table.rows) - 1
    first = max(0, last - 200)
    return {
        cell.column: cell
        for row in table.rows[first:last]
        for cell in row
        if cell.rowspan > 1 and cell.row + cell.rowspan > last
    }


def merged_above(table: PageTable, cell: TableCell, after: list[list[TableCell]]) -> TableCell | None:
    """Return the merged cell of the rows above the page break that goes on with a cell of the first row below it.

    The cell is empty, and merged too or of a column in which no other cell is empty, those of the rows `after` it
    included; or its text goes on in the midst of a sentence.
    """
    above = covering(table).get(cell.column)
    if above is None or above.colspan != cell.colspan or not above.whole:
        return None
    if cell.whole:
        return above if _runs_on(above, cell.text, table) else None
    filled = _always_filled([*table.rows[-_NEAR:], *after[:_NEAR]], cell.column, 3)
    return above if cell.rowspan > 1 or filled else None


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
    cells = [cell.text for row in table.rows[-_NEAR:] for cell in row if cell.column == above.column and cell.whole]
    return sum(cell[:1].islower() for cell in cells) < 0.3 * len(cells)


def _is_next_item(above: TableCell | None, text: str, table: PageTable) -> bool:
    """Tell whether a cell begins with the next item of the list above it, in a table whose rows do not begin so."""
    item = _ITEM.match(text)
    if above is None or item is None:
        return False
    lines = [plain(line.text) for line in above.whole]
    own = [match for line in lines if (match := _ITEM.match(line))]
    number = int(item["number"]) if item["number"] else None
    if number is not None:
        expected = any(match["number"] and int(match["number"]) == number - 1 for match in own)
    else:
        expected = any(match["mark"] for match in own) or (
            bool(lines) and (lines[-1].endswith(":") or unfinished(lines[-1]))
        )
    column = [cell for row in table.rows[-_NEAR:] for cell in row if cell.column == above.column and cell.whole]
    return expected and not any(_ITEM.match(plain(cell.whole[0].text)) for cell in column)


def _never_alone(rows: list[list[TableCell]], fewest: int) -> bool:
    """Tell whether hardly a row has no more than one of its cells filled."""
    alone = sum(sum(bool(cell.whole) for cell in row) < 2 for row in rows)
    return len(rows) >= fewest and alone <= 0.1 * len(rows)


def _always_filled(rows: list[list[TableCell]], column: int, fewest: int) -> bool:
    cells = [cell for row in rows for cell in row if cell.column == column]
    return len(cells) >= fewest and all(cell.whole for cell in cells)
