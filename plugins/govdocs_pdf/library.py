"""PDFium's functions with plain integers for handles: several times cheaper to call than the library's bindings."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw  # type: ignore[import-untyped]

__all__ = ["LOCK", "address", "bind"]

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
