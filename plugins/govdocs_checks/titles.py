"""Titles whose end is a judgement, because the text goes on where they stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.layout import Line
from govdocs.model import Case, Finding
from govdocs.norwegian import find_days
from govdocs_checks.codes import finding, shown
from govdocs_checks.spelling import letters
from govdocs_checks.view import View

__all__ = ["check"]

_SENTENCE = re.compile(r"[a-zæøå0-9)»\"][.!?]\s+[A-ZÆØÅ]\w+")
_AGENDA = re.compile(r"(?:Side|s\.)?\s*\d{0,3}|(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\s*[-–]\s*\d{1,2}[:.]\d{2}")
"""What an agenda sets behind a title: the page, behind dots or in a column, or the hours."""

LONG = 60
"""Characters of a title that has room for a sentence."""


def check(view: View) -> Iterator[Finding]:
    """Yield a finding for each title that shares its last line with the text, or holds the end of a sentence."""
    for _, case in view.cases():
        rest = _after_title(view, case)
        if rest:
            yield finding("GD101", "shared", {"title": shown(case.title), "rest": shown(rest, 40)}, case.span, case)
        elif len(case.title) > LONG and (case.title.endswith(".") or _ends_sentence(case.title)):
            yield finding("GD101", "run", {"title": shown(case.title)}, case.span, case)


def _ends_sentence(title: str) -> bool:
    """Tell whether a sentence ends within a title; the point within a day such as `1. FEBRUAR` ends none."""
    days = [(day.start, day.end) for day in find_days(title)]
    return any(not any(a <= m.start() < b for a, b in days) for m in _SENTENCE.finditer(title))


def _after_title(view: View, case: Case) -> str:
    """Return what follows the title on its last line, subtitle included: where one ends is a judgement too."""
    wanted = letters(case.title)
    lines = [line for said in case.spans if said.field == "title" for line in view.flow_lines(said.span)]
    for n in range(len(lines)):
        rest = _consumed(wanted, lines[n:])
        if rest is not None:
            more = letters(rest)
            if more == letters(case.type_label or "") or _AGENDA.fullmatch(rest.lstrip(" .…)")):
                return ""
            return rest.strip(" :–-()") if any(character.isalpha() for character in more) else ""
    return ""


def _consumed(wanted: str, lines: list[Line]) -> str | None:
    """Find a title in lines, from the first one on; returns what stands behind it on its last line."""
    first = letters(lines[0].text)
    begin = first.find(wanted[: len(first)]) if wanted else -1
    if begin < 0:
        begin = next((k for k in range(1, len(first)) if wanted.startswith(first[k:])), -1)
        if begin < 0:
            return None
    left = wanted
    for n, line in enumerate(lines):
        seen = -begin if n == 0 else 0
        for at, character in enumerate(line.text):
            if not character.isalnum():
                continue
            seen += 1
            if seen <= 0:
                continue
            if not left or character.casefold() != left[0]:
                return None
            left = left[1:]
            if not left:
                told = 0 <= line.lead - at - 1 <= 2  # bold type ends where the title does, a full stop aside
                return "" if told else line.text[at + 1 :]
    return None
