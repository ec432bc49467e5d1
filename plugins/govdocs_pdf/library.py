"""PDFium's functions with plain integers for handles: several times cheaper to call than the library's bindings."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

__all__ = ["LOCK", "Numbers", "address", "bind"]

LOCK = threading.RLock()
"""PDFium is not thread-safe: every use of it in this process waits for this lock."""


def bind(name: str, result: Any, *arguments: Any) -> Callable[..., Any]:
    """Return a function of the library by name, with its types."""
    place = ctypes.cast(getattr(raw, name), ctypes.c_void_p).value
    assert place is not None  # the library has been loaded, and the name is one of its own
    return ctypes.CFUNCTYPE(result, *arguments)(place)


def address(handle: Any) -> int:
    """Return the address behind one of the bindings' handles."""
    return ctypes.cast(handle, ctypes.c_void_p).value or 0


class Numbers:
    """Room for what the library writes back."""

    def __init__(self) -> None:
        self.floats = (ctypes.c_float * 6)()
        self.at = tuple(ctypes.addressof(self.floats) + 4 * n for n in range(6))
        self.doubles = (ctypes.c_double * 4)()
        self.double_at = tuple(ctypes.addressof(self.doubles) + 8 * n for n in range(4))
        self.ints = (ctypes.c_int * 2)()
        self.int_at = tuple(ctypes.addressof(self.ints) + 4 * n for n in range(2))
        self.name = ctypes.create_string_buffer(256)
        self.name_at = ctypes.addressof(self.name)
