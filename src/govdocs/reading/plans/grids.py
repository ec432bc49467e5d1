"""A plan's table as rows of cells under known columns, whatever it was read from; the real tables as such."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import evolve, field, frozen

from govdocs.layout import Cell, Line, Table
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.blocks import joined
from govdocs.reading.plans.columns import Column, Header, Kind, column_kind, header_of
from govdocs.reading.plans.headings import area_label
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.names import is_plan_title

__all__ = ["Grid", "Row", "grids_of"]

_SHARED = (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)
"""Columns whose merged cells stand beside several measures; numbers, areas and goals have their own rules."""


@frozen(kw_only=True)
class Row:
    """One row."""

    cells: tuple[tuple[Line, ...], ...] = ()
    """The lines of each column's cell, in the order of the columns."""
    banner: tuple[Line, ...] = ()
    """The lines of a row that is one cell over the whole width: an area's title."""
    shared: tuple[Line, ...] = ()
    """Lines further down that tell who answers for it and when, as for the measures between."""

    @property
    def lines(self) -> tuple[Line, ...]:
        """All its lines."""
        return (*self.banner, *(line for cell in self.cells for line in cell))


@frozen(kw_only=True)
class Grid:
    """A table with its header."""

    header: Header
    """Its columns; for measures set as a list, one column of measures without a head."""
    heads: tuple[Line, ...] = ()
    """The lines of its header, and of the header repeated on other pages."""
    rows: tuple[Row, ...] = ()
    """Its rows without the header."""
    first: int
    """First line."""
    last: int
    """Last line, inclusive."""
    listed: bool = False
    """Whether it is a list in running text and no table."""
    card: bool = False
    """Whether it is a card: a table of its own for each measure."""
    bracketed: bool = False
    """Whether its measures end in brackets that name who answers for them."""
    reporting: bool = False
    """Whether what stands below a measure tells how far it has come."""
    headed: bool = False
    """Whether its labels stand over what they announce like headings, blank lines between."""
    joins: bool = field(default=False)
    """Whether it goes on from the grid before it, over a page break."""

    @property
    def columns(self) -> tuple[Column, ...]:
        """Its columns."""
        return self.header.columns

    def cell(self, row: Row, kind: Kind) -> tuple[Line, ...]:
        """Return the lines of a row under the first column of a kind."""
        index = self.header.index(kind)
        return row.cells[index] if index is not None and index < len(row.cells) else ()


def grids_of(tables: Sequence[Table], vocabulary: Vocabulary) -> Iterator[Grid]:
    """Yield the plan grids among real tables; one without heads may go on from one with as many columns."""
    before: Grid | None = None
    for table in tables:
        found = list(_of_table(table, vocabulary)) or list(_of_card(table, vocabulary))
        if not found and before is not None and _goes_on(table, before):
            rows = tuple(_rows(table, table.rows, before.header, vocabulary))
            found = (
                [Grid(header=before.header, rows=rows, first=table.first, last=table.last, joins=True)] if rows else []
            )
        yield from found
        before = found[-1] if found else None


def _goes_on(table: Table, before: Grid) -> bool:
    """Tell whether a table without heads is the rest of one before it: as many columns, on the next page."""
    width = max((cell.column + cell.colspan for row in table.rows for cell in row), default=0)
    lines = [line for row in table.rows for cell in row for line in cell.lines]
    last = before.rows[-1].lines[-1] if before.rows and before.rows[-1].lines else None
    return width == len(before.columns) and bool(lines) and last is not None and lines[0].page in (last.page + 1,)


def _of_table(table: Table, vocabulary: Vocabulary) -> Iterator[Grid]:
    header: Header | None = None
    key: tuple[str, ...] = ()
    wide: dict[int, Kind] = {}
    heads: list[Line] = []
    rows: list[tuple[Cell, ...]] = []
    over: list[tuple[Cell, ...]] = []
    for row in table.rows:
        told = _header(row, vocabulary)
        if header is not None and told is None and (below := _under(header, wide, row, vocabulary)) is not None:
            header, wide = below, {}
            heads.extend(line for cell in row for line in cell.lines if line.text)
            continue
        wide = _wide(row, told) if told is not None else {}
        if header is None and told is None:
            over = [row] if sum(bool(cell.text) for cell in row) == 1 and row[0].text else []
        anew = told is not None and bool(rows) and _apart(rows[-1], told)
        if told is not None and (header is None or told.key != key or anew):
            if header is not None:
                yield from _grid(table, header, heads, rows, over, vocabulary)
                over = []
            header, key, heads, rows = _named(told, wide, {}), told.key, list(told.lines), []
        elif told is not None:
            heads.extend(told.lines)
        elif header is not None:
            if _ends(row, rows, vocabulary):
                break
            rows.append(row)
    if header is not None:
        yield from _grid(table, header, heads, rows, over, vocabulary)


def _wide(row: Sequence[Cell], header: Header) -> dict[int, Kind]:
    """Return the columns that stand under one head over several, each with what that head names: who answers."""
    return {
        at: Kind.RESPONSIBLE
        for cell in row
        if cell.colspan > 1 and cell.column < len(header.columns)
        if header.columns[cell.column].kind is Kind.RESPONSIBLE
        for at in range(cell.column, min(cell.column + cell.colspan, len(header.columns)))
    }


def _named(header: Header, kinds: Mapping[int, Kind], written: Mapping[int, str]) -> Header:
    """Return the heads with what some columns hold, and with their own words."""
    columns = (
        evolve(column, kind=kinds.get(n, column.kind), written=written.get(n, column.written))
        for n, column in enumerate(header.columns)
    )
    return evolve(header, columns=tuple(columns))


def _under(header: Header, wide: Mapping[int, Kind], row: Sequence[Cell], vocabulary: Vocabulary) -> Header | None:
    """Read a second row of heads, which part the columns under one head: `Hovedansvar` and `Medansvar`.

    A head of its own says what a column holds where it is known, else the head over it does.
    """
    written = {cell.column: cell.text for cell in row if cell.text}
    if len(written) < 2 or not written.keys() <= wide.keys():
        return None
    kinds = {at: column_kind(text, vocabulary) or wide[at] for at, text in written.items()}
    return _named(header, kinds, written)


def _apart(row: Sequence[Cell], header: Header) -> bool:
    """Tell whether two or more blank lines part a row from the same heads set again below it on its page."""
    numbers = [(line.number, line.page) for cell in row for line in cell.lines]
    number, page = max(numbers, default=(0, 0))
    return header.lines[0].number - number > 2 and header.lines[0].page == page


def _of_card(table: Table, vocabulary: Vocabulary) -> Iterator[Grid]:
    """Yield the grids of cards: tables whose heads stand in the first column, a measure's facts beside them.

    A measure's own line may be named by its number (`Tiltak 1.1`), or run over the card without a head.
    """
    card: list[tuple[str, Cell, dict[int, Cell]]] = []
    for row in table.rows:
        cells = {cell.column: cell for cell in row if cell.text}
        head = cells.get(0)
        if head is None:
            continue
        mark = mark_of(head.text)
        named = mark is not None and " " in mark.shape
        over = not card and len(cells) == 1
        if not named and not over and column_kind(head.text, vocabulary) is None:
            continue
        written = head.text.split()[0] if named else "Tiltak" if over else head.text.rstrip(" :")
        if any(folded(written) == folded(other) for other, _, _ in card):
            yield from _card(card, vocabulary)
            card = []
        if named or over:
            beside = cells.get(1)
            whole = (*head.lines, *(beside.lines if beside is not None else ()))
            cells[1] = evolve(head, column=1, lines=tuple(line for line in whole if line.text))
        card.append((written, head, cells))
    yield from _card(card, vocabulary)


def _card(card: list[tuple[str, Cell, dict[int, Cell]]], vocabulary: Vocabulary) -> Iterator[Grid]:
    lines = [line for _, head, _ in card for line in head.lines]
    header = header_of([written for written, _, _ in card], vocabulary, lines) if card else None
    if header is None:
        return
    aims = (Kind.GOAL, Kind.AREA)  # of the measure, not of an area
    plain = tuple(evolve(column, kind=Kind.OTHER) if column.kind in aims else column for column in header.columns)
    header = evolve(header, columns=plain)
    measure = header.index(Kind.MEASURE) or 0
    width = max(column for _, _, cells in card for column in cells)
    columns = [tuple(cells[n].lines if n in cells else () for _, _, cells in card) for n in range(1, width + 1)]
    rows = tuple(Row(cells=column) for column in columns if column[measure])
    if rows:
        used = [line.number for line in (*lines, *(line for row in rows for line in row.lines))]
        yield Grid(header=header, heads=tuple(lines), rows=rows, first=min(used), last=max(used), card=True)


def _header(row: Sequence[Cell], vocabulary: Vocabulary) -> Header | None:
    heads: list[str] = []
    for cell in row:
        while len(heads) < cell.column:
            heads.append("")
        heads.append(cell.text)
        heads.extend("" for _ in range(cell.colspan - 1))
    while heads and not heads[-1]:
        heads.pop()
    if sum(bool(head) for head in heads) < 2:
        return None
    return header_of(heads, vocabulary, [line for cell in row for line in cell.lines])


def _ends(row: Sequence[Cell], rows: Sequence[object], vocabulary: Vocabulary) -> bool:
    """Tell the head of another table that stands right below in the same one: heads of columns, none of measures."""
    texts = [cell.text for cell in row if cell.text]
    return (
        bool(rows)
        and len(texts) >= 2
        and all(vocabulary.kind(text, "plan") is not None or len(text) < 25 for text in texts)
        and vocabulary.kind(texts[0], "plan") is not None
        and not any(text[:1].isdigit() for text in texts)
    )


def _grid(
    table: Table,
    header: Header,
    heads: list[Line],
    rows: list[tuple[Cell, ...]],
    over: list[tuple[Cell, ...]],
    vocabulary: Vocabulary,
) -> Iterator[Grid]:
    made = list(_rows(table, rows, header, vocabulary))
    titled = [tuple(line for cell in row for line in cell.lines if line.text) for row in over]
    made = [
        *(Row(banner=lines) for lines in titled if _is_title(joined(lines), vocabulary)),
        *made,
    ]
    while made and made[-1].banner:
        made.pop()  # a title below which nothing stands is no area of this table
    if made:
        used = [line.number for row in made for line in row.lines] + [line.number for line in heads]
        yield Grid(header=header, heads=tuple(heads), rows=tuple(made), first=min(used), last=max(used))


def _is_title(text: str, vocabulary: Vocabulary) -> bool:
    """Tell an area's title right over a table's heads from the plan's, and from running text."""
    return not is_plan_title(text, vocabulary) and not looks_like_sentence(text) and len(text) < 150


def _rows(table: Table, rows: Sequence[Sequence[Cell]], header: Header, vocabulary: Vocabulary) -> Iterator[Row]:
    """Make rows of cells; what a merged cell says of a measure, it says of each that it stands beside."""
    width = len(header.columns)
    measure = header.index(Kind.MEASURE) or 0
    merged: dict[int, Cell] = {}
    for row in rows:
        cells: list[tuple[Line, ...]] = [() for _ in range(width)]
        for cell in row:
            at = min(cell.column, width - 1)
            cells[at] = (*cells[at], *(line for line in cell.lines if line.text))
            if cell.rowspan > 1 and header.columns[at].kind in _SHARED:
                merged[at] = cell
        filled = [n for n, cell in enumerate(cells) if cell]
        if not filled or _is_foot([cells[n] for n in filled]):
            continue
        if len(filled) == 1 and _is_banner(row, cells, filled[0], header, measure, vocabulary):
            yield Row(banner=cells[filled[0]])
            continue
        for at, cell in merged.items():
            if not cells[at] and cells[measure] and row[0].row < cell.row + cell.rowspan:
                cells[at] = tuple(line for line in cell.lines if line.text)
        yield from _parted(cells, measure)


def _is_foot(cells: Sequence[tuple[Line, ...]]) -> bool:
    """Tell a page's foot that stands among the rows: the plan's name, and a page's number in a cell of its own."""
    texts = [" ".join(line.text for line in cell) for cell in cells]
    return (
        len(texts) == 2
        and mark_of(texts[0]) is None
        and re.search(r"(?:plan|program|strategi)(?![a-zæøå])", texts[0].lower()) is not None
        and re.fullmatch(r"(?:[Ss]ide\s*)?\d{1,3}", texts[1]) is not None
    )


def _parted(cells: list[tuple[Line, ...]], measure: int) -> Iterator[Row]:
    """Part a row that an opener put together of lines of which each is a row: a measure and another cell on each.

    It takes a line whose first cell is empty for the rest of the row above, and so it may be; but where a new measure
    begins on it, only the area's cell stood over several rows.
    """
    numbers = sorted({line.number for line in cells[measure]})
    starts = numbers[:1]
    for number in numbers[1:]:
        head = next(line for line in cells[measure] if line.number == number)
        beside = sum(any(line.number == number for line in cell) for n, cell in enumerate(cells) if n > measure)
        if beside and head.text[:1].isupper():
            starts.append(number)
    if len(starts) < 2 or any(len({line.number for line in cell}) > len(numbers) for cell in cells):
        yield Row(cells=tuple(cells))
        return
    for n, start in enumerate(starts):
        end = starts[n + 1] if n + 1 < len(starts) else 1 << 60
        first = 0 if n == 0 else start
        yield Row(cells=tuple(tuple(line for line in cell if first <= line.number < end) for cell in cells))


def _is_banner(
    row: Sequence[Cell],
    cells: list[tuple[Line, ...]],
    at: int,
    header: Header,
    measure: int,
    vocabulary: Vocabulary,
) -> bool:
    """Tell an area's title from a row of one filled cell: it runs over columns, or stands where no measure stands."""
    cell = next(c for c in row if any(line.text for line in c.lines))
    if cell.colspan > 1 or (at == 0 and area_label(cell.text, vocabulary) is not None):
        return True
    kind = header.columns[at].kind
    if kind in (Kind.NUMBER, Kind.DEADLINE, Kind.STATUS, Kind.RESPONSIBLE):
        return kind is Kind.NUMBER and sum(map(str.isalpha, cell.text)) > 2 and mark_of(cell.text) is None
    return at == 0 and measure == 0 and len(header.columns) > 1 and all(line.bold for line in cells[at])
