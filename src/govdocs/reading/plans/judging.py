"""Rows put together from running lines, judged: which are areas, where the table ends, and whether to believe it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.plans.columns import Header, Kind, is_comment
from govdocs.reading.plans.fields import begins_field
from govdocs.reading.plans.grids import Row
from govdocs.reading.plans.marks import mark_of
from govdocs.reading.plans.values import Looks, open_ended

__all__ = ["believable", "trimmed", "with_areas"]

_INSET = 5
"""Columns of text from the left edge behind which no line of running text begins."""
_FEW = 3
"""Rows below which each must name a body, since two words and two lines are soon under two heads."""


def with_areas(rows: Sequence[Row], header: Header) -> list[Row]:
    """Tell the rows that are areas: a number and a title alone, whose number those of the rows below go on from."""
    number, measure = header.index(Kind.NUMBER), header.index(Kind.MEASURE) or 0
    out: list[Row] = []
    for n, row in enumerate(rows):
        after = rows[n + 1] if n + 1 < len(rows) else None
        numbered = number is not None and after is not None and row.cells and after.cells
        if number is None or after is None or not numbered or not row.cells[number] or not after.cells[number]:
            out.append(row)
            continue
        alone = not any(cell for m, cell in enumerate(row.cells) if m not in (number, measure))
        own, below = row.cells[number][0].text.strip(" ."), after.cells[number][0].text
        under = below.startswith((f"{own}.", f"{own}-")) or (own.isalpha() and re.match(rf"{own}\d", below) is not None)
        if alone and own and under:
            lines = (*row.cells[number], *row.cells[measure])
            out.append(Row(banner=lines))
        else:
            out.append(row)
    return out


def believable(rows: Sequence[Row], header: Header, looks: Looks) -> bool:
    """Tell whether a table put together from lines holds what its heads say: bodies where bodies should stand."""
    at = header.index(Kind.RESPONSIBLE)
    if at is None:
        return True
    told = [row for row in rows if row.cells]
    likes = [
        max((looks.body(line.text) for line in row.cells[at]), default=0.0)
        for row in told
        if row.cells[at] or len(told) < _FEW
    ]
    alone = not header.has(Kind.DEADLINE, Kind.STATUS, Kind.NUMBER)
    return sum(likes) >= 0.5 * len(likes) and not (alone and len(told) < _FEW and min(likes) < 0.6)


def trimmed(
    rows: list[Row],
    header: Header,
    looks: Looks,
    *,
    followed: bool = False,
    end: Line | None = None,
    aligned: bool = False,
) -> list[Row]:
    """Leave away the rows behind the table's end: text that no other column goes with.

    Where another table follows, a body alone at the top of the next page is the end of a row, and no letterhead. So
    it is where the text ends with it, at the line `end`: a letterhead has something below it. In an `aligned` table
    what stands in under a column behind the first is of its cell.
    """
    others = [
        n for n, column in enumerate(header.columns) if column.kind in (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)
    ]
    measure = header.index(Kind.MEASURE) or 0
    told = sum(bool(row.cells) and any(row.cells[n] for n in others) for row in rows)
    if others and told * 2 < sum(bool(row.cells) for row in rows):
        rows = [row for row in rows if row.banner or any(row.cells[n] for n in others)]
    while rows:
        if rows[-1].banner:
            rows = rows[:-1]
            continue
        held = Counter(number for cell in rows[-1].cells for number in {line.number for line in cell})
        inner = {line.number for cell in rows[-1].cells[1:] for line in cell if aligned and line.indent > _INSET}
        beside = frozenset(number for number, cells in held.items() if cells > 1 or number in inner)
        last = evolve(
            rows[-1],
            cells=tuple(
                _ended(cell, n == measure, looks, followed, end, beside) for n, cell in enumerate(rows[-1].cells)
            ),
        )
        alone = bool(others) and not any(last.cells[n] for n in others)
        terse = [n for n in others if not is_comment(header.columns[n]) and not _tells(rows[:-1], n)]
        if last.cells[measure] and not alone and not (terse and _is_prose(last, terse, measure, looks)):
            return [*rows[:-1], last]
        rows = rows[:-1]
    return rows


def _tells(rows: Sequence[Row], column: int) -> bool:
    """Tell a column whose cells are sentences in most rows, as of how far a measure has come."""
    cells = [" ".join(line.text for line in row.cells[column]) for row in rows if row.cells and row.cells[column]]
    return sum(map(looks_like_sentence, cells)) * 2 > len(cells)


def _is_prose(row: Row, others: Sequence[int], measure: int, looks: Looks) -> bool:
    """Tell a row that running text behind the table was taken for: sentences where a body or a day should stand."""
    texts = [" ".join(line.text for line in row.cells[n]) for n in others]
    said = any(len(text) > 50 and text.endswith(".") and looks_like_sentence(text) for text in texts)
    sentence = looks_like_sentence(" ".join(line.text for line in row.cells[measure]))
    filled = [line.text for n in others for line in row.cells[n]]
    alone = len(others) > 1 and len(filled) == 1 and max(looks.body(filled[0]), looks.deadline(filled[0])) < 0.5
    return said or (sentence and (alone or not filled))


def _ended(
    cell: tuple[Line, ...], measure: bool, looks: Looks, followed: bool, end: Line | None, beside: frozenset[int]
) -> tuple[Line, ...]:
    """Return the last cell of a table up to where text that does not belong to it begins.

    What stands `beside` a line of another cell, or in under its column, is the row's.
    """
    for n in range(1, len(cell)):
        a, b = cell[n - 1], cell[n]
        if b.number in beside:
            continue
        closing = followed or (end is not None and b.number == end.number)
        sentence = looks_like_sentence(b.text) and b.number - a.number > 1
        apart = b.page != a.page or b.number - a.number > 2 or sentence
        if (
            apart
            and mark_of(b.text) is None
            and not begins_field(b.text, looks.vocabulary)
            and b.text[:1].isupper()
            and not open_ended(a.text)
            and (measure or not (b.text in looks.lexicon or (closing and looks.is_body(b.text))))
        ):
            return cell[:n]
        if not measure and len(b.text) > 40 and looks_like_sentence(b.text) and looks.is_value(a.text):
            return cell[:n]  # running text right below the last cell
        heads = n + 1 < len(cell) and len(cell[n + 1].text) > 40 and looks_like_sentence(cell[n + 1].text)
        if not measure and heads and b.number - a.number > 1 and not looks.is_value(b.text):
            return cell[:n]  # running text with its heading
    return cell
