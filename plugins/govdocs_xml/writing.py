"""Writes the register: one element a document, streamed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from itertools import groupby
from typing import Any

from lxml import etree

from govdocs import Document, Span, Target
from govdocs.escaping import escaped
from govdocs.ledger import Entry, Ledger
from govdocs_xml.mapping import NAMESPACE, VERSION, Field, Form, fields_of, scalar_to

__all__ = ["XmlWriter"]

_Q = f"{{{NAMESPACE}}}"


class XmlWriter:
    """Writes one document at a time."""

    def __init__(self, target: Target) -> None:
        self._open = ExitStack()
        file = self._open.enter_context(target.staging.open("wb"))
        self._xml = self._open.enter_context(etree.xmlfile(file, encoding="utf-8"))
        self._xml.write_declaration()
        head = {"version": str(VERSION)}
        self._open.enter_context(self._xml.element(f"{_Q}register", head, nsmap={None: NAMESPACE}))
        self._xml.write("\n")

    def write(self, document: Document) -> None:
        """Take one document."""
        self._xml.write(element_of(document, "document"), pretty_print=True)

    def close(self) -> None:
        """Finish the register."""
        self._open.close()

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._open.close()


def element_of(record: Any, tag: str) -> etree._Element:
    """Return a record as an element."""
    element = etree.Element(_Q + tag, nsmap={None: NAMESPACE})  # type: ignore[dict-item]
    _fill(element, record)
    return element


def _fill(element: etree._Element, record: Any) -> None:
    for field in fields_of(record.__class__):
        value = getattr(record, field.name)
        if field.form is Form.LEDGER:
            _ledger(etree.SubElement(element, _Q + field.tag), value)
        elif field.many:
            for item in value:
                _put(element, field, item)
        elif value is not None and (value != field.default or field.required):
            _put(element, field, value)


def _put(element: etree._Element, field: Field, value: Any) -> None:
    match field.form:
        case Form.ATTRIBUTE:
            element.set(field.tag, escaped(scalar_to(value)))
        case Form.SPAN:
            _place(element, value)
        case Form.RECORD:
            _fill(etree.SubElement(element, _Q + field.tag), value)
        case Form.RANGE:
            first, last = value
            etree.SubElement(element, _Q + field.tag, firstLine=str(first), lastLine=str(last))
        case _:
            etree.SubElement(element, _Q + field.tag).text = escaped(scalar_to(value))


def _place(element: etree._Element, span: Span) -> None:
    for name, number in (("page", span.page), ("firstLine", span.first), ("lastLine", span.last)):
        element.set(name, str(number))


def _ledger(element: etree._Element, ledger: Ledger) -> None:
    """Write the ledger with lines of one owner as one run, and each line that holds text as itself."""
    for first, last in _runs(ledger):
        run = etree.SubElement(element, _Q + ("run" if first.text is None else "unread"))
        _place(run, Span(page=first.page, first=first.line, last=last))
        for name in ("owner", "field", "furniture"):
            if (value := getattr(first, name)) is not None:
                run.set(name, escaped(value))
        if first.blank:
            run.set("blank", "true")
        if first.text is not None:
            run.text = escaped(first.text)
    for part in ledger.parts:
        _fill(etree.SubElement(element, _Q + "part"), part)


def _runs(ledger: Ledger) -> Iterator[tuple[Entry, int]]:
    def kind(item: tuple[int, Entry]) -> tuple[object, ...]:
        place, entry = item
        alone = entry.line if entry.text is not None else None
        return entry.line - place, entry.page, entry.owner, entry.field, entry.furniture, entry.blank, alone

    for _, group in groupby(enumerate(ledger.entries), kind):
        entries = [entry for _, entry in group]
        yield entries[0], entries[-1].line
