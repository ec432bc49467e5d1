from __future__ import annotations

import gc
import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from attrs import evolve
from facts import COLUMNS, joined, of_csv, of_excel, of_json, of_sqlite, of_xml
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, few

from govdocs import Document, Target, write
from govdocs.tables import TABLES

several = st.lists(documents(), min_size=1, max_size=2, unique_by=lambda document: document.source.sha256)
FOLDERS = ("csv:r/", "einnsyn:e/", "noark:n/")
FILES = ("r.xlsx", "r.xml", "r.csv", "r.jsonl", "r.json", "r.sqlite")


def write_all(read: list[Document], place: Path) -> None:
    """Write every register there is, in one pass."""
    folders = [Target.parse(folder.replace(":", f":{place}/")) for folder in FOLDERS]
    write(read, *folders, *(place / file for file in FILES))


@few(20)
@given(read=several)
def test_registers_tell_the_same_facts(read: list[Document], tmp_path: Path) -> None:
    """Excel, CSV, SQLite, JSON and XML, each read by a library that did not write it, hold exactly the same rows."""
    files = (tmp_path / name for name in ("r.xlsx", "r.xml", "r.jsonl", "r.sqlite"))
    write(read, Target.parse(f"csv:{tmp_path}/r/"), *files)
    facts = of_csv(tmp_path / "r")
    assert sorted(of_sqlite(tmp_path / "r.sqlite")) == sorted(facts)
    assert sorted(of_json(tmp_path / "r.jsonl")) == sorted(facts)
    assert sorted(of_xml(tmp_path / "r.xml")) == sorted(facts)
    assert sorted(of_excel(tmp_path / "r.xlsx")) == sorted(joined(facts))


def test_no_register_stumbles_over_half_characters(tmp_path: Path) -> None:
    """A lone surrogate, which no file can hold as UTF-8, is U+FFFD in every register, and stops none."""
    half, read = "\ud83d halv \udcf8", council()
    meeting = read.meetings[0]
    case = evolve(meeting.cases[0], title=half, number=half)
    people = (evolve(meeting.participants[0], name=half), *meeting.participants[1:])
    meeting = evolve(meeting, body=half, place=half, cases=(case, *meeting.cases[1:]), participants=people)
    finding = evolve(read.findings[0], message=half)
    source = evolve(read.source, name=half, path=half)
    write_all([evolve(read, source=source, meetings=(meeting,), findings=(finding,))], tmp_path)
    facts = of_csv(tmp_path / "r")
    assert sum("\ufffd halv \ufffd" in fact for fact in facts) == 5
    for other in (of_sqlite(tmp_path / "r.sqlite"), of_json(tmp_path / "r.jsonl"), of_xml(tmp_path / "r.xml")):
        assert sorted(other) == sorted(facts)
    assert sorted(of_excel(tmp_path / "r.xlsx")) == sorted(joined(facts))
    for place in tmp_path.rglob("*"):
        if place.suffix in (".csv", ".json", ".jsonl", ".xml"):
            place.read_text("utf-8")


def test_every_kind_of_fact_is_compared(tmp_path: Path) -> None:
    """The document made by hand has a row in every table that is compared, and the facts of a register can differ."""
    write_all([council()], tmp_path)
    facts = of_csv(tmp_path / "r")
    assert {fact[0] for fact in facts} == set(COLUMNS)
    text = (tmp_path / "r.xml").read_text("utf-8").replace("Ingen skal falle", "Alle skal falle")
    (tmp_path / "r.xml").write_text(text, "utf-8")
    assert sorted(of_xml(tmp_path / "r.xml")) != sorted(facts)


@pytest.mark.parametrize("target", [*FOLDERS, *FILES])
def test_a_run_that_fails_leaves_nothing(target: str, tmp_path: Path) -> None:
    """A run that stops half-way leaves no file, no folder and nothing open behind, and an old register as it was."""
    name, _, rest = target.rpartition(":")
    place = Target.parse(f"{name}:{tmp_path}/{rest}" if name else tmp_path / rest)
    write([council()], place)
    before = {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}

    def broken() -> Iterator[Document]:
        yield council("b.txt", "4")
        raise RuntimeError("the source is gone")

    with pytest.raises(RuntimeError, match="the source is gone"):
        write(broken(), place)
    gc.collect()  # a file left open would warn here, and warnings are errors
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == before


SCRIPT = """
import sys
from collections.abc import Iterator
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from handmade import council
from test_registers import write_all
write_all([council(), council("b.txt", "4"), council()], Path(sys.argv[2]))
"""


@pytest.mark.parametrize(("seed", "zone"), [("1", "Pacific/Kiritimati"), ("2", "America/Adak")])
def test_same_input_same_bytes_in_every_process(seed: str, zone: str, tmp_path: Path) -> None:
    """Another process with other hashes, time zone and working folder writes the same bytes."""
    tests = str(Path(__file__).parent)
    sums = []
    for name, changes in (("here", {}), ("there", {"PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": "C"})):
        place = tmp_path / name / "r"
        place.mkdir(parents=True)
        command = [sys.executable, "-c", SCRIPT, tests, "."]
        subprocess.run(command, cwd=place, env={**os.environ, **changes}, check=True, timeout=120)
        files = sorted(path for path in place.rglob("*") if path.is_file())
        sums.append({str(p.relative_to(place)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files})
    assert sums[0] == sums[1]
    assert len(sums[0]) == len(FILES) + len(TABLES) + 1 + 4 + 3  # tables and their description, eInnsyn, Noark
