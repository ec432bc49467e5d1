"""The child process that reads sources: takes one at a time from its parent, answers with what came of it.

Started and fed by `govdocs.archive.workers`. Messages are pickles over the standard streams.
"""

from __future__ import annotations

import os
import pickle
from typing import IO

from attrs import frozen

from govdocs.errors import GovdocsError, InputError, LimitError, UnknownFormatError
from govdocs.host import Host, Selection
from govdocs.layout import Source
from govdocs.limits import Limits
from govdocs.model import Document
from govdocs.pipeline import Reading, read_source

__all__ = ["Doing", "Order", "Settings", "read_order", "serve"]

OUT_OF_MEMORY = pickle.dumps(MemoryError())
"""Made beforehand, since there is no memory to make it in when it is needed."""
LARGEST = 2**62
"""Beyond what a system call takes: no bound at all."""
GRACE = 60
"""Seconds of processor time beyond the bound after which a worker whose parent is gone ends by itself."""


@frozen(kw_only=True)
class Settings:
    """What a worker is told once."""

    selection: Selection
    """Plugins to load."""
    limits: Limits
    """Bounds to keep."""
    strict: bool = False
    """Whether a fault of a plugin fails the source."""
    whole: bool = False
    """Whether to answer with readings rather than documents."""


@frozen(kw_only=True)
class Order:
    """One source to be read."""

    source: Source
    """Its bytes."""
    over: LimitError | None = None
    """The bound it passes: only tell whether any plugin would open it."""


@frozen
class Doing:
    """What the worker is at, told before and after each hook."""

    hook: str | None
    """`plugin.hook`; `None` between hooks."""


Answer = Document | Reading | GovdocsError


def read_order(order: Order, host: Host, *, limits: Limits, strict: bool, whole: bool) -> Answer:
    """Read one source; a fault of the source or of a plugin is an answer, and only `MemoryError` is raised."""
    try:
        if order.over is not None:
            return _fault_of_large(order.source, order.over, host, limits)
        reading = read_source(order.source, host=host, limits=limits, strict=strict)
        return reading if whole else reading.document
    except GovdocsError as error:
        return error
    except MemoryError:
        raise
    except (Exception, SystemExit) as error:
        # Plugins are answered for by the host; this is a defect of govdocs, and the other sources are still whole.
        return InputError(order.source.name, f"made govdocs fail: {type(error).__name__}: {error}")


def _fault_of_large(head: Source, over: LimitError, host: Host, limits: Limits) -> GovdocsError:
    try:
        known = bool(host.open(head, limits))
    except GovdocsError:
        known = True  # a plugin knew the format well enough to find fault with half a file
    return over if known else UnknownFormatError(head.name)


def serve(orders: IO[bytes]) -> None:
    """Take settings, then sources, until the parent closes the stream."""
    answers = _take_streams()
    settings: Settings = pickle.load(orders)
    _bound_memory(settings.limits.memory_bytes)
    try:
        host = Host.installed(without=settings.selection.without, files=settings.selection.files)
    except GovdocsError as error:
        _send(answers, pickle.dumps(error))
        return
    except (Exception, SystemExit) as error:
        _send(answers, pickle.dumps(f"{type(error).__name__} {error}".rstrip()))
        return
    _send(answers, pickle.dumps(None))
    host.watch(lambda hook: _send(answers, pickle.dumps(Doing(hook))))
    try:
        while True:
            order: Order = pickle.load(orders)
            _bound_processor(settings.limits.seconds)
            answer = read_order(order, host, limits=settings.limits, strict=settings.strict, whole=settings.whole)
            _send(answers, _packed(order.source.name, answer))
    except EOFError:
        return
    except MemoryError:
        _send(answers, OUT_OF_MEMORY)  # and end: what is left of this process's memory is of no use


def _packed(name: str, answer: Answer) -> bytes:
    try:
        return pickle.dumps(answer, pickle.HIGHEST_PROTOCOL)
    except (RecursionError, pickle.PicklingError, TypeError, AttributeError) as error:
        reason = f"gave records that cannot be handed on: {type(error).__name__}: {error}"
        return pickle.dumps(InputError(name, reason))


def _send(stream: IO[bytes], message: bytes) -> None:
    stream.write(message)
    stream.flush()


def _take_streams() -> IO[bytes]:
    """Keep the stream of answers for the answers; what native code or a plugin prints or asks for goes nowhere."""
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for descriptor in (0, 1, 2):
        os.dup2(nowhere, descriptor)
    return answers


def _bound_memory(size: float) -> None:
    try:
        import resource
    except ImportError:  # not on Windows, where only the bounds of the formats hold
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    resource.setrlimit(resource.RLIMIT_AS, (_lowest(size, hard, resource.RLIM_INFINITY), hard))


def _bound_processor(seconds: float) -> None:
    try:
        import resource
    except ImportError:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    bound = used.ru_utime + used.ru_stime + seconds + GRACE
    resource.setrlimit(resource.RLIMIT_CPU, (_lowest(bound, hard, resource.RLIM_INFINITY), hard))


def _lowest(bound: float, hard: int, none: int) -> int:
    if bound >= LARGEST:
        return hard
    return int(bound) if hard == none else min(int(bound), hard)
