"""Cases that ordinals count: `1. Title`, `2. Title`, one after the other, with their text between them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.dates import find_days
from govdocs.norwegian.naming import is_first_name, is_name
from govdocs.norwegian.numbers import NumberHit, head_number
from govdocs.norwegian.sentences import has_finite_verb, looks_like_sentence
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.heads import CaseHead

__all__ = ["listed_in_order", "ordinal_heads"]

_FEWEST = 3
_LONGEST = 70
"""Letters of a title at the most that ends with a full stop."""
_DAY = re.compile(r"\d{1,2}\.?\s*[a-zæøå]")
_TITLE = re.compile(r"(?P<title>[A-ZÆØÅ«][^.:!?]{2,70}[.:])\s+(?=[A-ZÆØÅ«])")
"""The title of a case that its text runs on from: `Budsjett 2010: Kari Berg informerte …`."""


def ordinal_heads(lines: Sequence[Line], vocabulary: Vocabulary) -> list[CaseHead]:
    """Return the heads told by ordinals that run from 1 up; under `Saker:` each may run into its text."""
    runs: list[tuple[list[CaseHead], bool]] = []
    for index, line in enumerate(lines):
        hit = head_number(line.text, ordinal=True) if line.text[:1].isdigit() else None
        if hit is None or "." in hit.number or not hit.rest[:1].isupper():
            continue
        if next(find_days(line.text), None) is not None and _DAY.match(line.text):
            continue
        if is_name(hit.rest, least=2) and is_first_name(hit.rest.split()[0]):  # those present may be counted
            continue
        value = int(hit.number)
        titled = hit if _is_title(hit.rest) else _titled(hit)
        if value == 1 and titled is not None:
            listed = index > 0 and vocabulary.kind(lines[index - 1].text, "agenda") is not None
            if listed or titled is hit:
                runs.append(([CaseHead(index=index, hit=titled)], listed))
        for run, listed in reversed(runs):
            if int(run[-1].hit.number) == value - 1 and run[-1].index < index:
                if titled is not None and (listed or titled is hit):
                    run.append(CaseHead(index=index, hit=titled))
                break
    kept = [run for run, _ in runs if len(run) >= _FEWEST]
    if not kept:
        return []
    longest = max(len(run) for run in kept)
    spread = [run for run in kept if len(run) >= longest - 1 and _is_spread(run)] or [
        run for run in kept if len(run) == longest
    ]
    return [head for run in spread[-2:] for head in run]


def listed_in_order(lines: Sequence[Line], vocabulary: Vocabulary, told: Sequence[CaseHead]) -> list[CaseHead]:
    """Return the entries of an agenda `1. Title` above the cases `Sak 1: Title` that are `told`, one title the same."""
    listed = ordinal_heads(lines, vocabulary) if all(head.hit.number.isdigit() for head in told) else []
    over = listed[0].index - 1 if listed else -1
    if over < 0 or vocabulary.kind(lines[over].text, "agenda") is None:
        return []
    titles = {(head.key, head.hit.rest.casefold()) for head in told}
    return listed if any((head.key, head.hit.rest.casefold()) in titles for head in listed) else []


def _is_title(text: str) -> bool:
    """Tell a title from a sentence; a few words may end with a full stop: as `Forrige protokoll.` does."""
    bare = text[:-1] if text.endswith(".") and len(text) < _LONGEST else text
    return not looks_like_sentence(bare) and not (bare is not text and has_finite_verb(bare))


def _titled(hit: NumberHit) -> NumberHit | None:
    """Return a number with the title alone that its text runs on from, `None` where it has none."""
    match = _TITLE.match(hit.rest)
    title = match["title"].rstrip(":") if match is not None else ""
    return evolve(hit, rest=title) if title and not looks_like_sentence(title.rstrip(".")) else None


def _is_spread(run: list[CaseHead]) -> bool:
    """Tell cases from the items of a list: other lines stand between them."""
    return run[-1].index - run[0].index >= 2 * len(run)
