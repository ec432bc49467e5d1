"""The tables, indexes, searches and views of the file, as SQL."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.tables import TABLES, Column, Kind, Table

__all__ = ["SEARCHED", "create", "finish"]

TYPES = {Kind.TEXT: "TEXT", Kind.INTEGER: "INTEGER", Kind.NUMBER: "REAL", Kind.BOOLEAN: "INTEGER"}
"""Dates and times are texts as ISO 8601 writes them, which SQLite's own functions take."""
SEARCHED = {
    "cases": ("number", "title", "subtitle"),
    "paragraphs": ("heading", "text"),
    "decisions": ("label", "text", "vote_outcome"),
    "actions": ("number", "text"),
}
"""Tables with full-text search (`cases_fts` and so on), and the columns it goes over."""
REGISTER = """CREATE VIEW decision_register AS
SELECT m.body AS meeting_body, m.date AS meeting_date, m.number AS meeting_number, c.number AS case_number,
  c.title AS case_title, d.kind, d.text, d.vote_outcome, d.vote_unanimous, d.label, d.inferred, s.name AS source_name,
  d.page, d.first_line, d.last_line, d.decision_id, d.case_id, d.meeting_id
FROM decisions AS d
JOIN cases AS c USING (case_id)
JOIN meetings AS m ON m.meeting_id = d.meeting_id
JOIN sources AS s ON s.source_id = d.source_id"""
MEANINGS = """CREATE TABLE column_meanings (
  table_name TEXT NOT NULL,
  column_name TEXT NOT NULL,
  heading TEXT NOT NULL,
  meaning TEXT NOT NULL,
  PRIMARY KEY (table_name, column_name)
)"""


def create() -> Iterator[str]:
    """Yield what makes the empty tables."""
    for table in TABLES:
        yield _table(table)
    yield MEANINGS


def finish() -> Iterator[str]:
    """Yield what makes indexes, searches and views once the rows are there."""
    for table in TABLES:
        for link in table.links:
            if table.key[: len(link.columns)] != link.columns:
                named = ", ".join(link.columns)
                yield f"CREATE INDEX {table.name}_{'_'.join(link.columns)} ON {table.name} ({named})"
    for name, columns in SEARCHED.items():
        # Diacritics stay: in Norwegian å is no a. Datasette knows a search by its content in double quotes.
        words = f"{', '.join(columns)}, content=\"{name}\", tokenize='unicode61 remove_diacritics 0'"
        yield f"CREATE VIRTUAL TABLE {name}_fts USING fts5({words})"
        yield f"INSERT INTO {name}_fts({name}_fts) VALUES ('rebuild')"
        yield f"INSERT INTO {name}_fts({name}_fts) VALUES ('optimize')"
    yield REGISTER


def _table(table: Table) -> str:
    lines = [_column(column) for column in table.data]
    lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    for link in table.links:
        lines.append(f"FOREIGN KEY ({', '.join(link.columns)}) REFERENCES {link.table} ({', '.join(link.to)})")
    return f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)"


def _column(column: Column) -> str:
    words = [column.name, TYPES.get(column.kind, "TEXT")]
    if column.required:
        words.append("NOT NULL")
    if column.choices:
        codes = ", ".join(f"'{choice.value}'" for choice in column.choices)
        words.append(f"CHECK ({column.name} IN ({codes}))")
    if column.kind is Kind.BOOLEAN:
        words.append(f"CHECK ({column.name} IN (0, 1))")
    return " ".join(words)
