"""Holds the source against the records: a line that a record owns must be found in it, or be told."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import pairwise

from govdocs.layout import Line
from govdocs.ledger import Entry
from govdocs.model import ActionPlan, Case, Finding, FocusArea, Meeting, Record, Severity
from govdocs.norwegian import Vocabulary, find_days, find_hours, folded
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View, inner_records, texts_of
from govdocs_checks.words import pattern, words

__all__ = ["check"]

_WORD = re.compile(r"\w+")
_CLOCK = re.compile(r"\b(?:kl|klokken|klokka|den|fra|frå|til|dag|uke|veke)\b\.?", re.IGNORECASE)
_GROUPS = ("decision", "case", "section", "attendance", "head", "agenda", "close", "plan")
_TIMES = frozenset({"date", "start", "end", "end_date", "next_meeting", "period"})
"""Fields that a record keeps as days, hours and years, not as words."""
_HOMES = (ActionPlan, Case, FocusArea, Meeting)
"""Records whose texts are looked at together, since one line may hold text of several records."""
_ROOTS = (ActionPlan, Meeting)
"""Records that so much lies in that some of any line's words are among it."""
_LISTED = frozenset({"attachments", "background_documents", "decisions", "previously_treated", "references"})
"""Fields of a case whose items are records: the lines that the case itself owns hold their label."""
CLOSING = 60
"""Characters of a line that only says that the meeting ended."""
HELD = 0.5
"""Share of a line's words, or of its pairs of neighbouring words, that must be held."""
OWN = 0.8
"""Share of the words of a meeting's or plan's own line that it itself must hold, unless the pairs are held."""


def check(view: View) -> Iterator[Finding]:
    """Yield findings on lines of no field of their record, one a record, and on lines whose words went lost."""
    vocabulary = Vocabulary.standard()
    holdings: dict[str, _Holding] = {}
    unheld: dict[str, list[Line]] = {}
    runs: list[tuple[str, list[Line]]] = [("", [])]
    for line in view.layout.flow:
        entry = view.document.ledger.entries[line.number - 1]
        if not line.text or entry.owner is None:
            continue
        gone = False
        short = len(line.text) <= CLOSING
        if short and (_is_label(view, entry) or (entry.field == "closing" and pattern("closing").search(line.text))):
            pass
        elif entry.field != "agenda" and not hasattr(view.records[entry.owner], entry.field or "-"):
            if not _is_held(view, entry, line.text, holdings, vocabulary):
                unheld.setdefault(entry.owner, []).append(line)
        else:
            text = _without_times(line.text) if entry.field in _TIMES else line.text
            gone = not _is_held(view, entry, text, holdings, vocabulary) and not _in_label(line.text)
            gone = gone or _left_over(view, entry)
        if gone and runs[-1][0] == entry.owner:
            runs[-1][1].append(line)
        elif gone or runs[-1][1]:
            runs.append((entry.owner, [line]) if gone else ("", []))
    for owner, lines in unheld.items():
        yield _told(view, "no-field", lines, owner, Severity.INFO)
    for owner, lines in runs:
        if lines:
            yield _told(view, "words", lines, owner)


def _left_over(view: View, entry: Entry) -> bool:
    """Tell a line within a list of persons that went to none of them: its words may well stand in another's entry."""
    meeting = view.records[entry.owner or ""]
    if not isinstance(meeting, Meeting) or entry.field != "title":
        return False
    lists = [said.span for said in meeting.spans if said.field == "participants"]
    return any(a.last < entry.line < b.first for a, b in pairwise(lists))


def _told(view: View, wording: str, lines: list[Line], owner: str, severity: Severity | None = None) -> Finding:
    span = view.layout.span(lines[0].number, lines[-1].number)
    return finding("GD702", wording, {"count": len(lines), "text": shown(lines[0].text, 60)}, span, owner, severity)


class _Holding:
    """The words of some texts, to be asked for alone, in pairs, and by halves."""

    def __init__(self, texts: Iterable[str]) -> None:
        self.pairs: set[tuple[str, str]] = set()
        found: set[str] = set()
        for text in texts:
            row = [word.casefold() for word in _WORD.findall(text)]
            found.update(row)
            self.pairs.update(pairwise(row))
        self.words = found
        self._ahead: list[str] | None = None
        self._back: list[str] = []

    def begins(self, half: str) -> bool:
        """Tell whether a word begins so."""
        self._sort()
        return _has_prefix(self._ahead or [], half)

    def ends(self, half: str) -> bool:
        """Tell whether a word ends so."""
        self._sort()
        return _has_prefix(self._back, half[::-1])

    def _sort(self) -> None:
        if self._ahead is None:
            self._ahead = sorted(self.words)
            self._back = sorted(word[::-1] for word in self.words)


def _has_prefix(ordered: list[str], prefix: str) -> bool:
    at = bisect_left(ordered, prefix)
    return at < len(ordered) and ordered[at].startswith(prefix)


def _texts(record: Record, *, whole: bool) -> Iterator[str]:
    """Yield the texts of a record and of all under it; of a meeting or plan its head alone, unless `whole`."""
    for _, text in texts_of(record):
        yield text
    for inner in inner_records(record):
        if whole or not isinstance(inner, Case | FocusArea):
            yield from _texts(inner, whole=whole)


def _holding(view: View, key: str, holdings: dict[str, _Holding], *, whole: bool) -> _Holding:
    name = key if whole else f"{key}|"
    if name not in holdings:
        record = view.records[key]
        holdings[name] = _Holding(_texts(record, whole=whole))
    return holdings[name]


def _without_times(text: str) -> str:
    """Return a text without the days and hours in it."""
    places = [(day.start, day.end) for day in find_days(text)]
    places += [(hours.start, hours.end) for hours in find_hours(text, bare=True)]
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(_CLOCK.sub(" ", text).split())


def _is_label(view: View, entry: Entry) -> bool:
    """Tell whether a line is the label of a list of records that a case holds."""
    record = view.records[entry.owner or ""]
    return isinstance(record, Case) and entry.field in _LISTED and bool(getattr(record, entry.field or ""))


def _home(view: View, owner: str) -> str:
    """Return the id of the case, area, meeting or plan that a record is or lies in."""
    while not isinstance(view.records.get(owner), _HOMES) and "/" in owner:
        owner = owner.rpartition("/")[0]
    return owner


def _is_held(view: View, entry: Entry, text: str, holdings: dict[str, _Holding], vocabulary: Vocabulary) -> bool:
    """Tell whether a line's words stand in its owner, or in the same order in what the owner lies in.

    The words of a label and the heads of columns need not be kept.
    """
    owner = entry.owner or ""
    label = vocabulary.label(text, *_GROUPS, bare=True) if text else None
    row = [w.casefold() for w in _WORD.findall(label.value if label is not None else text) if not w.isdigit()]
    telling = [word for word in row if word not in words("column") and not vocabulary.kind(word, *_GROUPS)]
    if not telling:
        return True
    if not isinstance(view.records[owner], _ROOTS) or entry.field == "cases":
        return _share(row, text, _holding(view, _home(view, owner), holdings, whole=True)) >= HELD
    head = _holding(view, owner, holdings, whole=False)
    if len(telling) == 1 and telling[0] in head.words:
        return True
    if _share(row, text, head) >= OWN and sum(pair in head.pairs for pair in pairwise(row)) >= HELD * (len(row) - 1):
        return True
    value = getattr(view.records[owner], entry.field or "-", None)  # as a sentence that holds a plan's title
    said = {w.casefold() for w in _WORD.findall(value) if not w.isdigit()} if isinstance(value, str) else set()
    return bool(said) and said <= set(row)


def _share(row: list[str], text: str, holding: _Holding) -> float:
    """Return the share of a line's words that are held; its first and last may be halves that line ends broke."""
    there = sum(word in holding.words for word in row)
    if text.endswith("-") and row[-1] not in holding.words:
        there += holding.begins(row[-1])
    if text[:1].islower() and row[0] not in holding.words:
        there += holding.ends(row[0])
    return there / len(row)


def _in_label(text: str) -> bool:
    """Tell whether a line is a piece of a label that goes over several lines."""
    piece = folded(text)
    return not piece or any(f" {piece} " in f" {label} " for label in _long_labels())


@cache
def _long_labels() -> tuple[str, ...]:
    labels = (key.partition("|")[2] for key in Vocabulary.standard().words)
    return tuple(label for label in labels if " " in label)
