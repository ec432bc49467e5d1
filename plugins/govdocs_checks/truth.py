"""Holds the records against the source: no record may have a word that nobody wrote."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.layout import Line
from govdocs.model import Finding, Record
from govdocs.model.records import inner_records
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.view import View, said

__all__ = ["check"]

_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"(?<!\w)(\w+)-(?=\s|$)")
"""From a word's beginning only, or a long word takes the square of its length."""
AHEAD = 8
"""Lines ahead in which the other half of a word may stand."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each text of a record that has words which the record's part of the source has not."""
    readers = {part.record: part.reader for part in view.document.ledger.parts}
    for root in (*view.document.meetings, *view.document.plans):
        yield from _invented(view, root, _source_words(view, root), readers.get(root.id) or "?")


def _source_words(view: View, root: Record) -> set[str]:
    """Return the words of all lines a root was read from, those broken at the end of a line or a column whole too."""
    lines = [line for line in view.layout.between(root.span.first, root.span.last) if line.text]
    found: set[str] = set()
    for line in lines:
        found.update(said(line.text))
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


def _invented(view: View, record: Record, source: set[str], reader: str) -> Iterator[Finding]:
    for name, text, words in view.texts(record):
        if source.issuperset(words):
            continue
        extra = [word for word in _WORD.findall(text) if word.casefold() not in source]
        if name == "body" and all(f"{word}s".casefold() in source for word in extra):
            continue  # named as the owner of what it did
        told: Facts = {"words": tuple(extra[:5]), "field": name, "text": shown(text, 60), "reader": reader}
        yield finding("GD703", "invented", told, record.span, record)
    for inner in inner_records(record):
        yield from _invented(view, inner, source, reader)
