"""The rows of a run sheet: groups, merged cells, sections, kinds, errors."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_books import HEADER, at, book, codes, hard, problems, read, show_of

from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import EndMode, SegmentKind, Transition, TransitionKind
from livedesk.services.importers import RowKind, Severity, read_sheet


def test_a_plain_sheet(tmp_path: Path) -> None:
    preview = read(
        tmp_path,
        [
            ("20:00-20:05", "开场问候", None, "大家好", "扣 1", "开场全景", "主播一"),
            ("20:05-20:13", "讲品", "修护霜、面膜", "来看这支", None, "商品特写", "主播一"),
        ],
    )
    show = show_of(preview)
    assert show.title == "专场"
    assert show.host == "主播一"
    assert show.planned_start == WallTime(at("2026-11-25 20:00"))
    first, second = show.segments
    assert (first.title, first.kind, first.duration_ms, first.scene) == (
        "开场问候",
        SegmentKind.OPENING,
        5 * MINUTE,
        "开场全景",
    )
    assert first.script.lines[0].text == "大家好"
    assert (first.interaction, first.person, first.hard_start) == ("扣 1", "主播一", None)
    assert [show.product(product).name for product in second.product_ids if show.product(product)] == [  # type: ignore[union-attr]  # just checked
        "修护霜",
        "面膜",
    ]
    assert second.kind is SegmentKind.PRODUCT
    assert preview.counts["segments"] == 2
    assert [row.kind for row in preview.rows] == [RowKind.HEADER, RowKind.SEGMENT, RowKind.SEGMENT]


def test_groups_by_column_by_row_and_by_merge(tmp_path: Path) -> None:
    header = ("阶段", "时间段", "环节")
    rows: list[tuple[Any, ...]] = [
        ("开场", "20:00-20:05", "问候"),
        (None, "20:05-20:10", "预告"),
        ("二、讲品", None, None),
        (None, "20:10-20:20", "讲品一"),
        ("收尾", "20:20-20:25", "感谢"),
    ]
    preview = read(tmp_path, rows, header=header, merge=("A2:A3", "A4:C4"))
    show = show_of(preview)
    assert [(group.id, group.title) for group in show.groups] == [
        ("g1", "开场"),
        ("g2", "二、讲品"),
        ("g3", "收尾"),
    ]
    assert [segment.group_id for segment in show.segments] == ["g1", "g1", "g2", "g3"]
    assert preview.rows[3].kind is RowKind.GROUP


def test_a_group_row_without_a_group_column(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("一、开场", None),
        ("20:00-20:05", "问候"),
        ("第二部分 讲品", None),
        ("20:05-20:15", "讲品一"),
    ]
    show = show_of(read(tmp_path, rows, merge=("A2:G2",)))
    assert [group.title for group in show.groups] == ["一、开场", "第二部分 讲品"]
    assert [segment.group_id for segment in show.segments] == ["g1", "g2"]


def test_a_group_row_with_the_time_of_the_whole_group(tmp_path: Path) -> None:
    header = ("时间段", "环节", "时长")
    rows = [("一、开场", None, "10分钟"), ("20:00-20:10", "问候", None)]
    show = show_of(read(tmp_path, rows, header=header))
    assert [group.title for group in show.groups] == ["一、开场"]
    assert len(show.segments) == 1


def test_english_headers(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "Opening", "Cream", "Hello", "Wide", "Host 1"), ("Standby plans",), (None, "No sound")]
    preview = read(tmp_path, rows, header=("Time", "Segment", "Product", "Script", "Scene", "Owner"))
    show = show_of(preview)
    assert (show.segments[0].title, show.segments[0].scene, show.segments[0].person) == (
        "Opening",
        "Wide",
        "Host 1",
    )
    assert [plan.title for plan in show.standbys] == ["No sound"]


def test_blank_total_hidden_and_repeated_header_rows(tmp_path: Path) -> None:
    file = book(
        tmp_path / "专场_20261125.xlsx",
        [
            HEADER,
            ("20:00-20:05", "开场"),
            (),
            HEADER,
            ("20:05-20:10", "讲品"),
            ("20:10-20:15", "备用"),
            ("合计", "15分钟"),
        ],
    )
    from openpyxl import load_workbook

    workbook = load_workbook(file)
    workbook["流程单"].row_dimensions[6].hidden = True
    workbook.save(file)
    preview = read_sheet(file)
    assert [segment.title for segment in show_of(preview).segments] == ["开场", "讲品"]
    assert codes(preview) == [(6, "", "sheet.hidden_row")]
    ignored = [(row.row, row.notes) for row in preview.rows if row.kind is RowKind.IGNORED]
    assert ignored == [(6, ("hidden",)), (7, ("total",))]


def test_a_segment_over_several_rows(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:10", "讲品", "修护霜", "第一段"),
        (None, None, "面膜", "第二段"),
        ("20:10-20:15", "抽奖"),
    ]
    preview = read(tmp_path, rows, merge=("A2:A3", "B2:B3"))
    show = show_of(preview)
    assert len(show.segments) == 2
    assert len(show.segments[0].product_ids) == 2
    assert [line.text for line in show.segments[0].script.lines] == ["第一段", "第二段"]


def test_merged_scene_and_person_hold_for_every_row(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:05", "一", None, "只在这里", None, "双机位", "主播一"),
        ("20:05-20:10", "二"),
    ]
    show = show_of(read(tmp_path, rows, merge=("D2:D3", "F2:F3", "G2:G3")))
    assert [(segment.scene, segment.person) for segment in show.segments] == [("双机位", "主播一")] * 2
    assert show.segments[1].script.lines == ()


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("限时秒杀 · 修护霜", SegmentKind.FLASH),
        ("开场福袋", SegmentKind.DRAW),
        ("半点抽奖", SegmentKind.DRAW),
        ("满199减40券", SegmentKind.COUPON),
        ("互动游戏", SegmentKind.INTERACTION),
        ("提问解答", SegmentKind.TALK),
        ("连线老客", SegmentKind.LINK_UP),
        ("返场", SegmentKind.RETURN),
        ("开场问候", SegmentKind.OPENING),
        ("感谢与下播", SegmentKind.CLOSING),
        ("过渡", SegmentKind.TRANSITION),
        ("主题介绍", SegmentKind.TALK),
    ],
)
def test_kinds_from_titles(tmp_path: Path, title: str, kind: SegmentKind) -> None:
    assert show_of(read(tmp_path, [("20:00-20:05", title)])).segments[0].kind is kind


def test_a_segment_of_no_length_is_a_milestone(tmp_path: Path) -> None:
    assert show_of(read(tmp_path, [("20:00-20:00", "推流检查")])).segments[0].kind is SegmentKind.MILESTONE


def test_type_column_transition_end_mode_and_hard_time(tmp_path: Path) -> None:
    header = ("时间段", "环节", "类型", "转场", "结束方式", "定时", "目标", "助播话术", "话术", "备注", "状态")
    rows = [
        (
            "20:00-20:10",
            "随便聊聊",
            "抽奖",
            "淡入 400 ms",
            "自动跟随",
            None,
            "留人",
            "好的",
            "【动作】举牌\n大家好",
            "注意",
            None,
        ),
        ("20:10-20:20", "讲", "讲品", "硬切", "到 20:30", None, None, None, None, None, None),
        ("20:30-20:40", "整点", None, "淡入 2 秒", "手动", "是", None, None, None, None, None),
        ("5分钟", "加播", None, None, None, None, None, None, None, None, "跳过"),
        ("20:40-20:45", "结尾", None, None, None, "20:40", None, None, None, None, None),
    ]
    preview = read(tmp_path, rows, header=header)
    first, second, third, fourth, fifth = show_of(preview).segments
    assert first.kind is SegmentKind.DRAW
    assert first.transition == Transition(TransitionKind.FADE, 400)
    assert (first.end_mode, first.goal, first.note) == (EndMode.AUTO_FOLLOW, "留人", "注意")
    assert [(line.kind.value, line.speaker, line.text) for line in first.script.lines] == [
        ("action", "", "举牌"),
        ("speech", "", "大家好"),
        ("speech", "助播", "好的"),
    ]
    assert (second.end_mode, second.transition) == (EndMode.COUNT_TO, Transition())
    assert second.count_to == WallTime(at("2026-11-25 20:30"))
    assert hard(third) == "25 20:30"
    assert third.transition.duration_ms == 500
    assert fourth.skipped
    assert hard(fifth) == "25 20:40"
    assert codes(preview) == [(4, "D", "sheet.transition_long")]


def test_errors_name_row_column_and_reason_and_nothing_is_half_read(tmp_path: Path) -> None:
    header = ("时间段", "环节", "时长", "结束方式")
    rows = [
        ("二十点", "开场", None, None),
        (None, "讲品", None, None),
        ("20:10-20:15", None, None, None),
        ("20:15-20:20", "抽奖", "很久", None),
        ("20:20-20:25", "返场", None, "看情况"),
    ]
    preview = read(tmp_path, rows, header=header)
    assert preview.show is None
    assert [(p.row, p.column, p.header, p.code) for p in preview.errors] == [
        (2, "A", "时间段", "sheet.time_unreadable"),
        (3, "A", "时间段", "sheet.no_time"),
        (4, "B", "环节", "sheet.no_title"),
        (5, "C", "时长", "sheet.duration_unreadable"),
        (6, "D", "结束方式", "sheet.end_mode_unknown"),
    ]
    assert all(problem.severity is Severity.ERROR for problem in preview.errors)
    assert preview.errors[0].params["value"] == "二十点"


def test_columns_by_their_aliases(tmp_path: Path) -> None:
    header = ("NO.", "时 段", "流程", "产品", "主播口播", "福利", "OBS场景", "人员", "后台操作", "板块", "天气")
    rows = [(1, "20：00－20：05", "开场", "面膜", "你好", "红包", "全景", "主播一", "上链接", "一", "晴")]
    preview = read(tmp_path, rows, header=header)
    segment = show_of(preview).segments[0]
    assert (segment.scene, segment.person, segment.interaction) == ("全景", "主播一", "红包")
    assert segment.cues[0].action.value == "list"
    assert codes(preview) == [(1, "K", "sheet.unknown_column"), (2, "D", "sheet.product_bare")]


def test_a_header_of_two_rows(tmp_path: Path) -> None:
    rows: list[tuple[Any, ...]] = [
        ("时间段", "环节", "话术", None),
        (None, None, "主播话术", "助播话术"),
        ("20:00-20:05", "开场", "大家好", "好"),
    ]
    show = show_of(read(tmp_path, rows, header=None, merge=("A1:A2", "B1:B2", "C1:D1")))
    assert [(line.speaker, line.text) for line in show.segments[0].script.lines] == [
        ("", "大家好"),
        ("助播", "好"),
    ]


def test_markup_and_formulas(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:05", "<b>开场</b>", None, "=1+1", None, "'=全景")])
    show = show_of(preview)
    assert show.segments[0].title == "<b>开场</b>"
    assert show.segments[0].script.lines == ()
    assert show.segments[0].scene == "=全景"
    assert codes(preview) == [(2, "D", "sheet.formula_empty")]
    assert problems(preview)[0].params == {"cell": "D2"}


CELL = st.one_of(
    st.none(),
    st.integers(-5, 10**17),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.datetimes(at("1990-01-01 00:00"), at("2050-01-01 00:00")),
    st.times(),
    st.timedeltas(timedelta(0), timedelta(days=3)),
    st.sampled_from(
        [
            "20:00-20:05",
            "5分钟",
            "次日00:10",
            "应急预案",
            "合计",
            "自动",
            "到 20:30",
            "+30秒 上架",
            "3号链接",
            "一、二",
        ]
    ),
    st.text(
        st.characters(min_codepoint=32, exclude_categories=["Cs"], exclude_characters="\ufffe\uffff"), max_size=20
    ),
)


@settings(max_examples=120, deadline=None)
@given(st.lists(st.lists(CELL, min_size=1, max_size=8), max_size=8), st.booleans())
def test_no_content_raises_anything_but_a_user_error(
    tmp_path_factory: Any, rows: list[list[Any]], named: bool
) -> None:
    folder = tmp_path_factory.getbasetemp()
    header = ("时间段", "环节", "商品", "话术", "结束方式", "中控动作", "定时", "时长")
    sheets = {
        "商品": [("链接号", "商品名称", "直播价", "库存"), *rows],
        "检查表": [("分组", "检查项", "提前"), *rows],
    }
    try:
        preview = read(
            folder, rows, header=header, file="任意_20261125.xlsx" if named else "任意.xlsx", sheets=sheets
        )
    except UserError:
        return
    assert preview.show is None or not preview.errors


@pytest.mark.parametrize("said", ["倒计时", " 倒计时 ", "倒计时到"])
def test_a_count_to_may_wait_for_its_time(tmp_path: Path, said: str) -> None:
    preview = read(tmp_path, [("20:00-20:05", "开场", said)], header=("时间段", "环节", "结束方式"))
    (segment,) = show_of(preview).segments
    assert (segment.end_mode, segment.count_to, segment.duration_ms) == (EndMode.COUNT_TO, None, 300_000)
