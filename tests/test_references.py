"""References meet the case or meeting they mean, and nothing else."""

from __future__ import annotations

import datetime
import hashlib

import pytest
from attrs import evolve

from govdocs.join import identify
from govdocs.layout import Span
from govdocs.model import (
    Case,
    CaseReference,
    Decision,
    DecisionKind,
    Document,
    DocumentSource,
    Meeting,
    MeetingKind,
)
from govdocs.norwegian.numbers import parse_number
from govdocs.references import fits, parse_meeting_number, resolve, same_body
from govdocs.threads import Threads

AT = Span(page=1, first=1, last=1)
BODY = "Fagrådet for kystkultur"


def case(
    number: str, *, decided: str | None = None, proposed: str | None = None, before: str | None = None, **more
) -> Case:
    decisions = [
        Decision(span=AT, kind=kind, text=text)
        for kind, text in ((DecisionKind.PROPOSED, proposed), (DecisionKind.ADOPTED, decided))
        if text
    ]
    more.setdefault("previously_treated", (reference(before),) if before else ())
    return Case(
        span=AT, number=number, parsed=parse_number(number), title=f"Sak {number}", decisions=tuple(decisions), **more
    )


def reference(raw: str, number: str | None = None) -> CaseReference:
    return CaseReference(span=AT, raw=raw, number=number or raw)


def meeting(*cases: Case, kind: MeetingKind = MeetingKind.MINUTES, body: str | None = BODY, **more) -> Meeting:
    return Meeting(span=AT, kind=kind, body=body, cases=cases, **more)


def document(*meetings: Meeting, name: str = "a.txt") -> Document:
    source = DocumentSource(
        name=name,
        sha256=hashlib.sha256(name.encode()).hexdigest(),
        media_type="text/plain",
        size=1,
        opener="text",
        opener_version="1",
    )
    made, _ = identify(Document(source=source), list(meetings))
    return resolve(made)


def resolved(made: Document) -> list[str | None]:
    found = [r.resolved for m in made.meetings for c in m.all_cases() for r in (*c.previously_treated, *c.references)]
    return [None if key is None else key.split("/", 1)[1] for key in found]


@pytest.mark.parametrize(
    "written",
    ["31/3/2022", "31/3/22", "031/03/22", "31 / 3 / 2022", "31/22", "31/2022"],
)
def test_every_form_of_a_number_meets_its_case(written):
    """Years of two or four digits, leading zeros, blanks and a left-out meeting mean the same case."""
    made = document(
        meeting(case("31/3/22", decided="Tas til orientering."), number="3/2022"),
        meeting(case("41/5/2022", before=written), number="5/2022", kind=MeetingKind.CASE_PAPERS),
    )
    assert resolved(made) == ["meeting-3-2022/case-31-3-22"]


@pytest.mark.parametrize("written", ["31/4/2022", "31/3/2021", "30/3/2022", "31", "PS 31/22"])
def test_a_number_that_differs_meets_nothing(written):
    """Another meeting, year, running number or series is another case, and a bare number says too little."""
    made = document(
        meeting(case("RS 31/3/22"), number="3/2022"), meeting(case("41/5/2022", before=written), number="5/2022")
    )
    assert resolved(made) == [None]


def test_a_case_never_means_itself():
    """A reference in a case to its own number is left unresolved."""
    assert resolved(document(meeting(case("12/24", references=(reference("12/24"),))))) == [None]


def test_of_papers_and_minutes_the_decided_case_is_meant():
    """Where a file holds a case twice, as put forward and as decided, the decided one is meant."""
    made = document(
        meeting(case("8/24", proposed="Godkjennes."), number="2/2024", kind=MeetingKind.CASE_PAPERS),
        meeting(case("8/24", decided="Godkjent."), number="2/2024"),
        meeting(case("9/24", before="8/24"), number="3/2024"),
    )
    assert resolved(made) == ["meeting-2-2024~2/case-8-24"]


def test_two_cases_that_fit_alike_leave_the_reference_as_it_is():
    """Nothing is guessed where two bodies have a case of the number."""
    made = document(
        meeting(case("8/24"), body="Havnestyret"),
        meeting(case("8/24"), body="Brannstyret"),
        meeting(case("9/24", before="8/24"), body="Fagrådet"),
    )
    assert resolved(made) == [None]


def test_the_same_body_comes_first():
    """Where two bodies have a case of the number, that of the referring body is meant."""
    made = document(
        meeting(case("8/24"), body="Havnestyret", number="1/2024"),
        meeting(case("8/24"), body="Brannstyret", number="2/2024"),
        meeting(case("9/24", before="8/24"), body="Brann-styret", number="3/2024"),
    )
    assert resolved(made) == ["meeting-2-2024/case-8-24"]


@pytest.mark.parametrize(
    ("raw", "number", "meant"),
    [
        ("Møte 25.1.2024 (01/24)", "01/24", "meeting-1-2024"),
        ("Møte 1/2024", "1/2024", "meeting-1-2024"),
        ("Rådsmøte 25. januar 2024", None, "meeting-1-2024"),
        ("Møte 26.1.2024 (01/24)", "01/24", None),
        ("Møte 25.1.2024 (02/24)", "02/24", None),
    ],
)
def test_a_meeting_is_met_by_number_and_day(raw, number, meant):
    """A reference to a meeting means the one whose number and day do not contradict it."""
    there = meeting(case("1/24"), number="1/2024", date=datetime.date(2024, 1, 25))
    here = meeting(
        case("9/24", previously_treated=(CaseReference(span=AT, raw=raw, number=number),)),
        number="3/2024", date=datetime.date(2024, 5, 2),
    )  # fmt: skip
    assert resolved(document(there, here)) == [meant]


def test_a_case_under_a_case_is_met_within_its_meeting_only():
    """`31.1` is the number of a case under a case, and another meeting may have the same."""
    inner = case("31.1")
    made = document(
        meeting(case("31/24", subcases=(inner,)), case("32/24", references=(reference("31.1"),)), number="4/2024"),
        meeting(case("40/24", references=(reference("31.1"),)), number="5/2024"),
    )
    assert resolved(made) == ["meeting-4-2024/case-31-24/case-31.1", None]


def test_numbers_fit_only_with_a_year_or_a_meeting():
    """Two plain ordinals say nothing of being one case."""
    assert fits(parse_number("7/2024"), parse_number("07/24"))
    assert not fits(parse_number("7"), parse_number("7"))


@pytest.mark.parametrize(
    ("text", "pair"), [("04/16", (4, 2016)), ("3/2022", (3, 2022)), ("7-1999", (7, 1999)), ("5", (5, None))]
)
def test_meeting_numbers_are_taken_apart(text, pair):
    """Leading zeros and two-digit years do not count."""
    number = parse_meeting_number(text)
    assert number is not None
    assert (number.sequence, number.year) == pair


def test_what_is_no_meeting_number_is_none():
    """Text, days and empty values are no numbers."""
    assert [parse_meeting_number(t) for t in (None, "", "tredje", "25.1.2016", "1/2/2022")] == [None] * 5


def test_bodies_are_compared_with_care():
    """Hyphens, blanks and case do not count, a short form in brackets does, and nothing else is guessed."""
    assert same_body("HelseOmsorg 21-rådet", "Helseomsorg21-rådet")
    assert same_body("Nasjonal gruppe for kystkultur (NGK)", "NGK")
    assert not same_body("HO21-rådet", "HelseOmsorg21-rådet")
    assert not same_body("Nasjonal gruppe for kystkultur (NGK)", "Nordisk gruppe for kunst (NGK)")
    assert not same_body(None, None)


def threads(*documents: Document) -> list[list[tuple[str, str]]]:
    return [[(step.document, step.number) for step in thread.steps] for thread in Threads(documents)]


def test_a_case_is_followed_from_its_papers_to_its_minutes():
    """Papers and minutes of one case in two files are one thread, papers first, whichever came first."""
    papers = document(
        meeting(case("8/2/2024", proposed="Planen godkjennes."), number="2/2024", kind=MeetingKind.CASE_PAPERS),
        name="p.txt",
    )
    minutes = document(
        meeting(case("08/2/24", decided="Planen ble godkjent."), number="2/24", date=datetime.date(2024, 3, 1)),
        name="m.txt",
    )
    expected = [[("p.txt", "8/2/2024"), ("m.txt", "08/2/24")]]
    assert threads(papers, minutes) == threads(minutes, papers) == expected
    (thread,) = Threads([minutes, papers])
    assert thread.decided
    assert thread.steps[0].proposed == ("Planen godkjennes.",)


def test_a_case_that_comes_back_under_a_new_number_goes_on():
    """`Tidligere behandlet` joins a case to the one it goes on from, in other files too."""
    spring = document(meeting(case("8/24", decided="Utsettes."), number="2/2024"), name="s.txt")
    autumn = document(meeting(case("30/24", before="8/2024"), number="6/2024"), name="h.txt")
    assert threads(autumn, spring) == [[("s.txt", "8/24"), ("h.txt", "30/24")]]


def test_another_body_is_another_thread():
    """The same number in another body, or in no known body, is another case."""
    one = document(meeting(case("8/24"), body="Havnestyret"), name="1.txt")
    two = document(meeting(case("8/24"), body="Brannstyret"), name="2.txt")
    none = document(meeting(case("8/24"), body=None), name="3.txt")
    also_none = document(meeting(case("8/24"), body=None), name="4.txt")
    assert len(threads(one, two, none, also_none)) == 4


def test_plain_ordinals_are_good_within_one_meeting():
    """Case 1 of two meetings are two cases; of the papers and minutes of one meeting, one."""
    march, april = datetime.date(2024, 3, 1), datetime.date(2024, 4, 1)
    made = [
        document(meeting(case("1", proposed="Godkjennes."), date=march, kind=MeetingKind.NOTICE), name="i.txt"),
        document(meeting(case("1", decided="Godkjent."), date=march), name="r.txt"),
        document(meeting(case("1"), date=april), name="a.txt"),
    ]
    assert threads(*made) == [[("i.txt", "1"), ("r.txt", "1")], [("a.txt", "1")]]


def test_a_short_number_that_fits_two_cases_joins_neither():
    """`31/22` may be case 31 of meeting 3 or of meeting 4, so it stands alone."""
    made = [
        document(meeting(case("31/3/22"), number="3/2022"), name="3.txt"),
        document(meeting(case("31/4/22"), number="4/2022"), name="4.txt"),
        document(meeting(case("31/22"), number="6/2022"), name="6.txt"),
    ]
    assert sorted(map(len, threads(*made))) == [1, 1, 1]
    assert sorted(map(len, threads(*made[1:]))) == [2]


def test_documents_pass_through_unchanged():
    """`follow` hands each document on as it came."""
    made = [document(meeting(case("8/24"))), document(meeting(evolve(case("9/24"))))]
    followed = Threads()
    assert list(followed.follow(made)) == made
    assert len(list(followed)) == 2
