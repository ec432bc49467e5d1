"""The Data Package that describes a folder of tables: types, keys, foreign keys, counts and hashes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from attrs import frozen

from govdocs.tables import TABLES, Column, Kind, Table, Words
from govdocs_csv.dialects import GUARD, Dialect

__all__ = ["Written", "describe"]

TITLE = Words(
    "Register over møter, saker, vedtak og tiltak",
    "Register over møte, saker, vedtak og tiltak",
    "Register of meetings, cases, decisions and actions",
)
GUARDED = "A text that begins with one of = + - @ ' (or their full-width twins), a tab, a line break or NUL has ' before it; take one ' off the start of a text to have the original."  # noqa: E501


@frozen(kw_only=True)
class Written:
    """What is known of a table's file once it is written."""

    path: str
    """Relative to the package."""
    rows: int
    """Without the head."""
    size: int
    """In bytes."""
    sha256: str
    """In hexadecimal."""


def describe(written: Mapping[str, Written], dialect: Dialect, language: str) -> dict[str, Any]:
    """Return the descriptor of the package, edition 2 of the standard."""
    package: dict[str, Any] = {
        "$schema": "https://datapackage.org/profiles/2.0/datapackage.json",
        "name": "govdocs-register",
        "title": TITLE.said(language),
    }
    if dialect.guarded:
        package["govdocs:guard"] = {"character": GUARD, "description": GUARDED}
    package["resources"] = [_resource(table, written[table.name], dialect, language) for table in TABLES]
    return package


def _resource(table: Table, written: Written, dialect: Dialect, language: str) -> dict[str, Any]:
    return {
        "name": table.name,
        "type": "table",
        "path": written.path,
        "title": table.heading.said(language),
        "description": table.meaning.said(language),
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": written.size,
        "hash": f"sha256:{written.sha256}",
        "rows": written.rows,
        "dialect": {
            "delimiter": dialect.delimiter, "lineTerminator": "\r\n", "quoteChar": '"', "doubleQuote": True,
            "header": True,
        },
        "schema": _schema(table, dialect, language),
    }  # fmt: skip


def _schema(table: Table, dialect: Dialect, language: str) -> dict[str, Any]:
    schema: dict[str, Any] = {
        "fields": [_field(column, dialect, language) for column in table.data],
        "primaryKey": list(table.key),
    }
    links = [
        {
            "fields": list(link.columns),
            "reference": {**({} if link.table == table.name else {"resource": link.table}), "fields": list(link.to)},
        }
        for link in table.links
    ]
    return schema | ({"foreignKeys": links} if links else {})


def _field(column: Column, dialect: Dialect, language: str) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": {Kind.TEXT: "string"}.get(column.kind, column.kind.value),
        "title": column.heading.said(language),
        "description": column.meaning.said(language),
    }
    if column.kind is Kind.NUMBER and dialect.decimal != ".":
        field["decimalChar"] = dialect.decimal
    constraints: dict[str, Any] = {}
    # A text as written may be the empty one, which CSV cannot tell from none: nothing is promised of it.
    if column.required and (column.kind is not Kind.TEXT or column.technical or column.choices):
        constraints["required"] = True
    if column.choices:
        constraints["enum"] = [choice.value for choice in column.choices]
    return field | ({"constraints": constraints} if constraints else {})
