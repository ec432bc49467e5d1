from __future__ import annotations

import csv
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from attrs import evolve
from handmade import council

from govdocs.exchange import Unmapped, identified, oslo, uuid_of
from govdocs.tables import Words

ZONE = ZoneInfo("Europe/Oslo")


@pytest.mark.parametrize("year", [1970, 1979, 1980, 1981, 1995, 1996, 2000, 2026])
def test_norwegian_time_is_that_of_the_zone(year: int) -> None:
    """The offset is that of Europe/Oslo, at each hour of a year but the doubled one."""
    moment = datetime(year, 1, 1)
    while moment.year == year:
        twice = moment.replace(tzinfo=ZONE).utcoffset() != moment.replace(tzinfo=ZONE, fold=1).utcoffset()
        if not twice:
            assert oslo(moment.date(), moment.time()).utcoffset() == moment.replace(tzinfo=ZONE).utcoffset(), moment
        moment += timedelta(hours=1)


def test_midnight_where_no_time_is_given() -> None:
    """A day without a time is its midnight."""
    assert oslo(date(2026, 7, 1)).isoformat() == "2026-07-01T00:00:00+02:00"
    assert oslo(date(2026, 1, 1), time(9, 30)).isoformat() == "2026-01-01T09:30:00+01:00"


def test_records_made_by_hand_get_ids() -> None:
    """A document whose records have ids stays as it is; one without gets those that the core would give."""
    whole = council()
    assert identified(whole) is whole
    bare = evolve(whole, meetings=(evolve(whole.meetings[0], id=""),))
    assert all(record.id for record in identified(bare).records())


def test_uuids_last() -> None:
    """A UUID hangs on the id and on nothing else: this one is written down."""
    assert uuid_of("a/meeting") == "f10db2cf-7fe0-5bcb-9b0e-f9bc08dd92a0"
    assert uuid_of("a/meeting") != uuid_of("b/meeting")
    assert uuid_of("m\udcf8te") == uuid_of("m\ufffdte")


def test_what_is_left_out_is_a_table(tmp_path: Path) -> None:
    """What a format has no home for stands in `unmapped.csv`, in the words of the language."""
    with Unmapped(tmp_path, "nn") as table:
        table.tell("f.json", "a/case", "to", Words("nei", "nei, nynorsk", "no"))
    with (tmp_path / "unmapped.csv").open(encoding="utf-8", newline="") as file:
        head, row = csv.reader(file)
    assert head == ["fil", "post", "felt", "kva_som_manglar"]
    assert row == ["f.json", "a/case", "to", "nei, nynorsk"]
