"""Documents made up from the model itself, with texts that are hard on registers."""

from __future__ import annotations

from datetime import date, time

from attrs import evolve
from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from govdocs.join import identify
from govdocs.layout import Span
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import (
    Action,
    ActionPlan,
    Attachment,
    Case,
    CaseNumber,
    CaseReference,
    CaseType,
    Decision,
    DecisionKind,
    Document,
    DocumentSource,
    FieldSpan,
    Finding,
    FocusArea,
    Meeting,
    MeetingKind,
    NextMeeting,
    Participant,
    ParticipantStatus,
    PlanLink,
    Point,
    Section,
    SectionKind,
    Severity,
    Vote,
    VoteCount,
)

LINES, PAGE = 20, 5

HOSTILE = (
    "=1+1",
    '=HYPERLINK("http://example.org","klikk")',
    "+47 22 00 00 00",
    "-1",
    "- kulepunkt",
    "@SUM(A1)",
    "\t=cmd|' /C calc'!A0",
    "'allerede sitert",
    "_x0041_ og _x005F_x0041_",
    "]]> <b>&amp;</b> <!-- -->",
    'sitat "dobbelt", komma; semikolon',
    "linje én\nlinje to\r\nlinje tre\rlinje fire",
    "styretegn \x00\x01\x02\x0b\x1f og \x7f\x85",
    "\ufffe\uffff\ufeff",
    "familie 👨‍👩‍👧‍👦 og flagg 🇳🇴",
    "עברית ואז norsk \u202eslutt",
    "Čáhcesuolu đ ŋ š ŧ ž Æ Ø Å",
    "e\u0301 og \u00e9",
    "  blanke i endene  ",
    "#REF!",
    "2022-05-30",
    "00123",
    "1E5",
    "TRUE",
    "%s {0} $x \\n",
)
"""Texts that have broken one register or another."""

LONG = ("Råd et drøftet saken. " * 1900, "😀" * 17_000, "_x0041_" * 5_000, "=" * 40_000)
"""Texts longer than a cell of a spreadsheet holds."""

hostile = st.sampled_from(HOSTILE)
texts = st.one_of(
    st.sampled_from(("Rådet tok saken til orientering.", "Vedtak", "Møte", "Ansvar: Helse Nord RHF", "37/5/2022")),
    hostile,
    st.text(max_size=12),
)
long_texts = st.one_of(texts, texts, texts, st.sampled_from(LONG))
maybe = st.none() | texts
dates = st.dates(date(1837, 1, 1), date(2100, 1, 1))
times = st.times().map(lambda t: time(t.hour, t.minute))


def few(examples: int) -> settings:
    """Return settings for tests that write files: few examples, and no time spent on making a failing one smaller."""
    phases = (Phase.explicit, Phase.reuse, Phase.generate)
    return settings(max_examples=examples, deadline=None, suppress_health_check=list(HealthCheck), phases=phases)


def _tuple(strategy: st.SearchStrategy, most: int = 2) -> st.SearchStrategy:
    return st.lists(strategy, max_size=most).map(tuple)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    first = draw(st.integers(1, LINES))
    return Span(page=1 + (first - 1) // PAGE, first=first, last=draw(st.integers(first, LINES)))


def field_spans(*names: str) -> st.SearchStrategy:
    return _tuple(st.builds(FieldSpan, field=st.sampled_from(names), span=spans()))


references = st.builds(
    CaseReference, span=spans(), raw=texts, number=maybe, resolved=st.none() | st.just("b5bb9d80/meeting/case")
)
attachments = st.builds(Attachment, span=spans(), number=maybe, title=texts)
points = st.builds(Point, span=spans(), text=long_texts, marker=maybe, level=st.integers(0, 3))
sections = st.builds(
    Section, span=spans(), spans=field_spans("paragraphs", "heading"), heading=maybe,
    kind=st.sampled_from(SectionKind), paragraphs=_tuple(long_texts),
)  # fmt: skip
counts = st.builds(VoteCount, option=texts, count=st.none() | st.integers(0, 99), party=maybe, voters=_tuple(texts))
votes = st.builds(
    Vote,
    span=spans(),
    outcome=maybe,
    unanimous=st.none() | st.booleans(),
    counts=_tuple(counts),
    casting_vote=st.booleans(),
)
decisions = st.builds(
    Decision, span=spans(), spans=field_spans("text", "label"), kind=st.sampled_from(DecisionKind), label=maybe,
    text=long_texts, points=_tuple(points), inferred=st.booleans(), vote=st.none() | votes,
)  # fmt: skip
numbers = st.builds(
    CaseNumber, raw=texts, sequence=st.none() | st.integers(0, 999), meeting=maybe,
    year=st.none() | st.integers(1900, 2100), prefix=maybe,
)  # fmt: skip


def cases(subcases: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(
        Case, span=spans(), spans=field_spans("title", "case_officers"), number=texts, parsed=st.none() | numbers,
        title=texts, subtitle=maybe, type=_tuple(st.sampled_from(CaseType)), type_label=maybe, to=maybe, sender=maybe,
        case_officers=_tuple(texts), responsible=_tuple(texts), archive_number=maybe, attachments=_tuple(attachments),
        background_documents=_tuple(attachments), previously_treated=_tuple(references), references=_tuple(references),
        sections=_tuple(sections), discussion_points=_tuple(points), decisions=_tuple(decisions), subcases=subcases,
    )  # fmt: skip


participants = st.builds(
    Participant, span=spans(), spans=field_spans("name", "cases"), name=texts, title=maybe, organization=maybe,
    status=st.sampled_from(ParticipantStatus), role=maybe, remote=st.booleans(), cases=_tuple(texts),
    substitute_for=maybe, presence=maybe, group=maybe,
)  # fmt: skip
next_meetings = st.builds(
    NextMeeting, span=spans(), date=st.none() | dates, start=st.none() | times, end=st.none() | times, place=maybe
)
meetings = st.builds(
    Meeting, span=spans(), spans=field_spans("body", "date"), kind=st.sampled_from(MeetingKind), body=maybe,
    number=maybe, title=maybe,
    date=st.none() | dates, end_date=st.none() | dates, start=st.none() | times, end=st.none() | times,
    place=maybe, participants=_tuple(participants), cases=_tuple(cases(_tuple(cases(st.just(())), 1))),
    next_meeting=st.none() | next_meetings,
)  # fmt: skip
actions = st.builds(
    Action, span=spans(), spans=field_spans("responsible", "text"), number=maybe, text=long_texts,
    points=_tuple(points), responsible=_tuple(texts), responsible_note=maybe, deadline=maybe, status=maybe,
)  # fmt: skip


def areas(subareas: st.SearchStrategy) -> st.SearchStrategy:
    return st.builds(
        FocusArea, span=spans(), number=maybe, title=maybe, goal=maybe, actions=_tuple(actions), subareas=subareas
    )


plans = st.builds(
    ActionPlan, span=spans(), title=maybe, body=maybe, period=maybe, columns=_tuple(texts, 3),
    areas=_tuple(areas(_tuple(areas(st.just(())), 1))),
)  # fmt: skip
sources = st.builds(
    DocumentSource, name=texts, path=maybe, sha256=st.sampled_from([c * 64 for c in "0123456789abcdef"]),
    media_type=st.just("text/plain"), size=st.integers(0, 10**12),
    opener=st.just("text"), opener_version=st.just("0.1.0"),
)  # fmt: skip


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """Draw a whole document as the core would hand it over: ids, plans in meetings, a ledger and findings in place."""
    document = Document(source=draw(sources))
    roots = [*draw(_tuple(meetings)), *draw(_tuple(plans))]
    document, _ = identify(document, roots)
    if document.meetings and document.plans and draw(st.booleans()):
        meeting, plan = document.meetings[0], document.plans[0]
        document = evolve(
            document,
            meetings=(evolve(meeting, plans=(PlanLink(resolved=plan.id),)), *document.meetings[1:]),
        )
    ids = [record.id for record in document.records()]
    entries = tuple(draw(st.lists(_entries(ids), min_size=LINES, max_size=LINES)))
    entries = tuple(evolve(entry, line=n, page=1 + (n - 1) // PAGE) for n, entry in enumerate(entries, 1))
    parts = _tuple(
        st.builds(
            LedgerPart, label=texts, genre=st.sampled_from(("minutes", "plan", "other")), reader=maybe,
            confidence=st.none() | st.floats(0, 1), record=st.none() | st.sampled_from(ids) if ids else st.none(),
            ranges=st.sampled_from((((1, LINES),), ((1, 5), (11, 20)), ((3, 3),), ())),
        )
    )  # fmt: skip
    findings = st.builds(
        Finding, code=st.sampled_from(("GD101", "GD901")), severity=st.sampled_from(Severity), message=texts,
        span=st.none() | spans(), record=st.none() | st.sampled_from(ids) if ids else st.none(),
    )  # fmt: skip
    return evolve(document, ledger=Ledger(entries=entries, parts=draw(parts)), findings=draw(_tuple(findings, 3)))


def _entries(ids: list[str]) -> st.SearchStrategy:
    kinds = [
        st.just(Entry(line=1, page=1, blank=True)),
        st.just(Entry(line=1, page=1, furniture="page-number")),
        texts.map(lambda text: Entry(line=1, page=1, text=text)),
    ]
    if ids:
        kinds.append(
            st.builds(
                Entry,
                line=st.just(1),
                page=st.just(1),
                owner=st.sampled_from(ids),
                field=st.sampled_from((None, "title", "text")),
            )
        )
    return st.one_of(kinds)
