"""The label with which a line of a case begins: of a fact, a decision, a section, or of what closes the meeting."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import archive_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, Vocabulary, folded
from govdocs.reading.blocks import marked, marked_value
from govdocs.reading.case_kinds import TYPE_ALONE, TYPE_LABEL, is_group
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.outline import Outline
from govdocs.reading.pieces import Piece

__all__ = ["label_at"]

_LISTS = ("case.attachments", "case.background")
_LONGEST_TYPE = 60
_LONGEST_TITLE = 80
_LONGEST_SECTION = 70
_PAPERS_TEXT = re.compile(r"(?P<label>saksfr[ae]mlegg)\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_CLOSES = re.compile(
    r"(?:Møtet\s+(?:ble\s+|vart\s+|blei\s+)?(?:hevet|heva|avsluttet|avslutta|slutt)|Avslutning av møtet"
    r"|Neste (?:\w+)?møte(?:t)?\s+(?:er|blir|vert|avholdes|holdes|vil|i|den|:))"
)
"""What begins a sentence on the meeting's end, or on the next one."""


@frozen(kw_only=True)
class _Place:
    """A line of a case that may begin with a label."""

    outline: Outline
    index: int
    facts: bool
    """Whether nothing but facts stands above it in the case."""
    minutes: bool
    before: Piece
    """The piece above."""

    @property
    def line(self) -> Line:
        return self.outline.lines[self.index]

    @property
    def text(self) -> str:
        return self.line.text

    @property
    def vocabulary(self) -> Vocabulary:
        return self.outline.vocabulary

    @property
    def listed(self) -> bool:
        """Whether it may stand in a list of documents."""
        return self.before.kind in _LISTS


def label_at(outline: Outline, index: int, *, facts: bool, minutes: bool, before: Piece) -> Label | None:
    """Return the label at the beginning of a line, `None` if there is none: the first rule that knows one gives it.

    `facts` says that nothing but facts stands above it in the case, `before` is the piece above.
    """
    line, vocabulary = outline.lines[index], outline.vocabulary
    if _in_figures(outline, line):
        return None
    if facts and (archived := archive_number(line.text)) is not None:
        return Label(kind="case.archive", written=archived[0], value=archived[1], colon=False)
    letter = next(filter(str.isalpha, line.text), None)
    if letter is None or _ends_label(before, line.text, vocabulary):
        return None
    if (mark := marked(line)) is not None and not line.text[0].isalpha():
        return _listed_fact(mark[1], vocabulary) if facts and before.kind not in _LISTS else None
    if not (letter.isupper() or line.bold):  # no label begins with a small letter
        return None
    place = _Place(outline=outline, index=index, facts=facts, minutes=minutes, before=before)
    for rule in _RULES:
        if (label := rule(place)) is not None:
            return label
    return None


def _in_figures(outline: Outline, line: Line) -> bool:
    """Tell a cell of a table of figures, where only a colon tells a label."""
    cell = line.cell
    return cell is not None and cell[0] in outline.data_tables and not line.text.endswith(":")


def _ends_label(before: Piece, text: str, vocabulary: Vocabulary) -> bool:
    """Tell a line that ends the label of a fact above."""
    return before.kind.startswith("case.") and before.label is not None and vocabulary.is_tail(before.label, text)


def _type_label(place: _Place) -> Label | None:
    """Tell the type of a case before a colon: `Diskusjonssak:`."""
    match = TYPE_LABEL.match(place.text)
    if match is None or len(match["label"]) >= _LONGEST_TYPE:
        return None
    return Label(kind="case.type_text", written=match["label"], value=match["value"], colon=True)


def _type_alone(place: _Place) -> Label | None:
    """Tell the type of a case on a line of its own among its facts."""
    match = TYPE_ALONE.match(place.text) if place.facts else None
    return Label(kind="case.type", written="", value=match["label"], colon=False) if match is not None else None


def _text_of_papers(place: _Place) -> Label | None:
    """Tell the text of the case papers, as minutes repeat it: `Saksframlegg:`."""
    match = _PAPERS_TEXT.match(place.text)
    if match is None:
        return None
    return Label(kind="section.background", written=match["label"], value=match["value"], colon=True)


def _fact_or_decision(place: _Place) -> Label | None:
    """Tell the label of a fact, or of a decision, which goes first where the case's facts are over."""
    decided = decision_label(place.text, place.vocabulary, minutes=place.minutes)
    fact = _fact_label(place.outline, place.index, facts=place.facts)
    return fact if fact is not None and (decided is None or place.facts) else decided


def _other_document(place: _Place) -> Label | None:
    """Tell the heading of another document, which ends a case paper."""
    word = document_word(place.text) if not place.minutes and not place.listed else None
    if word is None or len(place.text) >= _LONGEST_TITLE or (word[0] == "papers" and not re.search(r"\d", place.text)):
        return None
    return Label(kind="close.end", written=place.text, value="", colon=False)


def _closing(place: _Place) -> Label | None:
    """Tell the end of the meeting, or the next meeting, by a label or by a sentence."""
    label = place.vocabulary.label(place.text, "close")
    if label is not None or (match := _CLOSES.match(place.text)) is None:
        return label
    if place.text.startswith("Neste"):
        return Label(kind="close.next_meeting", written=match.group(), value=place.text, colon=False)
    return Label(kind="close.end", written=match.group(), value="", colon=False)


def _agenda(place: _Place) -> Label | None:
    """Tell the heading of an agenda or of a group of cases, which ends the case."""
    agenda = place.vocabulary.kind(place.text, "agenda") is not None and not place.text.endswith(":")
    return (
        Label(kind="close.end", written=place.text, value="", colon=False) if agenda or is_group(place.text) else None
    )


def _follow_up(place: _Place) -> Label | None:
    """Tell who follows a case up, behind its facts or behind a sentence of its text, which ends them."""
    above = place.before.lines[-1].text if place.before.kind == "text" and place.before.lines else ""
    if place.facts and not (above.endswith((".", "!", "?")) and looks_like_sentence(above)):
        return None
    label = place.vocabulary.label(place.text, "follow")
    return label if label is not None and label.colon and not label.misspelt else None


def _section(place: _Place) -> Label | None:
    """Tell the heading of a section."""
    label = place.vocabulary.label(place.text, "section")
    return label if label is not None and (label.colon or len(place.text) < _LONGEST_SECTION) else None


_RULES: tuple[Callable[[_Place], Label | None], ...] = (
    _type_label,
    _type_alone,
    _text_of_papers,
    _fact_or_decision,
    _other_document,
    _closing,
    _agenda,
    _follow_up,
    _section,
)
"""In the order in which they are tried."""


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
