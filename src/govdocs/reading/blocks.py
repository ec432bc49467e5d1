"""Lines put together again to paragraphs and list items, as the writer set them before the page broke them up."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import cached_property
from operator import attrgetter

from attrs import define, evolve, frozen

from govdocs.layout import Line, Span
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.line_widths import LineWidths
from govdocs.typography import unhyphenated

__all__ = [
    "Block",
    "Wrap",
    "blocks",
    "columns_of",
    "counted",
    "joined",
    "marked_value",
    "span_of",
    "spans_of",
    "stands_apart",
    "words_of",
]

_TOKEN = re.compile(r"\w+(?:-\w+)*-?")
_BULLET = re.compile(r"(?P<mark>[•●▪■◦‣·○□➢►✓๏*]|[-–—](?=\s)|o(?=\s+[A-ZÆØÅa-zæøå]))\s*(?P<text>\S.*)$")
_NUMBER = re.compile(
    r"(?P<mark>\(?(?:\d{1,2}|[a-zæøå]|[ivx]{1,4}|[A-H])[.)])(?:\s+|(?<=\d\.)(?=[A-ZÆØÅ][a-zæøå]))(?P<text>\S.*)$"
)
"""The mark of an item; the blank behind a number may be lost: `1.Saken sendes på høring.`"""
_MARK = re.compile(r"\d{1,2}[.)]")
_CITED = re.compile(r"\b(?:nr|punkt|pkt|kap|kapittel|del|side|den|til|og|av|i|på|fra|frå)\.?$|[,–-]$", re.IGNORECASE)
"""How a line ends that goes on in a number."""
_MONTH = re.compile(
    r"(?:jan(?:uar)?|feb(?:ruar)?|mars|apr(?:il)?|mai|juni?|juli?|aug(?:ust)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?"
    r"|des(?:ember)?)\b",
    re.IGNORECASE,
)
_END = (".", "!", "?", ":", ";")
_NUMBER_OF = attrgetter("number")
_SLACK = 0.88
"""Share of the width that a line of an item may fill at the most if its break is to count as meant."""
_ITEM_LINES = 6
"""Lines among which the next item of a list begins."""
_INITIAL = re.compile(r"\s[A-ZÆØÅ]\.$")
_CONTINUES = re.compile(
    r"(?:\b(?:og|eller|samt|av|for|til|i|på|med|ved|om|fra|frå|som|at|å|den|det|de|dei|en|et|ein"
    r"|eit|ei|the|of|mellom|innen|under|over|per|pr|jf|ca|nr|St|Meld|mellan|mot|etter|både)"
    r"|[,/–])$"
)
_COUNTS = re.compile(
    r"\b(?:del|fase|trinn|steg|kapittel|kap\.|punkt|pkt\.|nummer|artikkel|versjon|bind|tabell|figur"
    r"|perioden|perioda|årene|åra|tidsrommet)$|§$|\ssak(?:\s[A-ZÆØÅ]{2,3})?$"
)
"""What calls for the number, or the years, with which the next line begins."""


@frozen(kw_only=True)
class Block:
    """A paragraph, a heading, or an item of a list."""

    lines: tuple[Line, ...]
    """Its lines."""
    text: str
    """Its text without the item's mark."""
    marker: str | None = None
    """`•` for a bullet, the number or letter as written for a numbered item; `None` for a paragraph."""
    level: int = 0
    """Depth of an item, 0 for the outermost."""

    @property
    def first(self) -> Line:
        """Its first line."""
        return self.lines[0]

    @property
    def span(self) -> Span:
        """Where it stands."""
        return span_of(self.lines)

    @property
    def bullet(self) -> bool:
        """Whether it is an item marked with a bullet."""
        return self.marker == "•"

    @property
    def whole(self) -> str:
        """Its text with the number it is marked with, as a register gives a numbered decision."""
        return self.text if self.marker in (None, "•") else f"{self.marker} {self.text}"


def span_of(lines: Sequence[Line]) -> Span:
    """Return the span from the first of some lines to the last."""
    return Span(page=lines[0].page, first=lines[0].number, last=max(map(_NUMBER_OF, lines)))


def spans_of(lines: Sequence[Line]) -> list[Span]:
    """Return the runs of neighbouring lines as spans; a gap of blank lines does not break a run."""
    out: list[list[Line]] = []
    for line in lines:
        if out and 0 <= line.number - out[-1][-1].number <= 3 and line.cell == out[-1][-1].cell:
            out[-1].append(line)
        else:
            out.append([line])
    return [span_of(run) for run in out]


def joined(lines: Sequence[Line | str], words: frozenset[str] = frozenset()) -> str:
    """Join lines to one text: one blank between them, line-end hyphens undone by the document's own words."""
    text = ""
    for line in lines:
        text = unhyphenated(text, line if isinstance(line, str) else line.text, words)
    return text


def words_of(lines: Sequence[Line]) -> frozenset[str]:
    """Return the words that stand whole on the lines, in small letters."""
    found = set(_TOKEN.findall("\n".join(line.text for line in lines if not line.text.endswith("-")).lower()))
    for line in lines:
        if line.text.endswith("-"):
            found.update(_TOKEN.findall(line.text.lower())[:-1])
    return frozenset(token for token in found if not token.endswith("-"))


@define(frozen=True)
class Wrap:
    """Tells whether a line goes on in the next one, by what the neighbouring lines do."""

    lines: tuple[Line, ...]
    """The text lines of a part, no blank ones."""

    @cached_property
    def _index(self) -> dict[int, int]:
        return {id(line): n for n, line in enumerate(self.lines)}

    @cached_property
    def _places(self) -> dict[tuple[int, tuple[int, int, int] | None], int]:
        return {(line.number, line.cell): n for n, line in enumerate(self.lines)}

    def _place(self, line: Line) -> int | None:
        """Return a line's place; a line whose label was taken off stands where it stood."""
        place = self._index.get(id(line))
        return place if place is not None else self._places.get((line.number, line.cell))

    @cached_property
    def _widths(self) -> list[float]:
        return [self._width(line) for line in self.lines]

    def _width_around(self, n: int) -> float:
        """Return the width of the text around a line: its column's, or that of the longest of its neighbours."""
        edge = self._edges.edge(n, range(max(0, n - 7), min(n + 8, len(self.lines))))
        return edge or max(self._widths[max(0, n - 7) : n + 8], default=0)

    @cached_property
    def _edges(self) -> LineWidths:
        return LineWidths(self.lines)

    @cached_property
    def _gaps(self) -> tuple[list[int], list[int]]:
        """The lines that go on in small letters, and the blank lines behind each, which tell of those around it."""
        places, gaps = [], []
        for n, (a, b) in enumerate(itertools.pairwise(self.lines)):
            gap = b.number - a.number - 1
            if (
                0 <= gap <= 2
                and b.text[:1].islower()
                and a.page == b.page
                and not a.text.endswith(_END)
                and not _BULLET.match(b.text)
            ):
                places.append(n)
                gaps.append(gap)
        return places, gaps

    @cached_property
    def _least_gap(self) -> int:
        """Blank lines that stand between any two lines of a page at the least: one in a text set double."""
        return min((b.number - a.number - 1 for a, b in itertools.pairwise(self.lines) if a.page == b.page), default=0)

    @cached_property
    def _spaced(self) -> bool:
        """Whether space between paragraphs tells where one ends, so that a sentence's end says no more of it."""
        return any(line.paragraph and line.right is not None and line.cell is None for line in self.lines)

    @staticmethod
    def _width(line: Line) -> float:
        return line.right if line.right is not None else float(len(line.text) + line.indent)

    def usual_gap(self, line: Line) -> int:
        """Return how many blank lines stand between two lines of one paragraph around a line."""
        n = self._place(line)
        if n is None:
            return 0
        places, gaps = self._gaps
        near = gaps[bisect_left(places, n - 6) : bisect_left(places, n + 7)]
        near = near or gaps[bisect_left(places, n - 25) : bisect_left(places, n + 26)]
        widest = max(near, default=0)
        return widest if near.count(widest) * 3 >= len(near) else min(near)

    def fits(self, line: Line, after: Line, *, item: bool = False) -> bool:
        """Tell whether the next line's first word would have had room on this one, so that the break was meant.

        Within an item of a list, whose neighbours all have marks, a line without one needs more room to count.
        """
        n = self._place(line)
        width = self._width_around(n) if n is not None else 0
        own = self.lines[n] if n is not None else line  # the line may hold less by now: its label was taken off
        word = after.text.split(" ", 1)[0]
        if line.text.endswith(_END) and not item and not self._spaced:  # a sentence's end makes a meant break likely
            word = word[:8]
        if line.right is not None:
            per_letter = (line.right - line.indent) / max(1, len(own.text))
            return line.right + (len(word) + 1) * per_letter <= (_SLACK if item else 1) * width
        whole = own.text.endswith(line.text) and not line.text.endswith(_END)
        taken = self._width(own if whole else line)
        return taken + 1 + len(word) <= (_SLACK if item else 1) * width

    def goes_on(self, line: Line, after: Line, *, item: bool = False) -> bool:
        """Tell whether a paragraph that holds one line, or an item of a list, goes on in the next."""
        if line.number == after.number and line.cell == after.cell:
            return not line.paragraph
        if line.paragraph or line.cell != after.cell or after.heading or line.heading or line.furniture:
            return False
        if marked(after) is not None and not self.hanging(line, after):
            return False
        if (
            line.bold is not None
            and after.bold is not None
            and line.bold != after.bold
            and not (line.text.endswith("-"))
        ):
            return False
        if line.size and after.size and abs(line.size - after.size) > 0.6:
            return False
        gap = after.number - line.number - 1 if line.cell is None else 0
        turned = line.page != after.page
        usual = self.usual_gap(line)
        text = line.text
        if _INITIAL.search(text) and after.text[:1].isupper() and gap <= usual:
            return True
        if text.endswith("-") and after.text[:1].isalnum():
            return gap <= usual + 2 or turned
        bracket = after.text[:1] == "(" and text[-1:].isalpha() and gap <= usual and not turned
        small = after.text[:1].islower() or bracket
        if small:
            return gap <= max(usual, 1) + (1 if not text.endswith(_END) else 0) or (turned and not text.endswith(_END))
        if _CONTINUES.search(text) and (gap <= max(usual, self._least_gap) or turned):
            return True
        if counted(line, after) and (gap <= max(usual, 1) or turned):
            return True
        if gap > usual and not turned:
            return False
        if item and after.text.endswith(":") and not turned:  # it announces what comes after it
            return False
        if (
            item
            and gap == 0
            and usual == 0
            and not turned
            and not text.endswith(_END)
            and not looks_like_sentence(after.text)
        ):
            return True
        if text.endswith(_END[:3]) and turned and gap > usual:
            return False
        return not self.fits(line, after, item=item and not turned)

    def hanging(self, line: Line, after: Line) -> bool:
        """Tell a dash or a number that only happens to begin a line: the line before it has no end."""
        match = _NUMBER.match(after.text)
        if match:
            return match["mark"][0].isdigit() and bool(_MONTH.match(match["text"]) or _COUNTS.search(line.text))
        return (
            after.text[:2] in ("– ", "- ", "— ")
            and after.text[2:3].islower()
            and not line.text.endswith(_END)
            and 0 < after.number - line.number <= 1 + self.usual_gap(line)
            and after.indent == line.indent
            and not re.match(r"[-–—] ", line.text)
            and not self._listed(after)
        )

    def _listed(self, line: Line) -> bool:
        """Tell whether another line begins with the same dash at the same place, before a blank line or page break."""
        n = self._place(line)
        for before, after in itertools.pairwise(self.lines[n : n + _ITEM_LINES]) if n is not None else ():
            if after.page != before.page or after.number - before.number > 1 + self.usual_gap(before):
                return False
            if after.text[:2] == line.text[:2] and after.indent == line.indent:
                return True
        return False


def stands_apart(lines: Sequence[Line], at: int) -> bool:
    """Tell whether a page ends or a blank line stands above a line."""
    return at == 0 or lines[at].page != lines[at - 1].page or lines[at].number - lines[at - 1].number > 1


def counted(line: Line, after: Line) -> bool:
    """Tell whether a line begins with what the one before it calls for: `– del` / `2`, `i perioden` / `2024–2027`."""
    return after.text[:1].isdigit() and _COUNTS.search(line.text) is not None


def marked(line: Line) -> tuple[str, str] | None:
    """Return the mark of a list item and its text, `None` for a line that begins none."""
    if line.text[:2].isalpha() and line.text[0] not in "ivx":  # a word, and no small Roman number
        return None
    match = _BULLET.match(line.text)
    if match:
        return "o" if match["mark"] in "o◦" else "•", match["text"]
    match = _NUMBER.match(line.text)
    if match and not (_MONTH.match(match["text"]) and match["mark"][:-1].isdigit()):
        return match["mark"], match["text"]
    return None


def marked_value(text: str) -> tuple[str, str] | None:
    """Return the mark of a list item in a value, as `marked` does for a line."""
    match = re.match(r"(?P<mark>\d{1,2}[.)]|[•–-])\s+(?P<text>\S.*)", text)
    return (match["mark"], match["text"]) if match else None


def blocks(lines: Sequence[Line], wrap: Wrap, words: frozenset[str]) -> list[Block]:
    """Put lines together to paragraphs and list items, in order."""
    groups: list[list[Line]] = []
    for line in lines:
        if line.blank:
            continue
        if groups and _mark_alone(groups[-1]) and line.cell == groups[-1][-1].cell:
            groups[-1].append(line)
        elif groups and _MARK.fullmatch(line.text) and not _CITED.search(groups[-1][-1].text):
            groups.append([line])
        elif groups and wrap.goes_on(groups[-1][-1], line, item=marked(groups[-1][0]) is not None):
            groups[-1].append(line)
        else:
            groups.append([line])
    return _nested([_block(group, words) for group in groups])


def _mark_alone(group: Sequence[Line]) -> bool:
    """Tell the number of an item that stands on a line of its own, over its text."""
    return len(group) == 1 and _MARK.fullmatch(group[0].text) is not None


def _block(group: list[Line], words: frozenset[str]) -> Block:
    mark = marked(group[0])
    if len(group) > 1 and _MARK.fullmatch(group[0].text):
        return Block(lines=tuple(group), text=joined(group[1:], words), marker=group[0].text)
    if mark is None:
        return Block(lines=tuple(group), text=joined(group, words))
    return Block(lines=tuple(group), text=joined([mark[1], *group[1:]], words), marker=mark[0])


def _nested(found: list[Block]) -> list[Block]:
    """Give items their depth: an item of another kind under one that ends in a colon, or `o` under a bullet."""
    out: list[Block] = []
    for block in found:
        level = 0
        if block.marker is not None:
            before = out[-1] if out else None
            kind = _kind(block.marker)
            if before is not None and before.marker is not None:
                same = next((b for b in reversed(out) if b.marker is None or _kind(b.marker) == kind), None)
                if _kind(before.marker) == kind:
                    level = before.level + (
                        1 if block.first.indent > before.first.indent + 12 and block.first.right is not None else 0
                    )
                elif same is not None and same.marker is not None and not before.text.endswith(":"):
                    level = same.level
                else:
                    level = before.level + 1
        out.append(evolve(block, level=level) if level != block.level else block)
    return [evolve(block, marker="•") if block.marker == "o" else block for block in out]


def _kind(marker: str) -> str:
    if marker in ("•", "o"):
        return marker
    return "number" if marker.strip("().").isdigit() else "letter"


def columns_of(line: Line) -> list[str]:
    """Return the texts between a line's wide gaps."""
    cuts = [0, *line.gaps, len(line.text)]
    return [text for a, b in itertools.pairwise(cuts) if (text := line.text[a:b].strip())]
