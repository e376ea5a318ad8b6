"""The sheets beside the rundown as plain rows: products, promotions, checks, words that are let stand."""

from __future__ import annotations

from collections.abc import Mapping

from livedesk.domain.clock import MINUTE, iso
from livedesk.domain.let_stand import product_rule
from livedesk.domain.rundown import Show
from livedesk.services.exporters.team_sheet import product_references
from livedesk.services.sheets.lists import IDS, POINTS, WORDS, join_list
from livedesk.services.sheets.names import plan_references, segment_references
from livedesk.services.sheets.times import format_duration
from livedesk.services.sheets.values import one_line
from livedesk.services.sheets.words import CHECK_GROUPS, PROMOTIONS, ROLES, TYPES, name_of

CellValue = str | int | float
PRODUCT_COLUMNS = (
    *("链接号", "商品名称", "品牌", "规格", "角色", "类型", "组合", "日常价", "直播价", "到手价", "成本"),
    *("优惠", "赠品", "库存", "限购", "卖点", "禁用词", "商品ID", "商家编码", "图片", "赠品库存"),
)
PROMOTION_COLUMNS = ("促销名称", "类型", "随环节", "时长", "促销价", "数量", "商品")
OVERRIDE_COLUMNS = ("环节", "用语", "规则", "理由", "放行人", "放行时间")
CHECK_COLUMNS = ("分组", "检查项", "方法", "关键", "负责人", "提前", "自动检测")


def side_sheets(show: Show) -> tuple[tuple[str, tuple[str, ...], list[tuple[CellValue, ...]]], ...]:
    """The sheets that have something in them: name, headings, rows."""
    sheets = (
        ("商品", PRODUCT_COLUMNS, product_rows(show)),
        ("促销", PROMOTION_COLUMNS, promotion_rows(show)),
        ("检查表", CHECK_COLUMNS, check_rows(show)),
        ("放行用语", OVERRIDE_COLUMNS, override_rows(show)),
    )
    return tuple(sheet for sheet in sheets if sheet[2])


def product_rows(show: Show) -> list[tuple[CellValue, ...]]:
    """One row for each product of the queue."""
    return [
        (
            _number(product.link),
            one_line(product.name),
            product.brand,
            product.spec,
            name_of(product.role, ROLES) if product.role else "",
            name_of(product.type, TYPES) if product.type else "",
            one_line(product.combo),
            _yuan(product.list_price),
            _yuan(product.live_price),
            _yuan(product.hand_price),
            _yuan(product.cost),
            product.offer,
            product.gifts,
            _number(product.stock),
            _number(product.limit),
            join_list(product.selling_points, POINTS),
            join_list(product.do_not_say, WORDS),
            join_list(product.platform_ids, IDS),
            join_list(product.codes, WORDS),
            product.image,
            _number(product.gift_stock),
        )
        for product in show.products
    ]


def promotion_rows(show: Show) -> list[tuple[CellValue, ...]]:
    """One row for each promotion, with its segment by title or by number."""
    segments = segment_references(show.segments)
    references = product_references(show.products)
    rows: list[tuple[CellValue, ...]] = []
    for promotion in show.promotions:
        rows.append(
            (
                one_line(promotion.title),
                name_of(promotion.kind, PROMOTIONS),
                one_line(segments.get(promotion.segment_id, "")),
                "" if promotion.duration_ms is None else format_duration(promotion.duration_ms),
                _yuan(promotion.price),
                _number(promotion.cap),
                references.get(promotion.product_id, ""),
            )
        )
    return rows


def check_rows(show: Show) -> list[tuple[CellValue, ...]]:
    """One row for each check."""
    return [
        (
            name_of(check.group, CHECK_GROUPS),
            one_line(check.title),
            check.how,
            "是" if check.critical else "否",
            one_line(check.owner),
            f"{check.due_ms // MINUTE}分钟" if check.due_ms % MINUTE == 0 else format_duration(check.due_ms),
            check.probe,
        )
        for check in show.checklist
    ]


def override_rows(show: Show) -> list[tuple[CellValue, ...]]:
    """One row for each wording, price or gift that a person lets stand; a rule about a product names it as the rundown
    does, one about a product that is gone is left out."""
    items = segment_references(show.segments) | plan_references(show.standbys)
    products = product_references(show.products)
    return [
        (
            one_line(items[override.item_id]),
            override.words,
            rule,
            override.reason,
            one_line(override.by),
            iso(override.at_ms, show.zone).replace("T", " "),
        )
        for override in show.claim_overrides
        if override.item_id in items and (rule := _rule(override.rule_id, products))
    ]


def _rule(rule_id: str, products: Mapping[str, str]) -> str:
    about = product_rule(rule_id)
    if about is None:
        return rule_id
    return about[0] + products[about[1]] if about[1] in products else ""


def _number(value: int | None) -> CellValue:
    return "" if value is None else value


def _yuan(fen: int | None) -> CellValue:
    """Yuan as a number that a spreadsheet can add up; whole fen survive the way there and back."""
    if fen is None:
        return ""
    yuan, rest = divmod(fen, 100)
    return fen / 100 if rest else yuan
