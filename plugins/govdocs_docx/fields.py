"""Fields: which of them are whole, so that their codes can be left out and their shown results kept."""

from __future__ import annotations

import re

from lxml import etree

from govdocs_docx.names import w

__all__ = ["PAGE_NUMBER", "form_value", "whole_fields"]

PAGE_NUMBER = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES)\b", re.IGNORECASE)
"""Code of a field that shows a page's number or the number of pages."""

_TYPE = w("fldCharType")
_REMOVED = (w("del"), w("moveFrom"))


def whole_fields(root: etree._Element) -> set[etree._Element]:
    """Return the marks that begin a field which also ends, so that an open field swallows nothing."""
    whole: set[etree._Element] = set()
    begun: list[etree._Element] = []
    removed = _removed(root)
    for mark in root.iter(w("fldChar")):
        if mark in removed:
            continue
        kind = mark.get(_TYPE)
        if kind == "begin":
            begun.append(mark)
        elif kind == "end" and begun:
            whole.add(begun.pop())
    return whole


def _removed(root: etree._Element) -> set[etree._Element]:
    """Return the marks within what is tracked as removed."""
    marks: set[etree._Element] = set()
    inner: set[etree._Element] = set()
    for gone in root.iter(*_REMOVED):
        if gone not in inner:
            for element in gone.iter(w("fldChar"), *_REMOVED):
                (marks if element.tag == w("fldChar") else inner).add(element)
    return marks


def form_value(mark: etree._Element) -> str:
    """Return what a form field shows that has no text of its own: a box, or the entry chosen from a list."""
    data = mark.find(w("ffData"))
    if data is None:
        return ""
    box = data.find(w("checkBox"))
    if box is not None:
        state = box.find(w("checked"))
        state = state if state is not None else box.find(w("default"))
        return "☒" if state is not None and state.get(w("val"), "1") not in ("0", "false", "off") else "☐"
    chosen = data.find(w("ddList"))
    if chosen is None:
        return ""
    entries = [entry.get(w("val"), "") for entry in chosen.iterfind(w("listEntry"))]
    result = chosen.find(w("result"))
    result = result if result is not None else chosen.find(w("default"))
    index = result.get(w("val"), "0") if result is not None else "0"
    return entries[int(index)] if index.isdecimal() and int(index) < len(entries) else ""
