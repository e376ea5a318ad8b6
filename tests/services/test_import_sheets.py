"""Products, promotions, checks, pictures and console cues beside and inside the rundown."""

from __future__ import annotations

import re
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from import_books import HEADER, book, codes, problems, read, rewrite, show_of

from livedesk.domain.checklist import CheckGroup
from livedesk.domain.product import ProductRole, ProductType, PromotionKind
from livedesk.domain.rundown import ConsoleAction
from livedesk.services.importers import pictures as importer_pictures
from livedesk.services.importers import read_sheet
from livedesk.services.importers.pictures import Pictures
from livedesk.services.sheets.cues import cue_text, link_number, parse_cues, split_products
from livedesk.services.sheets.pictures import MAX_PICTURE

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
    "0000000d49444154789c6360606060000000050001a5f645400000000049454e44ae426082"
)
PRODUCTS = (
    "链接号",
    "商品名称",
    "品牌",
    "规格",
    "角色/类型",
    "日常价",
    "直播价",
    "到手价",
    "成本",
    "优惠",
    "赠品",
    "库存",
)
MORE = ("限购", "卖点", "禁用词", "商品ID", "商家编码", "图片")
RUNDOWN = [("20:00-20:05", "开场"), ("20:05-20:10", "讲品", "2号链接、洁面"), ("20:10-20:15", "秒杀", "修护霜")]


def products(*rows: tuple[Any, ...]) -> dict[str, Any]:
    return {"商品": [PRODUCTS + MORE, *rows]}


CREAM = (1, "修护霜", "自营", "50ml", "爆款·精品", 199, "¥129.00", 109.5, 61, "满减", "小样", "1,200")
WASH = ("2号", "洁面", "自营", "60g", "引流", None, "29元", "-", None, None, None, "1.2万")


def test_the_product_sheet(tmp_path: Path) -> None:
    more = ("每人限2件", "补水\n修护；舒缓", "最、第一", "3600100000000000012", "XD-1\nXD-2", None)
    show = show_of(read(tmp_path, RUNDOWN, sheets=products(CREAM + more, WASH)))
    cream, wash = show.products
    assert (cream.id, cream.link, cream.name, cream.brand, cream.spec) == ("p01", 1, "修护霜", "自营", "50ml")
    assert (cream.role, cream.type) == (ProductRole.HERO, ProductType.PREMIUM)
    assert (cream.list_price, cream.live_price, cream.hand_price, cream.cost) == (19900, 12900, 10950, 6100)
    assert (cream.stock, cream.limit) == (1200, 2)
    assert cream.selling_points == ("补水", "修护", "舒缓")
    assert cream.do_not_say == ("最", "第一")
    assert (cream.platform_ids, cream.codes) == (("3600100000000000012",), ("XD-1", "XD-2"))
    assert (wash.link, wash.live_price, wash.hand_price, wash.stock) == (2, 2900, None, 12_000)
    assert [segment.product_ids for segment in show.segments] == [(), ("p02",), ("p01",)]


def test_products_are_made_from_their_names(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "讲品", "1、面膜\n2、修护霜"), ("20:05-20:10", "返场", "修护霜 、 5号链接")]
    show = show_of(read(tmp_path, rows))
    assert [(item.id, item.name, item.link) for item in show.products] == [
        ("p01", "面膜", None),
        ("p02", "修护霜", None),
        ("p03", "5号链接", 5),
    ]
    assert show.segments[1].product_ids == ("p02", "p03")


def test_unknown_products_beside_a_product_sheet(tmp_path: Path) -> None:
    rows = [("20:00-20:05", "讲品", "新品"), ("20:05-20:10", "讲品", "9号链接")]
    preview = read(tmp_path, rows, sheets=products(CREAM))
    assert codes(preview) == [(2, "C", "sheet.product_new"), (3, "C", "sheet.link_unknown")]
    assert "new_product" in preview.rows[1].notes
    assert preview.show is None


def test_wrong_product_cells(tmp_path: Path) -> None:
    wrong = (1, "修护霜", None, None, None, "很贵", 12.345, None, None, None, None, "很多")
    preview = read(tmp_path, RUNDOWN[:1], sheets=products(wrong, (1, "洁面"), (3, None, "自营")))
    assert [(problem.sheet, *at) for problem, at in zip(problems(preview), codes(preview), strict=True)] == [
        ("商品", 2, "F", "money.unreadable"),
        ("商品", 2, "G", "money.below_fen"),
        ("商品", 2, "L", "sheet.count_unreadable"),
        ("商品", 3, "A", "sheet.link_twice"),
        ("商品", 4, "B", "sheet.product_no_name"),
    ]


def test_two_products_with_one_link_are_read_and_warned_of(tmp_path: Path) -> None:
    preview = read(tmp_path, RUNDOWN[:1], sheets=products((1, "修护霜"), (1, "洁面")))
    assert codes(preview) == [(3, "A", "sheet.link_twice")]
    assert preview.errors == ()
    assert [(one.name, one.link) for one in show_of(preview).products] == [("修护霜", 1), ("洁面", 1)]


def test_ids_that_excel_rounded_are_said(tmp_path: Path) -> None:
    row = (1, "修护霜", *[None] * 13, 3600100000000000012)
    preview = read(tmp_path, RUNDOWN[:1], sheets=products(row))
    assert codes(preview) == [(2, "P", "sheet.id_rounded")]


def test_promotions(tmp_path: Path) -> None:
    sheets = products(CREAM, WASH) | {
        "促销": [
            ("促销名称", "类型", "随环节", "时长", "促销价", "数量", "商品"),
            ("秒杀 99", "秒杀", "秒杀", "5分钟", 99, 300, "修护霜"),
            ("满199减40", None, 2, None, None, 2000, None),
            ("开场福袋", None, "1 开场", "3分钟", None, 10, "2号链接"),
            ("错一", "什么", None, None, None, None, None),
            ("券", "优惠券", "没有这个", None, None, None, "没有这品"),
        ]
    }
    preview = read(tmp_path, RUNDOWN, sheets=sheets)
    assert codes(preview) == [
        (5, "B", "sheet.promotion_kind"),
        (6, "C", "sheet.segment_unknown"),
        (6, "G", "sheet.product_unknown"),
    ]
    sheets["促销"] = sheets["促销"][:4]
    flash, threshold, bag = show_of(read(tmp_path, RUNDOWN, sheets=sheets)).promotions
    assert (flash.id, flash.kind, flash.segment_id, flash.duration_ms) == (
        "m1",
        PromotionKind.FLASH,
        "s03",
        300_000,
    )
    assert (flash.price, flash.cap, flash.product_id) == (9900, 300, "p01")
    assert (threshold.kind, threshold.segment_id, threshold.cap) == (PromotionKind.THRESHOLD, "s02", 2000)
    assert (bag.kind, bag.segment_id, bag.product_id) == (PromotionKind.LUCKY_BAG, "s01", "p02")


def test_checks(tmp_path: Path) -> None:
    header = ("分组", "检查项", "方法", "关键", "负责人", "提前", "自动检测")
    sheets = {
        "检查表": [
            header,
            ("摄像", "主机位构图", "看监看", "是", "摄像", "60分钟", None),
            (None, "备用电池", None, "否", None, "提前30分钟", None),
            ("OBS 与网络", "OBS 连接", "自动", "√", "技术", None, "obs.connected"),
            ("商品与价格", "链接核对", None, None, None, 45, "obs.unheard"),
        ]
    }
    preview = read(tmp_path, RUNDOWN[:1], sheets=sheets, merge=())
    first, second, third, fourth = show_of(preview).checklist
    assert (first.id, first.group, first.critical, first.due_ms) == ("c01", CheckGroup.CAMERA, True, 3_600_000)
    assert (second.group, second.critical, second.due_ms) == (CheckGroup.CAMERA, False, 1_800_000)
    assert (third.group, third.probe, third.critical) == (CheckGroup.OBS, "obs.connected", True)
    assert (fourth.group, fourth.probe, fourth.due_ms) == (CheckGroup.PRODUCTS, "", 2_700_000)
    assert codes(preview) == [(5, "G", "sheet.probe_unknown")]
    sheets["检查表"] = [header, ("神秘", "一项"), ("灯光", "二项", None, "也许")]
    assert codes(read(tmp_path, RUNDOWN[:1], sheets=sheets)) == [
        (2, "A", "sheet.check_group"),
        (3, "D", "sheet.yes_no"),
    ]


def test_a_sheet_that_is_not_understood_is_said(tmp_path: Path) -> None:
    preview = read(tmp_path, RUNDOWN[:1], sheets={"通讯录": [("角色", "电话"), ("场控", "1")]})
    assert [(p.code, p.params["name"]) for p in problems(preview)] == [("sheet.sheet_not_read", "通讯录")]


def test_the_rundown_is_found_among_other_sheets(tmp_path: Path) -> None:
    file = tmp_path / "专场_20261125.xlsx"
    book(file, [("说明",)], name="封面", sheets={"0-直播流程": [HEADER, ("20:00-20:05", "开场")]})
    assert len(show_of(read_sheet(file)).segments) == 1


def test_pictures_beside_the_sheet(tmp_path: Path) -> None:
    (tmp_path / "media").mkdir()
    (tmp_path / "media" / "cream.png").write_bytes(PNG)
    (tmp_path / "page.html").write_bytes(b"<html>")
    (tmp_path.parent / "outside.png").write_bytes(PNG)
    (tmp_path / "huge.png").write_bytes(PNG + bytes(MAX_PICTURE))
    names = ("media/cream.png", "page.html", "../outside.png", "missing.png", "huge.png")
    rows = [(at, f"商品{at}", *[None] * 15, name) for at, name in enumerate(names, 1)]
    preview = read(tmp_path, RUNDOWN[:1], sheets=products(*rows))
    assert dict(preview.media) == {"cream.png": PNG}
    assert [product.image for product in show_of(preview).products][:1] == ["cream.png"]
    missing = [(row, "R", "sheet.picture_missing") for row in (3, 4, 5)]
    assert codes(preview) == [*missing, (6, "R", "sheet.picture_too_large")]


DRAWING = """<?xml version="1.0"?><xdr:wsDr
 xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
 xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"
 xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><xdr:oneCellAnchor>
<xdr:from><xdr:col>17</xdr:col><xdr:row>1</xdr:row></xdr:from><xdr:pic><xdr:blipFill><a:blip r:embed="rId1"/>
</xdr:blipFill></xdr:pic></xdr:oneCellAnchor></xdr:wsDr>"""
RELATIONS = """<?xml version="1.0"?><Relationships
 xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/{kind}"
 Target="{target}"/></Relationships>"""


def embed(file: Path, part: str) -> None:
    """Lay a picture on a worksheet, in the parts that a spreadsheet program writes."""
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/media/image1.png", PNG)
        archive.writestr("xl/drawings/drawing9.xml", DRAWING)
        relations = RELATIONS.format(kind="image", target="../media/image1.png")
        archive.writestr("xl/drawings/_rels/drawing9.xml.rels", relations)
        relations = RELATIONS.format(kind="drawing", target="/xl/drawings/drawing9.xml")
        archive.writestr(f"xl/worksheets/_rels/{part}.rels", relations)


def test_pictures_on_the_sheet(tmp_path: Path) -> None:
    file = book(tmp_path / "专场_20261125.xlsx", [HEADER, *RUNDOWN], sheets=products(CREAM, WASH))
    embed(file, "sheet2.xml")
    preview = read_sheet(file)
    assert dict(preview.media) == {"p01.png": PNG}
    assert [product.image for product in show_of(preview).products] == ["p01.png", ""]


def test_a_picture_that_is_shown_again_and_again_is_held_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = book(tmp_path / "专场_20261125.xlsx", [HEADER, *RUNDOWN], sheets=products(CREAM, WASH))
    embed(file, "sheet2.xml")
    pictures = Pictures(file.read_bytes())
    (first,), (again,) = pictures.of_sheet("商品"), pictures.of_sheet("商品")
    assert first.data is again.data
    monkeypatch.setattr(importer_pictures, "MAX_PICTURES", len(PNG) - 1)
    assert Pictures(file.read_bytes()).of_sheet("商品") == ()


def test_pictures_inside_cells(tmp_path: Path) -> None:
    row = (*CREAM, *[None] * 5, '=DISPIMG("ID_A1",1)')
    file = book(tmp_path / "专场_20261125.xlsx", [HEADER, *RUNDOWN], sheets=products(row, WASH))
    shapes = DRAWING.replace("<xdr:pic>", '<xdr:pic><xdr:nvPicPr><xdr:cNvPr id="2" name="ID_A1"/></xdr:nvPicPr>')
    with zipfile.ZipFile(file) as archive:
        xml = archive.read("xl/worksheets/sheet2.xml").decode()
    # WPS saves the formula's own text as its value.
    saved = re.sub(r'<c r="R2"[^>]*>.*?</c>', '<c r="R2" t="str"><v>=DISPIMG("ID_A1",1)</v></c>', xml)
    assert saved != xml
    rewrite(file, "xl/worksheets/sheet2.xml", saved.encode())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("xl/media/image1.png", PNG)
        archive.writestr("xl/cellimages.xml", shapes)
        relations = RELATIONS.format(kind="image", target="media/image1.png")
        archive.writestr("xl/_rels/cellimages.xml.rels", relations)
    preview = read_sheet(file)
    assert dict(preview.media) == {"p01.png": PNG}
    assert show_of(preview).products[0].image == "p01.png"


def test_console_cues(tmp_path: Path) -> None:
    header = ("时间", "环节", "中控动作")
    text = "上架 3号；+30秒 弹讲解卡\n1、+1:30 改价 99；2分后 放库存 300；20:04 发券；福袋 10 份；喊麦；下架"
    cues = show_of(read(tmp_path, [("20:00-20:05", "开场", text)], header=header)).segments[0].cues
    assert [(cue.action, cue.offset_ms // 1000) for cue in cues] == [
        (ConsoleAction.LIST, 0),
        (ConsoleAction.PIN, 30),
        (ConsoleAction.PRICE, 90),
        (ConsoleAction.STOCK, 120),
        (ConsoleAction.COUPON, 240),
        (ConsoleAction.LUCKY_BAG, 0),
        (ConsoleAction.OTHER, 0),
        (ConsoleAction.UNLIST, 0),
    ]
    assert cues[1].text == "弹讲解卡"
    assert len({cue.id for cue in cues}) == 8
    outside = read(tmp_path, [("20:00-20:05", "开场", "21:00 发券")], header=header)
    assert codes(outside) == [(2, "C", "sheet.cue_outside")]


@given(
    st.sampled_from(ConsoleAction),
    st.text("上架弹卡改价 +30秒:号12（），、", min_size=1),
    st.integers(0, 7_200_000),
)
def test_every_cue_is_read_back(action: ConsoleAction, text: str, offset: int) -> None:
    wanted = text.strip() or "放歌"
    (cue,) = parse_cues(cue_text(action, wanted, offset))
    assert (cue.action, cue.text, cue.offset_ms, cue.at) == (action, wanted, offset, None)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("A、B", ("A", "B")),
        ("A\nB、C", ("A", "B", "C")),
        ("1、A\n2.B", ("A", "B")),
        ("1、2、3", ("1", "2", "3")),
        ("面霜 15/50/100ml，礼盒", ("面霜 15/50/100ml，礼盒",)),
        ("1.5L 水壶", ("1.5L 水壶",)),
        ("-", ()),
    ],
)
def test_products_of_a_cell(text: str, parts: tuple[str, ...]) -> None:
    assert split_products(text) == parts


def test_link_numbers() -> None:
    assert link_number("3号链接") == (3, "")
    assert link_number("链接3") == (3, "")
    assert link_number("03") == (3, "")
    assert link_number("3号链接 修护霜") == (3, "修护霜")
    assert link_number("3合1洗面奶") == (None, "3合1洗面奶")
