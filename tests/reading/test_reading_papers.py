"""Bundles of case papers whose heads are filled in: whom a case goes to, who sends and prepares it, and its number."""

from __future__ import annotations

import pytest
from reading_making import HEAD, document, meeting

from govdocs.model import DecisionKind, MeetingKind

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


@pytest.mark.parametrize(
    ("day", "number", "read"),
    [
        ("19. juni 2025", "33/25", "33/25"),
        ("19. juni 2033", "33/25", None),
        ("19. juni 2025", "33/2025", "33/2025"),
        ("19. juni 2025", "25/2033", None),
    ],
)
def test_a_bare_number_under_that_label_that_ends_with_the_meetings_year_is_the_cases(
    day: str, number: str, read: str | None
) -> None:
    """`Saksnr.: 33/25` and `33/2025` head the paper for a meeting in 2025; `33/25` in 2033 is the archive's."""
    text = (
        f"Saksframlegg\n\nSaksnr.: {number}\nUtval: Kommunestyret\nMøtedato: {day}\nSakshandsamar: Kari Berg\n\n"
        "Utviding av Lia barnehage\n\nFramlegg til vedtak\n\nKommunestyret vedtek å utvide Lia barnehage.\n\n"
        "Saksutgreiing\n\nKommunen har tre barnehagar.\n"
    )
    (case,) = meeting(text).cases
    assert (case.number, case.title) == (read, "Utviding av Lia barnehage")


@pytest.mark.parametrize(
    ("number", "text", "told"),
    [
        ("33/25", "Saka vart handsama i 2025.", "33/25"),
        ("24/25", "Saka vart handsama i 2024 og 2025.", "24/25"),
        ("7/25", "Kommunen har tre barnehagar.", "7/25"),
        ("33/25", "Kommunen har tre barnehagar.", None),
        ("25/24", "Saka vart handsama i 2024 og 2025.", None),
        ("24/33", "Saka vart handsama i 2024.", None),
        ("2025/33", "Saka vart handsama i 2025.", None),
    ],
)
def test_a_bare_number_under_that_label_without_a_day_is_the_cases_where_its_end_is_a_year(
    number: str, text: str, told: str | None
) -> None:
    """`Saksnr.: 33/25` tells 2025 where the paper names that year; else the paper is one without a number."""
    paper = (
        f"Saksframlegg\n\nSaksnr.: {number}\nUtval: Kommunestyret\nSakshandsamar: Kari Berg\n\n"
        "Utviding av Lia barnehage\n\nFramlegg til vedtak\n\nKommunestyret vedtek å utvide Lia barnehage.\n\n"
        f"Saksutgreiing\n\n{text}\n"
    )
    (case,) = meeting(paper).cases
    assert (case.number, case.title) == (told, "Utviding av Lia barnehage")


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


EXTRACT = """Fjellvik kommune

Arkivkode: Arkivsak: JournalpostID: Saksbehandler Dato:
FE-143 14/295 15/571 Kari Berg 20.01.2015

Plan for trygge skoleveier - endelig vedtak

Utvalg Møtedato Saksnummer
Utvalg for plansaker 04.02.2015 004/15
Kommunestyret 25.02.2015 007/15

Rådmannens innstilling
Planen for trygge skoleveier vedtas.

04.02.2015 Utvalg for plansaker

Møtebehandling:
Rådmannens innstilling enstemmig vedtatt.

PLU-004/15 Innstilling:
Planen for trygge skoleveier vedtas.

25.02.2015 Kommunestyret

Møtebehandling:
Utvalgets innstilling enstemmig vedtatt.

KS-007/15 {}:
Planen for trygge skoleveier vedtas, med endring i punkt 2.

Vedlegg:
Dok.dato Dok.ID Tittel
20.01.2015 55012 Kart
20.01.2015 55013 Brev fra skolen

Saksopplysninger:
Planen har vært på høring.
"""


def test_an_extract_tells_what_each_body_did_with_the_case_under_its_number() -> None:
    """The case has the number of the last body that decided, whose meeting it is of; each decision keeps its label."""
    found = meeting(EXTRACT.format("Vedtak"))
    (only,) = found.cases
    assert (found.kind, found.body, str(found.date)) == (MeetingKind.CASE_PAPERS, "Kommunestyret", "2015-02-25")
    assert (only.number, only.title) == ("007/15", "Plan for trygge skoleveier - endelig vedtak")
    assert [(each.kind, each.label) for each in only.decisions] == [
        (DecisionKind.PROPOSED, "Rådmannens innstilling"),
        (DecisionKind.PROPOSED, "PLU-004/15 Innstilling"),
        (DecisionKind.ADOPTED, "KS-007/15 Vedtak"),
    ]


def test_days_and_numbers_of_the_archive_are_no_part_of_an_attachments_title() -> None:
    """Under `Dok.dato Dok.ID Tittel` each row's title is what stands in the last column."""
    (only,) = meeting(EXTRACT.format("Vedtak")).cases
    assert [each.title for each in only.attachments] == ["Kart", "Brev fra skolen"]


def test_an_extract_counts_under_the_last_body_that_has_decided() -> None:
    """A body in the table that has not told its decision yet gives neither number nor day."""
    found = meeting(EXTRACT.format("Møtebehandling"))
    assert (found.body, [case.number for case in found.cases]) == ("Utvalg for plansaker", ["004/15"])


NOTICE_WITH_PAPERS = """FJELLVIK KOMMUNE

Innkalling
Kommunestyret

Møtedato: 23.04.2015
Møtestad: Samfunnshuset

Saksliste
Saksnr Tittel
021/15 Godkjenning av innkalling
022/15 Ny skule i Vika

Sakspapir

Saksnr Utvalg Type Dato
021/15 Kommunestyret PS 23.04.2015

Saksbehandlar Arkiv ArkivsakID
Ola Vik 15/166

Godkjenning av innkalling

Framlegg til vedtak:
Innkalling og saksliste vert godkjent

Sakspapir

Saksnr Utvalg Type Dato
022/15 Kommunestyret PS 23.04.2015

Saksbehandlar Arkiv ArkivsakID
Kari Berg FE-614 15/201

Ny skule i Vika

Framlegg til vedtak:
Skulen vert bygd i Vika.
"""


def test_an_officer_and_two_columns_of_the_archive_stand_over_the_title() -> None:
    """`Saksbehandlar Arkiv ArkivsakID` heads name, class and number on the next line; the class may be missing."""
    found = meeting(NOTICE_WITH_PAPERS).cases
    assert [case.title for case in found] == ["Godkjenning av innkalling", "Ny skule i Vika"]
    assert [case.case_officers for case in found] == [("Ola Vik",), ("Kari Berg",)]


def test_a_sentence_that_approves_a_notice_is_no_heading_of_one() -> None:
    """`Innkalling og saksliste vert godkjent` is what is put forward, not where the next document begins."""
    first, _ = meeting(NOTICE_WITH_PAPERS).cases
    assert [each.text for each in first.decisions] == ["Innkalling og saksliste vert godkjent"]


def test_a_paper_may_stand_under_the_word_styresak_alone() -> None:
    """Its day under `Dato møte`; who prepared it is one office, whatever that is for."""
    text = """Havgløtt sykehus HF

Styresak

Dato møte:        17. desember 2024
Saksbehandler:    Direktør økonomi og finans
Vedlegg:          1. Rapport om bygg


SAK 82/2024
NYTT BYGG FOR DAGKIRURGI

Forslag til vedtak:

Styret ber om at saken legges frem for endelig behandling i januar.

Havgløtt, 10. desember 2024
"""
    found = meeting(text)
    assert (found.kind, str(found.date), found.body) == ("case_papers", "2024-12-17", "Havgløtt sykehus HF")
    (paper,) = found.cases
    assert (paper.number, paper.title) == ("82/2024", "NYTT BYGG FOR DAGKIRURGI")
    assert paper.case_officers == ("Direktør økonomi og finans",)
    assert [d.text for d in paper.decisions] == ["Styret ber om at saken legges frem for endelig behandling i januar."]


CALLED = """Møteinnkalling
Arbeidsmiljøutvalet

Utval:      Arbeidsmiljøutvalet
Møtestad:   Møterom 2
Dato:       10.09.2024
Tid:        12:00-14:00

Sakliste

Utvalsaksnr    Innhold                                        Arkivsaknr.
AMU 16/2024    Godkjenning av referat
AMU 17/2024    Referatsaker
RS 4/2024      Rapport frå vernerunden
RS 5/2024      Sjukefråvær i 2023
AMU 18/2024    Eventuelt
Arkivsaknr.:    2024/248-31
Sakhandsamar:   Nina Berg Vik

Saksframlegg

Utval                        Utvalsaksnr.         Møtedato
Arbeidsmiljøutvalet          16/2024              10.09.2024

Godkjenning av referat

Saker til oppfølging:

Sak 07/2024  IA-målsetting

Sak 09/2024  Sjukefråvær
Personalkontoret har arbeidd med rutinane.
Saksframlegg

Utval                        Utvalsaksnr.         Møtedato
Arbeidsmiljøutvalet          17/2024              10.09.2024

Referatsaker

Referata ligg ved.
"""


def test_a_notice_and_papers_whose_tables_leave_out_the_code_are_one() -> None:
    """The agenda says `AMU 16/2024`, the table over the paper `16/2024`; earlier cases taken up in it are its text."""
    found = meeting(CALLED)
    assert (found.kind, found.body) == ("case_papers", "Arbeidsmiljøutvalet")
    assert [(case.number, case.title) for case in found.cases] == [
        ("AMU 18/2024", "Eventuelt"),
        ("AMU 16/2024", "Godkjenning av referat"),
        ("AMU 17/2024", "Referatsaker"),
    ]
    headings = [section.heading for section in found.cases[1].sections]
    assert "Sak 09/2024 Sjukefråvær" in headings


def test_cases_that_only_the_agenda_names_stay_under_the_case_that_gathers_them() -> None:
    """The paper of `Referatsaker` names none of them again."""
    gathered = meeting(CALLED).cases[2].subcases
    assert [(case.number, case.title) for case in gathered] == [
        ("RS 4/2024", "Rapport frå vernerunden"),
        ("RS 5/2024", "Sjukefråvær i 2023"),
    ]


def test_the_head_of_the_table_of_bodies_is_no_body() -> None:
    """A paper alone takes its body from the row under `Utval  Utvalsaksnr.  Møtedato`."""
    assert meeting(CALLED.split("\f")[1]).body == "Arbeidsmiljøutvalet"


def test_an_agenda_may_set_the_archive_s_number_beside_the_case_s_over_the_title() -> None:
    """`9/14   14/3716` over a title is an entry, and a paper without a title of its own takes the entry's."""
    found = meeting(
        "MØTEINNKALLING\n\nOrgan: Parkutvalet\nMøtestad: Rådhuset\nMøtedato: 03.11.2014   Tid: 10:30\n\nSAKSLISTE\n\n"
        "Saksnr.  Arkivsaksnr. /\n         Tittel\n\n8/14     14/3716\n         Skriv og meldingar\n\n"
        "9/14     14/3717\n         Benker i parken\n\n10/14    14/6732\n         Møteplan\n\n"
        "Sak 8/14\n\nParkutvalet tek skriv og meldingar til vitande.\n\nSak 9/14\n\nBenker i parken\n\n"
        "Innstilling:\nParkutvalet kjøper benker.\n"
    )
    assert sorted((case.number, case.title) for case in found.cases) == [
        ("10/14", "Møteplan"),
        ("8/14", "Skriv og meldingar"),
        ("9/14", "Benker i parken"),
    ]
    assert [(d.kind, d.text) for case in found.cases for d in case.decisions if case.number == "8/14"] == [
        ("proposed", "Parkutvalet tek skriv og meldingar til vitande.")
    ]


LISTED = """MØTEINNKALLING

Kontrollutvalget

DATO:    2. desember 2024
TID:     15:00
STED:    Rådhuset, møterom 3

SAKLISTE
Sak nr.    Sakstittel
044/24     Referatsaker
045/24     Oppfølging av saker
046/24     Virksomhetsplan

Orienteringssaker
047/24     Eventuelt
{paper}
"""


@pytest.mark.parametrize(
    "paper",
    [
        "SAK 044/24     REFERATSAKER\n\nSaksgang            Møtedato      Saksbehandler    Saksnr.\n"
        "Kontrollutvalget    02.12.2024    Liv Tangen       044/24\n\n"
        "Saksbehandlers forslag til vedtak\n\nReferatene tas til orientering.\n",
        "Saksansvarlig: Liv Tangen\nSaksbehandler: Ola Vik\n\nKU-SAK 044/24\n\nREFERATSAKER\n\nForslag til vedtak\n\n"
        "Referatene tas til orientering.\n",
        "Sakspapir\n\nSaksbehandler    Arkiv    ArkivsakID\nLiv Tangen       414      24/00039\n\n"
        "Tittel                 Saksnummer     Møtedato\nKU Kontrollutvalget    044/24         02.12.2024\n\n\n"
        "REFERATSAKER\n\nForslag til vedtak\nReferatene tas til orientering.\n",
    ],
)
def test_cases_of_an_agenda_with_bare_numbers_are_kept_beside_papers_told_by_a_word(paper: str) -> None:
    """`044/24` is listed, and its paper stands under `SAK 044/24`, `KU-SAK 044/24` or in a table; others have none."""
    found = meeting(LISTED.replace("{paper}", paper))
    assert sorted((case.number, case.title) for case in found.cases) == [
        ("044/24", "REFERATSAKER"),
        ("045/24", "Oppfølging av saker"),
        ("046/24", "Virksomhetsplan"),
        ("047/24", "Eventuelt"),
    ]
    told = {case.number: case for case in found.cases}
    assert [decision.text for decision in told["044/24"].decisions] == ["Referatene tas til orientering."]
    assert [told[number].type_label for number in ("044/24", "047/24")] == [None, "Orienteringssaker"]


def test_a_proposal_that_names_who_signs_makes_a_paper_no_minutes() -> None:
    """`… sammen med møteleder:` before two names is no list of those present; what is attached ends the proposal."""
    paper = (
        "Saksframlegg\n\nUtvalgssaksnr    Utvalg            Møtedato\n"
        "ST 09/24         Havnestyret       28.05.2024\n\n\n"
        "GODKJENNING AV PROTOKOLL\n\nDaglig leders innstilling\n\nProtokollen godkjennes.\n\n"
        "Disse velges til å underskrive protokollen sammen med møteleder:\n1. Kari Berg\n2. Ola Vik\n\n"
        "Vedlagte saksdokument:\nDok.dato      Tittel\n10.03.2024    Protokoll\n"
    )
    found = meeting(paper)
    assert (found.kind, found.participants) == ("case_papers", ())
    (decision,) = found.cases[0].decisions
    assert (decision.kind, decision.points[-1].text) == ("proposed", "Ola Vik")


def test_a_last_page_with_a_case_s_facts_is_the_paper_s() -> None:
    """Short lines without a full stop are no slides where one tells for whom the case is or who prepared it."""
    text = (
        "Saksframlegg Møte 3/2025\n\nSak 11/3/2025\nUtlån av båter\nType sak\nTil Fagrådet for naust\nFra Kari Berg\n"
        "\fSak 12/3/2025\nRapport om naust og båter i perioden 2024–2027\n\n\nType sak\n\fTil Fagrådet for naust\n\n"
        "Fra Kari Berg\n\nSaksbehandler Ola Vik\n\nForslag til vedtak\nRapporten sendes kommunene\n"
    )
    last = meeting(text).cases[-1]
    assert (last.to, last.sender, [each.text for each in last.decisions]) == (
        "Fagrådet for naust",
        "Kari Berg",
        ["Rapporten sendes kommunene"],
    )


def test_a_last_page_with_a_case_s_proposal_is_the_paper_s() -> None:
    """Short attachments and a proposal under its label, on a page by themselves, are no slides."""
    head = "Saksframlegg Møte 3/2025\n\nSak {}/3/2025\nOppfølging av kompetanse og brukermedvirkning i perioden\n\n"
    head += "Type sak Diskusjonssak\nTil Fagrådet for naust\n\nFra Kari Berg\n\nSaksbehandler Ola Vik, Per Moe\n"
    first = "\nForslag til vedtak\n\fTilskuddet fordeles med de endringene som kom fram i møtet.\n\f"
    attached = (
        "Vedlegg 1. Notat – Samarbeid om rekruttering og havneavgift i perioden\n\n\f2024–2027\n\n2. Notat – Båter\n"
        "3. Notat – Naust\n4. Notat – Stier\n"
    )
    found = meeting(
        head.format(11) + first + head.format(12) + attached + "\nForslag til vedtak\nTilskuddet fordeles.\n"
    )
    case = found.cases[1]
    assert [each.title for each in case.attachments][1:] == ["Notat – Båter", "Notat – Naust", "Notat – Stier"]
    assert [each.text for each in case.decisions] == ["Tilskuddet fordeles."]


def test_a_proposal_does_not_go_on_behind_another_document() -> None:
    """What stands behind the pages of an attached plan is no rest of the text before them."""
    plan = (
        "Handlingsplan for {}\nLundvik kommune\n\nTiltak Ansvarlig Frist\nMerke stien til Høgda Teknisk etat 2025\n"
        "Reparere brua i Dalen Teknisk etat 2026\nKurs for turledere Teknisk etat 2025\n"
    )
    found = document(
        "Saksframlegg Møte 3/2025\n\nSak 11/3/2025\nFriluftsliv\nTil Turrådet\nFra Kari Berg\nForslag til vedtak\n"
        f"Utformes på møtet\n\f{plan.format('friluftsliv')}\f{plan.format('turstier')}\fTurstier\n\n"
        "Sak 12/3/2025\nLøyper\nTil Turrådet\nFra Kari Berg\nForslag til vedtak\nRapporten sendes kommunene.\n"
    )
    assert len(found.plans) == 2
    assert [[each.text for each in case.decisions] for case in found.meetings[0].cases] == [
        ["Utformes på møtet"],
        ["Rapporten sendes kommunene."],
    ]


_ROUTED = (
    "Saksframlegg\n\nSaknr       Utval            Type    Dato\n001/2024    Formannskapet    PS      12.03.2024\n\n"
    "Sakshandsamar    Arkivsaknr.:    Dokumentnr.:\nNina Dal         24/16           24/59\n\n"
    "Val av ny brannbil\n\nFramlegg til vedtak:\nKommunen kjøper ein ny brannbil.\n\n"
    "Saksopplysingar:\nBrannbilen er gamal.\n"
)
_AGENDA = (
    "Nes kommune\n\nMøtebok\nfor Formannskapet\n\nMøtedato: 12.03.2024\nMøtestad: Rådhuset\nMøtetid: 09:00\n\n"
    "Til stades: Kari Berg (leiar), Ola Vik\n\nSakliste\n\n"
    "Saknr       Tittel\n001/2024    Val av ny brannbil\n002/2024    Ny skule i sentrum\n003/2024    Meldingar\n\n"
)


def test_a_paper_that_minutes_have_not_come_to_is_where_they_treat_the_case() -> None:
    """Behind the agenda of minutes, the paper of one of its cases is that case, and no meeting of its own."""
    found = meeting(f"{_AGENDA}{_ROUTED}")
    assert found.kind.value == "minutes"
    assert {c.number: [d.text for d in c.decisions] for c in found.cases} == {
        "001/2024": ["Kommunen kjøper ein ny brannbil."],
        "002/2024": [],
        "003/2024": [],
    }


def test_a_paper_of_a_case_that_minutes_have_treated_is_another_document() -> None:
    """Where the minutes have told what was decided, the paper behind them is the case papers."""
    treated = "001/2024    Val av ny brannbil\nVedtak:\nBrannbilen vert kjøpt.\n\n"
    rest = (
        "002/2024    Ny skule i sentrum\nVedtak:\nSkulen vert bygd.\n\n003/2024    Meldingar\nVedtak:\nTil vitande.\n\n"
    )
    found = document(f"{_AGENDA}{treated}{rest}{_ROUTED}").meetings
    assert [m.kind.value for m in found] == ["minutes", "case_papers"]


def test_what_happens_at_the_meeting_names_no_body() -> None:
    """A line that a page's turn leaves over a case's number is none of its head: `Formuleres i møtet`."""
    found = document(
        "Saksframlegg Møte 3/2025\n\nSak 11/3/2025\nFriluftsliv\nTil Turrådet\nFra Kari Berg\nBakgrunn\n"
        "Stien er borte.\nFormuleres i møtet\n\nSak 12/3/2025\nLøyper\nTil Turrådet\nFra Kari Berg\n"
        "Bakgrunn\nLøypene er borte.\n"
    )
    first, _ = found.meetings[0].cases
    assert "Formuleres i møtet" in " ".join(p for section in first.sections for p in section.paragraphs)


def test_an_empty_form_for_the_cases_number_tells_no_meeting() -> None:
    """`Utvalssak` without a number over one paper and over what follows it: both are read, none raises."""
    paper = "Utvalssak\n{}\nOversyn over tidlegare juryar\nKommunedirektøren sitt framlegg til vedtak:\n"
    found = document(paper.format("Arkivsaksnr: 2025/118") + paper.format("Sakshandsamar: Turid Myklevoll"))
    assert [(case.title, case.archive_number) for each in found.meetings for case in each.cases] == [
        ("Oversyn over tidlegare juryar", "2025/118")
    ]


SENT_TO = """MØTEINNKALLING

Utvalg: Formannskapet
Møtested: Rådhuset
Dato: 12.03.2024
Tid: 10:00

Saksliste

PS 10/24    Godkjenning av protokoll
PS 11/24    Ny kai

Kari Berg
Ordfører

{heading}
Navn                 Funksjon      Representerer
Kari Berg            Medlem        AP
Ola Vik              Medlem        H
Liv Dal              Varamedlem    SP

PS 10/24 Godkjenning av protokoll

Forslag til vedtak:
Protokollen godkjennes.
"""


def test_those_called_may_stand_behind_the_agenda() -> None:
    """A list of those whom the notice went to is read behind the agenda too; of who was present it says nothing."""
    called = meeting(SENT_TO.format(heading="Innkalling er sendt til:"))
    assert [(p.name, p.organization, p.status.value) for p in called.participants] == [
        ("Kari Berg", "AP", "invited"),
        ("Ola Vik", "H", "invited"),
        ("Liv Dal", "SP", "invited"),
    ]
    assert [case.number for case in called.cases] == ["PS 11/24", "PS 10/24"]
    assert not meeting(SENT_TO.format(heading="Til stede:")).participants


def test_an_attachment_goes_on_behind_a_word_that_joins_where_all_lines_stand_apart() -> None:
    """No wrapped line tells how far apart the lines of a paragraph stand: no two lines of the text stand closer."""
    lines = (
        "Saksframlegg",
        "Sak 5/25",
        "Skuleveg",
        "Saksbehandler Kari Berg",
        "Vedlegg 1. Notat – Kartlegging i",
        "Nordvik",
    )
    lines += ("2. Notat – Rapport", "Forslag til vedtak", "Rådet støtter forslaget.")
    (case,) = meeting("\n\n".join(lines) + "\n").cases
    assert [each.title for each in case.attachments] == ["Notat – Kartlegging i Nordvik", "Notat – Rapport"]
