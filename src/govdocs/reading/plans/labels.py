"""Labels that announce their value without a colon: on the line of the value, or alone over it like a heading."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.plans.fields import has_field
from govdocs.reading.plans.marks import mark_of, shape_is_bullet

__all__ = ["with_colons"]

_WORDS = 4
"""Words that a label has at the most."""
_LONG = 40
"""Letters of a label alone on its line at the most."""
_REACH = 4
"""Lines from one label of a card to the next at the most."""


_NOTE = re.compile(r"\s*\[\d{1,3}\]$|\s+(?:19|20)\d{2}$")
"""The number of a note behind a label, or the year it is about: `Status 2024`."""


@frozen
class _Bare:
    """A label at the start of a line, with no colon behind it."""

    place: int
    written: str
    kind: str


def with_colons(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return the lines with a colon behind the labels that have none.

    In cards a label counts if it stands in two at least: right below or above another, one of them of who answers.
    Over its value a label counts if one of them comes again, and who answers for a measure is told twice.
    """
    bare = _stacked(_without_bullets(lines, vocabulary), vocabulary)
    return _in_cards(_over_values(bare, vocabulary), vocabulary)


def _stacked(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Put a colon behind labels that stand alone right over their values: `Tiltak`, `Ansvar` and `Tid` of each measure.

    The labels of a measure and of who answers must come as often, twice at least; heads of columns stand together.
    """
    kinds = {n: kind for n, line in enumerate(lines) if (kind := _whole(line, vocabulary)) is not None}
    alone = {n: kind for n, kind in kinds.items() if n - 1 not in kinds and n + 1 not in kinds and n + 1 < len(lines)}
    counts = Counter(kind for n, kind in alone.items() if lines[n + 1].number - lines[n].number == 1)
    out = list(lines)
    if counts["plan.measure"] > 1 and counts["plan.measure"] == counts["plan.responsible"]:
        for n in alone:
            out[n] = evolve(out[n], text=f"{out[n].text}:")
    return out


def _whole(line: Line, vocabulary: Vocabulary) -> str | None:
    """Return what a line announces that is a label and no more, and none of an area or number."""
    if len(line.text) > _LONG or line.cell is not None or line.gaps or line.text.endswith(":"):
        return None
    kind = vocabulary.kind(line.text, "plan") if line.text[:1].isupper() else None
    return kind if kind not in ("plan.area", "plan.number") else None


def _without_bullets(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Take the bullets off the labels of measures that have one, where two tell who answers: `• Ansvar: Drift`."""
    rests: dict[int, str] = {}
    told = 0
    for n, line in enumerate(lines):
        mark = mark_of(line.text) if ":" in line.text and line.cell is None else None
        if mark is None or not shape_is_bullet(mark.shape):
            continue
        label = vocabulary.label(mark.rest, "plan", alone=False)
        if label is not None and not label.misspelt and label.kind not in ("plan.area", "plan.goal", "plan.number"):
            rests[n] = mark.rest
            told += label.kind == "plan.responsible"
    out = list(lines)
    for n in rests if told > 1 else ():
        out[n] = evolve(out[n], text=rests[n])
    return out


def _over_values(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Put a colon behind the labels that stand alone on their lines, blank lines above, what they announce below."""
    found = {n: kind for n in range(1, len(lines) - 1) if (kind := _alone(lines, n, vocabulary)) is not None}
    counts = Counter(_NOTE.sub("", lines[n].text) for n in found)
    told = sum(kind == "plan.responsible" for kind in found.values())
    if not found or max(counts.values()) < 2 or told + sum(has_field(line.text, vocabulary) for line in lines) < 2:
        return list(lines)
    out = list(lines)
    for n in found:
        out[n] = evolve(out[n], text=f"{_NOTE.sub('', out[n].text)}:")
    return out


def _alone(lines: Sequence[Line], at: int, vocabulary: Vocabulary) -> str | None:
    """Return what a line announces that is a label and nothing else, set apart from the text above it."""
    before, line, after = lines[at - 1], lines[at], lines[at + 1]
    if len(line.text) > _LONG or line.cell is not None or line.gaps or not line.text[:1].isupper():
        return None
    text = _NOTE.sub("", line.text)
    if text.endswith(":"):
        return None
    kind = vocabulary.kind(text, "plan")
    if kind in (None, "plan.area", "plan.goal", "plan.number") or (
        kind == "plan.measure" and not text.casefold().endswith("tiltaket")
    ):
        return None
    apart = line.page != before.page or line.number - before.number > 1
    heads = any(vocabulary.kind(near.text, "plan") is not None for near in (before, after))
    return kind if apart and not heads else None


def _in_cards(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Put a colon behind the labels that stand before their value on one line."""
    found = list(_bare(lines, vocabulary))
    cards = [card for card in _cards(found) if len(card) > 1 and any(b.kind == "plan.responsible" for b in card)]
    counts = Counter(bare.written for card in cards for bare in {b.written: b for b in card}.values())
    if not any(counts[b.written] > 1 for card in cards for b in card if b.kind == "plan.responsible"):
        return list(lines)
    out = list(lines)
    for bare in (b for card in cards for b in card if counts[b.written] > 1):
        text = out[bare.place].text
        value = text[len(bare.written) :].strip()
        out[bare.place] = evolve(out[bare.place], text=f"{bare.written}: {value}", gaps=(), stops=())
    return out


def _bare(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[_Bare]:
    for place, line in enumerate(lines):
        if line.cell is not None or not line.text[:1].isupper():
            continue
        words = line.text.split(" ", _WORDS)
        if len(words) < 2 or not vocabulary.begins("plan", words[0]):
            continue
        for count in range(min(_WORDS, len(words) - 1), 0, -1):
            written = " ".join(words[:count])
            value = line.text[len(written) :].strip()
            kind = vocabulary.kind(written, "plan")
            group = kind == "plan.area" and "mål" not in written.lower()
            if kind is None or written.endswith(":") or group or kind in ("plan.measure", "plan.number"):
                continue
            if (value[0].isupper() or value[0].isdigit()) and vocabulary.kind(value.split()[0], "plan") is None:
                yield _Bare(place, written, kind)
                break


def _cards(found: Sequence[_Bare]) -> Iterator[list[_Bare]]:
    """Put together the labels that stand near each other and do not come again."""
    card: list[_Bare] = []
    for bare in found:
        if card and (bare.place - card[-1].place > _REACH or any(bare.written == other.written for other in card)):
            yield card
            card = []
        card.append(bare)
    if card:
        yield card
