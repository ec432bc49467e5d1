"""The XML Schema of the register, shipped as `register-1.xsd`, with the model's words on every element and attribute.

`python -m govdocs_xml.schema` writes it anew after the model has changed.
"""

from __future__ import annotations

from datetime import date, time
from enum import StrEnum
from pathlib import Path
from typing import Any

import attrs
from lxml import etree

from govdocs import Document
from govdocs.ledger import LedgerPart
from govdocs.meanings import class_meaning, field_meanings
from govdocs_xml.mapping import NAMESPACE, VERSION, Field, Form, fields_of, scalar_to

__all__ = ["SCHEMA"]

SCHEMA = Path(__file__).with_name(f"register-{VERSION}.xsd")
"""Where the schema stands."""

XS = "http://www.w3.org/2001/XMLSchema"
SCALARS: dict[Any, str] = {
    str: "g:text", bool: "xs:boolean", int: "xs:integer", float: "xs:double", date: "xs:date", time: "xs:time",
}  # fmt: skip
TEXT = (
    "Text as it stands in the source. A character that XML 1.0 cannot hold is written as _xHHHH_ with its number in "
    "hexadecimal, and the underscore of a literal _xHHHH_ as _x005F_, as in Office Open XML."
)
PLACE = (
    ("page", "Page of the first line, 1-based."),
    ("firstLine", "First line, 1-based, counted through the document."),
    ("lastLine", "Last line, inclusive."),
)
LEDGER = {
    "run": "Lines in a row that share an owner; together the runs and unread lines name every line of the source once.",
    "unread": "A line whose text no record took, with that text.",
}
OWNED = (
    ("owner", "Id of the record that owns the lines; none for furniture, blank and unread lines."),
    ("field", "Field of the record the lines went into."),
    ("furniture", "Kind of page furniture."),
)


def text() -> str:
    """Return the schema as it is shipped."""
    schema = _xs("schema", targetNamespace=NAMESPACE, elementFormDefault="qualified", version=str(VERSION))
    schema.append(_said("A register of documents read by govdocs. Fields that hold their default are left out."))
    schema.append(_register())
    schema.append(
        _xs(
            "simpleType",
            _said(TEXT),
            _xs("restriction", _xs("whiteSpace", value="preserve"), base="xs:string"),
            name="text",
        )
    )
    for cls in _classes(Document, LedgerPart):
        schema.append(_enumeration(cls) if issubclass(cls, StrEnum) else _record(cls))
    schema.append(_ledger())
    schema.append(_run("run", "Run", empty=True))
    schema.append(_run("unread", "UnreadLine", empty=False))
    etree.indent(schema)
    return etree.tostring(schema, encoding="unicode") + "\n"


def _xs(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    element = etree.Element(f"{{{XS}}}{tag}", attributes, nsmap={"xs": XS, "g": NAMESPACE})
    element.extend(children)
    return element


def _said(words: str) -> etree._Element:
    documentation = _xs("documentation", **{"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    documentation.text = words
    return _xs("annotation", documentation)


def _register() -> etree._Element:
    unique = _xs("unique", _xs("selector", xpath=".//*"), _xs("field", xpath="@id"), name="id")
    document = _xs(
        "element",
        _said(class_meaning(Document)),
        unique,
        name="document",
        type="g:Document",
        minOccurs="0",
        maxOccurs="unbounded",
    )
    version = _xs(
        "attribute",
        _said("Edition of this schema."),
        name="version",
        type="xs:integer",
        fixed=str(VERSION),
        use="required",
    )
    return _xs(
        "element",
        _said("All documents of the register, in the order they were read."),
        _xs("complexType", _xs("sequence", document), version),
        name="register",
    )


def _classes(*roots: Any) -> list[Any]:
    """List the classes and enumerations that the roots are built of, each once, in the order they turn up."""
    found: dict[Any, None] = {}
    waiting = list(roots)
    while waiting:
        cls = waiting.pop(0)
        if cls in found:
            continue
        found[cls] = None
        if not issubclass(cls, StrEnum):
            kinds = [field.kind for field in fields_of(cls) if field.form in (Form.RECORD, Form.ATTRIBUTE, Form.CODE)]
            waiting.extend(kind for kind in kinds if attrs.has(kind) or issubclass(kind, StrEnum))
    return list(found)


def _enumeration(cls: type[StrEnum]) -> etree._Element:
    values = [_xs("enumeration", value=member.value) for member in cls]
    return _xs(
        "simpleType", _said(class_meaning(cls)), _xs("restriction", *values, base="xs:string"), name=cls.__name__
    )


def _record(cls: type) -> etree._Element:
    meanings = field_meanings(cls)
    sequence, attributes = _xs("sequence"), []
    for field in fields_of(cls):
        meaning = meanings[field.name]
        match field.form:
            case Form.ATTRIBUTE:
                attributes.append(_attribute(field, meaning))
            case Form.SPAN:
                attributes.extend(_place(required=field.required))
            case Form.RANGE:
                lines = [_number(name, words, required=True) for name, words in PLACE[1:]]
                sequence.append(_element(field, _xs("complexType", *lines), meaning))
            case _:
                sequence.append(_element(field, None, meaning))
    content = [sequence] if len(sequence) else []
    return _xs("complexType", _said(class_meaning(cls)), *content, *attributes, name=cls.__name__)


def _type_of(field: Field) -> str:
    if field.form is Form.LEDGER:
        return "g:Ledger"
    return SCALARS.get(field.kind) or f"g:{field.kind.__name__}"


def _element(field: Field, inner: etree._Element | None, meaning: str) -> etree._Element:
    element = _xs("element", _said(meaning), *([] if inner is None else [inner]), name=field.tag)
    if inner is None:
        element.set("type", _type_of(field))
    if field.many:
        element.attrib.update({"minOccurs": "0", "maxOccurs": "unbounded"})
    elif not field.required and field.form is not Form.LEDGER:
        element.set("minOccurs", "0")
    return element


def _attribute(field: Field, meaning: str) -> etree._Element:
    attribute = _xs("attribute", _said(meaning), name=field.tag, type=_type_of(field))
    if field.required:
        attribute.set("use", "required")
    elif field.default is not None and field.default != "":
        attribute.set("default", scalar_to(field.default))
    return attribute


def _place(*, required: bool) -> list[etree._Element]:
    return [_number(name, words, required=required) for name, words in PLACE]


def _number(name: str, words: str, *, required: bool) -> etree._Element:
    attribute = _xs("attribute", _said(words), name=name, type="xs:positiveInteger")
    if required:
        attribute.set("use", "required")
    return attribute


def _ledger() -> etree._Element:
    lines = [
        _xs("element", _said(LEDGER[name]), name=name, type=f"g:{kind}")
        for name, kind in (("run", "Run"), ("unread", "UnreadLine"))
    ]
    part = _xs(
        "element",
        _said(class_meaning(LedgerPart)),
        name="part",
        type="g:LedgerPart",
        minOccurs="0",
        maxOccurs="unbounded",
    )
    owners = _xs("choice", *lines, minOccurs="0", maxOccurs="unbounded")
    return _xs(
        "complexType", _said("Every line of the source with its owner."), _xs("sequence", owners, part), name="Ledger"
    )


def _run(name: str, kind: str, *, empty: bool) -> etree._Element:
    attributes = [
        *_place(required=True),
        *(_xs("attribute", _said(words), name=n, type="g:text") for n, words in OWNED),
    ]
    blank = _xs(
        "attribute", _said("Whether nothing stands on the lines."), name="blank", type="xs:boolean", default="false"
    )
    if empty:
        return _xs("complexType", _said(LEDGER[name]), *attributes, blank, name=kind)
    extension = _xs("extension", *attributes, blank, base="g:text")
    return _xs("complexType", _said(LEDGER[name]), _xs("simpleContent", extension), name=kind)


if __name__ == "__main__":
    SCHEMA.write_text(text(), encoding="utf-8", newline="\n")
