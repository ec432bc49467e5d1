"""Characters of the symbol fonts, which stand in a document by their place in the font and not by what they are."""

from __future__ import annotations

import re

__all__ = ["PRIVATE", "symbol"]

PRIVATE = re.compile("[\uf020-\uf0ff]")
"""Characters of a symbol font in running text."""

_SYMBOL = dict(
    zip(
        "ABGDEZHQIKLMNXOPRSTUFCYWabgdezhqiklmnxoprVstufcyw",
        "ΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡΣΤΥΦΧΨΩαβγδεζηθικλμνξοπρςστυφχψω",
        strict=True,
    )
) | {
    "\xa3": "≤", "\xb3": "≥", "\xb1": "±", "\xb0": "°", "\xb4": "×", "\xb8": "÷", "\xb9": "≠", "\xbb": "≈", "\xae": "→",
    "\xac": "←", "\xad": "↑", "\xaf": "↓", "\xab": "↔", "\xde": "⇒", "\xb7": "•", "\xd7": "·", "\xa5": "∞", "\xd6": "√",
    "\xe5": "∑", "\xa2": "′", "\xb2": "″", "\xbc": "…", "\xd2": "®", "\xd3": "©", "\xd4": "™", "\x2d": "−", "\xa0": "€",
    "\xce": "∈", "\xc7": "∩", "\xc8": "∪", "\xb6": "∂", "\xa7": "♣", "\x7e": "∼",
}  # fmt: skip
_WINGDINGS = {
    "\x28": "☎", "\x2a": "✉", "\x4a": "☺", "\x4b": "😐", "\x4c": "☹", "\x6c": "●", "\x6d": "❍", "\x6e": "■",
    "\x6f": "□", "\x70": "□", "\x71": "❑", "\x72": "❒", "\x73": "⬧", "\x74": "⧫", "\x75": "◆", "\x76": "❖",
    "\x77": "⬥", "\x9e": "·",
    "\x9f": "•", "\xa0": "▪", "\xa1": "○", "\xa7": "▪", "\xa8": "☐", "\xd8": "➢", "\xdf": "←", "\xe0": "→", "\xe1": "↑",
    "\xe2": "↓", "\xe7": "←", "\xe8": "➔", "\xef": "⇦", "\xf0": "⇨", "\xfb": "✗", "\xfc": "✓", "\xfd": "☒", "\xfe": "☑",
}  # fmt: skip
_WINGDINGS_2 = {
    "\x4f": "✗", "\x50": "✓", "\x51": "☒", "\x52": "☑", "\x53": "☒", "\x54": "☒", "\x97": "•", "\x98": "●", "\xa3": "□",
}  # fmt: skip
_WEBDINGS = {"\x61": "✓", "\x63": "□", "\x67": "■", "\x3d": "●", "\x72": "✗"}
_FONTS = {"symbol": _SYMBOL, "wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "webdings": _WEBDINGS}


def symbol(character: str, font: str | None) -> str:
    """Return what a character of a symbol font shows; itself where that is not known."""
    code = ord(character)
    place = chr(code - 0xF000) if 0xF000 <= code <= 0xF0FF else character
    return _FONTS.get((font or "").lower(), {}).get(place, character)
