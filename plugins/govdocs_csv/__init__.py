"""Writes a folder of CSV tables with a Data Package, and a flat register of decisions as one `.csv`."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write the flat register to `….csv`, and every table into any other place named as `csv:…`."""
    if not target.is_for("csv", ".csv"):
        return None
    from govdocs_csv.dialects import dialect_of
    from govdocs_csv.writing import FlatWriter, FolderWriter

    dialect = dialect_of(target)
    return FlatWriter(target, dialect) if target.suffix == ".csv" else FolderWriter(target, dialect)
