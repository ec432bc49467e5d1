"""Draws up a document's ledger: one owner for each line, and a name for each stretch that nobody read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from govdocs.layout import Layout, Line
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import ActionPlan, Document, Meeting, Record, Vote
from govdocs.model.records import inner_records
from govdocs.parts import Part

__all__ = ["draw_ledger"]

SLIDE_PAGES = 4
"""Pages that a stretch has at least before it can be told to be slides."""
SLIDE_LINE = 45
"""Characters of the middle line of slides at most; running text has longer lines."""
SLIDE_ENDS = 0.15
"""Share of lines that end a sentence, in slides at most."""
LABEL = 80
"""Characters of an unread part's label at most."""


class _Bid(NamedTuple):
    """A record's bid for a line; the least one has it."""

    width: int
    """Lines of the field's stretch: what is said of few lines says more of each."""
    height: int
    """Above a leaf of the tree: of two as narrow the record further from the root is meant."""
    place: int
    """Order of the records."""
    owner: str
    field: str


def draw_ledger(
    document: Document, layout: Layout, parts: Sequence[Part], named: Sequence[Meeting | ActionPlan | None]
) -> Ledger:
    """Give every line its one owner: the record that names it among its fields most closely.

    Page furniture and blank lines belong to nobody. A line that no record names is unread.
    """
    bids: dict[int, _Bid] = {}
    roots = {r.id: r for r in (*document.meetings, *document.plans)}
    for part, root in zip(parts, named, strict=True):
        if root is None:
            continue
        mine = {n for first, last in part.ranges for n in range(first, last + 1)}
        for place, (record, depth) in enumerate(_walk(roots[root.id], 0)):
            for said in record.spans:
                bid = _Bid(said.span.last - said.span.first + 1, -depth, place, record.id, said.field)
                for number in range(said.span.first, said.span.last + 1):
                    if number in mine and (number not in bids or bid < bids[number]):
                        bids[number] = bid
    entries = tuple(_entry(line, bids.get(line.number)) for line in layout.lines)
    return Ledger(entries=entries, parts=tuple(_parts(layout, parts, named)))


def _walk(record: Record, depth: int) -> Iterator[tuple[Record, int]]:
    """Yield a record and all under it with their depth; a vote counts as less deep than the decision it is told in."""
    yield record, depth if not isinstance(record, Vote) else depth - 2
    for inner in inner_records(record):
        yield from _walk(inner, depth + 1)


def _entry(line: Line, bid: _Bid | None) -> Entry:
    if line.blank:
        return Entry(line=line.number, page=line.page, blank=True)
    if line.furniture is not None:
        return Entry(line=line.number, page=line.page, furniture=line.furniture)
    if bid is None:
        return Entry(line=line.number, page=line.page, text=line.text)
    return Entry(line=line.number, page=line.page, owner=bid.owner, field=bid.field)


def _parts(layout: Layout, parts: Sequence[Part], named: Sequence[Meeting | ActionPlan | None]) -> Sequence[LedgerPart]:
    out = [
        LedgerPart(
            label=part.claim.label or str(part.claim.genre),
            genre=str(part.claim.genre),
            reader=part.claim.reader,
            confidence=part.claim.confidence,
            ranges=part.ranges,
            record=root.id if root is not None else None,
        )
        for part, root in zip(parts, named, strict=True)
    ]
    covered = {n for part in parts for n in range(part.claim.first, part.claim.last + 1)}
    out.extend(
        LedgerPart(label=_label(lines), genre="other", ranges=((lines[0].number, lines[-1].number),))
        for lines in _between(layout, covered)
    )
    return sorted(out, key=lambda part: part.ranges[0] if part.ranges else (0, 0))


def _between(layout: Layout, covered: set[int]) -> Iterator[list[Line]]:
    """Yield the text lines of each stretch that lies in no part."""
    run: list[Line] = []
    for line in layout.lines:
        if line.number in covered:
            if run:
                yield run
            run = []
        elif not line.blank and line.furniture is None:
            run.append(line)
    if run:
        yield run


def _label(lines: Sequence[Line]) -> str:
    """Name an unread stretch for people by its first words, and slides as what they are."""
    words = lines[0].text
    for line in lines[1:3]:  # a heading of two or three short lines, as on a title page
        if line.page != lines[0].page or not re.search(r"(?:\b(?:og|for|i|av|til|på|om|med)|[-–,])$", words):
            break
        words = f"{words} {line.text}"
    words = words if len(words) <= LABEL else words[: LABEL - 2].rsplit(" ", 1)[0] + " …"
    return f"Lysbilder: {words}" if _are_slides(lines) else words


def _are_slides(lines: Sequence[Line]) -> bool:
    """Tell slides from other text: many pages of short lines that end no sentence."""
    if len({line.page for line in lines}) < SLIDE_PAGES:
        return False
    middle = sorted(len(line.text) for line in lines)[len(lines) // 2]
    return middle <= SLIDE_LINE and sum(line.text.endswith(".") for line in lines) <= SLIDE_ENDS * len(lines)
