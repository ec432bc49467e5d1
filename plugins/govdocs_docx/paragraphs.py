"""One paragraph read into its lines: runs through all that may wrap them, fields, symbols, breaks and tabs."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import define, field
from lxml import etree

from govdocs.composition import Draft, Piece
from govdocs_docx.fields import PAGE_NUMBER, form_value
from govdocs_docx.names import MC, A, M, V, w
from govdocs_docx.numbering import Numbering
from govdocs_docx.styles import Look, Styles, look_of, shape_of
from govdocs_docx.symbols import PRIVATE, symbol

__all__ = ["Paragraph", "ParagraphReader", "Tally", "choice"]


@define
class Tally:
    """What a document is told about: counted while it is read."""

    inserted: int = 0
    """Stretches put in by a tracked change."""
    removed: int = 0
    """Stretches taken out by one."""
    hidden: int = 0
    """Runs of hidden text."""
    drawn: int = 0
    """Diagrams and charts, whose text is kept apart and is not read."""
    foreign: int = 0
    """Documents of other formats that lie inside and were not read."""


@define
class Paragraph:
    """What was found in a paragraph."""

    lines: list[list[Draft]] = field(factory=list)
    """Its lines, each cut into pieces by its tabs; none where it holds no more than a break."""
    boxes: list[etree._Element] = field(factory=list)
    """Text boxes anchored in it."""
    page_number: bool = False
    """Whether a field in it shows a page's number."""
    contents: bool = False
    """Whether it is a line of a table of contents."""


class ParagraphReader:
    """Reads the paragraphs of one story (body, header, note) in order and keeps count of pages."""

    def __init__(self, styles: Styles, numbering: Numbering, fields: set[etree._Element], tally: Tally) -> None:
        self._styles = styles
        self._numbering = numbering
        self._whole = fields
        self.tally = tally
        self.page = 1
        self.fresh = True
        """Whether nothing stands on the page as yet."""
        self.notes: list[tuple[str, str, bool]] = []
        """The notes referred to, in order: element that refers, id, and whether the mark is one of its own."""
        self._codes: list[list[str] | None] = []
        """Open fields: the code gathered so far, or `None` once the result has begun."""
        self._line: list[Piece] = [Piece()]
        self._broken = False
        self._out = Paragraph()

    def turn_page(self) -> None:
        """Start a new page."""
        self.page += 1
        self.fresh = True

    def read(self, element: etree._Element, below: Look | None = None) -> Paragraph:
        """Read one `w:p`; `below` is what a table's style says of its letters."""
        found = element.find(_PPR)
        style_key = None
        kept, unseen = True, False
        if found is not None:
            named = found.find(_PSTYLE)
            style_key = named.get(_VAL) if named is not None else None
            mark = found.find(_RPR)
            if mark is not None:
                kept = mark.find(_DEL) is None
                self.tally.removed += not kept
                unseen = look_of(mark).hidden or False
        style = self._styles.get(style_key)
        direct = shape_of(found)
        placed = self._numbering.placed(style_key or "", style, direct) if kept else None
        shape = placed[2] if placed else direct.over(style.shape)
        if shape.new_page and not self.fresh:
            self.turn_page()
        base = style.look if below is None else style.look.over(below)
        out = self._out = Paragraph(contents=style.contents)
        self._broken = False
        self._walk(element, base.over(self._styles.base))
        if not kept:
            return out
        self._close_line()
        if not out.lines and not self._broken and not out.boxes:
            if unseen:
                return out
            out.lines.append([Draft(page=self.page)])
        left, first = shape.left or 0, (shape.left or 0) + (shape.first or 0)
        for line in out.lines:
            line[0].indent = left
            line[0].heading = shape.outline or None
        if out.lines:
            out.lines[0][0].indent = first
            if placed:
                self._set_mark(out.lines[0], *placed[:2])
        return out

    def rest(self) -> list[list[Draft]]:
        """Return what waits for a paragraph to join it, since the mark between them is removed, and none came."""
        out = self._out = Paragraph()
        self._close_line()
        return out.lines

    def _set_mark(self, line: list[Draft], number: str, level: int) -> None:
        """Put the number or bullet in front of the first text; a bullet without text is none."""
        mark = self._numbering.mark(number, level)
        item = next((piece for piece in line if piece.text.strip()), None)
        if item is not None:
            item.text = f"{mark} {item.text.lstrip()}" if mark else item.text
        elif any(c.isalnum() for c in mark):
            line[0].text = mark

    def _walk(self, paragraph: etree._Element, base: Look) -> None:
        stack: list[tuple[Iterator[etree._Element], Look]] = [(iter(paragraph), base)]
        while stack:
            children, look = stack[-1]
            for child in children:
                tag = child.tag
                if tag == _RUN:
                    properties = child.find(_RPR)
                    stack.append((iter(child), base if properties is None else self._look(properties, base)))
                    break
                if tag in _TEXTS:
                    if child.text and not self._in_code():
                        self._add(child.text, look)
                elif tag in _THROUGH:
                    stack.append((iter(child), look))
                    break
                elif tag in _MARKS:
                    self._mark(child, tag, look)
                elif tag in _WRAPPED:
                    self._wrapped(child, tag)
                    stack.append((iter(child), look))
                    break
                elif tag == _ALTERNATE:
                    stack.append((iter(choice(child)), look))
                    break
                elif tag in _DRAWN:
                    self._drawn(child, look)
                elif tag in _REMOVED:
                    self.tally.removed += 1
            else:
                stack.pop()

    def _look(self, properties: etree._Element, base: Look) -> Look:
        direct = look_of(properties)
        named = properties.find(_RSTYLE)
        if named is not None:
            style = self._styles.get(named.get(_VAL), "character").look
            return direct.over(style.toggled(base))
        return direct.over(base)

    def _add(self, text: str, look: Look) -> None:
        """Take shown text into the piece that is open."""
        if look.hidden:
            self.tally.hidden += bool(text.strip())
            return
        if look.font and PRIVATE.search(text):
            text = PRIVATE.sub(lambda match: symbol(match[0], look.font), text)
        if "\n" in text or "\t" in text:
            text = text.replace("\n", " ").replace("\t", " ")
        self._line[-1].add(text, self.page, look.bold or False, look.italic or False, look.size)
        if not text.isspace():
            self.fresh = False

    def _mark(self, child: etree._Element, tag: str, look: Look) -> None:
        """Take what stands for a character, a break or the border of a field."""
        if tag == _FIELD_MARK:
            self._field(child, look)
        elif tag == _INSTRUCTION:
            if self._codes and self._codes[-1] is not None:
                self._codes[-1].append(child.text or "")
        elif tag == _RENDERED:
            if not self.fresh:
                self.turn_page()
        elif self._in_code():
            return
        elif tag in (_TAB, _POSITION_TAB):
            if not look.hidden:
                self._line.append(Piece())
        elif tag == _BREAK:
            self._close_line(empty=child.get(_TYPE) != "page")
            if child.get(_TYPE) == "page":
                self._broken = True
                self.turn_page()
        elif tag == _CARRIAGE:
            self._close_line(empty=True)
        elif tag == _HYPHEN:
            self._add("-", look)
        elif tag == _SYM:
            code = child.get(_CHAR, "")
            try:
                self._add(symbol(chr(int(code, 16)), child.get(_FONT)), look)
            except (ValueError, OverflowError):
                self._add("\ufffd", look)
        elif tag in (_FOOTNOTE, _ENDNOTE):
            own = child.get(_CUSTOM, "0") not in ("0", "false", "off")
            self.notes.append((tag, child.get(_ID, ""), own))

    def _field(self, mark: etree._Element, look: Look) -> None:
        kind = mark.get(_FIELD_TYPE)
        if kind == "begin" and mark in self._whole:
            self._codes.append([])
            shown = form_value(mark)
            if shown:
                self._codes[-1] = None
                self._add(shown, look)
        elif kind == "separate" and self._codes:
            self._code_read()
        elif kind == "end" and self._codes:
            self._code_read()
            self._codes.pop()

    def _code_read(self) -> None:
        code = self._codes[-1]
        if code is not None and PAGE_NUMBER.match("".join(code)):
            self._out.page_number = True
        self._codes[-1] = None

    def _in_code(self) -> bool:
        return bool(self._codes) and any(code is not None for code in self._codes)

    def _wrapped(self, child: etree._Element, tag: str) -> None:
        if tag == _SIMPLE_FIELD:
            if PAGE_NUMBER.match(child.get(_INSTR, "")):
                self._out.page_number = True
        else:
            self.tally.inserted += 1

    def _drawn(self, child: etree._Element, look: Look) -> None:
        """Take the text boxes of a drawing, and the letters that are drawn themselves; count diagrams and charts."""
        self.tally.drawn += sum(data.get("uri", "").endswith(_DIAGRAMS) for data in child.iter(A + "graphicData"))
        for box in _outer_boxes(child):
            self._out.boxes.append(box)
        for letters in child.iter(_WORD_ART):
            if letters.get("string"):
                self._add(letters.get("string", ""), look)

    def _close_line(self, *, empty: bool = False) -> None:
        """End the line; one without text counts only where it was broken by hand."""
        pieces, self._line = self._line, [Piece()]
        if empty or any("".join(piece.text).strip() for piece in pieces):
            self._out.lines.append([piece.draft(self.page) for piece in pieces])


def choice(alternatives: etree._Element) -> etree._Element:
    """Return the first alternative that holds text, so that none is read twice."""
    branches = [branch for branch in alternatives if branch.tag in (MC + "Choice", MC + "Fallback")]
    for branch in branches:
        if next(branch.iter(_TEXT, _WORD_ART), None) is not None:
            return branch
    return branches[0] if branches else alternatives


def _outer_boxes(drawing: etree._Element) -> Iterator[etree._Element]:
    """Yield the text boxes of a drawing, alternatives once; boxes within boxes come when those are read."""
    stack = [drawing]
    while stack:
        element = stack.pop()
        if element.tag == _BOX:
            yield element
        elif element.tag == _ALTERNATE:
            stack.append(choice(element))
        else:
            stack.extend(reversed(element))


_VAL, _PPR, _RPR, _PSTYLE, _RSTYLE, _DEL = w("val"), w("pPr"), w("rPr"), w("pStyle"), w("rStyle"), w("del")
_RUN, _TEXT, _BOX, _WORD_ART = w("r"), w("t"), w("txbxContent"), V + "textpath"
_TEXTS = frozenset({_TEXT, M + "t"})
_TAB, _POSITION_TAB, _BREAK, _CARRIAGE, _TYPE = w("tab"), w("ptab"), w("br"), w("cr"), w("type")
_HYPHEN, _SYM, _CHAR, _FONT = w("noBreakHyphen"), w("sym"), w("char"), w("font")
_FOOTNOTE, _ENDNOTE, _ID, _CUSTOM = w("footnoteReference"), w("endnoteReference"), w("id"), w("customMarkFollows")
_FIELD_MARK, _FIELD_TYPE, _INSTRUCTION = w("fldChar"), w("fldCharType"), w("instrText")
_SIMPLE_FIELD, _INSTR, _RENDERED = w("fldSimple"), w("instr"), w("lastRenderedPageBreak")
_ALTERNATE = MC + "AlternateContent"
_MARKS = frozenset({
    _TAB, _POSITION_TAB, _BREAK, _CARRIAGE, _HYPHEN, _SYM, _FOOTNOTE, _ENDNOTE, _FIELD_MARK, _INSTRUCTION, _RENDERED,
})  # fmt: skip
_THROUGH = frozenset({
    *map(w, ("hyperlink", "smartTag", "customXml", "sdt", "sdtContent", "dir", "bdo", "ruby", "rubyBase")),
    *(M + name for name in (
        "oMathPara", "oMath", "r", "f", "num", "den", "e", "sSup", "sup", "sSub", "sub", "sSubSup", "rad", "d", "nary",
        "acc", "bar", "func", "fName", "limLow", "lim", "m", "mr", "eqArr", "box", "groupChr", "limUpp",
    )),
})  # fmt: skip
_DIAGRAMS = ("/diagram", "/chart")
_WRAPPED = frozenset({_SIMPLE_FIELD, w("ins"), w("moveTo")})
_DRAWN = frozenset({w("drawing"), w("pict"), w("object")})
_REMOVED = frozenset({_DEL, w("moveFrom")})
