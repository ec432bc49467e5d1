"""Heads of cases whose number stands in the small table at their title: over it, or under it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.numbers import NumberHit, head_number, parse_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.heads import CaseHead, number_key, without_code
from govdocs.reading.routing import Stop, heads_table

__all__ = ["decided_stop", "mentioned_under", "table_top", "tabled_heads"]

_NEAR = 12
"""Lines in which the case's own head may stand behind its table."""
_UNDER_NUMBER = re.compile(r"[A-ZÆØÅ]{2,6}-(?P<number>\d{1,4}/(?:\d{4}|\d{2}))\s+\S")
"""The number of a case before what a body did with it: `KS-007/15 Vedtak:`."""
_FILED = re.compile(r"\d{2,4}/\d{1,6}\s.*\d{1,2}\.\d{1,2}\.\d{4}$")
"""Values of a paper's head side by side: its number in the archive, its officer, its day."""


def tabled_heads(
    lines: Sequence[Line],
    vocabulary: Vocabulary,
    routes: Sequence[tuple[int, list[Stop]]],
    told: Sequence[CaseHead],
) -> list[CaseHead]:
    """Return the heads that such tables make, beside those that are told by a word or a code.

    A number that is told too, as on the agenda, begins its case at the table, save where the head is right at it.
    Where several bodies treat the case, the number that the agenda has counts, else that of the last body whose
    decision is told, else the first.
    """
    known = {without_code(head.key): head.hit.number for head in told}
    found: list[CaseHead] = []
    for n, (place, rows) in enumerate(routes):
        numbered = [row for row in rows if row.number]
        row = next((each for each in numbered if without_code(number_key(each.number or "")) in known), None)
        row = row or decided_stop(lines, vocabulary, routes, n) or next(iter(numbered), None)
        if row is None or row.number is None:
            continue
        number = known.get(
            without_code(number_key(row.number)), row.number
        )  # the agenda may give its code: `AMU 16/2013`
        hit = NumberHit(number=number, word=None, rest="", shape="|route")
        head = CaseHead(index=row.index, hit=hit)
        end = rows[-1].index + rows[-1].count
        if _is_told(head, place, end, [*told, *found]):
            continue
        numbered_title = _numbered_above(lines, vocabulary, place, head.key)
        if numbered_title is not None:
            found.append(numbered_title)
            continue
        title = _title_over(lines, vocabulary, place, end)
        if title is not None:
            head = CaseHead(index=title, hit=evolve(hit, rest=lines[title].text), told=row.index)
        found.append(head)
    return found


def mentioned_under(tabled: Sequence[CaseHead], head: CaseHead) -> bool:
    """Tell a case of an earlier meeting that the text of a paper takes up: `Sak 07/2013` in that of 16/2013."""
    over = next((each for each in reversed(tabled) if each.index < head.index), None)
    if over is None:
        return False
    own, other = parse_number(over.hit.number), parse_number(head.hit.number)
    return (
        own.sequence is not None
        and other.sequence is not None
        and own.year == other.year
        and other.prefix in (None, own.prefix)
        and other.sequence < own.sequence
    )


def decided_stop(
    lines: Sequence[Line], vocabulary: Vocabulary, routes: Sequence[tuple[int, list[Stop]]], n: int
) -> Stop | None:
    """Return the last body of a table whose decision is told behind it under its number, as a case's extract has it.

    What bodies before the last decided is told so too: `PLU-004/15 Innstilling:`, then `KS-007/15 Vedtak:`.
    """
    rows = routes[n][1]
    own = {without_code(number_key(row.number)): row for row in rows if row.number}
    stop = routes[n + 1][0] if n + 1 < len(routes) else len(lines)
    found = None
    for line in lines[rows[-1].index + rows[-1].count : stop]:
        match = _UNDER_NUMBER.match(line.text)
        row = own.get(number_key(match["number"])) if match else None
        label = decision_label(line.text, vocabulary, minutes=True) if row else None
        if label is not None and label.kind in ("decision.adopted", "decision.proposed"):
            found = row
    return found


def _is_told(head: CaseHead, place: int, end: int, told: Sequence[CaseHead]) -> bool:
    """Tell whether a case has its head above the table, with no other between, or right behind it."""
    over = max((each for each in told if each.index < place), key=lambda each: each.index, default=None)
    own = without_code(head.key)
    if over is not None and without_code(over.key) == own:
        return True
    return any(end <= each.index < end + _NEAR and without_code(each.key) == own for each in told)


def _numbered_above(lines: Sequence[Line], vocabulary: Vocabulary, place: int, key: str) -> CaseHead | None:
    """Return the head right over the table that has the number and the title and no word: `79/22 Budsjett`.

    Facts of the case may stand between them: `Arkivsak-dok.   22/310`, `Arkivkode.`.
    """
    for index in range(place - 1, max(-1, place - 5), -1):
        if vocabulary.label(lines[index].text, "case", bare=True) is not None:
            continue
        hit = head_number(lines[index].text, bare=True)
        if hit is not None and hit.rest and number_key(hit.number) == key:
            return CaseHead(index=index, hit=hit)
        if hit is not None or lines[index].text.endswith((".", ":")):
            return None
    return None


def _title_over(lines: Sequence[Line], vocabulary: Vocabulary, place: int, behind: int) -> int | None:
    """Return where the title stands over the table at a place: no title is between the table and the proposal."""
    for index in range(behind, min(behind + 12, len(lines))):
        text = lines[index].text
        if decision_label(text, vocabulary, minutes=False) is not None:
            break
        if vocabulary.label(text, "case", bare=True) is None:
            return None
    else:
        return None
    at = place
    while at > 0 and place - at < 3 and _may_be_title(lines[at - 1], lines[at], vocabulary):
        at -= 1
    return at if at < place else None


def _may_be_title(line: Line, under: Line, vocabulary: Vocabulary) -> bool:
    return (
        line.page == under.page
        and under.number - line.number <= 3
        and len(line.text) < 140
        and line.text[:1].isupper()
        and not line.text.endswith((".", ":", ";"))
        and vocabulary.label(line.text, "head", "case", "decision", "section", "close") is None
        and document_word(line.text) is None
        and _FILED.search(line.text) is None
        and not looks_like_sentence(line.text)
    )


def table_top(lines: Sequence[Line], routes: Sequence[tuple[int, list[Stop]]], head: CaseHead) -> int:
    """Return where the table of a case begins whose number stands in it, with the running head over such tables."""
    at = next((p for p, rows in routes if p < head.index < rows[-1].index + rows[-1].count), head.index)
    places = [place for place, _ in routes]
    up = 1
    while up <= 3 and at - up >= 0 and sum(lines[p - up].text == lines[at - up].text for p in places if p >= up) > 1:
        up += 1
    at = at - up + 1
    while at > 0 and heads_table(lines[at - 1].text):  # whose row is at the page's top with the running head
        at -= 1
    return at
