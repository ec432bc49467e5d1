"""The numbers, parties and names that a sentence about a vote tells."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import evolve

from govdocs.model import VoteCount
from govdocs.norwegian.naming import is_name, is_organization, is_party, is_position
from govdocs.norwegian.words import numbered

__all__ = ["ADOPTS", "FALLS", "NUMBERED", "VOTED", "VOTES", "N", "read_counts", "read_other", "read_sides"]

_COUNTS = numbered("counts")
N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
VOTES = r"(?:stemmer|stemme|røyster|røystar|røyst|st\.)"
VOTED = r"(?:stemte|stemmer|røysta|røyste|røyster)"
ADOPTS = re.compile(
    r"\b(?:vedtatt|vedtatte|vedteken|vedteke|vedtekne|tiltrådt|tilrådd|godkjent|godkjend|valgt|vald|oversendt|oversend)\b",
    re.IGNORECASE,
)
FALLS = re.compile(r"\b(?:falt|fall|forkasta|forkastet|nedstemt|avvist)\b|\bikk(?:e|je)\s+vedt", re.IGNORECASE)
NUMBERED = re.compile(r"\b(?:forslag|framlegg|alternativ)\s+(?:nr\.?\s*)?(?:\d{1,2}|[A-D])\b", re.IGNORECASE)
"""An alternative named by its number."""
_ROUND = re.compile(
    rf"\b(?P<yes>{N})\s*(?P<a>{VOTES}\s*)?(?P<those>\([^()]*\)\s*)?"
    rf"(?:(?:og\s+)?(?:ble|blei|vart)\s+(?:vedtatt|vedteke[nt]?)\s+)?(?P<between>mot|[–-])\s*(?P<no>{N})\b\s*"
    rf"(?P<b>{VOTES})?\s*(?P<others>\([^()]*\))?",
    re.IGNORECASE,
)
"""`5 mot 3 stemmer (H 2, FRP 1)`, `fikk 5 stemmer og ble vedtatt mot 3`."""
_AGAINST = re.compile(rf"\bmot\s+(?P<no>{N})\s+{VOTES}\s*(?P<others>\([^()]*\))?", re.IGNORECASE)
"""`mot 2 stemmer (H, FrP)`."""
_COUNTED = re.compile(
    rf"\b(?P<n>{N})\s+(?:(?P<verb>{VOTED}|{VOTES})\s+(?:var\s+)?)?(?P<option>for|mot|imot|blankt?|avholdende)\b"
    r"(?:\s+(?P<what>(?:framlegg|forslag|tilråding|innstilling)[^,.;:]{0,80}?)(?=\s+og\s+\d|[,.;]|$))?",
    re.IGNORECASE,
)
"""`5 stemte for og 3 mot`."""
_GIVEN = re.compile(
    rf"(?:^|[.,:]\s+|\bog\s+)(?P<what>[^\W\d_][^.,:()]{{2,80}}?)\s+(?P<got>(?:fikk|fekk)\s+)?(?P<n>{N})"
    rf"(?:\s+{VOTES}|(?=\.?$))"
    r"(?:\s*\((?P<others>[^()]*)\)|:\s*(?P<list>[^.:]{2,400}))?",
    re.IGNORECASE,
)
"""`Forslaget fra H fikk 5 stemmer (2 AP, 2 H) og forslaget fra V 4 stemmer`, the last may leave out the word."""
_INVERTED = re.compile(
    rf"^(?:Ved|Under|I)\s+[^.,]{{3,120}}?\s(?P<got>fikk|fekk)\s(?P<what>[^.,:()]{{3,80}}?)\s(?={N}\s+{VOTES})",
    re.IGNORECASE,
)
"""`Ved avstemning fikk innstillingen 3 stemmer`."""
_WITH = re.compile(rf"\bmed\s+(?P<n>{N})\s+{VOTES}(?!\s*mot)", re.IGNORECASE)
"""`vedtatt med 8 stemmer`."""
_SIDE = re.compile(
    rf"\b(?P<option>For|Mot|Imot)\b(?P<what>[^:.]{{0,60}}?)\s*\b{VOTED}\s*(?:(?P<n>{N})\s*(?:{VOTES})?\s*:)?\s*:?\s*"
    rf"(?P<list>[^:]{{0,2000}}?)(?=\s*(?:$|(?<!\s[A-ZÆØÅ])\.(?:\s|$)|\b(?:For|Mot|Imot)\b[^.]{{0,60}}\b{VOTED}))",
)
"""`Mot stemte Kari Berg (Ap) og 1 SV`, `For forslaget stemte 2: …`."""
_LISTED = re.compile(
    r"\b(?P<option>For|Mot|Imot)\b(?P<what>[^:.(]{0,60}?)\s*\(?(?P<n>\d{1,3})?\)?\s*:\s*(?P<list>(?:[^.:]|(?<=\s[A-ZÆØÅ])\.)+)"
)
"""`For forslaget (2): Kari Berg (Ap), Ola Vik (Sp)`."""
_SELF = re.compile(
    rf"^(?P<list>[A-ZÆØÅ][^.:]{{1,120}}?)\s+{VOTED}\s+(?P<option>for|mot|imot)\b(?!\s+\d)", re.IGNORECASE
)
"""`Kari Berg røysta mot`."""
_BY_PARTY = re.compile(r"\s*(?P<party>[A-ZÆØÅ][^:;,]{0,30}):\s*(?P<names>[^:;]+)")
"""`AP: Fossmo, Kjelstad; H: Berger`, a party with its voters, one after another."""


def read_counts(sentence: str) -> list[VoteCount]:
    """Read numbers for and against, with the parties and names in the bracket behind them."""
    for match in _ROUND.finditer(sentence):
        told = bool(match["a"] or match["b"])
        plain = match["between"].lower() == "mot" and match["yes"].isdecimal() and match["no"].isdecimal()
        if told or (plain and (ADOPTS.search(sentence) or FALLS.search(sentence))):
            yes, no = _number(match["yes"]), _number(match["no"])
            counts = [VoteCount(option="for", count=yes), VoteCount(option="mot", count=no)]
            counts.extend(_voters((match["those"] or "").strip("() "), "for"))
            others = _whole(_voters((match["others"] or "").strip("() "), "mot"), no)
            size = sum(c.count or len(c.voters) or 1 for c in others)
            if size == yes != no:
                others = [evolve(c, option="for") for c in others]
            return [*counts, *others]
    counted = list(_COUNTED.finditer(sentence))
    if any(match["verb"] for match in counted) or {"for", "mot"} <= {_option(match["option"]) for match in counted}:
        rivals = sum(_option(match["option"]) == "for" for match in counted) > 1
        return [
            VoteCount(option=(rivals and match["what"]) or _option(match["option"]), count=_number(match["n"]))
            for match in counted
        ]
    if (against := _AGAINST.search(sentence)) is not None:
        others = _whole(_voters((against["others"] or "").strip("() "), "mot"), _number(against["no"]))
        return [VoteCount(option="mot", count=_number(against["no"])), *others]
    return list(_alternatives(sentence))


def read_other(sentence: str) -> VoteCount | None:
    """Read what the other of two proposals got, told by itself: `1 røysta for framlegget frå fylkesdirektøren`."""
    match = _COUNTED.match(sentence)
    alone = match is not None and match["what"] and match.end() >= len(sentence.rstrip(" ."))
    return VoteCount(option=match["what"], count=_number(match["n"])) if match is not None and alone else None


def _alternatives(sentence: str) -> Iterator[VoteCount]:
    """Yield the votes that each of several alternatives got, under its name as written."""
    given = list(_GIVEN.finditer(_INVERTED.sub(r"\g<what> \g<got> ", sentence)))
    if any(match["got"] for match in given):
        for match in given:
            option, count = match["what"], _number(match["n"])
            yield VoteCount(option=option, count=count)
            yield from _whole(_voters(match["others"] or match["list"] or "", option), count)
    elif (alone := _WITH.search(sentence)) is not None and ADOPTS.search(sentence):
        yield VoteCount(option="for", count=_number(alone["n"]))


def _whole(voters: Iterator[VoteCount], count: int) -> list[VoteCount]:
    """Give one party alone in a bracket all the votes that the bracket is about."""
    found = list(voters)
    return [evolve(found[0], count=count)] if len(found) == 1 and found[0].party and not found[0].voters else found


def read_sides(sentence: str) -> Iterator[tuple[str, VoteCount]]:
    """Yield who voted for or against what, from lists of names and parties."""
    found = list(_SIDE.finditer(sentence)) or list(_LISTED.finditer(sentence))
    for match in found:
        numbered = NUMBERED.search(match["what"])
        option = numbered.group() if numbered else _option(match["option"])
        voters = list(_voters(match["list"], option))
        if voters and match["n"]:
            yield match["what"], VoteCount(option=option, count=_number(match["n"]))
        for count in voters:
            yield match["what"], count
    if not found and (alone := _SELF.match(sentence)):
        for count in _voters(alone["list"], _option(alone["option"]), least=2):
            yield "", count


def _voters(text: str, option: str, *, least: int = 1) -> Iterator[VoteCount]:
    """Yield who voted: parties with their numbers (`Ap 8, Sp 3`, `3 Høgre`), and names with or without their party."""
    if _BY_PARTY.match(text):
        for part in text.split(";"):
            if (told := _BY_PARTY.match(part)) and is_party(told["party"]):
                for count in _voters(told["names"], option, least=least):
                    yield evolve(count, party=count.party or told["party"])
        return
    names: list[tuple[str, str | None]] = []
    for piece in re.split(r"[,;]|\s+og\s+|\s+samt\s+|\s\+\s", text):
        piece = re.sub(r"^(?:representant\w*|medlem\w*)\s+(?:fra|frå|for|i)\s+", "", piece.strip(" ."))
        match = re.fullmatch(
            r"(?:(?P<a>\d{1,3})\s*(?:fra|frå|x)?\s*)?(?P<party>[A-Za-zÆØÅæøå. ]+?)\s*(?:\(?(?P<b>\d{1,3})\)?)?", piece
        )
        number = (match["a"] or match["b"]) if match else None
        if match and (
            is_party(match["party"]) or (number and re.fullmatch(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,3}", match["party"]))
        ):
            yield VoteCount(option=option, count=int(number) if number else None, party=match["party"].strip())
            continue
        named = re.fullmatch(r"(?P<name>[^()]+?)\s*(?:\((?P<party>[^()]*)\)?)?", piece)
        if named and is_name(named["name"], least=least) and not _is_no_person(named["name"]):
            party = (named["party"] or "").strip()
            names.append((named["name"], party if is_party(party) else None))
    for party in dict.fromkeys(party for _, party in names):
        yield VoteCount(option=option, party=party, voters=tuple(name for name, other in names if other == party))


def _is_no_person(name: str) -> bool:
    return " " not in name and (is_organization(name) or is_position(name) or is_position(name.removesuffix("en")))


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else _COUNTS[text.lower()]


def _option(text: str) -> str:
    low = text.lower()
    return "mot" if low == "imot" else low
