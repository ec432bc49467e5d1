"""Documents with nothing wrong in them, so that whatever a check finds has been planted; all names are made up."""

from __future__ import annotations

from govdocs import Document
from govdocs.host import Host
from govdocs.layout import Source
from govdocs.pipeline import read_source

__all__ = ["CLEAN", "MINUTES", "PAPERS", "PLAN", "TABLE", "found", "reading"]

MINUTES = """\
Referat Møte 3/2024

Fagrådet for kystkultur

Dato: Torsdag 16. mai 2024, kl. 10.00 – 14.00
Sted: Kystmuseet, Lauvøy

Til stede:
Ragnhild Torsvik, Lauvøy kommune (leder)
Eirik Handeland, Kystmuseet i Lauvøy
Solveig Ness Aamot, Universitetet i Nordvik
Trygve Brekkhus, Sør-Fjord fylkeskommune (sak 22/3/24)

Forfall:
Marte Oldervik, Nordvik havn

Saksliste

Sak 20/3/24 Godkjenning av innkalling og saksliste
Sak 21/3/24 Vern av naust i Lauvøy
Sak 22/3/24 Tilskudd til fartøyvern
Sak 23/3/24 Eventuelt

Sak 20/3/24 Godkjenning av innkalling og saksliste

Vedtak: Innkallingen og sakslisten godkjennes.

Sak 21/3/24 Vern av naust i Lauvøy

Eirik Handeland la fram kartleggingen av naustrekka fra 1890. Rådet drøftet hvilke
bygg som bør vernes, og pekte på at flere står tomme.

Vedtak: Rådet ber kommunen ta vare på naustrekka.

Sak 22/3/24 Tilskudd til fartøyvern

Søknadene er vurdert av sekretariatet, se sak 21/3/24 om naustene.

Votering: Innstillingen ble vedtatt med 3 mot 1 stemme (Solveig Ness Aamot).

Vedtak: Tilskuddet fordeles som foreslått.

Sak 23/3/24 Eventuelt

Vedtak: Ingen saker ble meldt.
"""

PAPERS = """\
Saksframlegg Møte 4/2024

Sak 24/4/2024
Plan for kystleden

Type sak Vedtakssak
Til Fagrådet for kystkultur

Fra Ragnhild Torsvik

Saksbehandler Ingunn Sæterlid
Vedlegg 1. Kart over kystleden

Bakgrunn

Kystleden går fra Lauvøy til Nordvik. Planen har vært på høring, og innspillene er
tatt inn.

Forslag til vedtak

Rådet godkjenner planen for kystleden.

Saksframlegg Møte 4/2024

Sak 25/4/2024
Fartøyregister

Type sak Diskusjonssak
Til Fagrådet for kystkultur

Fra Ragnhild Torsvik

Saksbehandler Ingunn Sæterlid
Tidligere behandlet 24/4/2024

Bakgrunn

Registeret over verneverdige fartøy er fra 1998 og bør fornyes.

Forslag til vedtak

Rådet ber sekretariatet lage et nytt register.
"""

TABLE = """\
Møtereferat

Fagrådet for kystkultur

Tid: 16. mai 2024 kl. 10.00 - 14.00

Sted: Kystmuseet, Lauvøy

Til stede
Ragnhild Torsvik, Lauvøy kommune, leder
Eirik Handeland, Kystmuseet i Lauvøy

Saksliste

Sak 01-2024\t<p>Godkjenning av innkalling</p> <p>Det var ingen merknader.</p>
Sak 02-2024\t<p>Vern av naust</p> <p>Rådet drøftet hvilke bygg som bør vernes.</p>
Sak 03-2024\t<p>Eventuelt</p> <p>Ingen saker ble meldt.</p>
"""

PLAN = """\
Handlingsplan for kystkultur 2024–2027

Innsatsområde 1 Fartøy

Nr\tTiltak\tAnsvar
1\tSette i stand to fartøy hvert år\tKystmuseet i Lauvøy
2\tLage et register over verneverdige fartøy\tLauvøy kommune

Innsatsområde 2 Naust

Nr\tTiltak\tAnsvar
3\tKartlegge naustrekka\tLauvøy kommune
4\tGi råd til eiere\tKystmuseet i Lauvøy

Innsatsområde 3 Formidling

Nr\tTiltak\tAnsvar
5\tHolde åpne dager på kaia\tKystmuseet i Lauvøy
6\tSkrive om båtbygging\tUniversitetet i Nordvik
"""

CLEAN = {"minutes": MINUTES, "papers": PAPERS, "bundle": PAPERS + "\n" + MINUTES, "table": TABLE, "plan": PLAN}
"""Every clean document by its kind."""


def reading(text: str, *, host: Host | None = None) -> Document:
    """Read a text."""
    source = Source(name="kystkultur.txt", data=text.encode())
    return read_source(source, host=host or Host.installed(), strict=True).document


def found(text: str, *, host: Host | None = None) -> list[tuple[str, str, int | None]]:
    """Return code, message and first line of each finding on a text."""
    document = reading(text, host=host)
    return [(f.code, f.message, f.span.first if f.span else None) for f in document.findings]
