"""A plugin that does harm in one way at a time, to try a host or an archive with."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType, ModuleType
from typing import Any

from govdocs.errors import InputError
from govdocs.hookspecs import API, hookimpl
from govdocs.layout import Layout, Line, Page, Source, Span
from govdocs.model import Case, FieldSpan, Finding, Meeting, MeetingKind, Severity
from govdocs.parts import Claim, Genre, Part
from govdocs.targets import Target

__all__ = ["DEEDS", "hostile", "hostile_file"]

DEEDS: Mapping[str, str] = MappingProxyType(
    {
        "open-raises": "raises from govdocs_open",
        "open-answers-all": "opens every source, whatever it is",
        "open-wrong-type": "answers govdocs_open with a text",
        "open-miscounts": "gives a layout whose lines are not numbered one by one",
        "claim-raises": "raises from govdocs_claim",
        "claim-raises-late": "raises while its claims are being drawn from a generator",
        "claim-outside": "claims a line more than the document has",
        "claim-certain": "claims with a confidence of 2",
        "claim-wrong-type": "answers govdocs_claim with a number",
        "claim-exits": "calls sys.exit from govdocs_claim",
        "claim-hangs": "never comes back from govdocs_claim",
        "claim-dies": "ends the process from govdocs_claim",
        "claim-unread": "claims everything and has no govdocs_read",
        "read-raises": "raises from govdocs_read",
        "read-raises-input-error": "raises from govdocs_read what only an opener may raise",
        "read-wrong-type": "answers govdocs_read with a text",
        "read-wrong-field": "gives a case whose title is None",
        "read-outside": "gives a record on a line that the document does not have",
        "read-gives-ids": "gives a record an id of its own",
        "read-invents": "gives a case whose title stands nowhere in the source",
        "read-misplaces": "gives a case whose title stands elsewhere than it says",
        "read-changes-layout": "overwrites a line of the layout it was given",
        "read-differs": "gives another title each time",
        "check-raises": "raises from govdocs_check",
        "check-wrong-type": "answers govdocs_check with texts",
        "check-outside": "finds something on a line that the document does not have",
        "write-raises": "raises from govdocs_write",
        "write-wrong-type": "answers govdocs_write with a text",
        "write-elsewhere": "writes beside the place it was given",
        "write-clock": "writes what differs each time",
        "misspelt-hook": "has a hook called govdocs_raed",
        "unknown-argument": "asks for an argument that the hook does not have",
        "wrong-api": "is written for another edition of the hooks",
        "no-hook": "has functions, but none of them is a hook",
    }
)
"""What `hostile` can do, by name."""


def hostile(deed: str) -> object:
    """Make a plugin that does one of `DEEDS` and is innocent otherwise; a reader claims all there is."""
    if deed not in DEEDS:
        raise ValueError(f"{deed!r} is none of {', '.join(DEEDS)}")
    hook, _, rest = deed.partition("-")
    makers: dict[str, Callable[[str], dict[str, Any]]] = {
        "open": lambda rest: {"govdocs_open": _open(rest)},
        "claim": lambda rest: {"govdocs_claim": _claim(rest)},
        "read": lambda rest: {"govdocs_claim": _claim("all"), "govdocs_read": _read(rest)},
        "check": lambda rest: {"govdocs_check": _check(rest)},
        "write": lambda rest: {"govdocs_write": _write(rest)},
    }
    if hook in makers:
        return _module(**{name: hookimpl(function) for name, function in makers[hook](rest).items()})
    if deed == "misspelt-hook":
        return _module(govdocs_raed=hookimpl(lambda part: None))
    if deed == "unknown-argument":
        return _module(govdocs_read=hookimpl(lambda part, colour: None))
    if deed == "wrong-api":
        return _module(GOVDOCS_API=API + 1, govdocs_read=hookimpl(lambda part: None))
    return _module(govdocs_read=lambda part: None)


def _module(**content: Any) -> ModuleType:
    module = ModuleType("hostile")
    vars(module).update({"GOVDOCS_API": API} | content)
    return module


def hostile_file(folder: Path, deed: str) -> Path:
    """Write such a plugin as a Python file, for worker processes to load; returns its path."""
    place = folder / f"hostile_{deed.replace('-', '_')}.py"
    code = f"from govdocs.testing import hostile\n\nglobals().update(vars(hostile({deed!r})))\n"
    place.write_text(code, encoding="utf-8")
    return place


def _fail() -> None:
    raise ZeroDivisionError("a fault of the plugin")


def _open(deed: str) -> Callable[..., Any]:
    def govdocs_open(source: Source) -> Any:
        if deed == "raises":
            _fail()
        if deed == "wrong-type":
            return "a layout"
        number = 7 if deed == "miscounts" else 1
        return Layout(
            source=source,
            media_type="text/x-hostile",
            opener="hostile",
            opener_version="0",
            pages=(Page(number=1, first=1, last=1),),
            lines=(Line(number=number, page=1, text="hostile"),),
        )

    return govdocs_open


def _claim(deed: str) -> Callable[..., Any]:
    def late(claim: Claim) -> Any:
        yield claim
        _fail()

    def govdocs_claim(layout: Layout) -> Any:
        if deed == "raises":
            _fail()
        if deed == "exits":
            raise SystemExit(3)
        if deed == "hangs":
            while True:
                time.sleep(1)
        if deed == "dies":
            os._exit(3)
        if deed == "wrong-type":
            return 7
        last = len(layout.lines) + (deed == "outside")
        claim = Claim(genre=Genre.MINUTES, first=1, last=last, confidence=2.0 if deed == "certain" else 1.0)
        return late(claim) if deed == "raises-late" else [claim]

    return govdocs_claim


def _read(deed: str) -> Callable[..., Any]:
    times = 0

    def govdocs_read(part: Part) -> Any:
        nonlocal times
        times += 1
        if deed == "raises":
            _fail()
        if deed == "raises-input-error":
            raise InputError("hostile", "is broken")
        if deed == "wrong-type":
            return "a meeting"
        lines = [line for line in part.lines if line.text]
        first, last = lines[0], lines[-1]
        if deed == "changes-layout":
            object.__setattr__(first, "text", "overwritten")
        place, title = part.layout.span(first.number, first.number), first.text
        titles: dict[str, Any] = {
            "wrong-field": None,
            "invents": "Xyzzykommunen kjøpte et slott",
            "misplaces": last.text,
            "differs": title if times % 2 else last.text,
        }
        if deed == "outside":
            place = Span(page=1, first=1, last=len(part.layout.lines) + 1)
        case = Case(
            id="mine" if deed == "gives-ids" else "",
            number="1",
            title=titles.get(deed, title),
            span=place,
            spans=(FieldSpan(field="title", span=place), FieldSpan(field="number", span=part.span)),
        )
        if deed != "misplaces":
            return Meeting(kind=MeetingKind.MINUTES, cases=(case,), span=part.span)
        return Meeting(kind=MeetingKind.MINUTES, cases=(_numberless(case),), span=part.span)

    return govdocs_read


def _numberless(case: Case) -> Case:
    return Case(number="", title=case.title, span=case.span, spans=case.spans[:1])


def _check(deed: str) -> Callable[..., Any]:
    def govdocs_check(layout: Layout) -> Any:
        if deed == "raises":
            _fail()
        if deed == "wrong-type":
            return ["all is well"]
        place = Span(page=1, first=1, last=len(layout.lines) + 1)
        return [Finding(code="XX1", severity=Severity.INFO, message="astray", span=place)]

    return govdocs_check


class _Register:
    times = 0

    def __init__(self, target: Target, deed: str) -> None:
        _Register.times += 1
        self._place = target.path if deed == "elsewhere" else target.staging
        self._text = f"{_Register.times if deed == 'clock' else ''}\n"

    def write(self, document: object) -> None:
        """Do nothing with it."""

    def close(self) -> None:
        """Write the register."""
        self._place.write_text(self._text, encoding="utf-8")


def _write(deed: str) -> Callable[..., Any]:
    def govdocs_write(target: Target) -> Any:
        if not target.is_for("hostile", ".hostile"):
            return None
        if deed == "raises":
            _fail()
        return "a writer" if deed == "wrong-type" else _Register(target, deed)

    return govdocs_write
