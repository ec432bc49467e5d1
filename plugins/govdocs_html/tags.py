"""Which elements are blocks, which set letters apart, and which are passed over."""

from __future__ import annotations

__all__ = ["APART", "BLOCKS", "BOLD", "DROPPED", "ITALIC", "LISTS", "PRE", "VOID"]

DROPPED = frozenset({
    "head", "title", "script", "style", "template", "noscript", "svg", "canvas", "audio", "video", "iframe", "object",
    "applet", "select", "datalist", "input", "meta", "link", "base", "frameset", "noframes",
})  # fmt: skip
"""Elements that show no text of their own."""
BLOCKS = frozenset({
    "html", "body", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "dl", "li", "dt", "dd", "menu", "dir",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "td", "th", "section", "article", "main", "header", "footer",
    "nav", "aside", "figure", "figcaption", "blockquote", "pre", "address", "details", "summary", "form", "fieldset",
    "legend", "hr", "center", "hgroup", "search", "dialog", "textarea", "listing", "xmp",
})  # fmt: skip
"""Elements that begin and end a line."""
BOLD = frozenset({"b", "strong", "th", "h1", "h2", "h3", "h4", "h5", "h6"})
"""Elements set in bold where no style says otherwise."""
ITALIC = frozenset({"i", "em", "cite", "dfn", "var", "address"})
"""Elements set in italics where no style says otherwise."""
LISTS = frozenset({"ul", "ol", "menu", "dir"})
"""Elements that hold list items."""
PRE = frozenset({"pre", "textarea", "listing", "xmp"})
"""Elements whose line ends stand as they are written."""
APART = frozenset({"a", "button", "label", "time"})
"""Inline elements that pages set apart by style where one follows the other."""
VOID = frozenset({
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
})  # fmt: skip
"""Elements without content."""
