"""Errors to plant in the clean documents, each with the finding that must come of it and no other."""

from __future__ import annotations

from attrs import frozen

from checks.clean import CLEAN, MINUTES, PAPERS, PLAN, TABLE

__all__ = ["PLANTED", "Planted"]


@frozen
class Planted:
    """One error in a clean document."""

    code: str
    """The finding that must come of it."""
    message: str
    """Its message."""
    at: str
    """Text of the line it points at."""
    text: str
    """The document with the error."""
    beside: tuple[str, ...] = ()
    """Codes of findings that the same error must cause as well."""


def minutes(code: str, message: str, at: str, *edits: tuple[str, str], beside: tuple[str, ...] = ()) -> Planted:
    return Planted(code, message, at, _edited(MINUTES, edits), beside)


def papers(code: str, message: str, at: str, *edits: tuple[str, str], beside: tuple[str, ...] = ()) -> Planted:
    return Planted(code, message, at, _edited(PAPERS, edits), beside)


def bundle(code: str, message: str, at: str, *edits: tuple[str, str], beside: tuple[str, ...] = ()) -> Planted:
    return Planted(code, message, at, _edited(CLEAN["bundle"], edits), beside)


def table(code: str, message: str, at: str, *edits: tuple[str, str], beside: tuple[str, ...] = ()) -> Planted:
    return Planted(code, message, at, _edited(TABLE, edits), beside)


def plan(code: str, message: str, at: str, *edits: tuple[str, str], beside: tuple[str, ...] = ()) -> Planted:
    return Planted(code, message, at, _edited(PLAN, edits), beside)


def _edited(text: str, edits: tuple[tuple[str, str], ...]) -> str:
    for old, new in edits:
        assert old in text, f"the clean document holds no {old!r}"
        text = text.replace(old, new)
    return text


_THIRD = "Sak 22/3/24 Tilskudd til fartøyvern\n"
_LAST = "Sak 23/3/24 Eventuelt\n"

PLANTED = (
    table(
        "GD101",
        "the title 'Vern av naust' and the text share a line: 'Rådet drøftet hvilke bygg som bør …' follows it",
        "Sak 02-2024\t<p>Vern av naust Rådet drøftet hvilke bygg som bør vernes.</p>",
        ("naust</p> <p>Rådet", "naust Rådet"),
    ),
    minutes(
        "GD101",
        "the title runs into the text: 'Tilskudd til fartøyvern Søknadene er vurdert, og flere av fartøyene er med.'",
        "Sak 22/3/24 Tilskudd til fartøyvern Søknadene er vurdert, og flere av fartøyene er med.",
        (
            "fartøyvern\n\nSøknadene er vurdert av sekretariatet, se sak 21/3/24 om naustene.",
            "fartøyvern Søknadene er vurdert, og flere av fartøyene er med.",
        ),
    ),
    minutes(
        "GD102",
        "no label says that this is a decision: 'Kystmuseet fikk i oppdrag å lage en tilstandsrapport.'",
        "bygg som bør vernes, og pekte på at flere står tomme. Kystmuseet fikk i oppdrag",
        (
            "\n\nVedtak: Rådet ber kommunen ta vare på naustrekka.",
            " Kystmuseet fikk i oppdrag\nå lage en tilstandsrapport.",
        ),
    ),
    minutes(
        "GD104",
        "'Vedtk' is read as a label in spite of a wrong letter",
        "Vedtk: Tilskuddet fordeles som foreslått.",
        ("Vedtak: Tilskuddet", "Vedtk: Tilskuddet"),
    ),
    papers("GD105", "'Type sak' stands without a value", "Type sak", ("Type sak Diskusjonssak", "Type sak")),
    papers(
        "GD106",
        "the proposal is yet to be written: 'Utformes på møtet.'",
        "Utformes på møtet.",
        ("Rådet ber sekretariatet lage et nytt register.", "Utformes på møtet."),
    ),
    minutes(
        "GD107",
        "something fell out: 'Orienteringen fra fylkeskommunen måtte utgå.'",
        "bygg som bør vernes. Orienteringen fra fylkeskommunen måtte utgå.",
        ("vernes, og pekte på at flere står tomme.", "vernes. Orienteringen fra fylkeskommunen måtte utgå."),
    ),
    minutes(
        "GD201",
        "'27/3/24' is no case of this document, though its meeting is here",
        "Søknadene er vurdert av sekretariatet, se sak 27/3/24 om naustene.",
        ("se sak 21/3/24", "se sak 27/3/24"),
    ),
    minutes(
        "GD201",
        "Trygve Brekkhus was there for case 29/3/24, which is no case of this meeting",
        "Trygve Brekkhus, Sør-Fjord fylkeskommune (sak 29/3/24)",
        ("(sak 22/3/24)", "(sak 29/3/24)"),
    ),
    bundle(
        "GD202",
        "1 reference leads out of this document: 7/1/2024",
        "Tidligere behandlet 7/1/2024",
        ("behandlet 24/4/2024", "behandlet 7/1/2024"),
    ),
    minutes(
        "GD203",
        "case 22/3/23 is numbered for 2023, its meeting for 2024",
        "Sak 22/3/23 Tilskudd til fartøyvern",
        (_THIRD, "Sak 22/3/23 Tilskudd til fartøyvern\n"),
        ("(sak 22/3/24)", "(sak 22/3/23)"),
    ),
    papers(
        "GD204",
        "case 25/3/2024 is numbered for meeting 3, but this is meeting 4/2024",
        "Sak 25/3/2024",
        ("Sak 25/4/2024", "Sak 25/3/2024"),
    ),
    minutes(
        "GD205",
        "case 12/3/24 stands after 21/3/24",
        "Sak 12/3/24 Tilskudd til fartøyvern",
        (_THIRD, "Sak 12/3/24 Tilskudd til fartøyvern\n"),
        ("(sak 22/3/24)", "(sak 12/3/24)"),
    ),
    minutes(
        "GD206",
        "two cases are numbered 21/3/24: 'Vern av naust i Lauvøy' and 'Tilskudd til fartøyvern'",
        "Sak 21/3/24 Tilskudd til fartøyvern",
        ("\nSak 22/3/24 Tilskudd til fartøyvern\n\nSøk", "\nSak 21/3/24 Tilskudd til fartøyvern\n\nSøk"),
        (", se sak 21/3/24 om naustene", ""),
        beside=("GD208",),
    ),
    minutes(
        "GD207",
        "case 21/3/24 is followed by 23/3/24: number 22 is missing",
        "Sak 23/3/24 Tilskudd til fartøyvern",
        (_LAST, "Sak 24/3/24 Eventuelt\n"),
        (_THIRD, "Sak 23/3/24 Tilskudd til fartøyvern\n"),
        ("(sak 22/3/24)", "(sak 23/3/24)"),
    ),
    minutes(
        "GD208",
        "case 22/3/24 is on the agenda and has no text of its own: 'Tilskudd til fartøyvern'",
        "Sak 22/3/24 Tilskudd til fartøyvern",
        ("\nSak 22/3/24 Tilskudd til fartøyvern\n\nSøk", "\nSøk"),
        (", se sak 21/3/24 om naustene", ""),
    ),
    minutes(
        "GD209",
        "case 23/3/24 is not on the agenda: 'Eventuelt'",
        "Sak 23/3/24 Eventuelt",
        ("Sak 23/3/24 Eventuelt\n\nSak 20", "\nSak 20"),
    ),
    minutes(
        "GD210",
        "the agenda calls it 'Støtte til fartøy', the case itself 'Tilskudd til fartøyvern'",
        "Sak 22/3/24 Støtte til fartøy",
        ("Sak 22/3/24 Tilskudd til fartøyvern\nSak", "Sak 22/3/24 Støtte til fartøy\nSak"),
    ),
    minutes(
        "GD211",
        "calls case 21/3/24 'Vern av gamle naust'; its title is 'Vern av naust i Lauvøy'",
        "Søknadene er vurdert av sekretariatet, se sak 21/3/24 Vern av gamle naust.",
        ("se sak 21/3/24 om naustene", "se sak 21/3/24 Vern av gamle naust"),
    ),
    minutes(
        "GD301",
        "'Eirik Handeland' is also written 'Erik Handeland'",
        "Erik Handeland la fram kartleggingen av naustrekka fra 1890. Rådet drøftet hvilke",
        ("\nEirik Handeland la fram", "\nErik Handeland la fram"),
    ),
    minutes(
        "GD302",
        "'Sør-Fjord fylkeskommune' is also written 'Sørfjord fylkeskommune'",
        "Søknadene er vurdert av Sørfjord fylkeskommune, se sak 21/3/24 om naustene.",
        ("vurdert av sekretariatet", "vurdert av Sørfjord fylkeskommune"),
    ),
    minutes(
        "GD401",
        "'Tirsdag 16. mai 2024': that day was a Thursday",
        "Dato: Tirsdag 16. mai 2024, kl. 10.00 – 14.00",
        ("Torsdag 16. mai", "Tirsdag 16. mai"),
    ),
    minutes(
        "GD401",
        "'mandag 11. juni': in 2024, the meeting's year, a Tuesday",
        "bygg som bør vernes, og vil møtes på kaia mandag 11. juni.",
        ("pekte på at flere står tomme", "vil møtes på kaia mandag 11. juni"),
    ),
    minutes(
        "GD402",
        "there is no such day: '31. april 2024'",
        "bygg som bør vernes, og ba om svar innen 31. april 2024.",
        ("pekte på at flere står tomme", "ba om svar innen 31. april 2024"),
    ),
    minutes(
        "GD403",
        "'2019-2019' is no session of parliament: one lasts from a year to the next",
        "bygg som bør vernes, og viste til Meld. St. 16 (2019-2019).",
        ("pekte på at flere står tomme", "viste til Meld. St. 16 (2019-2019)"),
    ),
    minutes(
        "GD403",
        "'2025–2021' ends before it begins",
        "bygg som bør vernes, og viste til planen for 2025–2021.",
        ("pekte på at flere står tomme", "viste til planen for 2025–2021"),
    ),
    minutes(
        "GD404",
        "'2023-20261': a mark seems to stick to the year",
        "bygg som bør vernes, og viste til planen for 2023-20261.",
        ("pekte på at flere står tomme", "viste til planen for 2023-20261"),
    ),
    minutes(
        "GD405",
        "the meeting ends at 09.00, before it begins at 10.00",
        "Dato: Torsdag 16. mai 2024, kl. 10.00 – 09.00",
        ("10.00 – 14.00", "10.00 – 09.00"),
    ),
    minutes(
        "GD501",
        "2 votes 'mot', but 1 name: Solveig Ness Aamot",
        "Votering: Innstillingen ble vedtatt med 3 mot 2 stemmer (Solveig Ness Aamot).",
        ("3 mot 1 stemme", "3 mot 2 stemmer"),
    ),
    minutes(
        "GD502",
        "called unanimous, with 1 vote against: 'Den ble enstemmig vedtatt med 3 mot 1 stemme (Solveig Ness Aamot).'",
        "Votering: Den ble enstemmig vedtatt med 3 mot 1 stemme (Solveig Ness Aamot).",
        ("Innstillingen ble vedtatt med 3", "Den ble enstemmig vedtatt med 3"),
    ),
    plan(
        "GD601",
        "area '2 Naust' has no actions",
        "Innsatsområde 2 Naust",
        (
            "Nr\tTiltak\tAnsvar\n3\tKartlegge naustrekka\tLauvøy kommune\n4\tGi råd til eiere\tKystmuseet i Lauvøy\n\n",
            "",
        ),
        ("\n5\t", "\n3\t"),
        ("\n6\t", "\n4\t"),
    ),
    plan(
        "GD603",
        "action 3 is followed by 5",
        "5\tGi råd til eiere\tKystmuseet i Lauvøy",
        ("4\tGi", "5\tGi"),
        ("\n6\t", "\n7\t"),
        ("\n5\tHolde", "\n6\tHolde"),
    ),
    plan(
        "GD603",
        "area 1 is followed by 3",
        "Innsatsområde 3 Naust",
        ("Innsatsområde 3", "Innsatsområde 4"),
        ("Innsatsområde 2", "Innsatsområde 3"),
    ),
    minutes(
        "GD701",
        "2 lines were not read: 'Kystbladet'",
        "Kystbladet",
        ("Referat Møte", "Kystbladet\nnr. 2\n\f\nReferat Møte"),
    ),
    minutes(
        "GD806",
        "letters were read in a wrong encoding on 1 line: 'Vedtak: Tilskuddet fordeles som foreslÃ¥tt.'",
        "Vedtak: Tilskuddet fordeles som foreslÃ¥tt.",
        ("som foreslått", "som foreslÃ¥tt"),
    ),
    minutes(
        "GD806",
        "figures seem to be missing on 1 line: 'bygg som bør vernes, og ba om svar innen . juni.'",
        "bygg som bør vernes, og ba om svar innen . juni.",
        ("pekte på at flere står tomme", "ba om svar innen . juni"),
    ),
)
"""Every error, with its finding."""
