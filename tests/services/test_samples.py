"""The sample show holds what it promises, read here without the program's own readers; it is built alike again."""

from __future__ import annotations

import csv
import json
import os
import re
import struct
import subprocess
import sys
from collections import Counter
from datetime import datetime, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from openpyxl import load_workbook
from PySide6.QtGui import QImage

from livedesk.domain.rundown import ConsoleAction
from livedesk.services.importers.sheet import read_sheet
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recording

ROOT = Path(__file__).parents[2]
MIDNIGHT = datetime(2026, 11, 25)  # noqa: DTZ001  the sheet's and the file's times have no zone
SAMPLES = ROOT / "resources" / "samples"
SHEET = SAMPLES / "秋冬护肤专场_20261125_主播一.xlsx"
SILENT = re.compile("过渡")
PROBES = {
    "obs.connected",
    "obs.scenes",
    "obs.files",
    "obs.fps",
    "obs.dropped",
    "disk.free",
    "feed.alive",
    "prompter.attached",
    "database.saved",
}
MARK = re.compile(r"【[^】]+】")
Row = dict[str, Any]


def _table(name: str) -> list[Row]:
    sheet = load_workbook(SHEET)[name]
    header, *rows = sheet.iter_rows(values_only=True)
    return [dict(zip(header, row, strict=True)) for row in rows]


@pytest.fixture(scope="module")
def rundown() -> tuple[list[Row], list[Row]]:
    """The rows of 流程单: segments, and what stands under 应急预案."""
    sheet = load_workbook(SHEET)["流程单"]
    rows = list(sheet.iter_rows(values_only=True))
    header = rows[2]
    below = next(at for at, row in enumerate(rows) if str(row[0] or "").startswith("应急预案"))
    named = [dict(zip(header, row, strict=True)) for row in rows]
    return named[3:below], named[below + 1 :]


@pytest.fixture(scope="module")
def orders() -> list[Row]:
    """The rows of the order file."""
    with (SAMPLES / "orders.csv").open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _minutes(clock: str) -> int:
    hours, minutes = clock.split(":")
    return int(hours) * 60 + int(minutes)


def test_the_segments_and_their_gaps_fill_two_hours(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, _ = rundown
    slots = [tuple(_minutes(part) for part in row["时间段"].split("-")) for row in segments]
    assert len(segments) >= 24
    assert [row["序号"] for row in segments] == list(range(1, len(segments) + 1))
    assert all(start < end for start, end in slots)
    gaps = {after[0]: after[0] - before[1] for before, after in pairwise(slots) if after[0] != before[1]}
    assert gaps == {21 * 60: 1, 21 * 60 + 30: 2}
    assert sum(end - start for start, end in slots) + sum(gaps.values()) == 120
    assert (slots[0][0], slots[-1][1]) == (20 * 60, 22 * 60)
    assert [row["序号"] for row in segments if row["结束方式"] == "自动跟随"] == [10, 16, 20]


def test_the_groups_are_merged_cells_and_the_title_rows_name_the_show() -> None:
    sheet = load_workbook(SHEET)["流程单"]
    merged = [area for area in sheet.merged_cells.ranges if area.min_col == area.max_col == 1]
    assert 3 <= len(merged) <= 5
    assert sheet["A1"].value == "秋冬护肤专场"
    titles = " ".join(str(cell.value) for cell in sheet[2] if cell.value)
    assert "2026年11月25日" in titles
    assert "20:00" in titles
    assert "主播一" in titles


def test_every_talking_segment_has_a_script_of_200_to_500_characters(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, _ = rundown
    talking = [row for row in segments if not SILENT.search(row["类型"])]
    assert len(talking) == len(segments) - 1
    for row in talking:
        whole = "".join(row["话术"].split())
        said = "".join(line for line in row["话术"].splitlines() if not line.startswith("【动作】"))
        assert len(whole) <= 500, row["环节"]
        assert len(MARK.sub("", "".join(said.split()))) >= 200, row["环节"]
        assert row["助播话术"].startswith("助播一："), row["环节"]
    marks = {mark for row in talking for mark in MARK.findall(row["话术"])}
    assert {"【动作】", "【互动】", "【促销】", "【福利】", "【报价】"} <= marks


def test_every_script_can_be_said_in_its_time(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, _ = rundown
    for row in segments:
        begin, end = (_minutes(part) for part in row["时间段"].split("-"))
        lines = [line for line in (row["话术"] or "").splitlines() if not line.startswith("【动作】")]
        spoken = MARK.sub("", "".join("".join(lines).split()))
        assert len(spoken) / 4 < (end - begin) * 60, row["环节"]


def test_a_variable_is_used_only_where_the_product_has_a_value_for_it(
    rundown: tuple[list[Row], list[Row]],
) -> None:
    segments, _ = rundown
    products = {row["商品名称"]: row for row in _table("商品")}
    used = Counter[str]()
    for row in segments:
        for name in re.findall(r"\{\{(.+?)\}\}", row["话术"] or ""):
            first = row["商品"].splitlines()[0]
            assert products[first][name] not in (None, ""), (row["环节"], name)
            used[name] += 1
    assert set(used) == {"直播价", "日常价", "赠品", "库存"}


def test_the_forbidden_superlative_stands_once_and_no_other_does(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, standbys = rundown
    said = "\n".join(row[name] or "" for row in segments + standbys for name in ("话术", "助播话术", "互动/福利"))
    assert said.count("全网最低") == 1
    forbidden = (
        "国家级|最高级|最佳|最好|最便宜|最后一批|第一品牌|顶级|独家|治疗|根治|药用|永久|百分之百|100%|加微信|微信"
    )
    assert not re.findall(forbidden, said)


def test_sixteen_products_have_pictures_and_are_all_presented(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, _ = rundown
    products = _table("商品")
    assert [row["链接号"] for row in products] == list(range(1, 17))
    presented = {name for row in segments for name in (row["商品"] or "").splitlines()}
    assert presented == {row["商品名称"] for row in products}
    for row in products:
        data = (SAMPLES / row["图片"]).read_bytes()
        assert data.startswith(b"\x89PNG")
        assert struct.unpack(">II", data[16:24]) == (600, 600)
        assert row["成本"] < row["到手价"] <= row["直播价"] < row["日常价"]
    assert len({(SAMPLES / row["图片"]).read_bytes() for row in products}) == 16
    assert sum(file.stat().st_size for file in (SAMPLES / "media").iterdir()) < 2_500_000


def test_promotions_standbys_and_checks_are_complete(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, standbys = rundown
    promotions = _table("促销")
    assert len(promotions) >= 5
    assert all(row["随环节"] in {segment["序号"] for segment in segments} for row in promotions)
    titles = [row["环节"] for row in standbys]
    assert {"断网", "断货", "口误更正", "设备故障", "冷场", "违规警告", "紧急画面"} <= set(titles)
    assert all(
        row["类型"] in ("暂停", "替换") and row["备注"] and row["话术"] and row["负责人"] for row in standbys
    )
    checks = _table("检查表")
    assert len(checks) == 39
    groups = ["摄像", "音频", "灯光", "OBS 与网络", "道具与样品", "商品与价格", "账号与权限", "人员"]
    assert list(dict.fromkeys(row["分组"] for row in checks)) == groups
    probes = {row["自动检测"] for row in checks if row["自动检测"]}
    assert probes == PROBES
    assert len({row["方法"] for row in checks}) == 39
    assert all(12 <= len(row["方法"]) <= 45 for row in checks)


def test_the_scene_collection_has_exactly_the_scenes_of_the_sheet(rundown: tuple[list[Row], list[Row]]) -> None:
    segments, standbys = rundown
    used = {row["画面/场景"] for row in segments + standbys}
    collection = json.loads((SAMPLES / "obs" / "livedesk.json").read_text(encoding="utf-8"))
    assert len(used) == 9
    assert {entry["name"] for entry in collection["scene_order"]} == used
    sources = {source["name"]: source for source in collection["sources"]}
    assert len(sources) == len(collection["sources"])
    scenes = [source for source in sources.values() if source["id"] == "scene"]
    backgrounds = [sources[scene["settings"]["items"][0]["name"]]["settings"]["color"] for scene in scenes]
    assert len(set(backgrounds)) == 9
    for scene in scenes:
        assert all(item["name"] in sources for item in scene["settings"]["items"])
    for name in ("商品名称", "直播价", "日常价", "库存", "促销"):
        assert sources[name]["versioned_id"] == "text_ft2_source_v2"
        assert sum(name in {item["name"] for item in scene["settings"]["items"]} for scene in scenes) >= 3


def test_every_line_of_the_feed_is_a_message_of_the_relay() -> None:
    kinds = Counter[int]()
    ids = set()
    online: list[int] = []
    views: list[int] = []
    instants: list[datetime] = []
    with (SAMPLES / "feed.jsonl").open(encoding="utf-8") as file:
        for line in file:
            record = json.loads(line)
            envelope = json.loads(record["message"])
            data = json.loads(envelope["Data"])
            instants.append(datetime.fromisoformat(record["received"]))
            kinds[envelope["Type"]] += 1
            ids.add(data["MsgId"])
            if data["User"] is not None:
                assert re.fullmatch(r"观众\d{4}", data["User"]["Nickname"])
            if envelope["Type"] == 6:
                online.append(data["OnlineUserCount"])
                views.append(data["TotalUserCount"])
    assert set(kinds) == set(range(1, 10))
    assert kinds[9] == 1
    assert len(ids) == kinds.total() > 10_000
    assert instants == sorted(instants)
    start = datetime.fromisoformat("2026-11-25T20:00:00+08:00")
    assert start - timedelta(minutes=2) <= instants[0] < start
    assert timedelta(hours=2) < instants[-1] - start < timedelta(hours=2, minutes=2)
    assert views == sorted(views)
    assert 3_300 <= max(online) <= 3_700
    assert online[0] < 600
    assert (SAMPLES / "feed.jsonl").stat().st_size <= 8_000_000


def _fen(cell: str) -> int:
    return int(Decimal(cell.replace(",", "")) * 100)


def test_the_order_file_is_in_the_shops_format(orders: list[Row]) -> None:
    raw = (SAMPLES / "orders.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    raw.decode("utf-8-sig").encode("gb18030")
    assert all(re.fullmatch(r"\t6917\d{15}", row["主订单编号"]) for row in orders)
    assert len({row["子订单编号"] for row in orders}) == len(orders)
    assert all(row[name].startswith("##") for row in orders for name in ("收件人", "收件人手机号", "详细地址"))
    assert any("," in row["商品金额"] for row in orders)
    assert any(";" in row["商品数量"] for row in orders)
    assert {"已发货", "待发货", "已关闭"} <= {row["订单状态"] for row in orders}
    assert {"-", "退款成功"} == {row["售后状态"] for row in orders}
    for row in orders:
        given = sum(_fen(row[f"{who}实际承担优惠金额"]) for who in ("平台", "商家", "达人"))
        assert _fen(row["订单应付金额"]) == _fen(row["商品金额"]) - given


def test_the_orders_add_up_and_belong_to_the_products_of_the_sheet(orders: list[Row]) -> None:
    products = {str(row["商品ID"]): row for row in _table("商品")}
    paid = [row for row in orders if row["支付完成时间"] != "-"]
    assert len({row["主订单编号"] for row in paid}) == 1533
    assert sum(_fen(row["订单应付金额"]) for row in paid) == 18_293_200
    refunded = [row for row in paid if row["售后状态"] == "退款成功"]
    assert 0.03 < len(refunded) / len(paid) < 0.07
    assert all(row["售后状态"] == "-" for row in orders if row["支付完成时间"] == "-")
    for row in orders:
        ids = [part.strip() for part in row["商品ID"].split(";")]
        codes, names = row["商家编码"].split(";"), row["选购商品"].split(";")
        for platform_id, code, name in zip(ids, codes, names, strict=True):
            assert products[platform_id]["商品名称"] == name
            assert code in products[platform_id]["商家编码"].splitlines()
    times = [datetime.fromisoformat(row["支付完成时间"]) for row in paid]
    show = [time for time in times if datetime(2026, 11, 25, 20) <= time <= datetime(2026, 11, 25, 22)]  # noqa: DTZ001  the file's times have no zone
    assert 0.97 < len(show) / len(times) < 1


def _cues(segments: list[Row]) -> list[tuple[datetime, str]]:
    """When each console cue is due, and what it says."""
    found = []
    for row in segments:
        begin, end = (_minutes(part) for part in row["时间段"].split("-"))
        for cue in row["中控动作"].splitlines():
            late = re.match(r"\+(\d+):(\d\d) ", cue)
            seconds = int(late[1]) * 60 + int(late[2]) if late else 0
            assert seconds < (end - begin) * 60, cue
            found.append((MIDNIGHT + timedelta(minutes=begin, seconds=seconds), cue))
    return found


def test_an_order_comes_after_the_console_has_set_its_price_and_keeps_the_purchase_limit(
    rundown: tuple[list[Row], list[Row]], orders: list[Row]
) -> None:
    products = {str(row["商品ID"]): row for row in _table("商品")}
    cues = _cues(rundown[0])
    flashes: list[tuple[datetime, datetime]] = []
    for at, cue in cues:
        if "改库存 2 号放" in cue and _flash_price_stands(cues, at):
            flashes.append((at, next(back for back, word in cues if back > at and "2 号恢复" in word)))
    assert len(flashes) == 2
    for row in orders:
        at = datetime.fromisoformat(row["订单提交时间"])
        ids = [part.strip() for part in row["商品ID"].split(";")]
        counts = [int(part) for part in row["商品数量"].split(";")]
        for platform_id, count in zip(ids, counts, strict=True):
            product = products[platform_id]
            link = product["链接号"]
            assert count <= product["限购"], (product["商品名称"], count)
            priced = next(when for when, cue in cues if "改价" in cue and re.search(rf"\b{link} 号", cue))
            assert at < MIDNIGHT + timedelta(hours=20) or at >= priced, (product["商品名称"], row["订单提交时间"])
            if link == 2 and len(ids) == 1 and _fen(row["商品金额"]) == 9_900:
                assert any(opened <= at <= closed for opened, closed in flashes), row["订单提交时间"]
            if link == 8:
                assert at < next(when for when, cue in cues if "8 号恢复" in cue), row["订单提交时间"]


def _flash_price_stands(cues: list[tuple[datetime, str]], at: datetime) -> bool:
    """Whether the newest price of 修护霜 before an instant is the flash price."""
    prices = [cue for when, cue in cues if when <= at and "改价 2 号" in cue]
    return bool(prices) and "秒杀价" in prices[-1]


def test_the_program_reads_every_file_without_a_word_of_complaint() -> None:
    preview = read_sheet(SHEET)
    assert preview.problems == ()
    assert preview.asks == ()
    assert preview.show is not None
    show = preview.show
    assert (len(show.segments), len(show.groups), len(show.standbys), len(show.products)) == (27, 5, 9, 16)
    assert (len(show.promotions), len(show.checklist)) == (9, 39)
    hard = [segment.hard_start.local for segment in show.segments if segment.hard_start]
    assert hard == [datetime(2026, 11, 25, 21), datetime(2026, 11, 25, 21, 30)]  # noqa: DTZ001  wall times
    assert show.panic is not None
    assert show.panic.title == "紧急画面"
    sold_out = next(plan for plan in show.standbys if plan.title == "断货")
    mask = show.product(sold_out.product_id)
    assert mask is not None
    assert (mask.link, sold_out.transition.duration_ms) == (7, 300)
    assert [cue.action for cue in sold_out.cues] == [ConsoleAction.PIN, ConsoleAction.UNLIST]
    assert sold_out.message == "这件没了，转讲 7 号面膜；不说补货时间"
    assert sold_out.trigger == "在讲商品库存为 0，仓库确认没有可放的货"
    assert all(product.image in preview.media for product in show.products)
    assert {cue.action for segment in show.segments for cue in segment.cues} == set(ConsoleAction)
    privacy = Privacy(b"the sample show's own salt, 32 b")
    file = open_orders(SAMPLES / "orders.csv")
    assert len(list(file.rows(privacy))) == file.read
    recording = Recording(SAMPLES / "feed.jsonl", privacy)
    assert len(list(recording)) == recording.read


def test_the_same_content_builds_the_same_files(tmp_path: Path) -> None:
    script = ROOT / "packaging" / "samples" / "build.py"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, env=environment, timeout=120)
    for name in (SHEET.name, "obs/livedesk.json", "obs/basic.ini", "orders.csv", "feed.jsonl"):
        assert (tmp_path / name).read_bytes() == (SAMPLES / name).read_bytes(), name
    for kept in sorted((SAMPLES / "media").glob("*.png")):
        assert np.abs(_pixels(kept) - _pixels(tmp_path / "media" / kept.name)).mean() < 2, kept.name


def _pixels(file: Path) -> np.ndarray[Any, Any]:
    """The picture's values: its letters look a little different with other fonts, all else is the same."""
    image = QImage(str(file)).convertToFormat(QImage.Format.Format_RGBA8888)
    return np.frombuffer(image.constBits(), np.uint8).astype(np.int16)
