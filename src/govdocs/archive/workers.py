"""Reads sources in child processes that can be killed, so that native code that hangs or crashes costs one source.

Why not a library. What is asked is a deadline that holds against native code, the reason of a death, a bound on memory
and a pool that goes on. `concurrent.futures` and loky lose what runs beside a crash; pebble is not under a permissive
licence; deadpool counts its seconds on a thread inside the worker, which a long regular expression keeps from running;
anyio kills from outside and goes on, but does not say what a worker died of, never renews one, and like billiard and
`multiprocessing` runs the caller's main module again in each. So the pool is the standard library's thread pool, and
each of its threads owns one child.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import IO, Self, cast

from govdocs.archive.worker import Answer, Doing, Order, Settings
from govdocs.errors import GovdocsError, InputError, LimitError

__all__ = ["Workers"]

START = """
import os, pickle, sys
orders = os.fdopen(os.dup(0), "rb")
sys.path[:] = pickle.load(orders)
try:
    from govdocs.archive.worker import serve
except Exception as error:
    os.write(1, pickle.dumps(f"{type(error).__name__}: {error}"))
    raise
serve(orders)
"""
START_SECONDS = 60
"""Within which a worker has to load its plugins."""
RENEWED_AFTER = 250
"""Sources after which a worker is replaced, so that what native code leaks does not add up over an archive."""


class Workers:
    """A number of child processes, started as they are needed."""

    def __init__(self, jobs: int, settings: Settings) -> None:
        self._settings = settings
        self._threads = ThreadPoolExecutor(jobs, thread_name_prefix="govdocs")
        self._mine = threading.local()
        self._all: set[_Child] = set()
        self._closed = False

    def read(self, order: Order) -> Future[Answer]:
        """Have a source read; the future holds a document, or the fault as a value."""
        return self._threads.submit(self._read, order)

    def _read(self, order: Order) -> Answer:
        child = self._child()
        answer = child.read(order)
        if answer is None and child.orders > 1:
            # The child may have died of what an earlier source left behind: a fresh one tells whose fault it is.
            child = self._child()
            answer = child.read(order)
        if answer is None:
            where = f" in plugin {child.hook}" if child.hook else ""
            return InputError(order.source.name, f"killed the process that read it, which {child.death}{where}")
        return answer

    def _child(self) -> _Child:
        child: _Child | None = getattr(self._mine, "child", None)
        if child is None or not child.fit:
            if child is not None:
                child.end()
                self._all.discard(child)
            child = self._mine.child = _Child(self._settings)
            self._all.add(child)
            if self._closed:  # from here on nobody else would
                child.kill()
            child.start(self._settings)
        return child

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        """Kill what still runs and wait until it is gone."""
        self._closed = True
        self._threads.shutdown(wait=False, cancel_futures=True)
        for child in list(self._all):
            child.kill()
        self._threads.shutdown(wait=True)
        for child in list(self._all):
            child.end()


class _Child:
    """One child process, and the clock that runs while it works."""

    def __init__(self, settings: Settings) -> None:
        self._limits = settings.limits
        self._late = False
        self._spent = False
        self.orders = 0
        self.hook: str | None = None
        self._process = subprocess.Popen(
            # -P: a hostile archive may hold a pickle.py, and the user may stand in its folder
            [sys.executable, "-P", "-c", START],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # Ctrl-C is the parent's to handle; and what a child starts dies with it
        )

    def start(self, settings: Settings) -> None:
        """Hand over the settings; raises the fault that keeps the child from loading its plugins."""
        try:
            with _Clock(START_SECONDS, self._too_late):
                self._send([entry for entry in sys.path if isinstance(entry, str)])
                self._send(settings)
                fault = self._receive()
        except (EOFError, OSError, pickle.UnpicklingError) as error:
            reason = f"took longer than {START_SECONDS:g} seconds" if self._late else self.death
            raise GovdocsError(f"no worker process could be started: it {reason}") from error
        if isinstance(fault, GovdocsError):
            raise fault
        if fault is not None:
            raise GovdocsError(f"no worker process could be started: {fault}")

    def read(self, order: Order) -> Answer | None:
        """Have the child read a source; `None` where the child died."""
        self.orders += 1
        self.hook = None
        name = order.source.name
        try:
            with _Clock(self._limits.seconds, self._too_late):
                with contextlib.suppress(BrokenPipeError):  # it may have answered before it ended
                    self._send(order)
                while isinstance(answer := self._receive(), Doing):
                    self.hook = answer.hook
        except (EOFError, OSError, pickle.UnpicklingError):
            self.kill()
            self._spent = True
            return LimitError(name, "seconds", self._limits.seconds, where=self.hook) if self._late else None
        if isinstance(answer, MemoryError):
            self._spent = True  # it is about to end by itself
            return LimitError(name, "memory_bytes", self._limits.memory_bytes)
        return cast(Answer, answer)

    @property
    def fit(self) -> bool:
        """Whether it can take another source."""
        return self._process.poll() is None and not self._late and not self._spent and self.orders < RENEWED_AFTER

    def kill(self) -> None:
        """Kill the child and all that it started."""
        if self._process.returncode is not None:  # taken leave of: the number may be another's by now
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            if hasattr(os, "killpg"):
                os.killpg(self._process.pid, signal.SIGKILL)
            else:
                self._process.kill()

    def end(self) -> None:
        """Kill the child and take leave of it."""
        self.kill()
        self._process.wait()
        for stream in (self._process.stdin, self._process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()

    def _too_late(self) -> None:
        self._late = True
        self.kill()

    @property
    def death(self) -> str:
        """What the child died of."""
        status = self._process.wait()
        if status < 0:
            try:
                return f"died of {signal.Signals(-status).name}"
            except ValueError:
                return f"died of signal {-status}"
        return f"ended with status {status}"

    def _send(self, message: object) -> None:
        stream = self._stream(self._process.stdin)
        pickle.dump(message, stream, pickle.HIGHEST_PROTOCOL)
        stream.flush()

    def _receive(self) -> object:
        return pickle.load(self._stream(self._process.stdout))

    @staticmethod
    def _stream(stream: IO[bytes] | None) -> IO[bytes]:
        assert stream is not None  # both were asked for
        return stream


class _Clock:
    """Calls a function unless the block it guards is done in time."""

    def __init__(self, seconds: float, late: Callable[[], None]) -> None:
        self._timer = threading.Timer(min(seconds, threading.TIMEOUT_MAX), late)
        self._timer.daemon = True

    def __enter__(self) -> None:
        self._timer.start()

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self._timer.join()  # so that a clock that has struck has struck before anyone looks
