"""Why something is not in eInnsyn's form, or not as it was."""

from __future__ import annotations

from govdocs.tables import Words

__all__ = ["REASONS"]

REASONS = {
    "no_date": Words(
        "Møtet er ikke skrevet: eInnsyn krever dato, og kilden har ingen.",
        "Møtet er ikkje skrive: eInnsyn krev dato, og kjelda har ingen.",
        "The meeting is not written: eInnsyn asks for a date, and the source has none.",
    ),
    "no_body": Words(
        "Møtet er ikke skrevet: eInnsyn krever utvalg, og kilden har ikke noe.",
        "Møtet er ikkje skrive: eInnsyn krev utval, og kjelda har ikkje noko.",
        "The meeting is not written: eInnsyn asks for a committee, and the source has none.",
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
    "no_time": Words(
        "Kilden sier ikke når møtet begynner; klokkeslettet er midnatt.",
        "Kjelda seier ikkje når møtet tek til; klokkeslettet er midnatt.",
        "The source does not say when the meeting begins; the time is midnight.",
    ),
    "no_home": Words(
        "eInnsyn har ikke plass til dette.", "eInnsyn har ikkje plass til dette.", "eInnsyn has no home for this."
    ),
    "number": Words(
        "Saksnummeret går ikke opp i år og løpenummer; det står i beskrivelsen, slik det er skrevet.",
        "Saksnummeret går ikkje opp i år og løpenummer; det står i skildringa, slik det er skrive.",
        "The case number is more than a year and a sequence; it stands in the description, as written.",
    ),
    "subcase": Words(
        "eInnsyn har ikke undersaker; saken står ved siden av hovedsaken.",
        "eInnsyn har ikkje undersaker; saka står ved sida av hovudsaka.",
        "eInnsyn has no sub-cases; the case stands beside its parent.",
    ),
    "text": Words(
        "Sakstekst kan bare stå i en utredning med innstilling, og saken har ingen.",
        "Sakstekst kan berre stå i ei utgreiing med innstilling, og saka har inga.",
        "Case text stands only in a report with a recommendation, and the case has none.",
    ),
    "long": Words(
        "Teksten er skrevet hel, men eInnsyns tjener tar ikke imot mer enn 500 tegn; legg den ved som dokument.",
        "Teksten er skriven heil, men tenaren til eInnsyn tek ikkje imot meir enn 500 teikn; legg han ved.",
        "The text is written whole, but eInnsyn's server takes no more than 500 characters; add it as a document.",
    ),
    "several": Words(
        "eInnsyn har ett vedtak per sak; tekstene står etter hverandre.",
        "eInnsyn har eitt vedtak per sak; tekstane står etter kvarandre.",
        "eInnsyn has one decision a case; the texts stand after one another.",
    ),
    "vote": Words(
        "eInnsyn har bare stemmer ved navn; voteringen står i behandlingsprotokollen.",
        "eInnsyn har berre røyster ved namn; røystinga står i behandlingsprotokollen.",
        "eInnsyn has votes by name only; the vote stands in the record of proceedings.",
    ),
    "no_address": Words(
        "Dokumentet har ingen adresse på nettet; gi den med valget base_url.",
        "Dokumentet har inga adresse på nettet; gje ho med valet base_url.",
        "The document has no address on the web; give it with the option base_url.",
    ),
}  # fmt: skip
