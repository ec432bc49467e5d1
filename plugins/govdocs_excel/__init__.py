"""Writes an Excel workbook for people: a sheet a table, with an overview, links and an explanation of every column."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write `.xlsx`."""
    if not target.is_for("excel", ".xlsx") and not target.is_for("xlsx"):
        return None
    from govdocs_excel.writing import ExcelWriter

    return ExcelWriter(target)
