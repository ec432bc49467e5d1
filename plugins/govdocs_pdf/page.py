"""One page through PDFium: its glyphs in bulk, its text objects' places, its drawn lines."""

from __future__ import annotations

import ctypes
import itertools
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double, c_float, c_int, c_ulong, c_void_p

from govdocs_pdf.content import Box, PageContent, Rule, Run
from govdocs_pdf.geometry import Matrix, corners, rules_of_path, times, upright_page
from govdocs_pdf.library import bind

__all__ = ["read_page"]

_load_page = bind("FPDF_LoadPage", c_void_p, c_void_p, c_int)
_close_page = bind("FPDF_ClosePage", None, c_void_p)
_load_text = bind("FPDFText_LoadPage", c_void_p, c_void_p)
_close_text = bind("FPDFText_ClosePage", None, c_void_p)
_count_chars = bind("FPDFText_CountChars", c_int, c_void_p)
_get_text = bind("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
_object_of_char = bind("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
_unicode_of_char = bind("FPDFText_GetUnicode", c_int, c_void_p, c_int)
_origin_of_char = bind("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
_box_of_char = bind("FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
_count_objects = bind("FPDFPage_CountObjects", c_int, c_void_p)
_object = bind("FPDFPage_GetObject", c_void_p, c_void_p, c_int)
_count_inner = bind("FPDFFormObj_CountObjects", c_int, c_void_p)
_inner = bind("FPDFFormObj_GetObject", c_void_p, c_void_p, c_ulong)
_type = bind("FPDFPageObj_GetType", c_int, c_void_p)
_bounds = bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_matrix = bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
_content_mark = bind("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
_font_size = bind("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
_font = bind("FPDFTextObj_GetFont", c_void_p, c_void_p)
_font_name = bind("FPDFFont_GetBaseFontName", c_ulong, c_void_p, c_void_p, c_ulong)
_font_flags = bind("FPDFFont_GetFlags", c_int, c_void_p)
_font_slant = bind("FPDFFont_GetItalicAngle", c_int, c_void_p, c_void_p)
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
_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18

_WORD = re.compile(r"\S+")
_BLANK = Run(" ", 0, 0, 0, 0, False, False, False)
_SWAPPED = re.compile("[" + "".join(chr(code << 8) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))) + "]")
"""Letters of a ligature whose bytes Ghostscript wrote in the wrong order: `\u7400\u6900` for `ti`."""

Look = tuple[float, float, float, float, bool, bool, bool, bool]
"""Left, right, baseline, size, bold, italic, artifact, and whether it runs from left to right."""


class _Numbers:
    """Room for what the library writes back."""

    def __init__(self) -> None:
        self.floats = (c_float * 6)()
        self.at = tuple(ctypes.addressof(self.floats) + 4 * n for n in range(6))
        self.doubles = (c_double * 4)()
        self.double_at = tuple(ctypes.addressof(self.doubles) + 8 * n for n in range(4))
        self.ints = (c_int * 2)()
        self.int_at = tuple(ctypes.addressof(self.ints) + 4 * n for n in range(2))
        self.name = ctypes.create_string_buffer(256)
        self.name_at = ctypes.addressof(self.name)


def read_page(document: int, index: int, tagged: bool) -> PageContent | None:
    """Read a page, 0-based; `None` where the library cannot load it."""
    page = _load_page(document, index)
    if not page:
        return None
    try:
        text = _load_text(page)
        if not text:
            return None
        try:
            return _Reading(page, text, index + 1, tagged).content()
        finally:
            _close_text(text)
    finally:
        _close_page(page)


class _Reading:
    """The reading of one open page."""

    def __init__(self, page: int, text: int, number: int, tagged: bool) -> None:
        self.page = page
        self.text = text
        self.tagged = tagged
        self.numbers = _Numbers()
        width, height = _page_width(page), _page_height(page)
        self.result = PageContent(number=number, width=width, height=height)
        self.to_page = upright_page(self._page_box(width, height), _rotation(page))
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.looks: dict[int, Look] = {}
        self.places: list[tuple[int, int]] = []
        self.forms: dict[int, Matrix] = {}

    def content(self) -> PageContent:
        self._walk(self.page, _count_objects, _object, self.to_page, 0)
        self._read_text()
        self._split_at_columns()
        return self.result

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

    def _walk(self, holder: int, count: object, get: object, matrix: Matrix, depth: int) -> None:
        """Look at the objects of a page or of a form, in the order in which they are painted."""
        assert callable(count)
        assert callable(get)
        for index in range(count(holder)):
            item = get(holder, index)
            kind = _type(item)
            if kind == _TEXT:
                if depth:
                    self.forms[item] = matrix
            elif kind == _PATH:
                self._path(item, matrix)
            elif kind == _IMAGE:
                self.result.images += 1
            elif kind == _FORM and depth < _DEEP:
                _matrix(item, self.numbers.at[0])
                a, b, c, d, e, f = self.numbers.floats[:]
                self._walk(item, _count_inner, _inner, times((a, b, c, d, e, f), matrix), depth + 1)

    def _path(self, item: int, matrix: Matrix) -> None:
        numbers, at = self.numbers, self.numbers.at
        if not _bounds(item, at[0], at[1], at[2], at[3]):
            return
        x0, y0, x1, y1 = corners(numbers.floats[:4], matrix, self.result.height)
        wide, high = x1 - x0, y1 - y0
        if wide <= _THIN or high <= _THIN:
            if wide > high:
                self.result.rules.append(Rule(True, (y0 + y1) / 2, x0, x1))
            elif high > wide:
                self.result.rules.append(Rule(False, (x0 + x1) / 2, y0, y1))
            return
        _draw_mode(item, numbers.int_at[0], numbers.int_at[1])
        filled, stroked = numbers.ints[:]
        segments = _count_segments(item)
        if not (filled or stroked) or segments > _DRAWING:
            return
        if filled and not stroked and segments <= 6:
            self.result.boxes.append(Box(x0, y0, x1, y1))
            return
        _matrix(item, at[0])
        a, b, c, d, e, f = numbers.floats[:]
        points = list(self._segments(item, segments, times((a, b, c, d, e, f), matrix)))
        self.result.rules.extend(rules_of_path(points, bool(stroked), _THIN))

    def _segments(self, item: int, count: int, matrix: Matrix) -> Iterator[tuple[int, float, float, bool]]:
        """Yield kind, place and closing of each segment of a path."""
        a, b, c, d, e, f = matrix
        at, height = self.numbers.at, self.result.height
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

    def _read_text(self) -> None:
        count = _count_chars(self.text)
        if count <= 0:
            return
        text = self._characters(count)
        start = 0
        while start < count:
            end = text.find("\r", start)
            end = count if end < 0 else end
            if end > start:
                self._line(text, start, end)
            start = end + 1
            if start < count and text[start] == "\n":
                start += 1

    def _characters(self, count: int) -> str:
        """Return one character for each of the library's, so that its numbers serve as places in the string."""
        room = ctypes.create_string_buffer(2 * count + 16)
        written = _get_text(self.text, 0, count, ctypes.addressof(room))
        text = room.raw[: max(0, 2 * written - 2)].decode("utf-16-le", "surrogatepass")
        if len(text) != count or written - 1 != count:  # the library leaves some out, and some take two places
            codes = (_unicode_of_char(self.text, index) for index in range(count))
            text = "".join(chr(code) if 0 < code < 0x110000 else "\u200b" for code in codes)
        if "\ufffe" in text or "\x02" in text:  # any hyphen at the end of a line, hard or soft
            text = text.replace("\ufffe", "-").replace("\x02", "-")
        if not text.isascii() and _SWAPPED.search(text):
            text = _SWAPPED.sub(lambda match: chr(ord(match[0]) >> 8), text)
            self.result.lossy = True
        if "\ufffd" in text:
            self.result.lossy = True
        return text

    def _line(self, text: str, start: int, end: int) -> None:
        """Take what the library holds for a line apart into runs, one for each text object."""
        handle = self.text
        while start < end:
            item = _object_of_char(handle, start)
            if not item:
                start += 1
                continue
            if _object_of_char(handle, end - 1) == item:
                stop = end
            else:
                stop, step = start + 1, 8
                while stop + step < end and _object_of_char(handle, stop + step) == item:
                    stop, step = stop + step, 2 * step
                high = min(stop + step, end - 1)
                while stop < high:  # the first character of another object, or of none, lies in [stop, high]
                    middle = (stop + high) // 2
                    if _object_of_char(handle, middle) == item:
                        stop = middle + 1
                    else:
                        high = middle
            if stop == start + 1 and (word := self._word(text, start, end, item)):
                start = word
                continue
            self._run(text, start, stop, item)
            start = stop

    def _word(self, text: str, start: int, end: int, item: int) -> int:
        """Take a word that is painted letter by letter as one run; the place behind it, 0 where it is not so painted.

        Browsers write such files: looking at the first letter and the last is several times faster than at each.
        """
        if text[start].isspace():
            self.result.runs.append(_BLANK)
            return start + 1
        match = _WORD.match(text, start, end)
        stop = match.end() if match else start
        if stop - start < 4 or _object_of_char(self.text, start + 1) == _object_of_char(self.text, start + 2):
            return 0
        last = _object_of_char(self.text, stop - 1)
        if not last or last == item or (stop < end and _object_of_char(self.text, stop) == last):
            return 0
        x0, _, *style = self._seen(item)
        _, x1, *other = self._seen(last)
        if style != other or not style[-1] or x1 <= x0:
            return 0
        y, size, bold, italic, artifact, _ = style
        self.result.runs.append(Run(text[start:stop], x0, x1, y, size, bool(bold), bool(italic), bool(artifact)))
        return stop

    def _seen(self, item: int) -> Look:
        look = self.looks.get(item)
        if look is None:
            look = self.looks[item] = self._look(item)
        return look

    def _run(self, text: str, start: int, stop: int, item: int) -> None:
        look = self.looks.get(item)
        whole = look is None
        if look is None:
            look = self.looks[item] = self._look(item)
        x0, x1, y, size, bold, italic, artifact, level = look
        run = Run(text[start:stop], x0, x1, y, size, bold, italic, artifact)
        if not level:
            self.result.upright.append(run)
        elif whole and x1 - x0 <= 0.5 * size * (stop - start + 1) and "   " not in run.text:
            self.places.append((len(self.result.runs), start))
            self.result.runs.append(run)
        else:
            self.result.runs.extend(self._parts(run, start, (), size))

    def _split_at_columns(self) -> None:
        """Split the runs that go on from one column into the next with less than a wide gap between them.

        Some programs paint a row of a table in one go. Where other runs begin, and where lines are drawn down the page,
        tells where columns are.
        """
        runs = self.result.runs
        begins = Counter(round(run.x0) for run in runs)
        starts = sorted({place for place, count in begins.items() if count > 1})
        down = [rule for rule in self.result.rules if not rule.across]
        if len(starts) < 2 and not down:
            return
        for index, start in reversed(self.places):
            run = runs[index]
            if " " not in run.text.strip() or run.x1 - run.x0 < 4 * run.size:
                continue
            between = slice(bisect_left(starts, run.x0 + 2 * run.size), bisect_left(starts, run.x1))
            here = [float(place) for place in starts[between]]
            here += [rule.at for rule in down if run.x0 < rule.at < run.x1 and rule.start < run.y < rule.end + 2]
            if here:
                parts = self._parts(run, start, here, 0.5 * run.size)
                if len(parts) > 1:
                    runs[index : index + 1] = parts

    def _parts(self, run: Run, start: int, columns: Sequence[float], gap: float) -> list[Run]:
        """Split a run at gaps; with columns given, only at those gaps in which a column begins."""
        words = [(start + word.start(), start + word.end() - 1) for word in _WORD.finditer(run.text)]
        if not words:
            return []
        cuts = [words[0][0]]
        for (_, last), (first, _) in itertools.pairwise(words):
            left = self._left(first)
            if columns and not any(left - 3 * run.size < place < left + 1.5 for place in columns):
                continue
            right = self._right(last)
            if left - right > gap and (not columns or any(right - 1 < place < left + 1.5 for place in columns)):
                cuts.extend((last, first))
        cuts.append(words[-1][1])
        parts = []
        for first, last in zip(cuts[::2], cuts[1::2], strict=True):
            left = self._left(first)
            text = run.text[first - start : last + 1 - start]
            right = max(left, self._right(last))
            parts.append(Run(text, left, right, run.y, run.size, run.bold, run.italic, run.artifact))
        return parts

    def _left(self, index: int) -> float:
        """Return where a character begins."""
        at = self.numbers.double_at
        _origin_of_char(self.text, index, at[0], at[1])
        x, y = self.numbers.doubles[:2]
        a, _, c, _, e, _ = self.to_page
        return a * x + c * y + e

    def _right(self, index: int) -> float:
        """Return where a character's ink ends."""
        at = self.numbers.double_at
        _box_of_char(self.text, index, at[0], at[1], at[2], at[3])
        x0, x1, y0, y1 = self.numbers.doubles[:4]
        a, _, c, _, e, _ = self.to_page
        return max(a * x0 + c * y0 + e, a * x1 + c * y1 + e)

    def _look(self, item: int) -> Look:
        numbers, at = self.numbers, self.numbers.at
        matrix = self.forms.get(item, self.to_page)
        _bounds(item, at[0], at[1], at[2], at[3])
        x0, _, x1, y1 = corners(numbers.floats[:4], matrix, self.result.height)
        _matrix(item, at[0])
        a, b, c, d, e, f = times(tuple(numbers.floats[:]), matrix)
        _font_size(item, at[0])
        size = round(abs(numbers.floats[0]) * (c * c + d * d) ** 0.5, 2)
        level = a > 0 and abs(b) < 0.1 * a
        bold, italic = self._style(_font(item))
        artifact = self.tagged and _content_mark(item) < 0
        if level:
            return min(e, x0) if e < x0 else e, max(x1, e), self.result.height - f, size, bold, italic, artifact, True
        return x0, x1, y1, size, bold, italic, artifact, False

    def _style(self, font: int) -> tuple[bool, bool]:
        style = self.fonts.get(font)
        if style is None:
            length = _font_name(font, self.numbers.name_at, 256)
            name = self.numbers.name.raw[: max(0, min(length, 256) - 1)].decode("utf-8", "replace").partition("+")
            face = (name[2] or name[0]).lower()
            flags = max(0, _font_flags(font))
            bold = any(word in face for word in ("bold", "black", "heavy", "semibold")) or bool(flags & _FORCE_BOLD)
            slanted = "italic" in face or "oblique" in face or bool(flags & _ITALIC)
            style = self.fonts[font] = bold or face.endswith((",bd", "-bd")), slanted
        return style
