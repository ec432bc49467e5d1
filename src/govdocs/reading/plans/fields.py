"""Labels inside a measure's text: `Ansvar:`, `Frist:` and `(Ansvarlig: X)` cut off from the text they follow."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.blocks import Wrap
from govdocs.reading.plans.columns import Kind

__all__ = ["Field", "begins_field", "begins_strange", "cut_fields", "has_field"]

_LABEL = re.compile(
    r"(?:(?P<start>^)|(?P<bracket>\(\s*)|(?P<point>(?<=[.;,–—])\s+))"
    r"(?P<label>[A-ZÆØÅa-zæøå][\w/]*(?: [\wæøå]+){0,3}?)\s?:(?=\s|$|[A-ZÆØÅ\d])"
)
_ONWARD = re.compile(
    r"(?:(?P<start>(?!))|(?P<bracket>(?!))|(?P<point>(?<=[\w).])\s+))"
    r"(?P<label>[A-ZÆØÅ][a-zæøå/-]+(?: [a-zæøå]+){0,2}?)\s?:(?=\s|$)"
)
"""Labels on a line with another, with blanks between: `Ansvar: Drift Frist: 2027`."""
_BARE = re.compile(
    r"(?:(?P<start>(?!))|(?P<bracket>\(\s*)|(?P<point>\s[–—-]\s+|,\s+))(?P<label>[Aa]nsvar(?:lig|leg)?|[Ff]rist)\s+"
    r"(?!(?:for|til|og|om|i|på|mot|er|som|å|av|hos|ved|ligger|ligg|ikke|ikkje)\b)(?=[A-ZÆØÅa-zæøå\d])"
)
"""Labels without a colon behind the text they end: `– ansvar økonomisjefen, frist 1. mars`."""
_TAIL = 120
"""Letters that may stand behind such a label."""
_MOVED = re.compile(
    r"(?:(?P<start>^)|(?P<bracket>(?!))|(?P<point>(?!)))"
    r"(?P<label>Ansvare?t? for tiltaket) (?:er|ble|blei|vart) (?:overført|flyttet|flytta|lagt) (?:(?:fra|frå) "
    r"\S+(?: \S+){0,6} )?til (?=[A-ZÆØÅ])"
)
"""A sentence that says who answers for a measure by now."""
_STRANGE = re.compile(r"[A-ZÆØÅ][a-zæøå-]+(?: [a-zæøå]+){0,2}:(?=\s)")
"""A label that is none of the genre's words: `Nøkkeltal: 12 born`."""
_KINDS = (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.STATUS)
_VALUES = (Kind.RESPONSIBLE, Kind.DEADLINE, Kind.OTHER)
"""What a label ends that the genre has no word for; the text of a measure or its state may hold one."""
_ANY = (*_KINDS, Kind.MEASURE, Kind.AREA, Kind.GOAL, Kind.OTHER)
"""What the lines of a list may announce."""


@frozen(kw_only=True)
class Field:
    """One stretch of a measure's cell."""

    kind: Kind
    """`measure` for its text, else what the label announces."""
    label: str
    """The label as written, `""` for the text."""
    lines: tuple[Line, ...]
    """Its lines, cut to what belongs to it."""
    sources: tuple[Line, ...]
    """The same lines whole."""


def has_field(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line holds a label that only a measure has: who answers for it, or its deadline by that name."""
    return (":" in text or "nsvar" in text) and any(
        kind is Kind.RESPONSIBLE or (kind is Kind.DEADLINE and "frist" in match["label"].lower())
        for match, kind in _labels(text, vocabulary)
    )


def begins_field(text: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a line begins with a label of what a plan says of a measure, its text left aside."""
    label = vocabulary.label(text, "plan", alone=False) if ":" in text else None
    return label is not None and label.kind not in ("plan.measure", "plan.area", "plan.number")


def begins_strange(text: str, vocabulary: Vocabulary) -> bool:
    """Tell a line with a label that the genre has no word for, and so ends what stands above: `Nøkkeltal: 12 born`."""
    return ":" in text and _STRANGE.match(text) is not None and vocabulary.label(text, "plan", alone=False) is None


def _labels(text: str, vocabulary: Vocabulary, kinds: Sequence[Kind] = _KINDS) -> list[tuple[re.Match[str], Kind]]:
    if len(text) > 4000:
        return []
    if (moved := _MOVED.match(text)) is not None and Kind.RESPONSIBLE in kinds:
        return [(moved, Kind.RESPONSIBLE)]
    bare = list(_bare(text, kinds)) if "nsvar" in text else []
    if ":" not in text:
        return bare
    out = bare
    for match in _LABEL.finditer(text, 0, text.rfind(":") + 2):
        told = vocabulary.kind(match["label"], "plan")
        if told is None and match["start"] is not None:
            label = vocabulary.label(text, "plan", alone=False)
            told = label.kind if label is not None and label.misspelt else None
        kind = Kind(told.removeprefix("plan.")) if told else None
        if kind is None or kind not in kinds or (kind not in _KINDS and match["start"] is None):
            continue
        if (
            kind is not Kind.STATUS
            or match["start"] is not None
            or match["bracket"] is not None
            or len(match["label"]) < 7
        ):
            out.append((match, kind))
    out.extend(_beside(text, out, vocabulary, kinds))
    return sorted(out, key=lambda found: found[0].start())


def _beside(
    text: str, found: Sequence[tuple[re.Match[str], Kind]], vocabulary: Vocabulary, kinds: Sequence[Kind]
) -> Iterator[tuple[re.Match[str], Kind]]:
    """Yield the labels that stand behind others with no mark before them, the first of them who answers."""
    known = {match.start("label") for match, _ in found}
    begun = min((match.start() for match, kind in found if kind in _KINDS), default=len(text))
    for match in _ONWARD.finditer(text):
        told = vocabulary.kind(match["label"], "plan") if match.start("label") not in known else None
        kind = Kind(told.removeprefix("plan.")) if told else None
        if kind is None or kind not in kinds or kind not in (*_KINDS, Kind.OTHER):
            continue
        if match.start() > begun or (kind is Kind.RESPONSIBLE and match["label"].startswith("Ansvar")):
            begun = min(begun, match.start())
            yield match, kind


def _bare(text: str, kinds: Sequence[Kind]) -> Iterator[tuple[re.Match[str], Kind]]:
    """Yield the labels without a colon at the end of a text, of which the first says who answers."""
    told = False
    for match in _BARE.finditer(text):
        kind = Kind.DEADLINE if match["label"].lower() == "frist" else Kind.RESPONSIBLE
        apart = match["bracket"] is not None or not match["point"].startswith(",")
        if kind in kinds and len(text) - match.end() <= _TAIL and (told or (apart and kind is Kind.RESPONSIBLE)):
            told = True
            yield match, kind


def cut_fields(
    lines: Sequence[Line],
    vocabulary: Vocabulary,
    wrap: Wrap | None = None,
    *,
    reporting: bool = False,
    headed: bool = False,
) -> list[Field]:
    """Cut a measure's lines into its text and what its labels announce.

    A label in brackets ends with the bracket; one at the start of a line with its paragraph, as `wrap` tells, or with
    the cell where there is none to tell. A label with nothing behind it announces the lines below: right below, or of
    labels that are `headed` behind a blank line. In a list that is `reporting`, text behind who answers for a measure
    tells how far it has come, and a state goes on to the next label.
    """
    out: list[Field] = []
    kind: Kind = Kind.MEASURE
    label, bracket, empty = "", False, False
    before: Line | None = None
    kinds = _ANY if wrap is not None else _KINDS
    below: Kind = Kind.STATUS if reporting else Kind.MEASURE
    lasting: tuple[Kind, ...] = (Kind.MEASURE, Kind.STATUS, Kind.OTHER) if reporting else (Kind.MEASURE,)

    def take(line: Line, start: int, end: int) -> None:
        text = line.text[start:end].strip()
        if not text:
            return
        piece = evolve(line, text=text, gaps=(), stops=()) if text != line.text else line
        if out and out[-1].kind is kind and out[-1].label == label:
            out[-1] = evolve(out[-1], lines=(*out[-1].lines, piece), sources=(*out[-1].sources, line))
        else:
            out.append(Field(kind=kind, label=label, lines=(piece,), sources=(line,)))

    for line in lines:
        found = _labels(line.text, vocabulary, kinds)
        starts = bool(found) and found[0][0].start() == 0
        if (
            kind not in lasting
            and not bracket
            and not starts
            and before is not None
            and wrap is not None
            and not (empty and line.number - before.number <= 1 + max(wrap.usual_gap(line), headed))
            and not wrap.goes_on(before, line)
        ):
            kind, label = below, ""
        at = 0
        if not found and wrap is not None and kind in _VALUES and begins_strange(line.text, vocabulary):
            kind, label = Kind.OTHER, line.text.partition(":")[0]
            at = len(label) + 1
        for match, told in found:
            if bracket and match["bracket"] is None and match["point"] is None:
                continue
            take(line, at, match.start())
            kind, label, bracket = told, match["label"], bracket or match["bracket"] is not None
            at = match.end()
        if bracket and (end := _closing(line.text, at)) is not None:
            take(line, at, end)
            kind, label, bracket = Kind.MEASURE, "", False
            rest = line.text[end + 1 :].strip(" .")
            if rest:
                take(line, end + 1, len(line.text))
        else:
            take(line, at, len(line.text))
        before, empty = line, (bool(found) or empty) and (at >= len(line.text) or not found)
    whole: tuple[Kind, ...] = (Kind.MEASURE, Kind.STATUS) if reporting else (Kind.MEASURE,)
    return [field if field.kind in whole else evolve(field, lines=_without_end(field)) for field in out]


def _closing(text: str, at: int) -> int | None:
    """Return where the bracket closes that is open at a place, brackets inside it left aside."""
    depth = 1
    for n in range(at, len(text)):
        depth += (text[n] == "(") - (text[n] == ")")
        if depth == 0:
            return n
    return None


def _without_end(field: Field) -> tuple[Line, ...]:
    """Take off the mark between one value and the next."""
    last = field.lines[-1]
    return (*field.lines[:-1], evolve(last, text=last.text.rstrip(" .,;")))
