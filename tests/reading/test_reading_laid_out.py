"""Cases laid out as different bodies lay them out: what is put forward and decided in each, word for word.

Each layout was written before the rules it is read by; the first line of its expected records tells what is special.
"""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
from reading_making import document

from govdocs.model import Case, Decision

LAYOUTS = sorted((Path(__file__).parent / "laid_out").glob("*.toml"))


def _told(decision: Decision, wanted: dict[str, Any]) -> dict[str, Any]:
    """Return what is read of a decision, as far as it is asked for: how the vote went is asked where it is told."""
    told: dict[str, Any] = {"kind": decision.kind.value, "text": decision.text}
    if decision.label is not None:
        told["label"] = decision.label
    if decision.inferred:
        told["inferred"] = True
    if "unanimous" in wanted:
        told["unanimous"] = decision.vote.unanimous if decision.vote is not None else None
    return told


def _cases(path: Path) -> list[Case]:
    text = path.with_suffix(".txt").read_text(encoding="utf-8")
    return [case for meeting in document(text).meetings for case in meeting.all_cases()]


@pytest.mark.parametrize("path", LAYOUTS, ids=lambda path: path.stem)
def test_what_is_put_forward_and_decided_is_read_in_every_layout(path: Path) -> None:
    """Every case and title, every proposal and decision with its label, whole text and vote, and no more."""
    wanted = tomllib.loads(path.read_text(encoding="utf-8"))["case"]
    found = _cases(path)
    assert [(case.number, case.title) for case in found] == [(each["number"], each["title"]) for each in wanted]
    for case, expected in zip(found, wanted, strict=True):
        assert len(case.decisions) == len(expected["decisions"]), (case.number, case.decisions)
        for decision, each in zip(case.decisions, expected["decisions"], strict=True):
            assert _told(decision, each) == each


def test_there_are_layouts() -> None:
    """An empty folder would pass for all of them."""
    assert len(LAYOUTS) >= 20
