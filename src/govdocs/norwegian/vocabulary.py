"""The labels of the genre: which words announce what, in both written languages."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_left
from collections.abc import Callable, Iterator, Mapping, Set
from functools import cache, cached_property
from importlib.resources import files
from itertools import islice, takewhile
from typing import Any

from attrs import define, field, frozen

from govdocs.norwegian.headwords import HeadWords
from govdocs.norwegian.remembering import remembered

__all__ = ["Label", "Vocabulary", "closed_up", "folded"]

_SPACED = re.compile(r"(?<!\w)(?:[^\W\d_] ){3,}[^\W\d_](?!\w)")
_ALL_SPACED = re.compile(r"\W*(?:[^\W\d_] +){3,}[^\W\d_]\W*")
_TRAIL = re.compile(r"[\s_:.–—-]+$")
_BRACKETED = re.compile(r"\s*\([^()]*\)\s*$")
_BEHIND = re.compile(r"\.?\s")
_BLANK = re.compile(" ")


@frozen(kw_only=True)
class Label:
    """A label that a line holds."""

    kind: str
    """Group and kind: `decision.adopted`."""
    written: str
    """The label as written, without its colon."""
    value: str
    """What follows it on the line; `""` where nothing does."""
    colon: bool
    """Whether a colon ends it."""
    misspelt: bool = False
    """Whether it was told in spite of one wrong letter."""


def closed_up(text: str) -> str:
    """Return a text with the letters of its spaced words set together: `V E D T A K`."""
    if "   " not in text[::2] and "   " not in text[1::2]:  # a blank behind each of three letters or more
        return text
    return _SPACED.sub(lambda match: match.group().replace(" ", ""), text)


@remembered
def folded(text: str) -> str:
    """Return a label's text as it counts in a comparison: small letters, letter-spacing and end marks gone."""
    return " ".join(despaced(text).split()).casefold().rstrip(" _:.–—-").lstrip(" _•*-")


def despaced(text: str) -> str:
    """Return a text with letter-spaced words closed up, those too that only wider blanks part: `V E D T A K`."""
    spaced = text.count(" ") > 2 and not text[:2].isalpha()
    if spaced and _ALL_SPACED.fullmatch(text):  # the words stand further apart than their letters
        text = re.sub(r"(?<=\S) (?=\S)", "", text)
    return closed_up(text)


@define(frozen=True, kw_only=True, eq=False)
class Vocabulary:
    """Labels by kind; each is like itself alone, so that answers can be kept with it."""

    words: Mapping[str, str]
    """Kind by label, in small letters."""
    bare: frozenset[str]
    """Labels that may stand before their value without a colon."""
    single: frozenset[str]
    """Labels of attendance that are followed by one person."""
    heads: Mapping[str, str] = field(factory=dict)
    """Kind by the word that tells a label whatever stands around it: `tilråding`."""

    @classmethod
    @cache
    def standard(cls) -> Vocabulary:
        """Return the vocabulary in the box."""
        return cls.from_toml(files("govdocs.norwegian").joinpath("vocabulary.toml").read_text(encoding="utf-8"))

    @classmethod
    def from_toml(cls, text: str) -> Vocabulary:
        """Make a vocabulary of a table in the form of `vocabulary.toml`; the first kind to name a label has it.

        Raises `ValueError` where the text is no such table.
        """
        words: dict[str, str] = {}
        bare: set[str] = set()
        single: set[str] = set()
        heads: dict[str, str] = {}
        for kind, table in _tables(text):
            group = kind.partition(".")[0]
            for word in table.get("words", ()):
                key = folded(word)
                words.setdefault(f"{group}|{key}", kind)
                if table.get("bare"):
                    bare.add(key)
            for word in table.get("heads", ()):
                heads.setdefault(folded(word), kind)
            alone = table.get("words", ()) if table.get("single") == ["*"] else table.get("single", ())
            single.update(map(folded, alone))
        return cls(words=words, bare=frozenset(bare), single=frozenset(single), heads=heads)

    def extended(self, text: str) -> Vocabulary:
        """Return the vocabulary with the labels of another table added; its words win.

        Raises `ValueError` where the text is no table of labels, or has a kind that no reader knows.
        """
        other = Vocabulary.from_toml(text)
        known = {*self.words.values(), *self.heads.values()}
        for kind in (*other.words.values(), *other.heads.values()):
            if kind not in known:
                raise ValueError(f"no such kind of label: {kind}; the kinds are {', '.join(sorted(known))}")
        return Vocabulary(
            words={**self.words, **other.words},
            bare=self.bare | other.bare,
            single=self.single | other.single,
            heads={**self.heads, **other.heads},
        )

    def is_tail(self, label: Label, text: str) -> bool:
        """Tell whether a text is more of a label that extraction broke up: the end of a longer label of its group."""
        start, more = folded(label.written), folded(text)
        group = label.kind.partition(".")[0]
        if not start or not more or self.words.get(f"{group}|{more}", label.kind) != label.kind:  # of another kind
            return False
        long = self._long.get(group, [])
        longer = takewhile(lambda whole: whole.startswith(start), islice(long, bisect_left(long, start), None))
        return any(f" {more} " in f"{whole[len(start) :]} " for whole in longer)

    def begun(self, group: str, text: str) -> str | None:
        """Return the kind of a longer label of a group that begins with these folded words, `None` if there is none."""
        return self._beginnings.get(f"{group}|{text}")

    def begins(self, group: str, word: str) -> bool:
        """Tell whether a label of a group begins with a word, or may.

        A letter alone may be one of a spaced word, and a head word may stand anywhere in its label.
        """
        return len(word) == 1 or folded(word) in self._firsts.get(group, ()) or group in self._headed_groups

    def first_words(self, group: str) -> Set[str]:
        """Return the words with which the labels of a group begin, folded."""
        return self._firsts.get(group, frozenset())

    @cached_property
    def _firsts(self) -> dict[str, set[str]]:
        out: dict[str, set[str]] = {}
        for key in self.words:
            group, word = key.split("|", 1)
            out.setdefault(group, set()).add(folded(word.split(" ")[0]))
        return out

    @cached_property
    def _beginnings(self) -> dict[str, str]:
        out: dict[str, str] = {}
        for key, kind in self.words.items():
            for blank in _BLANK.finditer(key):
                out.setdefault(key[: blank.start()], kind)
        return out

    @cached_property
    def _long(self) -> dict[str, list[str]]:
        """The labels of several words by group, in order."""
        out: dict[str, list[str]] = {}
        for key in sorted(self.words):
            group, word = key.split("|", 1)
            if " " in word:
                out.setdefault(group, []).append(word)
        return out

    @cached_property
    def _kinds(self) -> dict[str, dict[str, str]]:
        """Kind by group of each label."""
        out: dict[str, dict[str, str]] = {}
        for key, kind in self.words.items():
            group, word = key.split("|", 1)
            out.setdefault(word, {})[group] = kind
        return out

    @cached_property
    def _by_length(self) -> dict[tuple[int, str], list[tuple[str, str]]]:
        """The longer labels by length and first letter, each with its group."""
        out: dict[tuple[int, str], list[tuple[str, str]]] = {}
        for key in self.words:
            group, word = key.split("|", 1)
            if len(word) > 5:
                out.setdefault((len(word), word[0]), []).append((group, word))
        return out

    @cached_property
    def _bare_by_first(self) -> dict[str, list[str]]:
        out: dict[str, list[str]] = {}
        for word in sorted(self.bare, key=len, reverse=True):
            out.setdefault(word.split()[0], []).append(word)
        return out

    def kind(self, text: str, *groups: str) -> str | None:
        """Return the kind of a text that is a label as it stands, `None` if it is none of these groups."""
        kinds = self._kinds_of(text)
        if not kinds and not self._headed_groups.isdisjoint(groups):
            kinds = self._headed(text, colon=False)
        for group in groups if kinds else ():
            if group in kinds:
                return kinds[group]
        return None

    def label(self, text: str, *groups: str, bare: bool = False, alone: bool = True) -> Label | None:
        """Find a label of some groups at the start of a line.

        Before a colon; as the whole line (`alone`); or, with `bare`, before its value with nothing between, for the
        labels that allow it. A label before a colon may have one wrong letter if it is long enough.
        """
        for how, labels in self._labels(text):
            if (bare or how != "bare") and (alone or how != "alone"):
                for group in groups:
                    if group in labels:
                        return labels[group]
        return None

    def heads_row(self, text: str, group: str) -> bool:
        """Tell the heads of columns, which no value follows on their line: two labels of a group, as `Sted Dato`."""
        label = self.label(text, group, bare=True)
        return bool(label and label.value and not label.colon and self.kind(label.value, group))

    @cached_property
    def _labels(self) -> Callable[[str], tuple[tuple[str, dict[str, Label]], ...]]:
        """Returns the labels by group that a line may begin with, the surest first, each with how it is told."""
        return remembered(lambda text: tuple(self._told(text)))

    def _told(self, text: str) -> Iterator[tuple[str, dict[str, Label]]]:
        if not text.strip():
            return
        head, colon, value = text.partition(":")
        if colon and len(head) <= 90:
            yield from self._before_colon(head, value)
        if len(text) <= 90 and (kinds := self._kinds_of(text) or ({} if colon else self._headed(text, colon=False))):
            written = _TRAIL.sub("", text).strip(" *_")
            yield "alone", _by_group(kinds, written=written, value="", colon=False)
        words = self._bare_by_first.get(text.split(None, 1)[0].casefold().rstrip("."), ())
        low = text.casefold() if words else ""
        for word in words:
            if low.startswith(word) and (behind := _BEHIND.match(low, len(word))) and (kinds := self._kinds_of(word)):
                cut = behind.end()
                yield "bare", _by_group(kinds, written=text[: cut - 1], value=text[cut:].strip(), colon=False)

    def _before_colon(self, head: str, value: str) -> Iterator[tuple[str, dict[str, Label]]]:
        written, value = head.strip(" *_-–"), value.strip(" _")
        for each in (head, _BRACKETED.sub("", head)) if "(" in head else (head,):
            if kinds := self._kinds_of(each):
                yield "colon", _by_group(kinds, written=written, value=value, colon=True)
        if kinds := self._nearly(head):
            yield "colon", _by_group(kinds, written=written, value=value, colon=True, misspelt=True)
        if not self._kinds_of(head) and (kinds := self._headed(head, colon=True)):
            yield "colon", _by_group(kinds, written=written, value=value, colon=True)

    def _kinds_of(self, text: str) -> Mapping[str, str]:
        """Return kind by group of a text that is a label as it stands."""
        return self._kinds.get(folded(text), {})

    @cached_property
    def _head_words(self) -> HeadWords:
        return HeadWords(kinds=self.heads)

    @cached_property
    def _headed_groups(self) -> frozenset[str]:
        """The groups whose labels head words tell."""
        return frozenset(kind.partition(".")[0] for kind in self.heads.values())

    def _headed(self, text: str, *, colon: bool) -> Mapping[str, str]:
        """Return kind by group of a label that its head word tells."""
        kind = self._head_words.kind(despaced(text).strip(" _•*-–:"), colon=colon)
        return {kind.partition(".")[0]: kind} if kind is not None else {}

    def _nearly(self, head: str) -> Mapping[str, str]:
        """Return kind by group of the labels that a text is but for one letter."""
        key = folded(head)
        if len(key) < 5 or not key[0].isalpha():
            return {}
        out: dict[str, str] = {}
        for length in (len(key), len(key) - 1, len(key) + 1):
            for group, word in self._by_length.get((length, key[0]), ()):
                if group not in out and _one_off(key, word):
                    out[group] = self.words[f"{group}|{word}"]
        return out


def _tables(text: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """Yield the kinds of a table with what is told of each: lists of texts, and `bare`."""
    for group, kinds in tomllib.loads(text).items():
        for kind, table in kinds.items() if isinstance(kinds, dict) else ():
            for key, value in table.items() if isinstance(table, dict) else ((kind, table),):
                texts = isinstance(value, list) and all(isinstance(each, str) for each in value)
                sound = texts if key in ("words", "heads", "single") else key == "bare" and isinstance(value, bool)
                if not sound:
                    raise ValueError(
                        f"{group}.{kind} has {key}; words, heads and single are lists of texts, bare is true"
                    )
            yield f"{group}.{kind}", table
        if not isinstance(kinds, dict):
            raise ValueError(f"{group} is no group of labels, such as [decision.proposed]")


def _by_group(kinds: Mapping[str, str], **facts: Any) -> dict[str, Label]:
    return {group: Label(kind=kind, **facts) for group, kind in kinds.items()}


def _one_off(a: str, b: str) -> bool:
    """Tell whether two words of five letters or more differ by one: another, a missing, an extra, or two swapped."""
    if a[:2] != b[:2] and a[-2:] != b[-2:]:
        return False
    if len(a) > len(b):
        a, b = b, a
    at = 0
    while at < len(a) and a[at] == b[at]:
        at += 1
    if len(a) < len(b):
        return a[at:] == b[at + 1 :]
    return a[at + 1 :] == b[at + 1 :] or (a[at : at + 2] == b[at : at + 2][::-1] and a[at + 2 :] == b[at + 2 :])
