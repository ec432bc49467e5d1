"""From what a user names to sources: folders are walked, archives opened, doubles and what is no document told."""

from __future__ import annotations

import io
import os
import stat
from collections.abc import Generator, Iterable, Iterator
from pathlib import Path
from typing import IO

from attrs import define, field, frozen

from govdocs.archive.naming import is_hidden, legible, order
from govdocs.archive.outcomes import Duplicate, Failure, LeftOut, Outcome
from govdocs.archive.zips import HEAD, MAGIC, Budget, Member, holds_documents, members, open_zip
from govdocs.errors import GovdocsError, InputError, LimitError
from govdocs.layout import Source
from govdocs.limits import Limits

__all__ = ["Began", "Ended", "Found", "find"]


@frozen(kw_only=True)
class Found:
    """A source to be read."""

    source: Source
    """Its bytes; the first of them only where it passes a bound."""
    named: bool = False
    """Whether the user named it, rather than the folder or archive it lies in."""
    over: LimitError | None = None
    """The bound it passes; it is only looked at to tell whether it is a document at all."""

    @property
    def label(self) -> str:
        """Name to tell it by: the path where the user named it."""
        return (self.source.path if self.named else None) or self.source.name


@frozen(kw_only=True)
class Began:
    """The beginning of a folder or archive that the user named."""


@frozen(kw_only=True)
class Ended:
    """The end of a folder or archive that the user named."""

    name: str
    """As in `Outcome.name`."""


Item = Found | Outcome | Began | Ended


def find(paths: Iterable[str | os.PathLike[str]], limits: Limits, leave_out: Iterable[Path] = ()) -> Iterator[Item]:
    """Yield the sources that paths lead to, in the order of the paths and then of the names, each content once."""
    seen: dict[bytes, str] = {}
    walk = _Walk(limits=limits, leave_out=frozenset(os.path.realpath(place) for place in leave_out))
    for path in paths:
        for item in walk.root(Path(path)):
            if not isinstance(item, Found) or item.over is not None:
                yield item
                continue
            digest = bytes.fromhex(item.source.sha256)
            if digest not in seen or not item.source.data:
                seen[digest] = item.label
                yield item
            else:
                first = seen[digest]
                yield Duplicate(name=item.label, reason=f"has the same content as {first}", same_as=first)


@define(kw_only=True)
class _Walk:
    limits: Limits
    leave_out: frozenset[str] = field(factory=frozenset)
    _left_names: frozenset[str] = field(init=False)

    @_left_names.default
    def _names(self) -> frozenset[str]:
        """Return the names of what is left out, since finding a file's real path costs more than reading it may."""
        return frozenset(os.path.basename(path) for path in self.leave_out)

    def root(self, path: Path) -> Iterator[Item]:
        """Walk what the user named; what is told of it itself is told of the path as it was given."""
        shown = legible((path if path.name not in ("", "..") else path.resolve()).name or str(path))
        for item in self._root(path, shown):
            if isinstance(item, Failure) and item.name == shown:
                yield Failure.of(legible(str(path)), item.error)
            elif isinstance(item, Ended):
                yield Ended(name=legible(str(path)))
            else:
                yield item

    def _root(self, path: Path, shown: str) -> Iterator[Item]:
        try:
            mode = path.stat().st_mode  # a link is followed here and nowhere else
        except (OSError, ValueError) as error:
            yield Failure.of(shown, _unreadable(shown, error))
            return
        if not stat.S_ISDIR(mode):
            yield from self._file(path, shown, mode, named=True)
            return
        yield Began()
        yield from self._folder(path, shown)
        yield Ended(name=shown)

    def _folder(self, root: Path, shown: str) -> Iterator[Item]:
        stack = [_entries(root, shown)]  # no recursion: folders may lie deeper than the interpreter's stack
        while stack:
            entry = next(stack[-1], None)
            if entry is None:
                stack.pop()
                continue
            if isinstance(entry, Outcome):
                yield entry
                continue
            place, name = entry
            try:
                mode = place.lstat().st_mode
            except OSError as error:
                yield Failure.of(name, _unreadable(name, error))
                continue
            if is_hidden(place.name):
                yield LeftOut(name=name, reason="is hidden or temporary")
            elif stat.S_ISLNK(mode):
                yield LeftOut(name=name, reason="is a link")
            elif place.name in self._left_names and os.path.realpath(place) in self.leave_out:
                yield LeftOut(name=name, reason="is a register of this run")
            elif stat.S_ISDIR(mode):
                stack.append(_entries(place, name))
            else:
                yield from self._file(place, name, mode, named=False)

    def _file(self, place: Path, name: str, mode: int, *, named: bool) -> Iterator[Item]:
        if not stat.S_ISREG(mode):  # a pipe or a device may never end
            reason = "is not a regular file"
            yield Failure.of(name, InputError(name, reason)) if named else LeftOut(name=name, reason=reason)
            return
        try:
            with place.open("rb") as file:
                if self._may_be_archive(file, name):
                    if named:
                        yield Began()
                    budget = Budget(self.limits.archive_bytes)
                    inside = yield from self._archive(file, name, budget, depth=1)
                    if inside:
                        if named:
                            yield Ended(name=name)
                        return
                file.seek(0)
                size = os.fstat(file.fileno()).st_size
                over = None
                if size > self.limits.source_bytes:
                    over = LimitError(name, "source_bytes", self.limits.source_bytes, size)
                data = file.read(HEAD if over else size)
        except OSError as error:
            yield Failure.of(name, _unreadable(name, error))
            return
        source = Source(name=name, path=legible(str(place)), data=data)
        yield Found(source=source, named=named, over=over)

    @staticmethod
    def _may_be_archive(file: IO[bytes], name: str) -> bool:
        """Look at the bytes first and at the name last."""
        head = file.read(len(MAGIC))
        return head == MAGIC or (bool(head) and name.lower().endswith(".zip"))

    def _archive(self, file: IO[bytes], name: str, budget: Budget, depth: int) -> Generator[Item, None, bool]:
        """Yield an archive's sources; the generator's value tells whether it was one."""
        try:
            archive = open_zip(file, name, self.limits)
        except GovdocsError as error:
            file.seek(0)
            if name.lower().endswith(".zip") and file.read(len(MAGIC)) == MAGIC:
                yield Failure.of(name, error)
                return True
            return False
        with archive:
            if not holds_documents(archive):
                return False
            if depth > self.limits.archive_depth:
                yield Failure.of(name, LimitError(name, "archive_depth", self.limits.archive_depth, depth))
                return True
            for member in members(archive, name, self.limits, budget):
                yield from self._member(member, budget, depth)
        return True

    def _member(self, member: Member | Outcome, budget: Budget, depth: int) -> Iterator[Item]:
        if isinstance(member, Outcome):
            yield member
            return
        if member.over is None:
            file = io.BytesIO(member.data)
            if self._may_be_archive(file, member.name):
                inside = yield from self._archive(file, member.name, budget, depth + 1)
                if inside:
                    return
        yield Found(source=Source(name=member.name, data=member.data), over=member.over)


def _entries(folder: Path, shown: str) -> Iterator[tuple[Path, str] | Outcome]:
    try:
        names = os.listdir(folder)
    except OSError as error:
        yield Failure.of(shown, _unreadable(shown, error))
        return
    for name in sorted(names, key=lambda name: order(legible(name))):
        yield folder / name, f"{shown}/{legible(name)}"


def _unreadable(name: str, error: OSError | ValueError) -> InputError:
    if isinstance(error, FileNotFoundError):
        return InputError(name, "does not exist")
    reason = error.strerror if isinstance(error, OSError) else None
    return InputError(name, f"cannot be read: {reason or error}")
