"""Samples written by people who had not seen the readers, with the figure of the first reading and of today's."""

from __future__ import annotations

import json
from pathlib import Path
from statistics import mean

import pytest
from scoring import SampleFile, score
from tally import Tally
from truth import invented

import govdocs

FOLDER = Path(__file__).parent / "heldout"
FLOORS = {"first": 99.6, "second": 98.0, "third": 99.6, "fourth": 99.4}
"""Least mean over all facets, per cent: what is read today. `heldout/README.md` tells what was read at first."""


def samples(name: str) -> list[SampleFile]:
    golds = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((FOLDER / name).glob("*.json"))]
    return [SampleFile(FOLDER / name / gold["file"], gold) for gold in golds]


@pytest.mark.parametrize("name", FLOORS)
def test_no_reading_gets_worse(name: str) -> None:
    """The mean over all facets is no lower than it was."""
    total = Tally()
    for sample in samples(name):
        total.add(score(sample, govdocs.read(sample.path, strict=True)))
    figures = {facet: total.figure(facet) for facet in total.facets()}
    assert mean(figures.values()) >= FLOORS[name], "\n".join(f"{facet}: {each:.1f}" for facet, each in figures.items())


@pytest.mark.parametrize("sample", [each for name in FLOORS for each in samples(name)], ids=lambda each: each.name)
def test_no_text_of_a_sample_is_made_up(sample: SampleFile) -> None:
    """Every text in a record stands in its source."""
    assert invented(govdocs.read(sample.path, strict=True), sample.text) == []
