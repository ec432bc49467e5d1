"""How a vote went, read from the sentences that tell it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.model import Decision, FieldSpan, Vote, VoteCount
from govdocs.reading.blocks import span_of, spans_of
from govdocs.reading.counts import ADOPTS, FALLS, NUMBERED, VOTED, VOTES, N, read_counts, read_other, read_sides

__all__ = [
    "SETS_UP",
    "UNANIMOUS",
    "Round",
    "decides",
    "make_vote",
    "names_alternatives",
    "only_vote",
    "passes",
    "read_rounds",
    "read_vote",
    "sentences",
    "tells_votes",
    "vote_sentences",
    "with_vote",
]

UNANIMOUS = re.compile(
    r"(?<!ikke )(?<!ikkje )(?:\benst\.|\bsamr\.|\b(?:enstemmige?|samrøystes|samrøystest|einstemmig|énstemmig"
    r"|ein\s?stemmig|samstemmig|samtlige stemmer)\b)",
    re.IGNORECASE,
)
_IN_BRACKETS = re.compile(r"^\((.*)\)\.?$")
_SENDS = re.compile(r"\boversend(?:t|te|es|ast)?\b", re.IGNORECASE)
SETS_UP = re.compile(
    r"\b(?:satt|sett)\s+opp\s+mot\b|\balternativ\w*\s+(?:votering|avstemning|røysting|avrøysting)\s+mellom\b",
    re.IGNORECASE,
)
"""How two proposals are voted on at once: `Forslaget fra H ble satt opp mot innstillingen`."""
_BETWEEN = re.compile(
    r"\b(?:votering|avstemning|røysting|avrøysting)\s+mellom\b.+?(?=\s(?:ble|blei|vart)\s)", re.IGNORECASE
)
_FOR_THE_OTHER = re.compile(rf"\bmot\s+{N}\s+(?:{VOTES}\s+)?for\s+.*$", re.IGNORECASE)
"""`… ble vedtatt mot 3 stemmer for det opprinnelige forslaget`."""
_OUTCOME = re.compile(
    r"\b(?:enst|samr|enstemmig|samrøystes|einstemmig|samstemmig|stemmer?|stemte|røyst(?:er|a|e)?|vedtatt|vedteke[nt]?|vedtekne"
    r"|\w*votering\w*|avstemning\w*|falt|fall|dobbeltstemme\w*|dobbeltrøyst\w*)\b",
    re.IGNORECASE,
)
_PLAINLY = re.compile(
    rf"enstemmig|samrøystes|einstemmig|samstemmig|\d\s*(?:{VOTES})?\s*mot\s*\d|mot\s+{N}\s+{VOTES}"
    rf"|\d\s+{VOTED}\s+(?:for|mot)|(?:For|Mot)\s+(?:stemte|røysta)",
    re.IGNORECASE,
)
"""What a sentence of a decision's own text must hold to tell of a vote."""
_TALLY = (
    rf"(?:{N}\s+(?:{VOTES}\s+)?for\s*(?:,|og|[-–])\s*{N}\s+(?:{VOTES}\s+)?(?:i?mot)"
    rf"(?:\s*(?:,|og)\s*{N}\s+(?:avholdende|avholdne|blanke?|blankt|blanke stemmer))?"
    rf"|{N}\s+(?:{VOTES}\s+)?mot\s+{N}(?:\s+{VOTES})?)(?:\s*\([^()]*\))?"
)
"""The votes alone: `7 for, 1 mot, 1 avholdende`, `2 mot 1 stemme`."""
_ONLY_VOTE = re.compile(
    r"^(?:Vedtatt|Vedteke|Vedtaket (?:var|er|ble|vart)|Vedtak(?:ene|a) (?:var|er|ble|vart)"
    r"|Forslaget (?:ble|vart)|Innstillinga? (?:ble|vart)|Det (?:ble|vart))?\s*"
    r"(?:enstemmig|einstemmig|samrøystes|samstemmig)(?:\s+(?:vedtatt|vedteke|vedtak|godkjent|godkjend|tiltrådt|tilrådd|valgt|vald))?\.?$"
    rf"|^(?:Vedtatt|Vedteke[nt]?)\s+(?:mot|med)\s+{N}\b[^.]{{0,80}}\.?(?:\s+(?:For|Mot|Imot)\s+(?:stemte|røysta"
    r"|røyste)\b[^.]*\.?){0,2}(?:\s+(?:Forslaget|Framlegget)\b[^.]*(?:falt|fall)\b[^.]*\.?)?$"
    r"|^(?:Vedtaket|Forslaget|Framlegget|Innstillinga|Innstillingen|Fråsegna|Uttalelsen|Uttalen"
    r"|Tilrådinga)\s+(?:ble|blei|vart|er|var)\s+(?:enstemmig|samrøystes|einstemmig)\s+\w+\.?$"
    r"|^(?:Vedtatt|Vedteke[nt]?|Godkjent|Godkjend|Valgt|Vald|Tilrådd|Tiltrådt)\s+ved\s+akklamasjon\.?$"
    rf"|^{_TALLY}\.?$"
    r"|^(?:Enst\.|Samr\.|Enstemmig|Samrøystes)\s+(?:som|etter|i\s+samsvar\s+med|i\s+tråd\s+med)\s+\w+\.?$"
    rf"|^Mot\s+{N}\s+{VOTES}(?:\s*\([^()]*\))?\.?$"
    r"|^[\wéÉ]+\s+(?:stemte|røysta|røyste|stemmer|røyster)\s+(?:for|mot)\b[^.]{0,60}\.?$",
    re.IGNORECASE,
)
_TOTAL = re.compile(rf"\b{_TALLY}", re.IGNORECASE)
_CASTING = re.compile(
    r"dobbeltstemme|dobbeltrøyst|lederens stemme|leders stemme|leiaren si røyst|avgjørende stemme"
    r"|avgjerande røyst|møtelederens stemme",
    re.IGNORECASE,
)
_SENTENCE = re.compile(
    r"(?<=[.!?])(?<!\s[A-ZÆØÅ]\.)\s+(?=[A-ZÆØÅ«\"“])"
    rf"|(?<=[a-zæøå]{{3}}\.)\s+(?=\d{{1,3}}\s+(?:{VOTED}|{VOTES}|for)\b)"
)
"""Between two sentences, not behind a name's initial; one may begin with the number of votes."""
_MAY_END = re.compile(r"[.!?]\s")
_MAY_VOTE = re.compile("stem|enst|samr|røyst|vedt|voter|fal[lt]|mot")
"""What a text in small letters holds wherever it tells of votes in words; most sentences are not asked for more."""


_TOLD = re.compile(
    r"Det\s+(?:ble|blei|vart)\s+(?:stemt|votert|røysta|røystet)\b|"
    rf"(?:For|Mot|Imot)\s+(?!øvrig|ordens)[^.:]{{0,70}}?\b{VOTED}\b"
    rf"|(?:For|Mot|Imot)\s+(?:stemte|røysta|røyste)\b"
    r"|(?:Dermed|Med dette|Såleis|Slik)\s+(?:ble|blei|vart|er|var|falt|fall)\b[^.]{0,90}\b"
    r"(?:vedtatt|vedtekne?|vedteken|vedteke|falt|fall|forkasta|forkastet|nedstemt)\b"
    r"|(?:[A-ZÆØÅ][\w.-]*(?:\s[\w.-]+){0,3}\s)?"
    r"(?i:[\w-]*forslag(?:et)?|[\w-]*framlegg(?:et)?|innstilling(?:a|en)?|tilråding(?:a|en)?)"
    r"(?:\s(?:fra|frå|til|med)\s[^.:]{2,50}?)?\s(?:(?:ble|blei|vart|er|var)\s)?"
    r"(?:(?:enst\.|samr\.|enstemmig|samrøystes|einstemmig)\s)?"
    rf"(?:vedtatt|vedteke|vedteken|tiltrådt|tilrådd|falt|fall|(?:satt|sett)\sopp\smot|(?:fikk|fekk)\s{N}\s{VOTES})(?!\w)"
)
"""How a sentence begins that tells of votes: `For forslaget stemte 35: …`, `Bergs forslag falt med 2 mot 5 stemmer`."""


_AT_A_VOTE = re.compile(r"(?:Ved|Under)\s+(?:\w+\s)?(?:votering|avstemning|røysting|avrøysting)\w*\s+\w", re.IGNORECASE)
_GAVE = re.compile(rf"{N}\s+(?:{VOTED}|{VOTES})\b")
"""`1 røyst var imot tillegget.`"""
_UNITED = re.compile(
    r"[A-ZÆØÅ][^.]{2,80}\s(?:ble|blei|vart)\s(?:enstemmig|samrøystes|einstemmig)\s"
    r"(?:godkjent|godkjend|godkjende|godkjente|vedtatt|vedtatte|vedteke|vedteken|vedtekne)\b[^.]*\.?$"
)
"""`Innkalling og sakliste vart samrøystes godkjende.`"""


def tells_votes(text: str) -> bool:
    """Tell whether a line begins to tell who voted how, so that what was voted on ends above it."""
    return _TOLD.match(text) is not None or _AT_A_VOTE.match(text) is not None


def vote_sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a treatment that tell how votes went."""
    return tuple(
        each
        for each in sentences(text)
        if tells_votes(each) or only_vote(each) or _UNITED.match(each) or _GAVE.match(each)
    )


def passes(vote: Vote) -> bool:
    """Tell whether what was voted on was adopted."""
    return Round(sentence=vote.outcome or "", counts=()).adopts


def decides(vote: Vote) -> bool:
    """Tell whether a vote may be that of the decision below it: it adopts, or counts votes and lets nothing fall."""
    told = Round(sentence=vote.outcome or "", counts=vote.counts)
    return told.adopts or bool(told.counts and not told.falls)


def names_alternatives(vote: Vote) -> bool:
    """Tell whether a vote was one between alternatives that are named by number: `For forslag 2 stemte 10`."""
    return NUMBERED.search(vote.outcome or "") is not None


def only_vote(text: str) -> bool:
    """Tell whether a text tells no more than how a vote went: `Enstemmig vedtatt.`, in brackets or not."""
    text = text.strip()
    return _ONLY_VOTE.match(_IN_BRACKETS.sub(r"\1", text) if text.startswith("(") else text) is not None


def sentences(text: str) -> list[str]:
    """Return the sentences of a text."""
    return _SENTENCE.split(text) if _MAY_END.search(text) else [text]


@frozen(kw_only=True)
class Round:
    """One round of voting as the sentences tell it."""

    sentence: str
    """What tells it."""
    counts: tuple[VoteCount, ...]
    """Who voted how."""
    rivals: str = ""
    """The sentence that tells what was set up against what."""

    @property
    def falls(self) -> bool:
        """Whether what was voted on fell."""
        return bool(FALLS.search(self.sentence))

    @property
    def adopts(self) -> bool:
        """Whether what was voted on was adopted."""
        return not self.falls and bool(ADOPTS.search(self.sentence) or UNANIMOUS.search(self.sentence))

    @property
    def sends(self) -> bool:
        """Whether what was voted on was sent on, and made no decision."""
        return _SENDS.search(self.sentence) is not None

    @property
    def subject(self) -> str:
        """What tells of the outcome, without what was set up against each other."""
        text = _BETWEEN.sub("", self.sentence)
        return _FOR_THE_OTHER.sub("", text)

    def turned(self) -> Round:
        """Return the round as it was for what lost: votes for the one are votes against the other."""
        other = {"for": "mot", "mot": "for"}
        return evolve(
            self,
            sentence=f"{self.rivals} {self.sentence}" if self.rivals not in self.sentence else self.sentence,
            counts=tuple(evolve(each, option=other.get(each.option, each.option)) for each in self.counts),
        )


def with_vote(decision: Decision, vote: Vote | None) -> Decision:
    """Return the decision with a vote, unless it has one of its own."""
    return decision if vote is None or decision.vote is not None else evolve(decision, vote=vote)


def read_vote(texts: Sequence[str], lines: Sequence[Line], *, strict: bool = False) -> Vote | None:
    """Read how a vote went from sentences; `strict` asks for a sentence that plainly tells of a vote.

    Of several rounds, those in which something fell do not count where another one made the decision.
    """
    rounds = read_rounds(texts, strict=strict)
    if any(each.adopts and not each.sends for each in rounds):
        rounds = [each for each in rounds if not each.falls and not each.sends]
    elif any(each.adopts for each in rounds):
        rounds = [each for each in rounds if not each.falls]
    return make_vote(rounds, lines) if rounds else None


def make_vote(rounds: Sequence[Round], lines: Sequence[Line]) -> Vote:
    """Make a vote of the rounds that were taken."""
    outcome = " ".join(each.sentence for each in rounds)
    counts = tuple(count for each in rounds for count in each.counts)
    casting = bool(_CASTING.search(outcome))
    sides = {c.option for c in counts if (c.count or c.party or c.voters) and not c.option.startswith(("blank", "avh"))}
    beaten = any(each.falls and any(count.count for count in each.counts) for each in rounds)
    divided = casting or beaten or "mot" in sides or len(sides) > 1
    united = any(UNANIMOUS.search(each.sentence) and not each.counts for each in rounds)
    return Vote(
        span=span_of(lines),
        spans=tuple(FieldSpan(field="outcome", span=s) for s in spans_of(lines)),
        outcome=outcome,
        unanimous=False if divided else True if united else None,
        counts=counts,
        casting_vote=casting,
    )


def read_rounds(texts: Sequence[str], *, strict: bool = False) -> list[Round]:
    """Return the rounds of voting that texts tell; `strict` asks for sentences that plainly do."""
    rounds: list[Round] = []
    rivals = ""
    for sentence in (each for text in texts for each in sentences(text)):
        if strict and _MAY_VOTE.search(sentence.lower()) is None:
            continue
        if SETS_UP.search(sentence):
            rivals = sentence
        sides = list(read_sides(sentence))
        if not _OUTCOME.search(sentence) and not (sides and not strict) and not _TOTAL.search(sentence):
            continue
        if strict and (len(sentence) > 260 or not (_PLAINLY.search(sentence) or only_vote(sentence))):
            continue
        if rounds and rounds[-1].rivals and (other := read_other(sentence)) is not None:
            told = f"{rounds[-1].sentence} {sentence}"
            rounds[-1] = evolve(rounds[-1], sentence=told, counts=(*rounds[-1].counts, other))
            continue
        counts = read_counts(sentence)
        if sides and not counts and rounds and not ADOPTS.search(sentence) and not FALLS.search(sentence):
            last = rounds[-1]  # who voted how in the round just told
            fitting = [count for what, count in sides if _about(what, last.sentence)]
            if fitting:
                rounds[-1] = evolve(last, sentence=f"{last.sentence} {sentence}", counts=(*last.counts, *fitting))
        elif counts or sides or UNANIMOUS.search(sentence) or not strict:
            rounds.append(Round(sentence=sentence, counts=(*counts, *(count for _, count in sides)), rivals=rivals))
            rivals = ""
    return rounds


def _about(what: str, sentence: str) -> bool:
    """Tell whether a side is one of the round that a sentence tells: no other thing is named."""
    if NUMBERED.search(what):
        return NUMBERED.search(sentence) is not None
    word = what.split()[-1].lower()[:7] if what.split() else ""
    return word in sentence.lower()
