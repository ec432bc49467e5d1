"""Which proposals the votes of a case were taken on."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.model import Decision, DecisionKind, Vote
from govdocs.norwegian.naming import is_party, is_position
from govdocs.reading.blocks import Block
from govdocs.reading.votes import (
    SETS_UP,
    Round,
    decides,
    make_vote,
    names_alternatives,
    passes,
    read_rounds,
    read_vote,
    vote_sentences,
    with_vote,
)

__all__ = ["Ballots", "Told", "put_on_proposals", "said_once"]


@frozen
class Told:
    """A place that tells of votes."""

    texts: tuple[str, ...]
    """What it says."""
    lines: tuple[Line, ...]
    """Its lines."""
    above: int
    """How many decisions, put forward or made, stand above it."""
    rivals: int | None = None
    """Place of the first of the proposals that were set up against one another above it."""


class Ballots:
    """Keeps the votes that a case tells until it is known what they were on."""

    def __init__(self) -> None:
        self._told: list[Told] = []
        self._pending: Vote | None = None
        self._between: list[Vote] = []
        self._heard: Vote | None = None
        self._rivals: int | None = None

    def tell(self, parts: Sequence[Block], lines: Sequence[Line], decisions: list[Decision], *, labelled: bool) -> None:
        """Take a place that tells of a vote, under a label or by its first words."""
        texts = tuple(block.text for block in parts)
        self._told.append(Told(texts, tuple(lines), len(decisions), self._rivals))
        self._rivals = None
        vote = read_vote(texts, lines)
        if vote is None:
            return
        adopted = [n for n, each in enumerate(decisions) if each.kind is DecisionKind.ADOPTED]
        if adopted and decisions[adopted[-1]].vote is None:
            decisions[adopted[-1]] = with_vote(decisions[adopted[-1]], vote)
        elif labelled:
            self._pending = vote
        else:
            self._between.append(vote)
            if decisions and not names_alternatives(vote):
                decisions[-1] = with_vote(decisions[-1], vote)

    def begin(self, label: str, above: int) -> None:
        """Forget what the sentences of an earlier treatment told.

        `Dette ble satt opp mot:` sets up what was last put forward against what follows.
        """
        self._heard = None
        if SETS_UP.search(label) and self._rivals is None and above:
            self._rivals = above - 1

    def hear(self, parts: Sequence[Block], above: int) -> None:
        """Take the votes that a treatment tells in its sentences."""
        for block in parts:
            if told := vote_sentences(block.text):
                self._told.append(Told(told, block.lines, above))
                vote = read_vote(told, block.lines)
                self._heard = vote if vote is not None and decides(vote) else self._heard

    def decide(self, decision: Decision) -> Decision:
        """Return a decision that was made with the vote told above it."""
        passed = [vote for vote in self._between if passes(vote)] or [v for v in self._between if decides(v)]
        vote = self._pending or (passed[0] if len(passed) == 1 else self._heard)
        self._pending, self._between, self._heard = None, [], None
        return with_vote(decision, vote)

    def settle(self, decisions: Sequence[Decision]) -> list[Decision]:
        """Return the decisions with the votes taken on those that were only put forward."""
        return put_on_proposals(decisions, self._told)

    def rest(self, decisions: list[Decision]) -> None:
        """Put a vote that is left on the last decision that has none."""
        at = next((n for n in range(len(decisions) - 1, -1, -1) if decisions[n].vote is None), None)
        if self._pending is not None and at is not None:
            decisions[at] = with_vote(decisions[at], self._pending)


_VERB = (
    r"(?:ble|blei|vart|er|var|fikk|fekk|falt|fall|med|mot|opp|satt|sett|vedt\w+|enst\w*|samr\w*|med|og\s+(?:fall|falt"
    r"|fikk|fekk|ble|vart)|og\s+[\w-]*(?:forslag|framlegg|innstilling|tilråding)\w*|\d+)"
)
_PUT = "forslag|framlegg|innstilling|tilråding|tilrådning"
"""What a proposal is called."""
_MENTION = re.compile(
    r"(?:(?P<owner>\w[\w-]{0,80}?)(?:s|\ssi|\ssitt|\ssin)\s+)?(?:(?P<sort>omforente|alternative|nye|opprinnelige|opphavlege)\s+)?"
    rf"\b(?P<kind>[\w-]{{0,80}}?)-?(?P<what>{_PUT})(?:et|en|a|ene|ane)?\b"
    r"(?P<formal>\s+til\s+(?:vedtak|innstilling))?(?:\s+(?:til\s+)?(?:pkt\.?|punkt)\s*\d+(?:\s*(?:,|og)\s*\d+)*)?"
    rf"(?:\s+(?:fra|frå|v/|ved|av)\s+(?P<by>(?:[^,.:()]|\.(?=\s\S+\s{_VERB}\b)|,\s(?=[A-ZÆØÅ])){{1,400}}?)"
    rf"(?=,?\s+{_VERB}\b|\s*[(),.:]|$))?"
    r"|(?P<point>(?:nytt\s+)?(?:punkt|pkt\.?)\s+\d+)(?:\s+(?:fra|frå)\s+(?P<mover>[^,.:()]{1,400}?)(?=\s+"
    + _VERB
    + r"\b)|(?=:))",
    re.IGNORECASE,
)
"""How a sentence names a proposal: `Bergs forslag`, `Tilleggsframlegget frå Sp`, `Innstillinga`, `Nytt punkt 3:`."""
_MENTIONS = re.compile(rf"{_PUT}|punkt|pkt", re.IGNORECASE)
"""The words without one of which a sentence names no proposal; a damaged line is looked through once."""
_NUMBER = re.compile(r"^(?:forslag|framlegg)\s+(?:nr\.?\s*)?(\d)$", re.IGNORECASE)
_RECOMMENDED = re.compile(
    r"innstilling|tilråding|tilrådning|(?:forslag|framlegg)\s+til\s+(?:vedtak|innstilling|uttalelse|fråsegn)"
)
_MOVED = re.compile(
    r"\b(?:la|sette|satte|bar)\s+(?:fram|frem)\b|\b(?:fremmet|fremma|fremja|foreslo|føreslo|fremsatte|kom\s+med|leverte"
    r"|gjorde)\b|alternativ|endring|tillegg|utset|utsett|oversend|\bny(?:tt)?\b"
)
_NO_NAMES = ("og", "på", "vegne", "vegner", "av")
_KINDS = {"utset": r"\butset|\butsatt|\butsett", "tillegg": "tillegg", "endring": "endring", "oversend": "oversend"}
"""What tells a kind of motion in its label or text, by how its name begins."""


def put_on_proposals(decisions: Sequence[Decision], told: Sequence[Told]) -> list[Decision]:
    """Put each vote on the proposal it was taken on, where a sentence names one and it is plain which.

    A recommendation that was adopted word for word is the decision, which has the vote.
    """
    out = list(decisions)
    for place in told:
        rounds = read_rounds(place.texts)
        found = _by_number(rounds, out, place)
        beaten: dict[int, list[Round]] = {}
        for each in rounds if not found else ():
            named = _named(each.subject, out, place.above, each.rivals)
            for at in named:
                found.setdefault(at, []).append(each)
            for at in _named(each.rivals, out, place.above, "") if named and each.rivals else ():
                if at not in named:
                    beaten.setdefault(at, []).append(each.turned())
        for at, rounds in (beaten | found).items():
            decision = out[at]
            again = {_letters(each.text) for each in out[at + 1 :]} if _is_recommended(decision) else set()
            if decision.vote is None and _letters(decision.text) not in again:
                out[at] = evolve(decision, vote=make_vote(rounds, place.lines))
    return out


def _by_number(rounds: Sequence[Round], decisions: Sequence[Decision], place: Told) -> dict[int, list[Round]]:
    """Return the rounds of proposals that were set up against one another, each as it was for one of them.

    They are told by their number in the order in which they stand: `For forslag 2 stemte 10: …`.
    """
    told = {option: int(match[1]) for each in rounds for option in _options(each) if (match := _NUMBER.match(option))}
    if place.rivals is None or not told or place.rivals + max(told.values()) > place.above:
        return {}
    return {
        at: [
            evolve(
                each,
                counts=tuple(
                    evolve(count, option="for" if told[count.option] == at - place.rivals + 1 else "mot")
                    for count in each.counts
                    if count.option in told
                ),
            )
            for each in rounds
        ]
        for at in range(place.rivals, place.above)
        if decisions[at].kind is DecisionKind.PROPOSED
    }


def _options(told: Round) -> list[str]:
    return [count.option for count in told.counts]


def said_once(decisions: Sequence[Decision]) -> list[Decision]:
    """Leave out what an account tells was decided where the decision stands below it in the same words."""
    out: list[Decision] = []
    for decision in decisions:
        before = out[-1] if out else None
        same = before is not None and before.kind is decision.kind is DecisionKind.ADOPTED
        if before is not None and same and _letters(before.text) == _letters(decision.text):
            out[-1] = with_vote(decision, before.vote)
        else:
            out.append(decision)
    return out


def _named(sentence: str, decisions: Sequence[Decision], above: int, rivals: str) -> list[int]:
    """Return the places of the proposals that a sentence names."""
    if _MENTIONS.search(sentence) is None:
        return []
    proposed = [n for n, each in enumerate(decisions[:above]) if each.kind is DecisionKind.PROPOSED]
    last = max((n for n, each in enumerate(decisions[:above]) if each.kind is DecisionKind.ADOPTED), default=-1)
    pool = [n for n in proposed if n > last] or proposed
    found: list[int] = []
    for match in _MENTION.finditer(sentence):
        at = _meant(match, {n: decisions[n] for n in pool})
        if at is None and pool != proposed:
            at = _meant(match, {n: decisions[n] for n in proposed})
        if isinstance(at, list):
            set_up = [n for n in (_named(rivals, decisions, above, "") if rivals else []) if n in at]
            at = (set_up or at)[-1]
        if at is not None and at not in found:
            found.append(at)
    return found


def _meant(match: re.Match[str], pool: dict[int, Decision]) -> int | list[int] | None:
    """Return the place of the proposal that a mention means; several where the last of them is meant."""
    by = match["by"] or match["mover"] or match["owner"] or ""
    motions = [n for n, each in pool.items() if not _is_recommended(each)]
    recommended = [n for n in pool if n not in motions]
    if match["point"] is not None:
        point = " ".join(match["point"].casefold().split()).removeprefix("nytt ")
        stated = [n for n in motions if re.search(rf"\b{re.escape(point)}\b", _told_by(pool[n]))]
        return _only([n for n in motions if _is_of(pool[n], by)] if by else stated)
    formal = match["formal"] is not None or match["what"].casefold() in ("innstilling", "tilråding", "tilrådning")
    among = recommended if formal and not match["sort"] else list(pool)
    if by:
        of = [n for n in among if _is_of(pool[n], by)]
        if not of and (formal or _is_office(by)):
            of = [n for n in recommended if not _has_author(pool[n])]
        return _only(of)
    if formal:
        return recommended or None
    sort = (match["kind"] or match["sort"] or "").casefold()
    if sort:
        told = next((form for start, form in _KINDS.items() if sort.startswith(start)), re.escape(sort[:8]))
        return _only([n for n in motions if re.search(told, _told_by(pool[n]))] or motions)
    return _only(list(pool))


def _only(found: Sequence[int]) -> int | None:
    return found[0] if len(found) == 1 else None


def _is_recommended(decision: Decision) -> bool:
    label = (decision.label or "").casefold()
    return _RECOMMENDED.search(label) is not None and _MOVED.search(label) is None


def _has_author(decision: Decision) -> bool:
    """Tell whether a recommendation's label says whose it is."""
    return (
        re.match(r"(?:innstilling|tilråding|tilrådning|forslag|framlegg)\b", (decision.label or "").casefold()) is None
    )


def _told_by(decision: Decision) -> str:
    return f"{decision.label or ''} {decision.text}".casefold()


def _is_of(decision: Decision, by: str) -> bool:
    """Tell whether a proposal's label names all of those who are said to have put it forward."""
    label = list(_words(decision.label or ""))
    wanted = [word for word in _words(by) if len(word) > 2 or is_party(word) or word.isupper()]
    return bool(wanted) and all(any(_alike(word, each) for each in label) for word in wanted)


def _words(text: str) -> Iterator[str]:
    text = re.sub(r"\bv/", " ", text)
    return (word for word in re.findall(r"[\w-]+", text) if word.casefold() not in _NO_NAMES)


def _alike(one: str, other: str) -> bool:
    """Tell whether two words are one but for an ending: `Bergs` and `Berg`, `direktøren` and `direktørs`."""
    one, other = one.casefold(), other.casefold()
    if one == other:
        return True
    short, long = sorted((one, other), key=len)
    stem = max(4, len(short) - 2)
    return len(short) > 3 and len(long) - len(short) < 4 and long.startswith(short[:stem])


def _is_office(text: str) -> bool:
    word = text.split()[-1]
    return is_position(word) or is_position(word.removesuffix("en")) or word[:1].islower()


def _letters(text: str) -> str:
    return re.sub(r"[\W_]", "", text.casefold())
