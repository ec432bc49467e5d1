"""What on a web page is not its own matter: heads and feet, navigation, notes."""

from __future__ import annotations

import re

from attrs import field, frozen
from lxml import etree

from govdocs_html.styling import Look

__all__ = ["PAGE_HEAD", "Matter", "furniture_of", "is_note_mark"]

PAGE_HEAD = "page-head"
"""The head of a text document's pages, which stands once on the web page made of it and stays text."""

_ROLES = {
    "banner": "header", "contentinfo": "footer", "navigation": "nav", "doc-endnotes": "notes", "doc-footnote": "notes",
    "complementary": "aside", "search": "nav", "dialog": "nav", "alertdialog": "nav",
}  # fmt: skip
_NOTES = re.compile(r"sd(?:foot|end)note\d+$|_?(?:ftn|edn)\d+$", re.IGNORECASE)
_NOTE_CLASSES = frozenset({"footnotes", "endnotes", "footnote", "endnote"})
_MARK_CLASSES = frozenset({
    "sdfootnoteanc", "sdendnoteanc", "sdfootnotesym", "sdendnotesym", "footnote-ref", "footnote-back",
    "footnote-backref",
})  # fmt: skip
_MARK_TARGET = re.compile(r"#_(?:ftn|edn)(?:ref)?\d+$|#sd(?:foot|end)note\d+(?:anc|sym)$", re.IGNORECASE)


_NAMED = re.compile(
    r"(?:^|[-_ ])(?:(?P<foot>footer)|breadcrumbs?|br(?:o|ø)dsmule(?:r|sti)?|cookies?(?:banner|consent)?|skip(?:links?)?"
    r"|shar(?:e|ing)|social|feedback|side(?:bar|menu|meny)|menu|meny|navbar|navigation|pagination)(?:$|[-_ ])"
)
"""How pages name what stands around their matter: `breadcrumb`, `cookie-banner`, `site-footer`."""
_STATED = re.compile(r"(?:^|[-_ ])(?:has|with|no|is|js|without)[-_]")
"""How a name begins that tells what is beside an element: `has-sidebar`."""
_MATTER = ("h1", "main", "article", "table", "dl")
"""Elements that no menu holds."""
_ENOUGH = 200
"""Letters of a page's main matter for all beside it to be told by it."""


@frozen
class Matter:
    """Where a page's own matter is, as far as its elements tell."""

    marked: bool
    """Whether it is marked as such."""
    around: frozenset[etree._Element] = field(repr=False)
    """The element that holds it and those around that one; none where the page does not tell or it is next to empty."""
    holding: frozenset[etree._Element] = field(repr=False)
    """Elements with such within them as no menu holds."""

    @classmethod
    def of(cls, root: etree._Element) -> Matter:
        """Look for the matter of a page."""
        mains = [e for e in root.iter("main", "div") if e.tag == "main" or e.get("role") == "main"]
        whole = sum(len(text.strip()) for main in mains for text in main.itertext()) >= _ENOUGH
        around = {each for main in mains for each in (main, *main.iterancestors())} if whole else ()
        holding: set[etree._Element] = set()
        for found in root.iter(*_MATTER):
            for each in found.iterancestors():
                if each in holding:
                    break
                holding.add(each)
        marked = bool(mains) or next(root.iter("article"), None) is not None
        return cls(marked=marked, around=frozenset(around), holding=frozenset(holding))


def furniture_of(element: etree._Element, tag: str, look: Look, *, in_main: bool, matter: Matter) -> str | None:
    """Return which furniture an element holds, `None` for the page's own matter.

    A header is the page's head only beside matter that is marked as such: many pages have their title in one.
    """
    kind = _ROLES.get(element.get("role", ""), tag)
    if kind == "nav":
        return "links"
    if kind == "header" and matter.marked and not in_main:
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
    if kind == "aside" and next(element.iterancestors("article"), None) is None:
        return "links"
    if matter.around and not in_main and element not in matter.around:
        return "links"
    return _named(element, matter)


def _named(element: etree._Element, matter: Matter) -> str | None:
    """Tell by its name what is around the page's matter and holds none of it."""
    names = [name.lower() for name in (element.get("class"), element.get("id")) if name]
    for name in names:
        match = _NAMED.search(name)
        if match and not _STATED.search(name) and element.tag not in _MATTER and element not in matter.holding:
            return "running-foot" if match["foot"] else "links"
    return None


def is_note_mark(element: etree._Element) -> bool:
    """Tell a link between a text and its note, which shows no more than the note's number."""
    if element.get("role") in ("doc-noteref", "doc-backlink"):
        return True
    if _MARK_CLASSES.intersection((element.get("class") or "").lower().split()):
        return True
    return _MARK_TARGET.match(element.get("href", "")) is not None
