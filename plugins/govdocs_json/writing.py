"""A register of whole documents: one a line, and in `.json` an array around the lines."""

from __future__ import annotations

from govdocs import Document, Target
from govdocs.codec import encode

__all__ = ["JsonWriter"]


class JsonWriter:
    """Writes one document a line."""

    def __init__(self, target: Target) -> None:
        self._array = target.suffix == ".json"
        self._count = 0
        self._file = target.staging.open("wb")

    def write(self, document: Document) -> None:
        """Take one document."""
        if self._array:
            self._file.write(b",\n" if self._count else b"[\n")
        self._file.write(encode(document))
        if not self._array:
            self._file.write(b"\n")
        self._count += 1

    def close(self) -> None:
        """Finish the file."""
        if self._array:
            self._file.write(b"\n]\n" if self._count else b"[]\n")
        self._file.close()

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._file.close()
