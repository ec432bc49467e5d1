"""Glyphs to lines: words joined as they stand, marks taken out, hyphens kept, places right on turned pages."""

from __future__ import annotations

import pytest
from pdf_writing import Sheet, opened, pdf, texts


def one(sheet: Sheet) -> str:
    """Return the only line of a page."""
    lines = texts(opened(pdf(sheet)))
    assert len(lines) == 1
    return lines[0]


def test_words_painted_one_by_one_are_one_line() -> None:
    """Words that stand apart by a blank's width are parted by one blank, letters that touch by none."""
    sheet = Sheet().text(70, 100, "Kommune").then("styret").then("vedtok", gap=3).then("planen", gap=2)
    assert one(sheet) == "Kommunestyret vedtok planen"


def test_a_line_may_be_painted_backwards() -> None:
    """Pieces of one line are put from left to right whatever the order they are painted in."""
    assert one(Sheet().text(148, 100, "planen").text(70, 100, "Rådet vedtok")) == "Rådet vedtok planen"


@pytest.mark.parametrize(
    ("before", "mark", "expected"),
    [
        ("planen 2023-2026", "1", "planen 2023-2026 gjelder"),
        ("Rapporten,", "12", "Rapporten, gjelder"),
        ("Rapporten", "*", "Rapporten gjelder"),
        ("boligen er 80 m", "2", "boligen er 80 m2 gjelder"),
        ("om lag 10", "6", "om lag 106 gjelder"),
    ],
)
def test_a_raised_mark_is_no_part_of_the_word(before: str, mark: str, expected: str) -> None:
    """A small raised figure after a word is a footnote's mark and goes; after a unit it is a power and stays."""
    assert one(Sheet().text(70, 100, before).then(mark, 6.5, up=4.5).then("gjelder", gap=3)) == expected
    assert one(Sheet().text(70, 100, before).then(mark, 9.2, up=3.7).then("gjelder", gap=3)) == expected


def test_a_lowered_figure_stays() -> None:
    """A small lowered figure is part of the word."""
    assert one(Sheet().text(70, 100, "CO").then("2", 7, up=-2).then("-utslipp")) == "CO2-utslipp"


def test_a_hyphen_at_the_end_of_a_line_is_kept() -> None:
    """A hyphen at the line end, which the library turns into a mark of its own, is a hyphen at the end of the text."""
    layout = opened(
        pdf(Sheet().lines(70, 100, ["styremøtet i helse-", "foretaket i Midt-", "Norge og en myk\u00ad", "bindestrek"]))
    )
    assert texts(layout) == ["styremøtet i helse-", "foretaket i Midt-", "Norge og en myk-", "bindestrek"]


def test_list_marks_belong_to_their_line() -> None:
    """A bullet or a number stands on one line with its text however wide the gap; the line begins at the mark."""
    sheet = Sheet().text(70, 100, "•").text(88, 100, "Første punkt").text(70, 120, "1.").text(95, 120, "Andre punkt")
    layout = opened(pdf(sheet.text(70, 140, "a)").text(95, 140, "Tredje punkt")))
    assert texts(layout) == ["• Første punkt", "1. Andre punkt", "a) Tredje punkt"]
    assert layout.tables == ()
    assert {line.indent for line in layout.lines} == {70}


def test_a_line_is_bold_when_all_of_it_is() -> None:
    """A bold label before plain text does not make the line bold; its size is that of most of it."""
    layout = opened(pdf(Sheet().text(70, 100, "Sted:", 12, "B").text(105, 100, "Nordvik rådhus, kommunestyresalen")))
    assert [(line.text, line.bold, line.size) for line in layout.lines] == [
        ("Sted: Nordvik rådhus, kommunestyresalen", False, 11)
    ]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
@pytest.mark.parametrize("origin", [(0, 0), (-100, 40)])
def test_places_are_those_of_the_page_as_it_is_shown(rotate: int, origin: tuple[float, float]) -> None:
    """Turned pages and pages whose corner is not at 0, 0 give places measured from the shown page's top left corner."""
    turned = {
        0: "1 0 0 1 70 742", 90: "0 1 -1 0 100 70", 180: "-1 0 0 -1 525 100", 270: "0 -1 1 0 495 772",
    }[rotate]  # fmt: skip
    sheet = Sheet(rotate=rotate, origin=origin).raw(f"BT /F 11 Tf {turned} Tm (Sak 1/24) Tj ET")
    layout = opened(pdf(sheet))
    line = layout.lines[0]
    assert line.text == "Sak 1/24"
    assert (line.indent, line.top) == (pytest.approx(70, abs=0.5), pytest.approx(91.4, abs=0.5))
    assert line.right == pytest.approx(115, abs=4)
    assert (layout.pages[0].width, layout.pages[0].height) == ((595, 842) if rotate % 180 == 0 else (842, 595))


def test_text_inside_forms_is_read_in_its_place() -> None:
    """Text and lines of a form that is painted at another place stand where they are shown."""
    sheet = Sheet(forms=["BT /F 11 Tf 1 0 0 1 0 0 Tm (inne) Tj ET 0.5 w 0 -4 m 60 -4 l S"]).text(70, 100, "ute")
    sheet.raw("q 1 0 0 1 200 600 cm /X0 Do Q")
    layout = opened(pdf(sheet))
    assert [(line.text, line.indent, round(line.top or 0)) for line in layout.lines] == [
        ("ute", 70, 91),
        ("inne", 200, 233),
    ]


@pytest.mark.parametrize(
    "operators",
    [
        "0.5 0 0 0.5 0 0 cm BT /F 22 Tf 1 0 0 1 140 1484 Tm (Sak 1/24) Tj ET",
        "1 0 0 -1 0 842 cm BT /F 11 Tf 1 0 0 -1 70 100 Tm (Sak 1/24) Tj ET",
        "BT /F 1 Tf 11 0 0 11 70 742 Tm (Sak 1/24) Tj ET",
        "BT /F 11 Tf 70 742 Td [(Sa) 20 (k) -250 (1/24)] TJ ET",
        "BT /F 11 Tf 1 0 0 1 70 742 Tm (Sak) Tj ( ) Tj (1/) Tj (24) Tj ET",
    ],
)
def test_size_and_place_are_those_that_are_seen(operators: str) -> None:
    """However a program scales, flips or moves, a line's text, size and place are those on the page."""
    (line,) = opened(pdf(Sheet().raw(operators))).lines
    assert (line.text, line.size, line.indent) == ("Sak 1/24", 11, 70)
    assert line.top == pytest.approx(91.4, abs=0.1)


def test_wide_gaps_inside_one_text_object_are_gaps() -> None:
    """Columns that are painted by one operator with blanks or jumps between them are told by the characters' places."""
    rows = ["(Navn          Parti) Tj", "[(Berit) -3058 (Bygdelista)] TJ", "[(Jon) -3502 (Fjordlista)] TJ"]
    sheet = Sheet().raw(" ".join(f"BT /F 11 Tf 1 0 0 1 70 {742 - 18 * n} Tm {row} ET" for n, row in enumerate(rows)))
    layout = opened(pdf(sheet))
    assert [line.text for line in layout.lines] == ["Navn", "Parti", "Berit", "Bygdelista", "Jon", "Fjordlista"]


def test_text_on_its_side_is_not_lost() -> None:
    """Text that is written upwards stands after the rest of the page."""
    sheet = Sheet().raw("BT /F 11 Tf 0 1 -1 0 30 300 Tm (Arkivkopi) Tj ET").text(70, 100, "Møteprotokoll")
    assert texts(opened(pdf(sheet))) == ["Møteprotokoll", "Arkivkopi"]


def test_many_letters_one_by_one_are_read_in_linear_time() -> None:
    """A page of 12,000 letters, each painted alone, is read within a few seconds."""
    sheet = Sheet()
    for row in range(60):
        for column in range(100):
            sheet.text(40 + 5 * column, 60 + 12 * row, "m", 6)
    layout = opened(pdf(sheet, sheet))
    assert sum(line.text.count("m") for line in layout.lines) == 12_000


def test_wide_gaps_in_a_line_are_told() -> None:
    """A line outside tables tells where a wide gap stood in it, and where on the page the text behind it begins."""
    sheet = (
        Sheet()
        .text(70, 100, "Saksframlegg")
        .text(300, 100, "Møte")
        .text(400, 100, "5/2022")
        .text(70, 130, "Sak 37/5/2022")
    )
    first, second = opened(pdf(sheet)).lines
    assert (first.text, first.gaps, first.stops) == ("Saksframlegg Møte 5/2022", (13, 18), (300, 400))
    assert (second.gaps, second.stops) == ((), ())


def test_letters_painted_one_by_one_are_words() -> None:
    """A word whose letters are text objects of their own is one word; a gap that no blank fills parts two."""
    sheet = Sheet().text(70, 100, "N")
    for letter in "ordvik kommune":
        sheet.then(letter)
    assert one(sheet) == "Nordvik kommune"
    assert one(Sheet().text(70, 100, "1").then("234,5", gap=2.2)) == "1 234,5"


def test_private_bullets_are_plain() -> None:
    """Symbol characters in the private-use area, controls and no-break blanks do not reach a line."""
    line = one(Sheet().text(70, 100, "Drift\u00a01\u00a0234,5 mill."))
    assert line == "Drift 1 234,5 mill."


def test_bold_words_at_the_beginning_of_a_line_are_told() -> None:
    """How far a line is bold that goes on in other type, a list's mark counted in; nothing of a line in one type."""
    sheet = Sheet().text(70, 100, "Budsjett.", font="B").then(" Saken ble lagt frem.", font="F")
    sheet.text(70, 120, "1.").text(90, 120, "Plan.", font="B").then(" Saken ble lagt frem.", font="F")
    sheet.text(70, 140, "Vedtak", font="B").text(70, 160, "Saken").then(" utsettes", font="B")
    assert [line.text[: line.lead] for line in opened(pdf(sheet)).lines] == ["Budsjett.", "1. Plan.", "", ""]
