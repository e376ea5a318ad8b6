"""The run sheet as a team would send it: one workbook with 流程单, 商品, 促销 and 检查表."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet
from sample_content import HOST, TITLE, Product, Sample

Cell = str | int | float | None

HEADER = [
    "阶段",
    "序号",
    "时间段",
    "环节",
    "类型",
    "商品",
    "话术",
    "助播话术",
    "互动/福利",
    "画面/场景",
    "转场",
    "结束方式",
    "中控动作",
    "负责人",
    "备注",
]
WIDTHS = (11, 6, 13, 26, 8, 24, 76, 40, 26, 13, 12, 10, 32, 9, 30)
PRODUCT_HEADER = [
    "链接号",
    "商品名称",
    "品牌",
    "规格",
    "角色",
    "类型",
    "组合",
    "日常价",
    "直播价",
    "到手价",
    "成本",
    "优惠",
    "赠品",
    "库存",
    "限购",
    "卖点",
    "禁用词",
    "商品ID",
    "商家编码",
    "图片",
]
PRODUCT_WIDTHS = (7, 28, 12, 30, 7, 10, 7, 9, 9, 9, 9, 28, 20, 8, 6, 30, 26, 23, 14, 15)
PROMOTION_HEADER = ["促销名称", "类型", "随环节", "时长", "促销价", "数量", "商品"]
CHECK_HEADER = ["分组", "检查项", "方法", "关键", "负责人", "提前", "自动检测"]
STAMP = datetime(2026, 11, 24, 18, 30)  # noqa: DTZ001  a workbook's own times have no zone

TINTS = {
    "开场": "DCE6F7",
    "抽奖": "FBE9C6",
    "讲品": "DDF0E3",
    "秒杀": "F9D9DC",
    "互动": "DCE6F7",
    "优惠券": "EADCF5",
    "连线": "D7EEF3",
    "过渡": "ECECEC",
    "返场": "E3F2D8",
    "收尾": "DCE6F7",
}
_LINE = Side(style="thin", color="BFC5CE")
_GRID = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)
_FACE = "微软雅黑"


def write_sheet(sample: Sample, target: Path) -> None:
    """Write the workbook; the same content gives the same bytes."""
    book = Workbook()
    first = book.active
    if not isinstance(first, Worksheet):
        raise TypeError("a new workbook begins with a worksheet")
    _rundown(first, sample)
    _table(
        book.create_sheet("商品"), PRODUCT_HEADER, PRODUCT_WIDTHS, [_product_row(item) for item in sample.products]
    )
    _table(book.create_sheet("促销"), PROMOTION_HEADER, (26, 10, 8, 10, 10, 9, 26), _promotion_rows(sample))
    _table(book.create_sheet("检查表"), CHECK_HEADER, (14, 38, 58, 6, 9, 10, 20), _check_rows(sample))
    for sheet in book.worksheets[1:]:
        sheet.freeze_panes = "A2"
    book.properties.creator = "运营"
    book.properties.title = TITLE
    raw = io.BytesIO()
    book.save(raw)
    target.write_bytes(_settled(raw.getvalue()))


def _rundown(sheet: Worksheet, sample: Sample) -> None:
    sheet.title = "流程单"
    _titles(sheet)
    sheet.append(HEADER)
    _style_header(sheet, 3)
    for index, width in enumerate(WIDTHS):
        sheet.column_dimensions[chr(ord("A") + index)].width = width
    group, group_row = "", 0
    for segment in sample.segments:
        names = "\n".join(sample.product(link).name for link in segment.products)
        row: list[Cell] = [
            segment.group if segment.group != group else None,
            segment.number,
            segment.time,
            segment.title,
            segment.kind,
            names or None,
            segment.script or None,
            segment.cohost or None,
            segment.talk,
            segment.scene,
            segment.move,
            "自动跟随" if segment.follow else "手动切",
            "\n".join(segment.cues),
            segment.person,
            segment.note,
        ]
        sheet.append(row)
        _style_row(sheet, sheet.max_row, TINTS[segment.kind])
        if segment.group != group:
            _merge_group(sheet, group_row, sheet.max_row - 1)
            group, group_row = segment.group, sheet.max_row
    _merge_group(sheet, group_row, sheet.max_row)
    _standbys(sheet, sample)
    sheet.freeze_panes = "E4"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = "3:3"


def _titles(sheet: Worksheet) -> None:
    sheet.append([TITLE])
    sheet.merge_cells("A1:O1")
    sheet["A1"].font = Font(name=_FACE, size=18, bold=True, color="FFFFFF")
    sheet["A1"].fill = PatternFill("solid", fgColor="3A2A2E")
    sheet["A1"].alignment = Alignment(horizontal="center", vertical="center")
    sheet.row_dimensions[1].height = 34
    facts = {
        "A2:D2": "日期：2026年11月25日（周三）",
        "E2:F2": "开播：20:00    下播：22:00",
        "G2:G2": f"主播：{HOST}    助播：助播一    时长：2 小时（20:00-22:00）",
        "H2:L2": "平台：抖音    直播间：护肤直播间",
        "M2:O2": "制表：运营    版本：第 3 版",
    }
    for area, text in facts.items():
        cell = sheet[area.split(":")[0]]
        cell.value = text
        cell.font = Font(name=_FACE, size=11, color="5A3E36")
        cell.fill = PatternFill("solid", fgColor="F3E7E0")
        cell.alignment = Alignment(vertical="center")
        if area[:2] != area[3:]:
            sheet.merge_cells(area)
    sheet.row_dimensions[2].height = 22


def _standbys(sheet: Worksheet, sample: Sample) -> None:
    sheet.append(["应急预案（不占时间，随时调用；时间段一栏写预计用时，备注写触发条件）"])
    banner = sheet.max_row
    sheet.merge_cells(start_row=banner, start_column=1, end_row=banner, end_column=len(HEADER))
    cell = sheet.cell(banner, 1)
    cell.font = Font(name=_FACE, size=12, bold=True, color="FFFFFF")
    cell.fill = PatternFill("solid", fgColor="8A3A3F")
    cell.alignment = Alignment(vertical="center")
    sheet.row_dimensions[banner].height = 24
    for plan in sample.standbys:
        product = sample.product(plan.product).name if plan.product else None
        row: list[Cell] = [None, None, plan.time or None, plan.title, plan.mode, product, plan.script, None, None]
        row += [plan.scene, plan.move or None, None, "\n".join(plan.cues) or None, plan.person]
        row.append(f"{plan.trigger}\n提词：{plan.message}" if plan.message else plan.trigger)
        sheet.append(row)
        _style_row(sheet, sheet.max_row, "F6E3E4")


def _merge_group(sheet: Worksheet, first: int, last: int) -> None:
    if 0 < first < last:
        sheet.merge_cells(start_row=first, start_column=1, end_row=last, end_column=1)


def _style_header(sheet: Worksheet, row: int) -> None:
    for cell in sheet[row]:
        cell.font = Font(name=_FACE, size=10, bold=True, color="FFFFFF")
        cell.fill = PatternFill("solid", fgColor="4A5568")
        cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
        cell.border = _GRID
    sheet.row_dimensions[row].height = 24


def _style_row(sheet: Worksheet, row: int, tint: str) -> None:
    centred = {1, 2, 3, 5, 10, 11, 12, 14}
    lines = 1
    for column, cell in enumerate(sheet[row], start=1):
        cell.font = Font(name=_FACE, size=10, bold=column == 4)
        cell.border = _GRID
        middle = column in centred
        cell.alignment = Alignment(horizontal="center" if middle else "left", vertical="center", wrap_text=True)
        if column in (2, 3, 4, 5):
            cell.fill = PatternFill("solid", fgColor=tint)
        lines = max(lines, _height(str(cell.value or ""), WIDTHS[column - 1]))
    sheet.row_dimensions[row].height = min(409, 15 * lines + 6)


def _height(text: str, width: int) -> int:
    """How many lines a text takes in a column of so many half-width characters."""
    return sum(max(1, -(-2 * len(line) // width)) for line in text.split("\n"))


def _table(sheet: Worksheet, header: list[str], widths: tuple[int, ...], rows: Sequence[Sequence[Cell]]) -> None:
    sheet.append(header)
    _style_header(sheet, 1)
    for row in rows:
        sheet.append(list(row))
        for title, cell in zip(header, sheet[sheet.max_row], strict=True):
            cell.font = Font(name=_FACE, size=10)
            cell.border = _GRID
            cell.alignment = Alignment(vertical="center", wrap_text=True)
            if title in ("日常价", "直播价", "到手价", "成本", "促销价"):
                cell.number_format = '"¥"#,##0.00'
    for index, width in enumerate(widths):
        sheet.column_dimensions[chr(ord("A") + index)].width = width


def _product_row(item: Product) -> list[Cell]:
    prices = [_yuan(fen) for fen in (item.list_price, item.live_price, item.hand_price, item.cost)]
    head: list[Cell] = [item.link, item.name, item.brand, item.spec, item.role, item.type, item.combo]
    tail: list[Cell] = [item.offer, item.gifts or None, item.stock, item.limit]
    lists: list[Cell] = ["\n".join(item.points), "、".join(item.avoid), item.platform_id, "\n".join(item.codes)]
    return [*head, *prices, *tail, *lists, item.picture]


def _promotion_rows(sample: Sample) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for promotion in sample.promotions:
        product = sample.product(promotion.product).name if promotion.product else None
        price = float(promotion.price) if promotion.price else None
        row: list[Cell] = [promotion.title, promotion.kind, promotion.segment, promotion.time or None]
        rows.append([*row, price, promotion.cap, product])
    return rows


def _check_rows(sample: Sample) -> list[list[Cell]]:
    rows: list[list[Cell]] = []
    for check in sample.checks:
        row: list[Cell] = [check.group, check.title, check.how, "是" if check.critical else "否", check.owner]
        rows.append([*row, f"{check.minutes}分钟", check.probe or None])
    return rows


def _yuan(fen: int) -> int | float:
    """A price as a spreadsheet holds it: whole yuan, or a number with decimals."""
    return fen // 100 if fen % 100 == 0 else fen / 100


def _settled(raw: bytes) -> bytes:
    """The same workbook with fixed times, inside and in the archive, so that it is built byte for byte."""
    moment = STAMP.strftime("%Y-%m-%dT%H:%M:%SZ")
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            data = source.read(name)
            if name == "docProps/core.xml":
                data = re.sub(rb"(W3CDTF\">)[^<]+(<)", rb"\g<1>" + moment.encode() + rb"\g<2>", data)
            entry = zipfile.ZipInfo(name, STAMP.timetuple()[:6])
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0
            target.writestr(entry, data)
    return out.getvalue()
