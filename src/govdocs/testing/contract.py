"""Holds a plugin to its contract on real documents, and tells every breach by the name of its rule."""

from __future__ import annotations

import copy
import hashlib
import itertools
import os
import re
import tempfile
import unicodedata
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar

import attrs
from attrs import frozen

from govdocs.errors import GovdocsError, InputError, PluginError
from govdocs.host import Host
from govdocs.layout import Cell, Layout, Source, Table
from govdocs.limits import Limits
from govdocs.model import ActionPlan, Document, Finding, Meeting
from govdocs.parts import Claim, Part, settle
from govdocs.pipeline import open_layout, read_source, source_of
from govdocs.soundness import layout_fault, record_fault
from govdocs.targets import Target
from govdocs.testing.wording import unfounded

__all__ = ["RULES", "Breach", "check_layout", "check_plugin", "check_record"]

T = TypeVar("T")

RULES = MappingProxyType(
    {
        "sound": "answers what the hook asks for: the right types, lines and pages that the document has, no ids",
        "plain": "a line of a layout is one line: no white space at its ends, no control characters",
        "grid": "the cells of a table do not cover one another, and their lines know their cell",
        "calm": "bytes of another format are answered with None, broken ones of its own with an InputError",
        "founded": "the words of a record stand in the source, at the lines the record names",
        "unchanged": "what a hook is given is left as it was",
        "same": "the same document gives the same answer again",
        "answers": "the hook is there, and answers for the documents and targets it was tried on",
        "staging": "a register is written at `target.staging` and nowhere else, and is there after `close`",
    }
)
"""The rules that `check_plugin` holds a plugin to, by name."""

_CODE = re.compile(r"[A-Z]{2,}[0-9]+")
_STRANGE = (
    b"\x00" * 64,
    hashlib.sha512(b"govdocs").digest() * 8,
    b"%PDF-1.7\n1 0 obj\n<< /Type /Cat",
    b"PK\x03\x04\x14\x00" + b"\x00" * 40,
    b"<!doctype html><table><tr><td>",
    b"<?xml version='1.0'?><a>",
    b'{"a": [',
    "Møte\r\n\r\n\fSak 1\u2028".encode(),
    b"x" * 100_000,
)


@frozen(kw_only=True)
class Breach:
    """One place where a plugin breaks a rule of `RULES`."""

    rule: str
    """The rule's name."""
    place: str
    """Document and line, or target, where it was seen."""
    message: str
    """What was seen."""

    def __str__(self) -> str:
        return f"{self.place}: {self.message} [{self.rule}]"


def check_plugin(
    name: str,
    paths: Iterable[str | os.PathLike[str]] = (),
    *,
    targets: Iterable[str] = (),
    host: Host | None = None,
    limits: Limits | None = None,
) -> list[Breach]:
    """Try every hook of a plugin on documents and targets, and return each breach of `RULES`.

    Other plugins of the host open the documents that this one does not, and read those that are written to `targets`
    (names of files or folders, as in `govdocs convert -o`), which are made in a folder that is thrown away.
    """
    host = host or Host.installed()
    return list(_Trial(name, host.only(name), host, limits or Limits()).run([Path(p) for p in paths], list(targets)))


def check_layout(layout: Layout) -> list[Breach]:
    """Return where a layout is not what an opener shall give."""
    place = layout.source.name
    if fault := layout_fault(layout):
        return [Breach(rule="sound", place=place, message=fault)]
    return [*_lines(layout, place), *(b for table in layout.tables for b in _grid(table, place))]


def check_record(record: Meeting | ActionPlan, layout: Layout) -> list[Breach]:
    """Return where a record, as a reader gives it, says what its source does not."""
    if fault := record_fault(record, layout):
        return [Breach(rule="sound", place=layout.source.name, message=fault)]
    return [
        Breach(
            rule="founded",
            place=f"{layout.source.name} l.{item.record.span.first}-{item.record.span.last}",
            message=f"{type(item.record).__name__}.{item.field} {item.text!r} has {', '.join(item.words)}, which "
            + ("stands elsewhere in the document" if item.elsewhere else "the document does not have"),
        )
        for item in unfounded(record, layout)
    ]


def _lines(layout: Layout, place: str) -> Iterator[Breach]:
    for line in layout.flow:
        where = f"{place} l.{line.number}"
        odd = any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in line.text)
        if odd or line.text != line.text.strip():
            yield Breach(rule="plain", place=where, message=f"is {line.text!r}")
        if list(line.gaps) != sorted(set(line.gaps)) or any(not 0 < gap < len(line.text) for gap in line.gaps):
            yield Breach(rule="plain", place=where, message=f"has gaps {line.gaps} in {len(line.text)} characters")


def _grid(table: Table, place: str) -> Iterator[Breach]:
    taken: dict[tuple[int, int], Cell] = {}
    where = f"{place} table {table.number}"
    for number, row in enumerate(table.rows):
        for cell in row:
            if cell.row != number:
                yield Breach(rule="grid", place=where, message=f"row {number} holds a cell of row {cell.row}")
            if any(line.cell != (table.number, cell.row, cell.column) for line in cell.lines):
                yield Breach(rule="grid", place=where, message=f"cell {cell.row}, {cell.column} has lines of another")
            rows = range(cell.row, cell.row + cell.rowspan)
            for spot in itertools.product(rows, range(cell.column, cell.column + cell.colspan)):
                if taken.setdefault(spot, cell) is not cell:
                    yield Breach(rule="grid", place=where, message=f"two cells cover row {spot[0]}, column {spot[1]}")


class _Trial:
    """One plugin being tried."""

    def __init__(self, name: str, alone: Host, host: Host, limits: Limits) -> None:
        self._name = name
        self._alone = alone
        self._host = host
        self._limits = limits
        self._breaches: list[Breach] = []
        self._answered: set[str] = set()

    def run(self, paths: list[Path], targets: list[str]) -> list[Breach]:
        hooks = self._alone.hooks(self._name)
        documents = [document for path in paths if (document := self._document(path))]
        if "govdocs_open" in hooks:
            for data in _STRANGE:
                self._open(Source(name="strange", data=data))
        if "govdocs_write" in hooks:
            for target in targets:
                self._write(documents, target)
        for hook in hooks:
            tried = targets if hook == "govdocs_write" else paths
            if tried and hook not in self._answered and hook != "govdocs_check":
                self._tell("answers", self._name, f"{hook} answered for none of them")
        return self._breaches

    def _tell(self, rule: str, place: str, message: str) -> None:
        self._breaches.append(Breach(rule=rule, place=place, message=message))

    def _twice(self, place: str, hook: str, call: Callable[[], T], *given: object) -> T | None:
        """Call a hook twice; what it is given must stay as it was, and the answers must be equal."""
        before = copy.deepcopy(given)
        try:
            first = call()
            second = call()
        except PluginError as error:
            self._tell("sound", place, str(error))
            return None
        if given != before:
            self._tell("unchanged", place, f"{hook} changed what it was given")
        if first != second:
            self._tell("same", place, f"{hook} gave another answer the second time")
        if first:
            self._answered.add(hook)
        return first

    def _raise(self, error: PluginError) -> None:
        raise error

    def _open(self, source: Source) -> list[tuple[str, Layout]]:
        try:
            return self._twice(source.name, "govdocs_open", lambda: self._alone.open(source, self._limits)) or []
        except InputError:
            return []
        except (GovdocsError, MemoryError) as error:
            self._tell("calm", source.name, f"raised {type(error).__name__} on {source.data[:20]!r}: {error}")
            return []

    def _document(self, path: Path) -> Document | None:
        source = source_of(path, self._limits)
        for _, layout in self._open(source):
            self._breaches.extend(check_layout(layout))
            if layout.source != source:
                self._tell("unchanged", source.name, "govdocs_open answered with another source than it was given")
        try:
            layout = open_layout(source, self._host, self._limits, blame=lambda _: None)  # its own fault is told above
            self._read(layout)  # before anyone else has had it in hand
            reading = read_source(source, host=self._host, limits=self._limits)
        except (InputError, PluginError) as error:
            self._tell("answers", source.name, f"cannot be read: {error.reason}")
            return None
        document = attrs.evolve(reading.document, findings=())
        findings = self._checked(source.name, document, reading.layout)
        for finding in findings or ():
            if not _CODE.fullmatch(finding.code) or not finding.message or "\n" in finding.message:
                self._tell("sound", source.name, f"the finding {finding.code!r} says {finding.message!r}")
        return reading.document

    def _checked(self, place: str, document: Document, layout: Layout) -> list[Finding] | None:
        def check() -> list[Finding]:
            return self._alone.check(document, layout, self._raise)

        return self._twice(place, "govdocs_check", check, document, layout)

    def _read(self, layout: Layout) -> None:
        place = layout.source.name
        claims = self._twice(place, "govdocs_claim", lambda: self._alone.claim(layout, self._raise), layout)
        for claim, nested in _all_settled(claims or []):
            part = Part(layout=layout, claim=claim, without=tuple((inner.first, inner.last) for inner in nested))
            where = f"{place} l.{claim.first}-{claim.last}"
            record = self._twice(where, "govdocs_read", lambda part=part: self._alone.read(part), part)  # type: ignore[misc]
            if record is not None:
                self._breaches.extend(check_record(record, layout))

    def _write(self, documents: list[Document], text: str) -> None:
        hashes = []
        for _ in range(2):
            with tempfile.TemporaryDirectory() as folder:
                hashes.append(self._written(documents, text, Path(folder)))
        if hashes[0] != hashes[1]:
            self._tell("same", text, "the same documents gave other bytes the second time")

    def _written(self, documents: list[Document], text: str, folder: Path) -> dict[str, str]:
        target = Target.parse(text)
        target = attrs.evolve(target, path=folder / target.path)
        target.prepare()
        try:
            answers = self._alone.write(target)
            if not answers:
                return {}
            self._answered.add("govdocs_write")
            writer = answers[0][1]
            for document in documents:
                writer.write(document)
            writer.close()
        except Exception as error:  # whatever a writer raises is told, as the core would
            self._tell("sound", text, f"its writer raised {type(error).__name__}: {error}")
            return {}
        if not target.staging.exists():
            self._tell("staging", text, "nothing stands at target.staging after close")
        astray = [path.name for path in target.path.parent.iterdir() if path != target.staging]
        if astray:
            self._tell("staging", text, f"wrote {', '.join(sorted(astray))} beside target.staging")
        return {
            str(path.relative_to(folder)): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in sorted(folder.rglob("*"))
            if path.is_file()
        }


def _all_settled(claims: list[Claim]) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    for claim, nested in settle(claims):
        yield claim, nested
        for inner in nested:
            yield inner, ()
