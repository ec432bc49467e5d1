"""From a Word document's bytes to a layout: its parts, its sections, its blocks one by one."""

from __future__ import annotations

from attrs import evolve
from lxml import etree

from govdocs.composition import Composer, hidden, joined, tracked
from govdocs.errors import EncryptedError, InputError, LimitError
from govdocs.layout import Layout, Remark, Source
from govdocs.limits import Limits
from govdocs_docx.blocks import Blocks
from govdocs_docx.fields import whole_fields
from govdocs_docx.furniture import Furniture, add_notes
from govdocs_docx.names import w
from govdocs_docx.numbering import Numbering
from govdocs_docx.package import Package, parse
from govdocs_docx.paragraphs import Paragraph, ParagraphReader, Tally
from govdocs_docx.styles import Styles, on
from govdocs_docx.tables import only_cell, read_table

__all__ = ["open_docx"]

_SUFFIXES = (".docx", ".docm", ".dotx", ".dotm")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_GOES_ON = ("continuous", "nextColumn")


def open_docx(source: Source, limits: Limits) -> Layout | None:
    """Return the layout of a Word document, `None` for bytes of another kind."""
    if source.data.startswith(_OLE):
        _refuse_old(source)
        return None
    if b"word/" not in source.data and source.suffix not in _SUFFIXES:
        return None
    package = Package(source.name, source.data, limits)
    if package.main is None:
        return None
    data = package.read(package.main)
    cells = data.count(b"<w:tc>") + data.count(b"<w:tc ")
    if cells > limits.table_cells:  # told before a tree is built that takes ten times the room
        raise LimitError(source.name, "table_cells", limits.table_cells, cells)
    root = parse(data, source.name, package.main, limits)
    body = root.find(w("body"))
    if body is None:
        raise InputError(source.name, "is damaged: there is no text in its main part")
    return _Opening(source, limits, package, root).read(body)


def _refuse_old(source: Source) -> None:
    """Say what stands in the way of reading an OLE file; its folder names its streams in UTF-16."""
    if "EncryptedPackage".encode("utf-16-le") in source.data:
        raise EncryptedError(source.name)
    if "WordDocument".encode("utf-16-le") in source.data:
        raise InputError(
            source.name, "is a Word document of the kind before 2007 (.doc); save it as .docx or PDF and read that"
        )


class _Opening:
    """One document while it is opened."""

    def __init__(self, source: Source, limits: Limits, package: Package, root: etree._Element) -> None:
        self._package = package
        self._composer = Composer(source, limits)
        self._tally = Tally()
        parts = dict(package.related(package.main or "").values())
        self._styles = Styles(self._part(parts, "styles"))
        self._numbering = Numbering(self._part(parts, "numbering"), self._styles)
        settings = self._part(parts, "settings")
        both = settings is not None and on(settings.find(w("evenAndOddHeaders")))
        self._furniture = Furniture(package, self._composer, self._reader, both_sides=both)
        self._main = self._reader(root)

    def _part(self, parts: dict[str, str], kind: str) -> etree._Element | None:
        return self._package.xml(parts[kind]) if kind in parts else None

    def _reader(self, story: etree._Element) -> ParagraphReader:
        return ParagraphReader(self._styles, self._numbering, whole_fields(story), self._tally)

    def read(self, body: etree._Element) -> Layout:
        """Read the body, section by section, and the notes after it."""
        main = self._main
        sections = [*body.iterfind(f".//{w('pPr')}/{w('sectPr')}"), *body.iterfind(w("sectPr"))]
        at = 0
        self._furniture.enter(sections[0] if sections else None, 1, new_page=True)
        blocks = Blocks(body)
        for block in blocks:
            if block.tag == w("tbl"):
                self._table(block, blocks)
            elif block.tag == w("p"):
                paragraph = main.read(block)
                self._furniture.turned(self._first_page(paragraph))
                self._lines(paragraph)
                blocks.push(*paragraph.boxes)
                if at + 1 < len(sections) and block.find(f"{w('pPr')}/{w('sectPr')}") is not None:
                    at += 1
                    start = sections[at].find(w("type"))
                    turns = start is None or start.get(w("val")) not in _GOES_ON
                    if turns and not main.fresh:
                        main.turn_page()
                    self._furniture.enter(sections[at], main.page, new_page=turns)
            else:
                self._tally.foreign += 1
        for pieces in main.rest():
            self._composer.line(*pieces)
        self._furniture.finish(main.page)
        add_notes(self._package, self._composer, self._reader, main.notes, main.page)
        layout = self._composer.layout(
            media_type=self._package.media_type, opener="docx", version="1", pages=main.page, remarks=self._remarks()
        )
        if any(line.text for line in layout.lines):
            return layout
        empty = Remark(
            code="GD801",
            message="the document holds no text; it may hold pictures of a text",
            message_nb="dokumentet har ingen tekst; det kan ha bilder av en tekst",
        )
        return evolve(layout, remarks=(*layout.remarks, empty))

    def _first_page(self, paragraph: Paragraph) -> int:
        return paragraph.lines[0][0].page if paragraph.lines else self._main.page

    def _lines(self, paragraph: Paragraph) -> None:
        for pieces in paragraph.lines:
            if paragraph.contents:
                self._composer.line(joined(pieces))
            else:
                self._composer.line(*pieces)

    def _table(self, table: etree._Element, blocks: Blocks) -> None:
        for pieces in self._main.rest():
            self._composer.line(*pieces)
        cell = only_cell(table)
        if cell is not None:
            blocks.push(cell)
            return
        read_table(table, self._main, self._composer, self._styles)

    def _remarks(self) -> list[Remark]:
        tally, remarks = self._tally, []
        if tally.inserted or tally.removed:
            remarks.append(tracked(tally.inserted, tally.removed))
        if tally.hidden:
            remarks.append(hidden(tally.hidden))
        if tally.drawn:
            remarks.append(
                Remark(
                    code="GD805",
                    message=f"the text of diagrams and charts is not read ({tally.drawn})",
                    message_nb=f"teksten i diagrammer og figurer er ikke lest ({tally.drawn})",
                )
            )
        if tally.foreign:
            remarks.append(
                Remark(
                    code="GD805",
                    message=f"documents that lie inside this one are not read ({tally.foreign})",
                    message_nb=f"dokumenter som ligger inne i dette, er ikke lest ({tally.foreign})",
                )
            )
        return remarks
