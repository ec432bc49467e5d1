"""Reads archives one document at a time, in the order of the input, and keeps account of what gave none."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future
from pathlib import Path
from typing import TypeVar

from attrs import define

from govdocs.archive.outcomes import Duplicate, Failure, LeftOut, Outcome, Unclaimed, Unknown
from govdocs.archive.sources import Began, Ended, Found, Item, find
from govdocs.archive.worker import Answer, Order, Settings, read_order
from govdocs.archive.workers import Workers
from govdocs.errors import GovdocsError, InputError, LimitError, UnknownFormatError
from govdocs.host import Host, Selection
from govdocs.limits import Limits
from govdocs.model import Document
from govdocs.pipeline import Reading, source_of
from govdocs.pipeline import read as read_here

__all__ = ["Archive", "read", "read_archive"]

AHEAD = 4
"""Sources for each worker that are taken up before the first of them is asked for, so that a slow one holds up none."""
AHEAD_BYTES = 64 * 1024 * 1024
"""Bytes of such sources."""


def _sendable(host: Host) -> Selection:
    """Return what another process needs to make the same host; raises `ValueError` where it cannot."""
    if host.selection is None:
        raise ValueError("plugins added by hand cannot be sent to worker processes; use jobs=0 to read in this one")
    return host.selection


T = TypeVar("T", bound=Outcome)


class Archive:
    """The documents of files, folders and zip archives, read as they are asked for.

    Iterate over it for the documents; what gave none gathers meanwhile in `failures`, `duplicates`, `unknown` and
    `left_out`. Each iteration reads anew. Use `results` to have documents and outcomes in one sequence.
    """

    def __init__(
        self,
        paths: Iterable[str | os.PathLike[str]],
        *,
        host: Host | None = None,
        limits: Limits | None = None,
        jobs: int = 1,
        strict: bool = False,
        leave_out: Iterable[str | os.PathLike[str]] = (),
    ) -> None:
        self._paths = [Path(path) for path in paths]
        self._host = host or Host.installed()
        self._limits = limits or Limits()
        self._jobs = jobs
        self._strict = strict
        self._leave_out = [Path(path) for path in leave_out]
        self._selection = self._host.selection
        self._outcomes: list[Outcome] = []
        if jobs < 0:
            raise ValueError("jobs is a number of worker processes, 0 for none")
        if jobs:
            _sendable(self._host)

    @property
    def failures(self) -> tuple[Failure, ...]:
        """Sources that should have been read and could not be."""
        return self._of(Failure)

    @property
    def duplicates(self) -> tuple[Duplicate, ...]:
        """Sources whose bytes had been read already."""
        return self._of(Duplicate)

    @property
    def unknown(self) -> tuple[Unknown, ...]:
        """Files in folders and archives that no plugin opens."""
        return self._of(Unknown)

    @property
    def left_out(self) -> tuple[LeftOut, ...]:
        """Hidden and temporary files, links, and what is no file."""
        return self._of(LeftOut)

    @property
    def unclaimed(self) -> tuple[Unclaimed, ...]:
        """Documents that were delivered though no reader knew anything in them."""
        return self._of(Unclaimed)

    def _of(self, kind: type[T]) -> tuple[T, ...]:
        return tuple(outcome for outcome in self._outcomes if isinstance(outcome, kind))

    def __iter__(self) -> Iterator[Document]:
        for result in self.results():
            if isinstance(result, Document):
                yield result

    def results(self) -> Iterator[Document | Outcome]:
        """Yield documents and outcomes in the order of the input; an `Unclaimed` follows its document."""
        for result in self._results(whole=False):
            yield result.document if isinstance(result, Reading) else result

    def readings(self) -> Iterator[Reading | Outcome]:
        """Yield readings, which hold layout and claims too, and outcomes in the order of the input."""
        for result in self._results(whole=True):
            if not isinstance(result, Document):
                yield result

    def _results(self, *, whole: bool) -> Iterator[Document | Reading | Outcome]:
        self._outcomes.clear()
        tally = _Tally()
        for item, answer in self._answers(whole=whole):
            for result in tally.told(item, answer):
                if isinstance(result, Outcome):
                    self._outcomes.append(result)
                yield result

    def _answers(self, *, whole: bool) -> Iterator[tuple[Item, Answer | None]]:
        items = find(self._paths, self._limits, self._leave_out)
        if self._jobs and self._selection is not None:
            settings = Settings(selection=self._selection, limits=self._limits, strict=self._strict, whole=whole)
            with Workers(self._jobs, settings) as workers:
                yield from _in_order(items, workers, self._jobs)
            return
        for item in items:
            yield item, self._read_here(item, whole=whole) if isinstance(item, Found) else None

    def _read_here(self, found: Found, *, whole: bool) -> Answer:
        try:
            order = Order(source=found.source, over=found.over)
            return read_order(order, self._host, limits=self._limits, strict=self._strict, whole=whole)
        except MemoryError:
            return LimitError(found.source.name, "memory_bytes", self._limits.memory_bytes)


def read(
    path: str | os.PathLike[str],
    *,
    host: Host | None = None,
    limits: Limits | None = None,
    jobs: int = 0,
    strict: bool = False,
) -> Document:
    """Read one file into a document.

    It is read in this process, which is quick to start and has no net: nothing stops a file that hangs. With `jobs=1`
    it is read in a worker process that is bound in time and memory. Raises `InputError` where the file gives nothing to
    go on with. A plugin that raises spoils its own part only and leaves a finding; with `strict` its `PluginError` is
    raised.
    """
    if not jobs:
        return read_here(path, host=host, limits=limits, strict=strict)
    host, limits = host or Host.installed(), limits or Limits()
    settings = Settings(selection=_sendable(host), limits=limits, strict=strict)
    with Workers(1, settings) as workers:
        answer = workers.read(Order(source=source_of(path, limits))).result()
    if isinstance(answer, GovdocsError):
        raise answer
    assert isinstance(answer, Document)  # it was not asked for a whole reading
    return answer


def read_archive(
    paths: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    host: Host | None = None,
    limits: Limits | None = None,
    jobs: int = 1,
    strict: bool = False,
) -> Archive:
    """Read the documents of files, folders and zip archives, one at a time as they are asked for.

    With `jobs` sources are read in that many worker processes, each bound in time and memory, and one that hangs or
    crashes is one failure; with `jobs=0` they are read in this process. A source that a plugin's fault has spoiled is
    delivered with a finding; with `strict` it is a failure.
    """
    return Archive(
        [paths] if isinstance(paths, str | os.PathLike) else paths, host=host, limits=limits, jobs=jobs, strict=strict
    )


def _in_order(items: Iterator[Item], workers: Workers, jobs: int) -> Iterator[tuple[Item, Answer | None]]:
    """Keep the workers busy, and give what they answer in the order of the items."""
    waiting: deque[tuple[Item, Future[Answer] | None]] = deque()
    size = 0
    for item in items:
        if isinstance(item, Found):
            waiting.append((item, workers.read(Order(source=item.source, over=item.over))))
            size += len(item.source.data)
        else:
            waiting.append((item, None))
        while waiting and (len(waiting) > AHEAD * jobs or size > AHEAD_BYTES or _is_done(waiting[0][1])):
            first, future = waiting.popleft()
            size -= len(first.source.data) if isinstance(first, Found) else 0
            yield first, future.result() if future else None
    while waiting:
        first, future = waiting.popleft()
        yield first, future.result() if future else None


def _is_done(future: Future[Answer] | None) -> bool:
    return future is None or future.done()


@define
class _Tally:
    """Tells what came of each item, and whether anything came of what the user named."""

    documents: int = 0
    others: int = 0
    unknown: int = 0

    def told(self, item: Item, answer: Answer | None) -> Iterator[Document | Reading | Outcome]:
        if isinstance(item, Began):
            self.documents = self.others = self.unknown = 0
        elif isinstance(item, Ended):
            if not self.documents and not self.others:
                yield Failure.of(item.name, InputError(item.name, self._nothing()))
        elif isinstance(item, Outcome):
            self.others += not isinstance(item, LeftOut)
            yield item
        elif isinstance(answer, UnknownFormatError) and not item.named:
            self.unknown += 1
            yield Unknown(name=item.label, reason="is of no known format")
        elif isinstance(answer, GovdocsError):
            self.others += 1
            yield Failure.of(item.label, answer)
        elif answer is not None:
            self.documents += 1
            yield answer
            document = answer.document if isinstance(answer, Reading) else answer
            if not any(part.reader for part in document.ledger.parts):
                yield Unclaimed(name=item.label, reason=_unclaimed(document), named=item.named)

    def _nothing(self) -> str:
        kinds = f" ({self.unknown} file{'s' * (self.unknown != 1)} of no known format)" if self.unknown else ""
        return f"holds no documents{kinds}"


def _unclaimed(document: Document) -> str:
    unread = len(document.ledger.unread)
    if not unread:
        return "holds no text"
    return f"holds nothing that a reader knows; its {unread} line{'s' * (unread != 1)} of text stand unread"
