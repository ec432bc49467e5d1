"""The name of the body that meets, found in a heading or a line."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.naming import is_name, is_organization, meets
from govdocs.reading.document_words import document_word

__all__ = ["MEETING_IN", "TAIL", "body_in", "is_body_name", "is_fuller", "met_in"]

_IN_BODY = re.compile(
    r"""(?:^|\s)(?:(?i:fra|frå|for|i|av|til)|-|–|—|:)\s+(?:(?:ordinært|ekstraordinært|konstituerende|konstituerande|digitalt|ekstra)\s+)?(?:(?:styre|råds|utvalgs|utvals)?møt(?:e|et)\s+(?:i|for|med)\s+)?(?P<body>(?:[A-ZÆØÅ]|[a-zæøå.-]*(?:styret|rådet|utvalget|utvalet|nemnda|komiteen|gruppa|gruppen|organet|tinget))[^:]{2,150}|[a-zæøå.-]*(?:styret|rådet|utvalget|utvalet|nemnda|komiteen|gruppa|gruppen|organet|tinget))""",
    re.VERBOSE,
)
MEETING_IN = re.compile(
    r"^(?:(?:Fra|Frå|FRA|FRÅ)\s+)?(?:Innkalling til\s+|Protokoll\w*(?:\s+(?:fra|frå)|\s?:)\s+"
    r"|Referat(?:\s+(?:fra|frå)|\s?:)\s+)?(?:[Oo]rdinært |[Ee]kstraordinært |[Kk]onstituerende "
    r")?(?P<kind>[Mm]øte|[Ss]tyremøte|[Rr]ådsmøte|[Uu]tvalgsmøte"
    r"|[Uu]tvalsmøte)\s*(?:nr\.?\s*\d+\s*[/-]\s*\d+\s*)?(?:i|for|med|-|–)\s+(?P<body>[^:]{2,140})",
    re.IGNORECASE,
)
TAIL = re.compile(
    r"\s*(?:,?\s*(?:den\s+)?(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|måndag|tysdag"
    r"|laurdag|sundag)?\s*\d{1,2}\.\s*(?:(?:[-–]|og)\s*\d{1,2}\.\s*)?(?:(?:\d{1,2}\.|[a-zæøå]+)\s*\d{2,4}.*|(?:januar|februar|mars|april|mai|juni|juli|august|september"
    r"|oktober|november|desember)\b.*)|\s*\(\d{1,2}/\d{2,4}\).*"
    r"|\s+(?:nr\.?\s*)?\d{1,2}\s?[/-]\s?\d{2,4}.*|\s+kl\.?\s*\d.*|\s*[-–,]\s*(?:møte|dato)\b.*"
    r"|\s*[-–]\s*\d.*|\s*,?\s+(?:den|dato)\s*$)$",
    re.IGNORECASE,
)
_BEHIND_WORD = re.compile(
    r"(?:Møte)?(?:protokoll|referat|bok)\s+(?P<body>[A-ZÆØÅ]\w*(?:styret|rådet|utvalget|utvalet|nemnda|komiteen|organet"
    r"|tinget|skapet)\b[^:]{0,120}|(?-i:[A-ZÆØÅ]{2,6})-møte\b.*)",
    re.IGNORECASE,
)
_TO_A_BODY = ("på", "av", "til", "ved", "under", "fra", "frå", "med")
"""What stands before a body that something else is told of: `Utformes på møtet`, `Vedtatt av kommunestyret`."""
_AT_A_MEETING = (("i", "møtet"), ("I", "møtet"))
"""A meeting that something else happens at is no body: `Formuleres i møtet`."""
_NO_NAME = re.compile(r"\d{3}|\d[:.]\d\d|@|www|http")
_MEETS = re.compile(r"(?:råd|styre|utval|nemnd)", re.IGNORECASE)
_TOKEN = re.compile(r"[\w-]+")
_BEGINS_OTHERWISE = re.compile(r"(?:Sak|Til|Fra|Vedlegg|Møte\b|Følg|Desse|Disse|Det |Den |Saksliste|Sakliste)")
_MET_IN = re.compile(r"\b(?P<body>\w{7,}?)s?møte\b", re.IGNORECASE)
"""A meeting called after the body that holds it: `representantskapsmøte`."""


def body_in(text: str, word: bool) -> str | None:
    """Return the body that a heading names; `word` says that the heading holds a document's word, as `Referat`."""
    match = MEETING_IN.match(text)
    if match is None and word:
        match = _IN_BODY.search(text) or _BEHIND_WORD.match(text)
    if match is None:
        return None
    previous, body = None, match["body"].strip()
    while previous != body:
        previous, body = body, TAIL.sub("", body).strip(" ,.–-")
    if (
        "kind" in match.groupdict()
        and match["kind"]
        and match["kind"].lower().startswith("styre")
        and not re.search(r"styre", body, re.IGNORECASE)
    ):
        return body or None
    if re.match(r"saks?liste\b", text, re.IGNORECASE) and not (is_body_name(body) or is_organization(body)):
        return None  # the town where it meets
    if (
        len(body) < 2
        or re.match(r"(?:dato|tid|sak\b|\d|\w*møtet?\b)", body, re.IGNORECASE)
        or next(find_days(body), None)
    ):
        return None
    return body


def is_fuller(name: str, body: str) -> bool:
    """Tell a name that says the whole of a body's: it holds it, or what its first letters stand for.

    `Lia Avfall og Gjenvinning IKS` is fuller than `LAG IKS`.
    """
    if body.casefold() in name.casefold():
        return len(name) > len(body)
    short, whole = body.split(), name.split()
    behind = len(short) - 1
    if not short or not short[0].isupper() or len(short[0]) < 3 or whole[len(whole) - behind :] != short[1:]:
        return False
    return short[0] in _first_letters(whole[: len(whole) - behind])


def _first_letters(name: list[str]) -> tuple[str, str]:
    """Return the first letters of a name's words, with those of its small words and without."""
    return "".join(word[0].upper() for word in name), "".join(word[0] for word in name if word[0].isupper())


def met_in(title: str, lines: Iterable[Line]) -> Line | None:
    """Return the line that is the body after which a title calls the meeting: `Representantskapet`."""
    stems = [match["body"].casefold() for match in _MET_IN.finditer(title)]
    names = {stem + end for stem in stems if meets(stem) for end in ("et", "t", "en", "a")}
    return next((line for line in lines if line.text.casefold() in names), None)


def is_body_name(text: str) -> bool:
    """Tell whether a line is the name of a body that meets."""
    if len(text) > 130 or text.endswith((".", ":", ",")) or _NO_NAME.search(text):
        return False
    if is_name(text) and not _MEETS.search(text):
        return False
    tokens = _TOKEN.findall(text)
    if not tokens or not (tokens[0][:1].isupper() or tokens[0][:1].isdigit()) or len(tokens) > 14:
        return False
    if document_word(text) or _BEGINS_OTHERWISE.match(text):
        return False
    return any(
        meets(token) and before not in _TO_A_BODY and (before, token) not in _AT_A_MEETING
        for before, token in pairwise(["", *tokens])
    )
