"""Each finding says the same in English and in Bokmål, and readers are shown the language they asked for."""

from __future__ import annotations

import re
import string

import pytest

from checks.clean import reading
from checks.planted import PLANTED, Planted
from govdocs import Finding
from govdocs.model import Severity
from govdocs_checks.codes import CODES
from govdocs_checks.wording import templates, worded

ENGLISH = re.compile(r"\b(?:the|is|was|which|stands|record|case|and|without|meeting|that)\b")
WORDINGS = [(code, wording) for code, wordings in templates().items() for wording in wordings]


def forms(code: str, wording: str, language: str) -> list[str]:
    template = templates()[code][wording][language]
    return template if isinstance(template, list) else [template]


def facts(template: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def test_every_code_has_its_wordings():
    """A code that is raised has words, and words belong to a code that is raised, but for those of openers."""
    assert set(templates()) <= set(CODES)
    assert set(CODES) == set(templates())


@pytest.mark.parametrize(("code", "wording"), WORDINGS)
def test_both_languages_tell_the_same_facts(code, wording):
    """No fact is left out in one language: the last template of each, which is for many, names the same ones."""
    assert set(templates()[code][wording]) == {"en", "nb"}
    english, norwegian = (forms(code, wording, language) for language in ("en", "nb"))
    assert facts(english[-1]) - {"count"} == facts(norwegian[-1]) - {"count"}
    assert not any(ENGLISH.search(re.sub(r"{.*?}", "", form)) for form in norwegian)
    assert all(len(form) <= 2 for form in (english, norwegian))


@pytest.mark.parametrize("planted", PLANTED, ids=lambda p: f"{p.code} {p.message[:40]}")
def test_a_planted_error_is_told_in_norwegian(planted: Planted):
    """What a register shows by default is Norwegian and quotes the same words of the document as the English."""
    (found,) = [f for f in reading(planted.text).findings if f.code == planted.code]
    assert found.said("en") == planted.message
    assert found.said("nb") == found.said("nn") == found.message_nb
    assert re.findall(r"«([^»]*)»", found.said("nb")) == re.findall(r"'([^']*)'", planted.message)
    numbers = re.compile(r"\d+")
    assert sorted(numbers.findall(found.said("nb"))) == sorted(numbers.findall(planted.message))


def test_one_is_not_many():
    """A count of one has words of its own."""
    assert worded("GD701", "whole", "nb", {"count": 1, "label": "x"}) == "1 linje er ikke lest: «x»"
    assert worded("GD701", "whole", "nb", {"count": 2, "label": "x"}) == "2 linjer er ikke lest: «x»"


def test_days_and_lists_are_in_the_language():
    """Weekdays, dates and lists of quoted texts are written as each language does."""
    assert worded("GD401", "day", "nb", {"written": "a", "day": 3}).endswith("torsdag")
    assert worded("GD401", "day", "en", {"written": "a", "day": 3}).endswith("Thursday")
    assert worded("GD301", "spelled", "nb", {"name": "a", "others": ("b", "c")}) == "«a» er også skrevet «b», «c»"


def test_a_message_in_one_language_is_shown_to_all():
    """A stranger's check need not know Norwegian, or English."""
    finding = Finding(code="XX1", severity=Severity.INFO, message="rart tall")
    assert {finding.said(language) for language in ("nb", "nn", "en")} == {"rart tall"}
