"""The two CSV registers: a folder of tables, and the flat register of decisions."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import cast

from govdocs import Document, Target
from govdocs.tables import DECISION_REGISTER, TABLES, Kind, Register, Value, Words, decision_register
from govdocs_csv.dialects import Dialect
from govdocs_csv.package import Written, describe

__all__ = ["FlatWriter", "FolderWriter"]

_YES_NO = {True: Words("Ja", "Ja", "Yes"), False: Words("Nei", "Nei", "No")}


class FolderWriter:
    """Writes every table as one CSV file, and `datapackage.json` that describes them."""

    def __init__(self, target: Target, dialect: Dialect) -> None:
        self._target, self._dialect = target, dialect
        self._register = Register(target.language)
        self._files = ExitStack()
        target.staging.mkdir()
        self._sheets = {
            table.name: _File(target.staging / f"{table.name}.csv", dialect, self._files) for table in TABLES
        }
        for table in TABLES:
            self._sheets[table.name].head([column.name for column in table.data])

    def write(self, document: Document) -> None:
        """Take one document."""
        for table, values in self._register.rows(document):
            self._sheets[table.name].row([values[column.name] for column in table.data])

    def close(self) -> None:
        """Finish the tables and describe them."""
        self._files.close()
        written = {name: sheet.written() for name, sheet in self._sheets.items()}
        descriptor = describe(written, self._dialect, self._target.language)
        text = json.dumps(descriptor, ensure_ascii=False, indent=2) + "\n"
        (self._target.staging / "datapackage.json").write_text(text, encoding="utf-8", newline="\n")

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._files.close()


class FlatWriter:
    """Writes one row a decision; in the dialect `excel` under the headings and with the words that people read."""

    def __init__(self, target: Target, dialect: Dialect) -> None:
        self._register = Register(target.language)
        self._files = ExitStack()
        self._sheet = _File(target.staging, dialect, self._files)
        self._language = target.language if dialect.guarded else None
        self._sheet.head(
            [c.heading.said(self._language) if self._language else c.name for c in DECISION_REGISTER.columns]
        )

    def write(self, document: Document) -> None:
        """Take one document."""
        for table, values in decision_register(self._register, document):
            row: list[Value] = [values[column.name] for column in table.columns]
            if self._language:
                for n, column in enumerate(table.columns):
                    row[n] = cast(Value, column.shown(row[n], self._language))
                    if column.kind is Kind.BOOLEAN and row[n] is not None:
                        row[n] = _YES_NO[bool(row[n])].said(self._language)
            self._sheet.row(row)

    def close(self) -> None:
        """Finish the file."""
        self._files.close()

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._files.close()


class _File:
    """One CSV file, counted and summed up while it is written."""

    def __init__(self, path: Path, dialect: Dialect, files: ExitStack) -> None:
        self._path, self._dialect, self._rows = path, dialect, 0
        file = files.enter_context(path.open("w", encoding=dialect.encoding, newline=""))
        self._writer = csv.writer(file, delimiter=dialect.delimiter, lineterminator="\r\n")

    def head(self, names: Sequence[str]) -> None:
        self._writer.writerow(names)

    def row(self, values: Sequence[Value]) -> None:
        self._writer.writerow([self._dialect.cell(value) for value in values])
        self._rows += 1

    def written(self) -> Written:
        with self._path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Written(path=self._path.name, rows=self._rows, size=self._path.stat().st_size, sha256=digest)
