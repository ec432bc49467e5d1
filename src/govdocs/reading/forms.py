"""Heads of case papers filled in like a form: the title under one label, the case's number under another.

Health trusts in the west write `STYRESAK`, then `GÅR TIL:`, `FRÅ:`, `SAKA GJELD:`, `STYRESAK: 035/18 A`, `STYREMØTE:`,
each value behind its label or on the line below it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, head_number
from govdocs.norwegian.words import either
from govdocs.reading.document_words import document_word

__all__ = ["Form", "find_forms"]

_TITLE = re.compile(rf"(?:{either('cases', 'titles')})\s*:\s*(?P<value>.*)$", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?:styresak|rådssak|utvalgssak|utvalssak|sak|saksnummer|saks?nr\.?|styresaks?nr\.?)"
    r"\s*(?::|(?=\s\d))\s*(?P<value>.*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"[A-ZÆØÅ][\wÆØÅæøå ./-]{1,28}:\s*(?P<value>.*)$")
_DAY = re.compile(r"(?:Styre|Råds|Utvalgs|Utvals)?[Mm]øte\s+(?P<value>\d{1,2}\.\s?\S.{3,20})")
"""The day of the meeting without a colon: `Styremøte 10.02.2012`."""
_REACH = 16
"""Lines that a form may have between its title and its number."""


@frozen(kw_only=True)
class Form:
    """One such head."""

    first: int
    """Place of its first line."""
    next: int
    """Place of the first line behind it."""
    hit: NumberHit
    """The case's number."""
    title: tuple[Line, ...]
    """The title's lines, without the label."""
    lead: tuple[Line, ...]
    """Its other lines."""


def find_forms(lines: Sequence[Line]) -> list[Form]:
    """Find the forms among lines: a line that heads a paper, as `STYRESAK`, with title and number near below."""
    forms: list[Form] = []
    for index, line in enumerate(lines):
        match = _TITLE.match(line.text) if ":" in line.text else None
        if match is None or (forms and index < forms[-1].next):
            continue
        title, after = _value(lines, index, match["value"])
        number = next(
            (n for n in range(max(0, index - _REACH), min(len(lines), index + _REACH)) if _hit(lines, n)), None
        )
        if number is None or not title:
            continue
        hit = _hit(lines, number)
        whole = hit is not None and ":" not in lines[number].text
        end = _end(lines, max(after, number + whole))
        floor = forms[-1].next if forms else 0
        above = range(min(index, number), max(floor - 1, index - _REACH), -1)
        first = next((n for n in above if _heads_paper(lines[n].text)), None)
        if hit is None or first is None:
            continue
        own = {id(each) for each in title}
        held = set(range(index, after))
        lead = tuple(each for n, each in enumerate(lines[first:end], first) if n not in held and id(each) not in own)
        forms.append(Form(first=first, next=end, hit=hit, title=tuple(title), lead=lead))
    return forms


def _heads_paper(text: str) -> bool:
    word = document_word(text)
    return text == "Styresak" or (word is not None and word[0] == "papers")


def _value(lines: Sequence[Line], index: int, value: str) -> tuple[list[Line], int]:
    """Return the lines of a label's value, and the place behind them."""
    taken = [evolve(lines[index], text=value.strip())] if value.strip() else []
    at = index + 1
    while at < len(lines) and not _LABEL.match(lines[at].text) and len(taken) < 4:
        if taken and lines[at].number - lines[at - 1].number > 1:
            break
        taken.append(lines[at])
        at += 1
    return taken, at


def _hit(lines: Sequence[Line], index: int) -> NumberHit | None:
    match = _NUMBER.match(lines[index].text)
    if match is None:
        return None
    value = match["value"] or (lines[index + 1].text if index + 1 < len(lines) else "")
    hit = head_number(value, bare=True)
    return hit if hit is not None and not hit.rest else None


def _end(lines: Sequence[Line], at: int) -> int:
    """Return where the labels and their values end."""
    while at < len(lines):
        match = _LABEL.match(lines[at].text) or _DAY.fullmatch(lines[at].text)
        if match is None:
            return at
        at += 1
        if not match["value"].strip() and at < len(lines) and not _LABEL.match(lines[at].text):
            at += 1
    return at
