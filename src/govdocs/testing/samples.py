"""Samples: documents with what shall be read out of them in a file beside each, rewritten by one command only."""

from __future__ import annotations

import difflib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import frozen

from govdocs.codec import encode
from govdocs.errors import InputError
from govdocs.host import Host
from govdocs.model import Document
from govdocs.pipeline import read

__all__ = ["Sample", "leftovers", "portrait", "samples"]

SUFFIX = ".expected.json"
WIDTH = 110
"""Characters of a line up to which an object or list stays on it."""


@frozen(order=True)
class Sample:
    """A document and, in a file beside it with `.expected.json` behind the same name, what shall be read out of it."""

    path: Path
    """The document."""

    def __str__(self) -> str:
        return self.path.name

    @property
    def expected_path(self) -> Path:
        """Where the expected records stand."""
        return self.path.with_name(self.path.name + SUFFIX)

    @property
    def expected(self) -> str | None:
        """The expected records as they stand in their file; `None` while there is none."""
        return self.expected_path.read_text(encoding="utf-8") if self.expected_path.is_file() else None

    def actual(self, host: Host | None = None) -> str:
        """Read the document, and return what was read as the expected records are written."""
        try:
            return portrait(read(self.path, host=host))
        except InputError as error:
            return _laid_out({"error": type(error).__name__, "reason": error.reason}) + "\n"

    def difference(self, host: Host | None = None) -> str:
        """Return how what is read differs from what is expected, line by line; empty if it does not."""
        expected = self.expected
        if expected is None:
            return f"{self.expected_path.name} is not there; `--update` writes it"
        lines = difflib.unified_diff(
            expected.splitlines(), self.actual(host).splitlines(), "expected", "read", lineterm="", n=2
        )
        return "\n".join(lines)

    def update(self, host: Host | None = None) -> bool:
        """Write what is read as what is expected; whether that changed anything."""
        text = self.actual(host)
        if text == self.expected:
            return False
        self.expected_path.write_text(text, encoding="utf-8", newline="\n")
        return True


def samples(folder: str | os.PathLike[str]) -> list[Sample]:
    """List the samples in a folder and the folders in it, sorted; raises `InputError` where there are none."""
    if not Path(folder).is_dir():
        raise InputError(str(folder), "is not a folder" if Path(folder).exists() else "does not exist")
    found = [Sample(path) for path in _files(Path(folder)) if not path.name.endswith(SUFFIX)]
    if not found:
        raise InputError(str(folder), "holds no samples")
    return found


def leftovers(folder: str | os.PathLike[str]) -> list[Path]:
    """List the files of expected records whose document is gone."""
    return [
        path
        for path in _files(Path(folder))
        if path.name.endswith(SUFFIX) and not path.with_name(path.name.removesuffix(SUFFIX)).is_file()
    ]


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith(".") for part in path.relative_to(folder).parts):
            yield path


def portrait(document: Document) -> str:
    """Return a document as text for a person to review: its records, parts, unread lines and findings.

    What changes without meaning anything is left out: paths, versions, the hash of the bytes (`#` in ids), and the
    ledger's owners, which the spans tell.
    """
    whole = json.loads(encode(document))
    source = {name: whole["source"][name] for name in ("name", "media_type", "opener")}
    parts = [
        {
            "label": part.label,
            "genre": part.genre,
            "reader": part.reader,
            "lines": [list(lines) for lines in part.ranges],
            "coverage": round(document.ledger.coverage_of(part), 3),
            "record": part.record,
        }
        for part in document.ledger.parts
    ]
    shown = {
        "source": source,
        "meetings": whole.get("meetings", []),
        "plans": whole.get("plans", []),
        "parts": parts,
        "unread": [{"page": e.page, "line": e.line, "text": e.text} for e in document.ledger.unread],
        "findings": whole.get("findings", []),
    }
    return _laid_out(shown).replace(f'"{document.source.sha256[:8]}/', '"#/') + "\n"


def _laid_out(value: Any, indent: str = "") -> str:
    """Return JSON with short objects and lists on one line, so that a difference is a line to read."""
    flat = json.dumps(value, ensure_ascii=False)
    if not isinstance(value, dict | list) or not value or len(indent) + len(flat) <= WIDTH:
        return flat
    deeper = indent + " "
    if isinstance(value, dict):
        items = [f"{json.dumps(key, ensure_ascii=False)}: {_laid_out(item, deeper)}" for key, item in value.items()]
        first, last = "{}"
    else:
        items = [_laid_out(item, deeper) for item in value]
        first, last = "[]"
    return f"{first}\n" + ",\n".join(deeper + item for item in items) + f"\n{indent}{last}"
