"""The walk over paragraphs and tables in reading order, through all that may wrap them."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from govdocs_docx.names import MC, w
from govdocs_docx.paragraphs import choice

__all__ = ["Blocks", "inside"]

_TBL = w("tbl")
_YIELDED = frozenset({w("p"), w("altChunk")})
_WRAPPERS = frozenset(map(w, ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo")))
_GRID = frozenset(map(w, ("tbl", "tr", "tc")))
_ALTERNATE = MC + "AlternateContent"


class Blocks:
    """Yields paragraphs, tables and foreign chunks; what is pushed while one is looked at comes right after it.

    A flat walk goes into tables and yields their paragraphs. The walk keeps a stack of its own, so no depth harms it.
    """

    def __init__(self, root: etree._Element, *, flat: bool = False) -> None:
        self._stack = [iter(root)]
        self._flat = flat

    def push(self, *elements: etree._Element) -> None:
        """Have the blocks within some elements come next."""
        self._stack.extend(iter(element) for element in reversed(elements))

    def __iter__(self) -> Iterator[etree._Element]:
        while self._stack:
            for child in self._stack[-1]:
                tag = child.tag
                if tag in _YIELDED or (tag == _TBL and not self._flat):
                    yield child
                    break
                if tag in _WRAPPERS or (self._flat and tag in _GRID and not _gone(child)):
                    self._stack.append(iter(child))
                    break
                if tag == _ALTERNATE:
                    self._stack.append(iter(choice(child)))
                    break
            else:
                self._stack.pop()


def inside(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """Yield an element's children of one kind, through wrappers."""
    stack = [iter(element)]
    while stack:
        for child in stack[-1]:
            if child.tag == wanted:
                yield child
            elif child.tag in _WRAPPERS:
                stack.append(iter(child))
                break
            elif child.tag == _ALTERNATE:
                stack.append(iter(choice(child)))
                break
        else:
            stack.pop()


def _gone(element: etree._Element) -> bool:
    """Tell whether a row or a cell is tracked as removed."""
    return element.find(_ROW_GONE) is not None or element.find(_CELL_GONE) is not None


_ROW_GONE = f"{w('trPr')}/{w('del')}"
_CELL_GONE = f"{w('tcPr')}/{w('cellDel')}"
