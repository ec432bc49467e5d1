"""Minutes whose tables stand in text by alignment alone, as a PDF's text is set out: facts, rolls, agenda and cases."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import Any

from attrs import frozen
from hypothesis import strategies as st

from govdocs import Document
from govdocs.model import ParticipantStatus
from printing.dating import long_days
from printing.making import CaseMade, MeetingMade, PersonMade, held, held_as_read, meetings, whole
from printing.sheet import Accidents, Sheet, accidents

__all__ = ["how", "made", "printed", "said", "stated"]

ROLES = ("Leder", "Nestleder", "Medlem", "Medlem")
PARTIES = ("AP", "H", "SP", "SV", "V", "FRP", "MDG", "KRF")
TYPES = ("Vedtakssak", "Diskusjonssak", "Orienteringssak")
WRITER = "Gunvor Stenseth"
GAP = 3


@frozen(kw_only=True)
class Look:
    """How the tables are set."""

    pairs: bool
    """Whether the head has two pairs of label and value on a line."""
    colon: bool
    """Whether its labels have a colon."""
    roll: tuple[str, ...]
    """The heads of the columns of those present and absent."""
    agenda: tuple[str, ...]
    """The heads of the agenda's columns; none without an agenda."""
    spaced: bool
    """Whether a blank line stands behind every row."""
    indent: int
    """Blanks before every row of a table."""
    cases: tuple[str, ...]
    """The heads of the columns of the cases; none where each has its heading."""


ROLLS = (("Navn", "Institusjon"), ("Navn", "Funksjon", "Representerer"))
AGENDAS = ((), ("Saksnr.", "Tittel", "Type"), ("Sak nr", "Sakstittel", "Side"))
CASES = ((), (), ("Sak", "Referat", "Ansvar", "Frist"), ("Sak", "Referat", "Ansvar"))
FOLLOW = ("Ansvar", "Frist")
DEADLINES = ("12.4.2026", "Løpende", "Neste møte", "1. september", "Innen utgangen av året")
WIDTHS = {
    "Sak": 24, "Referat": 42, "Ansvar": 20, "Frist": 16,
    "Navn": 28, "Institusjon": 34, "Funksjon": 14, "Representerer": 18,
    "Saksnr.": 11, "Tittel": 34, "Type": 20, "Sak nr": 11, "Sakstittel": 40, "Side": 8,
}  # fmt: skip
looks = st.builds(
    Look,
    pairs=st.booleans(), colon=st.booleans(), roll=st.sampled_from(ROLLS), agenda=st.sampled_from(AGENDAS),
    spaced=st.booleans(), indent=st.sampled_from((0, 0, 2)),
    cases=st.sampled_from(CASES),
)  # fmt: skip
made = st.tuples(meetings(ROLES, TYPES), looks)
how = accidents(double=False)
Drawn = tuple[MeetingMade, Look]


def printed(drawn: Drawn, how: Accidents) -> str:
    """Set the minutes."""
    meeting, look = drawn
    sheet = Sheet(how)
    sheet.put("Møtereferat", after=2)
    _head(sheet, meeting, look)
    for heading, people in (("Til stede:", meeting.present), ("Forfall:", meeting.absent)):
        if people:
            sheet.put(sheet.label(heading), after=0)
            _table(sheet, look, look.roll, (_person(sheet, look, person) for person in people))
    if look.agenda:
        sheet.put(sheet.label("Saksliste"), after=0)
        rows = ((_number(meeting, case), case.title, _last(look, case, n)) for n, case in enumerate(meeting.cases))
        _table(sheet, look, look.agenda, rows)
    if look.cases:
        _table(sheet, look, look.cases, (_case(meeting, look, case) for case in meeting.cases))
    for case in () if look.cases else meeting.cases:
        sheet.put(f"Sak {_number(meeting, case)} {case.title}")
        sheet.put_all(case.paragraphs)
        if len(case.decision) == 1:
            sheet.put(f"Vedtak: {case.decision[0]}", after=2)
        else:
            sheet.put("Vedtak:")
            sheet.put(*(f"{n}. {point}" for n, point in enumerate(case.decision, 1)), after=2)
    return sheet.text()


def _head(sheet: Sheet, meeting: MeetingMade, look: Look) -> None:
    facts = [
        ("Utvalg", meeting.body),
        ("Møtested", meeting.place),
        ("Møtetid", f"{meeting.start:%H.%M}–{meeting.end:%H.%M}"),
        ("Dato", long_days(meeting.date, meeting.last)),
        ("Referent", WRITER),
    ]
    told = [(sheet.label(label) + ":" * look.colon, text) for label, text in facts]
    rows = [told[0], (*told[1], *told[2]), (*told[3], *told[4])] if look.pairs else told
    for row in rows:
        widths = (13, sheet.how.width - 13) if len(row) == 2 else (13, 31, 11, 30)
        _row(sheet, row, widths)
    sheet.put()


def _table(sheet: Sheet, look: Look, heads: Sequence[str], rows: Iterator[Sequence[str]]) -> None:
    more = (sheet.how.width - 62) // 3
    widths = [WIDTHS[head] + (more if WIDTHS[head] > 30 else 0) for head in heads]
    _row(sheet, [sheet.label(head) for head in heads], widths, look.indent)
    for row in rows:
        _row(sheet, row, widths, look.indent)
        sheet.put(after=int(look.spaced))
    sheet.put(after=2 - int(look.spaced))


def _row(sheet: Sheet, cells: Sequence[str], widths: Sequence[int], indent: int = 0) -> None:
    wrapped = (
        [line for text in cell.split("\n") for line in _wrapped(text, width - GAP)]
        for cell, width in zip(cells, widths, strict=True)
    )
    for row in zip_longest(*wrapped, fillvalue=""):
        text = "".join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)).rstrip()
        sheet.put(" " * indent + text, wrap=False, after=0)


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_on_hyphens=False, break_long_words=False)


def _case(meeting: MeetingMade, look: Look, case: CaseMade) -> list[str]:
    follow = dict(_follow(look, case))
    told = "\n".join([*case.paragraphs, *_decided(case)])
    return [f"{_number(meeting, case)} {case.title}", told, *(follow[head] for head in look.cases[2:])]


def _decided(case: CaseMade) -> list[str]:
    if len(case.decision) == 1:
        return [f"Vedtak: {case.decision[0]}"]
    return ["Vedtak:", *(f"{n}. {point}" for n, point in enumerate(case.decision, 1))]


def _follow(look: Look, case: CaseMade) -> list[tuple[str, str]]:
    texts = {"Ansvar": ("Sekretariatet", "Gunvor Stenseth", "")[len(case.title) % 3]}
    texts["Frist"] = DEADLINES[len(case.title) % len(DEADLINES)] if texts["Ansvar"] else ""
    return [(head, texts[head]) for head in look.cases[2:]]


def _number(meeting: MeetingMade, case: CaseMade) -> str:
    return f"{case.sequence}/{meeting.date.year % 100:02d}"


def _person(sheet: Sheet, look: Look, person: PersonMade) -> tuple[str, ...]:
    texts = {"Navn": person.name, "Funksjon": sheet.label(person.role or "")}
    return tuple(texts.get(head, _from(look, person)) for head in look.roll)


def _from(look: Look, person: PersonMade) -> str:
    return PARTIES[len(person.name) % len(PARTIES)] if "Representerer" in look.roll else person.organization


def _last(look: Look, case: CaseMade, n: int) -> str:
    return str(2 + n) if "Side" in look.agenda else case.type or ""


def stated(drawn: Drawn, how: Accidents) -> dict[str, Any]:
    """Return the facts that this style states."""
    meeting, look = drawn
    label = Sheet(how).label
    return {
        **held(meeting),
        "people": [
            (WRITER, "referent", None, False),
            *(
                (p.name, label(p.role) if "Funksjon" in look.roll and p.role else None, _from(look, p), absent)
                for absent, people in ((False, meeting.present), (True, meeting.absent))
                for p in people
            ),
        ],
        "cases": [
            {
                "number": _number(meeting, case),
                "title": case.title,
                "type": case.type if "Type" in look.agenda else None,
                "text": " ".join(case.paragraphs),
                "follow": [told for told in _follow(look, case) if told[1]],
                "decisions": [whole(case.decision)],
                "points": list(case.decision) if len(case.decision) > 1 else [],
            }
            for case in meeting.cases
        ],
    }


def said(document: Document) -> dict[str, Any]:
    """Return the same facts as they were read."""
    (meeting,) = document.meetings
    return {
        **held_as_read(meeting),
        "people": [
            (p.name, p.role, p.organization, p.status is ParticipantStatus.ABSENT) for p in meeting.participants
        ],
        "cases": [
            {
                "number": case.number,
                "title": case.title,
                "type": case.type_label,
                "text": " ".join(
                    text for each in case.sections if each.heading not in FOLLOW for text in each.paragraphs
                ),
                "follow": [
                    (each.heading, " ".join(each.paragraphs)) for each in case.sections if each.heading in FOLLOW
                ],
                "decisions": [decision.text for decision in case.decisions],
                "points": [point.text for decision in case.decisions for point in decision.points],
            }
            for case in meeting.cases
        ],
    }
