"""From a web page's bytes to a layout: decode, parse, walk."""

from __future__ import annotations

from attrs import evolve
from lxml import etree

from govdocs.composition import Composer, hidden, lossy, tracked
from govdocs.errors import InputError
from govdocs.layout import Layout, Remark, Source
from govdocs.limits import Limits
from govdocs.typography import Decoded, decode
from govdocs_html.furniture import Matter
from govdocs_html.markup import is_xhtml, parse
from govdocs_html.recognition import declared_encoding
from govdocs_html.styling import Styles
from govdocs_html.walk import Tally, Walk

__all__ = ["open_html"]


def open_html(source: Source, limits: Limits) -> Layout:
    """Return the layout of a web page."""
    decoded = decode(source.data, _believable(source.data))
    if decoded is None:
        raise InputError(source.name, "begins as a web page but is no text")
    root = parse(decoded.text, source.name, limits)
    composer = Composer(source, limits)
    tally, pages = Tally(), 1
    if root is not None:
        walk = Walk(composer, Styles(root), source.name, limits, tabs=_sets_tabs(root), matter=Matter.of(root))
        walk.run(root)
        tally, pages = walk.tally, walk.page
    layout = composer.layout(
        media_type="application/xhtml+xml" if is_xhtml(decoded.text) else "text/html",
        opener="html",
        version="1",
        pages=pages,
        remarks=_remarks(decoded, tally),
    )
    if any(line.text for line in layout.lines):
        return layout
    empty = Remark(code="GD801", message="the page holds no text of its own", message_nb="siden har ingen egen tekst")
    return evolve(layout, remarks=(*layout.remarks, empty))


def _believable(data: bytes) -> str | None:
    """Return the declared encoding, unless the bytes are whole UTF-8: no text in another one is that by chance."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return declared_encoding(data)
    return None


def _sets_tabs(root: etree._Element) -> bool:
    """Tell the pages of the office programs that write a tab as a tab."""
    for meta in root.iter("meta"):
        if meta.get("name", "").lower() == "generator":
            return meta.get("content", "").startswith(("LibreOffice", "OpenOffice"))
    return False


def _remarks(decoded: Decoded, tally: Tally) -> list[Remark]:
    remarks = []
    if decoded.lossy:
        remarks.append(lossy(decoded.encoding))
    if tally.inserted or tally.removed:
        remarks.append(tracked(tally.inserted, tally.removed))
    if tally.hidden:
        remarks.append(hidden(tally.hidden))
    return remarks
