"""What people type is read, or refused; what is written is read back."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from livedesk.ui.reading import moment_text, read_count, read_duration, read_moment, read_time, time_text

START = datetime(2026, 11, 25, 20, 0)  # noqa: DTZ001 - a time as a sheet has it


def at(day: int, hour: int, minute: int = 0, second: int = 0) -> datetime:
    return START.replace(day=day, hour=hour, minute=minute, second=second)


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("8", 480_000),
        ("8:00", 480_000),
        ("1:05:00", 3_900_000),
        ("90s", 90_000),
        ("5分钟", 300_000),
        ("0:30", 30_000),
        ("8:60", None),
        ("-1", None),
        ("٣", None),
        ("", None),
        ("25:00:00", None),
        ("1:2:3:4", None),
    ],
)
def test_durations_are_read_or_refused(text: str, ms: int | None) -> None:
    assert read_duration(text) == ms


@pytest.mark.parametrize(
    ("text", "wall"),
    [
        ("21:30", at(25, 21, 30)),
        ("21：30：15", at(25, 21, 30, 15)),
        ("9:05", at(26, 9, 5)),
        ("0:00", at(26, 0)),
        ("13:59", at(26, 13, 59)),
        ("14:00", at(25, 14)),
        ("19:45", at(25, 19, 45)),
        ("11-27 10:00", at(27, 10)),
        ("11/27 10:00", at(27, 10)),
        ("2026-11-28 10:00:05", at(28, 10, 0, 5)),
        ("+2 21:30", at(27, 21, 30)),
        ("次日 00:30", at(26, 0, 30)),
        ("24:00", None),
        ("21:60", None),
        ("21", None),
        ("11-31 10:00", None),
        ("", None),
    ],
)
def test_a_time_lies_around_the_start_of_its_show(text: str, wall: datetime | None) -> None:
    assert read_time(text, START) == wall


def test_a_day_without_a_year_is_the_nearest() -> None:
    eve = START.replace(month=12, day=31)
    assert read_time("1-1 01:00", eve) == eve.replace(year=2027, month=1, day=1, hour=1)


def test_a_moment_without_a_day_stays_on_its_day() -> None:
    assert read_moment("2:00", START) == at(25, 2)
    assert read_moment("11-26 2:00", START) == at(26, 2)
    assert read_moment("2026-11-26 ２：00", START) == at(26, 2)
    assert read_moment("tonight", START) is None


@pytest.mark.parametrize(
    ("text", "count"),
    [("1,500", 1500), ("１５００", 1500), (" 0 ", 0), ("-1", None), ("1.5", None), ("", None), ("٣", None)],
)
def test_counts_are_read_or_refused(text: str, count: int | None) -> None:
    assert read_count(text) == count


walls = st.datetimes(datetime(2024, 1, 1), datetime(2030, 1, 1)).map(lambda one: one.replace(microsecond=0))  # noqa: DTZ001 - as above


@given(walls, st.one_of(walls.map(lambda one: one - START), st.timedeltas(-timedelta(days=2), timedelta(days=2))))
def test_what_is_written_is_read_back(start: datetime, away: timedelta) -> None:
    wall = (start + away).replace(microsecond=0)
    assert read_time(time_text(wall, start), start) == wall
    assert read_moment(moment_text(wall), start) == wall
