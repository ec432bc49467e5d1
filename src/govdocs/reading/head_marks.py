"""What a line at the head of a document is: a label of some kind, a case's fact, a body and its day, a page's top."""

from __future__ import annotations

from govdocs.norwegian.dates import Day, find_days
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.bodies import is_body_name
from govdocs.reading.outline import Outline
from govdocs.reading.rollcalls import opens_list

__all__ = ["at_top", "fact_label", "head_mark", "meets_on", "page_top"]


def head_mark(outline: Outline, index: int) -> str | None:
    """Return what a line of a head is: `date`, `place`, `present` … ; `None` for any other line."""
    line = outline.lines[index]
    if len(line.text) > 200 and ":" not in line.text[:60]:
        return None
    return _mark(line.text, outline.vocabulary, line.cell is not None and line.cell[2] == 0)


@remembered
def _mark(text: str, vocabulary: Vocabulary, first_cell: bool) -> str | None:
    if opens_list(text, vocabulary):
        return "present"
    if len(text) > 200:
        return None
    head = vocabulary.label(text, "head", bare=True)
    if head is None:
        return None
    kind = head.kind.removeprefix("head.")
    in_cell = first_cell and not head.value
    if kind in ("date", "time") and (in_cell or head.colon or next(find_days(head.value), None)):
        return "date" if kind == "date" or next(find_days(head.value), None) else "time"
    if kind in ("place", "body") and (in_cell or head.colon or (kind == "place" and head.value)):
        return kind
    return None


def fact_label(outline: Outline, index: int) -> Label | None:
    """Return the label at the start of a line that tells a fact of a meeting or a case."""
    text = outline.lines[index].text
    label = outline.vocabulary.label(text, "case", bare=True)
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


def page_top(outline: Outline, index: int, reach: int) -> int:
    """Return the first line of a line's page if it is at most some lines above, else the line itself."""
    at = index
    while at > 0 and outline.lines[at - 1].page == outline.lines[index].page and index - at < reach:
        at -= 1
    return at if at == 0 or outline.lines[at - 1].page != outline.lines[index].page else index


def at_top(outline: Outline, index: int, reach: int) -> bool:
    """Tell whether a line is among the first of its page."""
    top = page_top(outline, index, reach)
    return top != index or index == 0 or outline.lines[index - 1].page != outline.lines[index].page
