"""Writes the folder: a file a meeting, a manifest of them, and the table of what eInnsyn has no home for."""

from __future__ import annotations

import json
import re
from typing import Any

from govdocs import Document, Meeting, Target, TargetError
from govdocs.escaping import storable
from govdocs.exchange import Unmapped, identified, summed
from govdocs_einnsyn.meetings import folder_of
from govdocs_einnsyn.wording import REASONS

__all__ = ["EinnsynWriter"]

DECISIONS_AS = ("annet", "politisk")
"""What a case for decision may be called; state bodies have no political cases, Digdir's own examples call all so."""


class EinnsynWriter:
    """Takes documents one at a time."""

    def __init__(self, target: Target) -> None:
        self._base_url = target.options.get("base_url")
        self._decisions_as = target.options.get("decisions_as", DECISIONS_AS[0])
        if self._decisions_as not in DECISIONS_AS:
            raise TargetError(
                str(target.path), f"has no decisions_as {self._decisions_as!r}; there are annet, politisk"
            )
        self._folder = target.staging
        self._folder.mkdir()
        self._unmapped = Unmapped(self._folder, target.language)
        self._seen: set[str] = set()
        self._files: list[dict[str, Any]] = []

    def write(self, document: Document) -> None:
        """Take one document."""
        key = document.source.sha256
        if key in self._seen:
            self._unmapped.tell(document.source.name, key[:8], "sha256", REASONS["same"])
            return
        self._seen.add(key)
        document = identified(document)
        for meeting in document.meetings:
            self._meeting(meeting, document)
        for plan in document.plans:
            self._unmapped.tell(document.source.name, plan.id, "plans", REASONS["no_home"])
        self._unmapped.remains(document)

    def close(self) -> None:
        """Finish the folder."""
        self._unmapped.close()
        told = summed(self._folder / "unmapped.csv")
        self._write("manifest.json", {"schema": "Moetemappe.MoetemappeCreate", "files": self._files, "unmapped": told})

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._unmapped.close()

    def _meeting(self, meeting: Meeting, document: Document) -> None:
        for name, reason in (("date", "no_date"), ("body", "no_body")):
            if not getattr(meeting, name):
                self._unmapped.tell(document.source.name, meeting.id, name, REASONS[reason])
                return
        words = re.sub(r"\W+", "-", storable(meeting.body or "").lower()).strip("-")[:40]
        name = f"{len(self._files) + 1:05}_{meeting.date}_{words}.json"

        def tell(record: str, field: str, reason: str) -> None:
            self._unmapped.tell(name, record, field, REASONS[reason])

        folder = folder_of(meeting, document, tell, base_url=self._base_url, decisions_as=self._decisions_as)
        self._write(name, folder)
        self._files.append({**summed(self._folder / name), "externalId": meeting.id})

    def _write(self, name: str, content: dict[str, Any]) -> None:
        data = (json.dumps(_storable(content), ensure_ascii=False, indent=2) + "\n").encode()
        (self._folder / name).write_bytes(data)


def _storable(value: Any) -> Any:
    if isinstance(value, str):
        return storable(value)
    if isinstance(value, dict):
        return {key: _storable(item) for key, item in value.items()}
    return [_storable(item) for item in value] if isinstance(value, list) else value
