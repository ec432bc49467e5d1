"""The marks that measures, areas and sub-points begin with: numbers, letters and bullets, and their order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govdocs.norwegian.remembering import remembered

__all__ = ["Mark", "follows", "inner_mark", "mark_of", "number_alone", "numbered_path", "shape_is_bullet"]

_POINT = re.compile(r"[.-]|(?<=[A-ZÆØÅ])(?=\d)")
_CAPITAL = re.compile(r"[A-ZÆØÅ]")
_DIGITS = re.compile(r"\d+")
_CAPITALS = re.compile(r"[A-ZÆØÅ]+")
_SMALL_END = re.compile(r"[a-z]$")
_BULLET = re.compile(r"(?P<mark>[•●▪■◦‣·○□➢►✓๏*–—-]|o(?=\s+[A-ZÆØÅa-zæøå]))\s+(?P<rest>\S.*)$")
_GLUED = re.compile(r"(?P<mark>[•●▪■◦‣○□➢►✓๏])(?P<rest>\S.*)$")
_WORD = (
    r"(?:(?P<word>Tiltak|TILTAK|Aktivitet|Anbefaling|Tilråding|Handling|Oppgave|Oppgåve|Initiativ|Aksjon)"
    r"\s*(?:nr\.?\s*)?)?"
)
_NUMBER = re.compile(
    rf"{_WORD}(?P<number>[A-ZÆØÅ]{{1,3}}[.-]?\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|\d{{1,3}}(?:\.\d{{1,2}}){{0,3}}[a-z]?|[A-HK-NPR-Z](?=[.:)]))"
    r"(?P<sep>\.?[:)]|\.|(?=\s|$))\s*(?:[–—-]\s+)?(?P<rest>.*)$"
)
_ALONE = re.compile(
    r"(?:(?:[Tt]iltak(?:s|et)?\s?)?(?:[Nn]r|NR|[Nn]ummer|[Pp]kt|[Pp]unkt|[Ll]øpenr|[Ll]øpenummer)|ID|[Tt]iltak|TILTAK)\b\.?\s*:?\s*"
    r"(?P<number>[A-ZÆØÅ]{0,3}[.-]?\d{1,3}(?:\.\d{1,2}){0,3}[a-z]?)\.?"
)
_NO_MARK = re.compile(
    r"(?:(?:jan|feb|mars?|april|mai|juni?|juli?|aug|sept?|september|okt|nov|des)(?:uar|ruar|ust|ober|ember)?\b|kvartal|halvår|halvdel|tertial|"
    r"(?:gang|gong)(?:e[rn]|ar)?\b|klasse(?:n|r)?\b|trinn(?:et)?\b|steg(?:et)?\b|"
    r"år(?:et|a)?\b|prosent|%|mill|kr\b|km\b|tim(?:e[rn]?|ar)\b|dag(?:e[rn]|ar|en)?\b|(?:uke|veke)[rn]?\b|måned(?:er|en)?\b|månad(?:er|en)?\b|"
    r"plass(?:er|ar)?\b|og\b|til\b|av\b|eller\b|[–-]\s*\d)",
    re.IGNORECASE,
)


@frozen(kw_only=True)
class Mark:
    """What a line begins with before its text."""

    number: str | None
    """The number or letter without its separator; `None` for a bullet."""
    shape: str
    """Its form, digits as `9` and letters as `A`: `9.`, `9.9`, `A9:`, `•`; marks of one list share it."""
    rest: str
    """What follows it."""

    @property
    def value(self) -> tuple[int | str, ...]:
        """Its parts in order, for comparing."""
        return tuple(int(p) if p.isdigit() else p for p in re.findall(r"\d+|[A-ZÆØÅ]+|[a-z]+", self.number or ""))


@remembered
def mark_of(text: str) -> Mark | None:
    """Return the mark a text begins with, `None` for a text without one."""
    match = _BULLET.match(text) or _GLUED.match(text)
    if match:
        mark = "-" if match["mark"] in "–—-" else match["mark"]
        return Mark(number=None, shape="•" if mark not in "-o" else mark, rest=match["rest"])
    match = _NUMBER.match(text)
    if match is None:
        return None
    rest, sep, number = match["rest"], match["sep"], match["number"]
    if match["word"] and not rest.strip(" *"):
        rest = ""  # a star points to a note
    if rest and not rest[0].isalnum() and rest[0] not in '«"“”„(Å':
        return None
    if not match["word"]:
        if not sep and (number.isdigit() or number.isalpha()) and rest and not rest[:1].isupper():
            return None
        if not number.isalpha() and _NO_MARK.match(rest):
            return None
        if not sep and rest and _CAPITAL.match(number) and not rest[:1].isupper():
            return None
        if rest and text[match.end("sep")] != " " and not _CAPITAL.match(rest):
            return None
        if number.isdigit() and len(number) == 3 and not sep:
            return None
    shape = _DIGITS.sub("9", _CAPITALS.sub("A", number))
    shape = _SMALL_END.sub("", shape)
    shape += sep if sep != "." or "." not in shape else ""
    return Mark(number=number, shape=f"{match['word'].lower()} {shape}" if match["word"] else shape, rest=rest)


def number_alone(text: str) -> str | None:
    """Return the number of a line that says no more: `Nr. 1`, `Tiltaksnummer: 2.1`; `None` for other lines."""
    match = _ALONE.fullmatch(text)
    return match["number"] if match is not None else None


def numbered_path(number: str | None) -> tuple[str, ...]:
    """Take the number of an area apart, as `A1.2` is `A`, `1`, `2`; none is `()`."""
    return tuple(part for part in _POINT.split(number) if part) if number else ()


def shape_is_bullet(shape: str) -> bool:
    """Tell bullets from numbers."""
    return shape in ("•", "-", "o")


def follows(mark: Mark, before: Mark | None) -> bool:
    """Tell whether a mark comes next after another of its shape; without one, whether a list may begin with it."""
    value = mark.value
    if not value:
        return True
    if before is None:
        return value[-1] in (1, "A", "a") or len(value) > 1
    old = before.value
    if not old:
        return True
    for new, last in zip(value, old, strict=False):
        if new == last:
            continue
        if isinstance(new, int) and isinstance(last, int):
            return last < new <= last + 3
        return isinstance(new, str) and isinstance(last, str) and last < new
    return len(value) != len(old)


def inner_mark(text: str, shape: str, before: Mark | None, words: Sequence[str] = ()) -> int | None:
    """Return where inside a line the next mark of a shape stands, as where two cells came to stand on one line."""
    for match in re.finditer(r"(?<=\s)(?=[A-ZÆØÅ]{0,3}[.-]?\d{1,3}[.:)\s])", text):
        mark = mark_of(text[match.start() :])
        if (
            mark is None
            or mark.shape != shape
            or not mark.rest
            or not (mark.rest[0].isupper() or mark.rest[0] in '«"É')
        ):
            continue
        if follows(mark, before) and (before is None or before.value != mark.value):
            return match.start()
    return None
