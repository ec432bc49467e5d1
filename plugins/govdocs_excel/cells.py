"""Cells as they stand in a sheet's XML: texts that stay texts, real dates, and long texts in pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

__all__ = ["HEIGHT", "LIMIT", "lines_in", "looks_like_more", "pieces", "serial", "text_cell", "value_cell"]

LIMIT = 32_767
"""UTF-16 units in one cell."""
HEIGHT = 13.5
"""Points of one line."""
_FIRST_DAY = date(1900, 3, 1)  # before it Excel's calendar has a leap day that never was
_ZERO = date(1899, 12, 30)
_TOKEN = re.compile("_x[0-9A-F]{4}_|.", re.DOTALL)
_UNBROKEN = re.compile(r"[^\s/-]*(?:[/-]+|\s+|$)")
"""What is not broken over two lines: a word with its blanks, the part of a path to its next stroke."""
_MARKUP = re.compile("[&<>]")
_NAMES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
# What a spreadsheet would take for a formula, number, date or truth value when the cell is next edited.
_MORE = re.compile(
    r"""[=+\-@'\t\r\n＝＋－＠]               # a formula, or the mark of a text
    | \s*[\d.,:/%\-\s]+$                 # a number, date or time
    | [\d.,]+[eE][\d+-]+$                # a number as 1E5
    | \d+\.?\ ?[^\W\d]{3,9}\.?(\ \d+)?$  # a date as 1. juni 2026
    | (?i:true|false|sann|usann)$""",
    re.VERBOSE,
)


def looks_like_more(text: str) -> bool:
    """Tell whether a spreadsheet could take a text for something else, so that it needs the mark of a text."""
    return _MORE.match(text) is not None


def pieces(text: str) -> list[str]:
    """Cut a text, already escaped, into pieces that fit a cell, after a blank where one is near."""
    if len(text) <= LIMIT // 2 or _units(text) <= LIMIT:
        return [text]
    return list(_cut(text))


def _cut(text: str) -> Iterator[str]:
    tokens = [match[0] for match in _TOKEN.finditer(text)]
    start = at = size = 0
    while at < len(tokens):
        size += _units(tokens[at])
        if size > LIMIT:
            end = next((n for n in range(at, max(start, at - 200), -1) if tokens[n - 1] == " "), at)
            yield "".join(tokens[start:end])
            start = at = end
            size = 0
        else:
            at += 1
    yield "".join(tokens[start:])


def _units(text: str) -> int:
    return len(text) + sum(character > "\uffff" for character in text) if not text.isascii() else len(text)


def serial(value: date | time) -> float | None:
    """Return a date or time as Excel counts them; `None` for a day before its calendar can be trusted."""
    if isinstance(value, time):
        return (value.hour * 3600 + value.minute * 60 + value.second) / 86_400
    return (value - _ZERO).days if value >= _FIRST_DAY else None


def text_cell(place: str, style: int, text: str) -> str:
    """Return a cell with an escaped text."""
    plain = _MARKUP.sub(lambda match: _NAMES[match[0]], text)
    space = ' xml:space="preserve"' if text != text.strip() or "\n" in text or "  " in text else ""
    return f'<c r="{place}" s="{style}" t="inlineStr"><is><t{space}>{plain}</t></is></c>'


def value_cell(place: str, style: int, value: float) -> str:
    """Return a cell with a number."""
    return f'<c r="{place}" s="{style}"><v>{value!r}</v></c>'


def lines_in(text: str, width: float) -> int:
    """Estimate how many lines a text takes in a column that wraps."""
    room = max(1, int(width))
    return sum(_wrapped(paragraph, room) for paragraph in text.split("\n"))


def _wrapped(paragraph: str, room: int) -> int:
    if len(paragraph) <= room:
        return 1
    pieces = _UNBROKEN.findall(paragraph)
    if max(map(len, pieces), default=0) * 3 < room:
        return -(-len(paragraph) // room)
    lines, left = 1, room
    for piece in pieces:  # long ones, such as paths, leave much of a line empty
        if len(piece.rstrip()) > left:
            over = max(0, len(piece) - 1) // room
            lines, left = lines + (over if left == room else over + 1), room - len(piece) % room
        else:
            left -= len(piece)
    return lines
