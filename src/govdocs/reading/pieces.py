"""A case cut at its labels into pieces: facts, decisions, sections, and what closes a meeting."""

from __future__ import annotations

import re

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.norwegian.numbers import archive_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.norwegian.words import words
from govdocs.reading.blocks import joined, marked, marked_value
from govdocs.reading.case_kinds import TYPE_ALONE, TYPE_LABEL, is_group
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.ends import ending, heads_mail
from govdocs.reading.leaders import SLOT
from govdocs.reading.outline import Outline

__all__ = ["Piece", "cut"]

_END = (".", "!", "?", ":", ";")
_SENTENCE_END = re.compile(r"(?<![A-ZÆØÅ])[.!?]\s")
_PUT_FORWARD = re.compile(r"\b\w*(?:forslag|framlegg|innstilling|tilråding)", re.IGNORECASE)
_PAPERS_TEXT = re.compile(r"(?P<label>saksfr[ae]mlegg)\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_COUNTED = re.compile(r"\d{1,3}")
"""A line that is a page's number."""
_DOCUMENTS = tuple(words("documents", "ends"))
"""Ends of words for documents, with which the title of one begins."""
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
_ONE_LINE = ("case.type", "case.to", "case.sender", "case.officer", "case.archive")
"""Facts that end where a label of the meeting's head follows: `Frå: Rektor` above `Møtedato: …`."""


@define(kw_only=True)
class Piece:
    """A stretch of a case under one label, while it is gathered."""

    kind: str
    """Kind of the label: `case.type`, `decision.adopted`, `section.background`, `text`, `close.end` …"""
    label: Label | None = None
    lines: list[Line] = field(factory=list)
    """Its lines, the label's own first."""
    value: str = ""
    """What follows the label on its line."""
    labelled: int = 1
    """How many of its lines the label takes, where it has one."""

    @property
    def body(self) -> list[Line]:
        """The lines under the label; the label's own line with what follows the label, if anything does."""
        if self.label is None:
            return self.lines
        rest = self.lines[self.labelled :]
        return [evolve(self.lines[0], text=self.value), *rest] if self.value else rest


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
            label = _label_at(outline, index, facts=facts, minutes=minutes, before=pieces[-1])
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
        if current.kind in _META and current.lines and not _value_goes_on(outline, current, index):
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


def _label_at(outline: Outline, index: int, *, facts: bool, minutes: bool, before: Piece) -> Label | None:
    line = outline.lines[index]
    text = line.text
    if line.cell is not None and line.cell[0] in outline.data_tables and not text.endswith(":"):
        return None
    if facts and (archived := archive_number(text)) is not None:
        return Label(kind="case.archive", written=archived[0], value=archived[1], colon=False)
    first = next((c for c in text if c.isalpha()), "")
    listed = before.kind in ("case.attachments", "case.background")
    if not first or (
        before.kind.startswith("case.") and before.label is not None and outline.vocabulary.is_tail(before.label, text)
    ):
        return None
    if (mark := marked(line)) is not None and not text[0].isalpha():
        return _listed_fact(mark[1], outline.vocabulary) if facts and not listed else None
    if not (first.isupper() or line.bold):
        return None
    if (match := TYPE_LABEL.match(text)) and len(match["label"]) < 60:
        return Label(kind="case.type_text", written=match["label"], value=match["value"], colon=True)
    if facts and (match := TYPE_ALONE.match(text)):
        return Label(kind="case.type", written="", value=match["label"], colon=False)
    if match := _PAPERS_TEXT.match(text):
        return Label(kind="section.background", written=match["label"], value=match["value"], colon=True)
    vocabulary = outline.vocabulary
    decided = decision_label(text, vocabulary, minutes=minutes)
    fact = _fact_label(outline, index, facts=facts)
    if fact is not None and (decided is None or facts):
        return fact
    if decided is not None:
        return decided
    word = document_word(text)
    if (
        word is not None
        and len(text) < 80
        and not listed
        and (word[0] != "papers" or re.search(r"\d", text))
        and not minutes
    ):
        return Label(kind="close.end", written=text, value="", colon=False)
    close = vocabulary.label(text, "close")
    if close is None and (
        match := re.match(
            r"^(?:Møtet\s+(?:ble\s+|vart\s+|blei\s+)?(?:hevet|heva|avsluttet|avslutta|slutt)|Avslutning "
            r"av møtet|Neste (?:\w+)?møte(?:t)?\s+(?:er|blir|vert|avholdes|holdes|vil|i|den|:))",
            text,
        )
    ):
        kind = "close.next_meeting" if text.startswith("Neste") else "close.end"
        return Label(kind=kind, written=match.group(), value=text if kind == "close.next_meeting" else "", colon=False)
    if close is not None:
        return close
    if (vocabulary.kind(text, "agenda") is not None and not text.endswith(":")) or is_group(text):
        return Label(kind="close.end", written=text, value="", colon=False)
    after = vocabulary.label(text, "follow") if not facts else None
    if after is not None and after.colon and not after.misspelt:
        return after
    section = vocabulary.label(text, "section")
    if section is not None and (section.colon or len(text) < 70):
        return section
    return None


def _listed_fact(text: str, vocabulary: Vocabulary) -> Label | None:
    """Return the label of a fact behind a list's mark, with its value: `• Saksdokument: Godkjent referat`."""
    label = vocabulary.label(text, "case")
    return label if label is not None and label.colon and label.value and not label.misspelt else None


def _fact_label(outline: Outline, index: int, *, facts: bool) -> Label | None:
    line = outline.lines[index]
    label = outline.vocabulary.label(line.text, "case", bare=facts)
    if label is None:
        partial = _partial_label(line.text, outline)
        return partial if facts else None
    if not facts:
        if label.kind == "case.previous" and label.colon and label.value:
            return label
        wanted = ("case.attachments", "case.background")
        if label.kind == "case.previous" and not label.value:
            return Label(kind="section.previous", written=label.written, value="", colon=label.colon)
        if label.kind not in wanted or not (label.colon or not label.value):
            return None
    item = marked_value(label.value) if label.kind == "case.responsible" else None  # `Innledning v/ • Kari Berg`
    label = evolve(label, value=item[1]) if item else label
    if label.kind == "case.officer" and not label.colon and label.value and not label.value[:1].isupper():
        return None
    if not label.colon and label.value and label.kind in ("case.to", "case.sender", "case.archive", "case.responsible"):
        numbered = label.kind == "case.archive" and label.value[:1].isdigit()
        if not (label.value[:1].isupper() or numbered) or (
            label.kind in ("case.to", "case.sender") and looks_like_sentence(line.text)
        ):
            return None
        if (
            label.kind == "case.responsible"
            and folded(label.written).startswith(("innledning", "innleiing"))
            and not folded(label.written).endswith("v/")
        ):
            return None
    if not label.colon and label.value and outline.vocabulary.is_tail(label, label.value):
        return Label(kind=label.kind, written=line.text, value="", colon=False)
    if (
        not label.colon
        and label.value
        and label.kind in ("case.attachments", "case.background")
        and not (label.value[:1].isupper() or label.value[:1].isdigit())
    ):
        return None
    return label


def _partial_label(text: str, outline: Outline) -> Label | None:
    """Find a label that extraction broke over several lines: `Andre rådsmøter hvor` / `dette satsingsområdet` / …."""
    key = folded(text)
    if len(key) < 10 or len(key) > 40:
        return None
    if (kind := outline.vocabulary.begun("case", key)) is not None and " " in key:
        return Label(kind=kind, written=text, value="", colon=False)
    if key in ("ansvarlig", "ansvarleg"):
        return Label(kind="case.responsible", written=text, value="", colon=False)
    return None


def _value_goes_on(outline: Outline, piece: Piece, index: int) -> bool:
    """Tell whether a line belongs to the value of a labelled fact."""
    line, last = outline.lines[index], piece.lines[-1]
    lists = piece.kind in ("case.attachments", "case.background")
    under = lists and not piece.value and piece.lines[0].cell is None  # a table under the label holds the list
    if line.cell is not None and last.cell is not None:
        return line.cell[0] == last.cell[0] if under else line.cell[:2] == last.cell[:2]
    if under and line.cell is not None and len(piece.lines) == 1:
        return line.cell[1:] == (0, 0)
    if (line.cell is None) != (last.cell is None):
        return False
    if piece.label is not None and outline.vocabulary.is_tail(piece.label, line.text):
        return True
    other = outline.vocabulary.label(line.text, "head")
    if other is not None and other.colon and piece.kind in _ONE_LINE:
        return False
    listed = piece.kind in ("case.attachments", "case.background", "case.previous", "case.responsible")
    if listed and last.text.isdigit() and len(piece.lines) > 1 and line.number - last.number <= 2:
        return not looks_like_sentence(line.text)  # the number's column, then the titles'
    if piece.kind == "case.archive" and archive_number(piece.value) is not None:
        return False
    if not piece.value and len(piece.lines) == 1:
        gap = line.number - last.number - 1
        return (
            gap <= max(1, outline.wrap.usual_gap(last))
            and (listed or len(line.text) < 90)
            and not (looks_like_sentence(line.text) and (not listed or (gap > 0 and line.text.endswith("."))))
        )
    if listed and line.page != last.page and line.text[:1].isupper() and looks_like_sentence(line.text):
        return False
    if outline.wrap.goes_on(last, line, item=listed and any(marked(each) for each in piece.lines[1:])):
        return True
    if not listed:
        return False
    here = marked(line)
    some = [marked(each) for each in piece.lines[1:]] + ([marked_value(piece.value)] if piece.value else [])
    if here is not None:
        kinds = [mark[0].isdigit() if (mark := each[0]) else False for each in some if each]
        return (not kinds and (here[0] == "•" or line.number - last.number <= 3)) or here[0][0].isdigit() in kinds
    if line.text.startswith("("):
        return True
    if piece.kind in ("case.attachments", "case.background") and re.match(
        r"(?:Vedlegg|Notat|Rapport|Kopi)\s*(?:nr\.?\s*)?\d+", line.text
    ):
        return True
    if last.text.count("(") > last.text.count(")") or last.text.endswith((",", "-")):
        return True
    tight = line.number - last.number == 1
    named = line.text.split()[0].lower().endswith(_DOCUMENTS) and not line.text.endswith(".")
    return tight and (named or not looks_like_sentence(line.text)) and len(line.text) < 110 and not any(some)
