from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest
from toys import PLUGIN, installed, make_zip, toy, toy_host, wait_until_written

from govdocs import Document, Host, Limits, Target, TargetError, convert
from govdocs.archive import Outcome
from govdocs.conversion import Summary


def converted(sources: list[Path] | Path, targets: list[Path] | Path, **more: object) -> Summary:
    return convert(sources, targets, host=toy_host(), jobs=0, **more)  # type: ignore[arg-type]


@pytest.fixture
def archive(tmp_path: Path) -> Path:
    """Three documents of one case each."""
    root = tmp_path / "arkiv"
    root.mkdir()
    for number in range(1, 4):
        (root / f"{number}.toy").write_bytes(toy(number))
    return root


WHOLE = "nb {}\narkiv/1.toy: 1\narkiv/2.toy: 1\narkiv/3.toy: 1\n"


def test_several_registers_are_written_in_one_pass(archive: Path, tmp_path: Path) -> None:
    """Every register gets every document, each of which is read once."""
    told: list[Document | Outcome] = []
    summary = converted(archive, [tmp_path / "a.reg", tmp_path / "under" / "b.reg"], tell=told.append)
    assert (tmp_path / "a.reg").read_text() == (tmp_path / "under" / "b.reg").read_text() == WHOLE
    assert [d.source.name for d in told if isinstance(d, Document)] == ["arkiv/1.toy", "arkiv/2.toy", "arkiv/3.toy"]
    assert summary.ok
    assert (summary.documents, summary.meetings, summary.cases, summary.decisions) == (3, 3, 3, 0)
    assert [target.path.name for target in summary.written] == ["a.reg", "b.reg"]


def test_language_options_and_named_formats_reach_the_writers(archive: Path, tmp_path: Path) -> None:
    """What the user chose is in the target that the writer is given."""
    place = tmp_path / "a.txt"
    convert(archive, f"toyreg:{place}", host=toy_host(), jobs=0, language="nn", options={"dialect": "excel"})
    assert place.read_text().startswith("nn {'dialect': 'excel'}\n")


def test_a_target_made_beforehand_is_taken_as_it_is(archive: Path, tmp_path: Path) -> None:
    """A program may set up its targets itself."""
    convert(archive, Target(path=tmp_path / "a.reg", language="en"), host=toy_host(), jobs=0)
    assert (tmp_path / "a.reg").read_text().startswith("en {}\n")


def test_bad_sources_are_told_and_the_registers_hold_the_rest(archive: Path, tmp_path: Path) -> None:
    """The register is whole in what could be read, and each source that could not be is one line with its reason."""
    (archive / "0.toy").write_bytes(b"")
    (archive / "bilde.png").write_bytes(b"\x89PNG\0")
    summary = converted([archive, tmp_path / "mangler.toy"], tmp_path / "a.reg")
    assert (tmp_path / "a.reg").read_text() == WHOLE
    assert [str(failure) for failure in summary.failures] == [
        "arkiv/0.toy: is empty",
        f"{tmp_path / 'mangler.toy'}: does not exist",
    ]
    assert [str(unknown) for unknown in summary.unknown] == ["arkiv/bilde.png: is of no known format"]
    assert not summary.ok


def test_unknown_kinds_duplicates_and_what_is_left_out_are_no_failures(archive: Path, tmp_path: Path) -> None:
    """They are told and counted, and all is well."""
    (archive / "bilde.png").write_bytes(b"\x89PNG\0")
    (archive / "kopi.toy").write_bytes(toy(1))
    (archive / ".DS_Store").write_bytes(b"x")
    summary = converted(archive, tmp_path / "a.reg")
    assert summary.ok
    assert (len(summary.unknown), len(summary.duplicates), len(summary.left_out)) == (1, 1, 1)


def test_a_text_that_no_reader_claims_is_delivered_and_told(archive: Path, tmp_path: Path) -> None:
    """Its lines stand unread in the register; all is well if it lay in a folder, and not if the user named it."""
    (archive / "4.toy").write_bytes(b"toy\nIngenting her\n")
    summary = converted(archive, tmp_path / "a.reg")
    assert summary.ok
    assert (tmp_path / "a.reg").read_text() == WHOLE + "arkiv/4.toy: 0\n"
    assert [str(item) for item in summary.unclaimed] == [
        "arkiv/4.toy: holds nothing that a reader knows; its 2 lines of text stand unread"
    ]
    assert not converted(archive / "4.toy", tmp_path / "a.reg").ok


def test_a_document_that_a_plugin_spoiled_is_told(archive: Path, tmp_path: Path) -> None:
    """It stands in the register, and the plugin and hook that failed are named."""
    (archive / "4.toy").write_bytes(toy(4, "raise in read"))
    summary = converted(archive, tmp_path / "a.reg")
    assert summary.findings == 1
    assert [str(item) for item in summary.spoiled] == [
        "arkiv/4.toy: plugin toy_plugin.govdocs_read: raised ValueError: a fault of the plugin"
    ]
    assert not summary.ok
    assert converted(archive, tmp_path / "a.reg", strict=True).failures[0].name == "arkiv/4.toy"


def test_a_fault_that_a_plugin_repeats_is_told_once(archive: Path, tmp_path: Path) -> None:
    """A document of a hundred parts does not fill the account with one plugin's one mistake."""
    plugin = tmp_path / "twice.py"
    plugin.write_text(
        "from govdocs import hookimpl\nfrom govdocs.parts import Claim, Genre\n"
        "@hookimpl\ndef govdocs_claim(layout):\n"
        "    return [Claim(genre=Genre.NOTICE, first=n, last=n, confidence=1) for n in (1, 2)]\n"
        "@hookimpl\ndef govdocs_read(part):\n    raise OSError('no\\nway')\n"
    )
    host = Host.installed(without=installed(), files=[PLUGIN, plugin])
    summary = convert(archive / "1.toy", tmp_path / "a.reg", host=host, jobs=0)
    [spoiled] = summary.spoiled
    assert spoiled.reason.endswith("plugin twice.govdocs_read: raised OSError: no way (2 times)")


def test_of_two_targets_one_that_cannot_be_written_is_told_and_the_other_is_whole(
    archive: Path, tmp_path: Path
) -> None:
    """A place that cannot be written costs its own register only."""
    (tmp_path / "fil").write_text("ikke en mappe")
    summary = converted(archive, [tmp_path / "fil" / "a.reg", tmp_path / "b.reg"])
    assert [str(lost) for lost in summary.lost] == [
        f"{tmp_path / 'fil' / 'a.reg'}: cannot be written: {tmp_path / 'fil'} is not a folder"
    ]
    assert (tmp_path / "b.reg").read_text() == WHOLE
    assert not summary.ok


def test_a_writer_that_fails_on_a_document_is_told_with_it_and_the_other_is_whole(
    archive: Path, tmp_path: Path
) -> None:
    """Its register is given up, an older one stays; the document and the reason are named."""
    (tmp_path / "a.broken").write_text("gammelt")
    summary = converted(archive, [tmp_path / "a.broken", tmp_path / "b.reg"])
    assert [str(lost) for lost in summary.lost] == [
        f"{tmp_path / 'a.broken'}: its writer failed: KeyError: 'no such column' (at arkiv/2.toy)"
    ]
    assert (tmp_path / "a.broken").read_text() == "gammelt"
    assert (tmp_path / "b.reg").read_text() == WHOLE
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.broken", "arkiv", "b.reg"]


def test_a_place_that_is_taken_meanwhile_is_told(archive: Path, tmp_path: Path) -> None:
    """A folder that appears where the register shall stand costs that register only."""

    def take(result: Document | Outcome) -> None:
        (tmp_path / "a.reg" / "mappe").mkdir(parents=True, exist_ok=True)

    summary = converted(archive, [tmp_path / "a.reg", tmp_path / "b.reg"], tell=take)
    assert [str(lost) for lost in summary.lost] == [f"{tmp_path / 'a.reg'}: cannot be written: Is a directory"]
    assert (tmp_path / "b.reg").read_text() == WHOLE
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.reg", "arkiv", "b.reg"]


def test_reading_stops_when_no_register_is_left(archive: Path, tmp_path: Path) -> None:
    """There is nothing to read for."""
    told: list[Document | Outcome] = []
    converted(archive, tmp_path / "a.broken", tell=told.append)
    assert [d.source.name for d in told if isinstance(d, Document)] == ["arkiv/1.toy", "arkiv/2.toy"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the full disk is a device of Linux")
def test_a_full_disk_is_told(archive: Path, tmp_path: Path) -> None:
    """Running out of space costs the register and names it."""
    (tmp_path / ".a.reg.part").unlink(missing_ok=True)

    class Full(Target):
        def prepare(self) -> None:
            super().prepare()
            self.staging.symlink_to("/dev/full")

    summary = convert(archive, Full(path=tmp_path / "a.reg"), host=toy_host(), jobs=0)
    assert "cannot be written: No space left on device" in summary.lost[0].reason
    assert not (tmp_path / "a.reg").exists()


def test_an_unknown_suffix_is_refused_before_anything_is_read(archive: Path, tmp_path: Path) -> None:
    """Asking for what no writer knows is a mistake of the user's, told with what was asked for; nothing is written."""
    told: list[Document | Outcome] = []
    with pytest.raises(TargetError, match=r"no writer knows the suffix '\.pdf'"):
        converted(archive, [tmp_path / "a.reg", tmp_path / "b.pdf"], tell=told.append)
    with pytest.raises(TargetError, match=r"no writer knows the format 'word'"):
        convert(archive, f"word:{tmp_path / 'a'}", host=toy_host(), jobs=0)
    assert told == []
    assert [p.name for p in tmp_path.iterdir()] == ["arkiv"]


def test_a_target_may_not_be_a_source_or_stand_twice(archive: Path, tmp_path: Path) -> None:
    """A register that would overwrite what it is made of is refused."""
    with pytest.raises(TargetError, match="is a source or another target too"):
        converted(archive / "1.toy", archive / "1.toy")
    with pytest.raises(TargetError, match="is a source or another target too"):
        converted(archive, [tmp_path / "a.reg", tmp_path / "arkiv" / ".." / "a.reg"])
    assert (archive / "1.toy").read_bytes() == toy(1)


def test_a_register_in_its_own_archive_is_not_read_into_itself(archive: Path) -> None:
    """The second run over a folder gives the same register as the first."""
    for _ in range(2):
        assert converted(archive, archive / "a.reg").documents == 3
        assert (archive / "a.reg").read_text() == WHOLE


def test_nothing_read_leaves_the_old_register(tmp_path: Path) -> None:
    """A misspelt folder does not empty last year's register."""
    (tmp_path / "a.reg").write_text("gammelt")
    summary = converted(tmp_path / "akriv", tmp_path / "a.reg")
    assert (tmp_path / "a.reg").read_text() == "gammelt"
    assert [str(lost) for lost in summary.lost] == [f"{tmp_path / 'a.reg'}: is not written, since nothing was read"]
    assert [p.name for p in tmp_path.iterdir()] == ["a.reg"]


def test_the_same_sources_give_the_same_register_from_folder_zip_and_any_number_of_workers(
    archive: Path, tmp_path: Path
) -> None:
    """How a document came and who read it leaves no trace but its name."""
    zipped = make_zip(tmp_path / "arkiv.zip", {path.name: path.read_bytes() for path in archive.iterdir()})
    converted(zipped, tmp_path / "zip.reg")
    for jobs in (0, 2):
        convert(archive, tmp_path / f"{jobs}.reg", host=toy_host(), jobs=jobs)
    texts = {(tmp_path / f"{name}.reg").read_text().replace("arkiv.zip", "arkiv") for name in ("zip", "0", "2")}
    assert texts == {WHOLE}


@pytest.mark.skipif(sys.platform == "win32", reason="sends signals")
@pytest.mark.parametrize("stop", [signal.SIGKILL, signal.SIGINT, signal.SIGTERM])
def test_a_run_that_is_stopped_leaves_the_old_register_whole(
    archive: Path, tmp_path: Path, stop: signal.Signals
) -> None:
    """However a run ends half-way, the old register stands, and the next run is not held up by what was left."""
    (archive / "2.toy").write_bytes(toy(2, "hang"))
    register = tmp_path / "a.reg"
    register.write_text("gammelt")
    code = (
        "import sys; from pathlib import Path; from govdocs import Host, convert;"
        "from govdocs.host import list_plugins;"
        "host = Host.installed(without=[p.name for p in list_plugins()], files=[Path(sys.argv[1])]);"
        "convert(sys.argv[2], sys.argv[3], host=host, tell=lambda _: print('one', flush=True))"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, PLUGIN, archive, register],
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as run:
        assert run.stdout is not None
        line = run.stdout.readline()
        wait_until_written(run, register, "1.toy")
        run.send_signal(stop)
        run.stdout.read()
    assert line == "one\n"
    assert register.read_text() == "gammelt"
    (archive / "2.toy").write_bytes(toy(2))
    assert convert(archive, register, host=toy_host(), jobs=1, limits=Limits()).ok
    assert register.read_text() == WHOLE
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.reg", "arkiv"]
