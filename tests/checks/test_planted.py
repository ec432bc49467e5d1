"""Each planted error is caught by the check that should catch it; a clean document gives no finding."""

from __future__ import annotations

import pytest

from checks.clean import CLEAN, found, reading
from checks.near import NEAR, Near
from checks.planted import PLANTED, Planted
from govdocs_checks.codes import CODES

BY_A_READER = {"GD103", "GD602", "GD702", "GD703"}
"""Codes for what only a reader does wrong, or a page does: they are planted in `test_records`."""


@pytest.mark.parametrize("kind", CLEAN)
def test_a_clean_document_gives_no_finding(kind):
    """Nothing is found where nothing is wrong, and every line has its owner."""
    assert found(CLEAN[kind]) == []
    assert reading(CLEAN[kind]).coverage == 1


@pytest.mark.parametrize("planted", PLANTED, ids=lambda p: f"{p.code} {p.message[:40]}")
def test_a_planted_error_is_caught(planted: Planted):
    """The finding names the error in the document's own words, at the line it stands on."""
    lines = planted.text.split("\n")
    findings = found(planted.text)
    told = [
        (code, message, lines[line - 1] if line else None) for code, message, line in findings if code == planted.code
    ]
    assert told == [(planted.code, planted.message, planted.at)]
    assert sorted({code for code, _, _ in findings} - {planted.code}) == sorted(planted.beside)


@pytest.mark.parametrize("near", NEAR, ids=lambda n: f"{n.code} {n.why[:50]}")
def test_a_near_miss_is_left_in_peace(near: Near):
    """What only looks like an error gives no finding, of this code or another."""
    assert found(near.text) == []


def test_every_code_has_its_error_and_its_near_miss():
    """No check goes without a document that it must tell of, and one that it must not."""
    assert {planted.code for planted in PLANTED} | BY_A_READER == set(CODES)
    assert {near.code for near in NEAR} == set(CODES)
