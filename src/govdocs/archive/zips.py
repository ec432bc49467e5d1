"""Zip archives of strangers: members are read in memory and within bounds, never unpacked to disk."""

from __future__ import annotations

import stat
import struct
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import IO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from attrs import define, frozen

from govdocs.archive.naming import is_hidden, is_outside, legible, member_name, order
from govdocs.archive.outcomes import Failure, LeftOut, Outcome
from govdocs.errors import EncryptedError, GovdocsError, InputError, LimitError
from govdocs.limits import Limits

__all__ = ["Budget", "Member", "holds_documents", "members", "open_zip"]

MAGIC = b"PK"
ENTRY = b"PK\x01\x02"
LOCAL_HEADER = 30
"""Bytes of a local header without name and extra field."""
HEAD = 64 * 1024
"""Bytes of a member that passes a bound which are still looked at, to tell what it is."""
CHUNK = 1024 * 1024
METHODS = {ZIP_STORED, ZIP_DEFLATED, ZIP_BZIP2}
"""LZMA is not among them: its decoder takes as much memory as the archive tells it to."""
FAULTS = (BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError, struct.error, zlib.error)
"""What `zipfile` raises on damaged archives; it promises `BadZipFile` only."""


@define
class Budget:
    """What may still be unpacked from one archive, those inside it included."""

    left: float
    """Bytes."""


@frozen(kw_only=True)
class Member:
    """One file of an archive."""

    name: str
    """Name for people: `archive.zip/folder/file.pdf`."""
    data: bytes
    """Its content, or its first bytes where it passes a bound."""
    over: LimitError | None = None
    """The bound it passes, so that it is not read."""


class _Bounded:
    """A file as `zipfile` wants it, which counts the entries of the directory before they become objects."""

    def __init__(self, file: IO[bytes], name: str, limits: Limits) -> None:
        self._file = file
        self._name = name
        self._limits = limits
        self.opened = False
        self.seek = file.seek
        self.tell = file.tell

    def read(self, size: int = -1) -> bytes:
        data = self._file.read(size)
        if size >= 0 and not self.opened and (entries := data.count(ENTRY)) > self._limits.archive_members:
            raise LimitError(self._name, "archive_members", self._limits.archive_members, entries)
        return data

    def seekable(self) -> bool:
        return True


def open_zip(file: IO[bytes], name: str, limits: Limits) -> ZipFile:
    """Open a zip archive; raises `InputError` where it is damaged, `LimitError` where it holds too much."""
    bounded = _Bounded(file, name, limits)
    try:
        archive = ZipFile(bounded)
    except FAULTS as error:
        raise InputError(name, f"is a damaged zip archive ({_first_line(error)})") from error
    bounded.opened = True
    if len(archive.infolist()) > limits.archive_members:
        raise LimitError(name, "archive_members", limits.archive_members, len(archive.infolist()))
    return archive


def holds_documents(archive: ZipFile) -> bool:
    """Tell whether a zip file is an archive and not itself one document, as Word and OpenDocument files are."""
    names = {info.filename for info in archive.infolist()}
    return not names & {"[Content_Types].xml", "mimetype"}


def members(archive: ZipFile, name: str, limits: Limits, budget: Budget) -> Iterator[Member | Outcome]:
    """Yield the files of an archive in the order of their names, and what is wrong with those that cannot be read."""
    if (first := _overlapping(archive)) is not None:
        shown = legible(member_name(first))
        yield Failure.of(name, InputError(name, f"is built to harm: its members share bytes (at {shown})"))
        return
    named = [(member_name(info), info) for info in archive.infolist()]
    named = [(_tidy(inner), info) for inner, info in named if not inner.endswith("/")]
    named.sort(key=lambda item: (order(item[0]), item[1].header_offset))
    times = Counter(inner for inner, _ in named)
    for number, (inner, info) in enumerate(named):
        full = f"{name}/{legible(inner)}"
        if is_outside(inner):
            yield Failure.of(full, InputError(full, "has a name that leads out of its archive"))
        elif any(is_hidden(part) for part in inner.split("/")):
            yield LeftOut(name=full, reason="is hidden or temporary")
        elif stat.S_ISLNK(info.external_attr >> 16):
            yield LeftOut(name=full, reason="is a link")
        elif times[inner] > 1:
            if number and named[number - 1][0] == inner:
                continue
            reason = f"stands {times[inner]} times in the archive, so which one is meant cannot be told"
            yield Failure.of(full, InputError(full, reason))
        else:
            try:
                yield _read(archive, info, full, limits, budget)
            except GovdocsError as error:
                yield Failure.of(full, error)
                if isinstance(error, LimitError) and error.limit == "archive_bytes":
                    if rest := len(named) - number - 1:
                        yield Failure.of(
                            name, InputError(name, f"passes archive_bytes; {rest} more members were not read")
                        )
                    return


def _tidy(inner: str) -> str:
    if is_outside(inner):
        return inner
    return "/".join(part for part in inner.split("/") if part not in ("", "."))


def _read(archive: ZipFile, info: ZipInfo, name: str, limits: Limits, budget: Budget) -> Member:
    if info.flag_bits & 1:
        raise EncryptedError(name)
    if info.compress_type not in METHODS:
        raise InputError(name, f"is packed in a way govdocs does not read (method {info.compress_type})")
    if info.file_size > CHUNK and info.file_size > limits.archive_ratio * info.compress_size:
        raise LimitError(name, "archive_ratio", limits.archive_ratio, info.file_size / max(info.compress_size, 1))
    over = None
    size = info.file_size
    if size > limits.member_bytes:
        over, size = LimitError(name, "member_bytes", limits.member_bytes, size), HEAD
    if size > budget.left:
        raise LimitError(name, "archive_bytes", limits.archive_bytes)
    budget.left -= size
    try:
        with archive.open(info) as file:
            data = file.read(size)
            if over is None and len(data) < info.file_size:
                raise InputError(name, f"is damaged in its archive ({len(data)} of {info.file_size} bytes)")
    except FAULTS as error:
        raise InputError(name, f"is damaged in its archive ({_first_line(error)})") from error
    return Member(name=name, data=data, over=over)


def _overlapping(archive: ZipFile) -> ZipInfo | None:
    """Return the first member that uses the bytes of another or of the directory, as bombs do to unpack them twice."""
    end, last = 0, None
    for info in sorted(archive.infolist(), key=lambda info: (info.header_offset, info.compress_size)):
        if info.header_offset < end:
            return info
        last = info
        name = info.orig_filename.encode("utf-8" if info.flag_bits & 0x800 else "cp437", "replace")
        end = info.header_offset + LOCAL_HEADER + len(name) + info.compress_size
    return last if end > archive.start_dir else None


def _first_line(error: BaseException) -> str:
    text = " ".join(str(error).split())
    return text[:200] or type(error).__name__
