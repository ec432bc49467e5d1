"""The facts at the head of a meeting's document: which body, which meeting, when and where."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.vocabulary import Label, folded
from govdocs.reading.blocks import joined
from govdocs.reading.bodies import MEETING_IN, body_in, is_body_name
from govdocs.reading.broken_days import breaks_day
from govdocs.reading.document_words import document_word
from govdocs.reading.factsheet import Facts, take_when, without_time
from govdocs.reading.letterheads import NUMBER, read_titles
from govdocs.reading.outline import Outline
from govdocs.reading.places import read_call, read_place
from govdocs.reading.routing import column_heads

__all__ = ["Facts", "read_facts"]

_REFERENCE = re.compile(r"(?:Vår|Deres|Dykkar)(?:e|es)?\s+ref", re.IGNORECASE)
_OF_A_PROGRAMME = re.compile(r"\d{1,2}[.:]\d{2}:\s+(?!\w*møte)", re.IGNORECASE)
"""What a programme sets before its hours: `kl 19.00: Middag på hotellet`."""
_UNKNOWN = re.compile(r"^Neste møte\b|^[A-ZÆØÅ][\wæøåÆØÅ ,./-]{1,60}:(?:\s|$)")


def read_facts(outline: Outline, start: int, end: int, *, papers: bool = False) -> Facts:
    """Read the facts of the lines from one place up to another.

    In case `papers`, a plain `Dato` is the paper's own day and not the meeting's, and a heading's day no more so.
    """
    facts = Facts()
    values = _labelled(outline, start, end)
    values.sort(key=lambda item: not re.match(r"møte", item[0].written, re.IGNORECASE))
    for label, value, places in values:
        if (
            label.kind == "head.date"
            and re.fullmatch(r"dato", label.written.strip(), re.IGNORECASE)
            and (
                _dated_above(outline, start, places[0])
                or (papers and not _of_a_meeting(outline, values))
                or _dated_beside(values)
                or _of_a_letter(outline, places[0])
            )
        ):
            facts.used.update(places)
            continue
        _take(facts, outline, label, value, places)
    read_titles(facts, outline, start, end, papers=papers)
    if not papers or facts.start is not None:
        read_place(facts, outline, start, end)
    read_call(facts, outline, start, end)
    return facts


def _dated_above(outline: Outline, start: int, place: int) -> bool:
    """Tell a bare `Dato` at the end of a head, the day of writing: the heading has told the meeting's day already."""
    for index in range(start, place):
        text = outline.lines[index].text
        if (document_word(text) or MEETING_IN.match(text)) and re.search(r"\bmøte", text, re.IGNORECASE):
            return next((day for day in find_days(text) if day.date), None) is not None and any(
                outline.label(n, "attendance") for n in range(index, place)
            )
    return False


def _of_a_letter(outline: Outline, place: int) -> bool:
    """Tell the day of a letter: its references stand on the same line (`Vår ref.:   Dykkar ref.:   Dato:`)."""
    near = outline.lines[max(0, place - 2) : place + 3]
    own = outline.lines[place]
    return any(line.number == own.number and line.page == own.page and _REFERENCE.match(line.text) for line in near)


def _dated_beside(values: Sequence[tuple[Label, str, list[int]]]) -> bool:
    """Tell whether another label gives a day and its hours, so that a bare `Dato` is the day of writing."""
    return any(
        label.kind in ("head.date", "head.time")
        and label.written.strip().lower() != "dato"
        and next((day for day in find_days(value) if day.date), None) is not None
        and next(find_hours(value), None) is not None
        for label, value, _ in values
    )


def _of_a_meeting(outline: Outline, values: list[tuple[Label, str, list[int]]]) -> bool:
    """Tell whether the labels are those of a meeting: a place or a time stands among them."""
    return any(label.kind in ("head.place", "head.time", "head.start") for label, value, _ in values if value)


def _labelled(outline: Outline, start: int, end: int) -> list[tuple[Label, str, list[int]]]:
    """Gather the labelled facts; a label alone has the next line's value, a column of labels a column of values."""
    found: list[tuple[Label, str, list[int]]] = []
    heads = {n for n in column_heads(outline.routes) if outline.lines[n].cell is not None}
    index = start
    while index < end:
        label = _head_label(outline, index) if index not in heads else None
        if label is None:
            index += 1
            continue
        if label.value:
            places = [index]
            while index + 1 < end and _more_days(outline, label, index + 1):
                index += 1
                places.append(index)
            while (
                index + 1 < end
                and _goes_on(outline, index)
                and _head_label(outline, index + 1) is None
                and not document_word(outline.lines[index + 1].text)
                and not _UNKNOWN.match(outline.lines[index + 1].text)
            ):
                index += 1
                places.append(index)
                if len(places) > 3:
                    break
            text = joined([label.value, *(outline.lines[n] for n in places[1:])], outline.words)
            found.append((label, text, places))
            index += 1
            continue
        column = [(label, index)]
        while (
            (more := index + 1 + len(column) - 1) < end
            and (next_label := _head_label(outline, more)) is not None
            and not next_label.value
        ):
            column.append((next_label, more))
        at = index + len(column)
        if len(column) > 1 and _apart(outline, column, at):  # heads of an empty table, but for the last
            column, index = column[-1:], at - 1
        for n, (each, place) in enumerate(column):
            if (
                at + n < end
                and (_beside(outline, place, at + n) or _head_label(outline, at + n) is None)
                and outline.vocabulary.label(outline.lines[at + n].text, "attendance") is None
            ):
                found.append((each, outline.lines[at + n].text, [place, at + n]))
            else:
                found.append((each, "", [place]))
                break
        else:
            n = len(column)
            index = at + n
            continue
        index = at + (n if n else 0)
    return found


def _beside(outline: Outline, place: int, at: int) -> bool:
    """Tell the value in the cell beside a label's, though its first word may be a label: `Sted: | Møterom Fjell`."""
    label, value = outline.lines[place], outline.lines[at]
    side_by_side = label.cell is not None and value.cell is not None and label.cell[:2] == value.cell[:2]
    return side_by_side and at == place + 1 and ":" not in value.text and outline.vocabulary.kind(value.text) is None


def _goes_on(outline: Outline, index: int) -> bool:
    """Tell whether a value goes on in the next line, as its paragraph or as its day."""
    line, after = outline.lines[index], outline.lines[index + 1]
    return outline.wrap.goes_on(line, after) or breaks_day(line, after)


def _apart(outline: Outline, column: Sequence[tuple[Label, int]], at: int) -> bool:
    """Tell labels that stand apart from one another, the last of them right over the first value."""
    lines = outline.lines
    gaps = [lines[b].number - lines[a].number for (_, a), (_, b) in pairwise(column)]
    return at < len(lines) and min(gaps) > 1 and lines[at].number - lines[at - 1].number == 1


def _is_day(text: str) -> bool:
    day = next(find_days(text), None)
    return day is not None and day.start == 0 and day.end >= len(text.rstrip(" ."))


def _more_days(outline: Outline, label: Label, index: int) -> bool:
    """Tell a second day's line under the day and hours of the first."""
    day = next(find_days(outline.lines[index].text), None)
    return (
        label.kind in ("head.date", "head.time")
        and day is not None
        and day.start == 0
        and _head_label(outline, index) is None
    )


def _head_label(outline: Outline, index: int) -> Label | None:
    line = outline.lines[index]
    label = outline.vocabulary.label(line.text, "head", bare=True)
    if label is None:
        return None
    if not label.colon and label.value:
        kind = label.kind.removeprefix("head.")
        if kind == "body" and (label.written.lower().startswith("møte") or not is_body_name(label.value)):
            return None
        if kind == "place" and (len(label.value) > 80 or outline.vocabulary.heads_row(line.text, "head")):
            return None
        if kind in ("date", "time") and not (
            next(find_days(label.value), None) or next(find_hours(label.value, bare=True), None)
        ):
            return None
        if not (label.value[:1].isupper() or label.value[:1].isdigit() or label.value[:2] == "kl"):
            return None
    if not label.colon and not label.value and (line.cell is None and label.kind == "head.body"):
        after = outline.lines[index + 1] if index + 1 < len(outline.lines) else line
        under = after.number - line.number == 1 and is_body_name(after.text) and len(after.text) < 60
        return label if under and folded(label.written) in ("utvalg", "utval") else None
    return label


def _take(facts: Facts, outline: Outline, label: Label, value: str, places: list[int]) -> None:
    kind = label.kind.removeprefix("head.")
    lines = [outline.lines[n] for n in places]
    taken = False
    if _OF_A_PROGRAMME.match(value):
        return
    if kind in ("date", "time", "start", "end") or (
        kind == "place" and re.search(r"tid|dato", label.written, re.IGNORECASE)
    ):
        taken = take_when(facts, kind, value, lines)
        if re.search(r"st[ae]d|plass", label.written, re.IGNORECASE) and facts.place is None:
            place = without_time(value)
            if place:
                facts.place = place
                facts.note("place", lines)
    elif kind == "place" and facts.place is None and value and not _is_day(value):
        facts.place = value.strip(" .,")
        facts.note("place", lines)
        taken = True
        take_when(facts, "place", value, lines)
    elif kind == "body" and facts.body is None and value and len(value) < 160 and not next(find_days(value), None):
        facts.body = (body_in(value, False) if MEETING_IN.match(value) else None) or value
        facts.note("body", lines)
        taken = True
    elif kind == "number" and facts.number is None and value:
        match = re.search(r"\d{1,3}(?:\s?[/–-]\s?\d{2,4})?", value)
        if match and match.start() < 4:
            facts.number = match.group()
            facts.note("number", lines)
            taken = True
        if facts.number is None and (numbered := NUMBER.search(value)):
            facts.number = " ".join(numbered[numbered.lastgroup or 0].split())
            facts.note("number", lines)
            taken = True
        if next((day for day in find_days(value) if day.date), None) is not None:
            taken = take_when(facts, "date", value, lines) or taken
        if not taken and label.colon and facts.body is None and is_body_name(value):  # `MØTE: Høgskolestyret`
            facts.body = value
            facts.note("body", lines)
            taken = True
    if taken or (value and kind in ("date", "place", "time") and not (not label.colon and is_body_name(value))):
        facts.used.update(places)
