"""Where the signatures begin that end a case's text: place and day, names, what they are, and `(sign.)`."""

from __future__ import annotations

import re

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days, is_place_and_day
from govdocs.norwegian.naming import is_first_name, is_name, is_position, is_role
from govdocs.norwegian.words import words
from govdocs.reading.blocks import columns_of
from govdocs.reading.outline import Outline

__all__ = ["signature_start"]

_MOST = 14
"""Lines that signatures take at the most."""
_FEW = 5
"""Names in a signature at the most that positions alone tell."""
_GREETS = re.compile(
    r"(?:med\s+)?(?:vennlig|venleg|vennleg|beste?|god|hjertelig)?\s*(?:hilsen|helsing)|mvh\.?", re.IGNORECASE
)
_SLOT = re.compile(r"[\s_.–-]{5,}")
_SIGN = re.compile(r"\s*(?:\((?:sign|sig|s)\.?\)|\bsign\.)", re.IGNORECASE)
_PARTED = re.compile(r"(?<=^Ref)\.?\s+|(?<=^Referent)\s+|,\s*|\s+og\s+|\s*/\s*|:\s*|\s*\(|\)\s*")
_TASKS = words("roles", "secretariat")


def signature_start(outline: Outline, start: int, end: int) -> int:
    """Return where the signatures begin that are the last lines from `start` on, `end` where none are.

    They begin behind a gap, and tell themselves by a place and day, by who kept the minutes, by a greeting, by
    `(sign.)`, or by a name with what he or she is right under it.
    """
    lines = outline.lines
    first = end
    while first > max(start, end - _MOST) and _may_sign(lines[first - 1]):
        first -= 1
    while first < end and not (_apart(outline, first) and _is_signature(lines[first:end])):
        first += 1
    return first


def _apart(outline: Outline, index: int) -> bool:
    """Tell a line behind a gap, or behind a paragraph's end, that goes on with no list."""
    before, line = outline.lines[index - 1], outline.lines[index]
    return line.number - before.number > 1 and not before.text.endswith((":", ",", ";"))


def _may_sign(line: Line) -> bool:
    """Tell a line that signatures may hold: each part of it is a name, what somebody is, a greeting, or a slot."""
    text = _SIGN.sub("", line.text).strip()
    if len(text) > 120:
        return False
    return bool(is_place_and_day(text) or _SLOT.fullmatch(text) or _GREETS.fullmatch(text) or not text) or all(
        is_name(part) or is_position(part) or is_role(part) or part.lower().rstrip(".") in _TASKS or is_first_name(part)
        for part in _parts(text, line)
    )


def _parts(text: str, line: Line) -> list[str]:
    pieces = columns_of(line) if line.gaps else [text]
    return [part for piece in pieces for part in _PARTED.split(_SIGN.sub("", piece).strip(" _.–-")) if part]


def _is_signature(lines: tuple[Line, ...]) -> bool:
    """Tell signatures by their marks; without place and day a first name must be known."""
    parts = [part for line in lines for part in _parts(line.text, line)]
    names = [part for part in parts if is_name(part)]
    if names and any(is_place_and_day(line.text) and next(find_days(line.text), None) is not None for line in lines):
        return True
    if not any(is_first_name(part.split()[0]) for part in parts):
        return False
    marked = any(_SIGN.search(line.text) or _GREETS.match(line.text) for line in lines)
    return any(map(_keeps, lines)) or (bool(names) and (marked or _over_positions(lines)))


def _over_positions(lines: tuple[Line, ...]) -> bool:
    """Tell names with what each is right under it: as many positions as names, each line of one kind."""
    rows = [_parts(line.text, line) for line in lines]
    names = [part for row in rows if all(map(is_name, row)) for part in row]
    positions = [part for row in rows if not any(map(is_name, row)) and all(map(is_position, row)) for part in row]
    whole = len(names) + len(positions) == sum(map(len, rows))
    return whole and len(names) == len(positions) < _FEW and all(map(is_name, rows[0]))


def _keeps(line: Line) -> bool:
    """Tell a line that says who kept the minutes."""
    return any(part.lower() in _TASKS or part.lower().rstrip(".") in _TASKS for part in _parts(line.text, line))
