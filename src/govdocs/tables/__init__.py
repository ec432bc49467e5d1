"""Documents as relational tables: every column with its name, type, meaning, headings and keys."""

from govdocs.tables.columns import Choice, Column, Kind, Link, Table, Words
from govdocs.tables.draft import Row, Value
from govdocs.tables.flat import DECISION_REGISTER, decision_register
from govdocs.tables.rows import Register
from govdocs.tables.schema import TABLES, table_named

__all__ = [
    "DECISION_REGISTER",
    "TABLES",
    "Choice",
    "Column",
    "Kind",
    "Link",
    "Register",
    "Row",
    "Table",
    "Value",
    "Words",
    "decision_register",
    "table_named",
]
