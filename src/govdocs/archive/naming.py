"""Names of files as people read them, whatever system wrote them, and which names are never documents."""

from __future__ import annotations

import re
import struct
import unicodedata
import zlib
from zipfile import ZipInfo

__all__ = ["is_hidden", "is_outside", "legible", "member_name", "order"]

NORWEGIAN = frozenset("æøåÆØÅäöéÄÖÉášžčŋđÁŠŽČŊĐ")
TEMPORARY = re.compile(
    r"""
    \.            # hidden on Unix and macOS, .DS_Store and .~lock.x.odt# among them
    | ~\$         # a lock file of Word
    | ~wr[a-z]\d  # a temporary file of Word
    | __macosx$ | thumbs\.db$ | desktop\.ini$ | icon\r$ | \$recycle\.bin$ | system\ volume\ information$
    """,
    re.VERBOSE | re.IGNORECASE,
)
UTF8_FLAG = 0x800
UNICODE_PATH = 0x7075
"""The extra field in which Info-ZIP keeps a name in UTF-8, with the checksum of the name it stands for."""


def is_hidden(name: str) -> bool:
    """Tell whether one part of a path is hidden or temporary."""
    return TEMPORARY.match(name) is not None or name.lower().endswith((".tmp", "~"))


def order(path: str) -> tuple[object, ...]:
    """Return the key that sorts paths as people do: folder by folder, `sak 2` before `sak 10`."""
    return tuple(_part_order(part) for part in path.split("/")), path


def _part_order(part: str) -> tuple[tuple[int, int, str], ...]:
    pieces = re.findall(r"[0-9]+|[^0-9]+", part.casefold())
    return tuple(_piece_order(piece) for piece in pieces)


def _piece_order(piece: str) -> tuple[int, int, str]:
    if piece[0] not in "0123456789":
        return 1, 0, piece
    digits = piece.lstrip("0")
    return 0, len(digits), digits


def legible(name: str) -> str:
    """Return a name that every register can hold: one form of æøå, no stray bytes, controls written out."""
    try:
        name.encode()
    except UnicodeEncodeError:  # bytes that were not UTF-8 on disk, or lone surrogates
        stray = all(not 0xD800 <= ord(c) <= 0xDFFF or 0xDC80 <= ord(c) <= 0xDCFF for c in name)
        name = _decoded(name.encode("utf-8", "surrogateescape")) if stray else name.encode("utf-8", "replace").decode()
    return "".join(_shown(c) for c in unicodedata.normalize("NFC", name))


def _shown(char: str) -> str:
    if unicodedata.category(char) not in ("Cc", "Cf", "Zl", "Zp"):
        return char
    return f"\\x{ord(char):02x}" if ord(char) < 0x100 else f"\\u{ord(char):04x}"


def member_name(info: ZipInfo) -> str:
    """Return the name of a zip member with its æøå right, parts divided by `/`.

    A zip file says whether a name is UTF-8; where it does not, Python takes it for code page 437, which has no ø.
    Windows writes 850, Unix and macOS write UTF-8 and do not say so, some tools write 1252.
    """
    name = info.orig_filename
    if not info.flag_bits & UTF8_FLAG:
        raw = name.encode("cp437")
        name = _unicode_path(info.extra, raw) or _decoded(raw)
    return name if "/" in name else name.replace("\\", "/")  # some Windows tools divide by \ against the standard


def _unicode_path(extra: bytes, raw: bytes) -> str | None:
    while len(extra) >= 4:
        kind, size = struct.unpack_from("<HH", extra)
        body, extra = extra[4 : 4 + size], extra[4 + size :]
        if kind == UNICODE_PATH and len(body) >= 5 and body[0] == 1 and body[1:5] == struct.pack("<I", zlib.crc32(raw)):
            try:
                return body[5:].decode()
            except UnicodeDecodeError:
                return None
    return None


def _decoded(raw: bytes) -> str:
    """Decode a name of unknown encoding: UTF-8 where it fits, else the code page that gives most Norwegian letters."""
    try:
        return raw.decode()
    except UnicodeDecodeError:
        readings = [raw.decode(page, "replace") for page in ("cp850", "cp1252")]
        return max(readings, key=lambda text: sum(c in NORWEGIAN for c in text))


def is_outside(name: str) -> bool:
    """Tell whether a member's name is absolute or climbs out of its archive, on any system."""
    parts = re.split(r"[/\\]", name)
    return name.startswith(("/", "\\")) or re.match(r"[A-Za-z]:", name) is not None or ".." in parts
