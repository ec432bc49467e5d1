"""Why something is not in the extract, or not as it was."""

from __future__ import annotations

from govdocs.tables import Words

__all__ = ["REASONS"]

REASONS = {
    "no_date": Words(
        "Møtet er ikke skrevet: Noark 5 krever møtedato, og kilden har ingen.",
        "Møtet er ikkje skrive: Noark 5 krev møtedato, og kjelda har ingen.",
        "The meeting is not written: Noark 5 asks for a date, and the source has none.",
    ),
    "no_body": Words(
        "Møtet er ikke skrevet: Noark 5 krever utvalg, og kilden har ikke noe.",
        "Møtet er ikkje skrive: Noark 5 krev utval, og kjelda har ikkje noko.",
        "The meeting is not written: Noark 5 asks for a committee, and the source has none.",
    ),
    "same": Words(
        "Filen er den samme som en tidligere, og er ikke skrevet en gang til.",
        "Fila er den same som ei tidlegare, og er ikkje skriven ein gong til.",
        "The file is the same as an earlier one, and is not written again.",
    ),
    "no_number": Words(
        "Møtet har ikke noe nummer i kilden; datoen står i stedet.",
        "Møtet har ikkje noko nummer i kjelda; datoen står i staden.",
        "The source gives the meeting no number; its date stands instead.",
    ),
    "dates": Words(
        "Noark 5 krever når mappen ble opprettet, avsluttet og arkivert; møtets egen dato står i stedet.",
        "Noark 5 krev når mappa vart oppretta, avslutta og arkivert; datoen for møtet står i staden.",
        "Noark 5 asks when the folder was created, closed and archived; the meeting's own date stands instead.",
    ),
    "no_officer": Words(
        "Noark 5 krever saksbehandler, og kilden har ingen; «Ukjent» står i stedet.",
        "Noark 5 krev saksbehandlar, og kjelda har ingen; «Ukjent» står i staden.",
        "Noark 5 asks for a case officer, and the source has none; `Ukjent` stands instead.",
    ),
    "no_home": Words(
        "Noark 5 har ikke plass til dette.", "Noark 5 har ikkje plass til dette.", "Noark 5 has no home for this."
    ),
    "creator": Words(
        "Arkivskapernes organisasjonsnumre står ikke i kildene; navnet står i stedet.",
        "Organisasjonsnummera til arkivskaparane står ikkje i kjeldene; namnet står i staden.",
        "The sources do not give the organisation numbers of the archive creators; their names stand instead.",
    ),
    "empty": Words(
        "Ingen møter er skrevet; datoene for arkivet er uten innhold.",
        "Ingen møte er skrivne; datoane for arkivet er utan innhald.",
        "No meeting was written; the dates of the archive are empty of meaning.",
    ),
}  # fmt: skip
