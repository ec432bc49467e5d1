"""Headings within the text of a case, and which of them have a discussion under them."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence, Set

from attrs import frozen

from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.words import either
from govdocs.reading.blocks import Block
from govdocs.reading.votes import sentences

__all__ = ["announces_discussion", "ends_discussion", "is_heading", "opens_discussion"]

_LONGEST = 220
"""Letters of a heading at the most."""
_MOST_WORDS = 26
_DISCUSSED = re.compile(
    rf"{either('discussing', 'words')}|\b(?:{either('discussing', 'whole')})\b",
    re.IGNORECASE,
)
_ELSE = re.compile(rf"^(?:{either('discussing', 'starts_else')})|{either('discussing', 'words_else')}", re.IGNORECASE)
_ASKED = re.compile(r"\b(?:bad|ba|ber|bed|bes|bedt|beden|bedne)\b(?:\s\w+){0,4}?\s(?:om|å)\b", re.IGNORECASE)
"""How something is asked for that has not been said yet: `Registeret ba om innspill på …`."""
_QUESTION = re.compile(rf"(?=[A-ZÆØÅ])(?i:{either('discussing', 'questions')})\b[^.]*$")
"""A heading that asks, with a question mark or without."""
_TOLD = re.compile(r"presentasjon|orientering|innledning", re.IGNORECASE)
"""What a numbered heading names under which somebody tells something."""
_TWO_SENTENCES = re.compile(r"[.!?]\s+[A-ZÆØÅ]")


def opens_discussion(text: str) -> bool:
    """Tell a heading under which stands what was discussed, by its last sentence."""
    said = sentences(text)[-1]
    return _DISCUSSED.search(said) is not None and not _ASKED.search(said)


def ends_discussion(text: str) -> bool:
    """Tell a heading under which stands something else, by its last sentence."""
    return _ELSE.search(sentences(text)[-1]) is not None


def announces_discussion(text: str) -> bool:
    """Tell a paragraph that goes on in a list of what was discussed: its last sentence has no end."""
    return not text.endswith((".", "!", "?")) and opens_discussion(text)


@frozen
class _Place:
    """A paragraph among those of a text."""

    parts: Sequence[Block]
    n: int

    @property
    def block(self) -> Block:
        return self.parts[self.n]

    @property
    def text(self) -> str:
        return self.block.text

    @property
    def after(self) -> Block | None:
        """The next paragraph, `None` behind the last."""
        return self.parts[self.n + 1] if self.n + 1 < len(self.parts) else None

    @property
    def discussed(self) -> bool:
        """Whether it names a discussion."""
        return _DISCUSSED.search(self.text) is not None


def is_heading(parts: Sequence[Block], n: int, data_tables: Set[int]) -> bool:
    """Tell a heading among the paragraphs of a text: the first rule that has an answer gives it."""
    cell = parts[n].first.cell
    if cell is not None and cell[0] in data_tables:
        return False
    place = _Place(parts, n)
    return next(answer for rule in _RULES if (answer := rule(place)) is not None)


def _over_nothing(place: _Place) -> bool | None:
    """Ask for text below, or a colon at least."""
    return False if place.after is None and not place.text.endswith(":") else None


def _long_or_small(place: _Place) -> bool | None:
    """Ask for a short text that begins with a capital or a number."""
    begins = place.text[:1].isupper() or place.block.marker is not None
    return False if len(place.text) > _LONGEST or not begins else None


def _by_type(place: _Place) -> bool | None:
    """Tell a heading by its style, or by bold letters without a full stop."""
    first = place.block.first
    return True if first.heading or (first.bold and not place.text.endswith(".")) else None


def _numbered(place: _Place) -> bool | None:
    """Tell a numbered heading from an item: text stands below it, and below all the others too if it says nothing."""
    if place.block.marker is None:
        return None
    numbered = (k for k, each in enumerate(place.parts[:-1]) if (each.marker or "")[:1].isdigit())
    told = _TOLD.search(place.text) is not None
    return _over_text(place.parts, place.n) and (told or all(_over_text(place.parts, k) for k in numbered))


def _over_list(place: _Place) -> bool | None:
    """Tell a heading over a list from the sentence that begins it, unless that names a discussion."""
    if not place.text.endswith(":") or place.after is None or place.after.marker is None:
        return None
    return len(place.text) < 120 and (not looks_like_sentence(place.text[:-1]) or place.discussed)


def _ended(place: _Place) -> bool | None:
    """Refuse what ends as text does, unless it begins with a discussion."""
    ended = place.text.endswith((".", ",", ";", "!", "-", ")"))
    return False if ended and not _DISCUSSED.match(place.text) else None


def _running(place: _Place) -> bool | None:
    """Refuse running text, unless it is short and names a discussion."""
    running = _TWO_SENTENCES.search(place.text) or len(place.text.split()) > _MOST_WORDS
    return place.discussed and len(place.text) < 100 if running else None


def _asking(place: _Place) -> bool | None:
    """Tell a heading that asks."""
    return True if _QUESTION.match(place.text) else None


def _no_sentence(place: _Place) -> bool | None:
    """Tell what is no sentence, or a short one that names a discussion."""
    return not looks_like_sentence(place.text) or (place.discussed and len(place.text) < 110)


_RULES: tuple[Callable[[_Place], bool | None], ...] = (
    _over_nothing,
    _long_or_small,
    _by_type,
    _numbered,
    _over_list,
    _ended,
    _running,
    _asking,
    _no_sentence,
)
"""In the order in which they are tried; `None` where a rule has no answer."""


def _over_text(parts: Sequence[Block], n: int) -> bool:
    """Tell a number over a text: no sentence, or a question, with a paragraph of its own below."""
    block, after = parts[n], parts[n + 1] if n + 1 < len(parts) else None
    return (
        block.marker is not None
        and block.marker[0].isdigit()
        and after is not None
        and after.marker is None
        and (not looks_like_sentence(block.text) or (block.text.endswith("?") and bool(_QUESTION.match(block.text))))
    )
