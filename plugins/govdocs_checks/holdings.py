"""What the records hold, to be asked for word by word, in pairs of neighbouring words, and by halves of words."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import chain, pairwise

from govdocs.model import ActionPlan, Case, FocusArea, Meeting, Record
from govdocs.model.records import inner_records
from govdocs_checks.view import View

__all__ = ["HOMES", "ROOTS", "Holding", "Holdings"]

HOMES = (ActionPlan, Case, FocusArea, Meeting)
"""Records whose texts are looked at together, since one line may hold text of several records."""
ROOTS = (ActionPlan, Meeting)
"""Records that so much lies in that some of any line's words are among it."""


class Holding:
    """The words of some texts."""

    def __init__(self, rows: Iterable[list[str]]) -> None:
        self._rows = list(rows)
        self.words = set(chain.from_iterable(self._rows))

    @cached_property
    def pairs(self) -> set[tuple[str, str]]:
        """Its pairs of neighbouring words."""
        return set(chain.from_iterable(map(pairwise, self._rows)))

    @cached_property
    def _ahead(self) -> list[str]:
        return sorted(self.words)

    @cached_property
    def _back(self) -> list[str]:
        return sorted(word[::-1] for word in self.words)

    def holds(self, row: list[str]) -> bool:
        """Tell whether every word of a line is held, numbers aside."""
        return self.words.issuperset(row) or all(word in self.words or word.isdigit() for word in row)

    def begins(self, half: str) -> bool:
        """Tell whether a word begins so."""
        return _has_prefix(self._ahead, half)

    def ends(self, half: str) -> bool:
        """Tell whether a word ends so."""
        return _has_prefix(self._back, half[::-1])

    def share(self, row: list[str], text: str) -> float:
        """Return the share of a line's words that are held; its first and last may be halves that line ends broke."""
        there = sum(word in self.words for word in row)
        if text.endswith("-") and row[-1] not in self.words:
            there += self.begins(row[-1])
        if text[:1].islower() and row[0] not in self.words:
            there += self.ends(row[0])
        return there / len(row)


class Holdings:
    """The holdings of a document's records, each made when it is first asked for."""

    def __init__(self, view: View) -> None:
        self._view = view
        self._made: dict[tuple[str, bool], Holding] = {}
        self._homes: dict[str, str] = {}

    def of(self, key: str, *, whole: bool) -> Holding:
        """Return what a record and all under it hold; of a meeting or plan its head alone, unless `whole`."""
        if (key, whole) not in self._made:
            self._made[key, whole] = Holding(_rows(self._view, self._view.records[key], whole=whole))
        return self._made[key, whole]

    def home(self, owner: str) -> str:
        """Return the id of the case, area, meeting or plan that a record is or lies in."""
        if owner not in self._homes:
            self._homes[owner] = self._up(owner, HOMES)
        return self._homes[owner]

    def root(self, owner: str) -> str:
        """Return the id of the meeting or plan that a record is or lies in."""
        return self._up(owner, ROOTS)

    def _up(self, owner: str, kinds: tuple[type[Record], ...]) -> str:
        while not isinstance(self._view.records.get(owner), kinds) and "/" in owner:
            owner = owner.rpartition("/")[0]
        return owner


def _has_prefix(ordered: list[str], prefix: str) -> bool:
    at = bisect_left(ordered, prefix)
    return at < len(ordered) and ordered[at].startswith(prefix)


def _rows(view: View, record: Record, *, whole: bool) -> list[list[str]]:
    """Return the words of each text."""
    rows = [text.words for text in view.texts(record)]
    for inner in inner_records(record):
        if whole or not isinstance(inner, Case | FocusArea):
            rows += _rows(view, inner, whole=whole)
    return rows
