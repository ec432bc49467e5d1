"""Who answers for a measure: one entry a body."""

from __future__ import annotations

from collections import Counter

import pytest

from govdocs.norwegian import Vocabulary
from govdocs.reading.plans.bodies import read_bodies
from govdocs.reading.plans.values import Lexicon


def bodies(*lines: str, known: tuple[str, ...] = ()) -> list[str]:
    return list(read_bodies(lines, Vocabulary.standard(), Lexicon(Counter(known))).bodies)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Kystforbundet i samarbeid med Kystdirektoratet", ["Kystforbundet", "Kystdirektoratet"]),
        ("rektor og frivilligsentralen", ["rektor", "frivilligsentralen"]),
        ("Pedagogisk leder og støttepedagog", ["Pedagogisk leder", "støttepedagog"]),
        ("Friluftsrådet og frivillige lag", ["Friluftsrådet", "frivillige lag"]),
        ("Seksjon for idrett og frivillige lag", ["Seksjon for idrett og frivillige lag"]),
        (
            "Regionale foretak sammen med Innovasjon Norge og næringslivet",
            ["Regionale foretak", "Innovasjon Norge", "næringslivet"],
        ),
        ("Regionale foretak understøttet av Kystdirektoratet", ["Regionale foretak", "Kystdirektoratet"]),
        (
            "Helse- og omsorgsdepartementet og Klima- og miljødepartementet",
            ["Helse- og omsorgsdepartementet", "Klima- og miljødepartementet"],
        ),
        ("NAV Solvik; Barnevern", ["NAV Solvik", "Barnevern"]),
        ("IKT-avdelingen / Helse og mestring / Lønn", ["IKT-avdelingen", "Helse og mestring", "Lønn"]),
        ("Teknisk eining og grendelaga", ["Teknisk eining", "grendelaga"]),
        ("Oppvekst og kultur, Lyngvær båtlag", ["Oppvekst og kultur", "Lyngvær båtlag"]),
        ("Psykisk helse og rus", ["Psykisk helse og rus"]),
        ("Helse Møre og Romsdal HF og St. Olavs hospital HF", ["Helse Møre og Romsdal HF", "St. Olavs hospital HF"]),
        ("Barn, unge og familie", ["Barn, unge og familie"]),
        ("Arbeids- og velferdsetaten (NAV)", ["Arbeids- og velferdsetaten (NAV)"]),
        ("Fak/sentre/FA", ["Fak", "sentre", "FA"]),
        ("Plan/bygg", ["Plan/bygg"]),
        ("–", []),
    ],
)  # fmt: skip
def test_one_entry_a_body(text: str, wanted: list[str]) -> None:
    """Words and marks that join bodies part them; `og` inside a body's own name does not."""
    assert bodies(text) == wanted


def test_lines_of_a_cell() -> None:
    """A line is a body of its own unless the one above it has an open end or it goes on in small letters."""
    assert bodies("HR-avdelingen", "Virksomhetslederne") == ["HR-avdelingen", "Virksomhetslederne"]
    assert bodies("Rådet for", "personer med nedsatt syn") == ["Rådet for personer med nedsatt syn"]
    assert bodies("Faglig samarbeids-", "utvalg for barn") == ["Faglig samarbeidsutvalg for barn"]


def test_name_that_stands_alone_elsewhere_is_one() -> None:
    """`X og Y` is one body where it stands as a whole cell elsewhere in the plan."""
    assert bodies("Lag og Foreninger") == ["Lag", "Foreninger"]
    assert bodies("Lag og Foreninger", known=("Lag og Foreninger",)) == ["Lag og Foreninger"]


@pytest.mark.parametrize(
    ("lines", "wanted"),
    [
        (
            ["Helse Solvik RHF", "(Fellesoppdrag alle RHF", "og Direktorat for hav)"],
            "Fellesoppdrag alle RHF og Direktorat for hav",
        ),
        (["Plan og utvikling, med hjelp frå ekstern konsulent"], "med hjelp frå ekstern konsulent"),
        (["Teknisk drift sammen med Elvekraft AS"], "Teknisk drift sammen med Elvekraft AS"),
        (["Teknisk drift, Oppvekst"], None),
    ],
)  # fmt: skip
def test_note(lines: list[str], wanted: str | None) -> None:
    """Brackets that are no body, and words that give bodies different parts, are the note."""
    assert read_bodies(lines, Vocabulary.standard(), Lexicon()).note == wanted
