"""A document on a page or two, for people."""

from __future__ import annotations

import textwrap
from collections import Counter
from collections.abc import Iterator
from datetime import date, time

from attrs import define, field

from govdocs.layout import Span
from govdocs.model import ActionPlan, Case, Decision, Document, Meeting
from govdocs.tables.columns import Choice, Words
from govdocs.tables.vocabulary import DECISION_KIND, MEETING_KIND, SEVERITY, STATUS

__all__ = ["summarize"]

MOST_UNREAD = 10
"""Unread lines that are shown; `govdocs explain` shows all."""
MOST_TEXT = 600
"""Characters of one text that are shown."""

WORDS = Words.table(
    {
        "action": "tiltak||action",
        "actions": "tiltak||actions",
        "case": "sak||case",
        "cases": "saker||cases",
        "coverage": "Lest|Lese|Read",
        "date": "Dato||Date",
        "findings": "Merknader||Findings",
        "inferred": "uten merkelapp|utan merkelapp|no label",
        "line": "l.||l.",
        "meeting": "møte||meeting",
        "meetings": "møter|møte|meetings",
        "more": "til, som `govdocs explain` viser|til, som `govdocs explain` viser|more, shown by `govdocs explain`",
        "next": "Neste møte||Next meeting",
        "of": "av||of",
        "page": "s.||p.",
        "participants": "Deltakere|Deltakarar|Participants",
        "place": "Sted|Stad|Place",
        "plan": "plan||plan",
        "plans": "planer|planar|plans",
        "responsible": "Ansvar||Responsible",
        "text_lines": "tekstlinjer|tekstliner|text lines",
        "unread": "Ulest|Ulese|Unread",
        "untitled": "uten navn|utan namn|unnamed",
    }
)
PLAN = Words.parse("Handlingsplan||Action plan")


def summarize(document: Document, language: str, width: int) -> list[str]:
    """Return the lines of the page."""
    page = _Page(language=language, width=width)
    page.document(document)
    return page.lines


@define(kw_only=True)
class _Page:
    language: str
    width: int
    lines: list[str] = field(factory=list)

    def say(self, name: str) -> str:
        return WORDS[name].said(self.language)

    def code(self, choices: tuple[Choice, ...], value: str) -> str:
        return next((c.words.said(self.language) for c in choices if c.value == value), value)

    def put(self, text: str, indent: int = 0, hang: int = 2) -> None:
        """Add a text, wrapped and, where it is very long, cut with a mark."""
        text = " ".join(text.split())
        if len(text) > MOST_TEXT:
            text = text[:MOST_TEXT].rsplit(" ", 1)[0] + " […]"
        self.lines.extend(
            textwrap.wrap(
                text,
                width=self.width,
                initial_indent=" " * indent,
                subsequent_indent=" " * (indent + hang),
                break_on_hyphens=False,
            )
        )

    def fact(self, name: str, value: str | None) -> None:
        if value:
            label = self.say(name)
            self.put(f"{label}: {value}", 2)

    def document(self, document: Document) -> None:
        entries = [e for e in document.ledger.entries if not e.blank and e.furniture is None]
        owned = sum(e.owner is not None for e in entries)
        cases = sum(1 for meeting in document.meetings for _ in meeting.all_cases())
        actions = sum(len(plan.actions) for plan in document.plans)
        self.put(document.source.name)
        counts = (
            self.count(len(document.meetings), "meeting"),
            self.count(cases, "case"),
            self.count(len(document.plans), "plan"),
            self.count(actions, "action"),
        )
        self.put(", ".join(counts), 2)
        share = f"{document.coverage:.1%}".replace("%", " %")
        if self.language != "en":
            share = share.replace(".", ",")
        self.fact("coverage", f"{share} ({owned} {self.say('of')} {len(entries)} {self.say('text_lines')})")
        for meeting in document.meetings:
            self.meeting(meeting)
        for plan in document.plans:
            self.plan(plan)
        self.findings(document)
        self.unread(document)

    def count(self, number: int, name: str) -> str:
        return f"{number} {self.say(name if number == 1 else name + 's')}"

    def meeting(self, meeting: Meeting) -> None:
        self.lines.append("")
        name = " ".join(part for part in (meeting.body, meeting.number) if part) or f"({self.say('untitled')})"
        self.put(f"{self.code(MEETING_KIND, meeting.kind)}: {name}")
        self.fact("date", " ".join(self.when(meeting.date, meeting.end_date, meeting.start, meeting.end)))
        self.fact("place", meeting.place)
        if meeting.participants:
            by_status = Counter(self.code(STATUS, person.status).lower() for person in meeting.participants)
            told = ", ".join(f"{count} {status}" for status, count in by_status.items())
            self.fact("participants", f"{len(meeting.participants)} ({told})")
        if coming := meeting.next_meeting:
            when = [*self.when(coming.date, None, coming.start, coming.end), coming.place or ""]
            self.fact("next", " ".join(part for part in when if part))
        for case in meeting.cases:
            self.case(case, 2)

    def when(self, first: date | None, last: date | None, start: time | None, end: time | None) -> Iterator[str]:
        days = [self.day(day) for day in (first, last) if day]
        hours = [f"{hour:%H.%M}" if self.language != "en" else f"{hour:%H:%M}" for hour in (start, end) if hour]
        if days:
            yield "–".join(days)
        if hours:
            yield "–".join(hours)

    def day(self, day: date) -> str:
        return day.isoformat() if self.language == "en" else f"{day.day}.{day.month}.{day.year}"

    def case(self, case: Case, indent: int) -> None:
        kind = f" ({case.type_label})" if case.type_label else ""
        called = f"{case.number} {case.title}" if case.number else case.title
        self.put(f"{called}{kind} [{self.place(case.span)}]", indent)
        for decision in case.decisions:
            self.decision(decision, indent + 4)
        for subcase in case.subcases:
            self.case(subcase, indent + 2)

    def decision(self, decision: Decision, indent: int) -> None:
        inferred = f" ({self.say('inferred')})" if decision.inferred else ""
        self.put(f"{self.code(DECISION_KIND, decision.kind)}{inferred}: {decision.text}", indent)

    def plan(self, plan: ActionPlan) -> None:
        self.lines.append("")
        name = ", ".join(part for part in (plan.title, plan.period, plan.body) if part) or f"({self.say('untitled')})"
        self.put(f"{PLAN.said(self.language)}: {name}")
        for area in plan.all_areas():
            name = " ".join(part for part in (area.number, area.title) if part) or f"({self.say('untitled')})"
            self.put(f"{name} [{self.place(area.span)}]", 2)
            for action in area.actions:
                duty = "; ".join(action.responsible)
                told = f" ({self.say('responsible')}: {duty})" if duty else ""
                number = f"{action.number} " if action.number else "– "
                self.put(f"{number}{action.text}{told}", 6)

    def findings(self, document: Document) -> None:
        if not document.findings:
            return
        self.lines.append("")
        self.put(f"{self.say('findings')} ({len(document.findings)})")
        for finding in document.findings:
            place = f"{self.place(finding.span)}: " if finding.span else ""
            self.put(f"{place}{finding.code} {self.code(SEVERITY, finding.severity)}: {finding.said(self.language)}", 2)

    def unread(self, document: Document) -> None:
        unread = document.ledger.unread
        if not unread:
            return
        self.lines.append("")
        self.put(f"{self.say('unread')} ({len(unread)})")
        for entry in unread[:MOST_UNREAD]:
            place = f"{self.say('page')} {entry.page} {self.say('line')} {entry.line}"
            self.put(f"{place}: {entry.text}", 2)
        if len(unread) > MOST_UNREAD:
            self.put(f"… {len(unread) - MOST_UNREAD} {self.say('more')}", 2)

    def place(self, span: Span) -> str:
        return f"{self.say('page')} {span.page} {self.say('line')} {span.first}"
