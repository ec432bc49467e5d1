"""The facts at the head of a meeting's document: which body, which meeting, when and where."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.model import FieldSpan
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.people import read_person
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.blocks import joined, span_of
from govdocs.reading.bodies import MEETING_IN, TAIL, body_in, is_body_name
from govdocs.reading.outline import Outline, document_word

__all__ = ["Facts", "read_facts"]

_NUMBER = re.compile(
    r"(?:\bmøte|\bprotokoll|\breferat|\bmøtenr\.?|\brådsmøte|\bstyremøte)\s*(?:nr\.?"
    r"|nummer)?\s*:?\s*(?P<n>\d{1,2}\s?[/–-]\s?(?:\d{4}|\d{2})(?![\d.]))"
    r"|\((?P<b>\d{1,2}/\d{2,4})\)",
    re.IGNORECASE,
)
_UNKNOWN = re.compile(r"^Neste møte\b|^[A-ZÆØÅ][\wæøåÆØÅ ,./-]{1,60}:(?:\s|$)")
_ASIDE = re.compile(
    r"\((?P<place>[^()]*\b(?:Teams|Zoom|digitalt|møterom\w*|\w*rommet|campus|auditori\w+"
    r"|\w*salen)\b[^()]*)\)",
    re.IGNORECASE,
)
_HELD = re.compile(
    r"^Møtet\s+(?:(?:ble|vart|blei)\s+)?(?:satt|sett|holdt|halde|avholdt|åpnet|opna|starta"
    r"|startet)\b",
    re.IGNORECASE,
)


@define(kw_only=True)
class Facts:
    """What the head says, while it is gathered; each with its lines."""

    body: str | None = None
    number: str | None = None
    title: str | None = None
    date: datetime.date | None = None
    end_date: datetime.date | None = None
    start: datetime.time | None = None
    end: datetime.time | None = None
    place: str | None = None
    spans: list[FieldSpan] = field(factory=list)
    used: set[int] = field(factory=set)
    """Places of the lines that gave a fact."""

    def note(self, name: str, lines: Sequence[Line]) -> None:
        """Remember where a fact stands."""
        if lines:
            self.spans.append(FieldSpan(field=name, span=span_of(lines)))


def read_facts(outline: Outline, start: int, end: int, *, papers: bool = False) -> Facts:
    """Read the facts of the lines from one place up to another.

    In case `papers`, a plain `Dato` is the paper's own day and not the meeting's, and a heading's day no more so.
    """
    facts = Facts()
    values = _labelled(outline, start, end)
    values.sort(key=lambda item: not re.match(r"møte", item[0].written, re.IGNORECASE))
    for label, value, places in values:
        if (
            papers
            and label.kind == "head.date"
            and re.fullmatch(r"dato", label.written.strip(), re.IGNORECASE)
            and not _of_a_meeting(outline, values)
        ):
            facts.used.update(places)
            continue
        _take(facts, outline, label, value, places)
    _titles(facts, outline, start, end, papers=papers)
    return facts


def _of_a_meeting(outline: Outline, values: list[tuple[Label, str, list[int]]]) -> bool:
    """Tell whether the labels are those of a meeting: a place or a time stands among them."""
    return any(label.kind in ("head.place", "head.time", "head.start") for label, value, _ in values if value)


def _labelled(outline: Outline, start: int, end: int) -> list[tuple[Label, str, list[int]]]:
    """Gather the labelled facts; a label alone has the next line's value, a column of labels a column of values."""
    found: list[tuple[Label, str, list[int]]] = []
    index = start
    while index < end:
        label = _head_label(outline, index)
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
                and outline.wrap.goes_on(outline.lines[index], outline.lines[index + 1])
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
        for n, (each, place) in enumerate(column):
            if (
                at + n < end
                and _head_label(outline, at + n) is None
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
        if kind == "place" and len(label.value) > 80:
            return None
        if kind in ("date", "time") and not (
            next(find_days(label.value), None) or next(find_hours(label.value, bare=True), None)
        ):
            return None
        if not (label.value[:1].isupper() or label.value[:1].isdigit() or label.value[:2] == "kl"):
            return None
    if not label.colon and not label.value and (line.cell is None and label.kind == "head.body"):
        return None
    return label


def _take(facts: Facts, outline: Outline, label: Label, value: str, places: list[int]) -> None:
    kind = label.kind.removeprefix("head.")
    lines = [outline.lines[n] for n in places]
    taken = False
    if kind in ("date", "time", "start", "end") or (
        kind == "place" and re.search(r"tid|dato", label.written, re.IGNORECASE)
    ):
        taken = _when(facts, kind, value, lines)
        if re.search(r"st[ae]d|plass", label.written, re.IGNORECASE) and facts.place is None:
            place = _without_time(value)
            if place:
                facts.place = place
                facts.note("place", lines)
    elif kind == "place" and facts.place is None and value:
        facts.place = value.strip(" .,")
        facts.note("place", lines)
        taken = True
        _when(facts, "place", value, lines)
    elif kind == "body" and facts.body is None and value and len(value) < 160 and not next(find_days(value), None):
        facts.body = value
        facts.note("body", lines)
        taken = True
    elif kind == "number" and facts.number is None and value:
        match = re.search(r"\d{1,3}(?:\s?[/–-]\s?\d{2,4})?", value)
        if match and match.start() < 4:
            facts.number = match.group()
            facts.note("number", lines)
            taken = True
        if facts.number is None and (numbered := _NUMBER.search(value)):
            facts.number = " ".join((numbered["n"] or numbered["b"]).split())
            facts.note("number", lines)
            taken = True
        if next((day for day in find_days(value) if day.date), None) is not None:
            taken = _when(facts, "date", value, lines) or taken
    if taken or kind in ("date", "place", "time"):
        facts.used.update(places)


def _when(facts: Facts, kind: str, value: str, lines: list[Line]) -> bool:
    """Take days and hours from a value; the first label to give one wins."""
    taken = False
    day = next((day for day in find_days(value) if day.date), None)
    if day is not None and facts.date is None:
        facts.date, facts.end_date = day.date, day.end_date
        if facts.end_date is None:
            later = [d.date for d in find_days(value) if d.date and day.date and 0 < (d.date - day.date).days <= 4]
            facts.end_date = later[-1] if later else None
        facts.note("date", lines)
        taken = True
    hours = list(find_hours(value, bare=kind != "place"))  # `Storgata 10-12` is no time
    if hours and facts.start is None and kind != "end":
        facts.start = hours[0].begin
        facts.end = hours[-1].finish or (hours[-1].begin if len(hours) > 1 and hours[0].finish is None else None)
        facts.note("start", lines)
        taken = True
    elif hours and kind == "end" and facts.end is None:
        facts.end = hours[0].begin
        facts.note("end", lines)
        taken = True
    return taken


def _without_time(value: str) -> str | None:
    """Return what a value says beside days and hours: the place of `12. mars 2024 kl. 10–12, Rådhuset`."""
    text = value
    stretches = [(d.start, d.end) for d in find_days(value)] + [(h.start, h.end) for h in find_hours(value, bare=True)]
    for start, end in sorted(stretches, reverse=True):
        text = text[:start] + "\0" + text[end:]
    pieces = [piece.strip(" ,.;:/–-") for piece in text.split("\0")]
    pieces = [
        p
        for p in pieces
        if re.search(r"[A-ZÆØÅa-zæøå]{3}", p)
        and not re.fullmatch(
            r"(?:kl\.?|fra|til|den|og|klokka|klokken|dato|møtestart|slutt|ca\.?|\s)+", p, re.IGNORECASE
        )
    ]
    return max(pieces, key=len) if pieces else None


def _titles(facts: Facts, outline: Outline, start: int, end: int, *, papers: bool) -> None:
    """Read what the lines without labels say: the document's heading, the body's name, the meeting's number and day."""
    index = start
    listed = next((n for n in range(start, end) if outline.label(n, "attendance") is not None), end)
    body_line: tuple[str, list[Line]] | None = None
    while index < end:
        line = outline.lines[index]
        if index in facts.used:
            index += 1
            continue
        group = [_first_column(line)]
        while (
            index + 1 < end
            and index + 1 not in facts.used
            and len(group) < 4
            and _title_goes_on(outline, group[-1], outline.lines[index + 1])
            and not _labelish(outline.lines[index + 1].text, outline.vocabulary)
        ):
            index += 1
            group.append(outline.lines[index])
        text = joined(group, outline.words).strip(" *_#")
        index += 1
        word = document_word(text)
        papers = papers and not (word is not None and word[0] == "notice")
        if len(text) > 260:
            continue
        titled = bool(word) or bool(MEETING_IN.match(text))
        if titled:
            if facts.title is None:
                facts.title = text
                facts.note("title", group)
                facts.used.update(range(index - len(group), index))
            aside = _ASIDE.search(text)
            if aside and facts.place is None:
                facts.place = aside["place"].strip()
                facts.note("place", group)
            body = body_in(re.sub(r"\s*\([^()]*\)", "", text) if aside else text, bool(word))
            if body and facts.body is None:
                facts.body = body
                facts.note("body", group)
        if facts.number is None and (match := _NUMBER.search(text)) and (titled or len(text) < 90):
            facts.number = " ".join((match["n"] or match["b"]).split())
            facts.note("number", group)
        if (
            facts.date is None
            and not papers
            and (titled or len(text) < 90)
            and not re.match(r"(?:Saksframlegg|Vår|Deres|Utskrift)", text)
        ):
            if _when(facts, "date", text, group) and facts.place is None:
                last = max((h.end for h in find_hours(text)), default=0)
                behind = re.match(r"[\s,.]*(?:på|i|ved)\s+(?P<place>[A-ZÆØÅ].{3,90})$", text[last:]) if last else None
                if behind:
                    facts.place = behind["place"].strip(" .")
                    facts.note("place", group)
            if (
                facts.place is None
                and facts.start is not None
                and index < end
                and _is_address(outline, group[-1], outline.lines[index])
            ):
                facts.place = outline.lines[index].text.strip(" .")
                facts.note("place", [outline.lines[index]])
                facts.used.add(index)
        if _HELD.match(text) and len(text) < 260:
            if _when(facts, "date", text, group) and facts.place is None:
                place = re.sub(r"^(?:i|på|ved)\s+", "", _without_time(re.sub(_HELD, "", text)) or "") or None
                if place:
                    facts.place = place
                    facts.note("place", group)
            facts.used.update(range(index - len(group), index))
            continue
        text = TAIL.sub("", text) if re.search(r",\s*møte\b", text) else text
        if body_line is None and not titled and index <= listed and is_body_name(text) and read_person(text) is None:
            body_line = (text, group)
    if (
        facts.body is not None
        and body_line is not None
        and facts.body.casefold() in body_line[0].casefold()
        and len(body_line[0]) > len(facts.body)
        and " - " not in body_line[0]
    ):
        facts.body = body_line[0].strip(" .")
        facts.note("body", body_line[1])
    if facts.body is None and body_line is None and re.search(r"styre", facts.title or "", re.IGNORECASE):
        first = next(
            (
                line
                for line in outline.lines[start : min(start + 4, end)]
                if is_organization(line.text) and not document_word(line.text) and len(line.text) < 90
            ),
            None,
        )
        body_line = (_first_column(first).text, [first]) if first is not None else None
    if facts.body is None and body_line is not None:
        facts.body = body_line[0].strip(" .")
        facts.note("body", body_line[1])


def _is_address(outline: Outline, line: Line, after: Line) -> bool:
    """Tell the place that stands without a label on the line under the day and the hours."""
    if after.number - line.number != 1 or after.cell != line.cell or _labelish(after.text, outline.vocabulary):
        return False
    if (
        not after.text[:1].isupper()
        or len(after.text) > 110
        or looks_like_sentence(after.text)
        or document_word(after.text)
    ):
        return False
    return bool(
        re.search(
            r",|\d|\b(?:Teams|Zoom|digitalt|nettmøte)\b|(?:rom|rommet|hus|huset|hotell|senter|senteret|salen|rådhus)\b",
            after.text,
        )
    )


def _first_column(line: Line) -> Line:
    """Return what stands left on a line that holds an address or a kind of document to its right."""
    if not line.gaps or not (
        is_organization(line.text[: line.gaps[0]].strip()) or is_body_name(line.text[: line.gaps[0]].strip())
    ):
        return line
    return evolve(line, text=line.text[: line.gaps[0]].strip(), gaps=())


def _title_goes_on(outline: Outline, line: Line, after: Line) -> bool:
    """Tell whether a heading goes on in the next line; lines of a head are short for other reasons than the margin."""
    open_end = after.text[:1].islower() or bool(
        re.search(r"(?:[-–,/]|\b(?:og|for|i|av|til|fra|frå|med|om|på))$", line.text)
    )
    return open_end and outline.wrap.goes_on(line, after)


def _labelish(text: str, vocabulary: Vocabulary) -> bool:
    return vocabulary.label(text, "head", "attendance", "agenda", bare=True) is not None
