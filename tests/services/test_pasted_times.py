"""Which columns of pasted rows say when they are and which how long: starts and ends, times of day and lengths."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from import_books import at, codes, read, show_of

from livedesk.domain.clock import MINUTE, SECOND, WallTime
from livedesk.domain.rundown import Segment, SegmentKind, Show
from livedesk.services.importers.pasted import Pasted, read_pasted

SHOW = Show(
    "show",
    "夜场",
    "Asia/Shanghai",
    WallTime(at("2026-11-25 20:00")),
    segments=(Segment("s1", "开场", SegmentKind.OPENING, 5 * MINUTE),),
)


def pasted(*rows: Sequence[str], start: str = "20:00", minutes: int = 5) -> Pasted:
    opening = replace(SHOW.segments[0], duration_ms=minutes * MINUTE)
    show = replace(SHOW, planned_start=WallTime(at(f"2026-11-25 {start}")), segments=(opening,))
    return read_pasted("\r\n".join("\t".join(row) for row in rows) + "\r\n", show)


def lengths(found: Pasted) -> list[float]:
    return [item.duration_ms / MINUTE for item in found.segments]


@pytest.mark.parametrize(
    ("rows", "minutes"),
    [
        ([("20:00", "20:05", "开场问候"), ("20:05", "20:15", "主推面霜")], [5, 10]),
        ([("1", "20:00", "20:05", "开场问候"), ("2", "20:05", "20:15", "主推面霜")], [5, 10]),
        ([("开场问候", "20:00", "20:05"), ("主推面霜", "20:05", "20:15")], [5, 10]),
        ([("23:50", "0:05", "开场问候"), ("0:05", "0:20", "主推面霜")], [15, 15]),
        ([("10:00", "10:05", "开场问候"), ("10:05", "10:15", "主推面霜")], [5, 10]),
        ([("20:00", "20:05", "开场问候")], [5]),
        ([("20:00", "20:05", "开场问候"), ("20:05", "", "主推面霜"), ("20:20", "20:30", "收尾")], [5, 15, 10]),
        ([("20:00:00", "20:05:00", "开场问候"), ("20:05:00", "20:15:00", "主推面霜")], [5, 10]),
    ],
)
def test_two_columns_of_times_are_start_and_end(rows: list[tuple[str, ...]], minutes: list[float]) -> None:
    found = pasted(*rows)
    assert lengths(found) == minutes
    assert [item.hard_start for item in found.segments] == [None] * len(rows)
    assert [problem.code for problem in found.problems] == ["paste.columns_inferred"]
    assert "结束时间" in str(found.problems[0].params["columns"])


@pytest.mark.parametrize(
    ("rows", "minutes"),
    [
        ([("20:00", "5:00", "开场"), ("20:05", "8:00", "讲品")], [5, 8]),
        ([("20:00", "20:00", "开场"), ("20:20", "10:00", "讲品")], [20, 10]),
        ([("20:00-20:05", "5:00", "开场"), ("20:05-20:13", "8:00", "讲品")], [5, 8]),
    ],
)
def test_a_length_beside_a_start_stays_one(rows: list[tuple[str, ...]], minutes: list[float]) -> None:
    found = pasted(*rows)
    assert lengths(found) == minutes
    assert "时长" in str(found.problems[0].params["columns"])


def test_an_end_that_leaves_a_gap_is_the_end_and_the_next_start_is_fixed() -> None:
    found = pasted(("20:00", "20:05", "甲"), ("20:10", "20:15", "乙"), ("20:15", "20:25", "丙"))
    assert lengths(found) == [5, 5, 10]
    fixed = [item.hard_start for item in found.segments]
    assert fixed == [None, WallTime(at("2026-11-25 20:10")), None]


@pytest.mark.parametrize(
    ("cells", "start", "minutes"),
    [
        (("5:00", "8:00"), "20:00", [5, 8]),
        (("05:00", "08:00"), "20:00", [5, 8]),
        (("1:00", "2:00", "3:30"), "20:00", [1, 2, 3.5]),
        (("10:00", "15:00"), "20:00", [10, 15]),
        (("5:00",), "20:00", [5]),
        (("8:00", "12:00"), "14:30", [8, 12]),
    ],
)
def test_rising_values_hours_away_from_the_start_are_lengths(
    cells: tuple[str, ...], start: str, minutes: list[float]
) -> None:
    found = pasted(*(("讲品" * at_, cell) for at_, cell in enumerate(cells, 1)), start=start)
    assert lengths(found) == minutes
    assert [item.hard_start for item in found.segments] == [None] * len(cells)


@pytest.mark.parametrize(
    ("cells", "start", "shown", "minutes"),
    [
        (("20:00", "20:05"), "20:00", 5, [5, 0]),
        (("19:30", "19:40"), "20:00", 5, [10, 0]),
        (("23:50", "00:10"), "20:00", 5, [20, 0]),
        (("00:30", "00:45"), "20:00", 240, [15, 0]),
        (("8:00", "8:05"), "08:00", 5, [5, 0]),
        (("16:00", "18:30", "20:00"), "20:00", 5, [150, 90, 0]),
        (("20:00", "20:05"), "10:00", 5, [5, 0]),
    ],
)
def test_times_around_the_show_stay_times(
    cells: tuple[str, ...], start: str, shown: int, minutes: list[float]
) -> None:
    found = pasted(
        *((cell, "收尾" if cell == cells[-1] else "讲品") for cell in cells), start=start, minutes=shown
    )
    assert lengths(found) == minutes


def test_a_time_far_from_the_start_beside_a_length_is_a_time() -> None:
    found = pasted(("10:00", "开场", "5分钟"), ("15:00", "讲品", "90秒"))
    assert [item.title for item in found.segments] == ["开场", "讲品"]
    assert [item.duration_ms for item in found.segments] == [5 * MINUTE, 90 * SECOND]


HEADINGS = [
    ("开始", "结束"),
    ("开始时间", "结束时间"),
    ("起", "止"),
    ("Start", "End"),
    ("Start Time", "End Time"),
    ("开始时刻", "结束时刻"),
]


@pytest.mark.parametrize("headings", HEADINGS)
def test_headings_of_start_and_end_are_known(tmp_path: Path, headings: tuple[str, str]) -> None:
    rows = [("20:00", "20:05", "开场问候"), ("20:05", "20:15", "主推面霜")]
    header = (*headings, "环节")
    preview = read(tmp_path, rows, header=header)
    assert codes(preview) == []
    for segments in (show_of(preview).segments, pasted(header, *rows).segments):
        assert [item.title for item in segments] == ["开场问候", "主推面霜"]
        assert [item.duration_ms for item in segments] == [5 * MINUTE, 10 * MINUTE]
        assert [item.hard_start for item in segments] == [None, None]


@pytest.mark.parametrize("heading", ["起/止", "起止", "开始/结束"])
def test_one_column_of_start_and_end_is_a_range(tmp_path: Path, heading: str) -> None:
    preview = read(tmp_path, [("20:00-20:05", "开场问候")], header=(heading, "环节"))
    assert [item.duration_ms for item in show_of(preview).segments] == [5 * MINUTE]


def test_an_end_and_a_length_that_say_the_same_are_one(tmp_path: Path) -> None:
    rows = [("20:00", "20:05", "5分钟", "开场"), ("20:05", "", "8分钟", "讲品")]
    preview = read(tmp_path, rows, header=("开始", "结束", "时长", "环节"))
    assert codes(preview) == []
    assert [item.duration_ms for item in show_of(preview).segments] == [5 * MINUTE, 8 * MINUTE]
