"""Tables read into rows of cells: merged ones whole, nested ones as text of the cell they stand in."""

from __future__ import annotations

from itertools import accumulate

from lxml import etree

from govdocs.composition import Composer, Draft, DraftCell, joined
from govdocs_docx.blocks import Blocks, inside
from govdocs_docx.names import w
from govdocs_docx.paragraphs import ParagraphReader
from govdocs_docx.styles import NO_LOOK, Look, Styles

__all__ = ["only_cell", "read_table"]

_TR, _TC, _VAL = w("tr"), w("tc"), w("val")
_MARKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
_EDGES = ("lastColumn", "firstColumn", "lastRow", "firstRow")
"""What a table's style may set apart, the weakest first."""


def only_cell(table: etree._Element) -> etree._Element | None:
    """Return the cell of a table that is no more than a box around a text, `None` for any other."""
    found = None
    for row in inside(table, _TR):
        for cell in inside(row, _TC):
            if found is not None:
                return None
            found = cell
    return found


def read_table(table: etree._Element, reader: ParagraphReader, composer: Composer, styles: Styles) -> None:
    """Read a table and hand it to the composer."""
    shading = _Shading(table, styles)
    rows: list[list[DraftCell]] = []
    merging: dict[int, _Merged] = {}
    elements = list(inside(table, _TR))
    for number, element in enumerate(elements):
        properties = element.find(w("trPr"))
        if properties is not None:
            reader.tally.inserted += properties.find(w("ins")) is not None
            if properties.find(w("del")) is not None:
                reader.tally.removed += 1
                continue
        row, merging = _row(element, reader, composer, merging, shading.of_row(number, len(elements)))
        rows.append(row)
    widths = [_int(column.get(w("w")), 0) / 20 for column in table.iterfind(f"{w('tblGrid')}/{w('gridCol')}")]
    edges = list(accumulate(widths, initial=0.0)) if widths and all(widths) else []
    composer.table(rows, edges)


def _row(
    element: etree._Element, reader: ParagraphReader, composer: Composer, merging: dict[int, _Merged], shading: _Row
) -> tuple[list[DraftCell], dict[int, _Merged]]:
    """Read one row; the cells that may go on below it are returned by column."""
    row: list[DraftCell] = []
    going_on: dict[int, _Merged] = {}
    column = _before(element)
    start, fresh, end = reader.page, reader.fresh, reader.page
    cells = list(inside(element, _TC))
    for place, cell in enumerate(cells):
        composer.spend_cells()
        reader.page, reader.fresh = start, fresh
        properties = cell.find(w("tcPr"))
        span, below, beside, gone = 1, None, None, False
        for item in properties if properties is not None else ():
            if item.tag == _SPAN:
                span = max(1, _int(item.get(_VAL), 1))
            elif item.tag == _DOWN:
                below = item.get(_VAL, "continue")
            elif item.tag == _ACROSS:
                beside = item.get(_VAL, "continue")
            elif item.tag == _GONE:
                gone = True
        if gone:
            continue
        lines = _lines(cell, reader, shading.of_cell(place, len(cells)))
        end = max(end, reader.page)
        if beside == "continue" and row:
            row[-1].colspan += span
            row[-1].lines += lines
        elif below == "continue" and column in merging:
            going_on[column] = merging[column]
            merging[column].take(lines)
        else:
            row.append(DraftCell(column=column, colspan=span, lines=lines))
            if below is not None:
                going_on[column] = _Merged(row[-1])
        column += span
    reader.page, reader.fresh = end, fresh and end == start and not any(_texts(cell.lines) for cell in row)
    return row, going_on


def _lines(cell: etree._Element, reader: ParagraphReader, look: Look) -> list[Draft]:
    """Return a cell's lines, those of nested tables and text boxes among them."""
    lines: list[Draft] = []
    blocks = Blocks(cell, flat=True)
    for block in blocks:
        if block.tag != _P:
            reader.tally.foreign += 1
            continue
        paragraph = reader.read(block, look)
        lines += [joined(pieces) for pieces in paragraph.lines]
        blocks.push(*paragraph.boxes)
    lines += [joined(pieces) for pieces in reader.rest()]
    return lines


def _texts(lines: list[Draft]) -> tuple[str, ...]:
    return tuple(line.text for line in lines if line.text.strip())


class _Merged:
    """A cell over several rows, while they are read."""

    def __init__(self, cell: DraftCell) -> None:
        self._cell = cell
        self._held = {_texts(cell.lines)}

    def take(self, lines: list[Draft]) -> None:
        """Cover one row more; what stands there is kept unless it repeats what the cell holds."""
        self._cell.rowspan += 1
        texts = _texts(lines)
        if texts not in self._held:
            self._held.add(texts)
            self._cell.lines += lines


def _before(row: etree._Element) -> int:
    """Return how many columns a row leaves free in front."""
    found = row.find(f"{w('trPr')}/{w('gridBefore')}")
    return max(0, _int(found.get(_VAL), 0)) if found is not None else 0


class _Row:
    """What a table's style says of the letters in one row."""

    def __init__(self, looks: dict[str, Look], base: Look, marks: set[str]) -> None:
        self._looks, self._base, self._marks = looks, base, marks

    def of_cell(self, place: int, count: int) -> Look:
        """Return the look that cells at a place in the row start from."""
        marks = self._marks - ({"firstColumn"} if place else set()) - ({"lastColumn"} if place < count - 1 else set())
        look = self._base
        for name in _EDGES:
            if name in marks and name in self._looks:
                look = self._looks[name].over(look)
        return look


class _Shading:
    """What a table's style says of its letters, of those parts that the table has switched on."""

    def __init__(self, table: etree._Element, styles: Styles) -> None:
        self._looks: dict[str, Look] = {}
        self._base = NO_LOOK
        self._marks: set[str] = set()
        properties = table.find(w("tblPr"))
        named = properties.find(w("tblStyle")) if properties is not None else None
        if properties is None or named is None:
            return
        style = styles.get(named.get(_VAL), "table")
        self._looks = {
            {"firstCol": "firstColumn", "lastCol": "lastColumn"}.get(kind, kind): look
            for kind, look in style.parts.items()
        }
        self._base = style.look
        look = properties.find(w("tblLook"))
        if look is not None and self._looks:
            bits = _int(look.get(_VAL), 0, 16)
            self._marks = {name for name, bit in _MARKS.items() if _switched(look.get(w(name)), bool(bits & bit))}

    def of_row(self, number: int, count: int) -> _Row:
        """Return what is said of one row."""
        marks = self._marks - ({"firstRow"} if number else set()) - ({"lastRow"} if number < count - 1 else set())
        return _Row(self._looks, self._base, marks)


def _switched(value: str | None, default: bool) -> bool:
    return default if value is None else value not in ("0", "false", "off")


def _int(text: str | None, default: int, radix: int = 10) -> int:
    try:
        return min(int(text or "x", radix), 1 << 20)
    except ValueError:
        return default


_P, _SPAN, _DOWN, _ACROSS, _GONE = w("p"), w("gridSpan"), w("vMerge"), w("hMerge"), w("cellDel")
