"""A case cut at its labels into pieces: facts, decisions, sections, and what closes a meeting."""

from __future__ import annotations

import re

from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.blocks import joined
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.ends import ending, heads_mail
from govdocs.reading.fact_values import value_goes_on
from govdocs.reading.leaders import SLOT
from govdocs.reading.outline import Outline
from govdocs.reading.piece_labels import label_at
from govdocs.reading.pieces import Piece

__all__ = ["cut"]

_END = (".", "!", "?", ":", ";")
_SENTENCE_END = re.compile(r"(?<![A-ZÆØÅ])[.!?]\s")
_PUT_FORWARD = re.compile(r"\b\w*(?:forslag|framlegg|innstilling|tilråding)", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,3}")
"""A line that is a page's number."""
_META = (
    "case.type",
    "case.to",
    "case.sender",
    "case.officer",
    "case.responsible",
    "case.attachments",
    "case.background",
    "case.previous",
    "case.archive",
    "case.handled",
)


def cut(outline: Outline, start: int, end: int, *, minutes: bool) -> list[Piece]:
    """Cut a case's lines at its labels."""
    pieces = [Piece(kind="text")]
    facts = True
    tables = {place: rows[-1].index + rows[-1].count for place, rows in outline.routes}
    behind = 0
    for index in range(start, end):
        line = outline.lines[index]
        if index in tables:
            behind = tables[index]
            head = Label(kind="case.handled", written=line.text, value="", colon=False)
            pieces.append(Piece(kind=head.kind, label=head, lines=[line]))
            continue
        if index < behind:
            pieces[-1].lines.append(line)
            continue
        if index in outline.repeats:
            pieces.append(Piece(kind="text", lines=[line]))
            continue
        if SLOT.fullmatch(line.text):
            pieces.extend((Piece(kind="text", lines=[line]), Piece(kind="text")))
            continue
        if heads_mail(outline.lines, index):  # what is attached behind a case is none of its text
            told = Label(kind="close.end", written=line.text, value="", colon=False)
            pieces.append(Piece(kind=told.kind, label=told, lines=list(outline.lines[index:end])))
            break
        label = None
        if index == start or facts or _afresh(outline, index):
            label = label_at(outline, index, facts=facts, minutes=minutes, before=pieces[-1])
            wrapped = _wrapped_label(outline, index, end, minutes=minutes) if label is None else None
            if wrapped is not None:
                pieces.append(Piece(kind=wrapped.kind, label=wrapped, lines=[line], labelled=2))
                behind = index + 2
                facts = False
                continue
        current = pieces[-1]
        if (
            label is not None
            and label.written == line.text.rstrip(": ")
            and current.kind in ("decision.adopted", "decision.proposed")
            and len(current.lines) == 1
            and not current.value
            and label.kind in ("decision.adopted", "decision.proposed")
            and len(label.written) > 40
        ):
            current.lines.append(line)
            continue
        if label is not None:
            if label.kind == "close.end" and _decided_later(outline, index + 1, end, minutes=minutes):
                pieces.append(Piece(kind=label.kind, label=label, lines=[line], value=label.value))
                pieces.append(Piece(kind="text"))
                continue
            pieces.append(Piece(kind=label.kind, label=label, lines=[line], value=label.value))
            facts = facts and label.kind.startswith("case.")
            continue
        if current.kind in _META and current.lines and not value_goes_on(outline, current, index):
            pieces.append(Piece(kind="text", lines=[line]))
            facts = facts and len(line.text) < 40
            continue
        if (kind := ending(outline, index, end, current.kind, current.lines, current.value)) is not None:
            written = line.text if kind == "close.end" else ""
            told = Label(kind=kind, written=written, value="" if written else line.text, colon=False)
            pieces.append(
                Piece(kind=kind, lines=[line])
                if kind == "text"
                else Piece(kind=kind, label=told, lines=[line], value=told.value)
            )
            continue
        current.lines.append(line)
        if current.kind == "text" and len(current.lines) > 6:
            facts = False
    return [piece for piece in pieces if piece.lines]


def _wrapped_label(outline: Outline, index: int, end: int, *, minutes: bool) -> Label | None:
    """Return the label of a decision told in a sentence over two lines: `X (SV) fremmet følgende` / `forslag:`."""
    if index + 1 >= end:
        return None
    line, after = outline.lines[index], outline.lines[index + 1]
    if not after.text.endswith(":") or line.text.endswith(_END) or not line.text[:1].isupper():
        return None
    text = joined([line, after], outline.words)
    if not outline.wrap.goes_on(line, after) or not _PUT_FORWARD.search(text) or _SENTENCE_END.search(text):
        return None
    label = decision_label(text, outline.vocabulary, minutes=minutes)
    told = label is not None and label.colon and not label.value and label.kind != "decision.treatment"
    return label if told else None


def _decided_later(outline: Outline, start: int, end: int, *, minutes: bool) -> bool:
    """Tell whether the case goes on after a line that looks like the meeting's end, as where pages got mixed up."""
    return any(
        (label := decision_label(outline.lines[at].text, outline.vocabulary, minutes=minutes)) is not None
        and label.kind == "decision.adopted"
        for at in range(start, end)
    )


def _afresh(outline: Outline, index: int) -> bool:
    before, line = outline.lines[index - 1], outline.lines[index]
    return (
        not outline.wrap.goes_on(before, line)
        or line.text.rstrip().endswith(":")
        or _COUNTED.fullmatch(before.text) is not None
        or (before.text.endswith((".", "!", "?")) and _stands_alone(line.text, outline.vocabulary))
        or bool(re.match(r"(?:[A-ZÆØÅ][\wæøå]+(?: [a-zæøå]+){0,3}|[A-ZÆØÅ ]{5,40}):", line.text))
    )


def _stands_alone(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a line that is the label of a decision and no more, or the heading of a document."""
    return vocabulary.kind(text, "decision") is not None or document_word(text) is not None
