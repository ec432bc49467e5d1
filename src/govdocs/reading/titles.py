"""The title of a case: where it begins, what it goes on over, and what stands in its lines that is not the title."""

from __future__ import annotations

import re

from attrs import Factory, define, evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.numbers import head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.acting import acts
from govdocs.reading.blocks import joined, marked
from govdocs.reading.case_kinds import is_case_type, type_before, type_behind, type_beside
from govdocs.reading.decisions import decision_label
from govdocs.reading.heads import CaseHead
from govdocs.reading.outline import Outline
from govdocs.reading.running_in import runs_in, split_title
from govdocs.reading.title_bold import BoldTitle, told_by_bold
from govdocs.reading.title_leads import TITLE_LABEL, behind_the_head, is_label
from govdocs.reading.title_lines import BULLET_ALONE, Seam, goes_on
from govdocs.reading.title_marks import beside, is_skipped, without_archive

__all__ = ["Title", "read_title"]

_MOST_LINES = 8
"""Lines of a title at the most."""
_MOST_SKIPPED = 3
"""Lines of an archive's number and of columns' heads between a case's number and its title at the most."""
_LONGEST_SUBTITLE = 160
_ASIDE = re.compile(r"(?P<title>.*\S)\s*\((?P<fact>(?P<label>[^\W\d][\w ]{2,30}):\s*[^()]+)\)")
"""A title with a fact of the case in a bracket behind it."""
_LETTERED = re.compile(r"\((?P<letter>[A-ZÆØÅ])\)\s+(?P<title>\S.*)")
"""A title behind the letter that tells the case's kind, as a legend explains."""


@frozen(kw_only=True)
class Title:
    """A case's title as found."""

    text: str
    """Without `Sak` and number."""
    subtitle: str | None = None
    """What stands between the title and the text."""
    type_label: str | None = None
    """Type of case that stands by the title."""
    lines: tuple[Line, ...]
    """Its lines."""
    lead: tuple[Line, ...] = ()
    """Lines of facts between the number and the title, as in the head of a case paper."""
    rest: tuple[Line, ...] = ()
    """Text that stood on the title's last line."""
    next: int
    """Place of the first line behind it."""


def read_title(outline: Outline, head: CaseHead, end: int, *, minutes: bool = True) -> Title:
    """Read the title of the case at a head: from a form, up to the head's own end, by bold type, else line by line."""
    if (form := outline.forms.get(head.index)) is not None:
        return Title(text=joined(form.title, outline.words), lines=form.title, lead=form.lead, next=form.next)
    if (ended := _ended_by_head(outline, head)) is not None:
        return ended
    found = _Found(outline=outline, head=head, end=end, minutes=minutes, at=head.index + 1)
    found.begin()
    if (bold := found.bold()) is not None:
        lead = tuple(found.lead)
        return Title(text=bold.text, lines=bold.lines, rest=(bold.rest,), lead=lead, next=bold.next)
    found.take_type()
    found.go_on()
    return found.title()


def _ended_by_head(outline: Outline, head: CaseHead) -> Title | None:
    """Return the title that its head ends before its line does, with the text behind it."""
    line, title = outline.lines[head.index], head.hit.rest
    begin = line.text.find(title) if title else -1
    behind = line.text[begin + len(title) :] if begin >= 0 else ""
    if not (behind[:1] in (".", ":") or title.endswith(".")) or not (text := behind.lstrip(" .:")):
        return None
    rest = evolve(line, text=text, gaps=())
    return Title(text=title.rstrip("."), lines=(line,), rest=(rest,), next=head.index + 1)


@define(kw_only=True)
class _Found:
    """A title while its lines are gathered."""

    outline: Outline
    head: CaseHead
    end: int
    """Place behind the case."""
    minutes: bool
    at: int
    """Place of the first line that is not gathered."""
    parts: list[str] = Factory(list)
    """The title's text, line by line."""
    lines: list[Line] = Factory(list)
    lead: list[Line] = Factory(list)
    type_label: str | None = None

    @property
    def last(self) -> Line:
        """The line last gathered, the head's where there is none."""
        return self.lines[-1] if self.lines else self.outline.lines[self.head.index]

    @property
    def below(self) -> Line | None:
        """The first line that is not gathered, `None` at the end of the case."""
        return self.outline.lines[self.at] if self.at < self.end else None

    def begin(self) -> None:
        """Take the title's first line: what stands behind the number, else the line under it."""
        if self.head.hit.rest:
            self._begin_beside()
        elif self.head.hit.shape != "|treated":
            self._begin_below()

    def _begin_beside(self) -> None:
        first, rest = self.last, self.head.hit.rest
        aside = beside(first)
        if (right := type_beside(first)) and right != rest:
            self.type_label = aside = right
        self.parts.append(rest.removesuffix(aside).rstrip() if aside != rest else rest)
        self.lines.append(first)

    def _begin_below(self) -> None:
        minutes = self.minutes and self.head.hit.shape != "|route"
        self.at = behind_the_head(self.outline, self.at, self.end, self.lead, minutes=minutes)
        latest = self.head.index + 1 + _MOST_SKIPPED
        while (line := self.below) is not None and self.at < latest and is_skipped(line.text):
            self.at += 1
        if line is None or BULLET_ALONE.fullmatch(line.text) or acts(line.text):
            return
        if is_label(self.outline, self.at, self.minutes) and not _title_in_spite(self.outline, line.text):
            return
        self.parts.append(TITLE_LABEL.sub("", line.text.removesuffix(beside(line)).rstrip()))
        self.lines.append(line)
        self.at += 1

    def bold(self) -> BoldTitle | None:
        """Return the title that bold type tells from a text on the same line."""
        if not self.parts:
            return None
        return told_by_bold(self.outline, self.at - 1, self.head.hit.rest, self.end)

    def take_type(self) -> None:
        """Take the case's type off the title's first line: before it, as a letter, or alone over it."""
        if not self.parts:
            return
        if (typed := type_before(self.parts[0])) is not None:
            self.type_label, self.parts[0] = typed
        if (letter := _LETTERED.match(self.parts[0])) and letter["letter"] in self.outline.kinds:
            self.type_label, self.parts[0] = self.outline.kinds[letter["letter"]], letter["title"]
        if is_case_type(self.parts[0]) and self._titled_below():
            self.type_label = self.parts.pop()
            self._take()

    def _titled_below(self) -> bool:
        """Tell the title that stands under the type of the case on the number's line: `43-24   Beslutningssak`."""
        line = self.below
        return (
            line is not None
            and line.number - self.last.number == 1
            and line.cell == self.last.cell
            and line.text[:1].isupper()
            and not looks_like_sentence(line.text)
            and not line.text.endswith((".", ":"))
            and marked(line) is None
            and head_number(line.text) is None
            and not is_label(self.outline, self.at, self.minutes)
        )

    def _take(self) -> None:
        line = self.outline.lines[self.at]
        self.parts.append(line.text.removesuffix(beside(line)).rstrip())
        self.lines.append(line)
        self.at += 1

    def go_on(self) -> None:
        """Take the lines that the title goes on over."""
        while self.parts and len(self.parts) < _MOST_LINES and self.below is not None and goes_on(self._seam()):
            self._take()

    def _seam(self) -> Seam:
        return Seam(outline=self.outline, at=self.at, last=self.last, part=self.parts[-1], minutes=self.minutes)

    def title(self) -> Title:
        """Return the title without its archive's number, the text it runs into, its type and its subtitle."""
        text = self._without_fact(without_archive(joined(self.parts, self.outline.words).strip(" :–-")))
        subtitle, rest = None, None
        italic = self._italic_behind()
        if italic or runs_in(text, self.lines):
            text, subtitle, rest = split_title(text)
        if rest is None:
            if not italic and (typed := type_behind(text)) is not None:
                text, self.type_label = typed
            if italic or self._italic_below():
                subtitle = self._subtitle()
        return Title(
            text=text,
            subtitle=subtitle,
            type_label=self.type_label,
            lines=tuple(self.lines or [self.last]),
            lead=tuple(self.lead),
            rest=() if rest is None else (evolve(self.last, text=rest),),
            next=self.at,
        )

    def _without_fact(self, text: str) -> str:
        """Take who answers for the case off the title, in a bracket behind it: `Ny hall (Saksansvarlig: Kari Berg)`."""
        aside = _ASIDE.fullmatch(text)
        kind = self.outline.vocabulary.kind(aside["label"], "case") if aside else None
        if aside is None or kind not in ("case.officer", "case.responsible"):
            return text
        self.lead.append(evolve(self.last, text=aside["fact"][0].upper() + aside["fact"][1:], gaps=()))
        return without_archive(aside["title"])

    def _subtitle(self) -> str:
        """Take the subtitle's first line, and those in italics that its paragraph goes on over."""
        parts: list[str] = []
        while (line := self.below) is not None and (not parts or (line.italic and not self.last.paragraph)):
            parts.append(line.text)
            self.lines.append(line)
            self.at += 1
        return joined(parts, self.outline.words)

    def _italic_behind(self) -> bool:
        """Tell words in italics that follow the title in its row."""
        line, last = self.below, self.last
        same = line is not None and line.number == last.number and not last.paragraph
        return same and line is not None and bool(line.italic) and not last.italic

    def _italic_below(self) -> bool:
        """Tell a subtitle in italics below the title: short, no label, and no sentence."""
        line = self.below
        return (
            line is not None
            and bool(self.lines)
            and bool(line.italic)
            and not self.last.italic
            and not is_label(self.outline, self.at, self.minutes)
            and len(line.text) < _LONGEST_SUBTITLE
            and not line.text.endswith(".")
        )


def _title_in_spite(outline: Outline, text: str) -> bool:
    """Tell a title that only sounds like a label (`Neste møte`, `Økonomi`) by its place: alone behind the number."""
    label = outline.vocabulary.label(text, "case", "head", bare=True)
    return (
        ":" not in text
        and decision_label(text, outline.vocabulary, minutes=True) is None
        and (label is None or not label.value)
    )
