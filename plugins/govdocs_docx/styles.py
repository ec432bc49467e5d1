"""What styles say of paragraphs and runs, resolved through the chain each is based on."""

from __future__ import annotations

import re

from attrs import evolve, field, frozen
from lxml import etree

from govdocs_docx.names import w

__all__ = ["NO_LOOK", "NO_SHAPE", "Look", "Shape", "Styles", "look_of", "on", "shape_of"]

_HEADING = re.compile(r"(?:heading|overskrift)\s*([1-9])", re.IGNORECASE)
_TITLES = {"title": 1, "tittel": 1, "subtitle": 2, "undertittel": 2}
_CONTENTS = re.compile(r"toc\s*\d|table of figures|innh\d", re.IGNORECASE)
_OFF = frozenset({"0", "false", "off"})
DEFAULT_SIZE = 10.0
"""Points, where neither style nor default says."""

_VAL = w("val")
_PPR, _RPR = w("pPr"), w("rPr")


@frozen
class Look:
    """How letters look, as far as one place says it; `None` where it says nothing."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    hidden: bool | None = None
    font: str | None = None

    def over(self, below: Look) -> Look:
        """Return this look with the gaps filled from another."""
        return Look(
            self.bold if self.bold is not None else below.bold,
            self.italic if self.italic is not None else below.italic,
            self.size if self.size is not None else below.size,
            self.hidden if self.hidden is not None else below.hidden,
            self.font or below.font,
        )

    def toggled(self, below: Look) -> Look:
        """Return a character style's look over a paragraph style's: what both switch on is off again."""
        return evolve(
            self.over(below),
            bold=_toggled(self.bold, below.bold),
            italic=_toggled(self.italic, below.italic),
            hidden=_toggled(self.hidden, below.hidden),
        )


@frozen
class Shape:
    """What is said of a paragraph as a whole; `None` where nothing is."""

    number: str | None = None
    """Id of its numbering; `"0"` takes it off."""
    level: int | None = None
    """Level of its numbering, 0-based."""
    outline: int | None = None
    """Heading level, 1-based; 0 for running text."""
    left: float | None = None
    """Points from the margin to its left edge."""
    first: float | None = None
    """Points its first line stands to the right of that; negative for a hanging one."""
    new_page: bool | None = None
    """Whether it starts a page."""

    def over(self, below: Shape) -> Shape:
        """Return this shape with the gaps filled from another."""
        return Shape(
            self.number if self.number is not None else below.number,
            self.level if self.level is not None else below.level,
            self.outline if self.outline is not None else below.outline,
            self.left if self.left is not None else below.left,
            self.first if self.first is not None else below.first,
            self.new_page if self.new_page is not None else below.new_page,
        )


NO_LOOK, NO_SHAPE = Look(), Shape()


@frozen(kw_only=True)
class Style:
    """One style with all it inherits."""

    name: str = ""
    look: Look = NO_LOOK
    shape: Shape = NO_SHAPE
    contents: bool = False
    """Whether it is for the lines of a table of contents."""
    parts: dict[str, Look] = field(factory=dict)
    """For a table: what it says of its first row, last column and so on."""


class Styles:
    """The styles of a document by id."""

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._resolved: dict[tuple[str, str], Style] = {}
        self._default: dict[str, str] = {}
        self.base = Look(bold=False, italic=False, size=DEFAULT_SIZE, hidden=False)
        if root is None:
            return
        default = root.find(f"{w('docDefaults')}/{w('rPrDefault')}/{_RPR}")
        if default is not None:
            self.base = look_of(default).over(self.base)
        for element in root.iterfind(w("style")):
            key, kind = element.get(w("styleId"), ""), element.get(w("type"), "paragraph")
            self._elements.setdefault(key, element)
            if element.get(w("default")) in ("1", "true", "on"):
                self._default.setdefault(kind, key)

    def get(self, key: str | None, kind: str = "paragraph") -> Style:
        """Return a style by id, the default one of its kind where it is unknown."""
        key = key if key is not None and key in self._elements else self._default.get(kind, "")
        found = self._resolved.get((kind, key))
        if found is None:
            found = self._resolved[kind, key] = self._resolve(key)
        return found

    def _resolve(self, key: str) -> Style:
        chain = []
        seen: set[str] = set()
        at = key
        while at in self._elements and at not in seen:
            seen.add(at)
            element = self._elements[at]
            chain.append(element)
            below = element.find(w("basedOn"))
            at = below.get(_VAL, "") if below is not None else ""
        look, shape, name, parts = NO_LOOK, NO_SHAPE, "", dict[str, Look]()
        contents = False
        for element in reversed(chain):
            named = element.find(w("name"))
            key = element.get(w("styleId"), "")
            name = named.get(_VAL, key) if named is not None else key
            own = shape_of(element.find(_PPR))
            if own.outline is None:
                own = evolve(own, outline=_outline_by_name(name, key))
            shape = own.over(shape)
            look = look_of(element.find(_RPR)).over(look)
            contents = contents or bool(_CONTENTS.match(name) or _CONTENTS.match(key))
            for part in element.iterfind(w("tblStylePr")):
                kind = part.get(w("type"), "")
                parts[kind] = look_of(part.find(_RPR)).over(parts.get(kind, NO_LOOK))
        return Style(name=name, look=look, shape=shape, contents=contents, parts=parts)


def look_of(element: etree._Element | None) -> Look:
    """Read run properties."""
    if element is None:
        return NO_LOOK
    bold = italic = hidden = None
    size = font = None
    for child in element:
        tag = child.tag
        if tag == _B:
            bold = on(child)
        elif tag == _I:
            italic = on(child)
        elif tag == _SZ:
            size = _number(child.get(_VAL), 0.5)
        elif tag == _VANISH:
            hidden = on(child)
        elif tag == _FONTS:
            font = child.get(_ASCII) or child.get(_HANSI)
    return Look(bold, italic, size, hidden, font)


def shape_of(element: etree._Element | None) -> Shape:
    """Read paragraph properties."""
    if element is None:
        return NO_SHAPE
    number = level = outline = left = first = new_page = None
    for child in element:
        tag = child.tag
        if tag == _NUMPR:
            for part in child:
                if part.tag == _NUMID:
                    number = part.get(_VAL)
                elif part.tag == _ILVL:
                    level = int(_number(part.get(_VAL)) or 0)
        elif tag == _OUTLINE:
            value = _number(child.get(_VAL))
            outline = None if value is None else 0 if value > 8 else int(value) + 1
        elif tag == _IND:
            left = _number(child.get(_START) or child.get(_LEFT), 0.05)
            hanging = _number(child.get(_HANGING), 0.05)
            first = -hanging if hanging is not None else _number(child.get(_FIRST), 0.05)
        elif tag == _BREAK:
            new_page = on(child)
    return Shape(number, level, outline, left, first, new_page)


def on(element: etree._Element | None) -> bool:
    """Tell whether a switch is there and on."""
    return element is not None and element.get(_VAL, "1") not in _OFF


def _toggled(above: bool | None, below: bool | None) -> bool | None:
    return above != below if above and below is not None else below if above is None else bool(below)


def _number(text: str | None, factor: float = 1) -> float | None:
    try:
        number = float(text or "x")
    except ValueError:
        return None
    return min(max(number, -1e6), 1e6) * factor if number == number else None


def _outline_by_name(name: str, key: str) -> int | None:
    match = _HEADING.fullmatch(name) or _HEADING.fullmatch(key)
    return int(match[1]) if match else _TITLES.get(name.lower(), _TITLES.get(key.lower()))


_B, _I, _SZ, _VANISH, _FONTS = w("b"), w("i"), w("sz"), w("vanish"), w("rFonts")
_ASCII, _HANSI = w("ascii"), w("hAnsi")
_NUMPR, _NUMID, _ILVL = w("numPr"), w("numId"), w("ilvl")
_OUTLINE, _IND, _BREAK = w("outlineLvl"), w("ind"), w("pageBreakBefore")
_START, _LEFT, _HANGING, _FIRST = w("start"), w("left"), w("hanging"), w("firstLine")
