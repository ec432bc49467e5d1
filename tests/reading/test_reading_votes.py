"""How a vote went: unanimity, numbers, parties, names, casting votes; and no vote where none is told."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reading_making import decisions

from govdocs.model import Vote


def vote(text: str, label: str = "Votering") -> Vote | None:
    """Return the vote on a decision before which a text under `Votering` tells of one."""
    found = decisions(f"Behandling:\nSaken ble drøftet.\n\n{label}:\n{text}\n\nVedtak:\nBenker kjøpes.")
    assert [each.text for each in found] == ["Benker kjøpes."], "a vote is no decision"
    return found[0].vote


def told(text: str) -> Vote:
    found = vote(text)
    assert found is not None, text
    return found


def total(found: Vote, option: str) -> int | None:
    """Return the whole number of votes for or against."""
    return next((c.count for c in found.counts if c.party is None and c.option == option and c.count is not None), None)


def parties(found: Vote, option: str) -> dict[str, int | None]:
    return {c.party: c.count for c in found.counts if c.party is not None and c.option == option}


def names(found: Vote, option: str) -> list[str]:
    return [name for c in found.counts if c.option == option for name in c.voters]


@pytest.mark.parametrize(
    "text",
    [
        "Enstemmig.",
        "Enstemmig vedtatt.",
        "Samrøystes.",
        "Samrøystes vedteke.",
        "Einstemmig.",
        "Innstillingen ble enstemmig vedtatt.",
        "Tilrådinga vart samrøystes vedteken.",
        "Vedtaket var enstemmig.",
        "ENSTEMMIG",
    ],
)
def test_a_unanimous_vote_is_told(text: str) -> None:
    """The words of both languages for it; there are no numbers then."""
    found = told(text)
    assert (found.unanimous, found.counts, found.casting_vote) == (True, (), False)


@pytest.mark.parametrize(
    "label", ["Enstemmig vedtak", "Samrøystes vedtak", "Styrets enstemmige vedtak", "Vedtak (enstemmig)"]
)
def test_the_label_of_a_decision_may_tell_it(label: str) -> None:
    """`Enstemmig vedtak:` is decision and vote in one."""
    (found,) = decisions(f"{label}:\nBenker kjøpes.")
    assert found.vote is not None
    assert (found.vote.unanimous, found.text) == (True, "Benker kjøpes.")


@pytest.mark.parametrize("text", ["Benker kjøpes.\nEnstemmig vedtatt.", "Benker kjøpes.\n\nSamrøystes."])
def test_a_line_behind_the_decision_may_tell_it(text: str) -> None:
    """A line that is nothing but the vote is no part of the decision's text."""
    (found,) = decisions(f"Vedtak:\n{text}")
    assert found.text == "Benker kjøpes."
    assert found.vote is not None
    assert found.vote.unanimous is True


def test_where_no_vote_is_told_there_is_none() -> None:
    """A decision without a word on the vote has no vote, and is never taken for unanimous."""
    for text in ("Vedtak:\nBenker kjøpes.", "Behandling:\nSaken ble drøftet.\n\nVedtak:\nBenker kjøpes."):
        (found,) = decisions(text)
        assert found.vote is None


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("Vedtatt med 5 mot 3 stemmer.", 5, 3),
        ("Innstillingen ble vedtatt med 5 mot 3 stemmer.", 5, 3),
        ("Tilrådinga vart vedteken med 5 mot 3 røyster.", 5, 3),
        ("Tilrådinga vart vedteken med 5 røyster mot 3.", 5, 3),
        ("Innstillingen ble vedtatt med 8 mot 1 stemme.", 8, 1),
        ("Innstillingen ble vedtatt med 5 stemmer mot 3 stemmer.", 5, 3),
        ("5 stemte for og 3 stemte mot.", 5, 3),
        ("5 røysta for og 3 røysta mot.", 5, 3),
        ("Vedtatt mot 3 stemmer.", None, 3),
        ("Vedteke mot 3 røyster.", None, 3),
        ("Vedtatt mot 1 stemme.", None, 1),
        ("Vedtatt mot tre stemmer.", None, 3),
        ("Vedteke mot ei røyst.", None, 1),
        ("Vedtatt med fem mot tre stemmer.", 5, 3),
    ],
)
def test_numbers_for_and_against(text: str, yes: int | None, no: int) -> None:
    """The numbers as told, in digits or words; with votes against, it was not unanimous."""
    found = told(text)
    assert (total(found, "for"), total(found, "mot"), found.unanimous) == (yes, no, False)


@pytest.mark.parametrize(
    ("text", "against"),
    [
        ("Vedtatt med 5 mot 3 stemmer (H 2, FRP 1).", {"H": 2, "FRP": 1}),
        ("Vedtatt med 5 mot 3 stemmer (2 H, 1 FRP).", {"H": 2, "FRP": 1}),
        ("Vedtatt med 5 mot 3 stemmer (2 H og 1 FrP).", {"H": 2, "FrP": 1}),
        ("Vedtatt mot 4 stemmer (FRP).", {"FRP": 4}),
        ("Vedtatt mot 2 stemmer (H, FrP).", {"H": None, "FrP": None}),
        ("Vedtatt med 5 mot 3 stemmer. Mot stemte 2 H og 1 FRP.", {"H": 2, "FRP": 1}),
        ("Vedteke med 5 mot 3 røyster. Mot røysta H 2, FrP 1.", {"H": 2, "FrP": 1}),
    ],
)
def test_the_parties_against(text: str, against: dict[str, int | None]) -> None:
    """Parties in brackets or told behind the numbers voted against; their numbers only where they are told."""
    found = told(text)
    assert parties(found, "mot") == against
    assert parties(found, "for") == {}
    assert found.unanimous is False


def test_a_bracket_that_adds_up_to_the_votes_for_is_theirs() -> None:
    """Where the parties' numbers make the votes for, and not those against, they voted for."""
    found = told("Vedtatt med 3 mot 5 stemmer (2 H, 1 FRP).")
    assert (parties(found, "for"), parties(found, "mot")) == ({"H": 2, "FRP": 1}, {})


@pytest.mark.parametrize(
    ("text", "yes", "no"),
    [
        ("Vedtatt med 5 mot 2 stemmer. Mot stemte Kari Berg og Ola Vik.", [], ["Kari Berg", "Ola Vik"]),
        ("Vedteke med 5 mot 2 røyster (Berg og Vik).", [], ["Berg", "Vik"]),
        ("Vedtatt med 4 mot 1 stemme (Berg).", [], ["Berg"]),
        (
            "Vedtatt med 2 mot 1 stemmer. For stemte Kari Berg (Ap) og Ola Vik (Sp). Mot stemte Per Moe (H).",
            ["Kari Berg", "Ola Vik"],
            ["Per Moe"],
        ),
        (
            "For forslaget stemte 2: Kari Berg (AP), Ola Vik (SP). Mot forslaget stemte 1: Per Moe (H).",
            ["Kari Berg", "Ola Vik"],
            ["Per Moe"],
        ),
    ],
)
def test_names_of_those_who_voted(text: str, yes: list[str], no: list[str]) -> None:
    """Whole names and surnames alone are voters, on the side that is told."""
    found = told(text)
    assert (names(found, "for"), names(found, "mot")) == (yes, no)


def test_the_party_behind_a_voters_name_is_kept() -> None:
    """Named lists give the voters by party."""
    found = told("Vedtatt med 2 mot 1 stemmer. For stemte Berg (AP) og Vik (AP). Mot stemte Moe (H).")
    by_party = {(c.option, c.party): c.voters for c in found.counts if c.party}
    assert by_party == {("for", "AP"): ("Berg", "Vik"), ("mot", "H"): ("Moe",)}


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            "Forslaget fra H ble satt opp mot forslaget fra V. "
            "Forslaget fra H fikk 5 stemmer og forslaget fra V 4 stemmer.",
            {"Forslaget fra H": 5, "forslaget fra V": 4},
        ),
        ("Framlegget frå Vik fekk 2 røyster. Tilrådinga fekk 5 røyster.", {"Framlegget frå Vik": 2, "Tilrådinga": 5}),
        ("3 røysta for framlegget frå Vik og 2 for tilrådinga.", {"framlegget frå Vik": 3, "tilrådinga": 2}),
    ],
)
def test_alternatives_have_their_votes_under_their_own_names(text: str, wanted: dict[str, int]) -> None:
    """Where two proposals are set against one another, each has its number under its name as written."""
    found = told(text)
    assert {c.option: c.count for c in found.counts} == wanted
    assert found.unanimous is False


@pytest.mark.parametrize(
    "text",
    [
        "Innstillingen ble vedtatt med ordførers dobbeltstemme.",
        "Tilrådinga vart vedteken med 3 mot 3 røyster med dobbeltrøysta til leiar.",
        "Forslaget ble vedtatt med 4 mot 4 stemmer, med møtelederens dobbeltstemme.",
        "Framlegget vart vedteke med leiaren si dobbeltrøyst.",
    ],
)
def test_a_casting_vote_is_told(text: str) -> None:
    """The chair's double vote decided."""
    found = told(text)
    assert found.casting_vote is True
    assert found.unanimous is not True


def test_of_several_rounds_the_one_that_made_the_decision_counts() -> None:
    """A motion that fell beforehand leaves its numbers out of the decision's vote."""
    found = told("Utsettelsesforslaget falt med 1 mot 7 stemmer. Innstillingen ble vedtatt med 5 mot 3 stemmer.")
    assert (total(found, "for"), total(found, "mot")) == (5, 3)
    assert found.outcome == "Innstillingen ble vedtatt med 5 mot 3 stemmer."


def test_a_motion_that_fell_does_not_make_the_decision_divided() -> None:
    """The recommendation may be unanimous after a motion got few votes."""
    found = told("Endringsforslaget fikk 2 stemmer og falt. Innstillingen ble deretter enstemmig vedtatt.")
    assert (found.unanimous, found.counts) == (True, ())


def test_the_sentence_that_tells_is_kept_as_written() -> None:
    """`outcome` holds the source's own words, and the vote names its lines."""
    found = told("Innstillingen ble vedtatt med 5 mot 3 stemmer (H 2, FRP 1).")
    assert found.outcome == "Innstillingen ble vedtatt med 5 mot 3 stemmer (H 2, FRP 1)."
    assert (found.span.first, found.span.last) == (15, 16)


@pytest.mark.parametrize(
    "text",
    [
        "Saken ble drøftet kl. 10.30 – 11.15.",
        "Møtet ble satt med 5 av 7 medlemmer.",
        "Kampen endte 3-2.",
        "Kommunen satser mot 2030.",
        "Bestemmelser, revidert 21.01.2026.",
        "Han ble enstemmig erklært inhabil, og gikk fra.",
    ],
)
def test_numbers_in_the_treatment_are_no_vote(text: str) -> None:
    """Times, shares and results in running text are no votes on the decision."""
    (found,) = decisions(f"Behandling:\n{text}\n\nVedtak:\nBenker kjøpes.")
    assert found.vote is None


def test_not_unanimous_is_not_unanimous() -> None:
    """`ikke enstemmig` says that it was not."""
    found = vote("Vedtaket var ikke enstemmig.")
    assert found is None or found.unanimous is not True


@settings(max_examples=40)
@given(
    yes=st.integers(0, 99),
    no=st.integers(1, 99),
    form=st.sampled_from(
        [
            "Vedtatt med {yes} mot {no} stemmer.",
            "Innstillingen ble vedtatt med {yes} mot {no} stemmer.",
            "Framlegget vart vedteke med {yes} mot {no} røyster.",
            "{yes} stemte for og {no} stemte mot.",
        ]
    ),
)
def test_every_count_is_read_back(yes: int, no: int, form: str) -> None:
    """What is written as a count is read as that count."""
    found = told(form.format(yes=yes, no=no))
    assert (total(found, "for"), total(found, "mot"), found.unanimous) == (yes, no, False)


NAMED = """Behandling:
Kontrollutvalgets forslag til vedtak:
Benker kjøpes.

For forslaget stemte 3: Kari Berg (AP), Janne K. J. Lie (FrP), Ola Vik (H).
Dermed ble forslaget vedtatt.

Per Dahl (Høyre) fremmet følgende tilleggsforslag:
Benkene males.

For forslaget stemte 1: Per Dahl (H).
Imot forslaget stemte 2: Kari Berg (AP), Ola Vik (H).
Dermed ble tilleggsforslag ikke vedtatt.

VEDTAK

Benker kjøpes."""


def test_a_vote_told_by_name_ends_the_proposal_it_was_about() -> None:
    """Who voted how under a proposal is no text of it; the decision has the round that adopted it."""
    first, second, adopted = decisions(NAMED)
    assert [each.text for each in (first, second, adopted)] == ["Benker kjøpes.", "Benkene males.", "Benker kjøpes."]
    assert [each.kind.value for each in (first, second, adopted)] == ["proposed", "proposed", "adopted"]
    assert second.vote is not None
    assert (total(second.vote, "for"), total(second.vote, "mot")) == (1, 2)
    assert adopted.vote is not None
    assert names(adopted.vote, "for") == ["Kari Berg", "Janne K. J. Lie", "Ola Vik"]
    assert adopted.vote.unanimous is None


def test_alternatives_named_by_number_are_options_of_one_vote() -> None:
    """`For forslag 1 stemte 2 … For forslag 2 stemte 1` is one round between two alternatives."""
    text = (
        NAMED.replace("For forslaget stemte 1", "For forslag 1 stemte 1")
        .replace("Imot forslaget stemte 2", "For forslag 2 stemte 2")
        .replace("tilleggsforslag ikke", "forslag 2")
    )
    *_, second, adopted = decisions(text)
    assert second.vote is None, "which of the two it is about is not plain"
    assert adopted.vote is None, "two rounds adopted something"


def test_votes_between_two_proposals_are_told_for_each_by_its_name() -> None:
    """What the other got may stand in a sentence of its own that begins with the number."""
    found = told(
        "Ved alternativ røysting mellom framlegget frå rektor og framlegget frå Vik fekk Vik sitt framlegg 5 røyster "
        "og vart vedteke. 1 røysta for framlegget frå rektor."
    )
    assert [(each.option, each.count) for each in found.counts] == [
        ("Vik sitt framlegg", 5),
        ("framlegget frå rektor", 1),
    ]
    assert found.unanimous is False


@pytest.mark.parametrize(
    "tally", ["22 for, 0 mot, 1 avholdende.", "(2 mot 1 stemme)", "7 stemmer for og 2 stemmer mot"]
)
def test_the_votes_alone_below_a_decision_are_none_of_its_text(tally: str) -> None:
    """Numbers for and against, in brackets or not, are the vote."""
    (found,) = decisions(f"Vedtak:\nBenker kjøpes.\n{tally}")
    assert found.text == "Benker kjøpes."
    assert found.vote is not None


def test_what_a_proposal_got_and_was_adopted_against() -> None:
    """`fikk 5 stemmer og ble vedtatt mot 3 stemmer for …` counts both sides, whatever the losers voted for."""
    found = told("Forslaget fra Berg fikk 5 stemmer og ble vedtatt mot 3 stemmer for det opprinnelige forslaget.")
    assert (total(found, "for"), total(found, "mot"), found.unanimous) == (5, 3, False)


def test_the_last_of_alternatives_may_leave_out_the_word_for_votes() -> None:
    """`Forslaget frå Berg fekk 4 stemmer, forslaget frå Vik 2.` tells what both got."""
    found = told("Forslaget frå Berg fekk 4 stemmer, forslaget frå Vik 2.")
    assert [(c.option, c.count) for c in found.counts] == [("Forslaget frå Berg", 4), ("forslaget frå Vik", 2)]
    assert found.unanimous is False


def test_a_label_tells_how_many_were_against_behind_a_comma() -> None:
    """`Kontrollutvalgets vedtak, mot 1 stemme (Per Moe):` labels a decision, and its vote."""
    (decision,) = decisions(
        "Rådet ble orientert.\n\nKontrollutvalgets vedtak, mot 1 stemme (Per Moe):\nSaken avsluttes."
    )
    assert (decision.label, decision.text) == ("Kontrollutvalgets vedtak, mot 1 stemme (Per Moe)", "Saken avsluttes.")
    assert decision.vote is not None
    assert decision.vote.unanimous is False


def test_a_bracket_at_a_lines_start_goes_on_with_the_vote() -> None:
    """The parties behind a count may stand on the next line, though they had room on the first."""
    (decision,) = decisions(
        "Votering:\nForslaget fra H ble satt opp mot innstillingen. Innstillingen fikk 5 stemmer\n"
        "(2 AP, 2 H, 1 FRP) og forslaget fra H fikk 4 stemmer (1 AP, 2 SP, 1 V) etter debatten i salen.\n\n"
        "Vedtak:\nSaken avsluttes."
    )
    assert decision.vote is not None
    assert [(c.count, c.party) for c in decision.vote.counts if c.party] == [
        (2, "AP"),
        (2, "H"),
        (1, "FRP"),
        (1, "AP"),
        (2, "SP"),
        (1, "V"),
    ]
