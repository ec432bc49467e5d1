"""The official schemas that registers are held to, where the one who runs the tests has them at hand."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

__all__ = ["official"]


def official(name: str) -> Path:
    """Return one of the schema files in the folder that `GOVDOCS_SCHEMAS` names; skips the test where there is none."""
    folder = os.environ.get("GOVDOCS_SCHEMAS")
    if not folder:
        pytest.skip("GOVDOCS_SCHEMAS does not name a folder with the official schemas")
    path = Path(folder, name)
    assert path.is_file(), f"GOVDOCS_SCHEMAS has no {name}"
    return path
