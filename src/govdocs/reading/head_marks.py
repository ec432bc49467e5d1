"""What a line at the head of a document is: a label of some kind, a case's fact, a body and its day."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.norwegian.dates import Day, find_days
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.bodies import is_body_name
from govdocs.reading.rollcalls import opens_list

__all__ = ["fact_label", "head_mark", "meets_on", "says_which"]

_NUMBERED = re.compile(r"Møte\s+(?:nr\.?\s*)?\d{1,2}/\d{2,4}")
"""The number of a meeting alone on a line."""


def head_mark(line: Line, vocabulary: Vocabulary) -> str | None:
    """Return what a line of a head is: `date`, `place`, `present` … ; `None` for any other line."""
    text = line.text
    long = len(text) > 200
    if long and ":" not in text[:60]:
        return None
    if opens_list(text, vocabulary):
        return "present"
    head = vocabulary.label(text, "head", bare=True) if not long else None
    if head is None:
        return None
    kind = head.kind.removeprefix("head.")
    in_cell = line.cell is not None and line.cell[2] == 0 and not head.value
    if kind in ("date", "time") and (in_cell or head.colon or next(find_days(head.value), None)):
        return "date" if kind == "date" or next(find_days(head.value), None) else "time"
    if kind in ("place", "body") and (in_cell or head.colon or (kind == "place" and head.value)):
        return kind
    return None


def fact_label(text: str, vocabulary: Vocabulary) -> Label | None:
    """Return the label at the start of a line that tells a fact of a meeting or a case."""
    label = vocabulary.label(text, "case", bare=True)
    if label is None or label.kind in ("case.attachments", "case.background", "case.responsible", "case.previous"):
        return None
    if (
        label.kind in ("case.to", "case.sender")
        and not label.colon
        and not (label.value[:1].isupper() and (len(text) < 60 or is_body_name(label.value)))
    ):
        return None
    return label


@remembered
def meets_on(text: str) -> Day | None:
    """Return the day in a heading that is nothing but a body and the day it met: `Fylkesutvalget 27. februar 2024`."""
    day = next(find_days(text), None)
    if day is None or text[day.end :].strip(" .") or not is_body_name(text[: day.start].strip(" ,–-")):
        return None
    return day


def says_which(lines: Sequence[Line]) -> bool:
    """Tell a head without a label that says which meeting it is of: its body and day, or its number."""
    return meets_on(lines[0].text) is not None or any(_NUMBERED.fullmatch(line.text) for line in lines)
