"""The body of one page: its lines and tables in reading order, with head, feet and footnotes set apart."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from attrs import define, field

from govdocs_pdf.columns import find_columns
from govdocs_pdf.content import Box, PageContent, Path, Rule
from govdocs_pdf.frames import frames_of, take_frames
from govdocs_pdf.furniture import Edges, footnotes
from govdocs_pdf.grid import Grid, find_grids, joined_rules
from govdocs_pdf.order import flows
from govdocs_pdf.pieces import Piece, TextLine, line_of, pieces_of, rows_of, with_markers
from govdocs_pdf.stitching import Block
from govdocs_pdf.tables import PageTable, cell_lines, column_table, grid_table, is_table

__all__ = ["Body", "Draft", "RuledTable", "draft_page", "marks_at_ends", "read_body"]

_EDGE = 0.12
"""Share of the page above and below which only running heads and feet stand."""
_FIRST_ROWS = 5
"""Rows among which that is which goes on from the page before, behind a repeated head."""


Apart = PageTable | list[TextLine]
"""What stands apart from the text around it: a ruled table, or the lines of a box."""


@define(slots=True)
class RuledTable:
    """A grid that is a table, with the pieces in each of its cells."""

    grid: Grid
    cells: list[list[Piece]]
    inner: list[Grid] = field(factory=list)
    """Grids that lie in one of its cells."""


@define(slots=True)
class Draft:
    """A page whose pieces and grids are known, before it is told what is furniture."""

    number: int
    width: float
    height: float
    pieces: list[Piece]
    turned: list[Piece]
    """Pieces that are not written from left to right."""
    rules: list[Rule]
    tables: list[RuledTable] = field(factory=list)
    boxes: list[Box] = field(factory=list)
    """What may be a box of text in the middle of other text."""
    edges: list[Rule] = field(factory=list)
    """Upper and lower edges of grounds; those of cells side by side are one."""
    tagged_rows: dict[int, tuple[Path, Path]] = field(factory=dict)
    """What the tags tell of the first and the last table rows: table and row by mark."""
    images: int = 0
    lossy: bool = False


@define(slots=True)
class Body:
    """A page in reading order."""

    number: int
    width: float
    height: float
    heads: list[TextLine] = field(factory=list)
    blocks: list[Block] = field(factory=list)
    notes: list[TextLine] = field(factory=list)
    feet: list[TextLine] = field(factory=list)


def draft_page(content: PageContent) -> Draft:
    """Find a page's pieces and grids."""
    rules = joined_rules(content.rules)
    pieces = pieces_of(content.runs, rules)
    turned = pieces_of(content.upright)
    draft = Draft(
        content.number, content.width, content.height, pieces, turned, rules, images=content.images, lossy=content.lossy
    )
    grids = find_grids(rules)
    draft.tables = _choose_tables([*pieces, *turned], grids)
    draft.edges = joined_rules([Rule(True, y, box.x0, box.x1) for box in content.boxes for y in (box.y0, box.y1)])
    draft.boxes = frames_of(grids, content.boxes)
    return draft


def _choose_tables(pieces: Sequence[Piece], grids: Sequence[Grid]) -> list[RuledTable]:
    """Keep the grids that are tables; one inside a cell of another is kept with the outer one."""
    chosen: list[RuledTable] = []
    down = sorted(((piece.middle, piece) for piece in pieces), key=itemgetter(0)) if grids else []
    heights = [height for height, _ in down]
    for grid in sorted(grids, key=lambda grid: -(grid.xs[-1] - grid.xs[0]) * (grid.ys[-1] - grid.ys[0])):
        outer = next((other for other in chosen if _lies_in(grid, other.grid)), None)
        if outer is not None:
            outer.inner.append(grid)
            continue
        cells: list[list[Piece]] = [[] for _ in grid.cells]
        for height, piece in down[bisect_left(heights, grid.ys[0]) : bisect_left(heights, grid.ys[-1])]:
            x = piece.x0 + min(1.0, (piece.x1 - piece.x0) / 2)
            if grid.xs[0] - 1 <= x <= grid.xs[-1] + 1:
                cells[grid.cell_at(x, height)].append(piece)
        if is_table(grid, cells):
            chosen.append(RuledTable(grid, cells))
    return sorted(chosen, key=lambda table: (table.grid.ys[0], table.grid.xs[0]))


def marks_at_ends(draft: Draft) -> tuple[set[int], set[int]]:
    """Return the marks of the texts in the first rows of a page that begins with a table, and in the last row."""
    if not draft.tables:
        return set(), set()
    first, last = draft.tables[0], draft.tables[-1]
    top, bottom, end = first.grid.ys[0], last.grid.ys[-1], len(last.grid.ys) - 1
    upper = [pieces for cell, pieces in zip(first.grid.cells, first.cells, strict=True) if cell.row < _FIRST_ROWS]
    lower = [pieces for cell, pieces in zip(last.grid.cells, last.cells, strict=True) if cell.row + cell.rowspan == end]
    if any(_EDGE * draft.height < piece.y < top for piece in draft.pieces):
        upper = []
    if any(bottom < piece.y < (1 - _EDGE) * draft.height for piece in draft.pieces):
        lower = []
    return _marks(upper), _marks(lower)


def _marks(cells: Sequence[Sequence[Piece]]) -> set[int]:
    return {piece.mark for pieces in cells for piece in pieces if piece.mark >= 0}


def _lies_in(grid: Grid, other: Grid) -> bool:
    return (
        other.xs[0] - 1 <= grid.xs[0] and grid.xs[-1] <= other.xs[-1] + 1
        and other.ys[0] - 1 <= grid.ys[0] and grid.ys[-1] <= other.ys[-1] + 1
    )  # fmt: skip


def read_body(draft: Draft, edges: Edges, stamped: set[str], size: float, before: PageTable | None) -> Body:
    """Put a page in reading order.

    `stamped` are texts that stand on their side on every page; `before` is the table that the page before ends with.
    """
    body = Body(draft.number, draft.width, draft.height)
    body.heads = _edge_lines(edges.heads, draft.number)
    body.feet = _edge_lines(edges.feet, draft.number)
    gone = {piece for piece, _ in (*edges.heads, *edges.feet)}
    tables: dict[Piece, PageTable] = {}
    for ruled in draft.tables:
        cells = ruled.cells
        if gone and not gone.isdisjoint(inside := {piece for cell in cells for piece in cell}):
            if inside <= gone:
                continue
            cells = [[piece for piece in cell if piece not in gone] for cell in cells]
        left, right, top = ruled.grid.xs[0], ruled.grid.xs[-1], ruled.grid.ys[0]
        order = min(piece.order for cell in cells for piece in cell)
        place = Piece("", left, right, top, size, False, False, False, order, left)
        tables[place] = grid_table(ruled.grid, cells, draft.number, ruled.inner)
        gone.update(piece for cell in cells for piece in cell)
    pieces = [piece for piece in draft.pieces if piece not in gone]
    pieces = _take_footnotes(body, draft, pieces, list(tables.values()), size)
    frames = take_frames(pieces, tables, draft.boxes)
    gone.update(piece for inside in frames.values() for piece in inside)
    apart: dict[Piece, Apart] = {place: cell_lines(inside, draft.number) for place, inside in frames.items()}
    apart.update(tables)
    for flow in flows([*(piece for piece in pieces if piece not in gone), *apart]):
        for rows, after in _stretches(rows_of(flow), apart):
            open_table = before if not body.blocks and before is not None and not before.ruled else None
            body.blocks.extend(_blocks(rows, draft, open_table))
            _put(body.blocks, after)
    for piece in draft.turned:
        if piece not in gone:
            line = line_of([piece], draft.number)
            line.furniture = "running-foot" if piece.text in stamped else None
            (body.feet if line.furniture else body.blocks).append(line)
    return body


def _edge_lines(edge: list[tuple[Piece, str]], page: int) -> list[TextLine]:
    """Make lines of the pieces at an edge; what stands on one line and is of one kind is one line."""
    lines: list[TextLine] = []
    kind_of = dict(edge)
    for row in rows_of(kind_of):
        parts = [row] if len({kind_of[piece] for piece in row}) == 1 else [[piece] for piece in row]
        for part in parts:
            line = line_of(part, page)
            line.furniture = kind_of[part[0]] or None
            line.running = line.furniture is None
            lines.append(line)
    return lines


def _take_footnotes(body: Body, draft: Draft, pieces: list[Piece], tables: list[PageTable], size: float) -> list[Piece]:
    """Move the footnotes out of the page's pieces."""
    lowest = max((table.bottom for table in tables), default=0.0)
    rows = rows_of([piece for piece in pieces if piece.y > lowest])
    count = footnotes(rows, draft.rules, size, draft.height)
    if not count:
        return pieces
    for row in rows[len(rows) - count :]:
        line = line_of(row, draft.number)
        line.furniture = "footnote"
        body.notes.append(line)
    taken = {piece for row in rows[len(rows) - count :] for piece in row}
    return [piece for piece in pieces if piece not in taken]


def _stretches(rows: list[list[Piece]], tables: dict[Piece, Apart]) -> list[tuple[list[list[Piece]], Apart | None]]:
    """Split the rows of a flow at its ruled tables and boxes of text."""
    out: list[tuple[list[list[Piece]], Apart | None]] = []
    stretch: list[list[Piece]] = []
    for row in rows:
        text = [piece for piece in row if piece not in tables]
        if text:
            stretch.append(text)
        for piece in row:
            if piece in tables:
                out.append((stretch, tables[piece]))
                stretch = []
    out.append((stretch, None))
    return out


def _put(blocks: list[Block], after: Apart | None) -> None:
    """Add a table, or the lines of a box of text, between which and those around it paragraphs end."""
    if isinstance(after, PageTable):
        blocks.append(after)
    elif after:
        for line in (*blocks[-1:], after[-1]):
            if isinstance(line, TextLine):
                line.ends = True
        blocks.extend(after)


def _open_table(before: PageTable | None) -> tuple[list[float] | None, list[str]]:
    """Return the columns of the table that the page before ends with, and the texts of its first row."""
    if before is None:
        return None, []
    return before.edges, [cell.text for cell in before.rows[0] if cell.lines]


def _blocks(rows: list[list[Piece]], draft: Draft, before: PageTable | None) -> list[Block]:
    """Make lines and unruled tables of rows."""
    rows = [with_markers(row) for row in rows]
    blocks: list[Block] = []
    at = 0
    across = [rule for rule in draft.rules if rule.across and rule.end - rule.start > 100]
    for columns in find_columns(rows, across, *_open_table(before), draft.edges):
        blocks.extend(line_of(row, draft.number) for row in rows[at : columns.first])
        blocks.append(column_table(columns, draft.number))
        at = columns.last + 1
    blocks.extend(line_of(row, draft.number) for row in rows[at:])
    return blocks
