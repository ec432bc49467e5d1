"""Where the value of a case's fact goes on: the name behind `Saksbehandler`, the list under `Vedlegg`."""

from __future__ import annotations

import re
from collections.abc import Callable

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import archive_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.words import words
from govdocs.reading.blocks import marked, marked_value
from govdocs.reading.outline import Outline
from govdocs.reading.pieces import Piece

__all__ = ["value_goes_on"]

_LONGEST = 90
"""Letters of a value below its label at the most."""
_LONGEST_ITEM = 110
_DOCUMENTS = tuple(words("documents", "ends"))
"""Ends of words for documents, with which the title of one begins."""
_ONE_LINE = ("case.type", "case.to", "case.sender", "case.officer", "case.archive")
"""Facts that end where a label of the meeting's head follows: `Frå: Rektor` above `Møtedato: …`."""
_LISTS = ("case.attachments", "case.background", "case.previous", "case.responsible")
"""Facts whose value may be a list."""
_ENCLOSED = ("case.attachments", "case.background")
_NUMBERED = re.compile(r"(?:Vedlegg|Notat|Rapport|Kopi)\s*(?:nr\.?\s*)?\d+")
"""A document with its number, as a list of documents has them."""


@frozen(kw_only=True)
class _Seam:
    """The place between a fact and the line below."""

    outline: Outline
    piece: Piece
    line: Line
    """The line below."""

    @property
    def last(self) -> Line:
        """The last line of the fact."""
        return self.piece.lines[-1]

    @property
    def listed(self) -> bool:
        """Whether the fact's value may be a list."""
        return self.piece.kind in _LISTS

    @property
    def empty(self) -> bool:
        """Whether nothing stands behind the label yet."""
        return not self.piece.value and len(self.piece.lines) == 1

    @property
    def marks(self) -> list[tuple[str, str]]:
        """The marks of the items so far, with their texts."""
        some = [marked(line) for line in self.piece.lines[1:]]
        return [mark for mark in (*some, marked_value(self.piece.value) if self.piece.value else None) if mark]


def value_goes_on(outline: Outline, piece: Piece, index: int) -> bool:
    """Tell whether a line belongs to the value of a labelled fact: the first rule that has an answer gives it."""
    seam = _Seam(outline=outline, piece=piece, line=outline.lines[index])
    return next(answer for rule in _RULES if (answer := rule(seam)) is not None)


def _in_table(seam: _Seam) -> bool | None:
    """Go on in the label's row, in the table that holds the list, and from text to text."""
    here, last = seam.line.cell, seam.last.cell
    under = seam.piece.kind in _ENCLOSED and not seam.piece.value and seam.piece.lines[0].cell is None
    if here is not None and last is not None:
        return here[0] == last[0] if under else here[:2] == last[:2]
    if under and here is not None and len(seam.piece.lines) == 1:
        return here[1:] == (0, 0)
    return None if (here is None) == (last is None) else False


def _tail(seam: _Seam) -> bool | None:
    """Go on in the rest of a label that was broken."""
    label = seam.piece.label
    return True if label is not None and seam.outline.vocabulary.is_tail(label, seam.line.text) else None


def _other_label(seam: _Seam) -> bool | None:
    """End a fact of one line at a label of the meeting's head, and an archive's number behind itself."""
    if seam.piece.kind == "case.archive" and archive_number(seam.piece.value) is not None:
        return False
    label = seam.outline.vocabulary.label(seam.line.text, "head") if seam.piece.kind in _ONE_LINE else None
    return False if label is not None and label.colon else None


def _behind_number(seam: _Seam) -> bool | None:
    """Go on behind a number alone in what is no sentence: the numbers' column stands before the titles'."""
    near = seam.line.number - seam.last.number <= 2
    numbered = seam.listed and seam.last.text.isdigit() and len(seam.piece.lines) > 1 and near
    return not looks_like_sentence(seam.line.text) if numbered else None


def _below_label(seam: _Seam) -> bool | None:
    """Begin right below a label that nothing follows, with what is short and no sentence, or is near and in a list."""
    if not seam.empty:
        return None
    text, gap = seam.line.text, seam.line.number - seam.last.number - 1
    near = gap <= max(1, seam.outline.wrap.usual_gap(seam.last))
    sentence = looks_like_sentence(text) and (not seam.listed or (gap > 0 and text.endswith(".")))
    return near and (seam.listed or len(text) < _LONGEST) and not sentence


def _new_page(seam: _Seam) -> bool | None:
    """End a list at a sentence on a new page."""
    text = seam.line.text
    turned = seam.listed and seam.line.page != seam.last.page
    return False if turned and text[:1].isupper() and looks_like_sentence(text) else None


def _full_line(seam: _Seam) -> bool | None:
    """Go on where the line is full; a value that is no list ends where it is not."""
    marks = seam.listed and any(marked(line) for line in seam.piece.lines[1:])
    if seam.outline.wrap.goes_on(seam.last, seam.line, item=marks):
        return True
    return None if seam.listed else False


def _item(seam: _Seam) -> bool | None:
    """Go on in an item marked as those above; the first one has a bullet or is near."""
    here = marked(seam.line)
    if here is None:
        return None
    digits = [mark[:1].isdigit() for mark, _ in seam.marks]
    first = here[0] == "•" or seam.line.number - seam.last.number <= 3
    return (not digits and first) or here[0][:1].isdigit() in digits


def _more_of_item(seam: _Seam) -> bool | None:
    """Go on in a bracket, in a document with its number, and behind what is not ended."""
    text, last = seam.line.text, seam.last.text
    numbered = seam.piece.kind in _ENCLOSED and _NUMBERED.match(text) is not None
    open_end = last.count("(") > last.count(")") or last.endswith((",", "-"))
    return True if text.startswith("(") or numbered or open_end else None


def _next_document(seam: _Seam) -> bool | None:
    """Go on right below, in a list without marks, in what names a document or is no sentence."""
    text = seam.line.text
    named = text.split()[0].lower().endswith(_DOCUMENTS) and not text.endswith(".")
    tight = seam.line.number - seam.last.number == 1
    return tight and (named or not looks_like_sentence(text)) and len(text) < _LONGEST_ITEM and not seam.marks


_RULES: tuple[Callable[[_Seam], bool | None], ...] = (
    _in_table,
    _tail,
    _other_label,
    _behind_number,
    _below_label,
    _new_page,
    _full_line,
    _item,
    _more_of_item,
    _next_document,
)
"""In the order in which they are tried; `None` where a rule has no answer."""
