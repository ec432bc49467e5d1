"""Writes PDF files by hand: text, lines and boxes at given places, so that a test can say what stands where."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping, Sequence

from attrs import define, field

from govdocs import Layout, Limits, Source
from govdocs_pdf import govdocs_open

# Widths of Helvetica's characters from 32 to 126, in thousandths of the font size (Adobe's core font metrics).
WIDTHS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 "
    "556 278 278 584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 "
    "722 667 611 722 667 944 667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 "
    "500 222 833 556 556 556 556 333 500 278 556 500 722 500 500 500 334 260 334 584 "
)
WIDTH = {chr(32 + index): int(width) for index, width in enumerate(WIDTHS.split())}
FONTS = {
    "F": "Helvetica",
    "B": "Helvetica-Bold",
    "I": "Helvetica-Oblique",
    "M": "Courier",
    "S": "Symbol",
    "L": "Helvetica",
}
MEANINGS = {
    "S": {0xB7: "\uf0b7", 0x76: "\uf076"},
    "L": {0x01: "fi", 0x02: "\ufb02", 0x03: "tti", 0x04: "\u00ad", 0x2D: "\u00ad"},
}
"""What codes of a font mean by the font's own map, as Word writes one for bullets and ligatures; 4 has no glyph."""


@define
class Sheet:
    """One page; distances in points from its top left corner."""

    width: float = 595
    height: float = 842
    rotate: int = 0
    origin: tuple[float, float] = (0, 0)
    parts: list[str] = field(factory=list)
    forms: list[str] = field(factory=list)
    picture: bool = False
    end: tuple[float, float] = (0, 0)

    def text(self, x: float, y: float, words: str, size: float = 11, font: str = "F") -> Sheet:
        """Paint text with its baseline at a height."""
        self.parts.append(f"BT /{font} {size} Tf 1 0 0 1 {x} {self.height - y} Tm ({escaped(words)}) Tj ET")
        self.end = x + sum(WIDTH.get(letter, 556) for letter in words) * size / 1000, y
        return self

    def then(self, words: str, size: float = 11, *, gap: float = 0, up: float = 0, font: str = "F") -> Sheet:
        """Paint text where the text before it ends; `gap` and `up` in points."""
        x, y = self.end
        self.text(x + gap, y - up, words, size, font)
        self.end = self.end[0], y
        return self

    def lines(
        self, x: float, y: float, texts: Iterable[str], leading: float = 14, size: float = 11, font: str = "F"
    ) -> Sheet:
        """Paint lines under one another."""
        for index, words in enumerate(texts):
            self.text(x, y + index * leading, words, size, font)
        return self

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> Sheet:
        """Draw a line."""
        self.parts.append(f"{width} w {x0} {self.height - y0} m {x1} {self.height - y1} l S")
        return self

    def box(self, x: float, y: float, width: float, height: float) -> Sheet:
        """Fill a rectangle."""
        self.parts.append(f"{x} {self.height - y - height} {width} {height} re f")
        return self

    def frame(self, x: float, y: float, width: float, height: float) -> Sheet:
        """Draw the outline of a rectangle."""
        self.parts.append(f"0.5 w {x} {self.height - y - height} {width} {height} re S")
        return self

    def grid(self, xs: Sequence[float], ys: Sequence[float]) -> Sheet:
        """Draw the lines of a table."""
        for y in ys:
            self.rule(xs[0], y, xs[-1], y)
        for x in xs:
            self.rule(x, ys[0], x, ys[-1])
        return self

    def table(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], high: float = 20) -> Sheet:
        """Draw a ruled table with one line of text in each cell."""
        self.grid(xs, [top + high * index for index in range(len(rows) + 1)])
        return self.cells([x + 5 for x in xs], top + 14, rows, high)

    def cells(self, xs: Sequence[float], top: float, rows: Sequence[Sequence[str]], high: float = 18) -> Sheet:
        """Paint rows of text without lines."""
        for index, row in enumerate(rows):
            for x, words in zip(xs, row, strict=False):
                if words:
                    self.text(x, top + high * index, words)
        return self

    def raw(self, operators: str) -> Sheet:
        """Paint by operators of one's own."""
        self.parts.append(operators)
        return self


def escaped(words: str) -> str:
    """Return text as the inside of a PDF string, in Windows-1252 as octal escapes."""
    return "".join(
        chr(code) if 32 <= code < 127 and code not in (40, 41, 92) else f"\\{code:03o}"
        for code in words.encode("cp1252")
    )


def meaning(codes: Mapping[int, str]) -> bytes:
    """Return a font's map from codes to letters."""
    pairs = "\n".join(f"<{code:02x}> <{letters.encode('utf-16-be').hex()}>" for code, letters in codes.items())
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /Own def /CMapType 2 def "
        f"1 begincodespacerange <00> <ff> endcodespacerange {len(codes)} beginbfchar\n{pairs}\nendbfchar "
        "endcmap CMapName currentdict /CMap defineresource pop end end"
    ).encode()


def pdf(*sheets: Sheet, extra: str = "") -> bytes:
    """Return the bytes of a document."""
    objects: list[bytes] = []

    def add(body: str | bytes) -> int:
        objects.append(body.encode("latin-1") if isinstance(body, str) else body)
        return len(objects)

    def stream(content: bytes, head: str = "") -> bytes:
        packed = zlib.compress(content)
        return f"<< /Length {len(packed)} /Filter /FlateDecode {head} >>\nstream\n".encode() + packed + b"\nendstream"

    def font(name: str, base: str) -> int:
        own = f"/ToUnicode {add(stream(meaning(MEANINGS[name])))} 0 R" if name in MEANINGS else ""
        encoding = "" if base == "Symbol" else "/Encoding /WinAnsiEncoding"
        if name == "L":
            own += f" /FirstChar 0 /LastChar 126 /Widths [{'0 ' * 32}{WIDTHS}]"
        return add(f"<< /Type /Font /Subtype /Type1 /BaseFont /{base} {encoding} {own} >>")

    fonts = " ".join(f"/{name} {font(name, base)} 0 R" for name, base in FONTS.items())
    picture = add(
        stream(
            bytes(range(64)),
            "/Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8",
        )
    )
    kids = []
    root = len(objects) + 1 + sum(2 + len(sheet.forms) for sheet in sheets)
    for sheet in sheets:
        inner = " ".join(
            f"/X{index} "
            + str(
                add(
                    stream(
                        form.encode("latin-1"),
                        f"/Type /XObject /Subtype /Form /BBox [0 0 2000 2000] /Resources << /Font << {fonts} >> >>",
                    )
                )
            )
            + " 0 R"
            for index, form in enumerate(sheet.forms)
        )
        left, bottom = sheet.origin
        content = [f"1 0 0 1 {left} {bottom} cm", *sheet.parts]
        if sheet.picture:
            content.append(f"q {sheet.width - 40} 0 0 {sheet.height - 40} 20 20 cm /P Do Q")
        body = add(stream("\n".join(content).encode("latin-1")))
        kids.append(
            add(
                f"<< /Type /Page /Parent {root} 0 R /MediaBox [{left} {bottom} {left + sheet.width} "
                f"{bottom + sheet.height}] "
                f"/Rotate {sheet.rotate} /Contents {body} 0 R "
                f"/Resources << /Font << {fonts} >> /XObject << /P {picture} 0 R {inner} >> >> >>"
            )
        )
    assert add(f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(f'{kid} 0 R' for kid in kids)}] >>") == root
    catalog = add(f"<< /Type /Catalog /Pages {root} 0 R {extra} >>")
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n".encode() + body + b"\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(f"{place:010d} 00000 n \n".encode() for place in places)
    out += f"trailer\n<< /Size {len(objects) + 1} /Root {catalog} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode()
    return bytes(out)


def opened(data: bytes, limits: Limits | None = None) -> Layout:
    """Return the layout of a document."""
    layout = govdocs_open(source=Source(name="prøve.pdf", data=data), limits=limits or Limits())
    assert layout is not None
    return layout


def texts(layout: Layout) -> list[str]:
    """Return the texts of the lines that are no furniture."""
    return [line.text for line in layout.lines if line.furniture is None]


def rows(layout: Layout, number: int = 0) -> list[list[str]]:
    """Return the texts of a table's cells."""
    return [[cell.text for cell in row] for row in layout.tables[number].rows]


def furniture(layout: Layout) -> list[tuple[int, str | None, str]]:
    """Return page, kind and text of the lines that are furniture."""
    return [(line.page, line.furniture, line.text) for line in layout.lines if line.furniture]
