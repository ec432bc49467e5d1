"""What only a reader can get wrong is caught too: the record and the source are held against each other."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from attrs import evolve

import govdocs_checks
import govdocs_text
from checks.clean import PLAN, found
from govdocs import Action, ActionPlan, Case, Document, Host, Layout, Meeting, Span, hookimpl
from govdocs.layout import Source
from govdocs.model import FieldSpan, FocusArea, MeetingKind, NextMeeting, Section
from govdocs.parts import Claim, Genre, Part
from govdocs.pipeline import read_source

Reader = Callable[[Layout], Meeting | ActionPlan]


def read_with(text: str, reader: Reader, *, last: int | None = None) -> Document:
    """Read a text with a reader that claims it whole, or up to a line."""

    class Toy:
        @hookimpl
        def govdocs_claim(self, layout: Layout) -> list[Claim]:
            genre = Genre.PLAN if reader.__name__.startswith("plan") else Genre.MINUTES
            return [Claim(genre=genre, first=1, last=last or len(layout.lines), confidence=1)]

        @hookimpl
        def govdocs_read(self, part: Part) -> Meeting | ActionPlan:
            return reader(part.layout)

    host = Host()
    host.add(govdocs_text, "text")
    host.add(govdocs_checks, "checks")
    host.add(Toy(), "toy")
    return read_source(Source(name="a.txt", data=text.encode()), host=host, strict=True).document


def told(document: Document) -> list[tuple[str, str, tuple[int, int] | None]]:
    return [(f.code, f.message, (f.span.first, f.span.last) if f.span else None) for f in document.findings]


def said(field: str, first: int, last: int | None = None, page: int = 1) -> FieldSpan:
    return FieldSpan(field=field, span=Span(page=page, first=first, last=last or first))


def meeting(case: Case, last: int, **more: object) -> Meeting:
    return Meeting(span=Span(page=1, first=1, last=last), kind=MeetingKind.MINUTES, cases=(case,), **more)


TEXT = """\
Sak 1/24 Naust
Rådet drøftet hvilke naust som bør ver-
nes i Lauvøy, og ba om en oversikt.
"""


def one_case(paragraph: str, **more: object) -> Reader:
    def read(layout: Layout) -> Meeting:
        section = Section(
            span=Span(page=1, first=2, last=3), spans=(said("paragraphs", 2, 3),), paragraphs=(paragraph,)
        )
        case = Case(
            span=Span(page=1, first=1, last=1), spans=(said("number", 1), said("title", 1)), number="1/24",
            title="Naust", sections=(section,),
        )  # fmt: skip
        return meeting(case, len(layout.lines), **more)

    return read


WHOLE = "Rådet drøftet hvilke naust som bør vernes i Lauvøy, og ba om en oversikt."


def test_a_reader_that_keeps_every_word_is_left_in_peace():
    """Words broken at a line's end count as whole, and their halves are not missed."""
    assert told(read_with(TEXT, one_case(WHOLE))) == []


def test_a_reader_that_invents_a_word_is_caught():
    """A word that the source does not hold is an error, with the reader and the field it was put into."""
    document = read_with(TEXT, one_case(WHOLE.replace("drøftet", "vedtok")))
    assert told(document) == [
        (
            "GD703",
            "the source does not hold 'vedtok', which plugin toy put into the record's paragraphs: "
            "'Rådet vedtok hvilke naust som bør vernes i Lauvøy, og ba …'",
            (2, 3),
        )
    ]
    assert document.findings[0].severity == "error"


def test_a_reader_that_drops_a_line_is_caught():
    """A line that a record owns and whose words it does not hold is told."""
    assert told(read_with(TEXT, one_case("Rådet drøftet hvilke naust som bør"))) == [
        ("GD702", "a record owns this line and holds few of the words: 'nes i Lauvøy, og ba om en oversikt.'", (3, 3))
    ]


def test_what_stands_beside_the_value_of_a_narrow_field_must_be_held():
    """A line over a case that goes with its number, and a cell's text behind the body that answers, are told.

    That the case's text, or the plan's, holds such words too tells nothing.
    """

    def read(layout: Layout) -> Meeting:
        made = one_case(WHOLE)(layout)
        (case,) = made.cases
        return evolve(made, cases=(evolve(case, spans=(*case.spans, said("number", 4))),))

    assert told(read_with(TEXT + "Naust formuleres i Lauvøy\n", read)) == [
        ("GD702", "a record owns this line and holds few of the words: 'Naust formuleres i Lauvøy'", (4, 4))
    ]

    def plan(layout: Layout) -> ActionPlan:
        action = Action(
            span=Span(page=1, first=1, last=2), spans=(said("text", 1), said("responsible", 2)),
            text="Lage et register", responsible=("Havna",),
        )  # fmt: skip
        other = Action(
            span=Span(page=1, first=3, last=3), spans=(said("text", 3),), text="Melde om innspill fra mange flere"
        )
        area = FocusArea(span=Span(page=1, first=1, last=3), actions=(action, other))
        return ActionPlan(span=Span(page=1, first=1, last=3), areas=(area,))

    text = "Lage et register\n{}\nMelde om innspill fra mange flere\n"
    assert told(read_with(text.format("Havna"), plan)) == []
    assert [code for code, _, _ in told(read_with(text.format("Havna mottok flere innspill fra mange"), plan))] == [
        "GD702"
    ]


HEAD = "REGISTER KYSTVERKET"
"""A body's name in capitals, as at the top of each page."""


def test_a_head_within_a_cell_of_bodies_is_told():
    """A line between two bodies of a cell that went into none is told, though the measure's text shares a word of it.

    That it is the name of a body and stands in the document twice does not make it a letterhead.
    """

    def plan(layout: Layout) -> ActionPlan:
        action = Action(
            span=Span(page=1, first=2, last=5), spans=(said("text", 2), said("responsible", 3, 5)),
            text="Følge opp havnas register", responsible=("Nordvik kommune", "Havna"),
        )  # fmt: skip
        area = FocusArea(span=Span(page=1, first=2, last=5), actions=(action,))
        return ActionPlan(span=Span(page=1, first=1, last=5), spans=(said("title", 1),), title=HEAD, areas=(area,))

    text = f"{HEAD}\nFølge opp havnas register\nNordvik kommune\n{{}}\nHavna\n"
    assert told(read_with(text.format("Havna"), plan)) == []
    assert [code for code, _, _ in told(read_with(text.format(HEAD), plan))] == ["GD702"]


def test_prose_that_no_field_holds_is_told_once():
    """Lines that a record takes without a field of its own for them are one finding, however many they are."""

    def read(layout: Layout) -> Meeting:
        made = one_case(WHOLE)(layout)
        return evolve(made, spans=(said("preface", 4, 6),))

    document = read_with(TEXT + "Til minne\nom båtene\nsom ble borte\n", read)
    assert told(document) == [
        ("GD702", "3 lines belong to this record and went into none of its fields (lines 4-6): 'Til minne'", (4, 6))
    ]


def test_small_words_are_told_with_the_lost_line_that_they_stand_right_under():
    """`og den` alone is no loss; as the rest of a line that went lost it is told with it, else the count is wrong."""

    def read(layout: Layout) -> Meeting:
        return evolve(one_case(WHOLE)(layout), spans=(said("preface", 4, 5), said("preface", 7)))

    document = read_with(TEXT + "Til minne om båtene\nog den\n\nog den\n", read)
    assert told(document) == [
        (
            "GD702",
            "2 lines belong to this record and went into none of its fields (lines 4-5): 'Til minne om båtene'",
            (4, 5),
        )
    ]


def test_lines_that_nobody_takes_are_one_finding_a_part():
    """It names the lines of every stretch; blank lines do not cut a stretch in two, lines with an owner do."""

    def read(layout: Layout) -> Meeting:
        made = one_case(WHOLE)(layout)
        return evolve(made, title="Slutt", spans=(said("title", 7),))

    document = read_with(TEXT + "Et ord\n\ntil\nSlutt\nog ett\n", read)
    assert told(document) == [
        ("GD701", "3 lines of this part were not read (lines 4-6, 8): 'Et ord', 'og ett'", (4, 6)),
    ]


def test_matter_that_no_reader_claims_is_told_by_its_label():
    """A part without a reader is one finding, for information."""
    document = read_with(TEXT + "\nAnnonse\nKjøp naust\n", one_case(WHOLE), last=4)
    assert told(document) == [("GD701", "2 lines were not read: 'Annonse'", (5, 6))]
    assert document.findings[0].severity == "info"


def test_a_text_that_a_page_break_cuts_in_two_is_told():
    """The halves stand on two pages, and lines of another record stand between them."""
    text = "Område\nFlere\nTiltak\nSette i stand\n\ffartøy\nmed seil\n"

    def plan_read(layout: Layout) -> ActionPlan:
        action = Action(span=Span(page=1, first=4, last=4), spans=(said("text", 4),), text="Sette i stand")
        area = FocusArea(
            span=Span(page=1, first=2, last=2), spans=(said("title", 2), said("title", 5, 6, page=2)),
            title="Flere fartøy med seil", actions=(action,),
        )  # fmt: skip
        return ActionPlan(
            span=Span(page=1, first=1, last=7), spans=(said("columns", 1), said("columns", 3)),
            columns=("Område", "Tiltak"), areas=(area,),
        )  # fmt: skip

    assert told(read_with(text, plan_read)) == [
        ("GD103", "a page break cuts this in two, and other text stands between: 'Flere fartøy med seil'", (2, 2))
    ]


def test_a_text_that_breaks_off_at_a_page_end_is_told():
    """A paragraph that ends with a word that asks for another, at the end of its page."""
    text = "Sak 1/24 Naust\nRådet drøftet\nhvilke naust som er av\n\fSlutt\n"

    def read(layout: Layout) -> Meeting:
        made = one_case("Rådet drøftet hvilke naust som er av")(layout)
        return evolve(made, title="Slutt", spans=(said("title", 4, page=2),))

    assert told(read_with(text, read)) == [
        ("GD103", "the text breaks off at the end of the page: '… drøftet hvilke naust som er av'", (3, 3))
    ]


def test_actions_without_an_area_beside_areas_are_told():
    """An orphan table is told, and the empty area before it is told of the table."""
    text = "Plan\n1 Fartøy\n2 Naust\nSette i stand\n"

    def plan_read(layout: Layout) -> ActionPlan:
        action = Action(span=Span(page=1, first=4, last=4), spans=(said("text", 4),), text="Sette i stand")
        areas = (
            FocusArea(
                span=Span(page=1, first=2, last=2), spans=(said("title", 2),), number="1", title="Fartøy", actions=()
            ),
            FocusArea(span=Span(page=1, first=4, last=4), actions=(action,)),
            FocusArea(
                span=Span(page=1, first=3, last=3), spans=(said("title", 3),), number="2", title="Naust",
                actions=(evolve(action, spans=()),),
            ),
        )  # fmt: skip
        return ActionPlan(span=Span(page=1, first=1, last=5), spans=(said("title", 1),), title="Plan", areas=areas)

    assert told(read_with(text, plan_read)) == [
        ("GD601", "area '1 Fartøy' has no actions; a table without an area stands from line 4 on", (2, 2)),
        ("GD602", "1 action without an area, from 'Sette i stand' on", (4, 4)),
    ]


def test_a_table_without_areas_is_no_finding():
    """A plan of one nameless area is whole."""

    def plan_read(layout: Layout) -> ActionPlan:
        action = Action(span=Span(page=1, first=2, last=2), spans=(said("text", 2),), text="Sette i stand")
        area = FocusArea(span=Span(page=1, first=2, last=2), actions=(action,))
        return ActionPlan(
            span=Span(page=1, first=1, last=3), spans=(said("columns", 1),), columns=("Tiltak",), areas=(area,)
        )

    assert told(read_with("Tiltak\nSette i stand\n", plan_read)) == []


def test_a_next_meeting_before_this_one_is_told():
    """A next meeting lies later than the meeting that announces it."""
    import datetime

    after = NextMeeting(span=Span(page=1, first=3, last=3), date=datetime.date(2023, 9, 1))
    made = one_case(WHOLE, date=datetime.date(2024, 5, 16), next_meeting=after)
    assert told(read_with(TEXT, made)) == [
        ("GD405", "the next meeting, 2023-09-01, lies before this one, 2024-05-16", (3, 3))
    ]


@pytest.mark.parametrize("told_already", [True, False])
def test_lost_characters_are_told_once(told_already):
    """Where the opener has told of lost characters, the check does not say so again."""
    from govdocs.layout import Remark

    document = read_with(TEXT.replace("naust", "na\ufffdst"), one_case(WHOLE.replace("naust", "na\ufffdst")))
    assert [code for code, _, _ in told(document)] == ["GD802"]
    text = govdocs_text.govdocs_open(Source(name="a.txt", data=TEXT.replace("naust", "na\ufffdst").encode()), _limits())
    remarks = (Remark(code="GD802", message="told"),) if told_already else ()
    layout = evolve(text, remarks=remarks)
    codes = [f.code for f in govdocs_checks.govdocs_check(evolve(document, findings=()), layout)]
    assert codes == ([] if told_already else ["GD806"])


def _limits():
    from govdocs import Limits

    return Limits()


def test_a_measures_number_of_figures_without_end_is_none_to_count_with():
    """It is what damage left in the column of numbers; the measures around it are counted as if it were not there."""
    damaged = PLAN.replace("\n6\t", "\n" + "1" * 5000 + "\t")
    assert "GD603" not in [code for code, _, _ in found(damaged)]
