"""Times and durations as teams write them: what is written is read back, whatever the spelling."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_books import at

from livedesk.domain.clock import DAY, HOUR, MINUTE, SECOND
from livedesk.domain.errors import UserError
from livedesk.services.sheets.times import (
    Slot,
    TimeOfDay,
    format_clock,
    format_duration,
    parse_clock,
    parse_duration,
    parse_slot,
)

DASHES = ("-", "－", "–", "—", "——", "~", "～", "至", "到", " - ", "\n", "-\n")


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("5分钟", 5 * MINUTE),
        ("5min", 5 * MINUTE),
        ("５分", 5 * MINUTE),
        ("1小时5分", 65 * MINUTE),
        ("1.5小时", 90 * MINUTE),
        ("一个半小时", 90 * MINUTE),
        ("十五分钟", 15 * MINUTE),
        ("半小时", 30 * MINUTE),
        ("90秒", 90 * SECOND),
        ("2分30秒", 150 * SECOND),
        ("00:05:00", 5 * MINUTE),
        ("00：05：00", 5 * MINUTE),
        ("05:00", 5 * MINUTE),
        ("90:00", 90 * MINUTE),
        ("5'", 5 * MINUTE),
        ("5′30″", 330 * SECOND),
        ("约8分钟左右", 8 * MINUTE),
        ("10", 10 * MINUTE),
        ("0", 0),
        (10, 10 * MINUTE),
        (2.5, 150 * SECOND),
        (5 / 1440, 5 * MINUTE),
        (time(0, 5), 5 * MINUTE),
        (timedelta(minutes=5), 5 * MINUTE),
        (at("1900-01-01 01:00"), 25 * HOUR),
    ],
)
def test_durations(text: object, ms: int) -> None:
    assert parse_duration(text) == ms  # type: ignore[arg-type]  # cells of every type


def test_bare_number_takes_the_unit_of_its_header() -> None:
    assert parse_duration(90, "秒") == 90 * SECOND
    assert parse_duration("90", "秒") == 90 * SECOND
    assert parse_duration(0.5, "分钟") == 30 * SECOND


@pytest.mark.parametrize(
    "text", ["", "很久", "5分钟左中", "-5分钟", "1:75:00", "05:60", "1e9", "9" * 400, True, None]
)
def test_no_duration(text: object) -> None:
    with pytest.raises(UserError) as raised:
        parse_duration(text)  # type: ignore[arg-type]  # cells of every type
    assert raised.value.code == "sheet.duration_unreadable"


@given(st.integers(0, 7 * DAY))
def test_every_duration_is_read_back(ms: int) -> None:
    assert parse_duration(format_duration(ms)) == ms


@given(st.integers(0, 30), st.integers(0, 59), st.integers(0, 59))
def test_every_worded_duration_is_read(hours: int, minutes: int, seconds: int) -> None:
    text = f"{hours}小时{minutes}分{seconds}秒"
    assert parse_duration(text) == ((hours * 60 + minutes) * 60 + seconds) * SECOND


@given(st.integers(0, DAY - 1))
def test_every_time_is_read_back(ms: int) -> None:
    assert parse_clock(format_clock(ms)) == TimeOfDay(ms)


@given(st.integers(0, DAY // SECOND - 1))
def test_an_excel_time_is_the_time_it_shows(seconds: int) -> None:
    wanted = TimeOfDay(seconds * SECOND)
    assert parse_clock((at("2026-01-01 00:00") + timedelta(seconds=seconds)).time()) == wanted
    assert parse_clock(seconds / 86_400) == wanted


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("20：00", TimeOfDay(20 * HOUR)),
        ("２０：００", TimeOfDay(20 * HOUR)),
        ("20点", TimeOfDay(20 * HOUR)),
        ("20点30分", TimeOfDay(20 * HOUR + 30 * MINUTE)),
        ("晚上8点半", TimeOfDay(20 * HOUR + 30 * MINUTE)),
        ("8:00 PM", TimeOfDay(20 * HOUR)),
        ("24:00", TimeOfDay(0, next_day=True)),
        ("25:30", TimeOfDay(90 * MINUTE, next_day=True)),
        ("次日00:15", TimeOfDay(15 * MINUTE, next_day=True)),
        ("2026-11-26 00:15", TimeOfDay(15 * MINUTE, date(2026, 11, 26))),
        ("11月26日 00:15", TimeOfDay(15 * MINUTE, date(2026, 11, 26))),
        ("11/5 20:00", TimeOfDay(20 * HOUR, date(2026, 11, 5))),
        ("01:30（后）", TimeOfDay(90 * MINUTE, fold=1)),
        (at("2026-11-25 20:00"), TimeOfDay(20 * HOUR, date(2026, 11, 25))),
    ],
)
def test_times_of_day(text: object, wanted: TimeOfDay) -> None:
    assert parse_clock(text, 2026) == wanted  # type: ignore[arg-type]  # cells of every type


@pytest.mark.parametrize("text", ["20:61", "30:00", "二十点", "2026-13-01 20:00", "20:00:99", 3.5, True, "8:0"])
def test_no_time(text: object) -> None:
    with pytest.raises(UserError) as raised:
        parse_clock(text, 2026)  # type: ignore[arg-type]  # cells of every type
    assert raised.value.code == "sheet.time_unreadable"


@given(
    st.integers(0, DAY // SECOND - 1), st.integers(0, DAY // SECOND - 1), st.sampled_from(DASHES), st.booleans()
)
def test_every_range_is_read(start: int, end: int, dash: str, wide: bool) -> None:
    text = f"{format_clock(start * SECOND)}{dash}{format_clock(end * SECOND)}"
    if wide:
        text = text.translate(str.maketrans("0123456789:", "０１２３４５６７８９："))
    assert parse_slot(text) == Slot(TimeOfDay(start * SECOND), TimeOfDay(end * SECOND))


def test_a_range_may_have_dates_and_a_remark() -> None:
    slot = parse_slot("2026-11-26 00:00-00:15（15分钟）")
    assert slot == Slot(TimeOfDay(0, date(2026, 11, 26)), TimeOfDay(15 * MINUTE))


def test_a_time_cell_may_hold_a_duration() -> None:
    assert parse_slot("5分钟") == Slot(duration_ms=5 * MINUTE)
    assert parse_slot("00:05:00") == Slot(TimeOfDay(5 * MINUTE), duration_ms=5 * MINUTE, loose=True)
    assert parse_slot("00:05") == Slot(TimeOfDay(5 * MINUTE))


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers(), st.datetimes(), st.times(), st.timedeltas()))
def test_parsers_raise_only_user_errors(value: object) -> None:
    for parse in (parse_slot, parse_clock, parse_duration):
        try:
            parse(value)  # type: ignore[operator]  # cells of every type
        except UserError:
            continue
