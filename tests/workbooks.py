"""Reads a workbook back with openpyxl alone, and puts together what was split over rows."""

from __future__ import annotations

import re
import warnings
from datetime import date, datetime, time
from pathlib import Path

import openpyxl

from govdocs.tables import TABLES, Column, Kind, Table

__all__ = ["read_workbook"]

ESCAPE = re.compile("_x([0-9A-Fa-f]{4})_")


def read_workbook(path: Path) -> dict[str, list[dict[str, object]]]:
    """Return the rows of each sheet that is a table, by the names of table and column, as values of their kinds."""
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        book = openpyxl.load_workbook(path)
    tables = {table.heading.nb: table for table in TABLES if table.sheet}
    found: dict[str, list[dict[str, object]]] = {table.name: [] for table in tables.values()}
    for sheet in book.worksheets:
        table = tables.get(re.sub(r" \(\d+\)$", "", sheet.title))
        if table is None:
            continue
        head, *rows = sheet.iter_rows(values_only=True)
        known = {column.heading.nb: column for column in table.columns}
        merged: dict[str, object] = {}
        for row in rows:
            values = dict(zip(head, row, strict=True))
            part = values.pop("Del av rad", None) or "1 av 1"
            if all(value is None for value in values.values()):
                continue
            number, parts = map(int, str(part).split(" av "))
            merged = values if number == 1 else _joined(merged, values)
            if number == parts:
                found[table.name].append(
                    {known[h].name: _value(known[h], v, table) for h, v in merged.items() if h in known}
                )
    return found


def _joined(before: dict[str, object], after: dict[str, object]) -> dict[str, object]:
    """Put the pieces of a long text after one another; what only repeats is the same in both rows."""
    return {
        head: f"{value}{after[head]}" if isinstance(value, str) and after[head] not in (None, value) else value
        for head, value in before.items()
    }


def _value(column: Column, value: object, table: Table) -> object:
    if isinstance(value, str):
        value = ESCAPE.sub(lambda match: chr(int(match[1], 16)), value)
        codes = {choice.words.nb: choice.value for choice in column.choices}
        value = "; ".join(codes[word] for word in value.split("; ")) if codes else value
    match column.kind, value:
        case _, None:
            return None
        case Kind.BOOLEAN, str():
            return {"Ja": True, "Nei": False}[value]
        case Kind.DATE, datetime():
            return value.date()
        case Kind.DATE, str():
            return date.fromisoformat(value)
        case Kind.NUMBER, int():
            return float(value)
        case Kind.TIME, time():
            return value
    return value
