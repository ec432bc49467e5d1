"""Decisions that no label announces, that say nothing yet, or whose votes do not add up; items that were cancelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.model import Case, Decision, DecisionKind, Finding, Vote
from govdocs_checks.codes import Facts, finding, shown
from govdocs_checks.view import View
from govdocs_checks.words import pattern, regex, words

__all__ = ["check"]

_FOR = frozenset({"for"})
_SENTENCE = re.compile(r"(?<=[.;])\s+")
_AGAINST = re.compile(r"\b(?:i?mot)\b", re.IGNORECASE)
_UNANIMOUS = re.compile(r"\b(?:enstemmig|samrøystes|einstemmig)", re.IGNORECASE)


def check(view: View) -> Iterator[Finding]:
    """Yield findings on every case's decisions, and on what its text says was cancelled."""
    for _, case in view.cases():
        for decision in case.decisions:
            yield from _decision(decision)
            if decision.vote is not None:
                yield from _vote(decision, decision.vote)
        yield from _cancelled(view, case)


def _decision(decision: Decision) -> Iterator[Finding]:
    if decision.inferred and not regex("formula").fullmatch(decision.text):
        yield finding("GD102", "inferred", {"text": shown(decision.text)}, decision.span, decision)
    if decision.kind is DecisionKind.PROPOSED and decision.text.strip(' .:«»"').casefold() in words("placeholder"):
        yield finding("GD106", "placeholder", {"text": decision.text}, decision.span, decision)


def _vote(decision: Decision, vote: Vote) -> Iterator[Finding]:
    span = decision.span if vote.span is None else vote.span
    counted = [count for count in vote.counts if count.party is None and count.count is not None]
    if len(counted) != len({count.option for count in counted}):
        return  # several ballots are told as one: which numbers belong together is not
    for option, total in ((count.option, count.count or 0) for count in counted):
        names = [name for count in vote.counts if count.option == option for name in count.voters]
        if names and len(names) != total:
            told: Facts = {"total": total, "option": option, "count": len(names), "names": tuple(names)}
            yield finding("GD501", "names", told, span, decision)
        parties = [count for count in vote.counts if count.option == option and count.party is not None]
        if parties and all(count.count is not None for count in parties):
            said = sum(count.count or 0 for count in parties)
            if said != total:
                listed = tuple(f"{count.party} {count.count}" for count in parties)
                given: Facts = {"total": total, "option": option, "said": said, "parties": listed}
                yield finding("GD501", "parties", given, span, decision)
    against = sum(count.count or 0 for count in counted if count.option not in _FOR)
    if against and _is_called_unanimous(decision.label or "", vote.outcome or ""):
        yield finding("GD502", "against", {"count": against, "text": shown(vote.outcome or "")}, span, decision)


def _is_called_unanimous(label: str, outcome: str) -> bool:
    """Tell whether a label, or a sentence that also tells of votes against, calls a vote unanimous.

    Of one sentence for each point or proposal, one may be unanimous and another not.
    """
    sentences = _SENTENCE.split(outcome)
    return bool(_UNANIMOUS.search(label)) or any(
        _UNANIMOUS.search(sentence) and (len(sentences) == 1 or _AGAINST.search(sentence)) for sentence in sentences
    )


def _cancelled(view: View, case: Case) -> Iterator[Finding]:
    for section in case.sections:
        for paragraph in section.paragraphs:
            match = pattern("cancelled").search(paragraph)
            if match:
                begin = max(0, paragraph.rfind(". ", 0, match.start()) + 1)
                sentence = paragraph[begin:].split(". ")[0].strip()
                span = section.span
                for line in view.flow_lines(section.span):
                    if match.group().split()[-1] in line.text:
                        span = view.layout.span(line.number, line.number)
                        break
                yield finding("GD107", "cancelled", {"text": shown(sentence)}, span, case)
