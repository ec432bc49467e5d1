"""Where minutes, notices and papers stand around a plan: the marks only they have, and where their documents begin."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from attrs import define, field

from govdocs.layout import Line
from govdocs.norwegian.numbers import head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.document_words import document_word

__all__ = ["Borders"]

_HEAD = 6
"""Lines within which two facts of a meeting's head stand."""
_REACH = 9
"""Lines that may stand over the first mark of a document: the body's name, its place, a heading."""
_PERSONS = frozenset({"attendance.administration", "attendance.others", "attendance.chair", "attendance.speakers"})


@define
class _Search:
    """Looks for marks, line by line."""

    lines: Sequence[Line]
    vocabulary: Vocabulary

    def places(self) -> list[int]:
        """Return the places of the marks, rising."""
        heads: list[tuple[int, str]] = []
        found: set[int] = set()
        for n, line in enumerate(self.lines):
            if not line.text[:1].isupper() or len(line.text) > 200:
                continue
            if self.is_mark(n):
                found.add(n)
            kind = self.head(line)
            if kind is not None:
                near = [at for at, other in heads if n - at <= _HEAD and other != kind]
                found.update([*near, n] if near else [])
                heads = [*heads[-_HEAD:], (n, kind)]
        return sorted(found)

    def head(self, line: Line) -> str | None:
        """Return which fact of a meeting's head a line tells, `None` for other lines."""
        if len(line.text) > 200 or (line.cell is not None and line.cell[2] > 0):
            return None
        label = self.vocabulary.label(line.text, "head", alone=False)
        return label.kind if label is not None and label.colon and not label.misspelt else None

    def is_mark(self, at: int) -> bool:
        """Tell a case's head, a list of those present, a decision's label, the word for a kind of document."""
        line, before = self.lines[at], self.lines[at - 1] if at else None
        text = line.text
        if len(text) > 200 or line.cell is not None or not text[:1].isupper():
            return False
        apart = before is None or line.page != before.page or line.number - before.number > 1
        hit = head_number(text) if apart else None
        if hit is not None and hit.word and ("/" in hit.number or "-" in hit.number):
            return True
        if apart and len(text) < 80 and not text.endswith((":", ",")) and document_word(text) is not None:
            return True
        label = self.vocabulary.label(text, "decision", "attendance", "agenda", "close", alone=False)
        if label is not None and not label.misspelt and label.kind not in _PERSONS:
            return self.vocabulary.kind(label.written, "plan", "value") is None
        return apart and text.endswith(":") and self.vocabulary.kind(text, "section") == "section.discussion"


@define
class Borders:
    """The marks of other documents among some lines."""

    lines: Sequence[Line] = ()
    """The lines."""
    vocabulary: Vocabulary = field(factory=Vocabulary.standard)
    """Labels that tell them."""
    places: list[int] = field(factory=list)
    """Places of the marks, rising."""

    @classmethod
    def of(cls, lines: Sequence[Line], vocabulary: Vocabulary) -> Borders:
        """Find the marks among some lines."""
        return cls(lines, vocabulary, _Search(lines, vocabulary).places())

    def among(self, lines: Sequence[Line], taken: Sequence[bool] = ()) -> Borders:
        """Return the same marks by their places among some of the lines, those left out that a table has taken."""
        marks = {id(self.lines[place]) for place in self.places}
        places = [n for n, line in enumerate(lines) if id(line) in marks and not (taken and taken[n])]
        return Borders(lines, self.vocabulary, places)

    def stretches(self) -> Iterator[Sequence[Line]]:
        """Yield the lines between one mark and the next, so that each plan's lists are told by its own lines."""
        start = 0
        for place in (*self.places, len(self.lines)):
            if place > start:
                yield self.lines[start:place]
            start = place

    def before(self, place: int) -> int:
        """Return the place of the last mark before a place, -1 where there is none."""
        at = bisect_left(self.places, place)
        return self.places[at - 1] if at else -1

    def after(self, place: int) -> int:
        """Return the place of the first mark at or behind a place; the number of lines where there is none."""
        at = bisect_left(self.places, place)
        return self.places[at] if at < len(self.places) else len(self.lines)

    def between(self, start: int, end: int) -> bool:
        """Tell whether a mark stands between two places."""
        return self.after(start) < end

    def begins(self, mark: int, floor: int) -> int:
        """Return where the document begins that a mark stands near the top of: its page, or behind the widest gap."""
        lines = self.lines
        best, widest = mark, 2
        for at in range(mark, max(floor - 1, mark - _REACH, 0), -1):
            line, above = lines[at], lines[at - 1]
            if line.page != above.page:
                return at
            gap = line.number - above.number
            if gap > widest:
                best, widest = at, gap
            if looks_like_sentence(above.text):
                break
        return best
