"""Labels that announce their value without a colon: cards whose two columns came to stand on one line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve, frozen

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary

__all__ = ["with_colons"]

_WORDS = 4
"""Words that a label has at the most."""
_REACH = 4
"""Lines from one label of a card to the next at the most."""


@frozen
class _Bare:
    """A label at the start of a line, with no colon behind it."""

    place: int
    written: str
    kind: str


def with_colons(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return the lines with a colon behind the labels of cards that have none.

    A label counts if it stands in two cards at least: right below or above another, one of them of who answers.
    """
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
        words = line.text.split(" ", _WORDS)
        if line.cell is not None or len(words) < 2 or not line.text[:1].isupper():
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
