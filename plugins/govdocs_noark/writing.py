"""Writes the folder: the meetings to a temporary file as they come, the archive around them at the end."""

from __future__ import annotations

import hashlib
import json
import shutil
from contextlib import ExitStack
from datetime import date
from tempfile import TemporaryFile

from lxml import etree

from govdocs import Document, Meeting, Target
from govdocs.exchange import Unmapped, identified, oslo, summed, uuid_of
from govdocs_noark.elements import NOARK, OWN, XSI, add
from govdocs_noark.meetings import MAKER, folder_of
from govdocs_noark.wording import REASONS

__all__ = ["NoarkWriter"]

NOWHEN = "0001-01-01T00:00:00Z"
"""Stands for a date that the standard asks for where there is nothing to date."""


class NoarkWriter:
    """Takes documents one at a time."""

    def __init__(self, target: Target) -> None:
        self._folder = target.staging
        self._folder.mkdir()
        self._title = target.options.get("title", "Møter")
        self._open = ExitStack()
        self._unmapped = self._open.enter_context(Unmapped(self._folder, target.language))
        spool = TemporaryFile(dir=self._folder)  # noqa: SIM115  # closed with the others, when the writer is
        self._spool = self._open.enter_context(spool)
        self._seen: dict[str, None] = {}
        self._bodies: set[str] = set()
        self._first, self._last = date.max, date.min

    def write(self, document: Document) -> None:
        """Take one document."""
        key = document.source.sha256
        if key in self._seen:
            self._unmapped.tell(document.source.name, key[:8], "sha256", REASONS["same"])
            return
        self._seen[key] = None
        document = identified(document)
        for meeting in document.meetings:
            self._meeting(meeting, document)
        for plan in document.plans:
            self._unmapped.tell(document.source.name, plan.id, "plans", REASONS["no_home"])
        self._unmapped.remains(document)

    def close(self) -> None:
        """Write the archive around the meetings."""
        self._unmapped.tell("arkivstruktur.xml", "arkiv", "arkivskaperID", REASONS["creator"])
        if not self._bodies:
            self._unmapped.tell("arkivstruktur.xml", "arkiv", "opprettetDato", REASONS["empty"])
        whole = etree.tostring(self._archive(), encoding="unicode", pretty_print=True)
        head, _, tail = whole.partition("<!--mapper-->")
        with (self._folder / "arkivstruktur.xml").open("wb") as file:
            file.write(b'<?xml version="1.0" encoding="UTF-8"?>\n' + head.encode())
            self._spool.seek(0)
            shutil.copyfileobj(self._spool, file)
            file.write(tail.encode())
        self._open.close()
        files = [summed(self._folder / name) for name in ("arkivstruktur.xml", "unmapped.csv")]
        text = json.dumps({"schema": "arkivstruktur.xsd", "files": files}, ensure_ascii=False, indent=2) + "\n"
        (self._folder / "manifest.json").write_text(text, encoding="utf-8", newline="\n")

    def abandon(self) -> None:
        """Close what is open; the register is given up."""
        self._open.close()

    def _meeting(self, meeting: Meeting, document: Document) -> None:
        for name, reason in (("date", "no_date"), ("body", "no_body")):
            if not getattr(meeting, name):
                self._unmapped.tell(document.source.name, meeting.id, name, REASONS[reason])
                return

        def tell(record: str, field: str, reason: str) -> None:
            self._unmapped.tell("arkivstruktur.xml", record, field, REASONS[reason])

        assert meeting.date is not None
        assert meeting.body is not None
        self._bodies.add(meeting.body)
        self._first, self._last = min(self._first, meeting.date), max(self._last, meeting.date)
        self._spool.write(etree.tostring(folder_of(meeting, document, tell), encoding="utf-8", pretty_print=True))

    def _archive(self) -> etree._Element:
        key = hashlib.sha256("".join(self._seen).encode()).hexdigest()
        names = {None: NOARK, "xsi": XSI, "g": OWN}
        archive = etree.Element(f"{{{NOARK}}}arkiv", nsmap=names)  # type: ignore[arg-type]
        self._head(archive, f"arkiv/{key}")
        for body in sorted(self._bodies) or ["Ukjent"]:
            creator = add(archive, "arkivskaper")
            add(creator, "arkivskaperID", body)
            add(creator, "arkivskaperNavn", body)
        part = add(archive, "arkivdel")
        self._head(part, f"arkivdel/{key}")
        part.append(etree.Comment("mapper"))
        return archive

    def _head(self, element: etree._Element, identity: str) -> None:
        add(element, "systemID", uuid_of(identity))
        add(element, "tittel", self._title)
        if element.tag == f"{{{NOARK}}}arkivdel":
            add(element, "arkivdelstatus", "Avsluttet periode")
        moments = [oslo(day).isoformat() for day in (self._first, self._last)] if self._bodies else [NOWHEN] * 2
        for deed, moment in zip(("opprettet", "avsluttet"), moments, strict=True):
            add(element, f"{deed}Dato", moment)
            add(element, f"{deed}Av", MAKER)
