"""One page through PDFium: its size and place, its drawn lines and pictures; its glyphs are read apart."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from ctypes import c_float, c_int, c_ulong, c_void_p

from govdocs_pdf.content import Box, PageContent, Rule
from govdocs_pdf.geometry import Matrix, corners, rules_of_path, times, upright_page
from govdocs_pdf.glyphs import Glyphs
from govdocs_pdf.library import Numbers, bind

__all__ = ["open_page"]

_load_page = bind("FPDF_LoadPage", c_void_p, c_void_p, c_int)
_close_page = bind("FPDF_ClosePage", None, c_void_p)
_load_text = bind("FPDFText_LoadPage", c_void_p, c_void_p)
_close_text = bind("FPDFText_ClosePage", None, c_void_p)
_count_objects = bind("FPDFPage_CountObjects", c_int, c_void_p)
_object = bind("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
_count_inner = bind("FPDFFormObj_CountObjects", c_int, c_void_p)
_inner = bind("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
_type = bind("FPDFPageObj_GetType", c_int, c_void_p)
_bounds = bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_matrix = bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
_rotation = bind("FPDFPage_GetRotation", c_int, c_void_p)
_crop_box = bind("FPDFPage_GetCropBox", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_media_box = bind("FPDFPage_GetMediaBox", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_page_width = bind("FPDF_GetPageWidthF", c_float, c_void_p)
_page_height = bind("FPDF_GetPageHeightF", c_float, c_void_p)
_draw_mode = bind("FPDFPath_GetDrawMode", c_int, c_void_p, c_void_p, c_void_p)
_count_segments = bind("FPDFPath_CountSegments", c_int, c_void_p)
_segment = bind("FPDFPath_GetPathSegment", c_void_p, c_void_p, c_int)
_segment_type = bind("FPDFPathSegment_GetType", c_int, c_void_p)
_segment_point = bind("FPDFPathSegment_GetPoint", c_int, c_void_p, c_void_p, c_void_p)
_segment_closes = bind("FPDFPathSegment_GetClose", c_int, c_void_p)

_TEXT, _PATH, _IMAGE, _FORM = 1, 2, 3, 5
_THIN = 2.6
"""A filled rectangle of at most this width is a line, in points."""
_DRAWING = 400
"""A path of more segments than this is a drawing and no border."""
_DEEP = 8
"""Forms within forms that are looked into."""


@contextmanager
def open_page(document: int, index: int, tagged: bool) -> Iterator[tuple[int, PageContent] | None]:
    """Open a page, 0-based, and give its handle and content; `None` where the library cannot load it."""
    page = _load_page(document, index)
    if not page:
        yield None
        return
    try:
        objects = _Objects(page, index + 1)
        text = _load_text(page)
        if text:
            try:
                Glyphs(text, objects.content, objects.to_page, objects.forms, tagged).read()
            finally:
                _close_text(text)
        yield (page, objects.content) if text else None
    finally:
        _close_page(page)


class _Objects:
    """What one open page holds besides its glyphs."""

    def __init__(self, page: int, number: int) -> None:
        self.page = page
        self.numbers = Numbers()
        width, height = _page_width(page), _page_height(page)
        self.content = PageContent(number=number, width=width, height=height)
        self.to_page = upright_page(self._page_box(width, height), _rotation(page))
        self.forms: dict[int, Matrix] = {}
        """How text objects inside forms come to their place."""
        self._walk(self.page, _count_objects, _object, self.to_page, 0)

    def _page_box(self, width: float, height: float) -> tuple[float, float, float, float]:
        at = self.numbers.at
        for get in (_crop_box, _media_box):
            if get(self.page, at[0], at[1], at[2], at[3]):
                left, bottom, right, top = self.numbers.floats[:4]
                sides = {round(right - left), round(top - bottom)}
                if sides == {round(width), round(height)}:
                    return left, bottom, right, top
        if _rotation(self.page) % 2:
            width, height = height, width
        return 0, 0, width, height

    def _walk(
        self, holder: int, count: Callable[..., int], get: Callable[..., int], matrix: Matrix, depth: int
    ) -> None:
        """Look at the objects of a page or of a form, in the order in which they are painted."""
        for index in range(count(holder)):
            item = get(holder, index)
            kind = _type(item)
            if kind == _TEXT:
                if depth:
                    self.forms[item] = matrix
            elif kind == _PATH:
                self._path(item, matrix)
            elif kind == _IMAGE:
                self.content.images += 1
            elif kind == _FORM and depth < _DEEP:
                _matrix(item, self.numbers.at[0])
                a, b, c, d, e, f = self.numbers.floats[:]
                self._walk(item, _count_inner, _inner, times((a, b, c, d, e, f), matrix), depth + 1)

    def _path(self, item: int, matrix: Matrix) -> None:
        numbers, at = self.numbers, self.numbers.at
        if not _bounds(item, at[0], at[1], at[2], at[3]):
            return
        x0, y0, x1, y1 = corners(numbers.floats[:4], matrix, self.content.height)
        wide, high = x1 - x0, y1 - y0
        if wide <= _THIN or high <= _THIN:
            if wide > high:
                self.content.rules.append(Rule(True, (y0 + y1) / 2, x0, x1))
            elif high > wide:
                self.content.rules.append(Rule(False, (x0 + x1) / 2, y0, y1))
            return
        _draw_mode(item, numbers.int_at[0], numbers.int_at[1])
        filled, stroked = numbers.ints[:]
        segments = _count_segments(item)
        if not (filled or stroked) or segments > _DRAWING:
            return
        if filled and not stroked and segments <= 6:
            self.content.boxes.append(Box(x0, y0, x1, y1))
            return
        _matrix(item, at[0])
        a, b, c, d, e, f = numbers.floats[:]
        points = list(self._segments(item, segments, times((a, b, c, d, e, f), matrix)))
        self.content.rules.extend(rules_of_path(points, bool(stroked), _THIN))

    def _segments(self, item: int, count: int, matrix: Matrix) -> Iterator[tuple[int, float, float, bool]]:
        """Yield kind, place and closing of each segment of a path."""
        a, b, c, d, e, f = matrix
        at, height = self.numbers.at, self.content.height
        for index in range(count):
            segment = _segment(item, index)
            _segment_point(segment, at[0], at[1])
            x, y = self.numbers.floats[:2]
            yield (
                _segment_type(segment),
                a * x + c * y + e,
                height - (b * x + d * y + f),
                bool(_segment_closes(segment)),
            )
