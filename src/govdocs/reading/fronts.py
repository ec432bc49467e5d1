"""The pages of a file that begin a document of their own, told by what stands at their top and what ended before."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from itertools import takewhile

from attrs import define, field, frozen

from govdocs.layout import Layout, Line
from govdocs.norwegian.dates import find_days, is_place_and_day
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.numbers import head_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.norwegian.words import either
from govdocs.reading.asking import once_a_layout
from govdocs.reading.blocks import marked
from govdocs.reading.bodies import is_body_name
from govdocs.reading.document_words import document_word
from govdocs.reading.plans.columns import find_headers, is_header_line
from govdocs.reading.plans.fields import has_field
from govdocs.reading.plans.labels import with_colons
from govdocs.reading.plans.names import is_plan_title, split_period
from govdocs.reading.rollcalls import opens_list
from govdocs.reading.routing import heads_table

__all__ = ["Front", "Opens", "find_fronts"]

_TOP = 5
"""Text lines at a page's top among which a title stands."""
_COVER = 12
"""Lines of a cover at the most."""
_LETTER = 14
"""Lines of a letter's head."""
_FEW = 4
"""Pages from its title on that show a plan's measures."""
_NEAR = 3
"""Lines around a title that name its body and its years."""
_HEAD = 25
"""Lines within which a meeting's head tells two of its facts."""
_CLOSE = 10
"""Lines at a page's end among which a document's close stands."""
_LONGEST = 120
"""Characters of a line in a title."""
_LABELS = ("decision", "agenda", "attendance", "close", "section", "case")
_OF_ALL = re.compile(r"(?:^|\D)(?P<page>\d{1,3})\s*(?:av|of|/|\()\s*(?P<all>\d{1,3})\)?\.?$", re.IGNORECASE)
_THEIRS = re.compile(r"\b(?:Deres|Dykkar)\s+(?:ref|dato|brev)", re.IGNORECASE)
_POST = re.compile(r"\d{4}\s+[A-ZÆØÅ][A-ZÆØÅa-zæøå ]+$")
_REPORT = re.compile(
    rf"(?:(?!Sak)[A-ZÆØÅ][a-zæøå]+ )?[a-zæøå]*(?:{either('documents', 'reports')})\b"
    r"(?=\s(?:for|fra|frå|om|etter|nr|\d{4})|$)",
    re.IGNORECASE,
)
_TELLS_OF = re.compile(
    r"[a-zæøå]+\s(?:av|om|til|for)\s(?:\S+\s){0,2}?(?:handlings|tiltaks)(?:plan|program)", re.IGNORECASE
)
"""A title that tells of a plan, as `Arbeidet med utarbeiding av handlingsplan 2024` does, and is not its name."""
_OWNER = re.compile(r"\s(?:for|i|ved|på)\s(?=[A-ZÆØÅ])")
_GIVEN = re.compile(r"(?:Rett utskrift|Kopi (?:sendt|til)|Med (?:venn?leg|vennlig) hilsen|Vedlegg til \w+)\b")


class Opens(StrEnum):
    """What a page's top opens."""

    PLAN = "plan"
    MEETING = "meeting"
    OTHER = "other"
    """A report, a letter, a newsletter."""
    ANY = "any"
    """Whatever comes behind the last page of a document."""


@frozen(kw_only=True)
class Front:
    """The first page of a document."""

    line: int
    """Number of its first text line."""
    opens: Opens
    """What document it begins."""


@define
class _Pages:
    """The text of a file by pages, with the numbers the pages bear."""

    text: list[list[Line]] = field(factory=list)
    numbers: list[tuple[int, int] | None] = field(factory=list)
    """Page and count of pages as a page says it."""

    @classmethod
    def of(cls, lines: Sequence[Line]) -> _Pages:
        pages = cls()
        page = 0
        for line in lines:
            if not line.text:
                continue
            if line.page != page:
                page = line.page
                pages.text.append([])
                pages.numbers.append(None)
            if line.furniture is None:
                pages.text[-1].append(line)
            match = _OF_ALL.search(line.text) if line.furniture == "page-number" else None
            if match is not None:
                pages.numbers[-1] = int(match["page"]), int(match["all"])
        return pages


@once_a_layout
def find_fronts(layout: Layout, vocabulary: Vocabulary) -> tuple[Front, ...]:
    """Return the pages that begin a document, in order; the first only if its top tells which kind."""
    pages = _Pages.of(layout.flow)
    tops = Counter(line.text.casefold() for text in pages.text for line in text[:2])
    out: list[Front] = []
    for n, top in enumerate(pages.text):
        if not top or not _begins(pages.text[n - 1] if n else (), top[0]):
            continue
        opens = _opens(pages, n, tops, vocabulary, signs=not out or out[-1].opens is not Opens.PLAN)
        if opens is not None and not (opens is Opens.PLAN and out and _is_covered(pages, n, out[-1], vocabulary)):
            out.append(Front(line=top[0].number, opens=opens))
    return tuple(out)


def _is_covered(pages: _Pages, n: int, front: Front, vocabulary: Vocabulary) -> bool:
    """Tell whether the page before a plan's title is the plan's cover, which begins with that title."""
    cover = pages.text[n - 1]
    if not cover or cover[0].number != front.line or len(cover) > _COVER or _has_measures([cover], vocabulary):
        return False
    title = _letters(split_period(pages.text[n][0].text)[0])
    return bool(title) and "".join(_letters(line.text) for line in cover[:_NEAR]).startswith(title)


def _letters(text: str) -> str:
    return "".join(filter(str.isalpha, text.casefold()))


def _begins(before: Sequence[Line], line: Line) -> bool:
    """Tell whether a page's first line may be the first of a document: no rest of a sentence, a list or a table."""
    if line.text[:1].islower() or len(line.text) > _LONGEST:
        return False
    if looks_like_sentence(line.text) and document_word(line.text) is None:
        return False
    last = before[-1].text if before else ""
    case = head_number(last)
    if case is not None and not case.rest:  # its title follows
        return False
    return marked(line) is None and not last.endswith((",", ":", "-", "–"))


def _opens(pages: _Pages, n: int, tops: Counter[str], vocabulary: Vocabulary, *, signs: bool) -> Opens | None:
    """Return what a page begins; `signs` says that signatures end the document it may stand in, as no preface does."""
    top = pages.text[n]
    if _names_plan(pages, n, tops, vocabulary):
        return Opens.PLAN
    if _meets(top, vocabulary) or _has_facts(top, vocabulary):
        return Opens.MEETING
    if _is_letter(top) or _reports(top, vocabulary):
        return Opens.OTHER
    if n and _was_last(pages, n) and _may_be_title(top[0], vocabulary):
        return Opens.ANY
    if n and signs and _closes(pages, n, vocabulary) and _is_title_page(top, vocabulary):
        return Opens.OTHER
    return None


def _names_plan(pages: _Pages, n: int, tops: Counter[str], vocabulary: Vocabulary) -> bool:
    """Tell whether a page begins with a plan's title: by its years, or beside its body and over its measures."""
    top = pages.text[n]
    for at, line in enumerate(top[:_TOP]):
        if (
            line.cell is not None
            or looks_like_sentence(line.text)
            or len(line.text) > _LONGEST
            or head_number(line.text) is not None
            or is_header_line(line, vocabulary)
            or vocabulary.kind(line.text, "decision") in ("decision.proposed", "decision.adopted")
            or (("plan" in (low := line.text.lower()) or "program" in low) and _TELLS_OF.search(line.text))
        ):
            return False
        if not is_plan_title(line.text, vocabulary) or tops[line.text.casefold()] > 1:
            continue
        if len(top) > at + 2 and all(each.text[:1].islower() for each in top[at + 1 : at + 3]):
            return False  # a paragraph
        near = [each.text for each in top[max(0, at - _NEAR) : at + _NEAR + 1] if each is not line]
        if split_period(line.text)[1] is not None or any(split_period(t)[1] and _names_owner(t) for t in near):
            return True
        near.extend(_OWNER.split(line.text)[1:])
        if any(_names_owner(text) for text in near) and _has_measures(pages.text[n : n + _FEW], vocabulary):
            return True
    return False


def _names_owner(text: str) -> bool:
    """Tell a line that names the body whose a plan is."""
    return is_organization(split_period(text)[0]) and not looks_like_sentence(text)


def _has_measures(pages: Sequence[Sequence[Line]], vocabulary: Vocabulary) -> bool:
    """Tell whether a plan's table or list of measures stands on some pages."""
    lines = with_colons([line for text in pages for line in text], vocabulary)
    if next(find_headers(lines, vocabulary), None) is not None:
        return True
    return sum(has_field(line.text, vocabulary) for line in lines) > 1


def _meets(top: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether a page begins with the head of a meeting's document: its word, and two facts of the meeting."""
    for at, line in enumerate(top[:_TOP]):
        if head_number(line.text) is not None or vocabulary.kind(line.text, "agenda") is not None:
            return False
        word = document_word(line.text)
        if word is not None and word[0] != "papers" and len(line.text) < 80:
            begun = [each.text.partition(":")[0] for each in top[at : at + _HEAD]]
            labels = {vocabulary.kind(text, "head", "attendance") for text in begun}
            days = any(next(find_days(each.text), None) for each in top[at : at + _NEAR])
            return len(labels - {None}) + days > 1
    return False


def _is_letter(top: Sequence[Line]) -> bool:
    """Tell a letter to somebody: its head names the receiver's reference and place."""
    head = top[:_LETTER]
    return any(_THEIRS.search(line.text) for line in head) and any(_POST.match(line.text) for line in head)


def _has_facts(top: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether a page begins with who met, or with facts of a meeting, a paper or an event.

    Facts are two labels with a colon or more, or the heads of the table that tells who treats a case.
    """
    kinds = set()
    if opens_list(top[0].text, vocabulary):
        return True
    for line in top[:_TOP]:
        if line.cell is not None:
            break
        if heads_table(line.text):
            return True
        label = vocabulary.label(line.text, "head", "case", alone=False)
        if label is not None and label.colon and not label.misspelt:
            kinds.add(label.kind)
    return len(kinds) > 1


def _reports(top: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether a page begins with the title of a report, a list or a letter to many, and says whose or when.

    Behind a case's number it is that case's title.
    """
    above = takewhile(lambda line: head_number(line.text) is None, top[:_TOP])
    title = next((line for line in above if "," not in line.text and _REPORT.match(line.text)), None)
    return title is not None and any(_names_or_dates(line.text) for line in top[:_TOP] if line is not title)


def _was_last(pages: _Pages, n: int) -> bool:
    """Tell whether the page before one was the last of its document by number: `Side 8 av 8`."""
    number, after = pages.numbers[n - 1], pages.numbers[n]
    return number is not None and number[0] == number[1] and (after is None or after[0] == 1 or after[1] != number[1])


def _closes(pages: _Pages, n: int, vocabulary: Vocabulary) -> bool:
    """Tell whether a document's close or its signatures stand at the end of the page before one."""
    number, after = pages.numbers[n - 1], pages.numbers[n]
    if number is not None and after is not None and after[0] == number[0] + 1:
        return False
    return any(
        vocabulary.kind(line.text, "close") is not None
        or vocabulary.label(line.text, "close", alone=False) is not None
        or is_place_and_day(line.text)
        or _GIVEN.match(line.text)
        for line in pages.text[n - 1][-_CLOSE:]
    )


def _is_title_page(top: Sequence[Line], vocabulary: Vocabulary) -> bool:
    """Tell whether a page begins as letters and reports do: short lines, a body's name or a day among them."""
    return (
        ":" not in top[0].text[:30]
        and all(_may_be_title(line, vocabulary) for line in top[:2])
        and any(_names_or_dates(line.text) for line in top[:_TOP])
    )


def _may_be_title(line: Line, vocabulary: Vocabulary) -> bool:
    return not (
        looks_like_sentence(line.text)
        or line.cell is not None
        or head_number(line.text) is not None
        or vocabulary.label(line.text, *_LABELS) is not None
    )


def _names_or_dates(text: str) -> bool:
    """Tell a line that names a body or gives a day."""
    return is_organization(text) or is_body_name(text) or any(day.date for day in find_days(text))
