"""Title, date, host and start: from title rows and file names as they come."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from import_books import HEADER, at, codes, problems, read

DAY = date(2026, 11, 25)
ROWS = [("20:00-20:05", "开场")]


@pytest.mark.parametrize(
    "titles",
    [
        [("秋冬护肤专场",), ("2026年11月25日",)],
        [("秋冬护肤专场 2026-11-25",)],
        [("秋冬护肤专场直播流程单（2026.11.25）",)],
        [("秋冬护肤专场",), ("日期：11/25 20:00",)],
        [("秋冬护肤专场",), ("11月25日 20:00",)],
        [("秋冬护肤专场",), ("日期", date(2026, 11, 25))],
        [("秋冬护肤专场",), ("开播时间", at("2026-11-25 20:00"))],
        [("主题：秋冬护肤专场  日期：2026/11/25  开播时间：20:00  主播：主播一",)],
        [("秋冬护肤专场\n直播时间：2026年11月25日（周三）晚8点",)],
    ],
)
def test_title_and_date(tmp_path: Path, titles: list[tuple[object, ...]]) -> None:
    preview = read(tmp_path, [*titles, HEADER, *ROWS], header=None, file="流程单.xlsx")
    assert preview.heading.title == "秋冬护肤专场"
    assert preview.heading.date == DAY
    assert preview.show is not None
    assert preview.show.planned_start.local == at("2026-11-25 20:00")


def test_host_start_end_platform(tmp_path: Path) -> None:
    titles = (
        "主播：主播一 助播：助播一",
        None,
        "开播时间：20:00",
        "下播时间：22:00",
        "平台：抖音；直播间：护肤直播间",
    )
    preview = read(tmp_path, [("秋冬护肤专场",), titles, HEADER, *ROWS], header=None, file="20261125.xlsx")
    assert preview.heading.host == "主播一"
    assert (preview.heading.start, preview.heading.end) == (time(20), time(22))
    show = preview.show
    assert show is not None
    assert (show.platform, show.room) == ("抖音", "护肤直播间")
    assert show.hard_end is not None
    assert show.hard_end.local == at("2026-11-25 22:00")


def test_end_past_midnight(tmp_path: Path) -> None:
    rows = [("夜场 2026-11-25",), ("直播时间：22:30-00:30",), HEADER, ("22:30-00:30", "夜场")]
    show = read(tmp_path, rows, header=None).show
    assert show is not None
    assert show.hard_end is not None
    assert show.hard_end.local == at("2026-11-26 00:30")


@pytest.mark.parametrize(
    ("file", "title", "host", "start"),
    [
        ("秋冬护肤专场_20261125_主播一.xlsx", "秋冬护肤专场", "主播一", None),
        ("2026-11-25 秋冬护肤专场.xlsx", "秋冬护肤专场", "", None),
        ("秋冬护肤专场-11月25日-主播一-终版.xlsx", "秋冬护肤专场", "主播一", None),
        ("秋冬护肤专场流程单 2026.11.25 20点.xlsx", "秋冬护肤专场", "", time(20)),
    ],
)
def test_file_names(tmp_path: Path, file: str, title: str, host: str, start: time | None) -> None:
    preview = read(tmp_path, [("5分钟", "开场")], file=file)
    assert preview.heading.title == title
    assert preview.heading.date == DAY
    assert preview.heading.host == host
    assert preview.heading.start == start


def test_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    preview = read(tmp_path, [("5分钟", "开场")], file="流程单.xlsx")
    assert preview.show is None
    assert preview.asks == ("title", "date", "host", "start")
    assert not preview.errors
    answered = read(
        tmp_path,
        [("5分钟", "开场")],
        file="流程单.xlsx",
        date=DAY,
        start=time(19, 30),
        title="专场",
        host="主播二",
    )
    assert answered.asks == ()
    assert answered.show is not None
    assert (answered.show.title, answered.show.host) == ("专场", "主播二")
    assert answered.show.planned_start.local == at("2026-11-25 19:30")


def test_only_date_and_start_hold_a_show_back(tmp_path: Path) -> None:
    preview = read(tmp_path, ROWS, file="20261125.xlsx")
    assert preview.asks == ("title", "host")
    assert preview.show is not None
    assert preview.show.title == "20261125"


def test_a_date_without_a_year_is_the_nearest_one_and_says_so(tmp_path: Path) -> None:
    preview = read(tmp_path, [("年货专场 1月3日",), HEADER, *ROWS], header=None, file="流程单.xlsx")
    assert preview.heading.date == date(2027, 1, 3)
    assert codes(preview) == [(0, "", "sheet.year_assumed")]


def test_an_answer_goes_before_the_sheet(tmp_path: Path) -> None:
    preview = read(tmp_path, ROWS, file="专场_20261118_主播一.xlsx", date=DAY)
    assert preview.show is not None
    assert preview.show.planned_start.local == at("2026-11-25 20:00")


def test_numbers_in_a_title_are_no_date(tmp_path: Path) -> None:
    preview = read(tmp_path, [("满199减40 · 6.18返场 1/2",), HEADER, *ROWS], header=None, file="流程单.xlsx")
    assert preview.heading.title == "满199减40 · 6.18返场 1/2"
    assert preview.heading.date is None


def test_a_date_column(tmp_path: Path) -> None:
    header = ("日期", "时间", "环节", "主播")
    rows = [(DAY, "23:50-00:10", "开场", "主播一"), (DAY, "00:10-00:20", "讲品", "主播二")]
    preview = read(tmp_path, rows, header=header, file="专场.xlsx")
    assert problems(preview) == ()
    assert preview.show is not None
    assert preview.show.planned_start.local == at("2026-11-25 23:50")
    assert [segment.person for segment in preview.show.segments] == ["主播一", "主播二"]


def test_a_wide_blank_parts_what_a_title_row_says(tmp_path: Path) -> None:
    title = "夜\u3000场专场\u3000主播：小美\u3000开播：20:00"
    heading = read(tmp_path, [(title,), HEADER, *ROWS], header=None, file="流程单.xlsx").heading
    assert (heading.title, heading.host, heading.start) == ("夜\u3000场专场", "小美", time(20))
