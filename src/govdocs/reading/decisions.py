"""Decisions: their labels, their items, the votes on them, and those that no label announces."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import Decision, DecisionKind, FieldSpan, Point, Vote
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.norwegian.words import either
from govdocs.reading.blocks import Block, Wrap, blocks, span_of, spans_of
from govdocs.reading.bodies import is_body_name
from govdocs.reading.votes import UNANIMOUS, only_vote, read_vote, sentences

__all__ = ["decision_label", "make_decision", "points_of"]

_ADJECTIVES = either("labels", "adjectives")
_IN_BRACKETS = re.compile(r"\((?P<label>(?:Forslag|Framlegg)(?: til vedtak)?)\)\s*(?P<value>[A-ZÆØÅ].*)")
"""A label in brackets before what is put forward: `(Forslag) Referatet godkjennes`."""
_BEFORE_VALUE = re.compile(
    r"^(?P<label>Vedtak|VEDTAK|Forslag til vedtak|Framlegg til vedtak|Innstilling|Tilråding"
    r"|Votering|Røysting|Behandling|Handsaming)\s+(?P<value>[A-ZÆØÅ0-9«].+)$"
)
"""A label right before what it announces: `Vedtak Budsjettet vedtas`."""
_CASE_NUMBER = re.compile(r"(?:FS|PS|RS|KS|[A-Z]{1,4}[-/ ])?\d+/\d+")
_TREATED = re.compile(
    r"[A-ZÆØÅ][\wæøåÆØÅ-]*(?:utval|utvalet|utvalg|utvalget|skap|skapet|råd|rådet|styre|styret|nemnd|nemnda|ting|tinget)"
    r"\s+[-–]\s+[Ss]ak\s+(?:[A-ZÆØÅ]{1,4}[\s-])?\d{1,4}/\d{2,4}"
)
"""The head of what a body did with a case: `Levekårsutvalget - Sak 15/2019`."""
_DAY_OF = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}\s+(?P<body>[A-ZÆØÅ][^\d.:]{3,60})$")
"""The head of what a body did with a case: `11.06.2019 ELDRERÅDET`."""
_MOVED = re.compile(
    r"^(?!.*\b(?:problemstilling\w*|innspill|innspel|merknad\w*|spørsmål|kommentar\w*|synspunkt\w*|moment\w*|opplysning\w*):$).*"
    r"\b(?:la\s+(?:fram|frem)|foreslo|føreslo|fremmet|fremma|fremja|fremsatte|framsette"
    r"|satte\s+(?:fram|frem)|sette\s+fram|kom\s+med|leverte|bar\s+fram|gjorde|fremmer|fremjar"
    r"|foreslår|føreslår)\b(?=.*(?:forslag|framlegg|tillegg|endring|på\s+vegne|på\s+vegner|vedtak"
    r"|punkt|at\b|:$))",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\b\w*(?:forslag|framlegg)(?:\s+(?:i|på|under)\s+\w*møtet?)?(?:\s+(?:fra|frå)\s[^:.]{2,40})?(?:\s*\([^()]*\))?$",
    re.IGNORECASE,
)
"""How a sentence ends that announces a motion behind its colon: `Kari Berg la fram slikt forslag: Saken utsettes.`"""
_LEAD_IN = re.compile(
    rf"(?:følgende|følgjande|slikt|slik|dette)\s+(?:(?:{_ADJECTIVES})\s+)*(?P<what>forslag til (?:vedtak|innstilling)"
    r"|framlegg til (?:vedtak|innstilling)|vedtak|innstilling|tilråding|uttalelse|fråsegn|uttale)\s*:?$"
    r"|\bvedtok\b[^:]*?\b(?P<whose>[\w-]*(?:forslag|framlegg|innstilling|tilråding)(?:et|a|en)?)\s*:$",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\b(?:fattet|fatta|gjorde|gjort|vedtok|traff|besluttet|avga|gav|fatter|gjer|gir|gjev|enighet|einigheit|semje|vedtatt"
    r"|vedteke)\b",
    re.IGNORECASE,
)
_LEADS_IN = ("følg", "slik", "dette", "vedtok")
"""What every lead-in holds one of, and most lines do not."""
_WHO_DECIDES = re.compile(r"[A-ZÆØÅ][^.:]{3,60}\b(?:vedtok|gjorde vedtak)(?:\s(?:enstemmig|samrøystes))?:")
"""What repeats under a label who decides: `Et enstemmig fylkesutvalg vedtok:`."""
_UNDER_NUMBER = re.compile(r"[A-ZÆØÅ]{2,6}-\d{1,4}/\d{2,4}\s")
"""A body's number of a case, which papers tell what it decided under: `KS-7/15 Vedtak:`."""
_COUNT = re.compile(r"\(?(\d+)([.)])")
_PAGE = re.compile(r"\d{1,3}")
_ASIDE = re.compile(r"\([^()]{3,90}\)")
_ON_BEHALF = re.compile(r"På vegner? av [^.:;]{1,70}")
"""Who stands behind a proposal, under the label that names its mover, and of the label: `På vegne av H, V og SV`."""
_VOTE_ASIDE = re.compile(r"\s+\((?P<vote>(?:Vedtatt|Vedteke|Enstemmig|Samrøystes)\b[^()]*)\)\.?$")


@remembered
def decision_label(text: str, vocabulary: Vocabulary, *, minutes: bool) -> Label | None:
    """Find the label of a decision, a vote, a treatment or a statement at the start of a line."""
    label = vocabulary.label(text, "decision")
    if label is not None:
        if label.kind == "decision.adopted" and not label.colon and (label.value or _tells_only(text)):
            return None
        if not minutes and label.kind == "decision.adopted" and not _decides_in_papers(label, vocabulary):
            return None
        if label.kind == "decision.treatment" and not _tells_treatment(label, minutes=minutes):
            return None
        return label
    if text.startswith("(") and (match := _IN_BRACKETS.match(text)) is not None:
        return Label(kind="decision.proposed", written=match["label"], value=match["value"], colon=True)
    match = _BEFORE_VALUE.match(text)
    if match and not _CASE_NUMBER.match(match["value"]):
        kind = vocabulary.kind(match["label"], "decision")
        if kind:
            return Label(kind=kind, written=match["label"], value=match["value"], colon=False)
    told = text[-1:].isdigit() and _TREATED.fullmatch(text)
    if told or (text[:1].isdigit() and (match := _DAY_OF.match(text)) and is_body_name(match["body"])):
        return Label(kind="decision.treatment", written=text, value="", colon=False)
    if text.endswith(":") and len(text) < 240 and _MOVED.search(text) and not _LEAD_IN.search(text):
        return Label(kind="decision.proposed", written=text.rstrip(": "), value="", colon=True)
    head, colon, value = text.partition(":")
    if (
        colon
        and len(head) < 160
        and _MOTION.search(head)
        and _MOVED.search(f"{head}:")
        and value.strip(' "«“”')[:1].isupper()
    ):
        return Label(kind="decision.proposed", written=head, value=value.strip(), colon=True)
    if (
        len(text) < 200
        and any(map(text.lower().__contains__, _LEADS_IN))
        and (match := _LEAD_IN.search(text))
        and (text.endswith(":") or (_MADE.search(text) and len(text) < 90 and text[:1].isupper()))
    ):
        proposed = re.match(r"forslag|framlegg|innstilling|tilråding", match["what"] or "", re.IGNORECASE)
        made = bool(_MADE.search(text)) and not proposed
        return Label(
            kind="decision.adopted" if made else "decision.proposed", written=text.rstrip(": "), value="", colon=True
        )
    return None


def _decides_in_papers(label: Label, vocabulary: Vocabulary) -> bool:
    """Tell the label of what was decided on a case in its paper: a plain one, or behind the number a body gave it."""
    key = folded(label.written)
    plain = f"decision|{key}" in vocabulary.words and not key.startswith("konklusjon")
    return plain or _UNDER_NUMBER.match(label.written) is not None


def _tells_treatment(label: Label, *, minutes: bool) -> bool:
    """Tell what a body did with a case from a document's name and from the table of the bodies that a case goes to."""
    key = folded(label.written)
    return (label.colon or key not in ("protokoll", "saksprotokoll")) and (minutes or " av sak" not in key)


def _tells_only(text: str) -> bool:
    """Tell the vote on what stands above it from the label of what stands below: `SAMRØYSTES VEDTAK`."""
    return only_vote(text) and not (text.isupper() and folded(text).endswith(" vedtak"))


def make_decision(
    kind: DecisionKind, label: Label, lines: Sequence[Line], seen: frozenset[str], wrap: Wrap
) -> Decision | None:
    """Make a decision of its label and the lines under it; the first line may hold the label."""
    body = [line for line in lines if line.text]
    if not body:
        return None
    if label.value:
        body = [evolve(body[0], text=label.value), *body[1:]]
        wrap_lines: list[Line] = list(wrap.lines)
        inner = Wrap(tuple(body) if len(body) > 12 else tuple(_replaced(wrap_lines, lines[0], body[0])))
    else:
        inner = wrap
    while len(body) > 1 and _PAGE.fullmatch(body[-1].text) and body[-2].text.endswith("."):
        body = body[:-1]
    told = _label_vote(label, body[0])
    if len(body) > 1 and not label.value and _ASIDE.fullmatch(body[0].text):  # how it was made, under the label
        told = read_vote([body[0].text], body[:1], strict=True) or told
        body = body[1:]
    if len(body) > 1 and not label.value and _ON_BEHALF.fullmatch(body[0].text):
        label = evolve(label, written=f"{label.written}: {body[0].text.rstrip(' ,')}")
        body = body[1:]
    while len(body) > 1 and only_vote(body[-1].text):
        told = read_vote([body[-1].text], body[-1:]) or told
        body = body[:-1]
    parts = blocks(body, inner, seen)
    if len(parts) > 1 and _WHO_DECIDES.fullmatch(parts[0].whole):
        told = read_vote([parts[0].whole], parts[0].lines, strict=True) or told
        parts = parts[1:]
    while len(parts) > 1 and only_vote(parts[-1].whole):
        told = read_vote([parts[-1].whole], parts[-1].lines) or told
        parts = parts[:-1]
    if parts and (tail := sentences(parts[-1].text))[1:] and only_vote(tail[-1]):
        told = read_vote(tail[-1:], parts[-1].lines) or told
        parts[-1] = evolve(parts[-1], text=parts[-1].text.removesuffix(tail[-1]).rstrip())
    if parts and (aside := _VOTE_ASIDE.search(parts[-1].text)):
        told = read_vote([aside["vote"]], parts[-1].lines) or told
        parts[-1] = evolve(parts[-1], text=parts[-1].text[: aside.start()])
    text = " ".join(block.whole for block in parts)
    if not text:
        return None
    points = points_of(parts)
    span = span_of(body)
    return Decision(
        span=span,
        spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(lines)),
        kind=kind,
        label=label.written or None,
        text=text,
        points=points,
        vote=told or read_vote([block.text for block in parts], body, strict=True),
    )


def _replaced(lines: list[Line], old: Line, new: Line) -> list[Line]:
    return [new if line is old else line for line in lines]


def points_of(parts: Sequence[Block]) -> tuple[Point, ...]:
    """Return the items of a decision's list, each with what stands under it."""
    items = _folded([block for block in parts if block.marker is not None])
    if len(items) < 2 and not (items and len(parts) == 1 and items[0].marker != "•"):
        items = items if len(items) >= 1 and len(parts) > 1 and parts[0].text.endswith(":") else []
    return tuple(
        Point(
            span=block.span,
            spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(block.lines)),
            text=block.text,
            marker=None if block.bullet else block.marker,
            level=block.level,
        )
        for block in items
    )


def _folded(items: Sequence[Block]) -> list[Block]:
    """Fold the items under an item into it: `3. Rektor får fullmakt til a. …` is one point.

    So are letters and bullets under the numbers of a list, whatever stands before them, up to the next number.
    """
    out: list[Block] = []
    counted = _count(items[0]) if items else None
    for block in items:
        follows = counted is not None and _count(block) == (counted[0] + 1, counted[1])
        under = bool(out) and (block.level > out[-1].level or (counted is not None and _count(block) is None))
        if under and not follows:
            last = out.pop()
            out.append(evolve(last, lines=(*last.lines, *block.lines), text=f"{last.text} {block.whole}"))
        else:
            out.append(evolve(block, level=items[0].level) if follows else block)
        counted = _count(block) if follows else counted
    return out


def _count(block: Block) -> tuple[int, str] | None:
    """Return the number of an item and what stands behind it, `None` for a letter or a bullet."""
    match = _COUNT.fullmatch(block.marker or "")
    return (int(match[1]), match[2]) if match is not None else None


def _label_vote(label: Label, line: Line) -> Vote | None:
    if UNANIMOUS.search(label.written):
        return Vote(span=span_of([line]), unanimous=True, outcome=label.written)
    return read_vote([label.written], [line], strict=True)
