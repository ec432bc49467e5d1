"""What every record has: an id, the lines it was read from, and the lines of its fields."""

from __future__ import annotations

from attrs import frozen

from govdocs.layout import Span

__all__ = ["FieldSpan", "Record"]


@frozen(kw_only=True)
class FieldSpan:
    """The lines one field of a record was read from; a field may have several."""

    field: str
    """Name of the field."""
    span: Span
    """Its lines."""


@frozen(kw_only=True)
class Record:
    """What every record carries."""

    id: str = ""
    """Stable for the same bytes, readable, hierarchical; given by the core."""
    span: Span
    """The lines the record was read from, first to last."""
    spans: tuple[FieldSpan, ...] = ()
    """The lines of single fields."""
