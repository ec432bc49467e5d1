"""Writes one SQLite file: every table with its keys, and full-text search."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write `.sqlite`, `.sqlite3` and `.db`."""
    if not target.is_for("sqlite", ".sqlite", ".sqlite3", ".db"):
        return None
    from govdocs_sqlite.writing import SqliteWriter

    return SqliteWriter(target)
