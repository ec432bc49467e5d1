"""Makes Word documents from a few lines of markup, the same bytes every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping
from xml.sax.saxutils import escape

from govdocs import Layout, Limits, Source
from govdocs_docx import govdocs_open

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
)
MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def t(text: str, properties: str = "") -> str:
    """Return a run; line ends and tabs in the text become breaks and tabs."""
    inner = "".join(
        {"\n": "<w:br/>", "\t": "<w:tab/>"}.get(piece, f'<w:t xml:space="preserve">{escape(piece)}</w:t>')
        for piece in _cut(text)
    )
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{inner}</w:r>"


def _cut(text: str) -> list[str]:
    pieces, at = [], 0
    for n, character in enumerate(text):
        if character in "\n\t":
            pieces += [text[at:n], character] if n > at else [character]
            at = n + 1
    return [*pieces, text[at:]] if at < len(text) else pieces


def p(*content: str, style: str = "", properties: str = "") -> str:
    """Return a paragraph; what does not start with `<` is text."""
    runs = "".join(c if c.startswith("<") else t(c) for c in content)
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    return f"<w:p><w:pPr>{named}{properties}</w:pPr>{runs}</w:p>"


def item(text: str, number: int = 1, level: int = 0) -> str:
    """Return a paragraph of a list."""
    return p(text, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def cell(content: str, properties: str = "") -> str:
    """Return a cell; plain text becomes its paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def row(*cells: str, properties: str = "") -> str:
    """Return a row of cells; plain text becomes a cell."""
    inner = "".join(c if c.startswith("<w:tc>") else cell(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def table(*rows: str, properties: str = "", widths: tuple[int, ...] = ()) -> str:
    """Return a table of rows, with the widths of its grid in points."""
    grid = "".join(f'<w:gridCol w:w="{width * 20}"/>' for width in widths)
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(form: str, text: str, n: int = 0, more: str = "") -> str:
    """Return a level of a list."""
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}<w:lvlText w:val="{text}"/>'
        f'<w:pPr><w:ind w:left="{(n + 1) * 360}" w:hanging="360"/></w:pPr></w:lvl>'
    )


def lists(*levels: str, more: str = "") -> str:
    """Return a numbering part with one list, number 1."""
    return (
        f'<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{more}</w:numbering>'
    )


def styles(*inner: str) -> str:
    """Return a styles part."""
    return f"<w:styles {NAMESPACES}>{''.join(inner)}</w:styles>"


def style(key: str, inner: str = "", *, name: str = "", based: str = "", kind: str = "paragraph") -> str:
    """Return a style."""
    below = f'<w:basedOn w:val="{based}"/>' if based else ""
    return f'<w:style w:type="{kind}" w:styleId="{key}"><w:name w:val="{name or key}"/>{below}{inner}</w:style>'


def part(root: str, *inner: str) -> str:
    """Return a part such as a header (`hdr`) or the footnotes."""
    return f"<w:{root} {NAMESPACES}>{''.join(inner)}</w:{root}>"


def document(*body: str) -> str:
    """Return the main part."""
    return f"<w:document {NAMESPACES}><w:body>{''.join(body)}</w:body></w:document>"


def docx(*body: str, main: str | bytes | None = None, parts: Mapping[str, str | bytes] | None = None) -> bytes:
    """Return a document's bytes; the id of a part is its name without the suffix."""
    parts = parts or {}
    relations = "".join(
        f'<Relationship Id="{name}" Type="{_RELATED}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for name in parts
    )
    members: dict[str, str | bytes] = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="xml" ContentType="application/xml"/>'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>',
        "_rels/.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": main if main is not None else document(*body),
        "word/_rels/document.xml.rels": '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
        f'relationships">{relations}</Relationships>',
        **{f"word/{name}.xml": content for name, content in parts.items()},
    }
    return zipped(members)


def zipped(members: Mapping[str, str | bytes]) -> bytes:
    """Return a zip archive without a clock in it."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return out.getvalue()


def opened(data: bytes, name: str = "prøve.docx", limits: Limits | None = None) -> Layout:
    """Open a document that must be one."""
    layout = govdocs_open(Source(name=name, data=data), limits or Limits())
    assert layout is not None
    return layout


def read(*body: str, **parts: str) -> Layout:
    """Make a document and open it."""
    return opened(docx(*body, parts=parts))


def texts(layout: Layout) -> list[str]:
    """Return the lines that are no furniture."""
    return [line.text for line in layout.lines if line.furniture is None]


def grid(layout: Layout, number: int = 0) -> list[list[str]]:
    """Return a table's texts, cell by cell."""
    return [[cell.text for cell in row] for row in layout.tables[number].rows]
