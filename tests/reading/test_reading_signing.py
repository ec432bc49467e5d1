"""Signatures that end a case's text."""

from __future__ import annotations

import pytest
from reading_making import minutes

_CASE = "Sak 3/19 Regnskap\n\nStyret drøftet regnskapet og hadde ingen merknader.\n\n"


@pytest.mark.parametrize(
    "signed",
    [
        "Oldervik, 27. mai 2019\n\nTora Vale Berg og Jon Arild Olsen",
        "Oldervik, 27. mai 2019\n\nTora Vale Berg\nreferent",
        "Oldervik 27.05.2019\n\nTora Vale Berg (sign.)      Jon Arild Olsen (sign.)",
        "Tora Vale Berg\nreferent",
        "Referent\n\nTora V. Berg",
        "Referent: Tora V. Berg",
        "Ref. Tora Vale Berg",
        "Kari Berg\t\t\tTor Lund\ndekan\t\t\tfakultetsdirektør",
        "Referent: Kari",
        "Med hilsen\n\nTora Vale Berg\nrådgiver",
        "______________     ______________\nTora Vale Berg     Jon Arild Olsen\nleder              referent",
    ],
)
def test_signatures_are_no_text_of_the_last_case(signed: str) -> None:
    """Place and day, names, and who kept the minutes end the last case, which keeps its own text alone."""
    (section,) = minutes(f"{_CASE}{signed}\n").cases[0].sections
    assert (section.heading, section.paragraphs) == (None, ("Styret drøftet regnskapet og hadde ingen merknader.",))


@pytest.mark.parametrize("told", ["Styret velger:\n\nTora Berg, leder\nJon Olsen, referent", "Tora Berg\nJon Olsen"])
def test_names_that_a_case_is_about_stay_in_it(told: str) -> None:
    """Those elected, behind a colon, and names without a mark of signatures are text."""
    found = minutes(f"Sak 3/19 Valg\n\n{told}\n").cases[0]
    texts = [p for section in found.sections for p in section.paragraphs] + [d.text for d in found.decisions]
    headings = [section.heading or "" for section in found.sections]
    assert "Jon Olsen" in " ".join([*headings, *texts])
