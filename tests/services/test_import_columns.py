"""Columns of a team's own sheet beside the usual ones: prices, stock, plans in a row, and unknown ones."""

from __future__ import annotations

from pathlib import Path

from import_books import codes, problems, read, show_of

from livedesk.domain.clock import MINUTE

HEADER = ("时间段", "环节", "商品", "直播价", "日常价", "库存", "应急预案")


def test_prices_and_stock_of_the_main_sheet_are_the_products(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:05", "开场", None, None, None, None, None),
        ("20:05-20:10", "讲品", "面膜", 59, "¥99", "500件", None),
        ("20:10-20:20", "对比", "洁面\n精华", "39\n129.5", None, "不限\n300", None),
        (None, None, "眼霜", 159, None, None, None),
        ("20:20-20:25", "返场", "面膜", "59", None, None, None),
    ]
    preview = read(tmp_path, rows, header=HEADER)
    found = {item.name: (item.live_price, item.list_price, item.stock) for item in show_of(preview).products}
    assert found == {
        "面膜": (5900, 9900, 500),
        "洁面": (3900, None, None),
        "精华": (12950, None, 300),
        "眼霜": (15900, None, None),
    }
    assert codes(preview) == []


def test_prices_that_cannot_be_taken_are_warned_of_and_left_out(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:05", "讲品", "面膜", "到场揭晓", None, "很多", None),
        ("20:05-20:10", "讲品", "洁面、精华", "39", None, None, None),
        ("20:10-20:15", "讲品", "眼霜", 159, None, None, None),
        ("20:15-20:20", "返场", "眼霜", 149, None, None, None),
    ]
    preview = read(tmp_path, rows, header=HEADER)
    assert codes(preview) == [
        (2, "D", "money.unreadable"),
        (2, "F", "sheet.count_unreadable"),
        (2, "C", "sheet.product_bare"),
        (3, "D", "sheet.price_of_many"),
        (3, "C", "sheet.product_bare"),
        (5, "D", "sheet.price_differs"),
    ]
    assert not preview.errors
    assert [item.live_price for item in show_of(preview).products] == [None, None, None, 15900]


def test_a_sheet_of_products_goes_before_the_main_sheet(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "讲品", "面膜", 59, None, None, None), ("5分钟", "返场", "面膜", 49, None, None, None)]
    sheets = {"商品": [("商品名称", "直播价"), ("面膜", 69)]}
    preview = read(tmp_path, rows, header=HEADER, sheets=sheets)
    assert [item.live_price for item in show_of(preview).products] == [6900]
    assert codes(preview) == [(1, "D", "sheet.column_of_products")]


def test_a_plan_in_a_row_is_what_its_segment_falls_back_on(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:05", "开场", None, None, None, None, "断流切备用机位"),
        ("20:05-20:10", "讲品", "面膜", None, None, None, "无"),
        (None, None, None, None, None, None, "备用样品在左手边"),
    ]
    preview = read(tmp_path, rows, header=HEADER)
    show = show_of(preview)
    assert [item.fallback for item in show.segments] == ["断流切备用机位", "备用样品在左手边"]
    assert [item.note for item in show.segments] == ["", ""]
    assert show.standbys == ()
    assert codes(preview) == [(3, "C", "sheet.product_bare")]


def test_unknown_columns_are_named_in_one_warning(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:05", "开场", "晴", "二楼")], header=("时间段", "环节", "天气", "楼层"))
    assert codes(preview) == [(1, "C、D", "sheet.unknown_column")]
    assert problems(preview)[0].params["value"] == "天气、楼层"


def test_a_product_that_nobody_described_is_told(tmp_path: Path) -> None:
    rows = [
        ("20:00-20:05", "讲品", "3号、面膜", None, None, None, None),
        ("20:05-20:10", "讲品", "洁面", 39, None, None, None),
        ("20:10-20:15", "返场", "面膜", None, None, None, None),
    ]
    preview = read(tmp_path, rows, header=HEADER)
    assert [(found.row, found.column, found.code, found.params) for found in problems(preview)] == [
        (2, "C", "sheet.product_bare", {"names": "3号链接、面膜"})
    ]
    assert not preview.errors


def test_a_column_each_for_yellow_and_red_and_for_skipped(tmp_path: Path) -> None:
    header = ("时间段", "环节", "剩余变黄", "剩余变红（秒）", "跳过")
    rows = [
        ("20:00-20:05", "开场", "1分钟", 15, "是"),
        ("20:05-20:10", "讲品", "00:00:30", "-", "否"),
        ("20:10-20:15", "抽奖", None, 0, "√"),
        ("20:15-20:20", "返场", "快了", None, "看情况"),
        ("20:20-20:25", "收尾", None, None, "不跳过"),
    ]
    preview = read(tmp_path, rows, header=header)
    segments = show_of(preview).segments
    assert [(item.warn_ms, item.alarm_ms) for item in segments] == [
        (MINUTE, 15_000),
        (30_000, None),
        (None, 0),
        (None, None),
        (None, None),
    ]
    assert [item.skipped for item in segments] == [True, False, True, False, False]
    assert [item.note for item in segments] == ["", "", "", "跳过：看情况\n剩余变黄：快了", "跳过：不跳过"]
    assert codes(preview) == [
        (5, "E", "sheet.yes_no"),
        (5, "C", "sheet.duration_unreadable"),
        (6, "E", "sheet.yes_no"),
    ]
    assert not preview.errors
    assert {"warn_ms", "alarm_ms", "skipped"} <= preview.carries.segment


def test_a_column_of_its_own_goes_before_the_reminder(tmp_path: Path) -> None:
    header = ("时间段", "环节", "提醒", "变黄", "状态", "跳过")
    rows = [
        ("20:00-20:05", "开场", "剩01:00黄 00:15红", "02:00", "跳过", ""),
        ("20:00-20:05", "讲品", "", "", "", ""),
    ]
    segment, _ = show_of(read(tmp_path, rows, header=header)).segments
    assert (segment.warn_ms, segment.alarm_ms, segment.skipped) == (2 * MINUTE, 15_000, True)
