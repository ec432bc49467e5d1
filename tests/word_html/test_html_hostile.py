"""Web pages in every encoding, damaged ones, ones that mean harm, and bytes that are none."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from page_reading import opened, texts

from govdocs import Layout, Limits, Source
from govdocs.errors import GovdocsError, InputError, LimitError
from govdocs_html import govdocs_open
from govdocs_text import govdocs_open as open_text

PAGE = "<!DOCTYPE html>\n<html><head>{}</head><body><p>Rådet for blåbærsyltetøy – «møte»</p></body></html>"
LINE = "Rådet for blåbærsyltetøy – «møte»"


@pytest.mark.parametrize(
    "start",
    [
        "<!DOCTYPE html>", "<!doctype HTML PUBLIC '-//W3C//DTD HTML 4.01//EN'>", "<html>",
        "<HTML lang=nb>", "<body>", "<head>", "<ul>", "<style></style>", "<script></script>", "<p>", "<h1>", "<table>",
        "<meta charset=utf-8>", "\n\n  <html>", "<!-- lagret fra https://sund.example -->\n<!-- to --><html>",
        "<?xml version='1.0'?>\n<html xmlns='http://www.w3.org/1999/xhtml'>", "<div class='a'>",
    ],
)  # fmt: skip
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_pages_are_known_by_their_bytes(start: str, encoding: str) -> None:
    """A page is known by its first element in any encoding, under any name, and the opener of text leaves it alone."""
    source = Source(name="notat.txt", data=f"{start}<p>Saken gjelder møtet</p>".encode(encoding))
    layout = govdocs_open(source, Limits())
    assert layout is not None
    assert texts(layout)[-1].endswith("Saken gjelder møtet")
    assert open_text(source, Limits()) is None


@pytest.mark.parametrize(
    "data",
    [
        b"", b"   ", b"Referat <p>fra</p> <table>", b"a < b", b"<divisjon> nord", b"<3", b"PK\x03\x04",
        b"%PDF-1.4 <html>",
        b"<?xml version='1.0'?><rss><p>x</p></rss>", b"<svg><p>x</p></svg>", b"<!-- bare en merknad -->\n# Referat",
        b"{\\rtf1 <html>}",
    ],
)  # fmt: skip
def test_other_kinds_are_not_ours(data: bytes) -> None:
    """Text with tags in it, other XML and other formats are left to other openers."""
    assert govdocs_open(Source(name="side.html", data=data), Limits()) is None


@pytest.mark.parametrize(
    ("encoding", "declared"),
    [
        ("utf-8", "<meta charset=utf-8>"), ("utf-8", ""), ("utf-8-sig", ""), ("utf-16", ""),
        ("utf-16-le", ""), ("utf-16-be", ""),
        ("cp1252", "<meta charset='windows-1252'>"), ("cp1252", ""), ("cp1252", "<meta charset=iso-8859-1>"),
        ("cp1252", "<meta http-equiv='Content-Type' content='text/html; charset=ISO-8859-1'>"),
        ("mac_roman", "<meta charset=macintosh>"),
        ("utf-8", "<meta charset=utf-16>"), ("utf-8", "<meta charset=ukjent>"), ("utf-8", "<meta charset=iso-8859-1>"),
        ("utf-8", "<meta charset=windows-1252>"), ("utf-8", "<meta charset=gbk>"),
        ("utf-8", "<meta charset=unicode_escape>"), ("utf-8", "<meta charset=utf-7>"), ("utf-8", "<meta charset=idna>"),
    ],
)  # fmt: skip
def test_encodings(encoding: str, declared: str) -> None:
    """Declared and undeclared encodings give the same text; one that cannot be meant is not believed."""
    layout = opened(PAGE.format(declared).encode(encoding))
    assert texts(layout) == [LINE]
    assert not layout.remarks


def test_declared_in_the_xml_declaration() -> None:
    """The encoding of an XHTML page may stand in its XML declaration."""
    page = "<?xml version='1.0' encoding='windows-1251'?><!DOCTYPE html><html><body><p>Протокол</p></body></html>"
    assert texts(opened(page.encode("cp1251"))) == ["Протокол"]


def test_lossy_and_mixed_encodings_told() -> None:
    """A page whose characters were lost, or that mixes two encodings, is read and that is told."""
    lost = opened("<html><p>R\ufffddet for samferdsel</p>".encode())
    assert [remark.code for remark in lost.remarks] == ["GD802"]
    body = "".join(f"<p>Møte {n} på Østlandet i blåbærskogen</p>" for n in range(40))
    mixed = opened(f"<html>{body}".encode() + "<p>Rådet</p>".encode("cp1252"))
    assert texts(mixed)[:40] == [f"Møte {n} på Østlandet i blåbærskogen" for n in range(40)]
    assert [remark.code for remark in mixed.remarks] == ["GD802"]


def test_bytes_that_are_no_text() -> None:
    """Bytes that begin as a page and go on as anything are refused."""
    with pytest.raises(InputError, match="no text"):
        opened(b"<html>" + bytes(range(256)) * 40)


def test_control_characters_and_references_to_none() -> None:
    """Zero bytes, control characters and references to characters that do not exist leave plain text."""
    page = (
        b"<html><p>a\x0bb\x01c</p><p>a&#xD800;b&#xFFFF;c&#x110000;</p><p>a&shy;b&zwj;c&#173;</p>" + b"<p>tekst</p>" * 40
    )
    layout = opened(page)
    assert layout.lines[2].text == "abc"
    assert all(line.text.isprintable() for line in layout.lines)


@pytest.mark.parametrize("depth", [1_100, 2_500, 100_000])
def test_deep_markup(depth: int) -> None:
    """Elements nested beyond the bound are a LimitError, never a page cut short without a word."""
    for tag in ("div", "b", "table><tr><td"):
        page = "<!doctype html>" + f"<{tag}>" * depth + "innerst"
        with pytest.raises(LimitError, match="markup_depth"):
            opened(page.encode())


def test_depth_from_both_sides() -> None:
    """As deep as the bound is read whole, one deeper is not."""
    page = ("<!doctype html><html><body>" + "<div>" * 98 + "innerst").encode()
    assert texts(opened(page, limits=Limits(markup_depth=100))) == ["innerst"]
    with pytest.raises(LimitError, match="markup_depth"):
        opened(page, limits=Limits(markup_depth=99))
    deep = ("<!doctype html><html><body>" + "<div>" * 1_000 + "innerst").encode()
    assert texts(opened(deep)) == ["innerst"]


@pytest.mark.parametrize(
    "declared",
    [
        '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>',
        '<!DOCTYPE html [<!ENTITY b SYSTEM "file:///etc/passwd">]>',
        '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x" "http://127.0.0.1:9/x.dtd" [\n<!ENTITY b "x">]>',
    ],
)
def test_entities_of_its_own(declared: str) -> None:
    """A page that declares entities, harmless or not, is refused."""
    with pytest.raises(InputError, match="entities of its own"):
        opened(f"{declared}<html><body><p>&b;</p></body></html>".encode())


def test_nothing_is_fetched() -> None:
    """Document types, frames, pictures and styles of other places are named in pages and never asked for."""
    page = (
        '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://127.0.0.1:9/xhtml1-strict.dtd"><html>'
        "<head><link rel=stylesheet href='http://127.0.0.1:9/a.css'><style>@import 'http://127.0.0.1:9/b.css';</style></head>"
        "<body><img src='http://127.0.0.1:9/a.png'><iframe src='file:///etc/passwd'></iframe><p>x</p></body></html>"
    )
    assert texts(opened(page.encode())) == ["x"]


def test_xhtml_with_empty_elements() -> None:
    """An XHTML page's empty elements are empty: a script or a title closed at once takes in nothing."""
    page = (
        "<?xml version='1.0'?><!DOCTYPE html><html xmlns='http://www.w3.org/1999/xhtml'><head><title/>"
        "<script src='a'/></head>"
        "<body><div/><p>a<br/>b</p><p><![CDATA[c < d]]></p></body></html>"
    )
    layout = opened(page.encode())
    assert texts(layout) == ["a", "b", "c < d"]
    assert layout.media_type == "application/xhtml+xml"
    assert opened(b"<html><p>x").media_type == "text/html"


def test_page_without_text() -> None:
    """A page without any text, as one that a script is to fill, is told and not passed over in silence."""
    layout = opened(b"<!doctype html><html><body><div id=app></div><script>start()</script></body></html>")
    assert not layout.lines
    assert [remark.code for remark in layout.remarks] == ["GD801"]


def test_lines_pages_and_length_are_bounded() -> None:
    """Lines, pages and characters of a line are bounded, from both sides."""
    lines = ("<html>" + "<p>x" * 20).encode()
    assert len(opened(lines, limits=Limits(lines=20)).lines) == 20
    with pytest.raises(LimitError, match="passes the bound lines"):
        opened(lines, limits=Limits(lines=19))
    pages = ("<html>" + "<p style='page-break-before:always'>x" * 10).encode()
    assert len(opened(pages, limits=Limits(pages=10)).pages) == 10
    with pytest.raises(LimitError, match="pages"):
        opened(pages, limits=Limits(pages=9))
    long = b"<html><p>" + b"x" * 1000
    assert len(opened(long, limits=Limits(line_length=1000)).lines[0].text) == 1000
    with pytest.raises(LimitError, match="line_length"):
        opened(long, limits=Limits(line_length=999))


def attempt(data: bytes) -> Layout | GovdocsError | None:
    """Open a source; its layout, or the error of govdocs' own that it was refused with."""
    try:
        return govdocs_open(Source(name="x.html", data=data), Limits())
    except GovdocsError as error:
        return error


@pytest.mark.parametrize(
    "piece",
    [
        "<!-- a ", "<![CDATA[", "<p ", "<!doctype ", "&#", "<style>a{", "<style>/*", "<meta ", "<html ", "<p/",
        "<a class='label'>x",
        "<ol><li>", "<table><tr>", "<td rowspan=9>", "<dl><dt>", " \t \n", "<b><p>", "<pre>\t", "<ins>",
        "<span style='a:b;' class=c>",
    ],
)  # fmt: skip
def test_time_grows_with_length_and_not_with_its_square(piece: str) -> None:
    """Repeating any piece of markup many times takes no more than a moment."""
    page = ("<!doctype html><?xml?>" + piece * (400_000 // len(piece))).encode()
    begun = time.process_time()
    answer = attempt(page)
    assert isinstance(answer, Layout | LimitError)
    assert time.process_time() - begun < 10


SAMPLE = (
    "<!doctype html><html><head><style>p.a{font-weight:bold}</style></head><body><h1>Møte</h1><ol><li>a<li>b</ol>"
    "<table><tr><td rowspan=2>a<td>b<tr><td colspan=2>c</table><dl><dt>x<dd>y</dl>"
    "<p class=a>slutt<br>på <b>møtet</b></p>"
).encode()


@given(
    st.integers(22, len(SAMPLE)),
    st.integers(0, 60),
    st.binary(max_size=12) | st.sampled_from([b"<table>", b"</td>", b"<li>"]),
)
@settings(max_examples=200, deadline=None)
def test_changed_bytes(at: int, gone: int, instead: bytes) -> None:
    """Whatever is cut from a page or put into it, it is read, or refused with one of govdocs' own errors."""
    answer = attempt(SAMPLE[:at] + instead + SAMPLE[at + gone :])
    assert answer is not None
    lines = answer.lines if isinstance(answer, Layout) else ()
    assert all(line.number == n for n, line in enumerate(lines, 1))


def test_a_pdf_behind_a_piece_of_a_page_is_no_page() -> None:
    """Junk before a PDF may be markup; only one plugin may open it."""
    assert govdocs_open(Source(name="a.pdf", data=b"<p>Side ikke funnet</p>\n%PDF-1.7\n"), Limits()) is None
