"""Opening: what is taken for a PDF, what is refused and why, what is bounded."""

from __future__ import annotations

import os
import random
import re
import sys
from pathlib import Path

import pytest
from pdf_writing import Sheet, opened, pdf, texts

from govdocs import Limits, Source
from govdocs.errors import EncryptedError, InputError, LimitError
from govdocs_pdf import govdocs_open

SAMPLES = Path(__file__).parent / "samples"
HELLO = pdf(Sheet().text(70, 100, "Sak 1/24 Godkjenning"))


def test_text_stands_with_page_place_size_and_style() -> None:
    """A line tells its page, its left and right edge, its top, its size, and whether it is bold or italic."""
    layout = opened(
        pdf(Sheet().text(70, 100, "Vanlig tekst").text(70, 130, "Fet", 14, "B").text(70, 160, "Kursiv", 11, "I"))
    )
    plain, bold, italic = layout.lines
    assert (plain.page, plain.indent, plain.size, plain.bold, plain.italic) == (1, 70, 11, False, False)
    assert plain.right == pytest.approx(128, abs=4)
    assert plain.top == pytest.approx(91, abs=2)
    assert (bold.size, bold.bold, bold.italic) == (14, True, False)
    assert (italic.bold, italic.italic) == (False, True)
    assert (layout.media_type, layout.opener) == ("application/pdf", "pdf")
    assert (layout.pages[0].width, layout.pages[0].height) == (595, 842)


@pytest.mark.parametrize("data", [b"", b"Sak 1/24", b"<html><body>%PDF</body></html>", b"x" * 2000 + HELLO])
def test_other_bytes_are_not_answered(data: bytes) -> None:
    """Only bytes with the mark of a PDF among the first 1,024 are ours; for others the answer is `None`."""
    assert govdocs_open(source=Source(name="x.pdf", data=data), limits=Limits()) is None


def test_junk_before_the_mark_is_no_hindrance() -> None:
    """A mark that stands within the first 1,024 bytes is found, and so is the text behind it."""
    assert texts(opened(b"\r\nHTTP/1.1 200 OK\r\n\r\n" + HELLO)) == ["Sak 1/24 Godkjenning"]


def test_a_locked_document_is_told_as_such() -> None:
    """A document that asks for a password is an `EncryptedError`; one that only forbids copying is read."""
    with pytest.raises(EncryptedError, match=r"laast\.pdf: is locked"):
        govdocs_open(source=Source(name="laast.pdf", data=(SAMPLES / "laast.pdf").read_bytes()), limits=Limits())
    assert "Sak 1/24 Godkjenning" in texts(opened((SAMPLES / "eierlaast.pdf").read_bytes()))


BROKEN = {
    "cut off": HELLO[: len(HELLO) // 2].replace(b"endobj", b"endxxx"),
    "nothing but the mark": b"%PDF-1.7\n",
    "random bytes": b"%PDF-1.7\n" + random.Random(3).randbytes(5000),
    "a web page": b"<html>%PDF-1.4</html>" * 50,
    "a page tree without pages": re.sub(
        rb"/Kids \[\d+ 0 R\]", lambda kids: b"/Kids [".ljust(len(kids[0]) - 1) + b"]", HELLO
    ).replace(b"/Count 1", b"/Count 0"),
    "a page tree in a loop": (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[2 0 R]/Count 1>>endobj\n"
        b"trailer<</Root 1 0 R>>\n"
    ),
}


@pytest.mark.parametrize("name", BROKEN)
def test_broken_documents_are_input_errors_that_name_the_file(name: str) -> None:
    """What the library cannot make anything of is an `InputError` with the file's name and a reason."""
    with pytest.raises(InputError) as caught:
        opened(BROKEN[name])
    assert caught.value.name == "prøve.pdf"
    assert caught.value.reason
    assert not isinstance(caught.value, LimitError)


def test_a_scanned_document_is_told_and_not_empty() -> None:
    """A document of pictures has a remark for the whole and one blank line, so that its place can be named."""
    layout = opened(pdf(Sheet(picture=True), Sheet(picture=True)))
    assert [(remark.code, remark.span) for remark in layout.remarks] == [("GD801", None)]
    assert "scanned" in layout.remarks[0].message
    assert [line.text for line in layout.lines] == [""]
    assert [(page.first, page.last) for page in layout.pages] == [(1, 1), (2, 1)]


def test_a_scanned_page_among_others_is_told_with_its_page() -> None:
    """A page without text in a document that has text is a remark that names the page."""
    layout = opened(pdf(Sheet().text(70, 100, "Side en"), Sheet(picture=True), Sheet().text(70, 100, "Side tre")))
    assert [(remark.code, remark.span.page if remark.span else 0) for remark in layout.remarks] == [("GD801", 2)]
    assert texts(layout) == ["Side en", "Side tre"]
    assert [(page.first, page.last) for page in layout.pages] == [(1, 1), (2, 1), (2, 2)]


def test_glyphs_without_letters_are_told() -> None:
    """A document whose fonts do not say which letters their glyphs are has a remark, as its text may be wrong."""
    font = (
        b"/T << /Type /Font /Subtype /Type3 /FontBBox [0 0 1000 1000] /FontMatrix [0.001 0 0 0.001 0 0] /FirstChar 65 "
        b"/LastChar 66 /Widths [500 500] /Encoding << /Type /Encoding /Differences [65 /g1 /g2] >> /CharProcs << >> >>"
    )
    data = pdf(
        Sheet().text(70, 100, "Side en"), Sheet().text(70, 100, "Sak 1/24").raw("BT /T 11 Tf 70 600 Td (AB) Tj ET")
    )
    assert opened(data).remarks == ()
    (remark,) = opened(data.replace(b"/Resources << /Font << ", b"/Resources << /Font << " + font + b" ")).remarks
    assert (remark.code, remark.span.page if remark.span else 0) == ("GD802", 2)
    assert "page 2" in remark.message


@pytest.mark.parametrize(
    ("bound", "enough", "short"), [("pages", 3, 2), ("lines", 12, 11), ("table_cells", 12, 11), ("line_length", 6, 5)]
)
def test_each_bound_holds_on_both_sides(bound: str, enough: int, short: int) -> None:
    """A document that keeps within a bound is opened; one that passes it is a `LimitError` that names the bound."""
    sheets = [Sheet().table((70, 200, 400), 300 + 7 * n, [("Tiltak", f"Nr {n}"), ("Ansvar", "alle")]) for n in range(3)]
    data = pdf(*sheets)
    assert len(opened(data, Limits(**{bound: enough})).lines) == 12
    with pytest.raises(LimitError) as caught:
        opened(data, Limits(**{bound: short}))
    assert caught.value.limit == bound


def test_lines_are_numbered_in_order_and_pages_cover_them() -> None:
    """Line n has number n, and the pages' ranges follow each other without a gap."""
    for name in ("protokoll", "plan", "register"):
        layout = opened((SAMPLES / f"{name}.pdf").read_bytes())
        assert [line.number for line in layout.lines] == list(range(1, len(layout.lines) + 1))
        ends = [0, *(page.last for page in layout.pages)]
        assert [page.first for page in layout.pages] == [end + 1 for end in ends[:-1]]
        assert ends[-1] == len(layout.lines)
        for table in layout.tables:
            for row in table.rows:
                for cell in row:
                    assert all(layout.lines[line.number - 1] is line for line in cell.lines)
                    assert all(line.cell == (table.number, cell.row, cell.column) for line in cell.lines)
                    assert all(table.first <= line.number <= table.last for line in cell.lines)


@pytest.mark.skipif(sys.platform != "linux", reason="reads the memory in use from /proc")
def test_opening_again_and_again_keeps_memory_flat() -> None:
    """Every handle of the library is closed: 200 openings, of broken ones too, take no more memory than 20."""
    data = (SAMPLES / "protokoll.pdf").read_bytes()

    def resident() -> int:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")

    for _ in range(20):
        opened(data)
    before = resident()
    for index in range(200):
        opened(data)
        with pytest.raises(InputError):
            opened(BROKEN["a page tree in a loop" if index % 2 else "cut off"])
    assert resident() - before < 6 * 1024 * 1024


def test_a_zip_file_that_begins_with_a_pdf_is_none() -> None:
    """A Word document may hold a PDF that is not packed; only one plugin may open it."""
    assert govdocs_open(Source(name="a.docx", data=b"PK\x03\x04 a.pdf %PDF-1.7"), Limits()) is None
