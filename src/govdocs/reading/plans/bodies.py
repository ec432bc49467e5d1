"""Who answers for a measure: the text of one cell taken apart into one entry a body."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen

from govdocs.layout import Line
from govdocs.norwegian.naming import is_organization
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import joined
from govdocs.reading.plans.values import Lexicon, open_ended
from govdocs.typography import unhyphenated

__all__ = ["Responsible", "read_bodies"]

_WITH = re.compile(
    r"\s*,?\s+(?:og\s+)?(?:i\s+(?:nært\s+|tett\s+)?(?:samarbeid|samråd|samspill|samspel|dialog|lag|fellesskap|samhandling)\s+med|sammen\s+med|saman\s+med|"
    r"(?:under)?støttet\s+av|(?:under)?støtta\s+av|med\s+(?:støtte|bistand|hjelp)\s+(?:fra|frå|av)(?=\s+(?-i:[A-ZÆØÅ]))|bistått\s+av|assistert\s+av|"
    r"i\s+partnerskap\s+med)\s+",
    re.IGNORECASE,
)
_BRACKET = re.compile(r"\(([^()]*)\)")
_APART = re.compile(
    r"\s*;\s*|,\s+|,(?=[A-ZÆØÅ])|\s+/\s*|\s*/\s+|(?<=[a-zæøå]{2})/(?=[A-ZÆØÅ])|(?<=[A-ZÆØÅ]{2})/(?=[A-ZÆØÅ]{2})|\s+(?:samt|&)\s+|\s[–—]\s"
)
_SLASHED = re.compile(r"(?<!\S)\w+(?:/\w+)*/(?:[A-ZÆØÅ]\w*/\w+|\w+/[A-ZÆØÅ]\w*)(?!\S)")
"""Three words or more that strokes part, one behind the first in capitals: `Fak/sentre/FA`."""
_AND = re.compile(r"\s+og\s+")
_NOTE = re.compile(
    r"(?:med|ved|for|i|under|etter|jf|hvis|dersom|etter|når|gjennom|på|innen|innan|men|som|avhengig|forutsatt|føresett|føreset|inkl|fra|frå|til)\b",
    re.IGNORECASE,
)
_THROUGH = re.compile(r"\s+(?P<note>(?:v/|ved\s+(?=[A-ZÆØÅ][a-zæøå]+\s+[A-ZÆØÅ]))\s*[A-ZÆØÅ].*)$")
"""A person through whom a body answers: `HR-avdelingen v/Kari Nordmann`."""
_ROLE = re.compile(
    r"(?:leder|leiar|sjef|rådgiver|rådgivar|rådgjevar|koordinator|pleier|pleiar|lege|lærer|lærar|rektor|styrer|styrar|ansvarlig|ansvarleg|kontakt|veileder|"
    r"rettleiar|konsulent|direktør|planlegger|planleggjar|jordmor|psykolog|terapeut|pedagog|assistent|forvalter|forvaltar|verneombud|tillitsvalgt|tillitsvald|merkantil|sekretær|"
    r"bibliotekar|ingeniør|økonom|jurist|mester|meister|ordfører|ordførar)$",
    re.IGNORECASE,
)
"""How a word ends that says what somebody is."""
_LEGAL = re.compile(r"(?:R?HF|A/?S|ASA|IKS|KF|SA|BA|FKF)\b(?!\s+\w)")
"""What a company is in law, which ends its name and is none by itself."""
_REST = re.compile(rf"[A-ZÆØÅ]\w+ {_LEGAL.pattern}")
"""The second line of a company's name, `Energi AS`, where a stroke or comma and one word end the line above."""
_DEFINITE = re.compile(r"(?:ene|ane|erne|arne|et|en|[lmnrst]a|ga)$")
_MANY = re.compile(
    r"(?:\w+[aeo]\w* )?(?:lag|foreninger|foreiningar|organisasjoner|organisasjonar|aktører|aktørar|bedrifter|"
    r"verksemder|virksomheter|institusjoner|institusjonar|kommuner|kommunar|etater|etatar|skoler|skular|barnehager|barnehagar)"
)
"""Bodies of a kind that are many: `frivillige lag`."""
_PLACES = re.compile(
    r"\b(?:Møre og Romsdal|Sogn og Fjordane|Troms og Finnmark|Vestfold og Telemark|Nord- og Sør-\w+|Nore og Uvdal"
    r"|Vestre og Østre \w+)\b"
)
"""Names of one place that hold the word `og`."""


@frozen(kw_only=True)
class Responsible:
    """Who answers for a measure."""

    bodies: tuple[str, ...] = ()
    """One entry a body, as written."""
    note: str | None = None
    """What is said beyond the bodies, and how they are joined where the words give them different parts."""


def read_bodies(
    lines: Sequence[Line | str],
    vocabulary: Vocabulary,
    lexicon: Lexicon,
    words: frozenset[str] = frozenset(),
    *,
    several: bool = False,
) -> Responsible:
    """Take the text of a cell apart; `several` says that its label is in the plural, so that `og` parts two."""
    whole = joined(lines, words).strip(" .;")
    if not whole or whole in ("-", "–", "—"):
        return Responsible()
    notes: list[str] = []
    bodies: list[str] = []
    joined_with = False
    for entry in _entries(lines, words):
        plain = _without_notes(entry, notes, vocabulary)
        pieces = _WITH.split(plain)
        joined_with = joined_with or len(pieces) > 1
        for piece in pieces:
            bodies.extend(_split(piece, vocabulary, lexicon, notes, several))
    if joined_with or len(notes) > 1:
        note: str | None = whole
    else:
        note = notes[0] if notes else None
    return Responsible(bodies=tuple(dict.fromkeys(bodies)), note=note)


def _entries(lines: Sequence[Line | str], words: frozenset[str]) -> list[str]:
    """Join the lines that go on: an open end before, a small letter or an open bracket after."""
    entries: list[str] = []
    for line in lines:
        text = line if isinstance(line, str) else line.text
        if not text:
            continue
        before = entries[-1] if entries else ""
        goes_on = entries and (
            open_ended(before)
            or text[:1] in "(/,&"
            or text[:1].islower()
            or _LEGAL.match(text)
            or (_REST.fullmatch(text) and re.search(r"(?:\s/|,)\s\w+$", before))
            or _WITH.match(f" {text} ")
        )
        if goes_on:
            entries[-1] = unhyphenated(before, text, words)
        else:
            entries.append(text)
    return [re.sub(r"^[•*◦o▪–—-]\s+", "", entry) for entry in entries]


def _without_notes(text: str, notes: list[str], vocabulary: Vocabulary) -> str:
    """Take out the brackets that are no part of a name: all but abbreviations and those that hold a body."""

    def keep(match: re.Match[str]) -> str:
        inner = match[1].strip()
        if re.fullmatch(r"[A-ZÆØÅ][\w-]{0,7}", inner) and (inner.isupper() or sum(map(str.isupper, inner)) > 1):
            return match.group()
        if vocabulary.kind(inner, "value") == "value.body" or _is_body(inner):
            return f", {inner}"
        notes.append(inner)
        return ""

    plain = _BRACKET.sub(keep, text)
    if (through := _THROUGH.search(plain)) is not None:
        notes.append(through["note"])
        plain = plain[: through.start()]
    if (at := plain.find("(")) >= 0 and ")" not in plain[at:]:
        notes.append(plain[at + 1 :].strip())
        plain = plain[:at]
    return " ".join(plain.split()).strip(" ,;")


def _is_body(text: str) -> bool:
    return (
        text[:1].isupper()
        and len(text.split()) <= 6
        and is_organization(text)
        and not re.search(r"\b(?:alle|når|skal|for|jf)\b|[.:]", text)
    )


def _split(text: str, vocabulary: Vocabulary, lexicon: Lexicon, notes: list[str], several: bool) -> list[str]:
    out: list[str] = []
    for part in _APART.split(_SLASHED.sub(lambda match: match.group().replace("/", " / "), text)):
        part = part.strip(" .,;")
        if not part:
            continue
        if out and part[0].islower() and _NOTE.match(part):
            notes.append(part)
            continue
        unit = part[0].islower() and not _DEFINITE.search(part.split()[0]) and not _ROLE.search(part.split()[-1])
        if out and unit and f"{out[-1]}, {part}" in text:
            out[-1] = f"{out[-1]}, {part}"  # `Barn, unge og familie` is one unit
            continue
        out.extend(_at_and(part, vocabulary, lexicon, several))
    return out


def _at_and(text: str, vocabulary: Vocabulary, lexicon: Lexicon, several: bool) -> list[str]:
    """Part a text at `og` where both sides are bodies of their own."""
    out, at = [], 0
    places = [match.span() for match in _PLACES.finditer(text)]
    whole = _is_one(text, vocabulary, lexicon)
    for match in _AND.finditer(text):
        left, right = text[at : match.start()], text[match.end() :]
        if not right or whole:
            break
        within = any(start < match.start() < end for start, end in places)
        if not within and _parts(left, right, lexicon, several):
            out.append(left.strip())
            at = match.end()
            whole = _is_one(text[at:], vocabulary, lexicon)
    out.append(text[at:].strip())
    return [part for part in out if part]


def _is_one(text: str, vocabulary: Vocabulary, lexicon: Lexicon) -> bool:
    """Tell a text that names one body, whatever words it holds."""
    return text in lexicon or vocabulary.kind(text, "value") == "value.body"


def _parts(left: str, right: str, lexicon: Lexicon, several: bool) -> bool:
    first = _AND.split(right, maxsplit=1)[0]
    if left in lexicon and first in lexicon:
        return True
    if right[0].isupper():
        return True
    head = first.split()[0]
    if several and _AND.search(right) is None and len(first.split()) == 1 and _DEFINITE.search(head):
        return True
    if left.rstrip().endswith("-"):
        return False
    tail = left.rsplit(maxsplit=1)[-1]
    if _ROLE.search(tail) and _ROLE.search(head):
        return True
    if _MANY.fullmatch(first) and " " not in left and _DEFINITE.search(left):
        return True
    definite = bool(_DEFINITE.search(first.split()[-1])) and len(first.split()) <= 3
    return definite and (
        bool(_DEFINITE.search(tail))
        or _ROLE.fullmatch(left) is not None
        or tail[:1].isupper()
        or left in lexicon
        or is_organization(left)
        or len(left.split()) > 1
    )
