from __future__ import annotations

import errno
import os
import unicodedata
from pathlib import Path

import pytest
from toys import make_zip, told, toy, toy_host

from govdocs import Limits
from govdocs.archive import Archive, Duplicate, Failure, read_archive
from govdocs.errors import InputError, LimitError


def archive(*paths: Path, **bounds: float) -> Archive:
    return read_archive(paths, host=toy_host(), limits=Limits(**bounds), jobs=0)


def test_a_folder_is_read_through_and_in_the_order_of_its_names(tmp_path: Path) -> None:
    """Folders are read to the bottom, numbers in names counted as numbers, whatever order the disk lists them in."""
    root = tmp_path / "arkiv"
    for number, name in enumerate(["2024/sak 10.toy", "2024/sak 2.toy", "2023/mars/a.toy", "a.toy", "Å.toy"]):
        place = root / name
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(toy(number))
    assert told(archive(root)) == [
        "arkiv/2023/mars/a.toy",
        "arkiv/2024/sak 2.toy",
        "arkiv/2024/sak 10.toy",
        "arkiv/a.toy",
        "arkiv/Å.toy",
    ]


def test_a_zip_file_of_a_folder_reads_as_the_folder_does(tmp_path: Path) -> None:
    """Zipping a folder changes nothing but the names' first part."""
    names = ["b/sak 10.toy", "b/sak 2.toy", "a.toy"]
    (tmp_path / "mappe" / "b").mkdir(parents=True)
    for number, name in enumerate(names):
        (tmp_path / "mappe" / name).write_bytes(toy(number))
    zipped = make_zip(tmp_path / "mappe.zip", {name: toy(number) for number, name in enumerate(names)})
    folder = [name.removeprefix("mappe/") for name in told(archive(tmp_path / "mappe"))]
    assert folder == [name.removeprefix("mappe.zip/") for name in told(archive(zipped))]


def test_paths_are_read_in_the_order_they_are_named(tmp_path: Path) -> None:
    """Files, folders and archives may be mixed; the user's order stands."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "x.toy").write_bytes(toy(1))
    (tmp_path / "z.toy").write_bytes(toy(2))
    zipped = make_zip(tmp_path / "a.zip", {"y.toy": toy(3)})
    assert told(archive(tmp_path / "z.toy", zipped, tmp_path / "m")) == ["z.toy", "a.zip/y.toy", "m/x.toy"]


def test_the_same_content_is_read_once_and_told(tmp_path: Path) -> None:
    """Copies in other folders, in archives and under other names are told with the name of the one that was read."""
    (tmp_path / "m").mkdir()
    for name in ("a.toy", "b.toy"):
        (tmp_path / "m" / name).write_bytes(toy(1))
    make_zip(tmp_path / "m" / "c.zip", {"kopi.toy": toy(1)})
    whole = archive(tmp_path / "m")
    assert told(whole) == [
        "m/a.toy",
        "Duplicate m/b.toy: has the same content as m/a.toy",
        "Duplicate m/c.zip/kopi.toy: has the same content as m/a.toy",
    ]
    assert [d.same_as for d in whole.duplicates] == ["m/a.toy", "m/a.toy"]
    assert isinstance(whole.duplicates[0], Duplicate)


def test_unknown_kinds_in_a_folder_are_named_and_are_no_errors(tmp_path: Path) -> None:
    """An archive holds pictures and programs too; they are counted, and nothing has failed."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "bilde.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "m" / "a.toy").write_bytes(toy(1))
    whole = archive(tmp_path / "m")
    assert told(whole) == ["m/a.toy", "Unknown m/bilde.png: is of no known format"]
    assert not whole.failures


def test_an_unknown_kind_that_the_user_named_is_a_failure(tmp_path: Path) -> None:
    """Who names a file wants that file."""
    place = tmp_path / "tall.bin"
    place.write_bytes(bytes(range(256)))
    [failure] = [f for f in archive(place).results() if isinstance(f, Failure)]
    assert failure.name == str(place)
    assert "no known format" in failure.reason


def test_a_large_file_of_an_unknown_kind_is_unknown_and_not_over_a_bound(tmp_path: Path) -> None:
    """A film beside the minutes is no failure; minutes over the bound are, and neither is loaded whole."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "film.mp4").write_bytes(bytes(5000))
    (tmp_path / "m" / "stor.toy").write_bytes(toy(1) * 200)
    (tmp_path / "m" / "liten.toy").write_bytes(toy(2))
    assert told(archive(tmp_path / "m", source_bytes=1000)) == [
        "Unknown m/film.mp4: is of no known format",
        "m/liten.toy",
        f"Failure m/stor.toy: passes the bound source_bytes (1000, found {len(toy(1) * 200)})",
    ]


def test_the_bound_on_a_source_lets_what_fits_through(tmp_path: Path) -> None:
    """A source of just the size is read."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    assert told(archive(tmp_path / "a.toy", source_bytes=len(toy(1)))) == ["a.toy"]
    assert "source_bytes" in told(archive(tmp_path / "a.toy", source_bytes=len(toy(1)) - 1))[0]


def test_hidden_and_temporary_files_are_left_out_and_counted(tmp_path: Path) -> None:
    """What systems leave behind is never read, in folders and in archives, nor is what lies in hidden folders."""
    root = tmp_path / "m"
    (root / ".git").mkdir(parents=True)
    (root / "__MACOSX").mkdir()
    for name in (".DS_Store", "~$a.toy", ".git/config", "__MACOSX/a.toy"):
        (root / name).write_bytes(toy(1))
    (root / "a.toy").write_bytes(toy(2))
    make_zip(root / "b.zip", {"__MACOSX/._b.toy": toy(3), ".DS_Store": b"x", "b.toy": toy(4)})
    whole = archive(root)
    assert [name for name in told(whole) if not name.startswith("LeftOut")] == ["m/a.toy", "m/b.zip/b.toy"]
    assert [item.name for item in whole.left_out] == [
        "m/.DS_Store",
        "m/.git",
        "m/__MACOSX",
        "m/b.zip/.DS_Store",
        "m/b.zip/__MACOSX/._b.toy",
        "m/~$a.toy",
    ]


def test_a_hidden_file_that_the_user_names_is_read(tmp_path: Path) -> None:
    """The rule is for what lies about, not for what was asked for."""
    (tmp_path / ".skjult.toy").write_bytes(toy(1))
    assert told(archive(tmp_path / ".skjult.toy")) == [".skjult.toy"]


def test_links_in_folders_are_not_followed(tmp_path: Path) -> None:
    """A link may lead out of the archive or round in a ring."""
    (tmp_path / "hemmelig.toy").write_bytes(toy(1))
    root = tmp_path / "m"
    root.mkdir()
    (root / "a.toy").write_bytes(toy(2))
    (root / "ut.toy").symlink_to(tmp_path / "hemmelig.toy")
    (root / "ring").symlink_to(root)
    (root / "brutt").symlink_to(tmp_path / "finnes-ikke")
    assert told(archive(root)) == [
        "m/a.toy",
        "LeftOut m/brutt: is a link",
        "LeftOut m/ring: is a link",
        "LeftOut m/ut.toy: is a link",
    ]


def test_a_link_that_the_user_names_is_followed(tmp_path: Path) -> None:
    """Naming a link is asking for what it leads to."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.toy").write_bytes(toy(1))
    (tmp_path / "snarvei").symlink_to(tmp_path / "m")
    assert told(archive(tmp_path / "snarvei")) == ["snarvei/a.toy"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="pipes with names are a thing of Unix")
def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    """Reading a pipe would wait for ever; in a folder it is left out, named it is a failure."""
    root = tmp_path / "m"
    root.mkdir()
    os.mkfifo(root / "rør")
    (root / "a.toy").write_bytes(toy(1))
    assert told(archive(root)) == ["m/a.toy", "LeftOut m/rør: is not a regular file"]
    assert told(archive(root / "rør")) == [f"Failure {root / 'rør'}: is not a regular file"]
    assert told(archive(Path("/dev/zero"))) == ["Failure /dev/zero: is not a regular file"]


def test_a_missing_file_an_empty_file_and_an_empty_folder_are_each_told_and_the_rest_is_whole(tmp_path: Path) -> None:
    """Each gives one line with name and reason; the files beside them are read."""
    (tmp_path / "tom.toy").write_bytes(b"")
    (tmp_path / "tom mappe").mkdir()
    (tmp_path / "a.toy").write_bytes(toy(1))
    paths = [tmp_path / name for name in ("finnes ikke.toy", "tom.toy", "tom mappe", "a.toy")]
    whole = archive(*paths)
    assert told(whole) == [
        f"Failure {paths[0]}: does not exist",
        f"Failure {paths[1]}: is empty",
        f"Failure {paths[2]}: holds no documents",
        "a.toy",
    ]
    assert all(isinstance(failure.error, InputError) for failure in whole.failures)


def test_a_folder_with_nothing_but_unknown_kinds_holds_no_documents(tmp_path: Path) -> None:
    """Who names such a folder is told that nothing came of it, and how many files were looked at."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.bin").write_bytes(b"\0\1")
    (tmp_path / "m" / "b.bin").write_bytes(b"\0\2")
    assert (
        told(archive(tmp_path / "m"))[-1]
        == f"Failure {tmp_path / 'm'}: holds no documents (2 files of no known format)"
    )


def test_a_document_without_text_is_told_as_such(tmp_path: Path) -> None:
    """A scan has no lines that could stand unread."""
    (tmp_path / "a.toy").write_bytes(b"toy: a scan")
    assert told(archive(tmp_path / "a.toy")) == ["a.toy", f"Unclaimed {tmp_path / 'a.toy'}: holds no text"]


def test_several_empty_files_are_not_called_duplicates(tmp_path: Path) -> None:
    """Nothing is not the same document as nothing: each is told as empty."""
    (tmp_path / "m").mkdir()
    for name in ("a", "b"):
        (tmp_path / "m" / name).write_bytes(b"")
    assert told(archive(tmp_path / "m")) == ["Failure m/a: is empty", "Failure m/b: is empty"]


@pytest.mark.skipif(os.name == "nt", reason="Windows has no names of stray bytes")
def test_names_of_any_system_come_out_legible(tmp_path: Path) -> None:
    """Names in old code pages, in a Mac's taken-apart letters and with control characters fit any register."""
    root = tmp_path / "m"
    root.mkdir()
    (root / unicodedata.normalize("NFD", "1 Måned.toy")).write_bytes(toy(1))
    with open(os.fsencode(root) + b"/2 M\xf8te.toy", "wb") as file:
        file.write(toy(2))
    (root / "3\nlinje.toy").write_bytes(toy(3))
    assert told(archive(root)) == ["m/1 Måned.toy", "m/2 Møte.toy", "m/3\\x0alinje.toy"]


def test_what_may_not_be_read_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file and a folder without leave to read are failures; the rest is whole."""
    root = tmp_path / "m"
    (root / "låst").mkdir(parents=True)
    for number, name in enumerate(("a.toy", "b.toy")):
        (root / name).write_bytes(toy(number))
    refuse(monkeypatch, Path, "open", root / "a.toy")  # and not by chmod, since the test may run as root
    refuse(monkeypatch, os, "listdir", root / "låst")
    (root / "vekk.toy").write_bytes(toy(3))
    refuse(monkeypatch, Path, "lstat", root / "vekk.toy")
    assert told(archive(root)) == [
        "Failure m/a.toy: cannot be read: Permission denied",
        "m/b.toy",
        "Failure m/låst: cannot be read: Permission denied",
        "Failure m/vekk.toy: cannot be read: Permission denied",
    ]


def refuse(monkeypatch: pytest.MonkeyPatch, owner: object, name: str, locked: Path) -> None:
    really = getattr(owner, name)

    def guarded(place: Path, *rest: object, **named: object) -> object:
        if place == locked:
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))
        return really(place, *rest, **named)

    monkeypatch.setattr(owner, name, guarded)


def test_folders_may_lie_deeper_than_the_stack(tmp_path: Path) -> None:
    """A thousand folders in one another are walked, not run into."""
    places = [tmp_path / "/".join("d" * depth) for depth in range(1, 1101)]
    for place in places:
        place.mkdir()
    document = places[-1] / "a.toy"
    document.write_bytes(toy(1))
    try:
        found = told(archive(places[0]))
    finally:  # by hand, since the interpreter's own removal of folders does run into its stack
        document.unlink()
        for place in reversed(places):
            place.rmdir()
    assert found == ["d/" * 1100 + "a.toy"]


def test_a_register_of_this_run_is_not_read_as_a_source(tmp_path: Path) -> None:
    """A register written into the folder it is made of must not be read into itself the next time."""
    root = tmp_path / "m"
    (root / "tabeller").mkdir(parents=True)
    (root / "a.toy").write_bytes(toy(1))
    (root / "register.toy").write_bytes(toy(2))
    (root / "tabeller" / "saker.toy").write_bytes(toy(3))
    whole = Archive([root], host=toy_host(), jobs=0, leave_out=[root / "register.toy", root / "tabeller"])
    assert told(whole) == [
        "m/a.toy",
        "LeftOut m/register.toy: is a register of this run",
        "LeftOut m/tabeller: is a register of this run",
    ]


def test_each_iteration_reads_anew_and_keeps_account_of_itself_alone(tmp_path: Path) -> None:
    """An archive may be gone through twice; nothing is told twice."""
    (tmp_path / "a.bin").write_bytes(b"\0")
    whole = archive(tmp_path / "a.bin", tmp_path / "b")
    assert [len(list(whole)), len(whole.failures)] == [0, 2]
    assert [len(list(whole)), len(whole.failures)] == [0, 2]


def test_nothing_is_read_before_it_is_asked_for(tmp_path: Path) -> None:
    """The archive is lazy: what comes later may still be added or be broken."""
    (tmp_path / "m").mkdir()
    (tmp_path / "m" / "a.toy").write_bytes(toy(1))
    (tmp_path / "m" / "b.toy").write_bytes(toy(2))
    documents = iter(archive(tmp_path / "m"))
    assert next(documents).source.name == "m/a.toy"
    (tmp_path / "m" / "b.toy").write_bytes(toy(3))
    assert [case.number for case in next(documents).meetings[0].cases] == ["3/24"]


def test_a_failure_carries_the_exception_with_its_facts(tmp_path: Path) -> None:
    """A program can tell which bound was passed without reading the message."""
    (tmp_path / "a.toy").write_bytes(toy(1))
    whole = archive(tmp_path / "a.toy", source_bytes=3)
    list(whole)
    error = whole.failures[0].error
    assert isinstance(error, LimitError)
    assert (error.limit, error.allowed) == ("source_bytes", 3)
