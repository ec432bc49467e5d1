"""Which pages of a file begin another document, and which go on with the one before them."""

from __future__ import annotations

import pytest
from plans_making import only
from reading_making import HEAD, document

from govdocs import Host, Limits, Source
from govdocs.model import Document
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.pipeline import open_layout
from govdocs.reading.fronts import Opens, find_fronts

CASES = f"""{HEAD}
Sak 1/24 Budsjett for året

Vedtak:
Budsjettet vedtas.

Sak 2/24 Eventuelt

Ingen saker.
"""
PLAN = """Handlingsplan for friluftsliv
Lundvik kommune

Tiltak Ansvarlig Frist
Merke stien til Høgda Teknisk etat 2025
Reparere brua i Dalen Teknisk etat 2026
Kurs for turledere Teknisk etat 2025
"""


def fronts(*pages: str) -> list[tuple[int, Opens]]:
    """Return page and kind of the fronts behind the first page of a text."""
    layout = open_layout(Source(name="prøve.txt", data="\f".join(pages).encode()), Host.installed(), Limits())
    found = find_fronts(layout, Vocabulary.standard())
    return [(page, front.opens) for front in found if (page := layout.lines[front.line - 1].page) > 1]


def cases(found: Document) -> list[list[str]]:
    return [[each.number or "" for each in meeting.cases] for meeting in found.meetings]


@pytest.mark.parametrize(
    ("page", "opens"),
    [
        (PLAN, Opens.PLAN),
        (CASES, Opens.MEETING),
        ("Fagdag om kystferdsel\nSted: Havnesenteret\nDato: 12. oktober 2023\n\nVelkommen.\n", Opens.MEETING),
        (
            "Oppfølging av brannvern\n\nBehandles i utvalg   Møtedato   Saknr\nUtvalget   09.02.2021   4/21\n",
            Opens.MEETING,
        ),
        ("Tilstandsrapport for grunnskolen 2023\nLundvik kommune\n\nElevtallet har gått ned.\n", Opens.OTHER),
        ("Lundvik kommune\nRådhusgata 2\n\nDeres ref.: 24/1190\n\nVelforeningen\n9799 Lundvik\n", Opens.OTHER),
    ],
)
def test_a_page_begins_a_document_by_what_stands_at_its_top(page: str, opens: Opens) -> None:
    """A plan's title by its body, facts of a meeting or a case, a report's title and a letter's head begin one."""
    assert fronts(CASES, page) == [(2, opens)]


@pytest.mark.parametrize(
    "page",
    [
        "og det skal meldes fra om dette i god tid.\n\nSaken ble drøftet.\n",
        "Sak 3/24 Handlingsplan for friluftsliv\n\nVedtak:\nPlanen vedtas.\n",
        "Vedtak:\nHandlingsplan for friluftsliv vedtas.\n",
        "Rektors innstilling:\nArbeidet videreføres i tråd med planen i år. Styret\n\nLia kommune 01.02.2028\n",
        "Arbeidet videreføres i tråd med planen i år. Styret\n\nLia kommune 01.02.2028\n",
        "• Årsrapport 2023 for Lundvik kommune\n• Protokoll fra møtet 12.01.2024\n",
        "Handlingsplan for friluftsliv ble drøftet, og utvalget ba om tiltak.\n\nLundvik kommune har mange stier.\n",
        "Tiltak Ansvarlig Frist\nMerke stien til Høgda Teknisk etat 2025\nKurs for turledere Teknisk etat 2025\n",
    ],
)
def test_a_page_that_goes_on_begins_nothing(page: str) -> None:
    """The rest of a sentence, a case, a decision, a list or a table at a page's top begins no document."""
    assert fronts(CASES, page) == []


def test_a_plan_behind_minutes_ends_them() -> None:
    """A plan with title and table on pages of its own, behind the last case, is no page of the minutes."""
    found = document(f"{CASES}\f{PLAN}")
    assert cases(found) == [["1/24", "2/24"]]
    assert [(plan.title, len(plan.actions)) for plan in found.plans] == [("Handlingsplan for friluftsliv", 3)]
    assert found.plans_of(found.meetings[0]) == ()
    assert found.meetings[0].span.last < found.plans[0].span.first


def test_how_a_plan_was_made_is_told_in_the_plan() -> None:
    """A page that tells of the plan, by its name and its years, goes on with the plan and begins none."""
    told = "Arbeidet med utarbeiding av Handlingsplan for friluftsliv 2024-2027\n\nArbeidet tok to år.\n"
    assert fronts(PLAN, told) == []
    assert fronts(PLAN, told.removeprefix("Arbeidet med utarbeiding av ")) == [(2, Opens.PLAN)]


def test_a_plan_between_two_cases_is_attached_to_their_meeting() -> None:
    """A plan behind which the series of cases goes on stays inside, and cuts no case off."""
    before, last = CASES.split("Sak 2/24")
    found = document(f"{before}\f{PLAN}\fSak 2/24{last}")
    assert cases(found) == [["1/24", "2/24"]]
    assert found.plans_of(found.meetings[0]) == found.plans != ()


def test_a_table_of_measures_inside_a_case_cuts_nothing() -> None:
    """Measures that a meeting lists under a case leave the case and those behind it in the meeting."""
    table = "Tiltak Ansvar Frist\nMerke stien til Høgda Teknisk etat 2025\nReparere brua i Dalen Teknisk etat 2026\n"
    before, last = CASES.split("Sak 2/24")
    found = document(f"{before}\f{table}\nSak 2/24{last}")
    assert cases(found) == [["1/24", "2/24"]]


def test_what_ends_with_the_last_of_its_pages_is_followed_by_another_document() -> None:
    """Behind `Side 2 av 2` a page of short lines with a body's name is no page of the minutes; before it, it is."""
    other = "Turlaget Høgda\nLundvik kommune\n\nVi inviterer til tur hver søndag.\n"
    ended = [f"{CASES}\nSide 1 av 2\n", "Møtet tok en time.\n\nSide 2 av 2\n", other]
    assert fronts(*ended) == [(3, Opens.ANY)]
    assert fronts(f"{CASES}\nSide 1 av 3\n", f"{other}\nSide 2 av 3\n", "Møtet tok en time.\n\nSide 3 av 3\n") == []


def test_a_list_of_those_present_waits_for_its_meeting() -> None:
    """Minutes that begin with those present, and tell the meeting's facts on the next page, are one document."""
    present = "Til stede:\n\n" + "\n\n".join(f"Kari {letter}berg, Lundvik kommune" for letter in "ABDEFGHIJKLMNOPRSTUV")
    rest = "Møte i Kystrådet (03/24)\nDato: 12.03.2024\nSted: Rådhuset\n\n" + CASES.split("\n\n", 3)[3]
    (meeting,) = document(f"{present}\n\f{rest}").meetings
    assert len(meeting.participants) >= 20
    assert meeting.place == "Rådhuset"


def test_the_number_of_a_case_is_no_day() -> None:
    """A head alone on its page, and those present and `Sak 19/8/21` on the next, are one meeting's, and of one day."""
    body = "Nasjonalt samarbeidsutvalg for fyrstasjoner, fartøyvern og\nhavner"
    head = f"Referat Møte 8/2021\n\n{body}\nDato 24. januar 2021, kl. 08.00 – 09.45\nSted Nordvik hotell\n"
    rest = "Til stede: Kari Berg, Lundvik kommune\n\n" + "".join(
        f"Sak {n}/8/21 Vegen ved elva\n\nVedtak: Vegen blir bygd.\n\n" for n in (19, 20)
    )
    (meeting,) = document(f"{head}\f{rest}").meetings
    assert (meeting.place, [case.number for case in meeting.cases]) == ("Nordvik hotell", ["19/8/21", "20/8/21"])


def test_a_cover_is_the_plan_s_whose_title_the_next_page_bears() -> None:
    """A page that says the title of the cover before it begins no second document."""
    plan = only(
        "TRAFIKKPLAN FOR\nSOLVIK KOMMUNE\n\nHandlingsdel 2022-2025\n\n2\n\fTrafikkplan for Solvik kommune 2022-2025\n\n"
        "Tiltak                 Ansvar\nLage fortau ved skulen   Teknisk etat\nMale gangfelt i sentrum  Vegvesenet\n"
    )
    assert (plan.span.first, len(plan.actions)) == (1, 2)


def test_a_page_that_bears_nothing_but_its_number_is_no_cover() -> None:
    """Between two plans it may be the rest of the first or stand alone: the second begins behind it all the same."""
    second = PLAN.replace("friluftsliv", "kulturminne")
    assert fronts(f"{PLAN}\n\nSide 1 av 3\n", "Side 2 av 3\n", f"{second}\n\nSide 3 av 3\n") == [(3, Opens.PLAN)]
