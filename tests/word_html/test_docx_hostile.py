"""Word documents that are damaged, that lie about what they are, or that mean harm."""

from __future__ import annotations

import io
import struct
import time
import tracemalloc
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_making import MAIN, NAMESPACES, cell, document, docx, opened, p, part, row, table, texts, zipped

from govdocs import Layout, Limits, Source
from govdocs.errors import EncryptedError, GovdocsError, InputError, LimitError
from govdocs_docx import govdocs_open

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MACROS = "application/vnd.ms-word."
FLAT = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def with_main(xml: str | bytes) -> bytes:
    """Return a document with a main part of one's own."""
    return docx(main=xml)


def members(data: bytes) -> dict[str, bytes]:
    """Return an archive's members."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"", "tom.docx"),
        ("Referat fra rådsmøte".encode(), "tekst.docx"),
        (b"%PDF-1.7\n", "pdf.docx"),
        (b"<html><p>x</p></html>", "side.docx"),
        (zipped({"a.txt": "a"}), "arkiv.zip"),
        (zipped({"xl/workbook.xml": "<a/>", "[Content_Types].xml": "<Types/>"}), "bok.docx"),
        (zipped({"mappe/word/notat.txt": "word/"}), "word.zip"),
        (b"PK\x05\x06" + bytes(18), "tomt.zip"),
        (OLE + bytes(600), "bok.xls"),
    ],
)
def test_other_kinds_are_not_ours(data: bytes, name: str) -> None:
    """Bytes of another kind are left to other openers, whatever the name says."""
    assert govdocs_open(Source(name=name, data=data), Limits()) is None


@pytest.mark.parametrize("name", ["møte.docx", "møte.pdf", "møte.txt", "møte"])
def test_bytes_decide_and_not_the_name(name: str) -> None:
    """A Word document under any name is a Word document."""
    assert texts(opened(docx(p("hei")), name)) == ["hei"]


@pytest.mark.parametrize(
    ("kind", "media_type"),
    [
        (MAIN, MAIN.removesuffix(".main+xml")),
        (MAIN.replace("document.main", "template.main"), MAIN.replace("document.main+xml", "template")),
        (f"{MACROS}document.macroEnabled.main+xml", f"{MACROS}document.macroEnabled.12"),
        (f"{MACROS}template.macroEnabledTemplate.main+xml", f"{MACROS}template.macroEnabled.12"),
    ],
)
def test_kinds_of_word_document(kind: str, media_type: str) -> None:
    """Documents and templates, with macros and without, are read and told apart; the main part may lie elsewhere."""
    found = members(docx(p("hei")))
    types = found["[Content_Types].xml"].replace(MAIN.encode(), kind.encode())
    elsewhere = {n.replace("document.xml", "document2.xml"): content for n, content in found.items()}
    elsewhere["[Content_Types].xml"] = types.replace(b"document.xml", b"document2.xml")
    for parts in ({**found, "[Content_Types].xml": types}, elsewhere):
        layout = opened(zipped(parts))
        assert (layout.media_type, texts(layout)) == (media_type, ["hei"])


def test_old_word_document_says_what_to_do() -> None:
    """A document from before 2007 is named as such, with what to do about it."""
    with pytest.raises(InputError, match=r"gammel\.doc: is a Word document of the kind before 2007.*save it as \.docx"):
        opened(OLE + bytes(500) + "WordDocument".encode("utf-16-le") + bytes(500), "gammel.doc")


def test_locked_documents() -> None:
    """A document locked with a password is told as such, in both wrappings."""
    with pytest.raises(EncryptedError):
        opened(OLE + bytes(500) + "EncryptedPackage".encode("utf-16-le") + bytes(500))
    data = bytearray(docx(p("x")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(EncryptedError):
        opened(bytes(data))


@pytest.mark.parametrize("keep", [0.05, 0.3, 0.6, 0.9, 0.99])
def test_truncated(keep: float) -> None:
    """A document cut short is an InputError that says it is damaged."""
    words = " ".join(str(n * 7919) for n in range(4000))
    data = docx(p(words))
    with pytest.raises(InputError, match="damaged"):
        opened(data[: int(len(data) * keep)])


def test_damaged_member() -> None:
    """A part whose bytes were changed is an InputError that names the part."""
    data = bytearray(docx(p(" ".join(str(n * 7919) for n in range(4000)))))
    at = data.index(b"word/document.xml") + 300
    data[at : at + 40] = bytes(40)
    with pytest.raises(InputError, match=r"damaged: word/document\.xml"):
        opened(bytes(data))


@pytest.mark.parametrize("xml", ["", "   ", "<w:document", "<a>", document("<w:p>"), "ikke xml", "\x00\x00"])
def test_broken_xml(xml: str) -> None:
    """A main part that is no whole XML is an InputError, whose reason is one line."""
    with pytest.raises(InputError, match="damaged") as refused:
        opened(with_main(xml))
    assert "\n" not in str(refused.value)


def test_main_part_without_a_body() -> None:
    """A main part without a body holds nothing to read."""
    with pytest.raises(InputError, match="no text"):
        opened(with_main(f"<w:document {NAMESPACES}/>"))


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "word/../../x.xml", "C:/x.xml", "..\\..\\x.xml"])
def test_zip_slip(name: str) -> None:
    """A member with a name that would lie outside of the archive is refused."""
    with pytest.raises(InputError, match="outside"):
        opened(zipped({**members(docx(p("x"))), name: "x"}))


def test_zip_bomb_by_ratio() -> None:
    """A member that unpacks to more than a hundredfold is refused before it is unpacked."""
    bomb = docx(p("x"), parts={"styles": part("styles") + " " * 20_000_000})
    with pytest.raises(LimitError, match="archive_ratio"):
        opened(bomb)
    assert texts(opened(bomb, limits=Limits(archive_ratio=2_000))) == ["x"]


def test_zip_bomb_by_size() -> None:
    """Size of a member and of all members is bounded, from both sides."""
    styles = part("styles")
    data = docx(p("x"), parts={"styles": styles + " " * (50_000 - len(styles)), "settings": part("settings")})
    assert texts(opened(data, limits=Limits(member_bytes=50_000))) == ["x"]
    with pytest.raises(LimitError, match="member_bytes"):
        opened(data, limits=Limits(member_bytes=49_999))
    with pytest.raises(LimitError, match="archive_bytes"):
        opened(data, limits=Limits(archive_bytes=50_500))
    assert texts(opened(data, limits=Limits(archive_bytes=60_000))) == ["x"]


def test_pictures_are_not_unpacked() -> None:
    """Pictures that unpack to a lot, as white ones do, are never unpacked and keep no document from being read."""
    data = docx(p("x"), parts={"media": bytes(20_000_000)})
    assert texts(opened(data, limits=Limits(member_bytes=1_000_000))) == ["x"]


def test_document_without_text() -> None:
    """A document of pictures alone is told as one without text."""
    layout = opened(docx(p(""), p("<w:r><w:drawing/></w:r>")))
    assert [remark.code for remark in layout.remarks] == ["GD801"]


def test_zip_that_lies_about_its_size() -> None:
    """A member that unpacks to more than its entry says is damaged, and no more is unpacked than was said."""
    data = bytearray(docx(main=document(p("x" * 60_000_000))))
    at = data.index(b"PK\x01\x02", data.index(b"word/document.xml"))
    while data[at + 46 : at + 63] != b"word/document.xml":
        at = data.index(b"PK\x01\x02", at + 4)
    data[at + 24 : at + 28] = struct.pack("<I", 100)
    tracemalloc.start()
    with pytest.raises(InputError, match="damaged"):
        opened(bytes(data))
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 10_000_000


def test_zip_with_overlapping_members() -> None:
    """Two entries for the same bytes, as in a bomb without ratio, are refused."""
    data = bytearray(docx(p("x"), parts={"media1": b"a", "media2": b"b"}))
    places = [at for at in range(len(data)) if data[at : at + 4] == b"PK\x01\x02"]
    data[places[-1] + 42 : places[-1] + 46] = data[places[-2] + 42 : places[-2] + 46]
    with pytest.raises(InputError, match="in one place"):
        opened(bytes(data))


def test_zip_with_two_members_of_one_name() -> None:
    """Two members of one name are refused: which is the document?"""
    data = docx(p("x"), parts={"documenx": document(p("y"))})
    with pytest.raises(InputError, match="of one name"):
        opened(data.replace(b"word/documenx.xml", b"word/document.xml"))


def test_zip_with_too_many_members() -> None:
    """The number of members is bounded."""
    data = docx(p("x"), parts={f"m{n}": "" for n in range(50)})
    with pytest.raises(LimitError, match="archive_members"):
        opened(data, limits=Limits(archive_members=50))
    assert texts(opened(data, limits=Limits(archive_members=54))) == ["x"]


ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10 if n else "ha"}">' for n in range(10))
TYPE = "<!DOCTYPE w:document [{}]>"


@pytest.mark.parametrize(
    "declared",
    [
        TYPE.format(ENTITIES),
        TYPE.format('<!ENTITY e9 SYSTEM "file:///etc/passwd">'),
        TYPE.format('<!ENTITY e9 SYSTEM "http://127.0.0.1:9/x">'),
        TYPE.format('<!ENTITY % p SYSTEM "http://127.0.0.1:9/x.dtd">%p;'),
        '<!DOCTYPE w:document SYSTEM "http://127.0.0.1:9/x.dtd">',
    ],
    ids=["bomb", "file", "network", "parameter", "type"],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_entities_and_document_types(declared: str, encoding: str) -> None:
    """Entity bombs, outer entities and document types are refused before any parser sees them, in any encoding."""
    with pytest.raises(InputError, match="document type or entities"):
        opened(with_main((declared + document(p("x"))).encode(encoding)))


def test_entities_in_a_side_part() -> None:
    """The styles, the notes and every other part are held to the same."""
    with pytest.raises(InputError, match=r"document type or entities in word/styles\.xml"):
        opened(docx(p("x"), parts={"styles": TYPE.format(ENTITIES) + part("styles")}))


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-32-be"])
def test_encodings_no_word_document_has(encoding: str) -> None:
    """An encoding that could hide a document type from us is refused."""
    with pytest.raises(InputError, match="no XML in UTF-8"):
        opened(with_main(f'<?xml version="1.0" encoding="{encoding}"?>{document(p("x"))}'.encode(encoding)))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_word_documents_have(encoding: str) -> None:
    """UTF-8 with a mark and without, and UTF-16, are read."""
    declared = '<?xml version="1.0" encoding="UTF-16"?>' if encoding == "utf-16" else FLAT
    assert texts(opened(with_main((declared + document(p("blåbærsyltetøy"))).encode(encoding)))) == ["blåbærsyltetøy"]


@pytest.mark.parametrize("depth", [1_500, 100_000])
def test_deep_markup(depth: int) -> None:
    """Markup nested beyond the bound is a LimitError, also where the parser itself gives up."""
    inner = "<w:sdt><w:sdtContent>" * (depth // 2) + p("x") + "</w:sdtContent></w:sdt>" * (depth // 2)
    with pytest.raises(LimitError, match="markup_depth"):
        opened(with_main(document(inner)), limits=Limits(archive_ratio=1_000))


def test_depth_from_both_sides() -> None:
    """As deep as the bound is read, one deeper is not; tables, controls and runs within one another harm nothing."""
    data = docx(p("x"))
    assert texts(opened(data, limits=Limits(markup_depth=5))) == ["x"]
    with pytest.raises(LimitError, match="markup_depth"):
        opened(data, limits=Limits(markup_depth=4))
    nested = p("x")
    for _ in range(330):
        nested = table(row(f"<w:tc>{nested}</w:tc>", f"<w:tc>{p('y')}</w:tc>"))
    assert len(texts(opened(docx(nested)))) == 331
    runs = "<w:ins>" * 900 + "<w:r><w:t>x</w:t></w:r>" + "</w:ins>" * 900
    assert texts(opened(docx(p(runs)))) == ["x"]


def test_lines_pages_and_length_are_bounded() -> None:
    """Lines, pages and characters of a line are bounded, from both sides."""
    lines = docx(*[p("x")] * 20)
    assert len(opened(lines, limits=Limits(lines=20)).lines) == 20
    with pytest.raises(LimitError, match=r"passes the bound lines"):
        opened(lines, limits=Limits(lines=19))
    pages = docx(*[p('<w:r><w:br w:type="page"/></w:r>')] * 9)
    assert len(opened(pages, limits=Limits(pages=10)).pages) == 10
    with pytest.raises(LimitError, match="pages"):
        opened(pages, limits=Limits(pages=9))
    long = docx(p("x" * 1000))
    assert len(opened(long, limits=Limits(line_length=1000)).lines[0].text) == 1000
    with pytest.raises(LimitError, match="line_length"):
        opened(long, limits=Limits(line_length=999))


def test_wrong_numbers_everywhere() -> None:
    """Numbers that are none, or far too large, in sizes, levels, spans and symbols do no harm."""
    bad = (
        '<w:pPr><w:outlineLvl w:val="nan"/><w:ind w:left="9e99"/>'
        '<w:numPr><w:ilvl w:val="-7"/><w:numId w:val="æ"/></w:numPr></w:pPr>'
        '<w:r><w:rPr><w:sz w:val="nan"/></w:rPr><w:sym w:font="Symbol" w:char="zz"/>'
        '<w:sym w:char="FFFFFFFF"/><w:t>x</w:t></w:r>'
    )
    cells = "".join(f'<w:tc><w:tcPr><w:gridSpan w:val="{n}"/></w:tcPr></w:tc>' for n in (-4, 999_999_999_999))
    layout = opened(
        docx(f"<w:p>{bad}</w:p>", f"<w:tbl><w:tblGrid><w:gridCol w:w='q'/></w:tblGrid><w:tr>{cells}</w:tr></w:tbl>")
    )
    assert texts(layout) == ["\ufffd\ufffdx"]


def test_parts_that_are_not_there() -> None:
    """References to parts that are missing, and parts nobody refers to, are passed over."""
    section = '<w:sectPr><w:headerReference w:type="default" r:id="header9"/></w:sectPr>'
    note = '<w:r><w:footnoteReference w:id="7"/></w:r>'
    assert [line.text for line in opened(docx(p("x", note), section)).lines] == ["x"]
    notes = {"footnotes": part("footnotes", f'<w:footnote w:id="1">{p("y")}</w:footnote>')}
    assert [line.text for line in opened(docx(p("x", note), parts=notes)).lines] == ["x"]


def test_document_that_says_nothing_of_its_parts() -> None:
    """A document without a list of content types or of relations is known by the place of its text."""
    assert texts(opened(zipped({"word/document.xml": document(p("x"))}))) == ["x"]
    outer = '<Relationship Id="a" Type="x/styles" TargetMode="External" Target="http://127.0.0.1:9/styles.xml"/>'
    relations = (
        f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{outer}</Relationships>'
    )
    parts = {"word/document.xml": document(p("x")), "word/_rels/document.xml.rels": relations}
    assert texts(opened(zipped(parts))) == ["x"]


SAMPLE = docx(
    p("Møte"), table(row("a", "b"), row("c", "d")), parts={"styles": part("styles"), "numbering": part("numbering")}
)


def attempt(data: bytes) -> Layout | GovdocsError | None:
    """Open a source; its layout, or the error of govdocs' own that it was refused with."""
    try:
        return govdocs_open(Source(name="x.docx", data=data), Limits())
    except GovdocsError as error:
        return error


@given(st.lists(st.tuples(st.integers(0, len(SAMPLE) - 1), st.integers(0, 255)), min_size=1, max_size=12))
@settings(max_examples=150, deadline=None)
def test_changed_bytes(changes: list[tuple[int, int]]) -> None:
    """Whatever bytes of a document change, it is read, or refused with one of govdocs' own errors."""
    data = bytearray(SAMPLE)
    for at, value in changes:
        data[at] = value
    answer = attempt(bytes(data))
    assert not isinstance(answer, GovdocsError) or str(answer).startswith("x.docx")


XML = members(SAMPLE)["word/document.xml"]


@given(st.integers(0, len(XML)), st.integers(0, 80), st.binary(max_size=12))
@settings(max_examples=150, deadline=None)
def test_changed_markup(at: int, gone: int, instead: bytes) -> None:
    """Whatever is cut from the markup or put into it, it is read, or refused with one of govdocs' own errors."""
    answer = attempt(with_main(XML[:at] + instead + XML[at + gone :]))
    assert answer is not None
    lines = answer.lines if isinstance(answer, Layout) else ()
    assert all(line.number == n for n, line in enumerate(lines, 1))


SECTION = '<w:p><w:pPr><w:sectPr><w:headerReference w:type="default" r:id="header1"/></w:sectPr></w:pPr></w:p>'
BEGIN = '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
BOX = "<w:p><w:r><w:pict><w:txbxContent>"
MERGED = '<w:vMerge w:val="restart"/>'
END = '<w:r><w:fldChar w:fldCharType="end"/></w:r>'


@pytest.mark.parametrize(
    "many",
    [
        lambda n: f"<w:p>{BEGIN * n}</w:p>",
        lambda n: f"<w:p>{BEGIN * n}{END * n}</w:p>",
        lambda n: SECTION * n,
        lambda n: p("a", properties="<w:rPr><w:del/></w:rPr>") * n,
        lambda n: p("a\tb") * n,
        lambda n: (p("a\tb") + p("\ta\tb\tc")) * (n // 2),
        lambda n: p("a\t" * n),
        lambda n: table(row(cell("a", MERGED), "b"), *[row(cell("c", "<w:vMerge/>"), "b")] * n),
        lambda n: table(row("a", "b")) * n,
        lambda n: "<w:tbl><w:tr><w:tc>" * 300 + p("x") * n + "</w:tc></w:tr></w:tbl>" * 300,
        lambda n: (
            "<w:p><w:r><w:pict><w:txbxContent>" * 200 + p("x") * n + "</w:txbxContent></w:pict></w:r></w:p>" * 200
        ),
    ],
    ids=["open fields", "fields", "sections", "marks", "tabs", "uneven", "line", "merged", "tables", "boxes", "frames"],
)
def test_time_grows_with_length_and_not_with_its_square(many: Callable[[int], str]) -> None:
    """Ten thousand of anything take no more than a moment."""
    data = docx(many(10_000), parts={"header1": part("hdr", p("Rådet") * 50)})
    begun = time.process_time()
    opened(data, limits=Limits(archive_ratio=10_000))
    assert time.process_time() - begun < 10
