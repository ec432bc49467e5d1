"""The whole path of a document on one screen: open, claim, settle, read, join; and on to the writers."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable
from pathlib import Path

from attrs import evolve, frozen

from govdocs.accounts import draw_ledger
from govdocs.errors import InputError, LimitError, PluginError, TargetError, UnknownFormatError
from govdocs.hookspecs import Writer
from govdocs.host import Host
from govdocs.join import identify, link_plans
from govdocs.layout import Layout, Source
from govdocs.limits import Limits
from govdocs.model import ActionPlan, Document, DocumentSource, Finding, Meeting, Severity
from govdocs.parts import Claim, Part, cut_short, settle
from govdocs.references import resolve
from govdocs.targets import Target

__all__ = ["Reading", "give_up", "open_layout", "open_writers", "read", "read_source", "write"]


@frozen(kw_only=True)
class Reading:
    """A document with the layout and the claims it came from, for those who want to see why."""

    document: Document
    """What was read."""
    layout: Layout
    """What stood on the pages."""
    claims: tuple[Claim, ...]
    """Every claim, won or lost."""
    parts: tuple[tuple[Part, Meeting | ActionPlan | None], ...]
    """The parts that were settled, each with its record."""


def read(
    path: str | os.PathLike[str], *, host: Host | None = None, limits: Limits | None = None, strict: bool = False
) -> Document:
    """Read one file into a document.

    Raises `InputError` where the file gives nothing to go on with. A plugin that raises spoils its own part only and
    leaves a finding; with `strict` its `PluginError` is raised.
    """
    return read_source(source_of(path, limits or Limits()), host=host, limits=limits, strict=strict).document


def source_of(path: str | os.PathLike[str], limits: Limits) -> Source:
    """Load a file; raises `InputError` where there is none or it passes a bound."""
    place = Path(path)
    try:
        size = place.stat().st_size
        if place.is_dir():
            raise InputError(str(place), "is a folder; read its documents with read_archive")
        if not place.is_file():
            raise InputError(str(place), "is not a regular file")
        if size > limits.source_bytes:
            raise LimitError(str(place), "source_bytes", limits.source_bytes, size)
        return Source(name=place.name, path=str(place), data=place.read_bytes())
    except OSError as error:
        raise InputError(
            str(place),
            "does not exist" if isinstance(error, FileNotFoundError) else f"cannot be read: {error.strerror or error}",
        ) from error


def read_source(
    source: Source, *, host: Host | None = None, limits: Limits | None = None, strict: bool = False
) -> Reading:
    """Read one source and keep what led to the document."""
    host = host or Host.installed()
    faults: list[Finding] = []

    def blame(error: PluginError) -> None:
        if strict:
            raise error
        where = f"{error.plugin}.{error.hook}" if error.hook else error.plugin
        told = f"tillegget {where} sviktet: {error.reason}"
        faults.append(Finding(code="GD901", severity=Severity.ERROR, message=str(error), message_nb=told))

    layout = open_layout(source, host, limits or Limits(), blame)
    claims = cut_short(host.claim(layout, blame), layout)
    parts = [
        Part(layout=layout, claim=claim, without=tuple((n.first, n.last) for n in nested))
        for claim, nested in _flat(claims)
    ]
    read = [(part, _read_part(host, part, blame)) for part in parts]
    document = Document(
        source=DocumentSource(
            name=source.name,
            path=source.path,
            sha256=source.sha256,
            media_type=layout.media_type,
            size=len(source.data),
            opener=layout.opener,
            opener_version=layout.opener_version,
        ),
        meetings=tuple(record for _, record in read if isinstance(record, Meeting)),
        plans=tuple(record for _, record in read if isinstance(record, ActionPlan)),
    )
    document, named = identify(document, [record for _, record in read])
    document = resolve(link_plans(document, parts, named))
    document = evolve(document, ledger=draw_ledger(document, layout, parts, named))
    remarks = [
        Finding(code=r.code, severity=Severity.WARNING, message=r.message, message_nb=r.message_nb, span=r.span)
        for r in layout.remarks
    ]
    found = host.check(document, layout, blame)
    findings = sorted([*faults, *remarks, *found], key=lambda f: (f.span.first if f.span else 0, f.code, f.message))
    document = evolve(document, findings=tuple(findings))
    return Reading(document=document, layout=layout, claims=tuple(claims), parts=tuple(zip(parts, named, strict=True)))


def open_layout(
    source: Source, host: Host, limits: Limits, blame: Callable[[PluginError], None] | None = None
) -> Layout:
    """Open a source with the one plugin that knows its format."""
    if not source.data:
        raise InputError(source.name, "is empty")
    answers = host.open(source, limits, blame)
    if len(answers) > 1:
        raise PluginError(" and ".join(name for name, _ in answers), "govdocs_open", f"both opened {source.name}")
    if not answers:
        raise UnknownFormatError(source.name)
    return answers[0][1]


def _flat(claims: list[Claim]) -> list[tuple[Claim, tuple[Claim, ...]]]:
    """Settle the claims; nested ones become parts of their own, with what nests in them."""
    out: list[tuple[Claim, tuple[Claim, ...]]] = []
    for claim, nested in settle(claims):
        out.append((claim, nested))
        for inner in nested:
            within = [
                c for c in claims if inner.first <= c.first and c.last <= inner.last and c.genre in inner.yields_to
            ]
            deeper = tuple(c for c, _ in settle(within))
            out.append((inner, deeper))
            out.extend((c, ()) for c in deeper)
    return sorted(out, key=lambda item: (item[0].first, -item[0].last))


def _read_part(host: Host, part: Part, blame: Callable[[PluginError], None]) -> Meeting | ActionPlan | None:
    try:
        return host.read(part)
    except PluginError as error:
        blame(error)
    return None


def open_writers(
    targets: Iterable[Target | str | os.PathLike[str]], host: Host, *, language: str = "nb"
) -> list[tuple[Target, Writer]]:
    """Find the one writer of each target and make room for it; raises `TargetError`."""
    writers: list[tuple[Target, Writer]] = []
    try:
        for item in targets:
            target = item if isinstance(item, Target) else Target.parse(item, language=language)
            target.prepare()
            writers.append((target, _writer_of(target, host)))
    except BaseException:
        for opened, writer in writers:
            give_up(opened, writer)
        raise
    return writers


def _writer_of(target: Target, host: Host) -> Writer:
    answers: list[tuple[str, Writer]] = []
    try:
        answers = host.write(target)
        if len(answers) > 1:
            names = " and ".join(name for name, _ in answers)
            raise PluginError(names, "govdocs_write", f"both want to write {target.path}")
        if not answers:
            what = f"the format {target.format!r}" if target.format else f"the suffix {target.suffix!r}"
            raise TargetError(str(target.path), f"no writer knows {what}; name one, as in csv:{target.path}")
    except BaseException:
        for _, writer in answers:
            give_up(target, writer)
        with contextlib.suppress(OSError):
            target.discard()  # what a writer had begun before it failed
        raise
    return answers[0][1]


def give_up(target: Target, writer: Writer) -> None:
    """Throw away a register that cannot be finished; what goes wrong in that is of no more interest."""
    with contextlib.suppress(Exception):
        getattr(writer, "abandon", lambda: None)()
    with contextlib.suppress(OSError):
        target.discard()


def write(
    documents: Iterable[Document],
    *targets: Target | str | os.PathLike[str],
    host: Host | None = None,
    language: str = "nb",
) -> int:
    """Write documents to one or several registers in one pass; the number of documents written.

    Suffixes choose the format, names overrule (`csv:tables/`). A register is put in place when it is whole.
    """
    host = host or Host.installed()
    writers: list[tuple[Target, Writer]] = []
    count = 0
    try:
        writers = open_writers(targets, host, language=language)
        for document in documents:
            for _, writer in writers:
                writer.write(document)
            count += 1
        for _, writer in writers:
            writer.close()
    except OSError as error:
        for target, writer in writers:
            give_up(target, writer)
        raise TargetError(
            ", ".join(str(t.path) for t, _ in writers), f"cannot be written: {error.strerror or error}"
        ) from error
    except BaseException:
        for target, writer in writers:
            give_up(target, writer)
        raise
    for target, _ in writers:
        target.place()
    return count
