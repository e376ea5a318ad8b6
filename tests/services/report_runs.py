"""Runs to report on: the sample show as it was planned, and one in which much went otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckGroup, CheckItem
from livedesk.domain.clock import MINUTE, SECOND
from livedesk.domain.events import TakeResult
from livedesk.domain.feed import FeedEvent, FeedKind, OrderRow, OrderState
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import ConsoleAction, ConsoleCue, Group, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import Script, parse_script
from livedesk.domain.timetable import plan
from livedesk.services.importers.sheet import read_sheet
from livedesk.services.ingest.orders import open_orders
from livedesk.services.ingest.privacy import Privacy
from livedesk.services.ingest.recording import Recording
from livedesk.services.reports.data import ReportData
from livedesk.services.reports.gather import report_data
from livedesk.services.reports.look import Look, load_look
from livedesk.services.reports.words import Words
from tests.unit.shows import Desk, at, segment, show

ROOT = Path(__file__).parents[2]
SAMPLES = ROOT / "resources" / "samples"
SHEET = SAMPLES / "秋冬护肤专场_20261125_主播一.xlsx"
START = at("2026-11-25 20:00")
PAYLOAD = '<img src=x onerror="alert(1)">&amp;</script>{{7*7}}'


class Named(dict[str, str]):
    """Every name told as itself, so that a test reads what a page asked for."""

    def __missing__(self, key: str) -> str:
        return key


def words(language: str = "en") -> Words:
    tables = [Named() for _ in range(10)]
    tables[0] |= {"comma": ", ", "colon": ": "}
    return Words(language, *tables, tell=lambda code, facts: f"told {code} {dict(facts)}")


def look() -> Look:
    return load_look(ROOT / "resources")


def sample_show() -> Show:
    found = read_sheet(SHEET).show
    assert found is not None
    return found


def sample_report() -> ReportData:
    """The sample show taken on the second, with its order file and its recorded feed."""
    document = sample_show()
    layout = plan(document)
    desk = Desk(document, layout.start)
    desk.do(c.GoLive("场控", "样例"))
    for start in layout.starts[1:]:
        assert start is not None
        desk.to(start).do(c.Go())
    desk.to(layout.end).do(c.EndShow())
    privacy = Privacy(b"a salt for tests, 32 bytes long.")
    orders = open_orders(SAMPLES / "orders.csv").rows(privacy)
    return report_data(7, document, desk.entries, Recording(SAMPLES / "feed.jsonl", privacy), orders)


def item(number: int, **more: object) -> Segment:
    """A segment of five minutes."""
    return replace(segment(number, 5), **more)  # type: ignore[arg-type]  # tests name the fields


def odd_show() -> Show:
    return show(
        "2026-11-25 20:00",
        item(1, title="开场", kind=SegmentKind.OPENING, group_id="g1"),
        item(2, title="修护霜", group_id="g1", product_ids=("p1", "p2"), cues=(cue(),)),
        item(3, title="跳过的", skipped=True, group_id="g1"),
        item(4, title="误切的"),
        item(5, title="略过的"),
        item(6, title="后来删掉的", group_id="g2", product_ids=("p2",)),
        item(7, title="收尾", kind=SegmentKind.CLOSING),
        groups=(Group("g1", "第一轮"), Group("g2", "第二轮")),
        products=(Product("p1", "修护霜", codes=("A1",), live_price=12900), Product("p2", "面膜", codes=("A2",))),
        standbys=(Standby("b1", "断网", "紧急画面"), Standby("b2", "紧急画面", "紧急画面", panic=True)),
        promotions=(Promotion("m1", "优惠券", PromotionKind.COUPON, "s2", 3 * MINUTE),),
        checklist=(CheckItem("c1", CheckGroup.CAMERA, "主机位", critical=True),),
    )


def cue() -> ConsoleCue:
    return ConsoleCue("k1", ConsoleAction.PIN, "弹讲解卡")


def odd_desk() -> Desk:
    """20:00 s1 · 20:06 s2 · 20:08 standby · 20:10 s2 again · 20:11 s4 by mistake, back after 5 s · 20:15 jump to
    s6 · 20:20 back to s2 by a jump · 20:22 s7 · end 20:25, with one take unknown, an alert and a fault."""
    desk = Desk(odd_show(), START).do(c.GoLive("导播", "机位已换"))
    desk.after(6 * MINUTE).do(c.Go()).do(c.TickCue("k1"))
    desk.do(c.ReportTake(2, TakeResult.UNKNOWN, None, "no answer"))
    desk.after(MINUTE).do(c.PresentProduct("p2"))
    desk.after(MINUTE).do(c.CallStandby("b1"))
    desk.after(2 * MINUTE).do(c.EndStandby())
    desk.after(MINUTE).do(c.Go())
    desk.after(5 * SECOND).do(c.Back())
    desk.to(START + 15 * MINUTE).do(c.Jump("s6"))
    desk.after(MINUTE).do(c.RaiseAlert("online.drop", (("percent", "30"),)))
    desk.after(MINUTE).do(c.ShowFault("obs.lost", ())).do(c.ClearFault("obs.lost"))
    desk.to(START + 20 * MINUTE).do(c.Jump("s2"))
    desk.to(START + 22 * MINUTE).do(c.Jump("s7"))
    return desk.to(START + 25 * MINUTE).do(c.EndShow())


def odd_orders() -> tuple[OrderRow, ...]:
    return (
        order("1", START + 7 * MINUTE, "A1", 12900),
        order("2", START + 9 * MINUTE, "A1", 12900),
        order("3", START + 16 * MINUTE, "A2", 5000),
        order("4", START + 21 * MINUTE, "B9", 100),
        order("5", START + 26 * MINUTE, "A1", 99900),
    )


def order(number: str, paid_ms: int, code: str, amount: int) -> OrderRow:
    return OrderRow(number, number, "", "", code, 1, amount, paid_ms, paid_ms, OrderState.PAID)


def stats(minutes: Iterable[tuple[int, int]]) -> list[FeedEvent]:
    return [
        FeedEvent(f"x{minute}", FeedKind.STATS, START + minute * MINUTE, count=count) for minute, count in minutes
    ]


def odd_report(document: Show | None = None) -> ReportData:
    found = document or odd_show()
    return report_data(3, found, odd_desk().entries, stats([(0, 10), (5, 20), (10, 30)]), odd_orders())


def hostile_show() -> Show:
    """Markup in every text that a person can write."""
    bad = f"bad {PAYLOAD}"
    return replace(
        show(
            "2026-11-25 20:00",
            item(
                1, title=bad, group_id="g1", scene=bad, interaction=bad, person=bad, note=bad, goal=bad,
                product_ids=("p1",), cues=(ConsoleCue("k1", ConsoleAction.OTHER, bad, 1_000),),
                script=Script(parse_script(f"【动作】{bad}\n助播：{bad}").lines),
            ),
            item(2),
            groups=(Group("g1", bad),),
            products=(Product("p1", bad, spec=bad, offer=bad, gifts=bad, link=1, codes=("A1",)),),
            standbys=(Standby("b1", bad, bad, trigger=bad, owner=bad, script=parse_script(bad)),),
            promotions=(Promotion("m1", bad, PromotionKind.GIFT, "s1"),),
            checklist=(CheckItem("c1", CheckGroup.CAMERA, bad, how=bad, critical=True, owner=bad),),
        ),
        title=bad,
        host=bad,
        platform=bad,
    )  # fmt: skip


def hostile_report() -> ReportData:
    bad = f"bad {PAYLOAD}"
    desk = Desk(hostile_show(), START).do(c.GoLive(bad, bad), by=bad)
    desk.do(c.ReportTake(1, TakeResult.REJECTED, None, bad)).do(c.TickCue("k1"), by=bad)
    desk.after(MINUTE).do(c.CallStandby("b1")).do(c.RaiseAlert(bad, ((bad, bad),)))
    desk.after(MINUTE).do(c.EndShow())
    return report_data(1, hostile_show(), desk.entries, [], [order("1", START + SECOND, "A1", 100)])
