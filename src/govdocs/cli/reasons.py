"""Why a file gave nothing, a register was not written or a run came to nothing, in the language of who reads it.

The library raises its reasons in English. Here stand those that users meet, each with what is said instead; one that is
not here is told as it is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from govdocs.errors import GovdocsError, InputError, PluginError, TargetError
from govdocs.tables.columns import Words

if TYPE_CHECKING:
    from govdocs.archive import Outcome

__all__ = ["REASONS", "said", "told", "worded"]

REASONS = tuple(
    (re.compile(pattern), Words.parse(text + "|"))
    for pattern, text in {
        r"does not exist": r"finnes ikke|finst ikkje",
        r"is empty": r"er tom|er tom",
        r"cannot be read: (.+)": r"kan ikke leses: \1|kan ikkje lesast: \1",
        r"is not a regular file": r"er ikke en vanlig fil|er ikkje ei vanleg fil",
        r"is of no known format(?: \(not text.*\))?": r"er av ukjent format|er i ukjent format",
        r"holds no documents": r"inneholder ingen dokumenter|inneheld ingen dokument",
        r"holds no documents \((\d+) files? of no known format\)": (
            r"inneholder ingen dokumenter (filer av ukjent format: \1)|"
            r"inneheld ingen dokument (filer i ukjent format: \1)"
        ),
        r"holds no text": r"inneholder ingen tekst|inneheld ingen tekst",
        r"holds nothing that a reader knows; its (\d+) lines? of text stand unread": (
            r"inneholder ikke noe kjent (uleste tekstlinjer: \1)|inneheld ikkje noko kjent (ulesne tekstliner: \1)"
        ),
        r"has the same content as (.+)": r"har samme innhold som \1|har same innhald som \1",
        r"is hidden or temporary": r"er skjult eller midlertidig|er skjult eller mellombels",
        r"is a link": r"er en lenke|er ei lenkje",
        r"is a register of this run": r"er et register fra denne kjøringen|er eit register frå denne køyringa",
        r"is locked with a password": r"er låst med passord|er låst med passord",
        r"is no PDF or is damaged(?: beyond repair)?": (
            r"er ikke en PDF, eller er ødelagt|er ikkje ein PDF, eller er øydelagd"
        ),
        r"the page cannot be loaded(?: \(p\.(\d+)\))": r"siden kan ikke lastes (s. \1)|sida kan ikkje lastast (s. \1)",
        r"is a damaged Word document: no whole zip archive(?: \(.+\))": (
            r"er et ødelagt Word-dokument|er eit øydelagt Word-dokument"
        ),
        r"is a damaged Word document: (.+)": r"er et ødelagt Word-dokument: \1|er eit øydelagt Word-dokument: \1",
        r"is a damaged zip archive \((.+)\)": r"er et ødelagt zip-arkiv (\1)|er eit øydelagt zip-arkiv (\1)",
        r"is damaged in its archive \((.+)\)": r"er ødelagt i arkivet sitt (\1)|er øydelagd i arkivet sitt (\1)",
        r"is damaged: (\S+) cannot be unpacked \(.+\)": (
            r"er ødelagt: \1 kan ikke pakkes ut|er øydelagd: \1 kan ikkje pakkast ut"
        ),
        r"is damaged: (\S+) is no (?:whole )?XML\b.*": (
            r"er ødelagt: \1 er ikke hel XML|er øydelagd: \1 er ikkje heil XML"
        ),
        r"has a document type or entities in (\S+), which Word documents never have": (
            r"har dokumenttype eller entiteter i \1, som Word-dokumenter aldri har|"
            r"har dokumenttype eller entitetar i \1, som Word-dokument aldri har"
        ),
        r"declares entities of its own, which no web page does": (
            r"definerer egne entiteter, som ingen nettside gjør|definerer eigne entitetar, som inga nettside gjer"
        ),
        r"has a name that leads out of its archive": (
            r"har et navn som fører ut av arkivet|har eit namn som fører ut av arkivet"
        ),
        r"is built to harm: its members share bytes \(at (.+)\)": (
            r"er laget for å gjøre skade: filene i det deler byte (ved \1)|"
            r"er laga for å gjere skade: filene i det deler byte (ved \1)"
        ),
        r"is packed in a way govdocs does not read \(method (\d+)\)": (
            r"er pakket på en måte som govdocs ikke leser (metode \1)|"
            r"er pakka på ein måte som govdocs ikkje les (metode \1)"
        ),
        r"passes archive_bytes; (\d+) more members were not read": (
            r"går over grensen archive_bytes; \1 filer til ble ikke lest|"
            r"går over grensa archive_bytes; \1 filer til vart ikkje lesne"
        ),
        r"has no pages": r"har ingen sider|har ingen sider",
        r"is damaged: (.+)": r"er ødelagt: \1|er øydelagd: \1",
        r"passes the bound (\w+) \((\S+)\)": r"går over grensen \1 (\2)|går over grensa \1 (\2)",
        r"passes the bound (\w+) \((\S+)\) in plugin (\S+)": (
            r"går over grensen \1 (\2) i tillegget \3|går over grensa \1 (\2) i tillegget \3"
        ),
        r"passes the bound (\w+) \((\S+), found (\S+)\)": (
            r"går over grensen \1 (\2, er \3)|går over grensa \1 (\2, er \3)"
        ),
        r"killed the process that read it, which (?:died of|ended with status) (\S+)": (
            r"tok livet av prosessen som leste den (\1)|tok livet av prosessen som las ho (\1)"
        ),
        r"killed the process that read it, which (?:died of|ended with status) (\S+) in plugin (\S+)": (
            r"tok livet av prosessen som leste den (\1), i tillegget \2|"
            r"tok livet av prosessen som las ho (\1), i tillegget \2"
        ),
        r"is not written, since nothing was read": (
            r"er ikke skrevet, for ingenting ble lest|er ikkje skrive, for ingenting vart lese"
        ),
        r"cannot be written: (.+) is not a folder": (
            r"kan ikke skrives: \1 er ikke en mappe|kan ikkje skrivast: \1 er ikkje ei mappe"
        ),
        r"cannot be written: (.+)": r"kan ikke skrives: \1|kan ikkje skrivast: \1",
        r"is a folder, not a file": r"er en mappe, ikke en fil|er ei mappe, ikkje ei fil",
        r"holds what is of no register \((.+)\); give the register a folder of its own": (
            r"inneholder noe som ikke er fra et register (\1); gi registeret en egen mappe|"
            r"inneheld noko som ikkje er frå eit register (\1); gi registeret ei eiga mappe"
        ),
        r"is a source or another target too": (
            r"er også en kilde, eller et annet register|er òg ei kjelde, eller eit anna register"
        ),
        r"is no name for a register": r"er ikke noe navn på et register|er ikkje noko namn på eit register",
        r"no writer knows (?:the suffix) (\S+); name one, as in (.+)": (
            r"ingen kan skrive til endelsen \1; sett et format foran, som i \2|"
            r"ingen kan skrive til endinga \1; set eit format framfor, som i \2"
        ),
        r"no writer knows (?:the format) (\S+); name one, as in (.+)": (
            r"ingen kan skrive formatet \1; sett et annet foran, som i \2|"
            r"ingen kan skrive formatet \1; set eit anna framfor, som i \2"
        ),
        r"has no CSV dialect (\S+); there are (.+)": (
            r"har ingen CSV-dialekt \1; det finnes \2|har ingen CSV-dialekt \1; det finst \2"
        ),
        r"is not installed, so it cannot be switched off": (
            r"er ikke installert, så det kan ikke slås av|er ikkje installert, så det kan ikkje slåast av"
        ),
        r"is not a Python file": r"er ikke en Python-fil|er ikkje ei Python-fil",
        r"cannot be loaded: (.+)": r"kan ikke lastes: \1|kan ikkje lastast: \1",
        r"an installed plugin is called (.+) too; rename the file, or switch that one off": (
            r"et installert tillegg heter også \1; gi filen et annet navn, eller slå det av|"
            r"eit installert tillegg heiter òg \1; gi fila eit anna namn, eller slå det av"
        ),
        r"interrupted": r"avbrutt|avbroten",
        r"the output cannot be written: (.+)": r"kan ikke skrive ut: \1|kan ikkje skrive ut: \1",
    }.items()
)
"""What the library says, whole, and how it is said in Bokmål and Nynorsk."""


def said(outcome: Outcome, language: str) -> str:
    """Return an outcome on one line: its name, and the reason in a language."""
    return f"{outcome.name}: {worded(outcome.reason, language)}"


def told(error: GovdocsError, language: str) -> str:
    """Return an error on one line in a language: whose it is, and the reason; English where it has no words there."""
    if not isinstance(error, (InputError, TargetError, PluginError)):
        return str(error)
    reason = worded(error.reason, language)
    if reason == error.reason:
        return str(error)
    whose = str(error).removesuffix(error.reason)
    if isinstance(error, PluginError):
        whose = f"tillegget {whose.removeprefix('plugin ')}"
    return whose + reason


def worded(reason: str, language: str) -> str:
    """Return a reason in a language; as it is where it has no words there."""
    if language != "en":
        for pattern, words in REASONS:
            if match := pattern.fullmatch(reason):
                return match.expand(words.said(language))
    return reason
