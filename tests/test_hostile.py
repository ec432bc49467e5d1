"""Hostile and damaged input by name: each is read, or is one line that names the file and the reason; nothing more."""

from __future__ import annotations

import io
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

import govdocs
from govdocs.archive.outcomes import Failure
from govdocs.cli import main
from govdocs.codec import decode
from govdocs.errors import PluginError
from govdocs.model import Document

EXAMPLES = Path(__file__).parents[1] / "examples"
PDF = (EXAMPLES / "archive_mixed" / "nsh_referat_2026-04-14.pdf").read_bytes()
DOCX = (EXAMPLES / "archive_mixed" / "nsh_referat_2026-04-14.docx").read_bytes()
HTML = (EXAMPLES / "archive_mixed" / "nsh_referat_2026-04-14.html").read_bytes()
TEXT = (EXAMPLES / "archive" / "eldreraadet_referat_2025-04-08.txt").read_text("utf-8")
SECONDS = 30
"""Processor time for any of them; wall time says little on a busy machine."""
HEAD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
CELL = "<w:tc><w:p><w:r><w:t>x</w:t></w:r></w:p></w:tc>"


def packed(*members: tuple[str, bytes], mode: int = 0o100644) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name)
            info.external_attr = mode << 16
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return room.getvalue()


def word(part: str, data: bytes) -> bytes:
    """Return the sample as a Word document with one part in another form."""
    with zipfile.ZipFile(io.BytesIO(DOCX)) as archive:
        members = {info.filename: archive.read(info) for info in archive.infolist()}
    return packed(*({**members, part: data}).items())


def body(content: str, head: str = "") -> bytes:
    return word("word/document.xml", f"{head}{HEAD}{content}</w:body></w:document>".encode())


def nested(levels: int) -> bytes:
    data = packed(("referat.txt", TEXT.encode()))
    for _ in range(levels):
        data = packed(("inni.zip", data))
    return data


def painted(stream: bytes, *, kids: bytes = b"[3 0 R]", length: bytes | None = None) -> bytes:
    """Return a PDF of one page without a table of places, which has to be mended."""
    return (
        b"%PDF-1.5\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Count 1/Kids "
        + kids
        + b">>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F<</Type/Font"
        b"/Subtype/Type1/BaseFont/Helvetica>>>>>>>>endobj\n4 0 obj<</Length "
        + (length or str(len(stream)).encode())
        + b"/Filter/FlateDecode>>stream\n"
        + stream
        + b"\nendstream endobj\n"
        b"trailer<</Root 1 0 R>>\n%%EOF"
    )


SHOWN = zlib.compress(b"BT /F 12 Tf 50 700 Td (Sak 1/24) Tj ET")
LAUGHS = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10 if n else "ha"}">' for n in range(10))
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'

CASES: dict[str, tuple[str, Callable[[], bytes]]] = {
    "nothing": ("a.txt", lambda: b""),
    "nothing called PDF": ("a.pdf", lambda: b""),
    "nothing called Word": ("a.docx", lambda: b""),
    "nothing called zip": ("a.zip", lambda: b""),
    "blanks only": ("a.txt", lambda: b" \n\n\t\n"),
    "zero bytes": ("a.txt", lambda: bytes(5000)),
    "random bytes": ("a.txt", lambda: bytes((n * 7919 + n // 3) % 256 for n in range(5000))),
    "random bytes called PDF": ("a.pdf", lambda: bytes((n * 7919 + n // 3) % 256 for n in range(5000))),
    "Windows-1252": ("a.txt", lambda: TEXT.encode("cp1252")),
    "Mac Roman": ("a.txt", lambda: TEXT.replace("–", "-").encode("mac_roman")),
    "UTF-16 with a mark": ("a.txt", lambda: TEXT.encode("utf-16")),
    "UTF-16 without a mark": ("a.txt", lambda: TEXT.encode("utf-16-le")),
    "UTF-16 cut in a letter": ("a.txt", lambda: TEXT.encode("utf-16")[:-1]),
    "UTF-8 cut in a letter": ("a.txt", lambda: (TEXT + "ø").encode()[:-1]),
    "mixed encodings": ("a.txt", lambda: TEXT.encode() + TEXT.encode("cp1252")),
    "lone surrogates": ("a.txt", lambda: TEXT.encode() + "\ud800 Sak 1/24 \udfff".encode("utf-8", "surrogatepass")),
    "lone surrogates in UTF-16": ("a.txt", lambda: TEXT.encode("utf-16") + b"\x00\xd8a\x00"),
    "control characters": ("a.txt", lambda: TEXT.replace(" ", "\x01", 9).replace("e", "e\x1b[31m", 9).encode()),
    "a 50 MB line": ("a.txt", lambda: b"Sak 1/24 " * (50 * 1024 * 1024 // 9)),
    "a word of 100,000 letters in minutes": (
        "a.txt",
        lambda: (TEXT.replace("Det må være plass", "Det må være " + "endobj" * 17_000)).encode(),
    ),
    "a line of strokes": ("a.txt", lambda: b"Referat\n" + b"-" * 900_000 + b"x\nSak 1/24"),
    "a line of brackets": ("a.txt", lambda: b"Referat\nTil stede: " + b"(" * 100_000 + b"\nSak 1/24 Budsjett"),
    "600,000 lines": ("a.txt", lambda: b"x\n" * 600_000),
    "6,000 pages": ("a.txt", lambda: b"Side\f" * 6_000),
    "truncated PDF": ("a.pdf", lambda: PDF[: len(PDF) // 3]),
    "PDF without its end": ("a.pdf", lambda: PDF[:-200]),
    "junk before the PDF": ("a.pdf", lambda: b"junk\n" * 50 + PDF),
    "PDF with a wrong table of places": ("a.pdf", lambda: PDF.replace(b"startxref\n", b"startxref\n9")),
    "PDF without objects": ("a.pdf", lambda: b"%PDF-1.7\n%%EOF"),
    "PDF whose pages hold themselves": ("a.pdf", lambda: painted(SHOWN, kids=b"[2 0 R]")),
    "PDF whose pages are not there": ("a.pdf", lambda: painted(SHOWN, kids=b"[9 0 R]")),
    "PDF with a wrong length": ("a.pdf", lambda: painted(SHOWN, length=b"-1")),
    "PDF with a damaged stream": ("a.pdf", lambda: painted(SHOWN[:20] + b"\xff" * 20)),
    "PDF whose stream is a bomb": ("a.pdf", lambda: painted(zlib.compress(b" " * 60_000_000))),
    "PDF with deep brackets": ("a.pdf", lambda: painted(zlib.compress(b"[" * 200_000))),
    "PDF with 100,000 saved states": ("a.pdf", lambda: painted(zlib.compress(b"q " * 100_000))),
    "web page called PDF": ("a.pdf", lambda: HTML),
    "Word document called PDF": ("a.pdf", lambda: DOCX),
    "PDF called Word": ("a.docx", lambda: PDF),
    "text called Word": ("a.docx", lambda: TEXT.encode()),
    "PDF called text": ("a.txt", lambda: PDF),
    "Word document called zip": ("a.zip", lambda: DOCX),
    "truncated Word document": ("a.docx", lambda: DOCX[: len(DOCX) // 2]),
    "Word document without its end": ("a.docx", lambda: DOCX[:-30]),
    "Word document with changed bytes": ("a.docx", lambda: DOCX[:900] + b"\0" * 60 + DOCX[960:]),
    "Word document of broken XML": ("a.docx", lambda: body("<w:p>")),
    "Word document of no XML": ("a.docx", lambda: word("word/document.xml", b"\xff\xfe\x00")),
    "Word document with an entity bomb": ("a.docx", lambda: body("&a9;", f"<!DOCTYPE x [{LAUGHS}]>")),
    "Word document with an outside entity": ("a.docx", lambda: body("<w:p>&a;</w:p>", OUTSIDE)),
    "Word document 100,000 deep": ("a.docx", lambda: body("<w:p>" * 100_000 + "</w:p>" * 100_000)),
    "Word table of a million cells": (
        "a.docx",
        lambda: body("<w:tbl>" + f"<w:tr>{CELL * 100}</w:tr>" * 10_000 + "</w:tbl>"),
    ),
    "Word cell over a million columns": (
        "a.docx",
        lambda: body(f'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="1000000"/></w:tcPr>{CELL[6:]}</w:tr></w:tbl>'),
    ),
    "Word part that is a bomb": ("a.docx", lambda: word("word/styles.xml", b" " * 80_000_000)),
    "Word relations that lead out": (
        "a.docx",
        lambda: word(
            "_rels/.rels",
            b'<Relationships><Relationship Id="1" Type="x/officeDocument" '
            b'Target="../../../etc/passwd"/></Relationships>',
        ),
    ),
    "HTML 100,000 deep": ("a.html", lambda: b"<html><body>" + b"<div>" * 100_000 + b"Sak 1/24"),
    "HTML with tables 5,000 deep": ("a.html", lambda: b"<html><body>" + b"<table><tr><td>" * 5_000 + b"Sak 1/24"),
    "HTML cell over a million rows and columns": (
        "a.html",
        lambda: b"<html><body><table><tr><td rowspan=1000000 colspan=1000000>a</td></tr></table>",
    ),
    "HTML with an entity bomb": ("a.html", lambda: f"<!DOCTYPE html [{LAUGHS}]><html><p>&a9;</p>".encode()),
    "HTML with an outside entity": ("a.html", lambda: f"{OUTSIDE}<html><p>&a; Sak</p></html>".encode()),
    "HTML with references to no letters": ("a.html", lambda: b"<html><p>&#0; &#xD800; &#x110000; &#99999999999;</p>"),
    "HTML cut in a tag": ("a.html", lambda: HTML[:-12]),
    "HTML in another encoding than it says": ("a.html", lambda: b'<html><meta charset="utf-8"><p>\xe6\xf8\xe5 Sak</p>'),
    "HTML in an encoding that is none": ("a.html", lambda: b'<html><meta charset="nix"><p>Sak 1/24</p></html>'),
    "HTML of a million empty elements": ("a.html", lambda: b"<html><body>" + b"<b></b>" * 300_000),
    "zip bomb": ("a.zip", lambda: packed(("a.txt", b"0" * 40_000_000))),
    "zip of zips of zips": ("a.zip", lambda: nested(40)),
    "zip slip": ("a.zip", lambda: packed(("../../ute.txt", TEXT.encode()))),
    "zip with an absolute name": ("a.zip", lambda: packed(("/tmp/ute.txt", TEXT.encode()))),
    "zip with a name of Windows that leads out": ("a.zip", lambda: packed(("..\\..\\ute.txt", TEXT.encode()))),
    "zip with a drive": ("a.zip", lambda: packed(("C:\\ute.txt", TEXT.encode()))),
    "zip with a link": ("a.zip", lambda: packed(("a.txt", b"/etc/passwd"), mode=0o120777)),
    "zip with control characters in a name": ("a.zip", lambda: packed(("a\n\x1b[2Jb.txt", TEXT.encode()))),
    "zip with a name of 60,000 letters": ("a.zip", lambda: packed(("a" * 60_000 + ".txt", TEXT.encode()))),
    "zip with 20,000 members": ("a.zip", lambda: packed(*((f"{n}.txt", b"x") for n in range(20_000)))),
    "truncated zip": ("a.zip", lambda: packed(("a.txt", TEXT.encode()))[:-40]),
    "zip that is damaged inside": (
        "a.zip",
        lambda: packed(("a.txt", TEXT.encode())).replace(TEXT.encode()[:9], b"?" * 9)[:60],
    ),
    "zip of nothing": ("a.zip", lambda: packed()),
    "web page called zip": ("a.zip", lambda: HTML),
}


def test_there_are_as_many_cases_as_are_asked_for() -> None:
    """At least sixty, each under a name of its own."""
    assert len(CASES) >= 60


@pytest.mark.parametrize("name", CASES)
def test_hostile_input_is_read_or_told_on_one_line(name: str, tmp_path: Path) -> None:
    """No traceback, no hang, no file beside the archive; an error is one line that begins with the file's name."""
    file, make = CASES[name]
    place = tmp_path / "inn" / file
    place.parent.mkdir()
    place.write_bytes(make())
    start = time.process_time()
    results = list(govdocs.read_archive([place], jobs=0, strict=True).results())
    assert time.process_time() - start < SECONDS
    assert results
    for result in results:
        if isinstance(result, Document):
            continue
        assert "\n" not in str(result)
        assert "\x1b" not in str(result)
        assert file in str(result)
        assert "root:" not in str(result)
        if isinstance(result, Failure):
            assert not isinstance(result.error, PluginError), result
            assert "made govdocs fail" not in result.reason
    assert sorted(str(path.relative_to(tmp_path)) for path in tmp_path.rglob("*")) == ["inn", f"inn/{file}"]


def test_hostile_input_costs_itself_alone_in_a_run_with_registers(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """All of them in one run beside a good document, in workers, for registers of each kind.

    Each has one line in the account at the most, the good document is whole in the registers, and nothing is written
    beside them.
    """
    root = tmp_path / "inn"
    places = {f"{number:02d}/{file}": make for number, (file, make) in enumerate(CASES.values())}
    for name, make in places.items():
        (root / name).parent.mkdir(parents=True)
        (root / name).write_bytes(make())
    good = TEXT.replace("Eldrerådet", "Ungdomsrådet")
    (root / "god.txt").write_text(good, encoding="utf-8")
    targets = [tmp_path / name for name in ("a.jsonl", "a.xlsx", "a.xml", "a.sqlite", "tabeller")]
    words = [word for target in targets for word in ("-o", f"csv:{target}" if target.suffix == "" else str(target))]
    assert main(["convert", str(root), *words, "--jobs", "1", "-v"]) == 1
    account = capsys.readouterr().err
    assert "\x1b" not in account
    lines = [line.strip() for line in account.splitlines() if line.startswith("  ")]
    for name in places:
        own = [line for line in lines if line.startswith((f"inn/{name}:", f"inn/{name}/"))]
        assert len(own) <= 1, own
    assert not [line for line in lines if "inn/god.txt" in line]
    documents = [decode(line) for line in (tmp_path / "a.jsonl").read_bytes().splitlines()]
    [whole] = [document for document in documents if document.source.name == "inn/god.txt"]
    alone = govdocs.read(root / "god.txt")
    assert (whole.meetings, whole.ledger, whole.findings) == (alone.meetings, alone.ledger, alone.findings)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(["inn", *(target.name for target in targets)])
    assert sorted(str(path.relative_to(root)) for path in root.rglob("*") if path.is_file()) == sorted(
        [*places, "god.txt"]
    )
