"""Furniture: running heads and feet, page numbers and footnotes, told from text that looks like them."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from pdf_writing import Sheet, furniture, opened, pdf, texts


def pages(count: int, paint: Callable[[Sheet, int], object]) -> bytes:
    """Return a document whose pages hold four lines of text each and what `paint` adds."""
    sheets = []
    for number in range(1, count + 1):
        sheet = Sheet().lines(70, 120, [f"Brødtekst {number}.{line} om saken." for line in range(4)])
        paint(sheet, number)
        sheets.append(sheet)
    return pdf(*sheets)


def test_the_first_running_head_stays_text() -> None:
    """A line that comes back at the head of each page is furniture from its second time on."""
    layout = opened(pages(4, lambda sheet, n: sheet.text(70, 40, "Nordvik kommune").text(400, 40, "Kommunestyret")))
    assert texts(layout)[0] == "Nordvik kommune Kommunestyret"
    assert furniture(layout) == [(n, "running-head", "Nordvik kommune Kommunestyret") for n in (2, 3, 4)]


def test_running_feet_are_furniture_from_the_first() -> None:
    """A line that comes back at the foot of each page is furniture on all of them."""
    layout = opened(pages(3, lambda sheet, n: sheet.text(70, 800, "Postboks 1, 9999 Nordvik")))
    assert furniture(layout) == [(n, "running-foot", "Postboks 1, 9999 Nordvik") for n in (1, 2, 3)]


@pytest.mark.parametrize(
    "form",
    ["Side {n} av 5", "side {n}", "{n}", "- {n} -", "{n} / 5", "{n} (5)", "Side: {n}", "Side | {n}", "{n} | S i d e"],
)
@pytest.mark.parametrize("y", [40, 800])
def test_page_numbers_are_always_furniture(form: str, y: float) -> None:
    """Page numbers in every usual form, at the head or at the foot."""
    layout = opened(pages(5, lambda sheet, n: sheet.text(280, y, form.format(n=n))))
    assert furniture(layout) == [(n, "page-number", form.format(n=n)) for n in range(1, 6)]


def test_a_foot_may_hold_the_page_number() -> None:
    """A foot that holds the page number comes back all the same."""
    layout = opened(pages(3, lambda sheet, n: sheet.text(70, 800, f"Vedtatt 14. februar 2024 – side {n} av 3")))
    assert [(page, kind) for page, kind, _ in furniture(layout)] == [(n, "running-foot") for n in (1, 2, 3)]


def test_heads_that_differ_on_even_pages() -> None:
    """Heads that come back on every second page are running heads."""
    layout = opened(pages(6, lambda sheet, n: sheet.text(70, 40, "Nordvik" if n % 2 else "Kommunestyret")))
    assert [page for page, _, _ in furniture(layout)] == [3, 4, 5, 6]


@pytest.mark.parametrize(
    ("name", "lines"),
    [
        ("case numbers at the head of each page", lambda n: [(40, f"Sak {36 + n}/5/2022")]),
        ("cases numbered as the pages are", lambda n: [(40, f"Sak {n}")]),
        ("different figures", lambda n: [(40, str(n * n + 5))]),
        ("years", lambda n: [(800, str(2020 + 3 * n))]),
        ("the same heading in the body", lambda n: [(300, "Forslag til vedtak")]),
    ],
)
def test_text_that_only_looks_like_furniture_stays(name: str, lines: Callable[[int], list[tuple[float, str]]]) -> None:
    """Case numbers and figures that do not keep step with the pages, and what comes back in the body, are text."""
    layout = opened(pages(4, lambda sheet, n: [sheet.text(70, y, words) for y, words in lines(n)]))
    assert furniture(layout) == [], name


def test_the_same_first_line_in_large_type_is_a_title() -> None:
    """One-page papers that each begin with the same title in larger type keep their titles."""
    layout = opened(pages(4, lambda sheet, n: sheet.text(70, 60, "Saksframlegg", 16, "B")))
    assert texts(layout).count("Saksframlegg") == 4


@pytest.mark.parametrize("words", ["Forslag til vedtak", "SAKSFRAMLEGG", "Saksbehandler: Kari Berg"])
def test_a_label_at_the_top_of_page_after_page_is_text(words: str) -> None:
    """What begins a paper or a piece of one is no running head though each page begins with it."""
    layout = opened(pages(4, lambda sheet, n: sheet.text(70, 100, words, 11, "B")))
    assert texts(layout).count(words) == 4


def test_what_comes_back_where_other_pages_have_their_text_is_text() -> None:
    """A running head stands over the text of all pages around it; a line within their text is of it."""
    layout = opened(
        pages(6, lambda sheet, n: sheet.text(70, 100, "Rådet drøftet saken." if n % 2 else f"Punkt {n} x{n * n}."))
    )
    assert texts(layout).count("Rådet drøftet saken.") == 3


@pytest.mark.parametrize(("gap", "furniture_on"), [(20, []), (40, [1, 3, 5])])
def test_a_paragraph_with_which_every_other_page_ends_is_text(gap: int, furniture_on: list[int]) -> None:
    """A foot stands clear of the text; what stands as near to it as paragraphs do is one, at whatever height."""

    def paint(sheet: Sheet, n: int) -> None:
        if n % 2:
            sheet.text(70, 740 - gap, f"Saken om punkt {n * n} ble lagt fram.").text(
                70, 740, "Rådet tok den til orientering."
            )

    assert [page for page, _, _ in furniture(opened(pages(6, paint)))] == furniture_on


def test_a_head_that_stands_once() -> None:
    """What stands over the margin at which every page's text begins is a running head, though it does not come back."""
    layout = opened(pages(2, lambda sheet, n: sheet.text(70, 40, ("Nordvik kommune", "Møte i rådet")[n - 1])))
    assert [line.text for line in layout.lines if line.running] == ["Nordvik kommune", "Møte i rådet"]
    uneven = opened(pages(2, lambda sheet, n: sheet.text(70, 40 + 12 * n, ("Nordvik kommune", "Møte i rådet")[n - 1])))
    assert not any(line.running for line in uneven.lines)


def test_a_head_in_a_ruled_table() -> None:
    """A table that stands at the head of each page is furniture as a whole."""
    layout = opened(pages(4, lambda sheet, n: sheet.table((70, 300, 500), 30, [("Nordvik kommune", f"Side {n} av 4")])))
    assert layout.tables == ()
    assert {kind for page, kind, _ in furniture(layout) if page > 1} == {"running-head", "page-number"}


def test_a_watermark_is_furniture() -> None:
    """Text on its side that comes back on every page is furniture."""
    layout = opened(pages(3, lambda sheet, n: sheet.raw("BT /F 60 Tf 0.7 0.7 -0.7 0.7 150 250 Tm (UTKAST) Tj ET")))
    assert furniture(layout) == [(n, "running-foot", "UTKAST") for n in (1, 2, 3)]


def noted(sheet: Sheet, *, separator: bool = True) -> Sheet:
    """Paint a footnote of two lines."""
    if separator:
        sheet.rule(70, 740, 180, 740)
    return (
        sheet.text(70, 750, "1", 6)
        .text(75, 754, "Vedtatt av kommunestyret 12. desember 2022,", 8.5)
        .text(70, 765, "i sak 90/22.", 8.5)
    )


@pytest.mark.parametrize("separator", [True, False])
def test_footnotes_are_furniture(separator: bool) -> None:
    """Small lines at the foot of the page that begin with a mark are footnotes, with a line above them or without."""
    layout = opened(pages(2, lambda sheet, n: noted(sheet, separator=separator) if n == 1 else None))
    assert furniture(layout) == [
        (1, "footnote", "1 Vedtatt av kommunestyret 12. desember 2022,"), (1, "footnote", "i sak 90/22."),
    ]  # fmt: skip


def test_footnotes_in_the_size_of_the_text() -> None:
    """A line like that above footnotes tells them though they are set no smaller; an underlined title it does not."""
    layout = opened(
        pages(2, lambda sheet, n: sheet.rule(70, 740, 180, 740).text(70, 754, "1 Vedtatt i 2022.") if n == 1 else None)
    )
    assert furniture(layout) == [(1, "footnote", "1 Vedtatt i 2022.")]
    layout = opened(
        pages(
            1, lambda sheet, n: sheet.text(70, 700, "Tiltak").rule(70, 702, 130, 702).text(70, 720, "1 Rydde stranda.")
        )
    )
    assert furniture(layout) == []


def test_small_text_that_is_no_footnote_stays() -> None:
    """Small text in the midst of the page, or without a mark and a line above it, is text."""
    layout = opened(
        pages(
            2,
            lambda sheet, n: sheet.text(70, 220, "1 Dette er små bokstaver.", 8).text(
                70, 700, f"Kopi: arkiv {n * n}", 8
            ),
        )
    )
    assert furniture(layout) == []
