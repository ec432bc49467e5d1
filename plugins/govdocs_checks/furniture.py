"""Tells lines that hold nothing a record need keep: letterheads, heads of columns, set phrases, signatures.

A person who is sent to look at one has lost a minute, so such lines are no findings. Their words are in the table of
words; where a line holds more than those, all of it must stand in the head of its meeting or in its case.
"""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Iterator
from functools import cache, cached_property
from itertools import pairwise

from govdocs.layout import Line
from govdocs.model import Case, Meeting
from govdocs.norwegian import Vocabulary, find_days, find_hours, is_name, is_organization, read_person
from govdocs_checks.holdings import Holdings
from govdocs_checks.view import View, said
from govdocs_checks.words import regex, words

__all__ = ["Furniture"]

LONGEST = 160
"""Characters of a line that may be a set phrase."""
ROW = 100
"""Characters of a line that may be a row of a routing table or of signatures."""
LETTERHEAD = 60
"""Characters of a line that may be a letterhead."""
PLAIN = 2
"""Words with a small letter that a body's name has at most, those between words aside."""
TOP = 12
"""Text lines at the top of a part that a letterhead may stand among."""
STEM = 6
"""Letters that the body's name and a shorter form of it begin or end with."""
NEXT = 2
"""Lines between a name and the position under it, in a signature."""
_INITIALS = re.compile(r"[A-ZÆØÅ]{1,4}|[a-zæøå]{2,3}")
_WORD = re.compile(r"\w+")
_PLACED = re.compile(r"[A-ZÆØÅ][a-zæøå]+(?:[ -][A-ZÆØÅ][a-zæøå]+)?(?:,\s*|\s+den\s+)(?=(?:den\s+)?\d)")
_DIGIT = re.compile(r"\d")


class Furniture:
    """The lines of one document that hold nothing a record need keep."""

    def __init__(self, view: View, holdings: Holdings) -> None:
        self._view = view
        self._holdings = holdings
        self._vocabulary = Vocabulary.standard()

    @cached_property
    def _lines(self) -> list[Line]:
        return [line for line in self._view.layout.flow if line.text]

    @cached_property
    def _at(self) -> dict[int, int]:
        return {line.number: n for n, line in enumerate(self._lines)}

    @cached_property
    def _times_written(self) -> Counter[str]:
        return Counter(line.text.casefold() for line in self._lines)

    @cached_property
    def _bodies(self) -> set[str]:
        return {meeting.body.casefold() for meeting in self._view.document.meetings if meeting.body}

    @cached_property
    def _tops(self) -> set[int]:
        """The first text lines of each part."""
        out: set[int] = set()
        for part in self._view.parts:
            out.update(line.number for line in part.lines[:TOP])
        return out

    def is_nothing(self, line: Line, owner: str | None, *, listed: bool = False, in_cell: bool = False) -> bool:
        """Tell whether a line holds nothing worth keeping; one within a list of persons, only by its own words.

        The name of a body in a cell for bodies is no letterhead.
        """
        return (
            self.is_set(line)
            or (not in_cell and self.is_letterhead(line))
            or (not listed and (self._is_signature(line) or (owner is not None and self._is_held(line, owner))))
        )

    def is_set(self, line: Line) -> bool:
        """Tell whether a line is a set phrase, goes on with one, or is heads of columns alone."""
        if self._is_phrase(line.text) or self.is_empty(line):
            return True
        at = self._at.get(line.number, 0)
        if not at or len(line.text) > LONGEST:
            return False
        before = self._lines[at - 1]
        goes_on = before.number == line.number - 1 and not before.text.endswith((".", "!", "?"))
        return goes_on and line.page == before.page and self._is_phrase(before.text)

    @staticmethod
    def is_empty(line: Line) -> bool:
        """Tell whether a line has no word that tells something, and no number: `og den`, `Tiltak Ansvar`."""
        return not _DIGIT.search(line.text) and not any(_telling(line.text))

    def _is_phrase(self, text: str) -> bool:
        return len(text) <= LONGEST and bool(regex("set").search(text))

    def is_letterhead(self, line: Line) -> bool:
        """Tell whether a line is no more than a body's name, at the top of a part or on several pages."""
        text = line.text
        if len(text) > LETTERHEAD or text[:1].islower() or re.search(r"[\d,(]|[.:;]$", text):
            return False
        if sum(word[0].islower() and word not in words("small") for word in _WORD.findall(text)) > PLAIN:
            return False
        plain = text if not text.isupper() else text.title()
        if text.casefold() not in self._bodies and not (is_organization(plain) or is_organization(text)):
            return False
        person = read_person(text)
        if (is_name(plain) and not text.isupper()) or (person is not None and person.role is not None):
            return False
        return line.number in self._tops or self._times_written[text.casefold()] > 1

    def _is_signature(self, line: Line) -> bool:
        """Tell whether a line is the place and day of a signature, or a name with a position under it."""
        place = _PLACED.match(line.text)
        if place is not None:
            return any(place.end() <= day.start and day.end >= len(line.text) - 1 for day in find_days(line.text))
        if not is_name(line.text):
            return False
        at = self._at.get(line.number, -1)
        below = self._lines[at + 1 : at + 2]
        return bool(below) and below[0].number - line.number <= NEXT and _is_positions(below[0].text)

    def _is_held(self, line: Line, owner: str) -> bool:
        """Tell whether all that a short line tells stands in the head of its meeting, or in its case."""
        root = self._view.records[self._holdings.root(owner)]
        if not isinstance(root, Meeting) or len(line.text) > ROW:
            return False
        label = self._vocabulary.label(line.text, "case", "section", "decision", "attendance")
        if label is not None and label.value:
            return False
        title = _plainly(line.text)
        if title and any(_plainly(case.title) == title for case in root.all_cases()):
            return True
        text = _without(line.text, _own_times(line.text, root))
        for number in (case.number for case in root.all_cases() if case.number):
            text = text.replace(number, " ")
        if any(find_days(text)) or any(find_hours(text)):
            return False  # a day or an hour that nobody keeps
        row = list(_telling(text, in_row=bool(_DIGIT.search(line.text))))
        head = self._holdings.of(root.id, whole=False)
        home = self._holdings.home(owner)
        own = self._holdings.of(home, whole=False) if isinstance(self._view.records[home], Case) else head
        if not all(word in head.words or word in own.words or _is_stem(word, root.body) for word in row):
            return False
        pairs = list(pairwise(row))
        return 2 * sum(pair in head.pairs or pair in own.pairs for pair in pairs) >= len(pairs)


def _telling(text: str, *, in_row: bool = False) -> Iterator[str]:
    """Yield the words of a line that tell something: no heads of columns, numbers, positions; in a row no initials."""
    row = _WORD.findall(text)
    for n, word in enumerate(row):
        low = word.casefold()
        if len(word) == 1 or _DIGIT.search(word) or low in _plain() or low.endswith(words("signing")):
            continue
        if in_row and _INITIALS.fullmatch(word) and (word.isupper() or n == len(row) - 1):
            continue
        yield low


@cache
def _plain() -> frozenset[str]:
    return frozenset(word for group in ("column", "heads", "small") for word in words(group))


def _is_positions(text: str) -> bool:
    """Tell whether a line is positions alone: `rektor`, `leder  kontrollsjef`."""
    row = said(text)
    return bool(row) and any(word.endswith(words("signing")) for word in row) and not list(_telling(text))


def _is_stem(word: str, body: str | None) -> bool:
    """Tell whether a word is a shorter or longer form of a word of the body's name: `fellesråd`, `Fellesrådet`."""
    return any(
        one.startswith(other)
        for name in said(body or "")
        for one, other in ((word, name), (name, word))
        if len(other) >= STEM
    )


def _plainly(text: str) -> list[str]:
    """Return the words of a text without numbers, as of a title beside its number and page."""
    return [word for word in said(text) if not _DIGIT.search(word)]


def _own_times(text: str, meeting: Meeting) -> Iterator[tuple[int, int]]:
    """Yield where a text tells days and hours that the meeting holds."""
    after = meeting.next_meeting
    days: set[datetime.date | None] = {meeting.date, meeting.end_date, after.date if after else None}
    hours: set[datetime.time | None] = {meeting.start, meeting.end, None}
    if after is not None:
        hours |= {after.start, after.end}
    for day in find_days(text):
        year = meeting.date.year if meeting.date else 1
        if (day.date or day.in_year(year)) in days - {None}:
            yield day.start, day.end
    for told in find_hours(text):
        if told.begin in hours and told.finish in hours:
            yield told.start, told.end


def _without(text: str, places: Iterator[tuple[int, int]]) -> str:
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return text
