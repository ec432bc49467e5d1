"""Decisions that no label announces, that say nothing yet, or whose votes do not add up; items that were cancelled."""

from __future__ import annotations

import re
from collections.abc import Iterator

from govdocs.model import Case, Decision, DecisionKind, Finding, Vote
from govdocs_checks.codes import finding, shown
from govdocs_checks.view import View
from govdocs_checks.words import pattern, words

__all__ = ["check"]

_FOR = frozenset({"for"})


def check(view: View) -> Iterator[Finding]:
    """Yield findings on every case's decisions, and on what its text says was cancelled."""
    for _, case in view.cases():
        for decision in case.decisions:
            yield from _decision(decision)
            if decision.vote is not None:
                yield from _vote(decision, decision.vote)
        yield from _cancelled(view, case)


def _decision(decision: Decision) -> Iterator[Finding]:
    if decision.inferred:
        yield finding(
            "GD102", f"no label says that this is a decision: {shown(decision.text)!r}", decision.span, decision
        )
    if decision.kind is DecisionKind.PROPOSED and decision.text.strip(' .:«»"').casefold() in words("placeholder"):
        yield finding("GD106", f"the proposal is yet to be written: {decision.text!r}", decision.span, decision)


def _vote(decision: Decision, vote: Vote) -> Iterator[Finding]:
    span = decision.span if vote.span is None else vote.span
    alone = [count.option for count in vote.counts if count.party is None]
    if len(alone) != len(set(alone)):
        return  # several ballots are told as one: which numbers belong together is not
    totals = {count.option: count.count for count in vote.counts if count.party is None and count.count is not None}
    for count in vote.counts:
        if count.count is not None and count.voters and count.count != len(count.voters):
            names = ", ".join(count.voters)
            yield finding(
                "GD501", f"{count.count} votes {count.option!r}, but {len(count.voters)} names: {names}", span, decision
            )
    for option, total in totals.items():
        parties = [c for c in vote.counts if c.option == option and c.party is not None]
        if parties and all(c.count is not None for c in parties):
            said = sum(c.count or 0 for c in parties)
            if said != total:
                listed = ", ".join(f"{c.party} {c.count}" for c in parties)
                yield finding(
                    "GD501", f"{total} votes {option!r}, but the parties give {said}: {listed}", span, decision
                )
    against = sum(c.count or len(c.voters) for c in vote.counts if c.option not in _FOR and c.party is None)
    if against and re.search(
        r"\b(?:enstemmig|samrøystes|einstemmig)", f"{decision.label} {vote.outcome}", re.IGNORECASE
    ):
        yield finding(
            "GD502", f"called unanimous, with {against} votes against: {shown(vote.outcome or '')!r}", span, decision
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
                yield finding("GD107", f"something fell out: {shown(sentence)!r}", span, case)
