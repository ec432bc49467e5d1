"""What the lines of a head without labels say: the heading, the body, the number and the day of the meeting."""

from __future__ import annotations

import re

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.people import read_person
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.beginnings import meets_on
from govdocs.reading.blocks import joined
from govdocs.reading.bodies import MEETING_IN, TAIL, body_in, is_body_name, is_fuller, met_in
from govdocs.reading.broken_days import breaks_day
from govdocs.reading.document_words import document_word
from govdocs.reading.factsheet import Facts, take_when, without_time
from govdocs.reading.following import CLOSED
from govdocs.reading.outline import Outline
from govdocs.reading.places import BEHIND, is_address, labelish
from govdocs.reading.routing import heads_table

__all__ = ["NUMBER", "read_titles"]

NUMBER = re.compile(
    r"(?:\bmøte|\bprotokoll|\breferat|\bmøtenr\.?|\brådsmøte|\bstyremøte)\s*(?:nr\.?"
    r"|nummer)?\s*:?\s*(?P<n>\d{1,2}\s?[/–-]\s?(?:\d{4}|\d{2})(?![\d.]))"
    r"|\((?P<b>\d{1,2}/\d{2,4})\)|(?:[,)]|styret|rådet|utvalget|utvalet|nemnda|komiteen)\s*nr\.?\s*(?P<c>\d{1,2}/(?:\d{4}|\d{2}))(?!\d|\.\d)"
    r"|^(?:Møte\w*|Protokoll|Referat)\b\D*\s[–-]\s(?P<g>\d{1,2}/20\d{2})$"
    r"|\b\w+møte\s+(?:nr\.?\s*)?(?P<e>\d{1,3})\s*$"
    r"|^(?:Møte\w*|Protokoll|Referat)\b[^\d]*(?:styret|rådet|utvalget|utvalet|nemnda|komiteen|styre|råd|utval|utvalg)"
    r"\s+(?P<f>\d{1,2}/\d{2}(?:\d{2})?)$"
    r"|\bmøte\s+nr\.?\s*(?P<d>\d{1,3})(?=\s*[,(]|\s*$|\s+(?:i|for|den)\b)",
    re.IGNORECASE,
)
_OPEN_END = re.compile(r"(?:[-–,/]|\b(?:og|for|i|av|til|fra|frå|med|om|på|ved))$")
_OF_MEETING = re.compile(r",\s*møte\b")
_ASIDE = re.compile(
    r"\((?P<place>[^()]*\b(?:Teams|Zoom|digitalt|møterom\w*|\w*rommet|campus|auditori\w+"
    r"|\w*salen)\b[^()]*)\)",
    re.IGNORECASE,
)
_HELD_AT = re.compile(r"Møtet\s+(?:av)?(?:holdes|haldast)\s+(?:på|i|ved)\s+(?P<place>[A-ZÆØÅ][^:.]{3,90})\.?$")
_CALLED = re.compile(
    r"\b(?:avholdes|avhaldast|holdes|haldast|innkalles til|innkallast til|kallast inn til)\s+(?:det\s+)?\w*møte i "
    r"(?P<body>(?:[A-ZÆØÅ]|[a-zæøå-]*(?:styret|rådet|utvalget|utvalet|nemnda|komiteen)\b)[^,.:]{0,80}?)"
    r"(?=,|\s+\d|\s+den\b|$)"
)
"""A sentence that calls a body to its meeting."""
_HELD = re.compile(
    r"^Møtet\s+(?:(?:ble|vart|blei)\s+)?(?:satt|sett|holdt|halde|avholdt|åpnet|opna|starta"
    r"|startet)\b",
    re.IGNORECASE,
)
_PLACE_FIRST = re.compile(r"(?P<place>[A-ZÆØÅ][^,:\d]{3,60}[^,:\d\s]),\s+(?:den\s+)?\d{1,2}\.\s?(?:\d|[a-zæøå])")
"""The place before the day and the hours: `Rådhussalen, 15.09.2016 kl. 18.00`."""
_COMPANY = re.compile(r"\s(?:R?HF|IKS|KF|SF)$")
"""The form of a company behind its name."""
_OWNER = re.compile(r"(?P<body>[\w ]+[^\Ws])s\s+møte")
_SAID = re.compile(r"\b(?:avholdt|avheldt|holdt|heldt|hadde)\s+(?:\w+\s+)?\w*møtet?\b")
"""A sentence that says that the body met."""
_PLACED = re.compile(
    r"\b(?:avholdt|holdt|heldt|hadde|ble holdt|vart halde)\s+(?:\w+\s+)?\w*møtet?\s+(?:i|på|ved)\s+"
    r"(?P<place>[A-ZÆØÅ].{2,80}?),?\s+(?:(?:den\s+)?\d|(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun)dag)"
)


def read_titles(facts: Facts, outline: Outline, start: int, end: int, *, papers: bool) -> None:
    """Read what the lines without labels say: the document's heading, the body's name, the meeting's number and day."""
    index = start
    if facts.body is None and start < end and (day := meets_on(outline.lines[start].text)) is not None:
        line = outline.lines[start]
        facts.title, facts.body = line.text, line.text[: day.start].strip(" ,–-")
        facts.note("title", [line])
        facts.note("body", [line])
        take_when(facts, "date", line.text, [line])
        facts.used.add(start)
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
            and (
                outline.lines[index + 1].text[:1].islower()
                or not labelish(outline.lines[index + 1].text, outline.vocabulary)
            )
        ):
            index += 1
            group.append(outline.lines[index])
        text = joined(group, outline.words).strip(" *_#")
        index += 1
        word = document_word(text)
        papers = papers and not (word is not None and word[0] == "notice")
        if len(text) > 260 or CLOSED.search(text):
            continue
        titled = bool(word) or bool(MEETING_IN.match(text))
        if titled:
            if facts.title is None or (facts.running and index <= listed):
                facts.title = text
                facts.running = line.running
                facts.note("title", group)
                facts.used.update(range(index - len(group), index))
            aside = _ASIDE.search(text)
            if aside and facts.place is None:
                facts.place = aside["place"].strip()
                facts.note("place", group)
            body = body_in(re.sub(r"\s*\([^()]*\)", "", text) if aside else text, bool(word))
            if (owner := _OWNER.fullmatch(body or "")) and _named(outline, owner["body"]):
                body = owner["body"]
            if body and text.endswith(body) and index < end and _joint(group[-1], outline.lines[index]):
                body = f"{body} {outline.lines[index].text.strip()}"
                group.append(outline.lines[index])
                facts.used.add(index)
            if body and facts.body is None:
                facts.body = body
                facts.note("body", group)
        day = next(find_days(text), None)
        dated = len(text) < 160 and day is not None and day.start == 0
        if facts.number is None and (match := NUMBER.search(text)) and (titled or dated or len(text) < 90):
            facts.number = " ".join(match[match.lastgroup or 0].split())
            facts.note("number", group)
        if (
            facts.date is None
            and not papers
            and (titled or dated or len(text) < 90 or _SAID.search(text))
            and not re.match(r"(?:Saksframlegg|Vår|Deres|Utskrift)", text)
        ):
            if take_when(facts, "date", text, group) and facts.place is None:
                last = max((h.end for h in find_hours(text)), default=0)
                behind = BEHIND.match(text[last:]) if last else None
                ahead = _PLACE_FIRST.match(text) if last and not titled and not _CALLED.search(text) else None
                if (told := behind or ahead) is not None:
                    facts.place = re.sub(r",\s*møte\b.*", "", told["place"]).strip(" .")
                    facts.note("place", group)
            if (
                facts.place is None
                and facts.start is not None
                and index < end
                and is_address(outline, group[-1], outline.lines[index])
            ):
                facts.place = outline.lines[index].text.strip(" .")
                facts.note("place", [outline.lines[index]])
                facts.used.add(index)
        if facts.place is None and (placed := _PLACED.search(text) or _HELD_AT.match(text)):
            facts.place = placed["place"]
            facts.note("place", group)
        if _HELD.match(text) and len(text) < 260:
            when = take_when(facts, "date", text, group)
            hours = list(find_hours(text, bare=True))
            if hours and facts.end is None and facts.start == hours[0].begin:
                facts.end = hours[0].finish or (hours[-1].begin if len(hours) > 1 else None)
                facts.note("end", group)
            if (when or hours) and facts.place is None:
                place = re.sub(r"^(?:i|på|ved)\s+", "", without_time(re.sub(_HELD, "", text)) or "") or None
                if place:
                    facts.place = place
                    facts.note("place", group)
            facts.used.update(range(index - len(group), index))
            continue
        text = TAIL.sub("", text) if _OF_MEETING.search(text) else text
        if called := _CALLED.search(text):
            if facts.body is None:
                facts.body = called["body"].strip()
                facts.note("body", group)
            continue
        if body_line is None and not titled and index <= listed and _is_body(text):
            body_line = (text, group)
    if (
        facts.body is not None
        and body_line is not None
        and is_fuller(body_line[0], facts.body)
        and " - " not in body_line[0]
    ):
        facts.body = body_line[0].strip(" .")
        facts.note("body", body_line[1])
    of_board = re.search(r"styre", facts.title or "", re.IGNORECASE) or (
        papers and any(re.match(r"Styremøte\b", line.text) for line in outline.lines[start : min(start + 4, end)])
    )
    named = met_in(facts.title or "", outline.lines[start:end]) if facts.body is None else None
    if named is not None and not (body_line is not None and is_fuller(body_line[0], named.text)):
        body_line = (named.text, [named])
    if facts.body is None and body_line is None and of_board:
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


def _is_body(text: str) -> bool:
    """Tell a line that is a body's name; no person's in capitals, with a company's form, or behind its kind."""
    sure = text.isupper() or _COMPANY.search(text) is not None or is_body_name(text.split()[0])
    named = is_body_name(text) and not looks_like_sentence(text) and not heads_table(text)
    return named and (sure or read_person(text) is None)


def _named(outline: Outline, body: str) -> bool:
    """Tell whether a body that a title names as an owner, as in `Kollegiets møte`, is named without its `s` too."""
    return any(re.search(rf"\b{re.escape(body)}\b", line.text) for line in outline.lines)


def _joint(line: Line, after: Line) -> bool:
    """Tell the second line of a joint body's name: the two it joins, as `Helse Fjell RHF – Universitetet i Nord`."""
    halves = re.split(r"\s+(?:[–-]|og)\s+", after.text.strip())
    return after.number - line.number == 1 and len(halves) == 2 and all(is_organization(half) for half in halves)


def _first_column(line: Line) -> Line:
    """Return what stands left on a line that holds an address or a kind of document to its right."""
    text = line.text[: line.gaps[0]].strip() if line.gaps and not heads_table(line.text) else ""
    return evolve(line, text=text, gaps=()) if is_organization(text) or is_body_name(text) else line


def _title_goes_on(outline: Outline, line: Line, after: Line) -> bool:
    """Tell whether a heading goes on in the next line; lines of a head are short for other reasons than the margin."""
    if breaks_day(line, after):
        return True
    open_end = after.text[:1].islower() or bool(_OPEN_END.search(line.text))
    return open_end and outline.wrap.goes_on(line, after)
