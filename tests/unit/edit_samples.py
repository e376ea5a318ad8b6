"""Shows and edits drawn for the laws of editing."""

from __future__ import annotations

from datetime import datetime

from hypothesis import strategies as st

from livedesk.domain.clock import WallTime
from livedesk.domain.edits import (
    Batch,
    ChangeSegments,
    ChangeShow,
    Edit,
    InsertSegment,
    MoveProduct,
    MoveSegment,
    Place,
    PlaceSegments,
    Put,
    PutSegments,
    RemoveSegment,
    ReplaceProduct,
    ReplaceSegment,
    ReplaceShow,
    SegmentChange,
    SetApproval,
    SpliceScript,
    TakeSegments,
)
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import (
    Approval,
    ConsoleAction,
    ConsoleCue,
    EndMode,
    Group,
    Segment,
    SegmentKind,
    Show,
    Standby,
)
from livedesk.domain.script import LineKind, Script, ScriptLine, ScriptPart

START = WallTime(datetime(2026, 11, 25, 20))  # noqa: DTZ001 (a wall time of the show's zone)
texts = st.text("想要的宝宝扣一 ab1", max_size=6)
lines = st.builds(
    ScriptLine, st.sampled_from(LineKind), texts, st.sampled_from(["", "助播"]), st.sampled_from(ScriptPart)
)
scripts = st.builds(Script, st.lists(lines, max_size=4).map(tuple))


def segments(segment_id: str) -> st.SearchStrategy[Segment]:
    """A segment with this id and anything in its fields."""
    return st.builds(
        Segment,
        st.just(segment_id),
        texts,
        st.sampled_from(SegmentKind),
        st.integers(0, 600_000),
        st.sampled_from(["", "g1", "g2"]),
        hard_start=st.sampled_from([None, START]),
        end_mode=st.sampled_from(EndMode),
        product_ids=st.sampled_from([(), ("p1",), ("p2", "p1")]),
        script=scripts,
        skipped=st.booleans(),
        number=st.sampled_from(["", "", "04", "04A"]),
        cues=st.sampled_from([(), (ConsoleCue("c1", ConsoleAction.PIN, "弹"),)]),
    )


@st.composite
def shows(draw: st.DrawFn, most: int = 7) -> Show:
    """A show with up to ``most`` segments."""
    count = draw(st.integers(0, most))
    rows = tuple(draw(segments(f"s{at}")) for at in range(count))
    products = (Product("p1", "霜", live_price=9_900), Product("p2", "洁面"))
    promotions = (Promotion("q1", "秒杀", PromotionKind.FLASH, "s1"),)
    groups = (Group("g1", "开场"), Group("g2", "讲品"))
    standbys = (Standby("b1", "断货", "主播近景"),)
    return Show(
        "show", "秋冬", "Asia/Shanghai", START, groups=groups, segments=rows, standbys=standbys,
        products=products, promotions=promotions,
    )  # fmt: skip


def places(draw: st.DrawFn, total: int, count: int) -> list[int]:
    """Ascending indexes that ``count`` rows can have among ``total``."""
    return sorted(draw(st.lists(st.integers(0, total - 1), min_size=count, max_size=count, unique=True)))


@st.composite
def edits(draw: st.DrawFn, show: Show, *, deep: bool = True) -> Edit:
    """An edit that fits a show."""
    ids = [item.id for item in show.segments]
    kinds = ["put", "show", "replace", "group", "product", "queue", "plan"]
    if ids:
        kinds += ["change", "take", "place", "splice", "old", "remove", "insert", "move"]
    if deep:
        kinds += ["batch"]
    match draw(st.sampled_from(kinds)):
        case "put":
            count = draw(st.integers(1, 3))
            at = places(draw, len(ids) + count, count)
            return PutSegments(tuple(Put(index, draw(segments(f"n{index}"))) for index in at))
        case "show":
            name, value = draw(
                st.sampled_from(
                    [
                        ("title", "冬"),
                        ("hard_end", START),
                        ("standbys", ()),
                        ("promotions", ()),
                        ("host", "主播二"),
                    ]
                )
            )
            return ChangeShow({name: value})
        case "product":
            return ReplaceProduct(Product(draw(st.sampled_from(["p1", "p2"])), draw(texts)))
        case "queue":
            return MoveProduct("p2", 0)
        case "plan":
            return SpliceScript("b1", 0, 0, draw(scripts).lines)
        case "group":
            return ChangeShow({"groups": (*show.groups, Group("g3", draw(texts)))})
        case "replace":
            return ReplaceShow(draw(shows()))
        case "change":
            chosen = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
            made = draw(segments("x"))
            names = draw(
                st.lists(st.sampled_from(["title", "hard_start", "script", "cues", "number"]), min_size=1)
            )
            return ChangeSegments(
                tuple(SegmentChange(one, {name: getattr(made, name) for name in names}) for one in chosen)
            )
        case "take":
            return TakeSegments(tuple(draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))))
        case "place":
            chosen = draw(st.lists(st.sampled_from(ids), min_size=1, unique=True))
            at = places(draw, len(ids), len(chosen))
            group = draw(st.sampled_from(["", "g1"]))
            return PlaceSegments(tuple(Place(one, index, group) for one, index in zip(chosen, at, strict=True)))
        case "splice":
            item = draw(st.sampled_from(show.segments))
            start = draw(st.integers(0, len(item.script.lines)))
            count = draw(st.integers(0, len(item.script.lines) - start))
            return SpliceScript(item.id, start, count, draw(scripts).lines)
        case "old":
            return ReplaceSegment(draw(segments(draw(st.sampled_from(ids)))))
        case "remove":
            return RemoveSegment(draw(st.sampled_from(ids)))
        case "insert":
            return InsertSegment(draw(st.integers(0, len(ids))), draw(segments("new")))
        case "move":
            return MoveSegment(draw(st.sampled_from(ids)), draw(st.integers(0, len(ids) - 1)), "g2")
        case _:
            first = draw(edits(show, deep=False))
            return Batch((first, SetApproval(Approval.APPROVED), ChangeShow({"title": "两步"})))
