"""Running text told from headings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian.sentences import looks_like_sentence


@pytest.mark.parametrize(
    "text",
    [
        "Styret tok saken til orientering.",
        "Leder åpnet møtet og ønsket velkommen",
        "Rådet bad om ei ny utgreiing til hausten",
        "Det vart drøfta korleis planen kan følgjast opp",
        "Kommunen har fått tilskudd til ny bru",
        "Saken sendes på høring til lagene",
        "utsettes til høsten;",
        "Da de la fram planen sin",
    ],
)
def test_a_finite_verb_or_an_end_makes_a_sentence(text: str) -> None:
    """Running text of both languages is told by its verb, or by how it ends."""
    assert looks_like_sentence(text)


@pytest.mark.parametrize(
    "text",
    [
        "Godkjenning av innkalling og saksliste",
        "Budsjett og økonomiplan 2025–2028",
        "Vurdering",
        "Økonomiske konsekvensar",
        "Høring: ny forskrift om arkiv",
        "Hva er nytt",
        "Veien videre for kystrådet",
        "Frå Øyvind de la Vik",
        "BUDSJETT 2025",
        "",
    ],
)
def test_a_heading_has_neither(text: str) -> None:
    """Titles and headings have no finite verb among four words, and no full stop."""
    assert not looks_like_sentence(text)


@given(st.text(max_size=80))
def test_a_full_stop_always_makes_a_sentence(text: str) -> None:
    """What ends in a full stop is no heading."""
    assert looks_like_sentence(text + ".")
