"""The bracket that a measure ends in: who answers for it, with no label that says so."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_organization
from govdocs.reading.plans.bodies import Responsible, read_bodies
from govdocs.reading.plans.values import Looks

__all__ = ["cut_bracket", "cut_deadline", "ends_in_bodies", "read_bracket"]

_LEADS = re.compile(
    r"(?P<body>.+?)\s+(?:koordinerer|koordinerar|leder|leier|har ansvar|har ansvaret|ansvarlig|ansvarleg)$"
)
"""A body in the bracket with what it does there."""
_SURE = 0.8
"""How much what stands last in a bracket must look like a deadline to be one."""
_INITIALS = re.compile(r"[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,3}[A-ZÆØÅ](?:[\s,/]+(?:og\s+)?[A-ZÆØÅ][A-ZÆØÅa-zæøå]{0,3}[A-ZÆØÅ])*")


def ends_in_bodies(lines: Sequence[Line], looks: Looks) -> bool:
    """Tell whether the last bracket of a measure, which nothing follows, names bodies."""
    cut = cut_bracket(lines)
    if cut is None:
        return False
    text = " ".join(line.text for line in cut_deadline(cut[1], looks)[0])
    match = _LEADS.fullmatch(text)
    body = match["body"] if match else text
    return bool(_INITIALS.fullmatch(body)) or is_organization(body) or looks.is_body(body[0].upper() + body[1:])


def cut_bracket(lines: Sequence[Line]) -> tuple[list[Line], list[Line]] | None:
    """Part a measure's lines into its text and what stands in its last bracket, which may lack its end."""
    for n in range(len(lines) - 1, max(-1, len(lines) - 3), -1):
        text = lines[n].text
        at = text.rfind("(")
        if at < 0:
            continue
        tail = [text[at + 1 :], *(line.text for line in lines[n + 1 :])]
        whole = " ".join(tail).rstrip(" .")
        if len(whole) > 90 or ")" in whole[:-1] or not whole.strip(" )"):
            return None
        head = [
            *lines[:n],
            *([evolve(lines[n], text=text[:at].rstrip(), gaps=(), stops=())] if text[:at].strip() else []),
        ]
        inner = [evolve(line, text=part.strip(" ).")) for line, part in zip(lines[n:], tail, strict=True)]
        return (head, [line for line in inner if line.text]) if head else None
    return None


def cut_deadline(lines: Sequence[Line], looks: Looks) -> tuple[list[Line], list[Line]]:
    """Part the bodies of a bracket from the deadline behind them: `(HR, innen 1. mars)`."""
    last = lines[-1]
    at = last.text.rfind(", ")
    if at < 1 or looks.deadline(last.text[at + 2 :]) < _SURE:
        return list(lines), []
    return [*lines[:-1], evolve(last, text=last.text[:at])], [evolve(last, text=last.text[at + 2 :])]


def read_bracket(lines: Sequence[Line], looks: Looks, words: frozenset[str]) -> Responsible:
    """Read who answers for a measure from what stands in its bracket."""
    text = " ".join(line.text for line in lines)
    match = _LEADS.fullmatch(text)
    told: Sequence[Line | str] = [match["body"]] if match else lines
    read = read_bodies(told, looks.vocabulary, looks.lexicon, words)
    return evolve(read, note=text) if match else read
