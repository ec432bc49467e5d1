"""Writes the file: rows as they come, indexes and searches at the end."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from govdocs import Document, Target, TargetError
from govdocs.tables import TABLES, Register, Value
from govdocs_sqlite.schema import create, finish

__all__ = ["SqliteWriter"]

APPLICATION = 0x676F7664
"""Tells the file from other SQLite files: `govd`."""
VERSION = 1
"""Edition of the tables."""


class SqliteWriter:
    """Takes documents one at a time."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._register, self._language = Register(target.language), target.language
        # The file is moved into place when it is whole, so it needs no journal of its own.
        self._file = sqlite3.connect(target.staging, isolation_level=None)
        for name, value in (
            ("page_size", 4096),
            ("journal_mode", "OFF"),
            ("synchronous", "OFF"),
            ("application_id", APPLICATION),
            ("user_version", VERSION),
        ):
            self._run(f"PRAGMA {name} = {value}")
        self._run("BEGIN")
        for statement in create():
            self._run(statement)
        self._inserts = {
            table.name: f"INSERT INTO {table.name} VALUES ({', '.join('?' * len(table.data))})" for table in TABLES
        }

    def write(self, document: Document) -> None:
        """Take one document."""
        for table, values in self._register.rows(document):
            self._run(self._inserts[table.name], [_stored(values[column.name]) for column in table.data])

    def close(self) -> None:
        """Finish the file."""
        for table in TABLES:
            for column in table.data:
                words = column.heading.said(self._language), column.meaning.said(self._language)
                self._run("INSERT INTO column_meanings VALUES (?, ?, ?, ?)", (table.name, column.name, *words))
        for statement in finish():
            self._run(statement)
        self._run("COMMIT")
        self._file.close()

    def _run(self, statement: str, values: Sequence[str | int | float | None] = ()) -> None:
        """Run a statement; SQLite's own errors here are those of the disk."""
        try:
            self._file.execute(statement, values)
        except sqlite3.OperationalError as error:
            self._file.close()
            raise TargetError(str(self._target.path), f"cannot be written: {error}") from error

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._file.close()


def _stored(value: Value) -> str | int | float | None:
    match value:
        case bool():
            return int(value)
        case None | str() | int() | float():
            return value
    return value.isoformat()
