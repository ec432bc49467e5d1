"""Writes documents whole, as one XML register in a namespace of its own."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write `.xml`."""
    if not target.is_for("xml", ".xml"):
        return None
    from govdocs_xml.writing import XmlWriter

    return XmlWriter(target)
