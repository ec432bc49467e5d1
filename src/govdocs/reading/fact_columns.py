"""A head's facts set in columns, labels and their values side by side, taken apart into one line a fact."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve, field, frozen

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import columns_of
from govdocs.reading.margins import margin_labels

__all__ = ["take_columns"]

_NEAR = 1.5
"""Columns of text by which a value may miss the place where the values above it begin."""
_APART = 3
"""Lines from one row to the next at most: one between two of them in a text that is set double."""
_FEWEST = 3
"""Labels that tell such columns at least, two of them one under the other."""


@frozen(kw_only=True)
class _Row:
    """A line of such columns: `Møtested   Rådhuset   Møtetid   10–12`."""

    line: Line
    facts: tuple[tuple[str, float, str], ...]
    """Each label, where its value begins, and the value."""
    rest: list[Line] = field(factory=list)
    """Lines on which values go on."""


def take_columns(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield lines with each fact of such columns on one of its own behind its label and a colon.

    What goes on below a value follows it: `Utvalg   Rådet for fyr,` over `og havner` under the name. Columns of one
    label a line are left alone where a margin of labels runs on through the document.
    """
    at = 0
    labels: list[int] | None = None
    while at < len(lines):
        rows, stop = _rows(lines, at, vocabulary)
        if not _are_columns(rows):
            yield lines[at]
            at += 1
            continue
        labels = margin_labels(lines, vocabulary) if labels is None else labels
        runs_on = bool(labels) and (labels[0] < at or labels[-1] >= stop)
        yield from lines[at:stop] if runs_on and not _paired(rows) else (each for row in rows for each in _apart(row))
        at = stop


def _rows(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> tuple[list[_Row], int]:
    """Return the rows from a place on and where they end: all values of the first column begin at one place."""
    rows: list[_Row] = []
    stop = at
    while stop < len(lines):
        line = lines[stop]
        before = lines[stop - 1]
        if rows and line.number - before.number > _APART and line.page == before.page:
            break
        if (row := _row(line, vocabulary, first=not rows)) is not None and (
            not rows or abs(row.facts[0][1] - rows[0].facts[0][1]) <= _NEAR
        ):
            rows.append(row)
        elif rows and _goes_on(line, rows[-1]):
            rows[-1].rest.append(line)
        else:
            break
        stop += 1
    return rows, stop


def _row(line: Line, vocabulary: Vocabulary, *, first: bool) -> _Row | None:
    """Read a line whose first piece is a label of a head, with or without its colon, and whose second is none."""
    if line.cell is not None or not line.gaps or len(line.stops) != len(line.gaps):
        return None
    pieces = columns_of(line)
    if len(pieces) != len(line.stops) + 1 or not _is_label(pieces[0], vocabulary, head=first):
        return None
    if not pieces[0].endswith(":") and _is_label(pieces[1], vocabulary):  # the heads of a table
        return None
    facts: list[tuple[str, float, str]] = []
    n = 0
    while n < len(pieces):
        alone = n + 1 < len(pieces) and _is_label(pieces[n], vocabulary)
        if not n or alone:
            facts.append((pieces[n], line.stops[n], pieces[n + 1]))
            n += 1
        else:
            label, edge, value = facts[-1]
            facts[-1] = (label, edge, f"{value} {pieces[n]}")
        n += 1
    return _Row(line=line, facts=tuple(facts))


def _is_label(text: str, vocabulary: Vocabulary, *, head: bool = False) -> bool:
    """Tell a label of a meeting's head, with its colon or without, or, save in the first row, of a person's task."""
    label = text.rstrip(" :")
    if vocabulary.kind(label, "head") is not None:
        return True
    return not head and label.casefold() in vocabulary.single


def _goes_on(line: Line, row: _Row) -> bool:
    """Tell a line that holds nothing but what goes on below the values of a row."""
    edges = [edge for _, edge, _ in row.facts]
    begun = (line.indent, *line.stops)
    return (
        line.cell is None
        and len(line.stops) == len(line.gaps)
        and all(any(abs(at - edge) <= _NEAR for edge in edges) for at in begun)
    )


def _are_columns(rows: Sequence[_Row]) -> bool:
    return len(rows) > 1 and sum(len(row.facts) for row in rows) >= _FEWEST


def _paired(rows: Sequence[_Row]) -> bool:
    return any(len(row.facts) > 1 for row in rows)


def _apart(row: _Row) -> Iterator[Line]:
    """Yield the facts of a row, a line each, with what goes on below each."""
    for label, edge, value in row.facts:
        yield evolve(row.line, text=f"{label.rstrip(' :')}: {value}", gaps=(), stops=())
        for line in row.rest:
            for begun, text in zip((line.indent, *line.stops), columns_of(line), strict=True):
                if abs(begun - edge) <= _NEAR:
                    yield evolve(line, text=text, indent=begun, gaps=(), stops=())
