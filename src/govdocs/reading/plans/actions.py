"""Rows of a plan's table made measures: number, text, sub-points, who answers, when, and how far it has come."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.model import Action, FieldSpan, Point
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.norwegian.words import words as listed_words
from govdocs.reading.blocks import Wrap, joined, span_of, spans_of
from govdocs.reading.plans.bodies import Responsible, read_bodies
from govdocs.reading.plans.columns import Kind
from govdocs.reading.plans.dashes import of_sentence, right_edge
from govdocs.reading.plans.endings import cut_bracket, cut_deadline, ends_in_bodies, read_bracket
from govdocs.reading.plans.fields import Field, cut_fields
from govdocs.reading.plans.grids import Grid, Row
from govdocs.reading.plans.headings import area_label
from govdocs.reading.plans.marks import follows, mark_of, number_alone, shape_is_bullet
from govdocs.reading.plans.values import Lexicon, Looks

__all__ = ["AreaTitle", "Goal", "read_grid"]

_DESCRIBED = listed_words("columns", "descriptions")
_LETTERED = re.compile(r"(?P<mark>[a-zæøå]\)|\(?[ivx]{1,4}\))\s+(?P<rest>\S.*)$")
_BEGUN = re.compile(r"(?:opp)?start", re.IGNORECASE)
"""When a measure begins, which is its deadline where no more is told."""
_NOTHING = {"", "-", "–", "—", "x", "ingen", "n/a", "ikke relevant for dette"}
_SEVERAL = re.compile(r"(?:ansvarlige|ansvarlege)$", re.IGNORECASE)


@frozen(kw_only=True)
class AreaTitle:
    """The title of an area that stands in the table itself."""

    number: str | None
    """As written."""
    title: str | None
    """`None` where only its goal is told."""
    lines: tuple[Line, ...]
    """Its lines."""
    goal: Goal | None = None
    """Its goal, where a column tells it."""
    level: int = 0
    """How deep it lies among the areas of the table."""


@frozen(kw_only=True)
class Goal:
    """What an area shall reach, told in the table."""

    text: str
    """As written."""
    lines: tuple[Line, ...]
    """Its lines."""


@frozen(kw_only=True)
class _Context:
    grid: Grid
    vocabulary: Vocabulary
    lexicon: Lexicon
    words: frozenset[str]
    wrap: Wrap
    shape: str | None
    """The mark that measures of this table begin with."""
    lettered: bool
    """Whether a letter that a measure begins with is its number: in tables, and in lists whose measures have one."""
    looks: Looks
    """What texts look like."""
    edge: float | None
    """How far to the right the lines of its measures reach, where they are wrapped there."""


def read_grid(
    grid: Grid, vocabulary: Vocabulary, lexicon: Lexicon, words: frozenset[str], wrap: Wrap
) -> Iterator[AreaTitle | Goal | Action]:
    """Yield what a table says, in order: titles of areas, goals, and measures."""
    context = _Context(
        grid=grid,
        vocabulary=vocabulary,
        lexicon=lexicon,
        words=words,
        wrap=wrap,
        shape=_usual_shape(grid),
        lettered=len(grid.columns) > 1 or _is_lettered(grid),
        looks=Looks(vocabulary=vocabulary, lexicon=lexicon),
        edge=right_edge(grid.cell(row, Kind.MEASURE) for row in grid.rows),
    )
    groups = _Groups(grid, vocabulary, words)
    for row in grid.rows:
        if row.banner:
            yield _title(row.banner, vocabulary, words)
            continue
        yield from groups.of(row)
        yield from _measures(row, context)


class _Groups:
    """The columns left of the measures that group them: areas, goals, and goals within goals."""

    def __init__(self, grid: Grid, vocabulary: Vocabulary, words: frozenset[str]) -> None:
        self.vocabulary, self.words = vocabulary, words
        self.columns = [n for n, column in enumerate(grid.columns) if column.kind in (Kind.AREA, Kind.GOAL)]
        self.kinds = [grid.columns[n].kind for n in self.columns]
        self.only = [sum(bool(row.cells and row.cells[n]) for row in grid.rows) == 1 for n in self.columns]
        self.current = [""] * len(self.columns)

    def of(self, row: Row) -> Iterator[AreaTitle | Goal]:
        """Yield what begins with a row."""
        told: AreaTitle | Goal | None = None
        for level, at in enumerate(self.columns):
            cell = row.cells[at]
            text = joined(cell, self.words)
            if not cell or text == self.current[level]:
                continue
            self.current[level:] = [text] + [""] * (len(self.columns) - level - 1)
            new = self._begun(cell, text, level)
            if isinstance(told, AreaTitle) and told.goal is None and isinstance(new, Goal):
                told = evolve(told, goal=new)
                continue
            if told is not None:
                yield told
            if isinstance(new, Goal) and not self.only[level]:  # several goals group the measures themselves
                told = AreaTitle(number=None, title=None, lines=cell, goal=new, level=level)
            else:
                told = new
        if told is not None:
            yield told

    def _begun(self, cell: tuple[Line, ...], text: str, level: int) -> AreaTitle | Goal:
        if self.kinds[level] is Kind.AREA:
            title = _title(cell, self.vocabulary, self.words)
            return evolve(title, level=level) if isinstance(title, AreaTitle) else title
        short = len(text.split()) <= 6 and not looks_like_sentence(text) and Kind.AREA not in self.kinds
        if short and not self.only[level]:
            return AreaTitle(number=None, title=text, lines=cell, level=level)  # `Transport` under `Delmål` is a title
        return Goal(text=text, lines=cell)


def _title(lines: Sequence[Line], vocabulary: Vocabulary, words: frozenset[str]) -> AreaTitle | Goal:
    """Read the title of an area, or the goal that stands in its place."""
    text = joined(lines, words)
    label = vocabulary.label(text, "plan", alone=False)
    if (
        label is not None
        and label.kind in ("plan.goal", "plan.area")
        and "mål" in folded(label.written)
        and label.value
    ):
        return Goal(text=label.value, lines=tuple(lines))
    named = area_label(text, vocabulary)
    if named is not None and named[2]:
        return AreaTitle(number=named[1], title=named[2], lines=tuple(lines))
    mark = mark_of(text)
    if mark is not None and mark.number and mark.rest:
        return AreaTitle(number=mark.number, title=mark.rest, lines=tuple(lines))
    return AreaTitle(number=None, title=text, lines=tuple(lines))


def _usual_shape(grid: Grid) -> str | None:
    """Return the form of number that most measures of a table begin with."""
    cells = [cell for row in grid.rows if row.cells and (cell := grid.cell(row, Kind.MEASURE))]
    shapes = [mark.shape for cell in cells if (mark := mark_of(cell[0].text)) is not None]
    best = max(set(shapes), key=shapes.count, default=None)
    return best if best is not None and shapes.count(best) * 2 >= len(cells) else None


def _is_lettered(grid: Grid) -> bool:
    """Tell a list whose measures begin with letters: `a) Elevsamtalar`."""
    cells = [row.cells[0] for row in grid.rows if row.cells and row.cells[0]]
    return sum(_LETTERED.match(cell[0].text) is not None for cell in cells) * 2 > len(cells)


def _measures(row: Row, context: _Context) -> Iterator[Action]:
    cell = context.grid.cell(row, Kind.MEASURE)
    if not cell:
        return
    for lines in _items(cell, context):
        yield _action(lines, row, context)


def _items(cell: Sequence[Line], context: _Context) -> list[list[Line]]:
    """Cut a cell that holds several measures, each with a mark of one form, where no other column tells rows apart."""
    header = context.grid.header
    if context.grid.listed or header.has(Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS, Kind.NUMBER):
        return [list(cell)]
    first = mark_of(cell[0].text)
    if first is None:
        return [list(cell)]
    items: list[list[Line]] = [[]]
    before = None
    for line in cell:
        mark = mark_of(line.text)
        begins = (
            mark is not None
            and mark.shape == first.shape
            and bool(mark.rest)
            and (before is None or follows(mark, before))
        )
        if begins and items[-1]:
            items.append([])
        items[-1].append(line)
        before = mark if begins else before
    return items


def _action(lines: Sequence[Line], row: Row, context: _Context) -> Action:
    grid = context.grid
    bracket = cut_bracket(lines) if grid.bracketed and ends_in_bodies(lines, context.looks) else None
    fields = cut_fields(
        (*(bracket[0] if bracket else lines), *row.shared),
        context.vocabulary,
        context.wrap if grid.listed else None,
        reporting=grid.reporting,
        headed=grid.headed,
    )
    text = [line for field in fields if field.kind is Kind.MEASURE for line in field.lines]
    described = [line for field in fields if folded(field.label) in _DESCRIBED for line in field.lines]
    if described and len(text) == 1 and (mark := mark_of(text[0].text)) is not None and not mark.rest:
        text, number = described, mark.number  # `Tiltak nr. 1` over `Beskrivelse: …`
    else:
        text, number = _numbered(text, context)
    text = _unlabelled(text, context.vocabulary)
    number_cell = grid.cell(row, Kind.NUMBER)
    if number_cell:
        number = joined(number_cell, context.words).strip(" .:") or number
    whole, points = _text(text, context)
    until: list[Line] = []
    if bracket is not None:
        responsible_lines, until = cut_deadline(bracket[1], context.looks)
        responsible = read_bracket(responsible_lines, context.looks, context.words)
    else:
        responsible, responsible_lines = _responsible(row, fields, context)
    deadline, deadline_lines = _value(Kind.DEADLINE, row, fields, context)
    if until and deadline is None:
        deadline, deadline_lines = joined(until, context.words), until
    status, status_lines = _value(Kind.STATUS, row, fields, context)
    every = (*lines, *(line for cell in row.cells for line in cell))
    spans = [
        *_spans("number", number_cell),
        *_spans("text", [line for field in fields if field.kind is Kind.MEASURE for line in field.lines]),
        *_spans("text", described),
        *_spans("responsible", responsible_lines),
        *_spans("deadline", deadline_lines),
        *_spans("status", status_lines),
        *_spans("text", lines),
    ]
    return Action(
        span=span_of(
            sorted(_once(every), key=lambda line: line.number)
            if len(context.grid.columns) > 1 and len(lines) == len(grid.cell(row, Kind.MEASURE))
            else lines
        ),
        spans=tuple(dict.fromkeys(spans)),
        number=number,
        text=whole,
        points=points,
        responsible=responsible.bodies,
        responsible_note=responsible.note,
        deadline=deadline,
        status=status,
    )


def _once(lines: Sequence[Line]) -> list[Line]:
    return list({(line.number, line.text): line for line in lines}.values())


def _spans(name: str, lines: Sequence[Line]) -> list[FieldSpan]:
    return (
        [FieldSpan(field=name, span=span) for span in spans_of(sorted(lines, key=lambda line: line.number))]
        if lines
        else []
    )


def _numbered(lines: list[Line], context: _Context) -> tuple[list[Line], str | None]:
    """Take the mark off a measure's first line; its number, where measures of this table are numbered."""
    if not lines:
        return lines, None
    if len(lines) > 1 and (alone := number_alone(lines[0].text)) is not None:
        return lines[1:], alone
    mark = mark_of(lines[0].text)
    letter = _LETTERED.match(lines[0].text) if mark is None and context.lettered else None
    if letter is not None:
        return [evolve(lines[0], text=letter["rest"]), *lines[1:]], letter["mark"].strip("()")
    if mark is None or (not mark.rest and len(lines) == 1):
        return lines, None
    if shape_is_bullet(mark.shape):
        only = sum(1 for line in lines if (other := mark_of(line.text)) is not None and other.shape == mark.shape) == 1
        return ([evolve(lines[0], text=mark.rest), *lines[1:]], None) if only else (lines, None)
    if mark.shape != context.shape and " " not in mark.shape and context.grid.header.has(Kind.NUMBER, Kind.RESPONSIBLE):
        return lines, None
    rest = [evolve(lines[0], text=mark.rest)] if mark.rest else []
    return [*rest, *lines[1:]], mark.number


def _unlabelled(lines: list[Line], vocabulary: Vocabulary) -> list[Line]:
    """Take off the label of a measure that stands behind its number: `1.1 Tiltak: Lage kart`."""
    label = vocabulary.label(lines[0].text, "plan", alone=False) if lines else None
    if label is None or label.kind != "plan.measure" or label.misspelt or not label.value:
        return lines
    return [evolve(lines[0], text=label.value), *lines[1:]]


def _text(lines: Sequence[Line], context: _Context) -> tuple[str, tuple[Point, ...]]:
    """Return the whole text without the marks of its sub-points, and the sub-points."""
    plain: list[Line] = []
    groups: list[tuple[str | None, list[Line], list[Line]]] = []
    shapes = {
        mark.shape for line in lines[1:] if (mark := mark_of(line.text)) is not None and shape_is_bullet(mark.shape)
    }
    for n, line in enumerate(lines):
        mark = mark_of(line.text)
        lettered = _LETTERED.match(line.text)
        bullet = mark is not None and shape_is_bullet(mark.shape) and not of_sentence(lines, n, context.edge)
        if mark is not None and bullet and (n or mark.shape in shapes) and mark.rest:
            cut = evolve(line, text=mark.rest)
            groups.append((None, [cut], [line]))
            plain.append(cut)
        elif lettered is not None and n:
            groups.append((lettered["mark"], [evolve(line, text=lettered["rest"])], [line]))
            plain.append(line)
        else:
            if groups:
                groups[-1][1].append(line)
                groups[-1][2].append(line)
            plain.append(line)
    words = context.words
    points = tuple(Point(span=span_of(whole), text=joined(cut, words), marker=marker) for marker, cut, whole in groups)
    return joined(plain, words), points


def _unwrapped(row: Row, field: Field, context: _Context) -> list[Line | str]:
    """Join the lines of a running text that were full: what stands on the next had no room."""
    width = max(len(line.text) for line in row.lines)
    out: list[Line | str] = []
    before = None
    for line, source in zip(field.lines, field.sources, strict=True):
        if before is not None and len(before.text) + 1 + len(line.text.split(" ", 1)[0]) > width:
            out[-1] = joined([out[-1], line], context.words)
        else:
            out.append(line)
        before = source
    return out


def _responsible(row: Row, fields: Sequence[Field], context: _Context) -> tuple[Responsible, list[Line]]:
    """Read who answers for a measure, from its columns and from labels in its text."""
    lines: list[Line] = []
    told: list[Responsible] = []
    note = None
    for column, cell in zip(context.grid.columns, row.cells, strict=False):
        if not cell:
            continue
        if column.kind is Kind.RESPONSIBLE:
            told.append(read_bodies(cell, context.vocabulary, context.lexicon, context.words))
            lines.extend(cell)
        elif _helps(column.kind, column.written):
            note = note or joined(cell, context.words)
            lines.extend(cell)
    for field in fields:
        if field.kind is Kind.RESPONSIBLE:
            several = bool(_SEVERAL.search(field.label))
            said = _unwrapped(row, field, context) if context.grid.listed else field.lines
            told.append(read_bodies(said, context.vocabulary, context.lexicon, context.words, several=several))
            lines.extend(field.lines)
        elif _helps(field.kind, field.label):
            note = note or joined(field.lines, context.words)
            lines.extend(field.lines)
    bodies = tuple(dict.fromkeys(body for part in told for body in part.bodies))
    notes = [part.note for part in told if part.note]
    return Responsible(bodies=bodies, note=notes[0] if notes else note), lines


def _helps(kind: Kind, written: str) -> bool:
    """Tell a head or label of those who help the body that answers: `Samarbeidspartnere`."""
    return kind is Kind.OTHER and folded(written).startswith(("samarbeid", "bidrag"))


def _value(kind: Kind, row: Row, fields: Sequence[Field], context: _Context) -> tuple[str | None, list[Line]]:
    """Read a deadline or a state, from its column or from a label in the text."""
    cells = [
        cell for column, cell in zip(context.grid.columns, row.cells, strict=False) if column.kind is kind and cell
    ]
    begun_last = sorted(fields, key=lambda field: _BEGUN.match(field.label) is not None)
    labelled = [field.lines for field in begun_last if field.kind is kind]
    for lines in (*cells[::-1], *labelled):
        text = joined(lines, context.words).strip()
        if text.casefold() not in _NOTHING:
            return text, list(lines)
    return None, [line for lines in (*cells, *labelled) for line in lines]
