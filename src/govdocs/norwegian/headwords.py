"""Labels told by their head word, whatever office, body, day or number stands around it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import groupby

from attrs import define, field

from govdocs.norwegian.dates import find_days
from govdocs.norwegian.naming import is_position, meets
from govdocs.norwegian.sentences import has_finite_verb
from govdocs.norwegian.words import words

__all__ = ["HeadWords"]

_LONGEST = 110
_MOST_BEFORE = 9
"""Words before the head word, and words of the one name behind it, at the most."""
_NUMBER = re.compile(r"(?:[A-ZÆØÅ]{1,6}[-\s]{0,2})?\d{1,4}/\d{2,4}(?=\s)")
"""A body's number of a case before the label: `FS-061/24 Tilråding`."""
_OWNER = re.compile(r".*(?:s['´’]?|['´’]s| (?:si|sitt|sin|sine))$", re.IGNORECASE)
"""Whose it is: `Rådmannens`, `Styret sitt`, `Fylkesdirektør for samferdsel si`."""
_TITLED = re.compile(r"(?P<title>.*?)(?:\s[-–]\s|,\s(?=[a-zæøå]))")
"""A title before the words that say what it is: `Budsjett 2025 – rådmannens forslag`."""
_ENDS = (".", ",", ";", "!", "?")
_ENDINGS = ("", "et", "en", "a", "er", "ar", "ene", "ane", "e")
_SIMPLE = re.compile(
    r"""
    \s*\([^()]*\)
   |\s*[-–,]?\s*(?:i\s+)?(?:møte(?:t)?\s+)?(?:den\s+)?\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})\b
   |\s+(?:i\s+)?(?:(?:sak|saken|saka|møte|møtet)\b)(?:\s+(?:nr\.?\s*)?(?:[A-ZÆØÅ]{1,6}[-\s])?\d{1,4}(?:[/-]\d{1,4})?\b)?
   |\s+av\s+sak(?:en|a)?\b(?:\s+(?:[A-ZÆØÅ]{1,6}[-\s])?\d{1,4}[/-]\d{2,4})?
   |\s+(?:[A-ZÆØÅ]{1,4}[-\s]{1,2})?\d{1,4}/\d{2,4}\b
   |\s+(?:nr\.?\s*|alt\.?\s*)?(?:\d{1,2}|[A-E])(?=[\s:.,(]|$)\.?
   |\s+(?:til\s+)?(?:nytt\s+)?(?:pkt\.?|punkt|vedtakspunkt)(?:\s+\d[\d.,a-z]*(?:\s*(?:,|og|-|–)\s*\d[\d.,a-z]*)*)?
   |,?\s+mot\s+\w+\s+(?:stemmer?|røyster?|røyst)\b
   |,?\s+med\s+\w+\s+mot\s+\w+(?:\s+(?:stemmer?|røyster?|røyst))?\b
    """,
    re.VERBOSE | re.IGNORECASE,
)
"""What may stand behind the head word and needs no closer look: brackets, days, numbers, votes."""
_OF = re.compile(
    r"\s+(?P<how>fra|frå|fremmet\s+av|fremja\s+av|fremma\s+av|fremsatt\s+av|av|ved|v/|på\s+vegne\s+av|på\s+vegner\s+av"
    r"|til|i|over)\s*(?P<who>[^():,–\s-](?:(?!\s[-–]\s)[^():])*)",
    re.IGNORECASE,
)
"""Who is named behind the head word: `fra Kari Berg`, `i formannskapet`, `til kommunestyret`."""
_FARED = re.compile(r"\b(?:falt|fall|fikk|fekk|vedt\w+|vedteke\w*|røyster|stemmer)\b", re.IGNORECASE)
"""What tells how a proposal fared, which is no label."""
_ABOUT = frozenset(["av", "om", "til", "på", "ved", "med", "mot", "etter", "fra", "frå", "som", "over", "under"])
"""Words before a head word that make it a mention: `Oppfølging av styrets vedtak`."""
_ADJECTIVE_BEHIND = re.compile(r"\s*[,–-]\s*(?P<word>[^\W\d_]+\.?)(?=\s|$)")
_ASIDE_BEHIND = re.compile(r"\s*,\s*(?:\w[\w.-]*\s?){1,4}(?=,|$)")
"""What else a motion is told by before its colon: `Endringsforslag 1, linje 14, Blå Liste`."""
_AND = re.compile(r"(?:\s*/\s*|\s+(?:og|/)\s+)(?P<more>\S+)")
_ACRONYM = re.compile(r"[A-ZÆØÅ]{2,8}")
_ADJECTIVES = words("labels", "adjectives")
_OFFICES = words("labels", "offices")
_PREFIXES = words("labels", "prefixes")
_TIMES = words("labels", "times")


@define(frozen=True, kw_only=True, eq=False)
class HeadWords:
    """The words that tell labels of each kind."""

    kinds: Mapping[str, str]
    """Kind by word, in small letters: `tilråding` → `decision.proposed`."""
    _any: re.Pattern[str] = field(init=False)

    @_any.default
    def _find_any(self) -> re.Pattern[str]:
        words = sorted(self.kinds, key=lambda word: (word[:2], -len(word)))
        begun = [(first, [re.escape(word[2:]) for word in group]) for first, group in groupby(words, lambda w: w[:2])]
        return re.compile("|".join(f"{re.escape(first)}(?:{'|'.join(rest)})" for first, rest in begun) or r"(?!)")

    def kind(self, text: str, *, colon: bool) -> str | None:
        """Return the kind of a text that is a label as it stands, `None` if it is none.

        A label is a head word, whose it is before it (`Rådmannens`, `Enstemmig`), and who, when and which behind it.
        Before a colon whose it is may be said in any words; without one, the text must look the more like a label.
        """
        if (
            len(text) > _LONGEST
            or not (text[:1].isupper() or text[:1].isdigit())
            or (text.endswith(_ENDS) and not colon)
            or not self._any.search(text.casefold())
        ):
            return None
        number = _NUMBER.match(text)
        text = text.title() if text.isupper() else text
        text = text[number.end() :].lstrip(" -–:") if number and (colon or text[0].isalpha()) else text
        for at, match in enumerate(re.finditer(r"\S+", text)):
            if at > _MOST_BEFORE:
                break
            word = match.group().partition("/")[0]
            kind = self._told_by(word)
            if kind is not None:
                before, end = text[: match.start()].split(), match.start() + len(word.rstrip(",;"))
                whole = self._stands_before(before, kind, colon=colon) and self._stands_behind(
                    text[end:], kind, colon=colon
                )
                return kind if whole and (text[0].isupper() or text[0].isdigit()) else None
        return None

    def _told_by(self, word: str) -> str | None:
        """Return the kind a word tells: the head word with an ending, or behind the word it is a compound of."""
        low = word.casefold().strip("«»\"'.,:;-")
        for ending in _ENDINGS:
            stem = low.removesuffix(ending) if ending else low
            if ending and stem == low:
                continue
            if stem in self.kinds:
                return self.kinds[stem]
            for found in self._any.finditer(stem):
                if found.end() == len(stem) and stem[: found.start()].rstrip("-") in _PREFIXES:
                    return self.kinds[found.group()]
        return None

    @staticmethod
    def _stands_before(tokens: list[str], kind: str, *, colon: bool) -> bool:
        while tokens and tokens[-1].casefold() in _ADJECTIVES:
            tokens = tokens[:-1]
        while tokens and tokens[0].casefold() in _ADJECTIVES:
            tokens = tokens[1:]
        text = " ".join(tokens)
        if not tokens:
            return True
        if has_finite_verb(text) or text.endswith(",") or not _ABOUT.isdisjoint(map(str.casefold, tokens)):
            return False
        if tokens[-1].casefold() in _TIMES:  # and no owner: what stands before `2. gangs behandling` is treated
            return len(tokens) == 2
        if not colon and (titled := _TITLED.match(text)) is not None and not _is_body(titled["title"]):
            return False
        if _OWNER.fullmatch(text) is not None:
            return True
        return colon and text[:1].isupper() and (kind == "decision.proposed" or _is_body(text))

    def _stands_behind(self, text: str, kind: str, *, colon: bool) -> bool:
        while text:
            taken = self._told_behind(text, kind)
            if not taken and colon and kind == "decision.proposed" and (match := _ASIDE_BEHIND.match(text)):
                taken = 0 if has_finite_verb(match.group()) else match.end()
            if not taken:
                return False
            text = text[taken:]
        return True

    def _told_behind(self, text: str, kind: str) -> int:
        """Return how much of a text behind the head word is one thing that may stand there, 0 for none."""
        if (match := _SIMPLE.match(text)) is not None:
            return match.end()
        match = _ADJECTIVE_BEHIND.match(text)
        if match is not None and match["word"].casefold() in _ADJECTIVES:
            return match.end()
        match = _AND.match(text)
        if match is not None and self._told_by(match["more"]) is not None:
            return match.end()
        match = _OF.match(text)
        end = self._named(match["how"].split()[0].casefold(), match["who"], kind) if match is not None else None
        return match.start("who") + end if match is not None and end else 0

    def _named(self, how: str, who: str, kind: str) -> int | None:
        """Return where a name behind the head word ends, `None` where the words name nobody that belongs to a label."""
        day = next(find_days(who), None)
        who = who[: day.start].rstrip(" ,") if day else who
        first, tokens = who.split(" ", 1)[0], who.split()
        if how == "til" and self._told_by(first.rstrip(",")) is not None:  # `Forslag til vedtak`
            return len(first)
        if len(tokens) > _MOST_BEFORE or has_finite_verb(who) or _FARED.search(who):
            return None
        if how in ("til", "i"):
            return len(who) if _is_body(who, short=how == "i") else None
        if how == "over":
            return len(who) if kind == "decision.vote" else None
        if kind == "decision.statement":
            return len(who)
        if kind == "decision.adopted":  # `Uttalelse fra rådet:`
            return len(who) if _is_body(who) else None
        named = first[:1].isupper() or (how != "av" and _is_office(who))
        return len(who) if kind == "decision.proposed" and named else None


def _is_body(text: str, *, short: bool = True) -> bool:
    """Tell a body that meets by the end of a word of its name; `short` allows that capitals alone name it."""
    tokens = re.findall(r"[\w-]+", text)
    told = [token for token in tokens if meets(token) or (short and _ACRONYM.fullmatch(token))]
    return bool(told) and (tokens[0][:1].isupper() or tokens[0] in told)


def _is_office(text: str) -> bool:
    first = re.split(r"[\s/,]", text, maxsplit=1)[0]
    return first in _OFFICES or any(is_position(first.removesuffix(end)) for end in _ENDINGS) or _is_body(text)
