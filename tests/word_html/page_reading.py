"""Opens web pages for tests."""

from __future__ import annotations

from govdocs import Layout, Limits, Source
from govdocs_html import govdocs_open


def opened(data: bytes, name: str = "side.html", limits: Limits | None = None) -> Layout:
    """Open a page that must be one."""
    layout = govdocs_open(Source(name=name, data=data), limits or Limits())
    assert layout is not None
    return layout


def read(body: str, head: str = "") -> Layout:
    """Open a page with a body."""
    return opened(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode())


def texts(layout: Layout) -> list[str]:
    """Return the lines that are no furniture."""
    return [line.text for line in layout.lines if line.furniture is None]


def grid(layout: Layout, number: int = 0) -> list[list[str]]:
    """Return a table's texts, cell by cell."""
    return [[cell.text for cell in row] for row in layout.tables[number].rows]
