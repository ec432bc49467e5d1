"""Which numbers of a document are one series of cases, and which are the archive's or a repeated head."""

from __future__ import annotations

import pytest
from reading_making import document, meeting, minutes, paper

from govdocs.norwegian.numbers import head_number, parse_number

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


def test_labels_side_by_side_have_their_values_under_them() -> None:
    """A block of labels in columns gives each its value; the next paper's block is no text of the case above."""
    block = "Møtedato: 29. april 2015\nArkivnr.:           Saksbeh/tlf:                Sted/Dato:\n"
    asks = "Styret i Havna RHF inviteres til å fatte følgende vedtak:\n\nStyret i Havna RHF {}.\n\n"
    found = meeting(
        f"{block}2014/711-26/012     Kari Berg, 75 51 29 00      Bodø, 17.4.2015\n\nStyresak 38-2015     Budsjett\n\n"
        f"{asks.format('vedtar budsjettet')}{block}2015/12             Ola Vik, 75 51 29 20        Bodø, 17.4.2015\n\n"
        f"Styresak 39-2015     Regnskap\n\n{asks.format('godkjenner regnskapet')}"
    )
    assert [(each.number, each.archive_number) for each in found.cases] == [
        ("38-2015", "2014/711-26/012"),
        ("39-2015", "2015/12"),
    ]
    assert [each.case_officers[0][:8] for each in found.cases] == ["Kari Ber", "Ola Vik"]
    assert [d.text for each in found.cases for d in each.decisions] == [
        "Styret i Havna RHF vedtar budsjettet.",
        "Styret i Havna RHF godkjenner regnskapet.",
    ]


def test_a_title_may_stand_over_the_table_that_gives_the_number() -> None:
    """Where no title follows the table of bodies and days, the line above it is the title."""
    table = (
        "Behandles i utvalg                  Møtedato      Saknr\n"
        "Kontrollutvalget i Havna kommune    27.04.2017    {}\n\n"
    )
    facts = "Saksbehandler    Kari Berg\nArkivkode        FE - 033\nArkivsaknr       17/2-1\n\n"
    asks = (
        "Sekretariatets innstilling\nKontrollutvalget tar saken til orientering.\n\nSaksutredning\nSaken er kort.\n\n\n"
    )
    found = meeting(
        f"Tilsyn med byggesak\n\n{table.format('16/17')}{facts}{asks}"
        f"Møteplan for høsten\n\n{table.format('17/17')}{facts}{asks}"
    )
    assert [(each.number, each.title, each.archive_number) for each in found.cases] == [
        ("16/17", "Tilsyn med byggesak", "17/2-1"),
        ("17/17", "Møteplan for høsten", "17/2-1"),
    ]


def test_a_list_of_cases_within_a_case_is_no_series_of_its_own() -> None:
    """The agenda that one case puts forward names the others; each of them has its own place."""
    names = ("Sakliste", "Regnskap", "Budsjett")
    listed = "\n".join(f"Sak {n}-2015   {name}      Side {n}" for n, name in enumerate(names, 38))
    cases = "".join(
        f"Styresak {n}-2015     {name}\n\n{listed if n == 38 else 'Saken ble drøftet i styret.'}\n\n"
        f"Vedtak:\n\n{name} vedtas.\n\n"
        for n, name in enumerate(names, 38)
    )
    found = minutes(cases)
    assert [(each.number, each.title, [d.text for d in each.decisions]) for each in found.cases] == [
        (f"{n}-2015", name, [f"{name} vedtas."]) for n, name in enumerate(names, 38)
    ]


@pytest.mark.parametrize("heading", ["Møteprotokoll", "Saker fra direktøren"])
def test_a_heading_over_the_next_case_is_no_end_of_a_decision(heading: str) -> None:
    """A line alone behind a gap, where the decision has ended and the next case begins below, heads that."""
    found = minutes(f"Sak 1/24 Plan\n\nVedtak:\nPlanen vedtas.\n\n\n{heading}\n\nSak 2/24 Kart\n\nVedtak:\nJa.\n")
    assert [d.text for each in found.cases for d in each.decisions] == ["Planen vedtas.", "Ja."]


def test_times_are_no_numbers_of_cases() -> None:
    """`Beslutningssak 10:00-10:05` is a type of case and its time."""
    found = minutes(
        "1/2014 Godkjenning av innkalling\nBeslutningssak 10:00-10:05\nVedtak: Innkallingen godkjennes.\n\n"
        "2/2014 Nettverk\nDiskusjonssak 10:05-10:50\nVedtak: Nettverket styrkes.\n\n12:00-13:00 Lunsj\n\n"
        "3/2014 Eventuelt\nIngen saker.\n"
    )
    assert [(each.number, each.type_label) for each in found.cases] == [
        ("1/2014", "Beslutningssak"),
        ("2/2014", "Diskusjonssak"),
        ("3/2014", None),
    ]
    assert [d.text for d in found.cases[1].decisions] == ["Nettverket styrkes."]


@pytest.mark.parametrize("code", ["ST 2010/{}", "Ko-{}/12", "OS-{}/17", "S {}/17", "HFL {}/2017"])
def test_codes_of_bodies(code: str) -> None:
    """Any short code before a number tells a series."""
    found = minutes("".join(f"{code.format(n)} Regnskap\n\nVedtak:\nRegnskapet godkjennes.\n\n" for n in (10, 11)))
    assert [each.number for each in found.cases] == [code.format(10), code.format(11)]


def test_a_series_may_have_its_code_before_the_word_and_a_blank_behind_one_letter() -> None:
    """`FR-HUM sak 26/09` and `T 1/21` are numbers of series; `T 12-16` is none."""
    assert [hit.number if (hit := head_number(text)) else None for text in ("FR-HUM sak 26/09 Valg", "T 1/21 Val")] == [
        "FR-HUM sak 26/09",
        "T 1/21",
    ]
    assert head_number("T 12-16 Tekst") is None


def test_a_school_year_is_part_of_the_number() -> None:
    """`Sak 7/24-25` counts within a school year; two years that do not follow each other are none."""
    hit = head_number("Sak 7/24-25: Elevundersøkelsen")
    assert hit is not None
    assert (hit.number, hit.rest) == ("7/24-25", "Elevundersøkelsen")
    assert (parse_number("7/24-25").sequence, parse_number("7/24-25").year) == (7, None)
    other = head_number("Sak 7/12-16: Elevundersøkelsen")
    assert other is None or other.number != "7/12-16"


def test_an_attachment_called_after_its_case_is_no_case_among_bare_numbers() -> None:
    """`Sak 2/2017 …` right under `Vedlegg:` is a paper where the cases themselves have a number without a word."""
    text = """1/2017 Godkjenning av innkalling
Forslag til vedtak:
Innkallingen godkjennes.

2/2017 Felles nettverk
Vedlegg:
Sak 2/2017 Felles nettverk

3/2017 Eventuelt
Ingen saker.
"""
    found = minutes(text).cases
    assert [case.number for case in found] == ["1/2017", "2/2017", "3/2017"]
    assert [each.title for each in found[1].attachments] == ["Sak 2/2017 Felles nettverk"]


def test_minutes_without_a_day_or_a_heading_are_told_by_who_was_there_and_what_was_decided() -> None:
    """A list of those present over cases with decisions is enough; over other text it is not."""
    text = "Til stede:\n\nKari Berg, Nes kommune (leder)\n\nOla Vik, Nordvik havn\n\nMøte i Kystrådet (04/24)\n\n{}"
    cases = "Sak 1/24 Naust\n\n{0} Naustet vernes.\n\nSak 2/24 Brygger\n\n{0} Bryggene males.\n"
    found = meeting(text.format(cases.format("Vedtak:")))
    assert (found.number, found.date, len(found.participants), len(found.cases)) == ("04/24", None, 2, 2)
    assert document(text.format(cases.format("Tanke:"))).meetings == ()


def test_titles_under_ordinals_may_end_with_a_full_stop() -> None:
    """`2. Godkjenning av forrige protokoll.` goes on with the cases that ordinals count."""
    found = minutes(
        "1. Innkalling\nIngen kommentarer.\n\n2. Godkjenning av forrige protokoll.\nIngen kommentarer.\n\n"
        "3. Informasjon\nRektor orienterte om året.\n\n4. Regnskap\nRegnskapet ble lagt fram.\n"
    )
    assert [(c.number, c.title) for c in found.cases] == [
        ("1", "Innkalling"),
        ("2", "Godkjenning av forrige protokoll."),
        ("3", "Informasjon"),
        ("4", "Regnskap"),
    ]


def test_reports_under_a_case_leave_the_next_series_alone() -> None:
    """`M 24/42` under `Skriv, meldingar` is of that case, and `FR 24/49`, which the agenda has too, stands alone."""
    found = minutes(
        "Saker:\nSR 24/43 Godkjenning av innkalling\nSR 24/45 Skriv, meldingar og drøftingar\n"
        "FR 24/49 Nytt gjerde\n\n"
        "SR 24/43 Godkjenning av innkalling\n\nVedtak:\nInnkallinga vert godkjend.\n\n"
        "SR 24/45 Skriv, meldingar og drøftingar\n\nFølgjande er lagt fram:\n"
        "M 24/42 Kyrkjelydsutvalet: Referat\nM 24/43 Kontaktmøte med kommunen\n\nVedtak:\nMeldingane er tekne.\n\n"
        "FR 24/49 Nytt gjerde\n\nVedtak:\nGjerdet vert bygd.\n"
    )
    assert [(c.number, [sub.number for sub in c.subcases], [d.text for d in c.decisions]) for c in found.cases] == [
        ("SR 24/43", [], ["Innkallinga vert godkjend."]),
        ("SR 24/45", ["M 24/42", "M 24/43"], ["Meldingane er tekne."]),
        ("FR 24/49", [], ["Gjerdet vert bygd."]),
    ]
