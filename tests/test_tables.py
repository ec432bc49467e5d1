from __future__ import annotations

from datetime import date, time

import pytest
from attrs import evolve
from hypothesis import given
from strategies import documents, few

from govdocs.layout import Span
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs.model import (
    ActionPlan,
    Case,
    CaseReference,
    CaseType,
    Decision,
    DecisionKind,
    Document,
    DocumentSource,
    FieldSpan,
    Finding,
    Meeting,
    MeetingKind,
    PlanLink,
    Point,
    Severity,
)
from govdocs.tables import DECISION_REGISTER, TABLES, Kind, Register, Table, decision_register, table_named

HOLDS = {Kind.TEXT: str, Kind.INTEGER: int, Kind.NUMBER: float, Kind.BOOLEAN: bool, Kind.DATE: date, Kind.TIME: time}


def span(first: int, last: int | None = None) -> Span:
    return Span(page=1, first=first, last=last or first)


def document(*meetings: Meeting, **more: object) -> Document:
    source = DocumentSource(
        name="a.txt", sha256="abcdef12" + "0" * 56, media_type="text/plain", size=3, opener="text", opener_version="1"
    )
    return Document(source=source, meetings=meetings, **more)


def rows_of(name: str, *documents: Document) -> list[dict[str, object]]:
    register = Register()
    return [row.values for each in documents for row in register.rows(each) if row.table.name == name]


@few(40)
@given(documents())
def test_keys_hold(document: Document) -> None:
    """Keys are unique through a register, even when the same bytes come twice, and foreign keys name earlier rows."""
    register = Register()
    seen: dict[tuple[str, tuple[str, ...]], set[tuple[object, ...]]] = {}
    for each in (document, document):
        for table, values in register.rows(each):
            for columns in {
                table.key,
                *(link.to for other in TABLES for link in other.links if link.table == table.name),
            }:
                mine = seen.setdefault((table.name, columns), set())
                value = tuple(values[name] for name in columns)
                assert None not in value
                assert value not in mine, f"{table.name} {value}"
                mine.add(value)
            for link in table.links:
                value = tuple(values[name] for name in link.columns)
                assert None in value or value in seen[link.table, link.to], f"{table.name} {value}"


@few(40)
@given(documents())
def test_rows_fit_their_columns(document: Document) -> None:
    """Each row has every column in order and of its type; a required one is never empty, a code is a choice."""
    for table, values in Register().rows(document):
        assert tuple(values) == tuple(column.name for column in table.columns)
        for column in table.data:
            value = values[column.name]
            if value is None:
                assert not column.required, f"{table.name}.{column.name}"
            else:
                assert type(value) is HOLDS[column.kind], f"{table.name}.{column.name}"
                assert not column.choices or value in {choice.value for choice in column.choices}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("table", [*TABLES, DECISION_REGISTER], ids=lambda table: table.name)
def test_words_are_whole(table: Table, language: str) -> None:
    """Every table, column and code has its words in each language, and no two columns of a table the same heading."""
    headings = [column.heading.said(language) for column in table.columns]
    assert len(set(headings)) == len(headings)
    assert len({column.name for column in table.columns}) == len(headings)
    for words in [table.heading, table.meaning, *(w for c in table.columns for w in (c.heading, c.meaning))]:
        assert words.said(language).strip() == words.said(language) != ""
    for column in table.columns:
        for choice in column.choices:
            assert column.shown(choice.value, language) == choice.words.said(language)
        assert column.meaning.said(language).endswith(".")


def test_every_row_has_its_place() -> None:
    """Every table but that of the files themselves has page and lines."""
    for table in TABLES:
        names = {column.name for column in table.columns}
        assert table.name == "sources" or {"page", "first_line", "last_line"} <= names


def test_no_cell_of_data_joins_values() -> None:
    """Several values are several rows; only context columns, for people, join them."""
    case = Case(
        id="abcdef12/m/c", span=span(2, 9), number="1", title="Låve", case_officers=("Kari", "Ola"),
        type=tuple(CaseType)[:2],
        spans=(FieldSpan(field="case_officers", span=span(3)), FieldSpan(field="case_officers", span=span(4))),
    )  # fmt: skip
    read = document(Meeting(id="abcdef12/m", span=span(1, 9), kind=MeetingKind.MINUTES, cases=(case,)))
    assert [(r["name"], r["first_line"]) for r in rows_of("case_people", read)] == [("Kari", 3), ("Ola", 4)]
    assert [(r["type"], r["first_line"]) for r in rows_of("case_types", read)] == [("decision", 2), ("discussion", 2)]
    (row,) = rows_of("cases", read)
    assert (row["case_officers"], row["types"]) == ("Kari; Ola", "decision; discussion")
    assert table_named("cases").column("case_officers").context
    assert table_named("cases").column("types").shown(row["types"], "nb") == "Vedtakssak; Drøftingssak"


def test_records_made_by_hand_get_keys() -> None:
    """A record without an id is no less a row."""
    case = Case(span=span(2), number="1", title="Låve", subcases=(Case(span=span(3), number="1.1", title="Port"),))
    read = document(Meeting(span=span(1), kind=MeetingKind.MINUTES, cases=(case, case)))
    cases = rows_of("cases", read)
    assert len({row["case_id"] for row in cases}) == 4
    assert cases[1]["parent_id"] == cases[0]["case_id"]
    assert cases[1]["parent_number"] == "1"


def test_same_bytes_twice_are_told_apart() -> None:
    """A file that lies twice in an archive gives two sources, each with rows of its own."""
    meeting = Meeting(id="abcdef12/meeting", span=span(1), kind=MeetingKind.MINUTES)
    found = rows_of("meetings", document(meeting), document(meeting))
    assert [row["meeting_id"] for row in found] == ["abcdef12/meeting", "abcdef12~2/meeting"]
    assert [row["source_id"] for row in found] == ["abcdef12", "abcdef12~2"]


def test_references_name_their_target() -> None:
    """A reference that was resolved shows the case it means, one that comes later too."""
    reference = CaseReference(id="abcdef12/m/c/r", span=span(2), raw="sak 2/26", resolved="abcdef12/m/d")
    first = Case(id="abcdef12/m/c", span=span(2), number="1/26", title="Låve", references=(reference,))
    second = Case(id="abcdef12/m/d", span=span(3), number="2/26", title="Port")
    meeting = Meeting(id="abcdef12/m", span=span(1), kind=MeetingKind.MINUTES, cases=(first, second))
    (row,) = rows_of("case_references", document(meeting))
    assert (row["target"], row["resolved_id"]) == ("2/26 Port", "abcdef12/m/d")


def test_findings_speak_of_their_case() -> None:
    """A finding about a record inside a case shows the case's number and title, and the body."""
    case = Case(id="abcdef12/m/c", span=span(2), number="1/26", title="Låve")
    meeting = Meeting(id="abcdef12/m", span=span(1), kind=MeetingKind.MINUTES, body="Rådet", cases=(case,))
    inside = Finding(code="GD101", severity=Severity.INFO, message="Se her.", record="abcdef12/m/c/section~2")
    alone = Finding(code="GD101", severity=Severity.INFO, message="Se der.")
    first, second = rows_of("findings", document(meeting, findings=(inside, alone)))
    assert (first["meeting_body"], first["case_number"], first["case_title"]) == ("Rådet", "1/26", "Låve")
    assert (second["meeting_body"], second["case_number"], second["page"]) == (None, None, None)


def test_unread_lines_name_their_part() -> None:
    """Every unread line is a row, with the part of the file it stands in."""
    entries = tuple(Entry(line=n, page=1, text=f"linje {n}") for n in range(1, 5))
    parts = (LedgerPart(label="Lysark", genre="other", ranges=((2, 2), (4, 4))),)
    found = rows_of("unread_lines", document(ledger=Ledger(entries=entries, parts=parts)))
    assert [(row["first_line"], row["text"], row["part"]) for row in found] == [
        (1, "linje 1", None), (2, "linje 2", "Lysark"), (3, "linje 3", None), (4, "linje 4", "Lysark"),
    ]  # fmt: skip


def test_a_plan_stands_with_its_meeting() -> None:
    """A plan inside a meeting's document has the meeting's key; one of no meeting has none."""
    meeting = Meeting(id="abcdef12/m", span=span(1), kind=MeetingKind.MINUTES, plans=(PlanLink(resolved="abcdef12/p"),))
    plans = (
        ActionPlan(id="abcdef12/p", span=span(2)),
        ActionPlan(id="abcdef12/q", span=span(3)),
    )
    assert [row["meeting_id"] for row in rows_of("plans", document(meeting, plans=plans))] == ["abcdef12/m", None]


def test_flat_register_has_case_and_meeting_beside_each_decision() -> None:
    """The flat register has one row a decision, which can be read alone."""
    decided = Decision(id="abcdef12/m/c/d", span=span(3), kind=DecisionKind.ADOPTED, text="Godkjent.")
    case = Case(
        id="abcdef12/m/c", span=span(2), number="1/26", title="Låve", type_label="Vedtakssak", decisions=(decided,),
        subcases=(Case(span=span(4), number="1.1", title="Port", decisions=(evolve(decided, id=""),)),),
    )  # fmt: skip
    meeting = Meeting(
        id="abcdef12/m", span=span(1), kind=MeetingKind.MINUTES, body="Rådet", date=date(2026, 1, 2), cases=(case,)
    )
    rows = [row.values for row in decision_register(Register(), document(meeting))]
    assert [tuple(row) for row in rows] == [tuple(column.name for column in DECISION_REGISTER.columns)] * 2
    shown = [(r["meeting_body"], r["meeting_date"], r["case_number"], r["type_label"], r["text"]) for r in rows]
    assert shown == [
        ("Rådet", date(2026, 1, 2), "1/26", "Vedtakssak", "Godkjent."),
        ("Rådet", date(2026, 1, 2), "1.1", None, "Godkjent."),
    ]


def test_a_cases_decisions_stand_in_lines() -> None:
    """Beside a case, each item of a decision begins a line, so that it is read at a glance; not a word is changed."""
    text = "Styret vedtar: 1. Planen vedtas. 2. Planen trykkes. Saken er ferdig."
    points = (
        Point(span=span(2), marker="1.", text="Planen vedtas."),
        Point(span=span(3), marker="2.", text="Planen trykkes."),
    )
    other = (Point(span=span(4), text="Står ikke i teksten."),)
    decisions = (
        Decision(span=span(2), kind=DecisionKind.ADOPTED, text=text, points=points),
        Decision(span=span(4), kind=DecisionKind.ADOPTED, text="Enstemmig.", points=other),
    )
    case = Case(span=span(1), number="1/26", title="Plan", decisions=decisions)
    (row,) = rows_of("cases", document(Meeting(span=span(1), kind=MeetingKind.MINUTES, cases=(case,))))
    assert row["adopted"] == "Styret vedtar:\n1. Planen vedtas.\n2. Planen trykkes. Saken er ferdig.\nEnstemmig."


@pytest.mark.parametrize(("kind", "part"), [(DecisionKind.ADOPTED, "decision"), (DecisionKind.PROPOSED, "proposal")])
def test_items_say_what_they_are_part_of(kind: DecisionKind, part: str) -> None:
    """An item of a proposal is not taken for one of a decision, which often says the same."""
    decision = Decision(span=span(2), kind=kind, text="Vedtas.", points=(Point(span=span(2), text="Vedtas."),))
    case = Case(span=span(1), number="1/26", title="Plan", decisions=(decision,))
    (row,) = rows_of("points", document(Meeting(span=span(1), kind=MeetingKind.MINUTES, cases=(case,))))
    assert row["kind"] == part
