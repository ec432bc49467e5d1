"""Registers of whole archives: the samples in the box, and the shared documents where they lie beside the checkout."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import frictionless
import jsonschema
import pytest
from facts import joined, of_csv, of_excel, of_json, of_sqlite, of_xml
from lxml import etree
from official import official
from test_einnsyn import check

from govdocs import Document, Target, read_archive, write
from govdocs_json.reading import read_documents as read_json
from govdocs_json.schema import SCHEMA as JSON_SCHEMA
from govdocs_xml.reading import read_documents as read_xml
from govdocs_xml.schema import SCHEMA as XML_SCHEMA

FORMATS = ("csv", "einnsyn", "noark")


MIXED = pytest.param("examples/archive_mixed", marks=pytest.mark.long)


@pytest.fixture(scope="module", params=["examples/archive", MIXED, "corpus"])
def archive(
    request: pytest.FixtureRequest, root: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[list[Document], Path]:
    """The documents of an archive, and a folder with every register of them."""
    name = request.param
    source = request.getfixturevalue("shared") / name if name == "corpus" else root / name
    place = tmp_path_factory.mktemp("registers")
    read = list(read_archive(source))
    folders = [Target.parse(f"{each}:{place}/{each}/") for each in FORMATS]
    write(read, *folders, *(place / f"r.{suffix}" for suffix in ("xlsx", "xml", "jsonl", "sqlite", "csv")))
    return read, place


def test_all_registers_tell_the_same_facts(archive: tuple[list[Document], Path]) -> None:
    """What every register says of an archive is the same, read by libraries that did not write it."""
    _, place = archive
    facts = of_csv(place / "csv")
    assert len(facts) > 300
    assert sorted(of_sqlite(place / "r.sqlite")) == sorted(facts)
    assert sorted(of_json(place / "r.jsonl")) == sorted(facts)
    assert sorted(of_xml(place / "r.xml")) == sorted(facts)
    assert sorted(of_excel(place / "r.xlsx")) == sorted(joined(facts))


def test_whole_records_read_back_equal(archive: tuple[list[Document], Path]) -> None:
    """XML and JSON Lines give the very documents back, and each is valid by the schema in the box."""
    read, place = archive
    assert list(read_xml(place / "r.xml")) == list(read_json(place / "r.jsonl")) == read
    etree.XMLSchema(file=str(XML_SCHEMA)).assertValid(etree.parse(place / "r.xml"))
    schema = json.loads(JSON_SCHEMA.read_text("utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for line in (place / "r.jsonl").read_bytes().splitlines():
        validator.validate(json.loads(line))


def test_tables_are_a_valid_package_and_keep_their_keys(archive: tuple[list[Document], Path]) -> None:
    """The `frictionless` tool finds nothing wrong in the CSV tables, nor SQLite in its own."""
    _, place = archive
    report = frictionless.Package(str(place / "csv" / "datapackage.json")).validate()
    assert report.valid, report.flatten(["name", "type", "fieldName", "rowNumber", "note"])
    with closing(sqlite3.connect(place / "r.sqlite")) as file:
        assert file.execute("PRAGMA foreign_key_check").fetchall() == []


def test_the_package_fits_the_official_profile(archive: tuple[list[Document], Path]) -> None:
    """The descriptor is valid by the profile of Data Package 2."""
    profile = json.loads(official("frictionless/datapackage-2.0.json").read_text("utf-8"))
    descriptor = json.loads((archive[1] / "csv" / "datapackage.json").read_text("utf-8"))
    jsonschema.validators.validator_for(profile)(profile).validate(descriptor)


def test_every_meeting_fits_einnsyn(archive: tuple[list[Document], Path]) -> None:
    """Each meeting with a date and a body is a file that eInnsyn's own schema takes."""
    read, place = archive
    files = sorted((place / "einnsyn").glob("0*.json"))
    meetings = [m for document in read for m in document.meetings if m.date and m.body]
    assert len(files) <= len(meetings)
    assert files or not meetings
    for path in files:
        check(json.loads(path.read_text("utf-8")))


def test_the_extract_fits_noark_5(archive: tuple[list[Document], Path]) -> None:
    """The extract is valid by the schema of Noark 5."""
    schema = etree.XMLSchema(file=str(official("noark5/arkivstruktur.xsd")))
    schema.assertValid(etree.parse(archive[1] / "noark" / "arkivstruktur.xml"))
