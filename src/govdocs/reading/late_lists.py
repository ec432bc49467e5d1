"""Lists of those present that stand behind the agenda, put before it, where readers look for them."""

from __future__ import annotations

from govdocs.reading.attendance import read_group
from govdocs.reading.groups import find_groups
from govdocs.reading.outline import Outline
from govdocs.reading.rollcalls import opens_list

__all__ = ["lists_first"]

_LEAST = 3
"""Persons that make such a list."""


def lists_first(outline: Outline, head_end: int, *, papers: bool = False) -> Outline:
    """Return an outline whose lists of those present stand in the head, which ends at a place.

    The lines keep their numbers. Nothing is moved where the head has such a list of its own, and nothing but a list
    that stands behind the whole agenda, with no case between. In papers it is a list of those called to the meeting:
    of those present tell the minutes of another.
    """
    lines, words = outline.lines, outline.vocabulary
    if any(opens_list(line.text, words) for line in lines[:head_end]):
        return outline
    start = next((n for n in range(head_end, len(lines)) if opens_list(lines[n].text, words)), None)
    if start is None or (papers and words.kind(lines[start].text, "attendance") != "attendance.invited"):
        return outline
    if any(outline.label(n, "decision") is not None for n in range(head_end, start)):
        return outline
    stop = next((head.index for head in outline.heads if head.index > start), len(lines))
    last, count = start, 0
    groups, _ = find_groups(lines[start:stop], outline.vocabulary)
    for group in groups:
        people, _ = read_group(group, outline.words)
        count += len(people)
        last = max([last, *(n for n in range(start, stop) for p in people if lines[n].number == p.span.last)])
    if count < _LEAST:
        return outline
    moved = (*lines[:head_end], *lines[start : last + 1], *lines[head_end:start], *lines[last + 1 :])
    return Outline(moved, outline.vocabulary)
