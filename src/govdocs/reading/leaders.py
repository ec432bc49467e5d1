"""What an agenda sets behind its titles: dots that lead to a page, and the page's column at the right."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.naming import is_name

__all__ = ["SLOT", "without_pages"]

SLOT = re.compile(r"(?:[Kk]l\.?\s*)?\d{1,2}[:.]\d{2}\s*[-–]\s*(?:kl\.?\s*)?\d{1,2}[:.]\d{2}")
"""The hours that an agenda gives a case: `10:10-10:50`."""
_PAGE = re.compile(r"(?:Side|s\.)\s*\d{1,3}")
_FLAT_PAGE = re.compile(r"(?<=\S)\s+Side\s(?P<page>\d{1,3})$")
_OFFICERS = re.compile(
    r"(?:Saks?\s?nr\.?|Nr\.?|Sak)\s(?:.*\s)?(?:Tittel|Sakstittel|Innhald|Innhold)\s(?:.*\s)?"
    r"(?:Saksbehandl[ae]r|Sakshandsamar|Saksansvarleg|Saksansvarlig)"
)
"""The heads of an agenda whose last column names case officers."""
_NAMED = re.compile(r"(?<=\S)\s+(?P<name>[A-ZÆØÅ][\w-]+\s[A-ZÆØÅ][\w-]+)$")
_LONG = 120
"""Letters of a line of heads at the most."""
_FEWEST_FLAT = 3
_FEWEST_DOTS = 4


def without_pages(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield lines without the dots, pages and hours behind an agenda's titles; a line that had dots ends its paragraph.

    A column of hours, or one that says `Side 11`, counts where two lines or more have it; it may stand beside the first
    of a title's lines, so that its line goes on. Where the gap before it is lost it counts in three lines or more, of
    which none says what another does, and whose pages rise.
    """
    ended = (line for line in lines if line.text[-1:].isdigit())
    slots = {id(line): line.gaps[-1] if line.gaps else 0 for line in ended if SLOT.fullmatch(_last(line))}
    lines = [_cut(line, at) if len(slots) > 1 and (at := slots.get(id(line))) else line for line in lines]
    lines = _without_officers(lines)
    paged = {id(line): at for line in lines if line.gaps and (at := _page(line)) is not None} or _flat_pages(lines)
    for line in lines:
        if (at := _dots(line.text)) is not None:
            yield _cut(evolve(line, paragraph=True), at)
        elif len(paged) > 1 and id(line) in paged:
            yield _cut(line, paged[id(line)])
        else:
            yield line


def _without_officers(lines: Sequence[Line]) -> list[Line]:
    """Return lines without the names that end an agenda's titles, where its last column is headed as case officers'.

    Names count that stand behind two titles or more; the gap before them may be lost.
    """
    head = next((n for n, line in enumerate(lines) if len(line.text) < _LONG and _OFFICERS.fullmatch(line.text)), None)
    if head is None:
        return list(lines)
    rows = {n: match for n in range(head + 1, len(lines)) if (match := _NAMED.search(lines[n].text)) is not None}
    names = Counter(match["name"] for match in rows.values() if is_name(match["name"].title()))
    known = {name for name, count in names.items() if count > 1}
    return [
        _cut(line, rows[n].start()) if n in rows and rows[n]["name"] in known else line for n, line in enumerate(lines)
    ]


def _last(line: Line) -> str:
    """Return what stands in a line's last column."""
    return line.text[line.gaps[-1] if line.gaps else 0 :].strip()


def _cut(line: Line, at: int) -> Line:
    text = line.text[:at].rstrip()
    kept = tuple(gap for gap in line.gaps if gap < len(text))
    return evolve(line, text=text, gaps=kept, stops=line.stops[: len(kept)])


def _dots(text: str) -> int | None:
    """Return where the dots begin that lead to a page's number or to nothing, `None` where there are none."""
    if text.count(".") + 3 * text.count("…") < _FEWEST_DOTS:
        return None
    end = text.rstrip()
    digits = end.rstrip("0123456789")
    if len(end) - len(digits) > 3:
        return None
    bare = digits.rstrip(" .…")
    tail = digits[len(bare) :]
    return len(bare) if bare and tail.count(".") + 3 * tail.count("…") >= _FEWEST_DOTS else None


def _page(line: Line) -> int | None:
    """Return where the column of pages begins on a line."""
    return next((gap for gap in line.gaps[-2:] if gap and _PAGE.fullmatch(line.text[gap:].strip())), None)


def _flat_pages(lines: Sequence[Line]) -> dict[int, int]:
    """Return by line where the column of pages begins that a lost gap has joined to the titles."""
    ended = (line for line in lines if line.cell is None and line.text[-1:].isdigit())
    found = [(line, match) for line in ended if (match := _FLAT_PAGE.search(line.text))]
    pages = [int(match["page"]) for _, match in found]
    apart = len({line.text[: match.start()] for line, match in found}) == len(found)
    if len(found) < _FEWEST_FLAT or not apart or pages != sorted(pages):
        return {}
    return {id(line): match.start() for line, match in found}
