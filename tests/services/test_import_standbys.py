"""Standby plans of a sheet, and which of them is the panic scene."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from import_books import read, show_of

from livedesk.domain.clock import MINUTE
from livedesk.services.importers import RowKind


def test_rows_under_the_standby_title_become_plans(tmp_path: Path) -> None:
    header = ("时间段", "环节", "类型", "话术", "画面/场景", "负责人", "备注")
    rows: list[tuple[Any, ...]] = [
        ("20:00-20:10", "开场", None, None, "开场全景", None, None),
        ("应急预案（随时调用）",),
        ("3分钟", "断货", "替换", "先讲下一款", "主播近景", "场控", "库存为 0"),
        (None, "断流", "暂停", None, "紧急画面", "导播", "推流中断"),
    ]
    preview = read(tmp_path, rows, header=header, merge=("A3:G3",))
    show = show_of(preview)
    assert len(show.segments) == 1
    short, cut = show.standbys
    assert (short.id, short.title, short.mode.value, short.duration_ms) == ("b1", "断货", "replace", 3 * MINUTE)
    assert (short.owner, short.trigger, short.scene) == ("场控", "库存为 0", "主播近景")
    assert short.script.lines[0].text == "先讲下一款"
    assert (cut.mode.value, cut.duration_ms, cut.panic) == ("pause", None, True)
    assert not short.panic
    assert preview.counts["standby"] == 2


@pytest.mark.parametrize(
    ("plans", "panic"),
    [
        ([("断货", None, "近景"), ("紧急停播", None, "黑场")], ("紧急停播", "黑场")),
        ([("断流", None, "彩条"), ("口误", None, "紧急画面")], ("断流", "彩条")),
        ([("断货", None, "近景"), ("口误", None, "Panic card")], ("口误", "Panic card")),
        ([("断流", "普通", "彩条"), ("断货", "紧急", "近景")], ("断货", "近景")),
    ],
)
def test_the_panic_plan_is_the_marked_one_or_the_one_that_says_so(
    tmp_path: Path, plans: list[tuple[str, str | None, str]], panic: tuple[str, str]
) -> None:
    header = ("时间段", "环节", "类型", "画面")
    rows = [("20:00-20:10", "开场", None, None), ("应急预案",), *((None, *plan) for plan in plans)]
    preview = read(tmp_path, rows, header=header)
    found = show_of(preview).panic
    assert found is not None
    assert (found.title, found.scene) == panic
    assert preview.problems == ()


@pytest.mark.parametrize(
    "rows", [[], [("应急预案",), ("断货", "替换", "近景")], [("应急预案",), ("断流", "普通", "彩条")]]
)
def test_a_sheet_without_a_panic_plan_has_the_implied_one(tmp_path: Path, rows: list[tuple[str, ...]]) -> None:
    header = ("时间段", "环节", "类型", "画面")
    below = [(row if len(row) == 1 else (None, *row)) for row in rows]
    preview = read(tmp_path, [("20:00-20:10", "开场", None, None), *below], header=header)
    show = show_of(preview)
    assert (show.panic.title, show.panic.scene) == ("紧急画面", "紧急画面")
    assert show.panic not in show.standbys
    assert show.standby(show.panic.id) is show.panic
    assert preview.problems == ()
    assert preview.counts["standby"] == len(show.standbys) == len(rows) // 2


def test_a_panic_plan_without_a_scene_gets_one_and_a_warning(tmp_path: Path) -> None:
    rows = [("20:00-20:10", "开场"), ("应急预案",), ("1. 断流：切画面，安抚观众",)]
    preview = read(tmp_path, rows, merge=("A3:G3", "A4:G4"))
    (plan,) = show_of(preview).standbys
    assert (plan.title, plan.scene, plan.panic) == ("断流", "紧急画面", True)
    assert [(item.code, item.params["title"]) for item in preview.problems] == [("sheet.panic_scene", "断流")]


def test_a_standby_section_with_a_header_of_its_own(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("20:00-20:10", "开场"),
        ("突发情况应对",),
        ("突发情况", "触发条件", "应对措施", "画面", "负责人"),
        ("黑屏", "采集卡掉线", "切备用机位\n主播拖时间", "紧急画面", "导播"),
        ("冷场", "评论少", "发福袋", "抽奖转盘", "场控"),
    ]
    show = show_of(read(tmp_path, rows))
    black, cold = show.standbys
    assert (black.title, black.trigger, black.owner, black.panic) == ("黑屏", "采集卡掉线", "导播", True)
    assert [line.text for line in black.script.lines] == ["切备用机位", "主播拖时间"]
    assert cold.scene == "抽奖转盘"


def test_standbys_in_words(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("20:00-20:10", "开场"),
        ("应急预案", "断流", None, "别急，马上回来", None, "紧急画面"),
        ("库存为零时", "断货", None, "先讲下一款"),
        ("2、冷场：发福袋\n喊话互动",),
        ("以上由导播决定",),
        ("收尾", None),
        ("20:10-20:15", "感谢"),
    ]
    preview = read(tmp_path, rows, merge=("A5:G5", "A6:G6", "A7:G7"))
    show = show_of(preview)
    cut, short, cold = show.standbys
    assert (cut.title, cut.trigger, cut.scene, cut.panic) == ("断流", "", "紧急画面", True)
    assert (short.title, short.trigger) == ("断货", "库存为零时")
    assert (cold.title, [line.text for line in cold.script.lines]) == ("冷场", ["发福袋", "喊话互动"])
    assert [segment.title for segment in show.segments] == ["开场", "感谢"]
    assert [group.title for group in show.groups] == ["收尾"]
    assert [(row.row, row.kind) for row in preview.rows if row.kind is RowKind.IGNORED] == [
        (6, RowKind.IGNORED),
        (7, RowKind.IGNORED),
    ]


def test_standbys_by_group_column_or_sheet(tmp_path: Path) -> None:
    header = ("阶段", "时间段", "环节", "画面")
    rows = [
        ("开场", "20:00-20:10", "问候", None),
        ("应急预案", None, "断网", "紧急画面"),
        (None, None, "断货", "近景"),
    ]
    sheets = {"应变预案": [("预案", "方式", "场景", "时长"), ("口误更正", "暂停·紧急", "主播近景", "1分钟")]}
    show = show_of(read(tmp_path, rows, header=header, merge=("A3:A4",), sheets=sheets))
    assert [plan_row.title for plan_row in show.standbys] == ["断网", "断货", "口误更正"]
    assert show.panic is not None
    assert show.panic.title == "口误更正"
