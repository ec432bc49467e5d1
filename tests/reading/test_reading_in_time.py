"""A damaged line costs no more time than its length: what an extraction repeats without end hangs no reading."""

from __future__ import annotations

import time
from itertools import cycle

import pytest
from reading.reading_making import HEAD, reading

_LETTERS = 20_000
_BOUND = 5.0
"""Seconds of processor time for one line of so many letters."""

_MEETING = f"""{HEAD}
Sak 1/24 Budsjett for året

Forslag fra Ola Vik (Ap):
Budsjettet økes med 10 000 kroner.

Votering:
Forslaget fra Ola Vik (Ap) ble satt opp mot innstillingen. Innstillingen ble vedtatt med 5 mot 3 stemmer.

Vedtak:
Budsjettet vedtas.
"""
_PAPER = """SAKSFRAMLEGG

Saksbehandler: Kari Berg
Saksnummer: 2024/123
Utvalg: Formannskapet
Møtedato: 12.03.2024

Budsjett for året

Forslag til vedtak:
Budsjettet vedtas.

Saksopplysninger:
Kommunen har et budsjett som rådmannen legger fram.
"""
_PLAN = """Handlingsplan for Lia kommune 2024–2027

Tiltak 1: Lage rutine for møter
Ansvar: Rådmannen og skolene
Frist: 2025

Tiltak 2: Bygge ny skole
Ansvar: Kommunen, Oppvekst
Frist: 2026
Status: Påbegynt
"""
_BITS = (
    "A",
    "Ø",
    "tl",
    "1",
    "a-",
    "A-",
    "Per-",
    "aA",
    "AP ",
    "Per ",
    "Per Nes ",
    "Per, ",
    "og ",
    "t ",
    "()",
    "\t",
    "1.1.",
    "12/24 ",
)


def _lines(text: str) -> list[int]:
    """Return the places of the lines that say something."""
    return [n for n, line in enumerate(text.split("\n")) if line]


def _damaged(text: str, at: int, bit: str, where: str) -> str:
    lines = text.split("\n")
    long = bit * (_LETTERS // len(bit))
    lines[at] = {"before": f"{long} {lines[at]}", "after": f"{lines[at]} {long}", "instead": long}[where]
    return "\n".join(lines)


@pytest.mark.parametrize("text", [_MEETING, _PAPER, _PLAN], ids=["meeting", "paper", "plan"])
def test_a_bit_that_a_line_repeats_without_end_is_read_in_time(text: str) -> None:
    """A line of thousands of letters, wherever it stands, is read within a time that its length does not square."""
    slow = []
    places = zip(cycle(_lines(text)), cycle(("before", "after", "instead")), range(len(_BITS) * 3), strict=False)
    for at, where, n in places:
        bit = _BITS[n % len(_BITS)]
        begun = time.process_time()
        reading(_damaged(text, at, bit, where))
        spent = time.process_time() - begun
        if spent > _BOUND:
            slow.append((round(spent, 1), bit, where, text.split("\n")[at]))
    assert not slow
