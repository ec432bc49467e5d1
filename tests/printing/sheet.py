"""Sets texts on pages as extraction leaves them: wrapped lines, double spacing, page breaks anywhere, running heads."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from attrs import define, field, frozen
from hypothesis import strategies as st

from printing.language import in_nynorsk

__all__ = ["Accidents", "Sheet", "accidents"]

HEADS = ("Kystkultur i Nordvik – referater", "Nordvik fylkeskommune", "Lauvøy – møter og planer i kystkulturarbeidet")
FEET = ("{n}", "Side {n} av {last}", "Side {n}", "- {n} -")


@frozen(kw_only=True)
class Accidents:
    """What happens to a document on its way to a text."""

    width: int
    """Characters of a line at most."""
    double: bool
    """Whether a blank line follows every line."""
    breaks: tuple[int, ...]
    """Before which of the text lines a page ends, counted from 1; those past the end do nothing."""
    form_feed: bool
    """Whether a form feed begins a page; if not, its first line has one leading blank and follows without a gap."""
    pages: bool
    """Whether the text is set on pages at all."""
    running_head: str | None
    """What stands at the top of every page."""
    page_numbers: str | None
    """How a page's number is written at its foot; `None` without."""
    hyphens: bool
    """Whether long words are broken at the end of a line."""
    nynorsk: bool
    """Whether the labels are Nynorsk."""


def accidents(
    *, double: bool | None = None, least: int = 6, most: int = 60, no_pages: bool = False
) -> st.SearchStrategy[Accidents]:
    """Draw accidents; a page has at least some lines, as pages have. With `no_pages` breaks are for rows to use."""
    return st.builds(
        Accidents,
        width=st.integers(62, 100),
        double=st.booleans() if double is None else st.just(double),
        breaks=st.lists(st.integers(least, most), max_size=3).map(lambda steps: _summed(steps)),
        form_feed=st.booleans(),
        pages=st.just(not no_pages),
        running_head=st.sampled_from((None, *HEADS)),
        page_numbers=st.sampled_from((None, *FEET)),
        hyphens=st.booleans(),
        nynorsk=st.booleans(),
    )


def _summed(steps: Sequence[int]) -> tuple[int, ...]:
    out, at = [], 0
    for step in steps:
        at += step
        out.append(at)
    return tuple(out)


@define
class Sheet:
    """Takes paragraphs in order and gives the text."""

    how: Accidents
    _lines: list[str] = field(factory=list)
    """Lines as set, `""` for blank ones that the writer put there."""

    _starts: set[int] = field(factory=set)
    """Places of lines that begin a page because the writer wants it."""

    def label(self, text: str) -> str:
        """Return a label in the language of the document."""
        return in_nynorsk(text) if self.how.nynorsk else text

    def put_all(self, texts: Sequence[str]) -> None:
        """Set paragraphs with a blank line after each."""
        for text in texts:
            self.put(text)

    def put(self, *texts: str, after: int = 1, wrap: bool = True, indent: str = "", new_page: bool = False) -> None:
        """Set texts as lines, each wrapped by itself, with blank lines after the last."""
        if new_page:
            self._starts.add(len(self._lines))
        for text in texts:
            if not wrap:
                self._lines.append(text)
            elif self.how.hyphens:
                self._lines.extend(_hyphenated(text, self.how.width, indent))
            else:
                self._lines.extend(_wrapped(text, self.how.width, indent))
        self._lines.extend([""] * after)

    def text(self) -> str:
        """Return the document's text."""
        pages: list[list[str]] = [[]]
        count = 0
        for place, line in enumerate(self._lines):
            if line:
                count += 1
                if self.how.pages and (count in self.how.breaks or place in self._starts) and pages[-1]:
                    pages.append([])
            if line or pages[-1]:
                pages[-1].append(line)
        return self._joined(pages)

    def _joined(self, pages: Sequence[Sequence[str]]) -> str:
        out: list[str] = []
        for number, lines in enumerate(pages, 1):
            page = list(lines)
            while page and not page[-1]:
                page.pop()
            if len(pages) > 1 and self.how.running_head:
                page = [self.how.running_head, "", *page]
            set_lines = [row for line in page for row in ((line, "") if self.how.double and line else (line,))]
            while set_lines and not set_lines[-1]:
                set_lines.pop()
            if len(pages) > 1 and self.how.page_numbers:
                set_lines += ["", self.how.page_numbers.format(n=number, last=len(pages))]
            if self.how.form_feed:
                if number > 1 and set_lines:
                    set_lines[0] = "\f" + set_lines[0]
                out.extend([*set_lines, ""] if number < len(pages) else set_lines)
            else:  # as extractors leave it: blanks at line ends, one before a page's first line
                rows = [f"{line} " if line else " " for line in set_lines]
                if rows:
                    rows[0] = " " + rows[0]
                out.extend(rows)
        return "\n".join(out) + "\n"


def _wrapped(text: str, width: int, indent: str) -> list[str]:
    return textwrap.wrap(text, width, subsequent_indent=indent, break_on_hyphens=False, break_long_words=False)


def _hyphenated(text: str, width: int, indent: str) -> list[str]:
    """Wrap a text so that a long word of small letters is broken where a line ends, not carried over whole."""
    out: list[str] = []
    rest = text
    while len(lines := _wrapped(rest, width, "")) > 1:
        line, (word, *_) = lines[0], lines[1].split(" ")
        room = width - len(line) - 2  # for a blank and the hyphen
        cut = min(room, len(word) - 4)
        at = rest.index(word, len(line))
        if cut >= 4 and len(word) >= 9 and word.isalpha() and word.islower():
            out.append(f"{line} {word[:cut]}-")
            rest = indent + rest[at + cut :]
        else:
            out.append(line)
            rest = indent + rest[at:]
    return [*out, *lines]
