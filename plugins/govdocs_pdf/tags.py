"""The tags of a tagged page: which row of which table a marked text belongs to."""

from __future__ import annotations

import ctypes
from collections.abc import Collection
from ctypes import c_int, c_ulong, c_void_p

from govdocs_pdf.content import Path
from govdocs_pdf.library import bind

__all__ = ["Tags"]

_tree = bind("FPDF_StructTree_GetForPage", c_void_p, c_void_p)
_close_tree = bind("FPDF_StructTree_Close", None, c_void_p)
_count_roots = bind("FPDF_StructTree_CountChildren", c_int, c_void_p)
_root = bind("FPDF_StructTree_GetChildAtIndex", c_void_p, c_void_p, c_int)
_count_children = bind("FPDF_StructElement_CountChildren", c_int, c_void_p)
_child = bind("FPDF_StructElement_GetChildAtIndex", c_void_p, c_void_p, c_int)
_child_mark = bind("FPDF_StructElement_GetChildMarkedContentID", c_int, c_void_p, c_int)
_element_type = bind("FPDF_StructElement_GetType", c_ulong, c_void_p, c_void_p, c_ulong)

_DEEPEST = 60
_EMPTY = 64
"""Empty places behind which no further child on the same page is looked for."""
_MOST = 20_000
"""Elements of one page's tree that are looked at."""


class Tags:
    """The tag trees of a document's pages, asked for in the pages' order."""

    def __init__(self) -> None:
        self._passed: dict[Path, int] = {}
        """First child of each upper element on the last page."""
        self._left = 0

    def rows(self, page: int, first: Collection[int], last: Collection[int]) -> dict[int, tuple[Path, Path]]:
        """Return table and row of marked texts of an open page; `first` lie near its head, `last` near its foot."""
        tree = _tree(page)
        if not tree:
            return {}
        try:
            found: dict[int, tuple[Path, Path]] = {}
            for marks, backwards in ((set(first), False), (set(last), True)):
                self._left = _MOST
                for index in range(_count_roots(tree)):
                    self._search(_root(tree, index), (index,), marks, found, backwards, None, None)
            return found
        finally:
            _close_tree(tree)

    def _search(
        self,
        element: int | None,
        path: Path,
        marks: set[int],
        found: dict[int, tuple[Path, Path]],
        backwards: bool,
        table: Path | None,
        row: Path | None,
    ) -> None:
        """Take the marks below an element from those that are looked for, until none is left."""
        self._left -= 1
        if not element or not marks or len(path) > _DEEPEST or self._left < 0:
            return
        if row is None:
            kind = _type_of(element)
            if kind == "Table":
                table = table or path
            elif kind == "TR" and table is not None:
                row = path
        children = self._children(element, path)
        for index, child, mark in reversed(children) if backwards else children:
            if child:
                self._search(child, (*path, index), marks, found, backwards, table, row)
            elif mark in marks:
                marks.discard(mark)
                if table is not None and row is not None:
                    found[mark] = table, row
            if not marks:
                return

    def _children(self, element: int, path: Path) -> list[tuple[int, int, int]]:
        """Return an element's children on this page: place, handle, and the mark of one that is text.

        An element has a place for each child in the whole document, of which those on other pages are empty. As pages
        are asked for in order, those before the last page's are passed over.
        """
        found: list[tuple[int, int, int]] = []
        empty = 0
        for index in range(self._passed.get(path, 0), _count_children(element)):
            child = _child(element, index) or 0
            mark = -1 if child else _child_mark(element, index)
            if child or mark >= 0:
                found.append((index, child, mark))
                empty = 0
            elif found and (empty := empty + 1) > _EMPTY:
                break
        if found and len(path) <= 3:
            self._passed[path] = found[0][0]
        return found


def _type_of(element: int) -> str:
    name = ctypes.create_string_buffer(64)
    length = _element_type(element, ctypes.addressof(name), 64)
    return name.raw[: max(0, min(length, 64) - 2)].decode("utf-16-le", "replace")
