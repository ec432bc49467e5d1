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


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("Kari Berg (KB)", {}),
        ("Simen Vik (SV)", {"organization": "SV"}),
        ("Kari Berg, leder, kari.berg@nes.example", {"role": "leder"}),
        ("Kari Berg <kari@nes.example>", {}),
        ("Kari Berg, leder, tlf. 400 00 001", {"role": "leder"}),
        ("Kari Berg/leder", {"role": "leder"}),
        ("Kari Berg – permisjon fra sak 5/24", {"presence": "permisjon fra sak 5/24"}),
        ("Kari Berg, Nes kommune, til stede", {"organization": "Nes kommune", "ticked": True}),
    ],
)
def test_what_is_no_body_is_taken_for_none(entry: str, said: dict[str, Any]) -> None:
    """Initials, addresses, telephones, a role behind a slash, leave for a part, that someone was there."""
    person = read_person(entry)
    assert person is not None
    known = {
        field: getattr(person, field) for field in ("title", "organization", "role", "presence", "ticked", "absent")
    }
    assert {field: value for field, value in known.items() if value} == said


def test_a_status_column_in_words_is_no_body() -> None:
    """`Til stede (Teams)` under `Status` tells that someone was there, and from where."""
    text = (
        "| Navn | Rolle | Status |\n|---|---|---|\n| Kari Berg | Leder | Til stede |\n| Ola Vik | Medlem | Forfall |\n"
        "| Marit Dal | Medlem | Til stede (Teams) |\n"
    )
    assert told(text, "name", "organization", "status", "remote") == [
        ("Kari Berg", None, "present", None),
        ("Ola Vik", None, "absent", None),
        ("Marit Dal", None, "present", "True"),
    ]


def test_numbers_and_dashes_in_cells_say_nothing() -> None:
    """A running number is no body, and a dash among ticks is an absence; the own deputy of one away came instead."""
    text = (
        "Nr   Navn            Parti   Møtt   Vara\n1    Kari Berg       AP      X      Inga Haug\n"
        "2    Ola Vik         H       -      Per Moe\n3    Marit Dal       SP      X\n"
    )
    assert told(text, "name", "organization", "status", "substitute_for") == [
        ("Kari Berg", "AP", "present", None),
        ("Ola Vik", "H", "absent", None),
        ("Per Moe", None, "present", "Ola Vik"),
        ("Marit Dal", "SP", "present", None),
    ]


def test_rare_names_in_a_list_are_names_by_their_form() -> None:
    """Three names or more with nothing else between the commas are as many persons, whether a first name is known."""
    text = "Til stede: Torgrunn Vik, Ådel Sande, Veneranda Holm og Sjurdar Nes\n"
    names = [(name,) for name in ("Torgrunn Vik", "Ådel Sande", "Veneranda Holm", "Sjurdar Nes")]
    assert told(text, "name") == names
    assert told("Til stede:\nKari Berg, Nordnes Energi\nOla Vik\nMarit Dal\n", "name", "organization")[0] == (
        "Kari Berg",
        "Nordnes Energi",
    )


def test_those_of_the_house_in_a_sentence_of_their_own() -> None:
    """What stands before the colon is no part of the first one's position; a plural before several is of each."""
    text = (
        "Til stades: leiar Kari Berg, medlemene Ola Vik, Per Moe og Inga Haug. "
        "Frå administrasjonen: rådmann Nils Sand og konsulent Eli Nes (referent).\n"
    )
    assert told(text, "name", "title", "role") == [
        ("Kari Berg", None, "leiar"),
        ("Ola Vik", None, "medlemene"),
        ("Per Moe", None, "medlemene"),
        ("Inga Haug", None, "medlemene"),
        ("Nils Sand", "rådmann", None),
        ("Eli Nes", "konsulent", "referent"),
    ]


def test_a_line_of_another_body_s_people_is_nobody_s_body() -> None:
    """`Studentsamskipnaden: Per Moe` under a name says nothing of the one above."""
    text = "Til stede:\nSund kommune: Marit Dal (ordfører)\nStudentsamskipnaden: Per Moe\n"
    assert told(text, "name", "organization")[0] == ("Marit Dal", "Sund kommune")


def test_several_lists_on_one_line() -> None:
    """A label behind a full stop opens the next list; none of it is the body of the one before."""
    text = "Tilstede: Kari Berg (leder), Ola Vik og Marit Dal. Fraværende: Per Moe (sykdom). Referent: Lise Lund\n"
    assert told(text, "name", "organization", "status", "role") == [
        ("Kari Berg", None, "present", "leder"),
        ("Ola Vik", None, "present", None),
        ("Marit Dal", None, "present", None),
        ("Per Moe", None, "absent", None),
        ("Lise Lund", None, "secretariat", "referent"),
    ]


def test_a_heading_may_tell_how_those_under_it_took_part() -> None:
    """`Digitalt til stede` is of each under it; `fysisk` in a bracket is no body."""
    text = "Fysisk til stede: Kari Berg (fysisk), Ola Vik og Per Moe\nDigitalt til stede: Marit Dal og Lise Lund\n"
    assert told(text, "name", "organization", "remote") == [
        ("Kari Berg", None, None),
        ("Ola Vik", None, None),
        ("Per Moe", None, None),
        ("Marit Dal", None, "True"),
        ("Lise Lund", None, "True"),
    ]


def test_titles_written_short_and_joined_by_og() -> None:
    """`Prof.` and `dr.` are positions; `og` behind a position parts two persons, and `fra` a name from its body."""
    text = "Til stede: Prof. Kari Berg, dr. Ola Vik, Marit Dal, overlege og Per Moe, klinikksjef\n"
    assert told(text, "name", "title", "organization") == [
        ("Kari Berg", "Prof.", None),
        ("Ola Vik", "dr.", None),
        ("Marit Dal", "overlege", None),
        ("Per Moe", "klinikksjef", None),
    ]
    guests = "Til stede: Kari Berg, Ola Vik\n\nGjester: Per Moe fra Nordmuseet (sak 4/24), Lise Lund (sak 5/24)\n"
    assert told(guests, "name", "organization", "status")[2:] == [
        ("Per Moe", "Nordmuseet", "invited"),
        ("Lise Lund", None, "invited"),
    ]


@pytest.mark.parametrize("bracket", ["Dal kommune/nestleder", "Dal kommune – nestleder", "Dal kommune, nestleder"])
def test_a_bracket_may_hold_body_and_role(bracket: str) -> None:
    """Parted by a comma, a slash or a dash."""
    person = read_person(f"Kari Berg ({bracket})")
    assert person is not None
    assert (person.title, person.organization, person.role) == (None, "Dal kommune", "nestleder")


def test_a_role_before_a_name_that_nobody_knows() -> None:
    """`nestleder Jelva Varbo` among others is a person of her own, and no role of the one before."""
    found = head(
        "Referat fra møte i Elvrådet 7. mars 2024\n\n"
        "Til stede: Styreleder Kari Berg, nestleder Jelva Varbo, styremedlem Ola Vik\n"
    )
    assert [(p.name, p.role) for p in found.participants] == [
        ("Kari Berg", "Styreleder"),
        ("Jelva Varbo", "nestleder"),
        ("Ola Vik", "styremedlem"),
    ]


def test_a_name_that_a_full_stop_shortens_ends_no_list() -> None:
    """`Bent Chr. Berg` and `Th. Vik` keep the whole of their names among others in a list."""
    found = head(
        "Referat fra møte i Elvrådet 7. mars 2024\n\n"
        "Til stede: Ola Dal (ADMIN), Bent Chr. Berg (STUD), Liv Moe (Ekstern) , Jens Chr. Lie og Th. Vik (FVA)\n"
    )
    assert [(p.name, p.organization) for p in found.participants] == [
        ("Ola Dal", "ADMIN"),
        ("Bent Chr. Berg", "STUD"),
        ("Liv Moe", None),
        ("Jens Chr. Lie", None),
        ("Th. Vik", "FVA"),
    ]


def test_the_two_sides_of_a_working_environment_committee_are_lists() -> None:
    """`Arbeidsgivers representanter:` and `Arbeidstakers representanter:` head lists, and nobody is lost at either."""
    found = head(
        "Referat fra AMU-møte 7. mars 2024\n\nTil stede:\n"
        "Arbeidsgivers representanter: Kari Berg, kommunedirektør; Ola Vik, HR-sjef\n"
        "Arbeidstakers representanter: Liv Dal, hovedverneombud (leder); Jon Ås, Fagforbundet\n"
    )
    assert [(p.name, p.title, p.role, p.organization) for p in found.participants] == [
        ("Kari Berg", "kommunedirektør", None, None),
        ("Ola Vik", "HR-sjef", None, None),
        ("Liv Dal", "hovedverneombud", "leder", None),
        ("Jon Ås", None, None, "Fagforbundet"),
    ]


def test_who_came_as_a_deputy_beside_the_one_away_was_there() -> None:
    """`Forfall: Siri Moe (studentrepresentant), Anne Lie møtte som vara`: the second was present."""
    found = head(
        "Referat fra møte i Elvrådet 7. mars 2024\n\nTil stede: Kari Berg, Ola Vik\n"
        "Forfall: Siri Moe (studentrepresentant), Anne Lie møtte som vara\n"
    )
    assert [(p.name, p.status.value, p.role) for p in found.participants][2:] == [
        ("Siri Moe", "absent", "studentrepresentant"),
        ("Anne Lie", "present", "vara"),
    ]
