"""Headers, footers and notes, each distinct text once: page furniture but for the heads that begin a section."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from attrs import evolve
from lxml import etree

from govdocs.composition import Composer, Draft, is_page_number, joined
from govdocs.numerals import roman
from govdocs_docx.blocks import Blocks
from govdocs_docx.names import R, w
from govdocs_docx.package import Package
from govdocs_docx.paragraphs import ParagraphReader
from govdocs_docx.styles import on

__all__ = ["Furniture", "ReaderMaker", "add_notes"]

ReaderMaker = Callable[[etree._Element], ParagraphReader]
"""Makes a reader for the story that an element holds."""

_KINDS = {"headerReference": "running-head", "footerReference": "running-foot"}


class Furniture:
    """Sets heads and feet where the page on which they first stand begins and ends."""

    def __init__(self, package: Package, composer: Composer, make: ReaderMaker, *, both_sides: bool) -> None:
        self._package = package
        self._composer = composer
        self._make = make
        self._both_sides = both_sides
        """Whether even pages have heads of their own."""
        self._parts = package.related(package.main or "")
        self._seen: set[tuple[str, tuple[str, ...]]] = set()
        self._now: dict[tuple[str, str], str] = {}
        """Part by kind and page (default, first, even): a section goes on with those of the one before."""
        self._read: dict[str, list[Draft]] = {}
        """Lines by part; sections without number may share one."""
        self._waiting: list[list[tuple[str, str]]] = []
        self._page = 1

    def enter(self, section: etree._Element | None, page: int, *, new_page: bool) -> None:
        """Begin a section: its first page's heads now, its feet and the other pages' heads as pages turn.

        What stands over the first line of a section on a page of its own stays text, for those who look for what it
        says; between two lines of a text it would only be in the way.
        """
        self.finish(page)
        if section is None:
            return
        for element, kind in _KINDS.items():
            for reference in section.iterfind(w(element)):
                part = self._parts.get(reference.get(R + "id", ""), ("", ""))[1]
                self._now[kind, reference.get(w("type"), "default")] = part
        head, foot = "running-head", "running-foot"
        other = ["even"] if self._both_sides else []
        first = ["first"] if on(section.find(w("titlePg"))) else []
        stages = [first, ["default", *other]] if first else [["default"], other]
        self._put([(head, which) for which in stages[0]], page, kept=new_page)
        self._waiting = [
            [(foot, which) for which in stages[0]] + [(head, which) for which in stages[1]],
            [(foot, which) for which in stages[1]],
        ]
        self._page = page

    def turned(self, page: int) -> None:
        """Tell that the text goes on on another page."""
        if page > self._page:
            if self._waiting:
                self._put(self._waiting.pop(0), page)
            self._page = page

    def finish(self, page: int) -> None:
        """Set what has still to be set at the end of a section."""
        for stage in self._waiting:
            self._put(stage, page)
        self._waiting = []

    def _put(self, wanted: list[tuple[str, str]], page: int, *, kept: bool = False) -> None:
        for kind, which in wanted:
            part = self._now.get((kind, which), "")
            if not part:
                continue
            if part not in self._read:
                self._read[part] = list(self._lines(part, kind))
            lines = self._read[part]
            key = (kind, tuple(line.text for line in lines))
            if lines and key not in self._seen:
                self._seen.add(key)
                for line in lines:
                    line = evolve(line, page=self._page if kind == "running-foot" else page)
                    text = kept and line.furniture == "running-head"
                    self._composer.line(evolve(line, furniture=None, running=True) if text else line)

    def _lines(self, part: str, kind: str) -> Iterator[Draft]:
        root = self._package.xml(part)
        reader = self._make(root)
        blocks = Blocks(root, flat=True)
        for block in blocks:
            if block.tag != w("p"):
                reader.tally.foreign += 1
                continue
            paragraph = reader.read(block)
            blocks.push(*paragraph.boxes)
            for pieces in paragraph.lines:
                filled = [evolve(piece, heading=None) for piece in pieces if piece.text.strip()]
                numbers = [p for p in filled if paragraph.page_number and is_page_number(p.text)]
                words = [piece for piece in filled if piece not in numbers]
                if words:
                    yield evolve(joined(words), furniture=kind)
                for piece in numbers:
                    yield evolve(piece, furniture="page-number")


def add_notes(
    package: Package, composer: Composer, make: ReaderMaker, referred: list[tuple[str, str, bool]], page: int
) -> None:
    """Set the notes that the text refers to, in the order it does, with the numbers they are shown with."""
    for kind, element, number_of in (
        ("footnotes", w("footnoteReference"), str),
        ("endnotes", w("endnoteReference"), roman),
    ):
        wanted = list(dict.fromkeys((key, own) for tag, key, own in referred if tag == element))
        part = next((place for found, place in package.related(package.main or "").values() if found == kind), None)
        if not wanted or part is None:
            continue
        root = package.xml(part)
        reader = make(root)
        notes = {note.get(w("id"), ""): note for note in root}
        number = 0
        for key, own in wanted:
            number += not own
            note = notes.get(key)
            if note is None:
                continue
            mark = "" if own else f"{number_of(number)} "
            blocks = Blocks(note, flat=True)
            for block in blocks:
                if block.tag != w("p"):
                    reader.tally.foreign += 1
                    continue
                paragraph = reader.read(block)
                blocks.push(*paragraph.boxes)
                for pieces in paragraph.lines:
                    text = " ".join(piece.text for piece in pieces).strip()
                    if text:
                        line = evolve(pieces[0], text=mark + text, furniture="footnote", heading=None, page=page)
                        composer.line(line)
                        mark = ""
