"""The marks of list items as a browser shows them."""

from __future__ import annotations

import re

from attrs import define
from lxml import etree

from govdocs.numerals import letters, roman

__all__ = ["STEP", "List", "word_bullet"]

STEP = 18.0
"""Points a list stands to the right of what is around it."""
_BULLETS = {"disc": "•", "circle": "◦", "square": "▪"}
_BY_DEPTH = ("disc", "circle", "square")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_WORD = {"·": "•", "o": "◦", "§": "▪", "Ø": "➢", "ü": "✓", "q": "❑", "\uf0b7": "•", "\uf0a7": "▪"}


@define
class List:
    """A list while its items are read."""

    marks: str
    """How its items are marked, as CSS names it."""
    depth: int
    """1 for a list in no other."""
    next: int = 1
    step: int = 1

    @classmethod
    def of(cls, element: etree._Element, tag: str, depth: int, marks: str | None) -> List:
        """Begin the list that an element holds."""
        kind = element.get("type", "")
        if marks is None:
            marks = _TYPES.get(kind) or (kind.lower() if kind.lower() in _BULLETS else None)
        if tag != "ol":
            return cls(marks or _BY_DEPTH[min(depth, 3) - 1], depth)
        begun = cls(marks or "decimal", depth)
        if element.get("reversed") is not None:
            begun.next, begun.step = sum(child.tag == "li" for child in element), -1
        begun.next = _int(element.get("start"), begun.next)
        return begun

    def mark(self, item: etree._Element, marks: str | None) -> str:
        """Count an item and return its mark, `""` where it has none."""
        marks = marks or self.marks
        if marks in _BULLETS:
            return _BULLETS[marks]
        if marks.strip("\"'") != marks:
            return marks.strip("\"' ")
        number = _int(item.get("value"), self.next)
        self.next = number + self.step
        if marks == "none" or _holds_heading(item):
            return ""
        if marks.endswith(("alpha", "latin")):
            shown = letters(number)
        else:
            shown = roman(number) if marks.endswith("roman") else str(number)
        return (shown.upper() if marks.startswith("upper") else shown) + "."


def _holds_heading(item: etree._Element) -> bool:
    """Tell a heading that a word processor wrapped in a list item: its outline has no numbers on the page."""
    first = next((child for child in item if isinstance(child.tag, str)), None)
    return first is not None and re.fullmatch(r"h[1-6]", first.tag) is not None and not (item.text or "").strip()


def word_bullet(mark: str) -> str:
    """Return a list mark of Word's pages as it looks: bullets stand there as letters of a symbol font."""
    return _WORD.get(mark, mark)


def _int(text: str | None, default: int) -> int:
    try:
        return max(-(10**6), min(int(text or "x"), 10**6))
    except ValueError:
        return default
