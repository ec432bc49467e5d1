"""Whatever line is gone, or changes places with the next, the rest reads as before and losses are told."""

from __future__ import annotations

from pathlib import Path

import pytest
from checks.clean import CLEAN

from govdocs.host import Host
from govdocs.layout import Span
from govdocs.model import Finding, Severity
from mutation.mutants import Figures, Mutation, Original, mutations, told_lines, tried

HOST = Host.installed()
SAMPLE = 10
"""Mutants of each shared document in a usual run."""
SILENT = 0.005
"""Share of mutants in which a line may get lost without anybody telling."""
FAR = 0.02
"""Share of mutants that may change a record neither in the unit of the line nor next to it; one may in any case."""


def figures_of(lines: list[str], every: int = 1) -> Figures:
    original = Original(lines, HOST)
    figures = Figures()
    for mutation in mutations(lines, every):
        figures.add(tried(original, mutation))
    return figures


def held_to(figures: Figures) -> None:
    assert figures.raised == []
    assert figures.invented == []
    assert len(figures.silent) <= SILENT * figures.tried, figures.silent
    assert len(figures.far) <= max(1, FAR * figures.tried), figures.far


@pytest.mark.parametrize("kind", CLEAN)
def test_mutants_of_the_clean_documents(kind):
    """No exception, no made-up word, no change far away, nothing lost in silence."""
    held_to(figures_of(CLEAN[kind].split("\n")))


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_a_sample_of_mutants_of_the_shared_documents(shared: Path, number: str):
    """A few lines of each document, spread over the whole of it."""
    lines = _lines(shared, number)
    text_lines = sum(bool(line.strip()) for line in lines)
    figures = figures_of(lines, every=max(1, 2 * text_lines // SAMPLE))
    assert figures.tried >= SAMPLE - 2
    held_to(figures)


@pytest.mark.long
@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_all_mutants_of_the_shared_documents(shared: Path, number: str, capsys: pytest.CaptureFixture[str]):
    """Every line of every document."""
    figures = figures_of(_lines(shared, number))
    with capsys.disabled():
        print(f"\n{number}: {figures}")
    held_to(figures)


def test_a_loss_in_silence_is_seen():
    """The measure is no blind one: a line that a reader throws away unsaid counts as lost."""
    lines = CLEAN["minutes"].split("\n")
    original = Original(lines, HOST)
    mutant = Original(lines, HOST)
    mutant.document = original.document.__class__(source=original.document.source)
    assert sum((mutant.missing - original.missing).values()) > 10


def test_a_mutation_is_one_change():
    """A deletion takes one line away, a swap moves two."""
    lines = ["a", "", "b", "c"]
    assert Mutation("delete", 3).apply(lines) == ["a", "", "c"]
    assert Mutation("swap", 1, 3).apply(lines) == ["b", "", "a", "c"]
    assert [(m.kind, m.line, m.other) for m in mutations(lines)] == [
        ("delete", 1, 0), ("swap", 1, 3), ("delete", 3, 0), ("swap", 3, 4), ("delete", 4, 0),
    ]  # fmt: skip


def test_lines_count_as_told_where_a_finding_names_them():
    """A finding on several stretches tells of their lines and not of those between."""
    message = "records own these 3 lines and hold few of the words (lines 4-5, 9): 'a', 'b'"
    span = Span(page=1, first=4, last=5)
    assert set(told_lines(Finding(code="GD702", severity=Severity.WARNING, message=message, span=span))) == {4, 5, 9}
    alone = Finding(code="GD702", severity=Severity.WARNING, message="a record owns this line", span=span)
    assert set(told_lines(alone)) == {4, 5}
    assert not set(told_lines(Finding(code="GD101", severity=Severity.WARNING, message=message, span=span)))


def test_a_pages_number_alone_is_no_unit():
    """What lies between two plans and holds text is a unit; a page's foot there is none."""
    page = CLEAN["plan"].strip()
    text = f"{page}\n\nSide 1 av 2\n\f{page.replace('2024–2027', '2028–2031')}\n\nSide 2 av 2\n"
    foot = text.split("\n").index("Side 1 av 2") + 1
    units = Original(text.split("\n"), HOST).units
    assert len(units) > 4
    assert not [unit for unit in units if unit[0] <= foot <= unit[1] and unit[1] - unit[0] < 4]
    lines = text.replace("Side 1 av 2", "Planen er trykt i 200 eksemplarer.").split("\n")
    assert sum(a <= foot <= b for a, b in Original(lines, HOST).units) == 1


def _lines(shared: Path, number: str) -> list[str]:
    (path,) = (shared / "corpus").glob(f"{number}_*.txt")
    return path.read_text(encoding="utf-8").split("\n")
