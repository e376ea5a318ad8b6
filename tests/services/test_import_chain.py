"""The chain of times: hard starts, midnight, steps back, starts alone, hours that happen twice."""

from __future__ import annotations

from datetime import time, timedelta
from pathlib import Path
from typing import Any

import pytest
from import_books import HEADER, at, codes, hard, problems, read, show_of

from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.rundown import Show
from livedesk.domain.timetable import plan
from livedesk.services.importers import RowKind


def starts(show: Show) -> list[str]:
    shown = []
    for ms in plan(show).starts:
        assert ms is not None
        shown.append((at("1970-01-01 00:00") + timedelta(milliseconds=ms, hours=8)).strftime("%d %H:%M"))
    return shown


def test_the_mixture_of_the_issue(tmp_path: Path) -> None:
    """``20:00-20:05``, ``5分钟`` and ``00:05:00`` under one header."""
    show = show_of(
        read(tmp_path, [("20:00-20:05", "开场"), ("5分钟", "答疑"), ("00:05:00", "讲品"), ("20:15-20:20", "抽奖")])
    )
    assert starts(show) == ["25 20:00", "25 20:05", "25 20:10", "25 20:15"]
    assert [segment.duration_ms for segment in show.segments] == [5 * MINUTE] * 4
    assert [hard(segment) for segment in show.segments] == ["", "", "", ""]


def test_a_gap_makes_a_hard_start(tmp_path: Path) -> None:
    show = show_of(read(tmp_path, [("20:00-20:05", "开场"), ("20:10-20:15", "抽奖"), ("5分钟", "讲品")]))
    assert [hard(segment) for segment in show.segments] == ["", "25 20:10", ""]
    assert starts(show) == ["25 20:00", "25 20:10", "25 20:15"]


def test_an_overlap_is_a_hard_start_that_is_planned_late(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:10", "开场"), ("20:05-20:15", "抽奖")])
    assert hard(show_of(preview).segments[1]) == "25 20:05"
    assert codes(preview) == [(3, "A", "sheet.overlap")]
    assert problems(preview)[0].params["length"] == "00:05:00"


def test_midnight(tmp_path: Path) -> None:
    rows = [("22:30-23:00", "一"), ("23:00-23:45", "二"), ("00:00-00:15", "三"), ("00:15-00:35", "四")]
    preview = read(tmp_path, rows)
    show = show_of(preview)
    assert starts(show) == ["25 22:30", "25 23:00", "26 00:00", "26 00:15"]
    assert [hard(segment) for segment in show.segments] == ["", "", "26 00:00", ""]
    layout = plan(show)
    assert layout.slacks[2] == 15 * MINUTE
    assert "next_day" in preview.rows[3].notes


def test_a_range_past_midnight(tmp_path: Path) -> None:
    show = show_of(read(tmp_path, [("23:50-00:10", "一"), ("00:10-00:20", "二")]))
    assert [segment.duration_ms for segment in show.segments] == [20 * MINUTE, 10 * MINUTE]
    assert starts(show) == ["25 23:50", "26 00:10"]
    assert hard(show.segments[1]) == ""


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("20:50-20:40", "sheet.end_before_start"),
        ("20:50-14:49", "sheet.range_too_long"),
        ("20:50-次日02:51", "sheet.range_too_long"),
        ("20:50-02:50", ""),
    ],
)
def test_a_reversed_or_endless_range_is_an_error_of_its_row(tmp_path: Path, written: str, code: str) -> None:
    preview = read(tmp_path, [("20:00-20:50", "开场"), (written, "讲品")])
    assert codes(preview) == ([(3, "A", code)] if code else [])
    assert bool(preview.errors) == bool(code)
    assert (preview.show is None) == bool(code)


@pytest.mark.parametrize(
    ("above", "below", "wrong"), [(20, 14, True), (20, 13, False), (20, 19, True), (8, 1, False)]
)
def test_a_step_back_of_more_than_six_hours_is_the_next_day(
    tmp_path: Path, above: int, below: int, wrong: bool
) -> None:
    preview = read(tmp_path, [(f"{above}:00-{above}:05", "一"), (f"{below}:00-{below}:05", "二"), ("5分钟", "三")])
    if wrong:
        assert preview.show is None
        (problem,) = preview.errors
        assert (problem.row, problem.column, problem.header, problem.code) == (3, "A", "时间段", "sheet.step_back")
        assert problem.params == {"value": f"{below:02d}:00", "above": f"{above:02d}:00"}
        assert preview.rows[2].kind is RowKind.ERROR
    else:
        assert hard(show_of(preview).segments[1]) == f"26 {below:02d}:00"


def test_starts_alone_last_until_the_next(tmp_path: Path) -> None:
    show = show_of(read(tmp_path, [("20:00", "开场"), ("20:05", "讲品"), ("20:20", "下播")]))
    assert [segment.duration_ms for segment in show.segments] == [5 * MINUTE, 15 * MINUTE, 0]
    assert [hard(segment) for segment in show.segments] == ["", "", ""]


def test_the_last_start_alone_needs_an_end(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00", "开场"), ("20:05", "讲品")])
    assert codes(preview) == [(3, "A", "sheet.no_duration")]
    rows = [("直播时间：2026-11-25 20:00-20:30",), HEADER, ("20:00", "开场"), ("20:05", "讲品")]
    assert show_of(read(tmp_path, rows, header=None)).segments[1].duration_ms == 25 * MINUTE


def test_excel_cells(tmp_path: Path) -> None:
    header = ("开始时间", "结束时间", "时长", "环节")
    rows: list[tuple[Any, ...]] = [
        (time(20), time(20, 5), None, "开场"),
        (at("2026-11-25 20:05"), None, time(0, 10), "讲品"),
        (20.25 / 24, None, timedelta(minutes=5), "答疑"),
        (None, None, 5, "抽奖"),
    ]
    show = show_of(read(tmp_path, rows, header=header))
    assert [segment.duration_ms // MINUTE for segment in show.segments] == [5, 10, 5, 5]
    assert starts(show) == ["25 20:00", "25 20:05", "25 20:15", "25 20:20"]


def test_short_times_alone_are_durations_unless_the_column_holds_starts(tmp_path: Path) -> None:
    durations = read(tmp_path, [("00:05:00", "一"), ("00:10:00", "二"), ("00:03:00", "三")], start=time(20))
    assert [segment.duration_ms // MINUTE for segment in show_of(durations).segments] == [5, 10, 3]
    rows = [("23:40:00", "一"), ("00:05:00", "二"), ("00:10:00", "下播")]
    assert starts(show_of(read(tmp_path, rows))) == ["25 23:40", "26 00:05", "26 00:10"]
    late = read(tmp_path, [("00:00:00", "一"), ("00:30:00", "下播")], start=time(0))
    assert starts(show_of(late)) == ["25 00:00", "25 00:30"]


def test_range_and_duration_that_differ_are_said(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:05", 10, "开场")], header=("时间", "时长(分钟)", "环节"))
    assert show_of(preview).segments[0].duration_ms == 5 * MINUTE
    assert codes(preview) == [(2, "B", "sheet.duration_differs")]


def test_a_time_merged_over_two_rows_is_shared(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "开场"), ("20:05-20:15", "讲品一"), (None, "讲品二"), ("20:15-20:20", "抽奖")]
    preview = read(tmp_path, rows, merge=("A3:A4",))
    assert [segment.duration_ms // MINUTE for segment in show_of(preview).segments] == [5, 5, 5, 5]
    assert codes(preview) == [(3, "A", "sheet.time_shared")]
    assert str(problems(preview)[0].params["length"]).startswith("00:0")
    assert starts(show_of(preview)) == ["25 20:00", "25 20:05", "25 20:10", "25 20:15"]


def test_ambiguous_and_missing_hours(tmp_path: Path) -> None:
    autumn = [("00:30-01:30", "一"), ("02:10-02:20", "二"), ("03:30-03:40", "三")]
    preview = read(tmp_path, autumn, zone="Europe/Berlin", file="夜场_20261025.xlsx")
    assert codes(preview) == [(3, "A", "sheet.time_ambiguous")]
    told = [("00:30-02:30（前）", "一"), ("02:10（后）-02:20（后）", "二")]
    show = show_of(read(tmp_path, told, zone="Europe/Berlin", file="夜场_20261025.xlsx"))
    assert show.segments[0].duration_ms == 120 * MINUTE
    assert show.segments[1].hard_start == WallTime(at("2026-10-25 02:10"), 1)
    spring = [("01:30-01:50", "一"), ("02:30-03:30", "二")]
    preview = read(tmp_path, spring, zone="Europe/Berlin", file="夜场_20270328.xlsx")
    assert codes(preview)[0] == (3, "A", "time.nonexistent")
    assert preview.errors[0].params["next"] == "2027-03-28 03:00:00"


def test_dates_in_time_cells_and_a_sheet_of_last_week(tmp_path: Path) -> None:
    rows = [("2026-11-25 23:00-23:30", "一"), ("2026-11-27 10:00-10:30", "二")]
    show = show_of(read(tmp_path, rows, file="长场.xlsx"))
    assert hard(show.segments[1]) == "27 10:00"
    moved = show_of(read(tmp_path, rows, file="长场.xlsx", date=at("2026-12-02 00:00").date()))
    assert (moved.planned_start.local.day, hard(moved.segments[1])) == (2, "04 10:00")


def test_the_first_row_against_the_declared_start(tmp_path: Path) -> None:
    titles = [("夜场 2026-11-25 20:00",), HEADER]
    late = show_of(read(tmp_path, [*titles, ("20:05-20:10", "开场")], header=None))
    assert (late.planned_start.local, hard(late.segments[0])) == (at("2026-11-25 20:00"), "25 20:05")
    early = read(tmp_path, [*titles, ("19:30-20:00", "预热"), ("20:00-20:10", "开场")], header=None)
    assert show_of(early).planned_start.local == at("2026-11-25 19:30")
    assert [hard(segment) for segment in show_of(early).segments] == ["", ""]
    assert codes(early) == [(3, "A", "sheet.start_differs")]
    rows = [("夜场 2026-11-25 23:30",), HEADER, ("00:10-00:20", "开场")]
    after = show_of(read(tmp_path, rows, header=None))
    assert (after.planned_start.local, hard(after.segments[0])) == (at("2026-11-25 23:30"), "26 00:10")


def test_evening_in_words(tmp_path: Path) -> None:
    rows = [("晚上8点-8点半", "开场"), ("晚8:30-11:00", "讲品"), ("晚上11点-1点", "返场")]
    show = show_of(read(tmp_path, rows))
    assert starts(show) == ["25 20:00", "25 20:30", "25 23:00"]
    assert [segment.duration_ms // MINUTE for segment in show.segments] == [30, 150, 120]


def test_an_error_in_one_row_does_not_spread(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00", "开场"), ("八点五分", "讲品"), ("20:10-20:15", "抽奖"), ("5分钟", "返场")])
    assert codes(preview) == [(3, "A", "sheet.time_unreadable")]


def test_a_row_of_many_hours_is_warned_of(tmp_path: Path) -> None:
    preview = read(tmp_path, [("7点半", "开场"), ("20:00-20:05", "讲品"), ("5分钟", "收尾")])
    assert show_of(preview).segments[0].duration_ms == 750 * MINUTE
    assert (2, "A", "sheet.segment_long") in codes(preview)
    assert problems(preview)[-1].params["length"] == "12:30:00"
