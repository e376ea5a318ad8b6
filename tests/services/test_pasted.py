"""Rows of a spreadsheet on the clipboard: read into segments, and written so that they are read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import count

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from import_books import at
from show_strategies import awkward, shows

from livedesk.domain.clipping import paste
from livedesk.domain.clock import MINUTE, WallTime
from livedesk.domain.edits import apply
from livedesk.domain.errors import UserError
from livedesk.domain.product import Product
from livedesk.domain.rundown import PANIC_SCENE, EndMode, Group, Segment, SegmentKind, Show, Standby, StandbyMode
from livedesk.domain.script import script_text
from livedesk.services.exporters.pasted_rows import write_rows
from livedesk.services.importers.pasted import MAX_TEXT, UNSAID, Pasted, read_pasted
from livedesk.services.mappings import NOTE, FieldMapping

SHOW = Show(
    "show",
    "夜场",
    "Asia/Shanghai",
    WallTime(at("2026-11-25 20:00")),
    groups=(Group("g1", "讲品"),),
    segments=(
        Segment("s1", "开场", SegmentKind.OPENING, 5 * MINUTE, scene="开场全景", person="主播一"),
        Segment("s2", "讲品 面霜", SegmentKind.PRODUCT, 5 * MINUTE, group_id="g1", product_ids=("p7",)),
    ),
    products=(Product("p7", "修护面霜", 1, live_price=19900), Product("p9", "洁面乳", 2)),
)


def tsv(*rows: Sequence[str]) -> str:
    return "\r\n".join("\t".join(row) for row in rows) + "\r\n"


def codes(found: Pasted) -> list[tuple[int, str, str]]:
    return [(problem.row, problem.column, problem.code) for problem in found.problems]


def test_rows_under_a_heading_are_read_as_a_sheet_is() -> None:
    text = tsv(
        ("时间段", "环节", "类型", "商品", "话术", "助播", "负责岗位", "提醒", "预案"),
        (
            "20:05-20:10",
            "面霜讲解",
            "讲品",
            "修护面霜",
            '"大家好\n助播：好"',
            "",
            "场控",
            "剩01:00黄 00:15红",
            "换款",
        ),
        ("20:10-20:12", "抽奖", "抽奖", "3号链接 面膜", '"说""好"""', "", "", "", ""),
    )
    found = read_pasted(text, SHOW)
    first, second = found.segments
    assert (first.title, first.kind, first.duration_ms) == ("面霜讲解", SegmentKind.PRODUCT, 5 * MINUTE)
    assert script_text(first.script) == "大家好\n助播：好"
    assert (first.owner, first.warn_ms, first.alarm_ms, first.fallback) == ("场控", MINUTE, 15_000, "换款")
    assert script_text(second.script) == '说"好"'
    assert first.product_ids == ("p7",), "the show's own product"
    assert [(item.id, item.name) for item in found.products] == [("p7", "修护面霜"), ("pasted-3", "面膜")]
    assert codes(found) == [(3, "D", "sheet.product_new")]


def test_rows_without_a_heading_are_told_by_their_content() -> None:
    text = tsv(
        (
            "01",
            "20:05-20:10",
            "面霜讲解",
            "讲品",
            "修护面霜",
            "开场全景",
            "主播一",
            "大家好，今天先看这一款修护面霜，真的很好用",
            "晴",
        ),
        ("02", "20:10-20:12", "互动一下", "互动", "洁面乳", "开场全景", "主播二", "扣一扣一", "多云"),
    )
    found = read_pasted(text, SHOW)
    first = found.segments[0]
    assert (first.title, first.kind, first.scene, first.person) == (
        "面霜讲解",
        SegmentKind.PRODUCT,
        "开场全景",
        "主播一",
    )
    assert first.product_ids == ("p7",)
    assert [item.duration_ms for item in found.segments] == [5 * MINUTE, 2 * MINUTE]
    assert [item.note for item in found.segments] == ["晴", "多云"]
    assert first.script.lines[0].text.startswith("大家好，今天")
    (said,) = found.problems
    assert said.code == "paste.columns_inferred"
    assert said.params["columns"] == (
        "A 序号、B 时间段、C 环节、D 类型、E 商品、F 画面/场景、G 负责人、H 话术、I 备注"
    )


@pytest.mark.parametrize(
    ("rows", "titles", "minutes"),
    [
        ([("开场", "5分钟"), ("讲品", "8")], ["开场", "讲品"], [5, 8]),
        ([("5", "开场"), ("8", "讲品")], ["开场", "讲品"], [5, 8]),
        ([("1", "开场", "00:05:00"), ("2", "讲品", "00:08:00")], ["开场", "讲品"], [5, 8]),
        ([("19:30", "开场"), ("19:40", "收尾")], ["开场", "收尾"], [10, 0]),
        ([("开场",), ("讲品",)], ["开场", "讲品"], [1, 1]),
        ([("开场", "5:00"), ("讲品", "3:00")], ["开场", "讲品"], [5, 3]),
        ([("开场", "5:00"), ("讲品", "5:75"), ("收尾", "3:00")], ["开场", "讲品", "收尾"], [5, 1, 3]),
        ([("23:50", "开场"), ("00:10", "收尾")], ["开场", "收尾"], [20, 0]),
    ],
)
def test_short_rows(rows: list[tuple[str, ...]], titles: list[str], minutes: list[int]) -> None:
    found = read_pasted(tsv(*rows), SHOW)
    assert [item.title for item in found.segments] == titles
    assert [item.duration_ms // MINUTE for item in found.segments] == minutes


def test_titles_alone_get_a_minute_and_that_is_said() -> None:
    found = read_pasted("开场问候\n聊聊天", SHOW)
    assert [item.duration_ms for item in found.segments] == [UNSAID, UNSAID]
    assert SegmentKind.MILESTONE not in {item.kind for item in found.segments}
    assert [problem.code for problem in found.problems] == ["paste.columns_inferred", "paste.no_lengths"]


def test_what_cannot_be_read_is_told_and_stays_in_the_note() -> None:
    text = tsv(
        ("环节", "时长", "天气", "直播价", "商品", "提醒", "备注"),
        ("开场", "很久", "晴", "", "", "快点", "小心"),
        ("讲品", "5分钟", "", "99", "修护面霜", "", ""),
        ("备注：散场后清点",),
    )
    found = read_pasted(text, SHOW)
    assert codes(found) == [
        (1, "C", "paste.column_noted"),
        (1, "D", "sheet.column_of_products"),
        (2, "B", "sheet.duration_unreadable"),
        (2, "F", "sheet.alerts_unreadable"),
        (4, "B", "sheet.no_time"),
    ]
    assert found.segments[0].note == "小心\n提醒：快点\n天气：晴\n时长：很久"
    assert found.segments[0].duration_ms == UNSAID
    assert found.segments[1].note == "直播价：99"
    assert found.segments[2].title == "备注：散场后清点"


def test_rows_that_are_no_segments_are_told() -> None:
    text = tsv(
        ("序号", "环节", "时长"),
        ("1", "开场", "5分钟"),
        ("合计", "", "5分钟"),
        ("应急预案", "", ""),
        ("2", "断货", "1分钟"),
    )
    found = read_pasted(text, SHOW)
    assert [item.title for item in found.segments] == ["开场"]
    assert codes(found) == [(3, "", "paste.row_left_out")]
    assert [one.title for one in found.standbys] == ["断货"]
    assert found.segments[0].note == "合计 5分钟"


def test_a_mapping_that_a_person_made_counts_here_too() -> None:
    headings = ("名堂", "多久", "天气")
    mapping = FieldMapping(headings, {"名堂": "title", "多久": "duration", "天气": NOTE})
    text = tsv(headings, ("开场", "5分钟", "晴"))
    found = read_pasted(text, SHOW, {mapping.signature: mapping})
    (segment,) = found.segments
    assert (segment.title, segment.duration_ms, segment.note) == ("开场", 5 * MINUTE, "天气：晴")
    assert found.problems == ()


def test_groups_of_the_show_are_used_and_new_ones_come_along() -> None:
    known = read_pasted(tsv(("阶段", "环节", "时长"), ("讲品", "甲", "5")), SHOW)
    assert (known.groups, known.clipping.whole) == ((Group("g1", "讲品"),), False)
    new = read_pasted(tsv(("阶段", "环节", "时长"), ("讲品", "甲", "5"), ("返场", "乙", "5")), SHOW)
    assert ([group.title for group in new.groups], new.clipping.whole) == (["讲品", "返场"], True)


def test_a_clipping_of_rows_is_put_into_the_show() -> None:
    text = tsv(("环节", "时长", "商品"), ("甲", "5", "洁面乳"), ("乙", "3", "眼霜"))
    ids = (f"new{number}" for number in count())
    edit, placed = paste(SHOW, read_pasted(text, SHOW).clipping, 1, "g1", lambda: next(ids))
    assert edit is not None
    after, _ = apply(SHOW, edit)
    assert [item.title for item in after.segments] == ["开场", "甲", "乙", "讲品 面霜"]
    assert after.segments[1].product_ids == ("p9",)
    assert after.segment(placed[1]) is after.segments[2]
    assert [item.name for item in after.products] == ["修护面霜", "洁面乳", "眼霜"]


def test_nothing_and_too_much() -> None:
    for text in (" \n\t\n", "\t-", "—\n无"):
        assert codes(read_pasted(text, SHOW)) == [(0, "", "paste.empty")]
    (word,) = read_pasted("环节", SHOW).segments
    assert word.title == "环节", "a heading over nothing is no heading"
    with pytest.raises(UserError) as raised:
        read_pasted("x" * (MAX_TEXT + 1), SHOW)
    assert raised.value.code == "paste.too_large"


@settings(max_examples=150, deadline=None)
@given(st.text(st.sampled_from("\t\r\n\"'=5分钟环节时长:20-、讲品,应急预案合计 "), max_size=80))
def test_any_text_is_read_or_refused_with_a_reason(text: str) -> None:
    try:
        found = read_pasted(text, SHOW)
    except UserError:
        return
    assert found.segments or found.groups or found.standbys or found.problems


@settings(max_examples=60, deadline=None)
@given(shows(), st.data())
def test_rows_that_were_written_are_read_back(show: Show, data: st.DataObject) -> None:
    ids = [item.id for item in show.segments]
    chosen = data.draw(st.sets(st.sampled_from(ids), min_size=1))
    text = write_rows(show, chosen)
    found = read_pasted(text, show)
    assert found.problems == ()
    wanted = [item for item in show.segments if item.id in chosen]
    assert [plain(item) for item in found.segments] == [plain(item) for item in wanted]
    left = replace(show, segments=tuple(item for item in show.segments if item.id not in chosen))
    edit, ids = paste(left, found.clipping, 0, "", (f"new{number}" for number in count()).__next__)
    assert edit is not None
    made = apply(left, edit)[0].segments[: len(ids)]
    fixed = [(item.hard_start, item.count_to, item.end_mode) for item in wanted]
    assert [(item.hard_start, item.count_to, item.end_mode) for item in made] == fixed


def plain(segment: Segment) -> Segment:
    """The segment without the ids that a reading makes anew."""
    cues = tuple(replace(cue, id="") for cue in segment.cues)
    return replace(segment, id="", cues=cues)


@settings(max_examples=60, deadline=None)
@given(awkward())
def test_no_cell_that_was_written_is_a_formula(text: str) -> None:
    show = replace(SHOW, segments=(replace(SHOW.segments[0], interaction=text, title=f"a{text}"),))
    written = write_rows(show, ["s1"])
    (segment,) = read_pasted(written, show).segments
    assert segment.interaction == text
    cells = [cell for row in csv.reader(io.StringIO(written, newline=""), delimiter="\t") for cell in row]
    assert [cell for cell in cells if cell[:1] in tuple("=+-@")] == []


def test_fixed_times_keep_their_date() -> None:
    hard = WallTime(at("2026-11-26 00:30"))
    counting = Segment(
        "s3",
        "倒数",
        SegmentKind.TALK,
        MINUTE,
        hard_start=hard,
        end_mode=EndMode.COUNT_TO,
        count_to=WallTime(hard.local + timedelta(minutes=20)),
    )
    show = replace(SHOW, segments=(*SHOW.segments, counting))
    (segment,) = read_pasted(write_rows(show, ["s3"]), show).segments
    assert (segment.hard_start, segment.count_to, segment.duration_ms) == (hard, counting.count_to, MINUTE)


def test_standby_plans_are_written_as_the_section_of_a_sheet_and_come_back() -> None:
    plans = (
        Standby("b1", "断流", "紧急画面", StandbyMode.REPLACE, 90_000, "断网超过 5 秒", "场控", panic=True),
        Standby("b2", "=断货", ""),
    )
    show = replace(SHOW, standbys=plans)
    written = write_rows(show, ["b1", "b2"])
    heading, section, *rows = csv.reader(io.StringIO(written, newline=""), delimiter="\t")
    cells = [dict(zip(heading, row, strict=True)) for row in rows]
    assert section == ["应急预案"]
    first = {
        "环节": "断流",
        "类型": "替换·紧急",
        "时间段": "00:01:30",
        "画面/场景": "紧急画面",
        "备注": "断网超过 5 秒",
    }
    assert first.items() <= cells[0].items()
    assert (cells[1]["类型"], cells[1]["环节"][:1] == "=") == ("暂停", False)
    for ids, segments in ((["b1", "b2"], 0), (["s1", "b1", "b2"], 1)):
        found = read_pasted(write_rows(show, ids), SHOW)
        assert len(found.segments) == segments
        assert found.standbys == plans
        assert found.problems == ()
    assert "应急预案" not in write_rows(show, ["s1"])


def test_the_panic_key_stays_with_the_plan_that_the_show_has_for_it() -> None:
    text = tsv(
        ("序号", "环节", "时长"), ("应急预案", "", ""), ("1", "紧急画面", "1分钟"), ("2. 断货：换下一款", "", "")
    )
    found = read_pasted(text, SHOW)
    assert [(one.title, one.panic, one.scene) for one in found.standbys] == [
        ("紧急画面", True, PANIC_SCENE),
        ("断货", False, ""),
    ]
    assert codes(found) == [(0, "", "sheet.panic_scene")]
    marked = replace(SHOW, standbys=(Standby("b", "黑场", "黑", panic=True),))
    found = read_pasted(text, marked)
    assert [(one.panic, one.scene) for one in found.standbys] == [(False, ""), (False, "")]
    assert found.problems == ()


FIXED = ("时间段", "环节", "定时", "编号", "序号")


def test_what_rows_fix_is_fixed_in_the_show() -> None:
    found = read_pasted(
        tsv(FIXED, ("23:30-23:40", "定点环节", "√", "04A", "1"), ("23:45-23:50", "后", "", "", "2")), SHOW
    )
    edit, _ = paste(SHOW, found.clipping, 2, "", (f"new{number}" for number in count()).__next__)
    assert edit is not None
    after, _ = apply(SHOW, edit)
    made = after.segments[2:]
    assert [item.hard_start for item in made] == [
        WallTime(at("2026-11-25 23:30")),
        WallTime(at("2026-11-25 23:45")),
    ]
    assert [item.number for item in made] == ["04A", ""]
    assert found.problems == ()


@pytest.mark.parametrize(("tick", "day"), [("√", "2026-11-26"), ("", None), ("00:30", "2026-11-26")])
def test_the_first_row_fixes_only_what_it_says_and_on_the_right_day(tick: str, day: str | None) -> None:
    night = replace(SHOW, planned_start=WallTime(at("2026-11-25 22:00")))
    rows = (FIXED, ("00:30-00:40", "甲", tick, "", ""), ("00:50-01:00", "乙", "", "", ""))
    first, second = read_pasted(tsv(*rows), night).segments
    assert first.hard_start == (None if day is None else WallTime(at(f"{day} 00:30")))
    assert second.hard_start == WallTime(at("2026-11-26 00:50"))
    early = read_pasted(tsv(FIXED, ("21:30-21:40", "甲", "", "", "")), night)
    assert (early.segments[0].hard_start, early.problems) == (None, ())


def test_one_bad_time_makes_no_title_of_the_times() -> None:
    found = read_pasted(tsv(("20:00", "开场"), ("25:99", "面膜"), ("20:20", "收尾")), SHOW)
    assert [item.title for item in found.segments] == ["开场", "面膜", "收尾"]
    assert (2, "A", "sheet.time_unreadable") in codes(found)
    assert [item.note for item in found.segments] == ["20:00", "25:99", ""]
    assert [item.duration_ms for item in found.segments] == [UNSAID, UNSAID, 0]
    assert (1, "A", "sheet.no_duration") in codes(found)
    other = read_pasted(tsv(("5:75", "开场"), ("25:99", "面膜"), ("20:20", "收尾")), SHOW)
    assert other.segments[0].title == "5:75", "most of them are none"


def test_a_product_that_nobody_described_is_told_and_no_note() -> None:
    rows = tsv(("环节", "商品", "时长"), ("讲", "3号", "5分钟"))
    bare = read_pasted(rows, replace(SHOW, products=(), segments=()))
    assert codes(bare) == [(2, "B", "sheet.product_bare")]
    assert [(item.note, [one.name for one in bare.products]) for item in bare.segments] == [("", ["3号链接"])]
    assert codes(read_pasted(rows, SHOW)) == [(2, "B", "sheet.link_unknown")]
