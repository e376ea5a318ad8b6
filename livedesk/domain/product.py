"""Products and promotions as the queue and the hand card know them. Money is whole fen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from livedesk.domain.money import format_yuan


class ProductRole(StrEnum):
    """What a product is for in a show (引流, 福利, 爆款, 利润, 形象, 返场)."""

    TRAFFIC = "traffic"
    BENEFIT = "benefit"
    HERO = "hero"
    PROFIT = "profit"
    IMAGE = "image"
    RETURN = "return"


class ProductType(StrEnum):
    """How a product sells (热门趋势, 精品, 价格优势, 品牌)."""

    TREND = "trend"
    PREMIUM = "premium"
    PRICE = "price"
    BRAND = "brand"


@dataclass(frozen=True, slots=True)
class Product:
    """One item of the queue with its hand card.

    ``link`` is the number of its link in the room (1, 2 …). ``platform_ids`` are the platform's product ids,
    ``codes`` the merchant's own codes: order files are tied to the product by either. Prices are fen or None
    where the sheet gives none. ``image`` names a file in the show's media folder. ``combo`` says how it is
    offered together with others (利润 · 组合, 梯度). ``gift_stock`` is how many of the gifts there are (None: not
    counted).
    """

    id: str
    name: str
    link: int | None = None
    brand: str = ""
    spec: str = ""
    role: ProductRole | None = None
    type: ProductType | None = None
    combo: str = ""
    list_price: int | None = None
    live_price: int | None = None
    hand_price: int | None = None
    cost: int | None = None
    offer: str = ""
    gifts: str = ""
    stock: int | None = None
    limit: int | None = None
    selling_points: tuple[str, ...] = ()
    do_not_say: tuple[str, ...] = ()
    image: str = ""
    platform_ids: tuple[str, ...] = ()
    codes: tuple[str, ...] = ()
    gift_stock: int | None = None


class PromotionKind(StrEnum):
    """满减, 折扣, 返现, 秒杀, 赠品, 团购, 抽奖, 优惠券, 福袋."""

    THRESHOLD = "threshold"
    PERCENT = "percent"
    CASHBACK = "cashback"
    FLASH = "flash"
    GIFT = "gift"
    GROUP = "group"
    DRAW = "draw"
    COUPON = "coupon"
    LUCKY_BAG = "lucky_bag"


@dataclass(frozen=True, slots=True)
class Promotion:
    """A promotion that starts when its segment goes on air and ends after ``duration_ms`` (None: at the
    show's end). ``cap`` is how many there are (coupons, pieces), or None."""

    id: str
    title: str
    kind: PromotionKind
    segment_id: str = ""
    duration_ms: int | None = None
    price: int | None = None
    cap: int | None = None
    product_id: str = ""


def stock_left(product: Product, sold: Mapping[str, int]) -> int | None:
    """How many of a product are left: the sheet's stock less the units sold (by product id), at least 0. None where
    the sheet gives no stock. Whoever tells the host, the desk or the audience tells this."""
    return None if product.stock is None else max(0, product.stock - sold.get(product.id, 0))


def said_price(fen: int) -> str:
    """A price as a script says it: 129元."""
    return format_yuan(fen, sign="") + "元"


def script_values(product: Product | None) -> Mapping[str, str]:
    """The variables of a script that one product fills (:mod:`livedesk.domain.script_values` has all of them)."""
    if product is None:
        return {}
    values = {"商品": product.name, "规格": product.spec, "赠品": product.gifts, "优惠": product.offer}
    prices = {"直播价": product.live_price, "日常价": product.list_price, "到手价": product.hand_price}
    values |= {name: said_price(fen) for name, fen in prices.items() if fen is not None}
    if product.stock is not None:
        values["库存"] = f"{product.stock:,}"
    return {name: value for name, value in values.items() if value}
