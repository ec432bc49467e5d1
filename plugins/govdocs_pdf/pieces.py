"""From runs of glyphs to pieces of lines: words joined, footnote marks taken out, wide gaps kept as gaps."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence

from attrs import define

from govdocs_pdf.content import Rule, Run

__all__ = ["Piece", "TextLine", "line_of", "pieces_of", "rows_of", "with_markers"]

_BLANK = 0.14
"""A gap from which a blank is seen, in font sizes; a narrow no-break blank is 0.18 wide."""
_GAP = 0.55
"""A gap that no blank makes, in font sizes: a tab, a column, a cell."""
_NARROW = 0.42
"""A gap that may part two columns where one begins, in font sizes."""
_ALIKE = 4
"""Runs that begin at one place at least, for a column to begin there."""
_SMALL = 0.86
"""Size of a raised mark at the most, in sizes of the text it stands by; browsers make it 0.83."""
_WIDE = 0.5
"""A gap as wide as two blanks, in font sizes."""
_INK = re.compile(r"[^\s\x00-\x1f\x7f-\x9f\u00ad\u200b-\u200d\u2060\ufeff\ufffe\uffff\ud800-\udfff\ufdd0-\ufdef]")
"""What is left of a text by `plain`."""
_NOTE = re.compile(r"\d{1,3}(?:[,;]\s?\d{1,3})*|[*†‡]{1,3}")
_POWER = re.compile(r"(?:^|[\s\d(/])(?:[kcdm]?m|10|kg/m|W/m|\d\s?m)$")
"""What a raised figure belongs to when it is a power and no footnote's mark: `m²`, `10⁶`."""
_MARKER = re.compile(r"[•●▪■◦‣·○□➢►✓–—\-\uf000-\uf0ff§o]|\(?(?:\d{1,2}|[a-zA-Z]|[ivxIVX]{1,4})[.)]")
_MARKER_GAP = 48.0
"""Widest gap between a list's mark and its text, in points."""


@define(slots=True, eq=False)
class Piece:
    """A part of a line without wide gaps in it."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    artifact: bool
    order: int
    """Place among the page's pieces as they are painted."""
    body: float
    """Where its text begins after a list's mark."""
    note: bool = False
    """Whether it begins with a raised figure, as a footnote does."""
    mark: int = -1
    """By what number the tags of its page know its beginning; below 0 for none."""
    lead: str = ""
    """The bold text at its beginning, where the rest is not bold."""

    @property
    def middle(self) -> float:
        """Height of the middle of its small letters."""
        return self.y - 0.25 * self.size


@define(slots=True, eq=False)
class TextLine:
    """A line of text of one page, or the part of it that lies in a cell."""

    text: str
    page: int
    x0: float
    x1: float
    y: float
    size: float
    bold: bool
    italic: bool
    furniture: str | None = None
    running: bool = False
    """Whether it is a running head that stays text, as it stands for the first time."""
    mark: int = -1
    """By what number the tags of its page know its beginning; below 0 for none."""
    parts: list[tuple[str, float]] | None = None
    """Where wide gaps part it, its parts and where each begins."""
    lead: str = ""
    """The bold text at its beginning, where the rest is not bold."""
    ends: bool = False
    """Whether the space below it tells that a paragraph ends here."""


def pieces_of(runs: Sequence[Run], rules: Sequence[Rule] = ()) -> list[Piece]:
    """Join runs that follow each other on one baseline, unless a line is drawn down between them."""
    pieces: list[Piece] = []
    begins = Counter(round(run.x0) for run in runs)
    down = sorted((rule.at, rule.start, rule.end) for rule in rules if not rule.across)
    last: Piece | None = None
    glue = False
    width = 0
    for run in runs:
        text = run.text
        if not _INK.search(text):
            glue = True  # a painted blank: what follows is a word of its own
            continue
        if last is not None:
            size = last.size
            gap = run.x0 - last.x1
            drop = run.y - last.y
            if _NARROW * size < gap < _GAP * size and begins[round(run.x0)] >= _ALIKE:
                pass  # a column whose neighbour fills its own
            elif down and gap > 1 and _parted(down, last.x1, run.x0, run.y - 0.25 * run.size):
                pass
            elif -size < gap < _GAP * size or (gap <= -size and run.x0 > last.x0 and run.x1 > last.x1 and drop == 0):
                apart = glue or gap > _BLANK * size or text[0] == " " or last.text[-1] == " "
                if -0.15 * size < drop < 0.15 * size and 0.7 * size < run.size < 1.45 * size:
                    _append(last, run, apart)
                    if len(text) > width:
                        width, last.size = len(text), run.size
                    glue = False
                    continue
                if -0.75 * size < drop < 0.4 * size and run.size <= _SMALL * size:
                    if drop > 0 or not _is_note(last.text, text):
                        _append(last, run, apart and drop <= 0)
                    else:
                        last.x1 = run.x1
                    glue = text[-1] == " "
                    continue
                if (
                    0.1 * run.size < drop < 0.75 * run.size
                    and size <= _SMALL * run.size
                    and _NOTE.fullmatch(last.text.strip())
                ):
                    last.note, last.size, last.y, width = True, run.size, run.y, len(text)
                    last.bold, last.italic = run.bold, run.italic
                    _append(last, run, True)
                    glue = False
                    continue
        order = len(pieces)
        last = Piece(text, run.x0, run.x1, run.y, run.size, run.bold, run.italic, run.artifact, order, run.x0)
        last.mark = run.mark
        if text[0] == " ":
            last.x0 = last.body = run.x0 + 0.25 * run.size * (len(text) - len(text.lstrip()))
        width = len(text)
        pieces.append(last)
        glue = False
    return pieces


def _parted(down: Sequence[tuple[float, float, float]], left: float, right: float, y: float) -> bool:
    """Tell whether a line down the page stands between two places at a height."""
    index = bisect_left(down, (left - 0.5,))
    while index < len(down) and down[index][0] < right + 0.5:
        if down[index][1] < y < down[index][2]:
            return True
        index += 1
    return False


def _append(piece: Piece, run: Run, apart: bool) -> None:
    joint = " " if apart and piece.text[-1] != " " and run.text[0] != " " else ""
    if piece.bold and not run.bold:
        piece.lead = piece.text
    piece.text += joint + run.text
    piece.x1 = max(piece.x1, run.x1)
    piece.bold = piece.bold and run.bold
    piece.italic = piece.italic and run.italic


def _is_note(before: str, mark: str) -> bool:
    """Tell a footnote's mark from a power."""
    return bool(_NOTE.fullmatch(mark.strip())) and not _POWER.search(before.rstrip())


def rows_of(pieces: Iterable[Piece]) -> list[list[Piece]]:
    """Group pieces by baseline, from the top down, each row from left to right."""
    rows: list[list[Piece]] = []
    height = size = 0.0
    for piece in sorted(pieces, key=lambda piece: (piece.y, piece.x0)):
        if rows and piece.y - height <= 0.32 * min(size, piece.size) + 0.3:
            rows[-1].append(piece)
            if piece.size > size:
                height, size = piece.y, piece.size
            continue
        rows.append([piece])
        height, size = piece.y, piece.size
    for index in range(len(rows) - 2, -1, -1):
        if rows[index][0].size < 10.5 and len(rows[index]) <= 3 and _stands_over(rows[index], rows[index + 1]):
            rows[index : index + 2] = [rows[index] + rows[index + 1]]
    for row in rows:
        if len(row) > 1:
            row.sort(key=lambda piece: piece.x0)
    return rows


def _stands_over(marks: list[Piece], row: list[Piece]) -> bool:
    """Tell whether these are raised marks of a row."""
    large = max(row, key=lambda piece: piece.size)
    return large.y - marks[0].y < 0.6 * large.size and all(
        piece.size <= _SMALL * large.size and _NOTE.fullmatch(piece.text.strip()) for piece in marks
    )


def with_markers(row: list[Piece]) -> list[Piece]:
    """Join a list's mark with the text it stands before, and raised marks that were painted apart."""
    if len(row) < 2:
        return row
    out: list[Piece] = []
    for piece in row:
        before = out[-1] if out else None
        if before is None:
            out.append(piece)
            continue
        gap = piece.x0 - before.x1
        if (
            piece.size <= _SMALL * before.size
            and piece.y < before.y - 1
            and gap < 0.3 * before.size
            and _is_note(before.text, piece.text)
        ):
            continue
        if before.body == before.x0 and gap < _MARKER_GAP and _MARKER.fullmatch(before.text.strip()):
            joined = _joined(before, piece)
            joined.body = piece.x0
            joined.bold, joined.italic, joined.size = piece.bold, piece.italic, piece.size
            out[-1] = joined
            continue
        out.append(piece)
    return out


def _joined(first: Piece, second: Piece) -> Piece:
    return Piece(
        f"{first.text.rstrip()} {second.text.lstrip()}",
        first.x0,
        max(first.x1, second.x1),
        second.y,
        max(first.size, second.size),
        first.bold and second.bold,
        first.italic and second.italic,
        first.artifact and second.artifact,
        first.order,
        first.body,
        first.note,
        first.mark,
        first.lead or second.lead,
    )


def line_of(row: Sequence[Piece], page: int) -> TextLine:
    """Join the pieces of one row into a line."""
    first = row[0]
    if len(row) == 1:
        return TextLine(
            first.text, page, first.x0, first.x1, first.y, first.size, first.bold, first.italic, mark=first.mark,
            lead=first.lead,
        )  # fmt: skip
    parts = [(first.text, first.x0)]
    for before, piece in itertools.pairwise(row):
        gap = piece.x0 - before.x1
        if gap < _WIDE * before.size:
            text, at = parts[-1]
            blank = " " if gap >= _BLANK * before.size or text[-1] == " " else ""
            parts[-1] = f"{text.rstrip()}{blank}{piece.text.lstrip()}", at
        else:
            parts.append((piece.text, piece.x0))
    main = max(row, key=lambda piece: len(piece.text))
    return TextLine(
        " ".join(text for text, _ in parts),
        page,
        first.x0,
        max(piece.x1 for piece in row),
        main.y,
        main.size,
        all(piece.bold for piece in row),
        all(piece.italic for piece in row),
        mark=first.mark,
        parts=parts if len(parts) > 1 else None,
        lead=_lead_of(row),
    )


def _lead_of(row: Sequence[Piece]) -> str:
    """Return the bold text that a row of pieces begins with."""
    bold = list(itertools.takewhile(lambda piece: piece.bold, row))
    last = row[len(bold)].lead if len(bold) < len(row) else ""
    return " ".join([*(piece.text.strip() for piece in bold), last]).strip()
