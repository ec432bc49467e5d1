"""One document written out by hand, with every kind of record in it; the people and bodies are made up."""

from __future__ import annotations

from datetime import date, time

from attrs import evolve

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

__all__ = ["council"]

LAST = 90
TREATED = (
    "Kommunedirektøren orienterte om høringen. Utvalget drøftet forslaget og var opptatt av at fartøy under 24 meter "
    "skal kunne ligge ved kommunekaia uten varsel, og at gebyret ikke blir høyere enn i nabohavnene."
)


def at(first: int, last: int | None = None) -> Span:
    return Span(page=1 + (first - 1) // 30, first=first, last=last or first)


def said(field: str, first: int, last: int | None = None) -> FieldSpan:
    return FieldSpan(field=field, span=at(first, last))


def _people() -> tuple[Participant, ...]:
    here, gone = ParticipantStatus.PRESENT, ParticipantStatus.ABSENT
    group = "Følgende faste medlemmer møtte"
    return (
        Participant(span=at(8), name="Synnøve Brattholm", organization="AP", status=here, role="leder", group=group),
        Participant(
            span=at(9), name="Odd-Arne Fjellvik", organization="SP", status=here, role="nestleder", group=group
        ),
        Participant(span=at(10), name="Gunn Iren Solbakk", organization="H", status=here, remote=True, group=group),
        Participant(span=at(12), name="Tarjei Myrvang", organization="SV", status=gone, group="Forfall"),
        Participant(
            span=at(13),
            name="Ellen Marja Utsi",
            organization="SV",
            status=here,
            role="vara",
            substitute_for="Tarjei Myrvang",
            cases=("14/26", "15/26"),
            presence="fra sak 14/26",
            spans=(said("cases", 13), said("cases", 14)),
        ),
        Participant(
            span=at(15),
            name="Harald Ness",
            title="Kommunedirektør",
            status=ParticipantStatus.OFFICIAL,
            group="Fra administrasjonen møtte",
        ),
    )


def _harbour() -> Case:
    vote = Vote(
        span=at(38, 39),
        outcome="Innstillingen ble vedtatt med 4 mot 1 stemme.",
        unanimous=False,
        counts=(
            VoteCount(option="for", count=4),
            VoteCount(option="mot", count=1, party="H", voters=("Gunn Iren Solbakk",)),
        ),
    )
    text = (
        "1. Forskriften vedtas som foreslått. 2. Gebyret settes til 450 kroner per døgn. "
        "3. Ordningen evalueres etter ett år."
    )
    items = (
        Point(span=at(41), marker="1", text="Forskriften vedtas som foreslått."),
        Point(span=at(42), marker="2", text="Gebyret settes til 450 kroner per døgn."),
        Point(span=at(43), marker="3", text="Ordningen evalueres etter ett år."),
    )
    return Case(
        span=at(22, 43),
        number="14/26",
        title="Ny forskrift om fortøyning ved kommunekaia",
        subtitle="Andre gangs behandling",
        parsed=CaseNumber(raw="14/26", sequence=14, year=2026),
        type=(CaseType.DECISION,),
        type_label="Vedtakssak",
        case_officers=("Marit Haukland", "Jo Lie"),
        responsible=("Kommunalsjef Tone Vik",),
        archive_number="2025/1871",
        to="Formannskapet",
        sender="Kommunedirektøren",
        attachments=(Attachment(span=at(25), number="1", title="Utkast til forskrift"),),
        background_documents=(Attachment(span=at(26), title="Havneloven § 12"),),
        previously_treated=(CaseReference(span=at(24), raw="sak 3/26", number="3/26"),),
        sections=(
            Section(
                span=at(27, 29),
                heading="Bakgrunn",
                kind=SectionKind.BACKGROUND,
                paragraphs=(
                    "Havna har hatt flere fortøyninger enn kaia er bygd for.",
                    "Utkastet har vært på høring i åtte uker. Det kom inn elleve uttalelser.",
                ),
            ),
            Section(span=at(30, 34), heading="Behandling", kind=SectionKind.TREATMENT, paragraphs=(TREATED,)),
        ),
        discussion_points=(
            Point(span=at(35), text="Gebyret må ses sammen med nabohavnene."),
            Point(span=at(36), text="Fritidsbåter må få beholde gratis plass.", level=1),
        ),
        decisions=(
            Decision(
                span=at(37),
                kind=DecisionKind.PROPOSED,
                label="Forslag til vedtak",
                text="Forskriften vedtas som foreslått.",
            ),
            Decision(span=at(40, 43), kind=DecisionKind.ADOPTED, label="Vedtak", text=text, points=items, vote=vote),
        ),
        spans=(said("title", 22), said("subtitle", 23), said("case_officers", 24), said("case_officers", 25)),
    )


def _minutes() -> Meeting:
    noted = Decision(
        span=at(48), kind=DecisionKind.ADOPTED, text="Formannskapet tok saken til orientering.", inferred=True
    )
    report = Case(
        span=at(45, 56),
        number="15/26",
        title="Orienteringer",
        type=(CaseType.INFORMATION, CaseType.DISCUSSION),
        references=(CaseReference(span=at(46), raw="jf. sak 14/26", number="14/26"),),
        subcases=(
            Case(span=at(47, 48), number="15.1", title="Regnskap første tertial", decisions=(noted,)),
            Case(span=at(49, 50), number="15.2", title="Brøyteberedskap"),
        ),
    )
    return Meeting(
        span=at(1, 58),
        kind=MeetingKind.MINUTES,
        body="Formannskapet i Lauvøy",
        number="4/26",
        title="Møteprotokoll",
        date=date(2026, 4, 23),
        start=time(9),
        end=time(13, 40),
        place="Rådhuset, møterom Skarven",
        participants=_people(),
        cases=(_harbour(), report),
        next_meeting=NextMeeting(span=at(58), date=date(2026, 5, 21), start=time(9), place="Lauvøy skole"),
        spans=(said("title", 1), said("body", 2), said("date", 3), said("start", 4), said("place", 5)),
    )


def _plan() -> ActionPlan:
    quay = Action(
        span=at(66, 68),
        number="1",
        text="Skilte kaia. Sette opp tavle ved hvert fortøyningspunkt.",
        points=(Point(span=at(67), text="Sette opp tavle ved hvert fortøyningspunkt."),),
        responsible=("Havnesjefen", "Teknisk etat"),
        responsible_note="Fellesoppdrag",
        deadline="1. juni 2026",
        status="Pågår",
    )
    sweep = Action(span=at(72), number="2", text="Feie kaia hver fredag.", responsible=("Teknisk etat",))
    return ActionPlan(
        span=at(60, 75),
        title="Handlingsplan for Lauvøy havn",
        body="Lauvøy kommune",
        period="2026–2029",
        columns=("Tiltak", "Ansvar"),
        areas=(
            FocusArea(
                span=at(63, 73),
                number="1",
                title="Trygg havn",
                goal="Ingen skal falle i sjøen.",
                actions=(quay,),
                subareas=(FocusArea(span=at(70, 73), number="1.1", title="Ren havn", actions=(sweep,)),),
            ),
        ),
    )


def council(name: str = "formannskap-2026-04-23.txt", digit: str = "3") -> Document:
    """Return the document, under a name and a made-up checksum of one digit."""
    source = DocumentSource(
        name=name,
        path=f"arkiv/{name}",
        sha256=digit * 64,
        media_type="text/plain",
        size=4711,
        opener="text",
        opener_version="0.1.0",
    )
    document, _ = identify(Document(source=source), [_minutes(), _plan()])
    meeting, plan = document.meetings[0], document.plans[0]
    harbour, report = meeting.cases
    mention = evolve(report.references[0], resolved=harbour.id)
    meeting = evolve(
        meeting, cases=(harbour, evolve(report, references=(mention,))), plans=(PlanLink(resolved=plan.id),)
    )
    unread = {76: "Lysark 1: Havna før og nå", 77: "Foto: kommunen", 84: "0 4 8 12 16"}
    entries = tuple(
        Entry(
            line=n,
            page=1 + (n - 1) // 30,
            text=unread.get(n),
            blank=n > 77 and n not in unread,
            furniture="page-number" if n % 30 == 0 else None,
            owner=None if n > 75 or n % 30 == 0 else meeting.id if n < 60 else plan.id,
        )
        for n in range(1, LAST + 1)
    )
    parts = (
        LedgerPart(
            label="Møteprotokoll 4/26",
            genre="minutes",
            reader="minutes",
            confidence=0.95,
            ranges=((1, 58),),
            record=meeting.id,
        ),
        LedgerPart(
            label="Handlingsplan for Lauvøy havn",
            genre="plan",
            reader="actionplan",
            confidence=0.9,
            ranges=((60, 75),),
            record=plan.id,
        ),
        LedgerPart(label="Lysark 1: Havna før og nå", genre="other", ranges=((76, 84),)),
    )
    findings = (
        Finding(
            code="GD102",
            severity=Severity.INFO,
            message="Vedtaket er sluttet av ordlyden.",
            span=at(48),
            record=report.subcases[0].decisions[0].id,
        ),
        Finding(
            code="GD201",
            severity=Severity.WARNING,
            message="Saken 3/26 er ikke funnet i dokumentet.",
            span=at(24),
            record=harbour.id,
        ),
        Finding(code="GD901", severity=Severity.ERROR, message="plugin lysark.govdocs_read: raised KeyError"),
    )
    return evolve(
        document,
        meetings=(meeting,),
        plans=(plan,),
        ledger=Ledger(entries=entries, parts=parts),
        findings=findings,
    )
