"""A show for the desk's tests: the evening of the pictures, a journal that leads into its middle, and numbers."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.clock import MINUTE, SECOND, Now, WallTime
from livedesk.domain.events import (
    AlertRaised,
    Entry,
    Event,
    MessageKind,
    MessageSent,
    ProductOnAir,
    PromotionStarted,
    RunKind,
    RunOpened,
    Taken,
    TakeReported,
    TakeResult,
    Via,
    WentLive,
)
from livedesk.domain.evolve import fold
from livedesk.domain.numbers import CommentLine, Curve, Measure, Numbers, Unit
from livedesk.domain.product import Product, ProductRole, Promotion, PromotionKind
from livedesk.domain.run import RunState, State
from livedesk.domain.rundown import (
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Group,
    Segment,
    SegmentKind,
    Show,
    Standby,
)
from livedesk.domain.status import SaveStatus
from livedesk.domain.timetable import plan
from livedesk.services.session.snapshot import SessionSnapshot

K = SegmentKind
ZONE = "Asia/Shanghai"
BOOT = "boot-1"
_DAY = datetime(2026, 11, 25)  # noqa: DTZ001 (a wall time of the show's zone)

_ROWS: Sequence[tuple[str, SegmentKind, int, str, str, str]] = (
    ("开场问候与主题预告", K.OPENING, 5, "开场全景", "g1", ""),
    ("福袋抽奖 · 满 2000 人开", K.DRAW, 3, "主播近景", "g1", ""),
    ("引流 · 氨基酸洁面 60g", K.PRODUCT, 6, "商品特写", "g2", "p01"),
    ("主推 · 神经酰胺修护霜 50ml", K.PRODUCT, 8, "商品特写", "g2", "p02"),
    ("限时秒杀 · 修护霜 300 件", K.FLASH, 5, "秒杀倒计时", "g2", "p02"),
    ("利润 · 精华液 30ml + 面膜组合", K.PRODUCT, 10, "双机位", "g2", "p03"),
    ("提问解答 · 敏感肌怎么选", K.TALK, 4, "主播近景", "g2", ""),
    ("品牌 · 防晒乳 SPF50+", K.PRODUCT, 8, "商品特写", "g2", "p04"),
    ("优惠券 满 199 减 40 · 第二波", K.COUPON, 2, "优惠券贴片", "g2", ""),
    ("连线 · 老客返场分享", K.LINK_UP, 6, "连线双屏", "g2", ""),
    ("梯度 · 面霜 15/50/100ml 三档", K.PRODUCT, 9, "商品特写", "g2", "p05"),
    ("半点抽奖 · 定时 21:15", K.DRAW, 3, "抽奖转盘", "g2", ""),
    ("互补 · 水乳两件套", K.PRODUCT, 8, "双机位", "g2", "p06"),
    ("返场 · 观众点名", K.RETURN, 12, "主播近景", "g3", "p01"),
    ("返场 · 修护霜最后 100 件", K.RETURN, 10, "商品特写", "g3", "p02"),
    ("预告与告别", K.CLOSING, 8, "开场全景", "g3", ""),
)
_PRODUCTS: Sequence[tuple[str, int, int, int, ProductRole, str]] = (
    ("氨基酸洁面 60g", 4900, 2900, 500, ProductRole.TRAFFIC, ""),
    ("神经酰胺修护霜 50ml", 19900, 12900, 800, ProductRole.HERO, ""),
    ("精华液 30ml + 面膜组合", 39900, 26900, 600, ProductRole.PROFIT, "组合"),
    ("防晒乳 SPF50+", 15900, 9900, 1200, ProductRole.IMAGE, ""),
    ("面霜三档 15/50/100ml", 9900, 5900, 900, ProductRole.PROFIT, "梯度"),
    ("水乳两件套", 25900, 17900, 450, ProductRole.BENEFIT, "互补"),
    ("护手霜 30g", 2900, 1500, 86, ProductRole.RETURN, ""),
)


def sample_show() -> Show:
    """Sixteen segments in three groups, seven products, four standby plans and the panic one."""
    segments = []
    for at, (title, kind, minutes, scene, group, product) in enumerate(_ROWS, 1):
        segments.append(
            Segment(
                id=f"s{at:02d}",
                title=title,
                kind=kind,
                duration_ms=minutes * MINUTE,
                group_id=group,
                hard_start=WallTime(_DAY.replace(hour=21, minute=15)) if at == 12 else None,
                end_mode=EndMode.AUTO_FOLLOW if at in (2, 9) else EndMode.MANUAL,
                scene=scene,
                product_ids=(product,) if product else (),
                interaction="扣“想要”上链接" if at == 4 else "",
                person="主播一",
                cues=_cues(at),
            )
        )
    products = [
        Product(
            id=f"p{at:02d}", name=name, link=at, role=role, combo=combo, list_price=was, live_price=now,
            stock=stock, hand_price=now, cost=now * 47 // 100, offer="满199减40 · 两件 ¥218" if at == 2 else "",
        )
        for at, (name, was, now, stock, role, combo) in enumerate(_PRODUCTS, 1)
    ]  # fmt: skip
    plans = [
        ("b1", "断网", "优惠券贴片"),
        ("b2", "断货", "主播近景"),
        ("b3", "口误更正", "主播近景"),
        ("b4", "设备故障", "双机位"),
    ]
    return Show(
        id="abcdef012345",
        title="秋冬护肤专场",
        zone=ZONE,
        planned_start=WallTime(_DAY.replace(hour=20)),
        host="主播一",
        groups=(Group("g1", "一 · 开场"), Group("g2", "二 · 讲品"), Group("g3", "三 · 返场与收尾")),
        segments=tuple(segments),
        standbys=(
            *(Standby(key, title, scene, duration_ms=2 * MINUTE) for key, title, scene in plans),
            Standby("b9", "紧急画面", "紧急画面", panic=True),
        ),
        products=tuple(products),
        promotions=(
            Promotion("r1", "满199减40 · 第一波", PromotionKind.THRESHOLD, "s03", 20 * MINUTE, cap=2000),
            Promotion("r2", "秒杀 ¥99 × 300", PromotionKind.FLASH, "s05", 5 * MINUTE, price=9900, cap=300),
        ),
        checklist=(
            CheckItem("c01", CheckGroup.OBS, "OBS 连接", critical=True, probe="obs.reachable"),
            CheckItem("c02", CheckGroup.CAMERA, "主机位对焦", critical=True),
            CheckItem("c03", CheckGroup.LIGHT, "主光色温"),
        ),
    )


def _cues(at: int) -> tuple[ConsoleCue, ...]:
    if at == 4:
        return (
            ConsoleCue("q1", ConsoleAction.LIST, "上架 2 号链接", 0),
            ConsoleCue("q2", ConsoleAction.PIN, "弹 2 号讲解卡", 30 * SECOND),
            ConsoleCue("q3", ConsoleAction.STOCK, "放库存 300 件", 6 * MINUTE),
        )
    if at == 5:
        return (ConsoleCue("q4", ConsoleAction.PRICE, "修护霜改价 ¥99"),)
    return ()


class Journal:
    """Writes entries as a session would, at run times that the test says."""

    def __init__(self, show: Show, wall_ms: int) -> None:
        self.show = show
        self.opened = wall_ms
        self.entries: list[Entry] = []
        self.airing = 0

    def add(self, t_ms: int, event: Event, by: str = "导播") -> Entry:
        """One more entry."""
        entry = Entry(len(self.entries) + 1, t_ms, self.opened + t_ms, by, event)
        self.entries.append(entry)
        return entry

    def open(self) -> None:
        """A run, its checks still to be done."""
        start = plan(self.show).start
        self.add(0, RunOpened(self.show.id, self.show.title, RunKind.LIVE, 1, ZONE, start, BOOT, 0))

    def live(self, t_ms: int, **override: str) -> None:
        """On air, with the plan frozen."""
        layout = plan(self.show)
        chain = zip(self.show.segments, layout.starts, strict=True)
        baseline = tuple((segment.id, at) for segment, at in chain if at is not None)
        self.add(t_ms, WentLive(1, baseline, layout.end, override_reason=override.get("reason", "")))

    def take(self, t_ms: int, at: int, result: TakeResult | None = TakeResult.CONFIRMED, detail: str = "") -> None:
        """Segment ``at`` (from 1) on air, and what became of its scene."""
        segment = self.show.segments[at - 1]
        product = self.show.product(segment.product_ids[0]) if segment.product_ids else None
        shown = (ProductOnAir(product.id, product.name, product.live_price),) if product else ()
        self.airing += 1
        layout = plan(self.show)
        self.add(
            t_ms,
            Taken(
                self.airing, self.airing, segment.id, at, segment.title, segment.kind, segment.group_id, 1,
                layout.starts[at - 1] or 0, layout.durations[at - 1], segment.scene,
                segment.transition.kind, segment.transition.duration_ms, shown, Via.GO,
            ),
        )  # fmt: skip
        if result is not None:
            self.add(
                t_ms + 9,
                TakeReported(self.airing, result, 9.2 if result is TakeResult.CONFIRMED else None, detail),
            )

    @property
    def run(self) -> RunState:
        """The folded state."""
        return fold(self.entries)


def mid_show(show: Show | None = None) -> Journal:
    """Four segments in, 5:06 into the fourth, a minute and a half behind."""
    show = show or sample_show()
    opened = plan(show).start - 10 * MINUTE
    journal = Journal(show, opened)
    journal.open()
    start = 10 * MINUTE
    journal.live(start)
    journal.take(start, 1)
    journal.take(start + 322 * SECOND, 2)
    journal.take(start + 542 * SECOND, 3)
    journal.add(start + 543 * SECOND, PromotionStarted("r1", "满199减40 · 第一波", start + 1758 * SECOND))
    journal.take(start + 930 * SECOND, 4)
    journal.add(start + 1000 * SECOND, MessageSent(1, MessageKind.DIRECTOR, "库存只剩三百件，催一下"))
    params = (("action", "ask_for_comments"), ("percent", "2.4"), ("value", "0.0241"))
    journal.add(start + 1221 * SECOND, AlertRaised("alert.interaction_weak", params))
    return journal


MID_T = 10 * MINUTE + (930 + 306) * SECOND


def now_at(t_ms: int, opened: int) -> Now:
    """The clock's reading at a run time of a :class:`Journal`."""
    return Now(opened + t_ms, t_ms, BOOT)


def snapshot(journal: Journal, save: SaveStatus | None = None) -> SessionSnapshot:
    """What the session would tell."""
    saved = save or SaveStatus(len(journal.entries))
    return SessionSnapshot(1, State(journal.show, 1, journal.run), saved)


def numbers(at_ms: int) -> Numbers:
    """Live numbers with an hour's curves."""
    steps = range(150)
    times = tuple(at_ms - (149 - step) * 10_000 for step in steps)
    measures = {
        "online": Measure("online", Unit.COUNT, 3482, 0.06, age_ms=400),
        "gmv_fen": Measure("gmv_fen", Unit.FEN, 18_642_000, 0.12, age_ms=38_000),
        "units": Measure("units", Unit.COUNT, 1445, 0.03, age_ms=38_000),
        "view_to_pay": Measure("view_to_pay", Unit.RATIO, 0.021, -0.006, age_ms=38_000),
        "gpm_fen": Measure("gpm_fen", Unit.FEN, 291_300, 0.04, age_ms=38_000),
        "interaction_rate": Measure("interaction_rate", Unit.RATIO, 0.092, 0.011, age_ms=400),
    }
    curves = (
        Curve("online", Unit.COUNT, times, tuple(2400 + 8 * step + 90 * math.sin(step / 9) for step in steps)),
        Curve("gmv_fen", Unit.FEN, times, tuple(120_000.0 * step + 9_000 * math.sin(step / 7) for step in steps)),
        Curve("comments", Unit.COUNT, times, tuple(60 + step / 3 + 14 * math.sin(step / 5) for step in steps)),
    )
    comments = (
        CommentLine(at_ms - 9_000, "观***", "敏感肌可以用吗？", question=True, same=23),
        CommentLine(at_ms - 7_000, "小***", "想要想要"),
        CommentLine(at_ms - 5_000, "风***", "和上次那款有什么区别", question=True),
        CommentLine(at_ms - 3_000, "阿***", "券怎么领不了", complaint=True),
        CommentLine(at_ms - 1_000, "M***", "已拍，发货快点"),
    )
    return Numbers(at_ms, measures, curves, {"p02": 412, "p01": 414}, comments, 128)


def long_show(count: int) -> Show:
    """A rundown of ``count`` segments in groups of twenty."""
    kinds = list(SegmentKind)
    segments = tuple(
        Segment(f"s{at}", f"第 {at} 项", kinds[at % len(kinds)], 60_000, f"g{at // 20}", scene="主播近景")
        for at in range(count)
    )
    groups = tuple(Group(f"g{at}", f"第 {at} 组") for at in range(count // 20 + 1))
    return replace(sample_show(), groups=groups, segments=segments)
