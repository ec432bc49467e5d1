"""Several documents in one file: each comes out as it does alone, whatever stands before and after it."""

from __future__ import annotations

from functools import cache
from itertools import pairwise, permutations
from pathlib import Path

import pytest
from glueing import glued, layout_of, read_layout, records
from scoring import SampleFile, sample_files

from govdocs import Layout
from govdocs.typography import decode

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


def joined(*samples: SampleFile) -> Layout:
    """Return the layout of texts put together with a form feed between them, as one file of several is extracted."""
    texts = [decode(sample.path.read_bytes()) for sample in samples]
    return layout_of("\f".join(f"{text.text.rstrip()}\n" for text in texts if text is not None).encode())


PAGED = [
    sample for sample in SAMPLES.values() if not sample.trap and len(layout_of(sample.path.read_bytes()).pages) > 1
]


@pytest.mark.parametrize("own", PAGED, ids=[sample.name for sample in PAGED])
def test_a_text_behind_another_reads_as_it_does_alone(own: SampleFile) -> None:
    """Texts of several pages are the same alone and put behind another text with a form feed between."""
    first = SAMPLES[NEIGHBOURS[1]]
    wanted = [records(read_layout(layout_of(sample.path.read_bytes()))) for sample in (first, own)]
    assert records(read_layout(joined(first, own))) == tuple(one + other for one, other in zip(*wanted, strict=True))


MIXES = [
    ("g05_hf_kvalitet_kolonner", "a09_kontrollutvalg", "handlingsplan_friluftsliv_2025-2028"),
    ("b06_fylkeskommune_nynorsk", "g14_samhandling_kuler", "f03_hf_protokoll_nn"),
    ("a07_fakultetsstyre_nn", "b02_saksframlegg_nynorsk", "g12_kulturplan_rader_nn"),
    ("g11_digital_helse_sammenflettet", "g06_beredskap_naar_forst_nn", "a04_rhf_styre"),
    ("brev_svar_paa_soeknad_2025-05-06", "a12_fylkesting_nn", "b01_saksframlegg_kommune"),
    ("b16_felle_nyhendebrev", "b08_handlingsplan_celle_for_celle", "eldreraadet_referat_2025-04-08"),
]
"""Plans, papers, minutes and what is none of these, in orders of all kinds."""


@pytest.mark.parametrize("names", MIXES, ids=["-".join(name.partition("_")[0] for name in mix) for mix in MIXES])
def test_three_documents_of_other_kinds_do_not_touch_each_other(names: tuple[str, ...]) -> None:
    """Whatever stands between what, each gives its own records, and no two parts own one line."""
    layouts = [layout_of(SAMPLES[name].path.read_bytes()) for name in names]
    found = read_layout(glued(layouts))
    alone = [records(read_layout(layout)) for layout in layouts]
    for each, wanted in zip(records(found), zip(*alone, strict=True), strict=True):
        assert sorted(map(str, each)) == sorted(str(record) for one in wanted for record in one)
    ranges = sorted(one for part, _ in found.parts for one in part.ranges)
    assert all(before[1] < after[0] for before, after in pairwise(ranges))


REAL = ("000", "001", "002", "003", "004")
BEHIND_SLIDES = pytest.mark.xfail(strict=True, reason="a plan whose first page bears no title is one with the slides")


@pytest.mark.parametrize(
    "pair",
    [
        pytest.param(pair, id="-".join(pair), marks=[BEHIND_SLIDES] if pair == ("003", "004") else [])
        for pair in permutations(REAL, 2)
    ],
)
def test_two_real_documents_in_one_file_read_as_they_do_apart(shared: Path, pair: tuple[str, str]) -> None:
    """Minutes, a bundle of case papers and a plan, as published, in every order: no record more, less or other."""
    layouts = [real_layout(shared / "corpus", number) for number in pair]
    wanted = [records(read_layout(layout)) for layout in layouts]
    assert records(read_layout(glued(layouts))) == tuple(one + other for one, other in zip(*wanted, strict=True))


@cache
def real_layout(folder: Path, number: str) -> Layout:
    """Return the layout of a document of the corpus by its number."""
    (path,) = folder.glob(f"{number}_*.txt")
    return layout_of(path.read_bytes())
