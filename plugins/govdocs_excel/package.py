"""Puts the rows into the workbook around them, and the workbook into a file with the same bytes every time."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import IO, TYPE_CHECKING
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from govdocs_excel.spool import Run

if TYPE_CHECKING:
    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

__all__ = ["save"]

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
TERMS = "{http://purl.org/dc/terms/}"
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest time a zip archive can tell: whatever day it is, the file is the same."""
LARGE = 2**31 - 1
AFTER_LINKS = ("printOptions", "pageMargins", "pageSetup", "headerFooter", "drawing", "tableParts")
FONT = (
    *("b", "i", "strike", "condense", "extend", "outline", "shadow", "u"),
    *("vertAlign", "sz", "color", "name", "family", "charset", "scheme"),
)
"""What a font holds, in the order that the format asks for and openpyxl does not keep."""
ROWS, LINKS = "<!--rows-->", "<!--links-->"


def save(book: Workbook, awaiting: Sequence[tuple[Worksheet, Run]], path: Path) -> None:
    """Write the file: the small workbook that openpyxl makes, with each run's rows and links at their place in it."""
    frame = BytesIO()
    book.save(frame)
    runs = {f"xl/worksheets/sheet{book.worksheets.index(sheet) + 1}.xml": run for sheet, run in awaiting}
    files = {
        f"xl/worksheets/_rels/{name.rpartition('/')[2]}.rels": run for name, run in runs.items() if run.files.tell()
    }
    with ZipFile(frame) as small, ZipFile(path, "w", ZIP_DEFLATED, compresslevel=6) as whole:
        for member in sorted(small.namelist(), key=_first):
            data = small.read(member)
            if member in runs:
                _sheet(whole, member, data, runs[member])
            elif member in files:
                _relations(whole, member, data, files[member])
            else:
                _add(whole, member, _MENDED.get(member, bytes)(data))


def _first(member: str) -> int:
    """Put what tells the kind of the package before all else, where programs that guess at files look for it."""
    return ("[Content_Types].xml", "_rels/.rels", member).index(member)


def _add(whole: ZipFile, member: str, *contents: bytes | IO[bytes]) -> None:
    info = ZipInfo(member, EPOCH)
    info.compress_type, info.create_system, info.external_attr = ZIP_DEFLATED, 3, 0o600 << 16
    size = sum(len(each) if isinstance(each, bytes) else each.tell() for each in contents)
    with whole.open(info, "w", force_zip64=size > LARGE) as file:
        for each in contents:
            if isinstance(each, bytes):
                file.write(each)
            else:
                each.seek(0)
                shutil.copyfileobj(each, file, 1 << 20)


def _sheet(whole: ZipFile, member: str, data: bytes, run: Run) -> None:
    root = etree.fromstring(data)
    rows = root.find(f"{MAIN}sheetData")
    assert rows is not None
    rows.append(etree.Comment("rows"))
    dimension = root.find(f"{MAIN}dimension")
    assert dimension is not None
    dimension.set("ref", dimension.get("ref", "A1").rstrip("0123456789") + str(run.last))
    _quiet(root, run.last)
    links = run.links.tell() > 0
    if links:
        before = next(child for child in root if etree.QName(child).localname in AFTER_LINKS)
        before.addprevious(etree.Comment("links"))
    text = etree.tostring(root, encoding="unicode")
    head, _, rest = text.partition(ROWS)
    middle, _, tail = rest.partition(LINKS) if links else (rest, "", "")
    contents: list[bytes | IO[bytes]] = [
        b'<?xml version="1.0" encoding="UTF-8"?>\n',
        head.encode(),
        run.rows,
        middle.encode(),
    ]
    if links:
        contents += [f'<hyperlinks xmlns:r="{OFFICE}">'.encode(), run.links, b"</hyperlinks>", tail.encode()]
    _add(whole, member, *contents)


def _quiet(root: etree._Element, last: int) -> None:
    """Keep Excel from marking each case number as a number stored as text, which is what it shall be."""
    errors = etree.Element(f"{MAIN}ignoredErrors")
    etree.SubElement(errors, f"{MAIN}ignoredError", sqref=f"A1:XFD{last}", numberStoredAsText="1", twoDigitTextYear="1")
    next(child for child in root if etree.QName(child).localname in ("drawing", "tableParts")).addprevious(errors)


def _relations(whole: ZipFile, member: str, data: bytes, run: Run) -> None:
    head, end, _ = data.rpartition(b"</Relationships>")
    assert end, "every sheet has a table and with it a relationship"
    _add(whole, member, head, run.files, end)


def _timeless(data: bytes) -> bytes:
    """Return the core properties without the times, which openpyxl takes from the clock."""
    root = etree.fromstring(data)
    for name in ("created", "modified"):
        for element in root.findall(f"{TERMS}{name}"):
            root.remove(element)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


def _fonts_in_order(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for font in root.iter(f"{MAIN}font"):
        font[:] = sorted(font, key=lambda child: FONT.index(etree.QName(child).localname))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True)


_MENDED: dict[str, Callable[[bytes], bytes]] = {"docProps/core.xml": _timeless, "xl/styles.xml": _fonts_in_order}
