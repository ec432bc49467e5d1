"""Every table of a register, each after those it names in its keys."""

from __future__ import annotations

from govdocs.tables import content_tables as content
from govdocs.tables import meeting_tables as meetings
from govdocs.tables.columns import Table

__all__ = ["TABLES", "table_named"]

TABLES: tuple[Table, ...] = (
    meetings.SOURCES,
    meetings.PARTS,
    meetings.MEETINGS,
    meetings.PARTICIPANTS,
    meetings.PARTICIPANT_CASES,
    meetings.CASES,
    meetings.CASE_TYPES,
    meetings.CASE_PEOPLE,
    content.ATTACHMENTS,
    content.REFERENCES,
    content.PARAGRAPHS,
    meetings.DECISIONS,
    meetings.VOTE_COUNTS,
    meetings.VOTERS,
    content.PLANS,
    content.PLAN_COLUMNS,
    content.AREAS,
    content.ACTIONS,
    content.RESPONSIBLE,
    content.POINTS,
    content.FINDINGS,
    content.UNREAD,
)

_BY_NAME = {table.name: table for table in TABLES}


def table_named(name: str) -> Table:
    """Return a table by its name."""
    return _BY_NAME[name]
