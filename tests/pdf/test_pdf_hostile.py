"""Pages made to do harm: each is read in time, or refused with its reason."""

from __future__ import annotations

import time

import pytest
from pdf_writing import Sheet, opened, pdf, texts

from govdocs.errors import InputError

MANY = 20_000


def scattered() -> Sheet:
    """Return a page of many short words all over the place."""
    sheet = Sheet(width=3000, height=3000)
    for number in range(MANY):
        sheet.text(20 * (number * 37 % 143), 20 + 20 * (number // 143), "ord", 6)
    return sheet


def rows() -> Sheet:
    """Return a page of thousands of rows of two words that never quite make a table."""
    sheet = Sheet(width=600, height=14_000)
    for number in range(2_000):
        sheet.text(50 + number * 13 % 40, 20 + 6 * number, "ord", 5).text(
            200 + number * 31 % 160, 20 + 6 * number, "ord", 5
        )
    return sheet


def wide() -> Sheet:
    """Return a page of rows with hundreds of columns."""
    sheet = Sheet(width=14_000, height=800)
    for number in range(MANY // 2):
        sheet.text(20 + 25 * (number % 500), 20 + 30 * (number // 500), "ord", 5)
    return sheet


def nested(depth: int) -> Sheet:
    """Return frames within frames, each with a line of its own."""
    sheet = Sheet(width=4000, height=4000)
    for level in range(depth):
        sheet.frame(10 + 5 * level, 10 + 5 * level, 3900 - 10 * level, 3900 - 10 * level)
        sheet.rule(2000, 10 + 5 * level, 2000, 14 + 5 * level)
    return sheet.text(1900, 1900, "innerst")


def lattice(count: int) -> Sheet:
    """Return a grid of crossing lines."""
    sheet = Sheet(width=3000, height=3000).text(5, 5, "ord", 5)
    return sheet.grid([10 + 4 * n for n in range(count)], [10 + 4 * n for n in range(count)])


def drawing() -> Sheet:
    """Return one path of many segments and many small paths."""
    path = " ".join(f"{n % 500} {n * 7 % 700} l" for n in range(MANY))
    sheet = Sheet().text(70, 100, "ord").raw(f"0 0 m {path} S")
    for number in range(MANY):
        sheet.raw(f"{number % 500} {number % 700} 1 30 re f")
    return sheet


PAGES = {
    "many words in disorder": (scattered, MANY),
    "rows that are nearly a table": (rows, 4_000),
    "rows of 500 columns": (wide, MANY // 2),
    "frames in frames": (lambda: nested(380), 1),
    "a lattice of 700 by 700": (lambda: lattice(700), 1),
    "a lattice of 2,500 by 2,500": (lambda: lattice(2_500), 1),
    "a drawing": (drawing, 1),
    "one long line": (lambda: Sheet().raw("BT /F 1 Tf 10 700 Td " + f"({'ord ' * 1000}) Tj " * 50 + "ET"), 50_000),
    "one long word": (lambda: Sheet().raw("BT /F 1 Tf 10 700 Td " + f"({'o' * 4000}) Tj " * 50 + "ET"), 1),
}


@pytest.mark.parametrize("name", PAGES)
def test_a_hostile_page_is_read_in_time(name: str) -> None:
    """No page takes more than a few seconds, and no word of it is lost."""
    paint, words = PAGES[name]
    data = pdf(paint())
    start = time.process_time()
    layout = opened(data)
    assert time.process_time() - start < 20
    assert sum(len(line.split()) for line in texts(layout)) == words


def test_forms_that_hold_themselves_come_to_an_end() -> None:
    """A form that paints itself is read once."""
    sheet = Sheet(forms=["BT /F 11 Tf 1 0 0 1 70 600 Tm (inne) Tj ET /X0 Do"]).text(70, 100, "ute").raw("/X0 Do")
    assert texts(opened(pdf(sheet))) == ["ute", "inne"]


@pytest.mark.parametrize("count", [b"99999999999", b"-5", b"2147483648"])
def test_a_page_count_that_lies(count: bytes) -> None:
    """A page tree that lies about its pages is mended or refused, not believed."""
    data = pdf(Sheet().text(70, 100, "Sak 1/24")).replace(b"/Count 1", b"/Count " + count)
    try:
        lines = texts(opened(data))
    except InputError:
        lines = ["Sak 1/24"]
    assert lines == ["Sak 1/24"]
