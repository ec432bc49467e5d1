"""Automatic numbers and bullets, counted and set as Word displays them."""

from __future__ import annotations

import re

from attrs import evolve, field, frozen
from lxml import etree

from govdocs.numerals import letters, roman
from govdocs_docx.names import w
from govdocs_docx.styles import NO_SHAPE, Shape, Style, Styles, look_of, on, shape_of
from govdocs_docx.symbols import PRIVATE, symbol

__all__ = ["Numbering"]

LEVELS = 9
STEP = 18.0
"""Points a level stands to the right of the one above, where the document does not say."""
_PLACE = re.compile(r"%([1-9])")
_VAL = w("val")


@frozen(kw_only=True)
class _Level:
    form: str = "decimal"
    text: str = ""
    start: int = 1
    after: int | None = None
    """Level (1-based) after which it starts anew, 0 for never; `None` for any above."""
    digits: bool = False
    """Whether the numbers of all levels are set in digits."""
    shape: Shape = NO_SHAPE
    style: str | None = None
    """Paragraph style that goes with the level."""


@frozen(kw_only=True)
class _List:
    abstract: str
    levels: dict[int, _Level]
    starts: dict[int, int] = field(factory=dict)
    """Levels that start anew where this list is first used."""


class Numbering:
    """The lists of a document, and where each of them has come to."""

    def __init__(self, root: etree._Element | None, styles: Styles) -> None:
        self._lists: dict[str, _List] = {}
        self._counts: dict[str, dict[int, int]] = {}
        self._begun: set[str] = set()
        if root is None:
            return
        abstracts = {item.get(w("abstractNumId"), ""): item for item in root.iterfind(w("abstractNum"))}
        numbers = {item.get(w("numId"), ""): item for item in root.iterfind(w("num"))}
        for number, item in numbers.items():
            key = _abstract(item)
            key = _linked(abstracts, numbers, styles, key)
            if key not in abstracts:
                continue
            levels = _levels(abstracts[key])
            starts = {}
            for override in item.iterfind(w("lvlOverride")):
                level = _int(override.get(w("ilvl")), 0)
                own = override.find(w("lvl"))
                if own is not None:
                    levels[level] = _level(own)
                start = override.find(w("startOverride"))
                if start is not None:
                    starts[level] = _int(start.get(_VAL), 1)
            self._lists[number] = _List(abstract=key, levels=levels, starts=starts)

    def placed(self, style: str, found: Style, direct: Shape) -> tuple[str, int, Shape] | None:
        """Return list, level and shape of a paragraph that is numbered, `None` for one that is not."""
        number = direct.number if direct.number is not None else found.shape.number
        if number is None or number not in self._lists:
            return None
        levels = self._lists[number].levels
        level = direct.level
        if level is None and direct.number is None:
            level = next((n for n, item in levels.items() if item.style == style), found.shape.level)
        level = min(max(level or 0, 0), LEVELS - 1)
        own = levels[level].shape if level in levels else NO_SHAPE
        own = evolve(own, left=STEP * (level + 1), first=-STEP) if own.left is None else own
        below = own.over(found.shape) if direct.number is not None else found.shape.over(own)
        return number, level, direct.over(below)

    def mark(self, number: str, level: int) -> str:
        """Count one paragraph of a list on and return its mark, `""` for none."""
        item = self._lists[number]
        counts = self._counts.setdefault(item.abstract, {})
        own = item.levels.get(level, _Level())
        if number not in self._begun:
            self._begun.add(number)
            for begun, start in item.starts.items():
                counts[begun] = start - 1
        counts[level] = counts.get(level, own.start - 1) + 1
        for deeper in [n for n in counts if n > level]:
            after = item.levels.get(deeper, own).after
            if after is None or level + 1 <= after:
                del counts[deeper]
        if own.form == "bullet":
            return own.text
        return _PLACE.sub(lambda match: self._number(item, counts, int(match[1]) - 1, own.digits), own.text).strip()

    def _number(self, item: _List, counts: dict[int, int], level: int, digits: bool) -> str:
        own = item.levels.get(level, _Level())
        number = counts.get(level, own.start)
        return _set(number, "decimal" if digits and own.form != "none" else own.form)


def _set(number: int, form: str) -> str:
    match form:
        case "lowerLetter":
            return letters(number)
        case "upperLetter":
            return letters(number).upper()
        case "lowerRoman":
            return roman(number)
        case "upperRoman":
            return roman(number).upper()
        case "decimalZero":
            return f"{number:02d}"
        case "ordinal":
            return f"{number}."
        case "none":
            return ""
        case _:
            return str(number)


def _abstract(item: etree._Element) -> str:
    found = item.find(w("abstractNumId"))
    return found.get(_VAL, "") if found is not None else ""


def _linked(abstracts: dict[str, etree._Element], numbers: dict[str, etree._Element], styles: Styles, key: str) -> str:
    """Follow a list that says no more than the name of a numbering style to the list of that style."""
    for _ in range(4):
        link = abstracts[key].find(w("numStyleLink")) if key in abstracts else None
        if link is None:
            break
        number = styles.get(link.get(_VAL), "numbering").shape.number
        if number is None or number not in numbers:
            break
        key = _abstract(numbers[number])
    return key


def _levels(abstract: etree._Element) -> dict[int, _Level]:
    return {_int(item.get(w("ilvl")), 0): _level(item) for item in abstract.iterfind(w("lvl"))}


def _level(item: etree._Element) -> _Level:
    form = _value(item, "numFmt", "decimal")
    text = _value(item, "lvlText", "")
    after = _value(item, "lvlRestart", "")
    style = _value(item, "pStyle", "")
    if form == "bullet":
        text = "•" if item.find(w("lvlPicBulletId")) is not None else _bullet(text, look_of(item.find(w("rPr"))).font)
    return _Level(
        form=form,
        text=text,
        start=_int(_value(item, "start", "0"), 0),
        after=_int(after, 0) if after else None,
        digits=on(item.find(w("isLgl"))),
        shape=shape_of(item.find(w("pPr"))),
        style=style or None,
    )


def _bullet(text: str, font: str | None) -> str:
    """Return a bullet as it looks, with the round one for what is not known."""
    if text == "o" and font and "courier" in font.lower():
        return "◦"
    shown = "".join(symbol(c, font) if PRIVATE.match(c) or font in ("Symbol", "Wingdings") else c for c in text)
    return PRIVATE.sub("•", shown).strip()


def _value(item: etree._Element, name: str, default: str) -> str:
    found = item.find(w(name))
    return found.get(_VAL, default) if found is not None else default


def _int(text: str | None, default: int) -> int:
    try:
        return max(-(10**6), min(int(text or default), 10**6))
    except ValueError:
        return default
