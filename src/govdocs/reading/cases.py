"""One case: its title, its labelled facts, its text, what was said, and what was decided."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.model import (
    Attachment,
    Case,
    CaseReference,
    Decision,
    DecisionKind,
    FieldSpan,
    Point,
    Section,
    SectionKind,
)
from govdocs.norwegian.naming import is_name
from govdocs.norwegian.numbers import find_references, parse_number
from govdocs.reading.acting import Act, closing_acts, parted
from govdocs.reading.ballots import Ballots, said_once
from govdocs.reading.blocks import Block, blocks, joined, span_of, spans_of
from govdocs.reading.case_cuts import cut
from govdocs.reading.case_headings import announces_discussion, ends_discussion, is_heading, opens_discussion
from govdocs.reading.case_kinds import case_types
from govdocs.reading.datatables import with_rows
from govdocs.reading.decisions import make_decision
from govdocs.reading.enclosed import items, read_enclosed, read_previous
from govdocs.reading.heads import CaseHead
from govdocs.reading.inferring import inferred_decisions, verdicts
from govdocs.reading.mentions import read_mentions
from govdocs.reading.outline import Outline
from govdocs.reading.pieces import Piece
from govdocs.reading.titles import Title, read_title
from govdocs.reading.votes import only_vote

__all__ = ["read_case"]

_INTRODUCED = re.compile(r"innled|innlei", re.IGNORECASE)
"""Begins the label of who opens a case in the meeting, and with what; none of these need answer for it."""
_KINDS = {
    "background": SectionKind.BACKGROUND,
    "purpose": SectionKind.PURPOSE,
    "main_points": SectionKind.MAIN_POINTS,
    "assessment": SectionKind.ASSESSMENT,
    "discussion": SectionKind.DISCUSSION,
}


def read_case(
    outline: Outline,
    head: CaseHead,
    end: int,
    subcases: Sequence[Case],
    *,
    minutes: bool,
    above: Sequence[Line] = (),
) -> tuple[Case, list[Piece]]:
    """Read the case that begins at a head and goes on to a place; returns it and the closing pieces not its own.

    `above` are lines over the head that hold facts of the case, as in the head of a case paper.
    """
    title = read_title(outline, head, end, minutes=minutes)
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
                if piece.kind == "case.type_text":
                    reader.gathered(piece)
                elif piece.kind.startswith("case."):
                    reader.take(piece)
                elif lines is title.lead:
                    reader.note("number", piece.lines)
    for piece in pieces:
        reader.take(piece)
    return reader.case(title, subcases), reader.closing


def _point(block: Block) -> Point:
    return Point(
        span=block.span,
        spans=tuple(FieldSpan(field="text", span=s) for s in spans_of(block.lines)),
        text=block.text,
        marker=None if block.bullet else block.marker,
        level=block.level,
    )


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
        self.ballots = Ballots()
        self.spans: list[FieldSpan] = []
        self.closing: list[Piece] = []
        self.discussing = False
        self.inferred: list[tuple[int, Decision]] = []
        self.verdicts: list[Decision] = []
        self.put: list[tuple[Act, bool]] = []

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

    def gathered(self, piece: Piece) -> None:
        """Take the type from the heading right over the case, if it is about one: `Diskusjonssak:`."""
        written = piece.label.written if piece.label is not None else ""
        if not re.search(r"sak(?:er|ar)$", written, re.IGNORECASE):
            self.type_label = written
        self.note("type_label", piece.lines)

    def _fact(self, kind: str, piece: Piece) -> None:
        seen = self.outline.words
        if kind == "responsible" and piece.label is not None and _INTRODUCED.match(piece.label.written):
            self._section(piece, SectionKind.OTHER, items(self.outline, piece))
            return
        if kind == "type_text":
            assert piece.label is not None
            self.type_label = self.type_label or piece.label.written
            self._text("", piece)
            return
        value = joined(piece.body, seen)
        self.note(
            {
                "officer": "case_officers",
                "background": "background_documents",
                "previous": "previously_treated",
                "archive": "archive_number",
                "handled": "references",
                "type": "type_label",
            }.get(kind, kind),
            piece.lines,
        )
        if kind == "type":
            self.type_label = self.type_label or value or None
        elif kind in ("to", "sender", "archive"):
            if value and (kind != "archive" or re.search(r"\d{2,4}\s?[/-]\s?\d", value)):  # a code is no number
                self.texts.setdefault(kind, value)
        elif kind == "officer":
            told = [p for p in (part.strip() for part in re.split(r",|;|\s+og\s+(?=[A-ZÆØÅ])", value)) if p]
            self.officers.extend([part for part in told if is_name(part)] or told)
        elif kind == "handled":
            self._route(piece)
        elif kind == "responsible":
            self.responsible.extend(block.text for block in items(self.outline, piece) if block.text)
        elif kind in ("attachments", "background"):
            listed, called = read_enclosed(self.outline, piece)
            (self.attachments if kind == "attachments" else self.background).extend(listed)
            self.attachments.extend(called)
        elif kind == "previous":
            self.previous.extend(read_previous(self.outline, piece))

    def _route(self, piece: Piece) -> None:
        """Take the case officer from the table of bodies, where one of its columns names them."""
        held = {id(line) for line in piece.lines}
        for _, rows in self.outline.routes:
            for row in rows:
                line = self.outline.lines[row.index]
                if row.officer and id(line) in held and row.officer not in self.officers:
                    self.officers.append(row.officer)
                    self.note("case_officers", [line])

    def _decision(self, kind: str, piece: Piece) -> None:
        assert piece.label is not None
        if kind in ("proposed", "adopted"):
            self.discussing = False
            lines = piece.lines if piece.value else piece.lines[piece.labelled :]
            decision = make_decision(DecisionKind(kind), piece.label, lines, self.outline.words, self.outline.wrap)
            self.note("decisions", piece.lines)
            if decision is not None:
                self.decisions.append(self.ballots.decide(decision) if kind == "adopted" else decision)
            elif only_vote(piece.label.written):
                parts = blocks(piece.lines, self.outline.wrap, self.outline.words)
                self.ballots.tell(parts, piece.lines, self.decisions, labelled=False)
        elif kind == "vote":
            parts = with_rows(piece.body, self.outline.data_tables, self.outline.wrap, self.outline.words)
            self._section(piece, SectionKind.TREATMENT, parts)
            self.ballots.tell(parts, piece.lines, self.decisions, labelled=bool(piece.label.written))
        else:
            self.ballots.begin(piece.label.written, len(self.decisions))
            kinds = {"statement": SectionKind.STATEMENT, "treatment": SectionKind.TREATMENT}
            self._text("", piece, kinds.get(kind, SectionKind.OTHER))

    def _text(self, kind: str, piece: Piece, section: SectionKind | None = None) -> None:
        parts = with_rows(piece.body, self.outline.data_tables, self.outline.wrap, self.outline.words)
        label = piece.label.written if piece.label is not None else None
        if kind:
            self.discussing = kind == "discussion"
        elif label is not None and section is None:
            self.discussing = self.discussing and not ends_discussion(label)
        heading = self._cut(parts, piece, _KINDS.get(kind, section or SectionKind.OTHER))
        if kind == "previous":
            for block in parts:
                self.previous.extend(
                    CaseReference(span=block.span, raw=raw, number=raw)
                    for raw, _ in find_references(block.text, self.head.hit.number)
                )
        if self.minutes and section is not SectionKind.STATEMENT:
            self._infer(parts, section)
        elif not self.minutes and heading is None:
            self.put.extend((act, len(act.blocks) == len(parts)) for act in closing_acts(parted(parts)))

    def _cut(self, parts: Sequence[Block], piece: Piece, kind: SectionKind) -> str | None:
        """Cut a text into sections at its headings, and take the points of discussions; returns the last heading."""
        heading = piece.label.written if piece.label is not None else None
        head_lines = piece.lines[: piece.labelled] if piece.label is not None else []
        current: list[Block] = []
        announced = False
        for n, block in enumerate(parts):
            if is_heading(parts, n, self.outline.data_tables):
                self._add(heading, kind, current, head_lines)
                heading, head_lines, current = block.text.rstrip(" :"), list(block.lines), []
                self.discussing = not ends_discussion(block.text) and (self.discussing or opens_discussion(block.text))
                kind = SectionKind.DISCUSSION if self.discussing else SectionKind.OTHER
                continue
            if block.marker is None:
                announced = announces_discussion(block.text)
            elif self.minutes and (self.discussing or announced):
                self.points.append(_point(block))
            current.append(block)
        self._add(heading, kind, current, head_lines)
        return heading

    def _infer(self, parts: Sequence[Block], section: SectionKind | None) -> None:
        """Hear the votes of a text, and take the decisions that no label tells."""
        if section is SectionKind.TREATMENT or self.decisions:
            self.ballots.hear(parts, len(self.decisions))
        self.inferred.extend((1, decision) for decision in inferred_decisions(parts, labelled=True))
        for decision in inferred_decisions(parts, labelled=False):
            if decision not in [d for _, d in self.inferred]:
                self.inferred.append((0, decision))

    def _add(self, heading: str | None, kind: SectionKind, parts: Sequence[Block], head_lines: Sequence[Line]) -> None:
        lines = [*head_lines, *(line for block in parts for line in block.lines)]
        if not lines:
            return
        self.verdicts.extend(verdicts(parts) if self.minutes else ())
        self.sections.append(
            Section(
                span=span_of(lines),
                spans=(
                    *(FieldSpan(field="heading", span=s) for s in spans_of(head_lines)),
                    *(
                        FieldSpan(field="paragraphs", span=s)
                        for s in spans_of([line for block in parts for line in block.lines])
                    ),
                ),
                heading=heading,
                kind=kind,
                paragraphs=tuple(block.whole for block in parts),
            )
        )

    def _section(self, piece: Piece, kind: SectionKind, parts: Sequence[Block]) -> None:
        assert piece.label is not None
        named = piece.label.written  # a vote may be told without a label
        self._add(named or None, kind, parts, [piece.lines[0]] if named else [])

    def case(self, title: Title, subcases: Sequence[Case]) -> Case:
        self.decisions = said_once(self.ballots.settle(self.decisions))
        labelled = any(d.kind is DecisionKind.ADOPTED for d in self.decisions)
        found = [d for sure, d in self.inferred if sure or not labelled] + self._put_forward()
        taken = {d.text for d in self.decisions}
        decisions = sorted(
            [*self.decisions, *(d for d in found if d.text not in taken)], key=lambda d: (d.span.first, d.inferred)
        )
        decisions = decisions or self.verdicts
        if self.decisions:
            self.ballots.rest(decisions)
        number = self.head.hit.number
        lines = [self.outline.lines[self.head.index], *title.lines]
        span = span_of(lines)
        told = lines[:1] if self.head.told is None else [self.outline.lines[self.head.told]]
        type_label = self.type_label or title.type_label
        before, references = self._mentions()
        return Case(
            span=span,
            spans=(
                *((FieldSpan(field="number", span=span_of(told)),) if number else ()),
                *(FieldSpan(field="title", span=s) for s in spans_of(title.lines)),
                *self.spans,
            ),
            number=number or None,
            parsed=parse_number(number) if number else None,
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
            previously_treated=(*self.previous, *before),
            references=references,
            sections=tuple(self.sections),
            discussion_points=tuple(self.points),
            decisions=tuple(decisions),
            subcases=tuple(subcases),
        )

    def _put_forward(self) -> list[Decision]:
        """Return what papers put forward without a label: all that stands there, or the end of all that they say."""
        if any(each.kind is DecisionKind.PROPOSED for each in self.decisions):
            return []
        short = all(section.heading is None for section in self.sections)
        found = [act.decision(DecisionKind.PROPOSED) for act, whole in self.put if whole or short]
        return [each for n, each in enumerate(found) if each.text not in {other.text for other in found[:n]}]

    def _mentions(self) -> tuple[tuple[CaseReference, ...], tuple[CaseReference, ...]]:
        texts = [(section.span, p) for section in self.sections for p in section.paragraphs]
        texts += [(a.span, a.title) for a in (*self.attachments, *self.background)]
        texts += [(decision.span, decision.text) for decision in self.decisions]
        return read_mentions(self.head.hit.number, texts, self.previous)
