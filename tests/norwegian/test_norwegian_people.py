"""Persons as attendance lists write them, told apart into name, position, body, role and marks."""

from __future__ import annotations

import re
import time
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian import Person, is_name, is_organization, read_person, split_name
from govdocs.norwegian.people import with_more


def said(text: str, **options: Any) -> dict[str, Any]:
    """Return what an entry says beyond the name, as a dictionary of what is set."""
    person = read_person(text, **options)
    assert person is not None, text
    told = attrs.asdict(person)
    told.pop("roles")
    return {key: value for key, value in told.items() if value}


@pytest.mark.parametrize(
    "text",
    [
        "Kari Berg",
        "Kari Anne Berg",
        "Kari-Anne Berg",
        "Kari Berg-Hansen",
        "Ole Johnny Sandvær",
        "Tor-Inge Skaslien",
        "Marianne vad der Wel",
        "Ahmed el Amrani",
        "Anne B. Nygård",
        "A. B. Nygård",
        "Mei-Lin Strømsvåg",
        "Amina Yusuf Haugen",
        "Niillas Čáhppe",
        "Per Ole McKenzie",
        "Åse Karin Ytre-Hauge",
        "Anne-Kari (Tine) Strand",
    ],
)
def test_a_personal_name_is_told_by_how_it_is_written(text: str) -> None:
    """Two or more words written as names are: hyphens, initials, particles, letters of neighbouring languages."""
    assert is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Kari",
        "kari berg",
        "Universitetet i Nord",
        "Helse Fjell RHF",
        "Fagdirektør Berg",
        "Leder Kari",
        "Det medisinske fakultet",
        "Kunnskapsdepartementet",
        "Sak 12",
        "Ingen forfall",
        "Alle møtte",
        "Ny sak",
        "Kari Berg,",
        "Kari Berg, leder",
        "Til stede",
        "12 medlemmer",
        "",
    ],
)
def test_what_is_no_personal_name(text: str) -> None:
    """Bodies, positions, sentences, single words and lists are no names."""
    assert not is_name(text)


@pytest.mark.parametrize(
    "text",
    [
        "Universitetet i Nord",
        "Helse Fjell RHF",
        "Kunnskapsdepartementet",
        "Sykehuset Nordkyst HF",
        "Det medisinske fakultet",
        "NTNU",
        "FFO",
        "Lyngvær kommune",
        "Midtfjord fylkeskommune",
        "Forskningsrådet",
        "Helsedirektoratet",
        "Institutt for global helse",
        "Norsk Pasientforening",
    ],
)
def test_a_body_is_told_from_a_person(text: str) -> None:
    """Words and endings of bodies, and capital letters, tell that no person is meant."""
    assert is_organization(text)


@pytest.mark.parametrize("text", ["Kari Berg", "Fagdirektør", "Seniorrådgiver", "leder", "Ola Nordmann", ""])
def test_persons_and_positions_are_no_bodies(text: str) -> None:
    """A name or a position alone is no body."""
    assert not is_organization(text)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kari Berg", {"name": "Kari Berg"}),
        ("Kari Berg, Universitetet i Nord", {"name": "Kari Berg", "organization": "Universitetet i Nord"}),
        ("Kari Berg Universitetet i Nord", {"name": "Kari Berg", "organization": "Universitetet i Nord"}),
        ("Kari Berg (Universitetet i Nord)", {"name": "Kari Berg", "organization": "Universitetet i Nord"}),
        ("Kari Berg, NTNU", {"name": "Kari Berg", "organization": "NTNU"}),
        ("Fagdirektør Kari Berg", {"name": "Kari Berg", "title": "Fagdirektør"}),
        ("Ass. fagdirektør Kari Berg", {"name": "Kari Berg", "title": "Ass. fagdirektør"}),
        (
            "Fagdirektør Kari Berg, Helse Fjell RHF",
            {"name": "Kari Berg", "title": "Fagdirektør", "organization": "Helse Fjell RHF"},
        ),
        (
            "Kari Berg, fagdirektør, Helse Fjell RHF",
            {"name": "Kari Berg", "title": "fagdirektør", "organization": "Helse Fjell RHF"},
        ),
        ("Kari Berg, fagdirektør", {"name": "Kari Berg", "title": "fagdirektør"}),
        ("Kari Berg, leder", {"name": "Kari Berg", "role": "leder"}),
        ("Kari Berg (leder)", {"name": "Kari Berg", "role": "leder"}),
        ("Kari Berg – leiar", {"name": "Kari Berg", "role": "leiar"}),
        ("Kari Berg, nestleder (Ap)", {"name": "Kari Berg", "role": "nestleder", "organization": "Ap"}),
        ("Kari Berg (Ap)", {"name": "Kari Berg", "organization": "Ap"}),
        ("Kari Berg, FrP", {"name": "Kari Berg", "organization": "FrP"}),
        ("Kari Berg (Teams)", {"name": "Kari Berg", "remote": True}),
        ("Kari Berg, NTNU (digitalt)", {"name": "Kari Berg", "organization": "NTNU", "remote": True}),
        ("Kari Berg (deltok digitalt)", {"name": "Kari Berg", "remote": True}),
        ("Kari Berg – forfall", {"name": "Kari Berg", "absent": True}),
        ("Kari Berg, Ap – forfall", {"name": "Kari Berg", "organization": "Ap", "absent": True}),
        ("Kari Berg (meldt forfall)", {"name": "Kari Berg", "absent": True}),
        ("Kari Berg (sak 28/22)", {"name": "Kari Berg", "cases": ("28/22",)}),
        ("Kari Berg (sak 28/22 og 29/22)", {"name": "Kari Berg", "cases": ("28/22", "29/22")}),
        ("Kari Berg, vara for Ola Vik", {"name": "Kari Berg", "role": "vara", "substitute_for": "Ola Vik"}),
        ("Kari Berg (vara for Ola Vik)", {"name": "Kari Berg", "role": "vara", "substitute_for": "Ola Vik"}),
        (
            "Kari Berg (Ap) for Ola Vik",
            {"name": "Kari Berg", "organization": "Ap", "substitute_for": "Ola Vik"},
        ),
        ("Kari Berg (til kl. 13.10)", {"name": "Kari Berg", "presence": "til kl. 13.10"}),
        ("Kari Berg, Ap (frå kl. 10.15)", {"name": "Kari Berg", "organization": "Ap", "presence": "frå kl. 10.15"}),
        ("Kari Berg Medlem AP", {"name": "Kari Berg", "role": "Medlem", "organization": "AP"}),
        (
            "Kari Berg varamedlem AP Ola Vik",
            {"name": "Kari Berg", "role": "varamedlem", "organization": "AP", "substitute_for": "Ola Vik"},
        ),
        (
            "Kari Berg Medlem AP forfall 19.4",
            {"name": "Kari Berg", "role": "Medlem", "organization": "AP", "presence": "forfall 19.4"},
        ),
        ("Kari Berg vara (STUD)", {"name": "Kari Berg", "role": "vara", "organization": "STUD"}),
        ("Kari Berg (inst. leder)", {"name": "Kari Berg", "title": "inst. leder"}),
        ("Kari Berg (møteleder fra kl. 9.50)", {"name": "Kari Berg", "role": "møteleder", "presence": "fra kl. 9.50"}),
        ("Kari Berg, student (vara)", {"name": "Kari Berg", "role": "student (vara)"}),
        ("Kari Berg, eksternt oppnevnt medlem", {"name": "Kari Berg", "role": "eksternt oppnevnt medlem"}),
        ("Kari Berg, møtte som vara", {"name": "Kari Berg", "role": "vara"}),
        ("Kari Berg, leiar av brukarutvalet", {"name": "Kari Berg", "role": "leiar av brukarutvalet"}),
        ("Kari Berg Medlem NML", {"name": "Kari Berg", "role": "Medlem", "organization": "NML"}),
        ("Kari Berg Nestleiar FL KRF/SP", {"name": "Kari Berg", "role": "Nestleiar", "organization": "FL KRF/SP"}),
        ("Kari Berg Politisk rådgjevar", {"name": "Kari Berg", "title": "Politisk rådgjevar"}),
        ("Kari Berg, dir. forskning og innovasjon", {"name": "Kari Berg", "title": "dir. forskning og innovasjon"}),
        ("Styremedlemmer Kari Berg", {"name": "Kari Berg", "role": "Styremedlemmer"}),
        ("Kari Berg, 02411", {"name": "Kari Berg"}),
        ("Møtesekretær Kari Berg", {"name": "Kari Berg", "role": "Møtesekretær"}),
        (
            "Kari Berg, brukerrepresentant, Helse Fjell RHF",
            {"name": "Kari Berg", "title": "brukerrepresentant", "organization": "Helse Fjell RHF"},
        ),
        ("Kari Berg (møte- og talerett)", {"name": "Kari Berg", "presence": "møte- og talerett"}),
        ("Kari Berg (bare 24. oktober)", {"name": "Kari Berg", "presence": "bare 24. oktober"}),
        ("• Kari Berg, leder", {"name": "Kari Berg", "role": "leder"}),
        ("Kari Berg, leder;", {"name": "Kari Berg", "role": "leder"}),
    ],
)
def test_an_entry_is_taken_apart(text: str, wanted: dict[str, Any]) -> None:
    """The name is the personal name only; position, body, role and marks stand in fields of their own, as written."""
    assert said(text, parties=True) == wanted


@pytest.mark.parametrize(
    ("text", "cases"),
    [
        ("Kari Berg, FFO (t.o.m. sak 34/16)", ("34/16",)),
        ("Kari Berg, FFO (fra sak 51/14)", ("51/14",)),
        ("Kari Berg, invitert sak 19/23", ("19/23",)),
        ("Kari Berg (sak 37/5/2022)", ("37/5/2022",)),
        ("Kari Berg (sak 01-2026)", ("01-2026",)),
        ("Kari Berg, sak 041/24 - 046/24", ("041/24", "046/24")),
        ("Kari Berg sak 11, 12 og 13/2011", ("11", "12", "13/2011")),
        ("Kari Berg (fra sak 16/21-D)", ("16/21-D",)),
        ("Kari Berg (sak T-65/11)", ("T-65/11",)),
        ("Kari Berg, t.o.m. sak PS 106/16", ("PS 106/16",)),
        ("Kari Berg (til V-SAK 4)", ("V-SAK 4",)),
        ("Kari Berg (styresak 12-2010)", ("12-2010",)),
        ("Kari Berg (under S-sak 29/21)", ("S-sak 29/21",)),
        ("Kari Berg (orienterte i sak 17/17)", ("17/17",)),
        ("Ordfører Kari Berg var med under sak 3/24", ("3/24",)),
    ],
)
def test_the_cases_a_person_was_there_for_are_told(text: str, cases: tuple[str, ...]) -> None:
    """Numbers behind `sak` in a mark are the cases, however the mark begins and with the letters of their series."""
    assert said(text)["cases"] == cases


@pytest.mark.parametrize(
    "mark", ["ugild i sak 6/20", "inhabil i sak 6/20", "forfall sak 6/20", "permisjon f.o.m. sak 6/20"]
)
def test_the_cases_a_person_was_away_for_are_not_told_as_his(mark: str) -> None:
    """A mark that tells of absence is kept as written, its numbers are not those of cases the person was there for."""
    told = said(f"Kari Berg ({mark})")
    assert "cases" not in told
    assert told["presence"] == mark


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Til stede:",
        "Universitetet i Nord",
        "Fagdirektør",
        "Ingen",
        "Møtet ble hevet.",
        "12/24",
        "Saksliste",
        "godkjenning av protokoll",
        "– – –",
        "( )",
    ],
)
def test_what_holds_no_name_is_no_person(text: str) -> None:
    """Labels, bodies, positions and sentences alone give no person."""
    assert read_person(text) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Kari Berg", (None, "Kari Berg", "")),
        ("Fagdirektør Kari Berg", ("Fagdirektør", "Kari Berg", "")),
        ("Kari Berg Universitetet i Nord", (None, "Kari Berg", "Universitetet i Nord")),
        ("Fagdirektør Kari Berg Helse Fjell RHF", ("Fagdirektør", "Kari Berg", "Helse Fjell RHF")),
        ("Seniorrådgiver Ola Vik Kunnskapsdepartementet", ("Seniorrådgiver", "Ola Vik", "Kunnskapsdepartementet")),
    ],
)
def test_a_text_without_commas_is_split_at_the_name(text: str, parts: tuple[str | None, str, str]) -> None:
    """Known first names, positions and words of bodies tell where the name begins and where it ends."""
    assert split_name(text) == parts


def test_a_body_that_begins_like_a_name_needs_its_list() -> None:
    """Words that begin bodies in the list at hand end the name, as a person who reads the whole list sees."""
    text = "Kari Berg Fjordnett drift"
    assert split_name(text, stops=frozenset({"Fjordnett"})) == (None, "Kari Berg", "Fjordnett drift")


def test_a_person_keeps_all_roles() -> None:
    """Several roles that stand apart are all kept."""
    person = read_person("Kari Berg (leder), møteleder", parties=True)
    assert person is not None
    assert set(person.roles) == {"leder", "møteleder"}


NAMES = st.sampled_from(["Kari Berg", "Ola Vik", "Anne-Marie Sørdal", "Per Ole Nygård", "Mei-Lin Strømsvåg"])
BODIES = st.sampled_from(["Universitetet i Nord", "Helse Fjell RHF", "NTNU", "Lyngvær kommune"])
ROLES = st.sampled_from(["leder", "nestleiar", "referent", "observatør"])
TITLES = st.sampled_from(["fagdirektør", "seniorrådgiver", "professor"])


@given(name=NAMES, body=BODIES, role=ROLES, title=TITLES, remote=st.booleans())
def test_what_is_written_of_a_person_is_read_again(name: str, body: str, role: str, title: str, remote: bool) -> None:
    """`Name, position, body (role) (Teams)` gives each of them back, in whatever company it stands."""
    text = f"{name}, {title}, {body} ({role})" + (" (Teams)" if remote else "")
    person = read_person(text, parties=True)
    assert person is not None
    assert (person.name, person.title, person.organization, person.role, person.remote) == (
        name,
        title,
        body,
        role,
        remote,
    )


PIECES = (
    "Kari Berg|Ola Vik|Anne-Marie|,|, |(|)|(leder)|(Teams)|–| - |;|fagdirektør|Leder|Universitetet i Nord|NTNU|Ap|H"
    "|for|vara for|forfall|sak 12/24|t.o.m. sak 3/20|kl. 12.30|fra|til|og|/|v/|van|de|:|.|•|Helse Fjell RHF"
    "|observatør|12|Ås| "
)


@given(st.lists(st.sampled_from(PIECES.split("|")), max_size=9), st.booleans())
def test_any_entry_gives_a_person_whose_words_stand_in_it(pieces: list[str], parties: bool) -> None:
    """Whatever the entry, each word of the person stands in it; the role `vara` alone may follow from `for`."""
    text = " ".join(pieces)
    person = read_person(text, parties=parties)
    if person is not None:
        words = set(re.findall(r"[\w/.-]+", text.replace(".", " ")))
        told = attrs.astuple(attrs.evolve(person, role=None if person.role == "vara" else person.role, roles=()))
        for each in (value for value in told if isinstance(value, str)):
            assert set(re.findall(r"[\w/.-]+", each.replace(".", " "))) <= words, each


@given(st.text(max_size=60), st.booleans())
def test_any_text_at_all_is_read_or_passed_over(text: str, parties: bool) -> None:
    """Text that no list would hold is no reason to fail."""
    person = read_person(text, parties=parties)
    assert person is None or person.name in " ".join(text.split())


def test_a_person_is_a_value() -> None:
    """The same entry gives the same person, and equal persons are equal."""
    assert (
        read_person("Kari Berg, leder")
        == read_person("Kari Berg, leder")
        == Person(name="Kari Berg", role="leder", roles=("leder",))
    )


def test_one_more_cell_adds_and_changes_nothing_that_is_known() -> None:
    """A cell gives what the entry did not tell; every role counts, as a secretary may be a member too."""
    known = read_person("Kari Berg (leder)")
    assert known is not None
    more = with_more(known, "sekretær, Nord sykehus HF (Teams)")
    assert (more.role, more.roles) == ("leder", ("leder", "sekretær"))
    assert (more.name, more.organization, more.remote) == ("Kari Berg", "Nord sykehus HF", True)


def test_running_text_is_looked_through_for_a_name_in_linear_time() -> None:
    """A line of half a million words, as damage makes it, is no entry of a person, and is seen to be none at once."""
    started = time.process_time()
    assert split_name("Havna er på Nes " * 125_000) is None
    assert time.process_time() - started < 5


def test_the_name_one_goes_by_stands_in_a_bracket_within_the_name() -> None:
    """A first name in a bracket before the family's is of the name; another bracket is not."""
    assert said("Anne-Kari (Tine) Strand, Medlem, H") == {
        "name": "Anne-Kari (Tine) Strand",
        "role": "Medlem",
        "organization": "H",
    }
    assert said("Ordfører Anne-Kari (Tine) Strand")["name"] == "Anne-Kari (Tine) Strand"
    assert said("Kari Strand (Teams)")["name"] == "Kari Strand"
    assert not is_name("Anne (Teams) Strand")


def test_a_position_may_be_held_in_a_department() -> None:
    """`i` before a body's name parts it from the position, as `ved` does; a role has no such part."""
    assert said("Kari Strand, ekspedisjonssjef i Havneavdelingen") == {
        "name": "Kari Strand",
        "title": "ekspedisjonssjef",
        "organization": "Havneavdelingen",
    }
    assert "title" not in said("Kari Strand, leder i Havneutvalget")
