"""Two paths that change places in one step, so that there is no moment at which either is missing."""

from __future__ import annotations

import os
import sys
from pathlib import Path

__all__ = ["swap"]

_HERE = -100
"""What Linux calls AT_FDCWD: paths are taken from the working folder."""
_SWAP = 2
"""RENAME_EXCHANGE on Linux, RENAME_SWAP on macOS."""


def swap(one: Path, other: Path) -> bool:
    """Let two paths change places; `False`, and nothing done, where the system or the disk cannot do it in one step."""
    try:
        return _call(os.fsencode(one), os.fsencode(other)) == 0
    except (AttributeError, OSError, TypeError, ValueError):
        return False


def _call(one: bytes, other: bytes) -> int:
    import ctypes  # here, since it takes long and only a folder that stands already needs it

    library, flags = ctypes.CDLL(None), ctypes.c_uint(_SWAP)
    here, names = ctypes.c_int(_HERE), (ctypes.c_char_p(one), ctypes.c_char_p(other))
    if sys.platform.startswith("linux"):
        return int(library.renameat2(here, names[0], here, names[1], flags))
    return int(library.renamex_np(*names, flags))
