"""Puts documents one after the other, as layouts or as texts, and reads what stands in the file then."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache
from typing import Any

from attrs import evolve

from govdocs import Host, Layout, Limits, Source
from govdocs.codec import encode
from govdocs.hookspecs import hookimpl
from govdocs.layout import Cell, Line
from govdocs.pipeline import Reading, open_layout, read_source

__all__ = ["glued", "layout_of", "read_layout", "records"]

_BY_PLACE = frozenset({"id", "span", "spans", "resolved", "plans"})
"""What changes with the place of a document in its file."""


@cache
def _host() -> Host:
    return Host.installed()


class _Ready:
    """Opens a source with a layout that is there already."""

    GOVDOCS_API = 1

    def __init__(self, layout: Layout) -> None:
        self._layout = layout

    @hookimpl
    def govdocs_open(self, source: Source, limits: Limits) -> Layout:
        return self._layout


def layout_of(data: bytes) -> Layout:
    """Return the layout of a text."""
    return open_layout(Source(name="prøve.txt", data=data), _host(), Limits())


def glued(layouts: Sequence[Layout]) -> Layout:
    """Return one layout of several, each on pages of its own, numbers of lines, pages and tables counted through."""
    lines: list[Line] = []
    pages, tables = [], []
    for layout in layouts:
        n, p, t = len(lines), len(pages), len(tables)

        def moved(line: Line, n: int = n, p: int = p, t: int = t) -> Line:
            cell = (line.cell[0] + t, *line.cell[1:]) if line.cell else None
            return evolve(line, number=line.number + n, page=line.page + p, cell=cell)

        def placed(cell: Cell, moved: Any = moved) -> Cell:
            return evolve(cell, lines=tuple(map(moved, cell.lines)))

        lines.extend(map(moved, layout.lines))
        pages.extend(
            evolve(page, number=page.number + p, first=page.first + n, last=page.last + n) for page in layout.pages
        )
        tables.extend(
            evolve(
                table,
                number=table.number + t,
                first=table.first + n,
                last=table.last + n,
                rows=tuple(tuple(map(placed, row)) for row in table.rows),
            )
            for table in layout.tables
        )
    return evolve(layouts[0], lines=tuple(lines), pages=tuple(pages), tables=tuple(tables))


def read_layout(layout: Layout) -> Reading:
    """Read a layout with every reader in the box."""
    host = Host.installed(without=["text", "pdf", "docx", "html"])
    source = Source(name="prøve.txt", data=b"ready")
    host.add(_Ready(evolve(layout, source=source, opener="ready")), "ready")
    return read_source(source, host=host, strict=True)


def records(reading: Reading) -> tuple[list[Any], list[Any]]:
    """Return the meetings and plans of a document without what tells their place."""
    whole = json.loads(encode(reading.document))
    plans = [{key: value for key, value in plan.items() if key != "meeting"} for plan in whole.get("plans", [])]
    return [_bare(meeting) for meeting in whole.get("meetings", [])], [_bare(plan) for plan in plans]


def _bare(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _bare(item) for key, item in value.items() if key not in _BY_PLACE}
    return [_bare(item) for item in value] if isinstance(value, list) else value
