"""How a vote went, read from the sentences that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.model import Decision, FieldSpan, Vote, VoteCount
from govdocs.norwegian.naming import is_name, is_organization, is_party, is_position
from govdocs.norwegian.words import numbered
from govdocs.reading.blocks import span_of, spans_of

__all__ = [
    "SENTENCE",
    "UNANIMOUS",
    "names_alternatives",
    "only_vote",
    "passes",
    "read_vote",
    "tells_votes",
    "with_vote",
]

_COUNTS = numbered("counts")
_N = rf"(?:\d{{1,3}}|{'|'.join(sorted(_COUNTS, key=len, reverse=True))})"
_VOTES = r"(?:stemmer|stemme|røyster|røystar|røyst|st\.)"
_VOTED = r"(?:stemte|stemmer|røysta|røyste|røyster)"

UNANIMOUS = re.compile(
    r"(?<!ikke )(?<!ikkje )(?:\benst\.|\bsamr\.|\b(?:enstemmige?|samrøystes|samrøystest|einstemmig|énstemmig"
    r"|ein\s?stemmig|samstemmig|samtlige stemmer)\b)",
    re.IGNORECASE,
)
_ROUND = re.compile(
    rf"\b(?P<yes>{_N})\s*(?P<a>{_VOTES}\s*)?(?P<those>\([^()]*\)\s*)?(?P<between>mot|[–-])\s*(?P<no>{_N})\b\s*"
    rf"(?P<b>{_VOTES})?\s*(?P<others>\([^()]*\))?",
    re.IGNORECASE,
)
"""`5 mot 3 stemmer (H 2, FRP 1)`."""
_AGAINST = re.compile(rf"\bmot\s+(?P<no>{_N})\s+{_VOTES}\s*(?P<others>\([^()]*\))?", re.IGNORECASE)
"""`mot 2 stemmer (H, FrP)`."""
_COUNTED = re.compile(
    rf"\b(?P<n>{_N})\s+(?:(?P<verb>{_VOTED}|{_VOTES})\s+)?(?P<option>for|mot|imot|blankt?|avholdende)\b"
    r"(?:\s+(?P<what>(?:framlegg|forslag|tilråding|innstilling)[^,.;:]{0,80}?)(?=\s+og\s+\d|[,.;]|$))?",
    re.IGNORECASE,
)
"""`5 stemte for og 3 mot`."""
_GIVEN = re.compile(
    rf"(?:^|[.,:]\s+|\bog\s+)(?P<what>[^\W\d_][^.,:()]{{2,80}}?)\s+(?P<got>(?:fikk|fekk)\s+)?(?P<n>{_N})\s+{_VOTES}"
    r"(?:\s*\((?P<others>[^()]*)\)|:\s*(?P<list>[^.:]{2,400}))?",
    re.IGNORECASE,
)
"""`Forslaget fra H fikk 5 stemmer (2 AP, 2 H) og forslaget fra V 4 stemmer`."""
_WITH = re.compile(rf"\bmed\s+(?P<n>{_N})\s+{_VOTES}(?!\s*mot)", re.IGNORECASE)
"""`vedtatt med 8 stemmer`."""
_SIDE = re.compile(
    rf"\b(?P<option>For|Mot|Imot)\b(?P<what>[^:.]{{0,60}}?)\s*\b{_VOTED}\s*(?:(?P<n>{_N})\s*(?:{_VOTES})?\s*:)?\s*:?\s*"
    rf"(?P<list>[^:]{{0,2000}}?)(?=\s*(?:$|(?<!\s[A-ZÆØÅ])\.(?:\s|$)|\b(?:For|Mot|Imot)\b[^.]{{0,60}}\b{_VOTED}))",
)
"""`Mot stemte Kari Berg (Ap) og 1 SV`, `For forslaget stemte 2: …`."""
_LISTED = re.compile(
    r"\b(?P<option>For|Mot|Imot)\b(?P<what>[^:.(]{0,60}?)\s*\(?(?P<n>\d{1,3})?\)?\s*:\s*(?P<list>(?:[^.:]|(?<=\s[A-ZÆØÅ])\.)+)"
)
"""`For forslaget (2): Kari Berg (Ap), Ola Vik (Sp)`."""
_SELF = re.compile(
    rf"^(?P<list>[A-ZÆØÅ][^.:]{{1,120}}?)\s+{_VOTED}\s+(?P<option>for|mot|imot)\b(?!\s+\d)", re.IGNORECASE
)
"""`Kari Berg røysta mot`."""
_ADOPTS = re.compile(
    r"\b(?:vedtatt|vedtatte|vedteken|vedteke|vedtekne|tiltrådt|tilrådd|godkjent|godkjend|valgt|vald|oversendt|oversend)\b",
    re.IGNORECASE,
)
_FALLS = re.compile(r"\b(?:falt|fall|forkasta|forkastet|nedstemt|avvist)\b|\bikk(?:e|je)\s+vedt", re.IGNORECASE)
_OUTCOME = re.compile(
    r"\b(?:enstemmig|samrøystes|einstemmig|samstemmig|stemmer?|stemte|røyst(?:er|a|e)?|vedtatt|vedteke[nt]?|vedtekne"
    r"|votering\w*|avstemning\w*|falt|fall|dobbeltstemme\w*|dobbeltrøyst\w*)\b",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    rf"enstemmig|samrøystes|einstemmig|samstemmig|\d\s*(?:{_VOTES})?\s*mot\s*\d|mot\s+{_N}\s+{_VOTES}"
    rf"|\d\s+{_VOTED}\s+(?:for|mot)|(?:For|Mot)\s+(?:stemte|røysta)",
    re.IGNORECASE,
)
"""What a sentence of a decision's own text must hold to tell of a vote."""
_ONLY_VOTE = re.compile(
    r"^(?:Vedtatt|Vedteke|Vedtaket (?:var|er|ble|vart)|Forslaget (?:ble|vart)|Innstillinga? (?:ble"
    r"|vart)|Det (?:ble|vart))?\s*(?:enstemmig|einstemmig|samrøystes|samstemmig)(?:\s+(?:vedtatt"
    r"|vedteke|vedtak|godkjent|godkjend|tiltrådt|tilrådd|valgt|vald))?\.?$"
    rf"|^(?:Vedtatt|Vedteke[nt]?)\s+(?:mot|med)\s+{_N}\b[^.]{{0,80}}\.?(?:\s+(?:For|Mot|Imot)\s+(?:stemte|røysta"
    r"|røyste)\b[^.]*\.?){0,2}(?:\s+(?:Forslaget|Framlegget)\b[^.]*(?:falt|fall)\b[^.]*\.?)?$"
    r"|^(?:Vedtaket|Forslaget|Framlegget|Innstillinga|Innstillingen|Fråsegna|Uttalelsen|Uttalen"
    r"|Tilrådinga)\s+(?:ble|blei|vart|er|var)\s+(?:enstemmig|samrøystes|einstemmig)\s+\w+\.?$"
    r"|^[\wéÉ]+\s+(?:stemte|røysta|røyste|stemmer|røyster)\s+(?:for|mot)\b[^.]{0,60}\.?$",
    re.IGNORECASE,
)
_CASTING = re.compile(
    r"dobbeltstemme|dobbeltrøyst|lederens stemme|leders stemme|leiaren si røyst|avgjørende stemme"
    r"|avgjerande røyst|møtelederens stemme",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"(?<=[.!?])(?<!\s[A-ZÆØÅ]\.)\s+(?=[A-ZÆØÅ«\"“])")
"""Between two sentences, not behind a name's initial."""


_NUMBERED = re.compile(r"\b(?:forslag|framlegg|alternativ)\s+(?:nr\.?\s*)?(?:\d{1,2}|[A-D])\b", re.IGNORECASE)
"""An alternative named by its number."""
_TOLD = re.compile(
    rf"(?:For|Mot|Imot)\s+(?!øvrig|ordens)[^.:]{{0,70}}?\b{_VOTED}\b"
    rf"|(?:For|Mot|Imot)\s+(?:stemte|røysta|røyste)\b"
    r"|(?:Dermed|Med dette|Såleis|Slik)\s+(?:ble|blei|vart|er|var|falt|fall)\b[^.]{0,90}\b"
    r"(?:vedtatt|vedtekne?|vedteken|vedteke|falt|fall|forkasta|forkastet|nedstemt)\b"
    r"|(?:[A-ZÆØÅ][\w.-]*(?:\s[\w.-]+){0,3}\s)?(?i:forslag(?:et)?|framlegg(?:et)?|innstilling(?:a|en)?|tilråding(?:a|en)?)"
    r"(?:\s(?:fra|frå|til)\s[^.:]{2,50}?)?\s(?:(?:ble|blei|vart|er|var)\s)?"
    r"(?:(?:enst\.|samr\.|enstemmig|samrøystes|einstemmig)\s)?"
    rf"(?:vedtatt|vedteke|vedteken|tiltrådt|tilrådd|falt|fall|(?:fikk|fekk)\s{_N}\s{_VOTES})(?!\w)"
)
"""How a sentence begins that tells of votes: `For forslaget stemte 35: …`, `Bergs forslag falt med 2 mot 5 stemmer`."""


def tells_votes(text: str) -> bool:
    """Tell whether a line begins to tell who voted how, so that what was voted on ends above it."""
    return _TOLD.match(text) is not None


def passes(vote: Vote) -> bool:
    """Tell whether what was voted on was adopted."""
    return _Round(sentence=vote.outcome or "", counts=()).adopts


def names_alternatives(vote: Vote) -> bool:
    """Tell whether a vote was one between alternatives that are named by number: `For forslag 2 stemte 10`."""
    return _NUMBERED.search(vote.outcome or "") is not None


def only_vote(text: str) -> bool:
    """Tell whether a text tells no more than how a vote went: `Enstemmig vedtatt.`, in brackets or not."""
    return _ONLY_VOTE.match(re.sub(r"^\((.*)\)\.?$", r"\1", text.strip())) is not None


@frozen(kw_only=True)
class _Round:
    """One round of voting as the sentences tell it."""

    sentence: str
    counts: tuple[VoteCount, ...]

    @property
    def falls(self) -> bool:
        """Whether what was voted on fell."""
        return bool(_FALLS.search(self.sentence))

    @property
    def adopts(self) -> bool:
        """Whether what was voted on was adopted."""
        return not self.falls and bool(_ADOPTS.search(self.sentence) or UNANIMOUS.search(self.sentence))


def with_vote(decision: Decision, vote: Vote | None) -> Decision:
    """Return the decision with a vote, unless it has one of its own."""
    return decision if vote is None or decision.vote is not None else evolve(decision, vote=vote)


def read_vote(texts: Sequence[str], lines: Sequence[Line], *, strict: bool = False) -> Vote | None:
    """Read how a vote went from sentences; `strict` asks for a sentence that plainly tells of a vote.

    Of several rounds, those in which something fell do not count where another one made the decision.
    """
    rounds = _rounds([s for text in texts for s in SENTENCE.split(text)], strict)
    if any(each.adopts for each in rounds):
        rounds = [each for each in rounds if not each.falls]
    if not rounds:
        return None
    outcome = " ".join(each.sentence for each in rounds)
    counts = tuple(count for each in rounds for count in each.counts)
    casting = bool(_CASTING.search(outcome))
    sides = {c.option for c in counts if (c.count or c.party or c.voters) and not c.option.startswith(("blank", "avh"))}
    divided = casting or "mot" in sides or len(sides) > 1
    united = any(UNANIMOUS.search(each.sentence) and not each.counts for each in rounds)
    return Vote(
        span=span_of(lines),
        spans=tuple(FieldSpan(field="outcome", span=s) for s in spans_of(lines)),
        outcome=outcome,
        unanimous=False if divided else True if united else None,
        counts=counts,
        casting_vote=casting,
    )


def _rounds(sentences: Sequence[str], strict: bool) -> list[_Round]:
    rounds: list[_Round] = []
    for sentence in sentences:
        sides = list(_sides(sentence))
        if not _OUTCOME.search(sentence) and not (sides and not strict):
            continue
        if strict and (len(sentence) > 260 or not _PLAINLY.search(sentence)):
            continue
        counts = _counts(sentence)
        if sides and not counts and rounds and not _ADOPTS.search(sentence) and not _FALLS.search(sentence):
            last = rounds[-1]  # who voted how in the round just told
            fitting = [count for what, count in sides if _about(what, last.sentence)]
            if fitting:
                rounds[-1] = evolve(last, sentence=f"{last.sentence} {sentence}", counts=(*last.counts, *fitting))
        elif counts or sides or UNANIMOUS.search(sentence) or not strict:
            rounds.append(_Round(sentence=sentence, counts=(*counts, *(count for _, count in sides))))
    return rounds


def _about(what: str, sentence: str) -> bool:
    """Tell whether a side is one of the round that a sentence tells: no other thing is named."""
    if _NUMBERED.search(what):
        return _NUMBERED.search(sentence) is not None
    word = what.split()[-1].lower()[:7] if what.split() else ""
    return word in sentence.lower()


def _counts(sentence: str) -> list[VoteCount]:
    """Read numbers for and against, with the parties and names in the bracket behind them."""
    for match in _ROUND.finditer(sentence):
        told = bool(match["a"] or match["b"])
        plain = match["between"].lower() == "mot" and match["yes"].isdigit() and match["no"].isdigit()
        if told or (plain and (_ADOPTS.search(sentence) or _FALLS.search(sentence))):
            yes, no = _number(match["yes"]), _number(match["no"])
            counts = [VoteCount(option="for", count=yes), VoteCount(option="mot", count=no)]
            counts.extend(_voters((match["those"] or "").strip("() "), "for"))
            others = _whole(_voters((match["others"] or "").strip("() "), "mot"), no)
            size = sum(c.count or len(c.voters) or 1 for c in others)
            if size == yes != no:
                others = [evolve(c, option="for") for c in others]
            return [*counts, *others]
    counted = list(_COUNTED.finditer(sentence))
    if any(match["verb"] for match in counted):
        rivals = sum(_option(match["option"]) == "for" for match in counted) > 1
        return [
            VoteCount(option=(rivals and match["what"]) or _option(match["option"]), count=_number(match["n"]))
            for match in counted
        ]
    if (against := _AGAINST.search(sentence)) is not None:
        others = _whole(_voters((against["others"] or "").strip("() "), "mot"), _number(against["no"]))
        return [VoteCount(option="mot", count=_number(against["no"])), *others]
    return list(_alternatives(sentence))


def _alternatives(sentence: str) -> Iterator[VoteCount]:
    """Yield the votes that each of several alternatives got, under its name as written."""
    given = list(_GIVEN.finditer(sentence))
    if any(match["got"] for match in given):
        for match in given:
            option, count = match["what"], _number(match["n"])
            yield VoteCount(option=option, count=count)
            yield from _whole(_voters(match["others"] or match["list"] or "", option), count)
    elif (alone := _WITH.search(sentence)) is not None and _ADOPTS.search(sentence):
        yield VoteCount(option="for", count=_number(alone["n"]))


def _whole(voters: Iterator[VoteCount], count: int) -> list[VoteCount]:
    """Give one party alone in a bracket all the votes that the bracket is about."""
    found = list(voters)
    return [evolve(found[0], count=count)] if len(found) == 1 and found[0].party and not found[0].voters else found


def _sides(sentence: str) -> Iterator[tuple[str, VoteCount]]:
    """Yield who voted for or against what, from lists of names and parties."""
    found = list(_SIDE.finditer(sentence)) or list(_LISTED.finditer(sentence))
    for match in found:
        numbered = _NUMBERED.search(match["what"])
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
    return int(text) if text.isdigit() else _COUNTS[text.lower()]


def _option(text: str) -> str:
    low = text.lower()
    return "mot" if low == "imot" else low
