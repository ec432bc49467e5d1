"""From sources to registers in one pass, with an account of all that was read, written and left."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from attrs import define, field, frozen

from govdocs.archive import Archive, Duplicate, Failure, LeftOut, Outcome, Unclaimed, Unknown
from govdocs.errors import GovdocsError, TargetError
from govdocs.hookspecs import Writer
from govdocs.host import Host
from govdocs.limits import Limits
from govdocs.model import DecisionKind, Document
from govdocs.pipeline import give_up, open_writers
from govdocs.targets import Target

__all__ = ["Lost", "Spoiled", "Summary", "convert"]

FAULT = "GD901"
"""Code of the finding that a plugin failed."""


@frozen(kw_only=True)
class Lost(Outcome):
    """A register that could not be written; an older one in its place stays as it was."""


@frozen(kw_only=True)
class Spoiled(Outcome):
    """A document that was delivered without what a failing plugin should have read."""


@frozen(kw_only=True)
class Summary:
    """What a conversion came to."""

    documents: int = 0
    """Documents that were read."""
    meetings: int = 0
    """Meetings in them."""
    cases: int = 0
    """Cases, sub-cases included."""
    decisions: int = 0
    """Decisions that were made."""
    proposals: int = 0
    """Decisions that were put forward."""
    plans: int = 0
    """Plans."""
    actions: int = 0
    """Measures of the plans."""
    findings: int = 0
    """Findings."""
    written: tuple[Target, ...] = ()
    """Registers that stand in their places."""
    lost: tuple[Lost, ...] = ()
    """Registers that could not be written."""
    failures: tuple[Failure, ...] = ()
    """Sources that could not be read."""
    spoiled: tuple[Spoiled, ...] = ()
    """Documents that a plugin's fault left incomplete."""
    unclaimed: tuple[Unclaimed, ...] = ()
    """Documents in which no reader knew anything."""
    duplicates: tuple[Duplicate, ...] = ()
    """Sources whose bytes had been read already."""
    unknown: tuple[Unknown, ...] = ()
    """Files in folders and archives that no plugin opens."""
    left_out: tuple[LeftOut, ...] = ()
    """Hidden and temporary files, links, and what is no file."""

    @property
    def ok(self) -> bool:
        """Whether all that the user named was read and all registers were written."""
        return not (self.failures or self.lost or self.spoiled or any(item.named for item in self.unclaimed))


def convert(
    sources: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    targets: Target | str | os.PathLike[str] | Iterable[Target | str | os.PathLike[str]],
    *,
    host: Host | None = None,
    limits: Limits | None = None,
    jobs: int = 1,
    strict: bool = False,
    language: str = "nb",
    options: Mapping[str, str] | None = None,
    tell: Callable[[Document | Outcome], None] | None = None,
) -> Summary:
    """Read files, folders and zip archives, and write registers of them, all in one pass.

    Suffixes choose the format, names overrule (`csv:tables/`). A register is put in its place when it is whole. `tell`
    is called with each document and each outcome as they come. Raises `TargetError` where no writer knows a format.
    """
    host = host or Host.installed()
    paths = [Path(p) for p in ([sources] if isinstance(sources, str | os.PathLike) else sources)]
    wanted = [targets] if isinstance(targets, Target | str | os.PathLike) else targets
    parsed = [t if isinstance(t, Target) else Target.parse(t, language=language, options=options) for t in wanted]
    _check_places(parsed, paths)
    archive = Archive(
        paths, host=host, limits=limits, jobs=jobs, strict=strict, leave_out=[target.path for target in parsed]
    )
    conversion = _Conversion(tell=tell or (lambda _: None))
    try:
        conversion.open(parsed, host)
        for result in archive.results() if conversion.registers else ():
            conversion.take(result)
            if not conversion.registers:
                break
        conversion.close()
    except BaseException:
        conversion.discard()
        raise
    return conversion.summary(archive)


def _check_places(targets: list[Target], sources: list[Path]) -> None:
    taken = {os.path.realpath(path) for path in sources}
    for target in targets:
        target.check()
        place = os.path.realpath(target.path)
        if place in taken:
            raise TargetError(str(target.path), "is a source or another target too")
        taken.add(place)


@define(kw_only=True)
class _Conversion:
    """Registers that are being written, and the account of it."""

    tell: Callable[[Document | Outcome], None]
    registers: list[tuple[Target, Writer]] = field(factory=list)
    written: list[Target] = field(factory=list)
    lost: list[Lost] = field(factory=list)
    spoiled: list[Spoiled] = field(factory=list)
    counts: dict[str, int] = field(factory=dict)

    def open(self, targets: list[Target], host: Host) -> None:
        """Open each target's writer; a place that cannot be written is lost, an unknown format is raised."""
        for target in targets:
            try:
                target.prepare()
            except TargetError as error:
                self._tell(Lost(name=str(target.path), reason=error.reason))
            else:
                self.registers.extend(open_writers([target], host))

    def take(self, result: Document | Outcome) -> None:
        """Write a document to every register."""
        self.tell(result)
        if not isinstance(result, Document):
            return
        self._count(result)
        faults = Counter(finding.message for finding in result.findings if finding.code == FAULT)
        for fault, times in faults.items():
            reason = f"{fault} ({times} times)" if times > 1 else fault
            self._tell(Spoiled(name=result.source.name, reason=" ".join(reason.split())))
        for target, writer in list(self.registers):
            try:
                writer.write(result)
            except Exception as error:
                self._lose(target, error, f" (at {result.source.name})")

    def close(self) -> None:
        """Finish the registers and put them in their places; none where nothing was read."""
        for target, writer in list(self.registers):
            try:
                if not self.counts:
                    raise TargetError(str(target.path), "is not written, since nothing was read")
                writer.close()
            except Exception as error:
                self._lose(target, error)
        for target, _ in list(self.registers):
            try:
                target.place()
            except TargetError as error:
                self._lose(target, error)
            else:
                self.written.append(target)

    def discard(self) -> None:
        """Throw away what has been begun."""
        for target, writer in self.registers:
            give_up(target, writer)

    def summary(self, archive: Archive) -> Summary:
        """Return the account."""
        return Summary(
            **self.counts,
            written=tuple(self.written),
            lost=tuple(self.lost),
            failures=archive.failures,
            spoiled=tuple(self.spoiled),
            unclaimed=archive.unclaimed,
            duplicates=archive.duplicates,
            unknown=archive.unknown,
            left_out=archive.left_out,
        )

    def _lose(self, target: Target, error: Exception, place: str = "") -> None:
        for register in [item for item in self.registers if item[0] is target]:
            self.registers.remove(register)
            give_up(*register)
        if isinstance(error, TargetError):
            reason = error.reason
        elif isinstance(error, OSError):
            reason = f"cannot be written: {error.strerror or error}"
        elif isinstance(error, GovdocsError):
            reason = str(error)
        else:
            reason = f"its writer failed: {type(error).__name__}: {error}"
        self._tell(Lost(name=str(target.path), reason=" ".join(f"{reason}{place}".split())))

    def _tell(self, outcome: Lost | Spoiled) -> None:
        if isinstance(outcome, Lost):
            self.lost.append(outcome)
        else:
            self.spoiled.append(outcome)
        self.tell(outcome)

    def _count(self, document: Document) -> None:
        cases = [case for meeting in document.meetings for case in meeting.all_cases()]
        kinds = [decision.kind for case in cases for decision in case.decisions]
        for name, more in {
            "documents": 1,
            "meetings": len(document.meetings),
            "cases": len(cases),
            "decisions": kinds.count(DecisionKind.ADOPTED),
            "proposals": kinds.count(DecisionKind.PROPOSED),
            "plans": len(document.plans),
            "actions": sum(len(plan.actions) for plan in document.plans),
            "findings": len(document.findings),
        }.items():
            self.counts[name] = self.counts.get(name, 0) + more
