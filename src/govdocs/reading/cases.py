"""One case: its title, its labelled facts, its text, what was said, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.model import (
    Attachment,
    Case,
    CaseReference,
    CaseType,
    Decision,
    DecisionKind,
    FieldSpan,
    Point,
    Section,
    SectionKind,
    Vote,
)
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import find_references, parse_number
from govdocs.norwegian.people import is_first_name, is_name, is_position
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, folded
from govdocs.reading.blocks import Block, blocks, joined, marked, span_of, spans_of
from govdocs.reading.decisions import decision_label, inferred_decisions, make_decision, read_vote, with_vote
from govdocs.reading.outline import CaseHead, Outline, document_word, number_key
from govdocs.reading.titles import Title, read_title

__all__ = ["Piece", "case_types", "is_case_type", "read_case"]

_TYPES = (
    (re.compile(r"vedtak|beslutning|avgjerd|politisk", re.I), CaseType.DECISION),
    (re.compile(r"diskusjon|drøft", re.I), CaseType.DISCUSSION),
    (re.compile(r"orientering|informasjon|referatsak|melding", re.I), CaseType.INFORMATION),
    (re.compile(r"godkjenning", re.I), CaseType.APPROVAL),
)
_TYPE_LABEL = re.compile(r"^(?P<label>(?:[A-ZÆØÅ][\wæøå]*-(?:,\s*\w+-)*\s*(?:og|eller|/)\s*)?[A-ZÆØÅa-zæøå]*(?:vedtak|diskusjon|drøfting|orientering|beslutning|informasjon|referat|tema|godkjenning|melding|avgjerd|innspill?|høring)s?sak(?:er)?)\s*(?P<colon>:)\s*(?P<value>.*)$", re.IGNORECASE)
_TYPE_ALONE = re.compile(r"^\(?(?P<label>(?:[A-ZÆØÅ][\wæøå]*-\s*(?:og|eller|/)\s*)?(?:vedtak|diskusjon|drøfting|orientering|beslutning|informasjon|referat|tema|godkjenning|melding|avgjerd)s?sak)\)?$", re.IGNORECASE)
_GROUP = re.compile(r"(?:Vedtaks|Beslutnings|Diskusjons|Drøftings|Orienterings|Informasjons|Referat|Meldings|Avgjerds|Eventuelt?)saker|(?:Vedtaks|Beslutnings|Diskusjons|Drøftings|Orienterings|Informasjons|Referat|Meldings|Avgjerds)saker\s*:|Godkjenning av (?:protokoll|innkalling(?: og saks?liste)?)|Saker til (?:behandling|handsaming|orientering|drøfting)", re.IGNORECASE)
_DISCUSSED = re.compile(r"diskusjon|drøft|momenter|moment frå|innspill|innspel|kommentarer (?:fra|frå)|synspunkt", re.IGNORECASE)
_NOT_DISCUSSED = re.compile(r"^(?:oppsummering|konklusjon|presentasjon|kommentar|bakgrunn|hensikt|målgruppe|orientering|forslag|innleiing|innledning|hovedpunkt|saksframstilling|\d+[.)]\s*presentasjon|opplevd|løsningsmodell|hinder|hvordan nå)|forventninger|presenterte|presentasjon", re.IGNORECASE)
_KINDS = {
    "background": SectionKind.BACKGROUND,
    "purpose": SectionKind.PURPOSE,
    "main_points": SectionKind.MAIN_POINTS,
    "assessment": SectionKind.ASSESSMENT,
    "discussion": SectionKind.DISCUSSION,
}
_META = ("case.type", "case.to", "case.sender", "case.officer", "case.responsible", "case.attachments", "case.background", "case.previous", "case.archive", "case.handled")
_MEETING_REF = re.compile(r"(?:[Mm]øte\s+(?:nr\.?\s*)?)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*(?:\((?P<n>\d{1,2}/\d{2,4})\))?|(?:[Mm]øte\s+)(?P<m>\d{1,2}/\d{2,4})")
_SIGNED = re.compile(r"^[A-ZÆØÅ][\wæøåÆØÅ. -]{2,30},?\s+(?:den\s+)?\d{1,2}\.\s?(?:\d{1,2}\.|[a-zæøå]+)\s?\d{2,4}\.?$")


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

    @property
    def body(self) -> list[Line]:
        """The lines under the label; the label's own line with what follows the label, if anything does."""
        if self.label is None:
            return self.lines
        rest = self.lines[1:]
        return [evolve(self.lines[0], text=self.value), *rest] if self.value else rest


def case_types(text: str | None) -> tuple[CaseType, ...]:
    """Return what a type as written means; several may hold, `other` where none is known."""
    if not text:
        return ()
    found = tuple(kind for pattern, kind in _TYPES if pattern.search(text))
    return found or (CaseType.OTHER,)


def is_case_type(text: str) -> bool:
    """Tell whether a text is the name of a type of case and nothing else."""
    return _TYPE_ALONE.match(text) is not None


def cut(outline: Outline, start: int, end: int, *, minutes: bool) -> list[Piece]:
    """Cut a case's lines at its labels."""
    pieces = [Piece(kind="text")]
    facts = True
    for index in range(start, end):
        line = outline.lines[index]
        label = None
        if index == start or facts or _afresh(outline, index):
            label = _label_at(outline, index, facts=facts, minutes=minutes, before=pieces[-1])
        current = pieces[-1]
        if label is not None and label.written == line.text.rstrip(": ") and current.kind in ("decision.adopted", "decision.proposed") and len(current.lines) == 1 and not current.value and label.kind in ("decision.adopted", "decision.proposed") and len(label.written) > 40:
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
        if current.kind.startswith("decision.") and len(current.lines) > 1 and _is_signature(outline, index, end):
            pieces.append(Piece(kind="close.end", lines=[line], label=Label(kind="close.end", written=line.text, value="", colon=False)))
            continue
        if _SIGNED.match(line.text) and current.kind in ("decision.proposed", "decision.adopted") and len(current.lines) > 1:
            pieces.append(Piece(kind="close.end", lines=[line], label=Label(kind="close.end", written=line.text, value="", colon=False)))
            continue
        if current.kind in ("decision.proposed", "decision.adopted") and current.lines[1:] and _only_a_day(line.text):
            pieces.append(Piece(kind="text", lines=[line]))
            continue
        current.lines.append(line)
        if current.kind == "text" and len(current.lines) > 6:
            facts = False
    return [piece for piece in pieces if piece.lines]


def _is_signature(outline: Outline, index: int, end: int) -> bool:
    """Tell a signature: a name alone on a line, and a position alone on the next."""
    line = outline.lines[index]
    after = outline.lines[index + 1].text if index + 1 < end else ""
    return is_name(line.text) and is_first_name(line.text.split()[0]) and (is_position(after) or (is_name(after) and not after.endswith("."))) and len(after.split()) < 7


def _only_a_day(text: str) -> bool:
    """Tell a line that is nothing but a day, as the head of a meeting's second day."""
    day = next(find_days(text), None)
    return day is not None and day.start == 0 and day.end >= len(text.rstrip(" .:"))


def _decided_later(outline: Outline, start: int, end: int, *, minutes: bool) -> bool:
    """Tell whether the case goes on after a line that looks like the meeting's end, as where pages got mixed up."""
    return any(
        (label := decision_label(outline.lines[at].text, outline.vocabulary, minutes=minutes)) is not None and label.kind == "decision.adopted"
        for at in range(start, end)
    )


def _afresh(outline: Outline, index: int) -> bool:
    before, line = outline.lines[index - 1], outline.lines[index]
    return not outline.wrap.goes_on(before, line) or line.text.rstrip().endswith(":") or bool(re.match(r"(?:[A-ZÆØÅ][\wæøå]+(?: [a-zæøå]+){0,3}|[A-ZÆØÅ ]{5,40}):", line.text))


def _label_at(outline: Outline, index: int, *, facts: bool, minutes: bool, before: Piece) -> Label | None:
    line = outline.lines[index]
    text = line.text
    first = next((c for c in text if c.isalpha()), "")
    if not first or before.kind.startswith("case.") and before.label is not None and outline.vocabulary.is_tail(before.label, text):
        return None
    if not (first.isupper() or line.bold) or marked(line) is not None and not text[0].isalpha():
        return None
    match = _TYPE_LABEL.match(text)
    if match and len(match["label"]) < 60:
        return Label(kind="case.type_text", written=match["label"], value=match["value"], colon=True)
    if facts and (match := _TYPE_ALONE.match(text)):
        return Label(kind="case.type", written="", value=match["label"], colon=False)
    vocabulary = outline.vocabulary
    decided = decision_label(text, vocabulary, minutes=minutes)
    fact = _fact_label(outline, index, facts=facts)
    if fact is not None and (decided is None or facts):
        return fact
    if decided is not None:
        return decided
    word = document_word(text)
    if word is not None and len(text) < 80 and (word[0] != "papers" or re.search(r"\d", text)) and not minutes:
        return Label(kind="close.end", written=text, value="", colon=False)
    close = vocabulary.label(text, "close")
    if close is None and (match := re.match(r"^(?:Møtet\s+(?:ble\s+|vart\s+|blei\s+)?(?:hevet|heva|avsluttet|avslutta|slutt)|Avslutning av møtet|Neste (?:\w+)?møte(?:t)?\s+(?:er|blir|vert|avholdes|holdes|vil|i|den|:))", text)):
        kind = "close.next_meeting" if text.startswith("Neste") else "close.end"
        return Label(kind=kind, written=match.group(), value=text if kind == "close.next_meeting" else "", colon=False)
    if close is not None:
        return close
    if vocabulary.kind(text, "agenda") is not None and not text.endswith(":") or _GROUP.fullmatch(text):
        return Label(kind="close.end", written=text, value="", colon=False)
    after = vocabulary.label(text, "follow") if not facts else None
    if after is not None and after.colon and not after.misspelt:
        return after
    section = vocabulary.label(text, "section")
    if section is not None and (section.colon or len(text) < 70):
        return section
    return None


def _fact_label(outline: Outline, index: int, *, facts: bool) -> Label | None:
    line = outline.lines[index]
    label = outline.vocabulary.label(line.text, "case", bare=facts)
    if label is None:
        partial = _partial_label(line.text, outline)
        return partial if facts else None
    if not facts:
        wanted = ("case.attachments", "case.background")
        if label.kind == "case.previous" and not label.value:
            return Label(kind="section.previous", written=label.written, value="", colon=label.colon)
        if label.kind not in wanted or not (label.colon or not label.value):
            return None
    if not label.colon and label.value and label.kind in ("case.to", "case.sender", "case.archive", "case.responsible"):
        if not label.value[:1].isupper() or (label.kind in ("case.to", "case.sender") and looks_like_sentence(line.text)):
            return None
        if label.kind == "case.responsible" and folded(label.written).startswith(("innledning", "innleiing")) and not folded(label.written).endswith("v/"):
            return None
    if not label.colon and label.value and outline.vocabulary.is_tail(label, label.value):
        return Label(kind=label.kind, written=line.text, value="", colon=False)
    if not label.colon and label.value and label.kind == "case.attachments" and not (label.value[:1].isupper() or label.value[:1].isdigit()):
        return None
    return label


def _partial_label(text: str, outline: Outline) -> Label | None:
    """Find a label that extraction broke over several lines: `Andre rådsmøter hvor` / `dette satsingsområdet` / …."""
    key = folded(text)
    if len(key) < 10 or len(key) > 40:
        return None
    for word, kind in outline.vocabulary.words.items():
        group, whole = word.split("|", 1)
        if group == "case" and whole.startswith(key + " ") and len(key.split()) >= 2:
            return Label(kind=kind, written=text, value="", colon=False)
    if key in ("ansvarlig", "ansvarleg"):
        return Label(kind="case.responsible", written=text, value="", colon=False)
    return None


def _value_goes_on(outline: Outline, piece: Piece, index: int) -> bool:
    """Tell whether a line belongs to the value of a labelled fact."""
    line, last = outline.lines[index], piece.lines[-1]
    if line.cell is not None and last.cell is not None:
        return line.cell[:2] == last.cell[:2]
    if (line.cell is None) != (last.cell is None):
        return False
    if piece.label is not None and outline.vocabulary.is_tail(piece.label, line.text):
        return True
    listed = piece.kind in ("case.attachments", "case.background", "case.previous", "case.responsible")
    if not piece.value and len(piece.lines) == 1:
        gap = line.number - last.number - 1
        return gap <= max(1, outline.wrap.usual_gap(last)) and (listed or len(line.text) < 90) and not (looks_like_sentence(line.text) and not listed)
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
    if piece.kind in ("case.attachments", "case.background") and re.match(r"(?:Vedlegg|Notat|Rapport|Kopi)\s*(?:nr\.?\s*)?\d+", line.text):
        return True
    if last.text.count("(") > last.text.count(")") or last.text.endswith((",", "-")):
        return True
    tight = line.number - last.number == 1
    return tight and not looks_like_sentence(line.text) and len(line.text) < 110 and not any(some)


def marked_value(text: str) -> tuple[str, str] | None:
    """Return the mark of a list item in a value, as `marked` does for a line."""
    match = re.match(r"(?P<mark>\d{1,2}[.)]|[•–-])\s+(?P<text>\S.*)", text)
    return (match["mark"], match["text"]) if match else None


def read_case(
    outline: Outline, head: CaseHead, end: int, subcases: Sequence[Case], *, minutes: bool, run_in: bool = False, above: Sequence[Line] = ()
) -> tuple[Case, list[Piece]]:
    """Read the case that begins at a head and goes on to a place; returns it and the closing pieces that are not its own.

    `above` are lines over the head that hold facts of the case, as in the head of a case paper.
    """
    title = read_title(outline, head, end, run_in=run_in, minutes=minutes)
    pieces = cut(outline, title.next, end, minutes=minutes)
    if title.rest:
        if pieces and pieces[0].kind == "text":
            pieces[0].lines[:0] = title.rest
        else:
            pieces.insert(0, Piece(kind="text", lines=list(title.rest)))
    reader = _CaseReader(outline, head, minutes=minutes)
    for lines in (above, title.lead):
        if lines:
            facts = Outline(tuple(lines), outline.vocabulary)
            for piece in cut(facts, 0, len(lines), minutes=minutes):
                if piece.kind.startswith("case."):
                    reader.take(piece)
                elif lines is title.lead:
                    reader.note("number", piece.lines)
    for piece in pieces:
        reader.take(piece)
    return reader.case(title, subcases), reader.closing


class _CaseReader:
    """Gathers what a case's pieces say."""

    def __init__(self, outline: Outline, head: CaseHead, *, minutes: bool) -> None:
        self.outline = outline
        self.head = head
        self.minutes = minutes
        self.type_label: str | None = None
        self.texts: dict[str, str] = {}
        self.officers: list[str] = []
        self.responsible: list[str] = []
        self.attachments: list[Attachment] = []
        self.background: list[Attachment] = []
        self.previous: list[CaseReference] = []
        self.sections: list[Section] = []
        self.points: list[Point] = []
        self.decisions: list[Decision] = []
        self.pending_vote: Vote | None = None
        self.spans: list[FieldSpan] = []
        self.closing: list[Piece] = []
        self.discussing = False
        self.inferred: list[tuple[int, Decision]] = []

    def note(self, name: str, lines: Sequence[Line]) -> None:
        self.spans.extend(FieldSpan(field=name, span=span) for span in spans_of(lines))

    def take(self, piece: Piece) -> None:
        group, _, kind = piece.kind.partition(".")
        if group == "case":
            self._fact(kind, piece)
        elif group == "decision":
            self._decision(kind, piece)
        elif group == "close":
            self.closing.append(piece)
        else:
            self._text(kind, piece)

    def _fact(self, kind: str, piece: Piece) -> None:
        seen = self.outline.words
        if kind == "type_text":
            assert piece.label is not None
            self.type_label = self.type_label or piece.label.written
            self._text("", piece)
            return
        value = joined(piece.body, seen)
        self.note({"officer": "case_officers", "background": "background_documents", "previous": "previously_treated", "archive": "archive_number", "handled": "references", "type": "type_label"}.get(kind, kind), piece.lines)
        if kind == "type":
            self.type_label = self.type_label or value or None
        elif kind in ("to", "sender", "archive"):
            if value:
                self.texts.setdefault(kind, value)
        elif kind == "officer":
            self.officers.extend(p for p in (part.strip() for part in re.split(r",|;|\s+og\s+", value)) if p)
        elif kind == "responsible":
            label = piece.label
            if label is None or not folded(label.written).startswith(("innled", "innlei")):
                self.responsible.extend(block.text for block in self._items(piece) if block.text)
        elif kind in ("attachments", "background"):
            into = self.attachments if kind == "attachments" else self.background
            into.extend(self._attachments(piece))
        elif kind == "previous":
            self.previous.extend(self._previous(piece))

    def _items(self, piece: Piece) -> list[Block]:
        lines = [line for line in piece.body if piece.label is None or not self.outline.vocabulary.is_tail(piece.label, line.text)]
        return blocks(lines, self.outline.wrap, self.outline.words)

    def _attachments(self, piece: Piece) -> Iterator[Attachment]:
        parts = self._items(piece) if not _bare_numbers(piece.body) else _by_number(piece.body, self.outline.words)
        merged: list[Block] = []
        for block in parts:
            unclosed = merged and (merged[-1].text.count("(") > merged[-1].text.count(")") or block.text.startswith("("))
            if merged and (unclosed or merged[-1].text.endswith((",", "-"))) and block.marker is None:
                last = merged.pop()
                merged.append(Block(lines=(*last.lines, *block.lines), text=joined([last.text, block.text], self.outline.words), marker=last.marker))
            else:
                merged.append(block)
        for block in merged:
            text = block.text.strip(" ,;")
            for number, title in _numbered(text, block.marker):
                if title and folded(title) not in ("ingen", "nei", "-", ""):
                    span = block.span
                    yield Attachment(
                        span=span, spans=tuple(FieldSpan(field="title", span=s) for s in spans_of(block.lines)), number=number, title=title
                    )

    def _previous(self, piece: Piece) -> Iterator[CaseReference]:
        for block in self._items(piece):
            text = block.text.strip(" ,;")
            if not text or text in ("-", "–"):
                continue
            spans = tuple(FieldSpan(field="raw", span=s) for s in spans_of(block.lines))
            numbers = [m for m in re.finditer(r"(?:[A-ZÆØÅ]{1,4}-[Ss]ak\s+|[A-ZÆØÅ]{1,4}[\s-]?)?\d{1,4}(?:/\d{1,2})?/(?:\d{4}|\d{2})(?![\d/])", text)]
            if _MEETING_REF.match(text):
                match = _MEETING_REF.match(text)
                yield CaseReference(span=block.span, spans=spans, raw=_whole_reference(text), number=(match["n"] or match["m"]) if match else None)
            elif numbers:
                for match in numbers:
                    yield CaseReference(span=block.span, spans=spans, raw=match.group(), number=match.group())
            elif folded(text) not in ("nei", "ingen", "ikke", "ikkje"):
                yield CaseReference(span=block.span, spans=spans, raw=text)

    def _decision(self, kind: str, piece: Piece) -> None:
        assert piece.label is not None
        if kind in ("proposed", "adopted"):
            self.discussing = False
            lines = piece.lines if piece.value else piece.lines[1:]
            decision = make_decision(DecisionKind(kind), piece.label, lines, self.outline.words, self.outline.wrap)
            self.note("decisions", piece.lines)
            if decision is not None:
                if kind == "adopted" and self.pending_vote is not None:
                    decision = with_vote(decision, self.pending_vote)
                    self.pending_vote = None
                self.decisions.append(decision)
        elif kind == "vote":
            parts = blocks(piece.body, self.outline.wrap, self.outline.words)
            vote = read_vote([block.text for block in parts], piece.lines)
            self._section(piece, SectionKind.TREATMENT, parts)
            adopted = [n for n, d in enumerate(self.decisions) if d.kind is DecisionKind.ADOPTED]
            if vote is not None and adopted and self.decisions[adopted[-1]].vote is None:
                self.decisions[adopted[-1]] = with_vote(self.decisions[adopted[-1]], vote)
            elif vote is not None:
                self.pending_vote = vote
        else:
            kinds = {"statement": SectionKind.STATEMENT, "treatment": SectionKind.TREATMENT}
            self._text("", piece, kinds.get(kind, SectionKind.OTHER))

    def _text(self, kind: str, piece: Piece, section: SectionKind | None = None) -> None:
        parts = blocks(piece.body, self.outline.wrap, self.outline.words)
        heading = piece.label.written if piece.label is not None else None
        if kind:
            self.discussing = kind == "discussion"
        elif heading is not None and section is None:
            self.discussing = self.discussing and not _NOT_DISCUSSED.search(heading)
        first = _KINDS.get(kind, section or SectionKind.OTHER)
        current: list[Block] = []
        head_lines = [piece.lines[0]] if piece.label is not None else []
        for n, block in enumerate(parts):
            if self._is_heading(parts, n):
                self._add(heading, first, current, head_lines)
                heading, head_lines, current = block.text.rstrip(" :"), list(block.lines), []
                if _NOT_DISCUSSED.search(block.text):
                    self.discussing = False
                elif _DISCUSSED.search(block.text):
                    self.discussing = True
                first = SectionKind.DISCUSSION if self.discussing else SectionKind.OTHER
                continue
            if block.marker is not None and self.discussing:
                self.points.append(
                    Point(
                        span=block.span, spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(block.lines)), text=block.text,
                        marker=None if block.bullet else block.marker, level=block.level,
                    )
                )
            current.append(block)
        self._add(heading, first, current, head_lines)
        if kind == "previous":
            for block in parts:
                self.previous.extend(CaseReference(span=block.span, raw=raw, number=raw) for raw, _ in find_references(block.text))
        if self.minutes and section is not SectionKind.STATEMENT:
            for decision in inferred_decisions(parts, labelled=True):
                self.inferred.append((1, decision))
            for decision in inferred_decisions(parts, labelled=False):
                if decision not in [d for _, d in self.inferred]:
                    self.inferred.append((0, decision))

    def _is_heading(self, parts: Sequence[Block], n: int) -> bool:
        """Tell a heading within a text: short, no sentence, and followed by text of its own."""
        block = parts[n]
        if n + 1 >= len(parts) and not block.text.endswith(":"):
            return False
        if len(block.text) > 220 or not block.text[:1].isupper() and block.marker is None:
            return False
        if block.first.heading or (block.first.bold and not block.text.endswith(".")):
            return True
        if block.marker is not None:
            after = parts[n + 1] if n + 1 < len(parts) else None
            return bool(
                block.marker[0].isdigit() and after is not None and after.marker is None and not looks_like_sentence(block.text) and re.search(r"presentasjon|orientering|innledning", block.text, re.I)
            )
        if block.text.endswith(":") and n + 1 < len(parts) and parts[n + 1].marker is not None:
            return len(block.text) < 120 and (not looks_like_sentence(block.text[:-1]) or bool(_DISCUSSED.search(block.text)))
        if block.text.endswith((".", ",", ";", "!", "-", ")")) and not _DISCUSSED.match(block.text):
            return False
        if re.search(r"[.!?]\s+[A-ZÆØÅ]", block.text) or len(block.text.split()) > 26:
            return bool(_DISCUSSED.search(block.text)) and len(block.text) < 100
        return not looks_like_sentence(block.text) or bool(_DISCUSSED.search(block.text) and len(block.text) < 110)

    def _add(self, heading: str | None, kind: SectionKind, parts: Sequence[Block], head_lines: Sequence[Line]) -> None:
        lines = [*head_lines, *(line for block in parts for line in block.lines)]
        if not lines:
            return
        self.sections.append(
            Section(
                span=span_of(lines),
                spans=(
                    *(FieldSpan(field="heading", span=s) for s in spans_of(head_lines)),
                    *(FieldSpan(field="paragraphs", span=s) for s in spans_of([line for block in parts for line in block.lines])),
                ),
                heading=heading,
                kind=kind,
                paragraphs=tuple(block.whole for block in parts),
            )
        )

    def _section(self, piece: Piece, kind: SectionKind, parts: Sequence[Block]) -> None:
        assert piece.label is not None
        self._add(piece.label.written, kind, parts, [piece.lines[0]])

    def case(self, title: Title, subcases: Sequence[Case]) -> Case:
        labelled = any(d.kind is DecisionKind.ADOPTED for d in self.decisions)
        found = [d for sure, d in self.inferred if sure or not labelled]
        taken = {d.text for d in self.decisions}
        decisions = sorted([*self.decisions, *(d for d in found if d.text not in taken)], key=lambda d: (d.span.first, d.inferred))
        if self.pending_vote is not None and self.decisions:
            at = next((n for n in range(len(decisions) - 1, -1, -1) if decisions[n].vote is None), None)
            if at is not None:
                decisions[at] = with_vote(decisions[at], self.pending_vote)
        number = self.head.hit.number
        lines = [self.outline.lines[self.head.index], *title.lines]
        span = span_of(lines)
        type_label = self.type_label or title.type_label
        return Case(
            span=span,
            spans=(FieldSpan(field="number", span=span_of(lines[:1])), *(FieldSpan(field="title", span=s) for s in spans_of(title.lines)), *self.spans),
            number=number,
            parsed=parse_number(number),
            title=title.text,
            subtitle=title.subtitle,
            type=case_types(type_label),
            type_label=type_label,
            to=self.texts.get("to"),
            sender=self.texts.get("sender"),
            archive_number=self.texts.get("archive"),
            case_officers=tuple(self.officers),
            responsible=tuple(self.responsible),
            attachments=tuple(self.attachments),
            background_documents=tuple(self.background),
            previously_treated=tuple(self.previous),
            references=tuple(self._references(number)),
            sections=tuple(self.sections),
            discussion_points=tuple(self.points),
            decisions=tuple(decisions),
            subcases=tuple(subcases),
        )

    def _references(self, number: str) -> Iterator[CaseReference]:
        own = {number_key(number), *(number_key(r.number) for r in self.previous if r.number)}
        texts = [(section.span, p) for section in self.sections for p in section.paragraphs]
        texts += [(a.span, a.title) for a in (*self.attachments, *self.background)]
        for span, text in texts:
            for raw, _ in find_references(text):
                if number_key(raw) not in own:
                    own.add(number_key(raw))
                    yield CaseReference(span=span, raw=raw, number=raw)


def _bare_numbers(lines: Sequence[Line]) -> bool:
    """Tell a list whose items begin with a number and a blank: `1 Søknad`, `2 Kart`."""
    found = [int(match[1]) for line in lines if (match := re.match(r"(\d{1,2})\s+[A-ZÆØÅ]", line.text))]
    return len(found) >= 2 and found[:2] == [1, 2]


def _by_number(lines: Sequence[Line], seen: frozenset[str]) -> list[Block]:
    groups: list[list[Line]] = []
    for line in lines:
        if re.match(r"\d{1,2}\s+[A-ZÆØÅ]", line.text) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    for group in groups:
        match = re.match(r"(\d{1,2})\s+(.*)", joined(group, seen))
        out.append(Block(lines=tuple(group), text=match[2] if match else joined(group, seen), marker=f"{match[1]}." if match else None))
    return out


def _numbered(text: str, marker: str | None) -> Iterator[tuple[str | None, str]]:
    """Split `1. First 2. Second` set on one line, and take `Vedlegg 1:` off a title."""
    if marker is not None and marker != "•":
        yield marker.strip("().") or None, text
        return
    match = re.match(r"(?:Vedlegg|vedlegg)\s*(?:nr\.?\s*)?(?P<n>\d{1,2})\s*[:.–-]?\s*(?P<t>\S.*)$", text)
    if match:
        yield match["n"], match["t"]
        return
    inner = marked_value(text)
    if inner is not None:
        yield inner[0].strip(".)•–- ") or None, inner[1]
        return
    yield None, text


def _whole_reference(text: str) -> str:
    match = re.match(r"(?:[Mm]øte\s+(?:nr\.?\s*)?)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*(?:\(\d{1,2}/\d{2,4}\))?|[Mm]øte\s+\d{1,2}/\d{2,4}", text)
    return match.group().strip() if match else text


