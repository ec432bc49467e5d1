"""Clock times in every written form, and what only looks like one."""

from __future__ import annotations

import itertools
from datetime import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian import find_hours


def hours(text: str, *, bare: bool = False) -> list[tuple[time, time | None]]:
    return [(found.begin, found.finish) for found in find_hours(text, bare=bare)]


@pytest.mark.parametrize(
    "text",
    [
        "kl. 9.30",
        "kl 9.30",
        "kl. 09.30",
        "Kl. 09:30",
        "KL. 09.30",
        "kl.09.30",
        "kl. 0930",
        "klokka 9.30",
        "klokken 09.30",
        "klokka 0930",
        "09:30",
        "9.30",
    ],
)
def test_a_time_is_told_in_every_written_form(text: str) -> None:
    """Each form gives half past nine, with the offsets of its own characters."""
    assert hours(text) == [(time(9, 30), None)]
    sentence = f"Møtet ble satt {text} av lederen"
    (found,) = find_hours(sentence)
    assert sentence[found.start : found.end].strip() in text
    assert sentence[found.end :].endswith("av lederen")


@pytest.mark.parametrize(
    "text",
    [
        "kl. 9.30 – 14.30",
        "kl. 9.30–14.30",
        "kl. 09.30-14.30",
        "kl 09:30 - 14:30",
        "kl. 9.30 til 14.30",
        "kl. 9.30 til kl. 14.30",
        "fra kl. 9.30 til kl. 14.30",
        "frå kl. 9.30 til kl. 14.30",
        "fra kl. 9.30 til ca. kl. 14.30",
        "09:30–14:30",
        "09.30 — 14.30",
        "0930-1430",
        "kl. 0930–1430",
        "0930 - 1430",
        "kl. 9.30 − 14.30",
    ],
)
def test_a_stretch_has_its_end(text: str) -> None:
    """A time with another behind `–`, `til` or their like is one stretch."""
    assert hours(text) == [(time(9, 30), time(14, 30))]


@pytest.mark.parametrize("text", ["kl. 9–15", "kl 9 - 15", "fra kl. 9 til kl. 15", "kl. 9 til 15", "klokka 9 til 15"])
def test_whole_hours_count_behind_the_word(text: str) -> None:
    """`kl.` makes a time of a bare hour."""
    assert hours(text) == [(time(9), time(15))]


@pytest.mark.parametrize(
    ("text", "wanted"), [("9-15", (time(9), time(15))), ("10–16", (time(10), time(16))), ("0930", (time(9, 30), None))]
)
def test_bare_hours_count_where_a_label_says_so(text: str, wanted: tuple[time, time | None]) -> None:
    """Two bare hours, or four digits, are a time where the caller knows that one follows, and nowhere else."""
    assert hours(text, bare=True) == [wanted]
    assert hours(text) == []


def test_a_bare_number_is_no_time_even_behind_a_label() -> None:
    """One number without `kl.`, minutes or an end says nothing of the clock."""
    assert hours("3", bare=True) == []


def test_midnight_may_be_24() -> None:
    """`24.00` is the beginning of the day."""
    assert hours("kl. 18.00–24.00") == [(time(18), time(0))]


@pytest.mark.parametrize(
    "text",
    [
        "12.03.2024",
        "12.3.24",
        "2024-03-12",
        "12. mars 2024",
        "sak 12/24",
        "PS 10/26",
        "8.45 %",
        "25.30",
        "9.75",
        "9.60",
        "1 250 000 kroner",
        "3.1.4 Mål",
        "https://example.no/10:30/",
        "2022-2025",
        "12–14 medlemmer",
    ],
)
def test_what_only_looks_like_a_time_is_none(text: str) -> None:
    """Days, case numbers, shares, hours and minutes no clock has, numbered headings and spans of years are no times."""
    assert hours(text) == []


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("tirsdag 12. mars 2024 kl. 10.00–14.00, Rådhuset", (time(10), time(14))),
        ("12.03.2024 kl. 10.00 - 14.00", (time(10), time(14))),
        ("12.03.2024, 10.00-14.00", (time(10), time(14))),
        ("12/3-2024 kl. 1000", (time(10), None)),
        ("2024-03-12 10:00", (time(10), None)),
    ],
)
def test_a_day_beside_a_time_is_no_time(text: str, wanted: tuple[time, time | None]) -> None:
    """The numbers of a day are never taken for a clock time, however they are set."""
    assert hours(text, bare=True) == [wanted]


def test_two_days_have_two_stretches() -> None:
    """The hours of each day of a meeting are told, in order."""
    text = "23. oktober kl. 13.00–17.30 og 24. oktober kl. 08.30–12.00"
    assert hours(text) == [(time(13), time(17, 30)), (time(8, 30), time(12))]


@given(
    begin=st.times(),
    finish=st.times(),
    form=st.sampled_from(["kl. {a:%H.%M}–{b:%H.%M}", "{a:%H:%M} - {b:%H:%M}", "kl. {a:%H%M}-{b:%H%M}"]),
)
def test_every_time_is_read_back_from_every_form(begin: time, finish: time, form: str) -> None:
    """What is written as a stretch is read as that stretch."""
    assert hours(form.format(a=begin, b=finish)) == [
        (begin.replace(second=0, microsecond=0), finish.replace(second=0, microsecond=0))
    ]


@given(st.text(max_size=60), st.booleans())
def test_any_text_gives_times_that_stand_in_it(text: str, bare: bool) -> None:
    """Whatever the text, no time is made up: each lies within it, and none covers another."""
    found = list(find_hours(text, bare=bare))
    assert all(0 <= each.start < each.end <= len(text) for each in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))


def test_the_number_of_a_room_is_no_time_where_the_time_is_told() -> None:
    """Four digits alone are a time only where no `kl.` in the text says which number is one."""
    assert hours("rom 1111, Fjordhuset, kl. 12.00-15.20", bare=True) == [(time(12), time(15, 20))]
    assert hours("1300", bare=True) == [(time(13), None)]
