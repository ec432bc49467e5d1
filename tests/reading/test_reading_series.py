"""Which numbers of a document are one series of cases, and which are the archive's or a repeated head."""

from __future__ import annotations

import pytest
from reading_making import document, meeting, minutes, paper

OPEN = "Protokoll fra møte 4/2017 i Fakultetsstyret\n\n"


def test_letters_behind_a_number_come_and_go_in_one_series() -> None:
    """`11/21` and `12/21-O` are cases of one meeting, though only some have a letter for their type."""
    found = minutes(
        """
        11/21 Godkjenning av innkalling
        Ingen merknader.

        12/21-O Dekanens orientering
        Dekanen orienterte.

        13/21-V Ny studieplan
        Vedtak:
        Studieplanen vedtas.
        """
    )
    assert [each.number for each in found.cases] == ["11/21", "12/21-O", "13/21-V"]


@pytest.mark.parametrize(
    "line",
    ["2017/6855", "Saksnr. 2017/6855", "Sak nr.: 2017/6855", "Arkivsaksnr. 2017/6855", "Arkivsaksnummer: 2017/6855"],
)
@pytest.mark.parametrize("heads", [("V-SAK 1", "V-SAK 2", "V-SAK 3"), ("37/17", "38/17", "39/17")])
def test_the_archives_number_under_a_title_is_no_case(line: str, heads: tuple[str, ...]) -> None:
    """The archive's number under a case's title is a fact of that case, with a label or without."""
    found = minutes(
        "\n\n".join(
            f"{head} Regnskap for Havna\n\n{line}\n\nVedtak:\nRegnskapet tas til etterretning." for head in heads
        )
    )
    assert [each.number for each in found.cases] == list(heads)
    assert [each.archive_number for each in found.cases] == ["2017/6855"] * 3
    assert [len(each.decisions) for each in found.cases] == [1, 1, 1]


def test_a_year_that_stands_first_makes_a_series() -> None:
    """`2011/38` is a case's number where the cases are numbered so."""
    found = minutes(
        "Sak 2011/38 GODKJENNING AV INNKALLING OG SAKLISTE\nUNDERSKRIFT AV PROTOKOLL FRÅ JUNI\n\nSamrøystes vedtak:\n"
        "Innkallinga vart godkjend.\n\nSak 2011/39 BUDSJETT\n\nSamrøystes vedtak:\nBudsjettet vart vedteke."
    )
    assert [(each.number, each.title) for each in found.cases] == [
        ("2011/38", "GODKJENNING AV INNKALLING OG SAKLISTE UNDERSKRIFT AV PROTOKOLL FRÅ JUNI"),
        ("2011/39", "BUDSJETT"),
    ]


def test_a_paper_repeats_its_number_over_its_account() -> None:
    """Below facts and proposal a paper may give number and title once more; the case is one, and its text is whole."""
    found = paper(
        """HAVNA SJUKEHUS HF
STYRET

Sak 02/2015 Budsjett

Saken behandles i:          Møtedato          Møtesaksnummer
Styret for Havna HF         19. januar 2015   02/2015

Saksbeh: Kari Berg
Arkivkode: 121
Saksmappe: 2014/411

ADM. DIREKTØRS INNSTILLING:

1. Styret vedtar budsjettet.
2. Styret ber om rapport hvert tertial.

SAKSUTREDNING:

Sak 02/2015 Budsjett

VEDLEGG OG ANDRE SAKSDOKUMENTER
1. Budsjettnotat
2. Brev fra departementet

BAKGRUNN
Budsjettet er i balanse.
"""
    )
    assert (found.case_officers, found.archive_number) == (("Kari Berg",), "2014/411")
    assert [each.title for each in found.attachments] == ["Budsjettnotat", "Brev fra departementet"]
    assert [(each.kind.value, len(each.points)) for each in found.decisions] == [("proposed", 2)]


def test_minutes_without_a_day_have_a_list_of_those_present() -> None:
    """A long list of names behind its label on one line tells minutes, though no day is given."""
    names = ", ".join(
        f"{first} {last}" for first in ("Kari", "Ola", "Per", "Nils") for last in ("Berg", "Vik", "Lie", "Dahl")
    )
    found = meeting(
        f"{OPEN}Tilstede: {names}.\n\nV-SAK 1\n\nStudieplan\n\nVedtak:\n\nPlanen vedtas.\n\n(Enstemmig vedtatt)\n"
    )
    assert (found.number, found.date, len(found.participants)) == ("4/2017", None, 16)
    (decision,) = found.cases[0].decisions
    assert (decision.text, decision.vote is not None and decision.vote.unanimous) == ("Planen vedtas.", True)


def test_headings_between_cases_are_no_text_of_the_case_above() -> None:
    """`Saker til behandling i lukket møte`, `Sakstyper`, `Eventuelt` end the case above them."""
    for heading in ("Saker til behandling i lukket møte", "Ordinære saker", "Sakstyper", "Eventuelt", "Vedlagte saker"):
        found = minutes(f"Sak 1/24 Plan\n\nVedtak:\n\nPlanen vedtas.\n\n{heading}\n\nSak 2/24 Kart\n\nVedtak:\n\nJa.\n")
        assert [d.text for each in found.cases for d in each.decisions] == ["Planen vedtas.", "Ja."], heading


def test_an_archives_number_without_cases_gives_no_meeting() -> None:
    """Numbers of an archive in a letter are no cases."""
    assert (
        document("Brev til skolen\n\nSaksnr. 2017/6855\n\nVi viser til 2017/6855 og svarer på brevet.\n").meetings == ()
    )
