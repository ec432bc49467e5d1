"""Marks that a text carries on its lines: Markdown headings and emphasis, tags for paragraphs and italics."""

from __future__ import annotations

import html
import re

from attrs import frozen

__all__ = ["Marked", "fragments", "is_markdown", "unmark"]

_HEADING = re.compile(r"\s*(#{1,6})\s+(?=\S)")
_BOLD = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ITALIC = re.compile(r"(?<![\w*])([*_])(?=[^\s*_])([^*_]+?)(?<=\S)\1(?![\w*])")
_TAG = re.compile(r"</?(?:p|i|em|b|strong|u|br|sup|sub|span|div|li|ul|ol|td|tr|th|table)\b[^<>]{0,200}>", re.IGNORECASE)
_BREAK = re.compile(r"</?(?:p|br|div|li|ul|ol)\b[^<>]{0,200}>", re.IGNORECASE)
_EMPHASIS = re.compile(r"<(i|em|b|strong)\b[^<>]{0,200}>(.*?)</\1>", re.IGNORECASE)


@frozen(kw_only=True)
class Marked:
    """A piece of text and what its marks said."""

    text: str
    bold: bool | None = None
    italic: bool | None = None
    lead: str = ""
    """The bold text at its beginning, where the rest is not bold."""
    heading: int | None = None
    last: bool = True
    """Whether a paragraph ends with it."""


def is_markdown(raw: list[str]) -> bool:
    """Tell a text that sets its headings or bold type with Markdown's marks."""
    marks = sum(bool(_HEADING.match(line)) or bool(re.search(r"\*\*\S[^*]*\S\*\*|\*\*\S\*\*", line)) for line in raw)
    return marks >= 2


def unmark(text: str, markdown: bool) -> Marked:
    """Take the marks off one line."""
    bold = italic = None
    heading = None
    lead = ""
    if markdown:
        match = _HEADING.match(text)
        if match:
            heading, text = len(match[1]), text[match.end() :]
        inner = text.strip()
        if (whole := _BOLD.fullmatch(inner)) and "**" not in whole[2]:
            bold = True
        elif (whole := _ITALIC.fullmatch(inner)) is not None:
            italic = True
        elif (begun := _BOLD.match(inner)) is not None:
            lead = begun[2]
        text = _ITALIC.sub(r"\2", _BOLD.sub(r"\2", text))
        text = re.sub(r"\\([\\`*_{}\[\]()#+.!|>-])", r"\1", text)
    if "<" in text and _TAG.search(text):
        whole = _EMPHASIS.fullmatch(_BREAK.sub("", text).strip())
        if whole:
            bold = True if whole[1].lower() in ("b", "strong") else bold
            italic = True if whole[1].lower() in ("i", "em") else italic
        text = html.unescape(_TAG.sub(" ", text))
    return Marked(text=text, bold=bold, italic=italic, lead=lead, heading=heading)


def fragments(cell: str, markdown: bool) -> list[Marked]:
    """Take a table cell apart into its paragraphs, and these at the borders of whole runs in italics or bold."""
    out: list[Marked] = []
    tagged = _TAG.search(cell) is not None
    for paragraph in _BREAK.split(cell):
        pieces: list[Marked] = []
        at = 0
        for match in _EMPHASIS.finditer(paragraph):
            pieces.append(unmark(paragraph[at : match.start()], markdown))
            tag = match[1].lower()
            inner = unmark(match[2], markdown)
            pieces.append(
                Marked(text=inner.text, bold=tag in ("b", "strong") or None, italic=tag in ("i", "em") or None)
            )
            at = match.end()
        pieces.append(unmark(paragraph[at:], markdown))
        pieces = [piece for piece in pieces if piece.text.strip()]
        for index, piece in enumerate(pieces):
            out.append(
                Marked(
                    text=html.unescape(piece.text) if tagged else piece.text,
                    bold=piece.bold,
                    italic=piece.italic,
                    heading=piece.heading,
                    last=index == len(pieces) - 1,
                )
            )
    return out
