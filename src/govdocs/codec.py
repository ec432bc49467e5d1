"""Documents as JSON and back; the only module that knows msgspec."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

import attrs
import msgspec

from govdocs.errors import RecordError
from govdocs.escaping import storable
from govdocs.meanings import class_meaning, field_meanings
from govdocs.model import Document

__all__ = ["VERSION", "decode", "encode", "schema"]

VERSION = 1
"""Edition of the stored form; raised when a field changes its meaning or goes."""

_LAST = ("span", "spans")


class _Field(NamedTuple):
    name: str
    default: object


class _Head(msgspec.Struct):
    version: int


def encode(document: Document) -> bytes:
    """Return a document as one line of JSON, fields in the order of the model, defaults left out."""
    plain = {"version": VERSION, **_plain(document)}
    try:
        return msgspec.json.encode(plain)
    except UnicodeEncodeError:
        return msgspec.json.encode(_storable(plain))


def decode(data: bytes | str, name: str = "JSON") -> Document:
    """Read a document back; raises `RecordError` that says where it does not fit."""
    try:
        version = msgspec.json.decode(data, type=_Head).version
        if version > VERSION:
            raise RecordError(name, "$.version", f"is {version}; this govdocs reads up to {VERSION}")
        return msgspec.json.decode(data, type=Document)
    except msgspec.ValidationError as error:
        reason, _, path = str(error).partition(" - at ")
        raise RecordError(name, path.strip("`") or "$", reason) from error
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(name, "$", f"is not JSON: {error}") from error


def schema() -> dict[str, Any]:
    """Return the JSON Schema of a stored document, each field with its meaning."""
    whole = msgspec.json.schema(Document)
    classes = {cls.__name__: cls for cls in _classes(Document)}
    for title, definition in whole["$defs"].items():
        if (cls := classes.get(title)) and "properties" in definition:
            meanings = field_meanings(cls)
            for name in definition["properties"]:
                definition["properties"][name] = {"description": meanings[name], **definition["properties"][name]}
            definition["description"] = class_meaning(cls)
    head = {"description": "Edition of this form.", "const": VERSION}
    document = whole["$defs"]["Document"]
    document["properties"] = {"version": head, **document["properties"]}
    document["required"] = ["version", *document["required"]]
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **whole}


@cache
def _fields(cls: type) -> tuple[_Field, ...]:
    """List a class's fields in the order to write them in: as declared, with the places at the end.

    msgspec by itself writes the fields of a slotted class in the order of their slots, which is alphabetical.
    """
    fields = [_Field(f.name, f.default) for f in attrs.fields(cls)]
    return (*(f for f in fields if f.name not in _LAST), *(f for f in fields if f.name in _LAST))


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    if not attrs.has(type(value)):
        return value
    plain = {}
    for name, default in _fields(value.__class__):
        item = getattr(value, name)
        if item is not default and item != default:
            plain[name] = _plain(item)
    return plain


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, Mapping):
        return {key: _storable(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_storable(item) for item in value]
    return value


def _classes(cls: type, seen: frozenset[type] = frozenset()) -> set[type]:
    found = {cls}
    for attribute in attrs.fields(attrs.resolve_types(cls)):
        for kind in _named(attribute.type):
            if attrs.has(kind) and kind not in seen and kind not in found:
                found |= _classes(kind, seen | found)
    return found


def _named(kind: Any) -> list[Any]:
    """List the classes that a type names: `tuple[Case, ...]` names `Case`."""
    inner = getattr(kind, "__args__", ())
    return [name for item in inner for name in _named(item)] if inner else [kind]
