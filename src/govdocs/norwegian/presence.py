"""Marks that tell when a person was there: for which cases, from when, until when."""

from __future__ import annotations

import re

__all__ = ["TIMES", "bare_cases", "cases_in", "is_presence", "split_cases"]

_NUMBER = (
    r"(?:(?:[A-ZÆØÅ]{1,3}[- ])?\d+(?:/\d+){1,2}(?:-[A-ZÆØÅ](?![a-zæøå])|\s[A-ZÆØÅ](?![\wæøå]))?"
    r"|\d+-\d{2,4}(?![\d/])|(?:[A-ZÆØÅ]{1,2}-)?\d+(?:\.\d+)?)"
)
_BETWEEN = r"\s*(?:,|og|-|–|til(?: og med)?|t\.\s?o\.\s?m\.?)\s*(?:(?i:sak)\s*)?"
_CASES = (
    rf"(?<![\w-])(?P<code>[A-ZÆØÅ]{{1,4}}-)?(?P<word>(?i:(?:styre|råds|utvalgs|utvals)?sak(?:ene|er|ar|ane)?|pkt\.?|punkt))\.?\s*(?:nr\.?)?\s*"
    rf"(?P<list>{_NUMBER}(?:{_BETWEEN}{_NUMBER})*)"
)
_FIND = re.compile(_CASES)
_BEHIND = re.compile(
    rf"(?:^|[\s,])(?P<mark>(?:(?i:invitert|ugild|inhabil|i|og|med|f\.?\s?o\.?\s?m\.?|t\.?\s?o\.?\s?m\.?|fra|frå"
    rf"|til(?: og med)?|unntatt|unnateke|under|ved|på|møtte|deltok|ikkj?e\s+(?:til\s?st[ae]des?|møtt|med))\s+)*"
    rf"{_CASES}\.?)$"
)
_AWAY = re.compile(
    r"\b(?:ugild|inhabil|permisjon|perm\b|forfall|fråfall|frafall|fråvær|fravær|ikke|ikkje|unntatt|unnateke|utanom)",
    re.IGNORECASE,
)
TIMES = re.compile(
    r"\bkl\.?\s*\d|\b(?:styre|råds|utvalgs|utvals)?"
    r"sak(?:ene|er|ar|ane)?\b\.?\s*(?:nr\.?\s*)?(?:[A-ZÆØÅ]{1,3}[- ])?\d"
    r"|\b(?:hele|deler|del|heile|delar) av møtet|\balle\s+sak(?:er|ene|ar|ane)\b"
    r"|\b(?:bare|berre|kun|perm\.?|permisjon|forfall|fråfall|frafall|fravær|fråvær)"
    r"\s+(?:kl\.?\s*)?(?:[A-ZÆØÅ]{1,4}[- ])?\d",
    re.IGNORECASE,
)
"""What tells a case, a clock time or a part of the meeting."""
_BARE = re.compile(
    r"(?:(?:deltok|møtte|invitert|under|ved|på|i|og|frå|fra|til|t\.?\s?o\.?\s?m\.?|f\.?\s?o\.?\s?m\.?)\s+)*"
    r"(?P<list>\d{1,3}(?:\s?[-–]\s?\d{1,3})?/\d{2,4}(?:\s*(?:,|og)\s*\d{1,3}(?:\s?[-–]\s?\d{1,3})?/\d{2,4})*)"
)
"""Cases in a bracket without the word: `(49/14)`, `(frå 51/14)`, `(47-55/14)`."""
_PRESENCE = re.compile(
    r"^(?:(?:deltok|møtte|til ?stede|til ?stades|kom|gjekk|gikk|forlot|fråtrådte|fratrådte"
    r"|tiltrådte|permisjon|fravær|frå?|fra|til|t\.?\s?o\.?\s?m\.?|f\.?\s?o\.?\s?m\.?|kl\.?|under"
    r"|på|i|deler? av|unntatt|unnateke|etter|før|sak|ved behandling|under behandling|inntil"
    r"|innleiing|innledning|bare|berre|kun)\b)",
    re.IGNORECASE,
)


def cases_in(text: str) -> tuple[str, ...]:
    """Return the numbers of the cases that a mark says a person was there for.

    None where it tells that the person was away for them, as `ugild i sak 6/20`.
    """
    match = _FIND.search(text)
    if match is None or _AWAY.search(text[: match.start()]):
        return ()
    numbers = re.findall(_NUMBER, match["list"])
    if match["code"]:  # the series is named once, before the first
        numbers[0] = f"{match['code']}{match['word']} {numbers[0]}"
    return tuple(numbers)


def bare_cases(text: str) -> tuple[str, ...]:
    """Return the numbers of a mark that is nothing but numbers of cases, with a word such as `frå` before them."""
    match = _BARE.fullmatch(text.strip(" ."))
    return tuple(re.split(r"\s*(?:,|og)\s*", match["list"])) if match else ()


def split_cases(text: str) -> tuple[str, str] | None:
    """Return what stands before the cases at the end of a text, and the mark that names them; `None` without any."""
    match = _BEHIND.search(text)
    return (text[: match.start()].strip(" ,"), match["mark"]) if match is not None else None


def is_presence(text: str) -> bool:
    """Tell a mark that says when a person was there."""
    return _PRESENCE.match(text) is not None and re.search(r"\d", text) is not None
