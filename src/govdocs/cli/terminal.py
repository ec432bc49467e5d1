"""What is said beside the output: one line for what goes wrong, and how far long work has come."""

from __future__ import annotations

import shutil
import sys
import time
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from govdocs.archive import Outcome
    from govdocs.model import Document

__all__ = ["Progress", "complain", "counted"]

EVERY = 0.1
"""Seconds between two pictures of the progress."""


def complain(text: str) -> None:
    """Say on one line what went wrong."""
    print(f"govdocs: {' '.join(text.split())}", file=sys.stderr)


def counted(number: int, plural: str) -> str:
    """Return a number with its noun, which is given in the plural."""
    return f"{number:,} {plural[:-1] if number == 1 else plural}"


class Progress:
    """One line that tells how far long work has come, on a terminal only."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._shown = stream.isatty()
        self._documents = 0
        self._failed = 0
        self._next = 0.0
        self._width = 0

    def tell(self, result: Document | Outcome) -> None:
        """Take note of a result."""
        from govdocs.archive import Failure
        from govdocs.model import Document

        self._documents += isinstance(result, Document)
        self._failed += isinstance(result, Failure)
        now = time.monotonic()
        if not self._shown or now < self._next:
            return
        self._next = now + EVERY
        name = result.source.name if isinstance(result, Document) else result.name
        failed = f", {self._failed} failed" if self._failed else ""
        self._draw(f"{self._documents} read{failed}  {name}")

    def end(self) -> None:
        """Wipe the line."""
        if self._width:
            self._draw("")
            self._stream.write("\r")
            self._stream.flush()

    def _draw(self, text: str) -> None:
        text = text[: shutil.get_terminal_size().columns - 1]
        self._stream.write(f"\r{text.ljust(self._width)}")
        self._stream.flush()
        self._width = len(text)
