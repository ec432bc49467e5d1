"""A case cut at its labels into pieces: facts, decisions, sections, and what closes a meeting."""

from __future__ import annotations

import re

from attrs import Factory, define, field

from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.blocks import joined
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.ends import ending, heads_mail
from govdocs.reading.fact_values import value_goes_on
from govdocs.reading.follow_cells import follow_label
from govdocs.reading.leaders import SLOT
from govdocs.reading.outline import Outline
from govdocs.reading.piece_labels import label_at
from govdocs.reading.pieces import Piece
from govdocs.reading.signing import signature_start

__all__ = ["cut"]

_END = (".", "!", "?", ":", ";")
_SENTENCE_END = re.compile(r"(?<![A-ZÆØÅ])[.!?]\s")
_PUT_FORWARD = re.compile(r"\b\w*(?:forslag|framlegg|innstilling|tilråding)", re.IGNORECASE)
_MOST_ABOVE = 6
"""Lines of text at the most behind which facts may still stand."""
_SHORT = 40
"""Letters of a line of text at the most behind which facts may still stand, or of a short label."""
_LABELLED = re.compile(
    r"(?:[A-ZÆØÅ][\wæøå]+(?: [a-zæøå]+){0,3}|[A-ZÆØÅ ]{5,40}"
    r"|(?:Protokoll(?:tilførsel|merknad)|Stemmeforklaring|Røysteforklaring)\b[^:.]{1,60}):"
)
"""A short label before its colon, or what somebody wants to have said: `Protokolltilførsel fra Kari Berg:`."""
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
    cutter = _Cutter(outline=outline, start=start, end=end, minutes=minutes)
    for index in range(start, end):
        cutter.take(index)
    return [piece for piece in cutter.pieces if piece.lines]


@define(kw_only=True)
class _Cutter:
    """Puts line after line to the piece it belongs to."""

    outline: Outline
    start: int
    end: int
    minutes: bool
    pieces: list[Piece] = Factory(lambda: [Piece(kind="text")])
    facts: bool = True
    """Whether nothing but facts was seen yet."""
    behind: int = 0
    """Place up to which lines belong to the last piece, whatever they say."""
    tables: dict[int, int] = field(init=False)
    """Where the tables of bodies that treat the case end, by where they begin."""
    signed: int = field(init=False)
    """Where the signatures begin that end the case, its end where none do."""

    def __attrs_post_init__(self) -> None:
        self.tables = {place: rows[-1].index + rows[-1].count for place, rows in self.outline.routes}
        self.signed = signature_start(self.outline, self.start, self.end)

    def take(self, index: int) -> None:
        """Take a line: the first rule that knows it takes it, or it goes on with the last piece."""
        taken = self._whole(index) or self._apart(index) or self._label(index)
        if not (taken or self._ended_fact(index) or self._ended(index)):
            current = self.pieces[-1]
            current.lines.append(self.outline.lines[index])
            self.facts = self.facts and not (current.kind == "text" and len(current.lines) > _MOST_ABOVE)

    def _add(self, index: int, label: Label, *, lines: int = 1) -> None:
        line = self.outline.lines[index]
        self.pieces.append(Piece(kind=label.kind, label=label, lines=[line], value=label.value, labelled=lines))

    def _whole(self, index: int) -> bool:
        """Take tables of bodies, and mail attached behind a case, which is none of its text, as they stand."""
        line = self.outline.lines[index]
        if index in self.tables:
            self.behind = self.tables[index]
            self._add(index, Label(kind="case.handled", written=line.text, value="", colon=False))
        elif index == self.signed:
            self.behind, self.tables = self.end, {}
            self._add(index, Label(kind="close.end", written=line.text, value="", colon=False))
        elif index < self.behind:
            self.pieces[-1].lines.append(line)
        elif heads_mail(self.outline.lines, index) and not self._is_apart(index):
            self.behind, self.tables = self.end, {}
            self._add(index, Label(kind="close.end", written=line.text, value="", colon=False))
        else:
            return False
        return True

    def _is_apart(self, index: int) -> bool:
        return index in self.outline.repeats or SLOT.fullmatch(self.outline.lines[index].text) is not None

    def _apart(self, index: int) -> bool:
        """Begin a text anew at what is repeated, and around the agenda's hours."""
        if not self._is_apart(index):
            return False
        self.pieces.append(Piece(kind="text", lines=[self.outline.lines[index]]))
        if index not in self.outline.repeats:
            self.pieces.append(Piece(kind="text"))
        return True

    def _label(self, index: int) -> bool:
        """Begin a piece at a label; a long one of a decision goes on over a second line."""
        if (cell := follow_label(self.outline.lines, self.start, index, self.outline.follow_heads)) is not None:
            self._add(index, cell)
            self.facts = False
            return True
        if not (index == self.start or self.facts or _afresh(self.outline, index)):
            return False
        current = self.pieces[-1]
        label = label_at(self.outline, index, facts=self.facts, minutes=self.minutes, before=current)
        if label is None:
            wrapped = _wrapped_label(self.outline, index, self.end, minutes=self.minutes)
            if wrapped is None:
                return False
            self._add(index, wrapped, lines=2)
            self.behind, self.facts = index + 2, False
        elif _continues(current, label, self.outline.lines[index].text):
            current.lines.append(self.outline.lines[index])
        else:
            self._add(index, label)
            if label.kind == "close.end" and _decided_later(self.outline, index + 1, self.end, minutes=self.minutes):
                self.pieces.append(Piece(kind="text"))
            else:
                self.facts = self.facts and label.kind.startswith("case.")
        return True

    def _ended_fact(self, index: int) -> bool:
        """Begin a text where a fact's value ends."""
        current, line = self.pieces[-1], self.outline.lines[index]
        if current.kind not in _META or not current.lines or value_goes_on(self.outline, current, index):
            return False
        self.pieces.append(Piece(kind="text", lines=[line]))
        self.facts = self.facts and len(line.text) < _SHORT
        return True

    def _ended(self, index: int) -> bool:
        """Begin anew where a decision ends, or the meeting."""
        current, line = self.pieces[-1], self.outline.lines[index]
        kind = ending(self.outline, index, self.end, current.kind, current.lines, current.value)
        if kind == "text":
            self.pieces.append(Piece(kind=kind, lines=[line]))
        elif kind is not None:
            closes = kind == "close.end"
            written, value = (line.text, "") if closes else ("", line.text)
            self._add(index, Label(kind=kind, written=written, value=value, colon=False))
        return kind is not None


def _continues(piece: Piece, label: Label, text: str) -> bool:
    """Tell the second line of a decision's long label, which alone would be one."""
    decided = ("decision.adopted", "decision.proposed")
    alone = len(piece.lines) == 1 and not piece.value and label.written == text.rstrip(": ")
    return alone and piece.kind in decided and label.kind in decided and len(label.written) > _SHORT


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
        or _LABELLED.match(line.text) is not None
    )


def _stands_alone(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a line that is the label of a decision and no more, or the heading of a section or of a document."""
    if vocabulary.kind(text, "decision") is not None or document_word(text) is not None:
        return True
    return text[-1:].isalpha() and vocabulary.kind(text, "section") is not None
