"""Small fictional documents around the lines that a test is about, read as any document is."""

from __future__ import annotations

from functools import cache

from govdocs import Host, Source
from govdocs.layout import Line
from govdocs.model import Case, Decision, Document, Meeting
from govdocs.pipeline import Reading, read_source

__all__ = ["HEAD", "case", "decisions", "document", "head", "lines_of", "meeting", "minutes", "paper", "reading"]

HEAD = """MØTEPROTOKOLL

Utvalg: Formannskapet
Møtested: Rådhuset
Dato: 12.03.2024
Tid: 10:00–12:00

Til stede: Kari Berg (leder), Ola Vik
"""


@cache
def _host() -> Host:
    return Host.installed()


def reading(text: str | bytes) -> Reading:
    """Read a text with every plugin in the box; a plugin that raises fails the test."""
    data = text if isinstance(text, bytes) else text.encode()
    return read_source(Source(name="prøve.txt", data=data), host=_host(), strict=True)


def document(text: str | bytes) -> Document:
    return reading(text).document


def meeting(text: str | bytes) -> Meeting:
    """Read a text that holds one meeting."""
    (found,) = document(text).meetings
    return found


def head(text: str) -> Meeting:
    """Read the head of minutes; a case follows it."""
    return meeting(f"{text.strip()}\n\nSak 1/24 Budsjett for året\n\nVedtak:\nBudsjettet vedtas.\n")


def minutes(text: str) -> Meeting:
    """Read cases under the head of minutes."""
    return meeting(f"{HEAD}\n{text.strip()}\n")


def case(text: str) -> Case:
    """Read what stands under one case in minutes."""
    found = minutes(f"Sak 1/24 Budsjett for året\n\n{text.strip()}\n\nSak 2/24 Eventuelt\n\nIngen saker.\n")
    assert [each.number for each in found.cases] == ["1/24", "2/24"], [each.number for each in found.cases]
    return found.cases[0]


def decisions(text: str) -> tuple[Decision, ...]:
    """Read the decisions of one case in minutes."""
    return case(text).decisions


def paper(text: str) -> Case:
    """Read one case paper."""
    (found,) = meeting(text).cases
    return found


def lines_of(text: str) -> tuple[Line, ...]:
    """Return the text lines of a text as its opener leaves them."""
    return tuple(line for line in reading(text).layout.lines if line.text and line.furniture is None)
