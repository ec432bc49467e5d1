"""Clean virtual environments, as a user's machine would have them, with the built wheel in them."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest
from attrs import frozen

__all__ = ["CLEAN", "Environment", "build_wheel"]

CLEAN = pytest.mark.xdist_group("clean")
"""Tests that need the wheel or a clean environment go to one process, so that each is made once."""


@frozen
class Environment:
    """A virtual environment with nothing in it but what was installed by pip."""

    folder: Path

    @classmethod
    def make(cls, folder: Path, *requirements: str | Path) -> Environment:
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        environment = cls(folder)
        environment.pip(*requirements)
        return environment

    def copied(self, folder: Path) -> Environment:
        """An environment with the same in it, made in a moment, so that one test's installing is not another's."""
        shutil.copytree(self.folder, folder, symlinks=True)
        copy = Environment(folder)
        for script in copy.scripts.iterdir():
            if not script.is_symlink() and script.read_bytes()[:2] == b"#!":
                script.write_bytes(script.read_bytes().replace(bytes(self.folder), bytes(folder)))
        return copy

    @property
    def scripts(self) -> Path:
        return self.folder / ("Scripts" if os.name == "nt" else "bin")

    @property
    def variables(self) -> Mapping[str, str]:
        """What a shell has in which the environment was activated; nothing of the tests' own Python gets in."""
        kept = {
            name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "COV_", "COVERAGE"))
        }
        path = os.pathsep.join([str(self.scripts), kept.get("PATH", "")])
        return kept | {
            "PATH": path,
            "VIRTUAL_ENV": str(self.folder),
            "PYTHONWARNINGS": "error::DeprecationWarning:govdocs",
        }

    def pip(self, *requirements: str | Path) -> None:
        if requirements:
            quiet = ("--disable-pip-version-check", "--quiet", "--no-compile")  # what is imported is compiled then
            self.run("python", "-m", "pip", "install", *quiet, *map(str, requirements))

    def run(self, *command: str | Path, cwd: Path | None = None, status: int = 0) -> str:
        """Run a command of the environment's; what it printed, both streams together as on a terminal."""
        place = str(command[0])
        first = self.scripts / place if (self.scripts / place).exists() else place
        done = subprocess.run(
            [str(first), *map(str, command[1:])],
            cwd=cwd,
            env=dict(self.variables),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        )
        assert done.returncode == status, f"{command} ended with {done.returncode}:\n{done.stdout}"
        return done.stdout


def build_wheel(root: Path, place: Path) -> Path:
    """Build the project's wheel with what is installed, so that no network is needed for it."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(root)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    (wheel,) = place.glob("*.whl")
    return wheel
