"""Opens texts as the opener in the box does, for tests that look at the layout."""

from __future__ import annotations

from govdocs import Layout, Limits, Source
from govdocs.layout import Table
from govdocs_text.opening import open_text

__all__ = ["cells", "opened", "shown"]


def opened(text: str | bytes, **bounds: float) -> Layout:
    """Return the layout of a text that must open."""
    layout = open_text(source(text), Limits(**bounds))
    assert layout is not None
    return layout


def source(text: str | bytes) -> Source:
    return Source(name="prøve.txt", data=text if isinstance(text, bytes) else text.encode())


def shown(text: str | bytes) -> list[str]:
    """Return the texts of the lines."""
    return [line.text for line in opened(text).lines]


def cells(table: Table) -> list[list[str]]:
    """Return the texts of a table's cells, row by row."""
    return [[cell.text for cell in row] for row in table.rows]
