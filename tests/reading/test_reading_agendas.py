"""What only the agenda tells of a case, and small things that heads and lists say."""

from __future__ import annotations

import datetime

import pytest
from reading_making import case, document, head, meeting, minutes

from govdocs.model import MeetingKind

AGENDA = """MØTEPROTOKOLL

Ungdomsrådet

Dato: 12.03.2024
Møtestad: Fylkeshuset

Til stades: Kari Berg, Ola Vik, Per Moe

Saksliste

Utvalssaksnr.\tTittel\tArkivsaksnr.
UF 1/24\tGodkjenning av protokoll\t
UF 2/24\tUngdomskort\t2023/9021

UF 1/24 Godkjenning av protokoll

Vedtak:
Protokollen blir godkjend.

UF 2/24 Ungdomskort

Vedtak:
Rådet tek saka til vitande.
"""


def test_a_number_in_the_archive_that_only_the_agenda_has() -> None:
    """The column `Arkivsaksnr.` of the agenda's table gives each case its own; an empty cell gives none."""
    assert [c.archive_number for c in meeting(AGENDA).cases] == [None, "2023/9021"]


def test_a_title_that_begins_with_a_day() -> None:
    """`11/24 17. mai` is a case among others of its form, and no date."""
    found = meeting(
        "Referat\n\nMøtedato: tirsdag 5. mars 2024\nSted: Nes skole\n\nTil stede: Kari Berg, Ola Vik, Per Moe\n\n"
        "10/24 Trafikk ved skolen\nOla Vik orienterte om trafikken.\n11/24 17. mai\n4. trinn har ansvaret i år.\n"
        "12/24 Eventuelt\nKari Berg spurte om frukt.\n"
    )
    assert [(c.number, c.title) for c in found.cases] == [
        ("10/24", "Trafikk ved skolen"),
        ("11/24", "17. mai"),
        ("12/24", "Eventuelt"),
    ]


def test_cases_under_a_case_of_a_series() -> None:
    """`24/24.1` is under `SP-SAK 24/24`; a decision by acclamation is no part of the proposal."""
    found = minutes(
        "SP-SAK 24/24 KONSTITUERING\n\n24/24.1 Valg av ordstyrer\nInnstilling: Kari Berg velges som ordstyrer.\n"
        "Vedtatt ved akklamasjon.\n\n24/24.2 Godkjenning av dagsorden\nInnstilling: Dagsorden godkjennes.\n"
        "Enstemmig vedtatt.\n\nSP-SAK 25/24 EVENTUELT\n\nIngen saker.\n"
    )
    assert [[sub.number for sub in c.subcases] for c in found.cases] == [["24/24.1", "24/24.2"], []]
    assert found.cases[0].subcases[0].decisions[0].text == "Kari Berg velges som ordstyrer."


@pytest.mark.parametrize(
    ("value", "titles"),
    [
        ("Studieplan (utkast 3), Uttale frå utvalet", ["Studieplan (utkast 3)", "Uttale frå utvalet"]),
        ("Brev fra Nes kommune, Avdeling for plan", ["Brev fra Nes kommune, Avdeling for plan"]),
        ("Rapport, 3. mai 2024", ["Rapport, 3. mai 2024"]),
    ],
)
def test_attachments_behind_commas(value: str, titles: list[str]) -> None:
    """Commas part attachments only where a word for a document follows each of them."""
    found = case(f"Vedlegg: {value}\n\nDet ble orientert om planen, og rådet drøftet den.")
    assert [a.title for a in found.attachments] == titles


def test_the_number_of_the_meeting_behind_the_body() -> None:
    """`Møtereferat – Instituttstyret 5/24` names the meeting's number and its body."""
    found = head("Møtereferat – Instituttstyret 5/24\n\nDato: 23. oktober 2024\n\nTil stede: Kari Berg, Ola Vik\n")
    assert (found.number, found.body) == ("5/24", "Instituttstyret")


def test_the_owner_of_a_boards_papers_is_their_body() -> None:
    """Papers for a `Styremøte` under a letterhead that names the company alone have it as their body."""
    papers = "".join(
        f"Styresak {n}-2024     Rapport {n}\n\nFormål\nSaken gir styret en oversikt.\n\nForslag til vedtak:\n\n"
        f"Styret tar rapporten til orientering.\n\nSaksbehandler: Kari Berg\nArkivnr.: 2024/31{n}\n\f"
        for n in (41, 42)
    )
    (found,) = document(f"Nes sykehus HF\n\nStyremøte 19. juni 2024\n\n\nMøtedato: 19. juni 2024\n{papers}").meetings
    assert found.body == "Nes sykehus HF"


def test_who_writes_is_of_the_secretariat() -> None:
    """`skrivar` behind a name is the minute-taker; a worker's position is none of a name's words."""
    found = head(
        "MØTEBOK\n\nNes fellesråd\n\nDato: 12.03.2024\n\nTil stades:\nKari Berg, leiar\n"
        "Ola Vik (representant for prosten)\n\n"
        "Frå administrasjonen:\nKyrkjeverje Per Moe, skrivar\nKyrkjegardsarbeidar Tor Sand\n"
    )
    assert [(p.name, p.title, p.role, p.status.value) for p in found.participants] == [
        ("Kari Berg", None, "leiar", "present"),
        ("Ola Vik", None, "representant for prosten", "present"),
        ("Per Moe", "Kyrkjeverje", "skrivar", "secretariat"),
        ("Tor Sand", "Kyrkjegardsarbeidar", None, "present"),
    ]


GROUPED = """MØTEPROTOKOLL

Ungdomsrådet

Dato: 12.03.2024
Møtested: Fylkeshuset

Til stede: Kari Berg, Ola Vik, Per Moe

Saksliste

Vedtakssaker
Sak 1/24 Ungdomskort
Sak 2/24 Budsjett

Orienteringssaker:
Sak 3/24
Diskusjonssaker
Sak 4/24 Kollektivtrafikk

Sak 1/24 Ungdomskort

Vedtak: Kortet innføres.

Sak 2/24 Budsjett

Vedtak: Budsjettet vedtas.

Sak 3/24
Diskusjonssaker

Saken ble drøftet.

Sak 4/24 Kollektivtrafikk

Rådet ble orientert.
"""


def test_a_heading_over_cases_tells_the_type_of_each() -> None:
    """Until the next such heading; right under a number it is that case's title."""
    found = meeting(GROUPED)
    assert [(c.number, c.title, c.type_label) for c in found.cases] == [
        ("1/24", "Ungdomskort", "Vedtakssaker"),
        ("2/24", "Budsjett", "Vedtakssaker"),
        ("3/24", "Diskusjonssaker", "Orienteringssaker"),
        ("4/24", "Kollektivtrafikk", "Orienteringssaker"),
    ]


WEB = """Styremøte 2. september 2024

Det blir halde styremøte i Helse Fjell onsdag 2. september.

Onsdag 2. september - tidsplan for møte:
Møtestad: Fjell Hotell
Kl. 09:00-11:10:   Fellesmøte mellom styret i Helse Nord RHF og styret i Helse Fjell HF

Sakliste

 • Sak 046/2024
   Godkjenning av protokoll frå styremøte i Helse Fjell HF 19.06.2024
 • Sak 047/2024
   Administrerande direktør si orientering
 • Sak 048/2024
   Rapportering frå verksemda per juli 2024
"""


def test_the_items_of_an_agenda_on_a_page_of_the_web_are_its_cases() -> None:
    """Day, place, the list's heading and more than two cases make it a notice; the items' bullets are no text."""
    found = meeting(WEB)
    assert (found.kind, str(found.date), found.place) == ("notice", "2024-09-02", "Fjell Hotell")
    assert [(case.number, case.title) for case in found.cases] == [
        ("046/2024", "Godkjenning av protokoll frå styremøte i Helse Fjell HF 19.06.2024"),
        ("047/2024", "Administrerande direktør si orientering"),
        ("048/2024", "Rapportering frå verksemda per juli 2024"),
    ]
    assert document(WEB.replace("Sakliste\n", "")).meetings == ()


def test_numbers_behind_bullets_are_other_cases_where_a_case_has_none() -> None:
    """A list of what was treated before stands within a case."""
    found = minutes("Sak 3/24 Budsjett\n\n• Sak 1/23 Plan\n• Sak 2/23 Ny plan\n\nVedtak:\nBudsjettet vedtas.\n")
    assert [case.number for case in found.cases] == ["3/24"]


def test_an_entry_that_stands_where_a_paper_begins_is_one() -> None:
    """The agenda's `11.3` begins in the very line that is the top of the paper below: both have one place."""
    found = document(
        "Arkivsaknr: 2024/902-6\nSaksbehandler: Silje Brun\nSak 11/16 Orientering fra rådsleder\n"
        "11.3  Medlemmer i rådet\nSak 11/16 Orientering fra rådsleder\nSak 11.3\n"
    )
    assert [(case.number, case.title) for each in found.meetings for case in each.cases] == [
        ("11/16", "Orientering fra rådsleder")
    ]


LISTED = """PROTOKOLL FRA FORETAKSMØTE I HAVN HF

Møtedato: 12.03.2024

Til stede: Kari Berg, Ola Vik, Per Moe

Saksliste:
1. Foretaksmøtet konstitueres
2. Dagsorden
3. Valg av revisor for
   foretaket
4. Øvrige saker

Sak 1: Foretaksmøtet konstitueres

Vedtak:
Foretaksmøtet er lovlig satt.

Sak 2: {title}

Vedtak:
Dagsorden godkjennes.
"""


def test_an_agenda_of_ordinals_over_cases_that_a_word_tells() -> None:
    """`3. Title` on the agenda is a case of its own where `Sak 1: Title` and `Sak 2: Title` alone have been treated."""
    found = meeting(LISTED.format(title="Dagsorden"))
    assert [(c.number, c.title, len(c.decisions)) for c in found.cases] == [
        ("3", "Valg av revisor for foretaket", 0),
        ("4", "Øvrige saker", 0),
        ("1", "Foretaksmøtet konstitueres", 1),
        ("2", "Dagsorden", 1),
    ]
    assert [f.code for f in document(LISTED.format(title="Dagsorden")).findings] == ["GD208", "GD208"]


def test_people_between_an_agenda_and_the_first_case_treated() -> None:
    """Lists below the agenda are of the meeting: no text of the agenda's last case, which nobody treated."""
    there = "Til stede: Kari Berg, Ola Vik, Per Moe\n\n"
    text = LISTED.format(title="Dagsorden").replace(there, "").replace("Sak 1:", f"{there}Sak 1:")
    found = meeting(text)
    assert [p.name for p in found.participants] == ["Kari Berg", "Ola Vik", "Per Moe"]
    assert [(c.number, len(c.sections)) for c in found.cases] == [("3", 0), ("4", 0), ("1", 0), ("2", 0)]


def test_ordinals_over_other_cases_are_no_agenda() -> None:
    """A list that no case repeats a title of counts something else."""
    other = LISTED.format(title="Innkalling").replace("Sak 1: Foretaksmøtet konstitueres", "Sak 1: Opprop")
    assert [c.number for c in meeting(other).cases] == ["1", "2"]


def test_a_number_whose_word_ends_the_line_above_begins_no_case() -> None:
    """`jf. sak` / `HP 7/24. I den …` is told in the text, and the agenda's cases that nobody treated are read.

    A title that ends with `sak` is no such line.
    """
    found = meeting(
        "PROTOKOLL\n\nHavnerådet HR 2/24\n\nDato: 12.03.2024\n\nTil stede: Kari Berg, Ola Vik, Per Moe\n\n"
        "Saksliste\n19/24     Orienteringer\n20/24     Nytt regelverk\n21/24     Privat brygge – ny sak\n"
        "22/24     Isvakt\n\n"
        "HR 19/24 Orienteringer\nSakene ble tatt til orientering.\n\nHR 20/24 Nytt regelverk\n"
        "Gruppen for havneplan arbeider med å revidere regelverket for alle som har båt her i havna, jf. sak\n"
        "HP 7/24. I den forbindelse er det laget et forslag til nytt regelverk og til nye rutiner for alle med båt\n"
        "ved brygga om vinteren.\n"
    )
    assert [c.number for c in found.cases] == ["21/24", "22/24", "HR 19/24", "HR 20/24"]


def test_a_sentence_may_call_to_the_meeting() -> None:
    """`Det innkalles til møte i …` heads a notice as `Innkalling` does, with body, day, hour and place."""
    found = meeting(
        "Til medlemmene i samarbeidsutvalget ved Oldervik skole\n\n"
        "Det innkalles til møte i samarbeidsutvalget tirsdag 5. mars 2024 kl. 17.00 på lærerrommet.\n\n"
        "Saksliste:\n\nSak 1/24 Godkjenning av innkalling\nSak 2/24 Budsjett for skolen\nSak 3/24 Eventuelt\n"
    )
    assert (found.kind, found.body, found.place) == (MeetingKind.NOTICE, "samarbeidsutvalget", "lærerrommet")
    assert (found.date, found.start) == (datetime.date(2024, 3, 5), datetime.time(17))
    assert [(c.number, c.title) for c in found.cases][1:] == [("2/24", "Budsjett for skolen"), ("3/24", "Eventuelt")]


def test_words_under_the_agenda_make_no_case_papers() -> None:
    """A notice stays one though a sentence for everybody stands under its last case."""
    found = meeting(
        "Innkalling til styremøte i Oldervik Sykehus HF\n\nTid: Onsdag 24. april 2024 kl. 09.00\nSted: Sykehuset\n\n"
        "Saksliste\n\nSak 21/24 Godkjenning av innkalling\nSak 22/24 Eventuelt\n\nMøtet er åpent for publikum.\n"
    )
    assert found.kind is MeetingKind.NOTICE
