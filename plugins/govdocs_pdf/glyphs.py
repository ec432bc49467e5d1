"""The glyphs of one page through PDFium, in bulk: what letters, in which text object, at what place."""

from __future__ import annotations

import ctypes
import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from ctypes import c_int, c_ulong, c_void_p

from govdocs_pdf.content import PageContent, Run
from govdocs_pdf.geometry import Matrix, corners, times
from govdocs_pdf.library import Numbers, bind

__all__ = ["Glyphs"]

_count_chars = bind("FPDFText_CountChars", c_int, c_void_p)
_get_text = bind("FPDFText_GetText", c_int, c_void_p, c_int, c_int, c_void_p)
_object_of_char = bind("FPDFText_GetTextObject", c_void_p, c_void_p, c_int)
_unicode_of_char = bind("FPDFText_GetUnicode", c_int, c_void_p, c_int)
_origin_of_char = bind("FPDFText_GetCharOrigin", c_int, c_void_p, c_int, c_void_p, c_void_p)
_box_of_char = bind("FPDFText_GetCharBox", c_int, c_void_p, c_int, c_void_p, c_void_p, c_void_p, c_void_p)
_loose_box_of_char = bind("FPDFText_GetLooseCharBox", c_int, c_void_p, c_int, c_void_p)
_is_unmapped = bind("FPDFText_HasUnicodeMapError", c_int, c_void_p, c_int)
_bounds = bind("FPDFPageObj_GetBounds", c_int, c_void_p, c_void_p, c_void_p, c_void_p, c_void_p)
_matrix = bind("FPDFPageObj_GetMatrix", c_int, c_void_p, c_void_p)
_content_mark = bind("FPDFPageObj_GetMarkedContentID", c_int, c_void_p)
_font_size = bind("FPDFTextObj_GetFontSize", c_int, c_void_p, c_void_p)
_font = bind("FPDFTextObj_GetFont", c_void_p, c_void_p)
_font_name = bind("FPDFFont_GetBaseFontName", c_ulong, c_void_p, c_void_p, c_ulong)
_font_flags = bind("FPDFFont_GetFlags", c_int, c_void_p)

_ITALIC, _FORCE_BOLD = 1 << 6, 1 << 18
_WORD = re.compile(r"\S+")
_SOFT = re.compile("\u00ad")
_UNTAGGED = -2
"""Mark of a text in a document without tags; -1 is that of a text which the tags leave out."""
_BLANK = Run(" ", 0, 0, 0, 0, False, False, False)
_SWAPPED = re.compile("[" + "".join(chr(code << 8) for code in (*range(0x41, 0x5B), *range(0x61, 0x7B))) + "]")
"""Letters of a ligature whose bytes Ghostscript wrote in the wrong order: `\u7400\u6900` for `ti`."""

_ASTRAY = re.compile(r"(?<!\r)\n|[\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
"""What no glyph shows, though the file says so of one, as where numbers of glyphs pass for letters."""

Look = tuple[float, float, float, float, bool, bool, int, bool]
"""Left, right, baseline, size, bold, italic, mark, and whether it runs from left to right."""


class Glyphs:
    """The glyphs of one open page, put into its content as runs."""

    def __init__(
        self, text: int, content: PageContent, to_page: Matrix, forms: dict[int, Matrix], tagged: bool
    ) -> None:
        self.text = text
        self.result = content
        self.to_page = to_page
        self.upright = to_page[:4] == (1, 0, 0, 1)
        self.forms = forms
        self.tagged = tagged
        self.numbers = Numbers()
        self.fonts: dict[int, tuple[bool, bool]] = {}
        self.looks: dict[int, Look] = {}
        self.places: list[tuple[int, int]] = []
        self.end = -1
        """Behind the last character that was taken."""

    def read(self) -> None:
        """Read all runs of the page."""
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
        self._split_at_columns()

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
        if "\u00ad" in text:
            text = _SOFT.sub(lambda soft: "-" if self._is_painted(soft.start()) else soft[0], text)
        if not text.isascii() and _SWAPPED.search(text):
            text = _SWAPPED.sub(lambda match: chr(ord(match[0]) >> 8), text)
            self.result.lossy = True
        if "\ufffd" in text:
            self.result.lossy = True
        if _ASTRAY.search(text):
            text = _ASTRAY.sub(" ", text)  # a line feed among them would be taken for the end of a line
            self.result.lossy = True
        return text

    def _is_painted(self, index: int) -> bool:
        """Tell a soft hyphen that is seen, as where a font has one glyph for both hyphens, from one that is not."""
        at = self.numbers.double_at
        _box_of_char(self.text, index, at[0], at[1], at[2], at[3])
        x0, x1, y0, y1 = self.numbers.doubles[:4]
        return bool(min(x1 - x0, y1 - y0) > 0)

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
        y, size, bold, italic, mark, _ = style
        self.result.runs.append(Run(text[start:stop], x0, x1, y, size, bool(bold), bool(italic), mark == -1, int(mark)))
        self.end = stop
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
            if not self.result.lossy and _is_unmapped(self.text, start) == 1:
                self.result.lossy = True
        x0, x1, y, size, bold, italic, mark, level = look
        run = Run(text[start:stop], x0, x1, y, size, bold, italic, mark == -1, mark)
        if not level:
            self.result.upright.append(run)
            return
        if start == self.end and self.result.runs and 0.1 * size < x0 - self.result.runs[-1].x1 < 0.35 * size:
            self._close(self.result.runs[-1], run, start - 1)
        self.end = stop
        if whole and x1 - x0 <= 0.5 * size * (stop - start + 1) and "   " not in run.text:
            self.places.append((len(self.result.runs), start))
            self.result.runs.append(run)
        else:
            self.result.runs.extend(self._parts(run, start, (), size))

    def _close(self, before: Run, run: Run, last: int) -> None:
        """Reckon the blank that belongs to a letter itself, such as that around a 1, to the run that it ends."""
        if run.y == before.y:
            _loose_box_of_char(self.text, last, self.numbers.at[0])
            if self.upright and run.x0 - self.numbers.floats[2] - self.to_page[4] < 0.08 * run.size:
                before.x1 = run.x0

    def _split_at_columns(self) -> None:
        """Split the runs that go on from one column into the next with less than a wide gap between them.

        Some programs paint a row of a table in one go. Where other runs begin, and where lines are drawn down the page,
        tells where columns are.
        """
        runs = self.result.runs
        begins = Counter(round(run.x0) for run in runs)
        starts = sorted(float(place) for place, count in begins.items() if count > 1)
        down = [rule for rule in self.result.rules if not rule.across]
        if len(starts) < 2 and not down:
            return
        for index, start in reversed(self.places):
            run = runs[index]
            if " " not in run.text.strip() or run.x1 - run.x0 < 3 * run.size:
                continue
            between = slice(bisect_left(starts, run.x0 + 2 * run.size), bisect_left(starts, run.x1))
            parts = self._parts(run, start, starts[between], 0.5 * run.size) if starts[between] else [run]
            ruled = [rule.at for rule in down if run.x0 < rule.at < run.x1 and rule.start < run.y < rule.end + 2]
            if ruled and len(parts) == 1:
                parts = self._parts(run, start, ruled, 0.1 * run.size)
            if len(parts) > 1:
                runs[index : index + 1] = parts

    def _parts(self, run: Run, start: int, columns: Sequence[float], gap: float) -> list[Run]:
        """Split a run at gaps; with columns given, only at those gaps in which a column begins."""
        words = [(start + word.start(), start + word.end() - 1) for word in _WORD.finditer(run.text)]
        if not words:
            return []
        begun = {self._word_at(words, place) for place in columns}
        places = sorted(begun) if columns else range(1, len(words))
        cuts = [words[0][0]]
        for index in places:
            if index < len(words) and self._left(words[index][0]) - self._right(words[index - 1][1]) > gap:
                cuts.extend((words[index - 1][1], words[index][0]))
        cuts.append(words[-1][1])
        if columns and len(cuts) == 2:
            return [run]
        parts = []
        for first, last in zip(cuts[::2], cuts[1::2], strict=True):
            left = self._left(first)
            text = run.text[first - start : last + 1 - start]
            right = max(left, self._right(last))
            parts.append(Run(text, left, right, run.y, run.size, run.bold, run.italic, run.artifact, run.mark))
        if run.text[-1] == " ":
            parts[-1].text += " "  # where a line is broken
        return parts

    def _word_at(self, words: Sequence[tuple[int, int]], place: float) -> int:
        """Return which word begins a column, found by halving; behind the last one where none does."""
        low, high = 1, len(words)
        while low < high:
            middle = (low + high) // 2
            if self._left(words[middle][0]) > place - 1.5:
                high = middle
            else:
                low = middle + 1
        if low < len(words) and self._right(words[low - 1][1]) - 1 < place:
            return low
        return len(words)

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
        floats, at, height = self.numbers.floats, self.numbers.at, self.result.height
        bold, italic = self._style(_font(item))
        mark = _content_mark(item) if self.tagged else _UNTAGGED
        _font_size(item, at[0])
        size = abs(floats[0])
        _bounds(item, at[0], at[1], at[2], at[3])
        box = floats[:4]
        _matrix(item, at[0])
        a, b, c, d, e, f = floats
        if self.upright and b == 0 == c and a > 0 and item not in self.forms:  # so it is in nearly every document
            e += self.to_page[4]
            right = box[2] + self.to_page[4]
            return e, max(right, e), height - f - self.to_page[5], round(size * abs(d), 2), bold, italic, mark, True
        matrix = self.forms.get(item, self.to_page)
        x0, _, x1, y1 = corners(box, matrix, height)
        a, b, c, d, e, f = times((a, b, c, d, e, f), matrix)
        size = round(size * (c * c + d * d) ** 0.5, 2)
        if a > 0 and abs(b) < 0.1 * a:
            return e, max(x1, e), height - f, size, bold, italic, mark, True
        return x0, x1, y1, size, bold, italic, mark, False

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
