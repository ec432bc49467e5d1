"""How the records stand in XML: which field is an attribute, which an element, and under which name.

Codes, numbers, dates and identifiers are attributes; texts and records are elements, repeated where there are several.
What is not stated, or holds its default, is left out.
"""

from __future__ import annotations

import types
from collections.abc import Callable
from datetime import date, time
from enum import Enum, StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin

import attrs

from govdocs.layout import Span
from govdocs.ledger import Ledger

__all__ = ["NAMESPACE", "VERSION", "Field", "Form", "element_name", "fields_of", "scalar_from", "scalar_to"]

VERSION = 1
NAMESPACE = f"urn:govdocs:register:{VERSION}"

_IDENTIFIERS = frozenset(
    {
        *("id", "record", "resolved", "meeting", "sha256", "media_type", "opener", "opener_version", "code", "genre"),
        *("reader", "field", "prefix"),
    }
)
"""Texts that are attributes, since they name something and are no prose."""
_SINGULAR = {
    "responsible": "responsible",
    "columns": "column",
    "spans": "lines",
    "ranges": "range",
    "previously_treated": "previouslyTreated",
    "type": "type",
    "areas": "area",
    "subareas": "subarea",
    "entries": "run",
}


class Form(Enum):
    """In which form a field stands."""

    ATTRIBUTE = "attribute"
    TEXT = "text"
    CODE = "code"  # an element for each of several codes
    RECORD = "record"
    SPAN = "span"  # three attributes: page, firstLine, lastLine
    RANGE = "range"  # an element with two attributes: firstLine, lastLine
    LEDGER = "ledger"


@attrs.frozen(kw_only=True)
class Field:
    """One field of a record and how it stands in XML."""

    name: str
    """In the model."""
    tag: str
    """In XML."""
    form: Form
    """How it stands."""
    kind: Any
    """Its type, or that of its members."""
    many: bool
    """Whether there may be several."""
    default: object
    """What is left out; `attrs.NOTHING` where the field is required."""
    optional: bool
    """Whether it may be `None`."""

    @property
    def required(self) -> bool:
        """Whether it must be there."""
        return self.default is attrs.NOTHING and not self.many


@cache
def fields_of(cls: type) -> tuple[Field, ...]:
    """List the fields of a class: its own in the order of the model, then the places."""
    attrs.resolve_types(cls)
    fields = [_field(attribute) for attribute in attrs.fields(cls)]
    return (*(f for f in fields if f.name != "spans"), *(f for f in fields if f.name == "spans"))


def element_name(name: str) -> str:
    """Return a model's name as XML has it: `background_documents` is `backgroundDocuments`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def _field(attribute: attrs.Attribute[Any]) -> Field:
    kind, many, optional = _unpacked(attribute.type)
    if kind is Span:
        form = Form.SPAN
    elif kind is Ledger:
        form = Form.LEDGER
    elif get_origin(kind) is tuple:
        form = Form.RANGE
    elif attrs.has(kind):
        form = Form.RECORD
    elif kind is str and (many or attribute.name not in _IDENTIFIERS):
        form = Form.TEXT
    else:
        form = Form.CODE if many else Form.ATTRIBUTE
    name = attribute.name
    tag = element_name(_SINGULAR.get(name, name.removesuffix("s")) if many else name)
    return Field(name=name, tag=tag, form=form, kind=kind, many=many, default=attribute.default, optional=optional)


def _unpacked(kind: Any) -> tuple[Any, bool, bool]:
    """Take `tuple[X, ...]` and `X | None` apart: `X`, whether there may be several, whether there may be none."""
    if get_origin(kind) in (Union, types.UnionType):
        inner = [each for each in get_args(kind) if each is not types.NoneType]
        return inner[0], False, True
    arguments = get_args(kind)
    if get_origin(kind) is tuple and arguments[-1] is Ellipsis:
        return arguments[0], True, False
    return kind, False, False


def scalar_to(value: Any) -> str:
    """Return a code, number, date or identifier as it stands in XML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    return str(value.value if isinstance(value, StrEnum) else value)


def scalar_from(text: str, kind: Any) -> Any:
    """Read such a value back; raises `ValueError`."""
    read: Callable[[str], Any] = _READ.get(kind, kind)
    return read(text)


def _bool(text: str) -> bool:
    return {"true": True, "1": True, "false": False, "0": False}[text]


_READ: dict[Any, Callable[[str], Any]] = {bool: _bool, date: date.fromisoformat, time: time.fromisoformat}
