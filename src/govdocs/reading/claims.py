"""Where documents begin and end in a file, by the marks every document of the genre has."""

from __future__ import annotations

import re
from collections.abc import Iterator

from attrs import define, evolve, field

from govdocs.layout import Layout
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.parts import Claim, Evidence, Genre
from govdocs.reading.asking import once_a_layout
from govdocs.reading.beginnings import document_starts
from govdocs.reading.broken_days import breaks_day
from govdocs.reading.head_marks import meets_on
from govdocs.reading.heads import CaseHead, number_key
from govdocs.reading.outline import Outline
from govdocs.reading.stretches import outlines, own_heads
from govdocs.reading.treated import treatment

__all__ = ["Segment", "claim_meetings", "segments"]


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
    heads: list[CaseHead] = field(factory=list)
    """Where its cases begin."""
    evidence: list[Evidence] = field(factory=list)
    attendance: int = 0
    dates: int = 0
    cases: int = 0
    adopted: int = 0
    proposed: int = 0
    facts: int = 0
    agenda: int = 0
    """Headings of a list of cases right above the first."""

    @property
    def genre(self) -> Genre | None:
        """What kind of document it is, `None` if it is none."""
        if self.cases == 0:  # what was decided may stand without numbers
            return Genre.MINUTES if self.word == "minutes" and self.attendance and self.dates else None
        if self.word == "papers" and (not self.attendance or (self.proposed and not self.adopted)):
            return Genre.CASE_PAPERS if self.proposed or self.facts else None
        if self.attendance and (self.dates or self.word or (self.adopted and self.cases > 1)):
            if self.word == "notice" and not self.adopted:
                return Genre.NOTICE
            return Genre.MINUTES
        if self.word == "minutes" and self.dates and (self.adopted or self.cases > 1):
            return Genre.MINUTES
        if self.adopted and meets_on(self.heading) is not None:
            return Genre.MINUTES
        if self.proposed and self.facts >= 2 and not self.adopted:
            return Genre.CASE_PAPERS
        if self.word == "notice" and (self.dates or self.proposed):
            return Genre.NOTICE
        if self.proposed > 1 and self.dates and self.cases > 1 and self.word is None and not self.adopted:
            return Genre.CASE_PAPERS  # an agenda with a proposal under each case
        if self.agenda and self.dates and self.cases > 2 and self.word is None and not self.adopted:
            return Genre.NOTICE
        return None

    @property
    def is_front(self) -> bool:
        """Whether it may be the front of the case papers behind it: a notice, or an agenda under the meeting's day."""
        return self.word == "notice" or (self.word is None and self.cases > 1 and bool(self.dates) and not self.adopted)

    @property
    def confidence(self) -> float:
        """How sure a general reader may be, 0.5 to 0.8."""
        marks = [
            bool(self.word),
            bool(self.attendance),
            bool(self.dates),
            self.cases > 1,
            bool(self.adopted or self.proposed),
            self.facts > 1,
        ]
        return 0.5 + 0.05 * sum(marks)


def claim_meetings(layout: Layout, *, vocabulary: Vocabulary | None = None) -> Iterator[tuple[Claim, Segment]]:
    """Yield a claim for each document with cases in a file, with the segment it rests on.

    Case papers of one meeting that stand apart because minutes are attached between them are one claim, which yields to
    the minutes and to plans.
    """
    yield from _claims(layout, vocabulary or Vocabulary.standard())


@once_a_layout
def _claims(layout: Layout, vocabulary: Vocabulary) -> list[tuple[Claim, Segment]]:
    return [found for outline in outlines(layout, vocabulary) for found in _found(outline)]


def _found(outline: Outline) -> Iterator[tuple[Claim, Segment]]:
    if not outline.lines:
        return
    hosts: list[tuple[Claim, Segment]] = []
    front: Segment | None = None
    for segment in segments(outline):
        genre = segment.genre
        if front is not None and front.end == segment.start and genre is Genre.CASE_PAPERS:
            segment.start, segment.heading = front.start, front.heading
        front = segment if genre is None and segment.is_front else None
        if genre is None:
            continue
        numbers = [line.number for line in outline.lines[segment.start : segment.end]]
        first, last = min(numbers), max(numbers)  # a table's cells may stand in another order than on the page
        claim = Claim(
            genre=genre,
            first=first,
            last=last,
            confidence=segment.confidence,
            evidence=tuple(sorted(segment.evidence, key=lambda e: e.line)[:12]),
            yields_to=(Genre.PLAN,) if genre is Genre.MINUTES else (Genre.PLAN, Genre.MINUTES),
            label=segment.heading or str(genre),
        )
        if genre in (Genre.CASE_PAPERS, Genre.NOTICE) and hosts and _continues(outline, hosts[-1][1], segment):
            before, host = hosts[-1]
            hosts[-1] = (
                evolve(
                    before,
                    last=claim.last,
                    evidence=(*before.evidence, *claim.evidence)[:12],
                    confidence=max(before.confidence, claim.confidence),
                ),
                host,
            )
            host.end = segment.end
            host.cases += segment.cases
            host.proposed += segment.proposed
        elif genre in (Genre.CASE_PAPERS, Genre.NOTICE):
            hosts.append((claim, segment))
        else:
            yield claim, segment
    yield from hosts


def _continues(outline: Outline, host: Segment, segment: Segment) -> bool:
    """Tell whether case papers belong to the meeting of those before: no other number, day, year or body says not.

    Where the day is told for both, reports may be a series of their own, as `OS 7/24` beside `S 24/24`.
    """
    a, b = _meeting_of(outline, host), _meeting_of(outline, segment)
    if a.get("day") == b.get("day") is not None and {head.key for head in segment.heads} <= {h.key for h in host.heads}:
        return True  # the agenda names its cases
    both = a.keys() & b.keys()
    if "form" in both and not (a["form"][:1].isalpha() and b["form"][:1].isalpha()):  # a code may be left out
        a["form"], b["form"] = (told["form"].lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZÆØÅ -") for told in (a, b))
    return all(a[what] == b[what] for what in (both - {"form"} if "day" in both else both))


def _meeting_of(outline: Outline, segment: Segment) -> dict[str, str]:
    """Return what tells the meeting a segment's papers are for: number, year and form of the case, day, body."""
    told: dict[str, str] = {}
    for head in segment.heads[:1]:
        number = parse_number(head.hit.number)
        told["form"] = re.sub(r"\d+", "9", head.hit.number)
        if number.year:
            told["year"] = str(number.year)
        if number.meeting:
            return {**told, "number": f"{number.meeting}/{number.year}"}
    for row in (row for _, rows in outline.routes for row in rows if segment.start <= row.index < segment.end):
        if row.number is not None and any(number_key(row.number) == head.key for head in segment.heads):
            told.update({"day": str(row.date)} if row.date else {}, **({"body": row.body.lower()} if row.body else {}))
            break
    for line in outline.lines[segment.start : min(segment.start + 14, segment.end)]:
        match = re.match(
            r"(?:Saksframlegg|Saksfremlegg|Sakspapir\w*)\s.*?[Mm]øte\s+(?:nr\.?\s*)?(\d{1,2}/\d{2,4})", line.text
        )
        if match:
            told["number"] = match[1]
        day = next(find_days(line.text), None) if re.match(r"(?:[Mm]øted|D)ato\b", line.text) else None
        if day is not None:
            told.setdefault("day", str(day.date))
    return told


def segments(outline: Outline) -> list[Segment]:
    """Cut a file where documents begin, and look at what each stretch holds.

    Each document numbers its cases in its own way, so heads are looked for once more within what was cut; they may
    show where further documents begin.
    """
    told = list(outline.heads)
    starts = document_starts(outline, told)
    if len(starts) > 1:
        known: dict[tuple[int, int], tuple[CaseHead, ...]] = {}
        told = own_heads(outline, [start for start, _, _ in starts], known)
        starts = document_starts(outline, told)
        told = own_heads(outline, [start for start, _, _ in starts], known)
    out: list[Segment] = []
    for n, (start, word, heading) in enumerate(starts):
        end = starts[n + 1][0] if n + 1 < len(starts) else len(outline.lines)
        own = [head for head in told if start <= head.index < end]
        segment = Segment(start=start, end=end, word=word, heading=heading, heads=own)
        _look(outline, segment, told)
        segment.end = _end(outline, segment, told)
        out.append(segment)
    return out


def _look(outline: Outline, segment: Segment, told: list[CaseHead]) -> None:
    """Count the marks of a segment."""
    for head in told:
        if segment.start <= head.index < segment.end:
            segment.cases += 1
            if segment.cases <= 4:
                segment.evidence.append(
                    Evidence(line=outline.lines[head.index].number, reason=f"case {head.hit.number}")
                )
    forms = {n for form in outline.forms.values() for n in range(form.first, form.next)}
    segment.facts += sum(segment.start <= place < segment.end for place, _ in outline.routes)
    first_case = next((h.index for h in told if segment.start <= h.index < segment.end), segment.end)
    for index in range(segment.start, segment.end):
        line = outline.lines[index]
        if index in forms:
            segment.facts += 1
            continue
        if index < first_case or index - segment.start < 40:
            mark = outline.marks[index]
            if mark == "present":
                segment.attendance += 1
                segment.evidence.append(Evidence(line=line.number, reason="a list of those present or absent"))
            elif mark is not None:
                segment.dates += mark == "date"
                segment.evidence.append(Evidence(line=line.number, reason=f"the meeting's {mark}"))
            elif index - segment.start < 6 and next((d for d in find_days(_with_day(outline, index)) if d.date), None):
                segment.dates += 1
        listed = first_case - 4 <= index < first_case and outline.vocabulary.kind(line.text, "agenda") is not None
        segment.agenda += listed
        decided = outline.decided[index]
        if decided is not None and decided.kind in ("decision.adopted", "decision.proposed"):
            adopted = decided.kind == "decision.adopted"
            segment.adopted += adopted
            segment.proposed += not adopted
        if outline.facts[index] is not None:
            segment.facts += 1


def _with_day(outline: Outline, index: int) -> str:
    """Return a line's text, with the next line's where a day is cut in two between them."""
    line = outline.lines[index]
    after = outline.lines[index + 1] if index + 1 < len(outline.lines) else line
    return f"{line.text} {after.text}" if breaks_day(line, after) else line.text


def _end(outline: Outline, segment: Segment, told: list[CaseHead]) -> int:
    """Return where a segment's document ends: before pages that hold other matter."""
    if treatment(segment.heading) is not None:  # the extract of one case, with nothing behind it
        return segment.end
    marks = [h.index for h in told if segment.start <= h.index < segment.end]
    close = None
    for index in range(segment.start, segment.end):
        line = outline.lines[index]
        decided = outline.decided[index]
        if decided is not None and (decided.colon or decided.value):
            marks.append(index)
        label = outline.vocabulary.label(line.text, "close")
        if label is not None:
            below = label.colon and not label.value and index + 1 < segment.end  # what it announces is the next line
            close = index + 1 if below else index
            marks.append(close)
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
    if segment.word == "papers" and any(
        outline.vocabulary.kind(outline.lines[index].text, "section", "case")
        or outline.facts[index]
        or outline.decided[index]
        for index in range(start, stop)
    ):
        return False
    own = [len(line.text) for line in outline.lines[segment.start : start]]
    usual = sorted(own)[len(own) * 3 // 4] if own else 0
    mean = sum(len(line.text) for line in lines) / len(lines)
    ends = sum(line.text.endswith(".") for line in lines) / len(lines)
    return mean < 0.6 * usual and ends < 0.2 and not any(line.cell for line in lines)
