from __future__ import annotations

import struct
import unicodedata
import zlib
from zipfile import ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.archive.naming import is_hidden, is_outside, legible, member_name, order


def member(raw: bytes, *, utf8: bool = False, extra: bytes = b"") -> ZipInfo:
    """A member as `zipfile` gives it: the raw name taken for UTF-8 where the flag says so, else for code page 437."""
    info = ZipInfo(raw.decode("utf-8" if utf8 else "cp437"))
    info.flag_bits = 0x800 if utf8 else 0
    info.extra = extra
    return info


@pytest.mark.parametrize("encoding", ["cp850", "cp865", "cp1252", "utf-8"])
@pytest.mark.parametrize(
    "name", ["Møteprotokoll.txt", "ÅRSMØTE/Sæter på Ås.pdf", "Tønsberg, Østfold.docx", "Vedlegg é.pdf"]
)
def test_norwegian_member_names_are_read_whatever_system_packed_them(name: str, encoding: str) -> None:
    """A zip made on Windows, on a Mac or on Linux gives the same name, though none of them says how it wrote it."""
    assert member_name(member(name.encode(encoding))) == name


def test_a_name_that_says_it_is_utf8_is_taken_at_its_word() -> None:
    """The flag for UTF-8 settles the name."""
    assert member_name(member("Sjøvær.pdf".encode(), utf8=True)) == "Sjøvær.pdf"


def test_the_unicode_path_field_settles_a_name_only_if_it_belongs_to_it() -> None:
    """Info-ZIP's field holds the name in UTF-8, with a checksum of the name it was made for."""
    raw = b"M?te.pdf"

    def extra(checksum: int) -> bytes:
        body = b"\x01" + struct.pack("<I", checksum) + "Møte.pdf".encode()
        return struct.pack("<HH", 0x7075, len(body)) + body

    assert member_name(member(raw, extra=extra(zlib.crc32(raw)))) == "Møte.pdf"
    assert member_name(member(raw, extra=extra(zlib.crc32(raw) ^ 1))) == "M?te.pdf"
    broken = extra(zlib.crc32(raw)).replace("ø".encode(), b"\xff\xff")
    assert member_name(member(raw, extra=broken)) == "M?te.pdf"


def test_backslashes_divide_folders_where_no_slash_does() -> None:
    """Some Windows tools divide by backslash, against the standard."""
    assert member_name(member(b"2024\\mars\\a.txt")) == "2024/mars/a.txt"


@pytest.mark.parametrize(
    "name",
    [
        ".DS_Store",
        "~$referat.docx",
        "~WRL0003.tmp",
        "__MACOSX",
        "Thumbs.db",
        "desktop.ini",
        ".~lock.a.odt#",
        "a.docx~",
        "x.TMP",
    ],
)
def test_hidden_and_temporary_names_are_known(name: str) -> None:
    """What operating systems and Word leave behind is no document."""
    assert is_hidden(name)


@pytest.mark.parametrize("name", ["referat.docx", "~referat.txt", "a.b.txt", "macosx.txt", "tmp", "$100.txt"])
def test_ordinary_names_are_not_hidden(name: str) -> None:
    """A name that only looks like a hidden one is read."""
    assert not is_hidden(name)


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "../a", "a/../../b", "C:\\a", "c:/a", "\\\\server\\a", "a\\..\\..\\b", ".."]
)
def test_names_that_lead_out_are_known(name: str) -> None:
    """Absolute and climbing names are told on any system, also those that another system would act on."""
    assert is_outside(name)


@pytest.mark.parametrize("name", ["a/b.txt", "a..b/c", "...", "Sak 3: økonomi.txt", "a/b..txt"])
def test_names_that_stay_inside_are_known(name: str) -> None:
    """Full stops and colons alone do not lead out."""
    assert not is_outside(name)


def test_paths_sort_folder_by_folder_and_by_number() -> None:
    """Files lie in the order a person would put them in, the same for a folder and for a zip file of it."""
    paths = ["b.txt", "a/sak 10.txt", "a/sak 2.txt", "A/sak 1.txt", "a b.txt", "a/sak 02.txt", "a.txt"]
    assert sorted(paths, key=order) == [
        "A/sak 1.txt",
        "a/sak 02.txt",
        "a/sak 2.txt",
        "a/sak 10.txt",
        "a b.txt",
        "a.txt",
        "b.txt",
    ]


def test_bytes_on_disk_that_are_not_utf8_become_letters() -> None:
    """A name left by an old system is shown with its letters, not with stray bytes no register can hold."""
    assert legible("M\udcf8te.txt") == "Møte.txt"
    assert legible("M\udc9bte.txt") == "Møte.txt"
    assert legible("M\ud800te.txt") == "M?te.txt"


def test_a_name_is_in_one_form_and_shows_its_controls() -> None:
    """Macs take å apart; a name with a line feed or a turned direction could forge a line of an account."""
    assert legible("a\u030a.txt") == "å.txt"
    assert legible("a\nb\u202etxt") == "a\\x0ab\\u202etxt"


@given(st.text(alphabet=st.characters(), max_size=30))
def test_every_name_can_be_written_to_a_register(name: str) -> None:
    """Whatever the name, it comes out as one line of characters that every register can hold, and stays so."""
    shown = legible(name)
    shown.encode()
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in shown)
    assert legible(shown) == shown


@given(st.lists(st.text(alphabet="aAbÅ/ 012", max_size=8), max_size=8))
def test_the_order_of_paths_does_not_depend_on_how_they_came(paths: list[str]) -> None:
    """Different paths never tie, so every system lists them alike."""
    turned = paths[::-1]
    assert sorted(paths, key=order) == sorted(turned, key=order)
