"""The page of the codes tells every code that can be raised, and its examples are the ones that were tried."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks.clean import reading
from checks.planted import PLANTED
from govdocs_checks.codes import CODES

HEADING = re.compile(r"^## (GD\d{3}) ([a-z-]+)$", re.MULTILINE)


def entries(root: Path) -> dict[str, tuple[str, str]]:
    """Return name and text of each entry by its code."""
    page = (root / "docs/reference/findings.md").read_text(encoding="utf-8")
    _, *parts = HEADING.split(page)
    return {code: (name, text) for code, name, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True)}


def raised(root: Path) -> set[str]:
    """Return every code that stands in the source of the core and of the plugins in the box."""
    files = [*root.glob("src/**/*.py"), *root.glob("plugins/**/*.py")]
    return {code for file in files for code in re.findall(r"\"(GD\d{3})\"", file.read_text(encoding="utf-8"))}


def messages(text: str) -> list[str]:
    """Return the messages that an entry shows."""
    blocks = re.findall(r"^> (\S.*(?:\n> \S.*)*)", text, re.MULTILINE)
    return [" ".join(block.replace("\n> ", " ").split()) for block in blocks]


def test_every_code_has_its_entry_and_every_entry_its_code(root):
    """No code without an entry, no entry without a code, each once and in order."""
    page = (root / "docs/reference/findings.md").read_text(encoding="utf-8")
    codes = [code for code, _ in HEADING.findall(page)]
    assert codes == sorted(set(codes))
    assert set(codes) == raised(root)


def test_names_and_severities_are_those_of_the_code(root):
    """An entry begins with its name and the severity that the check gives."""
    for code, (name, text) in entries(root).items():
        if code in CODES:
            assert (name, text.strip().split("*")[1]) == (CODES[code][0], str(CODES[code][1]))


def test_every_entry_says_what_to_do(root):
    """Meaning, example and advice stand in every entry."""
    for code, (_, text) in entries(root).items():
        assert len(messages(text)) % 2 == 0, f"{code} shows a message in one language only"
        assert messages(text), f"{code} shows no message"
        assert re.search(r"^\*\*What to do\.\*\* \S", text, re.MULTILINE), f"{code} gives no advice"


@pytest.mark.parametrize("code", sorted({planted.code for planted in PLANTED}))
def test_examples_are_errors_that_were_planted(root, code):
    """The example of an entry is a line of a document in which the check found just what the entry says."""
    text = entries(root)[code][1]
    shown = messages(text)
    tried = [p for p in PLANTED if p.code == code and p.message in shown]
    assert tried, f"{code} shows {shown}, which no planted error gave"
    assert any(p.at in text for p in tried)
    norwegian = {f.said("nb") for p in tried for f in reading(p.text).findings if f.code == code}
    assert norwegian & set(shown), f"{code} shows {shown}, not {norwegian}"
