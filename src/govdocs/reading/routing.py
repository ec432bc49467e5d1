"""The table at the head of a case paper that tells which bodies treat the case, when, and under which number."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date as Date

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.naming import is_name
from govdocs.norwegian.remembering import remembered
from govdocs.reading.bodies import is_body_name

__all__ = ["Stop", "column_heads", "find_stops", "heads_column", "heads_table", "may_head"]

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
        "komite",
        "komité",
        "m",
        "mv",
        "utv",
        "utvsaksnr",
        "utvalgssaksnr",
        "utvalssaksnr",
        "utvalsaksnr",
        "utvalgsaksnr",
        "utvalgssaknr",
        "utvalssaknr",
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
        "tittel",
        "status",
        "politisk",
        "behandling",
        "arkiv",
        "arkivnr",
        "saks",
        "behandler",
        "handsamar",
        "saksbeh",
        "saksbehandler",
        "saksbehandlar",
        "sakshandsamar",
    ]
)
_DAYS = ("møtedato", "dato", "møtedag")
_OFFICERS = ("behandler", "handsamar", "saksbeh", "saksbehandler", "saksbehandlar", "sakshandsamar")
_BODIES = ("utvalg", "utval", "råd", "organ", "styre", "nemnd", "behandlet", "behandles", "behandlast", "handsama")
_TOKEN = re.compile(r"[^\W\d]+")
_NUMBER = re.compile(r"(?<![\d/.-])(?P<number>(?:[A-ZÆØÅ]{1,4}[\s-]\s?)?\d{1,4}/(?:\d{4}|\d{2}))(?![\d/.-])")

_LONGEST_HEAD = 80
"""Characters of a line in the table's head at most."""
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
    officer: str | None = None
    """The case officer, where the table has a column for one."""


def find_stops(lines: Sequence[Line]) -> list[tuple[int, list[Stop]]]:
    """Return the tables: the place of each head and its rows."""
    found = []
    index = 0
    while index < len(lines):
        rows, count = _table(lines, index) if may_head(lines[index].text) else ([], 1)
        if rows:
            found.append((index, rows))
        index += count
    return found


def column_heads(tables: Sequence[tuple[int, list[Stop]]]) -> frozenset[int]:
    """Return the places of the heads of the tables' columns, which are neither labels nor names: `Utval`."""
    return frozenset(n for place, rows in tables for n in range(place, rows[0].index))


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
def heads_table(text: str) -> bool:
    """Tell whether the words are those of the table's head."""
    tokens = _tokens(text)
    return 2 <= len(tokens) <= 9 and all(token in _WORDS for token in tokens) and any(t in _DAYS for t in tokens)


def _tokens(text: str) -> list[str]:
    return _TOKEN.findall(text.lower())


@remembered
def may_head(text: str) -> bool:
    """Tell whether a line is short and has no word but such as stand in the table's head."""
    if len(text) > _LONGEST_HEAD:
        return False
    low = text.lower()
    first = _TOKEN.search(low)
    return first is None or (first.group() in _WORDS and _WORDS.issuperset(_TOKEN.findall(low)))


def _head(lines: Sequence[Line], index: int) -> tuple[str, int]:
    """Return the words of the table's head at a place and its lines: one, two that share words, or one for each."""
    text, count = _row(lines, index)
    if lines[index].cell is not None or heads_table(text):
        return (text, count) if len(text) <= 80 and heads_table(text) else ("", 1)
    at = index
    words: list[str] = []
    while at < len(lines) and at - index < 5 and _heads_column(lines, index, at):
        words.append(lines[at].text)
        at += 1
    if len(words) < 2:
        return "", 1
    text = " ".join(words)
    numbered = {"saksnr", "saknr", "saksnummer", "sak"} & set(_tokens(text))
    return (text, len(words)) if numbered and len(text) <= 80 and heads_table(text) else ("", 1)


def heads_column(line: Line) -> bool:
    """Tell the head of one of the table's columns, which stands on a line of its own."""
    return (
        line.cell is None
        and may_head(line.text)
        and bool(_tokens(line.text))
        and not any(c.isdigit() for c in line.text)
    )


def _heads_column(lines: Sequence[Line], first: int, at: int) -> bool:
    return heads_column(lines[at]) and (at == first or lines[at].number - lines[at - 1].number <= 1)


def _table(lines: Sequence[Line], index: int) -> tuple[list[Stop], int]:
    text, count = _head(lines, index)
    if not text:
        return [], 1
    rows: list[Stop] = []
    at = index + count
    while at < len(lines) and len(rows) < 8:
        stop, size = _stop(lines, at, text)
        if not rows and count > 2 and not (stop and stop.date and stop.number):
            stop, size = _stacked(lines, at, text, count)
        if stop is None and rows and _is_body_alone(lines, at):
            stop = Stop(index=at, count=size, body=lines[at].text, date=None, number=None)
        if stop is None or (rows and stop.number is None and _apart(lines, rows[0], index + count, at)):
            break
        rows.append(stop)
        at += size
    return (rows, at - index) if any(row.number or row.date for row in rows) else ([], 1)


def _apart(lines: Sequence[Line], first: Stop, place: int, at: int) -> bool:
    """Tell a line with a day, as a title may have, from a row: a gap is above it and none is above the first row."""
    return lines[at].number - lines[at - 1].number > max(1, lines[first.index].number - lines[place - 1].number)


def _is_body_alone(lines: Sequence[Line], at: int) -> bool:
    """Tell the row of a body that has neither day nor number yet: right below a row, with a gap behind it."""
    line, over = lines[at], lines[at - 1]
    after = lines[at + 1] if at + 1 < len(lines) else None
    alone = after is not None and after.number - line.number > 1
    tight = line.cell is None and line.number - over.number == 1
    return tight and alone and len(line.text) < 60 and is_body_name(line.text)


def _stacked(lines: Sequence[Line], at: int, head: str, count: int) -> tuple[Stop | None, int]:
    """Read a row whose cells stand on a line each, as many as the head has."""
    cells = lines[at : at + count]
    text = " ".join(line.text for line in cells)
    if len(cells) < count or len(text) > 120 or any(line.cell is not None for line in cells):
        return None, 1
    found = _read(text, head)
    if found is None or found[1] is None or found[2] is None:
        return None, 1
    officer = _officer(" | ".join(line.text for line in cells), head)
    return Stop(index=at, count=count, body=found[0], date=found[1], number=found[2], officer=officer), count


def _stop(lines: Sequence[Line], index: int, head: str) -> tuple[Stop | None, int]:
    text, size = _row(lines, index)
    found = _read(text, head)
    if found is None:
        return None, size
    body, date, number = found
    return Stop(index=index, count=size, body=body, date=date, number=number, officer=_officer(text, head)), size


def _read(text: str, head: str) -> tuple[str | None, Date | None, str | None] | None:
    """Return body, day and number that a row holds; `None` if it is none."""
    day = next((day for day in find_days(text) if day.date), None)
    rest = text[: day.start] + " | " + text[day.end :] if day else text
    number = _NUMBER.search(rest)
    if number:
        rest = rest[: number.start()] + " | " + rest[number.end() :]
    cells = [cell for part in rest.split("|") if (cell := " ".join(part.split()).strip(" .,-–"))]
    tokens = _tokens(head)
    if any(token in _OFFICERS for token in tokens):
        cells = [cell for each in cells if (cell := _without_officer(each))]
        cells = cells[:1] if any(token in _BODIES for token in tokens) else []
    if "type" in tokens:
        cells = [cell for cell in cells if not re.fullmatch(r"[A-ZÆØÅ]{2}", cell)]
        cells = [re.sub(r"\s+[A-ZÆØÅ]{2}$", "", cell) for cell in cells]
    body = re.sub(r"^\d{1,2}\s+(?=[A-ZÆØÅ])", "", " ".join(cells)) or None
    if (day is None and number is None) or (body is not None and (len(body) > 90 or ":" in body)):
        return None
    return body, day.date if day else None, number["number"] if number else None


def _officer(text: str, head: str) -> str | None:
    """Return the name that stands in a row of a table with a column for case officers."""
    tokens = _tokens(head)
    if not any(token in _OFFICERS for token in tokens) or "arkiv" in tokens:
        return None
    for stretch in [(day.start, day.end) for day in find_days(text)] + [m.span() for m in _NUMBER.finditer(text)]:
        text = text[: stretch[0]] + "|" * (stretch[1] - stretch[0]) + text[stretch[1] :]
    names = [cell for part in text.split("|") if is_name(cell := part.strip(" .,-–")) and not is_body_name(cell)]
    return names[0] if len(names) == 1 else None


def _without_officer(cell: str) -> str:
    """Leave initials of a case officer and a class of the archive away from the cell of a body."""
    return re.sub(r"(?:^|\s+)(?:[A-ZÆØÅ]{2,4}|[a-zæøå]{2,4}|[A-ZÆØÅ]?\d[\d.]*)$", "", cell).strip()
