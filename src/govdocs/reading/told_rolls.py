"""Paragraphs that tell in sentences who else was there: `Av faste observatører deltok Kari Berg. Fra stab møtte …`."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from attrs import evolve

from govdocs.layout import Line
from govdocs.reading.enumerations import persons_of
from govdocs.reading.list_words import hinted, holds_someone, of_the_house
from govdocs.reading.listed import Group

__all__ = ["told_paragraph"]

_WHO = re.compile(
    r"(?P<what>(?:Fra|Frå|Av)(?:\s[a-zæøå]{2,30}){1,4}?\s(?:møtte|deltok)"
    r"|Til\s?st\w+\ssom(?:\s[a-zæøå]{3,20}){1,3}?(?=\svar\s))(?:\svar)?\s(?P<who>\S.+)"
)
"""A sentence about those of one kind, with whom it is about behind its verb."""
_AFRESH = re.compile(r"(?<=[a-zæøå)])\.\s+(?=[A-ZÆØÅ])")
_AS = re.compile(r"\s(?:(?:deltok|møtte)\s+)?som\s+(?=vara|observatør)")
"""What joins a name and the task in such a sentence."""
_SENDER = re.compile(r"(?:Fra|Frå)\s(?P<body>\w+)\s\w+")
"""One word for the body that sent them: `Fra brukerutvalget møtte`."""


def told_paragraph(lines: Sequence[Line], index: int) -> tuple[list[Group], int]:
    """Return the groups of a paragraph that begins so, and where it ends; none where a sentence names nobody known.

    A paragraph ends with a full stop; its sentences that tell something else name no group.
    """
    begin = _WHO.match(lines[index].text)
    if begin is None or (index and not _parted(lines[index - 1], lines[index])):
        return [], index
    stop = index + 1
    while stop < len(lines) and not _parted(lines[stop - 1], lines[stop]) and lines[stop].cell is None:
        stop += 1
    if not lines[stop - 1].text.endswith("."):
        return [], index
    groups = [group for sentence in _sentences(lines[index:stop]) if (group := _group(sentence)) is not None]
    return (groups, stop) if groups and groups[0].head.number == lines[index].number else ([], index)


def _parted(line: Line, after: Line) -> bool:
    """Tell two paragraphs: a blank line stands between them, or the first line ends one."""
    return line.paragraph or after.number - line.number > 1


def _sentences(lines: Sequence[Line]) -> list[list[Line]]:
    """Cut lines at the full stops between sentences; each line keeps its place."""
    sentences: list[list[Line]] = [[]]
    for line in lines:
        cuts = [0, *(match.end() for match in _AFRESH.finditer(line.text)), len(line.text)]
        for n, (start, end) in enumerate(pairwise(cuts)):
            ended = bool(sentences[-1]) and sentences[-1][-1].text.endswith(".")
            if (n or ended) and line.text[start : start + 1].isupper():
                sentences.append([])
            sentences[-1].append(evolve(line, text=line.text[start:end].strip(), gaps=()))
    return sentences


def _group(sentence: Sequence[Line]) -> Group | None:
    head, *more = [evolve(line, text=_AS.sub(", ", line.text)) for line in sentence]
    told = _WHO.fullmatch(head.text)
    whole = " ".join([told["who"], *(line.text for line in more)]) if told is not None else ""
    alone = not any("," in line.text for line in sentence)
    if told is None or not holds_someone(told["who"]) or not (persons_of(whole) or alone):
        return None
    kind = hinted(told["what"]) or "present"
    sent = _SENDER.fullmatch(told["what"])
    body = sent["body"] if sent is not None and not of_the_house(sent["body"]) else None
    return Group(kind=kind, heading=told["what"], body=body, value=told["who"], head=head, lines=more)
