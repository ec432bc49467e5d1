"""Where a meeting was held, as heads tell it without a label: in a sentence, behind the day, on the line below."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import joined
from govdocs.reading.document_words import document_word
from govdocs.reading.factsheet import Facts
from govdocs.reading.outline import Outline

__all__ = ["BEHIND", "is_address", "labelish", "read_call", "read_place"]

BEHIND = re.compile(
    r"[\s,.]*(?:på|i|ved)\s+(?P<place>(?:[A-ZÆØÅ]|møterom|auditorium|kantin|styrerom).{3,90}"
    r"|[a-zæøå]+(?:rommet|salen|huset|kontoret|skolen|skulen)\b[^.:;]{0,80}\.?)$"
)
"""The place behind the day and the hours."""
_MET_AT = re.compile(
    r"\b(?:Møtet|[A-ZÆØÅ]\w+møtet)\s+(?:ble|vart|blei)\s+(?:av)?(?:holdt|halde|heldt)\s+(?:i|på|ved)\s+(?P<place>[^.:;]{3,80}?)"
    r"(?=\s+(?:og\s+(?:varte|varde)|frå?\s+kl|fra\s+kl|kl\b|(?:den\s+)?\d{1,2}\.)|[.;]|$)"
)
"""A sentence within the head's text: `Møtet ble holdt i styrerommet, Kaia 1 og varte fra kl. 0930-1555.`"""
_WENT_ON = re.compile(
    r"\b(?:foregikk|foregjekk|føregjekk|gikk|gjekk)\s+(?:pr\.?|per|via|over|på|i)\s+"
    r"(?P<place>(?:[A-ZÆØÅ][\w-]+\s)?(?:Zoom|Teams|Skype|Webex|Whereby|Meet)\b)"
)
"""A sentence on a meeting that nobody travelled to: `Møtet foregikk pr Zoom.`"""
_BEGAN = re.compile(
    r"\b\w*møtet\s+(?:fant\s+sted|fann\s+stad|startet|starta|begynte|byrja)\s+(?:fra\s+|frå\s+)?(?=kl)", re.IGNORECASE
)
_LASTED = re.compile(r"\b(?:varte|varde)\s+(?:fra|frå)\s+(?:kl\.?\s*)?\d[^;]*")
_MEETS_AT = re.compile(
    r"\bMøtet\s+(?:finner\s+sted|finn\s+stad|(?:av)?holdes|(?:av)?haldast|blir\s+(?:av)?holdt|blir\s+halde)\s+(?:i|på|ved)\s+"
    r"(?P<place>[A-ZÆØÅ][^.:;]{3,80}?)\s+og\s+(?:starter|startar|begynner|byrjar|tar\s+til|tek\s+til)\s+"
    r"(?P<when>kl\.?\s*\d{1,2}(?:[.:]?\d{2})?)(?!\d)"
)
"""A sentence that calls to the meeting: `Møtet finner sted på Rådhuset, møterom 2 og starter kl. 10.00.`"""


def read_call(facts: Facts, outline: Outline, start: int, end: int) -> None:
    """Read place and hour from a sentence that calls to the meeting, where no place and no other hour is told."""
    for index in range(start, end if facts.place is None else start):
        group = outline.lines[index : min(index + 3, end)]
        told = _MEETS_AT.search(joined(group, outline.words))
        hour = next(find_hours(told["when"]), None) if told else None
        if told is not None and hour is not None and facts.start in (None, hour.begin):
            facts.place, facts.start = told["place"].strip(" ,"), hour.begin
            own = [line for line in group[1:] if told["when"] in line.text]
            group = group[: group.index(own[0]) + 1] if own else group[:1]
            facts.note("place", group)
            facts.note("start", group)
            return


def read_place(facts: Facts, outline: Outline, start: int, end: int) -> None:
    """Read the place that no label told, and the hours that stand in its sentence."""
    index = start
    while index < end and facts.place is None:
        group = [outline.lines[index]]
        while index + len(group) < end and outline.lines[index + len(group)].number - group[-1].number == 1:
            group.append(outline.lines[index + len(group)])
        text = joined(group[:4], outline.words)
        if (met := _MET_AT.search(text)) is not None:
            facts.place = met["place"].strip(" .,")
            facts.note("place", group[:4])
            lasted = _LASTED.search(text, met.end())
            hours = list(find_hours(lasted.group(), bare=True)) if lasted else []
            if hours and facts.start is None:
                facts.start, facts.end = hours[0].begin, hours[-1].finish
                facts.note("start", group[:4])
        elif (went := _WENT_ON.search(text)) is not None:
            facts.place = went["place"]
            facts.note("place", group[:4])
        if (
            facts.start is None
            and (began := _BEGAN.search(text))
            and (hour := next(find_hours(text[began.end() :]), None))
        ):
            facts.start, facts.end = hour.begin, facts.end or hour.finish
            facts.note("start", group[:4])
        index += len(group)
    if facts.place is None and facts.title is not None and not any(find_hours(facts.title)):
        day = next(find_days(facts.title), None)
        if day is not None and (told := BEHIND.match(facts.title[day.end :])) is not None:
            facts.place = told["place"].strip(" .,")
            facts.spans.extend(
                type(span)(field="place", span=span.span) for span in facts.spans if span.field == "title"
            )
    if facts.place is None and facts.start is not None:
        _read_address(facts, outline, start, end)


def _read_address(facts: Facts, outline: Outline, start: int, end: int) -> None:
    """Take the line under the one that gave the hours where it is a place."""
    last = max((span.span.last for span in facts.spans if span.field in ("start", "date")), default=0)
    for index in range(start, end - 1):
        line, after = outline.lines[index], outline.lines[index + 1]
        if line.number == last and index + 1 not in facts.used and is_address(outline, line, after):
            facts.place = after.text.strip(" .,")
            facts.note("place", [after])
            facts.used.add(index + 1)
            return


def is_address(outline: Outline, line: Line, after: Line) -> bool:
    """Tell the place that stands without a label on the line under the day and the hours."""
    if after.number - line.number != 1 or after.cell != line.cell or labelish(after.text, outline.vocabulary):
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
            r",|\d|\b(?:Teams|Zoom|digitalt|nettmøte)\b|(?:rom|rommet|hus|huset|hotell|hotel|airport|senter|senteret|salen|rådhus)\b",
            after.text,
        )
    )


def labelish(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a line that begins with a label of the head, of a list of persons or of the agenda."""
    return vocabulary.label(text, "head", "attendance", "agenda", bare=True) is not None
