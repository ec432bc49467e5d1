"""Agendas of the web, whose cases are the items of a list: `• Sak 046/2024` over a title."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.numbers import head_number
from govdocs.reading.blocks import marked
from govdocs.reading.heads import CaseHead, family, rises

__all__ = ["without_bullets"]


def without_bullets(lines: Sequence[Line]) -> list[Line]:
    """Return the lines with no bullet before the number of a case, where every case of the document has one.

    Where cases stand without bullets, numbers behind bullets are those of other cases.
    """
    found: dict[int, CaseHead] = {}
    for index, line in enumerate(lines):
        mark = marked(line)
        if mark is None or mark[0] != "•":
            plain = head_number(line.text)
            if plain is not None and not plain.rest[:1].islower():
                return list(lines)
            continue
        hit = head_number(mark[1], bare=True)
        if hit is not None and line.cell is None and (not hit.rest or hit.rest[0].isupper()):
            found[index] = CaseHead(index=index, hit=hit)
    heads = list(found.values())
    series = {family(head.hit) for head in heads}
    if len(heads) < 2 or len(series) > 1 or len({head.key for head in heads}) < len(heads) or not rises(heads):
        return list(lines)
    out = list(lines)
    for index in found:
        mark = marked(lines[index])
        out[index] = evolve(lines[index], text=mark[1] if mark else lines[index].text, gaps=())
        if index:
            out[index - 1] = evolve(out[index - 1], paragraph=True)
    return out
