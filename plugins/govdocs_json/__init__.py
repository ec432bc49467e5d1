"""Writes documents whole, as JSON Lines (`.jsonl`) or as one JSON array (`.json`)."""

from __future__ import annotations

from govdocs import Target, hookimpl
from govdocs.hookspecs import Writer

GOVDOCS_API = 1


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    """Write `.jsonl`, `.ndjson` and `.json`."""
    if not target.is_for("json", ".jsonl", ".ndjson", ".json"):
        return None
    from govdocs_json.writing import JsonWriter

    return JsonWriter(target)
