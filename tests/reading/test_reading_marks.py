"""What brackets, columns and labels within a list say of the persons in it."""

from __future__ import annotations

from typing import Any

import pytest
from reading_making import head

TOP = "MØTEPROTOKOLL\n\nUtvalg: Formannskapet\nMøtested: Rådhuset\nDato: 12.03.2024\n\n"


def told(text: str, *fields: str) -> list[tuple[Any, ...]]:
    return [tuple(getattr(p, each) for each in fields) for p in head(TOP + text).participants]


@pytest.mark.parametrize(
    ("bracket", "field", "value"),
    [
        ("(49/24)", "cases", ("49/24",)),
        ("(frå 51/24)", "cases", ("51/24",)),
        ("(47-55/24)", "cases", ("47-55/24",)),
        ("(stip. ØI)", "title", "stip."),
        ("(stip. ØI)", "organization", "ØI"),
        ("(varaordførar Nes)", "role", "varaordførar"),
        ("(varaordførar Nes)", "organization", "Nes"),
        ("(ref)", "role", "ref"),
    ],
)
def test_what_a_bracket_says(bracket: str, field: str, value: Any) -> None:
    """Numbers of cases without the word, positions written short, a role and where it is held, the minute-taker."""
    assert told(f"Til stede: Ola Vik, Kari Berg {bracket} og Per Moe\n", "name", field)[1] == ("Kari Berg", value)


def test_who_came_instead_of_someone_absent_is_no_body() -> None:
    """`(Vik vara)` behind one who was absent tells who came, not where the absent one is from."""
    assert told("Til stede: Ola Vik, Per Moe\nForfall: Kari Berg (Vik vara), Inga Haug\n", "name", "organization")[
        2
    ] == (
        "Kari Berg",
        None,
    )


def test_some_of_those_present_under_a_label_of_their_own() -> None:
    """`Rådmenn: …` within a list heads those of them; the first of a list may be headed so too."""
    text = (
        "Til stades:   Ordførar: Kari Berg, Ola Vik\n\n              Rådmenn: Per Moe, Inga Haug\n\n"
        "Forfall:      Nina Dal, Tor Sand\n"
    )
    assert told(text, "name", "status", "group") == [
        ("Kari Berg", "present", "Til stades"),
        ("Ola Vik", "present", "Til stades"),
        ("Per Moe", "present", "Rådmenn"),
        ("Inga Haug", "present", "Rådmenn"),
        ("Nina Dal", "absent", "Forfall"),
        ("Tor Sand", "absent", "Forfall"),
    ]


def test_columns_keep_their_places_where_cells_are_empty() -> None:
    """A cell that is missing shifts nothing: what stands under `Rolle` is the role. Deputies who met stand once."""
    text = (
        "Møtedeltakarar            Parti          Rolle\n"
        "Kari Berg                 Nes            Rådmann\n"
        "Ola Vik                                  Sekretær\n"
        "Per Moe                   Nes AP         Medlem\n"
        "Inga Haug                 Nes H          Varamedlem\n\n"
        "Forfall                   Parti          Møtande varamedlem\n"
        "Nina Dal                  Nes H          Inga Haug\n"
        "Tor Sand                  Nes AP\n"
    )
    assert told(text, "name", "organization", "role", "status", "substitute_for") == [
        ("Kari Berg", "Nes", "Rådmann", "present", None),
        ("Ola Vik", None, "Sekretær", "secretariat", None),
        ("Per Moe", "Nes AP", "Medlem", "present", None),
        ("Inga Haug", "Nes H", "Varamedlem", "present", "Nina Dal"),
        ("Nina Dal", "Nes H", None, "absent", None),
        ("Tor Sand", "Nes AP", None, "absent", None),
    ]


def test_an_initial_glued_to_the_family_name() -> None:
    """`Anna K.Moe` is a name."""
    assert told("Til stede:\nKari Berg\nAnna K.Moe\nOla Vik\n", "name")[1] == ("Anna K.Moe",)


def test_a_sentence_of_who_came_late_makes_no_second_person() -> None:
    """`X kom til møtet kl. …` tells when a member was there; the words stand in `presence`."""
    text = (
        "Til stede:\nKari Berg\nOla Vik\nPer Moe\n\nOla Vik kom til møtet kl. 10.15, under handsaminga av sak 3/24.\n"
    )
    assert told(text, "name", "presence") == [
        ("Kari Berg", None),
        ("Ola Vik", "kom til møtet kl. 10.15, under handsaminga av sak 3/24"),
        ("Per Moe", None),
    ]


def test_lists_closed_with_full_stops() -> None:
    """Each sentence of names is a list of its own; the body at its end is that of all in it, names may break."""
    text = (
        "Til stede: Inga Haug, Nina Dal\n\nTil stede for øvrig:\n\n"
        "Prorektor for utdanning Kari K. Berg.  Ola Vik og Per Moe.  Lise\n"
        "Sand, Tor Sand og Anne Lund fra Økonomiavdelingen.\n\n"
    )
    assert told(text, "name", "title", "organization")[2:] == [
        ("Kari K. Berg", "Prorektor for utdanning", None),
        ("Ola Vik", None, None),
        ("Per Moe", None, None),
        ("Lise Sand", None, "Økonomiavdelingen"),
        ("Tor Sand", None, "Økonomiavdelingen"),
        ("Anne Lund", None, "Økonomiavdelingen"),
    ]


@pytest.mark.parametrize(
    ("entry", "title", "organization", "role"),
    [
        ("Kari Berg, direktør ved Nordmuseet, NTNU", "direktør", "Nordmuseet, NTNU", None),
        ("Kari Berg, Dekan Universitetet i Nes", "Dekan", "Universitetet i Nes", None),
        ("Observatør Kari Berg, rådgiver, Nes museum", "rådgiver", "Nes museum", "Observatør"),
        ("Kari Berg (generalsekretær NMS)", "generalsekretær", "NMS", None),
    ],
)
def test_positions_and_bodies_without_a_comma(
    entry: str, title: str | None, organization: str | None, role: str | None
) -> None:
    """`direktør ved …`, a position right before its body, a role before the name."""
    found = told(f"Til stede:\nOla Vik\n{entry}\nPer Moe\n", "name", "title", "organization", "role")
    assert found[1] == ("Kari Berg", title, organization, role)


def test_the_own_body_is_nobodys_organization() -> None:
    """`Til stede fra Universitetsstyret:` over its members adds nothing to them."""
    found = head(
        "PROTOKOLL fra møte i Universitetsstyret 7.3.2024\n\nTil stede fra Universitetsstyret:\nKari Berg, Ola Vik\n"
    )
    assert [p.organization for p in found.participants] == [None, None]


def test_who_opens_the_meeting_is_not_of_a_body_called_opening() -> None:
    """`ÅPNING: …` behind the lists names no one who was absent."""
    text = "DELTAKERE: Kari Berg, Ola Vik, Per Moe\nFORFALL: Inga Haug.\nÅPNING: Kari Berg\n"
    assert told(text, "name", "status")[3:] == [("Inga Haug", "absent")]


def test_an_unknown_first_name_before_the_last_of_a_list() -> None:
    """`…, Xx Moe og Kari Berg`: both are in the list, though the first name of the one is not known."""
    assert told("Til stede: Ola Vik, Per Moe, Qvintin Sand og Kari Berg\n", "name")[2:] == [
        ("Qvintin Sand",),
        ("Kari Berg",),
    ]
