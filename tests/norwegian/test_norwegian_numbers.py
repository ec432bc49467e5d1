"""Case numbers in every form the genre writes them, and what only looks like one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian import find_references, head_number, parse_number


@pytest.mark.parametrize(
    ("line", "number", "rest"),
    [
        ("Sak 17/23 Godkjenning av innkalling", "17/23", "Godkjenning av innkalling"),
        ("SAK 17/23 GODKJENNING", "17/23", "GODKJENNING"),
        ("Sak 17/23: Godkjenning", "17/23", "Godkjenning"),
        ("Sak 17/23 – Godkjenning", "17/23", "Godkjenning"),
        ("Sak 17/23. Godkjenning", "17/23", "Godkjenning"),
        ("Sak nr. 17/23 Godkjenning", "17/23", "Godkjenning"),
        ("Sak nr 17/23 Godkjenning", "17/23", "Godkjenning"),
        ("Saksnr. 17/23 Godkjenning", "17/23", "Godkjenning"),
        ("Sak 01-2026 Godkjenning", "01-2026", "Godkjenning"),
        ("Sak 37/5/2022 Status", "37/5/2022", "Status"),
        ("Sak 12/2009 Budsjett", "12/2009", "Budsjett"),
        ("Sak 2011/38 Budsjett", "2011/38", "Budsjett"),
        ("Sak 0009/05 Budsjett", "0009/05", "Budsjett"),
        ("PS 6/26 Budsjett", "PS 6/26", "Budsjett"),
        ("RS 4/26 Protokoll", "RS 4/26", "Protokoll"),
        ("FO 2/26 Spørsmål", "FO 2/26", "Spørsmål"),
        ("FS-36/13 Studieplan", "FS-36/13", "Studieplan"),
        ("Styresak 012/12 B Budsjett", "012/12 B", "Budsjett"),
        ("Styresak 45-2025 Budsjett", "45-2025", "Budsjett"),
        ("Sak 14/21-O Orientering", "14/21-O", "Orientering"),
        ("Sak 14/21 - O Orientering", "14/21 - O", "Orientering"),
        ("V-SAK 1 Budsjett", "V-SAK 1", "Budsjett"),
        ("D-sak 2 Strategi", "D-sak 2", "Strategi"),
        ("SAK T-64/11 SKULEBRUKSPLAN", "T-64/11", "SKULEBRUKSPLAN"),
        ("Sak 114 /13 Budsjett", "114 /13", "Budsjett"),
        ("Sak 115 / 13 : Budsjett", "115 / 13", "Budsjett"),
        ("Sak 117/ 13 Budsjett", "117/ 13", "Budsjett"),
        ("Utvalssak nr.: 3/20 Budsjett", "3/20", "Budsjett"),
        ("S 7.1/07 Rekneskap", "S 7.1/07", "Rekneskap"),
        ("Sak 31.1 Nytt medlem", "31.1", "Nytt medlem"),
        ("Sak 5 Budsjett", "5", "Budsjett"),
        ("Sak 17/23", "17/23", ""),
        ("PS 6/26", "PS 6/26", ""),
    ],
)
def test_a_case_head_gives_its_number_as_written(line: str, number: str, rest: str) -> None:
    """A word or a code before it tells a number; the title is what follows, without a separator."""
    hit = head_number(line)
    assert hit is not None
    assert (hit.number, hit.rest) == (number, rest)


@pytest.mark.parametrize(
    ("line", "number"),
    [
        ("12/2014 Budsjett", "12/2014"),
        ("17/23 Budsjett", "17/23"),
        ("2011/38 Budsjett", "2011/38"),
        ("0009/05 Budsjett", "0009/05"),
        ("01-2026 Budsjett", "01-2026"),
        ("37/5/2022 Budsjett", "37/5/2022"),
        ("114 /13 Budsjett", "114 /13"),
        ("14/21-O Budsjett", "14/21-O"),
    ],
)
def test_a_bare_number_counts_only_where_it_is_asked_for(line: str, number: str) -> None:
    """Without word or code, the form alone tells, and only the caller knows that the document writes so."""
    assert head_number(line) is None
    hit = head_number(line, bare=True)
    assert hit is not None
    assert (hit.number, hit.rest, hit.word) == (number, "Budsjett", None)


@pytest.mark.parametrize(
    ("line", "number"), [("1. Budsjett", "1"), ("12. Budsjett", "12"), ("3 Budsjett", "3"), ("31.1 Budsjett", "31.1")]
)
def test_an_ordinal_counts_only_where_it_is_asked_for(line: str, number: str) -> None:
    """Ordinals and sub-numbers are case numbers where nothing else is, and not otherwise."""
    assert head_number(line) is None
    hit = head_number(line, ordinal=True)
    assert hit is not None
    assert (hit.number, hit.rest) == (number, "Budsjett")


@pytest.mark.parametrize(
    "line",
    [
        "Arkivsak 23/1187 Saksbehandler: Kari Berg",
        "Arkivsaksnr. 2024/310 Kari Berg",
        "ArkivsakID 24/871",
        "Elements-sak 24/871",
        "Møte 4/2022 i rådet",
        "MØTE 4/2022",
        "NOU 2021/12 Helse",
        "NOU 2023: 4",
        "Meld. St. 18 (2018–2019)",
        "Prop. 24 L",
        "Innst. 40 S",
        "LOV 1992-107",
        "FOR 2019-12",
        "Rundskriv 12/2020",
        "Rapport 4/2020 om kyst",
        "ISO 9001-2015",
        "KL 10/12",
        "kl. 10.30 Lunsj",
        "§ 31 nr. 2",
        "Tlf 55 12 34 56",
        "Side 4/12",
        "GNR 12/34",
        "Postboks 12/14",
        "Saksliste",
        "Saker til behandling",
        "Saken gjelder 12/24",
        "Saka 12/24 vert utsett",
    ],
)
def test_what_only_looks_like_a_case_number_is_none(line: str) -> None:
    """Archive ids, meeting and report numbers, laws, paragraphs, pages, telephones and running text are no cases."""
    assert head_number(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "12/9-2016 Referat",
        "12/9-16 Referat",
        "12.09.2016 Referat",
        "2016-09-12 Referat",
        "2021-2025 Planperioden",
        "2021/2025 Planperioden",
        "2018–2019 Planperioden",
        "10.30 Lunsj",
        "1 250 000 kroner",
        "12–14 medlemmer",
    ],
)
def test_days_spans_of_years_and_sums_are_no_bare_numbers(line: str) -> None:
    """A day, a stretch of years, a clock time or a sum has another form than a case number."""
    assert head_number(line, bare=True) is None


@pytest.mark.parametrize("line", ["12.09.2016", "", " ", "–", "a) Budsjett", "• Budsjett"])
def test_no_ordinal_is_read_out_of_other_marks(line: str) -> None:
    """Letters, bullets and days in digits are no ordinals."""
    assert head_number(line, ordinal=True) is None


def test_heads_of_one_document_share_their_shape() -> None:
    """The shape of a number is its form with digits as 9, so that a document's one way of writing numbers is seen."""
    shapes = {head_number(line).shape for line in ("PS 6/26 A", "PS 12/26 B", "RS 110/2026 C")}  # type: ignore[union-attr]
    assert len(shapes) == 1
    assert head_number("Sak 6/26").shape != head_number("PS 6/26").shape  # type: ignore[union-attr]
    assert head_number("Sak 6-2026").shape != head_number("Sak 6/26").shape  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("raw", "sequence", "meeting", "year", "prefix"),
    [
        ("17/23", 17, None, 2023, None),
        ("01-2026", 1, None, 2026, None),
        ("37/5/2022", 37, "5", 2022, None),
        ("37/5/22", 37, "5", 2022, None),
        ("12/2009", 12, None, 2009, None),
        ("2011/38", 38, None, 2011, None),
        ("0009/05", 9, None, 2005, None),
        ("PS 6/26", 6, None, 2026, "PS"),
        ("FS-36/13", 36, None, 2013, "FS"),
        ("T-64/11", 64, None, 2011, "T"),
        ("012/12 B", 12, None, 2012, "B"),
        ("14/21-O", 14, None, 2021, "O"),
        ("114 /13", 114, None, 2013, None),
        ("V-SAK 1", 1, None, None, "V-SAK"),
        ("45-2024-1", 1, None, 2024, None),
        ("31.1", 1, None, None, None),
        ("5", 5, None, None, None),
        ("12/98", 12, None, 1998, None),
    ],
)
def test_a_number_is_taken_apart(
    raw: str, sequence: int, meeting: str | None, year: int | None, prefix: str | None
) -> None:
    """Sequence, meeting, year and prefix are told apart; what the form does not tell stays `None`."""
    number = parse_number(raw)
    assert (number.raw, number.sequence, number.meeting, number.year, number.prefix) == (
        raw,
        sequence,
        meeting,
        year,
        prefix,
    )


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("Styret viser til sak 12/24.", ["12/24"]),
        ("Jf. sak 12/24 og 14/24.", ["12/24", "14/24"]),
        ("Jf. sakene 12/24, 13/24 og 14/24.", ["12/24", "13/24", "14/24"]),
        ("Sjå sak 72-2024 om budsjettet", ["72-2024"]),
        ("Saken ble drøftet i styresak 045/22 og styresak 112/19.", ["045/22", "112/19"]),
        ("Rådet behandlet 43/5/2022 i mai.", ["43/5/2022"]),
        ("Vist til Sak 2011/38", ["2011/38"]),
        ("jf. sak nr. 9/23", ["9/23"]),
        ("vedtatt i S-sak 61/23", ["61/23"]),
        ("vedtak i V-SAK 6 i møte nr. 3/2018", ["V-SAK 6"]),
        ("endring under sak 9/21-D, jf. sak PS 28/24", ["9/21-D", "PS 28/24"]),
        ("uttalte seg i sak KS-33/25 og S-14/2022.", ["KS-33/25", "S-14/2022"]),
        ("jf. PS 12/24", ["PS 12/24"]),
    ],
)
def test_running_text_mentions_cases(text: str, numbers: list[str]) -> None:
    """A number of two parts counts behind `sak` or a code, or in a list of such; of three parts by itself."""
    found = list(find_references(text))
    assert [raw for raw, _ in found] == numbers
    assert all(text[at:].startswith(raw) for raw, at in found)


@pytest.mark.parametrize(
    ("text", "like", "numbers"),
    [
        ("T-71/11 vert sett på saklista", "T-70/11", ["T-71/11"]),
        ("T-71/11 vert sett på saklista", "70/11", []),
        ("Rundskriv H-4/15", "T-70/11", []),
        ("Se også sak 41-23.", "44-23", ["41-23"]),
        ("Se også sak 41-43.", "44/23", []),
        ("ei orientering i sak 012/18 O vart gitt", "014/18 B", ["012/18 O"]),
        ("I sak 012/18 H foreslo", "014/18", ["012/18"]),
    ],
)
def test_what_the_own_number_is_written_like_counts(text: str, like: str, numbers: list[str]) -> None:
    """Codes, years of two digits behind a hyphen and letters count where the document numbers its cases so."""
    found = list(find_references(text, like))
    assert [raw for raw, _ in found] == numbers
    assert all(text[at:].startswith(raw) for raw, at in found)


@pytest.mark.parametrize(
    "text",
    [
        "saker 112/22–139/22",
        "sakene 69, 70 og 74",
        "K-sakene 69, 70 og 74",
        "Møtet 12/09/2016 ble avlyst.",
        "Frist 12.09.2016.",
        "1/2 av midlene og 3/4 av tiden",
        "24/7-beredskap",
        "arkivsak 24/871",
        "Skoleåret 2024/25",
        "perioden 2021/2022",
        "Gnr. 12/34",
        "side 4/12",
    ],
)
def test_what_only_looks_like_a_reference_is_none(text: str) -> None:
    """Days, fractions, archive ids, school years and property numbers mention no case."""
    assert list(find_references(text)) == []


@given(st.text(max_size=80))
def test_any_line_gives_a_number_that_stands_in_it(text: str) -> None:
    """Whatever the line, a number read from it stands in it, and what follows is no longer than it."""
    hit = head_number(text, bare=True, ordinal=True)
    if hit is not None:
        assert "".join(hit.number.split()) in "".join(text.split())
        assert hit.rest in " ".join(text.split()) or hit.rest in text


@given(
    sequence=st.integers(1, 9999),
    year=st.integers(1970, 2069),
    form=st.sampled_from(["{s}/{y:02}", "{s}/{yyyy}", "{s}-{yyyy}", "PS {s}/{y:02}", "FS-{s}/{y:02}", "{s}/3/{yyyy}"]),
)
def test_every_number_is_read_back_from_every_form(sequence: int, year: int, form: str) -> None:
    """What is written as a case of a year is read as that case of that year, as a head and taken apart."""
    raw = form.format(s=sequence, y=year % 100, yyyy=year)
    hit = head_number(f"Sak {raw} Budsjett")
    assert hit is not None
    assert (hit.number, hit.rest) == (raw, "Budsjett")
    number = parse_number(raw)
    if not (len(str(sequence)) == 4 and str(sequence)[:2] in ("19", "20")):  # `2011/38` is the 38th of 2011
        assert (number.sequence, number.year) == (sequence, year)


@pytest.mark.parametrize("raw", ["{}", "{}/24", "12/{}", "{}/3/2024", "PS {}/2024", "2024-{}", "1.{}"])
def test_figures_without_end_are_no_number(raw: str) -> None:
    """What damage repeats stays as written: Python counts with no thousands of figures, a register not with twenty."""
    for figures in ("1" * 5000, "1" * 20):
        number = parse_number(raw.format(figures))
        assert (number.raw, number.sequence, number.year) == (raw.format(figures), None, None)
