"""From a page's text to a tree of elements: nothing fetched, nothing expanded, nothing cut away unseen."""

from __future__ import annotations

import re
from html import escape

from lxml import etree

from govdocs.errors import InputError, LimitError
from govdocs.limits import Limits
from govdocs_html.tags import VOID

__all__ = ["is_xhtml", "parse"]

_TYPE = re.compile(r"<!doctype[^<>\[]*\[|<!entity\b", re.IGNORECASE)
_XHTML = re.compile(r"<\?xml\b|<!doctype[^>]{0,300}xhtml|<html[^>]{0,500}http://www\.w3\.org/1999/xhtml", re.IGNORECASE)
_CLOSED = re.compile(r"<([a-zA-Z][\w:-]*)((?:[\s/][^<>]*)?)/>")
_END = re.compile(r"</(?:body|html)\s*>", re.IGNORECASE)


def is_xhtml(text: str) -> bool:
    """Tell a page that is written as XML."""
    return _XHTML.search(text, 0, 4096) is not None


def parse(text: str, name: str, limits: Limits) -> etree._Element | None:
    """Return the root of a page's tree, `None` where nothing stands in it.

    Raises `InputError` for entities of its own and `LimitError` for markup that is too deep; the parser would leave
    the deeper part out without a word.
    """
    if _TYPE.search(text, 0, 1 << 16):
        raise InputError(name, "declares entities of its own, which no web page does")
    if is_xhtml(text):
        text = _CLOSED.sub(_opened, _without_sections(text))
    # What stands after the end of the body is shown by browsers and dropped by the parser.
    text = _END.sub("", text.replace("\0", ""))
    parser = etree.HTMLParser(
        encoding="utf-8", huge_tree=True, no_network=True, remove_comments=True, remove_pis=True, recover=True
    )
    try:
        root = etree.fromstring(text.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        root = None
    for entry in parser.error_log:
        if "depth" in entry.message:
            raise LimitError(name, "markup_depth", limits.markup_depth)
    return root


def _opened(match: re.Match[str]) -> str:
    """Write an empty element of XML as HTML has it: `<title/>` would take in all the rest of the page."""
    return match[0] if match[1].lower() in VOID else f"<{match[1]}{match[2]}></{match[1]}>"


def _without_sections(text: str) -> str:
    """Write CDATA sections as plain text."""
    if "<![CDATA[" not in text:
        return text
    first, *rest = text.split("<![CDATA[")
    out = [first]
    for piece in rest:
        inner, end, after = piece.partition("]]>")
        out += [escape(inner, quote=False), after] if end else [piece]
    return "".join(out)
