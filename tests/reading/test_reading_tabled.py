"""Cases whose number stands in a small table at the title."""

from __future__ import annotations

import pytest
from reading_making import HEAD, meeting

from govdocs.model import DecisionKind

AGENDA = """Saksliste
Sak 10/24   Godkjenning av innkalling
Sak 11/24   Ny orgeltrapp
"""


def adopted(text: str) -> dict[str, tuple[str, list[str]]]:
    """Return title and adopted decisions of each case."""
    return {
        case.number: (case.title, [d.text for d in case.decisions if d.kind is DecisionKind.ADOPTED])
        for case in meeting(text).cases
    }


WANTED = {
    "10/24": ("GODKJENNING AV INNKALLING", ["Innkallingen godkjennes."]),
    "11/24": ("NY ORGELTRAPP PR 01.09.2024", ["Trappen bygges."]),
}


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "Utvalg         Møtedato      Saknr     Saksbeh.\nFellesrådet    12.03.2024    10/24     kbe",
            "Utvalg         Møtedato      Saknr     Saksbeh.\nFellesrådet    12.03.2024    11/24     kbe",
        ),
        (
            "Utvalg Møtedato Saknr Saksbeh.\nFellesrådet 12.03.2024 10/2024 kbe",
            "Utvalg Møtedato Saknr Saksbeh.\nFellesrådet 12.03.2024 11/2024 kbe",
        ),
        (
            "Utvalg\nMøtedato\nSaknr\nFellesrådet\n12.03.2024\n10/24",
            "Utvalg\nMøtedato\nSaknr\nFellesrådet\n12.03.2024\n11/24",
        ),
        (
            "ARKIV      SAKS-         MØTE-        SAK\nNR.        HANDSAMAR     DATO         NR.\n"
            "033        KB            12.03.2024   10/24",
            "ARKIV      SAKS-         MØTE-        SAK\nNR.        HANDSAMAR     DATO         NR.\n"
            "151        KB            12.03.2024   11/24",
        ),
    ],
    ids=["gaps", "blanks", "line by line", "two lines"],
)
def test_a_number_on_the_agenda_and_in_a_table_is_one_case_at_the_table(first: str, second: str) -> None:
    """The case is where the table is, however the table is set; a day in a title makes no row of it."""
    text = f"""{HEAD}
{AGENDA}
Vi bekrefter med våre underskrifter at møteboken er riktig.

                  BERG KIRKELIGE FELLESRÅD
{first}

GODKJENNING AV INNKALLING

Vedtak:
Innkallingen godkjennes.

                  BERG KIRKELIGE FELLESRÅD
{second}

NY ORGELTRAPP PR 01.09.2024

Vedtak:
Trappen bygges.
"""
    found = adopted(text)
    assert {number.replace("2024", "24"): each for number, each in found.items()} == WANTED


def test_a_bare_number_over_its_own_table_heads_the_case() -> None:
    """`79/24 Title` needs no word where the table right below has the number again; the agenda's others are cases."""
    text = f"""{HEAD}
SAKSLISTE                                                Side
79/24     Innkalling til møte                               1
80/24     Referatsaker                                      2
81/24     Boligordning                                      3

79/24 Innkalling til møte 12.-13. mars 2024

Behandlet av                    Møtedato        Saksnr
1 Formannskapet                 12.03.2024      79/24

Formannskapets vedtak
Innkallingen godkjennes.

81/24 Boligordning for ansatte - justeringer

Behandlet av                    Møtedato        Saksnr
1 Formannskapet                 13.03.2024      81/24

Formannskapets vedtak
Boplikten oppheves.
"""
    assert adopted(text) == {
        "79/24": ("Innkalling til møte 12.-13. mars 2024", ["Innkallingen godkjennes."]),
        "80/24": ("Referatsaker", []),
        "81/24": ("Boligordning for ansatte - justeringer", ["Boplikten oppheves."]),
    }


def test_a_case_officer_under_the_number_is_not_the_title() -> None:
    """A second table of officer and archive number may stand between the number's table and the title."""
    found = meeting("""Innkalling
Ungdomsrådet

Møtedato: 20.02.2023
Møtestad: Kulturhuset

Sakliste

Saknr Tittel
004/23 Godkjenning av innkalling
005/23 Høyring om skulebruk

SAKSPAPIR

Saksnr Utval Type Dato
004/23 Ungdomsrådet PS 20.02.2023

Saksbehandlar ArkivsakID
Kari Berg 23/118

Godkjenning av innkalling

Forslag til vedtak:
Innkallinga vert godkjend.

SAKSPAPIR

Saksnr Utval Type Dato
005/23 Ungdomsrådet PS 20.02.2023

Saksbehandlar ArkivsakID
Ola Vik 22/3071

Høyring om skulebruk

Forslag til vedtak:
Planen vert støtta.
""")
    assert [(c.number, c.title, c.case_officers, c.archive_number) for c in found.cases] == [
        ("004/23", "Godkjenning av innkalling", ("Kari Berg",), "23/118"),
        ("005/23", "Høyring om skulebruk", ("Ola Vik",), "22/3071"),
    ]
    assert found.body == "Ungdomsrådet"


def test_a_day_with_the_bodys_name_heads_what_the_body_did() -> None:
    """`12.12.2022 UNGDOMSRÅDET` ends the proposal above it."""
    text = f"""{HEAD}
028/22: Godkjenning av innkalling

Forslag til vedtak:
Innkallinga vert godkjend

12.12.2022 UNGDOMSRÅDET
Samrøystes.

UR- 028/22 VEDTAK:
Innkallinga vert godkjend.

029/22: Budsjett

UR- 029/22 VEDTAK:
Budsjettet vert vedteke.
"""
    first = meeting(text).cases[0]
    assert [d.text for d in first.decisions] == ["Innkallinga vert godkjend", "Innkallinga vert godkjend."]


def test_the_next_item_of_the_cases_own_list_ends_a_decision() -> None:
    """`b)` is no part of the decision on `a)`; empty labels at the end of a paper give nothing."""
    text = f"""{HEAD}
SAK 1
Godkjenning av innkalling og spørsmål om inhabilitet

a) Godkjenning av innkalling.

Vedtak: Innkallingen godkjennes.

b) Eventuell inhabilitet.

Vedtak: Ingen er inhabile.

c) Eventuelt. En sak.

SAK 2
Årsplan

Vedtak: Årsplanen godkjennes.
"""
    first = meeting(text).cases[0]
    assert [d.text for d in first.decisions] == ["Innkallingen godkjennes.", "Ingen er inhabile."]


def test_what_a_body_does_is_a_decision_where_the_vote_on_it_follows() -> None:
    """`Styret oppnevner …` and `Enstemmig.` under it decide; without a vote the sentence only tells."""
    text = f"""{HEAD}
Sak 1/24 Oppnevning av komité

Kollegiet oppnevner Mia Dal som leder av komiteen.

Enstemmig.

Sak 2/24 Om ordningen

Kollegiet oppnevner leder hvert tredje år.

Komiteen har fem medlemmer.
"""
    first, second = meeting(text).cases
    assert [(d.text, d.inferred) for d in first.decisions] == [
        ("Kollegiet oppnevner Mia Dal som leder av komiteen.", True)
    ]
    assert second.decisions == ()


def test_a_paper_begins_under_its_agenda() -> None:
    """Empty `Behandling:` and `Vedtak:` hold nothing of the next paper, and `Saksframlegg:` is no proposal."""
    paper = """
ARKIV      SAKS-         MØTE-        SAK
NR.        BEHANDLER     DATO         NR.
033        KB            12.03.2024   {number}

{title}

Saksdokumenter:
- Notat om {number}

Saksframlegg:
Saken er lagt fram.

Forslag til vedtak:
{number} vedtas.

Behandling:

Kontrollutvalgets vedtak:
"""
    found = meeting(
        "Innkalling\nKontrollutvalget i Berg kommune\n\nMøtedato: 12.03.2024\nSted: Rådhuset\n\nSaksliste\n\n"
        "01/2024    Årsmelding for utvalget\n02/2024    Møteplan\n"
        + paper.format(number="01/2024", title="Årsmelding for utvalget")
        + paper.format(number="02/2024", title="Møteplan for året")
    )
    assert [
        (c.number, c.title, [d.text for d in c.decisions], [a.title for a in c.background_documents])
        for c in found.cases
    ] == [
        ("01/2024", "Årsmelding for utvalget", ["01/2024 vedtas."], ["Notat om 01/2024"]),
        ("02/2024", "Møteplan for året", ["02/2024 vedtas."], ["Notat om 02/2024"]),
    ]


def test_an_approval_with_remarks_holds_the_remarks() -> None:
    """A sentence that decides and ends with a colon goes on in what it announces."""
    text = f"""{HEAD}
Sak 1/24 Godkjenning av referat

Referatet ble godkjent med følgende merknader:
Andre avsnitt skal lyde «Utvalget får uttale seg».

Sak 2/24 Eventuelt

Ingen saker.
"""
    first = meeting(text).cases[0]
    assert [d.text for d in first.decisions] == [
        "Referatet ble godkjent med følgende merknader: Andre avsnitt skal lyde «Utvalget får uttale seg»."
    ]


PAIRED = """INNKALLING

Utvalg: Kontrollutvalget
Møtested: Rådhuset
Dato: 12.03.2024

Saksliste
10/24   Godkjenning av innkalling
11/24   Ny revisor med en tittel som fyller hele linjen helt ut til høyre marg på siden
12/24   Eventuelt

Saksnr. utvalg   Utvalg                 Møtedato
10/24            Kontrollutvalget       12.03.2024

Arkiv            Saksbehandler
                 Kari Berg

Godkjenning av innkalling

Forslag til vedtak:
(Kontrollutvalget gjør endelig vedtak)

Innkallingen godkjennes.
"""


def test_a_second_table_over_the_title_names_the_officer() -> None:
    """An empty column has no value, the other has its own below it, and the title is neither."""
    found = {case.number: case for case in meeting(PAIRED).cases}
    assert (found["10/24"].title, found["10/24"].case_officers) == ("Godkjenning av innkalling", ("Kari Berg",))
    assert [found["10/24"].decisions[0].text, found["12/24"].title] == ["Innkallingen godkjennes.", "Eventuelt"]


def test_a_row_of_number_body_and_code_stands_over_the_title() -> None:
    """The title is below the row and its second line, which has the archive's number."""
    text = f"""{HEAD}
Saknr     Tittel
10/24     Godkjenning av innkalling
11/24     Ny orgeltrapp
10/24         Formannskapet                    PS
              Kari Berg                        24/1204

Godkjenning av innkalling

Vedtak:
Innkallingen godkjennes.
11/24         Formannskapet                    PS
              Kari Berg                        24/1204

Ny orgeltrapp

Vedtak:
Trappen bygges.
"""
    wanted = {
        "10/24": ("Godkjenning av innkalling", ["Innkallingen godkjennes."]),
        "11/24": ("Ny orgeltrapp", ["Trappen bygges."]),
    }
    assert adopted(text) == wanted


def test_facts_may_stand_between_a_numbered_title_and_its_table() -> None:
    """Number and title top the paper, then the archive's labels, which may end in a full stop, then the table."""
    paper = (
        "{number} {title}\n\nArkivsak-dok.   24/00786-2\nArkivkode.\nSaksbehandler   Kari Berg\n\n"
        "Saksgang                               Møtedato      Saknr\n"
        "1 Læringsmiljøutvalet                  22.10.2024    {number}\n\n"
        "Framlegg til vedtak:\nUtvalet godkjenner saka.\n"
    )
    texts = [
        paper.format(number="14/24", title="Godkjenning av møtebok"),
        paper.format(number="15/24", title="Ny leiar"),
    ]
    found = meeting("MØTEINNKALLING\nLæringsmiljøutvalet\n\nDato: 22.10.2024\n\n\f" + "\f".join(texts))
    assert [(case.number, case.title) for case in found.cases] == [
        ("14/24", "Godkjenning av møtebok"),
        ("15/24", "Ny leiar"),
    ]
