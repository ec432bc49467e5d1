"""The bounds that keep an untrusted source from doing harm; each is an option with a default."""

from __future__ import annotations

from attrs import field, frozen
from attrs.validators import gt

__all__ = ["Limits"]

MIB = 1024 * 1024


def bound(default: float) -> float:
    value: float = field(default=default, validator=gt(0))
    return value


@frozen(kw_only=True)
class Limits:
    """How much a source may ask for; passing one is a `LimitError` that names it."""

    source_bytes: float = bound(200 * MIB)
    """Size of one source, in bytes."""
    archive_ratio: float = bound(100)
    """Unpacked size over packed size of a zip member larger than 1 MiB."""
    archive_bytes: float = bound(500 * MIB)
    """Unpacked size of a zip archive in all, nested archives included, in bytes."""
    member_bytes: float = bound(50 * MIB)
    """Unpacked size of one zip member, in bytes."""
    archive_members: float = bound(10_000)
    """Members of one zip archive."""
    archive_depth: float = bound(3)
    """Archives within archives."""
    markup_depth: float = bound(1024)
    """Nesting of elements in XML and HTML."""
    table_cells: float = bound(200_000)
    """Cells of one document's tables."""
    lines: float = bound(500_000)
    """Lines of one document."""
    line_length: float = bound(1_000_000)
    """Characters of one line."""
    pages: float = bound(5_000)
    """Pages of one document."""
    seconds: float = bound(120)
    """Wall time for one source, where it is read in a worker process (`jobs` above 0)."""
    memory_bytes: float = bound(2048 * MIB)
    """Address space of one worker process, in bytes."""
