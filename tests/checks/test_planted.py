"""Each planted error is caught by the check that should catch it; a clean document gives no finding."""

from __future__ import annotations

import pytest

from checks.clean import CLEAN, found, reading
from checks.planted import PLANTED, Planted


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
