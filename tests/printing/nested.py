"""Case papers with the minutes of an earlier meeting attached in their midst, and a case that was treated there."""

from __future__ import annotations

from typing import Any

from attrs import evolve
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import MeetingKind
from printing import bundle, council
from printing.bundle import Bundle
from printing.sheet import Accidents, Sheet

__all__ = ["made", "printed", "said", "stated"]


def _fitted(drawn: tuple[Bundle, council.Made]) -> tuple[Bundle, council.Made]:
    """Make the minutes those of the meeting before, and let the last paper go on from their first case."""
    papers, (meeting, *others) = drawn
    meeting = evolve(meeting, number=papers.number, date=meeting.date.replace(year=papers.year, day=1), last=None)
    papers = evolve(papers, number=papers.number + 1)
    number = f"{meeting.cases[0].sequence}/{meeting.number}/{papers.year}"
    last = evolve(papers.papers[-1], previous=number)
    first = papers.papers[0].sequence + 100
    rest = tuple(evolve(paper, sequence=first + n) for n, paper in enumerate((*papers.papers[:-1], last)))
    return evolve(papers, papers=rest), (meeting, *others)


made = st.tuples(bundle.made, council.made).map(_fitted)


def printed(drawn: tuple[Bundle, council.Made], how: Accidents) -> str:
    """Set the papers; the minutes stand after the first of them."""
    papers, minutes = drawn
    sheet = Sheet(how)
    bundle.lay(papers, sheet, 0, 1)
    council.lay(minutes, sheet, new_page=True)
    bundle.lay(papers, sheet, 1, len(papers.papers))
    return sheet.text()


def stated(drawn: tuple[Bundle, council.Made], how: Accidents) -> dict[str, Any]:
    """Return the facts of both, and that the reference met its case."""
    papers, minutes = drawn
    return {"papers": bundle.stated(papers, how), "minutes": council.stated(minutes, how), "met": True}


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (papers,) = (m for m in document.meetings if m.kind is MeetingKind.CASE_PAPERS)
    (minutes,) = (m for m in document.meetings if m.kind is MeetingKind.MINUTES)
    meant = papers.cases[-1].previously_treated[0].resolved
    return {
        "papers": bundle.facts(papers),
        "minutes": council.facts(minutes),
        "met": meant == minutes.cases[0].id,
    }
