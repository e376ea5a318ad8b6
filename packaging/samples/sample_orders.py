"""The order file of the sample show, as the shop's back office exports it the next morning.

Everyone in it is made up: name, phone and address are the `##` cipher texts that the platform puts there.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from sample_content import SHANGHAI, START, Product, Sample, Segment

COLUMNS = (
    "主订单编号",
    "子订单编号",
    "选购商品",
    "商品规格",
    "商品数量",
    "商品ID",
    "商家编码",
    "商品金额",
    "订单应付金额",
    "运费",
    "收件人",
    "收件人手机号",
    "详细地址",
    "订单提交时间",
    "支付完成时间",
    "订单完成时间",
    "订单状态",
    "售后状态",
    "取消原因",
    "发货时间",
    "快递信息",
    "平台实际承担优惠金额",
    "商家实际承担优惠金额",
    "达人实际承担优惠金额",
    "达人ID",
    "达人昵称",
    "流量来源",
)
SEED = 20261125
FLASH_FEN = 9_900
FLASH_OPENS = 42
"""Seconds into a flash sale when the stock has been released, as the cues of the sheet have it."""
OPENER = 8
"""The link whose price of the evening goes back with its segment."""
BEFORE_END = 12
"""Seconds before a segment's end when its price has gone back, as the cues of the sheet have it."""
COUPON_FEN, COUPON_FROM_FEN = 4_000, 19_900
COUPON_MINUTE = 52
SIZES = (("15ml", 5_900), ("50ml", 14_900), ("100ml", 23_900))
SOURCES = (("直播间推荐", 46), ("关注页", 18), ("短视频引流", 16), ("搜索", 8), ("付费流量", 12))
BLANK = "-"


@dataclass(frozen=True)
class Item:
    """One product in an order: how it is listed, how many, and what the pieces cost together (fen)."""

    product: Product
    spec: str
    code: str
    quantity: int
    amount: int


@dataclass(frozen=True)
class Order:
    """One order: when (seconds after the start), what, and what became of it."""

    submitted: float
    paid: float | None
    items: tuple[Item, ...]
    coupon: int
    refunded: bool = False


def write_orders(sample: Sample, target: Path) -> None:
    """Write the file: UTF-8 with BOM, CR LF, every field quoted."""
    rng = Random(SEED)
    orders = sorted(_orders(sample, rng), key=lambda order: order.submitted)
    rows = [list(COLUMNS)]
    for number, order in enumerate(orders):
        rows += _rows(order, number, rng)
    lines = (",".join(f'"{cell}"' for cell in row) for row in rows)
    target.write_bytes(("\ufeff" + "".join(f"{line}\r\n" for line in lines)).encode())


def _orders(sample: Sample, rng: Random) -> list[Order]:
    made = []
    for segment in sample.segments:
        for link, count in segment.orders.items():
            for _ in range(count):
                made.append(_paid(sample, segment, link, rng))
            for _ in range(round(count * 0.07)):
                made.append(_unpaid(sample, segment, link, rng))
    for minute in (-34, -21, -8, 128, 131, 139, 152, 171, 190):
        item = _item(sample, rng.choice((1, 2, 7, 10)), 1, rng)
        if minute < 0:
            item = replace(item, amount=item.product.list_price)
        submitted = minute * 60 + rng.uniform(0, 50)
        made.append(Order(submitted, submitted + rng.uniform(5, 50), (item,), 0))
    return made


def _paid(sample: Sample, segment: Segment, link: int, rng: Random) -> Order:
    submitted = _moment(segment, rng)
    items = [_item(sample, link, _quantity(segment, link, rng), rng, flash=segment.kind == "秒杀")]
    extras = _presented(sample, segment, link)
    if extras and segment.kind != "秒杀" and rng.random() < 0.13:
        items.append(_item(sample, rng.choice(extras), 1, rng))
    paid = submitted + min(rng.expovariate(1 / 24) + 3, 840)
    refunded = rng.random() < 0.045
    return Order(submitted, paid, tuple(items), _coupon(items, segment, rng), refunded)


def _presented(sample: Sample, segment: Segment, link: int) -> list[int]:
    """What else goes into a basket: small things presented before, whose price of the evening stands."""
    past = {shown for other in sample.segments if other.end <= segment.begin for shown in other.products}
    return [number for number in (1, 7, 10, 13) if number in past and number != link]


def _unpaid(sample: Sample, segment: Segment, link: int, rng: Random) -> Order:
    item = _item(sample, link, 1, rng, flash=segment.kind == "秒杀")
    return Order(_moment(segment, rng), None, (item,), 0)


def _moment(segment: Segment, rng: Random) -> float:
    """When an order is placed: after the price is said (half-way in), some in the minutes after the segment; at a
    price that goes back only while it stands."""
    length = (segment.end - segment.begin) * 60
    if segment.kind == "秒杀":
        return (
            segment.begin * 60
            + FLASH_OPENS
            + rng.expovariate(1 / (length * 0.3)) % (length - FLASH_OPENS - BEFORE_END)
        )
    if segment.kind in ("优惠券", "返场"):
        return segment.begin * 60 + 8 + min(rng.expovariate(1 / (length * 0.3)), length + 30)
    spoken, later = segment.begin * 60 + length * 0.5, rng.expovariate(1 / (length * 0.28))
    if OPENER in segment.products:
        return spoken + later % (length * 0.5 - BEFORE_END)
    return spoken + min(later, length * 0.5 + 200)


def _quantity(segment: Segment, link: int, rng: Random) -> int:
    if segment.kind == "秒杀" or link in (8, 14):
        return 1
    roll = rng.random()
    if link == 2 and segment.begin >= COUPON_MINUTE - 5:
        return 2 if roll < 0.55 else 1
    return 3 if link in (7, 9, 16) and roll < 0.04 else 2 if roll < 0.16 else 1


def _item(sample: Sample, link: int, quantity: int, rng: Random, *, flash: bool = False) -> Item:
    product = sample.product(link)
    if len(product.codes) > 1:
        size = rng.choices((0, 1, 2), (46, 36, 18))[0]
        name, price = SIZES[size]
        return Item(product, name, product.codes[size], quantity, price * quantity)
    price = FLASH_FEN if flash else product.live_price
    return Item(product, product.spec.replace(",", "，"), product.codes[0], quantity, price * quantity)


def _coupon(items: list[Item], segment: Segment, rng: Random) -> int:
    """The merchant's coupon, for whoever has taken one: only after it was given out, never on a flash price."""
    total = sum(item.amount for item in items)
    if segment.kind == "秒杀" or segment.begin < COUPON_MINUTE or total < COUPON_FROM_FEN:
        return 0
    return COUPON_FEN if rng.random() < 0.82 else 0


def _rows(order: Order, number: int, rng: Random) -> list[list[str]]:
    """An order with two products is two rows with one 主订单编号; now and then the export joins them in one."""
    main = f"69171{260000000000 + number * 7919:012d}{rng.randrange(100):02d}"
    person = [f"##{_cipher(rng)}" for _ in range(3)]
    shared = person, rng.choices([name for name, _ in SOURCES], [weight for _, weight in SOURCES])[0]
    if len(order.items) > 1 and rng.random() < 0.12:
        return [_row(order, main, f"{main}1", order.items, order.coupon, *shared)]
    shares = _shares(order)
    return [
        _row(order, main, f"{main}{place}", (item,), shares[place - 1], *shared)
        for place, item in enumerate(order.items, start=1)
    ]


def _shares(order: Order) -> list[int]:
    """The coupon over the rows, in proportion to their amounts; the last row takes what is left."""
    total = sum(item.amount for item in order.items)
    shares = [order.coupon * item.amount // total for item in order.items]
    shares[-1] += order.coupon - sum(shares)
    return shares


def _row(
    order: Order, main: str, sub: str, items: tuple[Item, ...], coupon: int, person: list[str], source: str
) -> list[str]:
    amount = sum(item.amount for item in items)
    state, reason, after, sent = _fate(order)
    return [
        f"\t{main}",
        f"\t{sub}",
        ";".join(item.product.name for item in items),
        ";".join(item.spec for item in items),
        ";".join(str(item.quantity) for item in items),
        ";".join(f"\t{item.product.platform_id}" for item in items),
        ";".join(item.code for item in items),
        _yuan(amount),
        _yuan(amount - coupon),
        "0.00",
        *person,
        _clock(order.submitted),
        _clock(order.paid) if order.paid is not None else BLANK,
        BLANK,
        state,
        after,
        reason,
        sent,
        f"\t7{main[5:17]}-快递" if sent != BLANK else BLANK,
        "0.00",
        _yuan(coupon),
        "0.00",
        BLANK,
        BLANK,
        source,
    ]


def _fate(order: Order) -> tuple[str, str, str, str]:
    """订单状态, 取消原因, 售后状态 and 发货时间 as they stand the next morning."""
    if order.paid is None:
        return (
            ("待支付", BLANK, BLANK, BLANK) if order.submitted > 7_000 else ("已关闭", "超时未支付", BLANK, BLANK)
        )
    if order.refunded:
        return "已关闭", BLANK, "退款成功", BLANK
    if order.submitted < 2_700:
        return "已发货", BLANK, BLANK, _clock(36_000 + order.submitted)
    return "待发货", BLANK, BLANK, BLANK


def _cipher(rng: Random) -> str:
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"
    return "".join(rng.choice(letters) for _ in range(16)) + "=="


def _clock(seconds: float) -> str:
    local: datetime = START + SHANGHAI + timedelta(seconds=int(seconds))
    return local.strftime("%Y-%m-%d %H:%M:%S")


def _yuan(fen: int) -> str:
    return f"{fen // 100:,}.{fen % 100:02d}"
