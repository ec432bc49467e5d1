"""Bundles of case papers whose heads are filled in: whom a case goes to, who sends and prepares it, and its number."""

from __future__ import annotations

from reading_making import HEAD, document, meeting

FRONT = """Universitetet i Nes
Universitetsstyret

Sakspapirer til styremøte 3/2024

Dato: 18.06.2024
Sted: Rom 4

Saksliste
S 23/24   Godkjenning av innkalling
S 24/24   Rapport for første tertial


"""
PAPERS = """
Til: Universitetsstyret
Fra: Rektor
Møtedato: 18.06.2024
Saksnr.: S 23/24
Journalnr.: 2024/5-31
Saksbehandler: Kari Berg

Godkjenning av innkalling

Forslag til vedtak
Styret godkjenner innkallingen.
\f
Til: Universitetsstyret
Fra: Universitetsdirektøren
Møtedato: 18.06.2024
Saksnr.: S 24/24
Journalnr.: 2024/7-4
Saksbehandler: Ola Vik

Rapport for første tertial

Forslag til vedtak
Styret tar rapporten til etterretning.

Vedlegg
Vedlegg 1: Regnskap
\f
Til: Universitetsstyret
Fra: Rektor
Møtedato: 18.06.2024
Saksnr.: OS 7/24
Journalnr.: 2024/7-5

Rektor orienterer

Forslag til vedtak
Styret tar saken til orientering.
"""


def test_a_number_under_its_own_label_heads_the_paper() -> None:
    """The case begins at the facts over `Saksnr.: S 23/24`, and its title stands below them: the agenda is no case."""
    found = meeting(FRONT + PAPERS)
    assert [(c.number, c.title, c.to, c.sender, c.case_officers) for c in found.cases] == [
        ("S 23/24", "Godkjenning av innkalling", "Universitetsstyret", "Rektor", ("Kari Berg",)),
        ("S 24/24", "Rapport for første tertial", "Universitetsstyret", "Universitetsdirektøren", ("Ola Vik",)),
        ("OS 7/24", "Rektor orienterer", "Universitetsstyret", "Rektor", ()),
    ]
    assert [c.decisions[0].text for c in found.cases][1] == "Styret tar rapporten til etterretning."
    assert [a.title for a in found.cases[1].attachments] == ["Regnskap"]


def test_a_number_of_an_archive_under_that_label_heads_nothing() -> None:
    """`Saksnr.: 2024/8871` among the facts of a case is the archive's number."""
    text = (
        "SAKSFRAMLEGG\n\nSak 12/24 Nye benker\n\nSaksbehandler: Kari Berg\nSaksnr.: 2024/8871\n\n"
        "Forslag til vedtak:\nBenkene kjøpes.\n"
    )
    assert [case.number for found in document(text).meetings for case in found.cases] == ["12/24"]


def test_who_prepares_a_case_may_stand_in_the_table_of_days() -> None:
    """A column for the case officer in the table under the title gives each case its own."""
    text = "MØTEINNKALLING\n\nKontrollutvalget i Nes\n\nMøtedato: 5. mai 2024\nSted: Rådhuset\n"
    for number, title, officer in (("12/24", "Godkjenning av innkalling", "Kari Berg"), ("13/24", "Plan", "Ola Vik")):
        text += (
            f"\f\nSak {number}          {title}\n\nSaksbehandler     Møtedato        Saknr\n"
            f"{officer}         05.05.2024      {number}\n\nForslag til vedtak:\nSaken godkjennes.\n"
        )
    assert [c.case_officers for c in meeting(text).cases] == [("Kari Berg",), ("Ola Vik",)]


def test_a_paper_behind_minutes_is_told_by_whom_it_goes_to_however_long_the_name() -> None:
    """A body's name may fill the line; two facts that only papers have begin a paper."""
    text = (
        HEAD
        + "\nSak 3/1/19 Nye benker\n\nVedtak: Benkene kjøpes.\n"
        + (
            "\n\fSak 138/2/2019\nStatus for havna\n\n\nType sak\n\n"
            "Til Nasjonalt samarbeidsutvalg for fyrstasjoner, fartøyvern og havner\n\nFra Kari Berg\n\n\n"
            "Forslag til vedtak\nSaken tas til orientering.\n"
        )
    )
    assert {each.kind.value for each in document(text).meetings} == {"minutes", "case_papers"}


def test_a_case_may_be_called_a_report_at_a_page_s_top() -> None:
    """Behind a case's number stands its title, on the same page or the next; no report begins there."""
    for turn in ("\fSak 7/24\n", "Sak 7/24\n\f"):
        first = f"{HEAD}\nSak 6/24 Nye benker\n\nVedtak: Benkene kjøpes.\n\n"
        title = "Rapport om kystled i perioden 2020–2024"
        found = meeting(f"{first}{turn}{title}\n\nRapporten ble lagt fram.\n").cases
        assert [case.title for case in found] == ["Nye benker", title]
