from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from handmade import council
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from strategies import documents, few

from govdocs import Document, write
from govdocs.errors import RecordError
from govdocs_xml.mapping import NAMESPACE
from govdocs_xml.reading import read_documents
from govdocs_xml.schema import SCHEMA, text

XS = "{http://www.w3.org/2001/XMLSchema}"


@few(25)
@given(read=st.lists(documents(), max_size=3))
def test_reads_back_equal(read: list[Document], tmp_path: Path) -> None:
    """A register reads back to equal documents: records, spans, ledger and findings, whatever their texts hold."""
    write(read, tmp_path / "r.xml")
    assert list(read_documents(tmp_path / "r.xml")) == read


@few(25)
@given(read=st.lists(documents(), max_size=3))
def test_is_valid_by_the_shipped_schema(read: list[Document], tmp_path: Path) -> None:
    """Whatever is written is valid by the XSD in the box."""
    write(read, tmp_path / "r.xml")
    etree.XMLSchema(file=str(SCHEMA)).assertValid(etree.parse(tmp_path / "r.xml"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ('kind="minutes"', 'kind="minute"'),
        ('date="2026-04-23"', 'date="23.4.2026"'),
        ("<body>", "<organ/><body>"),
        ("<title>Ny forskrift om fortøyning ved kommunekaia</title>\n", "\n"),
        ('/case-15-26" page="2"', '/case-14-26" page="2"'),
        (' version="1"', ""),
    ],
)
def test_schema_refuses_what_does_not_fit(before: str, after: str, tmp_path: Path) -> None:
    """The schema is no empty promise: wrong codes, dates, elements and doubled ids are told."""
    write([council()], tmp_path / "r.xml")
    content = (tmp_path / "r.xml").read_text("utf-8")
    assert before in content
    broken = etree.fromstring(content.replace(before, after, 1).encode())
    assert not etree.XMLSchema(file=str(SCHEMA)).validate(broken)


def test_ships_the_schema_of_the_model() -> None:
    """The XSD in the box is that of the model; `python -m govdocs_xml.schema` writes it anew."""
    assert SCHEMA.read_text("utf-8") == text()


def test_documents_every_element_and_attribute() -> None:
    """Nobody has to guess what an element, attribute or type says."""
    schema = etree.parse(SCHEMA)
    parts = [
        node for tag in ("element", "attribute", "complexType", "simpleType") for node in schema.iter(f"{XS}{tag}")
    ]
    for node in parts:
        if node.get("name"):
            assert (node.findtext(f"{XS}annotation/{XS}documentation") or "").endswith("."), node.get("name")


def test_reads_like_a_register(tmp_path: Path) -> None:
    """Texts are elements, codes and dates attributes, several values several elements, as XPath expects."""
    write([council()], tmp_path / "r.xml")
    tree, names = etree.parse(tmp_path / "r.xml"), {"g": NAMESPACE}
    assert tree.xpath("//g:meeting[@date='2026-04-23']/g:body/text()", namespaces=names) == ["Formannskapet i Lauvøy"]
    assert tree.xpath("//g:case[g:number='14/26']/g:caseOfficer/text()", namespaces=names) == [
        "Marit Haukland",
        "Jo Lie",
    ]
    assert tree.xpath("count(//g:decision[@kind='adopted'])", namespaces=names) == 2
    assert tree.xpath("//g:ledger/g:unread[2]/text()", namespaces=names) == ["Foto: kommunen"]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("<register", "r.xml: line 1: "),
        ("<a/>", "is no register of edition 1"),
        ('<!DOCTYPE a [<!ENTITY x "y">]><register xmlns="urn:govdocs:register:1" version="1"/>', "document type"),
        ("<register xmlns='urn:govdocs:register:1' version='2'/>", "is no register of edition 1"),
        ("<document><b/></document>", "line 1: document has an unknown element b"),
        ("<document x='1'/>", "document has an unknown attribute x"),
        ("<document/>", "document has no source"),
        ("<document><source size='x'/></document>", "source: 'x' does not fit size"),
        ("<document><ledger><run/></ledger></document>", "run has no number page"),
    ],
)
def test_tells_what_cannot_be_read_back(content: str, reason: str, tmp_path: Path) -> None:
    """What is no register is a `RecordError` that names file, line and reason."""
    if content.startswith("<document"):
        content = f"<register xmlns='{NAMESPACE}' version='1'>{content}</register>"
    (tmp_path / "r.xml").write_text(content)
    with pytest.raises(RecordError) as caught:
        list(read_documents(tmp_path / "r.xml"))
    assert reason in str(caught.value)


def test_lone_surrogates_become_replacement_characters(tmp_path: Path) -> None:
    """A file name with bytes that mean nothing does not stop a register."""
    read = council()
    write([evolve(read, source=evolve(read.source, name="m\udcf8te.txt"))], tmp_path / "r.xml")
    assert next(read_documents(tmp_path / "r.xml")).source.name == "m\ufffdte.txt"
