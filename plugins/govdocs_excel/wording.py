"""What the workbook says of itself, in the languages of the registers."""

from __future__ import annotations

from govdocs.tables import Words

__all__ = ["NOTES", "said"]

_WORDS = {
    "yes": Words("Ja", "Ja", "Yes"),
    "no": Words("Nei", "Nei", "No"),
    "piece": Words("{} av {}", "{} av {}", "{} of {}"),
    "continued": Words("Del av rad", "Del av rad", "Part of row"),
    "overview": Words("Oversikt", "Oversikt", "Overview"),
    "explanation": Words("Forklaring", "Forklaring", "Explanation"),
    "title": Words(
        "Register over møter, saker, vedtak og tiltak",
        "Register over møte, saker, vedtak og tiltak",
        "Register of meetings, cases, decisions and actions",
    ),
    "subtitle": Words(
        "Lest fra dokumentene av govdocs. Hver rad har side og linje i kilden, slik at den kan kontrolleres.",
        "Lese frå dokumenta av govdocs. Kvar rad har side og line i kjelda, slik at ho kan kontrollerast.",
        "Read from the documents by govdocs. Each row has its page and line in the source, so that it can be checked.",
    ),
    "sheet": Words("Ark", "Ark", "Sheet"),
    "rows": Words("Rader", "Rader", "Rows"),
    "content": Words("En rad er", "Ei rad er", "A row is"),
    "column": Words("Kolonne", "Kolonne", "Column"),
    "meaning": Words("Betydning", "Tyding", "Meaning"),
    "values": Words("Verdier", "Verdiar", "Values"),
    "machine": Words("Maskinnavn", "Maskinnamn", "Machine name"),
    "body": Words("Organ", "Organ", "Body"),
    "year": Words("År", "År", "Year"),
    "nobody": Words("Ikke oppgitt", "Ikkje oppgjeve", "Not stated"),
    "noyear": Words("Uten dato", "Utan dato", "No date"),
    "meetings": Words("Møter", "Møte", "Meetings"),
    "cases": Words("Saker", "Saker", "Cases"),
    "proposed": Words("Forslag", "Framlegg", "Proposed"),
    "adopted": Words("Vedtak", "Vedtak", "Decisions"),
    "by_body": Words("Organ og år", "Organ og år", "Body and year"),
    "per_year": Words("Saker og vedtak per år", "Saker og vedtak per år", "Cases and decisions per year"),
    "per_body": Words("Saker og vedtak per organ", "Saker og vedtak per organ", "Cases and decisions per body"),
    "total": Words("I alt", "I alt", "In all"),
    "number": Words("Antall", "Tal", "Number"),
    "look": Words("Se på dette først", "Sjå på dette først", "Look at this first"),
    "coverage": Words("Tekstlinjer som er tatt opp i en post", "Tekstliner som er tekne opp i ein post", "Text lines that a record took"),
    "unread": Words("Tekstlinjer som ikke er tatt opp", "Tekstliner som ikkje er tekne opp", "Text lines that no record took"),
    "fine": Words("I orden", "I orden", "Fine"),
    "follow": Words("Følges opp", "Blir følgd opp", "To be followed up"),
    "mended": Words("Rettet i kilden", "Retta i kjelda", "Mended in the source"),
    "open": Words("Åpne", "Opne", "Open"),
    "page": Words("Side &P av &N", "Side &P av &N", "Page &P of &N"),
}  # fmt: skip

NOTES = (
    Words(
        "Ingenting er rettet eller omskrevet: tekstene står slik de står i kilden. Det som er utledet og ikke skrevet, er merket.",
        "Ingenting er retta eller omskrive: tekstene står slik dei står i kjelda. Det som er utleidd og ikkje skrive, er merkt.",
        "Nothing is mended or rewritten: texts stand as in the source. What was inferred and not written is marked.",
    ),
    Words(
        "Det samme møtet kan stå flere ganger: én rad for hvert dokument det er lest fra (innkalling, saksframlegg, referat).",
        "Det same møtet kan stå fleire gonger: éi rad for kvart dokument det er lese frå (innkalling, saksframlegg, referat).",
        "The same meeting may stand several times: a row for each document it was read from (notice, case papers, minutes).",
    ),
    Words(
        "Ark med grå fane har detaljene. Kolonnene lengst til høyre (ID-er og liknende) er foldet sammen; trykk + over dem.",
        "Ark med grå fane har detaljane. Kolonnane lengst til høgre (ID-ar og liknande) er falda saman; trykk + over dei.",
        "Sheets with a grey tab hold the details. The columns furthest to the right (ids and the like) are folded; press + above them.",
    ),
    Words(
        "Datoer, saksnumre og sidetall er lenker: til møtet, saken og kilden. Filtrer fritt; etter en ny sortering kan lenker til et ark treffe feil rad.",
        "Datoar, saksnummer og sidetal er lenkjer: til møtet, saka og kjelda. Filtrer fritt; etter ei ny sortering kan lenkjer til eit ark råke feil rad.",
        "Dates, case numbers and page numbers are links: to the meeting, the case and the source. Filter freely; once a sheet is sorted anew, links to it may miss.",
    ),
    Words(
        "En tekst som er lengre enn en celle har plass til, går videre i raden under. Da sier siste kolonne hvilken del raden er.",
        "Ein tekst som er lengre enn ei celle har plass til, går vidare i rada under. Då seier siste kolonne kva for ein del rada er.",
        "A text that is longer than a cell holds goes on in the row below. The last column then says which part the row is.",
    ),
    Words(
        "Tegn som et regneark ikke kan vise, står som _x0002_ med tegnets nummer i seksten-tallsystemet i filen.",
        "Teikn som eit rekneark ikkje kan vise, står som _x0002_ med nummeret til teiknet i sekstentalssystemet i fila.",
        "Characters that a spreadsheet cannot show stand in the file as _x0002_ with the character's number in hexadecimal.",
    ),
    Words(
        "Utskriften tar med de første kolonnene i hvert ark, i liggende A4.",
        "Utskrifta tek med dei første kolonnane i kvart ark, i liggjande A4.",
        "Printing takes the first columns of each sheet, on A4 in landscape.",
    ),
)  # fmt: skip


def said(name: str, language: str) -> str:
    """Return one of the workbook's own words."""
    return _WORDS[name].said(language)
