"""What a body does at the end of a case, which decides without a label: `Rådet ber …`, `Planen vedtas`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.model import Decision, DecisionKind, FieldSpan
from govdocs.norwegian.naming import meets
from govdocs.norwegian.sentences import has_finite_verb
from govdocs.norwegian.words import either
from govdocs.reading.blocks import Block, span_of, spans_of
from govdocs.reading.decisions import points_of
from govdocs.reading.votes import only_vote, read_vote

__all__ = ["Act", "acts", "closing_acts", "parted"]

_ACTIVE = either("deciding", "active")
_PASSIVE = either("deciding", "passive")
_PARTICIPLE = either("deciding", "participles")
_NOTED = r"til\s+(?:orientering|etterretning|etterretting|vitende|vitande|følge|følgje)"
_BODY = r"(?P<body>[A-ZÆØÅ][\w.-]*(?:\s(?:(?:i|for|og|av)\s)?[\w-]+){0,7}?)"
_DOES = re.compile(
    rf"{_BODY}\s+(?:(?:enstemmig|samrøystes|herved|med dette)\s+)?(?:(?:{_ACTIVE})\b"
    rf"|(?:tar|tek)\s[^.]{{0,200}}?\b{_NOTED}\b|(?:går|gjeng)\s+(?:inn\s+for|imot|mot|ikke\s+inn|ikkje\s+inn)\b"
    r"|(?:gir|gjev)\s[^.]{0,120}?\b(?:fullmakt|tilslutning|tilslutnad|oppdrag|samtykke|mandat)\b|rår\s+til\b)"
)
"""A body as the one that acts, and a verb with which it decides."""
_IDLE = re.compile(r"\d{1,3}|\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}(?:\s+\w+)?")
"""What is none of the text: a page's number, a pause."""
_SUBJECT = (
    r"(?!(?:Når|Hvis|Dersom|Om|Før|Etter)\b)[A-ZÆØÅ0-9«]"
    r"(?:(?!\b(?:at|som|skal|må|bør|kan|vil|ville|skulle|kunne)\b)(?:[^.:;!?]|(?<=\d)\.))"
)
_DONE = re.compile(
    rf"(?:{_SUBJECT}{{2,200}}?\s)(?:(?:{_PASSIVE})\b(?!\s+av\s)"
    rf"|(?:vert|blir)\s+(?:enstemmig\s+|samrøystes\s+)?(?:{_PARTICIPLE})\b(?!\s+av\s)"
    rf"|(?:tas|takast|(?:vert|blir)\s+(?:tatt|teken|tekne|teke))\s[^.]{{0,80}}?\b{_NOTED}\b"
    rf"|(?:settes|vert\s+sett|blir\s+sett|setjast)\s+til\s)"
)
"""What is decided on, and the verb in the passive."""
_CHOSEN = either("deciding", "chosen")
_ELECTED = re.compile(
    rf"(?:[A-ZÆØÅ][\w.-]+,?\s+(?:og\s+)?){{2,12}}(?:{_CHOSEN})\s+(?:som|til)\b"
    rf"|(?:Til|Som)\s(?:[^.]|\d\.){{3,200}}?\s(?:{_CHOSEN}|(?:vert|blir)(?:\s\w+){{0,2}}\s(?:valde?|valgt|oppnemnde?|oppnevnt))"
    r"\s*:?\s+[A-ZÆØÅ][\w.-]+\s+[A-ZÆØÅ]"
    r"|(?:[A-ZÆØÅ][\w.-]+,?\s+(?:og\s+)?){2,12}(?:vert|blir)\s+(?:att)?(?:valde?|valgt|oppnemnde?|oppnevnt)\s+(?:som|til)\b"
)
"""Persons who are named, and what they are made."""


@frozen(kw_only=True)
class Act:
    """What is decided without a label: the paragraphs or items of one decision, and the vote told below."""

    blocks: tuple[Block, ...]
    """What is decided."""
    votes: tuple[Block, ...] = ()
    """What tells how."""

    def decision(self, kind: DecisionKind) -> Decision:
        """Return it as a decision."""
        lines = [line for block in self.blocks for line in block.lines]
        told = [line for block in self.votes for line in block.lines]
        texts = [block.text for block in self.votes]
        return Decision(
            span=span_of(lines),
            spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(lines)),
            kind=kind,
            text=" ".join(block.whole for block in self.blocks),
            points=points_of(self.blocks),
            inferred=True,
            vote=read_vote(texts, told) if told else read_vote([b.text for b in self.blocks], lines, strict=True),
        )


def acts(text: str) -> bool:
    """Tell a sentence in which a body decides, in the present."""
    does = _DOES.match(text)
    return (does is not None and _meets(does["body"])) or bool(_DONE.match(text) or _ELECTED.match(text))


def closing_acts(parts: Sequence[Block]) -> list[Act]:
    """Return what is decided at the end of a text, and what is decided within it right above the vote on it."""
    parts = [block for block in parts if not _IDLE.fullmatch(block.text)]
    found: list[Act] = []
    end = len(parts)
    while end:
        stop = end
        while stop and only_vote(parts[stop - 1].text):
            stop -= 1
        voted = stop < end
        if voted or end == len(parts):
            start = _begin(parts, stop)
            if start < stop:
                found.append(Act(blocks=tuple(parts[start:stop]), votes=tuple(parts[stop:end])))
                end = start
                continue
        end = stop if voted else end - 1
    return found[::-1]


def parted(parts: Sequence[Block]) -> list[Block]:
    """Part what is told, what is decided and the vote on it, where each begins a line of the same paragraph."""
    return [each for block in parts for each in _parted(block)]


def _parted(block: Block) -> list[Block]:
    if block.marker is None:
        for n in range(1, len(block.lines)):
            begin = block.lines[n].text
            after = " ".join(line.text for line in block.lines[n:])
            if block.lines[n - 1].text.endswith((".", "!", "?")) and (acts(after) or only_vote(after)):
                told = block.text.rfind(begin[:20])
                if told > 0:
                    head = evolve(block, lines=block.lines[:n], text=block.text[:told].rstrip())
                    return [head, *_parted(evolve(block, lines=block.lines[n:], text=block.text[told:]))]
    return [block]


def _begin(parts: Sequence[Block], stop: int) -> int:
    """Return where a decision begins that ends at a place: paragraphs that decide, or a list whose first item does."""
    start = stop
    while start:
        block = parts[start - 1]
        if block.bullet:
            break
        if block.marker is not None:
            first = next((n for n in range(start - 1, -1, -1) if parts[n].marker in _FIRST), None)
            whole = first is not None and all(each.marker and not each.bullet for each in parts[first:start])
            if first is None or not whole or not acts(parts[first].text):
                break
            start = first
        elif acts(block.text):
            start -= 1
        else:
            break
    return start


_FIRST = ("1.", "1)", "a)", "a.", "A.", "A)", "I.")
"""How the first item of a list is marked."""


def _meets(body: str) -> bool:
    """Tell a body that meets, by the end of one of its words or by letters that stand for it."""
    tokens = re.findall(r"[\w-]+", body)
    if "at" in tokens or has_finite_verb(body):
        return False
    return any(meets(token) or re.fullmatch(r"[A-ZÆØÅ]{2,8}", token) for token in tokens)
