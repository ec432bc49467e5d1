"""What the lines of a head without labels say: the heading, the body, the number and the day of the meeting."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from attrs import define, evolve

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days, find_hours
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.people import read_person
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.blocks import joined
from govdocs.reading.bodies import MEETING_IN, TAIL, body_in, is_body_name, is_fuller, met_in
from govdocs.reading.broken_days import breaks_day
from govdocs.reading.document_words import called_word, document_word
from govdocs.reading.factsheet import Facts, take_when, without_time
from govdocs.reading.following import CLOSED
from govdocs.reading.head_marks import meets_on
from govdocs.reading.outline import Outline
from govdocs.reading.places import BEHIND, is_address, labelish
from govdocs.reading.routing import column_heads, heads_table

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
_DIGIT = re.compile(r"\d")
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
_OF_A_LETTER = re.compile(
    r"(?:Saksframlegg|Vår|Deres|Utskrift"
    r"|(?:Godkjen[td]|Vedtatt|Vedteken|Revidert|Oppdatert|Endret|Endra|Publisert|Utsendt|Trykt)\b)"
)
"""What begins a line whose day is not the meeting's."""
_ROOM_BEHIND = re.compile(
    r",\s+(?P<place>(?:møterom|auditorium|[A-ZÆØÅ]\w*(?:rom|rommet|salen|huset|hotell?|senter|senteret|rådhus))\b.{0,80})",
    re.IGNORECASE,
)
"""The room behind the hours: `12. mai 2024, kl. 12-14, Møterom 3`."""
_COMPANY = re.compile(r"\s(?:R?HF|IKS|KF|SF)$")
"""The form of a company behind its name."""
_OWNER = re.compile(r"(?P<body>[\w ]+[^\Ws])s\s+møte")
_SAID = re.compile(r"\b(?:avholdt|avheldt|holdt|heldt|hadde)\s+(?:\w+\s+)?\w*møtet?\b")
"""A sentence that says that the body met."""
_PLACED = re.compile(
    r"\b(?:avholdt|holdt|heldt|hadde|ble holdt|vart halde)\s+(?:\w+\s+)?\w*møtet?\s+"
    r"(?P<company>i\s[^.,:;]{2,60}?\s(?:R?HF|IKS|AS|KF|SF)\s+)?(?:i|på|ved)\s+"
    r"(?P<place>[A-ZÆØÅ](?:(?!\.\s+[A-ZÆØÅ]).){2,80}?)"
    r"(?:,?\s+(?:(?:den\s+)?\d{1,2}[./]\s?[\da-zæøå]|(?:man|tirs|ons|tors|fre|lør|søn|mån|tys|laur|sun)dag)"
    r"|(?(company)\.$|(?!)))"
)
"""The place in such a sentence: before the day, or behind the company whose meeting it was."""


_LONGEST = 260
"""Letters of a line that is looked at at the most."""
_SHORT = 90
"""Letters of a line at the most that may tell a number or a day though it is no heading."""
_DATED = 160
"""The same of a line that begins with a day."""
_MOST_LINES = 4
"""Lines of a heading at the most."""
_TOP = 4
"""Lines in which the name of a board stands over its papers."""


def read_titles(facts: Facts, outline: Outline, start: int, end: int, *, papers: bool) -> None:
    """Read what the lines without labels say: the document's heading, the body's name, the meeting's number and day."""
    _Letterhead(facts=facts, outline=outline, start=start, end=end, papers=papers).read()


@define(kw_only=True)
class _Heading:
    """Lines that are read as one."""

    at: int
    """Place of the first."""
    lines: list[Line]
    text: str
    word: tuple[str, str] | None
    """The document's word in it, as `Referat`."""

    @property
    def next(self) -> int:
        """Place of the first line behind it."""
        return self.at + len(self.lines)

    @property
    def titled(self) -> bool:
        """Whether it names a document or a meeting."""
        return self.word is not None or MEETING_IN.match(self.text) is not None

    @property
    def telling(self) -> bool:
        """Whether it may tell a number or a day: a title, a short line, or one that begins with a day."""
        day = next(find_days(self.text), None)
        dated = day is not None and day.start == 0 and len(self.text) < _DATED
        return dated or self.titled or len(self.text) < _SHORT


@define(kw_only=True)
class _Letterhead:
    """Reads the lines between two places, and keeps what they say."""

    facts: Facts
    outline: Outline
    start: int
    end: int
    papers: bool
    """Whether the document is case papers, whose day is not the meeting's."""
    name: tuple[str, list[Line]] | None = None
    """The first line that is a body's name."""

    def read(self) -> None:
        """Read heading after heading; each tells what no one before it told."""
        listed = (n for n in range(self.start, self.end) if self.outline.label(n, "attendance") is not None)
        list_at = next(listed, self.end)
        self._met_on()
        for heading in self._headings():
            self.papers = self.papers and not (heading.word is not None and heading.word[0] == "notice")
            if len(heading.text) > _LONGEST or CLOSED.search(heading.text):
                continue
            above = heading.next <= list_at
            if heading.titled:
                self._title(heading, above=above)
                self._place_aside(heading)
                if above or self.name is None:  # minutes of others may be told of below
                    self._body_of_title(heading)
            self._number(heading)
            self._day(heading)
            self._place_of_sentence(heading)
            if not self._held(heading) and not self._called(heading) and above and not heading.titled:
                self._name(heading)
        self._settle_body()

    def _headings(self) -> Iterator[_Heading]:
        """Yield the lines that gave no fact yet, those of one heading together."""
        lines, index = self.outline.lines, self.start
        while index < self.end:
            if index in self.facts.used:
                index += 1
                continue
            group = [_first_column(lines[index])]
            while len(group) < _MOST_LINES and self._goes_on(group[-1], index + len(group)):
                group.append(lines[index + len(group)])
            text = joined(group, self.outline.words).strip(" *_#")
            word = document_word(text) or called_word(lines, index)
            yield _Heading(at=index, lines=group, text=text, word=word)
            index += len(group)

    def _goes_on(self, line: Line, at: int) -> bool:
        if at >= self.end or at in self.facts.used:
            return False
        after = self.outline.lines[at]
        wrapped = after.text[:1].islower() or not labelish(after.text, self.outline.vocabulary)
        return wrapped and _title_goes_on(self.outline, line, after)

    def _met_on(self) -> None:
        """Read a heading that is nothing but a body and the day it met."""
        if self.facts.body is not None or self.start >= self.end:
            return
        line = self.outline.lines[self.start]
        if (day := meets_on(line.text)) is not None:
            self.facts.put("title", line.text, [line])
            bare = line.text[: day.start].strip(" ,–-")
            self.facts.put("body", (body_in(bare, False) if MEETING_IN.match(bare) else None) or bare, [line])
            take_when(self.facts, "date", line.text, [line])
            self.facts.used.add(self.start)

    def _title(self, heading: _Heading, *, above: bool) -> None:
        """Keep the first heading that names the document; over the lists of persons one comes before a running head."""
        if self.facts.title is None or (self.facts.running and above):
            self.facts.put("title", heading.text, heading.lines)
            self.facts.running = self.outline.lines[heading.at].running
            self.facts.used.update(range(heading.at, heading.next))

    def _place_aside(self, heading: _Heading) -> None:
        """Keep the place in a bracket behind the title: `(digitalt, Teams)`."""
        if (aside := _ASIDE.search(heading.text)) is not None:
            self.facts.take("place", aside["place"].strip(), heading.lines)

    def _body_of_title(self, heading: _Heading) -> None:
        """Keep the body that the title names, with the line below where that ends a joint body's name."""
        bare = re.sub(r"\s*\([^()]*\)", "", heading.text) if _ASIDE.search(heading.text) else heading.text
        body = body_in(bare, heading.word is not None)
        if (owner := _OWNER.fullmatch(body or "")) and _named(self.outline, owner["body"]):
            body = owner["body"]
        at = heading.next
        if body and heading.text.endswith(body) and at < self.end and _joint(heading.lines[-1], self.outline.lines[at]):
            body = f"{body} {self.outline.lines[at].text.strip()}"
            heading.lines.append(self.outline.lines[at])
            self.facts.used.add(at)
        self.facts.take("body", body, heading.lines)

    def _number(self, heading: _Heading) -> None:
        """Keep the meeting's number."""
        if not _DIGIT.search(heading.text):
            return
        if (match := NUMBER.search(heading.text)) is not None and heading.telling:
            self.facts.take("number", " ".join(match[match.lastgroup or 0].split()), heading.lines)

    def _day(self, heading: _Heading) -> None:
        """Keep the meeting's day and hours, and the place around or below them; the day of papers is another."""
        facts, text = self.facts, heading.text
        told = facts.date is not None and (
            facts.start is not None or not heading.titled or not _gives(text, facts.date)
        )
        if told or (self.papers and not _day_and_hours(text)) or _OF_A_LETTER.match(text):
            return
        if not (heading.telling or _SAID.search(text)):
            return
        kind = "date" if any(find_days(text)) else "place"  # `fra 2012` tells no hour
        if take_when(facts, kind, text, heading.lines) and (place := _place_around(heading)) is not None:
            facts.take("place", re.sub(r",\s*møte\b.*", "", place).strip(" ."), heading.lines)
        if facts.place is None and facts.start is not None and heading.next < self.end:
            below = self.outline.lines[heading.next]
            if is_address(self.outline, heading.lines[-1], below):
                facts.put("place", below.text.strip(" ."), [below])
                facts.used.add(heading.next)

    def _place_of_sentence(self, heading: _Heading) -> None:
        """Keep the place that a sentence says the body met at."""
        if (placed := _PLACED.search(heading.text) or _HELD_AT.match(heading.text)) is not None:
            self.facts.take("place", placed["place"], heading.lines)

    def _held(self, heading: _Heading) -> bool:
        """Keep day, hours and place of a sentence that says that the meeting was held; returns whether it is one."""
        text, facts = heading.text, self.facts
        if (held := _HELD.match(text)) is None:
            return False
        when = take_when(facts, "date", text, heading.lines)
        hours = list(find_hours(text, bare=True))
        if hours and facts.start == hours[0].begin:
            end = hours[0].finish or (hours[-1].begin if len(hours) > 1 else None)
            facts.take("end", end, heading.lines)
        if when or hours:
            place = re.sub(r"^(?:i|på|ved)\s+", "", without_time(text[held.end() :]) or "")
            facts.take("place", place, heading.lines)
        facts.used.update(range(heading.at, heading.next))
        return True

    def _called(self, heading: _Heading) -> bool:
        """Keep the body that a sentence calls to its meeting; returns whether it is one."""
        if (called := _CALLED.search(_without_tail(heading.text))) is None:
            return False
        self.facts.take("body", called["body"].strip(), heading.lines)
        return True

    def _name(self, heading: _Heading) -> None:
        """Remember the first line that is a body's name and nothing else, as no head of a column is: `Utval`."""
        text = "" if heading.word is not None else _without_tail(heading.text)
        if self.name is None and text and _is_body(text) and heading.at not in column_heads(self.outline.routes):
            self.name = (text, heading.lines)

    def _settle_body(self) -> None:
        """Keep the line with the body's name where no heading told one, or told less of it."""
        facts, name = self.facts, self.name
        if facts.body is not None:
            if name is not None and is_fuller(name[0], facts.body) and " - " not in name[0]:
                facts.put("body", name[0].strip(" ."), name[1])
            return
        called = met_in(facts.title or "", self.outline.lines[self.start : self.end])
        if called is not None and not (name is not None and is_fuller(name[0], called.text)):
            name = (called.text, [called])
        if name is None and (owner := self._owner_of_board()) is not None:
            name = (_first_column(owner).text, [owner])
        if name is not None:
            facts.put("body", name[0].strip(" ."), name[1])

    def _owner_of_board(self) -> Line | None:
        """Return the line over a board's papers that names whose board it is."""
        top = self.outline.lines[self.start : min(self.start + _TOP, self.end)]
        board = re.search(r"styre", self.facts.title or "", re.IGNORECASE)
        if not board and not (self.papers and any(re.match(r"Styremøte\b", line.text) for line in top)):
            return None
        others = (line for line in top if not document_word(line.text) and line.text != self.facts.title)
        owners = (line for line in others if is_organization(line.text))
        return next((line for line in owners if len(line.text) < _SHORT), None)


def _gives(text: str, date: datetime.date) -> bool:
    """Tell whether a text names a day."""
    return any(day.date == date for day in find_days(text))


def _day_and_hours(text: str) -> bool:
    """Tell a line that is a meeting's day and hours: `27. april kl. 09.15-13.00`."""
    day = next(find_days(text), None)
    return day is not None and day.start == 0 and next(find_hours(text[day.end :]), None) is not None


def _place_around(heading: _Heading) -> str | None:
    """Return the place behind the hours, or before the day of a line that is no title and calls nobody."""
    last = max((hour.end for hour in find_hours(heading.text)), default=0)
    if not last:
        return None
    told = BEHIND.match(heading.text[last:]) or _ROOM_BEHIND.fullmatch(heading.text[last:])
    if told is None and not heading.titled and not _CALLED.search(heading.text):
        told = _PLACE_FIRST.match(heading.text)
    return told["place"] if told is not None else None


def _without_tail(text: str) -> str:
    """Return a line without the day and number of the meeting behind the body's name."""
    return TAIL.sub("", text) if _OF_MEETING.search(text) else text


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
