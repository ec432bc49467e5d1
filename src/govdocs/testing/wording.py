"""Whether the words of a record stand in the source, at the place the record names."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from enum import Enum

import attrs
from attrs import frozen

from govdocs.layout import Layout, Line, Span
from govdocs.model import Record

__all__ = ["Unfounded", "unfounded"]

_WORD = re.compile(r"[^\W_]+")
_NEXT = 6
"""Lines after a hyphen among which its other half is looked for: the cells of a row take turns."""
_GIVEN_BY_CORE = frozenset({"id", "resolved", "plans", "meeting", "field"})


@frozen(kw_only=True)
class Unfounded:
    """A text of a record with words that do not stand where the record says it was read."""

    record: Record
    """The record."""
    field: str
    """Its field."""
    text: str
    """The text."""
    words: tuple[str, ...]
    """The words."""
    elsewhere: bool
    """Whether they stand somewhere else in the document."""


def unfounded(root: Record, layout: Layout) -> Iterator[Unfounded]:
    """Yield the texts of a record and of those in it whose words the source does not hold at the place named.

    The place is the record's span and the spans of its fields. Case, marks and hyphens at line ends do not count, nor
    does a body's genitive: a sentence may name it as the owner of what it did.
    """
    everywhere: set[str] = set()
    for record in _records(root):
        here = _words(_lines([record.span, *(item.span for item in record.spans)], layout))
        for field, text in _texts(record):
            missing = tuple(word for word in _split(text) if word not in here)
            if field == "body" and all(f"{word}s" in here for word in missing):
                continue
            if missing:
                everywhere = everywhere or _words(layout.flow)
                elsewhere = all(word in everywhere for word in missing)
                yield Unfounded(record=record, field=field, text=text, words=missing, elsewhere=elsewhere)


def _records(record: Record) -> Iterator[Record]:
    yield record
    for attribute in attrs.fields(type(record)):
        value = getattr(record, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield from _records(item)


def _texts(value: attrs.AttrsInstance, field: str = "") -> Iterator[tuple[str, str]]:
    """Yield the texts of a record's own fields, and of the values in them that are no records."""
    for attribute in attrs.fields(type(value)):
        if attribute.name in _GIVEN_BY_CORE:
            continue
        found = getattr(value, attribute.name)
        name = f"{field}.{attribute.name}" if field else attribute.name
        for item in found if isinstance(found, tuple) else (found,):
            if isinstance(item, str) and not isinstance(item, Enum):
                yield name, item
            elif attrs.has(type(item)) and not isinstance(item, Record | Span):
                yield from _texts(item, name)


def _lines(spans: Iterable[Span], layout: Layout) -> list[Line]:
    numbers = sorted({number for span in spans for number in range(span.first, span.last + 1)})
    if not numbers:
        return []
    wanted = set(numbers)
    return [line for line in layout.between(numbers[0], numbers[-1]) if line.number in wanted]


def _words(lines: Iterable[Line]) -> set[str]:
    found: set[str] = set()
    broken: list[tuple[str, int]] = []
    for line in lines:
        words = _split(line.text)
        if not words:
            continue
        found.update(words)
        found.update(head + words[0] for head, _ in broken)
        broken = [(head, left - 1) for head, left in broken if left > 1]
        if line.text.endswith("-"):
            broken.append((words[-1], _NEXT))
    return found


def _split(text: str) -> list[str]:
    return _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
