"""Where documents begin and end in a file, by the marks every document of the genre has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve, field

from govdocs.layout import Layout
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.parts import Claim, Evidence, Genre
from govdocs.reading.decisions import decision_label
from govdocs.reading.attendance import opens_list
from govdocs.reading.blocks import marked
from govdocs.reading.outline import CaseHead, Outline, document_word

__all__ = ["Segment", "claim_meetings", "segments"]

_NEAR = 30
"""Text lines within which the labels of one head stand."""


@define(kw_only=True)
class Segment:
    """A stretch of lines that may be one document, with what was seen in it."""

    start: int
    """Place of its first line in the outline."""
    end: int
    """Place behind its last line."""
    word: str | None = None
    """Kind of document its heading names."""
    heading: str = ""
    """That heading."""
    evidence: list[Evidence] = field(factory=list)
    attendance: int = 0
    dates: int = 0
    cases: int = 0
    adopted: int = 0
    proposed: int = 0
    facts: int = 0
    agenda: int = 0

    @property
    def genre(self) -> Genre | None:
        """What kind of document it is, `None` if it is none."""
        if self.cases == 0:
            return None
        if self.word == "papers" and not self.attendance:
            return Genre.CASE_PAPERS if self.proposed or self.facts else None
        if self.attendance and (self.dates or self.word):
            if self.word == "notice" and not self.adopted:
                return Genre.NOTICE
            return Genre.MINUTES
        if self.word == "minutes" and self.dates and (self.adopted or self.cases > 1):
            return Genre.MINUTES
        if self.proposed and self.facts >= 2 and not self.adopted:
            return Genre.CASE_PAPERS
        if self.word == "notice" and (self.dates or self.proposed):
            return Genre.NOTICE
        return None

    @property
    def confidence(self) -> float:
        """How sure a general reader may be, 0.5 to 0.8."""
        marks = [bool(self.word), bool(self.attendance), bool(self.dates), self.cases > 1, bool(self.adopted or self.proposed), self.facts > 1]
        return 0.5 + 0.05 * sum(marks)


def claim_meetings(layout: Layout, *, vocabulary: Vocabulary | None = None) -> Iterator[tuple[Claim, Segment]]:
    """Yield a claim for each document with cases in a file, with the segment it rests on.

    Case papers of one meeting that stand apart because minutes are attached between them are one claim, which yields to
    the minutes and to plans.
    """
    outline = Outline.of(layout.flow, vocabulary)
    if not outline.lines:
        return
    hosts: list[tuple[Claim, Segment]] = []
    for segment in segments(outline):
        genre = segment.genre
        if genre is None:
            continue
        first, last = outline.lines[segment.start].number, outline.lines[segment.end - 1].number
        claim = Claim(
            genre=genre,
            first=first,
            last=max(first, last),
            confidence=segment.confidence,
            evidence=tuple(sorted(segment.evidence, key=lambda e: e.line)[:12]),
            yields_to=(Genre.PLAN,) if genre is Genre.MINUTES else (Genre.PLAN, Genre.MINUTES),
            label=segment.heading or str(genre),
        )
        if genre in (Genre.CASE_PAPERS, Genre.NOTICE) and hosts and _continues(outline, hosts[-1][1], segment):
            before, host = hosts[-1]
            hosts[-1] = (evolve(before, last=claim.last, evidence=(*before.evidence, *claim.evidence)[:12], confidence=max(before.confidence, claim.confidence)), host)
            host.end = segment.end
            host.cases += segment.cases
            host.proposed += segment.proposed
        elif genre in (Genre.CASE_PAPERS, Genre.NOTICE):
            hosts.append((claim, segment))
        else:
            yield claim, segment
    yield from hosts


def _continues(outline: Outline, host: Segment, segment: Segment) -> bool:
    """Tell whether case papers belong to the meeting of those before: no second meeting's number or day says otherwise."""
    a, b = _meeting_of(outline, host), _meeting_of(outline, segment)
    return not (a and b and a != b)


def _meeting_of(outline: Outline, segment: Segment) -> str | None:
    """Return what tells the meeting a segment's papers are for: its part of the case numbers, its number or its day."""
    for head in outline.heads:
        if segment.start <= head.index < segment.end and (three := re.fullmatch(r"\d+/(\d+)/(\d{2,4})", head.hit.number)):
            return f"{three[1]}/{three[2][-2:]}"
    for line in outline.lines[segment.start : min(segment.start + 14, segment.end)]:
        match = re.match(r"(?:Saksframlegg|Saksfremlegg|Sakspapir\w*)\s.*?[Mm]øte\s+(?:nr\.?\s*)?(\d{1,2}/\d{2,4})|[Mm]øtedato:?\s*(\S+)", line.text)
        if match:
            return match[1] or match[2]
    return None


def segments(outline: Outline) -> list[Segment]:
    """Cut a file where documents begin, and look at what each stretch holds."""
    told = [head for head in outline.heads]
    starts = _starts(outline, told)
    out: list[Segment] = []
    for n, (start, word, heading) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(outline.lines)
        segment = Segment(start=start, end=end, word=word, heading=heading)
        _look(outline, segment, told)
        segment.end = _end(outline, segment, told)
        out.append(segment)
    return out


def _starts(outline: Outline, told: list[CaseHead]) -> list[tuple[int, str | None, str]]:
    """Return where documents begin: place, kind the heading names, heading."""
    heads = {head.index for head in told}
    found: dict[int, tuple[str | None, str]] = {}
    last_head = -1
    open_cluster = False
    seen: list[int] = []
    for index, line in enumerate(outline.lines):
        if index in heads:
            last_head, open_cluster = index, False
        word = document_word(line.text) if line.cell is None or line.cell[2] == 0 else None
        if word is not None and word[0] == "papers" and _paper_head(outline, index, heads):
            place = _paper_start(outline, index, last_head)
            if not any(place <= at <= index for at in found):
                found[place] = ("papers", line.text)
            last_head = index
            continue
        if index in heads and _paper_case(outline, index) and not _decides(outline, index, heads) and not _in_minutes(found, told, index):
            place = index - 1 if index and document_word(outline.lines[index - 1].text) else _paper_start(outline, index, max((h for h in heads if h < index), default=-1))
            if not any(place - 4 <= at <= index for at in found):
                found[place] = ("papers", outline.lines[place].text)
            continue
        mark = _head_mark(outline, index)
        if word is None and mark is None:
            continue
        if word is not None and word[0] != "papers" and not (mark or _backed(outline, index, heads)):
            continue
        if word is not None and word[1].lower() == "saksprotokoll" and last_head >= 0 and not _attends(outline, index):
            continue
        if open_cluster and index - seen[-1] <= 4 * _NEAR:
            seen.append(index)
            if word is not None and found and word[0] != "papers":
                at = max(found)
                if found[at][0] is None:
                    found[at] = (word[0], line.text)
            continue
        if last_head >= 0 and not _cluster_ahead(outline, index, heads):
            continue
        place = _title_above(outline, index, last_head) if word is not None else _cluster_start(outline, index, last_head)
        heading_word = word or document_word(outline.lines[place].text)
        found[place] = (heading_word[0] if heading_word else None, outline.lines[place].text)
        open_cluster, seen = True, [index]
    return [(at, word, heading) for at, (word, heading) in sorted(found.items())]


def _in_minutes(found: dict[int, tuple[str | None, str]], told: list[CaseHead], index: int) -> bool:
    """Tell whether a case only goes on with the series of the minutes it stands in: the next number of the same form."""
    if not found or found[max(found)][0] == "papers":
        return False
    here = next(n for n, head in enumerate(told) if head.index == index)
    if here == 0:
        return False
    before, head = told[here - 1], told[here]
    last, this = parse_number(before.hit.number).sequence, parse_number(head.hit.number).sequence
    return before.hit.shape == head.hit.shape and last is not None and this == last + 1


def _head_mark(outline: Outline, index: int) -> str | None:
    """Return what a line of a head is: `date`, `place`, `present` … ; `None` for any other line."""
    text = outline.lines[index].text
    if len(text) > 200:
        return None
    if opens_list(text, outline.vocabulary):
        return "present"
    head = outline.vocabulary.label(text, "head", bare=True)
    if head is None:
        return None
    kind = head.kind.removeprefix("head.")
    cell = outline.lines[index].cell
    in_cell = cell is not None and cell[2] == 0 and not head.value
    if kind in ("date", "time") and (in_cell or head.colon or next(find_days(head.value), None)):
        return "date" if kind == "date" or next(find_days(head.value), None) else "time"
    if kind in ("place", "body") and (in_cell or head.colon or (kind == "place" and head.value)):
        return kind
    return None


def _backed(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a document's word heads a document: labels of a head follow, or a list of cases, or a day is in it."""
    kinds = set()
    for at in range(index + 1, min(index + _NEAR, len(outline.lines))):
        if at in heads:
            break
        mark = _head_mark(outline, at)
        if mark:
            kinds.add(mark)
    near = " ".join(line.text for line in outline.lines[index : index + 4])
    top = index < 12 or _page_top(outline, index, 8) != index or outline.lines[index].page != outline.lines[index - 1].page
    return len(kinds) >= 2 or "present" in kinds or (top and next(find_days(near), None) is not None)


def _attends(outline: Outline, index: int) -> bool:
    return any(_head_mark(outline, at) == "present" for at in range(index, min(index + _NEAR, len(outline.lines))))


def _cluster_ahead(outline: Outline, index: int, heads: set[int]) -> bool:
    kinds = set()
    for at in range(index, min(index + _NEAR, len(outline.lines))):
        if at in heads:
            break
        mark = _head_mark(outline, at)
        if mark:
            kinds.add(mark)
    return "present" in kinds and bool(kinds & {"date", "place", "time", "body"}) or len(kinds & {"date", "place", "time", "body"}) >= 3


def _cluster_start(outline: Outline, index: int, last_head: int) -> int:
    """Return where the document begins whose head has a label at a place: its heading above, or its page's top."""
    for at in range(index - 1, max(last_head, index - 16), -1):
        if document_word(outline.lines[at].text) is not None:
            return _title_above(outline, at, last_head)
    top = _page_top(outline, index, 14)
    return top if top > last_head else index


def _title_above(outline: Outline, index: int, last_head: int) -> int:
    """Return where a document begins whose heading stands at a place: lines of a title may stand above it."""
    at = index
    while at - 1 > last_head and index - at < 5:
        line = outline.lines[at - 1]
        text = line.text
        if line.page != outline.lines[index].page or line.cell is not None or len(text) > 140 or text.endswith((".", ";", ",", ":")):
            break
        if looks_like_sentence(text) or marked(line) is not None or outline.vocabulary.label(text, "head", "attendance", "decision", "close", "case"):
            break
        at -= 1
    return at


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


def _paper_head(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether the word `Saksframlegg` heads a paper: facts of a case or a case's number follow."""
    if re.match(r"saks(?:utredning|utgreiing|fr[ae]mstilling)", outline.lines[index].text, re.IGNORECASE):  # a section's heading more often
        return any(at in heads for at in range(index + 1, min(index + 8, len(outline.lines))))
    around = [*range(index + 1, min(index + 16, len(outline.lines))), *range(_page_top(outline, index, 14), index)]
    return any(at in heads or _fact(outline, at) is not None for at in around)


def _paper_case(outline: Outline, index: int) -> bool:
    """Tell whether a case's head begins a paper: two facts that only papers have follow."""
    kinds = set()
    for at in [*range(index + 1, min(index + 16, len(outline.lines))), *range(_page_top(outline, index, 12), index)]:
        fact = _fact(outline, at)
        if fact is not None and (fact.colon or fact.value):
            kinds.add(fact.kind)
    return len(kinds) >= 2


def _decides(outline: Outline, index: int, heads: set[int]) -> bool:
    """Tell whether a case's decision is told, so that it stands in minutes and not in papers."""
    for at in range(index + 1, len(outline.lines)):
        if at in heads:
            return False
        label = decision_label(outline.lines[at].text, outline.vocabulary, minutes=True)
        if label is not None and label.kind == "decision.adopted":
            return True
    return False


def _fact(outline: Outline, index: int) -> Label | None:
    text = outline.lines[index].text
    label = outline.vocabulary.label(text, "case", bare=True)
    if label is None or label.kind in ("case.attachments", "case.background", "case.responsible", "case.previous"):
        return None
    if label.kind in ("case.to", "case.sender") and not label.colon and not (label.value[:1].isupper() and len(text) < 60):
        return None
    return label


def _look(outline: Outline, segment: Segment, told: list[CaseHead]) -> None:
    """Count the marks of a segment."""
    for head in told:
        if segment.start <= head.index < segment.end:
            segment.cases += 1
            if segment.cases <= 4:
                segment.evidence.append(Evidence(line=outline.lines[head.index].number, reason=f"case {head.hit.number}"))
    first_case = next((h.index for h in told if segment.start <= h.index < segment.end), segment.end)
    for index in range(segment.start, segment.end):
        line = outline.lines[index]
        if index < first_case or index - segment.start < 40:
            mark = _head_mark(outline, index)
            if mark == "present":
                segment.attendance += 1
                segment.evidence.append(Evidence(line=line.number, reason="a list of those present or absent"))
            elif mark is not None:
                segment.dates += mark == "date"
                segment.evidence.append(Evidence(line=line.number, reason=f"the meeting's {mark}"))
            elif index - segment.start < 6 and next((d for d in find_days(line.text) if d.date), None):
                segment.dates += 1
        decided = decision_label(line.text, outline.vocabulary, minutes=True)
        if decided is not None and decided.kind in ("decision.adopted", "decision.proposed"):
            adopted = decided.kind == "decision.adopted"
            segment.adopted += adopted
            segment.proposed += not adopted
        if _fact(outline, index) is not None:
            segment.facts += 1


def _end(outline: Outline, segment: Segment, told: list[CaseHead]) -> int:
    """Return where a segment's document ends: before pages that hold other matter."""
    marks = [h.index for h in told if segment.start <= h.index < segment.end]
    close = None
    for index in range(segment.start, segment.end):
        line = outline.lines[index]
        decided = decision_label(line.text, outline.vocabulary, minutes=True)
        if decided is not None and (decided.colon or decided.value):
            marks.append(index)
        label = outline.vocabulary.label(line.text, "close")
        if label is not None:
            marks.append(index)
            close = index
    if not marks:
        return segment.end
    last = max(marks)
    if close is not None and close == last:
        return _page_end(outline, last, segment.end)
    at = _page_end(outline, last, segment.end)
    while at < segment.end:
        stop = _page_end(outline, at, segment.end)
        if _other_matter(outline, at, stop, segment):
            return at
        at = stop
    return segment.end


def _page_end(outline: Outline, index: int, limit: int) -> int:
    page = outline.lines[index].page
    at = index
    while at < limit and outline.lines[at].page == page:
        at += 1
    return at


def _other_matter(outline: Outline, start: int, stop: int, segment: Segment) -> bool:
    """Tell a page that belongs to something else: an appendix's heading, or lines as slides have them."""
    lines = outline.lines[start:stop]
    if re.match(r"(?:Vedlegg|VEDLEGG)\s*(?:nr\.?\s*)?\d*\s*(?:[:–-]|$)", lines[0].text) and not (lines[0].cell):
        return True
    own = [len(line.text) for line in outline.lines[segment.start : start]]
    usual = sorted(own)[len(own) * 3 // 4] if own else 0
    mean = sum(len(line.text) for line in lines) / len(lines)
    ends = sum(line.text.endswith(".") for line in lines) / len(lines)
    return mean < 0.6 * usual and ends < 0.2 and not any(line.cell for line in lines)
