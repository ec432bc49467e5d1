"""Texts set in two columns, labels in the margin and text beside them, taken apart into a label's line and its text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.reading.document_words import document_word

__all__ = ["margin_labels", "take_margins"]

_LABEL = re.compile(r"[A-ZÆØÅ][^\d:.]{1,28}-?")
_GROUPS = ("head", "attendance", "close")


def take_margins(lines: Sequence[Line], vocabulary: Vocabulary) -> Iterator[Line]:
    """Yield lines with each label of the margin as one of its own, with a colon; other lines are left as they are.

    There is such a margin where three labels or more have their text at one place and other lines begin at it too. A
    label that is broken goes on in the margin of the next line: `Fra` over `sekretariatet`.
    """
    edge = _margin_edge(lines, vocabulary)
    if edge is None:
        yield from lines
        return
    at = 0
    while at < len(lines):
        line = lines[at]
        label = _label(line, edge, vocabulary)
        after = lines[at + 1] if at + 1 < len(lines) else None
        if label is None and after is not None and (parts := _broken(line, after, edge, vocabulary)):
            label, rest = parts
            yield evolve(line, text=f"{label}:", gaps=(), stops=())
            yield _text(line, edge)
            if rest is not None:
                yield rest
            at += 2
            continue
        if label is not None:
            yield evolve(line, text=f"{label}:", gaps=(), stops=())
            yield _text(line, edge)
        else:
            yield line
        at += 1


def _margin_edge(lines: Sequence[Line], vocabulary: Vocabulary) -> float | None:
    """Return where the text beside the labels begins, `None` where there is no such margin."""
    begun = Counter(line.stops[0] for line in lines if line.stops and len(line.stops) == len(line.gaps))
    if not begun:
        return None
    set_in = Counter(line.indent for line in lines if line.cell is None)
    for edge, _ in begun.most_common(2):
        named = sum(_label(line, edge, vocabulary) is not None for line in lines)
        if named >= 3 and set_in[edge] >= 3 and edge > 4:
            return edge
    return None


def margin_labels(lines: Sequence[Line], vocabulary: Vocabulary) -> list[int]:
    """Return the places of the lines with a label in the margin; none where there is no such margin."""
    edge = _margin_edge(lines, vocabulary)
    return [] if edge is None else [n for n, line in enumerate(lines) if _label(line, edge, vocabulary) is not None]


def _margin(line: Line, edge: float) -> str | None:
    """Return what stands in the margin of a line whose text begins at an edge."""
    if line.cell is not None or not line.gaps or len(line.stops) != len(line.gaps) or line.stops[0] != edge:
        return None
    return line.text[: line.gaps[0]].strip()


def _text(line: Line, edge: float) -> Line:
    cut = line.gaps[0]
    return evolve(
        line,
        text=line.text[cut:].strip(),
        indent=edge,
        gaps=tuple(gap - cut for gap in line.gaps[1:]),
        stops=line.stops[1:],
    )


def _label(line: Line, edge: float, vocabulary: Vocabulary) -> str | None:
    label = _margin(line, edge)
    if label is None or not _LABEL.fullmatch(label):
        return None
    titled = document_word(line.text[line.gaps[0] :].strip()) is not None  # `Formål` or the like beside the heading
    return label if titled or vocabulary.kind(label, *_GROUPS) is not None else None


def _broken(line: Line, after: Line, edge: float, vocabulary: Vocabulary) -> tuple[str, Line | None] | None:
    """Return a label over two lines and the second one's text, if it has any."""
    first = _margin(line, edge)
    if first is None or not _LABEL.fullmatch(first) or after.number - line.number != 1 or after.cell is not None:
        return None
    second = _margin(after, edge)
    alone = second is None and not after.gaps and after.indent == line.indent
    tail = after.text if alone else second
    if not tail or not tail[:1].islower() or len(tail) > 28:
        return None
    label = first[:-1] + tail if first.endswith("-") else f"{first} {tail}"
    if vocabulary.kind(label, *_GROUPS) is None:
        return None
    return label, None if alone else _text(after, edge)
