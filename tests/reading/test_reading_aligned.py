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


def test_columns_of_facts_are_no_margin_for_titles_that_hang_as_deep() -> None:
    """No other label stands in the margin: a body's name that goes on below itself is whole."""
    head_lines, _, people = PAIRS.partition("Møtested")
    facts = "Møtested     Nordvik hotell\nMøtetid      12.30–16.00\nDato         12. mars 2024\n"
    agenda = "Saksliste\n" + "".join(
        f"{n}/24         Tilskudd til vern av gamle naust og\n             fartøy\n" for n in (1, 2, 3)
    )
    found = head(f"{head_lines}{facts}{people[people.index(chr(10) * 2) :]}\n{agenda}")
    assert found.body == "Nasjonalt råd for fyrvern, fartøyvern og havner"


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


def test_a_day_may_end_below_itself() -> None:
    """The year of two days stands alone under them, in a column that is too narrow."""
    text = PAIRS.replace("12. mars 2024              Ref", "31. mars – 1. april        Ref")
    text = text.replace("Kari Berg\n", "Kari Berg\n             2024\n")
    assert told(head(text), "date", "end_date") == ["2024-03-31", "2024-04-01"]


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


def test_an_agendas_entry_may_take_three_lines() -> None:
    """What hangs in the column of titles is of the entry above, so that the list is one and no case begins in it."""
    entries = "".join(f"{n}/24       Orienteringer\n" for n in (2, 3, 4))
    cases = "".join(f"Sak {n}/24 Orienteringer\n\nVedtak: Ja.\n\n" for n in (2, 3, 4))
    found = minutes(
        "Saksliste\nSaksnr.    Tittel\n1/24       Evaluering av kystled og\n           båtbygging i perioden\n"
        f"           2024–2027\n{entries}\nSak 1/24 Evaluering av kystled og båtbygging i perioden\n2024–2027\n\n"
        f"Vedtak: Ja.\n\n{cases}"
    )
    assert [(c.number, c.title) for c in found.cases] == [
        ("1/24", "Evaluering av kystled og båtbygging i perioden 2024–2027"),
        *((f"{n}/24", "Orienteringer") for n in (2, 3, 4)),
    ]


FOLLOWED = """Sak               Referat                              Ansvar         Frist
1/24 Tilskudd     Rådet drøftet kostnadene i de        Kari Berg      Innen
til naust         minste kommunene. Museet viste                      utgangen
                  til at fristen er kort.                             av året
                  Vedtak:
                  1. Planen godkjennes.
                  2. Rapporten sendes alle
                  kommunene.
2/24 Eventuelt    Vedtak: Nei.
"""


@pytest.mark.parametrize("turned", [False, True])
def test_cases_in_aligned_columns_are_rows_of_a_table(turned: bool) -> None:
    """Cells wrap side by side, may go on over a page, and the last columns tell who follows a case up."""
    table = FOLLOWED.replace("                  1. Planen", "\f                  1. Planen") if turned else FOLLOWED
    first, last = minutes(table).cases
    assert (first.number, first.title) == ("1/24", "Tilskudd til naust")
    assert [(each.heading, " ".join(each.paragraphs)) for each in first.sections] == [
        (None, "Rådet drøftet kostnadene i de minste kommunene. Museet viste til at fristen er kort."),
        ("Ansvar", "Kari Berg"),
        ("Frist", "Innen utgangen av året"),
    ]
    assert [[p.text for p in d.points] for d in first.decisions] == [
        ["Planen godkjennes.", "Rapporten sendes alle kommunene."]
    ]
    assert (last.number, [d.text for d in last.decisions]) == ("2/24", ["Nei."])


def test_the_longest_cell_of_the_last_row_ends_the_table() -> None:
    """The last column is over long before what was said in the meeting."""
    first, last = FOLLOWED.split("1/24", 1)[1].split("2/24")
    table = f"{FOLLOWED.split('1/24', maxsplit=1)[0]}1/24{last}2/24{first}"
    assert [p.text for p in minutes(table).cases[-1].decisions[0].points] == [
        "Planen godkjennes.", "Rapporten sendes alle kommunene.",
    ]  # fmt: skip


def test_a_title_in_a_cell_goes_on_behind_a_dash() -> None:
    """A dash before a small letter right below is no item of a list."""
    table = FOLLOWED.replace("til naust    ", "– del 2      ")
    assert minutes(table).cases[0].title == "Tilskudd – del 2"


@pytest.mark.parametrize("close", ["Møtet hevet kl. 14.00", "Neste møte blir holdt i Nordvik torsdag 12. mai 2024"])
def test_a_line_below_the_table_of_cases_is_none_of_its_last_row(close: str) -> None:
    """What stands apart under the first head alone, or runs over the columns, ends the table."""
    found = minutes(f"{FOLLOWED}\n\n{close}\n").cases[-1]
    assert (found.title, [d.text for d in found.decisions]) == ("Eventuelt", ["Nei."])


def test_other_columns_of_numbers_are_no_table_of_cases() -> None:
    """The agenda tells who prepares a case, but not what was said of it: its titles are lines as they were."""
    found = minutes(
        "Sak         Tittel         Ansvar\n1/24        Naust          Kari Berg\n\nSak 1/24 Naust\n\nOk.\n"
    )
    assert [(c.number, c.title, [s.heading for s in c.sections]) for c in found.cases] == [("1/24", "Naust", [None])]
