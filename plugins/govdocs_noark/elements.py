"""Builds elements of Noark 5, and of the namespace for what an institution adds to it."""

from __future__ import annotations

import re

from lxml import etree

from govdocs.escaping import storable

__all__ = ["NOARK", "OWN", "XSI", "add", "kind", "own", "text_of"]

NOARK = "http://www.arkivverket.no/standarder/noark5/arkivstruktur"
OWN = "urn:govdocs:noark:1"
"""Namespace of what stands in `virksomhetsspesifikkeMetadata`."""
XSI = "http://www.w3.org/2001/XMLSchema-instance"
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def text_of(value: object) -> str:
    """Return a value as an archive keeps it; a character that XML cannot hold becomes U+FFFD."""
    return _UNWRITABLE.sub("\ufffd", storable(str(value)))


def kind(tag: str, name: str) -> etree._Element:
    """Return an element of a Noark type: `mappe` as a `moetemappe`."""
    names = {None: NOARK, "xsi": XSI, "g": OWN}
    return etree.Element(f"{{{NOARK}}}{tag}", {f"{{{XSI}}}type": name}, nsmap=names)  # type: ignore[arg-type]


def add(parent: etree._Element, tag: str, value: object = None) -> etree._Element:
    """Add an element of Noark 5, with a value where there is one."""
    element = etree.SubElement(parent, f"{{{NOARK}}}{tag}")
    if value is not None:
        element.text = text_of(value)
    return element


def own(parent: etree._Element, tag: str, value: object = None, **facts: object) -> etree._Element:
    """Add an element of one's own, with the facts that are stated as attributes."""
    stated = {name: text_of(fact) for name, fact in facts.items() if fact is not None}
    element = etree.SubElement(parent, f"{{{OWN}}}{tag}", stated)
    if value is not None:
        element.text = text_of(value)
    return element
