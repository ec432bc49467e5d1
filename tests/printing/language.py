"""The labels of the genre in both written languages."""

from __future__ import annotations

__all__ = ["in_nynorsk"]

_NYNORSK = {
    "Ansvarlig": "Ansvarleg",
    "Behandling:": "Handsaming:",
    "Forslag til vedtak": "Framlegg til vedtak",
    "Fra": "Frå",
    "Følgende faste medlemmer møtte:": "Følgjande faste medlemer møtte:",
    "Følgende medlemmer hadde meldt forfall:": "Følgjande medlemer hadde meldt forfall:",
    "Hovedpunkter": "Hovudpunkt",
    "Hvorfor saken fremmes": "Kvifor saka vert fremja",
    "Innledere:": "Innleiarar:",
    "Kommunedirektørens innstilling:": "Kommunedirektøren si innstilling:",
    "Leder": "Leiar",
    "Målbilde": "Målbilete",
    "Møtested": "Møtestad",
    "Navn Funksjon Representerer": "Namn Funksjon Representerer",
    "Navn Institusjon Kategori": "Namn Institusjon Kategori",
    "Nestleder": "Nestleiar",
    "Observatører:": "Observatørar:",
    "Saksbehandler": "Saksbehandlar",
    "Saksliste": "Sakliste",
    "Saksnr Innhold": "Saksnr Innhald",
    "Sted": "Stad",
    "Tidligere behandlet": "Tidlegare handsama",
    "Til stede fra sekretariatet:": "Til stades frå sekretariatet:",
    "Til stede:": "Til stades:",
    "Tilstede": "Til stades",
    "Utvalg": "Utval",
    "Votering:": "Røysting:",
    "leder": "leiar",
    "møteleder": "møteleiar",
    "nestleder": "nestleiar",
}


def in_nynorsk(label: str) -> str:
    """Return a label in Nynorsk; what is not in the table reads the same in both."""
    return _NYNORSK.get(label, label)
