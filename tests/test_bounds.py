"""Every bound from both sides: a source that asks for as much as is allowed is read, one that asks for more is told."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from pathlib import Path

import attrs
import pytest
from attrs import frozen
from toys import toy, toy_host

from govdocs import Host, Limits, read_archive
from govdocs.archive.outcomes import Failure
from govdocs.errors import LimitError

MIB = 1024 * 1024


@frozen
class Bounded:
    """A source, the least bound that lets it through, and one that does not."""

    file: str
    make: Callable[[], bytes]
    enough: float
    """Just enough, where that can be told; what a worker process needs besides differs from machine to machine."""
    too_little: float
    toy: bool = False
    """Whether a plugin that misbehaves opens it, in a worker process."""


def packed(**members: bytes) -> bytes:
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(f"{name}.{'zip' if data[:2] == b'PK' else 'txt'}", data)
    return room.getvalue()


def ratio(data: bytes) -> float:
    """Return the unpacked size of an archive's first member over its packed size."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        [member] = archive.infolist()
    return member.file_size / member.compress_size


TEXT = "".join(f"Rådet drøftet punkt {n} av {n * n}.\n" for n in range(60_000)).encode()
SQUEEZED = packed(a=TEXT)
NESTED = packed(a=packed(b=packed(c=b"Referat")))
TWO = packed(a=b"Referat 1\n", b=b"Referat 2\n")
CELLS = b"<html><body><table><tr><td>a<td>b<td>c<tr><td>d<td>e<td>f</table>"

BOUNDS = {
    "source_bytes": Bounded("a.txt", lambda: b"Referat 1\n", 10, 9),
    "archive_ratio": Bounded("a.zip", lambda: SQUEEZED, ratio(SQUEEZED), ratio(SQUEEZED) * 0.99),
    "archive_bytes": Bounded("a.zip", lambda: TWO, 20, 19),
    "member_bytes": Bounded("a.zip", lambda: packed(a=b"Referat 1\n", b=b"Nei\n"), 10, 9),
    "archive_members": Bounded("a.zip", lambda: TWO, 2, 1),
    "archive_depth": Bounded("a.zip", lambda: NESTED, 3, 2),
    "markup_depth": Bounded("a.html", lambda: b"<html><body>" + b"<div>" * 300 + b"Sak", 302, 301),
    "table_cells": Bounded("a.html", lambda: CELLS, 6, 5),
    "lines": Bounded("a.txt", lambda: b"a\nb\nc", 3, 2),
    "line_length": Bounded("a.txt", lambda: b"abc\nab", 3, 2),
    "pages": Bounded("a.txt", lambda: b"a\n\fb\n\fc\n", 3, 2),
    "seconds": Bounded("a.toy", lambda: toy(1, "sleep 2"), 60, 1, toy=True),
    "memory_bytes": Bounded("a.toy", lambda: toy(1, "eat 400"), 1400 * MIB, 420 * MIB, toy=True),
}


def test_every_bound_is_here() -> None:
    """No bound is without a source on either side of it."""
    assert set(BOUNDS) == {bound.name for bound in attrs.fields(Limits)}


@pytest.mark.parametrize("name", BOUNDS)
def test_a_bound_from_both_sides(name: str, tmp_path: Path) -> None:
    """With just enough the source is read without a word; with less it is one failure that names bound and file."""
    case = BOUNDS[name]
    place = tmp_path / case.file
    place.write_bytes(case.make())
    host = toy_host() if case.toy else Host.installed()

    def failures(bound: float) -> list[Failure]:
        archive = read_archive([place], host=host, jobs=int(case.toy), limits=Limits(**{name: bound}))
        return [outcome for outcome in archive.results() if isinstance(outcome, Failure)]

    assert failures(case.enough) == []
    [failure] = failures(case.too_little)
    assert isinstance(failure.error, LimitError)
    assert failure.error.limit == name
    assert case.file in str(failure)
