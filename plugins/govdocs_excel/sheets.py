"""Which tables are sheets, in which order, with which columns how wide: what a person needs first stands first."""

from __future__ import annotations

from attrs import frozen

from govdocs.tables import TABLES, Column, Kind, Table, Words, table_named

__all__ = ["SHEETS", "Sheet"]

BLUE, ORANGE, GREY = "1F4E79", "C55A11", "7F7F7F"

MEETING = "meeting_date 11, meeting_number 10, meeting_body 32"
PLACE = "page 6, first_line 7, source_name 40~"


@frozen(kw_only=True)
class Sheet:
    """One table as a sheet."""

    table: Table
    """Which table."""
    columns: tuple[Column, ...]
    """Its columns from left to right, the technical ones last."""
    widths: tuple[float, ...]
    """Their widths, in characters."""
    printed: int
    """How many of the leading columns are printed."""
    technical: int
    """How many of the last columns are folded away."""
    color: str
    """Of the tab, RGB in hexadecimal."""
    links: dict[str, tuple[str, tuple[str, ...]]]
    """For a column that leads to another row: the column with that row's key, and the tables it may be of."""
    clipped: frozenset[str]
    """Columns that repeat what another sheet has whole: on the screen they stay on one line. No printed one does."""


OWN = {
    name: Column(name=name, kind=Kind.TEXT, heading=heading, meaning=meaning, context=True)
    for name, heading, meaning in (
        (
            "open",
            Words("Åpne", "Opne", "Open"),
            Words("Lenke til filen, sett fra arbeidsboken.", "Lenkje til fila, sett frå arbeidsboka.", "Link to the file, seen from the workbook."),
        ),
        (
            "reviewed",
            Words("Vurdert", "Vurdert", "Reviewed"),
            Words("Din vurdering; velg i listen.", "Di vurdering; vel i lista.", "Your judgement; choose from the list."),
        ),
        (
            "comment",
            Words("Kommentar", "Kommentar", "Comment"),
            Words("Plass til egne ord.", "Plass til eigne ord.", "Room for words of your own."),
        ),
    )
}  # fmt: skip
"""Columns that only the workbook has: a way to the file, and two for a person to write in."""

# LibreOffice does not wrap a text that is a link, so links stand where there are dates, numbers and short texts.
LINKS = {
    "meeting_date": ("meeting_id", ("meetings",)),
    "meeting_number": ("meeting_id", ("meetings",)),
    "case_number": ("case_id", ("cases",)),
    "parent_number": ("parent_id", ("cases",)),
    "raw": ("resolved_id", ("cases", "meetings")),
    "plan_period": ("plan_id", ("plans",)),
    "page": ("source_id", ("sources",)),
}


def _sheet(name: str, color: str, printed: str, screen: str = "") -> Sheet:
    """Make a sheet of the columns that are printed and those only the screen shows, with widths; `~` for clipped ones."""
    table = table_named(name)
    leading, more = ([item.split() for item in text.split(", ") if item] for text in (printed, screen))
    shown = [*leading, *more]
    technical = [column for column in table.columns if column.technical]
    assert {n for n, _ in shown} - OWN.keys() == {c.name for c in table.columns if not c.technical}, name
    assert "~" not in printed, name
    return Sheet(
        table=table,
        columns=(*(OWN.get(column) or table.column(column) for column, _ in shown), *technical),
        widths=(*(float(width.rstrip("~")) for _, width in shown), *(14.0 for _ in technical)),
        printed=len(leading),
        technical=len(technical),
        color=color,
        links={
            column: link
            for column, link in LINKS.items()
            if any(n == column for n, _ in shown) and _has(table, link[0])
        },
        clipped=frozenset(column for column, width in shown if width.endswith("~")),
    )


def _has(table: Table, name: str) -> bool:
    return any(column.name == name for column in table.columns)


SHEETS: tuple[Sheet, ...] = (
    _sheet(
        "meetings", BLUE,
        "date 11, body 32, number 10, kind 20, place 28, start_time 8, end_time 8, present 9, cases 8, decisions 9, page 6, source_name 40",
        "first_line 7, title 26, end_date 11, next_date 13",
    ),
    _sheet(
        "cases", BLUE, f"{MEETING}, number 11, title 42, adopted 62",
        "proposed 50, types 28, case_officers 22, responsible 22, subtitle 26, type_label 18, recipient 18, sender 18, "
        f"archive_number 13, attachments 10, parent_number 11, {PLACE}",
    ),
    _sheet(
        "decisions", BLUE, f"{MEETING}, case_number 11, case_title 36, kind 10, text 70",
        f"vote_outcome 36, vote_unanimous 12, label 20, inferred 9, {PLACE}",
    ),
    _sheet(
        "participants", BLUE, f"{MEETING}, name 28, title 26, organization 30, status 18, role 16",
        f"remote 10, substitute_for 24, cases 16, presence 20, list_heading 28, {PLACE}",
    ),
    _sheet(
        "actions", BLUE, "plan_period 11, plan_title 32, area_number 11, area_title 28, number 7, text 62, responsible 28",
        f"responsible_note 22, deadline 16, status 22, {PLACE}",
    ),
    _sheet(
        "attachments", BLUE, "meeting_date 11, meeting_body 32, case_number 11, case_title 40, kind 20, number 6, title 54",
        f"meeting_number 10, {PLACE}",
    ),
    _sheet(
        "case_references", BLUE, "meeting_date 11, meeting_body 32, case_number 11, case_title 38, kind 20, raw 28, target 40",
        f"number 12, meeting_number 10, {PLACE}",
    ),
    _sheet(
        "findings", ORANGE,
        "severity 15, code 9, message 54, case_number 11, meeting_body 26, page 6, first_line 7, source_name 32, reviewed 16, comment 32",
        "case_title 36",
    ),
    _sheet("unread_lines", ORANGE, "page 6, first_line 7, text 100, source_name 44", "part 44~"),
    _sheet(
        "sources", BLUE,
        "name 44, open 8, meetings 8, cases 8, decisions 9, actions 8, findings 11, lines 9, unread_lines 9, coverage 10, path 46",
    ),
    _sheet(
        "paragraphs", GREY, "meeting_date 11, case_number 11, case_title 36, kind 18, heading 24, text 84",
        f"meeting_number 10, meeting_body 32~, {PLACE}",
    ),
    _sheet(
        "points", GREY, "meeting_date 11, case_number 11, case_title 38, kind 11, marker 7, level 7, text 84",
        f"meeting_number 10, meeting_body 32~, {PLACE}",
    ),
    _sheet(
        "vote_counts", GREY,
        "meeting_date 11, meeting_body 32, case_number 11, case_title 38, option 18, votes 8, party 10, voters 50",
        f"meeting_number 10, {PLACE}",
    ),
    _sheet("areas", GREY, "plan_title 36, number 8, title 36, goal 64, actions 8", PLACE),
    _sheet("plans", GREY, "title 44, body 28, period 12, columns 34, actions 9, page 6, source_name 40", "first_line 7"),
    _sheet(
        "parts", GREY, "label 50, genre 24, reader 16, confidence 11, coverage 10, page 6, source_name 40", "first_line 7"
    ),
)  # fmt: skip

assert {sheet.table.name for sheet in SHEETS} == {table.name for table in TABLES if table.sheet}
