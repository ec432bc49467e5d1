"""Every example is run as its reader would run it."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from environments import Environment

EXAMPLES = Path(__file__).parents[1] / "examples"


def run(script: str, *arguments: str | Path, status: int = 0) -> str:
    command = [sys.executable, str(EXAMPLES / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, encoding="utf-8", env=None)
    assert done.returncode == status, done.stdout + done.stderr
    return done.stdout + done.stderr


def test_a_folder_becomes_three_registers(tmp_path: Path) -> None:
    """`convert_archive.py` reads the sample archive whole and says what it wrote."""
    told = run("convert_archive.py", EXAMPLES / "archive", tmp_path)
    assert told.startswith("10 documents: ")
    assert {path.name for path in tmp_path.iterdir()} == {"register.xlsx", "register.xml", "tables"}
    assert all(f"written: {tmp_path / name}" in told for name in ("register.xlsx", "register.xml", "tables"))


def test_decisions_are_told_by_body() -> None:
    """`decisions_by_body.py` prints decisions under the bodies that made them, inferred ones with a question mark."""
    told = run("decisions_by_body.py", EXAMPLES / "archive")
    bodies = [line for line in told.splitlines() if line and not line.startswith(" ")]
    assert bodies == sorted(bodies)
    assert "Eldrerådet" in bodies
    rows = [line for line in told.splitlines() if line.startswith("  ")]
    assert rows
    assert any(" ? " in row for row in rows)
    assert any(" ? " not in row for row in rows)


def test_measures_are_told_by_who_answers_for_them() -> None:
    """`follow_up.py` prints the measures of every plan with their deadlines."""
    told = run("follow_up.py", EXAMPLES / "archive")
    assert len([line for line in told.splitlines() if line.startswith("  ")]) > 10


@pytest.mark.parametrize("script", sorted(path.name for path in EXAMPLES.glob("*.py")))
def test_a_script_says_how_it_is_used(script: str) -> None:
    """Called without arguments, an example prints its own description and fails."""
    assert f"python examples/{script}" in run(script, status=1)


def test_the_own_plugin_is_found_once_pip_has_installed_it(clean: Environment, tmp_path: Path) -> None:
    """In a clean environment a stranger's distribution is a plugin like any other, and its own tests pass there."""
    project = shutil.copytree(EXAMPLES / "own_plugin", tmp_path / "own_plugin")
    assert "styrenotat" not in clean.run("govdocs", "plugins", cwd=tmp_path)
    clean = clean.copied(tmp_path / "venv")
    clean.pip(project, "pytest")
    row = next(line for line in clean.run("govdocs", "plugins", cwd=tmp_path).splitlines() if "styrenotat" in line)
    assert row.split()[:4] == ["styrenotat", "0.1.0", "govdocs-styrenotat", "1"]
    assert "Styret i Nausthamna vel" in clean.run(
        "govdocs", "read", project / "samples" / "nausthamna_vel.md", cwd=tmp_path
    )
    clean.run("govdocs", "convert", project / "samples", "-o", "meetings.ics", cwd=tmp_path)
    assert (tmp_path / "meetings.ics").read_bytes().startswith(b"BEGIN:VCALENDAR\r\n")
    assert " passed" in clean.run("pytest", "-q", project, cwd=tmp_path)
