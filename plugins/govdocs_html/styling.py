"""The few things in styles that matter for reading: bold, italics, size, what is hidden, where pages begin."""

from __future__ import annotations

import re
from collections.abc import Iterable

from attrs import evolve, frozen
from lxml import etree

__all__ = ["Look", "Styles"]

_SIZES = {"1": 7.5, "2": 10.0, "3": 12.0, "4": 13.5, "5": 18.0, "6": 24.0, "7": 36.0}
_UNITS = {"pt": 1.0, "px": 0.75, "in": 72.0, "cm": 28.35, "mm": 2.835, "pc": 12.0}
_LENGTH = re.compile(r"([\d.]{1,10})(pt|px|in|cm|mm|pc|em|rem|%)")
_SELECTOR = re.compile(r"([a-z][a-z0-9]*)?(?:\.([\w-]+))?", re.IGNORECASE)
_BLOCKS = frozenset({"block", "flex", "grid", "table", "list-item", "flow-root", "table-row"})
_ALWAYS = frozenset({"always", "page", "left", "right"})
_WANTED = frozenset({
    "font-weight", "font-style", "font-size", "display", "visibility", "white-space", "list-style", "list-style-type",
    "page-break-before", "page-break-after", "break-before", "break-after", "mso-tab-count", "mso-list", "mso-element",
    "float",
})  # fmt: skip


@frozen
class Look:
    """What the styles of one element say; `None` where they say nothing."""

    bold: bool | None = None
    italic: bool | None = None
    size: float | None = None
    scale: float | None = None
    """Size in proportion to the one around it."""
    hidden: bool = False
    block: bool = False
    apart: bool = False
    """Whether it stands apart from what is beside it without being a block."""
    pre: bool | None = None
    """Whether blanks and line ends stand as they are written."""
    marks: str | None = None
    """How list items are marked."""
    page_before: bool = False
    page_after: bool = False
    tabs: int = 0
    """Tabs that it stands for."""
    mark: bool = False
    """Whether it holds a list item's mark."""
    note: bool = False
    """Whether it holds a note."""


class Styles:
    """The styles of one page."""

    def __init__(self, root: etree._Element) -> None:
        self._rules: dict[tuple[str, str], dict[str, str]] = {}
        self._known: dict[tuple[str, str | None, str | None], Look] = {}
        for element in root.iter("style"):
            self._take(element.text or "")

    def _take(self, sheet: str) -> None:
        """Take in rules for an element, a class, or both; at-rules and selectors with more in them are passed over."""
        depth, at_rule = 0, False
        selectors = ""
        for piece in re.split(r"([{}])", _uncommented(sheet)):
            if piece == "{":
                depth += 1
            elif piece == "}":
                depth = max(0, depth - 1)
                at_rule = at_rule and depth > 0
            elif depth == 0:
                selectors = piece.rpartition(";")[2].strip()
                at_rule = selectors.startswith("@")
            elif depth == 1 and not at_rule:
                said = _declarations(piece)
                for selector in selectors.split(",") if said else ():
                    match = _SELECTOR.fullmatch(selector.strip())
                    if match and match[0]:
                        self._rules.setdefault(((match[1] or "").lower(), match[2] or ""), {}).update(said)

    def of(self, element: etree._Element, tag: str) -> Look:
        """Return what the styles say of an element."""
        classes, own = element.get("class"), element.get("style")
        key = (tag, classes, own)
        look = self._known.get(key)
        if look is None:
            look = self._known[key] = _look(self._said(tag, (classes or "").split(), own))
        if tag == "font" and element.get("size") in _SIZES:
            look = evolve(look, size=look.size or _SIZES[element.get("size", "")])
        return look

    def _said(self, tag: str, classes: Iterable[str], own: str | None) -> dict[str, str]:
        said = dict(self._rules.get((tag, ""), ()))
        if self._rules:
            for name in classes:
                said.update(self._rules.get(("", name), ()))
                said.update(self._rules.get((tag, name), ()))
        if own:
            said.update(_declarations(own))
        return said


def _declarations(text: str) -> dict[str, str]:
    said = {}
    for item in text.split(";"):
        name, _, value = item.partition(":")
        name = name.strip().lower()
        if name in _WANTED:
            said[name] = value.replace("!important", "").strip().lower()
    return said


def _look(said: dict[str, str]) -> Look:
    if not said:
        return Look()
    display = said.get("display", "")
    size, scale = _size(said.get("font-size", ""))
    beside = said.get("float") in ("left", "right")
    space = said.get("white-space")
    tabs = said.get("mso-tab-count", "")
    return Look(
        bold=_bold(said.get("font-weight", "")),
        italic=_italic(said.get("font-style", "")),
        size=size,
        scale=scale,
        hidden=display == "none" or said.get("visibility") in ("hidden", "collapse"),
        block=display in _BLOCKS and not beside,
        apart=display.startswith("inline-") or beside,
        pre=None if space is None else space.startswith("pre"),
        marks=_marks(said.get("list-style-type") or said.get("list-style")),
        page_before=_ALWAYS.intersection((said.get("page-break-before"), said.get("break-before"))) != set(),
        page_after=_ALWAYS.intersection((said.get("page-break-after"), said.get("break-after"))) != set(),
        tabs=min(int(tabs), 20) if tabs.isascii() and tabs.isdigit() else 0,
        mark=said.get("mso-list") == "ignore",
        note=said.get("mso-element") in ("footnote", "endnote"),
    )


def _marks(value: str | None) -> str | None:
    names = (value or "").split()
    return next((name for name in names if name not in ("inside", "outside")), None)


def _bold(value: str) -> bool | None:
    if value.isascii() and value.isdigit():
        return int(value[:4]) >= 600
    return {"bold": True, "bolder": True, "normal": False, "lighter": False}.get(value)


def _italic(value: str) -> bool | None:
    return {"italic": True, "oblique": True, "normal": False}.get(value)


def _size(value: str) -> tuple[float | None, float | None]:
    match = _LENGTH.fullmatch(value)
    try:
        number = float(match[1]) if match else 0.0
    except ValueError:
        number = 0.0
    if match is None or not 0 < number < 1e4:
        return None, None
    unit = match[2]
    if unit in _UNITS:
        return round(number * _UNITS[unit], 2), None
    return None, number / 100 if unit == "%" else number


def _uncommented(sheet: str) -> str:
    first, *rest = sheet.replace("<!--", "").replace("-->", "").split("/*")
    return first + "".join(piece.partition("*/")[2] for piece in rest)
