"""Bytes into text: every encoding such documents come in, and what is told where letters got lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_making import opened, shown, source

import govdocs
from govdocs import Limits
from govdocs_text.opening import open_text

TEXT = "Møteprotokoll\nSted: Rådhuset på Ås\nSak 1/24 Godkjenning – «ny» æra\nVedtak:\nØkonomien er god."


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8-sig", b""),
        ("utf-16", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("cp1252", b""),
        ("mac_roman", b""),
    ],
)
def test_the_same_text_opens_the_same_from_every_encoding(encoding: str, mark: bytes) -> None:
    """UTF-8 and UTF-16 with and without a mark, Windows-1252 and Mac Roman give the same lines and no remark."""
    layout = opened(mark + TEXT.encode(encoding))
    assert [line.text for line in layout.lines] == TEXT.split("\n")
    assert layout.remarks == ()


@pytest.mark.parametrize("encoding", ["iso-8859-1", "cp865"])
def test_one_byte_encodings_without_dashes_open_too(encoding: str) -> None:
    """ISO-8859-1 and the Nordic code page of DOS are told by their æ, ø and å."""
    text = "Møteprotokoll\nSted: Rådhuset på Ås\nVedtak:\nØkonomien er ærlig."
    assert shown(text.encode(encoding)) == text.split("\n")


def test_every_line_end_ends_a_line() -> None:
    """Unix, Windows and old Mac line ends give the same lines."""
    assert shown("a\nb\n\nc") == shown("a\r\nb\r\n\r\nc") == shown("a\rb\r\rc") == ["a", "b", "", "c"]


def test_mixed_line_ends_lose_no_line() -> None:
    """A file put together of parts has several kinds; each ends a line once."""
    assert shown("a\r\nb\nc\rd") == ["a", "b", "c", "d"]


@pytest.mark.parametrize(
    "data",
    [
        "Møte\nSted: R\ufffddhuset".encode(),
        b"Lang nok tekst til at resten er sikker UTF-8, " + "æøå ".encode() * 40 + b"\n\xf8delagt",
        b"\xff\xfe" + "Møtereferat fra rådet".encode("utf-16-le") + b"x",
    ],
)
def test_a_lossy_source_is_told(data: bytes) -> None:
    """Replacement characters, and bytes that mean nothing, become a remark that names a line where it happened."""
    layout = opened(data)
    (remark,) = layout.remarks
    assert remark.code == "GD802"
    assert remark.span is not None
    assert "\ufffd" in layout.lines[remark.span.first - 1].text


def test_a_lossy_source_is_a_finding_of_the_document(tmp_path: object) -> None:
    """What the opener remarks, the reader of the document is told as a finding with its place."""
    path = tmp_path / "referat.txt"  # type: ignore[operator]
    path.write_text("Brev\n\nHei, R\ufffddhuset er stengt.\n", encoding="utf-8")
    (finding,) = [finding for finding in govdocs.read(path).findings if finding.code == "GD802"]
    assert finding.span is not None
    assert finding.span.first == 3


@pytest.mark.parametrize(
    "data",
    [
        b"\x00" * 500,
        bytes(range(256)) * 8,
        b"Sak 1/24\x00\x01\x02\x03" * 50,
        b"\x1f\x8b\x08\x00" + bytes(range(1, 200)),
        b"\x89PNG\r\n\x1a\n" + bytes(range(32)) * 9,
        b"   \n \n\t\n",
        b"\xef\xbb\xbf",
        b"\xff\xfe" + b"\x01\x00\x02\x00" * 99,
    ],
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    """Zero bytes, control characters, packed data, pictures and blank files are not opened."""
    assert open_text(source(data), Limits()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"%PDF-1.7\n1 0 obj",
        b"skrot %PDF-1.4\n",
        b"PK\x03\x04abc",
        b"\xd0\xcf\x11\xe0abc",
        b"{\\rtf1 Hei}",
        b"<!DOCTYPE html><p>Sak 1",
        b"  <html><body>Sak 1</body></html>",
        b"<?xml version='1.0'?><a/>",
        b"<!-- x --><div>Sak 1</div>",
        "\ufeff<html>Sak</html>".encode("utf-16-le"),
        b"<p>Sak 1</p>",
    ],
)
def test_other_formats_are_left_to_their_openers(data: bytes) -> None:
    """PDF, Word, RTF, web pages and XML are not opened as text, whatever the file is called."""
    assert open_text(source(data), Limits()) is None


@pytest.mark.parametrize(
    "text",
    ["<p>-taggen er nevnt", "Se <http://x.no> for mer", "a < b og c > d", "Vi fant %PDF i teksten " + "x" * 1024],
)
def test_text_that_mentions_another_format_is_text(text: str) -> None:
    """Marks in the middle of a text do not make it a web page or a PDF."""
    if text.startswith("<p>"):
        text = f"Sak 1\n{text}"
    assert open_text(source(text), Limits()) is not None


@given(st.text(alphabet=st.characters(codec="cp1252", categories=("L", "Nd", "Po", "Zs")), min_size=1, max_size=80))
def test_what_utf_8_can_say_is_never_lost(text: str) -> None:
    """Any text in UTF-8 that holds letters opens, with each of its letters and no remark."""
    text = f"Møte {text}"
    layout = opened(text)
    assert "".join(filter(str.isalnum, layout.lines[0].text)) == "".join(filter(str.isalnum, text))
    assert layout.remarks == ()


@given(st.binary(max_size=200))
def test_any_bytes_are_opened_or_refused(data: bytes) -> None:
    """No bytes make the opener fail; what it opens has as many lines as it found line ends."""
    layout = open_text(source(data), Limits())
    if layout is not None:
        assert len(layout.lines) >= 1
        assert [line.number for line in layout.lines] == list(range(1, len(layout.lines) + 1))
