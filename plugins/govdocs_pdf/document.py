"""A document that PDFium has open: loaded or refused with the reason, bounded, and closed whatever happens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2  # type: ignore[import-untyped]
from attrs import define

from govdocs.errors import EncryptedError, InputError, LimitError
from govdocs.layout import Source
from govdocs.limits import Limits
from govdocs_pdf.body import Draft, draft_page, marks_at_ends
from govdocs_pdf.library import LOCK, address
from govdocs_pdf.page import open_page
from govdocs_pdf.tags import Tags

__all__ = ["Document", "opened"]

_PASSWORD = 4
_REASONS = {
    2: "cannot be read",
    3: "is no PDF or is damaged beyond repair",
    5: "is locked in a way that is not supported",
}


@define(slots=True)
class Document:
    """An open document."""

    name: str
    handle: int
    pages: int
    tags: Tags | None
    """Its tags, `None` where it has none."""
    limits: Limits

    def drafts(self) -> list[Draft]:
        """Read every page; raises `InputError` where one cannot be loaded."""
        drafts = []
        lines = 0
        for index in range(self.pages):
            with open_page(self.handle, index, self.tags is not None) as opened_page:
                if opened_page is None:
                    raise InputError(self.name, "the page cannot be loaded", page=index + 1)
                page, content = opened_page
                draft = draft_page(content)
                if self.tags is not None and any(marks := marks_at_ends(draft)):
                    draft.tagged_rows = self.tags.rows(page, *marks)
            drafts.append(draft)
            lines += len(draft.pieces) // 50  # a line of more pieces than that is no line
            if lines > self.limits.lines:
                raise LimitError(self.name, "lines", self.limits.lines)
        return drafts


@contextmanager
def opened(source: Source, limits: Limits) -> Iterator[Document]:
    """Load a source for as long as it is read; raises `InputError` for what the library cannot make anything of."""
    with LOCK:
        try:
            document: Any = pypdfium2.PdfDocument(source.data)
        except pypdfium2.PdfiumError as error:
            code = getattr(error, "err_code", None)
            if code == _PASSWORD:
                raise EncryptedError(source.name) from error
            raise InputError(source.name, _REASONS.get(code or 0, "is no PDF or is damaged")) from error
        try:
            pages = len(document)
            if pages > limits.pages:
                raise LimitError(source.name, "pages", limits.pages, pages)
            if pages < 1:
                raise InputError(source.name, "has no pages")
            handle = address(document.raw)
            tagged = bool(pypdfium2.raw.FPDFCatalog_IsTagged(document))
            yield Document(source.name, handle, pages, Tags() if tagged else None, limits)
        finally:
            document.close()
