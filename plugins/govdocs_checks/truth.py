"""Holds the records against the source: words that nobody wrote, and lines whose words went lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from attrs import fields

from govdocs.layout import Line
from govdocs.model import ActionPlan, Case, Finding, FocusArea, Meeting, Record, Severity
from govdocs.norwegian import Vocabulary, folded
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View, texts_of
from govdocs_checks.words import words as heads

__all__ = ["check"]

_WORD = re.compile(r"\w+")
_BROKEN = re.compile(r"(\w+)-(?=\s|$)")
_GROUPS = ("decision", "case", "section", "attendance", "head", "agenda", "close", "plan")
_UNSAID = frozenset({"date", "start", "end", "end_date", "next_meeting", "agenda", "cases", "number", "period"})
"""Fields whose lines hold no words that a record keeps: days and hours, an agenda, and heads."""
_HOMES = (ActionPlan, Case, FocusArea, Meeting)
"""Records whose words are looked at together, since one line may hold text of several records."""
CLOSING = 60
"""Characters of a line that only says that the meeting ended."""
HELD = 0.5
"""Share of a line's words that its record holds at least."""
AHEAD = 8
"""Lines ahead in which the other half of a word may stand."""


def check(view: View) -> Iterator[Finding]:
    """Yield findings on words that a record made up, and on lines that a record owns and does not hold."""
    held: dict[str, set[str]] = {}
    for root in (*view.document.meetings, *view.document.plans):
        source = _source_words(view, root)
        yield from _invented(root, source)
        _gather(root, frozenset(), held)
    yield from _dropped(view, held)


def _words(text: str) -> set[str]:
    return {word.casefold() for word in _WORD.findall(text)}


def _source_words(view: View, root: Record) -> set[str]:
    """Return the words of all lines a root was read from, those broken at the end of a line or a column whole too."""
    lines = [line for line in view.layout.between(root.span.first, root.span.last) if line.text]
    found: set[str] = set()
    for line in lines:
        found |= _words(line.text)
    for n, line in enumerate(lines):
        heads = _BROKEN.findall(line.text)
        if not heads:
            continue
        tails = {tail for after in lines[n + 1 : n + 1 + AHEAD] for tail in _first_words(after)}
        tails.update(word for after in lines[n + 1 : n + 3] for word in _words(after.text))
        found.update((head + tail).casefold() for head in heads for tail in tails)
    return found


def _first_words(line: Line) -> Iterator[str]:
    """Yield the first word of a line and of each of its columns, where wide gaps set columns apart."""
    for at in (0, *line.gaps):
        match = _WORD.search(line.text, at)
        if match:
            yield match.group()


def _invented(record: Record, source: set[str]) -> Iterator[Finding]:
    for name, text in texts_of(record):
        extra = [word for word in _WORD.findall(text) if word.casefold() not in source]
        if extra:
            listed = ", ".join(repr(word) for word in extra[:5])
            what = f"the source does not hold {listed}, which stands in the record's {name}: {shown(text, 60)!r}"
            yield finding("GD703", what, record.span, record)
    for inner in _inner(record):
        yield from _invented(inner, source)


def _inner(record: Record) -> Iterator[Record]:
    for attribute in fields(type(record)):
        value = getattr(record, attribute.name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield item


def _gather(record: Record, above: frozenset[str], held: dict[str, set[str]]) -> set[str]:
    """Note for each record the words of itself, what is under it and what is above; returns the first two."""
    own: set[str] = set()
    for _, text in texts_of(record):
        own |= _words(text)
    below = set(own)
    for inner in _inner(record):
        below |= _gather(inner, above | own, held)
    held[record.id] = below | above
    return below


def _dropped(view: View, held: dict[str, set[str]]) -> Iterator[Finding]:
    """Yield findings on the lines of records: those of no field of theirs in all, others where few words are held."""
    vocabulary = Vocabulary.standard()
    unheld: dict[str, list[Line]] = {}
    runs: list[tuple[str, list[Line]]] = [("", [])]
    for line in view.layout.flow:
        entry = view.document.ledger.entries[line.number - 1]
        if not line.text or entry.owner is None:
            continue
        gone = False
        if entry.field in _UNSAID or (entry.field == "closing" and len(line.text) <= CLOSING):
            pass
        elif entry.field is None or not hasattr(view.records[entry.owner], entry.field):
            unheld.setdefault(entry.owner, []).append(line)
        else:
            words = held.get(_home(view, entry.owner), set())
            gone = not _is_held(line.text, words, vocabulary) and not _in_label(line.text)
        if gone and runs[-1][0] == entry.owner:
            runs[-1][1].append(line)
        elif gone or runs[-1][1]:
            runs.append((entry.owner, [line]) if gone else ("", []))
    for owner, lines in unheld.items():
        many = "1 line belongs" if len(lines) == 1 else f"{len(lines)} lines belong"
        what = f"{many} to this record and went into none of its fields, from {shown(lines[0].text, 60)!r} on"
        span = view.layout.span(lines[0].number, lines[-1].number)
        yield finding("GD702", what, span, owner, Severity.INFO)
    for owner, lines in runs:
        if lines:
            many = "this line" if len(lines) == 1 else f"these {len(lines)} lines"
            what = f"a record owns {many} and holds few of the words: {shown(lines[0].text, 60)!r}"
            yield finding("GD702", what, view.layout.span(lines[0].number, lines[-1].number), owner)


def _home(view: View, owner: str) -> str:
    """Return the id of the case, area, meeting or plan that a record is or lies in."""
    while not isinstance(view.records.get(owner), _HOMES) and "/" in owner:
        owner = owner.rpartition("/")[0]
    return owner


def _is_held(text: str, held: set[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a record holds most of a line's words; a label's words need not be kept."""
    label = vocabulary.label(text, *_GROUPS, bare=True)
    column_heads = heads("column")
    words = _WORD.findall(label.value if label is not None else text)
    if not words or all(vocabulary.kind(word, *_GROUPS) or word.casefold() in column_heads for word in words):
        return True
    first, last = words[0].casefold(), words[-1].casefold()
    there = sum(word.casefold() in held for word in words)
    if text.endswith("-") and last not in held:
        there += any(other.startswith(last) for other in held)
    if text[:1].islower() and first not in held:  # the other half of a word that the line above broke
        there += any(other.endswith(first) for other in held)
    return there >= HELD * len(words)


def _in_label(text: str) -> bool:
    """Tell whether a line is a piece of a label that goes over several lines."""
    piece = folded(text)
    return not piece or any(f" {piece} " in f" {label} " for label in _long_labels())


@cache
def _long_labels() -> tuple[str, ...]:
    labels = (key.partition("|")[2] for key in Vocabulary.standard().words)
    return tuple(label for label in labels if " " in label)
