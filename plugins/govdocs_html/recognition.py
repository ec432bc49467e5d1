"""What tells a web page from other bytes, and which encoding it says it has."""

from __future__ import annotations

import re

__all__ = ["declared_encoding", "head_of", "is_html"]

HEAD = 1 << 16
"""Bytes in which a page must show what it is; comments may stand first."""

_PDF = re.compile(rb"%PDF-\d\.\d")
_PDF_WITHIN = 1024
"""Bytes in which a PDF shows its mark, whatever junk stands before it."""
_BEFORE = re.compile(r"\s*(?:<!--.*?-->|<\?xml\b[^>]*>)", re.DOTALL)
_PAGE = re.compile(
    r"\s*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|script|style|base|div|table|section|article|main|header|nav"
    r"|ul|ol|dl|p|h[1-6]|center|blockquote|pre)[\s>/])",
    re.IGNORECASE,
)
_CHARSET = re.compile(r"""<meta\b[^>]{0,300}?\bcharset\s*=\s*["']?\s*([\w.:-]{1,40})""", re.IGNORECASE)
_XML = re.compile(r"""\s*<\?xml\b[^>]{0,100}?\bencoding\s*=\s*["']([\w.:-]{1,40})["']""")
_KNOWN = re.compile(
    r"utf-?8|iso-?8859-?\d{1,2}|latin-?\d{1,2}|windows-?125\d|cp-?(?:125\d|8\d\d|437)|mac(?:intosh|-?roman)|us-ascii|ascii"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5|shift_?jis|euc-(?:jp|kr)",
    re.IGNORECASE,
)


def head_of(data: bytes) -> str:
    """Return the beginning of a text in whatever encoding, good for finding markup in it."""
    head = data[:HEAD]
    for mark, name in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be")):
        if head.startswith(mark):
            return head[len(mark) :].decode(name, "ignore")
    return head.replace(b"\0", b"").decode("latin-1")


def is_html(data: bytes) -> bool:
    """Tell a page, or a part of one, by its first element; comments and an XML declaration may stand before it.

    A PDF with a page's rest before it is a PDF.
    """
    if _PDF.search(data, 0, _PDF_WITHIN):
        return False
    head = head_of(data)
    at = 0
    while match := _BEFORE.match(head, at):
        at = match.end()
    return _PAGE.match(head, at) is not None


def declared_encoding(data: bytes) -> str | None:
    """Return the encoding a page says it has, if it is one that pages have.

    What Python knows beyond those (`utf-7`, `unicode_escape`, `idna`) is no page's encoding and may do harm; UTF-16 is
    told from the bytes, since a page that can be read so far as to name it is in another one.
    """
    head = head_of(data)
    match = _XML.match(head) or _CHARSET.search(head, 0, 8192)
    return match[1] if match and _KNOWN.fullmatch(match[1]) else None
