"""Our own sample documents as we wrote them, as LibreOffice wrote them, and as the web pages it made of them."""

from __future__ import annotations

import io
import zipfile

import pytest
from make_samples import HERE, minutes, plan, told
from page_reading import opened as opened_page
from word_making import opened

BUILT = {"protokoll": minutes, "plan": plan}
ALLOWED = {
    "a) ": "a. ",  # a web page has no brackets after the letters of a list
    "b) ": "b. ",
}


def members(data: bytes) -> dict[str, bytes]:
    """Return an archive's members; how tightly they are packed differs from machine to machine."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def expected(name: str) -> list[str]:
    """Return what is expected of a sample, line by line."""
    return (HERE / f"{name}.expected.txt").read_text(encoding="utf-8").splitlines()


def matter(lines: list[str]) -> list[str]:
    """Return the lines that are text, without what pages repeat and without blank ones."""
    return [line for line in lines if " | page-number | " not in line and not line.endswith(" | ")]


@pytest.mark.parametrize("name", BUILT)
def test_as_built(name: str) -> None:
    """The document in the folder is the one the script builds, and every line of it is read as expected."""
    data = (HERE / f"{name}.docx").read_bytes()
    assert members(data) == members(BUILT[name]())
    assert told(opened(data)) == expected(name)


@pytest.mark.parametrize("name", BUILT)
def test_as_written_by_another_program(name: str) -> None:
    """The same document in the markup of another program reads the same; only the page it was last shown on differs."""
    found = told(opened((HERE / f"{name}_writer.docx").read_bytes()))
    assert [line.replace("Side 2 av", "Side 1 av") for line in found] == expected(name)


@pytest.mark.parametrize("name", BUILT)
def test_as_a_web_page(name: str) -> None:
    """The web page made of the document reads the same, but for the differences that are listed with their reasons."""
    found = told(opened_page((HERE / f"{name}.html").read_bytes()))
    wanted = expected(name)
    for word, page in ALLOWED.items():
        wanted = [line.replace(f"| {word}", f"| {page}") for line in wanted]
    assert matter(found) == matter(wanted)
