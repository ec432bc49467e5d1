"""Heads whose labels stand apart from their values."""

from __future__ import annotations

from datetime import date

from reading_making import document, meeting

from govdocs.model import ParticipantStatus as Status

HEAD = """BERG SKOLE
MØTEREFERAT
SKOLEMILJØUTVALGET
Møtedato:
Sted:
Til stede:
Meldt frafall:
Referent:

22.01.2024
{place}Kari Berg, Ola Vik,
Mia Dal
Per Lund, Siv Moe
Kari Berg

Saksliste
Sak 7/23-24: Godkjenning av referat
Vedtak: Referatet godkjennes.

Sak 8/23-24: Trafikken ved skoleporten
o

FAU har telt 86 biler.
Vedtak:

Kopi sendes: FAU
"""


def test_values_follow_in_the_order_of_the_labels_above_them() -> None:
    """All labels first, then all values: each value is its label's, and a list goes on behind a comma."""
    found = meeting(HEAD.format(place="Personalrommet\n"))
    assert (found.date, found.place) == (date(2024, 1, 22), "Personalrommet")
    assert {p.name: p.status for p in found.participants} == {
        "Kari Berg": Status.SECRETARIAT,
        "Ola Vik": Status.PRESENT,
        "Mia Dal": Status.PRESENT,
        "Per Lund": Status.ABSENT,
        "Siv Moe": Status.ABSENT,
    }
    assert [(c.title, [d.text for d in c.decisions]) for c in found.cases] == [
        ("Godkjenning av referat", ["Referatet godkjennes."]),
        ("Trafikken ved skoleporten", []),
    ]


def test_nothing_is_told_where_a_value_is_lacking() -> None:
    """One value too few: no value is given to a label by a guess."""
    found = document(HEAD.format(place="")).meetings
    assert all(each.place is None for each in found)


def test_labels_in_the_margin_head_the_text_beside_them() -> None:
    """Labels without a colon in a column of their own, one of them over two lines, and the heading beside a label."""
    found = meeting("""Formål           Referat fra møte i Rådet for prøver

Dato, sted       Mandag 2. juni 2024 kl. 10.00 – 16.30, Berg hotell, Vik

Deltakere        Kari Berg, rektor, Vik skole
                 Ola Vik, lærer, Vik skole

Fra              Mia Dal, rådgiver, Berg kommune
sekretariatet    Per Lund, rådgiver, Berg kommune

Forfall          Siv Moe, dekan, Vik universitet

14-24            Beslutningssak
                 Godkjenning av referat

                 Referatet ble godkjent.

15-24            Diskusjonssak
                 Kombinerte stillinger

                 Vedtak:
                 Rådet lager en mal.
""")
    assert (found.body, found.date, found.place) == ("Rådet for prøver", date(2024, 6, 2), "Berg hotell, Vik")
    assert {p.name: p.status for p in found.participants} == {
        "Kari Berg": Status.PRESENT,
        "Ola Vik": Status.PRESENT,
        "Mia Dal": Status.SECRETARIAT,
        "Per Lund": Status.SECRETARIAT,
        "Siv Moe": Status.ABSENT,
    }
    assert [(c.number, c.type_label, c.title) for c in found.cases] == [
        ("14-24", "Beslutningssak", "Godkjenning av referat"),
        ("15-24", "Diskusjonssak", "Kombinerte stillinger"),
    ]


def test_a_place_before_the_day_and_the_hours_is_the_meetings() -> None:
    """`Rådhussalen, 15.09.2016 kl. 18.00` needs no label."""
    found = meeting(
        "Møteprotokoll\nBerg kirkelige fellesråd\n\nRådhussalen, 12.03.2024 kl. 18.00 – 21.10\n\n"
        "Til stede: Kari Berg\n\n"
        "Sak 1/24 Godkjenning av innkalling\n\nVedtak:\nInnkallingen godkjennes.\n"
    )
    assert (found.place, found.date, found.body) == ("Rådhussalen", date(2024, 3, 12), "Berg kirkelige fellesråd")


def test_an_agenda_that_calls_to_the_meeting_heads_its_papers() -> None:
    """The heading `Saksliste til styremøte` with its sentences gives body, day and place."""
    found = meeting("""Saksliste til styremøte 19. februar i Vik

Det avholdes styremøte i Helse Berg HF, 19. februar 2024 kl. 09.00.
Møtet avholdes på Vik Sykehus, møterom i administrasjonen.

Saksliste:
Sak 2/2024      Godkjenning av protokoll
Sak 3/2024      Referatsaker

Møtedato: 19. februar 2024
Saksbehandler: Kari Berg       Dato: 09.02.2024

Sak nr.: 2/2024
Navn på sak:   Protokoll fra styremøtet

Tilrådning:
Protokollen godkjennes.
""")
    assert (found.body, found.date, found.place) == (
        "Helse Berg HF",
        date(2024, 2, 19),
        "Vik Sykehus, møterom i administrasjonen",
    )
    first = next(case for case in found.cases if case.number == "2/2024")
    assert first.case_officers == ("Kari Berg",)
    assert first.title == "Protokoll fra styremøtet"
    assert [d.text for d in first.decisions] == ["Protokollen godkjennes."]
