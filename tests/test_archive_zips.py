from __future__ import annotations

import io
import stat
import struct
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from toys import make_zip, told, toy, toy_host

from govdocs import Limits
from govdocs.archive import Archive, read_archive
from govdocs.archive.outcomes import Outcome
from govdocs.archive.zips import Budget, Member, members, open_zip
from govdocs.errors import EncryptedError, GovdocsError, LimitError

KIB = 1024
MIB = 1024 * KIB


def archive(*paths: Path, **bounds: float) -> Archive:
    return read_archive(paths, host=toy_host(), limits=Limits(**bounds), jobs=0)


def packed(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def reasons(whole: Archive) -> list[str]:
    list(whole)
    return [str(failure) for failure in whole.failures]


def test_members_are_read_under_the_archives_name(tmp_path: Path) -> None:
    """A member is named by its archive and its path in it, and has no path of its own on disk."""
    place = make_zip(tmp_path / "arkiv.zip", {"2024/": b"", "2024/mars/a.toy": toy(1), "./b.toy": toy(2)})
    [first, second] = archive(place)
    assert (first.source.name, first.source.path) == ("arkiv.zip/2024/mars/a.toy", None)
    assert second.source.name == "arkiv.zip/b.toy"


def test_an_archive_is_known_by_its_bytes(tmp_path: Path) -> None:
    """An archive under another name is opened; a document named .zip is read as what it is."""
    make_zip(tmp_path / "arkiv.dat", {"a.toy": toy(1)})
    (tmp_path / "b.zip").write_bytes(toy(2))
    assert told(archive(tmp_path / "arkiv.dat", tmp_path / "b.zip")) == ["arkiv.dat/a.toy", "b.zip"]


def test_a_zip_file_that_is_itself_one_document_is_not_taken_apart(tmp_path: Path) -> None:
    """Word and OpenDocument files are zip files; they go to the openers whole, by whatever name."""
    make_zip(tmp_path / "brev.docx", {"[Content_Types].xml": b"<Types/>", "word/document.xml": b"<w/>"})
    make_zip(tmp_path / "brev.zip", {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<o/>"})
    assert all(
        "is of no known format" in reason for reason in reasons(archive(tmp_path / "brev.docx", tmp_path / "brev.zip"))
    )


def test_archives_in_archives_are_read_to_the_bound(tmp_path: Path) -> None:
    """Three deep is read, four deep is told."""
    nested = packed({"a.toy": toy(1)})
    for _ in range(2):
        nested = packed({"i.zip": nested})
    (tmp_path / "tre.zip").write_bytes(nested)
    (tmp_path / "fire.zip").write_bytes(packed({"i.zip": nested}))
    assert told(archive(tmp_path / "tre.zip")) == ["tre.zip/i.zip/i.zip/a.toy"]
    assert told(archive(tmp_path / "fire.zip")) == [
        "Failure fire.zip/i.zip/i.zip/i.zip: passes the bound archive_depth (3, found 4)"
    ]
    assert told(archive(tmp_path / "fire.zip", archive_depth=4)) == ["fire.zip/i.zip/i.zip/i.zip/a.toy"]


def test_an_archive_that_holds_itself_ends(tmp_path: Path) -> None:
    """Depth bounds what a quine would unpack for ever."""
    inner = packed({f"{n}.zip": packed({"a.toy": toy(n)}) for n in range(3)})
    (tmp_path / "q.zip").write_bytes(packed({"a.zip": inner}))
    assert len(told(archive(tmp_path / "q.zip", archive_depth=2))) == 3


@pytest.mark.parametrize(
    "name", ["/etc/cron.d/a.toy", "../../a.toy", "m/../../a.toy", "C:\\a.toy", "\\\\server\\a.toy", "..\\a.toy"]
)
def test_names_that_lead_out_are_refused_and_nothing_is_written(tmp_path: Path, name: str) -> None:
    """A member that would land outside is a failure by its name; the others are read, and no file appears."""
    place = make_zip(tmp_path / "z.zip", {name: toy(1), "b.toy": toy(2)})
    before = sorted(tmp_path.rglob("*"))
    whole = archive(place)
    assert [d.source.name for d in whole] == ["z.zip/b.toy"]
    assert [f.reason for f in whole.failures] == ["has a name that leads out of its archive"]
    assert sorted(tmp_path.rglob("*")) == before


def test_links_in_archives_are_not_followed(tmp_path: Path) -> None:
    """A link among the members is left out, whatever it points at."""
    link = zipfile.ZipInfo("lenke.toy")
    link.external_attr = (stat.S_IFLNK | 0o777) << 16
    with zipfile.ZipFile(tmp_path / "z.zip", "w") as file:
        file.writestr(link, "/etc/passwd")
        file.writestr("a.toy", toy(1))
    assert told(archive(tmp_path / "z.zip")) == ["z.zip/a.toy", "LeftOut z.zip/lenke.toy: is a link"]


def test_a_name_that_stands_twice_is_refused(tmp_path: Path) -> None:
    """Two members of one name are two answers to one question; tools differ in which they show, so neither is taken."""
    data = packed({"a.toy": toy(1), "b.toy": toy(3), "x.toy": toy(2)}).replace(b"x.toy", b"a.toy")
    (tmp_path / "z.zip").write_bytes(data)
    assert told(archive(tmp_path / "z.zip")) == [
        "Failure z.zip/a.toy: stands 2 times in the archive, so which one is meant cannot be told",
        "z.zip/b.toy",
    ]


def test_an_encrypted_member_is_told_and_the_others_are_read(tmp_path: Path) -> None:
    """A locked member is a failure that says so."""
    data = bytearray(packed({"a.toy": toy(1), "b.toy": toy(2)}))
    for magic, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(magic) + offset] |= 1
    (tmp_path / "z.zip").write_bytes(data)
    whole = archive(tmp_path / "z.zip")
    assert told(whole) == ["Failure z.zip/a.toy: is locked with a password", "z.zip/b.toy"]
    assert isinstance(whole.failures[0].error, EncryptedError)


def test_the_ratio_is_bounded_from_both_sides(tmp_path: Path) -> None:
    """A member that unpacks to more than so many times its size is not unpacked; one below is, and any small one."""
    bomb = toy(1) + bytes(20 * MIB)
    dense = toy(2) + bytes(range(256)) * 8 * KIB
    small = toy(3) + bytes(900 * KIB)
    place = make_zip(tmp_path / "z.zip", {"bombe.toy": bomb, "liten.toy": small, "tett.toy": dense})
    [failure] = reasons(archive(place, archive_ratio=300))
    assert failure.startswith("z.zip/bombe.toy: passes the bound archive_ratio (300, found 1")
    assert reasons(archive(place, archive_ratio=2000)) == []


def test_the_size_of_a_member_is_bounded_from_both_sides(tmp_path: Path) -> None:
    """A document of just the size is read; one byte more is a failure, unless nobody would open it anyway."""
    place = make_zip(tmp_path / "z.zip", {"a.toy": toy(1), "b.bin": bytes(range(256)) * 4})
    assert told(archive(place, member_bytes=len(toy(1)))) == [
        "z.zip/a.toy",
        "Unknown z.zip/b.bin: is of no known format",
    ]
    assert told(archive(place, member_bytes=len(toy(1)) - 1))[0] == (
        f"Failure z.zip/a.toy: passes the bound member_bytes ({len(toy(1)) - 1}, found {len(toy(1))})"
    )


def test_the_size_of_an_archive_is_bounded_with_what_lies_inside_it(tmp_path: Path) -> None:
    """Nested archives draw on the same sum; what is not read for it is told in number."""
    size = len(toy(1))
    inner = packed({"c.toy": toy(3), "d.toy": toy(4), "e.toy": toy(5)})
    place = make_zip(tmp_path / "z.zip", {"a.toy": toy(1), "b.zip": inner, "f.toy": toy(6)})
    enough = 4 * size + len(inner) + size
    assert len(list(archive(place, archive_bytes=enough))) == 5
    found = told(archive(place, archive_bytes=enough - 2 * size))
    assert found == [
        "z.zip/a.toy",
        "z.zip/b.zip/c.toy",
        "z.zip/b.zip/d.toy",
        f"Failure z.zip/b.zip/e.toy: passes the bound archive_bytes ({enough - 2 * size})",
        f"Failure z.zip/f.toy: passes the bound archive_bytes ({enough - 2 * size})",
    ]
    first = told(archive(place, archive_bytes=size))
    assert first[2] == f"Failure {place}: passes archive_bytes; 1 more members were not read"


def test_the_number_of_members_is_bounded_from_both_sides(tmp_path: Path) -> None:
    """An archive of just the number is read; one more and none of it is."""
    place = make_zip(tmp_path / "z.zip", {f"{n}.toy": toy(n) for n in range(5)})
    assert len(list(archive(place, archive_members=5))) == 5
    assert told(archive(place, archive_members=4)) == [
        f"Failure {place}: passes the bound archive_members (4, found 5)"
    ]


def test_members_are_counted_before_they_become_objects(tmp_path: Path) -> None:
    """A directory of a million entries costs a look at its bytes, not a gigabyte of memory."""
    entry = struct.pack("<4s4B4HL2L5H2L", b"PK\x01\x02", 20, 0, 20, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0) + b"a"
    count = 1_000_000
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 0xFFFF, 0xFFFF, len(entry) * count, 0, 0)
    with pytest.raises(LimitError) as error:
        open_zip(io.BytesIO(entry * count + end), "z.zip", Limits())
    assert (error.value.limit, error.value.found) == ("archive_members", count)


def test_members_that_share_bytes_are_a_bomb(tmp_path: Path) -> None:
    """One stretch of packed bytes told of by many members unpacks to any size: none of it is read."""
    data = bytearray(packed({"a.toy": toy(1), "b.toy": toy(1)}))
    second = data.index(b"PK\x01\x02", data.index(b"PK\x01\x02") + 1)
    data[second + 42 : second + 46] = struct.pack("<L", 0)
    (tmp_path / "z.zip").write_bytes(data)
    assert reasons(archive(tmp_path / "z.zip")) == [
        f"{tmp_path / 'z.zip'}: is built to harm: its members share bytes (at b.toy)"
    ]


def test_a_member_that_runs_into_the_directory_is_a_bomb(tmp_path: Path) -> None:
    """A packed size that reaches beyond the members hides the ratio."""
    data = bytearray(packed({"a.toy": toy(1)}))
    at = data.index(b"PK\x01\x02")
    data[at + 20 : at + 24] = struct.pack("<L", 10_000)
    (tmp_path / "z.zip").write_bytes(data)
    assert "share bytes" in reasons(archive(tmp_path / "z.zip"))[0]


@pytest.mark.parametrize("change", [-5, 5, 1000])
def test_a_member_that_lies_about_its_size_is_damaged(tmp_path: Path, change: int) -> None:
    """What is unpacked must be just what was told, neither cut nor padded."""
    data = bytearray(packed({"a.toy": toy(1)}))
    at = data.index(b"PK\x01\x02")
    data[at + 24 : at + 28] = struct.pack("<L", len(toy(1)) + change)
    (tmp_path / "z.zip").write_bytes(data)
    [reason] = reasons(archive(tmp_path / "z.zip"))
    assert reason.startswith("z.zip/a.toy: is damaged in its archive")


def test_a_packing_that_takes_what_memory_it_likes_is_not_unpacked(tmp_path: Path) -> None:
    """An LZMA member may ask for gigabytes in its head; it is told and not read."""
    place = make_zip(tmp_path / "z.zip", {"a.toy": toy(1)}, zipfile.ZIP_LZMA)
    assert reasons(archive(place)) == ["z.zip/a.toy: is packed in a way govdocs does not read (method 14)"]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_the_usual_packings_are_read(tmp_path: Path, method: int) -> None:
    """Stored, deflated and bzip2 members are read."""
    assert told(archive(make_zip(tmp_path / "z.zip", {"a.toy": toy(1)}, method))) == ["z.zip/a.toy"]


@pytest.mark.parametrize("kept", [0.2, 0.5, 0.9, 0.99])
def test_a_truncated_archive_is_damaged(tmp_path: Path, kept: float) -> None:
    """An archive without its end is one failure, not a crash."""
    data = packed({f"{n}.toy": toy(n) for n in range(20)})
    (tmp_path / "z.zip").write_bytes(data[: int(len(data) * kept)])
    [reason] = reasons(archive(tmp_path / "z.zip"))
    assert reason.startswith(f"{tmp_path / 'z.zip'}: is a damaged zip archive (")


def test_an_empty_archive_holds_no_documents(tmp_path: Path) -> None:
    """An archive without members is told like a folder without files."""
    place = make_zip(tmp_path / "z.zip", {})
    assert reasons(archive(place)) == [f"{place}: holds no documents"]


def test_member_names_cannot_forge_a_line(tmp_path: Path) -> None:
    """A line feed in a member's name is shown, not printed."""
    place = make_zip(tmp_path / "z.zip", {"a.toy\nz.zip: alt er vel": toy(1)})
    assert told(archive(place)) == ["z.zip/a.toy\\x0az.zip: alt er vel"]


@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_a_damaged_archive_never_does_more_than_fail(data: st.DataObject) -> None:
    """Whatever bytes are changed, members come out whole or as failures, and never more of them than are there."""
    base = bytearray(packed({"a.toy": toy(1), "m/b.toy": toy(2) * 50, "c.zip": packed({"d.toy": toy(3)})}))
    for _ in range(data.draw(st.integers(1, 4))):
        base[data.draw(st.integers(0, len(base) - 1))] = data.draw(st.integers(0, 255))
    limits = Limits(archive_bytes=1 * MIB)
    try:
        found = list(members(open_zip(io.BytesIO(bytes(base)), "z.zip", limits), "z.zip", limits, Budget(1 * MIB)))
    except GovdocsError:
        return
    assert len(found) <= 4
    assert all(isinstance(item, Outcome) or (isinstance(item, Member) and len(item.data) <= 1 * MIB) for item in found)
