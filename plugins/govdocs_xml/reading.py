"""Reads a register back into equal documents."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import evolve
from lxml import etree

from govdocs import Document, Span
from govdocs.errors import RecordError
from govdocs.escaping import unescaped
from govdocs.ledger import Entry, Ledger, LedgerPart
from govdocs_xml.mapping import NAMESPACE, VERSION, Field, Form, fields_of, scalar_from

__all__ = ["read_documents"]

_Q = f"{{{NAMESPACE}}}"
_PLACE = ("page", "firstLine", "lastLine")


class _MisfitError(Exception):
    """Something that is no part of a register."""


def read_documents(path: Path) -> Iterator[Document]:
    """Yield a register's documents one at a time; raises `RecordError` that says where one does not fit."""
    at: etree._Element | None = None
    try:
        with path.open("rb") as file:
            events = etree.iterparse(
                file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True
            )
            for event, at in events:
                if at.getparent() is None and event == "start":
                    _check_root(at)
                elif at.tag == f"{_Q}document" and event == "end":
                    yield _record(at, Document)
                    at.clear()
                    while at.getprevious() is not None:
                        del at.getparent()[0]  # type: ignore[union-attr]
    except etree.XMLSyntaxError as error:
        raise RecordError(str(path), f"line {error.lineno}", error.msg or "is not XML") from error
    except _MisfitError as error:
        raise RecordError(str(path), f"line {at.sourceline if at is not None else 1}", str(error)) from error


def _check_root(root: etree._Element) -> None:
    if root.getroottree().docinfo.internalDTD is not None:
        raise _MisfitError("has a document type declaration")
    if root.tag != f"{_Q}register" or root.get("version") != str(VERSION):
        raise _MisfitError(f"is no register of edition {VERSION}, whose root is register in {NAMESPACE}")


def _record(element: etree._Element, cls: type) -> Any:
    fields = fields_of(cls)
    attributes = {field.tag: field for field in fields if field.form is Form.ATTRIBUTE}
    elements = {_Q + field.tag: field for field in fields if field.form not in (Form.ATTRIBUTE, Form.SPAN)}
    values: dict[str, Any] = {field.name: [] for field in fields if field.many}
    place = [field.name for field in fields if field.form is Form.SPAN]
    for name, text in ((str(name), str(text)) for name, text in element.attrib.items()):
        if name in attributes:
            values[attributes[name].name] = _scalar(unescaped(text), attributes[name], element)
        elif not (place and name in _PLACE):
            raise _MisfitError(f"{_said(element)} has an unknown attribute {name}")
    if place and element.get("page") is not None:
        values[place[0]] = _span(element)
    for child in element:
        if not isinstance(child.tag, str):
            continue
        field = elements.get(child.tag)
        if field is None:
            raise _MisfitError(f"{_said(element)} has an unknown element {_said(child)}")
        value = _value(child, field)
        if field.many:
            values[field.name].append(value)
        else:
            values[field.name] = value
    for field in fields:
        if field.required and field.name not in values:
            raise _MisfitError(f"{_said(element)} has no {field.tag}")
    return cls(**{name: tuple(value) if isinstance(value, list) else value for name, value in values.items()})


def _value(child: etree._Element, field: Field) -> Any:
    match field.form:
        case Form.RECORD:
            return _record(child, field.kind)
        case Form.LEDGER:
            return _ledger(child)
        case Form.RANGE:
            return _number(child, "firstLine"), _number(child, "lastLine")
    return _scalar(unescaped(child.text or ""), field, child)


def _scalar(text: str, field: Field, element: etree._Element) -> Any:
    try:
        return scalar_from(text, field.kind)
    except (ValueError, KeyError) as error:
        raise _MisfitError(f"{_said(element)}: {text!r} does not fit {field.tag}") from error


def _ledger(element: etree._Element) -> Ledger:
    entries: list[Entry] = []
    parts: list[LedgerPart] = []
    for child in element:
        if child.tag == f"{_Q}part":
            parts.append(_record(child, LedgerPart))
            continue
        span = _span(child)
        entry = Entry(
            line=span.first,
            page=span.page,
            owner=_text(child, "owner"),
            field=_text(child, "field"),
            furniture=_text(child, "furniture"),
            blank=child.get("blank") == "true",
            text=unescaped(child.text or "") if child.tag == f"{_Q}unread" else None,
        )
        entries.extend(evolve(entry, line=line) for line in range(span.first, span.last + 1))
    return Ledger(entries=tuple(entries), parts=tuple(parts))


def _text(element: etree._Element, name: str) -> str | None:
    value = element.get(name)
    return None if value is None else unescaped(value)


def _span(element: etree._Element) -> Span:
    return Span(page=_number(element, "page"), first=_number(element, "firstLine"), last=_number(element, "lastLine"))


def _number(element: etree._Element, name: str) -> int:
    try:
        return int(element.get(name, ""))
    except ValueError as error:
        raise _MisfitError(f"{_said(element)} has no number {name}") from error


def _said(element: etree._Element) -> str:
    return etree.QName(element).localname
