"""Extracts of minutes that one sentence heads, and proposals that are set up against one another in them."""

from __future__ import annotations

import datetime

import pytest
from reading_making import decisions, document, meeting, minutes

TREATED = """{head}

Behandling
Kari Berg (Venstre) fremmet følgende forslag:
På vegne av V og SV
Saken utsettes.

Forslaget falt med 3 mot 4 stemmer.

Vedtak
Benker kjøpes.
"""


@pytest.mark.parametrize(
    ("head", "body"),
    [
        ("Formannskapets behandling av sak 12/2024 i møte den 03.04.2024:", "Formannskapet"),
        ("Utvalg for kultur og miljøs behandling av sak 12/2024 i møte 03.04.2024", "Utvalg for kultur og miljø"),
        ("Kommunestyret si handsaming av sak 12/2024 i møte 3. april 2024:", "Kommunestyret"),
    ],
)
def test_a_sentence_heads_the_extract_of_one_case(head: str, body: str) -> None:
    """It tells the body, the day and the case's number; the case has no title."""
    found = meeting(TREATED.format(head=head))
    assert (found.kind.value, found.body, found.date) == ("minutes", body, datetime.date(2024, 4, 3))
    (case,) = found.cases
    assert (case.number, case.title) == ("12/2024", "")
    assert [(each.kind.value, each.text) for each in case.decisions] == [
        ("proposed", "Saken utsettes."),
        ("adopted", "Benker kjøpes."),
    ]
    assert case.decisions[0].label == "Kari Berg (Venstre) fremmet følgende forslag: På vegne av V og SV"
    told = document(TREATED.format(head=head)).findings
    assert not [each for each in told if each.code == "GD703"], "the genitive of the body is no word of its own"


def test_each_extract_in_a_file_is_a_meeting() -> None:
    """A case goes from body to body, and each tells what it did."""
    first = TREATED.format(head="Formannskapets behandling av sak 12/2024 i møte den 03.04.2024:")
    second = TREATED.format(head="Kommunestyrets behandling av sak 30/2024 i møte den 17.04.2024:")
    found = document(f"{first}\n{second}").meetings
    assert [(each.body, each.cases[0].number) for each in found] == [
        ("Formannskapet", "12/2024"),
        ("Kommunestyret", "30/2024"),
    ]


def test_the_sentence_begins_no_case_in_minutes_that_number_them() -> None:
    """There it stands under the case's own number and title."""
    found = minutes(f"PS 12/24 Benker i parken\n{TREATED.format(head=SENTENCE)}")
    assert [(each.number, each.title) for each in found.cases] == [("PS 12/24", "Benker i parken")]


SENTENCE = "Formannskapets behandling av sak 12/2024 i møte den 03.04.2024:"
RIVALS = """Behandling

1)
Innstilling:
Benker kjøpes.

Dette ble satt opp mot:

2)
Kari Berg (Venstre) fremmet følgende alternative forslag:
Benkene males.

For forslag 1 stemte 2: Ola Vik (AP), Liv Dal (H).
For forslag 2 stemte 3: Kari Berg (V), Per Moe (V), Ane Lie (SP).
Dermed ble forslag 2 vedtatt.

Vedtak
Benkene males.
"""


def test_proposals_set_up_against_one_another_are_told_by_number() -> None:
    """Votes for the one are votes against the other; the words that set them up are in neither."""
    first, second, adopted = decisions(RIVALS)
    assert [each.text for each in (first, second, adopted)] == ["Benker kjøpes.", "Benkene males.", "Benkene males."]
    assert first.vote is not None
    assert second.vote is not None
    assert [(each.option, each.count) for each in first.vote.counts if each.party is None] == [("for", 2), ("mot", 3)]
    assert [(each.option, each.count) for each in second.vote.counts if each.party is None] == [("mot", 2), ("for", 3)]


def test_proposals_that_nothing_sets_up_against_one_another_have_no_number() -> None:
    """Without the words it is not plain which of the proposals is the first."""
    first, second, _ = decisions(RIVALS.replace("Dette ble satt opp mot:", "Saken ble drøftet."))
    assert (first.vote, second.vote) == (None, None)


def test_the_blank_behind_a_point_s_number_may_be_lost() -> None:
    """`1.Saken` begins a point as `1. Saken` does; `1.000` and a day do not."""
    (found,) = decisions("Vedtak:\n1.Benker kjøpes for inntil kr\n1.000 i året.\n2.Desentraliserte tilbud prioriteres.")
    assert [each.text for each in found.points] == [
        "Benker kjøpes for inntil kr 1.000 i året.",
        "Desentraliserte tilbud prioriteres.",
    ]


def test_letters_and_bullets_under_the_numbers_of_a_list_are_in_their_point() -> None:
    """A paragraph may stand over them."""
    (found,) = decisions(
        "Vedtak:\n1. Benker kjøpes\n\nDe skal være:\n\n- av tre\n- uten maling\n\n"
        "2. Parken åpnes.\n\nDette gjøres:\n- i mai"
    )
    assert [(each.marker, each.level, each.text) for each in found.points] == [
        ("1.", 0, "Benker kjøpes av tre uten maling"),
        ("2.", 0, "Parken åpnes. i mai"),
    ]
