"""The walk through a page's elements: what is a block, what is inline, and which lines come of it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from attrs import define
from lxml import etree

from govdocs.composition import Composer, Draft, Piece, is_page_number, joined
from govdocs.errors import LimitError
from govdocs.limits import Limits
from govdocs_html.furniture import PAGE_HEAD, Matter, furniture_of, is_note_mark
from govdocs_html.lists import STEP, List, word_bullet
from govdocs_html.styling import Look, Styles
from govdocs_html.tables import Pairs, Rows, is_setting
from govdocs_html.tags import APART, BLOCKS, BOLD, DROPPED, ITALIC, LISTS, PRE

__all__ = ["Walk"]

_PARTS = re.compile(r"label|value|term|key|item|field|badge|tag|date|time|title|heading", re.IGNORECASE)
_SPACE = re.compile(r"[ \t\n\r\f]+")
_TITLES = {"msotitle": 1, "msosubtitle": 2}


@define
class State:
    """What holds for the text within an element."""

    bold: bool = False
    italic: bool = False
    size: float | None = None
    heading: int | None = None
    furniture: str | None = None
    indent: float = 0
    pre: bool = False
    contents: bool = False
    """Whether it is a line of a table of contents."""
    main: bool = False
    """Whether it is within the page's own matter."""
    items: List | None = None
    """The list whose items come next."""
    rows: Rows | None = None
    """The table whose rows and cells come next."""
    pairs: Pairs | None = None
    """The list of definitions whose terms come next."""
    cell: list[Draft] | None = None
    """The cell that takes the lines; tables within it are text."""

    def within(self) -> State:
        """Return a copy, to be changed for an element within; there is one for each element, so it is made by hand."""
        return State(
            self.bold, self.italic, self.size, self.heading, self.furniture, self.indent, self.pre, self.contents,
            self.main, self.items, self.rows, self.pairs, self.cell,
        )  # fmt: skip


@define
class Tally:
    """What a page is told about: counted while it is read."""

    inserted: int = 0
    removed: int = 0
    hidden: int = 0


class Walk:
    """Walks a page and hands its lines and tables to a composer; the stack is its own, so no depth harms it."""

    def __init__(
        self, composer: Composer, styles: Styles, name: str, limits: Limits, *, tabs: bool, matter: Matter
    ) -> None:
        self._composer = composer
        self._styles = styles
        self._name = name
        self._limits = limits
        self._tabs = tabs
        """Whether a tab in the source is a tab on the page, as in what LibreOffice writes."""
        self._matter = matter
        self.tally = Tally()
        self.page = 1
        self._fresh = True
        self._line = [Piece()]
        self._blank = True
        """Whether the text so far ends with a blank."""
        self._numbered = False
        """Whether the line shows a page's number."""
        self._marks: list[str] = []
        """Marks of list items that wait for their first line."""

    def run(self, root: etree._Element) -> None:
        """Walk from an element to its end."""
        state = State()
        stack: list[tuple[Iterator[etree._Element], etree._Element, State, Callable[[], None] | None]] = []
        stack.append((iter(root), root, state, None))
        self._text(root.text, state)
        while stack:
            children, element, state, after = stack[-1]
            for child in children:
                opened = self._open(child, state)
                if opened is None:
                    self._text(child.tail, state)
                    continue
                stack.append((iter(child), child, *opened))
                if len(stack) > self._limits.markup_depth:
                    raise LimitError(self._name, "markup_depth", self._limits.markup_depth, len(stack))
                self._text(child.text, opened[0])
                break
            else:
                stack.pop()
                if after is not None:
                    after()
                if stack:
                    self._text(element.tail, stack[-1][2])
        self._end_line(state)

    def _open(self, element: etree._Element, state: State) -> tuple[State, Callable[[], None] | None] | None:
        """Return what holds within an element and what to do at its end; `None` where it is passed over."""
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if tag in DROPPED or not tag:
            return None
        look = self._styles.of(element, tag)
        if look.hidden or element.get("hidden") is not None:
            self.tally.hidden += any(text.strip() for text in element.itertext())
            return None
        if tag in ("ins", "del"):
            self.tally.inserted += tag == "ins"
            self.tally.removed += tag == "del"
            if tag == "del":
                return None
        if look.page_before:
            self._end_line(state)
            self._turn_page()
        if tag == "br":
            if not look.page_before:
                self._end_line(state, empty=True)
            return None
        inner = self._inner(element, tag, look, state)
        if tag in BLOCKS or look.block:
            self._end_line(state)
            return inner, self._block(element, tag, look, inner, state)
        return self._inline(element, tag, look, inner)

    def _inner(self, element: etree._Element, tag: str, look: Look, state: State) -> State:
        """Return the state within an element, the same one where it changes nothing."""
        inner = state.within()
        inner.bold = look.bold if look.bold is not None else state.bold or tag in BOLD
        inner.italic = look.italic if look.italic is not None else state.italic or tag in ITALIC
        inner.size = look.size or (state.size * look.scale if state.size and look.scale else state.size)
        inner.pre = look.pre if look.pre is not None else state.pre or tag in PRE
        if state.furniture is None:
            inner.main = state.main or tag in ("main", "article") or element.get("role") == "main"
            inner.furniture = furniture_of(element, tag, look, in_main=inner.main, matter=self._matter)
        return inner

    def _block(self, element: etree._Element, tag: str, look: Look, inner: State, state: State) -> Callable[[], None]:
        """Prepare a block: its list, table, heading or cell; returns what to do at its end."""
        close: Callable[[], None] | None = None
        if len(tag) == 2 and tag[0] == "h" and tag[1] in "123456":
            inner.heading = int(tag[1])
        elif element.get("role") == "heading":
            level = element.get("aria-level", "2")
            inner.heading = int(level) if level in "123456" and level else 2
        elif tag == "p":
            named = (element.get("class") or "").lower()
            inner.heading = _TITLES.get(named, inner.heading)
            inner.contents = named.startswith("msotoc")
        elif tag in LISTS:
            inner.items = List.of(element, tag, (state.items.depth if state.items else 0) + 1, look.marks)
            inner.indent = state.indent + STEP
        elif tag == "li":
            close = self._item(element, look, inner)
        elif tag == "blockquote":
            inner.indent = state.indent + STEP
        elif inner.furniture is None:
            close = self._table(element, tag, inner)

        def end() -> None:
            self._end_line(inner)
            if close is not None:
                close()
            if look.page_after:
                self._turn_page()

        return end

    def _item(self, element: etree._Element, look: Look, inner: State) -> Callable[[], None] | None:
        mark = inner.items.mark(element, look.marks) if inner.items else "•"
        if not mark:
            return None
        if self._marks and not any(c.isalnum() for c in self._marks[-1]):
            self._marks.pop()
        self._marks.append(mark)
        waiting = self._marks

        def drop() -> None:
            if waiting is self._marks and mark in waiting:
                self._marks = []

        return drop

    def _table(self, element: etree._Element, tag: str, inner: State) -> Callable[[], None] | None:
        """Prepare what belongs to a table or a list of definitions.

        The parser closes no term before another one, so that the next stands within, and likewise for cells in forms.
        """
        if tag in ("table", "dl"):
            inner.rows = inner.pairs = None
            if inner.cell is None and tag == "dl":
                inner.pairs = Pairs(self._composer)
                return inner.pairs.finish
            if inner.cell is None and not is_setting(element):
                inner.rows = Rows(self._composer)
                return inner.rows.finish
        elif inner.rows is not None:
            if tag in ("thead", "tbody", "tfoot"):
                inner.rows.section(tag)
            elif tag == "tr":
                inner.rows.row()
            elif tag in ("td", "th"):
                inner.cell = inner.rows.cell(element)
        elif inner.pairs is not None and tag in ("dt", "dd"):
            inner.cell = inner.pairs.cell(tag)
        return None

    def _inline(
        self, element: etree._Element, tag: str, look: Look, inner: State
    ) -> tuple[State, Callable[[], None] | None] | None:
        if look.tabs:
            self._line += [Piece() for _ in range(look.tabs)]
            self._blank = True
            return None
        if tag == "a" and is_note_mark(element):
            if inner.furniture == "footnote":
                return inner, self._space
            return None
        if tag == "sdfield" and element.get("type", "").upper() in ("PAGE", "DOCSTAT"):
            self._numbered = True
        if look.mark:
            return inner, self._word_mark
        if look.apart:
            self._space()
            return inner, self._space
        before = element.getprevious()
        if before is not None and not before.tail and _stand_apart(before, element, tag):
            self._space()
        return inner, None

    def _word_mark(self) -> None:
        """Settle the mark of one of Word's list items: what is blank in it is one blank."""
        text = "".join(piece for part in self._line for piece in part.text).strip(" \u00a0")
        self._line = [Piece()]
        self._line[0].text.append(word_bullet(text) + " ")
        self._blank = True

    def _space(self) -> None:
        if not self._blank:
            self._line[-1].text.append(" ")
            self._blank = True

    def _text(self, text: str | None, state: State) -> None:
        """Take text in; blanks count once, and line ends only where they stand as written."""
        if not text:
            return
        if state.pre:
            first, *rest = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._tabbed(first, state)
            for line in rest:
                self._end_line(state, empty=True, paragraph=False)
                self._tabbed(line, state)
        elif self._tabs and "\t" in text:
            at = 0
            for match in _SPACE.finditer(text):
                if "\t" in match[0] and "\n" not in match[0]:
                    self._add(text[at : match.start()], state)
                    self._line += [Piece() for _ in range(match[0].count("\t"))]
                    self._blank = True
                    at = match.end()
            self._add(text[at:], state)
        else:
            self._add(text, state)

    def _tabbed(self, text: str, state: State) -> None:
        first, *rest = text.split("\t")
        self._keep(first, state)
        for piece in rest:
            self._line.append(Piece())
            self._keep(piece, state)

    def _add(self, text: str, state: State) -> None:
        text = _SPACE.sub(" ", text)
        if self._blank and text.startswith(" "):
            text = text[1:]
        self._keep(text, state)
        if text:
            self._blank = text.endswith(" ")

    def _keep(self, text: str, state: State) -> None:
        if text:
            self._line[-1].add(text, self.page, state.bold, state.italic, state.size)
            self._fresh = self._fresh and text.isspace()

    def _end_line(self, state: State, *, empty: bool = False, paragraph: bool = True) -> None:
        """End the line; one without anything in it counts only where it was broken by hand."""
        pieces, self._line, self._blank = self._line, [Piece()], True
        texts = ["".join(piece.text) for piece in pieces]
        if not empty and not any(text.strip(" ") for text in texts):
            return
        drafts = [piece.draft(self.page) for piece in pieces]
        first, last = drafts[0], drafts[-1]
        first.indent, first.heading, first.furniture = state.indent, state.heading, state.furniture
        last.paragraph = paragraph
        shown = next((draft for draft in drafts if draft.text.strip()), None)
        if self._marks and shown is not None:
            shown.text = " ".join([*self._marks, shown.text.lstrip()])
            self._marks = []
        if self._numbered and state.furniture and shown is not None and is_page_number(" ".join(texts)):
            first.furniture = "page-number"
        if first.furniture == PAGE_HEAD:
            first.furniture, first.running = None, True
        self._numbered = False
        if state.cell is not None:
            state.cell.append(joined(drafts))
        elif state.contents or state.furniture or state.heading:
            self._composer.line(joined(drafts))
        else:
            self._composer.line(*drafts)

    def _turn_page(self) -> None:
        if not self._fresh:
            self.page += 1
            self._fresh = True


def _stand_apart(before: etree._Element, element: etree._Element, tag: str) -> bool:
    """Tell two elements with nothing between them that a page's styles set apart: links, labels, parts of a field.

    Words that programs cut into spans of their own carry classes such as `c1` or `SpellE` and are not meant.
    """
    if tag in APART and before.tag in APART:
        return True
    left, right = before.get("class"), element.get("class")
    return bool(left and right and left != right and (_PARTS.search(left) or _PARTS.search(right)))
