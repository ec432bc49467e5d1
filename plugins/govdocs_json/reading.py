"""Reads a register of whole documents back."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from govdocs import Document
from govdocs.codec import decode
from govdocs.errors import RecordError

__all__ = ["read_documents"]


def read_documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a `.jsonl` or `.json` file; raises `RecordError` that says where one does not fit."""
    with path.open("rb") as file:
        if file.read(64).lstrip()[:1] == b"[":
            yield from _array(path)
            return
        file.seek(0)
        for number, line in enumerate(file, 1):
            if line.strip():
                yield decode(line, f"{path}:{number}")


def _array(path: Path) -> Iterator[Document]:
    try:
        items = json.loads(path.read_bytes())
    except ValueError as error:
        raise RecordError(str(path), "$", f"is not JSON: {error}") from error
    for number, item in enumerate(items):
        yield decode(json.dumps(item), f"{path}[{number}]")
