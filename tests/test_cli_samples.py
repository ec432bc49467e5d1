from __future__ import annotations

from pathlib import Path

import pytest
from toys import PLUGIN, installed, toy

from govdocs.cli import main

TOY = ["--plugin", str(PLUGIN), *(option for name in installed() for option in ("--without", name))]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "samples"
    place.mkdir()
    for number in (1, 2):
        (place / f"{number}.toy").write_bytes(toy(number))
    return place


def test_samples_are_written_then_the_same_then_told_when_they_differ(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """One command writes what is expected; without it, nothing is written and a difference is status 1."""

    def samples(*options: str) -> tuple[int, list[str]]:
        status = main(["samples", str(folder), *TOY, *options])
        return status, capsys.readouterr().out.splitlines()

    status, lines = samples()
    assert (status, [line for line in lines if line.startswith("differs")]) == (1, ["differs  1.toy", "differs  2.toy"])
    assert "1.toy.expected.json is not there; `--update` writes it" in lines
    assert sorted(path.name for path in folder.iterdir()) == ["1.toy", "2.toy"]
    assert samples("--update") == (0, ["written  1.toy", "written  2.toy"])
    assert samples("--update") == (0, ["same     1.toy", "same     2.toy"])
    (folder / "2.toy").write_bytes(toy(3))
    status, lines = samples()
    assert status == 1
    assert lines[:2] == ["same     1.toy", "differs  2.toy"]
    assert any(line.startswith("-") and '"number": "2/24"' in line for line in lines)
    assert any(line.startswith("+") and '"number": "3/24"' in line for line in lines)
    (folder / "2.toy").unlink()
    assert samples() == (1, ["same     1.toy", "alone    2.toy.expected.json, whose document is gone"])


def test_a_plugin_is_held_to_its_contract(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`--contract` prints each breach with its rule, and the status is 1; the toy plugin makes its body up."""
    assert main(["samples", str(folder), *TOY, "--update"]) == 0
    capsys.readouterr()
    assert main(["samples", str(folder), *TOY, "--contract", "toy_plugin"]) == 1
    out, errors = capsys.readouterr()
    assert "Meeting.body 'Lekerådet' has lekerådet, which the document does not have [founded]" in out
    assert errors.startswith("2 samples, ")
    for path in folder.iterdir():
        path.unlink()
    (folder / "brev.txt").write_text("Kjære Ane\n\nHils Odd.\n", encoding="utf-8")
    assert main(["samples", str(folder), "--update", "--contract", "text"]) == 0


def test_an_empty_folder_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A folder without samples is a fault, and no traceback."""
    assert main(["samples", str(tmp_path)]) == 1
    assert "holds no samples" in capsys.readouterr().err
