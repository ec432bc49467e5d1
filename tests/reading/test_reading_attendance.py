"""Lists of those present and absent, in every layout they come in."""

from __future__ import annotations

import re
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_making import document, head, lines_of

from govdocs.model import Participant
from govdocs.reading.attendance import _entries
from govdocs.reading.listed import Group

TOP = "MØTEPROTOKOLL\n\nUtvalg: Formannskapet\nMøtested: Rådhuset\nDato: 12.03.2024\nTid: 10:00–12:00\n\n"


def people(text: str) -> tuple[Participant, ...]:
    """Read the persons of a list that stands in the head of minutes."""
    return head(TOP + text).participants


def told(text: str, *fields: str) -> list[Any]:
    """Return the wanted fields of each person, status as a word."""
    out = []
    for person in people(text):
        values = tuple(getattr(person, field) for field in fields)
        out.append(values[0] if len(values) == 1 else values)
    return out


THREE = ["Kari Berg", "Ola Vik", "Anne-Marie Sørdal"]


@pytest.mark.parametrize(
    "text",
    [
        "Til stede: Kari Berg, Ola Vik, Anne-Marie Sørdal",
        "Til stede: Kari Berg, Ola Vik og Anne-Marie Sørdal",
        "Til stede: Kari Berg; Ola Vik; Anne-Marie Sørdal",
        "Til stede: Kari Berg (leder), Ola Vik (nestleder),\nAnne-Marie Sørdal",
        "Til stede:\nKari Berg\nOla Vik\nAnne-Marie Sørdal",
        "Til stede:\n\nKari Berg\n\nOla Vik\n\nAnne-Marie Sørdal",
        "Til stede\nKari Berg\nOla Vik\nAnne-Marie Sørdal",
        "TIL STEDE:\n• Kari Berg\n• Ola Vik\n• Anne-Marie Sørdal",
        "Møtende medlemmer:\n1. Kari Berg\n2. Ola Vik\n3. Anne-Marie Sørdal",
        "Til stades: Kari Berg, Ola Vik,\nAnne-Marie Sørdal",
        "Møtande medlemer: Kari Berg, Ola Vik, Anne-Marie\nSørdal",
        "Til stede:\nNavn\tParti\nKari Berg\tAp\nOla Vik\tH\nAnne-Marie Sørdal\tSp",
        "Til stede:\n| Navn | Parti |\n|---|---|\n| Kari Berg | Ap |\n| Ola Vik | H |\n| Anne-Marie Sørdal | Sp |",
        "Til stede:\nNavn               Parti\nKari Berg          Ap\nOla Vik            H\nAnne-Marie Sørdal  Sp",
        "Følgende medlemmer møtte: Kari Berg, Ola Vik, Anne-Marie Sørdal",
        "Av faste medlemmer møtte: Kari Berg, Ola Vik, Anne-Marie Sørdal",
    ],
)
def test_the_same_three_persons_in_every_layout(text: str) -> None:
    """Commas, lines, bullets, numbers, columns with and without rules: the same list, all of them present."""
    assert told(text, "name", "status") == [(name, "present") for name in THREE]


def test_name_role_and_body_behind_commas() -> None:
    """`Name, role or position, body` on a line each."""
    text = (
        "Til stede:\nKari Berg, leder, Universitetet i Nord\nOla Vik, fagdirektør, Helse Fjell RHF\n"
        "Anne-Marie Sørdal, professor, NTNU\n"
    )
    assert told(text, "name", "role", "title", "organization") == [
        ("Kari Berg", "leder", None, "Universitetet i Nord"),
        ("Ola Vik", None, "fagdirektør", "Helse Fjell RHF"),
        ("Anne-Marie Sørdal", None, "professor", "NTNU"),
    ]


def test_names_and_bodies_on_alternating_lines() -> None:
    """The line under a name holds its body."""
    text = "Til stede:\nKari Berg\nUniversitetet i Nord\nOla Vik\nHelse Fjell RHF\nAnne-Marie Sørdal\nNTNU\n"
    bodies = ["Universitetet i Nord", "Helse Fjell RHF", "NTNU"]
    assert told(text, "name", "organization") == list(zip(THREE, bodies, strict=True))


def test_all_names_and_then_all_bodies() -> None:
    """A table that was extracted column by column is put together row by row."""
    text = "Til stede:\nKari Berg\nOla Vik\nAnne-Marie Sørdal\nUniversitetet i Nord\nHelse Fjell RHF\nForskningsrådet\n"
    bodies = ["Universitetet i Nord", "Helse Fjell RHF", "Forskningsrådet"]
    assert told(text, "name", "organization") == list(zip(THREE, bodies, strict=True))


def test_columns_one_under_the_other_each_under_its_head() -> None:
    """Heads of columns between the columns tell the same."""
    text = "Til stede:\nNavn\nKari Berg\nOla Vik\nVirksomhet\nNTNU\nHelse Fjell RHF\n"
    assert told(text, "name", "organization") == [("Kari Berg", "NTNU"), ("Ola Vik", "Helse Fjell RHF")]


@pytest.mark.parametrize(
    "text",
    [
        "Til stede:\nNavn                 Funksjon       Parti    Møtte for\n"
        "Kari Berg            Leder          AP\n"
        "Ola Vik              Varamedlem     SP       Per Moe\n",
        "Til stede:\nNavn\tFunksjon\tParti\tMøtte for\nKari Berg\tLeder\tAP\t\nOla Vik\tVaramedlem\tSP\tPer Moe\n",
        "Til stede:\n| Funksjon | Navn | Parti | Møtte for |\n|---|---|---|---|\n"
        "| Leder | Kari Berg | AP | |\n| Varamedlem | Ola Vik | SP | Per Moe |\n",
    ],
)
def test_columns_are_told_by_their_heads(text: str) -> None:
    """Function, party and for whom a deputy met stand in columns, in any order, with and without rules."""
    assert told(text, "name", "role", "organization", "substitute_for") == [
        ("Kari Berg", "Leder", "AP", None),
        ("Ola Vik", "Varamedlem", "SP", "Per Moe"),
    ]


def test_a_category_column_decides_the_status() -> None:
    """One list holds members, deputies, observers, secretaries and guests; the category of each tells."""
    text = (
        "Til stede:\nNavn\tInstitusjon\tKategori\nKari Berg\tNTNU\tleder\nOla Vik\tFFO\tvara\n"
        "Per Moe\tKunnskapsdepartementet\tobservatør\nLise Dal\tHelse Fjell RHF\tsekretariat\n"
    )
    assert told(text, "name", "status", "role") == [
        ("Kari Berg", "present", "leder"),
        ("Ola Vik", "present", "vara"),
        ("Per Moe", "observer", "observatør"),
        ("Lise Dal", "secretariat", "sekretariat"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Til stede:\nAp: Kari Berg, Ola Vik\nH: Per Moe\nSp: Lise Dal",
        "Til stede:\nArbeiderpartiet: Kari Berg, Ola Vik\nHøyre: Per Moe\nSenterpartiet: Lise Dal",
        "Til stede:\nAp (2): Kari Berg, Ola Vik\nH (1): Per Moe\nSp (1): Lise Dal",
    ],
)
def test_groups_by_party_give_the_party(text: str) -> None:
    """Under a party's name everyone is of that party, and present."""
    found = told(text, "name", "status", "organization")
    assert [each[:2] for each in found] == [(n, "present") for n in ("Kari Berg", "Ola Vik", "Per Moe", "Lise Dal")]
    assert found[0][2] == found[1][2] != found[2][2] != found[3][2]
    assert str(found[0][2]).startswith("A")


@pytest.mark.parametrize(
    ("heading", "status"),
    [
        ("Til stede", "present"),
        ("Forfall", "absent"),
        ("Meldt forfall", "absent"),
        ("Ikke møtt", "absent"),
        ("Fråverande", "absent"),
        ("Møtende varamedlemmer", "present"),
        ("Observatører", "observer"),
        ("Observatørar", "observer"),
        ("Fra sekretariatet", "secretariat"),
        ("Sekretariat", "secretariat"),
        ("Utvalgssekretær", "secretariat"),
        ("Inviterte", "invited"),
        ("Inviterte gjestar", "invited"),
        ("Innledere", "speaker"),
        ("Fra administrasjonen", "present"),
        ("Fra adm. (evt. andre)", "present"),
        ("Frå føretaket", "present"),
        ("Fra de ansatte", "present"),
        ("Fra Helsedirektoratet", "official"),
        ("Fra Kunnskapsdepartementet", "official"),
        ("Andre", "present"),
    ],
)
def test_the_heading_of_a_list_decides_the_status(heading: str, status: str) -> None:
    """Who is absent, observes, writes the minutes, was invited or speaks is told by the heading, kept as written."""
    found = people(
        f"Til stede: Kari Berg\n\n{heading}:\nPer Moe\n" if heading != "Til stede" else "Til stede:\nPer Moe\n"
    )
    person = next(person for person in found if person.name == "Per Moe")
    assert (person.status, person.group) == (status, heading)


def test_a_department_as_heading_is_the_organization_of_all_under_it() -> None:
    """Under `Fra <departement>:` the organization comes from the heading."""
    text = "Til stede: Kari Berg\n\nFra Kyst- og havdepartementet:\nSeniorrådgiver Per Moe\nFagdirektør Lise Dal\n"
    assert told(text, "name", "title", "organization")[1:] == [
        ("Per Moe", "Seniorrådgiver", "Kyst- og havdepartementet"),
        ("Lise Dal", "Fagdirektør", "Kyst- og havdepartementet"),
    ]


def test_deputies_have_the_role_and_whom_they_stood_in_for() -> None:
    """Under a heading of deputies everyone is one, in the heading's own word; `for` names the absent member."""
    text = "Til stede: Kari Berg\n\nMøtende varamedlemmer:\nPer Moe for Ola Vik\nLise Dal (Ap) for Nina Lund\n"
    assert told(text, "name", "role", "organization", "substitute_for")[1:] == [
        ("Per Moe", "varamedlemmer", None, "Ola Vik"),
        ("Lise Dal", "varamedlemmer", "Ap", "Nina Lund"),
    ]


@pytest.mark.parametrize(
    ("row", "field", "value"),
    [
        ("Per Moe – forfall", "status", "absent"),
        ("Per Moe, forfall", "status", "absent"),
        ("Per Moe (forfall)", "status", "absent"),
        ("Per Moe – permisjon", "status", "absent"),
        ("Per Moe – møtte ikkje", "status", "absent"),
        ("Per Moe (Teams)", "remote", True),
        ("Per Moe (digitalt)", "remote", True),
        ("Per Moe, deltok digitalt", "remote", True),
        ("Per Moe (vara for Ola Vik)", "substitute_for", "Ola Vik"),
        ("Per Moe – vara for Ola Vik", "substitute_for", "Ola Vik"),
        ("Per Moe, møtte for Ola Vik", "substitute_for", "Ola Vik"),
        ("Per Moe (fra sak 51/14)", "cases", ("51/14",)),
        ("Per Moe (t.o.m. sak 51/14)", "cases", ("51/14",)),
        ("Per Moe (sak 50/14 og 51/14)", "cases", ("50/14", "51/14")),
        ("Per Moe (til kl. 13.10)", "presence", "til kl. 13.10"),
        ("Per Moe, frå kl. 10.15", "presence", "frå kl. 10.15"),
        ("Per Moe (observatør)", "status", "observer"),
        ("Per Moe (referent)", "status", "secretariat"),
        ("Per Moe (invitert)", "status", "invited"),
        ("Per Moe (leder)", "role", "leder"),
    ],
)
def test_marks_on_a_members_own_row(row: str, field: str, value: object) -> None:
    """One list of all members: the mark on the row tells of absence, deputies, arrivals, tasks and screens."""
    found = people(f"Til stede:\nKari Berg (leder)\n{row}\nNina Lund\n")
    assert [person.name for person in found] == ["Kari Berg", "Per Moe", "Nina Lund"]
    assert getattr(found[1], field) == value
    assert (found[0].status, found[2].status) == ("present", "present"), "a mark is of its own row only"


def test_two_lists_side_by_side() -> None:
    """Two headings on one line with a wide gap are two lists; each column goes to its own."""
    text = (
        "Til stede                  Forfall\nKari Berg                  Per Moe\nOla Vik                    Lise Dal\n"
    )
    assert sorted(told(text, "name", "status")) == [
        ("Kari Berg", "present"),
        ("Lise Dal", "absent"),
        ("Ola Vik", "present"),
        ("Per Moe", "absent"),
    ]


def test_who_leads_the_meeting_stays_one_person() -> None:
    """A label for one person beside the list gives that member a task, and no second entry."""
    text = "Møteleder: Kari Berg\nTil stede: Kari Berg (Ap), Ola Vik (H)\nReferent: Per Moe\n"
    assert told(text, "name", "role", "organization", "status") == [
        ("Kari Berg", "møteleder", "Ap", "present"),
        ("Ola Vik", None, "H", "present"),
        ("Per Moe", "referent", None, "secretariat"),
    ]


@pytest.mark.parametrize("nobody", ["Ingen", "ingen", "Ingen.", "–", "-"])
def test_nobody_is_no_person(nobody: str) -> None:
    """`Forfall: Ingen` names nobody."""
    assert told(f"Til stede: Kari Berg, Ola Vik\nForfall: {nobody}\n", "name") == ["Kari Berg", "Ola Vik"]


@pytest.mark.parametrize(
    "line",
    [
        "Møtet ble satt kl. 10.00 av lederen.",
        "Lederen ønsket velkommen, og innkallingen ble godkjent.",
        "Det var ingen merknader til innkallingen.",
        "Formannskapet var vedtaksført med fem av sju medlemmer.",
    ],
)
def test_sentences_among_the_names_are_no_persons(line: str) -> None:
    """What is said between or behind the lists gives nobody."""
    assert told(f"Til stede: Kari Berg, Ola Vik\n{line}\nForfall: Per Moe\n", "name") == [
        "Kari Berg",
        "Ola Vik",
        "Per Moe",
    ]


@pytest.mark.parametrize("label", ["Kopi til", "Fordeling", "Sendes til", "Utsendt til"])
def test_receivers_are_no_participants(label: str) -> None:
    """A list of those who get the minutes is no list of those present."""
    assert told(f"Til stede: Kari Berg, Ola Vik\n{label}: Per Moe, Lise Dal\n", "name") == ["Kari Berg", "Ola Vik"]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("Fra sykehuset: fagsjef Per Moe", [None]),
        ("Frå senteret:\nKontorsjef Per Moe", [None]),
        ("Frå brukarutvalet\nPer Moe   leiar", ["brukarutvalet"]),
        ("Fra Nordre revisjon IKS:\nPer Moe", ["Nordre revisjon IKS"]),
    ],
)
def test_those_of_the_house_get_no_body(text: str, bodies: list[str | None]) -> None:
    """A heading gives those under it a body only where it names another body than the one that meets."""
    found = people(f"Til stede: Kari Berg, Ola Vik\n{text}\n")[2:]
    assert [person.organization for person in found] == bodies


@pytest.mark.parametrize(
    "paragraph",
    ["Kari Berg (leder), Ola Vik, Per Moe og Nina Lund.", "Kari Berg (leder); Ola Vik; Per Moe;\nNina Lund"],
)
def test_a_paragraph_of_nothing_but_names_is_the_list_of_those_present(paragraph: str) -> None:
    """Some minutes have no heading over those present; who is absent or from the staff stands under one."""
    found = told(f"{paragraph}\n\nFra administrasjonen: rådmann Lise Dal\n", "name", "status")
    assert found == [(name, "present") for name in ("Kari Berg", "Ola Vik", "Per Moe", "Nina Lund", "Lise Dal")]


def test_a_sentence_with_names_is_no_list() -> None:
    """A paragraph that says something of persons lists nobody."""
    text = "Kari Berg, Ola Vik og Per Moe la fram saken.\n\nTil stede: Nina Lund, Lise Dal\n"
    assert told(text, "name") == ["Nina Lund", "Lise Dal"]


def test_a_body_as_heading_is_that_of_those_under_it() -> None:
    """Bodies as headings within one list; a person's own line wins over the heading."""
    text = (
        "Til stede:\n\nHelse Fjell RHF\nKari Berg, rektor, Høgskolen i Nord\nOla Vik, professor\n\n"
        "Universitetet i Nord\nPer Moe, dekan\n"
    )
    assert told(text, "name", "organization") == [
        ("Kari Berg", "Høgskolen i Nord"),
        ("Ola Vik", "Helse Fjell RHF"),
        ("Per Moe", "Universitetet i Nord"),
    ]


def test_a_plural_before_several_names_is_the_role_of_each() -> None:
    """`styremedlemmer Kari Berg, Ola Vik` up to the next who has a position or role of his own."""
    text = "Til stede: Styreleder Inga Haug, styremedlemmer Kari Berg, Ola Vik og direktør Per Moe\n"
    assert told(text, "name", "role", "title") == [
        ("Inga Haug", "Styreleder", None),
        ("Kari Berg", "styremedlemmer", None),
        ("Ola Vik", "styremedlemmer", None),
        ("Per Moe", None, "direktør"),
    ]


def test_a_task_alone_on_its_line_above_the_name() -> None:
    """`Møteleder` without a colon, the name on the next line: the member in the list below has the role."""
    found = told("Møteleder\nKari Berg (Ap)\n\nMøtende medlemmer\nKari Berg (Ap)\nOla Vik (H)\n", "name", "role")
    assert found == [("Kari Berg", "møteleder"), ("Ola Vik", None)]


def test_a_name_that_the_line_breaks_is_whole() -> None:
    """A line that ends with a first name alone goes on in the next, a bracket belongs to the name before it."""
    text = "Fra administrasjonen: Rådgiver Kari Berg og konstituert rådmann Helge\nGarås (orientering, til 17.35)\n"
    found = told("Til stede: Ola Vik, Per Moe\n" + text, "name", "title", "presence")[2:]
    assert found == [("Kari Berg", "Rådgiver", None), ("Helge Garås", "konstituert rådmann", "orientering, til 17.35")]


def test_a_label_that_a_narrow_column_broke_is_whole() -> None:
    """`Møtende` beside the value and `varamedlemmer:` below it are one label."""
    text = "Til stede:     Inga Haug (Ap), Ola Vik (H)\n\nMøtende        Kari Berg (Sp) for Per Moe\nvaramedlemmer:\n"
    assert told(text, "name", "substitute_for") == [("Inga Haug", None), ("Ola Vik", None), ("Kari Berg", "Per Moe")]


def test_a_body_within_another_list_is_that_of_those_behind_it() -> None:
    """`Andre: Fra Nord revisjon: …`; who follows on a line of his own is from elsewhere."""
    text = "Til stede: Inga Haug, Ola Vik\nAndre: Fra Nord revisjon: Kari Berg (revisor), Lise Dal\nRådmann Per Moe\n"
    assert told(text, "name", "organization")[2:] == [
        ("Kari Berg", "Nord revisjon"),
        ("Lise Dal", "Nord revisjon"),
        ("Per Moe", None),
    ]


def test_a_deputy_who_met_stands_behind_the_absent_member() -> None:
    """`Forfall: Kari Berg, vara Ola Vik møtte`: the one is absent, the other present."""
    found = told(
        "Til stede: Inga Haug, Per Moe\nForfall: Kari Berg (H), vara Ola Vik møtte\n", "name", "status", "role"
    )
    assert found[2:] == [("Kari Berg", "absent", None), ("Ola Vik", "present", "vara")]


def test_a_line_that_stands_apart_is_no_body() -> None:
    """In a tight list, what comes behind a gap belongs to nobody in it."""
    found = told("Til stede:\nKari Berg\nOla Vik\n\nI Godkjenning av innkalling\n", "name", "organization")
    assert found == [("Kari Berg", None), ("Ola Vik", None)]


def test_the_agenda_may_stand_above_those_present() -> None:
    """Lists between the agenda and the first case are read like those above it."""
    text = (
        "Saksliste\n1/24 Godkjenning av protokoll\n2/24 Budsjett\n\nTil stede: Kari Berg, Ola Vik\nForfall: Per Moe\n\n"
        "Sak 1/24 Godkjenning av protokoll\n\nVedtak:\nProtokollen godkjennes.\n"
    )
    assert told(text, "name", "status") == [("Kari Berg", "present"), ("Ola Vik", "present"), ("Per Moe", "absent")]


def test_a_span_of_cases_is_no_agenda() -> None:
    """`Sakliste` with the first and last number under it is a fact of the head; the lists follow."""
    found = told("Sakliste:\n1/24 - 4/24\n\nTil stede: Kari Berg, Ola Vik\n", "name")
    assert found == ["Kari Berg", "Ola Vik"]


def test_the_leader_of_the_body_has_a_role_that_of_another_a_position() -> None:
    """`Leder Kari Berg` and `Leder Ola Vik, Nord sykehus HF`."""
    found = told("Til stede:\nLeder Kari Berg\nLeder Ola Vik, Nord sykehus HF\n", "name", "role", "title")
    assert found == [("Kari Berg", "Leder", None), ("Ola Vik", None, "Leder")]


def test_a_signature_under_the_lists_names_nobody_new() -> None:
    """What comes after the lists, as the line with place and day above the signatures, closes them."""
    text = (
        "Til stede: Kari Berg, Ola Vik\nAdministrasjonen: rådmann Per Moe\nNesby, 13.03.2024\nKari Berg      Per Moe\n"
    )
    assert told(text, "name") == ["Kari Berg", "Ola Vik", "Per Moe"]


def test_a_task_without_a_colon_above_the_list() -> None:
    """`Møteleder Kari Berg` among the facts of the head tells who had the task."""
    found = told("Møteleder Kari Berg\nReferent Ola Vik\nTil stede: Kari Berg, Ola Vik, Per Moe\n", "name", "role")
    assert found == [("Kari Berg", "møteleder"), ("Ola Vik", "referent"), ("Per Moe", None)]


def test_a_table_whose_cells_came_out_one_a_line() -> None:
    """Heads of columns, then a person's cells line by line; the last may lack some."""
    text = (
        "Møtande\nFunksjon\nFrå eigarkommune\nKari Berg\nLeiar\nHåvik\nOla Vik\nMedlem\nLavik Øvre\nPer Moe\nMedlem\n"
    )
    assert told(text, "name", "role", "organization") == [
        ("Kari Berg", "Leiar", "Håvik"),
        ("Ola Vik", "Medlem", "Lavik Øvre"),
        ("Per Moe", "Medlem", None),
    ]


def test_a_member_who_stands_among_the_deputies_too_keeps_whom_he_stood_in_for() -> None:
    """The list of deputies tells for whom; the list of those present has the person once."""
    found = told(
        "Til stede:\nHøyre: Kari Berg, Ola Vik\nVaramedlemmer:\nHøyre: Ola Vik for Per Moe\n", "name", "substitute_for"
    )
    assert found == [("Kari Berg", None), ("Ola Vik", "Per Moe")]


def test_each_person_names_the_line() -> None:
    """A person's span is the line the name stands on; all in one line share it."""
    found = people("Til stede:\nKari Berg\nOla Vik\nForfall: Per Moe, Lise Dal\n")
    assert [person.span.first for person in found] == [9, 10, 11, 11]


NAMES = st.lists(
    st.sampled_from(["Kari Berg", "Ola Vik", "Per Moe", "Lise Dal", "Nina Lund", "Anne-Marie Sørdal", "Tor Nygård"]),
    min_size=2,
    max_size=6,
    unique=True,
)


@settings(max_examples=40)
@given(
    names=NAMES,
    form=st.sampled_from([", ", "\n", "\n• ", ";  ", "\n\n"]),
    label=st.sampled_from(["Til stede", "Forfall", "Observatører"]),
)
def test_every_list_gives_back_its_names(names: list[str], form: str, label: str) -> None:
    """Whoever is listed, and however, is read: the names as written, in order, and nobody else."""
    lead = "\n" if form.startswith("\n") else " "
    text = f"{label}:{lead}{'• ' if '•' in form else ''}{form.join(names)}\n"
    assert told(("" if label == "Til stede" else "Til stede: Inga Haug\n") + text, "name")[-len(names) :] == names


def test_a_running_list_holds_what_brackets_tell_in_sentences() -> None:
    """A list over several lines that ends in a full stop is a list, though a bracket in it holds a verb."""
    text = (
        "Fra styret: Kari Berg, Ola Vik, Lise Marie\nDal, Nina Lund\n(deltok pr telefon), Per Moe (vara for Tor "
        "Haug) og Inga Sand (fra V-sak 3).\n"
    )
    assert told(text, "name", "remote", "substitute_for", "cases") == [
        ("Kari Berg", False, None, ()),
        ("Ola Vik", False, None, ()),
        ("Lise Marie Dal", False, None, ()),
        ("Nina Lund", True, None, ()),
        ("Per Moe", False, "Tor Haug", ()),
        ("Inga Sand", False, None, ("V-sak 3",)),
    ]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Avd.ing. Ola Vik", ("Ola Vik", "Avd.ing.", None)),
        ("Ola Vik, adm.dir., Nord AS", ("Ola Vik", "adm.dir.", "Nord AS")),
        ("Ola Vik, viseadm. dir. (møteleder)", ("Ola Vik", "viseadm. dir.", None)),
        ("Seksj.leder Ola Vik", ("Ola Vik", "Seksj.leder", None)),
        ("Ola Vik, dir. forskning og innovasjon", ("Ola Vik", "dir. forskning og innovasjon", None)),
        ("Kirkeverge Ola Vik", ("Ola Vik", "Kirkeverge", None)),
        ("Ola Chr. Vik", ("Ola Chr. Vik", None, None)),
        ("Ola Vik-rektor", ("Ola Vik", "rektor", None)),
        ("Ola Vik- 2.klasse", ("Ola Vik", None, "2.klasse")),
        ("Kari Berg, plan- og miljøsjef", ("Kari Berg", "plan- og miljøsjef", None)),
    ],
)
def test_short_positions_and_glued_hyphens(row: str, expected: tuple[str | None, ...]) -> None:
    """A position written short is a title and no body; a hyphen glued to a name sets it off from what it says."""
    assert told(f"Til stede:\nInga Haug\n{row}\n", "name", "title", "organization")[1:] == [expected]


def test_a_body_right_under_the_heading_is_that_of_those_under_it() -> None:
    """The first of several bodies stands right under `Til stede:`; the meeting's own body there sends nobody."""
    lists = "Kari Berg, viseadm. dir. (møteleder)\nOla Vik, rådgiver\n\nUniversitetet i Elvestad\nPer Moe, rektor\n"
    assert told(f"Til stede:\nHelse Nord RHF\n{lists}", "name", "organization") == [
        ("Kari Berg", "Helse Nord RHF"),
        ("Ola Vik", "Helse Nord RHF"),
        ("Per Moe", "Universitetet i Elvestad"),
    ]
    assert told(f"Til stede:\nSamarbeidsutvalget\n{lists}", "name", "organization")[0] == ("Kari Berg", None)


def test_who_signs_sings_or_reports_was_no_participant_by_that() -> None:
    """Names behind `Ord for dagen v/`, `Protokollen er godkjent av:` and `Orienteringer:` are in no list of persons."""
    text = (
        "Til stede: Kari Berg, Ola Vik (kirkeverge/sekr)\n\nOrd for dagen v/ Kari Berg\n\nOrienteringer:\n"
        "- Jubileet v/prosjektleder Inga Haug\n\nProtokollen er godkjent av:\nPer Moe, Lise Dal\n"
    )
    assert told(text, "name", "status", "title", "role") == [
        ("Kari Berg", "present", None, None),
        ("Ola Vik", "secretariat", "kirkeverge", "sekr"),
    ]


def test_a_heading_goes_on_in_those_it_is_about() -> None:
    """`Fra administrasjonen møtte A og B` under the list of those absent opens a list of its own."""
    text = "Til stede: Inga Haug, Per Moe.\nMeldt forfall: Lise Dal.\nFra administrasjonen møtte Kari Berg og Ola Vik\n"
    assert told(text, "name", "status")[2:] == [
        ("Lise Dal", "absent"),
        ("Kari Berg", "present"),
        ("Ola Vik", "present"),
    ]


def test_absent_as_the_column_of_the_party_tells() -> None:
    """`MDG - forfall` is a party and a mark; `forfall 19.4` and `forfall KR 7/22` tell of a part of the meeting."""
    text = (
        "Faste medlemer som møtte:\nNamn            Funksjon   Representerer\nKari Berg       Leiar      AP\n"
        "Ola Vik         Medlem     MDG - forfall\nPer Moe         Medlem     AP     forfall 19.4\n"
    )
    assert told(text, "name", "organization", "status", "presence") == [
        ("Kari Berg", "AP", "present", None),
        ("Ola Vik", "MDG", "absent", None),
        ("Per Moe", "AP", "present", "forfall 19.4"),
    ]
    found = told(
        "Til stede: Inga Haug, Per Moe (forfall KR 80/22, 81/22)\n", "status", "presence", "organization", "cases"
    )
    assert found[1] == ("present", "forfall KR 80/22, 81/22", None, ())


def test_a_column_of_initials_says_nothing_of_its_own() -> None:
    """The last column that only repeats the letters of each name is no part of the body."""
    text = (
        "Til stede\nNavn:                 Fra:                Initialer:\nFaste medlemmer:\n"
        "Kari Berg             Helse Nord HF       KB\n"
        "Ola-Per Vik (vara)    Helse Sør HF        OPV\n"
    )
    assert told(text, "name", "organization") == [("Kari Berg", "Helse Nord HF"), ("Ola-Per Vik", "Helse Sør HF")]


def test_a_label_broken_in_the_margin_has_its_value_beside_the_second_half() -> None:
    """`Forfall uten` over `vara:` with a wide gap behind is one label."""
    text = (
        "Til stede:       Inga Haug, Per Moe\n\nMøtende\nvaramedlemmer:   Kari Berg for Lise Dal\n\nForfall uten\n"
        "vara:            Ola Vik\n"
    )
    assert told(text, "name", "status", "substitute_for")[2:] == [
        ("Kari Berg", "present", "Lise Dal"),
        ("Ola Vik", "absent", None),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Til stede på møtet\nFunksjon Navn Parti Møtt for\nLeder Kari Berg H\nVaramedlem Ola Vik SP Per Moe\n"
        "Medlem Inga Haug\n",
        "Til stede på møtet\nNavn Funksjon Parti Møtt for\nKari Berg Leder H\nOla Vik Varamedlem SP Per Moe\n"
        "Inga Haug Medlem\n",
        "Frammøtte medlemmer Parti Rolle Møtt for\nKari Berg H Leder\nOla Vik SP Varamedlem Per Moe\n"
        "Inga Haug Medlem\n",
    ],
)
def test_heads_with_single_blanks_cut_the_rows(text: str) -> None:
    """The heads of columns tell how a row is cut, in any order and with cells missing."""
    assert told(text, "name", "role", "organization", "substitute_for") == [
        ("Kari Berg", "Leder", "H", None),
        ("Ola Vik", "Varamedlem", "SP", "Per Moe"),
        ("Inga Haug", "Medlem", None, None),
    ]


def test_those_away_under_a_heading_that_heads_a_column() -> None:
    """`Forfall meldt frå medlem Rolle` is the list's heading and the heads of its columns."""
    text = "Frammøtte medlemmer Rolle\nInga Haug Leiar\n\nForfall meldt frå medlem Rolle\nKari Berg Medlem\n"
    assert told(text, "name", "status", "role") == [
        ("Inga Haug", "present", "Leiar"),
        ("Kari Berg", "absent", "Medlem"),
    ]


def test_a_roll_tells_behind_each_name_who_was_there() -> None:
    """Rows of names and `Møtt` or `Forfall` are a list without a heading; the line above is where they are from."""
    text = (
        "Navnelista\nBlå liste\nKari Berg          Møtt\nOla Vik            Forfall. Vara: Per Moe\nGrønn liste\n"
        "Inga Haug          Møtt, forlot møtet 19.50\nLise Dal           Ikke møtt\n\nReferent: Nina Lund\n"
        "Kontrollkomiteen: Tor Sand\n"
    )
    assert told(text, "name", "status", "organization", "substitute_for", "presence") == [
        ("Kari Berg", "present", "Blå liste", None, None),
        ("Ola Vik", "absent", "Blå liste", None, None),
        ("Per Moe", "present", "Blå liste", "Ola Vik", None),
        ("Inga Haug", "present", "Grønn liste", None, "forlot møtet 19.50"),
        ("Lise Dal", "absent", "Grønn liste", None, None),
        ("Nina Lund", "secretariat", None, None, None),
        ("Tor Sand", "present", None, None, None),
    ]


def test_sentences_tell_who_was_away_and_who_came() -> None:
    """`X. Y hadde meldt forfall, vara Z møtte i staden.` is two who were away and one who was there."""
    away = "Ikkje møtt: Kari Berg. Ola Vik hadde meldt forfall, vara Per Moe møtte i staden.\n"
    text = f"Til stede: Inga Haug, Lise Dal\n{away}"
    assert told(text, "name", "status", "substitute_for")[2:] == [
        ("Kari Berg", "absent", None),
        ("Ola Vik", "absent", None),
        ("Per Moe", "present", "Ola Vik"),
    ]


def test_owners_with_votes_in_brackets_before_their_people() -> None:
    """Within a list, a body before a colon is that of those behind it; what its bracket says is no part of it."""
    text = (
        "Desse møtte frå eigarkommunane:\nNes kommune (45 røyster): ordførar Kari Berg, Ola Vik\n"
        "Sund kommune (35 røyster): varaordførar Per Moe for Lise Dal\n\nForfall: Lise Dal, Sund kommune\n"
    )
    assert told(text, "name", "organization", "title", "substitute_for", "status") == [
        ("Kari Berg", "Nes kommune", "ordførar", None, "present"),
        ("Ola Vik", "Nes kommune", None, None, "present"),
        ("Per Moe", "Sund kommune", "varaordførar", "Lise Dal", "present"),
        ("Lise Dal", "Sund kommune", None, None, "absent"),
    ]


def test_two_bodies_over_two_columns_with_single_blanks() -> None:
    """Where a line names two bodies and rows hold two persons, each is of the body over his or her column."""
    text = (
        "Tilstede:\nHelse Nord RHF Universitetet i Elvestad\nKari Berg (leder) Ola Vik\nPer Moe Inga Haug\n"
        "Lise Dal (vara for Nina Lund) Tor Sand\n"
    )
    assert told(text, "name", "organization", "role") == [
        ("Kari Berg", "Helse Nord RHF", "leder"),
        ("Ola Vik", "Universitetet i Elvestad", None),
        ("Per Moe", "Helse Nord RHF", None),
        ("Inga Haug", "Universitetet i Elvestad", None),
        ("Lise Dal", "Helse Nord RHF", "vara"),
        ("Tor Sand", "Universitetet i Elvestad", None),
    ]


def test_a_position_that_sounds_like_a_role_is_none() -> None:
    """A secretary general and a head of a secretariat have positions, and keep no minutes for that."""
    text = (
        "Til stede:\nKari Berg (referent)\nOla Vik, generalsekretær, Nord forbund\n"
        "Inga Haug, sekretariatsleder, Helse Nord RHF\n"
    )
    assert told(text, "name", "title", "role", "status") == [
        ("Kari Berg", None, "referent", "secretariat"),
        ("Ola Vik", "generalsekretær", None, "present"),
        ("Inga Haug", "sekretariatsleder", None, "present"),
    ]


def test_a_list_of_who_was_called_ticks_who_came() -> None:
    """`X` and `Ja` under `Møtt` make those present who were called, and go into no field; votes are no body."""
    found = head(
        "MØTEREFERAT\n\nSkoleutvalget\n\nDato: 5. mars 2024\n\n"
        "Innkalt\tRolle\tMøtt\nKari Berg\tForeldrerepresentant\tX\nOla Vik\tElevrepresentant\tForfall\n"
        "Nina Dahl\tRektor\tJa\n"
    )
    assert [(p.name, p.status.value, p.organization) for p in found.participants] == [
        ("Kari Berg", "present", None),
        ("Ola Vik", "absent", None),
        ("Nina Dahl", "present", None),
    ]


def test_an_auditors_label_ends_the_list_above_it() -> None:
    """`Revisor:` heads a list of its own and is nobody's body."""
    found = head(
        "PROTOKOLL FRA STYREMØTE I NES AVFALL IKS\n\nDato: 5. mars 2024\n\n"
        "Fra selskapet: Daglig leder Roar Berg, økonomisjef Nina Dahl\nRevisor: Hege Lund, Dal Revisjon AS\n"
    )
    assert [(p.name, p.organization) for p in found.participants] == [
        ("Roar Berg", None),
        ("Nina Dahl", None),
        ("Hege Lund", "Dal Revisjon AS"),
    ]


def test_rows_that_begin_with_a_task() -> None:
    """The cell before a name holds the role, whatever stands in brackets; one more such row is no new list."""
    rows = ("Styreleder | Kari Berg", "Styremedlem | Ola Vik (ansattvalgt)", "Vara | Nils Hauge for Marit Lund")
    table = "\n".join(["Til stede:", "", "| Verv | Navn |", "| --- | --- |", *(f"| {row} |" for row in rows)])
    assert told(table, "name", "role", "group", "substitute_for") == [
        ("Kari Berg", "Styreleder", "Til stede", None),
        ("Ola Vik", "Styremedlem", "Til stede", None),
        ("Nils Hauge", "Vara", "Til stede", "Marit Lund"),
    ]


def test_wide_gaps_part_the_columns_under_a_heading_that_is_their_head() -> None:
    """`Deltakere   Parti   Rolle` parts name, party and role, though the place before the party could be a name."""
    found = head(
        "MØTEPROTOKOLL\n\nDato: 12.03.2024\n\nDeltakere                   Parti             Rolle\n"
        "Ragnhild Berg               Vik SP            Leder\nTerje Moe                   Nes AP            Medlem\n"
    )
    assert [(p.name, p.organization, p.role) for p in found.participants] == [
        ("Ragnhild Berg", "Vik SP", "Leder"),
        ("Terje Moe", "Nes AP", "Medlem"),
    ]


def test_no_entry_begins_with_a_word_that_joins_or_with_the_form_of_a_company() -> None:
    """Such a line is the rest of the body above it, with its brackets."""
    text = (
        "Til stede:\nDekan Kari Berg, Regionalt kompetansesenter\nfor kystkultur i Nord\n"
        "Rektor Ola Vik, Nord interkommunale havnevesen\nIKS (leder)\nRektor Liv Dal, Nord universitet\n"
    )
    assert told(text, "name", "organization", "role") == [
        ("Kari Berg", "Regionalt kompetansesenter for kystkultur i Nord", None),
        ("Ola Vik", "Nord interkommunale havnevesen IKS", "leder"),
        ("Liv Dal", "Nord universitet", None),
    ]


def test_a_body_keeps_its_first_word_behind_a_name() -> None:
    """In a flattened row too, where small words follow that only the name of a body holds."""
    text = "Til stede:\nNavn Institusjon Kategori\nKari von Berg Nordvik interkommunale havnevesen IKS leder\n"
    assert told(text, "name", "organization") == [("Kari von Berg", "Nordvik interkommunale havnevesen IKS")]


def test_a_role_on_the_line_below_is_that_of_the_person_above() -> None:
    """Whole or broken in two, in small letters: it heads no list, and is no head of a column."""
    for row in ("Kari Berg Senter for kystforskning fast\nmedlem", "Kari Berg Senter for kystforskning\nfast medlem"):
        text = f"Til stede:\nNavn Institusjon Kategori\nOla Vik Nord sykehus HF vara\n{row} (Teams)\n"
        assert told(text, "name", "organization", "role", "remote") == [
            ("Ola Vik", "Nord sykehus HF", "vara", False),
            ("Kari Berg", "Senter for kystforskning", "fast medlem", True),
        ]


@pytest.mark.parametrize("besides", ["Dessuten møtte", "I tillegg deltok", "Dessutan møtte"])
def test_a_sentence_about_who_else_came_stands_behind_a_list(besides: str) -> None:
    """It adds its own person and takes nobody away; a sentence of another kind gives no person."""
    text = f"Tilstede: Kari Berg, Ola Vik og Liv Dal. {besides} Nils A. Moe (sekretær).\n"
    assert told(text, "name", "status") == [
        ("Kari Berg", "present"),
        ("Ola Vik", "present"),
        ("Liv Dal", "present"),
        ("Nils A. Moe", "secretariat"),
    ]
    assert "Nytt Møte" not in told(f"{text}\nDessuten møtte det mange fra Nytt Møte.\n", "name")


def test_a_colon_may_part_a_heading_from_the_heads_of_the_other_columns() -> None:
    """`Frammøtte varamedlemmer: Parti Rolle` heads the columns; a party of one letter is a party there."""
    rows = ("Kari Berg AP Varamedlem", "Ola Nes Vik H Varamedlem", "Liv Dal BYL Varamedlem")
    text = "\n".join(("Frammøtte varamedlemmer: Parti Rolle", *rows, ""))
    assert told(text, "name", "organization", "role") == [
        ("Kari Berg", "AP", "Varamedlem"),
        ("Ola Nes Vik", "H", "Varamedlem"),
        ("Liv Dal", "BYL", "Varamedlem"),
    ]
    assert told("Til stede:\nKari Berg\nVaramedlem: Ola Vik\n", "name") == ["Kari Berg", "Ola Vik"]


@pytest.mark.parametrize(
    "heads",
    [
        "Saker handsama på møtet:\nSaksnr Tittel Sakshandsamar",
        "Saksnr Uoff Tittel Sakshandsamar",
        "Sted Dato\nVik 1. mars 2024",
    ],
)
def test_heads_of_other_columns_behind_a_list_are_no_persons(heads: str) -> None:
    """Those of the agenda, and those over the place and day of writing, end the list."""
    text = f"Frammøtte:\nKari Berg Leiar\nOla Vik\n\nForfall:\nLiv Dal\n\n{heads}\n"
    assert told(text, "name") == ["Kari Berg", "Ola Vik", "Liv Dal"]


def test_one_who_came_for_some_cases_among_the_absent_was_not_absent() -> None:
    """`Ola Vik deltok under sak 1.` gives a guest and his cases; a sentence of another kind gives nobody."""
    text = "Til stede: Kari Berg, Per Moe.\nForfall: Liv Dal, Eva Nes.\nOla Vik deltok under sak 1.\n"
    assert told(f"{text}Rådet deltok i debatten om sak.\n", "name", "status", "cases")[2:] == [
        ("Liv Dal", "absent", ()),
        ("Eva Nes", "absent", ()),
        ("Ola Vik", "invited", ("1",)),
    ]


def test_the_one_who_calls_the_meeting_is_counted_once() -> None:
    """`Møteansvarlig : Kari Berg` names one of those listed already, a blank before the colon or none."""
    text = "Deltagere : Kari Berg leder\nOla Vik nestleder\nLiv Dal\n\nMøteansvarlig : Kari Berg\n"
    assert told(text, "name", "role") == [("Kari Berg", "leder"), ("Ola Vik", "nestleder"), ("Liv Dal", None)]


def test_a_house_sends_its_people_beside_the_members_alone() -> None:
    """Behind the list of members `Fra kommunen` heads the administration; where it comes first, it heads members."""
    text = "Til stede: Inga Haug, Per Moe.\nFra kommunen: ordfører Kari Berg, rådgiver Ola Vik (referent)\n"
    assert told(text, "status") == ["present", "present", "present", "secretariat"]
    assert told("Fra kommunen: ordfører Kari Berg\nForfall: Ola Vik\n", "status") == ["present", "absent"]


def test_a_heading_over_the_cases_is_of_no_person() -> None:
    """`Godkjenninger` below the last of those present heads the first cases."""
    assert told("Til stede:\n\nKari Berg\n\nOla Vik\n\nGodkjenninger\n", "name", "organization") == [
        ("Kari Berg", None),
        ("Ola Vik", None),
    ]


@pytest.mark.parametrize(
    ("under", "told_of"),
    [
        ("Nordvik havn,\nvara", ("Nordvik havn", "vara", False)),
        ("Nordvik havn\nvara (Teams)", ("Nordvik havn", "vara", True)),
        ("Nordvik havn\nstyremedlem (Teams)", ("Nordvik havn", "styremedlem", True)),
        ("Nordvik havn\ndeltok digitalt", ("Nordvik havn", None, True)),
        ("fast\nmedlem", (None, "fast medlem", False)),
    ],
)
def test_a_role_on_a_line_of_its_own_is_of_the_person_above(under: str, told_of: tuple[str | None, ...]) -> None:
    """In small letters it heads no list of deputies, and neither it nor how someone took part is of the body's name."""
    text = f"Til stede:\nKari Berg, Lauvøy kommune\nOla Vik\n{under}\nLiv Dal, Nes kommune\n"
    assert told(text, "name", "organization", "role", "remote") == [
        ("Kari Berg", "Lauvøy kommune", None, False),
        ("Ola Vik", *told_of),
        ("Liv Dal", "Nes kommune", None, False),
    ]


def test_a_row_goes_on_in_the_line_below_it() -> None:
    """Under `Navn` a line with nothing but a last name, or with nothing there, is the rest of the row above."""
    text = (
        "Følgende medlemmer møtte:\n"
        "Navn                           Funksjon     Repr.   Varamedlem for\n"
        "Inga Haug                      Leder        LIA\n"
        "Per-Arne Nordstrand            Medlem       VIK\n"
        "Sørdal\n"
        "Kari Berg                      Varamedlem   NES     Lise Dal\n"
    )
    assert told(text, "name", "role", "organization", "substitute_for") == [
        ("Inga Haug", "Leder", "LIA", None),
        ("Per-Arne Nordstrand Sørdal", "Medlem", "VIK", None),
        ("Kari Berg", "Varamedlem", "NES", "Lise Dal"),
    ]


def test_a_mark_far_right_of_a_name_is_of_its_person() -> None:
    """Where few names have one, a wide gap parts the mark from the name; a colon behind `vara for` heads no list."""
    text = (
        "Følgende medlemmer møtte:\n\nInga Haug           Styreleder\nPer Moe\nOla Vik             Forfall\nLise Dal\n"
        "Kari Berg           vara for: Nina Lund Li\nTor Sand\nEli Nes\nAne Lie\nBo Ås\n"
    )
    assert told(text, "name", "status", "substitute_for")[:6] == [
        ("Inga Haug", "present", None),
        ("Per Moe", "present", None),
        ("Ola Vik", "absent", None),
        ("Lise Dal", "present", None),
        ("Kari Berg", "present", "Nina Lund Li"),
        ("Tor Sand", "present", None),
    ]


def test_a_column_of_ticks_tells_who_was_away() -> None:
    """Its head stands beside the list's heading and over the lists below too; without a tick nobody was there."""
    text = (
        "Faste medlemmer:       Eining          Til stade\n"
        "Inga Haug (leiar)      Rektor          X\n"
        "Per Moe                ASH (dekan)     X\n"
        "Ola Vik                Studenttinget\n\n"
        "Sakshandsamar og skrivar:\n"
        "Kari Berg              FoU-rådgivar    X\n\n"
        "Observatørar:\n"
        "Lise Dal jr            Direktør, HVX\n"
        "Tor Sand               Biblioteket     X\n"
    )
    assert told(text, "name", "title", "organization", "status") == [
        ("Inga Haug", "Rektor", None, "present"),
        ("Per Moe", "dekan", "ASH", "present"),
        ("Ola Vik", None, "Studenttinget", "absent"),
        ("Kari Berg", "FoU-rådgivar", None, "secretariat"),
        ("Lise Dal jr", "Direktør", "HVX", "absent"),
        ("Tor Sand", None, "Biblioteket", "observer"),
    ]


def test_sentences_tell_who_was_away_in_any_list() -> None:
    """`… hadde meldt forfall` makes absent, whatever heads the list; another sentence with it gives nobody."""
    text = (
        "Til stede: Inga Haug, Per Moe\n\nDeltakelse:\nOla Vik hadde meldt forfall. Ingen vara kunne møte.\n"
        "Kari Berg, Politiet og Lise Dal, Trygg Trafikk hadde meldt forfall.\n"
        "Tor Sand fra fylkets utvalg møtte.\n"
    )
    assert told(text, "name", "organization", "status")[2:] == [
        ("Ola Vik", None, "absent"),
        ("Kari Berg", "Politiet", "absent"),
        ("Lise Dal", "Trygg Trafikk", "absent"),
        ("Tor Sand", "fylkets utvalg", "present"),
    ]


def test_a_body_behind_the_label_is_where_those_below_come_from() -> None:
    """`Tilstede:  Helse Nord RHF` heads the first of several bodies' people."""
    text = (
        "Tilstede:    Helse Nord RHF\n             Kari Berg, direktør\n             Ola Vik, forskningssjef\n\n"
        "             Universitetet i Lia\n             Per Moe, rektor\n"
    )
    assert told(text, "name", "organization") == [
        ("Kari Berg", "Helse Nord RHF"),
        ("Ola Vik", "Helse Nord RHF"),
        ("Per Moe", "Universitetet i Lia"),
    ]


def test_a_last_name_gives_a_task_to_the_one_who_has_it() -> None:
    """`Referent: Vik` means the one of that name among those listed; of two it means neither."""
    text = "Til stede: Kari Berg, Ola Vik og Lise Dal\n\nMøteleiar: Berg\nReferent: {}\n"
    assert told(text.format("Vik"), "name", "role", "status") == [
        ("Kari Berg", "møteleiar", "present"),
        ("Ola Vik", "referent", "secretariat"),
        ("Lise Dal", None, "present"),
    ]
    two = "Til stede: Kari Berg, Ola Vik, Per Vik og Lise Dal\n\nReferent: Vik\n"
    assert told(two, "role") == [None, None, None, None]


def test_who_writes_among_observers_is_of_the_secretariat() -> None:
    """A unit heads its people there too: `Enhet for miljø: Kari Berg og Ola Vik (referent)`."""
    text = "Til stede: Inga Haug, Per Moe\n\nObservatører:\n\nEnhet for miljø: Kari Berg og Ola Vik (referent)\n"
    assert told(text, "name", "organization", "status")[2:] == [
        ("Kari Berg", "Enhet for miljø", "observer"),
        ("Ola Vik", "Enhet for miljø", "secretariat"),
    ]


def test_whom_a_deputy_stood_in_for_is_told_by_a_heading_or_a_column() -> None:
    """`Vara for Vik: …` within a list, and `Møtte for` as the head of a column below the list's heading."""
    text = "Til stede:\nKari Berg\nOla Vik (forfall)\nVara for Vik: Lise Dal, Lia\nPer Moe\n"
    assert told(text, "name", "substitute_for")[2] == ("Lise Dal", "Vik")
    table = "Møtande:\nKari Berg\nOla Vik\n\nVara\nMøtte for\nFrå eigarkommune\nLise Dal\nPer Moe\nVassbygd\n"
    assert told(table, "name", "substitute_for", "organization")[2:] == [("Lise Dal", "Per Moe", "Vassbygd")]


def test_a_role_in_its_column_is_whole() -> None:
    """A bracket that is no mark belongs to the role: `Styremedlem (tilsettevald)`; `(Teams)` is one."""
    text = (
        "Til stades:\nNavn               Funksjon\nKari Berg          Styremedlem (tilsettevald)\n"
        "Ola Vik            Styremedlem (Teams)\nPer Moe            Leiar\n"
    )
    assert told(text, "role", "remote") == [
        ("Styremedlem (tilsettevald)", False),
        ("Styremedlem", True),
        ("Leiar", False),
    ]


def test_one_who_was_away_for_some_cases_was_not_there_for_them() -> None:
    """`Ikkje til stades i sakene 49 og 50` is told as written, and names no case that the person was there for."""
    text = "Frammøtte:\nKari Berg Leiar\nOla Vik Nestleiar Ikkje til stades i sakene 49 og 50\nPer Moe\n"
    assert told(text, "role", "cases", "presence")[1] == ("Nestleiar", (), "Ikkje til stades i sakene 49 og 50")


def test_a_familys_name_that_several_share_begins_no_body() -> None:
    """Behind a `von` it is a name, and so it is where another name stands before it."""
    text = "Til stede:\nKari von Oldervik, Nes kommune\nOla Lie Oldervik, Nordvik havn\nLiv von Oldervik, Nes kommune\n"
    assert told(text, "name", "organization")[1] == ("Ola Lie Oldervik", "Nordvik havn")


def test_first_names_alone_are_persons_where_the_whole_list_is_so() -> None:
    """A youth council calls its members by first names; a list with anything else in it is not read so."""
    text = "Tilstede: Karoline, Vanja, Linn M., Ida Lise, Ida S. Hildegun og Silje. Frida hadde meldt forfall.\n"
    assert told(text, "name", "status") == [
        *((name, "present") for name in ("Karoline", "Vanja", "Linn M.", "Ida Lise", "Ida S.", "Hildegun", "Silje")),
        ("Frida", "absent"),
    ]
    assert told("Tilstede: Karoline, Vanja, Lia skole og Silje.\n", "name") == []
    assert told("Tilstede: Elever, Lærere og Foreldre.\n", "name") == []


def test_a_role_that_the_end_of_a_line_breaks_is_whole() -> None:
    """What a hyphen leaves on the next line may be a role too, and is the rest of one: `møte-` / `leiar`."""
    text = "Til stede:\n\nKari Berg, Lundvik kommune, møte-\n\nleiar\n\nOla Vik, Lundvik kommune, leiar\n"
    assert told(text, "organization", "role") == [("Lundvik kommune", "møteleiar"), ("Lundvik kommune", "leiar")]


def test_a_second_family_name_that_several_share_begins_no_body() -> None:
    """The last word before the comma, behind another family's name, ends the name."""
    text = "Til stede:\nRektor Kari Lie Handland, Nes skole\nJan Lie Handland, Nes kommune\nOla Moe Handland, Nes RHF\n"
    assert told(text, "name", "organization") == [
        ("Kari Lie Handland", "Nes skole"),
        ("Jan Lie Handland", "Nes kommune"),
        ("Ola Moe Handland", "Nes RHF"),
    ]


def test_a_second_family_name_ends_where_the_body_has_a_line_of_its_own() -> None:
    """`Kari Ness Dalbakk` over `Fjordforbundet, møteleder`: three of one family share no body of that name."""
    bodies = {
        "Kari Ness Dalbakk": "Fjordforbundet",
        "Kari Lie Dalbakk": "Nes kommune",
        "Marte Ness Dalbakk": "Universitetet i Nes",
    }
    text = "Til stede\n\n" + "\n\n".join(f"{name}\n\n{body}, møteleder" for name, body in bodies.items())
    assert told(f"{text}\n", "name", "organization", "role") == [(*each, "møteleder") for each in bodies.items()]


def test_a_second_family_name_ends_where_different_bodies_begin() -> None:
    """`Lie Dalbakk Universitetet i Nes` and `Ness Dalbakk Fjordforbundet`, but `Berg Dalbakk skole` goes on."""
    bodies = ("Fjordforbundet", "Universitetet i Nes", "Kystmuseet i Nes")
    rows = [f"{name} {body} leder" for name, body in zip(("Kari Lie", "Ola Ness", "Jan Ness"), bodies, strict=True)]
    text = "Til stede:\n\nNavn Institusjon Kategori\n\n{}\n"
    families = [re.sub("(Lie|Ness)", r"\1 Dalbakk", row) for row in rows]
    assert told(text.format("\n".join(families)), "name", "organization") == [
        ("Kari Lie Dalbakk", "Fjordforbundet"),
        ("Ola Ness Dalbakk", "Universitetet i Nes"),
        ("Jan Ness Dalbakk", "Kystmuseet i Nes"),
    ]
    places = [re.sub("(Lie|Ness) .*", r"\1 Dalbakk skole leder", row) for row in rows]
    assert {body for _, body in told(text.format("\n".join(places)), "name", "organization")} == {"Dalbakk skole"}


def test_the_form_of_a_company_at_a_page_s_top_heads_no_list() -> None:
    """`IKS` over a name is the end of the body above it, which the page has cut."""
    text = "Til stede:\nKari Berg, Nes interkommunale havnevesen\n\n\n\nIKS\nRektor Ola Vik, Nes skole\n"
    assert told(text, "name", "organization", "group") == [
        ("Kari Berg", "Nes interkommunale havnevesen IKS", "Til stede"),
        ("Ola Vik", "Nes skole", "Til stede"),
    ]


def test_names_that_begin_with_the_familys_are_turned() -> None:
    """A list that writes its members so names each in the common order; a position before the name is none."""
    text = "DESSE MØTTE\nBerg, Kari (PF)\nVik, Ola (PF)\nDal, Anne Grete (FSF)\nLien, Quentus (A)\n"
    assert told(text, "name", "organization") == [
        ("Kari Berg", "PF"),
        ("Ola Vik", "PF"),
        ("Anne Grete Dal", "FSF"),
        ("Quentus Lien", "A"),
    ]
    text = "DESSE MØTTE\nRektor, Kari Berg\nLærar, Ola Vik\nLeiar, Anne Dal\n"
    assert told(text, "name") == ["Kari Berg", "Ola Vik", "Anne Dal"]


def test_who_came_on_behalf_of_another_stands_in_for_him_or_her() -> None:
    """The one who came is named first, the one behind `pva` was not there."""
    text = "Deltakelse\n\nKari Berg, Nordetaten\nOla Vik pva Anne Dal, Direktoratet for fjell (Dfj)\n"
    assert told(text, "name", "organization", "substitute_for") == [
        ("Kari Berg", "Nordetaten", None),
        ("Ola Vik", "Direktoratet for fjell (Dfj)", "Anne Dal"),
    ]


def test_a_documents_word_may_end_its_heading() -> None:
    """Body and day stand before the dash."""
    page = "Rådsmøte 23. mars 2024{word}\n\nMøtested: Fjellsalen\n\nSak 1/24 Plan\n\nSak 2/24 Ymse\n"
    assert [m.kind.value for m in document(page.format(word=" - referat")).meetings] == ["minutes"]
    assert document(page.format(word=" - bilder")).meetings == ()


def test_a_name_nobody_knows_before_a_role_is_a_person() -> None:
    """What would be a body behind a comma is a person of its own where a role ends it."""
    text = "Til stede: Kari Berg (MVA), Ola Vik (stedfortreder), Qvintus Hutch vara (FVA), Per Moe (MVA)\n"
    assert told(text, "name", "role") == [
        ("Kari Berg", None),
        ("Ola Vik", "stedfortreder"),
        ("Qvintus Hutch", "vara"),
        ("Per Moe", None),
    ]


def test_an_entry_that_damage_repeats_without_end_is_over_at_a_bound() -> None:
    """Each line is held against the whole entry above, so that one without end would cost more than its length."""
    lines = lines_of("Til stede:\n" + "int10) og\n" * 1000)
    group = Group(kind="present", heading="Til stede", body=None, value="Kari Berg (fra kl. 10.30) og", head=lines[0])
    assert max(len(entry.text) for entry in _entries(group, lines[1:], frozenset())) < 4100


def test_a_bracket_between_two_names_parts_them() -> None:
    """`Kari Berg (vara) Ola Vik (referent)` is two, where a comma has been left out; no name is made of both."""
    text = "Til stede: Inga Haug, Per Moe\n\nFra administrasjonen: Kari Berg (under sak 1/24) Ola Vik (referent)\n"
    assert told(text, "name", "role", "cases")[2:] == [("Kari Berg", None, ("1/24",)), ("Ola Vik", "referent", ())]


def test_a_sentence_tells_whom_a_body_sent() -> None:
    """`Riksrevisjonen var varslet … og møtte ved X` is X of that body, also where the name goes over two lines."""
    text = (
        "Til stede: Inga Haug, Per Moe\n\nOgså til stede:\n"
        "Riksrevisjonen var varslet i samsvar med lov om Riksrevisjonen § 13 og møtte ved Kari Nes\nBerg.\n"
    )
    assert told(text, "name", "organization")[2:] == [("Kari Nes Berg", "Riksrevisjonen")]


def test_a_sentence_tells_who_came_from_another_body() -> None:
    """`Fra brukerutvalget møtte leder X som observatør.` is X of that body, with that task."""
    text = "Til stede: Inga Haug, Per Moe\n\nFra brukerutvalget møtte leder Kari Berg som observatør.\n"
    assert told(text, "name", "role", "organization", "status")[2:] == [
        ("Kari Berg", "observatør", "brukerutvalget", "observer")
    ]


def test_sentences_under_a_list_tell_who_else_was_there() -> None:
    """A paragraph of sentences under a list names observers, staff and the absent, each of the kind its verb tells."""
    text = (
        "Frammøtte medlemmer:\n• Inga Haug, student\n• Per Moe, prorektor\n\n"
        "Lise Dal og Tor Sand hadde også meldt forfall. For disse kunne heller ikke vara stille.\n\n"
        "Av faste observatører deltok bibliotekdirektør Kari Berg, og Ola Vik deltok som vara for\n"
        "Nina Lund. Fra direktørens stab deltok Marit Haug, Erik Vold\nog Anne Li.\n\n"
        "Til stede som spesielt inviterte observatører var nyvalgt leder Siri Nes og nyvalgt\n"
        "nestleder for læringsmiljø Jon Eik. Begge vil være aktive i arbeidet.\n"
    )
    assert told(text, "name", "title", "status", "group")[2:] == [
        ("Lise Dal", None, "absent", "Frammøtte medlemmer"),
        ("Tor Sand", None, "absent", "Frammøtte medlemmer"),
        ("Kari Berg", "bibliotekdirektør", "observer", "Av faste observatører deltok"),
        ("Ola Vik", None, "observer", "Av faste observatører deltok"),
        ("Marit Haug", None, "present", "Fra direktørens stab deltok"),
        ("Erik Vold", None, "present", "Fra direktørens stab deltok"),
        ("Anne Li", None, "present", "Fra direktørens stab deltok"),
        ("Siri Nes", "nyvalgt leder", "observer", "Til stede som spesielt inviterte observatører"),
        (
            "Jon Eik",
            "nyvalgt nestleder for læringsmiljø",
            "observer",
            "Til stede som spesielt inviterte observatører",
        ),
    ]


def test_all_cases_are_no_part_of_a_body() -> None:
    """`Name, body, alle saker` tells the body, and apart from it when the person was there."""
    guests = "Kari Berg, Havnetaten, sak 1/24\nOla Vik, Havnetaten, alle saker\n"
    text = f"Til stede: Inga Haug, Per Moe\n\nDeltok på saker:\n{guests}"
    assert told(text, "name", "organization", "presence")[2:] == [
        ("Kari Berg", "Havnetaten", None),
        ("Ola Vik", "Havnetaten", "alle saker"),
    ]
