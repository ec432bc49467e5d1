"""Lists of those present that no heading opens: the heads of a table tell who was there."""

from __future__ import annotations

import pytest
from reading_making import head

TOP = "PROTOKOLL FRA EIERMØTE\n\nSelskap: Nes avfall IKS\nDato: 5. mars 2024\n\n"
GAPS = """Representantskapet

Eierkommune     Representant          Stemmer    Til stede
Nes             Kari Berg             5          Ja
Nes             Vara: Ola Vik         5          Ja, på Teams
Sund            Inga Haug             3          Forfall, vara møtte ikke
Sund            Per Moe               3          Nei
"""
TABS = """Eigarkommune\tRepresentant\tRøyster\tTil stades
Nes\tKari Berg\t5\tJa
Nes\tVara: Ola Vik\t5\tJa, på Teams
Sund\tInga Haug\t3\tForfall, vara møtte ikkje
Sund\tPer Moe\t3\tNei
"""


@pytest.mark.parametrize("table", [GAPS, TABS], ids=["gaps", "tabs"])
def test_a_table_tells_by_its_own_heads_who_was_there(table: str) -> None:
    """A column of persons beside one that tells who came is a list of those present, with no heading above it."""
    found = head(TOP + table).participants
    assert [(p.name, p.organization, p.status.value, p.role, p.remote) for p in found] == [
        ("Kari Berg", "Nes", "present", None, False),
        ("Ola Vik", "Nes", "present", "Vara", True),
        ("Inga Haug", "Sund", "absent", None, False),
        ("Per Moe", "Sund", "absent", None, False),
    ]


def test_a_tick_under_those_absent_is_an_absence() -> None:
    """Under `Forfall` a cross says that somebody was not there."""
    found = head(TOP + "Navn\tRolle\tForfall\nKari Berg\tleder\t\nOla Vik\tmedlem\tX\nInga Haug\tmedlem\tNei\n")
    assert [(p.name, p.status.value) for p in found.participants] == [
        ("Kari Berg", "present"),
        ("Ola Vik", "absent"),
        ("Inga Haug", "present"),
    ]


def test_two_lists_side_by_side_are_no_table() -> None:
    """Where persons stand under both heads, each head opens a list of its own."""
    found = head(TOP + "Representanter       Forfall\nKari Berg            Ola Vik\nInga Haug            Per Moe\n")
    assert {(p.name, p.status.value) for p in found.participants} == {
        ("Kari Berg", "present"),
        ("Inga Haug", "present"),
        ("Ola Vik", "absent"),
        ("Per Moe", "absent"),
    }


def test_a_table_of_persons_that_tells_nothing_of_a_meeting_is_no_list() -> None:
    """Names with telephone numbers are no list of those present."""
    found = head(
        TOP + "Til stede: Nina Dal\n\nAvdeling       Navn          Telefon\nDrift          Ola Vik       900 00 000\n"
    )
    assert "Nina Dal" in [p.name for p in found.participants]


@pytest.mark.parametrize(
    "row",
    ["Referent          Administrasjonsleder Kari Berg", "Referent Administrasjonsleder Kari Berg"],
    ids=["gap", "blank"],
)
def test_a_task_and_a_position_on_one_row(row: str) -> None:
    """`Referent`, then a position and a name: the label needs no colon."""
    found = head(f"{TOP}{row}\n\nTil stede: Ola Vik, Per Moe\n").participants
    kari = next(p for p in found if p.name == "Kari Berg")
    assert (kari.status.value, kari.title, kari.role) == ("secretariat", "Administrasjonsleder", "referent")


def test_the_leader_of_the_own_body_has_a_role() -> None:
    """`Representantskapets leder` before a name is the role, no position."""
    found = head(f"{TOP}Møteleder: Representantskapets leder Kari Berg\nTil stede: Ola Vik, Per Moe\n").participants
    kari = next(p for p in found if p.name == "Kari Berg")
    assert (kari.title, kari.role) == (None, "Representantskapets leder")


def test_a_secretariat_is_no_person() -> None:
    """The two words before `kontrollutvalgssekretariat` are its name, not somebody's."""
    found = head(
        "Kontrollutvalget i Nes kommune\nSekretariat: Indre Vest kontrollutvalgssekretariat\n\nMØTEPROTOKOLL\n\n"
        "Møtedato: 5. mars 2024\nSted: Rådhuset\n\nTil stede: Ola Vik, Per Moe\n"
    )
    assert [p.name for p in found.participants] == ["Ola Vik", "Per Moe"]
    assert found.body == "Kontrollutvalget i Nes kommune"
