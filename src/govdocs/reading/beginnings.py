"""Where each document in a file begins: the lines that can only stand at the head of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile
from typing import TypeAlias

from attrs import Factory, define

from govdocs.norwegian.dates import find_days
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label
from govdocs.reading.blocks import marked
from govdocs.reading.document_words import called_word, document_word
from govdocs.reading.head_marks import says_which
from govdocs.reading.heads import CaseHead
from govdocs.reading.outline import Outline
from govdocs.reading.rowheads import far_apart
from govdocs.reading.tabled import decided_stop
from govdocs.reading.treated import treatment

__all__ = ["document_starts"]

_NEAR = 30
"""Lines that a head may have after its heading."""
_CROWNED = 3
"""Lines between facts and the heading under them at the most."""
_PAPER = 4
"""Lines over a case's head in which its paper may have begun already."""

Word: TypeAlias = "tuple[str, str] | None"
"""A document's word on a line, as `Referat`, with the kind of document it names."""


def document_starts(outline: Outline, told: list[CaseHead]) -> list[tuple[int, str | None, str]]:
    """Return where documents begin: place, kind the heading names, heading."""
    search = _Search(outline=outline, told=told)
    search.run()
    return [(at, kind, heading) for at, (kind, heading) in sorted(search.found.items())]


@define(kw_only=True)
class _Search:
    """Goes through the lines of a file and keeps where documents begin."""

    outline: Outline
    told: list[CaseHead]
    """The heads of its cases."""
    found: dict[int, tuple[str | None, str]] = Factory(dict)
    """Kind and heading of each document by its place."""
    last_head: int = -1
    """Place of the last head of a case, or of what ends a document's head as a case does."""
    cluster: list[int] = Factory(list)
    """Places of the marks of the document's head that is open."""
    heads: set[int] = Factory(lambda self: {head.index for head in self.told}, takes_self=True)
    titles: set[int] = Factory(
        lambda self: {head.index + 1 for head in self.told if not head.hit.rest}, takes_self=True
    )
    """Lines under a number; a case may be called `Referat fra forrige møte`."""
    extracts: set[int] = Factory(lambda self: _extracts(self.outline, self.told), takes_self=True)

    def run(self) -> None:
        """Ask of every line with a mark whether a document begins there; the first rule that knows ends the asking."""
        outline = self.outline
        inner = {n for form in outline.forms.values() for n in range(form.first + 1, form.next)}
        rules = (
            self._form,
            self._treatment,
            self._paper,
            self._case,
            self._extract,
            self._no_mark,
            self._open,
            self._new,
        )
        words = {index: word for index in range(len(outline.lines)) if (word := self._word(index)) is not None}
        marked = (index for index, mark in enumerate(outline.marks) if mark is not None)
        settled = {index for index, label in enumerate(outline.decided) if label is not None and _settles(label)}
        for index in sorted({*self.heads, *outline.forms, *self.extracts, *settled, *words, *marked} - inner):
            if index in self.heads or index in outline.forms or (self.cluster and index in settled):
                self.last_head, self.cluster = index, []
            any(rule(index, words.get(index)) for rule in rules)
        if self.told and not self.found and says_which(outline.lines[:4]):
            self.found[0] = (None, outline.lines[0].text)

    @property
    def above(self) -> str | None:
        """The kind of the document found last, `""` before the first."""
        return self.found[max(self.found)][0] if self.found else ""

    def _word(self, index: int) -> Word:
        line = self.outline.lines[index]
        free = line.cell is None or line.cell[2] == 0 or _beside_its_body(self.outline, index)
        if not free or index in self.titles:
            return None
        return document_word(line.text) or called_word(self.outline.lines, index)

    def _begin(self, place: int, kind: str | None, heading: int) -> None:
        self.found[place] = (kind, self.outline.lines[heading].text)

    def _form(self, index: int, _word: Word) -> bool:
        """Begin a paper at a form that is its head."""
        if index not in self.outline.forms:
            return False
        self._begin(index, "papers", index)
        return True

    def _treatment(self, index: int, _word: Word) -> bool:
        """Begin minutes at a case's head that says where it was treated."""
        if index not in self.heads or treatment(self.outline.lines[index].text) is None:
            return False
        self._begin(index, "minutes", index)
        return True

    def _paper(self, index: int, word: Word) -> bool:
        """Begin a paper at its word: `Saksframlegg`."""
        if word is None or word[0] != "papers" or not _paper_head(self.outline, index, self.heads):
            return False
        if self.above == "minutes" and self._announced(index):
            return True
        place = _paper_start(self.outline, index, self.last_head)
        if not any(place <= at <= index for at in self.found):
            self._begin(place, "papers", index)
        self.last_head = index
        return True

    def _case(self, index: int, _word: Word) -> bool:
        """Begin a paper at a case's head that has a paper's facts, and is none of minutes or of an agenda."""
        if not (
            index in self.heads
            and _paper_case(self.outline, index, self.heads)
            and not _decides(self.outline, index, self.heads)
            and not self._in_minutes(index)
            and not self._announced(index)
        ):
            return False
        worded = index > 0 and document_word(self.outline.lines[index - 1].text) is not None
        place = index - 1 if worded else self._start_of_case(index)
        if not any(place - _PAPER <= at <= index for at in self.found):
            self._begin(place, "papers", place)
        return True

    def _extract(self, index: int, _word: Word) -> bool:
        """Begin papers at an extract that tells how a case went from body to body, unless minutes hold it."""
        if index not in self.extracts or self.above not in ("", "papers"):
            return False
        place = self._start_of_case(index)
        self._begin(place, "papers", place)
        return True

    def _start_of_case(self, index: int) -> int:
        return _paper_start(self.outline, index, max((head for head in self.heads if head < index), default=-1))

    def _no_mark(self, index: int, word: Word) -> bool:
        """Pass over a line without a document's word and a head's label, and over words that only sound like one."""
        if word is None:
            return self.outline.marks[index] is None
        if _is_attached(self.outline, index):
            return True
        if word[1].lower() == "saksprotokoll" and self.last_head >= 0 and not _attends(self.outline, index):
            return True
        crowned = bool(self.cluster) and index - self.cluster[-1] <= _CROWNED  # the facts stand over the heading
        marked_too = crowned or self.outline.marks[index] is not None
        return word[0] != "papers" and not marked_too and not _backed(self.outline, index, self.heads)

    def _open(self, index: int, word: Word) -> bool:
        """Take what is near an open head's marks as one more of them, unless a heading at a page's top begins anew."""
        if not self.cluster or far_apart(self.outline.lines, self.cluster[-1], index, rows=4 * _NEAR):
            return False
        listed = any(self.outline.marks[at] == "present" for at in self.cluster)
        again = listed and word is not None and _at_top(self.outline, index, 6)
        if again and _cluster_ahead(self.outline, index, self.heads, titled=True):
            return False
        self.cluster.append(index)
        if word is not None and word[0] != "papers" and self.above is None:
            self._begin(max(self.found), word[0], index)
        return True

    def _new(self, index: int, word: Word) -> bool:
        """Begin a document at its heading or its head's first label; behind a case a whole head must follow."""
        if self.last_head >= 0 and not _cluster_ahead(self.outline, index, self.heads, titled=word is not None):
            return False
        start = _title_above if word is not None else _cluster_start
        place = start(self.outline, index, self.last_head)
        named = word or document_word(self.outline.lines[place].text)
        self._begin(place, named[0] if named else None, place)
        self.cluster = [index]
        return True

    def _announced(self, index: int) -> bool:
        """Tell whether the agenda above has the next case, which minutes have not come to: it is of that document."""
        head = next((head for head in self.told if head.index >= index), None)
        if head is None or self.above not in ("notice", "minutes"):
            return False
        times = sum(other.key == head.key for other in self.told if max(self.found) <= other.index < index)
        return times == 1 or (times > 1 and self.above == "notice")

    def _in_minutes(self, index: int) -> bool:
        """Tell whether a case goes on with the series of the minutes it stands in: the next number of that form."""
        here = next(n for n, head in enumerate(self.told) if head.index == index)
        if self.above in ("", "papers") or here == 0:
            return False
        before, head = self.told[here - 1], self.told[here]
        last, this = parse_number(before.hit.number).sequence, parse_number(head.hit.number).sequence
        return before.hit.shape == head.hit.shape and last is not None and this == last + 1


def _extracts(outline: Outline, told: list[CaseHead]) -> set[int]:
    """Return where extracts begin that tell how one case went from body to body; nobody is told to be present."""
    heads = {head.told: head.index for head in told if head.told is not None}
    found = set()
    for n, (_, rows) in enumerate(outline.routes):
        at = next((heads[row.index] for row in rows if row.index in heads), None)
        if at is None or decided_stop(outline.lines, outline.vocabulary, outline.routes, n) is None:
            continue
        if not any(outline.marks[near] == "present" for near in range(max(0, at - _NEAR), at)):
            found.add(at)
    return found


def _settles(label: Label) -> bool:
    """Tell a label at which a head is over though no case was seen: a decision is told."""
    return label.colon and label.kind in ("decision.adopted", "decision.proposed")


def _is_attached(outline: Outline, index: int) -> bool:
    """Tell a title in a list of attachments from the heading of a document."""
    for at in range(index - 1, max(-1, index - 8), -1):
        label = outline.vocabulary.label(outline.lines[at].text, "case", bare=True)
        if outline.lines[at].page != outline.lines[index].page and _at_top(outline, index, 6):
            return False
        if label is not None:
            return label.kind in ("case.attachments", "case.background")
        if outline.lines[at + 1].number - outline.lines[at].number > 2:
            return False
    return False


def _backed(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a document's word heads one: labels of a head follow, or a list of cases, or a day is in it."""
    kinds = set()
    for at in _ahead(outline, index + 1):
        if at in heads:
            break
        mark = outline.marks[at]
        if mark:
            kinds.add(mark)
    near = " ".join(line.text for line in outline.lines[index : index + 4])
    top = index < 12 or _at_top(outline, index, 8)
    return len(kinds) >= 2 or "present" in kinds or (top and next(find_days(near), None) is not None)


def _attends(outline: Outline, index: int) -> bool:
    return any(outline.marks[at] == "present" for at in _ahead(outline, index))


def _ahead(outline: Outline, index: int) -> Iterator[int]:
    """Yield the places near ahead of one, up to the page that another document's heading opens."""
    for at in range(index, min(index + _NEAR, len(outline.lines))):
        line = outline.lines[at]
        if at > index and line.page != outline.lines[at - 1].page:
            top = outline.lines[at : at + 4]
            if any(line.page == each.page and _names_document(each.text) for each in top):
                return
        yield at


def _names_document(text: str) -> bool:
    word = document_word(text)
    return word is not None and word[0] != "papers" and word[1].lower() != "saksprotokoll"


def _beside_its_body(outline: Outline, index: int) -> bool:
    """Tell a cell of a table's first row that the name of a body stands before: `Lia kommune`, `SAKSFRAMLEGG`."""
    line, before = outline.lines[index], outline.lines[index - 1]
    at, above = line.cell, before.cell
    together = at is not None and above is not None and at[:2] == above[:2] == (at[0], 0) and above[2] == 0
    return together and is_organization(before.text)


def _cluster_ahead(outline: Outline, index: int, heads: set[int], *, titled: bool = False) -> bool:
    """Tell whether a head follows: a list of those present beside a label or a title, or three labels."""
    kinds = set()
    for at in _ahead(outline, index):
        if at in heads:
            break
        mark = outline.marks[at]
        if mark:
            kinds.add(mark)
    return ("present" in kinds and (titled or bool(kinds & {"date", "place", "time", "body"}))) or len(
        kinds & {"date", "place", "time", "body"}
    ) >= 3


def _cluster_start(outline: Outline, index: int, last_head: int) -> int:
    """Return where the document begins whose head has a label at a place: its heading above, or its page's top."""
    for at in range(index - 1, max(last_head, index - 16), -1):
        if outline.lines[at].page != outline.lines[index].page:
            break
        if document_word(outline.lines[at].text) is not None:
            return _title_above(outline, at, last_head)
    top = _page_top(outline, index, 14)
    return top if top > last_head else index


def _title_above(outline: Outline, index: int, last_head: int) -> int:
    """Return where a document begins whose heading stands at a place: lines of a title may stand above it."""
    if last_head < 0 and index < 5 and all(_in_letterhead(outline, n, index) for n in range(index)):
        return 0
    at = index
    while at - 1 > last_head and index - at < 5:
        line = outline.lines[at - 1]
        text = line.text
        if (
            line.page != outline.lines[index].page
            or line.cell is not None
            or len(text) > 140
            or text.endswith((".", ";", ",", ":"))
        ):
            break
        if (
            looks_like_sentence(text)
            or marked(line) is not None
            or outline.vocabulary.label(text, "head", "attendance", "decision", "close", "case")
        ):
            break
        at -= 1
    return at


def _in_letterhead(outline: Outline, at: int, index: int) -> bool:
    """Tell a line over the heading with which a file begins from a text: short and no sentence."""
    line = outline.lines[at]
    return line.page == outline.lines[index].page and len(line.text) < 80 and not looks_like_sentence(line.text)


def _paper_start(outline: Outline, index: int, last_head: int) -> int:
    """Return where a case paper begins whose heading or number stands at a place: the top of its page if near."""
    top = _page_top(outline, index, 14)
    same_page = last_head >= 0 and outline.lines[last_head].page == outline.lines[index].page
    decided = any(outline.decided[at] for at in range(top, index))
    return top if (top > last_head or same_page) and not decided else index


def _paper_head(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether the word `Saksframlegg` heads a paper: facts of a case or a case's number follow."""
    if re.match(
        r"saks(?:utredning|utgreiing|fr[ae]mstilling)", outline.lines[index].text, re.IGNORECASE
    ):  # a section's heading more often, and always right under a case's title
        titled = any(at in heads for at in range(max(0, index - 3), index))
        return not titled and any(at in heads for at in range(index + 1, min(index + 8, len(outline.lines))))
    around = [*range(index + 1, min(index + 16, len(outline.lines))), *range(_page_top(outline, index, 14), index)]
    return any(at in heads or outline.facts[at] is not None for at in around)


def _paper_case(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a case's head begins a paper: two facts follow that only papers have there, before another head."""
    kinds = set()
    after = range(index + 1, min(index + 16, len(outline.lines)))
    for at in [*takewhile(lambda at: at not in heads, after), *range(_page_top(outline, index, 12), index)]:
        fact = outline.facts[at]
        if fact is not None and (fact.colon or fact.value):
            kinds.add(fact.kind)
        elif at > index and ":" in outline.lines[at].text and (mark := outline.marks[at]) in ("date", "body"):
            kinds.add(f"head.{mark}")
    return len(kinds) >= 2


def _decides(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a case's decision is told, so that it stands in minutes and not in papers."""
    for at in range(index + 1, len(outline.lines)):
        if at in heads:
            return False
        label = outline.decided[at]
        if (
            label is not None
            and label.kind == "decision.adopted"
            and not label.written.lower().startswith("konklusjon")
        ):
            return True
    return False


def _page_top(outline: Outline, index: int, reach: int) -> int:
    """Return the first line of a line's page if it is at most some lines above, else the line itself."""
    at = index
    while at > 0 and outline.lines[at - 1].page == outline.lines[index].page and index - at < reach:
        at -= 1
    return at if at == 0 or outline.lines[at - 1].page != outline.lines[index].page else index


def _at_top(outline: Outline, index: int, reach: int) -> bool:
    """Tell whether a line is among the first of its page."""
    top = _page_top(outline, index, reach)
    return top != index or index == 0 or outline.lines[index - 1].page != outline.lines[index].page
