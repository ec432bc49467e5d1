"""Every sentence of a decision that a written sample states is in some decision that is read from it."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from attrs import evolve
from known_failures import UNDECIDED
from scoring import SampleFile, sample_files
from truth import letters

import govdocs

HELDOUT = Path(__file__).parent / "heldout"
SHORTEST = 6
"""Letters that a sentence has at least: less is a mark before an item."""


def _every() -> list[SampleFile]:
    held = [(path, json.loads(path.read_text(encoding="utf-8"))) for path in sorted(HELDOUT.glob("*/*.json"))]
    return [*sample_files(), *(SampleFile(path.with_name(gold["file"]), gold) for path, gold in held)]


def _stated(sample: SampleFile) -> list[str]:
    """Return the sentences of the decisions that a person reads out of a sample."""
    decisions = [d for meeting in sample.gold["meetings"] for case in meeting["cases"] for d in case["decisions"]]
    return [each for d in decisions for each in re.split(r"(?<=[.!?])\s+", d["text"]) if len(letters(each)) >= SHORTEST]


def _lost(sample: SampleFile, document: govdocs.Document) -> list[str]:
    """Return those that are in no decision."""
    decisions = [d for meeting in document.meetings for case in meeting.all_cases() for d in case.decisions]
    read = [letters(text) for d in decisions for text in (d.text, *(point.text for point in d.points))]
    return [each for each in _stated(sample) if not any(letters(each) in text for text in read)]


@pytest.mark.parametrize("sample", [each for each in _every() if _stated(each)], ids=lambda each: each.name)
def test_every_sentence_of_a_decision_is_in_some_decision(sample: SampleFile) -> None:
    """What a document states as decided or put forward is not lost; what is stands on the list with its reason."""
    assert _lost(sample, govdocs.read(sample.path, strict=True)) == list(UNDECIDED.get(sample.name, {}))


def test_a_decision_that_is_gone_is_seen() -> None:
    """A document without decisions loses every sentence, and the samples state hundreds."""
    sample = next(each for each in _every() if _stated(each))
    spoilt = evolve(govdocs.read(sample.path, strict=True), meetings=())
    assert _lost(sample, spoilt) == _stated(sample)
    assert sum(len(_stated(each)) for each in _every()) > 800
