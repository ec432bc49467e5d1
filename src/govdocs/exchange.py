"""What registers for other systems share: lasting identifiers, Norwegian time, the list of what has no home there."""

from __future__ import annotations

import csv
import hashlib
import uuid
from datetime import date, datetime, time, timedelta, timezone
from pathlib import Path
from types import TracebackType
from typing import Any

from govdocs.escaping import storable
from govdocs.join import identify
from govdocs.model import Document
from govdocs.tables import Words

__all__ = ["Unmapped", "identified", "oslo", "summed", "uuid_of"]

_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, "urn:govdocs")
_HEAD = {
    "file": Words("fil", "fil", "file"),
    "record": Words("post", "post", "record"),
    "field": Words("felt", "felt", "field"),
    "reason": Words("hva_som_mangler", "kva_som_manglar", "what_is_missing"),
}
_NOWHERE = {
    "unread": Words(
        "{} tekstlinjer i kilden er ikke tatt opp i noen post, og er ikke med her.",
        "{} tekstliner i kjelda er ikkje tekne opp i nokon post, og er ikkje med her.",
        "{} text lines of the source are in no record, and not here.",
    ),
    "findings": Words(
        "{} merknader til lesingen er ikke med her.",
        "{} merknader til lesinga er ikkje med her.",
        "{} findings on the reading are not here.",
    ),
}
"""What no other system has a place for: what was not read, and what a person should look at."""


def identified(document: Document) -> Document:
    """Return the document with an id for every record, as the core gives them; one built by hand may have none."""
    if all(record.id for record in document.records()):
        return document
    return identify(document, [*document.meetings, *document.plans])[0]


def uuid_of(identity: str) -> str:
    """Return the UUID of a record: the same for the same id, on every machine and day."""
    return str(uuid.uuid5(_NAMESPACE, storable(identity)))


def summed(path: Path) -> dict[str, Any]:
    """Return a file's name, size and SHA-256, for a manifest."""
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    return {"name": path.name, "bytes": path.stat().st_size, "sha256": digest}


def oslo(day: date, clock: time | None = None) -> datetime:
    """Return a moment of Norwegian time with its offset; midnight where no time is given.

    Summer time as Norway has kept it since 1980, so that the answer does not hang on the machine's table of time zones.
    """
    moment = datetime.combine(day, clock or time())
    return moment.replace(tzinfo=timezone(timedelta(hours=2 if _summer(moment) else 1)))


def _summer(moment: datetime) -> bool:
    if moment.year < 1980:
        return False
    start = datetime(1980, 4, 6, 2) if moment.year == 1980 else _last_sunday(moment.year, 3).replace(hour=2)
    end = _last_sunday(moment.year, 10 if moment.year >= 1996 else 9).replace(hour=3)
    return start <= moment < end


def _last_sunday(year: int, month: int) -> datetime:
    last = datetime(year, month + 1, 1) - timedelta(days=1)
    return last - timedelta(days=(last.weekday() + 1) % 7)


class Unmapped:
    """A table, `unmapped.csv`, of what a format has no home for, so that nothing is left out in silence."""

    def __init__(self, folder: Path, language: str) -> None:
        self._language = language
        self._file = (folder / "unmapped.csv").open("w", encoding="utf-8", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")
        self._writer.writerow([words.said(language) for words in _HEAD.values()])

    def tell(self, file: str, record: str, field: str, reason: Words) -> None:
        """Say of a field of a record why it is not there, or not as it was."""
        self._writer.writerow([storable(each) for each in (file, record, field, reason.said(self._language))])

    def remains(self, document: Document) -> None:
        """Say of a document how much of it no other system has a place for."""
        counts = {"unread": len(document.ledger.unread), "findings": len(document.findings)}
        for field, count in counts.items():
            if count:
                reason = _NOWHERE[field]
                words = Words(*(text.format(count) for text in (reason.nb, reason.nn, reason.en)))
                self.tell(document.source.name, document.source.sha256[:8], field, words)

    def close(self) -> None:
        """Finish the table."""
        self._file.close()

    def __enter__(self) -> Unmapped:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
