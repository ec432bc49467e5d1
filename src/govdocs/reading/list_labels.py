"""The labels of lists of persons as they stand on lines: broken in two, side by side, several on one line."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.vocabulary import Vocabulary, folded
from govdocs.reading.blocks import columns_of
from govdocs.reading.listed import Group
from govdocs.reading.named import strong_name

__all__ = ["beside_others", "cut_at_labels", "mended", "side_by_side"]

_LEGEND = re.compile(
    r"\bX\s*=\s*(?:til\s?st|møtt|oppmøtt|deltok).*\bF\s*=\s*(?:forfall|fråv|frav|meldt)", re.IGNORECASE
)
_NEXT_LABEL = re.compile(r"(?<=[\wæøå)])[.;]\s+(?=[A-ZÆØÅ][\wæøå]+(?:\s[\wæøå]+){0,3}:\s)")


def mended(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Return the lines of a head with marks of a column told in words and labels whole; each keeps its place."""
    return _with_whole_labels(_marked_off(lines), vocabulary)


def _marked_off(lines: Sequence[Line]) -> list[Line]:
    """Put the letters of a column of marks into words, where a legend tells them: `X = til stede  F = forfall`.

    The lines keep their places; the legend becomes an empty line.
    """
    if not any(_LEGEND.search(line.text) for line in lines):
        return list(lines)
    out = []
    for line in lines:
        text = re.sub(r"\sX(?=\s*(?:\([^)]*\))?$)", "", line.text)
        text = re.sub(r"\sF(?=\s*(?:\([^)]*\))?$)", " (forfall)", text)
        text = re.sub(r"\s(?:Til ?stede|Til ?stades)$", "", text)
        out.append(evolve(line, text="" if _LEGEND.search(line.text) else text))
    return out


def _with_whole_labels(lines: Sequence[Line], vocabulary: Vocabulary) -> list[Line]:
    """Put together a label that a narrow column broke in two, with the value beside either half.

    `Møtende        Kari Berg for Ola Vik` above `varamedlemmer:`. The lines keep their places, one is emptied.
    """
    out = list(lines)
    for index, (line, after) in enumerate(itertools.pairwise(lines)):
        if not line.gaps and after.gaps and after.number - line.number == 1 and len(line.text) < 30:
            end, value = after.text[: after.gaps[0]].strip(), after.text[after.gaps[0] :].strip()
            if end.endswith(":") and vocabulary.kind(f"{line.text} {end}", "attendance") is not None:
                out[index] = evolve(line, text="")
                out[index + 1] = evolve(after, text=f"{line.text} {end} {value}", gaps=())
            continue
        if not line.gaps or after.gaps or not after.text.endswith(":") or after.number - line.number != 1:
            continue
        start, value = line.text[: line.gaps[0]].strip(), line.text[line.gaps[0] :].strip()
        if vocabulary.kind(f"{start} {after.text}", "attendance") is not None and ":" not in start:
            out[index] = evolve(line, text=f"{start} {after.text} {value}", gaps=())
            out[index + 1] = evolve(after, text="")
    return out


def cut_at_labels(line: Line, vocabulary: Vocabulary) -> tuple[Line, list[Group]]:
    """Return a line up to the next label on it, and the groups behind that: `… og Ola Vik. Forfall: Per Moe`."""
    if line.text.count(":") == 0 or line.cell is not None or not (parts := _NEXT_LABEL.split(line.text))[1:]:
        return line, []
    labels = [vocabulary.label(part, "attendance") for part in parts[1:]]
    if any(label is None or not label.colon or label.kind == "attendance.distribution" for label in labels):
        return line, []
    return evolve(line, text=parts[0], gaps=()), [
        Group(
            kind=label.kind.removeprefix("attendance."),
            heading=label.written,
            value=label.value,
            head=line,
            single=folded(label.written) in vocabulary.single,
        )
        for label in labels
        if label is not None
    ]


def side_by_side(line: Line, vocabulary: Vocabulary) -> list[Group]:
    """Return the groups that stand beside one another: two headings on one line with a wide gap between."""
    pieces = columns_of(line)
    if len(pieces) < 2:
        return []
    labels = [vocabulary.label(piece, "attendance") for piece in pieces]
    if not all(label and not label.value and label.kind != "attendance.distribution" for label in labels):
        return []
    return [
        Group(kind=label.kind.removeprefix("attendance."), heading=label.written, head=line)
        for label in labels
        if label is not None
    ]


def beside_others(line: Line, vocabulary: Vocabulary) -> Group | None:
    """Return the group of a person with a task who stands between other facts of a letterhead on one line."""
    for piece in columns_of(line):
        label = vocabulary.label(piece, "attendance")
        if (
            label is not None
            and label.kind == "attendance.secretariat"
            and label.colon
            and (strong_name(re.split(r"\s*[,(]", label.value)[0]))
        ):
            return Group(kind="secretariat", heading=label.written, value=label.value, head=line, single=True)
    return None
