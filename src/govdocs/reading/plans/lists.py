"""Measures that are set as a list: numbered or bulleted items, or paragraphs, each with who answers for it and when."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import define

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap
from govdocs.reading.plans.columns import Column, Header, Kind
from govdocs.reading.plans.fields import begins_field, begins_strange, has_field
from govdocs.reading.plans.grids import Grid, Row
from govdocs.reading.plans.headings import area_label
from govdocs.reading.plans.marks import Mark, follows, mark_of, number_alone, shape_is_bullet

__all__ = ["find_lists"]

_REACH = 25
"""Lines within which an item begins above the label of who answers for it."""
_VALUE = 3
"""Lines from a label over its value to the next label at the most."""
_HEADER = Header(columns=(Column(kind=Kind.MEASURE, written=""),), lines=())


@define
class _Item:
    """One measure on its way: the places of its lines."""

    start: int
    end: int
    told: bool = False
    """Whether a label says who answers for it or when."""
    field: int | None = None
    """The first such label's place among its own lines."""
    shared: tuple[int, int] | None = None
    """The places of the labels that tell of it below another measure, the last of its list."""


def find_lists(lines: Sequence[Line], wrap: Wrap, vocabulary: Vocabulary, *, reporting: bool = False) -> Iterator[Grid]:
    """Yield the lists of measures among running lines, a grid for each run of items that nothing parts.

    In a document that is `reporting` all that stands below a measure up to the next one tells how far it has come.
    """
    marks = [mark_of(line.text) for line in lines]
    told = [n for n, line in enumerate(lines) if line.cell is None and has_field(line.text, vocabulary)]
    if len(told) < 2:
        return
    named = _named(lines, told, vocabulary)
    shape = None if named else _shape(lines, marks, told)
    headed = _headed(lines, vocabulary)
    items = list(_items(lines, marks, told, shape, wrap, vocabulary, named, reporting=reporting, headed=headed))
    if shape is not None and not reporting:
        _share(items, lines, vocabulary)
    if sum(item.told for item in items) < 2:
        return
    for whole in _runs(items):
        run = _alike(whole, lines, marks)
        if sum(item.told for item in run) * 2 < len(run):
            run = [item for item in run if item.told]
        if run:
            rows = tuple(_row(item, lines) for item in run)
            used = [line.number for row in rows for line in row.lines]
            yield Grid(
                header=_HEADER,
                rows=rows,
                first=min(used),
                last=max(used),
                listed=True,
                reporting=reporting,
                headed=bool(headed),
            )


def _row(item: _Item, lines: Sequence[Line]) -> Row:
    shared = lines[slice(*item.shared)] if item.shared is not None else ()
    return Row(cells=(tuple(lines[item.start : item.end]),), shared=tuple(shared))


def _share(items: Sequence[_Item], lines: Sequence[Line], vocabulary: Vocabulary) -> None:
    """Give the measures under `Tiltak:` the labels below the last one, where these tell of the whole list.

    They do if no other measure of the list has a label, and if they are set no further in than the measures.
    """
    group: list[_Item] = []
    for item in items:
        above = lines[item.start - 1].text if item.start else ""
        if vocabulary.kind(above.rstrip(" :"), "plan") == "plan.measure":
            group = [item]
        elif group and group[-1].end == item.start and not group[-1].told:
            group.append(item)
        else:
            group = []
        if item.field is None or len(group) < 2:
            continue
        label = lines[item.field]
        indents = {lines[one.start].indent for one in group}
        if begins_field(label.text, vocabulary) and len(indents) == 1 and label.indent <= min(indents):
            for one in group[:-1]:
                one.told, one.shared = True, (item.field, item.end)


def _headed(lines: Sequence[Line], vocabulary: Vocabulary) -> frozenset[str]:
    """Return the labels that stand over their values like headings: most times alone, a blank line below."""
    places = [n for n, line in enumerate(lines) if line.cell is None and begins_field(line.text, vocabulary)]
    alone = Counter(lines[n].text for n in places if lines[n].text.endswith(":") and _gap_below(lines, n) == 2)
    every = Counter(lines[n].text.partition(":")[0] for n in places)
    headed = frozenset(label for label, count in alone.items() if count > 1 and count * 10 >= 6 * every[label[:-1]])
    return headed if sum(alone.values()) * 10 < 6 * len(places) else frozenset(alone)


def _gap_below(lines: Sequence[Line], at: int) -> int:
    return lines[at + 1].number - lines[at].number if at + 1 < len(lines) else 0


def _named(lines: Sequence[Line], told: Sequence[int], vocabulary: Vocabulary) -> list[int]:
    """Return the places of lines that begin with the label of a measure, if most labels below stand under one each."""
    places = [
        n
        for n, line in enumerate(lines)
        if line.cell is None
        and (label := vocabulary.label(line.text, "plan", alone=False)) is not None
        and label.kind == "plan.measure"
        and not label.misspelt
        and (label.value or n + 1 == len(lines) or mark_of(lines[n + 1].text) is None)
        and not (n and (mark := mark_of(lines[n - 1].text)) is not None and mark.number and mark.rest)
    ]
    if len(places) < 2:
        return []
    ends = [*places[1:], len(lines)]
    under = sum(
        at < len(told) and told[at] < min(end, place + _REACH + 1)
        for place, end in zip(places, ends, strict=True)
        for at in [bisect_right(told, place)]
    )
    numbered = [n - 1 if n and number_alone(lines[n - 1].text) is not None else n for n in places]
    return numbered if under * 10 >= 6 * len(places) else []


def _shape(lines: Sequence[Line], marks: Sequence[Mark | None], told: Sequence[int]) -> str | None:
    """Return the form of mark that items begin with: the one most labels have above them; `None` for paragraphs."""
    seen: Counter[str] = Counter()
    order: dict[str, int] = {}
    groups = 0
    floor = -1
    for place in told:
        shapes: list[str] = []
        for at in range(place, max(floor, place - _REACH), -1):
            mark = marks[at]
            if mark is not None and _begins(mark):
                shapes.append(_form(mark))
        stacked = floor >= 0 and lines[floor].text.endswith(":") and place - floor <= _VALUE
        if shapes or (place - floor > 1 and not stacked):
            groups += 1
            seen.update(set(shapes))
        for shape in shapes:
            order.setdefault(shape, len(order))
        floor = place
    deep: dict[str, float] = {}
    for line, mark in zip(lines, marks, strict=True):
        if mark is not None and shape_is_bullet(form := _form(mark)):
            deep[form] = min(deep.get(form, line.indent), line.indent)

    def rank(shape: str) -> tuple[float, ...]:  # of bullets within bullets the outer ones are the items
        return seen[shape], not shape_is_bullet(shape), -deep.get(shape, 0), -order[shape]

    best = max(seen, key=rank, default=None)
    return best if best is not None and seen[best] * 10 >= groups * 6 else None


def _form(mark: Mark) -> str:
    """Return what the marks of one list share: the word before them, however deep their numbers go, or their shape."""
    return mark.shape.split(" ")[0] if " " in mark.shape else mark.shape


def _begins(mark: Mark) -> bool:
    """Tell a mark that a measure begins with: text stands behind it, or it is called a measure and stands above it."""
    return bool(mark.rest) or " " in mark.shape


def _items(
    lines: Sequence[Line],
    marks: Sequence[Mark | None],
    told: Sequence[int],
    shape: str | None,
    wrap: Wrap,
    vocabulary: Vocabulary,
    named: Sequence[int] = (),
    *,
    reporting: bool = False,
    headed: frozenset[str] = frozenset(),
) -> Iterator[_Item]:
    labelled = set(told)
    starts: Sequence[int]
    if named:
        starts = named
    elif shape is None:
        starts = sorted({_paragraph(lines, place, labelled, wrap) for place in told} - {-1})
    else:
        starts = [n for n, mark in enumerate(marks) if mark is not None and _form(mark) == shape and _begins(mark)]
    for n, start in enumerate(starts):
        limit = starts[n + 1] if n + 1 < len(starts) else len(lines)
        fields = [place for place in range(start, limit) if place in labelled and place - start <= _REACH]
        heading = next((at for at in range(start + 1, limit) if _is_border(lines, marks, at, shape, vocabulary)), limit)
        fields = [place for place in fields if place < heading]
        end = heading
        if not reporting:
            last = fields[-1] if fields else None
            end = _end(lines, marks, start, last, heading, shape, wrap, vocabulary, headed=headed)
        yield _Item(start, end, bool(fields), fields[0] if fields else None)


def _paragraph(lines: Sequence[Line], place: int, labelled: set[int], wrap: Wrap) -> int:
    """Return where the paragraph begins that a label's line follows; -1 where other labels alone stand above it."""
    at = place - 1
    while at >= 0 and at in labelled and place - at <= 4:
        at -= 1
    if at < 0 or place - at > 4:
        return -1
    while (
        at > 0
        and at - 1 not in labelled
        and (wrap.goes_on(lines[at - 1], lines[at]) or mark_of(lines[at].text) is not None)
    ):
        at -= 1
    return at


def _is_border(
    lines: Sequence[Line], marks: Sequence[Mark | None], at: int, shape: str | None, vocabulary: Vocabulary
) -> bool:
    """Tell a heading between two items: an area's label, a heading's level, a number of another form."""
    line, mark = lines[at], marks[at]
    if line.heading or area_label(line.text, vocabulary) is not None:
        return True
    return (
        mark is not None
        and not shape_is_bullet(mark.shape)
        and _form(mark) != shape
        and shape is not None
        and (shape_is_bullet(shape) or mark.rest[:1].isupper())
        and (lines[at - 1].number < line.number - 1 or lines[at - 1].page != line.page)
    )


def _end(
    lines: Sequence[Line],
    marks: Sequence[Mark | None],
    start: int,
    field: int | None,
    limit: int,
    shape: str | None,
    wrap: Wrap,
    vocabulary: Vocabulary,
    *,
    headed: frozenset[str] = frozenset(),
) -> int:
    """Return where an item ends: behind the value of its last label, else behind its own paragraph and sub-points."""
    end = (field if field is not None else start) + 1
    while end < limit:
        mark = marks[end]
        if (
            (field is not None and _tells(lines, end, wrap, vocabulary, headed=headed))
            or wrap.goes_on(lines[end - 1], lines[end])
            or (field is None and mark is not None and shape_is_bullet(mark.shape) and mark.shape != shape)
        ):
            end += 1
        elif (
            field is not None
            and lines[field].text.count("(") > lines[field].text.count(")")
            and ")" in lines[end].text
            and end - field <= 3
        ):
            end += 1
            field = None
        else:
            break
    return end


def _tells(
    lines: Sequence[Line], at: int, wrap: Wrap, vocabulary: Vocabulary, *, headed: frozenset[str] = frozenset()
) -> bool:
    """Tell a line that says more of a measure below its first label: a label too, or what a label above announces."""
    gap = lines[at].number - lines[at - 1].number - 1
    if begins_field(lines[at].text, vocabulary) or _stands_between(lines, at, vocabulary):
        return gap <= 1 + wrap.usual_gap(lines[at])
    if lines[at - 1].text in headed:
        return gap <= 1
    stacked = lines[at - 1].text.endswith(":") or (
        at > 1
        and lines[at - 2].text.endswith(":")
        and at + 1 < len(lines)
        and begins_field(lines[at + 1].text, vocabulary)
        and lines[at + 1].text.endswith(":")
    )
    return stacked and gap <= wrap.usual_gap(lines[at])


def _stands_between(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> bool:
    """Tell a label that the genre has no word for, right over one that it has a word for."""
    after = lines[at + 1] if at + 1 < len(lines) else None
    if after is None or after.number - lines[at].number > 1 or not begins_field(after.text, vocabulary):
        return False
    return begins_strange(lines[at].text, vocabulary)


def _alike(run: Sequence[_Item], lines: Sequence[Line], marks: Sequence[Mark | None]) -> list[_Item]:
    """Leave away what only looks like one more item: set further out or in, or with a number that comes not next."""
    out: list[_Item] = []
    indent = next((lines[item.start].indent for item in run if item.told), 0.0)
    before: Mark | None = None
    for item in run:
        mark = marks[item.start]
        if not item.told and (
            abs(lines[item.start].indent - indent) > 1.5 or (mark and before and not follows(mark, before))
        ):
            continue
        if not item.told and mark and before and mark.value and mark.value == before.value:
            continue
        out.append(item)
        before = mark
    return out


def _runs(items: Sequence[_Item]) -> Iterator[list[_Item]]:
    run: list[_Item] = []
    for item in items:
        if run and item.start != run[-1].end:
            yield run
            run = []
        run.append(item)
    if run:
        yield run
