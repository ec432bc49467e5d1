"""Case papers without a number: what makes one, what its title and body are, and what is none."""

from __future__ import annotations

import pytest
from reading_making import document, meeting

PAPER = """Storvik kommune

Saksframlegg

Arkivreferanse: 2024/3312-4
Saksbehandler: Anne Berg

Behandling:
Saksnummer

Møtedato

Utvalg
Formannskapet

Gang- og sykkelveg langs Nordsida mellom
skolen og kaia
Kommunedirektørens forslag til vedtak:
Vegen bygges.

Saksopplysninger:
Utvalget vedtok i møte 04.09.2024 at saken skulle utredes.
"""


def test_a_paper_without_a_number_is_a_case() -> None:
    """Its title stands between the empty table and the proposal; neither number nor day is made up."""
    found = meeting(PAPER)
    (case,) = found.cases
    assert (found.kind, found.body, found.date, found.number) == ("case_papers", "Formannskapet", None, None)
    assert (case.number, case.parsed) == (None, None)
    assert case.title == "Gang- og sykkelveg langs Nordsida mellom skolen og kaia"
    assert (case.case_officers, case.archive_number) == (("Anne Berg",), "2024/3312-4")
    assert [(d.kind, d.text) for d in case.decisions] == [("proposed", "Vegen bygges.")]
    assert case.id.endswith("/case")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("Saksframlegg\n", "Notat\n"),
        ("Saksframlegg\n", "Rettleiing for saksframlegg\n"),
        ("Arkivreferanse: 2024/3312-4\nSaksbehandler: Anne Berg\n", ""),
        ("Kommunedirektørens forslag til vedtak:\nVegen bygges.\n", ""),
        ("Gang- og sykkelveg langs Nordsida mellom\nskolen og kaia\n", ""),
    ],
    ids=["no word", "about papers", "no facts", "no proposal", "no title"],
)
def test_what_lacks_a_mark_of_a_paper_is_no_case(old: str, new: str) -> None:
    """The word, a fact of the case, a title and a proposal: without one of them nothing is read."""
    assert old in PAPER
    assert document(PAPER.replace(old, new)).meetings == ()


def test_a_paper_with_a_number_keeps_it() -> None:
    """The empty table counts only where no line between it and the proposal gives the case a number."""
    (case,) = meeting(PAPER.replace("Gang- og", "Sak 12/24 Gang- og")).cases
    assert (case.number, case.title) == ("12/24", "Gang- og sykkelveg langs Nordsida mellom skolen og kaia")


def test_numbers_in_a_column_of_their_own_number_the_attachments() -> None:
    """Numbers that stand before all titles, a line each, are theirs; others are titles."""
    text = PAPER.replace("Kommunedirektørens", "Vedlegg:\n1\n2\n\nKart\nSøknad\n\nKommunedirektørens")
    (case,) = meeting(text).cases
    assert [(a.number, a.title) for a in case.attachments] == [("1", "Kart"), ("2", "Søknad")]
