"""Near misses: what looks like an error to a hasty check and is none, each planted in a clean document."""

from __future__ import annotations

from attrs import frozen

from checks.clean import CLEAN, MINUTES, PAPERS, PLAN, TABLE

__all__ = ["NEAR", "Near"]


@frozen
class Near:
    """Something sound that looks like an error."""

    code: str
    """The finding that must not come of it."""
    why: str
    """Why it is no error."""
    text: str
    """The document that holds it."""


def near(code: str, why: str, document: str, *edits: tuple[str, str]) -> Near:
    for old, new in edits:
        assert old in document, f"the clean document holds no {old!r}"
        document = document.replace(old, new)
    return Near(code, why, document)


_EMPTY = "pekte på at flere står tomme"
_THIRD = "Sak 22/3/24 Tilskudd til fartøyvern\n"
_EIRIK = "Eirik Handeland, Kystmuseet i Lauvøy\n"
_OWN_TEXT = MINUTES[MINUTES.index(f"\n{_THIRD}\n") : MINUTES.index("\nSak 23/3/24 Eventuelt\n\nVedtak")]
"""What the third case says."""

NEAR = (
    near("GD101", "a question is a title", MINUTES, (_THIRD, "Sak 22/3/24 Hva skjer med fartøyene etter 2025?\n")),
    near("GD101", "a short title is whole", TABLE, ("Vern av naust", "Økonomi")),
    near("GD102", "what was once decided is told, not decided", MINUTES,
         (f"{_EMPTY}.", f"{_EMPTY}. Kystmuseet fikk i fjor et lignende spørsmål.")),
    near("GD103", "a sentence goes on over the page", MINUTES, ("hvilke\nbygg", "hvilke\n\fbygg")),
    near("GD104", "a word like a label within a sentence", MINUTES, (_EMPTY, "la fram to vedtk som er trykt feil")),
    near("GD104", "the label in the other language", MINUTES, ("Til stede:", "Til stades:"), ("Sted:", "Stad:")),
    near("GD104", "a word that no label is", MINUTES, (f"{_EMPTY}.\n", f"{_EMPTY}.\n\nData: Rådet har tall nok.\n")),
    near("GD105", "the value stands on the next line", PAPERS, ("Type sak Diskusjonssak", "Type sak\nDiskusjonssak")),
    near("GD105", "there are no attachments, and the case is new", PAPERS,
         ("Vedlegg 1. Kart over kystleden", "Vedlegg"), ("behandlet 24/4/2024", "behandlet")),
    near("GD106", "a proposal to write something", PAPERS,
         ("lage et nytt register.", "utforme et nytt register til neste møte.")),
    near("GD107", "going out from a place is not falling out", MINUTES, (_EMPTY, "ville la ruten utgå fra Lauvøy")),
    near("GD201", "a case of another meeting", MINUTES, ("se sak 21/3/24", "se sak 17/2/24")),
    near("GD201", "the year in four figures", MINUTES, ("se sak 21/3/24", "se sak 21/3/2024")),
    near("GD201", "there for a case of this meeting", MINUTES, ("(sak 22/3/24)", "(sak 21/3/24 og 22/3/24)")),
    near("GD202", "the case stands in the same file", CLEAN["bundle"], ("behandlet 24/4/2024", "behandlet 21/3/2024")),
    near("GD203", "the year in four figures", MINUTES, (_THIRD, "Sak 22/3/2024 Tilskudd til fartøyvern\n")),
    near("GD204", "a nought before the meeting's number", PAPERS, ("Sak 25/4/2024", "Sak 25/04/2024")),
    near("GD205", "numbers rise over ten and a hundred", MINUTES, ("Sak 20/", "Sak 98/"), ("Sak 21/", "Sak 99/"),
         ("Sak 22/", "Sak 100/"), ("Sak 23/", "Sak 101/"), ("sak 21/", "sak 99/"), ("sak 22/", "sak 100/")),
    near("GD206", "two cases of one title", MINUTES, (_THIRD, "Sak 22/3/24 Vern av naust i Lauvøy\n")),
    near("GD206", "the case repeats the agenda's number", MINUTES,
         (f"\n{_THIRD}\nSøk", "\nSAK 22/3/24: Tilskudd til fartøyvern\n\nSøk")),
    near("GD207", "the number is the agenda's alone", MINUTES,
         ("\nSak 23/3/24 Eventuelt\n\nVedtak: Ingen saker ble meldt.\n", "")),
    near("GD207", "noughts before the numbers", TABLE, ("03-2024", "3-2024")),
    near("GD208", "the agenda gives the year in four figures", MINUTES,
         (f"{_THIRD}Sak", "Sak 22/3/2024 Tilskudd til fartøyvern\nSak")),
    near("GD208", "the case was withdrawn", MINUTES,
         (f"{_THIRD}Sak", "Sak 22/3/24 Tilskudd til fartøyvern – utgår\nSak"), (_OWN_TEXT, "")),
    near("GD209", "there is no agenda", MINUTES,
         ("Saksliste\n\nSak 20/3/24 Godkjenning av innkalling og saksliste\nSak 21/3/24 Vern av naust i Lauvøy\n"
          "Sak 22/3/24 Tilskudd til fartøyvern\nSak 23/3/24 Eventuelt\n\n", "")),
    near("GD210", "capitals and a full stop", MINUTES, (f"{_THIRD}Sak", "Sak 22/3/24 TILSKUDD TIL FARTØYVERN.\nSak")),
    near("GD211", "called by its title", MINUTES, ("sak 21/3/24 om naustene", "sak 21/3/24 Vern av naust i Lauvøy")),
    near("GD301", "two persons of one family", MINUTES, ("\nEirik Handeland la", "\nSolveig Handeland la")),
    near("GD301", "two who are both in the list", MINUTES,
         (_EIRIK, _EIRIK + "Erik Handeland, Nordvik havn\n")),
    near("GD302", "another body of the same place", MINUTES, ("av sekretariatet", "av Sør-Fjord kommune")),
    near("GD302", "the genitive", MINUTES, ("av sekretariatet", "etter Sør-Fjord fylkeskommunes mal")),
    near("GD401", "the day it was, shortened", MINUTES, ("Torsdag 16. mai", "Tors. 16. mai")),
    near("GD401", "two days, each with its own", MINUTES, (_EMPTY, "møtes mandag 3. og tirsdag 4. juni 2024")),
    near("GD401", "a day of the next year", MINUTES, (_EMPTY, "møtes på kaia fredag 10. januar 2025")),
    near("GD402", "a leap year", MINUTES, (_EMPTY, "ba om svar innen 29. februar 2028")),
    near("GD403", "a session and a span as they should be", MINUTES,
         (_EMPTY, "viste til Meld. St. 16 (2019–2020) og planen for 2021–2025")),
    near("GD403", "numbers that are no years", MINUTES, (_EMPTY, "viste til gnr. 2025-1021")),
    near("GD404", "a number of the archive", MINUTES, (_EMPTY, "viste til arkivsak 2023/20261")),
    near("GD404", "an amount", MINUTES, (_EMPTY, "viste til tilskuddet på 20261 kroner")),
    near("GD405", "a meeting past midnight", MINUTES, ("kl. 10.00 – 14.00", "kl. 20.00 – 00.30")),
    near("GD405", "a meeting of two days", MINUTES,
         ("Torsdag 16. mai 2024, kl. 10.00 – 14.00", "16.–17. mai 2024, kl. 12.00 – 11.00")),
    near("GD501", "the bracket names parties", MINUTES,
         ("3 mot 1 stemme (Solveig Ness Aamot)", "3 mot 2 stemmer (Ap)")),
    near("GD501", "all are named", MINUTES,
         ("3 mot 1 stemme (Solveig Ness Aamot)", "2 mot 2 stemmer (Solveig Ness Aamot og Eirik Handeland)")),
    near("GD501", "the bracket holds a name and a party", MINUTES,
         ("(Solveig Ness Aamot)", "(Solveig Ness Aamot, SV)")),
    near("GD502", "nobody voted against", MINUTES,
         ("vedtatt med 3 mot 1 stemme (Solveig Ness Aamot)", "enstemmig vedtatt med 4 mot 0 stemmer")),
    near("GD601", "the actions stand in its parts", PLAN,
         ("Innsatsområde 2 Naust\n", "Innsatsområde 2 Naust\n\nInnsatsområde 2.1 Naustrekka\n")),
    near("GD602", "a plan without areas", PLAN, ("Innsatsområde 1 Fartøy\n\n", ""),
         ("Innsatsområde 2 Naust\n\n", ""), ("Innsatsområde 3 Formidling\n\n", "")),
    near("GD603", "numbers begin anew in each area", PLAN,
         ("\n3\t", "\n1\t"), ("\n4\t", "\n2\t"), ("\n5\t", "\n1\t"), ("\n6\t", "\n2\t")),
    near("GD701", "a page's number and its head", MINUTES,
         ("Referat Møte 3/2024\n", "Fagrådet for kystkultur Side 1 av 2\nReferat Møte 3/2024\n"),
         (f"\n{_THIRD}\n", f"\n\fFagrådet for kystkultur Side 2 av 2\n{_THIRD}\n")),
    near("GD702", "a role and how someone took part", MINUTES, (_EIRIK, _EIRIK[:-1] + ", styremedlem (Teams)\n")),
    near("GD702", "a role under the name, and how someone took part", MINUTES,
         (_EIRIK, "Eirik Handeland\nstyremedlem (via Teams)\n")),
    near("GD702", "how someone took part, alone on a line", MINUTES, (_EIRIK, "Eirik Handeland\n(Teams)\n")),
    near("GD703", "a word broken at a line's end", MINUTES, ("flere står tomme", "flere av nau-\nstene står tomme")),
    near("GD806", "a letter of another language", MINUTES, (_EMPTY, "viste til museet i São Paulo")),
    near("GD806", "a day with its figures", MINUTES, (_EMPTY, "ba om svar innen 1. juni")),
)  # fmt: skip
"""Every near miss, with the code that it must not raise."""
