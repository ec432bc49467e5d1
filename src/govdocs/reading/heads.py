"""The line that begins a case, and which of a document's numbers are one series."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Collection, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_name
from govdocs.norwegian.numbers import NumberHit, archive_number, head_number, parse_number
from govdocs.norwegian.remembering import remembered
from govdocs.reading.blocks import columns_of
from govdocs.reading.bodies import is_body_name

__all__ = [
    "CaseHead",
    "archives",
    "ends_with_its_year",
    "family",
    "is_sub",
    "names_row",
    "number_key",
    "number_keys",
    "one_series",
    "rises",
    "under",
    "unrowed",
    "without_code",
]
_FIRST = re.compile(r"\d+")
_YEAR = re.compile(r"(?<![\d/])(?<!\d{4}[-–])(?:19|20)\d\d(?![\d/])")
"""A year that a text names: no part of an archive's number, nor the last of several."""


@frozen(kw_only=True)
class CaseHead:
    """A line that begins a case."""

    index: int
    """Its place among the lines."""
    hit: NumberHit
    """The number and what follows it."""
    parent: str | None = None
    """Number of the case it is under."""
    told: int | None = None
    """Place of its number, where that stands elsewhere: in the table under the title."""

    @property
    def key(self) -> str:
        """The number as it counts in a comparison: digits without leading zeros, letters small."""
        return number_key(self.hit.number)


@remembered
def number_key(number: str) -> str:
    """Return a number as it counts in a comparison: `01/2016` and `1/16` are one."""
    number = _CENTURY.sub("", number.strip())
    return _ZEROS.sub("", _BLANKS.sub("", number.casefold()))


def without_code(key: str) -> str:
    """Return a number as it counts without what stands before its first figure: `AMU 16/2013` is `16/2013`."""
    return _BEFORE_DIGITS.sub("", key)


def number_keys(number: str) -> frozenset[str]:
    """Return a number as it counts, and the same without code and letter: `PS 12/24` is `12/24` too."""
    core = _FIGURES.search(number)
    return frozenset({number_key(number), number_key(core.group())} if core else {number_key(number)})


def ends_with_its_year(number: str, met: Collection[int], lines: Sequence[Line]) -> bool:
    """Tell the number of a case, which its year ends, from an archive's, which its year begins.

    It ends with the year in which a meeting was `met`, where that is told; else it begins with no two figures of a
    year, or the lines name the year at its end, and none later at its beginning.
    """
    year = parse_number(number).year
    if year is None or not number.endswith(str(year)[2:]):
        return False
    begin = _FIRST.match(number)
    if met or begin is None:
        return year in met
    if len(begin.group()) != 2:
        return True
    named = {int(found) for line in lines for found in _YEAR.findall(line.text)}
    first = 2000 + int(begin.group())
    return year in named and (first <= year or first not in named)


def one_series(heads: list[CaseHead]) -> list[CaseHead]:
    """Give the cases their numbers without the body's short name before the word: `HS-sak 41/13`, as `Styresak 41/13`.

    So `RBU-sak 26-2014` over the case and `Sak 26-2014` on the agenda are one. Where a document has several such names
    they tell its series apart, and one letter (`V-SAK 1`) always does.
    """
    named = [_NAMED.fullmatch(head.hit.number) for head in heads]
    if len({match["name"].casefold() for match in named if match}) != 1:
        return heads
    return [
        evolve(head, hit=evolve(head.hit, number=match["core"])) if match else head
        for head, match in zip(heads, named, strict=True)
    ]


_CENTURY = re.compile(r"(?<=\d/)(?:19|20)(?=\d\d$)")
_BEFORE_DIGITS = re.compile(r"^\D+(?=\d)")
_ZEROS = re.compile(r"(?<!\d)0+(?=\d)")
_BLANKS = re.compile(r"\s+")
_FIGURES = re.compile(r"\d[\d\s/.-]*\d")
_CODE = re.compile(r"[A-ZÆØÅ]{1,4}(?=[\s-]\d)")
_SUB = re.compile(r"\d{1,3}\.\d{1,2}|\d{1,4}-(?:19|20)\d{2}-\d{1,2}|\d{1,4}/\d{1,4}\.\d{1,2}")
_NAMED = re.compile(r"(?P<name>[A-ZÆØÅ]{2,6})[- ](?:SAK|sak|Sak)\s*(?P<core>\d.*)")
_GATHERS = re.compile(
    r"^(?:referats?ak|referat(?:er)?$|melding|delegert|skriv(?:,| og) meld|orienteringss?ak|post"
    r"|interpellasjon|grunngjev|grunngitte|spørsmål)",
    re.IGNORECASE,
)

_MANY = re.compile(
    r"^(?:referats?aker|referatsakar|referater|referat$|meldinger|meldingar|skriv(?:,| og) meld|delegerte"
    r"|orienteringss?aker|orienteringss?akar|interpellasjoner|interpellasjonar|spørsmål)",
    re.IGNORECASE,
)
"""Titles of cases that gather others for certain."""


def under(lines: Sequence[Line], main: list[CaseHead]) -> list[CaseHead]:
    """Put cases of another series (`RS 1/26`) under the case that gathers them (`PS 7/26 Referatsaker`)."""
    series = [_CODE.match(head.hit.number) for head in main]
    usual = Counter(code.group() for code in series if code)
    if len(usual) < 2:
        return main
    titles = [h.hit.rest or (lines[h.index + 1].text if h.index + 1 < len(lines) else "") for h in main]
    keys = [head.key for head in main]
    gathers = (
        code.group()
        for n, (code, after, title) in enumerate(zip(series, series[1:], titles, strict=False))
        if code and after and after.group() != code.group() and _MANY.match(title) and keys[n + 1] not in keys[:n]
    )
    most = next(gathers, usual.most_common(1)[0][0])  # there may be more reports than cases
    out: list[CaseHead] = []
    gathering: CaseHead | None = None
    gathered: str | None = None
    for head, code, title in zip(main, series, titles, strict=True):
        if code is None or code.group() == most:
            gathering, gathered = head if _GATHERS.match(title) else None, None
            out.append(head)
        elif gathered not in (None, code.group()) and keys.count(head.key) > 1:  # listed on the agenda and treated
            gathering = None
            out.append(head)
        elif gathering is not None:
            gathered = code.group()
            out.append(evolve(head, parent=gathering.hit.number))
        else:
            out.append(head)
    return out


def unrowed(lines: Sequence[Line], head: CaseHead) -> CaseHead:
    """Take body and code of a row from the head (`019/17   Fellesnemnd   PS`): its title stands further down.

    The row's second line has the archive's number in its last column.
    """
    line, after = lines[head.index], lines[head.index + 1] if head.index + 1 < len(lines) else None
    columns = columns_of(line)
    if after is None or len(columns) != 3 or not names_row(after):
        return head
    _, body, code = columns
    if not (re.fullmatch(r"[A-ZÆØÅ]{2}", code) and is_body_name(body)):
        return head
    return evolve(head, hit=evolve(head.hit, rest="", shape="|route"))


def names_row(line: Line) -> bool:
    """Tell the second line of such a row: who prepares the case, and its number in the archive."""
    columns = columns_of(line)
    return len(columns) == 2 and archive_number(columns[1]) is not None and is_name(columns[0])


def family(hit: NumberHit) -> str:
    """Return the form that the numbers of one series share: letters behind the number may come and go (`14/21-O`).

    A year that stands first (`2011/38`) makes another form than one that stands last.
    """
    year_first = re.match(r"(?:19|20)\d{2}[/-]", hit.number) is not None
    word, _, shape = hit.shape.partition("|")
    return f"{word}|{'year first ' if year_first else ''}{re.sub(r'[ -]*A+$', '', shape)}"


def archives(lines: Sequence[Line], head: CaseHead) -> bool:
    """Tell the archive's number of the case right above (`Sak nr.: 2017/9957` under `V-SAK 4 …`) from a case."""
    if archive_number(lines[head.index].text) is None:
        return False
    for index in range(head.index - 1, max(-1, head.index - 4), -1):
        above = head_number(lines[index].text, bare=True)
        if above is not None and archive_number(lines[index].text) is None:
            titled = bool(above.rest) or head.index - index > 1
            return titled and family(head.hit).partition("|")[2] != family(above).partition("|")[2]
    return False


def is_sub(hit: NumberHit) -> bool:
    """Tell the number of a case under a case: `31.1`, `12-2016-3`, `7/14.2`."""
    return bool(_SUB.fullmatch(hit.number))


def rises(heads: Sequence[CaseHead]) -> bool:
    """Tell whether the numbers of a series rise, most of them."""
    values = [
        int(re.findall(r"\d+", head.hit.number)[1 if re.match(r"(?:19|20)\d\d/", head.hit.number) else 0])
        for head in heads
    ]
    steps = Counter(b > a for a, b in itertools.pairwise(values))
    return steps[True] >= 0.6 * max(1, len(values) - 1)
