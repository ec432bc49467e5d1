"""Holds the source against the records: a line that a record owns must be found in it, or be told."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from govdocs.layout import Line
from govdocs.ledger import Entry
from govdocs.model import Action, Case, CaseReference, Finding, Meeting, Participant, Record, Severity
from govdocs.norwegian import Person, Vocabulary, find_days, find_hours, folded, read_person
from govdocs_checks import agenda
from govdocs_checks.furniture import Furniture
from govdocs_checks.holdings import ROOTS, Holding, Holdings
from govdocs_checks.stretches import on_stretches
from govdocs_checks.view import View, said
from govdocs_checks.words import known_words, pattern

__all__ = ["check"]

_CLOCK = re.compile(r"\b(?:kl|klokken|klokka|den|fra|frå|til|dag|uke|veke)\b\.?", re.IGNORECASE)
_GROUPS = ("decision", "case", "section", "attendance", "head", "agenda", "close", "plan")
_TIMES = frozenset({"date", "start", "end", "end_date", "next_meeting", "period"})
"""Fields that a record keeps as days, hours and years, not as words."""
_BRACKET = re.compile(r"\(([^()]*)\)")
_LISTED = frozenset({"attachments", "background_documents", "decisions", "previously_treated", "references"})
"""Fields of a case whose items are records: the lines that the case itself owns hold their label."""
CLOSING = 100
"""Characters of a line that only says that the meeting ended."""
HELD = 0.5
"""Share of a line's words, or of its pairs of neighbouring words, that must be held."""
OWN = 0.8
"""Share of the words of a meeting's or plan's own line that it itself must hold, unless the pairs are held."""
_NARROW = {"number": OWN, "responsible": HELD}
"""Share that the record itself must hold, by field, where a line holds little beside the field's value."""


def check(view: View) -> Iterator[Finding]:
    """Yield one finding a meeting or plan on lines whose words went lost, and one on lines of no field of a record."""
    holdings = Holdings(view)
    furniture = Furniture(view, holdings)
    vocabulary = Vocabulary.standard()
    renamed = _renamed(view)
    lost: dict[tuple[str, str], list[list[tuple[Line, str]]]] = {}
    last: tuple[str, str] | None = None
    for line in view.layout.flow:
        entry = view.document.ledger.entries[line.number - 1]
        if not line.text or entry.owner is None:
            continue
        wording = None if line.number in renamed else _fate(view, entry, line, holdings, vocabulary)
        left_over = _left_over(view, entry)
        if left_over or wording is not None:
            wording = "words" if left_over or wording is None else wording
            told = lost.get((holdings.root(entry.owner), wording), [[]])[-1]
            goes_on = bool(told) and told[-1][0].number == line.number - 1 and furniture.is_empty(line)
            in_cell = entry.field == "responsible"
            if not goes_on and furniture.is_nothing(line, entry.owner, listed=left_over, in_cell=in_cell):
                wording = None
        key = (holdings.root(entry.owner), wording) if wording else None
        if key is not None and key == last:
            lost[key][-1].append((line, entry.owner))
        elif key is not None:
            lost.setdefault(key, []).append([(line, entry.owner)])
        last = key
    for (root, wording), runs in lost.items():
        owners = {owner for run in runs for _, owner in run}
        lines = [[line for line, _ in run] for run in runs]
        severity = Severity.INFO if wording == "no-field" else None
        yield on_stretches(view, "GD702", wording, lines, owners.pop() if len(owners) == 1 else root, severity)


def _renamed(view: View) -> set[int]:
    """Return the lines of the agenda's entries of which another finding says that they give another title."""
    spans = [f.span for f in agenda.check(view) if f.code == "GD210" and f.span is not None]
    return {number for span in spans for number in range(span.first, span.last + 1)}


def _fate(view: View, entry: Entry, line: Line, holdings: Holdings, vocabulary: Vocabulary) -> str | None:
    """Tell what became of a line's words: `words` where they went lost, `no-field` where no field is for them."""
    narrow = entry.field in _NARROW
    if not narrow and _is_at_home(view, entry, line.text, holdings):
        return None
    if len(line.text) <= CLOSING and (
        _is_label(view, entry) or (entry.field == "closing" and pattern("closing").search(line.text))
    ):
        return None
    if entry.field != "agenda" and not hasattr(view.records[entry.owner or ""], entry.field or "-"):
        return None if _is_held(view, entry, line.text, holdings, vocabulary) else "no-field"
    text = _without_times(line.text) if entry.field in _TIMES else line.text
    text = _without_mark(text, view.records[entry.owner or ""])
    if narrow and _spills(view.records[entry.owner or ""], entry.field or "", text, holdings, vocabulary):
        held = False
    else:
        at_home = (narrow or text != line.text) and _is_at_home(view, entry, text, holdings)
        held = at_home or _is_held(view, entry, text, holdings, vocabulary)
    return None if held or _in_label(line.text) else "words"


def _spills(record: Record, field: str, text: str, holdings: Holdings, vocabulary: Vocabulary) -> bool:
    """Tell whether a line of a narrow field holds words that its record, or the case, does not hold."""
    if isinstance(record, Case) and (record.number or "") in text:
        return False
    row = [word for word in said(text) if not word.isdigit()]
    if not row or vocabulary.label(text, *_GROUPS, bare=True) is not None:
        return False
    share = holdings.of(record.id, whole=True).share(row, text)
    if isinstance(record, Action) and share < 1.0:
        bodies = Holding(map(said, (*record.responsible, record.responsible_note or "")))
        if not any(bodies.begins(word) or bodies.ends(word) for word in row):
            return True  # what it shares with the measure's text it shares by chance
    return share < _NARROW[field]


def _left_over(view: View, entry: Entry) -> bool:
    """Tell a line within a list of persons that went to none of them: its words may well stand in another's entry."""
    meeting = view.records[entry.owner or ""] if entry.field == "title" else None
    if not isinstance(meeting, Meeting):
        return False
    lists = [said.span for said in meeting.spans if said.field == "participants"]
    return any(a.last < entry.line < b.first for a, b in pairwise(lists))


def _without_times(text: str) -> str:
    """Return a text without the days and hours in it."""
    places = [(day.start, day.end) for day in find_days(text)]
    places += [(hours.start, hours.end) for hours in find_hours(text, bare=True)]
    for start, end in sorted(places, reverse=True):
        text = f"{text[:start]} {text[end:]}"
    return " ".join(_CLOCK.sub(" ", text).split())


def _without_mark(text: str, record: Record) -> str:
    """Return a person's line without `(via Teams)`, which the record keeps as a yes, not as words."""
    if not isinstance(record, Participant) or not record.remote:
        return text
    alone = Person(name=record.name, remote=True)
    kept = _BRACKET.sub(lambda mark: "" if read_person(f"{record.name} {mark[0]}") == alone else mark[0], text)
    return "" if read_person(f"{record.name}, {kept}") == alone else kept.strip()


def _is_label(view: View, entry: Entry) -> bool:
    """Tell whether a line is the label of a list of records that a case holds."""
    record = view.records[entry.owner or ""]
    return isinstance(record, Case) and entry.field in _LISTED and bool(getattr(record, entry.field or ""))


def _lies_in_home(view: View, entry: Entry) -> bool:
    """Tell a line of which all that its home holds may keep the words, not its owner alone."""
    return entry.field == "cases" or not isinstance(view.records[entry.owner or ""], ROOTS)


def _is_at_home(view: View, entry: Entry, text: str, holdings: Holdings) -> bool:
    """Tell whether every word of a line stands in what its owner lies in, as most do."""
    if entry.field == "agenda" or not _lies_in_home(view, entry):
        return False
    return holdings.of(holdings.home(entry.owner or ""), whole=True).holds(said(text))


def _is_held(view: View, entry: Entry, text: str, holdings: Holdings, vocabulary: Vocabulary) -> bool:
    """Tell whether a line's words stand in its owner, or in the same order in what the owner lies in.

    The words of a label and the heads of columns need not be kept.
    """
    owner = entry.owner or ""
    in_home = _lies_in_home(view, entry)
    label = vocabulary.label(text, *_GROUPS, bare=True) if text else None
    row = [word for word in said(label.value if label is not None else text) if not word.isdigit()]
    if not row:
        return True
    reference = isinstance(view.records[owner], CaseReference)
    if (entry.field == "agenda" or reference) and len(row) > 1:  # a case's text holds all their words, but not in a row
        in_home, pairs = True, holdings.of(holdings.home(owner), whole=True).pairs
        held = sum(pair in pairs for pair in pairwise(row)) >= HELD * (len(row) - 1)
    else:
        held = in_home and holdings.of(holdings.home(owner), whole=True).share(row, text) >= HELD
    if held:
        return True
    telling = (word for word in row if word not in known_words("column") and not vocabulary.kind(word, *_GROUPS))
    first = next(telling, None)
    if first is None or in_home:
        return first is None
    head = holdings.of(owner, whole=False)
    if first in head.words and next(telling, None) is None:
        return True
    if head.share(row, text) >= OWN and sum(pair in head.pairs for pair in pairwise(row)) >= HELD * (len(row) - 1):
        return True
    value = getattr(view.records[owner], entry.field or "-", None)  # as a sentence that holds a plan's title
    own = {word for word in said(value) if not word.isdigit()} if isinstance(value, str) else set()
    return bool(own) and own <= set(row)


def _in_label(text: str) -> bool:
    """Tell whether a line is a piece of a label that goes over several lines."""
    piece = folded(text)
    return not piece or f" {piece} " in _long_labels()


@cache
def _long_labels() -> str:
    labels = (key.partition("|")[2] for key in Vocabulary.standard().words)
    return "\n".join(f" {label} " for label in labels if " " in label)
