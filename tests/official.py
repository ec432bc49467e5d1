"""The official schemas that registers are held to, where they lie beside the checkout or where the environment says."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

__all__ = ["official"]

BESIDE = Path(__file__).parents[2] / "shared" / "schemas"


def official(name: str) -> Path:
    """Return one of the schema files of `../shared/schemas`, or of the folder that `GOVDOCS_SCHEMAS` names.

    Skips the test, and says so, where there is neither.
    """
    named = os.environ.get("GOVDOCS_SCHEMAS")
    folder = Path(named) if named else BESIDE
    if not named and not folder.is_dir():
        pytest.skip("the official schemas are not beside this checkout (../shared/schemas, or GOVDOCS_SCHEMAS)")
    path = folder / name
    assert path.is_file(), f"{folder} has no {name}"
    return path
