"""Where each document in a file begins: the lines that can only stand at the head of one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import takewhile

from govdocs.norwegian.dates import Day, find_days
from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.remembering import remembered
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.blocks import marked
from govdocs.reading.bodies import is_body_name
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.heads import CaseHead
from govdocs.reading.outline import Outline
from govdocs.reading.rollcalls import opens_list
from govdocs.reading.tabled import decided_stop
from govdocs.reading.treated import treatment

__all__ = ["document_starts", "fact_label", "head_mark", "meets_on"]

_NEAR = 30


def document_starts(outline: Outline, told: list[CaseHead]) -> list[tuple[int, str | None, str]]:
    """Return where documents begin: place, kind the heading names, heading."""
    heads = {head.index for head in told}
    titles = {head.index + 1 for head in told if not head.hit.rest}  # a case may be called `Referat fra forrige møte`
    found: dict[int, tuple[str | None, str]] = {}
    inner = {n for form in outline.forms.values() for n in range(form.first + 1, form.next)}
    extracts = _extracts(outline, told)
    last_head = -1
    open_cluster = False
    seen: list[int] = []
    for index, line in enumerate(outline.lines):
        if index in inner:
            continue
        if index in outline.forms:
            found[index] = ("papers", line.text)
            last_head, open_cluster = index, False
            continue
        if index in heads or (open_cluster and _settles(outline, index)):
            last_head, open_cluster = index, False
        if index in heads and treatment(line.text) is not None:
            found[index] = ("minutes", line.text)
            continue
        word = document_word(line.text) if index not in titles and (line.cell is None or line.cell[2] == 0) else None
        if word is not None and word[0] == "papers" and _paper_head(outline, index, heads):
            place = _paper_start(outline, index, last_head)
            if not any(place <= at <= index for at in found):
                found[place] = ("papers", line.text)
            last_head = index
            continue
        if (
            index in heads
            and _paper_case(outline, index, heads)
            and not _decides(outline, index, heads)
            and not _in_minutes(found, told, index)
            and not _announced(found, told, index)
        ):
            place = (
                index - 1
                if index and document_word(outline.lines[index - 1].text)
                else _paper_start(outline, index, max((h for h in heads if h < index), default=-1))
            )
            if not any(place - 4 <= at <= index for at in found):
                found[place] = ("papers", outline.lines[place].text)
            continue
        if index in extracts and (not found or found[max(found)][0] == "papers"):
            place = _paper_start(outline, index, max((h for h in heads if h < index), default=-1))
            found[place] = ("papers", outline.lines[place].text)
            continue
        mark = head_mark(outline, index)
        if word is None and mark is None:
            continue
        if word is not None and _is_attached(outline, index):
            continue
        crowned = open_cluster and bool(seen) and index - seen[-1] <= 3  # the facts stand over the heading
        if word is not None and word[0] != "papers" and not (mark or crowned or _backed(outline, index, heads)):
            continue
        if word is not None and word[1].lower() == "saksprotokoll" and last_head >= 0 and not _attends(outline, index):
            continue
        listed = open_cluster and any(head_mark(outline, at) == "present" for at in seen)
        again = listed and word is not None and _at_top(outline, index, 6)
        if (
            open_cluster
            and index - seen[-1] <= 4 * _NEAR
            and not (again and _cluster_ahead(outline, index, heads, titled=True))
        ):
            seen.append(index)
            if word is not None and found and word[0] != "papers":
                at = max(found)
                if found[at][0] is None:
                    found[at] = (word[0], line.text)
            continue
        if last_head >= 0 and not _cluster_ahead(outline, index, heads, titled=word is not None):
            continue
        place = (
            _title_above(outline, index, last_head) if word is not None else _cluster_start(outline, index, last_head)
        )
        heading_word = word or document_word(outline.lines[place].text)
        found[place] = (heading_word[0] if heading_word else None, outline.lines[place].text)
        open_cluster, seen = True, [index]
    if told and not found and meets_on(outline.lines[0].text) is not None:
        found[0] = (None, outline.lines[0].text)
    return [(at, word, heading) for at, (word, heading) in sorted(found.items())]


@remembered
def meets_on(text: str) -> Day | None:
    """Return the day in a heading that is nothing but a body and the day it met: `Fylkesutvalget 27. februar 2024`."""
    day = next(find_days(text), None)
    if day is None or text[day.end :].strip(" .") or not is_body_name(text[: day.start].strip(" ,–-")):
        return None
    return day


def _extracts(outline: Outline, told: list[CaseHead]) -> set[int]:
    """Return where extracts begin that tell how one case went from body to body; nobody is told to be present."""
    heads = {head.told: head.index for head in told if head.told is not None}
    found = set()
    for n, (_, rows) in enumerate(outline.routes):
        at = next((heads[row.index] for row in rows if row.index in heads), None)
        if at is None or decided_stop(outline.lines, outline.vocabulary, outline.routes, n) is None:
            continue
        if not any(head_mark(outline, near) == "present" for near in range(max(0, at - _NEAR), at)):
            found.add(at)
    return found


def _settles(outline: Outline, index: int) -> bool:
    """Tell a line at which a head is over though no case was seen: a decision is told."""
    label = decision_label(outline.lines[index].text, outline.vocabulary, minutes=True)
    return label is not None and label.colon and label.kind in ("decision.adopted", "decision.proposed")


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


def _announced(found: dict[int, tuple[str | None, str]], told: list[CaseHead], index: int) -> bool:
    """Tell whether a case is one that the notice above it has in its agenda, so that it belongs to that document."""
    if not found or found[max(found)][0] != "notice":
        return False
    key = next(head.key for head in told if head.index == index)
    return any(head.key == key for head in told if max(found) <= head.index < index)


def _in_minutes(found: dict[int, tuple[str | None, str]], told: list[CaseHead], index: int) -> bool:
    """Tell whether a case goes on with the series of the minutes it stands in: the next number of that form."""
    if not found or found[max(found)][0] == "papers":
        return False
    here = next(n for n, head in enumerate(told) if head.index == index)
    if here == 0:
        return False
    before, head = told[here - 1], told[here]
    last, this = parse_number(before.hit.number).sequence, parse_number(head.hit.number).sequence
    return before.hit.shape == head.hit.shape and last is not None and this == last + 1


def head_mark(outline: Outline, index: int) -> str | None:
    """Return what a line of a head is: `date`, `place`, `present` … ; `None` for any other line."""
    line = outline.lines[index]
    if len(line.text) > 200 and ":" not in line.text[:60]:
        return None
    return _mark(line.text, outline.vocabulary, line.cell is not None and line.cell[2] == 0)


@remembered
def _mark(text: str, vocabulary: Vocabulary, first_cell: bool) -> str | None:
    if opens_list(text, vocabulary):
        return "present"
    if len(text) > 200:
        return None
    head = vocabulary.label(text, "head", bare=True)
    if head is None:
        return None
    kind = head.kind.removeprefix("head.")
    in_cell = first_cell and not head.value
    if kind in ("date", "time") and (in_cell or head.colon or next(find_days(head.value), None)):
        return "date" if kind == "date" or next(find_days(head.value), None) else "time"
    if kind in ("place", "body") and (in_cell or head.colon or (kind == "place" and head.value)):
        return kind
    return None


def _backed(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a document's word heads one: labels of a head follow, or a list of cases, or a day is in it."""
    kinds = set()
    for at in _ahead(outline, index + 1):
        if at in heads:
            break
        mark = head_mark(outline, at)
        if mark:
            kinds.add(mark)
    near = " ".join(line.text for line in outline.lines[index : index + 4])
    top = index < 12 or _at_top(outline, index, 8)
    return len(kinds) >= 2 or "present" in kinds or (top and next(find_days(near), None) is not None)


def _attends(outline: Outline, index: int) -> bool:
    return any(head_mark(outline, at) == "present" for at in _ahead(outline, index))


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


def _cluster_ahead(outline: Outline, index: int, heads: set[int], *, titled: bool = False) -> bool:
    """Tell whether a head follows: a list of those present beside a label or a title, or three labels."""
    kinds = set()
    for at in _ahead(outline, index):
        if at in heads:
            break
        mark = head_mark(outline, at)
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
    decided = any(decision_label(outline.lines[at].text, outline.vocabulary, minutes=True) for at in range(top, index))
    return top if (top > last_head or same_page) and not decided else index


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


def _paper_head(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether the word `Saksframlegg` heads a paper: facts of a case or a case's number follow."""
    if re.match(
        r"saks(?:utredning|utgreiing|fr[ae]mstilling)", outline.lines[index].text, re.IGNORECASE
    ):  # a section's heading more often, and always right under a case's title
        titled = any(at in heads for at in range(max(0, index - 3), index))
        return not titled and any(at in heads for at in range(index + 1, min(index + 8, len(outline.lines))))
    around = [*range(index + 1, min(index + 16, len(outline.lines))), *range(_page_top(outline, index, 14), index)]
    return any(at in heads or fact_label(outline, at) is not None for at in around)


def _paper_case(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a case's head begins a paper: two facts follow that only papers have there, before another head."""
    kinds = set()
    after = range(index + 1, min(index + 16, len(outline.lines)))
    for at in [*takewhile(lambda at: at not in heads, after), *range(_page_top(outline, index, 12), index)]:
        fact = fact_label(outline, at)
        if fact is not None and (fact.colon or fact.value):
            kinds.add(fact.kind)
        elif at > index and ":" in outline.lines[at].text and (mark := head_mark(outline, at)) in ("date", "body"):
            kinds.add(f"head.{mark}")
    return len(kinds) >= 2


def _decides(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a case's decision is told, so that it stands in minutes and not in papers."""
    for at in range(index + 1, len(outline.lines)):
        if at in heads:
            return False
        label = decision_label(outline.lines[at].text, outline.vocabulary, minutes=True)
        if (
            label is not None
            and label.kind == "decision.adopted"
            and not label.written.lower().startswith("konklusjon")
        ):
            return True
    return False


def fact_label(outline: Outline, index: int) -> Label | None:
    """Return the label at the start of a line that tells a fact of a meeting or a case."""
    text = outline.lines[index].text
    label = outline.vocabulary.label(text, "case", bare=True)
    if label is None or label.kind in ("case.attachments", "case.background", "case.responsible", "case.previous"):
        return None
    if (
        label.kind in ("case.to", "case.sender")
        and not label.colon
        and not (label.value[:1].isupper() and (len(text) < 60 or is_body_name(label.value)))
    ):
        return None
    return label
