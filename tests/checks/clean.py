"""Documents with nothing wrong in them, so that whatever a check finds has been planted; all names are made up."""

from __future__ import annotations

from govdocs import Document
from govdocs.host import Host
from govdocs.layout import Source
from govdocs.pipeline import read_source

__all__ = ["MINUTES", "PAPERS", "codes", "found", "reading"]

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


def reading(text: str, *, host: Host | None = None) -> Document:
    """Read a text."""
    source = Source(name="kystkultur.txt", data=text.encode())
    return read_source(source, host=host or Host.installed(), strict=True).document


def found(text: str, *, host: Host | None = None) -> list[tuple[str, str, int | None]]:
    """Return code, message and first line of each finding on a text."""
    document = reading(text, host=host)
    return [(f.code, f.message, f.span.first if f.span else None) for f in document.findings]


def codes(text: str) -> list[str]:
    """Return the codes of the findings on a text."""
    return [code for code, _, _ in found(text)]
