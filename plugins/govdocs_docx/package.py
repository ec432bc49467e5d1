"""The zip archive of a Word document: its parts, read within bounds, and the XML in them, parsed without risk."""

from __future__ import annotations

import io
import lzma
import posixpath
import re
import zipfile
import zlib

from lxml import etree

from govdocs.errors import EncryptedError, InputError, LimitError
from govdocs.limits import Limits
from govdocs_docx.names import STRICT

__all__ = ["Package", "parse"]

CHUNK = 1 << 16
SMALL = 1 << 20
"""Members below this size may be packed as tightly as they like."""
_PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_TYPES = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_OPEN = "application/vnd.openxmlformats-officedocument.wordprocessingml."
_MACROS = "application/vnd.ms-word."
_MEDIA_TYPES = {
    _OPEN + "document.main+xml": _OPEN + "document",
    _OPEN + "template.main+xml": _OPEN + "template",
    _MACROS + "document.macroEnabled.main+xml": _MACROS + "document.macroEnabled.12",
    _MACROS + "template.macroEnabledTemplate.main+xml": _MACROS + "template.macroEnabled.12",
}
"""Media type of a document by the content type of its main part."""
_ENCODING = re.compile(rb"""^<\?xml[^>]{0,100}?encoding=["']([\w.-]{1,40})["']""")
_READABLE = (b"utf-8", b"utf-16", b"us-ascii", b"ascii", b"iso-8859-1", b"windows-1252")


class Package:
    """The parts of a Word document by name."""

    def __init__(self, name: str, data: bytes, limits: Limits) -> None:
        self.name = name
        self.limits = limits
        self.main: str | None = None
        """Name of the part that holds the text; `None` where the archive holds no Word document."""
        self.media_type = _OPEN + "document"
        """IANA media type."""
        self._unpacked = 0
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, OverflowError) as error:
            raise InputError(name, f"is a damaged Word document: no whole zip archive ({error})") from error
        names = {info.filename.replace("\\", "/") for info in self._zip.infolist()}
        if "[Content_Types].xml" in names or "word/document.xml" in names:
            self._members = self._checked()
            self._find_main()

    def _checked(self) -> dict[str, zipfile.ZipInfo]:
        """List the members, and refuse an archive that asks for too much or that no writer of documents makes."""
        members: dict[str, zipfile.ZipInfo] = {}
        offsets: set[int] = set()
        infos = self._zip.infolist()
        if len(infos) > self.limits.archive_members:
            raise LimitError(self.name, "archive_members", self.limits.archive_members, len(infos))
        for info in infos:
            place = info.filename.replace("\\", "/")
            if place.startswith("/") or ":" in place.split("/")[0] or ".." in place.split("/"):
                raise InputError(self.name, f"has a member that would lie outside of it: {place!r}")
            if place in members:
                raise InputError(self.name, f"has two members of one name: {place!r}")
            if info.header_offset in offsets:
                raise InputError(self.name, f"has two members in one place: {place!r}")
            if info.flag_bits & 1:
                raise EncryptedError(self.name)
            members[place] = info
            offsets.add(info.header_offset)
        return members

    def _find_main(self) -> None:
        """Find the part that holds the document's text, and by its kind the kind of the document."""
        if "[Content_Types].xml" in self._members:
            for override in self.xml("[Content_Types].xml").iterfind(f"{_TYPES}Override"):
                kind, place = override.get("ContentType", ""), override.get("PartName", "").lstrip("/")
                if place in self._members and kind in _MEDIA_TYPES:
                    self.main, self.media_type = place, _MEDIA_TYPES[kind]
                    return
        if "word/document.xml" in self._members:
            self.main = "word/document.xml"

    def read(self, part: str) -> bytes:
        """Return a part's bytes; raises `InputError` where they are damaged or more than was said."""
        info = self._members[part]
        self._spend(info)
        try:
            # Piece by piece, since one that lies about its size is unpacked whole where it is read at once.
            with self._zip.open(info) as stream:
                return b"".join(iter(lambda: stream.read(CHUNK), b""))
        except (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, OSError, RuntimeError, ValueError) as error:
            raise InputError(self.name, f"is damaged: {part} cannot be unpacked ({error})") from error

    def _spend(self, info: zipfile.ZipInfo) -> None:
        """Hold a part against the bounds before it is unpacked; pictures never are, and may be large."""
        if info.file_size > self.limits.member_bytes:
            raise LimitError(self.name, "member_bytes", self.limits.member_bytes, info.file_size)
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > SMALL and ratio > self.limits.archive_ratio:
            raise LimitError(self.name, "archive_ratio", self.limits.archive_ratio, ratio)
        self._unpacked += info.file_size
        if self._unpacked > self.limits.archive_bytes:
            raise LimitError(self.name, "archive_bytes", self.limits.archive_bytes, self._unpacked)

    def xml(self, part: str) -> etree._Element:
        """Return the root of a part's XML."""
        return parse(self.read(part), self.name, part, self.limits)

    def related(self, part: str) -> dict[str, tuple[str, str]]:
        """Return the kind and the name of each part that one refers to, by the reference's id; those inside only."""
        folder, base = posixpath.split(part)
        place = posixpath.join(folder, "_rels", base + ".rels")
        found: dict[str, tuple[str, str]] = {}
        if place not in self._members:
            return found
        for item in self.xml(place).iterfind(f"{_PACKAGE}Relationship"):
            target = item.get("Target", "")
            if item.get("TargetMode") == "External" or not target:
                continue
            target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            if target in self._members:
                found[item.get("Id", "")] = (item.get("Type", "").rpartition("/")[2], target)
        return found


def parse(data: bytes, name: str, part: str, limits: Limits) -> etree._Element:
    """Parse XML that nobody has vouched for: no entities, no document type, no network, no deeper than the bound."""
    if STRICT[0][0] in data[:4096]:
        for strict, plain in STRICT:
            data = data.replace(strict, plain)
    _refuse_declarations(data, name, part)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=True,
        remove_comments=True, remove_pis=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        if "depth" in str(error):
            raise LimitError(name, "markup_depth", limits.markup_depth) from error
        reason = " ".join(str(error).split())  # it may be told on several lines
        raise InputError(name, f"is damaged: {part} is no whole XML ({reason})") from error
    depth = _depth(root)
    if depth > limits.markup_depth:
        raise LimitError(name, "markup_depth", limits.markup_depth, depth)
    return root


def _refuse_declarations(data: bytes, name: str, part: str) -> None:
    """Refuse a document type before any parser sees it, in whatever encoding it may hide.

    Older versions of libxml2 expand entities in attributes without a bound where huge trees are allowed.
    """
    head = data[:400].removeprefix(b"\xef\xbb\xbf").lstrip()
    wide = head[:2] in (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")
    encoding = _ENCODING.match(head)
    if not (wide or head.startswith(b"<")) or (encoding and encoding[1].lower() not in _READABLE):
        raise InputError(name, f"is damaged: {part} is no XML in UTF-8 or UTF-16")
    text = data.replace(b"\0", b"") if wide else data
    if b"<!DOCTYPE" in text or b"<!ENTITY" in text:
        raise InputError(name, f"has a document type or entities in {part}, which Word documents never have")


def _depth(root: etree._Element) -> int:
    depth = deepest = 0
    for event, _ in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            if depth > deepest:
                deepest = depth
        else:
            depth -= 1
    return deepest
