"""Lists of those present that stand in columns, and what each place in a row says of its person."""

from __future__ import annotations

from typing import Any

import pytest
from reading_making import head

from govdocs.norwegian import is_name, read_person

TOP = "MØTEPROTOKOLL\n\nUtvalg: Formannskapet\nMøtested: Rådhuset\nDato: 12.03.2024\nTid: 10:00–12:00\n\n"


def told(text: str, *fields: str) -> list[Any]:
    """Return the wanted fields of each person of a list in the head of minutes, status as a word."""
    people = head(TOP + text).participants
    return [tuple(str(value) if (value := getattr(p, field)) else None for field in fields) for p in people]


def test_a_column_of_words_and_blanks_says_nothing_of_who_has_none() -> None:
    """Where the column tells of more than ticks, an empty cell is no absence."""
    text = "Til stede:\nNavn\tParti\tOppmøte\nKari Berg\tAp\tX\nOla Vik\tH\t\nMarit Dal\tV\tForfall\n"
    assert told(text, "name", "status") == [("Kari Berg", "present"), ("Ola Vik", "present"), ("Marit Dal", "absent")]


def test_a_heading_is_the_head_of_the_names_whatever_heads_the_others() -> None:
    """Any head of a column of persons behind a wide gap tells; the next column never makes a row a heading."""
    text = (
        "Deltakere             Virksomhet          Merknad\nKari Berg             Nes kommune\n"
        "Ola Vik               Sekretariat:        Teams\nMarit Dal             Dal museum\n"
    )
    assert told(text, "name", "group", "organization", "remote") == [
        ("Kari Berg", "Deltakere", "Nes kommune", None),
        ("Ola Vik", "Deltakere", None, "True"),
        ("Marit Dal", "Deltakere", "Dal museum", None),
    ]


def test_a_column_of_positions_may_name_the_body_too() -> None:
    """A body by its name; the field of a position is part of it, though it sounds like a body."""
    text = (
        "Fra administrasjonen møtte:\nNavn             Stilling\nKari Berg        Utviklingsleder Nes regionråd\n"
        "Ola Vik          Kommunalsjef Organisasjon og HR\n"
    )
    assert told(f"Til stede: Marit Dal, Tor Sand\n\n{text}", "title", "organization")[2:] == [
        ("Utviklingsleder", "Nes regionråd"),
        ("Kommunalsjef Organisasjon og HR", None),
    ]


@pytest.mark.parametrize(
    ("entry", "title", "organization", "role"),
    [
        ("Kari Berg, utviklingsleder Nes regionråd", "utviklingsleder", "Nes regionråd", None),
        ("Kari Berg (hovedtillitsvalgt Lærarforbundet)", "hovedtillitsvalgt", "Lærarforbundet", None),
        (
            "Kari Berg, dir. forskning, utdanning og innovasjon, Nord univ.sykehus",
            "dir. forskning, utdanning og innovasjon",
            "Nord univ.sykehus",
            None,
        ),
        ("Kari Berg (vara for eksterne representanter)", None, None, "vara for eksterne representanter"),
        (
            "Kari Berg (representant for midlertidig vitenskapelig personale)",
            None,
            None,
            "representant for midlertidig vitenskapelig personale",
        ),
        ("Kari Berg, AHF (dekan)", "dekan", "AHF", None),
        ("Direktør Kari Aa. Berg", "Direktør", None, None),
    ],
)
def test_positions_bodies_and_roles_are_told_apart(
    entry: str, title: str | None, organization: str | None, role: str | None
) -> None:
    """A position before a body's name, one whose field is an enumeration, a role for a group and no person."""
    person = read_person(entry)
    assert person is not None
    assert (person.title, person.organization, person.role) == (title, organization, role)
    assert person.substitute_for is None


@pytest.mark.parametrize("name", ["Nils Vik jr", "Nils Vik sr.", "Gunn-Elin Aa. Berg"])
def test_suffixes_and_short_middle_names_belong_to_the_name(name: str) -> None:
    """What tells father from son, and two letters with a full stop."""
    person = read_person(f"{name}, rektor")
    assert is_name(name)
    assert person is not None
    assert person.name == name


def test_no_name_ends_in_a_word_of_absence() -> None:
    """`Kari Berg Forfall` is a name and a mark."""
    person = read_person("Kari Berg Forfall")
    assert not is_name("Kari Berg Forfall")
    assert person is not None
    assert (person.name, person.absent) == ("Kari Berg", True)


def test_a_list_may_call_its_persons_by_their_first_names() -> None:
    """As those of pupils do, a name not known among them; a sentence behind it tells who was away."""
    text = "Tilstede: Karoline, Vanja (leder), Atle, Linn M., Ida Lise, Tuvine og Silje. Frida hadde meldt forfall.\n"
    assert told(text, "name", "status", "role") == [
        ("Karoline", "present", None),
        ("Vanja", "present", "leder"),
        ("Atle", "present", None),
        ("Linn M.", "present", None),
        ("Ida Lise", "present", None),
        ("Tuvine", "present", None),
        ("Silje", "present", None),
        ("Frida", "absent", None),
    ]


def test_some_of_a_list_may_be_called_by_their_first_names() -> None:
    """Pupils among grown-ups are persons, and nobody's body; a place behind a name is none of them."""
    assert told("Til stede: Kari Berg, Ola Vik, Sivert, Marte og Nils Moe\n", "name", "organization") == [
        ("Kari Berg", None),
        ("Ola Vik", None),
        ("Sivert", None),
        ("Marte", None),
        ("Nils Moe", None),
    ]
    assert told("Til stede: Kari Berg, Ola Vik, Nils Moe, Tromsø\n", "name", "organization")[2:] == [
        ("Nils Moe", "Tromsø")
    ]


def test_a_role_before_a_colon_within_a_list_is_that_of_the_one_behind_it() -> None:
    """`LMU- og studentrepresentant: …` is a role though bodies end in the same word; a body there stays one."""
    text = (
        "Til stede: Kari Berg, Ola Vik\n\nObservatører:\nEnhet for HMS og trygghet: Marit Dal og Inga Haug\n"
        "LMU- og studentrepresentant: Nils Moe\n"
    )
    assert told(text, "name", "organization", "role", "status")[2:] == [
        ("Marit Dal", "Enhet for HMS og trygghet", None, "observer"),
        ("Inga Haug", "Enhet for HMS og trygghet", None, "observer"),
        ("Nils Moe", None, "LMU- og studentrepresentant", "observer"),
    ]
