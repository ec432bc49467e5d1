"""The names of elements and attributes that the other modules look for."""

from __future__ import annotations

__all__ = ["MC", "STRICT", "A", "M", "R", "V", "W", "w"]

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
"""Word's own elements."""
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
"""References to other parts."""
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
"""Choices between markup of several editions."""
V = "{urn:schemas-microsoft-com:vml}"
"""Drawings of the old kind."""
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
"""Drawings."""
M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
"""Formulas."""

STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/relationships", R[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", M[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/drawingml/main", A[1:-1].encode()),
)
"""The same by the names that files in the strict form of the standard use."""


def w(name: str) -> str:
    """Return the full name of one of Word's elements or attributes."""
    return W + name
