"""Rows of the shared sample documents against the rows they were built of, where these samples are at hand."""

from __future__ import annotations

import json
import re
from collections import Counter
from pathlib import Path

import pytest
from pdf_writing import opened

from govdocs import Layout, Limits, Source
from govdocs.errors import EncryptedError, InputError
from govdocs.typography import plain, unhyphenated
from govdocs_pdf import govdocs_open

SHARED = Path(__file__).parents[3] / "shared" / "samples"
needs_samples = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the shared sample documents are not beside this checkout"
)
pytestmark = needs_samples

FILES = {  # rows exact, rows but for hyphens and blanks, rows in all
    "tiltaksplan": (69, 70, 70),
    "referat_ruled": (28, 28, 28),
    "referat_unruled": (28, 28, 28),
    "saksframlegg": (16, 16, 16),
    "referat_60": (336, 336, 336),
    "stor_200": (2139, 2170, 2170),
}


def found_rows(layout: Layout) -> list[tuple[str, ...]]:
    """Return every row of every table, a cell that covers several rows in each of them."""
    words = frozenset(word.lower() for line in layout.lines for word in re.findall(r"[\w-]+", line.text))
    found = []
    for table in layout.tables:
        below: dict[int, dict[int, str]] = {}
        for index, row in enumerate(table.rows):
            cells = dict(below.get(index, {}))
            for cell in row:
                text = ""
                for line in cell.lines:
                    text = unhyphenated(text, line.text.removeprefix("• "), words)
                for further in range(cell.rowspan):
                    below.setdefault(index + further, {})[cell.column] = text
                cells[cell.column] = text
            found.append(tuple(cells[column] for column in sorted(cells)))
    return found


def loose(row: tuple[str, ...]) -> tuple[str, ...]:
    """Return a row without hyphens and blanks."""
    return tuple(re.sub(r"[\s\-]", "", cell) for cell in row)


@pytest.mark.parametrize("name", [*FILES, *(f"untagged/{name}" for name in FILES), "wordlike"])
def test_rows_are_those_the_document_was_built_of(name: str) -> None:
    """As many rows as measured come out cell for cell; but for hyphens at line ends all of them do."""
    base = name.removeprefix("untagged/")
    truth = [
        tuple(plain(" ".join(cell.split())) for cell in row)
        for table in json.loads((SHARED / f"{base}.truth.json").read_text(encoding="utf-8"))
        for row in table["rows"]
    ]
    found = found_rows(opened((SHARED / f"{name}.pdf").read_bytes()))
    exact = sum((Counter(truth) & Counter(found)).values())
    nearly = sum((Counter(map(loose, truth)) & Counter(map(loose, found))).values())
    assert (exact, nearly, len(truth)) == FILES.get(base, (18, 18, 18))


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("avkuttet", InputError),
        ("tilfeldig", None),
        ("html_som", None),
        ("docx_som", None),
        ("tom", None),
        ("sideloop", InputError),
        ("kryptert_bruker_aes128", EncryptedError),
        ("kryptert_bruker_aes256", EncryptedError),
    ],
)
def test_broken_documents_are_told(name: str, error: type[InputError] | None) -> None:
    """What cannot be opened is an error of the right kind; what is no PDF is left to others."""
    source = Source(name=name, data=(SHARED / "broken" / f"{name}.pdf").read_bytes())
    if error is None:
        assert govdocs_open(source=source, limits=Limits()) is None
        return
    with pytest.raises(error) as caught:
        govdocs_open(source=source, limits=Limits())
    assert type(caught.value) is error


@pytest.mark.parametrize("name", ["feil_xref", "soppel_foran", "kryptert_eier_aes256", "kryptert_eier_rc4_40"])
def test_what_can_be_mended_is_read_whole(name: str) -> None:
    """A wrong cross-reference table, junk in front and a lock against copying take nothing away."""
    whole = opened((SHARED / "referat_ruled.pdf").read_bytes())
    layout = opened((SHARED / "broken" / f"{name}.pdf").read_bytes())
    assert [line.text for line in layout.lines] == [line.text for line in whole.lines]


@pytest.mark.parametrize("name", ["odelagt_strom", "skannet"])
def test_pages_without_text_are_remarks(name: str) -> None:
    """A scanned page and a page whose content is damaged are told."""
    layout = opened((SHARED / "broken" / f"{name}.pdf").read_bytes())
    assert [remark.code for remark in layout.remarks] == ["GD801"]
