"""A sheet in a show's place, and a sheet merged into a show: what is told, what is taken, and what stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from livedesk.domain.carrying import EVERYTHING, Carries
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.clock import MINUTE
from livedesk.domain.edits import apply
from livedesk.domain.matching import match_segments
from livedesk.domain.merging import MergeKind, MergePlan, merge, override
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rundown import Approval, ConsoleAction, ConsoleCue, Group, Segment, SegmentKind, Show, Standby
from livedesk.domain.script import parse_script
from tests.unit.edit_samples import shows
from tests.unit.shows import show as plain_show

TIMES = Carries(frozenset(), frozenset({"title", "duration_ms"}), frozenset())


def seg(ident: str, title: str, minutes: int = 5, **more: object) -> Segment:
    plain = Segment(ident, title, SegmentKind.PRODUCT, minutes * MINUTE)
    return replace(plain, **more)  # type: ignore[arg-type]  # fields of a segment


def evening(*segments: Segment, **more: object) -> Show:
    return plain_show("2026-11-25 20:00", *segments, **more)


def sheet(*segments: Segment, **more: object) -> Show:
    return replace(evening(*segments, **more), id="sheet")


BASE = evening(
    seg("a", "开场", scene="全景", script=parse_script("大家好"), number="01"),
    seg("b", "讲品 面霜", product_ids=("p1",), group_id="g1"),
    seg("c", "讲品 精华", group_id="g1", note="慢一点"),
    seg("d", "收尾"),
    groups=(Group("g1", "讲品"),),
    products=(Product("p1", "面霜", 1, live_price=9900, image="p1.png"),),
    promotions=(Promotion("m1", "秒杀", PromotionKind.FLASH, "c"),),
    standbys=(Standby("b1", "断流", "紧急画面"),),
    claim_overrides=(
        ClaimOverride("a", "r", "最", "赞助方原话", "法务", 1),
        ClaimOverride("c", "r", "最", "", "", 2),
    ),
)


def copied(show: Show) -> Show:
    """The show as a sheet brings it: every id is another one."""
    groups = {one.id: f"G{at}" for at, one in enumerate(show.groups)} | {"": ""}
    products = {one.id: f"P{at}" for at, one in enumerate(show.products)} | {"": ""}
    items = {one.id: f"S{at}" for at, one in enumerate((*show.segments, *show.standbys))} | {"": ""}
    return replace(
        show,
        id="sheet",
        groups=tuple(replace(one, id=groups[one.id]) for one in show.groups),
        products=tuple(replace(one, id=products[one.id]) for one in show.products),
        segments=tuple(
            replace(
                one,
                id=items[one.id],
                group_id=groups[one.group_id],
                product_ids=tuple(products[sold] for sold in one.product_ids),
                cues=tuple(replace(cue, id=f"{items[one.id]}k{at}") for at, cue in enumerate(one.cues)),
            )
            for one in show.segments
        ),
        standbys=tuple(replace(one, id=items[one.id]) for one in show.standbys),
        promotions=tuple(
            replace(one, id=f"M{at}", segment_id=items[one.segment_id], product_id=products[one.product_id])
            for at, one in enumerate(show.promotions)
        ),
        claim_overrides=tuple(replace(one, item_id=items[one.item_id]) for one in show.claim_overrides),
    )


def kinds(plan: MergePlan) -> list[tuple[str, MergeKind]]:
    return [(row.key, row.kind) for row in plan.rows]


def whole(show: Show) -> Show:
    """The drawn show without references that lead nowhere."""
    groups = {one.id for one in show.groups} | {""}
    products = {one.id for one in show.products} | {""}
    segments = tuple(
        replace(
            one,
            group_id=one.group_id if one.group_id in groups else "",
            product_ids=tuple(dict.fromkeys(sold for sold in one.product_ids if sold in products)),
        )
        for one in show.segments
    )
    ids = {one.id for one in segments} | {""}
    promotions = tuple(
        replace(
            one,
            segment_id=one.segment_id if one.segment_id in ids else "",
            product_id=one.product_id if one.product_id in products else "",
        )
        for one in show.promotions
    )
    items = ids | {one.id for one in show.standbys}
    overrides = tuple(one for one in show.claim_overrides if one.item_id in items - {""})
    return replace(
        show, segments=segments, promotions=promotions, claim_overrides=overrides, approval=Approval.DRAFT
    )


drawn = shows().map(whole)


@given(drawn)
def test_merging_a_shows_own_copy_changes_nothing(show: Show) -> None:
    for other in (show, copied(show)):
        plan = merge(show, other)
        assert plan.rows == ()
        assert plan.edit(plan.everything) is None
        assert override(show, other) is None


@settings(max_examples=60)
@given(drawn, drawn)
def test_override_then_undo_is_identity(show: Show, other: Show) -> None:
    edit = override(show, replace(other, id="sheet"))
    if edit is None:
        return
    after, back = apply(show, edit)
    assert after.id == show.id
    assert [item.title for item in after.segments] == [item.title for item in other.segments]
    assert apply(after, back)[0] == show


@settings(max_examples=60)
@given(drawn, drawn)
def test_everything_taken_is_the_sheet_in_place(show: Show, other: Show) -> None:
    other = replace(other, id="sheet")
    plan = merge(show, other)
    assert plan.result(plan.everything).segments == plan.sheet.segments


@settings(max_examples=80)
@given(drawn, drawn, st.data())
def test_only_the_rows_that_are_chosen_change(show: Show, other: Show, data: st.DataObject) -> None:
    plan = merge(show, replace(other, id="sheet"))
    keys = sorted(plan.everything)
    taken = frozenset(data.draw(st.sets(st.sampled_from(keys))) if keys else ())
    after = plan.result(taken)
    now = {item.id: item for item in after.segments}
    assert len(now) == len(after.segments)
    for item in show.segments:
        row = next((row for row in plan.rows if row.key == item.id), None)
        if row is None or item.id not in taken:
            assert now[item.id] == replace(
                item, group_id=now[item.id].group_id, product_ids=now[item.id].product_ids
            )
    left = [item.id for item in show.segments if item.id not in taken]
    assert [item.id for item in after.segments if item.id in left] == left
    added = {row.key for row in plan.rows if row.kind is MergeKind.ADDED}
    assert set(now) & added == added & taken
    groups, products = {one.id for one in after.groups} | {""}, {one.id for one in after.products}
    assert {item.group_id for item in after.segments} <= groups
    assert {sold for item in after.segments for sold in item.product_ids} <= products


def test_rows_are_known_by_number_title_and_likeness() -> None:
    other = sheet(
        seg("x1", "欢迎来到直播间", number="01"),
        seg("x2", "讲品 面霜", kind=SegmentKind.FLASH),
        seg("x3", "讲品 精华液"),
        seg("x4", "完全不同的东西"),
    )
    assert match_segments(BASE, other) == {"x1": "a", "x2": "b", "x3": "c"}


def test_two_that_are_alike_are_neither() -> None:
    show = evening(seg("a", "讲品 精华水一"), seg("b", "讲品 精华水二"))
    assert match_segments(show, sheet(seg("x", "讲品 精华水三"))) == {}
    other = sheet(seg("x", "讲品 精华水一"), seg("y", "讲品 精华水二"))
    assert match_segments(evening(seg("a", "讲品 精华水三")), other) == {}


def test_a_number_that_stands_twice_names_nobody() -> None:
    show = evening(seg("a", "甲", number="01"), seg("b", "乙", number="01"))
    assert match_segments(show, sheet(seg("x", "乙", number="01"))) == {"x": "b"}


def test_a_merge_tells_what_is_added_changed_moved_and_only_here() -> None:
    other = sheet(
        seg("x1", "收尾"),
        seg("x2", "开场", 6, scene="全景", script=parse_script("大家好"), number="01"),
        seg("x3", "抽奖", kind=SegmentKind.DRAW),
        seg("x4", "讲品 面霜"),
        groups=(),
    )
    segment_fields = Carries(frozenset(), frozenset({"title", "kind", "duration_ms", "scene"}), frozenset())
    plan = merge(BASE, other, carries=segment_fields)
    assert kinds(plan) == [
        ("d", MergeKind.MOVED),
        ("a", MergeKind.CHANGED),
        ("n1", MergeKind.ADDED),
        ("c", MergeKind.ONLY_HERE),
    ]
    changed = plan.rows[1]
    assert [(one.field, one.before, one.after) for one in changed.fields] == [
        ("duration_ms", 5 * MINUTE, 6 * MINUTE)
    ]
    assert plan.advised == {"d", "a", "n1"}
    edit = plan.edit(plan.advised)
    assert edit is not None
    after, back = apply(BASE, edit)
    assert [item.title for item in after.segments] == ["收尾", "开场", "抽奖", "讲品 面霜", "讲品 精华"]
    assert after.segments[3].product_ids == ("p1",)
    assert apply(after, back)[0] == BASE
    assert plan.edit(()) is None


def test_what_a_sheet_does_not_carry_stays() -> None:
    after, _ = apply(BASE, override(BASE, sheet(seg("x", "开场", 9), seg("y", "讲品 精华", 7)), TIMES))  # type: ignore[arg-type]  # there is something to override
    first, second = after.segments
    assert (first.id, first.duration_ms, first.scene, first.script, first.number) == (
        "a",
        9 * MINUTE,
        "全景",
        parse_script("大家好"),
        "01",
    )
    assert (second.id, second.note, second.group_id) == ("c", "慢一点", "g1")
    assert after.claim_overrides == BASE.claim_overrides
    assert (after.products, after.standbys, after.promotions) == (BASE.products, BASE.standbys, BASE.promotions)


def test_what_hangs_on_a_row_that_goes_is_let_go() -> None:
    after, _ = apply(BASE, override(BASE, sheet(seg("x", "开场"), seg("y", "讲品 面霜")), TIMES))  # type: ignore[arg-type]  # there is something to override
    assert [one.item_id for one in after.claim_overrides] == ["a"]
    assert after.promotions[0].segment_id == ""


def test_a_sheet_without_pictures_takes_none_away() -> None:
    other = sheet(
        seg("x", "讲品 面霜", product_ids=("p9",)), products=(Product("p9", "面霜", 1, live_price=8900),)
    )
    after, _ = apply(BASE, override(BASE, other))  # type: ignore[arg-type]  # there is something to override
    assert after.products == (replace(BASE.products[0], live_price=8900),)
    assert after.segments[0].product_ids == ("p1",)


def test_cues_that_are_the_same_keep_their_ids() -> None:
    cue = ConsoleCue("k", ConsoleAction.PIN, "弹讲解卡", 0)
    show = evening(seg("a", "讲品", cues=(cue,)))
    other = sheet(seg("x", "讲品", cues=(replace(cue, id="other"), replace(cue, id="more", offset_ms=5_000))))
    after, _ = apply(show, override(show, other))  # type: ignore[arg-type]  # there is something to override
    assert [one.id for one in after.segments[0].cues] == ["k", "n1"]


def test_a_base_tells_who_changed_what() -> None:
    here = evening(seg("a", "开场", 8), seg("b", "讲品", 5, scene="近景"), seg("n", "新写的"))
    base = evening(seg("a", "开场", 5), seg("b", "讲品", 5, scene="特写"), seg("e", "删掉的"))
    other = sheet(seg("x", "开场", 5, goal="留人"), seg("y", "讲品", 5, scene="全景"))
    plan = merge(here, other, base, EVERYTHING)
    by_key = {row.key: row for row in plan.rows}
    assert [one.field for one in by_key["a"].fields] == ["goal"], "its length was changed here alone"
    assert by_key["b"].both
    assert "b" not in plan.advised
    assert "n" not in by_key, "it was written here since"


def test_a_sheet_of_an_earlier_version_takes_nothing_back() -> None:
    """What was written, renamed, moved, added and removed here since stays, though the sheet knows nothing of it."""
    first, second, third, last = BASE.segments
    here = replace(
        BASE,
        title="改名的",
        segments=(
            replace(third, title="换了名字的", script=parse_script("新写的话")),
            replace(last, group_id="g1"),
            seg("n", "新写的"),
            first,
        ),
        groups=(Group("g1", "换了名字的一组"),),
        standbys=(replace(BASE.standbys[0], title="换了名字的预案"), Standby("b2", "新预案", "")),
        products=(),
        promotions=(),
    )
    plan = merge(here, copied(BASE), BASE)
    assert plan.based
    assert plan.rows == ()
    assert not merge(here, copied(BASE)).based
    assert second.id not in {item.id for item in plan.result(plan.everything).segments}


def test_what_both_sides_did_since_is_left_to_a_person() -> None:
    first, second, third, last = BASE.segments
    here = replace(BASE, host="主播二", segments=(third, first, replace(last, note="这边写的")))
    theirs = replace(
        BASE,
        host="主播三",
        segments=(first, last, replace(second, note="那边写的"), replace(third, scene="全景"), seg("x", "加的")),
    )
    plan = merge(here, copied(theirs), BASE)
    rows = {row.key: row for row in plan.rows}
    assert rows["host"].both
    added = {row.after.title: row for row in plan.rows if row.kind is MergeKind.ADDED and row.after is not None}
    assert added["讲品 面霜"].both, "it was removed here and written on there"
    assert not added["加的"].both
    assert rows["d"].moved, "the sheet moved it, and it stands as it stood here"
    assert [one.field for one in rows["c"].fields] == ["scene"]
    assert plan.advised == {"c", "d", *(row.key for row in plan.rows if row.after and row.after.title == "加的")}
    after = plan.result(plan.advised)
    assert [item.title for item in after.segments] == ["讲品 精华", "加的", "开场", "收尾"]
    assert after.segments[3].note == "这边写的"


def test_a_row_removed_in_the_sheet_and_changed_here_says_so() -> None:
    first, *rest = BASE.segments
    here = replace(BASE, segments=(replace(first, note="新"), *rest))
    (row,) = merge(here, copied(replace(BASE, segments=tuple(rest), claim_overrides=())), BASE).rows[-1:]
    assert (row.key, row.kind, row.both) == ("a", MergeKind.ONLY_HERE, True)


@settings(max_examples=60)
@given(drawn, drawn)
def test_a_sheet_that_was_not_edited_changes_nothing_whatever_was_done_here(base: Show, here: Show) -> None:
    here = replace(here, id=base.id)
    plan = merge(here, copied(base), base)
    assert plan.edit(plan.everything) is None


@settings(max_examples=60)
@given(drawn, drawn)
def test_with_an_untouched_show_all_rows_are_the_sheet(base: Show, other: Show) -> None:
    plan = merge(base, replace(other, id="sheet"), base)
    assert not any(row.both for row in plan.rows)
    made = plan.result(plan.everything).segments
    assert [(one.title, one.script, one.duration_ms, one.note) for one in made] == [
        (one.title, one.script, one.duration_ms, one.note) for one in other.segments
    ]


def test_without_a_base_nothing_that_empties_words_or_lists_is_advised() -> None:
    """Which side is the newer one is not known."""
    here = replace(
        BASE, standbys=(replace(BASE.standbys[0], script=parse_script("别慌")), Standby("b2", "停电", ""))
    )
    older = replace(
        here,
        segments=(replace(here.segments[0], script=parse_script("【备注】 "), scene="近景"), *here.segments[1:]),
        products=(*here.products, Product("p2", "新品", 2)),
        standbys=(here.standbys[0],),
    )
    plan = merge(here, copied(older))
    rows = {row.key: row for row in plan.rows}
    assert rows["a"].empties
    assert rows["standbys"].empties, "one of them would go"
    assert plan.advised == {"products"}
    silent = replace(older, standbys=(replace(here.standbys[0], script=parse_script("")), here.standbys[1]))
    assert {row.key for row in merge(here, copied(silent)).rows if row.empties} == {"a", "standbys"}
    assert merge(here, copied(older), here).advised >= {"a", "standbys"}, "the sheet took them away itself"


@pytest.mark.parametrize("name", ["host", "title"])
def test_a_field_of_the_show_is_a_row_of_its_own(name: str) -> None:
    other = replace(copied(BASE), **{name: "别的"})
    plan = merge(BASE, other)
    assert kinds(plan) == [(name, MergeKind.SHOW)]
    assert getattr(plan.result({name}), name) == "别的"
