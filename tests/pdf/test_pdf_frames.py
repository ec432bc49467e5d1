"""Boxes in the middle of a text that runs past them."""

from __future__ import annotations

import pytest
from pdf_writing import Sheet, opened, pdf, rows, texts

ABOVE = [
    "Rådet drøftet saken og mente at tilbudet må bli bedre kjent blant dem som kan ha nytte",
    "av det i hele fylket.",
]
BESIDE = [
    "Administrasjonen svarte at det kommer",
    "en ny side på nettet i løpet av våren,",
    "og at brosjyren er trykket opp igjen",
]
BELOW = ["med nye bilder og med telefonnummer til alle kontorene i fylket, som rådet ba om."]
NEXT = ["Saken kommer tilbake på neste møte."]
INSIDE = ["Frist for svar", "Svar sendes rådet i april."]


def page(x: float = 70, inside: float = 340) -> Sheet:
    """Paint a text with room for a box beside its middle lines."""
    sheet = Sheet().lines(70, 100, ABOVE).lines(x, 128, BESIDE).lines(70, 170, BELOW).lines(70, 194, NEXT)
    return sheet.lines(inside, 134, INSIDE, leading=13, size=9)


def framed(x: float = 330) -> Sheet:
    return page().frame(x, 120, 180, 36)


def ringed() -> Sheet:
    """Fill the border between two boxes, as browsers draw it."""
    outer, inner = f"330 {842 - 156} 180 36", f"331 {842 - 155} 178 34"
    return page().raw(f"{outer} re {inner} re f*")


def grounded() -> Sheet:
    sheet = Sheet().raw("0.9 g").box(330, 120, 180, 36).raw("0 g")
    sheet.parts += page().parts
    return sheet


def on_the_left() -> Sheet:
    return page(x=270, inside=80).frame(70, 120, 180, 36)


@pytest.mark.parametrize(
    "made", [framed(), ringed(), grounded(), on_the_left()], ids=["frame", "ring", "ground", "left"]
)
def test_a_box_is_read_where_the_paragraph_beside_it_ends(made: Sheet) -> None:
    """Lines of a box do not get between the lines of the text that runs past it, on either side."""
    layout = opened(pdf(made))
    assert texts(layout) == [*ABOVE, *BESIDE, *BELOW, *INSIDE, *NEXT]
    assert [line.text for line in layout.lines if line.paragraph][-2:] == [BELOW[-1], INSIDE[-1]]


def test_a_box_beside_labels_stays_where_it_is() -> None:
    """Where no line runs over the box's width there is no text around it: labels stand beside values."""
    sheet = Sheet().text(70, 90, "Møteprotokoll", 16).lines(70, 128, ["Utvalg: Rådet", "Dato: 3. april"])
    sheet.lines(340, 128, ["Side 1", "Arkiv 033"]).frame(330, 114, 180, 36)
    assert texts(opened(pdf(sheet))) == ["Møteprotokoll", "Utvalg: Rådet", "Side 1", "Dato: 3. april", "Arkiv 033"]


def test_grounds_of_cells_are_no_boxes() -> None:
    """The grounds of a table's cells touch one another and leave the table whole."""
    sheet = Sheet().raw("0.9 g")
    for n in range(3):
        sheet.box(70 + 150 * n, 112, 150, 18).box(70 + 150 * n, 148, 150, 18)
    made = [
        ("Navn", "Verv", "Parti"),
        ("Kari Berg", "leder", "Ap"),
        ("Ola Vik", "medlem", "H"),
        ("Per Moe", "vara", "V"),
    ]
    sheet.raw("0 g").cells((75, 225, 375), 125, made)
    assert rows(opened(pdf(sheet))) == [list(row) for row in made]
