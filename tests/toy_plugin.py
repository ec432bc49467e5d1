"""A plugin for tests: opens files that begin with `toy`, reads a case from each line, and misbehaves where told to."""

from __future__ import annotations

import contextlib
import ctypes
import os
import re
import sys
import threading
import time

from govdocs import Case, Document, Finding, Layout, Limits, Line, Meeting, Source, Span, Target, hookimpl
from govdocs.hookspecs import Writer
from govdocs.layout import Page
from govdocs.model import FieldSpan, MeetingKind, Severity
from govdocs.parts import Claim, Evidence, Genre, Part

GOVDOCS_API = 1


@hookimpl
def govdocs_open(source: Source, limits: Limits) -> Layout | None:
    if not source.data.startswith(b"toy"):
        return None
    lines = tuple(
        Line(number=number, page=1, text="" if text == "toy: a scan" else text.strip())
        for number, text in enumerate(source.data.decode(errors="replace").splitlines(), 1)
    )
    for line in lines:
        misbehave(line.text)
    return Layout(
        source=source,
        media_type="text/x-toy",
        opener="toy_plugin",
        opener_version="1",
        pages=(Page(number=1, first=1, last=len(lines)),),
        lines=lines,
    )


@hookimpl
def govdocs_claim(layout: Layout) -> list[Claim]:
    if not any(line.text.startswith("sak") for line in layout.lines):
        return []
    last = len(layout.lines)
    evidence = (Evidence(line=1, reason="begins with toy"),)
    return [Claim(genre=Genre.MINUTES, first=1, last=last, confidence=0.9, evidence=evidence, label="Lekemøte")]


@hookimpl
def govdocs_read(part: Part) -> Meeting | None:
    cases = []
    for line in part.lines:
        if line.text == "raise in read":
            raise ValueError("a fault of the plugin")
        if line.text.startswith("sak "):
            _, number, title = line.text.split(" ", 2)
            span = Span(page=1, first=line.number, last=line.number)
            cases.append(Case(number=number, title=title, span=span, spans=(FieldSpan(field="title", span=span),)))
    return Meeting(kind=MeetingKind.MINUTES, body="Lekerådet", number="1/2024", cases=tuple(cases), span=part.span)


def misbehave(text: str) -> None:
    if text == "hang":
        time.sleep(600)
    elif text == "hang in native code":  # holds the interpreter's lock, so that no thread of the process gets to run
        re.match(r"(a+)+$", "a" * 60 + "b")
    elif text == "exit":
        os._exit(7)
    elif text == "sys.exit":
        sys.exit(3)
    elif text == "crash":
        ctypes.string_at(0)
    elif text == "exit a little later":
        threading.Timer(0.3, os._exit, (9,)).start()
    elif text == "eat":
        hoard = []
        while True:
            hoard.append(bytes(64 * 1024 * 1024))  # asked for and not touched: the bound is on address space
    elif text.startswith("eat "):
        bytes(int(text.split()[1]) * 1024 * 1024)
    elif text == "raise":
        raise ValueError("a fault of the plugin")
    elif text == "no memory":
        raise MemoryError
    elif text == "print":
        os.write(1, b"noise of native code\n")
        print("noise of a plugin")
    elif text.startswith("sleep "):
        time.sleep(float(text.split()[1]))


@hookimpl
def govdocs_check(document: Document, layout: Layout) -> list[Finding]:
    """Find what lines that begin with `find` say: `find GD103 warning Message`."""
    found = []
    for line in layout.lines:
        if line.text.startswith("find "):
            _, code, severity, message = line.text.split(" ", 3)
            span = layout.span(line.number, line.number)
            found.append(Finding(code=code, severity=Severity(severity), message=message, span=span))
    return found


@hookimpl
def govdocs_write(target: Target) -> Writer | None:
    if target.is_for("toyreg", ".reg"):
        return Register(target)
    return Broken(target) if target.suffix == ".broken" else None


class Register:
    """Writes one line for each document."""

    def __init__(self, target: Target) -> None:
        self._file = target.staging.open("w", encoding="utf-8")
        self._file.write(f"{target.language} {dict(target.options)}\n")

    def write(self, document: Document) -> None:
        self._file.write(f"{document.source.name}: {sum(len(m.cases) for m in document.meetings)}\n")
        self._file.flush()

    def close(self) -> None:
        self._file.close()

    def abandon(self) -> None:
        with contextlib.suppress(OSError):  # a full disk still has what was not written
            self._file.close()


class Broken(Register):
    """Fails at its second document."""

    documents = 0

    def write(self, document: Document) -> None:
        self.documents += 1
        if self.documents == 2:
            raise KeyError("no such column")
        super().write(document)
