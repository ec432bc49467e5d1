"""Days in every written form of Bokmål and Nynorsk, and what only looks like one."""

from __future__ import annotations

import datetime
import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from govdocs.norwegian import find_days

DAY = datetime.date(2024, 3, 12)  # a Tuesday
MONTHS = {
    "nb": [
        "januar",
        "februar",
        "mars",
        "april",
        "mai",
        "juni",
        "juli",
        "august",
        "september",
        "oktober",
        "november",
        "desember",
    ],
    "short": ["jan", "feb", "mars", "apr", "mai", "juni", "juli", "aug", "sept", "okt", "nov", "des"],
}
WEEKDAYS = {
    "nb": ["mandag", "tirsdag", "onsdag", "torsdag", "fredag", "lørdag", "søndag"],
    "nn": ["måndag", "tysdag", "onsdag", "torsdag", "fredag", "laurdag", "sundag"],
    "short": ["man.", "tirs.", "ons.", "tors.", "fre.", "lør.", "søn."],
}


def days(text: str) -> list[datetime.date | None]:
    return [day.date for day in find_days(text)]


@pytest.mark.parametrize(
    "text",
    [
        "12. mars 2024",
        "12 mars 2024",
        "12.mars 2024",
        "12. MARS 2024",
        "12. Mars 2024",
        "12. mars, 2024",
        "den 12. mars 2024",
        "tirsdag 12. mars 2024",
        "tirsdag den 12. mars 2024",
        "tirsdag, 12. mars 2024",
        "TIRSDAG 12. MARS 2024",
        "tysdag 12. mars 2024",
        "tysdag den 12. mars 2024",
        "tysdag d. 12. mars 2024",
        "12.03.2024",
        "12.3.2024",
        "12. 3. 2024",
        "12.03.24",
        "12.3.24",
        "12/3-2024",
        "12/3-24",
        "12/03-2024",
        "12/3 - 2024",
        "12/3/2024",
        "2024-03-12",
    ],
)
def test_a_day_is_told_in_every_written_form(text: str) -> None:
    """Each form gives the one day it means, alone and within a sentence, with the offsets of its own characters."""
    assert days(text) == [DAY]
    sentence = f"Møtet ble holdt {text}, og saken ble utsatt."
    (day,) = find_days(sentence)
    assert day.date == DAY
    assert sentence[: day.start].startswith("Møtet ble holdt")
    assert sentence[day.start : day.end].strip(" .,") in text


@pytest.mark.parametrize(
    ("text", "month"),
    [(f"5. {name} 2023", n) for names in MONTHS.values() for n, name in enumerate(names, 1)]
    + [("5. jan. 2023", 1), ("5. feb. 2023", 2), ("5. sep. 2023", 9), ("5. okt. 2023", 10), ("5. des. 2023", 12)],
)
def test_every_month_is_known_whole_and_cut_short(text: str, month: int) -> None:
    """Months are known by their names and by what they are cut to, with and without a full stop."""
    assert days(text) == [datetime.date(2023, month, 5)]


@pytest.mark.parametrize(("name", "number"), [(name, n) for names in WEEKDAYS.values() for n, name in enumerate(names)])
def test_every_weekday_is_kept_as_written(name: str, number: int) -> None:
    """A weekday before a day is told even where it does not fit, so that a check can find it out."""
    (day,) = find_days(f"{name} 12. mars 2024")
    assert (day.weekday, day.date) == (number, DAY)


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("12.–13. mars 2024", datetime.date(2024, 3, 13)),
        ("12. - 13. mars 2024", datetime.date(2024, 3, 13)),
        ("12.-13. mars 2024", datetime.date(2024, 3, 13)),
        ("12. og 13. mars 2024", datetime.date(2024, 3, 13)),
        ("12. til 14. mars 2024", datetime.date(2024, 3, 14)),
        ("tirsdag 12. og onsdag 13. mars 2024", datetime.date(2024, 3, 13)),
        ("tysdag 12. – onsdag 13. mars 2024", datetime.date(2024, 3, 13)),
        ("12. mars – 2. april 2024", datetime.date(2024, 4, 2)),
        ("12. mars og 2. april 2024", datetime.date(2024, 4, 2)),
        ("12.–13.03.2024", datetime.date(2024, 3, 13)),
        ("12. og 13.03.2024", datetime.date(2024, 3, 13)),
    ],
)
def test_a_meeting_of_several_days_has_its_last_day(text: str, last: datetime.date) -> None:
    """A stretch of days is one day with the last one beside it."""
    (day,) = find_days(text)
    assert (day.date, day.end_date) == (DAY, last)


@pytest.mark.parametrize(
    ("text", "year"), [("12.03.07", 2007), ("12.03.69", 2069), ("12.03.70", 1970), ("12.03.99", 1999)]
)
def test_a_year_of_two_digits_lies_between_1970_and_2069(text: str, year: int) -> None:
    """Two digits mean the year nearest to the documents there are."""
    assert days(text) == [datetime.date(year, 3, 12)]


@pytest.mark.parametrize("text", ["12. mars", "tirsdag 12. mars", "tysdag 12. mars kl. 10"])
def test_a_day_without_a_year_waits_for_one(text: str) -> None:
    """Without a year there is no date, but day and month stand ready for the year of the meeting."""
    (day,) = find_days(text)
    assert day.date is None
    assert (day.day, day.month) == (12, 3)
    assert day.in_year(2024) == DAY


def test_a_year_that_lacks_the_day_gives_none() -> None:
    """The 29th of February is no day of a common year."""
    (day,) = find_days("29. februar")
    assert day.in_year(2023) is None
    assert day.in_year(2024) == datetime.date(2024, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "31. februar 2024",
        "32. mars 2024",
        "0. mars 2024",
        "12.13.2024",
        "2024-13-01",
        "2024-02-30",
        "12. mars 1724",
        "sak 12/2024",
        "PS 12/24",
        "37/5/2022 Status",
        "versjon 1.12.3.2024.5",
        "192.168.10.12",
        "2023/04512-7",
        "§ 3-12",
        "4.3.2 Vurdering",
        "1.250.000 kroner",
        "12 martyrer 2024",
        "kl. 12.30",
        "org.nr. 912.345.678",
    ],
)
def test_what_only_looks_like_a_day_is_none(text: str) -> None:
    """Days that no calendar has, case numbers, versions, paragraphs, sums and clock times are no days."""
    assert days(text) == []


def test_several_days_come_in_order() -> None:
    """All days of a text are told, first to last."""
    text = "Protokoll fra 9. februar 2024, møte 12.03.2024, neste møte 2024-04-16."
    found = list(find_days(text))
    assert [day.date for day in found] == [datetime.date(2024, 2, 9), DAY, datetime.date(2024, 4, 16)]
    assert [day.start for day in found] == sorted(day.start for day in found)


@given(day=st.dates(datetime.date(1970, 1, 1), datetime.date(2069, 12, 31)), form=st.integers(0, 6))
def test_every_day_of_the_calendar_is_read_back_from_every_form(day: datetime.date, form: int) -> None:
    """What is written as a day is read as that day."""
    month, weekday = MONTHS["nb"][day.month - 1], WEEKDAYS["nn"][day.weekday()]
    text = [
        f"{day.day}. {month} {day.year}",
        f"{weekday} {day.day}. {month} {day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.day}.{day.month}.{day.year % 100:02}",
        f"{day.day}/{day.month}-{day.year}",
        day.isoformat(),
        f"{weekday} {day.day:02}.{day.month:02}.{day.year}",
    ][form]
    (found,) = find_days(f"Møtet {text} i rådhuset")
    assert found.date == day


@given(st.text(max_size=60))
def test_any_text_gives_days_that_stand_in_it(text: str) -> None:
    """Whatever the text, no day is made up: each lies within it, and none covers another."""
    found = list(find_days(text))
    assert all(0 <= day.start < day.end <= len(text) for day in found)
    assert all(a.end <= b.start for a, b in itertools.pairwise(found))
