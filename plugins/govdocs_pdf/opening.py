"""From bytes to a layout: read each page, tell furniture, put in order, join tables, number."""

from __future__ import annotations

from typing import TYPE_CHECKING

from govdocs.layout import Layout, Remark, Source, Span
from govdocs.limits import Limits
from govdocs_pdf.assembly import Assembly
from govdocs_pdf.body import Body, Draft, read_body
from govdocs_pdf.cut_words import join_cut_words, paints_blanks
from govdocs_pdf.furniture import body_size, find_edges, stamps
from govdocs_pdf.pieces import Piece
from govdocs_pdf.spacing import mark_ends
from govdocs_pdf.stitching import stitch
from govdocs_pdf.tables import PageTable

if TYPE_CHECKING:
    from collections.abc import Sequence

__all__ = ["open_pdf"]

_MARK = b"%PDF-"
_PACKED = b"PK\x03\x04"
"""What a zip file begins with, and so a Word document, which may hold a PDF."""
_SNIFFED = 1024
"""A PDF may have junk before it; readers look this far."""


def open_pdf(source: Source, limits: Limits) -> Layout | None:
    """Return the layout of a PDF document, `None` for bytes of another kind."""
    if _MARK not in source.data[:_SNIFFED] or source.data.startswith(_PACKED):
        return None
    from govdocs_pdf.document import opened  # loads PDFium, which other kinds of source need not wait for

    with opened(source, limits) as document:
        drafts = document.drafts()
    bodies = _bodies(drafts)
    stitch([body.blocks for body in bodies], {draft.number: draft.tagged_rows for draft in drafts})
    assembly = Assembly(source.name, limits)
    empty = not any(body.heads or body.blocks or body.notes or body.feet for body in bodies)
    for body in bodies:
        assembly.add(body, blank=empty and body.number == 1)
    return Layout(
        source=source,
        media_type="application/pdf",
        opener="pdf",
        opener_version="1",
        pages=tuple(assembly.pages),
        lines=tuple(assembly.lines),
        tables=assembly.tables(),
        remarks=tuple(_remarks(drafts, assembly)),
    )


def _bodies(drafts: Sequence[Draft]) -> list[Body]:
    """Put each page in reading order, by what all pages tell of furniture and of the space between lines."""
    size = body_size(draft.pieces for draft in drafts)
    edges = find_edges([(draft.height, draft.pieces, _in_tables(draft)) for draft in drafts], size)
    stamped = stamps([draft.turned for draft in drafts])
    bodies: list[Body] = []
    before: PageTable | None = None
    for draft, edge in zip(drafts, edges, strict=True):
        bodies.append(read_body(draft, edge, stamped, size, before))
        last = bodies[-1].blocks[-1] if bodies[-1].blocks else None
        before = last if isinstance(last, PageTable) else None
    if paints_blanks(draft.pieces for draft in drafts):
        for body in bodies:
            join_cut_words(body.blocks)
    mark_ends(body.blocks for body in bodies)
    return bodies


def _in_tables(draft: Draft) -> list[list[Piece]]:
    return [[piece for cell in table.cells for piece in cell] for table in draft.tables]


def _remarks(drafts: Sequence[Draft], assembly: Assembly) -> list[Remark]:
    """Tell of the pages that hold no text, or not all of it."""
    bare = [draft for draft in drafts if not draft.pieces and not draft.turned]
    if bare and len(bare) == len(drafts):
        en, nb = (
            ("it has been scanned and holds pictures of pages only", "det er skannet og har bare bilder av sider")
            if any(draft.images for draft in bare)
            else ("its pages are blank or cannot be read", "sidene er tomme eller kan ikke leses")
        )
        message, message_nb = f"the document holds no text: {en}", f"dokumentet har ingen tekst: {nb}"
        return [Remark(code="GD801", message=message, message_nb=message_nb)]
    out = [_bare(draft, assembly) for draft in bare]
    lossy = [draft for draft in drafts if draft.lossy]
    if lossy:
        pages = ", ".join(str(draft.number) for draft in lossy[:10]) + (" and more" if len(lossy) > 10 else "")
        message = f"the file does not tell which letters some of its glyphs are (page {pages})"
        listed = ", ".join(str(draft.number) for draft in lossy[:10]) + (" med flere" if len(lossy) > 10 else "")
        message_nb = f"filen sier ikke hvilke bokstaver noen av tegnene er (side {listed})"
        out.append(Remark(code="GD802", message=message, message_nb=message_nb, span=_place(lossy[0], assembly)))
    return out


def _bare(draft: Draft, assembly: Assembly) -> Remark:
    en, nb = (
        ("has been scanned: it holds a picture and no text", "er skannet: den har et bilde og ingen tekst")
        if draft.images
        else ("holds no text: it is blank or cannot be read", "har ingen tekst: den er tom eller kan ikke leses")
    )
    message, message_nb = f"page {draft.number} {en}", f"side {draft.number} {nb}"
    return Remark(code="GD801", message=message, message_nb=message_nb, span=_place(draft, assembly))


def _place(draft: Draft, assembly: Assembly) -> Span:
    """Return the first line of a page, or for a page without lines the one that would be next to it."""
    line = min(max(assembly.pages[draft.number - 1].first, 1), len(assembly.lines))
    return Span(page=draft.number, first=line, last=line)
