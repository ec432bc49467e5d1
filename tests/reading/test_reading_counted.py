"""Cases that a bare number counts, over the number they have in the archive."""

from __future__ import annotations

from reading_making import minutes

ALONE = """I

Godkjenning av sakliste
Saklisten ble godkjent.

II

Protokoll fra møtet 17.2.2024
Sak nr. 2024/4117 A

Protokollen ble godkjent.

20

Konsernregnskap for hele universitetet og alle dets selskaper gjennom året
Saksforelegg av 20.4.2024
Sak nr. 2024/1874 A

Vedtak:
Regnskapet godkjennes.

21

Orienteringssak: Nytt regelverk
Sak nr. 2002/7550 A

Styret tok saken til orientering.
"""
BESIDE = """I Godkjenning av sakliste
Saklisten ble godkjent.

II Protokoll fra møtet 17.2.2024
Sak nr. 2024/4117

Protokollen ble godkjent.

20 Konsernregnskap for hele universitetet og alle dets selskaper gjennom året
Sak nr. 2024/1874

Vedtak:
Regnskapet godkjennes.

21 Nytt regelverk
Sak nr. 2002/7550

Styret tok saken til orientering.
"""
TITLES = [
    "Godkjenning av sakliste",
    "Protokoll fra møtet 17.2.2024",
    "Konsernregnskap for hele universitetet og alle dets selskaper gjennom året",
    "Nytt regelverk",
]


def test_the_count_is_the_cases_number_and_the_archives_is_not() -> None:
    """Alone over its title or beside it, after Roman numbers for matters of form; each decision ends at the next."""
    for text in (ALONE, BESIDE):
        found = minutes(text).cases
        assert [case.number for case in found] == ["I", "II", "20", "21"]
        assert [case.title for case in found] == TITLES
        assert [case.decisions[0].text for case in found][2:] == [
            "Regnskapet godkjennes.",
            "Styret tok saken til orientering.",
        ]


def test_the_kind_before_a_title_is_the_cases_type() -> None:
    """`Orienteringssak: Nytt regelverk` is a title and a type."""
    assert minutes(ALONE).cases[3].type_label == "Orienteringssak"


def test_numbers_that_do_not_rise_count_no_cases() -> None:
    """Numbers that fall are no series of cases, nor is one number alone."""
    cases = "Sak 1/24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n"
    for text in (
        "30 Regnskap\nSak nr. 2024/1874\n\n20 Protokoll\nSak nr. 2024/1875\n",
        "20 Regnskap\nSak nr. 2024/1874\n",
    ):
        assert {"20", "30"}.isdisjoint(case.number for case in minutes(f"{text}\n{cases}").cases)
