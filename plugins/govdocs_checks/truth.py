"""Holds the records against the source: words that nobody wrote, and lines whose words went lost on the way."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache

from attrs import fields

from govdocs.layout import Line
from govdocs.model import ActionPlan, Case, Finding, FocusArea, Meeting, Record
from govdocs.norwegian import Vocabulary, folded
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View, texts_of
from govdocs_checks.words import words as heads

__all__ = ["check"]

_WORD = re.compile(r"\w+")
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
    """Return the words of all lines a root was read from, those broken at line ends whole too."""
    lines = [line for line in view.layout.between(root.span.first, root.span.last) if line.text]
    found: set[str] = set()
    for line in lines:
        found |= _words(line.text)
    for n, line in enumerate(lines):
        match = re.search(r"(\w+)-$", line.text)
        if match is None:
            continue
        for after in lines[n + 1 : n + 1 + AHEAD]:
            second = _WORD.search(after.text)
            if second is not None:
                found.add((match[1] + second.group()).casefold())
    return found


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
    vocabulary = Vocabulary.standard()
    run: list[Line] = []
    owner = ""
    for line in (*view.layout.flow, None):
        entry = view.document.ledger.entries[line.number - 1] if line is not None and line.text else None
        if line is not None and entry is None:
            continue
        gone = (
            line is not None
            and entry is not None
            and entry.owner is not None
            and entry.field not in _UNSAID
            and not (entry.field == "closing" and len(line.text) <= CLOSING)
            and not _is_held(line.text, held.get(_home(view, entry.owner), set()), vocabulary)
            and not _ends_label(line.text)
        )
        if gone and line is not None and entry is not None and (not run or owner == entry.owner):
            run.append(line)
            owner = entry.owner or ""
            continue
        if run:
            yield _dropped_finding(view, run, owner)
        run = [line] if gone and line is not None else []
        owner = (entry.owner or "") if entry is not None else ""
    if run:
        yield _dropped_finding(view, run, owner)


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


def _ends_label(text: str) -> bool:
    """Tell whether a line is the rest of a label that goes over several lines."""
    rest = folded(text)
    return any(word.endswith(rest) or f" {rest} " in word for word in _long_labels()) if rest else True


@cache
def _long_labels() -> tuple[str, ...]:
    labels = (key.partition("|")[2] for key in Vocabulary.standard().words)
    return tuple(label for label in labels if " " in label)


def _dropped_finding(view: View, run: Sequence[Line], owner: str) -> Finding:
    many = "this line" if len(run) == 1 else f"these {len(run)} lines"
    what = f"a record owns {many} and holds few of the words: {shown(run[0].text, 60)!r}"
    return finding("GD702", what, view.layout.span(run[0].number, run[-1].number), owner)
