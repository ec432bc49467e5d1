"""Labels side by side on one line with their values under them, set one under the other as readers want them."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_name
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.label_cells import columns_down
from govdocs.reading.routing import find_stops, heads_table, may_head

__all__ = ["set_apart", "set_under"]

_LABEL = re.compile(r"[A-ZÆØÅ][^\d:]{1,28}:?")
_LABEL_ALONE = re.compile(r"[A-ZÆØÅ][^\d:.,]{1,28}:")
_NAME_AND_NUMBER = re.compile(
    r"(?P<name>[A-ZÆØÅ][^\d:,]{3,50}?)\s+(?:(?P<kind>(?:[A-ZÆØÅ]{1,3}\s?-\s?)?[A-ZÆØÅ]?\d[\w.&-]*)\s+)?"
    r"(?P<number>\d{2,4}/\d{1,6})"
)
"""A case officer, a class of the archive where the heads have a column for it, and a number in the archive."""
_MET = re.compile(r"(?:Styre|Råds|Utvalgs|Utvals)?[Mm]øte\s+\d{1,2}\.\s?(?:\d{1,2}\.\s?|[a-zæøå]+\s)(?:\d{4}|\d{2}$)")
"""The day of the meeting beside something else: `Styremøte 10.02.2012`."""


def set_under(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield lines with each label of such a block before its value; a table of bodies and days is left as it is."""
    lines = list(columns_down(lines, vocabulary)) if any(line.cell is not None for line in lines) else lines
    headed = any(line.gaps and may_head(line.text) for line in lines)
    tables = {place for place, _ in find_stops(lines)} if headed else set()
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.gaps and at not in tables and (block := _block(lines, at, vocabulary)) is not None:
            heads, values = block
            whole = len(values) == len(heads)  # if not, a column of the table is empty
            for n, head in enumerate(heads):
                label = head.text.rstrip(" :")
                yield evolve(head, text=f"{label}:") if vocabulary.kind(label, "head", "case") else head
                yield from values[n : n + 1] if whole else (each for each in values if each.indent == head.indent)
            at += 2
        elif line.text.endswith(":") and (stacked := _stacked(lines, at, vocabulary)):
            yield from stacked
            at += len(stacked)
        elif lines[at + 1 : at + 2] and (told := _officer_and_number(line, lines[at + 1], vocabulary)) is not None:
            yield from told
            at += 2
        else:
            yield line
            at += 1


def _block(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> tuple[list[Line], list[Line]] | None:
    """Return what stands between the wide gaps of a line, and of the one right under it, if these are such a block."""
    line, under = lines[at], lines[at + 1] if at + 1 < len(lines) else None
    if under is None or under.number - line.number != 1 or not (under.gaps or under.indent):
        return None
    heads, values = _pieces(line), _pieces(under)
    return (heads, values) if _is_block(heads, values, vocabulary) else None


def _is_block(heads: Sequence[Line], values: Sequence[Line], vocabulary: Vocabulary) -> bool:
    edges = {each.indent for each in heads}
    under = len(heads) == len(edges) and 0 < len(values) < len(heads) and all(each.indent in edges for each in values)
    return (
        len(heads) >= 2
        and (len(heads) == len(values) or (under and values[0].indent > 0))
        and all(_LABEL.fullmatch(each.text) for each in heads)
        and _labelled(heads, vocabulary)
        and not any(vocabulary.label(each.text, "head", "case", bare=True) for each in _unnamed(heads, values))
    )


def _unnamed(heads: Sequence[Line], values: Sequence[Line]) -> Iterator[Line]:
    """Yield the values that do not say once more what they are: `Kl 10:30` under `Kl.`."""
    names = tuple(head.text.rstrip(" .:") for head in heads)
    return (value for value in values if not value.text.startswith(names))


def _labelled(heads: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether two columns have labels of a case over them, or three those of a meeting."""
    told = [
        sum(vocabulary.kind(each.text.rstrip(" :"), group) is not None for each in heads) for group in ("case", "head")
    ]
    return told[0] >= 2 or told[1] >= 3


def _stacked(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> list[Line]:
    """Read labels that all stand over all their values, a line each: the values follow in the labels' order.

    A value goes on in the next line behind a comma. Where there are not as many values as labels nothing is told.
    """
    stop = at
    while stop < len(lines) and _LABEL_ALONE.fullmatch(lines[stop].text) and _tight(lines, at, stop):
        stop += 1
    labels = lines[at:stop]
    known = sum(vocabulary.kind(each.text.rstrip(" :"), "head", "attendance") is not None for each in labels)
    if len(labels) < 3 or known < 3 or 2 * known < len(labels):
        return []
    values: list[list[Line]] = []
    while stop < len(lines) and (not values or _tight(lines, at, stop)):
        line = lines[stop]
        if line.text.endswith(":") or vocabulary.label(line.text, "agenda") is not None:
            return []
        if values and values[-1][-1].text.endswith(","):
            values[-1].append(line)
        else:
            values.append([line])
        stop += 1
    if len(values) != len(labels):
        return []
    told = [
        evolve(line, text=f"{label.text} {line.text}", gaps=(), stops=()) if n == 0 else line
        for label, value in zip(labels, values, strict=True)
        for n, line in enumerate(value)
    ]
    return [*labels, *told]


def _tight(lines: Sequence[Line], first: int, at: int) -> bool:
    return at == first or (lines[at].number - lines[at - 1].number == 1 and lines[at].cell is None)


def _officer_and_number(head: Line, value: Line, vocabulary: Vocabulary) -> list[Line] | None:
    """Read the heads of a case officer and an archive's number, values below, where single blanks part them.

    The archive's class may have a column between them, which may be empty: `Saksbehandler Arkiv ArkivsakID`.
    """
    match = _NAME_AND_NUMBER.fullmatch(value.text) if value.text[-1:].isdigit() else None
    if match is None or value.number - head.number != 1 or not is_name(match["name"]):
        return None
    label = vocabulary.label(head.text, "case", bare=True)
    if label is None or label.colon or label.kind != "case.officer":
        return None
    whole = vocabulary.kind(label.value, "case") == "case.archive"
    heads = [label.value] if whole else label.value.split()
    if len(heads) > 2 or (match["kind"] and len(heads) < 2):
        return None
    if not heads or any(vocabulary.kind(each, "case") != "case.archive" for each in heads):
        return None
    told = [f"{label.written}: {match['name']}", f"{heads[-1]}: {match['number']}"]
    if match["kind"]:
        told.insert(1, f"{heads[0]}: {match['kind']}")
    return [evolve(value, text=text, gaps=(), stops=()) for text in told]


def _pieces(line: Line) -> list[Line]:
    """Return what stands between the wide gaps of a line."""
    if line.cell is not None:
        return []
    cuts = [0, *line.gaps, len(line.text)]
    edges = [line.indent, *line.stops] if len(line.stops) == len(line.gaps) else [line.indent] * (len(cuts) - 1)
    return [
        evolve(line, text=text, gaps=(), stops=(), indent=edge)
        for (a, b), edge in zip(itertools.pairwise(cuts), edges, strict=True)
        if (text := line.text[a:b].strip())
    ]


def set_apart(line: Line, vocabulary: Vocabulary) -> list[Line]:
    """Set labels that stand side by side on one line (`Møtedato: …   Klokka: …`) on lines of their own."""
    if heads_table(line.text) or not (":" in line.text or _MET.search(line.text)):
        return [line]
    cuts = [0, *line.gaps, len(line.text)]
    pieces = [text for a, b in itertools.pairwise(cuts) if (text := line.text[a:b].strip())]
    starts = [0] + [
        n
        for n, piece in enumerate(pieces)
        if n and (_MET.fullmatch(piece) or ((label := vocabulary.label(piece, "head", "case")) and label.colon))
    ]
    if len(starts) < 2:
        return [line]
    joined = [" ".join(pieces[a:b]) for a, b in zip(starts, [*starts[1:], len(pieces)], strict=True)]
    return [evolve(line, text=text, gaps=()) for text in joined]
