"""Reading order: columns of text one after the other, tables row by row, the rest from the top down."""

from __future__ import annotations

from pdf_writing import Sheet, opened, pdf, rows, texts

LEFT = [f"Venstre spalte, linje {n}, som fyller" for n in range(1, 7)]
RIGHT = [f"Høyre spalte med linje {n}, som fyller" for n in range(1, 7)]


def columns(sheet: Sheet, top: float, *, shift: float = 0, by_rows: bool = False) -> Sheet:
    """Paint two columns of text, one after the other or line by line across."""
    if by_rows:
        for index, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
            sheet.text(70, top + 14 * index, left).text(310, top + 14 * index, right)
        return sheet
    return sheet.lines(70, top, LEFT).lines(310, top + shift, RIGHT)


def test_columns_are_read_one_after_the_other() -> None:
    """The left column is read before the right one, what stands above them first and what stands below them last."""
    sheet = columns(Sheet().text(70, 80, "Overskriften går over hele bredden av siden og forbi midten"), 110)
    sheet.text(70, 230, "Etter spaltene går teksten videre over hele bredden av siden.")
    lines = texts(opened(pdf(sheet)))
    assert lines[1:-1] == LEFT + RIGHT
    assert lines[0].startswith("Overskriften")
    assert lines[-1].startswith("Etter")


def test_columns_need_not_share_heights() -> None:
    """Columns whose lines stand at different heights are columns all the same."""
    assert texts(opened(pdf(columns(Sheet(), 110, shift=6)))) == LEFT + RIGHT


def test_columns_painted_line_by_line_are_told_by_their_lines() -> None:
    """Where a program paints across both columns, lines that fill their column tell text from a table."""
    assert texts(opened(pdf(columns(Sheet(), 110, by_rows=True)))) == LEFT + RIGHT


def test_three_columns() -> None:
    """Columns within columns are found too."""
    sheet = Sheet()
    words = [[f"Spalte {c} linje {n} her" for n in range(5)] for c in range(3)]
    for c in range(3):
        sheet.lines(60 + 170 * c, 100, words[c])
    assert texts(opened(pdf(sheet))) == [line for column in words for line in column]


def test_a_heading_across_parts_the_columns() -> None:
    """Columns above a heading that runs across are read before it, those below it after."""
    sheet = columns(Sheet(), 110)
    sheet.text(70, 210, "Ny overskrift som går over hele bredden av siden, forbi midten")
    lines = texts(opened(pdf(columns(sheet, 240))))
    assert lines == [*LEFT, *RIGHT, "Ny overskrift som går over hele bredden av siden, forbi midten", *LEFT, *RIGHT]


def test_a_table_between_columns_is_whole() -> None:
    """A ruled table over both columns parts them and is read row by row."""
    sheet = columns(Sheet(), 110).table((70, 300, 520), 210, [("Tiltak", "Ansvar"), ("Rampe", "Nordvik")])
    layout = opened(pdf(columns(sheet, 290)))
    assert texts(layout) == [*LEFT, *RIGHT, "Tiltak", "Ansvar", "Rampe", "Nordvik", *LEFT, *RIGHT]
    assert rows(layout) == [["Tiltak", "Ansvar"], ["Rampe", "Nordvik"]]


def test_columns_below_a_table_are_columns() -> None:
    """Columns are found though most rows of the page have their gaps elsewhere, and though a title stands above one."""
    people = [("Navn", "Parti"), ("Kari Lund", "Fjordlista"), ("Ola Bjerke", "Bygdelista"), ("Åse Li", "Uavhengig")]
    sheet = Sheet().cells((70, 180), 60, [*people, *people[1:], *people[1:]], 14).text(70, 240, "Orientering", 13, "B")
    layout = opened(pdf(columns(sheet, 262)))
    assert rows(layout) == [list(row) for row in (*people, *people[1:], *people[1:])]
    assert texts(layout)[-13:] == ["Orientering", *LEFT, *RIGHT]


def test_a_tall_row_is_no_pair_of_columns() -> None:
    """A row of a table without lines, whose cells have several lines each, is read with the rows around it."""
    sheet = Sheet().cells((70, 310), 80, [("Tiltak", "Ansvar"), ("Rydde stranda", "Skar")], 20)
    sheet.lines(70, 120, LEFT[:4]).lines(310, 120, RIGHT[:4]).cells((70, 310), 182, [("Male huset", "Nordvik")])
    assert rows(opened(pdf(sheet))) == [
        ["Tiltak", "Ansvar"],
        ["Rydde stranda", "Skar"],
        [" ".join(LEFT[:4]), " ".join(RIGHT[:4])],
        ["Male huset", "Nordvik"],
    ]


def test_labels_beside_values_are_no_columns() -> None:
    """Labels that end with a colon are read with their values, though all labels are painted first."""
    sheet = (
        Sheet()
        .lines(70, 100, ["Dato:", "Tid:", "Sted:"])
        .lines(150, 100, ["14. februar 2024", "kl. 10", "Nordvik rådhus"])
    )
    assert rows(opened(pdf(sheet))) == [["Dato:", "14. februar 2024"], ["Tid:", "kl. 10"], ["Sted:", "Nordvik rådhus"]]
