from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import frictionless
import jsonschema
import pytest
from attrs import evolve
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from official import official
from strategies import HOSTILE, documents, few

from govdocs import Document, Target, TargetError, write
from govdocs.tables import DECISION_REGISTER, TABLES, Register, decision_register

several = st.lists(documents(), min_size=1, max_size=2)
both = pytest.mark.parametrize("dialect", ["default", "excel"])


def folder(path: Path, dialect: str = "default", language: str = "nb") -> Target:
    return Target(path=path, format="csv", folder=True, language=language, options={"dialect": dialect})


def cells(path: Path, **how: str) -> list[list[str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file, **how))


@both
@few(4)  # more documents a package, since the tool takes as long for one as for many
@given(read=st.lists(documents(), min_size=1, max_size=6))
def test_is_a_valid_data_package(dialect: str, read: list[Document], tmp_path: Path) -> None:
    """The `frictionless` tool finds nothing wrong: types, keys, foreign keys, counts, sizes and hashes hold."""
    write(read, folder(tmp_path / "r", dialect))
    report = frictionless.Package(str(tmp_path / "r" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "fieldName", "rowNumber", "note"])


@both
def test_frictionless_tells_a_broken_package(dialect: str, tmp_path: Path) -> None:
    """The check above can fail: a row that is gone and a cell that is changed are told."""
    write([council()], folder(tmp_path / "r", dialect))
    table = tmp_path / "r" / "sources.csv"
    table.write_bytes(table.read_bytes().splitlines(keepends=True)[0])
    report = frictionless.Package(str(tmp_path / "r" / "datapackage.json")).validate()
    told = {kind for (kind,) in report.flatten(["type"])}
    assert {"hash-count", "byte-count", "row-count", "foreign-key"} <= told


@both
@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_fits_the_official_profile(dialect: str, language: str, tmp_path: Path) -> None:
    """The descriptor is valid by the profile of Data Package 2."""
    profile = json.loads(official("frictionless/datapackage-2.0.json").read_text("utf-8"))
    write([], folder(tmp_path / "r", dialect, language))
    descriptor = json.loads((tmp_path / "r" / "datapackage.json").read_text("utf-8"))
    jsonschema.validators.validator_for(profile)(profile).validate(descriptor)


def test_counts_and_hashes_are_those_of_the_files(tmp_path: Path) -> None:
    """Rows, bytes and SHA-256 in the descriptor are those of the files beside it, and no file is left out."""
    write([], folder(tmp_path / "r"))
    descriptor = json.loads((tmp_path / "r" / "datapackage.json").read_text("utf-8"))
    assert [r["name"] for r in descriptor["resources"]] == [table.name for table in TABLES]
    assert {p.name for p in (tmp_path / "r").iterdir()} == {r["path"] for r in descriptor["resources"]} | {
        "datapackage.json"
    }
    for resource in descriptor["resources"]:
        data = (tmp_path / "r" / resource["path"]).read_bytes()
        assert resource["bytes"] == len(data)
        assert resource["hash"] == f"sha256:{hashlib.sha256(data).hexdigest()}"
        assert resource["rows"] == 0


@few(10)
@given(read=several)
def test_excel_dialect_is_safe_to_open(read: list[Document], tmp_path: Path) -> None:
    """No cell begins with what a spreadsheet would run, and taking one guard off gives the text back."""
    write(read, folder(tmp_path / "plain"), folder(tmp_path / "safe", "excel"))
    for table in TABLES:
        plain = cells(tmp_path / "plain" / f"{table.name}.csv")
        data = (tmp_path / "safe" / f"{table.name}.csv").read_bytes()
        assert data.startswith(b"\xef\xbb\xbf")
        safe = cells(tmp_path / "safe" / f"{table.name}.csv", delimiter=";")
        safe[0][0] = safe[0][0].removeprefix("\ufeff")
        numbers = {n for n, column in enumerate(table.data) if column.kind == "number"}
        for row, guarded in zip(plain, safe, strict=True):
            for n, (cell, other) in enumerate(zip(row, guarded, strict=True)):
                assert not other.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "\0", "＝", "＋", "－", "＠"))
                assert (other.replace(",", ".") if n in numbers else other.removeprefix("'")) == cell


def test_descriptor_tells_of_the_guard(tmp_path: Path) -> None:
    """Whoever reads the guarded tables is told how to undo it; plain ones need no word."""
    write([], folder(tmp_path / "plain"), folder(tmp_path / "safe", "excel"))
    assert "govdocs:guard" not in json.loads((tmp_path / "plain" / "datapackage.json").read_text("utf-8"))
    assert json.loads((tmp_path / "safe" / "datapackage.json").read_text("utf-8"))["govdocs:guard"]["character"] == "'"


@few(10)
@given(read=several)
def test_flat_register_is_one_row_a_decision(read: list[Document], tmp_path: Path) -> None:
    """A target that ends in `.csv` holds the decisions, under plain names, as the tables tell them."""
    write(read, tmp_path / "r.csv")
    head, *rows = cells(tmp_path / "r.csv")
    assert head == [column.name for column in DECISION_REGISTER.columns]
    register = Register()
    expected = [row.values["text"] for document in read for row in decision_register(register, document)]
    assert [row[head.index("text")] for row in rows] == expected


def test_flat_register_for_excel_speaks_to_people(tmp_path: Path) -> None:
    """In the dialect `excel` the flat register has headings and words of the language, yes and no among them."""
    write([council()], Target(path=tmp_path / "r.csv", language="nn", options={"dialect": "excel"}))
    head, *rows = cells(tmp_path / "r.csv", delimiter=";")
    assert head[0] == "\ufeffOrgan"
    assert [(row[head.index("Saksnr.")], row[head.index("Status")], row[head.index("Utleidd")]) for row in rows] == [
        ("14/26", "Framlegg", "Nei"), ("14/26", "Vedtak", "Nei"), ("15.1", "Vedtak", "Ja"),
    ]  # fmt: skip


def test_unknown_dialect_is_told(tmp_path: Path) -> None:
    """A dialect that is not there is an error that names those that are."""
    with pytest.raises(TargetError, match="no CSV dialect 'mac'; there are default, excel"):
        write([], Target(path=tmp_path / "r.csv", options={"dialect": "mac"}))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_read_back(text: str, tmp_path: Path) -> None:
    """Every text stands in the file as it is, whatever it holds."""
    read = council()
    write([evolve(read, meetings=(evolve(read.meetings[0], body=text),))], folder(tmp_path / "r"))
    head, first = cells(tmp_path / "r" / "meetings.csv")
    assert first[head.index("body")] == text
