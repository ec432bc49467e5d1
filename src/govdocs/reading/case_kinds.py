"""The types of cases as documents name them, and the headings that gather cases of one type."""

from __future__ import annotations

import re
from collections.abc import Sequence

from govdocs.layout import Line
from govdocs.model import CaseType
from govdocs.norwegian.words import either
from govdocs.reading.heads import CaseHead

__all__ = [
    "TYPE_ALONE",
    "TYPE_LABEL",
    "case_types",
    "group_top",
    "is_case_type",
    "is_group",
    "legend",
    "type_before",
    "type_behind",
    "type_beside",
    "types_over",
]

_TYPES = tuple(
    (re.compile(either("case_types", kind.value), re.IGNORECASE), kind)
    for kind in (CaseType.DECISION, CaseType.DISCUSSION, CaseType.INFORMATION, CaseType.APPROVAL)
)
_KIND = either("cases", "kinds")
_AND = r"[A-ZÆØÅ][\wæøå]*-\s*(?:og|eller|/)\s*"
"""The first half of a joint type: `Diskusjons- og beslutningssak`."""
TYPE_LABEL = re.compile(
    r"^(?P<label>(?:[A-ZÆØÅ][\wæøå]*-(?:,\s*\w+-)*\s*(?:og|eller|/)\s*)?[A-ZÆØÅa-zæøå]*"
    rf"(?:{_KIND}|tema|innspill?|høring)s?sak(?:er)?)\s*(?P<colon>:)\s*(?P<value>.*)$",
    re.IGNORECASE,
)
TYPE_ALONE = re.compile(
    rf"^\(?(?P<label>(?:{_AND})?(?:{_KIND}|tema)s?sak)\)?"
    r"(?:\s+(?:kl\.?\s*)?\d{1,2}[:.]\d{2}\s*(?:[-–]\s*\d{1,2}[:.]\d{2})?)?$",
    re.IGNORECASE,
)
_GROUP = re.compile(
    rf"(?:{_KIND})s?saker(?:\s*:)?|(?:{either('cases', 'groups')})(?:\s+i\s+(?:åpent|ope|lukket|lukka)\s+møte)?",
    re.IGNORECASE,
)
_LEGEND = re.compile(r"\(?(?P<letter>[A-ZÆØÅ])\)?\s*[=:–-]\s*(?P<kind>[A-ZÆØÅa-zæøå]{3,20}sak)(?:er|ar)?")
_SHORT = re.compile(_KIND, re.IGNORECASE)
_TITLE = re.compile(r"[A-ZÆØÅ«]")
"""How a title begins."""
_TAIL = re.compile(
    rf"(?P<title>.{{4,}}?)(?:\s*[-–(]\s*|(?<=[.?!])\s+)(?P<label>(?:{_KIND}|tema)s?sak)[.)]?", re.IGNORECASE
)
_TYPED = re.compile(rf"(?:{_AND})?(?:{_KIND})s?sak(?:er|ar)?\s*:?", re.IGNORECASE)
"""A heading that names the type of the cases under it."""


def case_types(text: str | None) -> tuple[CaseType, ...]:
    """Return what a type as written means; several may hold, `other` where none is known."""
    if not text:
        return ()
    found = tuple(kind for pattern, kind in _TYPES if pattern.search(text))
    return found or (CaseType.OTHER,)


def is_case_type(text: str) -> bool:
    """Tell whether a text is the name of a type of case and nothing else."""
    return TYPE_ALONE.match(text) is not None


def type_before(text: str) -> tuple[str, str] | None:
    """Return the type that stands before a title, and the title: `Orienteringssak: Nytt regelverk`."""
    match = TYPE_LABEL.match(text)
    return (match["label"], match["value"]) if match is not None and _TITLE.match(match["value"]) else None


def type_behind(text: str) -> tuple[str, str] | None:
    """Return the title that its type ends, and the type: `Regelverk – orienteringssak`, `Budsjett. Vedtakssak.`."""
    match = _TAIL.fullmatch(text)
    return (match["title"], match["label"]) if match is not None else None


def type_beside(line: Line) -> str:
    """Return the type that the agenda's last column gives a case, whole or short: `Vedtakssak`, `Diskusjon`."""
    last = line.text[line.gaps[-1] :].strip() if line.gaps else ""
    return last if is_case_type(last) or _SHORT.fullmatch(last) else ""


def group_top(lines: Sequence[Line], at: int) -> int:
    """Return where a group of cases begins whose heading stands right over a place: `Diskusjonssak:`."""
    above = lines[at - 1] if at else None
    match = TYPE_LABEL.match(above.text) if above is not None else None
    return at - 1 if match is not None and not match["value"] and len(match["label"]) < 60 else at


def is_group(text: str) -> bool:
    """Tell a heading over several cases: of a type, open or closed to the public, or those that were not announced."""
    return _GROUP.fullmatch(text) is not None


def types_over(lines: Sequence[Line], heads: Sequence[CaseHead]) -> dict[str, str]:
    """Return the types of the cases by number that headings over several of them tell: `Vedtakssaker`.

    Such a heading stands right over a case; right under a number it is that case's title.
    """
    types: dict[str, str] = {}
    group: str | None = None
    seen: set[str] = set()
    places = {head.index: head for head in heads}
    titles = {head.index + 1 for head in heads if not any(letter.isalpha() for letter in head.hit.rest)}
    for index, line in enumerate(lines):
        if index in places:
            key = places[index].key
            if key in seen and not (index and _TYPED.fullmatch(lines[index - 1].text)):
                group = None  # the agenda is over
            elif group is not None:
                types.setdefault(key, group)
            seen.add(key)
        elif index in titles or line.cell is not None:
            continue
        elif _TYPED.fullmatch(line.text) and index + 1 in places:
            group = line.text.rstrip(" :")
        elif is_group(line.text):
            group = None
    return types


def legend(lines: Sequence[Line]) -> dict[str, str]:
    """Return what the letters mean that stand in brackets before titles, as a legend tells: `B = beslutningssak`."""
    told = (_LEGEND.fullmatch(line.text) for line in lines if len(line.text) < 60)
    return {match["letter"]: match["kind"] for match in told if match}
