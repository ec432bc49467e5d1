"""The table at the head of a case paper that tells which bodies treat the case, when, and under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.remembering import remembered

__all__ = ["Stop", "find_stops"]

_WORDS = frozenset(
    [
        "behandlet",
        "behandles",
        "behandlast",
        "handsama",
        "handsamast",
        "av",
        "i",
        "møtedato",
        "møte",
        "dato",
        "saksnr",
        "saksnummer",
        "sak",
        "nr",
        "utvalg",
        "utval",
        "råd",
        "organ",
        "styre",
        "nemnd",
        "utv",
        "utvsaksnr",
        "utvalgssaksnr",
        "utvalssaksnr",
        "utvalgssak",
        "utvalssak",
        "saksgang",
        "møtedag",
        "sakens",
        "gang",
        "saka",
        "saken",
        "saknr",
        "møtesaksnummer",
        "møtesaknummer",
        "type",
        "status",
        "politisk",
        "behandling",
    ]
)
_NUMBER = re.compile(r"(?<![\d/.-])(?P<number>(?:[A-ZÆØÅ]{1,4}[\s-]\s?)?\d{1,4}/(?:\d{4}|\d{2}))(?![\d/.-])")

_LONGEST_ROW = 40
"""Lines of a row that are looked at, since each line of a long one may begin the table."""


@frozen(kw_only=True)
class Stop:
    """One row: a body on the case's way."""

    index: int
    """Place of the row's first line among the lines."""
    count: int
    """Lines of the row."""
    body: str | None
    """The body, as written."""
    date: Date | None
    """Day of its meeting."""
    number: str | None
    """The case's number there, as written."""


def find_stops(lines: Sequence[Line]) -> list[tuple[int, list[Stop]]]:
    """Return the tables: the place of each head and its rows."""
    found = []
    index = 0
    while index < len(lines):
        rows, count = _table(lines, index)
        if rows:
            found.append((index, rows))
        index += max(1, count)
    return found


def _row(lines: Sequence[Line], index: int) -> tuple[str, int]:
    """Return a row's text and its number of lines: the cells of a real table's row, or one line."""
    cell = lines[index].cell
    if cell is None:
        return lines[index].text, 1
    count = 1
    last = min(len(lines), index + _LONGEST_ROW)
    while index + count < last and (other := lines[index + count].cell) is not None and other[:2] == cell[:2]:
        count += 1
    return " ".join(line.text for line in lines[index : index + count]), count


@remembered
def _is_head(text: str) -> bool:
    """Tell whether the words are those of the table's head."""
    tokens = re.findall(r"[^\W\d]+", text.lower())
    return (
        2 <= len(tokens) <= 8
        and all(token in _WORDS for token in tokens)
        and any(token in ("møtedato", "dato", "møtedag") for token in tokens)
    )


def _table(lines: Sequence[Line], index: int) -> tuple[list[Stop], int]:
    if len(lines[index].text) > 80:
        return [], 1
    text, count = _row(lines, index)
    if len(text) > 80 or not _is_head(text):
        return [], 1
    rows: list[Stop] = []
    at = index + count
    while at < len(lines) and len(rows) < 8:
        stop, size = _stop(lines, at)
        if stop is None:
            break
        rows.append(stop)
        at += size
    return (rows, at - index) if any(row.number or row.date for row in rows) else ([], 1)


def _stop(lines: Sequence[Line], index: int) -> tuple[Stop | None, int]:
    text, size = _row(lines, index)
    day = next((day for day in find_days(text) if day.date), None)
    rest = text[: day.start] + " " + text[day.end :] if day else text
    number = _NUMBER.search(rest)
    if number:
        rest = rest[: number.start()] + " " + rest[number.end() :]
    body = " ".join(rest.split()).strip(" .,-–") or None
    if (day is None and number is None) or (body is not None and (len(body) > 90 or body.endswith(":") or ":" in body)):
        return None, size
    return Stop(
        index=index, count=size, body=body, date=day.date if day else None, number=number["number"] if number else None
    ), size
