"""The words that teams write in a run sheet and what they stand for. The first word of a meaning is the one
that an exported sheet uses; the exact words come before the looser patterns."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from livedesk.domain.checklist import CheckGroup
from livedesk.domain.product import ProductRole, ProductType, PromotionKind
from livedesk.domain.rundown import ConsoleAction, SegmentKind, StandbyMode

K = TypeVar("K", bound=StrEnum)

KINDS: Mapping[SegmentKind, tuple[str, ...]] = {
    SegmentKind.OPENING: ("开场", "开播", "暖场", "预热"),
    SegmentKind.PRODUCT: ("讲品", "商品", "产品", "带货", "讲解", "过品"),
    SegmentKind.FLASH: ("秒杀", "限时秒杀"),
    SegmentKind.INTERACTION: ("互动", "游戏"),
    SegmentKind.DRAW: ("抽奖", "福袋"),
    SegmentKind.COUPON: ("优惠券", "发券", "券"),
    SegmentKind.TALK: ("聊天", "答疑", "提问", "提问解答", "干货"),
    SegmentKind.LINK_UP: ("连线", "连麦"),
    SegmentKind.RETURN: ("返场",),
    SegmentKind.TRANSITION: ("过渡", "转场", "串场"),
    SegmentKind.CLOSING: ("收尾", "下播", "结束"),
    SegmentKind.MILESTONE: ("节点", "里程碑", "时间点"),
}
_KIND_PATTERNS: tuple[tuple[str, SegmentKind], ...] = (
    ("秒杀", SegmentKind.FLASH),
    ("福袋|抽奖", SegmentKind.DRAW),
    ("券", SegmentKind.COUPON),
    ("互动", SegmentKind.INTERACTION),
    ("答疑|提问|问答|解答|聊", SegmentKind.TALK),
    ("连线|连麦", SegmentKind.LINK_UP),
    ("返场", SegmentKind.RETURN),
    ("开场", SegmentKind.OPENING),
    ("收尾|下播|结束|结尾", SegmentKind.CLOSING),
    ("过渡|串场", SegmentKind.TRANSITION),
)
ROLES: Mapping[ProductRole, tuple[str, ...]] = {
    ProductRole.TRAFFIC: ("引流", "引流款", "引流品"),
    ProductRole.BENEFIT: ("福利", "福利款", "福利品", "宠粉"),
    ProductRole.HERO: ("爆款", "主推", "主推款", "爆品"),
    ProductRole.PROFIT: ("利润", "利润款", "利润品"),
    ProductRole.IMAGE: ("形象", "形象款", "形象品"),
    ProductRole.RETURN: ("返场", "返场款", "返场品"),
}
TYPES: Mapping[ProductType, tuple[str, ...]] = {
    ProductType.TREND: ("热门趋势", "趋势", "热门"),
    ProductType.PREMIUM: ("精品",),
    ProductType.PRICE: ("价格优势", "性价比"),
    ProductType.BRAND: ("品牌",),
}
PROMOTIONS: Mapping[PromotionKind, tuple[str, ...]] = {
    PromotionKind.THRESHOLD: ("满减",),
    PromotionKind.PERCENT: ("折扣", "打折", "满折"),
    PromotionKind.CASHBACK: ("返现",),
    PromotionKind.FLASH: ("秒杀", "限时秒杀", "限时"),
    PromotionKind.GIFT: ("赠品", "买赠", "满赠"),
    PromotionKind.GROUP: ("团购", "拼团"),
    PromotionKind.DRAW: ("抽奖",),
    PromotionKind.COUPON: ("优惠券", "券", "发券"),
    PromotionKind.LUCKY_BAG: ("福袋",),
}
_PROMOTION_PATTERNS: tuple[tuple[str, PromotionKind], ...] = (
    ("福袋", PromotionKind.LUCKY_BAG),
    ("抽奖", PromotionKind.DRAW),
    ("秒杀", PromotionKind.FLASH),
    ("券", PromotionKind.COUPON),
    ("团购|拼团", PromotionKind.GROUP),
    ("返现", PromotionKind.CASHBACK),
    ("赠", PromotionKind.GIFT),
    ("折", PromotionKind.PERCENT),
    ("满.*减", PromotionKind.THRESHOLD),
)
CHECK_GROUPS: Mapping[CheckGroup, tuple[str, ...]] = {
    CheckGroup.CAMERA: ("摄像", "摄像机位", "摄像与画面"),
    CheckGroup.AUDIO: ("音频",),
    CheckGroup.LIGHT: ("灯光",),
    CheckGroup.OBS: ("OBS 与网络", "OBS", "网络"),
    CheckGroup.PROPS: ("道具与样品", "道具", "样品"),
    CheckGroup.PRODUCTS: ("商品与价格", "商品", "价格"),
    CheckGroup.ACCOUNT: ("账号与权限", "账号", "权限"),
    CheckGroup.PEOPLE: ("人员",),
}
_CHECK_PATTERNS: tuple[tuple[str, CheckGroup], ...] = (
    ("OBS|obs|网络|推流|电脑", CheckGroup.OBS),
    ("摄像|相机|镜头|机位|画面", CheckGroup.CAMERA),
    ("音|麦", CheckGroup.AUDIO),
    ("灯", CheckGroup.LIGHT),
    ("道具|样品|陈列|布景", CheckGroup.PROPS),
    ("商品|价格|库存|链接", CheckGroup.PRODUCTS),
    ("账号|权限|平台|后台", CheckGroup.ACCOUNT),
    ("人|妆|服装", CheckGroup.PEOPLE),
)
ACTIONS: Mapping[ConsoleAction, tuple[str, ...]] = {
    ConsoleAction.LIST: ("上架", "上链接", "挂链接"),
    ConsoleAction.UNLIST: ("下架", "下链接"),
    ConsoleAction.PIN: ("弹讲解卡", "弹卡", "讲解"),
    ConsoleAction.PRICE: ("改价", "开价"),
    ConsoleAction.STOCK: ("改库存", "放库存", "加库存", "库存"),
    ConsoleAction.COUPON: ("发券", "发优惠券", "优惠券"),
    ConsoleAction.LUCKY_BAG: ("福袋",),
    ConsoleAction.OTHER: ("其他",),
}
MODES: Mapping[StandbyMode, tuple[str, ...]] = {
    StandbyMode.PAUSE: ("暂停", "保持"),
    StandbyMode.REPLACE: ("替换", "顶替", "代替"),
}
STANDBY_SECTION = re.compile(r"应急|应变|突发|备用(预案|方案)?$|^备用|^(standby|contingency)", re.IGNORECASE)
TOTAL_ROW = re.compile(r"^(合计|总计|共计|总时长|小计)")
REMARK_ROW = re.compile(r"^(备注|注意|说明|注[:：]|※|\*)")
YES = ("是", "√", "✓", "✔", "★", "☆", "y", "yes", "true", "1", "关键", "必检", "必须", "重要", "●")
NO = ("", "否", "×", "✗", "n", "no", "false", "0", "-", "—", "非关键", "一般")
NONE_WORDS = ("-", "—", "--", "——", "/", "无", "暂无", "n/a")
PANIC_MARK, CALM_MARK = "紧急", "普通"
SKIP_WORDS = ("跳过", "取消", "不播")


def plain(text: str) -> str:
    """A word for comparing: half width, lower case, without blanks."""
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def name_of(kind: K, names: Mapping[K, tuple[str, ...]]) -> str:
    """The word that an exported sheet uses for a meaning."""
    return names[kind][0]


def exact(text: str, names: Mapping[K, tuple[str, ...]]) -> K | None:
    """The meaning of a word written just so, or None."""
    wanted = plain(text)
    for kind, words in names.items():
        if any(plain(word) == wanted for word in words):
            return kind
    return None


def _search(text: str, patterns: tuple[tuple[str, K], ...]) -> K | None:
    return next((kind for pattern, kind in patterns if re.search(pattern, text)), None)


def segment_kind(typed: str, title: str, duration_ms: int, has_products: bool) -> SegmentKind:
    """The kind of a segment: by its type cell, else by its title, else by what it holds."""
    found = exact(typed, KINDS) or _search(typed, _KIND_PATTERNS) if typed else None
    found = found or _search(title, _KIND_PATTERNS)
    if found is not None:
        return found
    if duration_ms == 0:
        return SegmentKind.MILESTONE
    return SegmentKind.PRODUCT if has_products else SegmentKind.TALK


def promotion_kind(typed: str, title: str) -> PromotionKind | None:
    """The kind of a promotion by its type cell, else by its title, or None."""
    return exact(typed, PROMOTIONS) or _search(typed, _PROMOTION_PATTERNS) or _search(title, _PROMOTION_PATTERNS)


def check_group(text: str) -> CheckGroup | None:
    """The group of a check, or None for a word that belongs to none."""
    return exact(text, CHECK_GROUPS) or _search(text, _CHECK_PATTERNS)


def console_action(text: str) -> ConsoleAction:
    """What a console cue asks for: the verb that stands first in it."""
    places = [
        (text.index(word), -len(word), action)
        for action, words in ACTIONS.items()
        if action is not ConsoleAction.OTHER
        for word in words
        if word in text
    ]
    return min(places)[2] if places else ConsoleAction.OTHER


def yes(text: str) -> bool | None:
    """Whether a tick box is ticked; None where the word says neither."""
    word = plain(text)
    if word in NO:
        return False
    return True if word in YES else None
