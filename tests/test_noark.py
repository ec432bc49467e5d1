from __future__ import annotations

import csv
import hashlib
import json
from pathlib import Path

import pytest
from attrs import evolve
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from official import official
from strategies import documents, few

from govdocs import Document, Target, write
from govdocs.exchange import uuid_of

several = st.lists(documents(), max_size=2)
NAMES = {"n": "http://www.arkivverket.no/standarder/noark5/arkivstruktur", "g": "urn:govdocs:noark:1"}


def folder(path: Path, **options: str) -> Target:
    return Target(path=path, format="noark", folder=True, options=options)


def told(place: Path) -> list[list[str]]:
    with (place / "unmapped.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))[1:]


def schema() -> etree.XMLSchema:
    return etree.XMLSchema(file=str(official("noark5/arkivstruktur.xsd")))


@few(20)
@given(read=several)
def test_is_valid_by_the_official_schema(read: list[Document], tmp_path: Path) -> None:
    """The extract is valid by the schema of Noark 5, whatever the texts hold and whatever is missing."""
    write(read, folder(tmp_path / "n"))
    schema().assertValid(etree.parse(tmp_path / "n" / "arkivstruktur.xml"))
    names = sorted(path.name for path in (tmp_path / "n").iterdir())
    assert names == ["arkivstruktur.xml", "manifest.json", "unmapped.csv"]


def test_the_official_schema_can_refuse(tmp_path: Path) -> None:
    """The check is no empty promise: a folder without its committee is refused."""
    write([council()], folder(tmp_path / "n"))
    tree = etree.parse(tmp_path / "n" / "arkivstruktur.xml")
    (committee,) = tree.xpath("//n:utvalg", namespaces=NAMES)
    committee.getparent().remove(committee)
    assert not schema().validate(tree)


def test_says_what_the_record_says(tmp_path: Path) -> None:
    """Meeting, people present, document and cases stand where Noark 5 has them; the rest in metadata of its own."""
    write([council()], folder(tmp_path / "n"))
    tree = etree.parse(tmp_path / "n" / "arkivstruktur.xml")

    def find(path: str) -> list[str]:
        return tree.xpath(path, namespaces=NAMES)

    assert find("//n:mappe/n:systemID/text()") == [uuid_of("33333333/meeting-4-26")]
    assert find("//n:moetedato/text()") == ["2026-04-23"]
    assert find("//n:moetedeltaker/n:moetedeltakerNavn/text()")[:2] == ["Synnøve Brattholm", "Odd-Arne Fjellvik"]
    assert "Tarjei Myrvang" not in find("//n:moetedeltakerNavn/text()")
    assert find("//g:forfall/@navn") == ["Tarjei Myrvang"]
    assert find("//g:deltaker[@moetteFor]/g:sak/text()") == ["14/26", "15/26"]
    assert find("//n:registrering/n:tittel/text()")[:2] == [
        "Møteprotokoll",
        "Ny forskrift om fortøyning ved kommunekaia",
    ]
    assert find("//n:registrering/n:saksbehandler/text()")[:2] == ["Ukjent", "Marit Haukland; Jo Lie"]
    assert find("//n:sjekksum/text()") == ["3" * 64]
    assert find("//g:vedtak[@utledet]/g:tekst/text()") == ["Formannskapet tok saken til orientering."]
    assert find("//g:vedtak/g:votering/g:stemmer[@alternativ='mot']/g:stemme/text()") == ["Gunn Iren Solbakk"]
    assert find("//g:hovedsak/text()") == ["33333333/meeting-4-26/case-15-26"] * 2
    target = uuid_of("33333333/meeting-4-26/case-14-26")
    assert find("//n:referanseTilMoeteregistrering/text()") == [target]
    assert target in find("//n:registrering/n:systemID/text()")
    assert find("/n:arkiv/n:opprettetDato/text()") == ["2026-04-23T00:00:00+02:00"]


def test_every_text_of_a_case_is_in_the_extract(tmp_path: Path) -> None:
    """Nothing a case says is left out: each text of each record stands in the file."""
    read = council()
    write([read], folder(tmp_path / "n"))
    whole = etree.parse(tmp_path / "n" / "arkivstruktur.xml")
    texts = {*whole.xpath("//text()"), *whole.xpath("//@*")}
    for case in read.meetings[0].all_cases():
        said = [case.number, case.title, case.subtitle, case.to, case.sender, case.archive_number, *case.responsible]
        said += [text for section in case.sections for text in (section.heading, *section.paragraphs)]
        said += [point.text for point in case.discussion_points]
        said += [text for each in case.decisions for text in (each.text, each.label, *(p.text for p in each.points))]
        said += [each.title for each in (*case.attachments, *case.background_documents)]
        assert {text for text in said if text} <= texts


def test_tells_what_stands_for_what_is_missing(tmp_path: Path) -> None:
    """What the standard asks for and the source does not say is told, and so is what it has no home for."""
    write([council()], folder(tmp_path / "n"))
    fields = {row[2] for row in told(tmp_path / "n")}
    assert fields == {"date", "plans", "case_officers", "arkivskaperID", "unread", "findings"}


def test_the_manifest_lists_the_files(tmp_path: Path) -> None:
    """Sizes and SHA-256 of the extract and of what it leaves out stand in `manifest.json`."""
    write([council()], folder(tmp_path / "n"))
    listed = json.loads((tmp_path / "n" / "manifest.json").read_text("utf-8"))["files"]
    assert [each["name"] for each in listed] == ["arkivstruktur.xml", "unmapped.csv"]
    for each in listed:
        data = (tmp_path / "n" / each["name"]).read_bytes()
        assert (each["bytes"], each["sha256"]) == (len(data), hashlib.sha256(data).hexdigest())


@pytest.mark.parametrize("field", ["date", "body"])
def test_makes_nothing_up(field: str, tmp_path: Path) -> None:
    """A meeting without what Noark 5 asks for is not written, and that is told."""
    read = council()
    write([evolve(read, meetings=(evolve(read.meetings[0], **{field: None}),))], folder(tmp_path / "n"))
    assert b"moetemappe" not in (tmp_path / "n" / "arkivstruktur.xml").read_bytes()
    assert told(tmp_path / "n")[0][2] == field


def test_the_same_file_twice_is_one_meeting(tmp_path: Path) -> None:
    """The same bytes again are told of, and not written again: identifiers stay unique."""
    write([council(), council("kopi.txt")], folder(tmp_path / "n"))
    tree = etree.parse(tmp_path / "n" / "arkivstruktur.xml")
    names = tree.xpath("//n:systemID/text()", namespaces=NAMES)
    assert len(set(names)) == len(names)
    assert any(row[0] == "kopi.txt" and row[2] == "sha256" for row in told(tmp_path / "n"))
