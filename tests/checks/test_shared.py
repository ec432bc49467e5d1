"""What is true of the shared documents: every line has one owner, slides stay unread, and known errors are found."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from govdocs import Host, Source
from govdocs.pipeline import Reading, read_source

NUMBERS = ("000", "001", "002", "003", "004")
PARTS = {"000": 1, "001": 1, "002": 8, "003": 2, "004": 1}
"""Minutes, case papers and plans in each document."""
WITHOUT_OWNER = 0.01
"""Share of the lines of minutes, case papers and plans that may be without an owner."""

FOUND = (
    ("000", "GD101", (1, 117), "samme linje"),
    ("000", "GD102", (1, 124), "fikk i oppdrag"),
    ("001", "GD301", (2, 91), "«Erik Buanes»", "«Eirik Buanes»"),
    ("001", "GD302", (3, 160), "Sør-Øst", "Sørøst"),
    ("002", "GD203", (5, 150), "25/3/21", "2022"),
    ("002", "GD204", (9, 369), "34/5/22", "4/2022"),
    ("002", "GD203", (9, 375), "35/4/21", "2022"),
    ("002", "GD204", (9, 383), "36/5/22", "4/2022"),
    ("002", "GD401", (10, 480), "tirsdag 31. oktober", "mandag"),
    ("002", "GD106", (14, 674), "Utformes på møtet"),
    ("002", "GD103", (14, 762), "Flere kliniske studier"),
    ("002", "GD403", (17, 933), "2019-2019"),
    ("002", "GD105", (29, 1644), "Type sak"),
    ("003", "GD210", (3, 148), "HO21-scenarioprosjekt"),
    ("003", "GD107", (22, 2013), "måtte dessverre utgå"),
    ("003", "GD701", (25, 2200), "Lysbilder"),
    ("004", "GD404", (1, 41), "2023-20261"),
    ("004", "GD601", (4, 361), "1.7", "tabell uten innsatsområde"),
    ("004", "GD602", (4, 425), "uten innsatsområde"),
)
"""What a person found wrong in the documents: number, code, page and line, and what the message must hold."""


@cache
def reading(folder: Path, number: str) -> Reading:
    (path,) = (folder / "corpus").glob(f"{number}_*.txt")
    return read_source(Source(name=path.name, data=path.read_bytes()), host=Host.installed(), strict=True)


@pytest.mark.parametrize("number", NUMBERS)
def test_every_line_is_in_the_ledger_once(shared: Path, number: str) -> None:
    """The ledger has an entry a line, in order; a line with an owner is neither furniture nor blank."""
    read = reading(shared, number)
    entries = read.document.ledger.entries
    assert [entry.line for entry in entries] == [line.number for line in read.layout.lines]
    assert not [e for e in entries if e.owner is not None and e.furniture is not None]
    records = {record.id for record in read.document.records()}
    assert {entry.owner for entry in entries} - {None} <= records


@pytest.mark.parametrize("number", NUMBERS)
def test_all_but_a_hundredth_of_the_lines_has_an_owner(shared: Path, number: str) -> None:
    """Of the text lines of minutes, case papers and plans, that is; counted part by part."""
    ledger = reading(shared, number).document.ledger
    parts = [part for part in ledger.parts if part.record is not None]
    assert len(parts) == PARTS[number]
    unread = sum(
        entry.unread for part in parts for first, last in part.ranges for entry in ledger.entries[first - 1 : last]
    )
    owned = sum(entry.owner is not None for entry in ledger.entries)
    assert owned > 50
    assert unread <= WITHOUT_OWNER * (owned + unread)


def test_the_slides_of_a_file_are_unread_and_labelled(shared: Path) -> None:
    """No record comes from a slide deck: its lines lie in parts with a label, a genre and no reader."""
    document = reading(shared, "003").document
    decks = [part for part in document.ledger.parts if part.record is None and part.label.startswith("Lysbilder")]
    lines = [number for part in decks for first, last in part.ranges for number in range(first, last + 1)]
    entries = [document.ledger.entries[number - 1] for number in lines]
    assert decks
    assert sum(entry.unread for entry in entries) > 900
    assert not [entry for entry in entries if entry.owner is not None]
    inside = set(lines)
    assert not [record.id for record in document.records() if record.span.first in inside]
    assert len([f for f in document.findings if f.code == "GD701" and f.span and f.span.first in inside]) <= len(decks)


@pytest.mark.parametrize(("number", "code", "place", "words"), [(n, c, at, words) for n, c, at, *words in FOUND])
def test_what_a_person_found_wrong_is_told(
    shared: Path, number: str, code: str, place: tuple[int, int], words: list[str]
) -> None:
    """Each with its code and its words, at its page and line."""
    findings = [f for f in reading(shared, number).document.findings if f.code == code]
    told = [f for f in findings if all(word in f.said("nb") for word in words)]
    assert place in [(f.span.page, f.span.first) for f in told if f.span], [(f.said("nb"), f.span) for f in findings]


def test_findings_are_few_enough_to_be_read(shared: Path) -> None:
    """A person who looks at each for a minute is done within the hour; no code drowns the others."""
    found = Counter(f.code for number in NUMBERS for f in reading(shared, number).document.findings)
    assert sum(found.values()) <= 60
    assert max(found.values()) <= 12
    assert found["GD703"] == 0
