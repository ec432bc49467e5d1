"""Decisions that no label announces: the sentences that decide, told by their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import Decision, DecisionKind, FieldSpan
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.acting import acts, closing_acts, parted
from govdocs.reading.blocks import Block, joined, span_of, spans_of
from govdocs.reading.counts import ADOPTS
from govdocs.reading.decisions import points_of
from govdocs.reading.votes import UNANIMOUS, only_vote, read_vote, sentences, tells_votes

__all__ = ["inferred_decisions", "verdicts"]

_THING = (
    r"(?:(?:Utkast(?:et)?|Forslag(?:et)?|Framlegg(?:et)?)\s+til\s+(?:møte)?(?:referat|protokoll|møtebok|innkalling)"
    r"|(?:Møter|R)eferat\s+(?:fra|frå)|(?:Møtep|P)rotokoll\s+(?:fra|frå)|Referate[tn]e?|Protokoll(?:en|ane|ene)|Møtereferatet|Møteprotokollen|Møteboka|(?:Møtei|I)nnkalling(?:a"
    r"|en)?(?:\s+og\s+(?:saks?liste[na]?|dagsorden(?:en)?))?|Saks?list[ea]n?|Dagsorden(?:en)?"
    r"|Årsrapport(?:en)?|Årsmelding(?:a|en)?|Handlingsplan(?:en)?|Budsjett(?:et)?|Møteplan(?:en)?"
    r"|Sakspapir[ae]?(?:ne)?|Rapport(?:en)?|Planen|Forslaget|Framlegget|Innstillinga|Innstillingen"
    r"|Mandatet|Uttalelsen|Notatet)"
)
_PAPER = (
    r"(?:referatet|protokollen|møteboka|innkallingen|innkallinga|sakslisten|sakslista|saklista|saklisten|dagsorden)"
)
"""What a meeting approves, in the middle of a sentence."""
_SPEAKER = re.compile(r"[A-ZÆØÅ][\wæøå-]+:\s+(?=[A-ZÆØÅ])")
_INFERRED = re.compile(
    rf"""^(?:
      {_THING}\b(?:[^.]|\d\.){{0,120}}?\s(?:(?:ble|blei|vart|er|blir|vert)\s+)?(?:enstemmig\s+|samrøystes\s+)?(?:godkjent|godkjend|godkjende|godkjente|vedtatt|vedteke|vedtekne|vedteken|tatt|teken|tekne|teke)\b[^.]*
     |{_THING}\s+(?:godkjennes|godkjennast|godkjent|godkjend|vedtas|tas|takast)\b[^.]*
     |(?:Tas|Tatt|Teken|Teke|Tekne|Takast|Vert\s+teken|Blir\s+teken|Saken\s+tas|Sakene\s+tas)\s+til\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |{_THING}\b(?:[^.]|\d\.){{0,120}}?\s(?:godkjennes|godkjennast)\b[^.]*
     |Det\s+(?:var|er|kom)\s+(?:ingen|ikkje|ikke)\s+(?:merknad|kommentar|innvending)[^.]*,\s+(?:og\s+)?(?i:{_THING})\s+(?:ble|blei|vart|er)\s+(?:godkjent|godkjend)\b[^.]*
     |(?:[^.]|\d\.){{3,160}}?\b{_PAPER}[^.,]{{0,40}},?\s+(?:og|som)\s+(?:(?:den|dei|de|det|dette|dermed|difor|derfor)\s+)?(?:ble|blei|vart|er)\s+(?:dermed\s+|difor\s+|derfor\s+)?(?:godkjent|godkjend|godkjende)\b[^.]*
     |[^.]{{3,160}}?\s+og\s+(?:innkalling(?:en|a)|saks?list[ea]n?|dagsorden(?:en)?|protokollen|referatet)\s+(?:ble|blei|vart|er)\s+(?:godkjent|godkjend)\b[^.]*
     |[^.]{{0,120}}?\b(?:tok|tek|tar)\b[^.]{{0,140}}\btil\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |[^.]{{0,160}}?\b(?:(?:ble|blei|vart|blir|vert)\s+(?:tatt|teken|tekne|teke)|tas|takast)\s+til\s+(?:orientering|etterretning|vitende|vitande|etterretting)\b[^.]*
     |[^.]{{3,120}}?\b(?:fikk|fekk|får)\s+(?:i\s+)?oppdrag(?:et)?\s+(?:med\s+)?(?:å|om)\b.*
     |Det\s+(?:ble|blei|vart)\s+(?:enstemmig\s+|samrøystes\s+|derfor\s+|difor\s+)?(?:besluttet|vedtatt|vedteke|bestemt|avgjort|semje\s+om|enighet\s+om|einigheit\s+om)\b(?!\s+på\s+(?:møte|rådsmøte|styremøte)).*
     |(?:Saken|Saka)\s+(?:(?:ble|blei|vart)\s+(?:utsatt|utsett|trukket|trekt|sendt\s+tilbake)|utsettes|utsettast|utsetjast|trekkes)\b.*
     |[A-ZÆØÅ](?:(?!\bsom\b)[^.,]){{3,80}}?\s(?:ble|blei|vart)\s+(?:enstemmig\s+|samrøystes\s+)?(?:valgt|vald|valde|gjenvalgt|attvald|oppnevnt|oppnemnd)\b.*
     |Det\s+(?:var|er)\s+(?:derfor\s+|difor\s+|bred\s+|full\s+|brei\s+)?(?:enighet|einigheit|semje|konsensus)\s+om\s+(?:at|å)\b.*
     |(?:Rådet|Styret|Utvalget|Utvalet|Nemnda|Komiteen|Fagrådet|Gruppa|Gruppen|Brukerutvalget|Brukarutvalet|[A-ZÆØÅ][\wæøå-]*(?:rådet|utvalget|utvalet|styret|organet|nemnda)|[A-ZÆØÅ]{{2,6}})\s+(?:vedtok|besluttet|slutta\s+seg\s+til|sluttet\s+seg\s+til|godkjente|godkjende)\b.*
    )$""",
    re.VERBOSE,
)
_FURTHER = re.compile(
    r"^(?:I tillegg|Videre|Vidare|Dessuten|Dessutan)\s+(?:skal|ble det (?:besluttet|vedtatt)|vart "
    r"det vedteke)\b"
)
_EARLIER = re.compile(
    r"\b(?:på|i)\s+(?:rådsmøtet|møtet|styremøtet|møte|forrige møte|førre møte)\s+(?:den\s+)?\d"
    r"|\btidligere\b|\btidlegare\b|\bforrige\b|\bførre\b",
    re.IGNORECASE,
)
_LAST = re.compile(r"\b(?:fra|frå)\s+(?:forrige|førre|siste)\s+\w*møtet?\b", re.IGNORECASE)
"""Whose minutes are approved, which is no decision of that meeting."""
_NOT = re.compile(
    r"\b(?:ønsket at|foreslått|føreslått|foreslås|føreslår|anbefales|tilrås|tilrår|kan|bør|bes|blir bedt|skal|skulle"
    r"|må|vil|at)\s+(?:\w+\s+){0,3}?(?:om\s+)?(?:å\s+)?(?:bli\s+|verte\s+)?(?:tas|ta|takast|tatt|teken|teke)?\s*"
    r"til\s+(?:orientering|etterretning|vitende|vitande|etterretting)",
    re.IGNORECASE,
)
"""What is wished or proposed, and not decided."""
_BODY_DECIDES = re.compile(r"(?:Rådet|Styret|Utvalget|Utvalet|Nemnda)\s+(?:vedtok|besluttet)")
_IT_WAS_DECIDED = re.compile(r"Det\s+(?:ble|blei|vart)\s+(?:\w+\s+)?(?:besluttet|vedtatt|vedteke|bestemt)\b")
_BARE = re.compile(
    r"(?:(?:Enstemmig|Samrøystes|Einstemmig)\s+)?(?:Godkjent|Godkjend|Vedtatt|Vedteke|Vedteken|Utsatt|Utsett|Trukket|Trekt)"
    r"(?:\s+(?:uten|utan)\s+(?:merknad|merknader|merknadar|kommentar|kommentarer|kommentarar|endringer|endringar))?\.?",
    re.IGNORECASE,
)
"""How a case ended, and nothing else: what was decided on is its title."""


def verdicts(parts: Sequence[Block]) -> list[Decision]:
    """Return what tells a case's outcome and no more, which decides where the case has no other decision.

    `Samrøystes godkjent.` is about the title; `Valnemnda si innstilling vart samrøystes vedteken:` stands over it.
    """
    found = []
    for n, block in enumerate(parts):
        if _BARE.fullmatch(block.text) or (only_vote(block.text) and ADOPTS.search(block.text)):
            found.append(_inferred(block.text, block))
        elif block.text.endswith(":") and tells_votes(block.text) and UNANIMOUS.search(block.text) and parts[n + 1 :]:
            found.append(_with_list(block.text, block, _announced(parts[n + 1 :])))
    return found


def _announced(after: Sequence[Block]) -> list[Block]:
    """Return what a colon announces: a list as far as its items look alike, or the one text under it."""
    if not after or (after[0].marker is None and looks_like_sentence(after[0].text)):
        return list(after[:1])
    alike = after[0].marker is None
    return list(takewhile(lambda b: (b.marker is None) == alike and not (alike and looks_like_sentence(b.text)), after))


def _with_list(sentence: str, block: Block, listed: Sequence[Block]) -> Decision:
    text = " ".join([sentence, *(each.whole for each in listed)])
    lines = (*block.lines, *(line for each in listed for line in each.lines))
    whole = _inferred(text, evolve(block, lines=lines, text=text))
    return evolve(whole, points=points_of([block, *listed]))


def inferred_decisions(parts: Sequence[Block], *, labelled: bool) -> list[Decision]:
    """Find the sentences that decide without a label; fewer forms count where the case has a labelled decision."""
    parts = parted(parts)
    ends = [] if labelled else closing_acts(parts)
    held = {id(block) for act in ends for block in act.blocks}
    found = [act.decision(DecisionKind.ADOPTED) for act in ends]
    for n, block in enumerate(parts):
        if id(block) in held:
            continue
        if block.marker is not None and not _BODY_DECIDES.match(block.text):
            continue
        before = False
        for sentence in sentences(block.text):
            named = _SPEAKER.match(sentence)
            sentence = sentence[named.end() :] if named else sentence
            whole = sentence.rstrip(".")
            decides = (
                (not labelled or _IT_WAS_DECIDED.match(sentence) is not None)
                and (_INFERRED.match(whole) is not None or (named is not None and acts(sentence)))
                and not _EARLIER.search(_LAST.sub("", sentence))
                and not _NOT.search(sentence)
            )
            decides = decides or (before and bool(_FURTHER.match(sentence)))
            if decides and sentence.endswith(":") and block.text.endswith(sentence) and n + 1 < len(parts):
                found.append(_with_list(sentence, block, _announced(parts[n + 1 :])))
            elif decides:
                found.append(_inferred(sentence, block))
            before = before or decides
    return sorted(found, key=lambda each: each.span.first)


def _inferred(sentence: str, block: Block) -> Decision:
    lines = _lines_of(sentence, block)
    span = span_of(lines)
    return Decision(
        span=span,
        spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(lines)),
        kind=DecisionKind.ADOPTED,
        text=sentence,
        inferred=True,
        vote=read_vote([sentence], lines, strict=True),
    )


def _lines_of(sentence: str, block: Block) -> list[Line]:
    """Find the lines of a block that hold a sentence."""
    text, start = "", None
    at = block.text.find(sentence)
    kept: list[Line] = []
    for line in block.lines:
        begin = len(text)
        text = joined([text, line]) if text else line.text
        if len(text) > at and begin < at + len(sentence):
            kept.append(line)
        start = begin
    del start
    return kept or list(block.lines)
