"""Characters that a format cannot hold, written so that they can be read back."""

from __future__ import annotations

import re

__all__ = ["escaped", "storable", "unescaped"]

_SURROGATE = re.compile("[\ud800-\udfff]")
# What XML 1.0 has no place for, the carriage return that every XML parser turns into a line feed, and the underscore
# that would make a text look escaped that is not.
_UNWRITABLE = re.compile("[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
_ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def storable(text: str) -> str:
    """Return the text with each lone surrogate, which no file can hold as UTF-8, as U+FFFD."""
    return text if text.isascii() else _SURROGATE.sub("\ufffd", text)


def escaped(text: str) -> str:
    """Return the text as Office Open XML writes it: `_x0002_` for U+0002, `_x005F_x0002_` for a literal `_x0002_`."""
    return _UNWRITABLE.sub(lambda match: f"_x{ord(match[0]):04X}_", storable(text))


def unescaped(text: str) -> str:
    """Undo `escaped`."""
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), text) if "_x" in text else text
