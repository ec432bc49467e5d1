from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs import Target, TargetError

AS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0


@pytest.mark.parametrize(
    ("text", "path", "named", "folder", "suffix"),
    [
        ("register.xlsx", "register.xlsx", None, False, ".xlsx"),
        ("REGISTER.XLSX", "REGISTER.XLSX", None, False, ".xlsx"),
        ("csv:tables/", "tables", "csv", True, ""),
        ("CSV:tables", "tables", "csv", False, ""),
        ("xml:out/register.txt", "out/register.txt", "xml", False, ".txt"),
        ("tables.v1/", "tables.v1", None, True, ""),
        ("C:\\registers\\a.xlsx", "C:\\registers\\a.xlsx", None, False, ".xlsx"),
        ("møte: vår.csv", " vår.csv", "møte", False, ".csv"),
        ("2024:a.csv", "2024:a.csv", None, False, ".csv"),
        ("csv:", ".", "csv", False, ""),
        ("register", "register", None, False, ""),
    ],
)
def test_a_target_is_taken_as_a_user_writes_it(
    text: str, path: str, named: str | None, folder: bool, suffix: str
) -> None:
    """The suffix chooses the format, a name before a colon overrules it, a slash at the end makes a folder."""
    target = Target.parse(text)
    assert (target.path, target.format, target.folder, target.suffix) == (Path(path), named, folder, suffix)


def test_a_format_by_name_overrules_the_suffix() -> None:
    """A writer is meant by its name if one is given, else by the suffix, never by both."""
    assert Target.parse("csv:a.xlsx").is_for("csv", ".csv")
    assert not Target.parse("csv:a.xlsx").is_for("excel", ".xlsx")
    assert Target.parse("a.xlsx").is_for("excel", ".xls", ".xlsx")
    assert not Target.parse("a.xlsx").is_for("csv", ".csv")


@given(st.text(max_size=40))
def test_any_text_is_some_target(text: str) -> None:
    """Nothing that a user types makes parsing raise, and the staging place lies beside the place."""
    target = Target.parse(text)
    if target.path.name:
        assert target.staging.parent == target.path.parent
        assert target.staging != target.path


def target_at(place: Path) -> Target:
    target = Target.parse(place)
    target.prepare()
    return target


def test_an_old_file_stands_until_the_new_one_is_whole(tmp_path: Path) -> None:
    """What is being written stands beside the old register, which is replaced at once or not at all."""
    place = tmp_path / "register.csv"
    place.write_text("old")
    target = target_at(place)
    target.staging.write_text("ne")
    assert place.read_text() == "old"
    target.discard()
    assert [path.name for path in tmp_path.iterdir()] == ["register.csv"]
    target.staging.write_text("new")
    target.place()
    assert place.read_text() == "new"
    assert [path.name for path in tmp_path.iterdir()] == ["register.csv"]


def test_a_folder_is_replaced_whole(tmp_path: Path) -> None:
    """Files that the new register does not have are gone with the old one."""
    place = tmp_path / "tables"
    place.mkdir()
    (place / "old.csv").write_text("old")
    target = target_at(place)
    target.staging.mkdir()
    (target.staging / "new.csv").write_text("new")
    assert (place / "old.csv").exists()
    target.place()
    assert [path.name for path in place.iterdir()] == ["new.csv"]
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


def test_a_folder_of_other_things_is_not_thrown_away(tmp_path: Path) -> None:
    """A register asked for in the folder of one's documents is refused; nothing there is touched."""
    for name in ("referat.pdf", "bilder"):
        place = tmp_path / name.partition(".")[0]
        place.mkdir()
        (place / "a.csv").write_text("old")
        if "." in name:
            (place / name).write_text("mine")
        else:
            (place / name).mkdir()
        target = target_at(place)
        target.staging.mkdir()
        (target.staging / "a.csv").write_text("new")
        with pytest.raises(TargetError, match=rf"holds what is of no register \({name}\)"):
            target.place()
        assert (place / "a.csv").read_text() == "old"
        assert (place / name).exists()
        target.discard()


def test_a_folder_moved_away_by_a_run_that_ended_there_comes_back(tmp_path: Path) -> None:
    """Between the two moves that replace a folder, the old register stands beside its place and is not lost."""
    place = tmp_path / "tables"
    (tmp_path / ".tables.old").mkdir()
    (tmp_path / ".tables.old" / "a.csv").write_text("old")
    target_at(place).discard()
    assert (place / "a.csv").read_text() == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["tables"]


@pytest.mark.parametrize("name", [".", "..", "/", "a/.."])
def test_a_place_without_a_name_is_an_error(name: str) -> None:
    """A register cannot take the place of the folder one stands in."""
    with pytest.raises(TargetError, match="is no name for a register"):
        target_at(Path(name))


def test_what_a_crash_left_is_thrown_away(tmp_path: Path) -> None:
    """A half register of an earlier run, file or folder, does not get into the next one."""
    target = target_at(tmp_path / "a.csv")
    target.staging.mkdir()
    (target.staging / "half.csv").write_text("half")
    target.prepare()
    assert not target.staging.exists()
    target.staging.write_text("half")
    target.prepare()
    assert not target.staging.exists()
    target.discard()


def test_folders_on_the_way_are_made(tmp_path: Path) -> None:
    """A register may be asked for in a folder that is not there yet."""
    target = target_at(tmp_path / "a" / "b" / "register.csv")
    target.staging.write_text("x")
    target.place()
    assert (tmp_path / "a" / "b" / "register.csv").read_text() == "x"


def test_a_folder_in_the_place_of_a_file_is_an_error(tmp_path: Path) -> None:
    """A folder that happens to be called register.csv is not thrown away for a file."""
    (tmp_path / "register.csv").mkdir()
    with pytest.raises(TargetError, match=r"register\.csv: is a folder, not a file"):
        target_at(tmp_path / "register.csv")


def test_a_file_in_the_way_is_an_error(tmp_path: Path) -> None:
    """A target under a file cannot be; the reason is the system's, on one line with the path."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(TargetError, match=r"cannot be written: .*file is not a folder") as caught:
        target_at(tmp_path / "file" / "register.csv")
    assert caught.value.target == str(tmp_path / "file" / "register.csv")


@pytest.mark.skipif(AS_ROOT, reason="whoever may write everywhere meets no closed folder")
def test_a_folder_that_is_closed_is_an_error_before_anything_is_read(tmp_path: Path) -> None:
    """An archive is not read for an hour only to find that its register cannot be put there."""
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(TargetError, match="cannot be written: Permission denied"):
            target_at(tmp_path / "register.csv")
    finally:
        tmp_path.chmod(0o700)


def test_a_register_that_was_never_built_cannot_be_placed(tmp_path: Path) -> None:
    """A writer that wrote somewhere else is told, and the old register stays."""
    place = tmp_path / "register.csv"
    place.write_text("old")
    target = target_at(place)
    with pytest.raises(TargetError, match="cannot be written: No such file"):
        target.place()
    assert place.read_text() == "old"
