"""Case numbers that do not fit their meeting, stand out of order, come twice, or leave a gap."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence

from govdocs.model import Case, CaseNumber, Finding, Meeting
from govdocs.norwegian import parse_number
from govdocs.references import parse_meeting_number
from govdocs_checks.codes import Facts, finding, numbered, shown
from govdocs_checks.view import View, meeting_year

__all__ = ["check", "plain_number"]

Numbered = tuple[Case, CaseNumber]

FEW = 4
"""Cases that a meeting has at least before a gap in their numbers tells anything."""
GAP = 3
"""Numbers that may be missing between two cases; where more are, the body does not count its cases one by one."""


def plain_number(number: str) -> str:
    """Return a number as it counts in a comparison: no blanks, no leading zeros, small letters."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", re.sub(r"\s+", "", number.casefold()))


def check(view: View) -> Iterator[Finding]:
    """Yield findings on the numbers of every meeting's cases."""
    for meeting in view.document.meetings:
        only_listed = view.only_listed(meeting)
        cases = [(c, c.parsed or parse_number(c.number or "")) for c in meeting.cases if c.id not in only_listed]
        yield from _years(meeting, cases)
        yield from _meetings(meeting, cases)
        yield from _twice(meeting)
        taken = {parse_number(case.number or "").sequence for case in meeting.cases}
        for series in _series(cases):
            yield from _order(series)
            yield from _gaps(series, taken)
        for case in meeting.all_cases():
            subs = [(sub, parse_number((sub.number or "").rpartition(".")[2])) for sub in case.subcases]
            yield from _order(subs)
            yield from _gaps(subs, {number.sequence for _, number in subs}, few=2)


def _years(meeting: Meeting, cases: Sequence[Numbered]) -> Iterator[Finding]:
    known = [(case, number.year) for case, number in cases if number.year is not None]
    year = meeting_year(meeting) or _usual([year for _, year in known])
    wrong = [(case, own) for case, own in known if own != year]
    if year is None or not wrong:
        return
    if len(wrong) == len(known) and len(known) > 1:
        # All alike: either the meeting's own year is wrong, or these numbers hold no year at all (21/45 and 21/46).
        if len({own for _, own in wrong}) == 1 and abs(wrong[0][1] - year) == 1:
            yield finding(
                "GD203", "all", {"count": len(wrong), "own": wrong[0][1], "year": year}, wrong[0][0].span, meeting
            )
        return
    for case, own in wrong:
        if abs(own - year) <= 20:
            yield finding("GD203", "case", {"number": numbered(case), "own": own, "year": year}, case.span, case)


def _meetings(meeting: Meeting, cases: Sequence[Numbered]) -> Iterator[Finding]:
    known = [(case, int(m)) for case, number in cases if (m := number.meeting or "").isdecimal()]
    own = parse_meeting_number(meeting.number)
    wanted = own.sequence if own is not None else _usual([part for _, part in known])
    if wanted is None:
        return
    for case, part in known:
        if part != wanted:
            told: Facts = {"number": numbered(case), "part": part, "meeting": (own and meeting.number) or wanted}
            yield finding("GD204", "meeting" if own is not None else "usual", told, case.span, case)


def _usual(values: Sequence[int]) -> int | None:
    """Return the value that at least three, and three of four, have."""
    if not values:
        return None
    value, count = Counter(values).most_common(1)[0]
    return value if count >= 3 and count >= 0.75 * len(values) else None


def _twice(meeting: Meeting) -> Iterator[Finding]:
    seen: dict[str, Case] = {}
    for case in meeting.all_cases():
        if case.number is None:
            continue
        key = plain_number(case.number)
        other = seen.setdefault(key, case)
        if other is not case:
            told: Facts = {"number": numbered(case), "one": shown(other.title, 50), "other": shown(case.title, 50)}
            yield finding("GD206", "two", told, case.span, case)


def _series(cases: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """Yield the cases of each series of numbers (`PS`, `RS`), in the order in which they stand."""
    series: dict[str, list[Numbered]] = {}
    for case, number in sorted(cases, key=lambda pair: pair[0].span.first):
        if number.sequence is not None:
            series.setdefault((number.prefix or "").casefold(), []).append((case, number))
    yield from series.values()


def _order(series: Sequence[Numbered]) -> Iterator[Finding]:
    values = [number.sequence or 0 for _, number in series]
    kept = _rising(values)
    if len(kept) * 2 <= len(values):
        return
    for n, (case, _) in enumerate(series):
        if n in kept:
            continue
        wording, other = ("after", series[n - 1][0]) if n else ("before", series[n + 1][0])
        yield finding("GD205", wording, {"number": numbered(case), "other": numbered(other)}, case.span, case)


def _rising(values: Sequence[int]) -> set[int]:
    """Return the places of a longest run of rising values; equal ones may follow one another."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for place, value in enumerate(values):
        at = bisect_left(tails, value + 1)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(place)
        else:
            tails[at], ends[at] = value, place
    kept: set[int] = set()
    place = ends[-1] if ends else -1
    while place >= 0:
        kept.add(place)
        place = before[place]
    return kept


def _gaps(series: Sequence[Numbered], taken: set[int | None], few: int = FEW) -> Iterator[Finding]:
    if len(series) < few:
        return
    by_value = {number.sequence or 0: case for case, number in series}
    values = sorted(by_value)
    gaps = [(a, b) for a, b in itertools.pairwise(values) if b - a > 1]
    missing = sum(b - a - 1 for a, b in gaps)
    if missing * 3 > len(values) or any(b - a - 1 > GAP for a, b in gaps):
        return
    for a, b in gaps:
        number = numbered(by_value[b])
        lost = tuple(str(n) for n in range(a + 1, b) if n not in taken)
        if not lost:
            continue  # another series of the meeting has it
        told: Facts = {"before": numbered(by_value[a]), "number": number, "lost": lost, "count": len(lost)}
        yield finding("GD207", "gap", told, by_value[b].span, by_value[b])
