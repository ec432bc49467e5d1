"""Tables: ruled in every way that programs rule them, merged, nested, and without any lines."""

from __future__ import annotations

import itertools

import pytest
from pdf_writing import Sheet, opened, pdf, rows, texts

HEAD = ("Tiltak", "Ansvar")
BODY = [("Bygge rampe", "Nordvik"), ("Male huset", "Skar")]
XS = (70, 300, 500)


def hairlines(sheet: Sheet, xs: tuple[float, ...], ys: list[float]) -> None:
    """Rule a table as Word does: a thin filled rectangle a side a cell, and small squares at the corners."""
    for top, bottom in itertools.pairwise(ys):
        for left, right in itertools.pairwise(xs):
            for y in (top, bottom):
                sheet.box(left + 0.5, y, right - left - 0.5, 0.5).box(left, y, 0.5, 0.5)
            sheet.box(left, top + 0.5, 0.5, bottom - top - 0.5)
        sheet.box(xs[-1], top + 0.5, 0.5, bottom - top - 0.5)


def ruled(how: str) -> Sheet:
    """Return a page with one table of three rows, ruled in one way."""
    sheet = (
        Sheet()
        .text(70, 80, "Før tabellen")
        .cells([x + 5 for x in XS], 114, [HEAD, *BODY], 20)
        .text(70, 190, "Etter tabellen")
    )
    ys = [100.0, 120, 140, 160]
    match how:
        case "lines":
            sheet.grid(XS, ys)
        case "thin rectangles":
            hairlines(sheet, XS, ys)
        case "outlines of cells":
            for y in ys[:-1]:
                sheet.frame(70, y, 230, 20).frame(300, y, 200, 20)
        case "one path":
            path = (
                " ".join(f"70 {842 - y} m 500 {842 - y} l" for y in ys)
                + " "
                + " ".join(f"{x} 682 m {x} 742 l" for x in XS)
            )
            sheet.raw(f"0.5 w {path} S")
        case "dashes":
            sheet.raw("[2 2] 0 d").grid(XS, ys)
        case "pieces":
            for y in ys:
                for x in range(70, 500, 10):
                    sheet.rule(x, y, x + 8.5, y)
            for x in XS:
                sheet.rule(x, 100, x, 160)
        case "no lines at the sides":
            for y in ys:
                sheet.rule(70, y, 500, y)
            sheet.rule(300, 100, 300, 160)
    return sheet


@pytest.mark.parametrize(
    "how", ["lines", "thin rectangles", "outlines of cells", "one path", "dashes", "pieces", "no lines at the sides"]
)
def test_a_ruled_table_is_read_however_it_is_ruled(how: str) -> None:
    """The rows and cells are the same whichever way a program draws the lines, and the text around stays outside."""
    layout = opened(pdf(ruled(how)))
    assert rows(layout) == [list(HEAD), *map(list, BODY)]
    assert [line.text for line in layout.lines if line.cell is None] == ["Før tabellen", "Etter tabellen"]
    assert [line.text for line in layout.lines] == ["Før tabellen", *HEAD, *BODY[0], *BODY[1], "Etter tabellen"]


def test_a_line_between_words_parts_them() -> None:
    """Words that stand near each other on both sides of a border are two cells, painted together or apart."""
    sheet = (
        Sheet().grid((70, 179, 300), [100, 120, 140]).text(75, 114, "Strategiske områder").then("Anbefalinger", gap=5)
    )
    sheet.text(75, 134, "Strategiske områder  Anbefalinger")
    assert rows(opened(pdf(sheet))) == [["Strategiske områder", "Anbefalinger"]] * 2


def test_lines_are_numbered_cell_by_cell() -> None:
    """All lines of a cell stand together, though those of its neighbour stand beside them on the page."""
    sheet = (
        Sheet()
        .grid(XS, [100, 150])
        .lines(75, 114, ["Bygge rampe", "ved rådhuset"])
        .lines(305, 114, ["Nordvik", "og Skar"])
    )
    layout = opened(pdf(sheet))
    assert [(line.text, line.cell) for line in layout.lines] == [
        ("Bygge rampe", (0, 0, 0)), ("ved rådhuset", (0, 0, 0)), ("Nordvik", (0, 0, 1)), ("og Skar", (0, 0, 1)),
    ]  # fmt: skip


def test_merged_cells_tell_what_they_cover() -> None:
    """A cell over three columns and one over two rows stand once, with their spans; the others keep their columns."""
    sheet = Sheet()
    for y in (100, 120, 160):
        sheet.rule(70, y, 370, y)
    sheet.rule(170, 140, 370, 140).rule(70, 100, 70, 160).rule(370, 100, 370, 160)
    sheet.rule(170, 120, 170, 160).rule(270, 120, 270, 160)
    sheet.text(75, 114, "Budsjett").text(75, 134, "Nordvik").text(175, 134, "Drift").text(275, 134, "1,5")
    sheet.text(175, 154, "Sum").text(275, 154, "2,5")
    (table,) = opened(pdf(sheet)).tables
    cells = [(c.row, c.column, c.rowspan, c.colspan, c.text) for row in table.rows for c in row]
    assert cells == [
        (0, 0, 1, 3, "Budsjett"), (1, 0, 2, 1, "Nordvik"), (1, 1, 1, 1, "Drift"), (1, 2, 1, 1, "1,5"),
        (2, 1, 1, 1, "Sum"), (2, 2, 1, 1, "2,5"),
    ]  # fmt: skip


def test_a_table_inside_a_cell_is_that_cells_text() -> None:
    """The lines of an inner table stand in the outer cell, row by row; there is one table."""
    sheet = (
        Sheet()
        .grid((70, 200, 500), [100, 180, 200])
        .text(75, 114, "Rådhuset")
        .text(75, 194, "Skolen")
        .text(205, 194, "2027")
    )
    sheet.table((203, 300, 400), 105, [("Rampe", "2024"), ("Heis", "2025")]).text(205, 170, "Se punkt 3.")
    layout = opened(pdf(sheet))
    assert rows(layout) == [["Rådhuset", "Rampe 2024 Heis 2025 Se punkt 3."], ["Skolen", "2027"]]


def test_a_table_inside_a_cell_may_touch_the_cells_border() -> None:
    """An inner table with nothing below it, whose last line is as good as the outer row's, divides no outer cell."""
    sheet = Sheet().grid((70, 300, 500), [100, 160, 180]).cells((75, 305), 114, [("Bygge rampe", "Skar")])
    sheet.cells((75, 305), 174, [("Male huset", "Nordvik")]).table(
        (75, 150, 250), 119, [("Fase 1", "10"), ("Fase 2", "20")]
    )
    assert rows(opened(pdf(sheet))) == [["Bygge rampe Fase 1 10 Fase 2 20", "Skar"], ["Male huset", "Nordvik"]]


def test_a_frame_is_no_table() -> None:
    """A box around text, a line under a heading and a chart's axes are no tables."""
    sheet = Sheet().frame(60, 90, 400, 60).lines(70, 110, ["Vedtak:", "Planen vedtas."]).rule(60, 200, 460, 200)
    sheet.rule(100, 300, 100, 400).rule(100, 400, 300, 400).text(70, 450, "Slutt")
    layout = opened(pdf(sheet))
    assert layout.tables == ()
    assert texts(layout) == ["Vedtak:", "Planen vedtas.", "Slutt"]


def test_rows_may_be_parted_by_lines_across_alone() -> None:
    """Where only lines across are drawn, each stretch between two of them is one row."""
    sheet = Sheet()
    for y in (100, 120, 154, 174):
        sheet.rule(70, y, 500, y)
    sheet.cells((72, 250, 400), 114, [("Navn", "Parti", "Rolle")]).cells(
        (72, 250, 400), 134, [("Berit", "Samarbeidslista", "medlem")]
    )
    sheet.text(250, 148, "for bygda").cells((72, 250, 400), 168, [("Jon", "Bygdelista", "vara")])
    assert rows(opened(pdf(sheet))) == [
        ["Navn", "Parti", "Rolle"],
        ["Berit", "Samarbeidslista for bygda", "medlem"],
        ["Jon", "Bygdelista", "vara"],
    ]


PEOPLE = [
    ("Navn", "Parti", "Rolle"),
    ("Ingrid Solvang", "Fjordlista", "ordfører"),
    ("Tor Arne Bjelland", "Bygdelista", "varaordfører"),
    ("Åse Li", "", "medlem"),
    ("Jon Ellingsen", "Uavhengig", "vara"),
]


def test_columns_without_lines_are_a_table() -> None:
    """Rows whose parts begin under one another are a table; an empty cell keeps its place."""
    layout = opened(
        pdf(
            Sheet()
            .text(70, 80, "Til stede", 13, "B")
            .cells((70, 220, 360), 110, PEOPLE)
            .text(70, 240, "Saksliste", 13, "B")
        )
    )
    assert rows(layout) == [list(row) for row in PEOPLE]
    assert [line.text for line in layout.lines if line.cell is None] == ["Til stede", "Saksliste"]


def test_a_cell_without_lines_may_take_two_lines() -> None:
    """A line that stands closer than rows do, or goes on in small letters, belongs to the row above."""
    sheet = Sheet().cells((70, 220, 360), 110, [*PEOPLE[:2], ("Berit Lunde", "Samarbeidslista", "medlem")], 20)
    sheet.text(220, 163, "for bygda").cells((70, 220, 360), 183, PEOPLE[3:], 20)
    expected = [*map(list, PEOPLE[:2]), ["Berit Lunde", "Samarbeidslista for bygda", "medlem"], *map(list, PEOPLE[3:])]
    assert rows(opened(pdf(sheet))) == expected


def test_labels_and_values_are_a_table() -> None:
    """Labels with their values beside them are rows of two cells; a value may have several lines."""
    pairs = [("Type sak", "Vedtakssak"), ("Til", "Rådet"), ("Fra", "Kari Lie"), ("Vedlegg", "1. Utkast til referat")]
    sheet = (
        Sheet()
        .cells((70, 170), 110, pairs, 16)
        .text(170, 172, "2. Budsjett")
        .text(70, 200, "Bakgrunn for saken er møtet i mars.")
    )
    layout = opened(pdf(sheet))
    assert rows(layout) == [*map(list, pairs[:3]), ["Vedlegg", "1. Utkast til referat 2. Budsjett"]]


def test_labels_without_a_value_stay_in_their_table() -> None:
    """A label whose value is empty is a row where it stands at the table's own even distance."""
    pairs = [("Type sak", ""), ("Til", "Rådet"), ("Fra", "Kari Lie"), ("Vedlegg", "")]
    sheet = Sheet().cells((70, 170), 110, pairs, 16).text(70, 184, "Bakgrunn").text(70, 200, "Det var et møte i mars.")
    assert rows(opened(pdf(sheet))) == [list(pair) for pair in pairs]


def test_a_label_may_hang_beside_paragraphs() -> None:
    """Case numbers at the margin with several paragraphs beside them are rows, to the last paragraph."""
    sheet = Sheet()
    y = 110
    for number in (1, 2, 3):
        sheet.text(70, y, f"Sak 0{number}").text(160, y, f"Tittel på sak {number}", font="B")
        sheet.lines(160, y + 16, ["Rådet drøftet saken og ba om en ny plan før", "sommeren."]).text(
            160, y + 56, "Planen vedtas."
        )
        y += 80
    layout = opened(pdf(sheet))
    body = "Rådet drøftet saken og ba om en ny plan før sommeren. Planen vedtas."
    assert rows(layout) == [[f"Sak 0{n}", f"Tittel på sak {n} {body}"] for n in (1, 2, 3)]


PLAIN = {
    "a bulleted list": Sheet().cells((70, 90), 100, [("•", "Første"), ("•", "Andre"), ("•", "Tredje")]),
    "a numbered list": Sheet().cells((70, 95), 100, [("1.", "Første"), ("2.", "Andre"), ("3.", "Tredje")]),
    "one line with a tab": Sheet()
    .text(70, 100, "Saksframlegg")
    .text(400, 100, "Møte 5/2022")
    .text(70, 130, "Sak 37/5/2022"),
    "a list of contents": Sheet().cells(
        (70, 400), 100, [("Innledning .......", "3"), ("Bakgrunn ......", "4"), ("Tiltak ......", "5")]
    ),
    "lines with a tab that go on at the margin": Sheet()
    .cells((70, 200), 100, [("Sak 01/24", "Godkjenning"), ("Sak 02/24", "Plan for Nordvik sentrum, andre gangs")], 16)
    .text(70, 129, "behandling")
    .cells((70, 200), 145, [("Sak 03/24", "Budsjett")]),
    "gaps by chance": Sheet()
    .text(70, 100, "Rådet")
    .text(130, 100, "vedtok planen")
    .text(70, 114, "og ba om")
    .text(141, 114, "en ny")
    .text(70, 128, "sak til")
    .text(118, 128, "høsten"),
}


@pytest.mark.parametrize("name", PLAIN)
def test_what_is_no_table_stays_text(name: str) -> None:
    """Lists, tabs and chance gaps make no table; each line is one line."""
    layout = opened(pdf(PLAIN[name]))
    assert layout.tables == ()
    assert all(line.cell is None for line in layout.lines)


def test_a_drawing_of_many_lines_is_read_in_time() -> None:
    """Graph paper of 300 by 300 lines is no table of 90,000 cells, and does not keep the reader."""
    sheet = Sheet(width=1000, height=1000).text(70, 20, "Kart over Nordvik")
    sheet.grid([100 + 2.5 * n for n in range(300)], [100 + 2.5 * n for n in range(300)])
    layout = opened(pdf(sheet))
    assert layout.tables == ()
    assert texts(layout) == ["Kart over Nordvik"]


def test_the_last_cell_without_lines_keeps_its_last_line() -> None:
    """The first column's last line is of the last row also where another table follows soon, under a heading."""
    rest = ["ved rådhuset og alle de andre husene", "som kommunen eier, fram til jul"]
    sheet = Sheet().cells((70, 260), 100, [("Tiltak", "Ansvar"), ("Bygge rampe og gjerde ved kirken,", "Skar")], 14)
    sheet.lines(70, 128, rest).text(70, 170, "Kultur", 14, "B").cells((70, 260), 190, [HEAD, *BODY], 14)
    assert rows(opened(pdf(sheet)))[-1] == [" ".join(["Bygge rampe og gjerde ved kirken,", *rest]), "Skar"]


def test_a_head_on_a_ground_without_a_line_under_it() -> None:
    """The ground's edge parts the head from the first row where lines part the others."""
    made = [
        ("Navn", "Verv", "Parti"),
        ("Kari Berg", "leder", "Ap"),
        ("Ola Vik", "medlem", "H"),
        ("Per Moe", "vara", "V"),
    ]
    sheet = Sheet().raw("0.9 g")
    for n in range(3):
        sheet.box(70 + 150 * n, 112, 150, 18)
    sheet.raw("0 g").cells((75, 225, 375), 125, made)
    for n in range(1, 4):
        sheet.rule(70, 130 + 18 * n, 520, 130 + 18 * n)
    assert rows(opened(pdf(sheet))) == [list(row) for row in made]
