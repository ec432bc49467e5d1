"""How a vote went, read from the sentences that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import Decision, FieldSpan, Vote, VoteCount
from govdocs.norwegian.naming import is_name, is_party
from govdocs.reading.blocks import span_of, spans_of

__all__ = ["ONLY_VOTE", "SENTENCE", "UNANIMOUS", "read_vote", "with_vote"]

UNANIMOUS = re.compile(
    r"\benst\.|\bsamr\.|\b(?:enstemmige?|samrøystes|samrøystest|einstemmig|énstemmig|ein\s?stemmig"
    r"|samstemmig|samtlige stemmer)\b",
    re.IGNORECASE,
)


_AGAINST = re.compile(
    r"(?P<for>\d{1,3})\s*(?:(?:stemmer|røyster|stemme|røyst"
    r"|st\.?)\s*)?(?P<fornames>\([^()]*\)\s*)?(?:mot|–|-)\s*(?P<against>\d{1,3})\s*(?:stemmer?"
    r"|røyst(?:er)?|st\.?)?\s*(?P<names>\([^()]*\))?",
    re.IGNORECASE,
)


_VOTED = re.compile(
    r"(?P<word>vedtatt|vedteke|vedtatt|falt|fall|forkasta|forkastet|nedstemt|fekk|fikk|tiltrådt"
    r"|avvist|oppnådde)\b",
    re.IGNORECASE,
)


_COUNTED = re.compile(
    r"(?P<n>\d{1,3})\s+(?:stemte|stemmer|røyster|røysta|røyste|stemme|røyst)\s+(?P<opt>for|mot"
    r"|imot|blankt?|avholdende)\b",
    re.IGNORECASE,
)


_NAMED = re.compile(
    r"(?P<option>(?:For|Mot|Imot)(?:\s+[^:]{0,80}?)?(?:\s+(?:stemte|røysta"
    r"|røyste))?)\s*:?\s*(?P<count>\d{1,3})?\s*:\s*(?P<list>[^.]+)",
    re.IGNORECASE,
)


_OUTCOME = re.compile(
    r"\b(?:enstemmig|samrøystes|einstemmig|samstemmig|stemmer?|røyst(?:er|a|e)?|vedtatt|vedteke"
    r"|votering\w*|avstemning\w*|falt|fall)\b",
    re.IGNORECASE,
)


ONLY_VOTE = re.compile(
    r"^(?:Vedtatt|Vedteke|Vedtaket (?:var|er|ble|vart)|Forslaget (?:ble|vart)|Innstillinga? (?:ble"
    r"|vart)|Det (?:ble|vart))?\s*(?:enstemmig|einstemmig|samrøystes|samstemmig)(?:\s+(?:vedtatt"
    r"|vedteke|vedtak|godkjent|godkjend|tiltrådt|tilrådd))?\.?$|^(?:Vedtatt|Vedteke)\s+(?:mot"
    r"|med)\s+\d+[^.]{0,80}\.?(?:\s+(?:For|Mot|Imot)\s+(?:stemte|røysta"
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


SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-ZÆØÅ«\"“])")


def with_vote(decision: Decision, vote: Vote | None) -> Decision:
    """Return the decision with a vote, unless it has one of its own."""
    return decision if vote is None or decision.vote is not None else evolve(decision, vote=vote)


def read_vote(texts: Sequence[str], lines: Sequence[Line], *, strict: bool = False) -> Vote | None:
    """Read how a vote went from sentences; `strict` asks for a sentence that plainly tells of a vote."""
    sentences = [s for text in texts for s in SENTENCE.split(text)]
    counts: list[VoteCount] = []
    unanimous: bool | None = None
    told: list[str] = []
    for sentence in sentences:
        if not _OUTCOME.search(sentence) and not (not strict and _NAMED.search(sentence)):
            continue
        if strict and not re.search(
            r"enstemmig|samrøystes|einstemmig|samstemmig|\d\s*(?:stemmer|røyster|st\.)?\s*mot\s*\d"
            r"|mot\s+\d+\s+(?:stemme|røyst)|\d\s+(?:stemte|røysta)\s+(?:for|mot)|(?:For|Mot)\s+(?:stemte"
            r"|røysta)",
            sentence,
            re.IGNORECASE,
        ):
            continue
        if strict and len(sentence) > 260:
            continue
        found = _counts(sentence)
        if found:
            counts.extend(found)
            told.append(sentence)
        elif UNANIMOUS.search(sentence) and not re.search(
            r"\bikk?je? (?:enstemmig|samrøystes)", sentence, re.IGNORECASE
        ):
            unanimous = True
            told.append(sentence)
        elif not strict:
            told.append(sentence)
    if not told:
        return None
    if counts:
        against = sum(c.count or 0 for c in counts if c.option.lower() in ("mot", "imot"))
        unanimous = unanimous if against == 0 and unanimous else False if against else unanimous
    return Vote(
        span=span_of(lines),
        spans=tuple(FieldSpan(field="outcome", span=s) for s in spans_of(lines)),
        outcome=" ".join(told),
        unanimous=unanimous,
        counts=tuple(counts),
        casting_vote=bool(_CASTING.search(" ".join(told))),
    )


def _counts(sentence: str) -> list[VoteCount]:
    counts: list[VoteCount] = []
    for match in _NAMED.finditer(sentence):
        names, parties = _voters(match["list"])
        if names or parties:
            option = "mot" if re.match(r"(?:mot|imot)\b", match["option"], re.IGNORECASE) else "for"
            counts.append(
                VoteCount(option=option, count=int(match["count"]) if match["count"] else None, voters=tuple(names))
            )
            counts.extend(VoteCount(option=option, count=n, party=party) for party, n in parties)
    if counts:
        return counts
    against = _AGAINST.search(sentence)
    if (
        against
        and (_VOTED.search(sentence) or re.search(r"stemme|røyst|votering|mot", sentence, re.IGNORECASE))
        and not re.search(r"\d{1,2}[.:]\d{2}", against.group())
    ):
        names_for, parties_for = _voters((against["fornames"] or "").strip(" ()"))
        names, parties = _voters((against["names"] or "").strip("()"))
        counts = [
            VoteCount(option="for", count=int(against["for"]), voters=tuple(names_for)),
            VoteCount(option="mot", count=int(against["against"]), voters=tuple(names)),
        ]
        counts.extend(VoteCount(option="for", count=n, party=p) for p, n in parties_for)
        counts.extend(VoteCount(option="mot", count=n, party=p) for p, n in parties)
        return counts
    for match in _COUNTED.finditer(sentence):
        option = {"imot": "mot"}.get(match["opt"].lower(), match["opt"].lower())
        counts.append(VoteCount(option=option, count=int(match["n"])))
    return counts


def _voters(text: str) -> tuple[list[str], list[tuple[str, int | None]]]:
    """Read who voted: names, and parties with their numbers (`Ap 8, Sp 3`, `3 Høgre`)."""
    names: list[str] = []
    parties: list[tuple[str, int | None]] = []
    for piece in re.split(r"[,;]|\s+og\s+|\s\+\s", text):
        piece = piece.strip(" .()")
        match = re.fullmatch(
            r"(?:(?P<a>\d{1,3})\s*(?:fra|frå"
            r"|x)?\s*)?(?P<party>[A-Za-zÆØÅæøå. ]+?)\s*(?:\(?(?P<b>\d{1,3})\)?)?",
            piece,
        )
        if match and is_party(match["party"]):
            number = match["a"] or match["b"]
            parties.append((match["party"].strip(), int(number) if number else None))
        else:
            name = re.sub(r"\s*\([^)]*\)?$", "", piece).strip()
            if is_name(name):
                names.append(name)
    return names, parties
