"""Folders and hosts for tests of the core that need no real reader."""

from __future__ import annotations

import contextlib
import subprocess
import time
import zipfile
from pathlib import Path

from govdocs import Host, Target
from govdocs.archive import Archive
from govdocs.host import list_plugins
from govdocs.model import Document

PLUGIN = Path(__file__).with_name("toy_plugin.py")


def installed() -> list[str]:
    return [plugin.name for plugin in list_plugins()]


def toy_host() -> Host:
    """A host of the toy plugin alone, which worker processes can make for themselves."""
    return Host.installed(without=installed(), files=[PLUGIN])


def toy(number: int, *lines: str) -> bytes:
    """A document of the toy format with one case; the number makes it differ from others."""
    return "\n".join(("toy", f"sak {number}/24 Sak nummer {number}", *lines, "")).encode()


def told(archive: Archive) -> list[str]:
    """What came of everything, in order: a document's name, or an outcome's kind and text."""
    return [
        result.source.name if isinstance(result, Document) else f"{type(result).__name__} {result}"
        for result in archive.results()
    ]


def wait_until_written(program: subprocess.Popen[str], register: Path, text: str) -> None:
    """Wait until a program has put a text into the register that it is writing."""
    staging = Target(path=register).staging
    while program.poll() is None:
        with contextlib.suppress(OSError):
            if text in staging.read_text():
                return
        time.sleep(0.01)


def make_zip(place: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    """A zip file with the members in the order given."""
    with zipfile.ZipFile(place, "w", method) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return place
