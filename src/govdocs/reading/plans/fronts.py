"""What the front of a document says it is: a plan of measures, a report on how one goes, or a text about plans."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.plans.borders import Borders
from govdocs.reading.plans.names import is_measures_title, is_plan_title, reported_plan

__all__ = ["PlanFront", "front_of", "reach_of"]

_FRONT = 12
"""Text lines within which the title stands."""
_LETTER = re.compile(r"(?:vår|deres|dykkar)\s+(?:ref|dato|saksbeh)|saksbehand\w+\s*:|til\s*:\s*\S", re.IGNORECASE)
_GREETING = re.compile(r"(?:med\s+)?(?:(?:venn\w+|beste)\s+)?(?:hilsen|helsing)", re.IGNORECASE)
_ABOUT = re.compile(
    r"evaluering|rapport\b|høring|høyring|uttal|fråsegn|merknad|innspill?\b|slik\b|veile|rettlei|mal\b|kommentar|"
    r"pressemelding|nyhet|nyhend|invitasjon|referat|protokoll|saks?framlegg|plan(?:program|strategi)\b|forslag\s+til\s+vedtak",
    re.IGNORECASE,
)
"""Words that a text about a plan begins with, or bears behind its name."""
_ACCOUNTS = re.compile(r"økonomiplan|budsjett|rekneskap|regnskap", re.IGNORECASE)
_MEASURES = re.compile(
    r"handlings?\W?(?:plan|program|del)|tiltaks(?:plan|program|liste|oversikt|del|pakke)|oppfølg\w*plan", re.IGNORECASE
)
"""Names of plans that consist of measures."""


@frozen(kw_only=True)
class PlanFront:
    """A title at the top of a document."""

    place: int
    """Place of its line."""
    of_measures: bool
    """Whether its name says that measures follow: `Handlingsplan`; not so `Strategi`."""
    reporting: bool
    """Whether the document tells how far the measures of a plan have come."""


def reach_of(lines: Sequence[Line], borders: Borders) -> int:
    """Return where a document ends that begins the lines: where the next one begins, or behind the last line.

    Of a document that a decision ends nothing counts: a case tells of a plan.
    """
    mark = borders.after(0)
    if mark == len(lines):
        return mark
    decided = borders.vocabulary.label(lines[mark].text, "decision", alone=False) is not None
    return 0 if decided else borders.begins(mark, 0)


def front_of(lines: Sequence[Line], vocabulary: Vocabulary) -> PlanFront | None:
    """Return the title of a plan that a document begins with; `None` for a letter, a report, a text about plans."""
    for at, line in enumerate(lines[:_FRONT]):
        text = line.text.lstrip("#* ")
        if _LETTER.match(text):
            return None
        if is_measures_title(text) or is_plan_title(text, vocabulary):
            return _judged(lines, at, text)
        if _ABOUT.match(text) or (looks_like_sentence(text) and len(text) > 60):
            return None
    return None


def _judged(lines: Sequence[Line], at: int, text: str) -> PlanFront | None:
    report = reported_plan(text)
    about = _ABOUT.match(text) or re.search(rf"\s[–—-]\s+(?:{_ABOUT.pattern})", text, re.IGNORECASE)
    measures = bool(_MEASURES.search(" ".join(line.text for line in lines[at : at + 3]))) or is_measures_title(text)
    if (report is None and about) or (_ACCOUNTS.search(text) and not _MEASURES.search(text)):
        return None
    if any(_LETTER.match(line.text) for line in lines[: at + _FRONT]):
        return None
    if any(len(line.text) < 40 and _GREETING.match(line.text) for line in lines):
        return None
    return PlanFront(place=at, of_measures=measures, reporting=report is not None)
