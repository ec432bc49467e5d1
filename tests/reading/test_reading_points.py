"""Cases that are points: `Pkt. 1 Title`."""

from __future__ import annotations

from reading_making import meeting

MINUTES = """Møteprotokoll

Eldrerådet i Oldervik

Møtested: Rådhuset
Møtedato: 01.12.2009

Til stede: Kari Berg, Ola Vik

Pkt. 1 Godkjenning av innkalling og saksliste:
Innkalling og saksliste, med endringer, ble godkjent.

Pkt. 2 Protokoll fra møte 03.11.2009:
Protokollen ble for øvrig godkjent.

Sak 29/09 Budsjett 2010

Vedtak:
Rådet støtter forslaget.
"""


def test_points_before_the_cases_are_cases() -> None:
    """Matters of form that points count keep their text and what was decided, with numbered cases behind or without."""
    form = [("1", "Godkjenning av innkalling og saksliste", 1), ("2", "Protokoll fra møte 03.11.2009", 1)]
    for text, more in ((MINUTES, [("29/09", "Budsjett 2010", 1)]), (MINUTES.partition("Sak 29")[0], [])):
        assert [(c.number, c.title, len(c.decisions)) for c in meeting(text).cases] == [*form, *more]


def test_points_within_a_case_are_its_text() -> None:
    """Points under a numbered case begin no cases, whatever they are called."""
    moved = "Sak 28/09 Plan\n\n" + MINUTES.partition("Vik\n\n")[2]
    found = meeting(MINUTES.partition("Pkt. 1")[0] + moved)
    assert [c.number for c in found.cases] == ["28/09", "29/09"]
