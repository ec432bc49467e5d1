"""How the tables are written down, and the columns that several of them share."""

from __future__ import annotations

from govdocs.tables.columns import Choice, Column, Kind, Link, Table, Words

# A table of words: a column a line.
# fmt: off

TEXT, INTEGER, NUMBER, BOOLEAN, DATE, TIME = Kind


def column(
    name: str,
    kind: Kind,
    heading: str,
    meaning: str,
    *,
    choices: tuple[Choice, ...] = (),
    required: bool = False,
    context: bool = False,
    technical: bool = False,
) -> Column:
    """Write down a column; heading and meaning are `bokmål|nynorsk|English`."""
    return Column(
        name=name,
        kind=kind,
        heading=Words.parse(heading),
        meaning=Words.parse(meaning),
        choices=choices,
        required=required,
        context=context,
        technical=technical,
    )


def identity(name: str, heading: str, meaning: str, *, required: bool = True) -> Column:
    """Write down a column that names a row, of this table or of another."""
    return column(name, TEXT, heading, meaning, required=required, technical=True)


def context(name: str, heading: str, meaning: str, kind: Kind = TEXT) -> Column:
    """Write down a column that repeats what another table holds."""
    return column(name, kind, heading, meaning, context=True)


def table(
    name: str, heading: str, meaning: str, columns: tuple[Column, ...], key: tuple[str, ...], *links: Link, sheet: bool = True
) -> Table:
    """Write down a table; heading and meaning are `bokmål|nynorsk|English`."""
    return Table(
        name=name,
        heading=Words.parse(heading),
        meaning=Words.parse(meaning),
        columns=columns,
        key=key,
        links=links,
        sheet=sheet,
    )


SOURCE = identity("source_id", "Kilde-ID|Kjelde-ID|Source ID", "Kilden raden er lest fra.|Kjelda rada er lesen frå.|The source the row was read from.")
MEETING = identity("meeting_id", "Møte-ID||Meeting ID", "Møtet raden hører til.|Møtet rada høyrer til.|The meeting the row belongs to.")
CASE = identity("case_id", "Sak-ID||Case ID", "Saken raden hører til.|Saka rada høyrer til.|The case the row belongs to.")
POSITION = column(
    "position", INTEGER, "Plass||Position", "Rekkefølgen i dokumentet, fra 1.|Rekkjefølgja i dokumentet, frå 1.|Order in the document, from 1.",
    required=True, technical=True,
)
PLACE = (
    column("page", INTEGER, "Side||Page", "Siden i kilden der dette står.|Sida i kjelda der dette står.|The page of the source where this stands."),
    column(
        "first_line", INTEGER, "Linje||Line",
        "Første linje i kilden, telt gjennom hele dokumentet.|Første line i kjelda, talt gjennom heile dokumentet.|First line in the source, counted through the document.",
    ),
    column("last_line", INTEGER, "Til linje|Til line|To line", "Siste linje i kilden.|Siste line i kjelda.|Last line in the source.", technical=True),
)
SOURCE_NAME = context("source_name", "Kilde|Kjelde|Source", "Filen raden er lest fra.|Fila rada er lesen frå.|The file the row was read from.")
BODY = context("meeting_body", "Organ||Body", "Organet som hadde møtet.||The body that met.")
MEETING_DATE = context("meeting_date", "Møtedato||Meeting date", "Dagen møtet ble holdt.|Dagen møtet vart halde.|The day of the meeting.", DATE)
MEETING_NUMBER = context("meeting_number", "Møtenr.||Meeting no.", "Møtets nummer, slik det står.|Nummeret på møtet, slik det står.|The meeting's number, as written.")
CASE_NUMBER = context("case_number", "Saksnr.||Case no.", "Saksnummeret, slik det står.||The case number, as written.")
CASE_TITLE = context("case_title", "Sakstittel||Case title", "Tittelen på saken.|Tittelen på saka.|The title of the case.")
PLAN_TITLE = context("plan_title", "Plan||Plan", "Planens tittel.|Tittelen på planen.|The plan's title.")
IN_MEETING = (BODY, MEETING_DATE, MEETING_NUMBER)
IN_CASE = (*IN_MEETING, CASE_NUMBER, CASE_TITLE)

TO_SOURCE = Link(columns=("source_id",), table="sources", to=("source_id",))
TO_MEETING = Link(columns=("meeting_id",), table="meetings", to=("meeting_id",))
TO_CASE = Link(columns=("case_id",), table="cases", to=("case_id",))
TO_DECISION = Link(columns=("decision_id",), table="decisions", to=("decision_id",))
DECISION = identity("decision_id", "Vedtak-ID||Decision ID", "Vedtaket raden hører til.|Vedtaket rada høyrer til.|The decision the row belongs to.")
PERSON = "Navn|Namn|Name"
