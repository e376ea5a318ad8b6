"""Columns of a team's own sheet beside the usual ones: prices, stock, plans in a row, and unknown ones."""

from __future__ import annotations

from pathlib import Path

from import_books import codes, problems, read, show_of

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
        (3, "D", "sheet.price_of_many"),
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
    assert codes(preview) == []


def test_unknown_columns_are_named_in_one_warning(tmp_path: Path) -> None:
    preview = read(tmp_path, [("20:00-20:05", "开场", "晴", "二楼")], header=("时间段", "环节", "天气", "楼层"))
    assert codes(preview) == [(1, "C、D", "sheet.unknown_column")]
    assert problems(preview)[0].params["value"] == "天气、楼层"
