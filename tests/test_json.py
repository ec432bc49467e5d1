from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import documents, few

from govdocs import Document, write
from govdocs.errors import RecordError
from govdocs_json.reading import read_documents
from govdocs_json.schema import SCHEMA, text

RULES = json.loads(SCHEMA.read_text("utf-8"))
VALIDATOR = jsonschema.validators.validator_for(RULES)(RULES)


@few(15)
@given(read=st.lists(documents(), max_size=3))
def test_reads_back_equal(read: list[Document], tmp_path: Path) -> None:
    """A register of any of the names reads back to equal documents, in order."""
    for name in ("r.jsonl", "r.ndjson", "r.json"):
        assert write(read, tmp_path / name) == len(read)
        assert list(read_documents(tmp_path / name)) == read


@few(15)
@given(read=st.lists(documents(), max_size=3))
def test_is_plain_json(read: list[Document], tmp_path: Path) -> None:
    """Any JSON library reads `.jsonl` line by line and `.json` as one array, and both hold the same."""
    write(read, tmp_path / "r.jsonl", tmp_path / "r.json")
    lines = [json.loads(line) for line in (tmp_path / "r.jsonl").read_bytes().splitlines()]
    assert lines == json.loads((tmp_path / "r.json").read_bytes())
    for line in lines:
        VALIDATOR.validate(line)


def test_ships_the_schema_of_the_model() -> None:
    """The schema in the box is that of the model; `python -m govdocs_json.schema` writes it anew."""
    assert SCHEMA.read_text("utf-8") == text()


def test_names_file_and_line_of_what_does_not_fit(tmp_path: Path) -> None:
    """A broken line is told by its number."""
    path = tmp_path / "r.jsonl"
    path.write_text('\n{"version": 1}\n')
    with pytest.raises(RecordError, match=r"r\.jsonl:2: \$: .*source"):
        list(read_documents(path))
    path.write_text("[1")
    with pytest.raises(RecordError, match="is not JSON"):
        list(read_documents(path))
