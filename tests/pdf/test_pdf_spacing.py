"""Ends of paragraphs: told by the space below a line where a document's lines stand evenly."""

from __future__ import annotations

import pytest
from pdf_writing import Sheet, opened, pdf

WRAPPED = [
    "Rådet drøftet planen for Nordvik og ba om at",
    "den blir lagt frem på nytt før sommeren med",
    "nye tall for drift og investering.",
]


def ends(sheet: Sheet) -> list[str]:
    """Return the first words of the lines with which a paragraph ends."""
    return [line.text.split()[0] for line in opened(pdf(sheet)).lines if line.paragraph]


def test_more_space_below_a_line_ends_a_paragraph() -> None:
    """A line with more space below it than the lines of a paragraph have ends one; the others may go on."""
    sheet = Sheet().lines(70, 100, WRAPPED).lines(70, 148, WRAPPED).lines(70, 196, ["Vedtak", "Planen vedtas."], 20)
    assert ends(sheet) == ["nye", "nye", "Vedtak"]


def test_lines_in_a_cell_end_paragraphs_too() -> None:
    """Paragraphs in a cell are told by the distance that the document's lines keep elsewhere."""
    sheet = Sheet().lines(70, 100, [*WRAPPED, *WRAPPED]).grid((70, 200, 500), [300, 350])
    sheet.lines(205, 314, ["1. Bygge en rampe", "Ansvar: Nordvik"], 20)
    assert ends(sheet) == ["1."]


def test_two_lines_that_go_on_tell_how_far_apart_lines_are() -> None:
    """Two lines of a document that go on in small letters are enough for the paragraphs that have one line each."""
    short = ["Rådet drøftet saken i møtet.", "Planen legges frem på nytt.", "Ordføreren takket for møtet."]
    assert ends(Sheet().lines(70, 100, WRAPPED).lines(70, 300, short, 20)) == ["nye", "Rådet", "Planen"]
    full = [f"{line} Den var lang." for line in short]
    assert ends(Sheet().lines(70, 100, WRAPPED[:2]).lines(70, 300, full, 20)) == []


@pytest.mark.parametrize(
    ("leading", "end", "ended"),
    [
        (20, "Møtet ble hevet.", True),
        (20, "Møtet ble hevet klokken kvart over fem.", False),
        (14, "Møtet ble hevet.", False),
    ],
)
def test_a_line_with_room_for_the_next_word_ends_a_paragraph(leading: int, end: str, ended: bool) -> None:
    """Where no line goes on in another, a line that stands apart and leaves room for the next one's word ends one."""
    sheet = (
        Sheet().text(70, 100, "Rådet drøftet planen for Nordvik og sa ja.").lines(70, 300, [end, "Neste sak."], leading)
    )
    assert ends(sheet) == ([end.split()[0]] if ended else [])


def test_a_line_that_goes_on_ends_nothing() -> None:
    """More space within a sentence, as a tall letter makes, ends no paragraph."""
    sheet = Sheet().lines(70, 100, [*WRAPPED * 5]).lines(70, 350, ["Rådet ba om at", "planen endres."], 18)
    assert ends(sheet) == ["nye"]


def test_uneven_lines_tell_nothing() -> None:
    """In a document that is set with several distances between lines, the space tells nothing."""
    sheet = Sheet().lines(70, 100, [*WRAPPED[:2], WRAPPED[1]], 13).lines(70, 200, [*WRAPPED[:2], WRAPPED[1]], 20)
    assert ends(sheet.lines(70, 300, ["Vedtak", "Planen vedtas."], 26)) == []
