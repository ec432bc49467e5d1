"""Running heads: what they say of a meeting where its own head does not, and how they stay out of the text."""

from __future__ import annotations

from collections.abc import Sequence

from attrs import evolve

from govdocs.layout import Line
from govdocs.norwegian.numbers import head_number
from govdocs.norwegian.vocabulary import Vocabulary
from govdocs.parts import Part
from govdocs.reading.facts import read_facts
from govdocs.reading.factsheet import Facts
from govdocs.reading.outline import Outline

__all__ = ["read_running", "without_running"]

_TOLD = ("head", "attendance", "agenda", "case", "decision", "section", "close")
"""Groups of labels that a line of the text may begin with."""


def without_running(lines: Sequence[Line], vocabulary: Vocabulary | None) -> tuple[list[Line], list[Line]]:
    """Return a part's lines without the running heads that first stand within it, and those heads.

    One over its first page may be all the head it has, and a case's heading or a label is a text's own.
    """
    words = vocabulary or Vocabulary.standard()
    page = next((line.page for line in lines if line.text), 0)
    taken = [
        line
        for line in lines
        if line.running
        and line.page > page
        and head_number(line.text) is None
        and words.label(line.text, *_TOLD) is None
    ]
    gone = {id(line) for line in taken}
    return [line for line in lines if id(line) not in gone], taken


def read_running(facts: Facts, part: Part, within: Sequence[Line], vocabulary: Vocabulary | None) -> None:
    """Take what the head has not told from the running heads over a part's pages."""
    heads = {line.text: line for line in reversed(part.furniture) if line.furniture == "running-head"}
    heads.update((line.text, line) for line in reversed(within))
    lines = sorted((evolve(line, furniture=None) for line in heads.values()), key=lambda line: line.number)
    if not lines:
        return
    outline = Outline.of(lines, vocabulary)
    more = read_facts(outline, 0, len(outline.lines), papers=True)
    for name in ("body", "number", "title", "place"):
        if getattr(facts, name) is None and getattr(more, name) is not None:
            setattr(facts, name, getattr(more, name))
            facts.spans.extend(span for span in more.spans if span.field == name)
