"""Holds the records against the source: no record may have a word that nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.layout import Line
from govdocs.model import ActionPlan, Finding, Meeting, Record
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.view import Text, View, said

__all__ = ["check"]

_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"(?<!\w)(\w+)-(?=\s|$)")
"""From a word's beginning only, or a long word takes the square of its length."""
AHEAD = 8
"""Lines ahead in which the other half of a word may stand."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each text of a record that has words which the record's part of the source has not."""
    readers = {part.record: part.reader for part in view.document.ledger.parts}
    source: set[str] = set()
    reader = "?"
    for record in view.records.values():
        if isinstance(record, Meeting | ActionPlan):
            source, reader = _source_words(view, record), readers.get(record.id) or "?"
        for text in view.texts(record):
            if not source.issuperset(text.words):
                yield from _invented(record, text, source, reader)


def _source_words(view: View, root: Record) -> set[str]:
    """Return the words of all lines a root was read from, those broken at the end of a line or a column whole too."""
    lines = [line for line in view.layout.between(root.span.first, root.span.last) if line.text]
    found = set(said(" ".join(line.text for line in lines)))
    for n, line in enumerate(lines):
        heads = _BROKEN.findall(line.text) if "-" in line.text else ()
        if not heads:
            continue
        tails = {tail for after in lines[n + 1 : n + 1 + AHEAD] for tail in _first_words(after)}
        tails.update(word for after in lines[n + 1 : n + 3] for word in said(after.text))
        found.update((head + tail).casefold() for head in heads for tail in tails)
    return found


def _first_words(line: Line) -> Iterator[str]:
    """Yield the first word of a line and of each of its columns, where wide gaps set columns apart."""
    for at in (0, *line.gaps):
        match = _WORD.search(line.text, at)
        if match:
            yield match.group()


def _invented(record: Record, text: Text, source: set[str], reader: str) -> Iterator[Finding]:
    extra = [word for word in _WORD.findall(text.text) if word.casefold() not in source]
    if text.field == "body" and all(f"{word}s".casefold() in source for word in extra):
        return  # named as the owner of what it did
    told: Facts = {"words": tuple(extra[:5]), "field": text.field, "text": shown(text.text, 60), "reader": reader}
    yield finding("GD703", "invented", told, record.span, record)
