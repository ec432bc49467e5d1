"""The flat register: one row for each decision, readable alone."""

from __future__ import annotations

from collections.abc import Iterator

from govdocs.model import Document
from govdocs.tables.columns import Table, Words
from govdocs.tables.draft import Row, Value
from govdocs.tables.rows import Register
from govdocs.tables.schema import table_named

__all__ = ["DECISION_REGISTER", "decision_register"]

_OF_CASE = ("subtitle", "type_label", "archive_number")
_OF_DECISION = (
    "meeting_body", "meeting_date", "meeting_number", "case_number", "case_title", *_OF_CASE, "kind", "text",
    "vote_outcome", "vote_unanimous", "label", "inferred", "source_name", "page", "first_line", "last_line",
    "decision_id",
)  # fmt: skip

DECISION_REGISTER = Table(
    name="decision_register",
    heading=Words("Vedtaksregister", "Vedtaksregister", "Register of decisions"),
    meaning=Words(
        "Et vedtak eller forslag med møtet og saken det hører til.",
        "Eit vedtak eller framlegg med møtet og saka det høyrer til.",
        "A decision made or proposed, with its meeting and case.",
    ),
    columns=tuple(table_named("cases" if name in _OF_CASE else "decisions").column(name) for name in _OF_DECISION),
    key=("decision_id",),
)


def decision_register(register: Register, document: Document) -> Iterator[Row]:
    """Yield a document's decisions, each with the words of its meeting and case."""
    case: dict[str, Value] = {}
    for table, values in register.rows(document):
        if table.name == "cases":
            case = {name: values[name] for name in _OF_CASE}
        elif table.name == "decisions":
            row = values | case
            yield Row(DECISION_REGISTER, {column.name: row[column.name] for column in DECISION_REGISTER.columns})
