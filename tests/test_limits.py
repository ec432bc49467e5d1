from __future__ import annotations

from pathlib import Path

import attrs
import pytest

from govdocs import InputError, Limits, read
from govdocs.errors import LimitError
from govdocs.meanings import field_meanings
from govdocs.pipeline import source_of

NAMES = [bound.name for bound in attrs.fields(Limits)]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("value", [0, -1])
def test_a_bound_is_above_zero(name: str, value: int) -> None:
    """No bound can be switched off by a nought; a very large number does that in plain sight."""
    with pytest.raises(ValueError, match=name):
        Limits(**{name: value})
    assert getattr(Limits(**{name: float("inf")}), name) == float("inf")


def test_every_bound_says_what_it_bounds_and_in_what_unit() -> None:
    """A bound without words cannot be set with sense."""
    assert set(field_meanings(Limits)) == set(NAMES)


def test_the_defaults_are_those_that_are_promised() -> None:
    """Archives: ratio 100, 500 MiB in all, 50 MiB a member, depth 3; markup: depth 1,024."""
    limits = Limits()
    mib = 1024 * 1024
    assert (limits.archive_ratio, limits.archive_bytes, limits.member_bytes, limits.archive_depth) == (
        100,
        500 * mib,
        50 * mib,
        3,
    )
    assert limits.markup_depth == 1024


def test_the_size_of_a_source_is_bounded_from_both_sides(tmp_path: Path) -> None:
    """A file as large as the bound is read, one byte more is an error that names bound and file."""
    place = tmp_path / "a.txt"
    place.write_bytes(b"Referat 1\n")
    assert source_of(place, Limits(source_bytes=10)).data == b"Referat 1\n"
    with pytest.raises(LimitError, match=r"a\.txt: passes the bound source_bytes \(9, found 10\)") as caught:
        read(place, limits=Limits(source_bytes=9))
    assert (caught.value.limit, caught.value.allowed, caught.value.found) == ("source_bytes", 9, 10)


@pytest.mark.parametrize(
    ("make", "reason"),
    [
        (lambda place: None, "does not exist"),
        (lambda place: place.mkdir(), "is a folder; read its documents with read_archive"),
        (lambda place: place.write_bytes(b""), "is empty"),
        (lambda place: place.symlink_to("nowhere"), "does not exist"),
    ],
    ids=["missing", "folder", "empty", "dangling"],
)
def test_what_is_no_source_is_one_line_with_name_and_reason(make: object, reason: str, tmp_path: Path) -> None:
    """A missing file, a folder and an empty file give an `InputError` and never a traceback of the system's."""
    place = tmp_path / "a.txt"
    make(place)  # type: ignore[operator]
    with pytest.raises(InputError) as caught:
        read(place)
    assert caught.value.reason == reason
    assert "a.txt" in str(caught.value)
    assert "\n" not in str(caught.value)
