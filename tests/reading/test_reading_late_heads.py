"""Heads as boards and councils write them: days cut in two, lists behind the agenda, years that stand elsewhere."""

from __future__ import annotations

import datetime

import pytest
from reading_making import document, head, meeting, minutes


@pytest.mark.parametrize(
    "heading",
    [
        "Referat fra møte i Programrådet for fiskerifag torsdag 7.\nmars 2024",
        "Referat fra møte i Programrådet for fiskerifag torsdag 7. mars\n2024",
    ],
    ids=["month", "year"],
)
def test_a_day_cut_in_two_by_the_line(heading: str) -> None:
    """A heading that ends within a day goes on in the next line, and its day and body are read."""
    found = head(f"{heading}\n\nTil stede: Kari Berg, Ola Vik og Per Moe\n")
    assert (found.date, found.body) == (datetime.date(2024, 3, 7), "Programrådet for fiskerifag")


def test_a_body_whose_name_begins_with_an_abbreviation() -> None:
    """`ph.d.-programstyret` is a body as well as `programstyret` is."""
    found = head(
        "Referat fra møtet i ph.d.-programstyret ved Fiskerifakultetet 7. mars 2024\n\nTil stede: Kari Berg, Ola Vik\n"
    )
    assert found.body == "ph.d.-programstyret ved Fiskerifakultetet"


def test_minutes_need_no_numbered_case() -> None:
    """A heading, a day and a list of those present make minutes; who was there is not lost for want of numbers."""
    (found,) = document(
        "Referat fra møte i Fiskerirådet 7. mars 2024\n\nTil stede: Kari Berg, Ola Vik og Per Moe\n\n"
        "Rådet drøftet året som gikk.\n"
    ).meetings
    assert [p.name for p in found.participants] == ["Kari Berg", "Ola Vik", "Per Moe"]
    assert found.cases == ()


def test_those_present_may_stand_behind_the_agenda() -> None:
    """Lists behind the whole agenda belong to the head, and not to the last case of the agenda."""
    found = meeting(
        "PROTOKOLL FRÅ STYREMØTE I HELSE NES RHF\n\nTid: Torsdag 7. mars 2024, kl 0830 – kl 1600\nStad: Nes hotell\n\n"
        "Saker:\n\nSak 001/24 B   Godkjenning av innkalling\nSak 002/24 O   Orientering\nSak 003/24     Eventuelt\n\n"
        "Deltakarar frå styret:\n\nKari Berg\nOla Vik\nPer Moe\n\n"
        "Deltakarar frå administrasjonen:\n\nAdministrerande direktør Inga Haug\nRådgivar Nina Dal (ref)\n"
    )
    assert [(p.name, p.status.value, p.title) for p in found.participants] == [
        ("Kari Berg", "present", None),
        ("Ola Vik", "present", None),
        ("Per Moe", "present", None),
        ("Inga Haug", "present", "Administrerande direktør"),
        ("Nina Dal", "secretariat", "Rådgivar"),
    ]
    assert [(c.number, c.sections) for c in found.cases][-1] == ("003/24", ())


def test_a_year_that_only_the_numbers_tell() -> None:
    """The day lacks its year: that of the meeting's number is taken where the weekday fits, and no other."""
    text = "PROTOKOLL MØTE I REGIONRÅDET\n\nMøte: 6/2024\nTid: {} 7. mars kl. 09:00\n\nTil stades: Kari Berg, Ola Vik\n"
    assert head(text.format("Torsdag")).date == datetime.date(2024, 3, 7)
    assert head(text.format("Fredag")).date is None


def test_an_agenda_in_front_of_papers_belongs_to_them() -> None:
    """The front page with day, place and agenda, though no word names it, is the head of the papers behind it."""
    front = "Styremøte nr. 6/2024\n\nTid: Torsdag 7. mars 2024, kl 11.00\nSted: Møterom 4\n\nSaksliste\n\n"
    papers = ""
    for n in (67, 68, 69):
        front += f"Sak STY {n}/24     Sak nummer {n}\n"
        papers += (
            f"\fSak STY {n}/24     Sak nummer {n}\n\nMøtedato:        07.03.2024\nSakstype:        Beslutningssak\n"
            f"Saksbehandler:   Kari Berg\n\nForslag til vedtak:\n\nStyret godkjenner sak {n}.\n"
        )
    found = meeting(front + papers)
    assert (found.number, found.place, found.date) == ("6/2024", "Møterom 4", datetime.date(2024, 3, 7))
    assert [len(case.decisions) for case in found.cases] == [1, 1, 1]


@pytest.mark.parametrize(
    "text",
    [
        "Referat fra møte i Fiskerirådet\n\nTorsdag 7. mars 2024\nKl. 15.30 – 18.30\nNes hotell, Sundby,\n\n{}",
        "PROTOKOLL fra møte i Fiskerirådet 7.3.2024.  Møtet ble holdt i Nes hotell,\n"
        "Sundby og varte fra kl. 1530-1830.\n\n{}",
        "Referat fra møte i Fiskerirådet 7. mars 2024 kl. 15.30 – 18.30 ved\nNes hotell, Sundby\n\n{}",
    ],
    ids=["line", "sentence", "behind the hours"],
)
def test_a_place_without_a_label(text: str) -> None:
    """The place stands on the line under day and hours, in a sentence that tells the hours too, or behind the hours."""
    found = head(text.format("Til stede: Kari Berg, Ola Vik\n"))
    assert (found.place, found.start, found.end) == ("Nes hotell, Sundby", datetime.time(15, 30), datetime.time(18, 30))


def test_a_place_behind_the_day_in_the_heading() -> None:
    """`… 7. mars 2024 i Rådhuset` needs no hours; the place goes on in the next line."""
    found = head("Referat fra møte i Fiskerirådet 7. mars 2024 i Nes\nsekretariat\n\nTil stede: Kari Berg, Ola Vik\n")
    assert (found.body, found.place) == ("Fiskerirådet", "Nes sekretariat")


def test_a_body_behind_the_label_of_the_meeting() -> None:
    """`MØTE: Høgskolestyret` names the body, where a number may stand too."""
    found = head("REFERAT\n\nMØTE: Høgskolestyret\nDATO: 7. mars 2024\nDELTAKERE: Kari Berg, Ola Vik\n")
    assert (found.body, found.number) == ("Høgskolestyret", None)


def test_a_sentence_calls_a_body_in_small_letters() -> None:
    """`Det innkalles til møte i avdelingsstyret for …`: the body may be written small."""
    found = meeting(
        "MØTEINNKALLING\n\nDet innkalles til møte i avdelingsstyret for Avdeling for fiskerifag\n\n"
        "TID: Torsdag 7. mars kl. 12.00\nSTED: Møterom 4\n\nSAKSLISTE\n\nSak 34/24 Budsjett\nSak 35/24 Eventuelt\n"
    )
    assert found.body == "avdelingsstyret for Avdeling for fiskerifag"


def test_a_form_whose_number_has_no_colon() -> None:
    """`Styresak 009/24 B   Styremøte 07.03.2024` under the facts: title and day come from the form, and no member."""
    found = meeting(
        "Styresak\n\nGår til:        Styremedlemmer\nFøretak:        Helse Nes RHF\nDato:           01.03.2024\n"
        "Sakhandsamar:   Kari Berg\nSaka gjeld:     Nytt brukarutval\n\n"
        "Styresak 009/24 B                   Styremøte 07.03.2024\n\n\nForslag til vedtak\n\n"
        "Styret godkjenner utvalet.\n"
    )
    assert (found.date, found.body, found.participants) == (datetime.date(2024, 3, 7), "Helse Nes RHF", ())
    assert [(c.number, c.title, c.case_officers) for c in found.cases] == [
        ("009/24 B", "Nytt brukarutval", ("Kari Berg",))
    ]


def test_a_notice_has_nobody_present() -> None:
    """Those whom a notice names are called to the meeting, which has not been held."""
    found = meeting(
        "MØTEINNKALLING\n\nKontrollutvalget\n\nDato: 7. mars 2024\nSted: Rådhuset\n\n"
        "Medlemmer: Kari Berg (leder), Ola Vik, Per Moe\n\nSAKSLISTE\n\nSak 34/24 Budsjett\nSak 35/24 Eventuelt\n"
    )
    assert [(p.name, p.status.value) for p in found.participants] == [
        ("Kari Berg", "invited"),
        ("Ola Vik", "invited"),
        ("Per Moe", "invited"),
    ]


def test_what_is_approved_before_the_first_number_is_a_case() -> None:
    """A title of an approval right over what decides is a case without a number; over other titles it is none."""
    found = minutes(
        "Saksliste\nGodkjenning av innkalling\nBudsjett for året\n\n"
        "Godkjenning av innkalling\nInnkallingen ble godkjent.\n\n"
        "Sak 1/24 Budsjett for året\n\nVedtak:\nBudsjettet vedtas.\n"
    )
    assert [(c.number, c.title, [d.text for d in c.decisions]) for c in found.cases] == [
        (None, "Godkjenning av innkalling", ["Innkallingen ble godkjent."]),
        ("1/24", "Budsjett for året", ["Budsjettet vedtas."]),
    ]
    assert [p.name for p in found.participants] == ["Kari Berg", "Ola Vik"]


def test_an_approval_with_a_colon_is_no_case() -> None:
    """`Godkjenning av innkalling:` over its answer is a fact of the head."""
    found = minutes(
        "Godkjenning av innkalling:\nInnkallingen ble godkjent.\n\nSak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n"
    )
    assert [c.number for c in found.cases] == ["1/24"]
