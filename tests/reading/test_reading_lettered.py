"""Cases that letters count."""

from __future__ import annotations

from reading_making import document, meeting

from govdocs.model import MeetingKind

AGENDA = """Havnemuseet
Styret

Møte nr. 2/2024
27. april kl. 09.15-13.00

Orienteringssaker

Sak A      Protokoll 10.02.24
           Saksdokument
Sak Ba     Besøkstall per 30. mars
Sak Bb     Søknader fra museet fra 2024 og utover - status
           Saksdokument

Ordinære saker

S-06/24    Valg av nestleder
           Forslag til vedtak:
           Styret velger Kari Berg som nestleder.

S-07/24    Avtale om samlingen
           Forslag til vedtak:
           Styret gir sin tilslutning til avtalen.
"""


def test_letters_count_cases_beside_numbers() -> None:
    """`Sak A`, `Sak Ba`, `Sak Bb` are cases as `S-06/24` is; under a meeting's number alone the papers begin."""
    found = meeting(AGENDA)
    assert [(c.number, c.title, len(c.decisions)) for c in found.cases] == [
        ("A", "Protokoll 10.02.24", 0),
        ("Ba", "Besøkstall per 30. mars", 0),
        ("Bb", "Søknader fra museet fra 2024 og utover - status", 0),
        ("S-06/24", "Valg av nestleder", 1),
        ("S-07/24", "Avtale om samlingen", 1),
    ]
    assert (found.kind, found.number, found.place) == (MeetingKind.CASE_PAPERS, "2/2024", None)


def test_letters_out_of_order_count_no_cases() -> None:
    """`Sak B` without an A before it, or one letter alone, is told in the text."""
    for gone in ("Sak A ", "Sak Ba"):
        found = document(AGENDA.replace(gone, "Om"))
        assert not [c.number for m in found.meetings for c in m.cases if "/" not in (c.number or "")]
