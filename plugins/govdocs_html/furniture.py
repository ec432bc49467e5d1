"""What on a web page is not its own matter: heads and feet, navigation, notes."""

from __future__ import annotations

import re

from lxml import etree

from govdocs_html.styling import Look

__all__ = ["PAGE_HEAD", "furniture_of", "is_note_mark"]

PAGE_HEAD = "page-head"
"""The head of a text document's pages, which stands once on the web page made of it and stays text."""

_ROLES = {
    "banner": "header", "contentinfo": "footer", "navigation": "nav", "doc-endnotes": "notes", "doc-footnote": "notes",
}  # fmt: skip
_NOTES = re.compile(r"sd(?:foot|end)note\d+$|_?(?:ftn|edn)\d+$", re.IGNORECASE)
_NOTE_CLASSES = frozenset({"footnotes", "endnotes", "footnote", "endnote"})
_MARK_CLASSES = frozenset({
    "sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym", "footnote-ref", "footnote-back",
    "footnote-backref",
})  # fmt: skip
_MARK_TARGET = re.compile(r"#_(?:ftn|edn)(?:ref)?\d+$|#sd(?:foot|end)note\d+(?:anc|sym)$", re.IGNORECASE)


def furniture_of(element: etree._Element, tag: str, look: Look, *, in_main: bool, has_main: bool) -> str | None:
    """Return which furniture an element holds, `None` for the page's own matter.

    A header is the page's head only beside matter that is marked as such: many pages have their title in one.
    """
    kind = _ROLES.get(element.get("role", ""), tag)
    if kind == "nav":
        return "links"
    if kind == "header" and has_main and not in_main:
        return "running-head"
    if kind == "footer" and not in_main:
        return "running-foot"
    if kind == "div" and element.get("title") in ("header", "footer"):
        return PAGE_HEAD if element.get("title") == "header" else "running-foot"
    if look.note or kind == "notes":
        return "footnote"
    if kind in ("div", "section", "aside", "ol"):
        classes = (element.get("class") or "").lower().split()
        if _NOTE_CLASSES.intersection(classes) or _NOTES.match(element.get("id", "")):
            return "footnote"
    return None


def is_note_mark(element: etree._Element) -> bool:
    """Tell a link between a text and its note, which shows no more than the note's number."""
    if element.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    if _MARK_CLASSES.intersection((element.get("class") or "").lower().split()):
        return True
    return _MARK_TARGET.match(element.get("href", "")) is not None
