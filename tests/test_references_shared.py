"""References and threads of the shared documents, held against what a person found by searching for case numbers."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from govdocs import Document, read
from govdocs.references import names_meeting
from govdocs.threads import Threads

BEFORE: dict[str, dict[str, list[str]]] = {
    "002": {"41/5/2022": ["31/3/2022"], "43/5/2022": ["29/3/22"], "44/5/2022": ["18/1/2022"]},
    "003": {
        "32/16": ["01/16", "05/15"],
        "33/16": ["02/16"],
        "34/16": ["03/16", "01/16", "06/15", "05/15"],
        "35/16": ["03/16"],
        "37/16": ["03/16", "02/16", "06/15"],
    },
}
"""Where each case was treated before; in 003 these are meetings."""
MENTIONED: dict[str, dict[str, list[str]]] = {
    "002": {"41/5/2022": ["42/5/2022"], "42/5/2022": ["29/3/2022", "43/5/2022", "41/5/2022"]},
    "003": {"34/16": ["24/16", "04/16"], "37/16": ["25/16", "13/16"]},
}
"""Cases that each case's text or papers mention."""
ATTENDED = {"001": 2, "002": 2, "003": 8}
"""People of whom a document says which cases they were there for."""
OUTSIDE = {"18/1/2022"}
"""Of the references in 002, those to a case that is not in the file."""


@cache
def document(folder: Path, number: str) -> Document:
    (path,) = (folder / "corpus").glob(f"{number}_*.txt")
    return read(path)


@pytest.mark.parametrize("number", ["000", "001", "002", "003", "004"])
def test_every_reference_is_read_and_no_other(shared: Path, number: str) -> None:
    """Each under its case, in the order of the text; what only looks like a case's number is none."""
    cases = [case for meeting in document(shared, number).meetings for case in meeting.all_cases()]
    before = {case.number: [each.number for each in case.previously_treated] for case in cases}
    mentioned = {case.number: [each.number for each in case.references] for case in cases}
    assert {key: told for key, told in before.items() if told} == BEFORE.get(number, {})
    assert {key: told for key, told in mentioned.items() if told} == MENTIONED.get(number, {})
    people = [person for meeting in document(shared, number).meetings for person in meeting.participants]
    assert sum(bool(person.cases) for person in people) == ATTENDED.get(number, 0)


def test_references_to_cases_of_the_same_file_meet_them(shared: Path) -> None:
    """All that is named is found by its number, however its year is written; meetings elsewhere stay as written."""
    cases = [case for meeting in document(shared, "002").meetings for case in meeting.all_cases()]
    told = [each for case in cases for each in (*case.previously_treated, *case.references)]
    assert {each.number for each in told if each.resolved is None} == OUTSIDE
    elsewhere = [
        each
        for meeting in document(shared, "003").meetings
        for case in meeting.all_cases()
        for each in case.previously_treated
    ]
    assert all(names_meeting(each) and each.resolved is None for each in elsewhere)


def test_the_threads_of_all_documents_together(shared: Path) -> None:
    """Two cases were treated in minutes and put forward anew in papers; all others stand alone."""
    threads = list(Threads(document(shared, number) for number in ("000", "001", "002", "003", "004")))
    several = [[step.number for step in thread.steps] for thread in threads if len(thread.steps) > 1]
    assert (len(threads), several) == (50, [["31/3/22", "41/5/2022"], ["29/3/22", "43/5/2022"]])
    assert all(thread.decided and thread.steps[-1].proposed for thread in threads if len(thread.steps) > 1)
