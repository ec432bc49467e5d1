"""How far a case goes: its head told from the agenda's entries, its paper's top, and what is under it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from govdocs.norwegian.numbers import parse_number
from govdocs.norwegian.sentences import looks_like_sentence
from govdocs.reading.bodies import is_body_name
from govdocs.reading.decisions import decision_label
from govdocs.reading.document_words import document_word
from govdocs.reading.heads import CaseHead
from govdocs.reading.outline import Outline
from govdocs.reading.routing import heads_table
from govdocs.reading.title_leads import names_owner

__all__ = ["paper_top", "split_agenda"]

_DECIDES = re.compile(
    r"(?:(?:Vedtak|VEDTAK)(?!s?[-a-zæøå])|V E D T A K|Behandling|Handsaming|Forslag til|Votering|Samrøystes"
    r"|Saksprotokoll|Konklusjon)"
)

_LONGEST_ENTRY = 5
"""Lines of an agenda's entry at the most."""


def split_agenda(outline: Outline, heads: list[CaseHead]) -> tuple[list[CaseHead], list[CaseHead]]:
    """Tell the heads of cases from the agenda's entries for the same cases: the fullest of several is the case.

    Two that both decide under titles of their own are two cases, to which the document gave one number.
    """
    extents = {head.index: _extent(outline, heads, n) for n, head in enumerate(heads)}
    best: dict[str, CaseHead] = {}
    twice: set[int] = set()
    runs = _runs(outline, heads)
    listed = _listed(heads, runs)
    listed |= _last_entries(heads, listed)
    for head in heads:
        if head.index in listed:
            continue
        other = best.get(head.key)
        if other is not None and head.index in runs and other.index not in runs and not extents[head.index][0]:
            continue  # the agenda stands in the case that approves it
        if other is not None and extents[head.index][0] and extents[other.index][0] and _unlike(head, other):
            twice.update((head.index, other.index))
        if other is None or extents[head.index][0] >= extents[other.index][0]:
            best[head.key] = head
    main = [head for head in heads if best[head.key] is head or head.index in twice]
    entries = [head for head in heads if best[head.key] is not head and head.index not in twice]
    return main, entries


def _runs(outline: Outline, heads: Sequence[CaseHead]) -> dict[int, list[CaseHead]]:
    """Return the lists of three heads or more that follow one another, by the places of their heads."""
    runs: list[list[CaseHead]] = []
    for head in heads:
        last = runs[-1][-1] if runs else None
        again = bool(runs) and any(each.key == head.key for each in runs[-1])  # the case itself, over the list
        near = last is not None and (0 < head.index - last.index <= 2 or _hangs(outline, last.index, head.index))
        if last is not None and near and not again and not _answered(outline, last.index + 1, head.index):
            runs[-1].append(head)
        else:
            runs.append([head])
    return {head.index: run for run in runs if len(run) >= 3 for head in run}


def _hangs(outline: Outline, index: int, behind: int) -> bool:
    """Tell whether all that stands between two entries goes on in the column of the first one's title, right below."""
    own, lines = outline.lines[index], outline.lines[index + 1 : behind]
    return (
        0 < len(lines) < _LONGEST_ENTRY
        and outline.lines[behind].indent == own.indent
        and all(line.indent > own.indent and line.cell is None for line in lines)
        and lines[-1].number - own.number == len(lines)
    )


def _listed(heads: Sequence[CaseHead], runs: Mapping[int, Sequence[CaseHead]]) -> set[int]:
    """Return the heads that stand in a list within a case, as its papers' agenda: all of them have a case elsewhere."""
    elsewhere = {head.key for head in heads if head.index not in runs}
    return {index for index, run in runs.items() if all(each.key in elsewhere for each in run)}


def _last_entries(heads: Sequence[CaseHead], listed: set[int]) -> set[int]:
    """Return the heads behind which the numbers begin anew, with more text before their case's turn than above them.

    So an agenda's last entry is no case, even where the head of the first case behind it is missing.
    """
    mains = [head for head in heads if head.parent is None and head.index not in listed]
    turns: dict[str, int] = {}
    out: set[int] = set()
    for head, after in zip(reversed(mains), [None, *reversed(mains)], strict=False):
        turn = turns.get(head.key)  # the nearest place below where the number stands again, and is no list's end
        if turn is not None and after is not None and head.index - mains[0].index < turn - head.index:
            number, following = (parse_number(each.hit.number).sequence for each in (head, after))
            if number is not None and following is not None and following < number:
                out.add(head.index)
                continue
        turns[head.key] = head.index
    return out


def _answered(outline: Outline, start: int, end: int) -> bool:
    """Tell whether text of a case stands between two heads."""
    return any(looks_like_sentence(outline.lines[index].text) for index in range(start, end))


def _unlike(one: CaseHead, other: CaseHead) -> bool:
    """Tell whether two heads give different titles beside their numbers."""
    a, b = ("".join(c for c in head.hit.rest.casefold() if c.isalnum()) for head in (one, other))
    return bool(a and b) and not (a.startswith(b) or b.startswith(a))


def _extent(outline: Outline, heads: Sequence[CaseHead], n: int) -> tuple[bool, int]:
    """Return how much a head has under it: a decision or not, and its lines; a case under it counts for it."""
    head = heads[n]
    stop = next(
        (h.index for h in heads[n + 1 :] if h.parent != head.hit.number or h.parent is None), len(outline.lines)
    )
    lines = outline.lines[head.index : stop]
    decides = any(_DECIDES.match(line.text) for line in lines)
    return decides, len(lines)


def paper_top(outline: Outline, head: CaseHead) -> int:
    """Return where the head of a case's paper begins: facts, bodies' names and document words stand over its number."""
    at = head.index
    tables = {n for place, rows in outline.routes for n in range(place, rows[-1].index + rows[-1].count)}
    titles = {other.index + 1 for other in outline.heads if not other.hit.rest}  # a title may name a body
    while at > 0 and head.index - at < 14 and at - 1 not in titles:
        line, text = outline.lines[at - 1], outline.lines[at - 1].text
        if at - 1 in tables or heads_table(text):
            at -= 1
            continue
        label = outline.vocabulary.label(text, "case", "head", bare=True)
        if label is not None and label.kind in ("case.attachments", "case.background", "case.previous"):
            break
        if at > 1 and decision_label(outline.lines[at - 2].text, outline.vocabulary, minutes=False) is not None:
            break
        over = outline.lines[at - 2].text if at > 1 else ""
        listing = outline.vocabulary.label(over, "case", bare=True)
        if listing is not None and listing.kind in ("case.attachments", "case.background") and not listing.value:
            break
        value = over.endswith(":") and len(over) < 30 and len(text) < 60
        word = document_word(text)
        if not (
            (label is not None and (label.colon or (label.value and label.value[:1].isupper())))
            or value
            or (text.endswith(":") and len(text) < 30)
            or (word is not None and word[0] == "papers" and len(text) < 40)
            or (is_body_name(text) and len(text) < 60 and line.cell is None)
            or names_owner(text)
        ):
            break
        at -= 1
    return at
