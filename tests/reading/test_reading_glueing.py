"""Several documents in one file: each comes out as it does alone, whatever stands before and after it."""

from __future__ import annotations

import pytest
from glueing import glued, layout_of, read_layout, records
from scoring import SampleFile, sample_files

pytestmark = pytest.mark.no_cover  # every sample is read under measure elsewhere, and measuring takes half the time
SAMPLES = {sample.name: sample for sample in sample_files()}
MEETINGS = [sample for sample in SAMPLES.values() if sample.gold["meetings"]]
TRAPS = [sample for sample in SAMPLES.values() if sample.trap]
NEIGHBOURS = ("a12_fylkesting_nn", "a06_universitetsstyre")
"""Minutes of other layouts, languages and numbers than any of the samples between them."""


@pytest.mark.parametrize("own", MEETINGS, ids=[sample.name for sample in MEETINGS])
def test_a_meetings_document_is_the_same_between_two_others(own: SampleFile) -> None:
    """The meetings of a sample are the same alone and between the minutes of two other bodies."""
    before, middle, after = (
        layout_of(sample.path.read_bytes()) for sample in (SAMPLES[NEIGHBOURS[0]], own, SAMPLES[NEIGHBOURS[1]])
    )
    wanted, _ = records(read_layout(middle))
    found, _ = records(read_layout(glued([before, middle, after])))
    assert wanted, "a sample with meetings gives some"
    for meeting in wanted:
        assert meeting in found


PLANS = [sample for sample in SAMPLES.values() if sample.gold["plans"] and not sample.gold["meetings"]]


@pytest.mark.parametrize("own", PLANS, ids=[plan.name for plan in PLANS])
def test_a_plan_is_the_same_between_two_minutes(own: SampleFile) -> None:
    """The plans of a sample are the same alone and between the minutes of two bodies."""
    before, middle, after = (
        layout_of(sample.path.read_bytes()) for sample in (SAMPLES[NEIGHBOURS[0]], own, SAMPLES[NEIGHBOURS[1]])
    )
    _, wanted = records(read_layout(middle))
    _, found = records(read_layout(glued([before, middle, after])))
    assert wanted, "a sample with a plan gives one"
    for plan in wanted:
        assert plan in found


@pytest.mark.parametrize("trap", TRAPS, ids=[trap.name for trap in TRAPS])
def test_what_is_no_document_adds_nothing_between_two(trap: SampleFile) -> None:
    """A report or a letter between two documents gives no record, and neither of them takes it for its own."""
    first, last = (layout_of(SAMPLES[name].path.read_bytes()) for name in NEIGHBOURS)
    apart = records(read_layout(glued([first, last])))
    assert records(read_layout(glued([first, layout_of(trap.path.read_bytes()), last]))) == apart
