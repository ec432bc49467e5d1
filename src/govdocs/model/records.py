"""What every record has: an id, the lines it was read from, and the lines of its fields."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import attrs
from attrs import frozen

from govdocs.layout import Span

__all__ = ["FieldSpan", "Record", "fields_of", "inner_records"]


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


def inner_records(record: Record) -> Iterator[Record]:
    """Yield the records right under one, in the order of its fields."""
    for name in fields_of(type(record), Record):
        value = getattr(record, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Record):
                yield item


_HELD: dict[tuple[type, type], tuple[str, ...]] = {}
"""What was found out of a class, since whoever walks through a document asks for every record.

Not `functools.cache`: to type checkers a class is not hashable.
"""


def fields_of(cls: type[Record], kind: type) -> tuple[str, ...]:
    """Return the fields of a class of records whose type lets them hold something of a kind, in order."""
    if (cls, kind) not in _HELD:
        hints = get_type_hints(cls)
        _HELD[cls, kind] = tuple(f.name for f in attrs.fields(cls) if _may_hold(hints[f.name], kind))
    return _HELD[cls, kind]


def _may_hold(hint: Any, kind: type) -> bool:
    """Tell whether a type is a kind or names it: `tuple[Case, ...]` holds records."""
    inner = get_args(hint)
    return any(_may_hold(item, kind) for item in inner) if inner else isinstance(hint, type) and issubclass(hint, kind)
