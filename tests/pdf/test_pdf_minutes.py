"""Minutes set as PDF: rows that a page cuts, and columns of text with an edge of their own."""

from __future__ import annotations

from functools import cache

from pdf_writing import Sheet, pdf

from govdocs import Host, Source
from govdocs.model import Case, Document
from govdocs.pipeline import read_source

XS = (60, 110, 380, 460, 540)
FIRST = ["Rådet drøftet saken. Det ble stilt spørsmål om", "framdriften i arbeidet, og leder svarte at"]
REST = ["planen holder. Flere pekte på at brukerne må", "høres før planen blir lagt fram igjen."]
WHOLE = " ".join([*FIRST, *REST])
TEXT = [
    "Utvalget drøftet saken i møtet.",
    "Det ble stilt spørsmål om tidene,",
    "og leder svarte at planen holder.",
    "Flere pekte på at brukerne må bli",
    "hørt før planen blir lagt fram.",
]
"""Lines of a narrow column; the first ends as a sentence does, and fills its line."""


@cache
def _host() -> Host:
    return Host.installed()


def read(*sheets: Sheet) -> Document:
    return read_source(Source(name="prøve.pdf", data=pdf(*sheets)), host=_host(), strict=True).document


def paragraphs(case: Case) -> list[str]:
    return [text for section in case.sections for text in section.paragraphs]


def head() -> Sheet:
    sheet = Sheet().text(60, 70, "Referat fra møte i Rådet for kyst", 16, "B")
    return sheet.lines(60, 100, ["Dato: 12. mars 2024", "Til stede: Kari Berg (leder), Ola Vik"])


def test_a_row_that_a_page_cuts_is_read_cell_by_cell() -> None:
    """The rest of a case's text on the next page belongs to it, and not to the last cell of the row above the break."""
    first = head().grid(XS, [640, 660, 700, 780])
    first.cells([x + 4 for x in XS], 654, [("Sak", "Tema", "Ansvar", "Frist")])
    first.lines(64, 674, ["1/24"]).lines(114, 674, ["Budsjett", "Vedtak: Budsjettet vedtas."])
    first.lines(64, 714, ["2/24"]).lines(114, 714, ["Ny kystplan", *FIRST]).text(384, 714, "Ola Vik")
    first.text(464, 714, "1.9.2024")
    second = Sheet().grid(XS, [60, 110, 150])
    second.lines(114, 74, [*REST, "Vedtak: Planen vedtas."]).lines(64, 124, ["3/24"]).lines(114, 124, ["Eventuelt"])
    document = read(first, second)
    case = document.meetings[0].cases[1]
    assert paragraphs(case) == [WHOLE, "Ola Vik", "1.9.2024"]
    assert [decision.text for decision in case.decisions] == ["Planen vedtas."]
    assert not [finding for finding in document.findings if finding.code == "GD103"]
    assert not document.ledger.unread


def test_a_column_of_text_has_an_edge_of_its_own() -> None:
    """A line that fills its column goes on behind a sentence's end, though lines beside it reach further."""
    sheet = head().text(60, 150, "Sak 1/24 Ny kystplan", 11, "B")
    sheet.text(60, 166, "Denne saken er satt i to spalter under denne linja, som går over hele bredden av siden.")
    sheet.lines(60, 190, TEXT).lines(310, 190, TEXT[1:])
    case = read(sheet).meetings[0].cases[0]
    assert any(text.startswith(" ".join(TEXT)) for text in paragraphs(case))


def test_the_lines_of_a_cell_have_an_edge_of_their_own() -> None:
    """A sentence that ends at the edge of its cell ends no paragraph, though other cells reach further."""
    sheet = head().grid((60, 110, 300, 400, 540), [140, 160, 260, 290])
    sheet.cells((64, 114, 304, 404), 154, [("Sak", "Tema", "Ansvar", "Frist")])
    sheet.lines(64, 174, ["1/24"]).lines(114, 174, ["Ny kystplan", *TEXT]).text(304, 174, "Ola Vik")
    sheet.text(404, 174, "I løpet av våren 2025").lines(64, 274, ["2/24"]).lines(114, 274, ["Eventuelt"])
    assert paragraphs(read(sheet).meetings[0].cases[0])[0] == " ".join(TEXT)
