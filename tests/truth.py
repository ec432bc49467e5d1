"""Whether every text in a document stands in its source."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from govdocs.model import Action, Document

__all__ = ["invented", "letters"]

_BULLET = re.compile(r"^\s*(?:[•●▪◦‣·*–—-]|o(?= \w\w))\s*")


def letters(text: object) -> str:
    """Return a text as it counts: letters and digits only, small; `""` for `None`."""
    plain = unicodedata.normalize("NFKC", _BULLET.sub("", "" if text is None else str(text))).replace("\u00ad", "")
    return re.sub(r"[\W_]+", "", plain.casefold())


_NOT_TEXT = frozenset(
    [
        "id",
        "span",
        "spans",
        "kind",
        "status",
        "resolved",
        "plans",
        "meeting",
        "type",
        "parsed",
        "date",
        "end_date",
        "start",
        "end",
    ]
)
"""Fields of records that are no text of the source; the `status` of an action is looked at all the same."""


def texts(record: object) -> Iterator[str]:
    """Yield every text that a record and the records in it hold as read from the source."""
    if isinstance(record, str):
        yield record
    elif isinstance(record, tuple):
        for item in record:
            yield from texts(item)
    elif hasattr(record, "__attrs_attrs__"):
        for attribute in record.__attrs_attrs__:
            value = getattr(record, attribute.name)
            if attribute.name not in _NOT_TEXT or (attribute.name == "status" and type(record) is Action):
                yield from texts(value)


def invented(document: Document, source: str) -> list[str]:
    """Return the texts of a document that its source does not hold.

    A text stands in the source letter by letter, or, where columns, a flattened table or the page's edge cut it up, its
    words do: each within a few lines of the one before it.
    """
    whole = letters(source)
    places: dict[str, list[int]] = {}
    for line, text in enumerate(source.split("\n")):
        for word in _words(text):
            places.setdefault(word, []).append(line)
    out = []
    for text in (text for record in (*document.meetings, *document.plans) for text in texts(record)):
        if letters(text) not in whole and not _stands(_words(text), places, whole):
            out.append(text)
    return out


_NEAR = 12
"""Lines between two words of one text at the most: what a page's foot and head, or a neighbouring cell, may take."""


def _stands(words: Sequence[str], places: dict[str, list[int]], whole: str) -> bool:
    """Tell whether words follow one another in the source; a word that a line end broke up counts as its two halves."""
    at: set[int] = set()
    for word in words:
        cuts = [(word[:n], word[n:]) for n in range(2, len(word) - 1) if word[:n] in places and word[n:] in places]
        broken = {b for head, tail in cuts for a in places[head] for b in places[tail] if 0 < b - a <= _NEAR}
        here = {*places.get(word, ()), *broken}
        if not here or (at and not any(-2 <= b - a <= _NEAR for a in at for b in here)):
            return False
        at = here
    return True


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", unicodedata.normalize("NFKC", text).replace("\u00ad", "").casefold())
