"""The closing lines on a conversion: what was read and written, and every file that gave nothing, with the reason."""

from __future__ import annotations

from collections.abc import Sequence

from govdocs.archive import Outcome
from govdocs.cli.reasons import said
from govdocs.conversion import Summary
from govdocs.tables.columns import Words

__all__ = ["WITHIN", "account", "counted"]

NAMED = 10
"""Outcomes of one kind that are named before the rest is only counted; failures are all named."""

COUNTS = {
    name: (Words.parse(one), Words.parse(more))
    for name, (one, more) in {
        "documents": ("dokument||document", "dokumenter|dokument|documents"),
        "meetings": ("møte||meeting", "møter|møte|meetings"),
        "cases": ("sak||case", "saker||cases"),
        "decisions": ("vedtak||decision", "vedtak||decisions"),
        "proposals": ("forslag|framlegg|proposal", "forslag|framlegg|proposals"),
        "plans": ("plan||plan", "planer|planar|plans"),
        "actions": ("tiltak||action", "tiltak||actions"),
        "findings": ("merknad||finding", "merknader|merknader|findings"),
    }.items()
}
WITHIN = Words.parse("i|i|in")
NOTHING = Words.parse("ingenting ble lest|ingenting vart lese|nothing was read")
WRITTEN = Words.parse("skrevet|skrive|written")
MORE = Words.parse("til, som --verbose viser|til, som --verbose viser|more, named with --verbose")
TITLES = {
    "lost": Words.parse("ikke skrevet|ikkje skrive|not written"),
    "failures": Words.parse("ikke lest|ikkje lese|failed"),
    "spoiled": Words.parse("ødelagt av feil i et tillegg|øydelagt av feil i eit tillegg|spoiled by a plugin's fault"),
    "unclaimed": Words.parse("fant ingenting i|fann ingenting i|nothing read in"),
    "duplicates": Words.parse("like filer, lest én gang|like filer, lesne éin gong|duplicates, read once"),
    "unknown": Words.parse("av ukjent format|i ukjent format|of unknown kinds"),
    "left_out": Words.parse("utelatt|utelate|left out"),
}
WHOLE = ("lost", "failures", "spoiled")
"""Outcomes that are all named, however many."""


def account(summary: Summary, language: str, *, verbose: bool) -> list[str]:
    """Return the lines."""
    documents, *held = (counted(name, getattr(summary, name), language) for name in COUNTS)
    lines = [f"{documents}: {', '.join(held)}" if summary.documents else NOTHING.said(language)]
    if summary.written:
        lines.append(f"{WRITTEN.said(language)}: " + ", ".join(str(target.path) for target in summary.written))
    for name, title in TITLES.items():
        outcomes = getattr(summary, name)
        most = len(outcomes) if verbose or name in WHOLE else NAMED
        lines.extend(_told(title.said(language), outcomes, most, language))
    return lines


def counted(name: str, number: int, language: str) -> str:
    """Return a number of what is counted, with its noun."""
    one, more = COUNTS[name]
    shown = f"{number:,}" if language == "en" else f"{number:,}".replace(",", "\u00a0")
    return f"{shown} {(one if number == 1 else more).said(language)}"


def _told(title: str, outcomes: Sequence[Outcome], most: int, language: str) -> list[str]:
    if not outcomes:
        return []
    lines = [f"{title}: {len(outcomes)}", *(f"  {said(outcome, language)}" for outcome in outcomes[:most])]
    if len(outcomes) > most:
        lines.append(f"  … {len(outcomes) - most} {MORE.said(language)}")
    return lines
