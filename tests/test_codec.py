from __future__ import annotations

import json

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from strategies import documents, few

from govdocs import codec
from govdocs.errors import RecordError
from govdocs.layout import Span
from govdocs.model import Case, Document, DocumentSource, Meeting, MeetingKind


def small() -> Document:
    span = Span(page=1, first=1, last=2)
    case = Case(id="a/case", span=span, number="1/26", title="Ny låve")
    meeting = Meeting(id="a", span=span, kind=MeetingKind.MINUTES, cases=(case,))
    source = DocumentSource(
        name="a.txt", sha256="0" * 64, media_type="text/plain", size=3, opener="text", opener_version="1"
    )
    return Document(source=source, meetings=(meeting,))


@few(40)
@given(documents())
def test_reads_back_equal(document: Document) -> None:
    """A document read back is equal to the one written: records, spans, ledger and findings."""
    assert codec.decode(codec.encode(document)) == document


@few(40)
@given(documents())
def test_fits_its_schema(document: Document) -> None:
    """Whatever is written is valid by the JSON Schema."""
    jsonschema.Draft202012Validator(codec.schema()).validate(json.loads(codec.encode(document)))


def test_schema_refuses_what_does_not_fit() -> None:
    """The schema is no empty promise: a wrong type and a missing field are told."""
    stored = json.loads(codec.encode(small()))
    stored["meetings"][0]["cases"][0]["title"] = 7
    del stored["source"]["sha256"]
    errors = list(jsonschema.Draft202012Validator(codec.schema()).iter_errors(stored))
    assert len(errors) == 2


def test_every_field_has_its_meaning_in_the_schema() -> None:
    """Nobody has to guess what a field says."""
    for title, definition in codec.schema()["$defs"].items():
        assert definition["description"], title
        for name, field in definition.get("properties", {}).items():
            assert field["description"], f"{title}.{name}"


def test_keeps_the_order_of_the_model() -> None:
    """Fields stand as the model declares them, with the places last, and not by the alphabet."""
    meeting = json.loads(codec.encode(small()))["meetings"][0]
    assert list(meeting) == ["id", "kind", "cases", "span"]
    assert list(meeting["cases"][0]) == ["id", "number", "title", "span"]


def test_is_one_line() -> None:
    """A line break in a text is escaped, so that a document is one line of JSON Lines."""
    document = evolve(small(), source=evolve(small().source, name="a\nb\r\u2028"))
    assert b"\n" not in codec.encode(document)


def test_lone_surrogates_become_replacement_characters() -> None:
    """A file name with bytes that mean nothing does not stop a register."""
    document = evolve(small(), source=evolve(small().source, name="m\udcf8te.txt"))
    assert codec.decode(codec.encode(document)).source.name == "m\ufffdte.txt"


@pytest.mark.parametrize(
    ("data", "path"),
    [
        (b"{", "$"),
        (b"\xff", "$"),
        (b'{"version": 1}', "$"),
        (b'{"version": 2, "source": {}}', "$.version"),
        (b'{"version": 1, "source": {"name": 1}}', "$.source.name"),
    ],
)
def test_tells_where_a_stored_record_does_not_fit(data: bytes, path: str) -> None:
    """What cannot be read back is a `RecordError` that names the file and the place in it."""
    with pytest.raises(RecordError) as caught:
        codec.decode(data, "lager.jsonl")
    assert caught.value.name == "lager.jsonl"
    assert caught.value.path == path
