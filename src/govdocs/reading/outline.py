"""The marks that give a meeting's document its shape: where its head, its cases and its lists begin."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from functools import cached_property

from attrs import define, evolve, field

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.numbers import NumberHit, archive_number, head_number
from govdocs.norwegian.vocabulary import Label, Vocabulary
from govdocs.reading.blocks import Wrap, words_of
from govdocs.reading.bulleted import without_bullets
from govdocs.reading.case_columns import take_cases
from govdocs.reading.case_kinds import legend
from govdocs.reading.columns import set_apart, set_under
from govdocs.reading.counted import counted_heads
from govdocs.reading.datatables import data_tables
from govdocs.reading.decisions import decision_label
from govdocs.reading.fact_columns import take_columns
from govdocs.reading.follow_cells import follow_heads
from govdocs.reading.forms import Form, find_forms
from govdocs.reading.head_marks import fact_label, head_mark
from govdocs.reading.heads import (
    CaseHead,
    archives,
    ends_with_its_year,
    family,
    is_sub,
    number_key,
    one_series,
    rises,
    under,
    unrowed,
    without_code,
)
from govdocs.reading.leaders import without_pages
from govdocs.reading.margins import take_margins
from govdocs.reading.ordinals import listed_in_order, ordinal_heads
from govdocs.reading.points import heads_apart
from govdocs.reading.routing import Stop, find_stops
from govdocs.reading.tabled import mentioned_under, tabled_heads
from govdocs.reading.treated import treated_heads
from govdocs.reading.unnumbered import untold_head

__all__ = ["Outline", "text_lines"]

_MORE_NUMBERS = re.compile(r"(?:og|til|,|-)\s*\d")
_FIGURES = re.compile(r"[\d/., )-]+")
_SUB_NUMBER = re.compile(r"\d{1,3}\.\d{1,2}")
_FIRST_NUMBER = re.compile(r"\D*0*(\d+)")
_SHORT_NUMBER = re.compile(r"(?:Sak|SAK|Styresak|Saksnr\.?|Sak nr\.?)\s*(\d{1,3})(?=[\s:.–-]|$)")
_BOLD = ("head", "attendance", "case", "decision", "section")
"""Groups of labels that bold type tells from their value."""
_FILED = re.compile(r"\d{2,4}/\d{2,6}(?:-\d{1,3})?(?:$|\s+(?=[A-ZÆØÅ«\"]))")
"""The number in the archive beside a case's own: `9/14   14/3716`, over or before the title."""
_WORDED = re.compile(r"(?:Sak|SAK)\s+")
_OPEN_BRACKET = re.compile(r"\([^()]*$")
_CLOSED_BRACKET = re.compile(r"\d{1,4}[/-]\d{1,4}[^()]*\)")
"""A number at which the bracket closes that the line above opens: `… (sak` / `49/16)`."""


@define(frozen=True)
class Outline:
    """A part's text lines with the marks on them."""

    lines: tuple[Line, ...]
    """Text lines in reading order, no blank ones."""
    vocabulary: Vocabulary = field(factory=Vocabulary.standard)
    """Labels to look for."""
    source: tuple[Line, ...] = ()
    """The lines as they stand on the page, where the outline was made of such."""

    @classmethod
    def of(cls, lines: Sequence[Line], vocabulary: Vocabulary | None = None) -> Outline:
        """Make an outline of lines, furniture and blank ones left out."""
        words = vocabulary or Vocabulary.standard()
        source = text_lines(lines)
        text = [_told_apart(line, words) if line.lead else line for line in source]
        kept = [*take_margins([*take_columns([*without_pages(take_cases(text, words))], words)], words)]
        apart = [each for line in set_under(kept, words) for each in (set_apart(line, words) if line.gaps else (line,))]
        return cls(tuple(without_bullets(apart)), words, source)

    @cached_property
    def wrap(self) -> Wrap:
        """How its lines go on."""
        return Wrap(self.lines)

    @cached_property
    def data_tables(self) -> frozenset[int]:
        """Its tables of figures and short words."""
        return data_tables(self.lines, self.heads, self.vocabulary)

    @cached_property
    def words(self) -> frozenset[str]:
        """Words that stand whole in it."""
        return words_of(self.lines)

    def label(self, index: int, *groups: str, bare: bool = False) -> Label | None:
        """Find a label at the start of a line; a cell that is a label has its neighbour cell as value."""
        return self.vocabulary.label(self.lines[index].text, *groups, bare=bare)

    @cached_property
    def marks(self) -> tuple[str | None, ...]:
        """What each line is of a meeting's head: `date`, `place`, `present` …; `None` for any other line."""
        return tuple(head_mark(line, self.vocabulary) for line in self.lines)

    @cached_property
    def facts(self) -> tuple[Label | None, ...]:
        """The label of each line that tells a fact of a meeting or a case."""
        return tuple(fact_label(line.text, self.vocabulary) for line in self.lines)

    @cached_property
    def decided(self) -> tuple[Label | None, ...]:
        """The label of a decision at the start of each line, as minutes have them."""
        return tuple(decision_label(line.text, self.vocabulary, minutes=True) for line in self.lines)

    @cached_property
    def heads(self) -> tuple[CaseHead, ...]:
        """Where cases begin, agenda entries included, in the one form of number that the document uses."""
        rows = {row.index for _, rows in self.routes for row in rows}
        held = {n for form in self.forms.values() for n in range(form.first, form.next)}
        told = self._unattached([head for head in self._told if head.index not in held])
        counted = counted_heads(self.lines, told)
        if counted:
            return tuple(counted)
        told.extend(CaseHead(index=form.first, hit=form.hit) for form in self.forms.values())
        elsewhere = {head.key for head in told if head.index not in rows}
        told = [head for head in told if head.index not in rows or head.key not in elsewhere]
        tabled = tabled_heads(self.lines, self.vocabulary, self.routes, told)
        if tabled and not told:
            told.extend(self._listed_for(tabled))
        told = [head for head in told if not mentioned_under(tabled, head)]
        told.extend(tabled)
        told.extend(self._listed_above(told))
        main = [head for head in told if not is_sub(head.hit) and head.index not in self.repeats]
        main = main or untold_head(self.lines, self.vocabulary) or treated_heads(self.lines) or self._by_form()
        main = main or ordinal_heads(self.lines, self.vocabulary)
        main = [unrowed(self.lines, head) for head in one_series(main)]
        return tuple(sorted([*under(self.lines, main), *self._subs(main)], key=lambda head: head.index))

    def _unattached(self, told: list[CaseHead]) -> list[CaseHead]:
        """Leave out a paper right under `Vedlegg:` that is called after its case, whose own number has no word."""
        listed = [head for head in told if self._is_attached(head.index)]
        if not listed or len(listed) < len(told):
            return told
        bare = {head.key: head.index for head in self._by_form()}
        own = all(bare.get(head.key, head.index) < head.index for head in listed)
        return [] if own and len(bare) > max(2, len(listed)) else told

    def _is_attached(self, index: int) -> bool:
        over = self.lines[index - 1] if index else None
        tight = over is not None and self.lines[index].number - over.number == 1
        return tight and over is not None and self.vocabulary.kind(over.text, "case") == "case.attachments"

    def _listed_for(self, tabled: Sequence[CaseHead]) -> list[CaseHead]:
        """Return the agenda's entries, which have a bare number, for cases whose numbers stand in small tables."""
        held = {head.index for head in tabled}
        listed = [head for head in self._by_form() if head.index not in held]
        return listed if {head.key for head in listed} & {head.key for head in tabled} else []

    def _listed_above(self, told: Sequence[CaseHead]) -> list[CaseHead]:
        """Return the agenda's entries, which have a bare number, where a word tells the same cases further on."""
        first = min((head.index for head in told), default=0)
        listed = [head for head in self._by_form() if head.index < first]
        listed = listed or listed_in_order(self.lines[:first], self.vocabulary, told)
        coded = {without_code(head.key): head.hit.number for head in told}
        if not coded.keys() <= {without_code(head.key) for head in listed}:
            return []
        return [
            evolve(head, hit=evolve(head.hit, number=coded.get(without_code(head.key), head.hit.number)))
            for head in listed
        ]

    @cached_property
    def kinds(self) -> dict[str, str]:
        """What the letters mean that stand in brackets before titles, as a legend tells: `B = beslutningssak`."""
        return legend(self.lines)

    @cached_property
    def follow_heads(self) -> dict[tuple[int, int], str]:
        """The heads of columns that tell who follows a case up, by table and column."""
        return follow_heads(self.lines, self.vocabulary)

    @cached_property
    def repeats(self) -> frozenset[int]:
        """Where a paper repeats its case's number over its account, below its facts and its proposal."""
        found: set[int] = set()
        above: CaseHead | None = None
        for head in self._told:
            if above is not None and above.key == head.key and self._has_begun(above.index + 1, head.index):
                found.add(head.index)
            else:
                above = head
        return frozenset(found)

    def _has_begun(self, start: int, end: int) -> bool:
        """Tell whether a case's account goes on at a place: facts of the case and a proposal stand before it."""
        facts = proposed = False
        for index in range(start, end):
            label = decision_label(self.lines[index].text, self.vocabulary, minutes=False)
            proposed = proposed or (label is not None and label.kind == "decision.proposed")
            fact = self.label(index, "case", bare=True)
            facts = facts or (fact is not None and fact.kind in ("case.officer", "case.archive"))
        return facts and proposed

    @cached_property
    def _told(self) -> tuple[CaseHead, ...]:
        """The heads that a word or a code tells, in order."""
        return tuple(sorted([*self._find_told(), *heads_apart(self.lines)], key=lambda head: head.index))

    def _find_told(self) -> Iterator[CaseHead]:
        for index, line in enumerate(self.lines):
            text = line.text
            if not text or not (
                text[0].isupper() or (text[0].isdigit() and line.cell is not None and line.cell[2] == 0)
            ):
                continue
            hit = head_number(text)
            if hit is None:
                continue
            if hit.rest and decision_label(hit.rest, self.vocabulary, minutes=True) is not None:
                continue  # `RMN-007/13 VEDTAK:` labels a decision
            archived = self.vocabulary.label(hit.rest, "case") if hit.rest else None
            if archived is not None and archived.kind == "case.archive":
                hit = evolve(hit, rest="")
            head = CaseHead(index=index, hit=hit)
            if self._heads_a_case(index, hit) and not archives(self.lines, head):
                yield head

    @cached_property
    def forms(self) -> dict[int, Form]:
        """The heads of case papers that are filled in like a form, by the place of their first line."""
        return {form.first: form for form in find_forms(self.lines)}

    @cached_property
    def routes(self) -> list[tuple[int, list[Stop]]]:
        """The tables that tell which bodies treat a case: the place of each head and its rows."""
        return find_stops(self.lines)

    def _heads_a_case(self, index: int, hit: NumberHit) -> bool:
        rest = hit.rest
        line = self.lines[index]
        if rest and not (rest[0].isupper() or rest[0] in '«"“”„(' or rest[0].isdigit() or (line.bold or line.heading)):
            return False
        if _MORE_NUMBERS.match(rest) or _FIGURES.fullmatch(rest or "x"):
            return False
        if hit.shape.startswith("saksnr|") or hit.shape.startswith("saksnummer|"):
            return bool(rest) or self._in_cell(index) or self._among_facts(index, hit)
        if index and not self._starts_afresh(index):
            return False
        if (
            rest
            and len(rest.split()) > 4
            and re.match(r"[A-ZÆØÅ]\w+\s+(?:er|var|ble|blei|vart|har|skal)\b", rest)
            and rest.endswith(".")
        ):
            return False
        return not (
            hit.word
            and re.fullmatch(r"[Ss]ak(?:snr)?", hit.word)
            and "/" not in hit.number
            and "-" not in hit.number
            and "." not in hit.number
            and not self._short_numbers
        )

    def _among_facts(self, index: int, hit: NumberHit) -> bool:
        """Tell a case's number under a label of its own in the head of its paper: `Saksnr.: S 23/20` under `Frå: …`.

        It has a code, or the agenda names it, or it ends with its year: another bare number may be the archive's, which
        begins with its year.
        """
        archived = archive_number(self.lines[index].text) is not None
        named = not archived and (hit.number[0].isalpha() or number_key(hit.number) in self._titled)
        if not named and not self._of_a_year(index, hit):
            return False
        line = self.lines[index]
        return any(
            abs(self.lines[n].number - line.number) == 1
            and (label := self.label(n, "case", "head")) is not None
            and label.colon
            for n in (index - 1, index + 1)
            if 0 <= n < len(self.lines)
        )

    def _of_a_year(self, index: int, hit: NumberHit) -> bool:
        """Tell a number that ends with the year of the meeting's day near it, else with one that the document names."""
        near = (n for n in range(max(0, index - 5), min(len(self.lines), index + 6)) if self.marks[n] == "date")
        days = {day.date.year for n in near for day in find_days(self.lines[n].text) if day.date is not None}
        return ends_with_its_year(hit.number, days, self.lines)

    @cached_property
    def _titled(self) -> frozenset[str]:
        """The numbers that stand before a title somewhere, as they count."""
        hits = (head_number(line.text, bare=True) for line in self.lines)
        return frozenset(number_key(hit.number) for hit in hits if hit is not None and hit.rest[:1].isupper())

    @cached_property
    def _short_numbers(self) -> bool:
        """Whether the document numbers its cases `Sak 1`, `Sak 2` …: at least two such lines, in rising order."""
        found = [int(m[1]) for line in self.lines if (m := _SHORT_NUMBER.match(line.text))]
        return len(found) >= 2 and sum(b > a for a, b in itertools.pairwise(found)) >= len(found) // 2

    def _in_cell(self, index: int) -> bool:
        cell = self.lines[index].cell
        return cell is not None and cell[2] == 0

    def _starts_afresh(self, index: int) -> bool:
        """Tell whether a line is no continuation of the one above."""
        before, line = self.lines[index - 1], self.lines[index]
        if line.cell == before.cell and _OPEN_BRACKET.search(before.text) and _CLOSED_BRACKET.match(line.text):
            return False
        if line.cell != before.cell or line.page != before.page or line.heading or line.bold:
            return True
        if re.search(r"(?:\b(?:og|i|se|jf\.?|til|fra|av|også|samt|eller)|[,(])$", before.text):
            return False
        if before.text.endswith(" sak") and head_number(before.text, bare=True) is None:  # whose number begins the line
            return False
        if line.number - before.number > 1 or before.text.endswith((".", ":", "!", "?")) or before.paragraph:
            return True
        listed = line.text[:1].isdigit() and line.indent == before.indent
        return (
            self.wrap.fits(before, line) or head_number(before.text, bare=listed) is not None or len(before.text) < 60
        )

    def _by_form(self) -> list[CaseHead]:
        """Return the heads told by a bare number (`12/2014 Title`) whose form comes again and again, rising."""
        found: dict[str, list[CaseHead]] = {}
        rows = {n for place, stops in self.routes for n in range(place, stops[-1].index + stops[-1].count)}
        for index, line in enumerate(self.lines):
            if not line.text[:1].isdigit() or index in rows or not (index == 0 or self._starts_afresh(index)):
                continue
            if (line.cell is not None and line.cell[2] > 0) or (index and self._is_label(index - 1)):
                continue
            hit = head_number(line.text, bare=True)
            if hit is None or (next(find_days(line.text), None) is not None and next(find_days(line.text)).start == 0):
                continue
            if hit.rest and decision_label(hit.rest, self.vocabulary, minutes=True) is not None:
                continue  # `012/24 VEDTAK:` labels a decision
            if _FILED.match(hit.rest):
                hit = evolve(hit, rest=_FILED.sub("", hit.rest, count=1))
            feast = re.match(r"\d{1,2}\.\s[a-zæøå]", hit.rest) and next(find_days(hit.rest), None)  # `11/24 17. mai`
            if hit.rest and not (hit.rest[0].isupper() or hit.rest[0] in '«"(' or feast):
                continue
            titled = self.lines[index + 1] if index + 1 < len(self.lines) else line
            if not hit.rest and not (titled.text[:1].isupper() or (line.cell and titled.cell and titled is not line)):
                continue
            found.setdefault(family(hit), []).append(CaseHead(index=index, hit=hit))
        best = max(found.values(), key=len, default=[])
        distinct = {head.key for head in best}
        return best if len(distinct) >= 2 and rises(best) else []

    def _is_label(self, index: int) -> bool:
        """Tell a label whose value stands under it, which is no case's number: `Møtenr.`, `Arkivsaknr.:`."""
        text = self.lines[index].text
        return self.vocabulary.kind(text, "head") is not None or self.vocabulary.kind(text, "case") == "case.archive"

    def _subs(self, main: Sequence[CaseHead]) -> Iterator[CaseHead]:
        """Yield heads of cases under a case: `31.1` after `31/16`."""
        by_index = {head.index: head for head in main}
        begin = min(by_index, default=len(self.lines))
        for index, line in enumerate(self.lines[begin:], begin):
            if index in by_index:
                current = by_index[index]
                continue
            worded = _WORDED.match(line.text)
            if not (line.text[:1].isdigit() or worded):
                continue
            hit = head_number(line.text, ordinal=True, bare=True)
            core = without_code(current.hit.number)  # `24/24.1` under `SP-SAK 24/24`
            if hit is not None and hit.number.startswith((f"{core}-", f"{core}.")):
                yield CaseHead(index=index, hit=hit, parent=current.hit.number)
                continue
            if hit is None or "." not in hit.number or not _SUB_NUMBER.fullmatch(hit.number):
                continue
            first = _FIRST_NUMBER.match(current.hit.number)
            if (
                first
                and hit.number.split(".")[0].lstrip("0") == first[1]
                and (worded or (hit.rest and hit.rest[0].isupper()))
            ):
                yield CaseHead(index=index, hit=hit, parent=current.hit.number)


def text_lines(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Return lines without furniture and blank ones."""
    return tuple(line for line in lines if line.text and line.furniture is None)


def _told_apart(line: Line, vocabulary: Vocabulary) -> Line:
    """Set a colon behind a label that only its bold type tells from the text behind it: `Vedtak Budsjettet vedtas.`."""
    label, value = line.text[: line.lead].rstrip(), line.text[line.lead :].lstrip()
    if not value[:1].isalnum() or label.endswith((":", ".")) or vocabulary.kind(label, *_BOLD) is None:
        return line
    return evolve(line, text=f"{label}: {value}", gaps=(), stops=(), lead=len(label) + 1)
