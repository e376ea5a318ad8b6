"""Shows with something in every field, and the way of a show through a file and back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from import_books import at

from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import WallTime
from livedesk.domain.product import Product, ProductRole, ProductType, Promotion, PromotionKind
from livedesk.domain.rundown import (
    Approval,
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Group,
    ItemWish,
    Segment,
    SegmentKind,
    Show,
    Standby,
    StandbyMode,
    Transition,
    TransitionKind,
)
from livedesk.domain.script import Script, parse_script
from livedesk.services.exporters.show_xlsx import export_xlsx
from livedesk.services.importers import read_file

START = WallTime(at("2026-11-25 22:30"))


def segment(place: int, /, title: str = "讲品", minutes: float = 5, **more: object) -> Segment:
    plain = Segment(f"s{place:02d}", title, SegmentKind.PRODUCT, round(minutes * 60_000))
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of a segment


def show_of(*segments: Segment, **more: object) -> Show:
    return replace(Show("show", "夜场", "Asia/Shanghai", START, segments=segments), **more)  # type: ignore[arg-type]  # fields of a show


def back(folder: Path, show: Show, write: Callable[[Show], bytes] = export_xlsx, kind: str = "xlsx") -> Show:
    """The show after a round trip, without the id that a file gets of its own."""
    file = folder / f"out.{kind}"
    file.write_bytes(write(show))
    preview = read_file(file)
    assert preview.errors == ()
    assert set(preview.asks) <= {"host"}
    codes = {problem.code for problem in preview.problems}
    allowed = {"sheet.picture_missing", "sheet.overlap", "sheet.link_twice", "sheet.approval_stays", "sheet.empty"}
    assert codes <= allowed
    assert preview.show is not None
    return replace(preview.show, id=show.id)


def everything() -> Show:
    """A show with something in every field, and with what is awkward to write into cells."""
    lines = (
        *parse_script("【动作】举牌\n助播：先来\n大家好\n【备注】慢一点").lines,
        *parse_script("助播：好的\n【互动】助播：扣 1").lines,
    )
    segments = (
        segment(
            1,
            "开场",
            2.5,
            kind=SegmentKind.OPENING,
            group_id="g1",
            script=Script(lines),
            goal="留人",
            note="=备注",
            number="01",
            co_host="助播一",
            owner="场控、导播",
            warn_ms=60_000,
            alarm_ms=15_500,
            fallback="跳到下一款\n-不等",
        ),
        segment(
            2,
            "-讲品",
            5,
            group_id="g1",
            product_ids=("p03", "p01"),
            transition=Transition(TransitionKind.FADE, 250),
            number="=02A",
            items=(ItemWish("价签贴片"), ItemWish("水印", shown=False)),
        ),
        segment(
            3, "讲品", 5.0005, product_ids=("p02",), end_mode=EndMode.AUTO_FOLLOW, scene="商品特写", person="@主播"
        ),
        segment(4, "跳过的", 7, skipped=True, hard_start=WallTime(at("2026-11-25 23:00")), group_id="g2"),
        segment(5, "到点", 3, end_mode=EndMode.COUNT_TO, count_to=WallTime(at("2026-11-26 00:10")), group_id="g2"),
        segment(6, "讲品", 10, hard_start=WallTime(at("2026-11-26 00:00")), interaction="+1\n扣 2", group_id="g2"),
        segment(7, "第二天", 30, hard_start=WallTime(at("2026-11-27 21:00")), group_id="g2"),
        segment(8, "长", 60 * 25, group_id="g2"),
        segment(9, "节点", 0, kind=SegmentKind.MILESTONE, group_id="g3"),
        segment(
            10, "收尾", 5, kind=SegmentKind.CLOSING, hard_start=WallTime(at("2026-11-28 22:00")), group_id="g3"
        ),
    )
    cues = (
        ConsoleCue("s02k1", ConsoleAction.LIST, "上架 3 号", 0),
        ConsoleCue("s02k2", ConsoleAction.PIN, "弹讲解卡", 30_000),
        ConsoleCue("s02k3", ConsoleAction.PRICE, "恢复原价", 61_500),
        ConsoleCue("s02k4", ConsoleAction.OTHER, "+1 关注", 0),
    )
    products = (
        Product(
            "p01", "修护霜", 1, "自营", "50ml", ProductRole.HERO, ProductType.PREMIUM, "组合", 19900, 12950, 1, 0
        ),
        Product(
            "p02",
            "=洁面",
            2,
            stock=1200,
            limit=2,
            selling_points=("补水、修护", "-舒缓"),
            do_not_say=("最", "第一"),
        ),
        Product(
            "p03", "水、乳两件套", 3, platform_ids=("3600100000000000012", "2"), codes=("A-1",), image="p03.png"
        ),
        Product("p04", "修护霜", 4, hand_price=9950, offer="满减", gifts="@小样", gift_stock=300),
    )
    promotions = (
        Promotion("m1", "秒杀", PromotionKind.FLASH, "s03", 300_000, 9900, 300, "p01"),
        Promotion("m2", "券", PromotionKind.COUPON, "s06", None, None, 2000, "p04"),
        Promotion("m3", "全场满减", PromotionKind.THRESHOLD),
    )
    checks = (
        CheckItem("c01", CheckGroup.OBS, "OBS 已连接", "自动", True, "技术", 3_600_000, "obs.connected"),
        CheckItem("c02", CheckGroup.CAMERA, "构图", due_ms=90_500),
    )
    standbys = (
        Standby(
            "b1",
            "断流",
            "紧急画面",
            trigger="推流中断\n码率低",
            owner="导播",
            transition=Transition(TransitionKind.FADE, 250),
            items=(ItemWish("断货横幅"), ItemWish("倒计时", shown=False)),
            product_id="p04",
            cues=(
                ConsoleCue("b1k1", ConsoleAction.PIN, "弹讲解卡 4号"),
                ConsoleCue("b1k2", ConsoleAction.UNLIST, "下架 1号；2号", 20_000),
            ),
            message="=先别报价；换讲 4 号",
        ),
        Standby(
            "b2",
            "断货",
            "近景",
            StandbyMode.REPLACE,
            90_000,
            script=parse_script("先讲下一款\n【结尾】\n回来"),
            panic=True,
        ),
    )
    overrides = (
        ClaimOverride("s01", "ad-law-9", "第一", "=有报告", "运营", 1_796_000_000_000),
        ClaimOverride("s02", "gift:p04", "送小样", "门店送", "主播\n一", 1_796_000_000_500),
        ClaimOverride("b2", "price:live:12950", "99 元", "福利价", "场控", 0),
    )
    return show_of(
        segments[0],
        replace(segments[1], cues=cues),
        *segments[2:],
        hard_end=WallTime(at("2026-11-28 23:00")),
        host="主播一",
        platform="抖音",
        room="=直播间",
        groups=(Group("g1", "一、开场"), Group("g2", "+讲品"), Group("g3", "收尾")),
        products=products,
        promotions=promotions,
        checklist=checks,
        standbys=standbys,
        approval=Approval.APPROVED,
        claim_overrides=overrides,
    )


def drafted(show: Show) -> Show:
    """The show as a sheet carries it: without its approval, which no sheet gives."""
    return replace(show, approval=Approval.DRAFT)


def whole(*images: str) -> Show:
    """A show of products with these pictures."""
    goods = tuple(Product(f"p{at:02d}", f"品{at}", at, image=image) for at, image in enumerate(images, 1))
    return show_of(segment(1, product_ids=("p01",)), products=goods)
