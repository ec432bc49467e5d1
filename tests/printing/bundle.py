"""A bundle of case papers: facts behind bare labels, text under headings, and what is proposed."""

from __future__ import annotations

from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import DecisionKind, Meeting
from printing import wording
from printing.sheet import Accidents, Sheet

__all__ = ["Bundle", "Paper", "facts", "lay", "made", "printed", "said", "stated"]

TYPES = ("Vedtakssak", "Diskusjonssak", "Orienteringssak")
HEADINGS = ("Bakgrunn", "Hvorfor saken fremmes", "Hovedpunkter")


@frozen(kw_only=True)
class Paper:
    """One case's paper."""

    sequence: int
    title: str
    type: str | None
    officers: tuple[str, ...]
    attachments: tuple[str, ...]
    previous: str | None
    sections: tuple[tuple[str, tuple[str, ...]], ...]
    proposal: str


@frozen(kw_only=True)
class Bundle:
    """The papers of one meeting."""

    body: str
    sender: str
    number: int
    year: int
    papers: tuple[Paper, ...]


def _papers() -> st.SearchStrategy[tuple[Paper, ...]]:
    attachment = wording.titles.map(lambda title: f"Notat – {title}")
    texts = st.lists(wording.paragraphs, min_size=1, max_size=2).map(tuple)
    parts = st.fixed_dictionaries(
        {
            "title": wording.titles,
            "type": st.sampled_from((*TYPES, None)),
            "officers": st.lists(wording.names, max_size=2, unique=True).map(tuple),
            "attachments": st.lists(attachment, max_size=3).map(tuple),
            "previous": st.none() | st.builds("{}/{}/2023".format, st.integers(1, 60), st.integers(1, 9)),
            "sections": st.lists(st.sampled_from(HEADINGS), max_size=3, unique=True).flatmap(
                lambda heads: st.tuples(
                    *(st.tuples(st.just(head), texts) for head in sorted(heads, key=HEADINGS.index))
                )
            ),
            "proposal": wording.decisions,
        }
    )
    return st.tuples(st.integers(1, 60), st.lists(parts, min_size=2, max_size=4)).map(
        lambda drawn: tuple(Paper(sequence=drawn[0] + n, **paper) for n, paper in enumerate(drawn[1]))
    )


made = st.builds(
    Bundle,
    body=wording.bodies, sender=wording.names, number=st.integers(1, 9), year=st.integers(2016, 2029), papers=_papers(),
)  # fmt: skip


def printed(bundle: Bundle, how: Accidents) -> str:
    """Set the papers."""
    sheet = Sheet(how)
    lay(bundle, sheet, 0, len(bundle.papers))
    return sheet.text()


def lay(bundle: Bundle, sheet: Sheet, start: int, stop: int) -> None:
    """Set some of the papers on a sheet, each on a page of its own."""
    for paper in bundle.papers[start:stop]:
        sheet.put(f"Saksframlegg Møte {bundle.number}/{bundle.year}", new_page=True)
        sheet.put(f"Sak {paper.sequence}/{bundle.number}/{bundle.year}", after=0)
        sheet.put(paper.title, after=2)
        sheet.put(f"Type sak {paper.type or ''}".rstrip(), f"Til {bundle.body}")
        sheet.put(f"{sheet.label('Fra')} {bundle.sender}")
        if paper.officers:
            sheet.put(f"{sheet.label('Saksbehandler')} {', '.join(paper.officers)}", after=0)
        if paper.attachments:
            sheet.put(f"Vedlegg 1. {paper.attachments[0]}", after=1)
            for k, title in enumerate(paper.attachments[1:], 2):
                sheet.put(f"{k}. {title}", after=1)
        if paper.previous:
            sheet.put(f"{sheet.label('Tidligere behandlet')} {paper.previous}", after=1)
        sheet.put(after=1)
        for heading, texts in paper.sections:
            sheet.put(sheet.label(heading))
            sheet.put_all(texts)
        sheet.put(sheet.label("Forslag til vedtak"), after=0)
        sheet.put(paper.proposal, after=1)


def stated(bundle: Bundle, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    label = Sheet(how).label
    return {
        "number": f"{bundle.number}/{bundle.year}",
        "body": bundle.body,
        "cases": [
            {
                "number": f"{paper.sequence}/{bundle.number}/{bundle.year}",
                "title": paper.title,
                "type": paper.type,
                "to": bundle.body,
                "sender": bundle.sender,
                "officers": list(paper.officers),
                "attachments": list(paper.attachments),
                "previous": [paper.previous] if paper.previous else [],
                "sections": [(label(heading), " ".join(texts)) for heading, texts in paper.sections],
                "proposed": [paper.proposal],
            }
            for paper in bundle.papers
        ],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    return facts(meeting)


def facts(meeting: Meeting) -> dict[str, Any]:
    """Return the facts of one meeting's papers."""
    return {
        "number": meeting.number,
        "body": meeting.body,
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "type": case.type_label,
                "to": case.to,
                "sender": case.sender,
                "officers": list(case.case_officers),
                "attachments": [attachment.title for attachment in case.attachments],
                "previous": [reference.raw for reference in case.previously_treated],
                "sections": [(section.heading, " ".join(section.paragraphs)) for section in case.sections],
                "proposed": [d.text for d in case.decisions if d.kind is DecisionKind.PROPOSED],
            }
            for case in meeting.cases
        ],
    }
