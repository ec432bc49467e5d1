"""Which proposal a vote was taken on, and which decision a vote told in a sentence made."""

from __future__ import annotations

import pytest
from reading_making import decisions

from govdocs.model import Vote

MOTIONS = """Innstilling:
Det kjøpes ti benker.

Behandling:
Kari Berg (H) fremmet følgende forslag:
Det kjøpes to benker.

Ola Vik (Sp) fremmet følgende utsettelsesforslag:
Saken utsettes.

Votering:
{vote}

Vedtak:
{made}
"""


def votes(vote: str, made: str = "Det kjøpes seks benker.") -> list[Vote | None]:
    """Return the votes on the recommendation, Berg's motion, Vik's motion and the decision."""
    found = decisions(MOTIONS.format(vote=vote, made=made))
    assert len(found) == 4
    return [each.vote for each in found]


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("Bergs forslag falt med 2 mot 5 stemmer.", 1),
        ("Forslaget fra H fikk 2 stemmer og falt.", 1),
        ("Forslaget fra Kari Berg (H) fikk 2 stemmer og falt.", 1),
        ("Forslaget fra Sp ble enstemmig vedtatt.", 2),
        ("Utsettelsesforslaget fikk 1 stemme og falt.", 2),
        ("Innstillingen ble vedtatt med 5 mot 2 stemmer.", 0),
    ],
)
def test_a_vote_is_put_on_the_proposal_it_was_taken_on(text: str, on: int) -> None:
    """Whose proposal it was, by name, office or party, or what kind of motion, tells on which one was voted."""
    found = votes(text)[:3]
    assert [n for n, each in enumerate(found) if each is not None] == [on]
    told = found[on]
    assert told is not None
    assert told.outcome == text


@pytest.mark.parametrize(
    "text", ["Forslaget ble enstemmig vedtatt.", "Forslaget fra V falt med 1 mot 6 stemmer.", "Enstemmig vedtatt."]
)
def test_where_it_is_not_plain_which_proposal_none_has_a_vote(text: str) -> None:
    """A vote on a proposal that no label tells, or that may be any of them, is put on none."""
    assert votes(text)[:3] == [None, None, None]


def test_a_recommendation_adopted_word_for_word_leaves_its_vote_to_the_decision() -> None:
    """The recommendation is the decision then, and one vote is told once."""
    found = votes("Innstillingen ble vedtatt med 5 mot 2 stemmer.", "Det kjøpes ti benker.")
    assert [each is not None for each in found] == [False, False, False, True]


def test_votes_for_what_won_are_votes_against_what_was_set_up_against_it() -> None:
    """`X ble satt opp mot Y. Y ble vedtatt med 5 mot 2` puts 2 for and 5 against on X."""
    text = "Forslaget fra Berg ble satt opp mot innstillingen. Innstillingen ble vedtatt med 5 mot 2 stemmer."
    told = votes(text)[1]
    assert told is not None
    assert {each.option: each.count for each in told.counts} == {"for": 2, "mot": 5}


def test_of_two_that_are_voted_on_at_once_only_the_winner_is_adopted() -> None:
    """`Ved alternativ votering mellom X og Y ble Y vedtatt` puts the votes for Y on Y, and against on X."""
    text = "Ved alternativ votering mellom innstillingen og forslaget fra H ble "
    text += "forslaget fra H vedtatt med 4 mot 3 stemmer."
    recommended, moved = votes(text)[:2]
    assert recommended is not None
    assert moved is not None
    assert {each.option: each.count for each in recommended.counts} == {"mot": 4, "for": 3}
    assert {each.option: each.count for each in moved.counts} == {"for": 4, "mot": 3}


@pytest.mark.parametrize(
    ("treated", "unanimous"),
    [
        ("Enstemmig vedtatt.", True),
        ("Leder orienterte. Innstillingen ble enstemmig vedtatt.", True),
        ("Innkalling og sakliste vart samrøystes godkjende.", True),
        ("Ved avstemning fikk innstillingen 4 stemmer og forslaget fra Berg 2 stemmer.", False),
    ],
)
def test_a_vote_told_in_the_treatment_is_that_of_the_decision(treated: str, unanimous: bool) -> None:
    """A sentence of the treatment that tells how a vote went gives the decision below it its vote."""
    (made,) = decisions(f"Behandling:\n{treated}\n\nVedtak:\nBenker kjøpes.")
    assert made.vote is not None
    assert made.vote.unanimous is unanimous


@pytest.mark.parametrize(
    "treated", ["Vik ble enstemmig erklært inhabil.", "Forslaget fra Berg fikk 1 stemme og falt.", "Leder orienterte."]
)
def test_what_decides_nothing_in_the_treatment_is_no_vote_on_the_decision(treated: str) -> None:
    """Who may take part, and what fell, tell nothing of the vote on what was decided."""
    (made,) = decisions(f"Behandling:\n{treated}\n\nVedtak:\nBenker kjøpes.")
    assert made.vote is None


def test_who_left_behind_a_decision_is_no_part_of_it() -> None:
    """`Som innstillingen. Samrøystes.` with a remark below on who left has the vote and not the remark."""
    (made,) = decisions("Vedtak: Som innstillinga. Samrøystes.\n\nTerje Lund gjekk kl. 13.10.")
    assert made.text == "Som innstillinga."
    assert made.vote is not None
    assert made.vote.unanimous


def test_a_sentence_on_who_voted_against_is_the_vote() -> None:
    """`Mot 2 stemmer (Berg og Vik).` behind a decision is its vote and no part of its text."""
    (made,) = decisions("Vedtak:\nBenker kjøpes.\nMot 2 stemmer (Berg og Vik).")
    assert made.text == "Benker kjøpes."
    assert made.vote is not None
    assert [each.count for each in made.vote.counts if each.count is not None] == [2]
