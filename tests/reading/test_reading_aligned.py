"""Minutes whose tables stand in text by alignment alone: facts of the head, lists of persons, the agenda."""

from __future__ import annotations

from typing import Any

import pytest
from reading_making import head, minutes


def told(found: Any, *fields: str) -> list[str]:
    return [str(getattr(found, field)) for field in fields]


FACTS = ("body", "place", "date", "start", "end")
PAIRS = """Møtereferat

Utvalg       Nasjonalt råd for fyrvern,
             fartøyvern og havner
Møtested     Nordvik hotell             Møtetid    12.30–16.00
Dato         12. mars 2024              Referent   Kari Berg

Til stede:
Navn                Institusjon
Ola Vik             Nes kommune
Per Moe             Dal kommune
"""


@pytest.mark.parametrize("colon", [False, True])
def test_two_facts_may_stand_on_a_line(colon: bool) -> None:
    """Each label has what stands beside it, and what goes on below that, with or without colons."""
    text = PAIRS
    for label in ("Utvalg", "Møtested", "Møtetid", "Dato", "Referent") if colon else ():
        text = text.replace(f"{label} ", f"{label}:", 1)
    found = head(text)
    assert told(found, *FACTS) == [
        "Nasjonalt råd for fyrvern, fartøyvern og havner", "Nordvik hotell", "2024-03-12", "12:30:00", "16:00:00",
    ]  # fmt: skip
    assert [(p.name, p.role) for p in found.participants] == [
        ("Kari Berg", "referent"), ("Ola Vik", None), ("Per Moe", None),
    ]  # fmt: skip


def test_a_value_goes_on_under_itself() -> None:
    """Where each label has a line of its own a name may take two, with no colon to say where it begins."""
    text = (
        "Møtereferat\n\nUtvalg       Nasjonalt råd for fyrvern,\n             fartøyvern og havner\n"
        "Møtested     Nordvik hotell\nDato         12. mars 2024\n\nTil stede: Ola Vik, Per Moe\n"
    )
    assert told(head(text), "body", "place") == ["Nasjonalt råd for fyrvern, fartøyvern og havner", "Nordvik hotell"]


def test_lines_that_hang_under_an_agendas_numbers_make_no_margin() -> None:
    """Titles may go on where the facts of the head begin: two facts on a line are read for all that."""
    agenda = "Saksliste\n" + "".join(
        f"{n}/24         Tilskudd til vern av gamle naust og\n             fartøy\n" for n in (1, 2, 3)
    )
    assert told(head(PAIRS + "\n" + agenda), "place", "start") == ["Nordvik hotell", "12:30:00"]
    single = PAIRS.replace("             Møtetid ", "\nMøtetid ").replace("              Referent ", "\nReferent ")
    single = single.replace("Møtetid    ", "Møtetid      ").replace("Referent   ", "Referent     ")
    assert told(head(single + "\n" + agenda), "body") == ["Nasjonalt råd for fyrvern, fartøyvern og havner"]


def test_a_row_of_persons_may_wrap_in_two_columns() -> None:
    """The last name and the end of the body stand side by side; no cell above them had room for the word."""
    text = (
        "Til stede:\nNavn                  Institusjon\nAnne-Lise Marie       Nordvik interkommunale havnevesen\n"
        "Dal-Hansen            IKS\nOla Vik               Nes kommune\nRådmannen             Nes kommune\n"
    )
    found = head("Møtereferat\n\nUtvalg: Havnerådet\nDato: 12.03.2024\n\n" + text).participants
    assert [(p.name, p.organization) for p in found][:2] == [
        ("Anne-Lise Marie Dal-Hansen", "Nordvik interkommunale havnevesen IKS"), ("Ola Vik", "Nes kommune"),
    ]  # fmt: skip


def test_a_row_of_persons_may_go_on_over_a_page() -> None:
    """What stands under the second head alone at the top of a page is the rest of the row before it."""
    text = (
        "Til stede:\nNavn                  Institusjon\nOla Vik               Nes kommune\n\n"
        "Per Moe               Arbeids- og velferdsetaten i\n\n\f                      Nes\n"
    )
    found = head("Møtereferat\n\nUtvalg: Havnerådet\nDato: 12.03.2024\n\n" + text).participants
    assert [(p.name, p.organization) for p in found] == [
        ("Ola Vik", "Nes kommune"), ("Per Moe", "Arbeids- og velferdsetaten i Nes"),
    ]  # fmt: skip


def test_the_type_of_a_case_stands_in_the_agendas_last_column() -> None:
    """The heading further on has the title alone; a title that wraps goes on under itself."""
    found = minutes(
        "Saksliste\nSaksnr.    Tittel                     Type\n1/24       Tilskudd til naust og      Vedtakssak\n"
        "           fartøy\n2/24       Eventuelt                  Diskusjonssak\n\n"
        "Sak 1/24 Tilskudd til naust og fartøy\n\nVedtak: Ja.\n\nSak 2/24 Eventuelt\n\nVedtak: Nei.\n"
    )
    assert [(c.number, c.title, c.type_label) for c in found.cases] == [
        ("1/24", "Tilskudd til naust og fartøy", "Vedtakssak"), ("2/24", "Eventuelt", "Diskusjonssak"),
    ]  # fmt: skip
