"""The title of a case in bold that runs into a text that is not."""

from __future__ import annotations

import re

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.blocks import joined
from govdocs.reading.outline import Outline

__all__ = ["BoldTitle", "told_by_bold"]

_MOST_LINES = 5
"""Lines of a title in bold at the most."""
_ENOUGH = 300
"""Letters of the text behind it that are looked at."""
_NEAR = 0.6
"""Points by which letters of one size may differ."""
_CAPITAL = re.compile(r"[A-ZÆØÅ«\"“]")


@frozen(kw_only=True)
class BoldTitle:
    """A title as its type tells it."""

    text: str
    lines: tuple[Line, ...]
    rest: Line
    """Text behind the bold words of the last line."""
    next: int
    """Place of the first line behind it."""


def told_by_bold(outline: Outline, at: int, behind: str, end: int) -> BoldTitle | None:
    """Return the title that begins at a place, behind the number where that stands on its line; `None` if none is told.

    What comes behind the bold words must be a sentence, or it may be the rest of the title, or the type of the case.
    """
    parts, lines = _bold_words(outline, at, behind, end)
    if not lines:
        return None
    last, stop = lines[-1], at + len(lines)
    title = joined(parts, outline.words).strip(" :–-.")
    after = last.text[last.lead :].lstrip(" .:–-")
    if not title or not _is_text(outline, _paragraph(outline, after, stop, end)):
        return None
    return BoldTitle(text=title, lines=tuple(lines), rest=evolve(last, text=after, bold=False, lead=0), next=stop)


def _bold_words(outline: Outline, at: int, behind: str, end: int) -> tuple[list[str], list[Line]]:
    """Return a title's words in bold, and their lines, the last of which goes on in other type; none if none does."""
    first = outline.lines[at]
    begin = max(0, first.text.find(behind))
    parts: list[str] = []
    lines: list[Line] = []
    for line in outline.lines[at : min(end, at + _MOST_LINES)]:
        if line.cell != first.cell or line.heading or (lines and not _same_title(outline, lines[-1], line)):
            break
        lines.append(line)
        if line.lead > begin:
            return [*parts, line.text[begin : line.lead]], lines
        if not line.bold or line.paragraph:
            break
        parts.append(line.text[begin:])
        begin = 0
    return [], []


def _same_title(outline: Outline, line: Line, after: Line) -> bool:
    """Tell whether a title in bold that fills one line goes on in the bold words of the next."""
    alike = line.size is None or after.size is None or abs(line.size - after.size) <= _NEAR
    label = after.text[: after.lead].rstrip().endswith(":")
    return alike and not label and not outline.wrap.fits(line, after)


def _paragraph(outline: Outline, text: str, at: int, end: int) -> str:
    """Return a text with the lines of its paragraph from a place on."""
    while at < end and len(text) < _ENOUGH and outline.wrap.goes_on(outline.lines[at - 1], outline.lines[at]):
        text = joined([text, outline.lines[at]], outline.words)
        at += 1
    return text


def _is_text(outline: Outline, text: str) -> bool:
    """Tell text from the rest of a title: a sentence that begins with a capital and with no label."""
    return (
        _CAPITAL.match(text) is not None
        and outline.vocabulary.label(text, "case", "head") is None
        and (looks_like_sentence(text) or text.endswith((".", "!", "?")))
    )
