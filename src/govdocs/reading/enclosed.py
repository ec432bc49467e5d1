"""What a case lists besides its text: attachments, background documents, earlier cases."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from attrs import evolve

from govdocs.layout import Line
from govdocs.model import (
    Attachment,
    CaseReference,
    FieldSpan,
)
from govdocs.norwegian.vocabulary import folded
from govdocs.norwegian.words import words
from govdocs.reading.blocks import Block, blocks, joined, marked_value, spans_of
from govdocs.reading.outline import Outline
from govdocs.reading.pieces import Piece

_YEARS = re.compile(r"(?:19|20)\d{2}(?:\s?[-–]\s?(?:19|20)?\d{2})?[.,;)]*")
"""A line that is nothing but years is the end of a title, not one of its own."""

_FILING = re.compile(r"(?:Dok\.?\s?)?[Dd]ato\s+(?:Dok\.?\s?)?(?:ID|[Nn]r\.?)\s+Tittel")
"""Heads of a list of documents as an archive keeps them, over rows such as `20.01.2015 55012 Kart`."""
_FILED = re.compile(r"\d{1,2}\.\d{1,2}\.\d{4}\s+\d{3,9}\s+(?=\S)")
_FILE = re.compile(r"[\w.]+(?:[-_]+[\w.]+){2,}")
_DAY_LAST = re.compile(r"\s(?:\d{1,2}\.\s?\d{1,2}\.|\d{1,2}\.\s[a-zæøå]+\s)\s?\d{2,4}$")
_DOCUMENTS = tuple(words("documents", "ends"))
_CALLED = re.compile(r"[Vv]edlegg(?:\s*(?:nr\.?\s*)?(?P<n>\d{1,2})(?:\s*[:.–-])?|\s*:)\s*(?P<title>\S.*)$")
"""An item that says itself that it is an attachment."""

__all__ = ["items", "read_enclosed", "read_previous"]

_MEETING_REF = re.compile(
    r"(?:[Mm]øte\s+(?:nr\.?\s*)?)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*(?:\((?P<n>\d{1,2}/\d{2,4})\))?"
    r"|(?:[Mm]øte\s+)(?P<m>\d{1,2}/\d{2,4})"
)


def items(outline: Outline, piece: Piece) -> list[Block]:
    """Return the items of a labelled list, without the rest of its label."""
    lines = [
        line for line in piece.body if piece.label is None or not outline.vocabulary.is_tail(piece.label, line.text)
    ]
    return blocks(_without_filing(lines), outline.wrap, outline.words)


def _without_filing(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the days and numbers of an archive's columns, where such heads stand over the titles."""
    if not lines or _FILING.fullmatch(lines[0].text) is None:
        return list(lines)
    out: list[Line] = []
    for line in lines[1:]:
        filed = _FILED.match(line.text)
        out.append(evolve(line, text=line.text[filed.end() :], gaps=(), stops=()) if filed else line)
    return out


def read_enclosed(outline: Outline, piece: Piece) -> tuple[list[Attachment], list[Attachment]]:
    """Return the documents that a list names, and those of them that it calls attachments, apart: `Vedlegg: Kart`."""
    listed: list[Attachment] = []
    called: list[Attachment] = []
    for each in _documents(outline, piece):
        match = _CALLED.match(each.title)
        if match is None:
            listed.append(each)
        else:
            called.append(evolve(each, number=each.number or match["n"], title=match["title"]))
    return listed, called


def _documents(outline: Outline, piece: Piece) -> Iterator[Attachment]:
    body = _row_by_row(piece.body, outline.words)
    parts = _paired(items(outline, piece) if not _bare_numbers(body) else _by_number(body, outline.words))
    parts = [each for block in parts for each in _dated(block, outline.words)]
    merged: list[Block] = []
    for block in parts:
        unclosed = merged and (merged[-1].text.count("(") > merged[-1].text.count(")") or block.text.startswith("("))
        years = _YEARS.fullmatch(block.text) and not merged[-1].text.endswith(".") if merged else False
        if merged and (unclosed or years or merged[-1].text.endswith((",", "-"))) and block.marker is None:
            last = merged.pop()
            merged.append(
                Block(
                    lines=(*last.lines, *block.lines),
                    text=joined([last.text, block.text], outline.words),
                    marker=last.marker,
                )
            )
        else:
            merged.append(block)
    for block in merged:
        text = block.text.strip(" ,;")
        for number, title in (pair for each in _titles(text) for pair in _numbered(each, block.marker)):
            if title and folded(title) not in ("ingen", "nei", "-", ""):
                span = block.span
                yield Attachment(
                    span=span,
                    spans=tuple(FieldSpan(field="title", span=s) for s in spans_of(block.lines)),
                    number=number,
                    title=title,
                )


def _titles(text: str) -> list[str]:
    """Split `Studieplan (utkast 3), Uttale frå utvalet`: every piece begins with a word for a document.

    A comma within a title is kept, as in `Brev fra Nes kommune, 3. mai`.
    """
    pieces = re.split(r",\s+(?=[A-ZÆØÅ])", text)
    told = len(pieces) > 1 and all(each.split()[0].lower().strip(":").endswith(_DOCUMENTS) for each in pieces)
    return pieces if told and text.count("(") == text.count(")") else [text]


def read_previous(outline: Outline, piece: Piece) -> Iterator[CaseReference]:
    """Yield the earlier cases and meetings that a list names; a bracket alone is of the one above it."""
    for block in _with_brackets(items(outline, piece), outline.words):
        text = block.text.strip(" ,;")
        if not text or text in ("-", "–"):
            continue
        spans = tuple(FieldSpan(field="raw", span=s) for s in spans_of(block.lines))
        numbers = list(
            re.finditer(
                r"(?:[A-ZÆØÅ]{1,4}-[Ss]ak\s+|[A-ZÆØÅ]{1,4}[\s-]?)?\d{1,4}(?:/\d{1,2})?/(?:\d{4}"
                r"|\d{2})(?![\d/])",
                text,
            )
        )
        if _MEETING_REF.match(text):
            match = _MEETING_REF.match(text)
            yield CaseReference(
                span=block.span,
                spans=spans,
                raw=_whole_reference(text),
                number=(match["n"] or match["m"]) if match else None,
            )
        elif numbers:
            for match in numbers:
                yield CaseReference(span=block.span, spans=spans, raw=match.group(), number=match.group())
        elif folded(text) not in ("nei", "ingen", "ikke", "ikkje"):
            yield CaseReference(span=block.span, spans=spans, raw=text)


def _with_brackets(parts: Sequence[Block], seen: frozenset[str]) -> list[Block]:
    out: list[Block] = []
    for block in parts:
        if out and re.fullmatch(r"\([^()\d]+\)", block.text):
            above = out.pop()
            block = evolve(above, lines=(*above.lines, *block.lines), text=joined([above.text, block.text], seen))
        out.append(block)
    return out


def _paired(parts: list[Block]) -> list[Block]:
    """Give titles the numbers that stand before them all, a line each, as a table's column that came apart."""
    count = next((n for n, block in enumerate(parts) if not re.fullmatch(r"\d{1,2}", block.text)), 0)
    if not count or len(parts) != 2 * count or any(block.marker for block in parts):
        return parts
    return [
        Block(lines=(*number.lines, *title.lines), text=title.text, marker=f"{number.text}.")
        for number, title in zip(parts[:count], parts[count:], strict=True)
    ]


def _dated(block: Block, seen: frozenset[str]) -> Iterator[Block]:
    """Yield the titles of a paragraph that end in a day each, where the next begins as one: `Revidert protokoll …`.

    The name of a file is a title of its own: `budsjett-2024---notat`.
    """
    first = 0
    for n, (line, after) in enumerate(pairwise(block.lines), 1):
        begins = after.text[:1].isupper() and any(
            word.lower().strip(",:").endswith(_DOCUMENTS) for word in after.text.split()[:2]
        )
        named = _FILE.fullmatch(after.text) is not None or _FILE.fullmatch(line.text) is not None
        if block.marker is None and (named or (begins and _DAY_LAST.search(line.text))):
            own = block.lines[first:n]
            yield Block(lines=own, text=joined(own, seen))
            first = n
    rest = block.lines[first:]
    yield Block(lines=rest, text=joined(rest, seen)) if first else block


def _row_by_row(lines: Sequence[Line], seen: frozenset[str]) -> list[Line]:
    """Return the lines of a list with each row of a table in it on one."""
    out: list[Line] = []
    for row, group in groupby(lines, lambda line: line.cell[:2] if line.cell is not None else None):
        own = list(group)
        out.extend(own if row is None else [evolve(own[0], text=joined(own, seen))])
    return out


def _bare_numbers(lines: Sequence[Line]) -> bool:
    """Tell a list whose items begin with a number and a blank: `1 Søknad`, `2 Kart`; of one item it is `1`."""
    found = [int(match[1]) for line in lines if (match := re.match(r"(\d{1,2})\s+[A-ZÆØÅ]", line.text))]
    return found[:2] == [1, 2] or (found == [1] and re.match(r"1\s", lines[0].text) is not None)


def _by_number(lines: Sequence[Line], seen: frozenset[str]) -> list[Block]:
    groups: list[list[Line]] = []
    for line in lines:
        if re.match(r"\d{1,2}\s+[A-ZÆØÅ]", line.text) or not groups:
            groups.append([line])
        else:
            groups[-1].append(line)
    out = []
    for group in groups:
        match = re.match(r"(\d{1,2})\s+(.*)", joined(group, seen))
        out.append(
            Block(
                lines=tuple(group),
                text=match[2] if match else joined(group, seen),
                marker=f"{match[1]}." if match else None,
            )
        )
    return out


def _numbered(text: str, marker: str | None) -> Iterator[tuple[str | None, str]]:
    """Split `1. First 2. Second` set on one line, and take `Vedlegg 1:` off a title."""
    if marker is not None and marker != "•":
        yield marker.strip("().") or None, text
        return
    if _CALLED.match(text):
        yield None, text
        return
    if match := re.match(r"(?P<n>\d{1,2}):\s+(?P<t>[^\W\d].*)$", text):  # of `Vedlegg 1: …`, whose word is the label
        yield match["n"], match["t"]
        return
    inner = marked_value(text)
    if inner is not None:
        yield inner[0].strip(".)•–- ") or None, inner[1]
        return
    yield None, text


def _whole_reference(text: str) -> str:
    match = re.match(
        r"(?:(?:[Mm]øte\s+(?:nr\.?\s*)?)?\d{1,2}\.\s?\d{1,2}\.\s?\d{4}\s*(?:\(\d{1,2}/\d{2,4}\))?"
        r"|[Mm]øte\s+\d{1,2}/\d{2,4})(?:\s*\([^()\d]{4,30}\))?",  # `(orienteringssak)`: as what it was treated
        text,
    )
    return match.group().strip() if match else text
