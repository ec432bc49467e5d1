"""Where cases begin: heads of cases told from agendas, running text, lists and what only looks like a number."""

from __future__ import annotations

import pytest
from reading_making import HEAD, lines_of, meeting, minutes

from govdocs.reading import Outline


def heads(text: str) -> list[tuple[str, str | None]]:
    """Return the case numbers found, each with its parent."""
    return [(head.hit.number, head.parent) for head in Outline.of(lines_of(text)).heads]


def numbers(text: str) -> list[str]:
    return [number for number, _ in heads(text)]


def read(text: str) -> list[tuple[str, str, list[str]]]:
    """Return number, title and decisions of each case under the head of minutes."""
    return [(each.number, each.title, [d.text for d in each.decisions]) for each in minutes(text).all_cases()]


def test_an_agenda_and_the_minutes_name_the_same_cases_once() -> None:
    """The agenda's lines belong to the cases of the body; each case is one."""
    found = minutes(
        """
        Saksliste
        Sak 1/24 Godkjenning av protokoll
        Sak 2/24 Budsjett for parken
        Sak 3/24 Eventuelt

        Sak 1/24 Godkjenning av protokoll
        Vedtak: Protokollen godkjennes.

        Sak 2/24 Budsjett for parken
        Vedtak: Budsjettet vedtas.

        Sak 3/24 Eventuelt
        Ingen saker.
        """.replace("        ", "")
    )
    assert [each.number for each in found.cases] == ["1/24", "2/24", "3/24"]
    assert [len(each.decisions) for each in found.cases] == [1, 1, 0]
    for number, each in enumerate(found.cases):
        agenda = [span.span.first for span in each.spans if span.field == "agenda"]
        assert agenda == [11 + number], "the agenda's line is the case's too"


def test_an_agendas_last_entry_is_no_case_where_the_first_head_is_missing() -> None:
    """The numbers begin anew behind it, and its case has its turn further down."""
    text = """
Saksliste
Sak 11/24 Godkjenning av saksliste
Sak 12/24 Naust
Sak 13/24 Eventuelt

Vedtak: Sakslisten godkjennes.

Sak 12/24 Naust
Rådet drøftet hvilke naust som bør vernes, og pekte på at flere står tomme.
Vedtak: Rådet ber om en oversikt.

Sak 13/24 Eventuelt
Lederen takket Ola Vik for innsatsen i rådet.
"""
    (case,) = (case for case in minutes(text).cases if case.number == "13/24")
    assert "takket Ola Vik" in " ".join(p for section in case.sections for p in section.paragraphs)
    assert not case.decisions


def test_an_agenda_as_a_table_is_one() -> None:
    """Rows of an agenda with number, title and archive number are no cases of their own."""
    found = minutes(
        "Saksnr\tInnhold\tArkivnr\nPS 1/24\tGodkjenning\t24/1\nPS 2/24\tBudsjett\t24/2\n\n"
        "PS 1/24 Godkjenning\n\nVedtak:\nGodkjent.\n\nPS 2/24 Budsjett\n\nVedtak:\nVedtatt som foreslått.\n"
    )
    assert [(each.number, each.title, len(each.decisions)) for each in found.cases] == [
        ("PS 1/24", "Godkjenning", 1),
        ("PS 2/24", "Budsjett", 1),
    ]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Sak 1/24 Budsjett", "Sak 2/24 Eventuelt"),
        ("SAK 1/24 – BUDSJETT", "SAK 2/24 – EVENTUELT"),
        ("Sak 01-2024: Budsjett", "Sak 02-2024: Eventuelt"),
        ("PS 1/24 Budsjett", "PS 2/24 Eventuelt"),
        ("FS-1/24 Budsjett", "FS-2/24 Eventuelt"),
        ("Styresak 001/24 B Budsjett", "Styresak 002/24 O Eventuelt"),
        ("Sak 1/24-O Budsjett", "Sak 2/24-O Eventuelt"),
        ("V-SAK 1 Budsjett", "O-SAK 1 Eventuelt"),
        ("Sak 1 /24 Budsjett", "Sak 2/ 24 Eventuelt"),
        ("1/2024 Budsjett", "2/2024 Eventuelt"),
        ("1/24 Budsjett", "2/24 Eventuelt"),
        ("2024/1 Budsjett", "2024/2 Eventuelt"),
        ("0001/24 Budsjett", "0002/24 Eventuelt"),
        ("Sak 1 Budsjett", "Sak 2 Eventuelt"),
        ("Sak 7/2/2024 Budsjett", "Sak 8/2/2024 Eventuelt"),
    ],
)
def test_cases_are_found_by_whichever_form_the_document_uses(one: str, two: str) -> None:
    """Words, codes, letters and bare forms: each document's own way of numbering is seen."""
    cases = read(f"{one}\n\nVedtak:\nBudsjettet vedtas.\n\n{two}\n\nVedtak:\nIngen saker.\n")
    assert [title.casefold() for _, title, _ in cases] == ["budsjett", "eventuelt"]
    assert [decisions for _, _, decisions in cases] == [["Budsjettet vedtas."], ["Ingen saker."]]


def test_ordinals_count_where_nothing_else_numbers_the_cases() -> None:
    """`1. Title`, `2. Title` … are cases in minutes without any other number."""
    text = "1. Godkjenning av innkalling\n\nGodkjent.\n\n2. Budsjett for parken\n\nDet var ingen merknader.\n\n"
    assert numbers(text + "3. Eventuelt\n\nIngen saker.\n") == ["1", "2", "3"]


def test_ordinals_are_items_where_cases_have_numbers() -> None:
    """A numbered decision is no row of cases."""
    text = "Sak 1/24 Budsjett\nVedtak:\n1. Rammen er 2 mill.\n2. Parken får 1 mill.\n3. Resten spares.\n"
    assert numbers(text) == ["1/24"]


def test_sub_cases_lie_under_their_case() -> None:
    """`31.1` under `31/16`, and `45-2024-1` under `45-2024`, are cases under a case."""
    assert heads("Sak 31/16 Orienteringer\n\n31.1 Nytt bygg\nTekst.\n\n31.2 Nye folk\nTekst.\n\nSak 32/16 Annet\n") == [
        ("31/16", None),
        ("31.1", "31/16"),
        ("31.2", "31/16"),
        ("32/16", None),
    ]
    assert heads("Sak 45-2024 Orienteringer\nSak 45-2024-1 Nytt bygg\nTekst.\nSak 46-2024 Annet\n") == [
        ("45-2024", None),
        ("45-2024-1", "45-2024"),
        ("46-2024", None),
    ]


def test_a_decision_after_the_last_sub_case_belongs_to_the_case_above() -> None:
    """Sub-cases are treated together: the decision under the last one is the parent's."""
    (case,) = minutes(
        "Sak 31/16 Orienteringer\n\nSak 31.1 Nytt bygg\n\nBygget er ferdig.\n\nSak 31.2 Nye folk\n\nTo er ansatt.\n\n"
        "Vedtak:\nRådet tok sakene til orientering.\n"
    ).cases
    assert [sub.number for sub in case.subcases] == ["31.1", "31.2"]
    assert [d.text for d in case.decisions] == ["Rådet tok sakene til orientering."]
    assert all(not sub.decisions for sub in case.subcases)


def test_what_was_said_and_voted_before_that_decision_is_the_parents_too() -> None:
    """Treatment and vote between the last sub-case and the parent's decision belong with the decision."""
    (case,) = minutes(
        "PS 7/24 Referatsaker\n\nRS 1/24 Protokoll\n\nRS 2/24 Brev\n\n"
        "Behandling:\nOla Vik ba om ordet.\n\nVotering:\nEnstemmig.\n\nVedtak:\nSakene tas til orientering.\n"
    ).cases
    assert [sub.number for sub in case.subcases] == ["RS 1/24", "RS 2/24"]
    assert [section.heading for section in case.sections] == ["Behandling", "Votering"]
    assert case.decisions[0].vote is not None
    assert case.decisions[0].vote.unanimous is True


def test_a_series_of_reports_is_gathered_under_its_case() -> None:
    """`RS 1/26` under `PS 7/26 Referatsaker` is a case under that one; after the next PS the series ends."""
    text = "PS 6/26 Budsjett\nTekst.\nPS 7/26 Referatsaker\nRS 1/26 Protokoll\nRS 2/26 Brev\nPS 8/26 Plan\nTekst.\n"
    assert heads(text) == [
        ("PS 6/26", None),
        ("PS 7/26", None),
        ("RS 1/26", "PS 7/26"),
        ("RS 2/26", "PS 7/26"),
        ("PS 8/26", None),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Arkivsak 24/871",
        "Arkivsaksnr.: 2024/310",
        "Møte 4/2024 ble avlyst",
        "Sak 2/24 og 3/24 ble behandlet sammen.",
        "Sak 2/24 ble utsatt.",
        "Saken henger sammen med",
        "NOU 2021/12 er sendt på høring",
        "Prop. 24 L (2023–2024) ble lagt fram",
        "Lov 12/92 om kommuner gjelder",
        "Planen gjelder 2021-2025",
        "1/2 av midlene går til parken",
        "24/7-vakt ble foreslått",
        "12/3-2024 er fristen",
        "Tlf 75 12 34 56",
        "10.30 Lunsj",
        "se også sak",
    ],
)
def test_no_case_begins_with_what_only_looks_like_a_number(line: str) -> None:
    """Archive ids, references, laws, reports, spans of years, days and times within a case begin none."""
    top, end = "Sak 1/24 Budsjett\n\nStyret drøftet saken lenge.", "Vedtak:\nBudsjettet vedtas.\n\nSak 4/24 Eventuelt"
    text = f"{top}\n\n{line}\n\n{end}\n"
    assert numbers(text) == ["1/24", "4/24"]


@pytest.mark.parametrize("end", ["se også", "vises til", "behandlet sammen med", "jf.", "tidligere vedtak i", "og"])
def test_a_number_in_the_middle_of_a_sentence_begins_no_case(end: str) -> None:
    """A line that happens to begin with a reference goes on with the sentence before it."""
    text = (
        f"Sak 1/24 Budsjett\n\nStyret drøftet budsjettet for neste år, og det {end}\n"
        "Sak 2/24 Eventuelt som ble lagt fram på forrige møte.\n\nSak 3/24 Annet\n"
    )
    assert numbers(text) == ["1/24", "3/24"]


def test_a_case_number_alone_has_its_title_on_the_next_line() -> None:
    """Number and title may stand on lines of their own."""
    cases = read(
        "Sak 1/24\nBudsjett for parken\n\nVedtak:\nBudsjettet vedtas.\n\nSak 2/24\nEventuelt\n\nIngen saker.\n"
    )
    assert [(number, title) for number, title, _ in cases] == [("1/24", "Budsjett for parken"), ("2/24", "Eventuelt")]


def test_numbers_are_compared_without_blanks_and_leading_zeros() -> None:
    """`Sak 09/24` on the agenda is `Sak 9 /24` in the minutes, and each is kept as its own head writes it."""
    found = meeting(f"{HEAD}\nSaksliste\nSak 09/24 Budsjett\n\nSak 9 /24 Budsjett\n\nVedtak:\nBudsjettet vedtas.\n")
    assert [each.number for each in found.cases] == ["9 /24"]
    assert found.cases[0].parsed is not None
    assert (found.cases[0].parsed.sequence, found.cases[0].parsed.year) == (9, 2024)


def test_labels_side_by_side_are_told_apart() -> None:
    """Two labels on one line with a wide gap between are two facts."""
    found = meeting(
        "MØTEBOK\n\nUtvalg: Formannskapet      Møtestad: Rådhuset\nMøtedato: 12.03.2024      Klokka: 10.00 – 12.00\n\n"
        "Til stades: Kari Berg, Ola Vik\n\nSak 1/24 Budsjett\n\nVedtak:\nBudsjettet vert vedteke.\n"
    )
    assert (found.body, found.place) == ("Formannskapet", "Rådhuset")
    assert (str(found.date), str(found.start), str(found.end)) == ("2024-03-12", "10:00:00", "12:00:00")


def test_dots_and_pages_behind_the_agendas_titles_are_no_part_of_them() -> None:
    """Dots that lead to a page go, a column of pages goes, and each entry is a case though the lines are full."""
    dotted = """Sak 1/24 Godkjenning av innkalling ................................................................ 2
Sak 2/24 Ny skisse for utbygging av skolen i tre og
betong .............................................................................................. 4
Sak 3/24 Eventuelt……………………………………………………………………5
"""
    columns = """Sak 1/24   Godkjenning av innkalling                                       Side  1
Sak 2/24   Ny skisse for utbygging av skolen i tre                         Side 11
           og betong
Sak 3/24   Eventuelt                                                       Side 12
"""
    wanted = ["Godkjenning av innkalling", "Ny skisse for utbygging av skolen i tre og betong", "Eventuelt"]
    text = "\n".join(f"Sak {n}/24\n{title}\n\nSaken ble drøftet.\n" for n, title in enumerate(wanted, 1))
    for agenda in (dotted, columns):
        found = minutes(f"Saksliste\n\n{agenda}\nMøtet ble satt kl. 10.\n\n{text}")
        assert [case.title for case in found.cases] == wanted
        assert [len(case.sections) for case in found.cases] == [1, 1, 1]
        assert [case.title for case in minutes(f"{agenda}\nMøtet ble hevet kl. 12.\n").cases] == wanted


def test_a_column_of_pages_whose_gap_is_lost_is_no_part_of_the_titles() -> None:
    """`Side 11` ends three lines or more that differ, and the pages rise: else it is part of what a line says."""
    text = """Sak 1/24 Godkjenning av innkalling Side {}
Sak 2/24 Ny skisse for utbygging av skolen i tre Side {}
og betong
Sak 3/24 Eventuelt Side {}
"""
    titles = [case.title for case in minutes(text.format(1, 4, 11)).cases]
    assert titles == ["Godkjenning av innkalling", "Ny skisse for utbygging av skolen i tre og betong", "Eventuelt"]
    assert [case.title for case in minutes(text.format(9, 4, 11)).cases][2] == "Eventuelt Side 11"


def test_a_page_that_one_title_names_is_part_of_it() -> None:
    """One line that ends in `Side 11` behind a gap has no column of pages."""
    found = minutes("Sak 1/24   Retting av referat                     Side 11\n\nTatt opp.\n\nSak 2/24   Eventuelt")
    assert found.cases[0].title == "Retting av referat Side 11"


def test_a_letter_before_the_title_tells_the_kind_where_a_legend_explains_it() -> None:
    """`(B)` is the case's type if the document says what B is, else part of the title."""
    text = "Sak 1/24 (B) Nytt budsjett\n\nSak 2/24 (O) Eventuelt\n\n"
    told = minutes(f"{text}O = orienteringssak\nB = beslutningssak\n")
    assert [(c.title, c.type_label) for c in told.cases] == [
        ("Nytt budsjett", "beslutningssak"),
        ("Eventuelt", "orienteringssak"),
    ]
    assert [(c.title, c.type_label) for c in minutes(text).cases] == [
        ("(B) Nytt budsjett", None),
        ("(O) Eventuelt", None),
    ]


def test_the_hours_of_a_case_are_no_part_of_its_title() -> None:
    """Hours below a title or in the agenda's last column tell when the case comes up."""
    found = minutes(
        "Sak 1/24   Ny skole                                10:10-10:50\n\nSak 2/24   Presentasjon av planen\n"
        "                                                   13:00-13:30\nPlanen ble lagt fram.\n"
    )
    assert [case.title for case in found.cases] == ["Ny skole", "Presentasjon av planen"]


def test_the_bodys_short_name_before_the_word_makes_no_second_case() -> None:
    """`RBU-sak 26-2014` over a case and `Sak 26-2014` on the agenda in it are one; letters and two names are series."""
    text = """RBU-sak 26-2014   Godkjenning av saksliste

Utvalget inviteres til å vedta følgende saksliste:

Sak 26-2014   Godkjenning av saksliste
Sak 27-2014   Nytt sykehus
Sak 28-2014   Eventuelt
"""
    assert [case.number for case in minutes(text).cases] == ["26-2014", "27-2014", "28-2014"]
    alone = "HS-sak 1/24 Referat\n\nHS-sak 2/24 Budsjett\n"
    assert [case.number for case in minutes(alone).cases] == ["1/24", "2/24"]
    names = "HS-sak 1/24 Referat\n\nFU-sak 2/24 Budsjett\n"
    assert [case.number for case in minutes(names).cases] == ["HS-sak 1/24", "FU-sak 2/24"]
    series = "V-sak 1/24 Nytt studium\n\nO-sak 1/24 Referat\n\nSak 1/24 Eventuelt\n"
    assert [case.number for case in minutes(series).cases] == ["V-sak 1/24", "O-sak 1/24", "1/24"]


NAMED = ((7, "Kari Berg"), (8, "Ola Vik"))


def test_a_number_that_closes_a_bracket_heads_no_case() -> None:
    """Numbers in brackets behind speakers, broken by the end of the line, are no agenda, though they rise."""
    speakers = "".join(f"Rådgiver {name}, Lundvik kommune (sak\n\n{n}/16)\n\n" for n, name in NAMED)
    top = "Møte i Kystrådet (08/16)\n\nDato: 2. juli 2016\nSted: Rådhuset\n\nTil stede:\n\nLiv Dal\n\n"
    cases = "Sak 7/16 Vegen\n\nVedtak: Utsett.\n\nSak 8/16 Skulen\n\nVedtak: Utsett.\n"
    told = meeting(f"{top}Innledere:\n\n{speakers}Saksliste\n\n{cases}").participants
    assert [(each.organization, each.cases) for each in told[1:]] == [
        ("Lundvik kommune", ("7/16",)),
        ("Lundvik kommune", ("8/16",)),
    ]
