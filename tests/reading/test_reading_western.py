"""Minutes as the western municipalities print them: counted names under parties, deputies beside the absent, routes."""

from __future__ import annotations

from reading_making import document, meeting

from govdocs.model import Meeting, ParticipantStatus

HEAD = """VIK KOMMUNE
FORMANNSKAPET

MØTEBOK

Møtedato:     15.01.2024
Møtetid:      Kl. 11:30 - 11:50
Møtestad:     Heradshuset
Saksnr.:      001/24-002/24
"""

CASES = """
SAKLISTE

Sak nr.      Sakstittel
001/24       Godkjenning av innkalling
002/24       Benker i parken

\f
VIK KOMMUNE
SAKSPAPIR

SAKSGANG
Styre, utval, komite m.m.                       Møtedato        Saksnr.
Formannskapet                                   15.01.2024      001/24

Avgjerd av: Formannskapet
Saksbehandlar: Kari Berg                        Arkiv: 033
Objekt:                                         Arkivsaknr.: 24/40-1

Godkjenning av innkalling

RÅDMANNEN SI TILRÅDING:
Innkallinga vert godkjend.

15.01.2024 FORMANNSKAPET

001/24 VEDTAK:
Innkallinga vert godkjend.

Vedtaket var samrøystes.
"""


def people(found: Meeting) -> list[tuple[str, str | None, str]]:
    return [(each.name, each.organization, each.status.value) for each in found.participants]


def test_a_case_goes_its_way_and_is_decided_under_its_own_number() -> None:
    """The table names styre, utval and komite m.m. over the bodies; `001/24 VEDTAK:` labels what was decided."""
    found = meeting(f"{HEAD}\nDesse medlemmene møtte:          Parti\nOla Vik                          Sp\n{CASES}")
    case = next(each for each in found.cases if each.number == "001/24")
    assert case.title == "Godkjenning av innkalling"
    assert [(each.kind.value, each.text) for each in case.decisions] == [
        ("proposed", "Innkallinga vert godkjend."),
        ("adopted", "Innkallinga vert godkjend."),
    ]
    assert case.decisions[1].vote is not None
    assert case.decisions[1].vote.unanimous


def test_an_empty_table_of_the_absent_names_nobody() -> None:
    """Its head ends the table above it."""
    found = meeting(
        f"{HEAD}\nDesse medlemmene møtte:          Parti\nOla Vik                          Sp\n"
        "Liv Dal                          Ap\n\n"
        f"Forfall/møtte ikkje              Parti    Følgjande varamedl. møtte          Parti\n\n{CASES}"
    )
    assert people(found) == [("Ola Vik", "Sp", "present"), ("Liv Dal", "Ap", "present")]


def test_deputies_stand_beside_the_absent_with_a_party_each() -> None:
    """The party behind the second name is the deputy's."""
    text = (
        f"{HEAD}\nForfall meldt frå følgjande medl.:    Parti    Følgjande varamedl. møtte     Parti\n"
        "Ola Vik                               AP       Liv Dal                       SV\n"
        "Per Moe                               H        Ingen\n"
        f"Permisjon frå kl.: 18:45\n\n{CASES}"
    )
    found = meeting(text)
    assert people(found) == [("Ola Vik", "AP", "absent"), ("Liv Dal", "SV", "present"), ("Per Moe", "H", "absent")]
    assert found.participants[1].substitute_for == "Ola Vik"
    assert not [each for each in document(text).findings if each.code == "GD703"]


def test_a_deputy_s_row_without_heads_names_the_one_away_and_the_party() -> None:
    """Three columns in a list of deputies: who came, for whom, of which party."""
    found = meeting(
        f"{HEAD}\nMedlemmer som møtte:\nOla Vik            AP\n\nVaramedlemmer som møtte:\n"
        f"Kari Berg                 Per Ola Moe               FOLK\n"
        f"Karl Lie                  Liv Dal                   V\n{CASES}"
    )
    assert people(found)[1:] == [("Kari Berg", "FOLK", "present"), ("Karl Lie", "V", "present")]
    assert [each.substitute_for for each in found.participants[1:]] == ["Per Ola Moe", "Liv Dal"]


def test_names_may_be_counted_under_their_parties() -> None:
    """A party in capitals is the body of those below it; a counted name is no case."""
    found = meeting(
        "VIK FYLKESKOMMUNE\n\nMØTEBOK\n\nFylkestinget\n\nDato:  15. oktober 2013\nStad:  Vik\n\n"
        "FORFALL                         MØTANDE VARAMEDLEMER\nOla Vik                         Liv Dal\n\n"
        "DESSE MØTTE\n\nSENTERPARTIET\n1. Kari Berg\n2. Liv Dal\n3. Per Moe\n\n"
        "HØGRE\n1. Karl Lie\n2. Anne Haug\n3. Marit Strand\n"
    )
    assert not found.cases
    told = {each.name: each.organization for each in found.participants if each.status is ParticipantStatus.PRESENT}
    assert told == dict.fromkeys(("Kari Berg", "Liv Dal", "Per Moe"), "SENTERPARTIET") | dict.fromkeys(
        ("Karl Lie", "Anne Haug", "Marit Strand"), "HØGRE"
    )


def test_a_place_behind_a_name_does_not_begin_the_next_name() -> None:
    """`Bjørgvin` may be a first name; the line below begins with a whole name of its own."""
    found = meeting(
        f"{HEAD}\nTil stades:\nKari Berg               Bjørgvin\nOla J. Vik              Stavanger\n"
        f"Per Moe                 Oslo\n{CASES}"
    )
    assert people(found) == [
        ("Kari Berg", "Bjørgvin", "present"),
        ("Ola J. Vik", "Stavanger", "present"),
        ("Per Moe", "Oslo", "present"),
    ]


def test_a_list_of_attachments_ends_a_proposal() -> None:
    """`Vedleggsliste:` is a label of the paper."""
    found = meeting(
        "VIK KOMMUNE\n\nMØTEINNKALLING\n\nUtval: Valstyret\nDato: 27.02.2024\nTid: 14:00\n\nSAKLISTE\n\n"
        "PS 1/24  Fristar ved valet\n\nPS 1/24 Fristar ved valet\n\nAdministrasjonen si tilråding:\n"
        "1. Fristen er 24. april.\n2. Lista vert lagd ut.\n\nVedleggsliste:\nValgloven\nValgforskriften\n\n"
        "Samandrag av saka:\nDet skal vere val i haust.\n"
    )
    (case,) = found.cases
    assert [each.title for each in case.attachments] == ["Valgloven", "Valgforskriften"]
    assert [each.text for each in case.decisions[0].points] == ["Fristen er 24. april.", "Lista vert lagd ut."]


def test_who_stayed_away_without_a_word_is_absent() -> None:
    """One sentence under a heading of its own tells it."""
    found = meeting(
        f"{HEAD}\nDesse medlemmene møtte:\nOla Vik            Sp\nLiv Dal            Ap\n\nDeltakelse:\n"
        f"Kari Berg (R) hadde ikke meldt forfall og møtte ikke.\n{CASES}"
    )
    assert people(found)[2:] == [("Kari Berg", "R", "absent")]


def test_a_number_of_the_agenda_is_the_case_s_with_its_code() -> None:
    """`1/24` on the agenda and `FT 1/24` over the case are one."""
    found = meeting(
        "VIK FYLKESKOMMUNE\n\nMØTEBOK\n\nFylkestinget\n\nDato:  15. oktober 2024\nStad:  Vik\n\n"
        "Til stades: Kari Berg, Ola Vik og Per Moe\n\nSakliste\n\n1/24   Godkjenning av innkalling\n"
        "2/24   Budsjett for året\n\n\fFT 1/24 Godkjenning av innkalling\n\nVedtak:\nInnkallinga vert godkjend.\n"
    )
    assert sorted(each.number or "" for each in found.cases) == ["2/24", "FT 1/24"]


def test_the_archive_s_number_and_title_behind_a_title_are_none_of_it() -> None:
    """A book of papers repeats the case's title as that of the paper."""
    found = meeting(f"{HEAD}\nDesse medlemmene møtte:\nOla Vik            Sp\nLiv Dal            Ap\n{BOOK}")
    assert [(each.number, each.title) for each in found.cases] == [("5/24", "Budsjett"), ("6/24", "Benker i parken")]


BOOK = """
5/24 Budsjett - 24/00113-12 Budsjett : Budsjett 2025

Vedtak:
Budsjettet vert vedteke.

6/24 Benker i parken - 24/00114-3 Benker i parken

Vedtak:
Benker vert kjøpte.
"""
