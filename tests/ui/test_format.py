"""Values as they are read."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from livedesk.domain.numbers import Unit
from livedesk.ui import format as fmt
from livedesk.ui import i18n

DAY = 86_400_000


@pytest.mark.parametrize(
    ("ms", "shown"),
    [
        (0, "0:00:00"),
        (999, "0:00:00"),
        (1_236_000, "0:20:36"),
        (90_000_000, "25:00:00"),
        (-1_000, "−0:00:01"),
        (-5, "0:00:00"),
    ],
)
def test_hours_minutes_seconds(ms: int, shown: str) -> None:
    assert fmt.hms(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(300_000, "05:00"), (3_599_999, "59:59"), (3_600_000, "1:00:00"), (-65_000, "−01:05")]
)
def test_durations(ms: int, shown: str) -> None:
    assert fmt.duration(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"), [(174_000, "02:54"), (173_001, "02:54"), (1, "00:01"), (0, "00:00"), (-5_900, "−00:05")]
)
def test_a_countdown_is_zero_only_when_the_time_is_over(ms: int, shown: str) -> None:
    assert fmt.countdown(ms) == shown


@pytest.mark.parametrize(
    ("ms", "shown"),
    [(90_000, "+01:30"), (-20_000, "−00:20"), (380, "±00:00"), (-999, "±00:00"), (4_000_000, "+1:06:40")],
)
def test_offsets(ms: int, shown: str) -> None:
    assert fmt.offset(ms) == shown


@given(st.integers(-40 * DAY, 40 * DAY))
def test_every_duration_reads_back(ms: int) -> None:
    text = fmt.hms(ms).replace(fmt.MINUS, "-")
    hours, minutes, seconds = (int(part) for part in text.lstrip("-").split(":"))
    back = ((hours * 60 + minutes) * 60 + seconds) * (-1 if text.startswith("-") else 1)
    assert abs(back * 1_000 - ms) < 1_000
    assert 0 <= minutes < 60
    assert 0 <= seconds < 60


@given(st.integers(1, 40 * DAY))
def test_a_countdown_never_shows_less_than_remains(ms: int) -> None:
    assert fmt.countdown(ms) >= fmt.duration(ms) or len(fmt.countdown(ms)) > len(fmt.duration(ms))
    assert fmt.countdown(ms) != "00:00"


def test_clocks_stand_in_the_zone_of_the_show() -> None:
    assert fmt.clock(1_795_608_036_000, "Asia/Shanghai") == "20:00:36"
    assert fmt.short_clock(1_795_608_036_000, "UTC") == "12:00"
    assert fmt.clock(None, "UTC") == fmt.NONE


def test_money_counts_and_shares() -> None:
    assert fmt.money(12_950) == "¥129.50"
    assert fmt.whole_money(18_642_049) == "¥186,420"
    assert fmt.count(1_234_567) == "1,234,567"
    assert fmt.ratio(0.0784) == "7.8%"
    assert fmt.megabytes(421_888) == "412 GB"
    assert [fmt.measure(None, unit) for unit in Unit] == [fmt.NONE] * len(Unit)
    assert fmt.measure(61_000, Unit.MS) == "01:01"


def test_changes_have_arrow_and_sign() -> None:
    assert fmt.change(0.06, Unit.COUNT) == "▲ 6%"
    assert fmt.change(-0.006, Unit.RATIO) == "▼ 0.6"
    assert fmt.change(0.0001, Unit.FEN) == "＝"
    assert fmt.change(None, Unit.FEN) == ""


def test_short_numbers_and_ages_speak_the_language(qapp: QApplication, language: str) -> None:
    assert [fmt.compact(value) for value in (950, 12_000, 12_345, 340_000_000)] == [
        "950",
        "1.2万",
        "1.2万",
        "3.4亿",
    ]
    assert [fmt.age(ms) for ms in (400, 38_000, 300_000, 9_000_000)] == [
        "0.4 秒前",
        "38 秒前",
        "5 分钟前",
        "2 小时前",
    ]
    i18n.install(qapp, i18n.ENGLISH)
    assert [fmt.compact(value) for value in (950, 12_000, 3_400_000)] == ["950", "12k", "3.4M"]
    assert fmt.age(38_000) == "38 s ago"
    assert fmt.age(None) == fmt.NONE
