"""Lists whose names begin with the family's: `Berg, Kari (Ap)`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_first_name, is_organization, is_position, is_role
from govdocs.reading.blocks import marked

__all__ = ["turned"]

_NAME = r"[A-ZÆØÅ][\w.'’-]*"
_TURNED = re.compile(
    rf"(?P<family>{_NAME}(?:\s{_NAME})?),\s(?P<first>{_NAME}(?:\s{_NAME}){{0,2}})(?P<rest>\s*\([^()]*\)|,\s.*)?"
)
_LEAST = 3
"""Names of a list that must be written so."""


def turned(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with each name in its common order, where nearly all of them begin with the family's."""
    found = [_family_first(line) for line in lines]
    names = [match for match in found if match is not None]
    known = sum(is_first_name(match["first"].split()[0]) for match in names)
    alone = sum(" " not in match["first"] for match in names)
    if known < _LEAST or len(names) < 0.8 * len(lines) or known < 0.6 * len(names) or 2 * alone < len(names):
        return list(lines)
    return [
        evolve(line, text=f"{match['first']} {match['family']}{match['rest'] or ''}", gaps=()) if match else line
        for line, match in zip(lines, found, strict=True)
    ]


def _family_first(line: Line) -> re.Match[str] | None:
    mark = marked(line)
    match = _TURNED.fullmatch(mark[1] if mark is not None else line.text)
    if match is None or line.cell is not None:
        return None
    family = match["family"]
    other = is_first_name(family.split()[0]) or is_position(family) or is_role(family) or is_organization(family)
    return None if other else match
