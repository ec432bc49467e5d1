"""Lists of those present whose columns stand with single blanks between them: the words of a row cut it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from govdocs.layout import Line
from govdocs.norwegian.entries import is_absence
from govdocs.norwegian.naming import ROLES, is_first_name, is_name, is_party, is_role
from govdocs.norwegian.people import read_person
from govdocs.norwegian.presence import TIMES
from govdocs.reading.rosterrows import Found, column_kind, is_header, row_person

__all__ = ["flat_heads", "flat_rows"]

_HEADS = re.compile(r"(?:møtt|møtte|møter|vara)\s+for|\S+", re.IGNORECASE)
_PARTY_HEADS = frozenset(["parti", "representerer", "representerar", "gruppe", "liste"])
_PARTY = re.compile(r"[A-ZÆØÅ]{1,6}")
_LONGEST = 20
"""Words of a row at the most."""


def flat_heads(text: str) -> tuple[str, ...]:
    """Return what the columns hold that a line of heads names, the name among them; nothing for another line.

    Only what the words of a row tell for certain: names, roles and parties.
    """
    heads = _HEADS.findall(text)
    kinds = tuple("party" if head.lower() in _PARTY_HEADS else column_kind(head) for head in heads)
    clear = len(heads) > 1 and len(set(kinds)) == len(kinds) and set(kinds) <= {"name", "role", "party", "substitute"}
    return kinds if clear and "name" in kinds and is_header(text, cell=True) else ()


def flat_rows(lines: Sequence[Line], kinds: Sequence[str]) -> tuple[list[Found], list[Line]] | None:
    """Read rows by what their heads say the columns hold; `None` where a person's row does not fit.

    Cells may be missing, not the name. `Varamedlem Kari Berg SP Ola Vik` under `Funksjon Navn Parti Møtt for`.
    """
    columns = {len(kinds): "mark"}
    columns |= {n: "organization" if kind == "party" else kind for n, kind in enumerate(kinds)}
    people: list[Found] = []
    rest: list[Line] = []
    for line in lines:
        cells = _cells(line.text.split(), kinds)
        person = row_person(cells, columns) if cells else None
        if person is None:
            rest.append(line)
        else:
            people.append((person, (line,)))
    return None if not people or any(read_person(line.text) for line in rest) else (people, rest)


def _cells(tokens: Sequence[str], kinds: Sequence[str]) -> dict[int, str]:
    """Cut a row into its cells, a mark behind the last; of several ways, the one that leaves the fewest cells empty."""
    best: tuple[str, ...] = ()
    for stop in range(len(tokens), 1, -1):
        mark = " ".join(tokens[stop:])
        if len(tokens) > _LONGEST or (mark and not (TIMES.search(mark) or is_absence(mark))):
            continue
        ways = [(*way, mark) for way in _cuts(tokens[:stop], kinds)]
        best = max([best, *ways] if best else ways, key=lambda way: _worth(way, kinds), default=best)
    return {n: text for n, text in enumerate(best) if text}


def _worth(way: Sequence[str], kinds: Sequence[str]) -> tuple[int, bool]:
    """Weigh a way to cut a row: cells filled, and a name that does not end in what begins another."""
    return sum(map(bool, way[:-1])), not is_first_name(way[kinds.index("name")].split()[-1])


def _cuts(tokens: Sequence[str], kinds: Sequence[str]) -> Iterator[tuple[str, ...]]:
    if not kinds:
        if not tokens:
            yield ()
        return
    for size in range(len(tokens), -1, -1):
        text = " ".join(tokens[:size])
        if _suits(text, kinds[0]):
            for rest in _cuts(tokens[size:], kinds[1:]):
                yield (text, *rest)


def _suits(text: str, kind: str) -> bool:
    if not text:
        return kind != "name"
    if kind == "name":
        return is_name(text) and not (len(text.split()) == 2 and is_first_name(text.split()[1]))
    if kind == "substitute":
        return is_name(text) and is_first_name(text.split()[0])
    if kind == "role":
        return text.lower() in ROLES or (" " not in text and is_role(text))
    return is_party(text) or bool(_PARTY.fullmatch(text))
