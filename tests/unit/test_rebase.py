"""Two people edit one show: what goes together, and what a person must choose between."""

from __future__ import annotations

from dataclasses import replace

from livedesk.domain import editing
from livedesk.domain.claims import ClaimOverride
from livedesk.domain.diff import Kind
from livedesk.domain.edits import (
    Batch,
    ChangeShow,
    Edit,
    Place,
    PlaceSegments,
    ReplaceProduct,
    ReplaceShow,
    SetApproval,
    SpliceScript,
    TakeSegments,
    apply,
)
from livedesk.domain.product import Product, Promotion, PromotionKind
from livedesk.domain.rebase import clashes, conflicts, settled
from livedesk.domain.rundown import Approval, Group, Show, Standby
from livedesk.domain.script import parse_script
from tests.unit import shows as small
from tests.unit.rebase_samples import field, lists, plain


def test_different_fields_of_one_segment_go_together() -> None:
    show = plain()
    assert not clashes(field(show, "s1", "title", "改"), [field(show, "s1", "duration_ms", 1)])
    assert not clashes(field(show, "s1", "title", "改"), [field(show, "s2", "title", "改")])
    assert clashes(field(show, "s1", "title", "改"), [field(show, "s1", "title", "另")])


def test_words_clash_with_words_of_the_same_script_only() -> None:
    show = plain()
    mine = SpliceScript("s1", 0, 1, ())
    assert clashes(mine, [SpliceScript("s1", 2, 0, ())])
    assert not clashes(mine, [SpliceScript("s2", 0, 1, ())])
    assert not clashes(mine, [field(show, "s1", "title", "改")])


def test_words_of_a_plan_clash_with_a_change_of_the_plans_and_both_hold() -> None:
    plan, other = Standby("b1", "断流", "A"), Standby("b2", "断货", "A")
    base = replace(plain(), standbys=(plan, other))
    renamed = ChangeShow({"standbys": (replace(plan, title="改"), other)})
    written = SpliceScript("b1", 0, 0, parse_script("刚写的").lines)
    assert clashes(renamed, [written])
    assert clashes(written, [renamed])
    assert not clashes(written, [replace(written, item_id="b2")])
    both = (replace(plan, title="改", script=parse_script("刚写的")), other)
    assert settled(written, base, apply(base, renamed)[0], frozenset()) == written
    assert lists(base, written, renamed).standbys == lists(base, renamed, written).standbys == both


def test_removing_what_somebody_wrote_in_clashes() -> None:
    show = plain()
    gone = editing.remove(show, {"s1"})
    assert gone is not None
    assert clashes(gone, [SpliceScript("s1", 0, 1, ())])
    assert not clashes(gone, [SpliceScript("s2", 0, 1, ())])
    assert clashes(gone, [editing.shift(show, {"s3"}, -1)])  # type: ignore[list-item]  # there is a move


def test_a_restored_revision_clashes_with_everything() -> None:
    show = plain()
    assert clashes(ReplaceShow(show), [field(show, "s1", "title", "改")])
    assert clashes(field(show, "s1", "title", "改"), [ReplaceShow(show)])
    assert not clashes(SetApproval(Approval.APPROVED), [ChangeShow({"title": "x"})])


def test_a_person_chooses_field_by_field() -> None:
    base = plain()
    theirs = apply(apply(base, field(base, "s1", "title", "他的"))[0], field(base, "s1", "note", "他的"))[0]
    mine = editing.set_fields(base, {"s1": {"title": "我的", "note": "我的", "goal": "我的"}})
    assert mine is not None
    found = conflicts(mine, base, theirs)
    assert [(one.field, one.before, one.theirs, one.mine) for one in found] == [
        ("title", "segment 1", "他的", "我的"),
        ("note", "", "他的", "我的"),
    ]
    edit = settled(mine, base, theirs, frozenset({("s1", "title")}))
    assert edit is not None
    done = apply(theirs, edit)[0].segments[0]
    assert (done.title, done.note, done.goal) == ("他的", "我的", "我的")
    everything = frozenset(("s1", name) for name in ("title", "note", "goal"))
    assert settled(mine, base, theirs, everything) is None


def test_two_versions_of_words_are_shown_whole() -> None:
    base = plain()
    mine = SpliceScript("s1", 1, 1, parse_script("我的").lines)
    theirs = apply(base, SpliceScript("s1", 0, 1, parse_script("他的").lines))[0]
    (found,) = conflicts(mine, base, theirs)
    assert (found.field, found.theirs, found.mine) == (
        "script",
        parse_script("他的\n二\n三"),
        parse_script("一\n我的\n三"),
    )


def test_two_products_of_one_queue_go_together() -> None:
    one, two = Product("p1", "霜", live_price=1), Product("p2", "洁面")
    assert not clashes(ReplaceProduct(one), [ReplaceProduct(two)])
    assert clashes(ReplaceProduct(one), [ReplaceProduct(one)])
    assert clashes(ReplaceProduct(one), [ChangeShow({"products": ()})])


def test_lists_go_together_row_by_row_and_field_by_field() -> None:
    a, b, c = Group("a", "A"), Group("b", "B"), Group("c", "C")
    base = replace(plain(), groups=(a, b))

    def groups(*rows: Group) -> Edit:
        return ChangeShow({"groups": rows})

    assert lists(base, groups(a, b, c), groups(b)).groups == (b, c)
    assert lists(base, groups(replace(a, title="甲"), b), groups(a, replace(b, title="乙"))).groups == (
        replace(a, title="甲"),
        replace(b, title="乙"),
    )
    assert lists(base, groups(b, a), groups(a, b, c)).groups == (b, c, a)
    plan, promotion = Standby("b1", "断流", "A"), Promotion("m1", "秒杀", PromotionKind.FLASH)
    base = replace(base, standbys=(plan,), promotions=(promotion,))
    done = lists(
        base,
        ChangeShow({"standbys": (replace(plan, title="改"), Standby("b9", "新", "N", script=parse_script("话")))}),
        ChangeShow({"standbys": (replace(plan, scene="B"),)}),
    )
    assert done.standbys == (
        replace(plan, title="改", scene="B"),
        Standby("b9", "新", "N", script=parse_script("话")),
    )
    done = lists(
        base,
        ChangeShow({"promotions": (replace(promotion, title="改"), replace(promotion, id="m2"))}),
        ChangeShow({"promotions": (replace(promotion, price=1),)}),
    )
    assert done.promotions == (replace(promotion, title="改", price=1), replace(promotion, id="m2"))


def test_a_field_of_a_row_in_a_list_is_chosen_alone() -> None:
    plan, added = Standby("b1", "断流", "A"), Standby("b9", "新", "N", script=parse_script("重要的话"))
    base = replace(plain(), standbys=(plan,))
    theirs = replace(base, standbys=(replace(plan, scene="B", owner="运营"), added))
    mine = ChangeShow({"standbys": (replace(plan, scene="C"),)})
    (found,) = conflicts(mine, base, theirs)
    assert (found.kind, found.item_id, found.field, found.segment_id) == (Kind.STANDBY, "b1", "scene", "")
    assert (found.before, found.theirs, found.mine) == ("A", "B", "C")
    edit = settled(mine, base, theirs, frozenset())
    assert edit is not None
    assert apply(theirs, edit)[0].standbys == (replace(plan, scene="C", owner="运营"), added)
    assert settled(mine, base, theirs, {found.key}) is None


def test_a_row_that_one_removed_and_the_other_changed_is_chosen_between() -> None:
    plan = Standby("b1", "断流", "A")
    base = replace(plain(), standbys=(plan,))
    changed = replace(plan, script=parse_script("刚写的"))
    written, gone = replace(base, standbys=(changed,)), ChangeShow({"standbys": ()})
    (found,) = conflicts(gone, base, written)
    assert (found.kind, found.field, found.theirs, found.mine, found.whole) == (
        Kind.STANDBY, "standbys", changed, None, True,
    )  # fmt: skip
    assert settled(gone, base, written, {found.key}) is None
    assert settled(gone, base, written, frozenset()) == gone
    mine = SpliceScript("b1", 0, 0, parse_script("刚写的").lines)
    (found,) = conflicts(mine, base, replace(base, standbys=()))
    assert (found.theirs, found.mine) == (None, changed)
    assert settled(mine, base, replace(base, standbys=()), frozenset()) == ChangeShow({"standbys": (changed,)})


def tied() -> Show:
    """A show with a promotion and a wording that hang on its second segment."""
    return replace(
        plain(),
        promotions=(Promotion("m1", "秒杀", PromotionKind.FLASH, "s2"),),
        claim_overrides=(ClaimOverride("s2", "r", "最", "原话", "运营", 1),),
    )


def test_removing_what_somebody_has_written_since_is_asked_about() -> None:
    base = tied()
    gone = editing.remove(base, {"s2"})
    assert gone is not None
    theirs = apply(base, SpliceScript("s2", 0, 0, parse_script("刚写好的重要的话").lines))[0]
    (found,) = conflicts(gone, base, theirs)
    assert (found.segment_id, found.field, found.theirs, found.mine) == (
        "s2",
        "segments",
        theirs.segments[1],
        None,
    )
    # It stays with all that hangs on it, or goes with all of it.
    assert settled(gone, base, theirs, {found.key}) is None
    edit = settled(gone, base, theirs, frozenset())
    assert edit is not None
    assert apply(theirs, edit)[0] == apply(base, gone)[0]
    # Where it was only moved it may go.
    assert conflicts(gone, base, apply(base, PlaceSegments((Place("s2", 0, "g"),)))[0]) == ()


def test_what_somebody_hung_on_a_row_that_goes_is_loose_then() -> None:
    base, gone = plain(), TakeSegments(("s2",))
    promotion, override = tied().promotions[0], tied().claim_overrides[0]
    done = lists(base, ChangeShow({"promotions": (promotion,), "claim_overrides": (override,)}), gone)
    assert done.promotions == (replace(promotion, segment_id=""),)
    assert done.claim_overrides == ()
    hung = ChangeShow({"promotions": (promotion,), "claim_overrides": (override,)})
    assert lists(base, gone, hung) == done
    # What was there already and only now is put onto it is loose too.
    before = replace(base, promotions=(replace(promotion, segment_id="s1"),))
    put = ChangeShow({"promotions": (promotion,)})
    for first, second in ((put, gone), (gone, put)):
        assert lists(before, first, second).promotions == (replace(promotion, segment_id=""),)


def test_words_of_a_segment_that_somebody_removed_can_be_put_back_where_it_stood() -> None:
    base = tied()
    gone = editing.remove(base, {"s2"})
    assert gone is not None
    mine = SpliceScript("s2", 0, 0, parse_script("我的话").lines)
    theirs = apply(base, gone)[0]
    (found,) = conflicts(mine, base, theirs)
    assert (found.segment_id, found.whole, found.theirs) == ("s2", True, None)
    assert settled(mine, base, theirs, {found.key}) is None
    edit = settled(mine, base, theirs, frozenset())
    assert edit is not None
    assert apply(theirs, edit)[0] == apply(base, mine)[0]


def ids(show: Show) -> list[str]:
    return [segment.id for segment in show.segments]


def test_what_both_added_and_moved_stands_behind_what_each_put_it_behind() -> None:
    base = plain()
    first, second = small.segment(8, 5), small.segment(9, 5, script=parse_script("一大段话"))
    theirs = editing.insert(base, [first], 1)
    mine = editing.insert(base, [second], 3)
    assert theirs is not None
    assert mine is not None
    assert ids(lists(base, theirs, mine)) == ["s1", "s8", "s2", "s3", "s9"]
    down, up = editing.shift(base, {"s1"}, 1), editing.shift(base, {"s3"}, -1)
    assert down is not None
    assert up is not None
    assert ids(lists(base, theirs, up)) == ["s1", "s3", "s8", "s2"]
    assert ids(lists(base, down, mine)) == ["s2", "s1", "s3", "s9"]
    assert ids(lists(base, up, theirs)) == ["s1", "s8", "s3", "s2"]
    behind = editing.insert(base, [first], 2)
    assert behind is not None
    assert ids(lists(base, behind, up)) == ["s1", "s3", "s2", "s8"]
    last = PlaceSegments((Place("s2", 2, "g"),))
    assert ids(lists(base, behind, last)) == ["s1", "s8", "s3", "s2"]
    assert settled(last, base, apply(base, theirs)[0], frozenset()) == PlaceSegments((Place("s2", 3, "g"),))


def test_what_hangs_on_what_goes_clashes_with_its_going() -> None:
    base = replace(plain(), groups=(Group("g", "讲品"), Group("h", "返场")))
    dissolved = editing.dissolve_group(base, "g")
    taken = editing.remove(base, {"s2"})
    assert dissolved is not None
    assert taken is not None
    added = editing.insert(base, [small.segment(9, 5)], 1, "g")
    moved = editing.move_before(base, {"s3"}, "s1", "g")
    filed = editing.into_group(base, {"s1"}, "g")
    hung = ChangeShow({"promotions": (replace(tied().promotions[0], segment_id="s2"),)})
    for mine, since in ((dissolved, added), (dissolved, moved), (dissolved, filed), (taken, hung)):
        assert since is not None
        assert clashes(mine, [since])
        assert clashes(since, [mine])
    assert lists(base, filed, dissolved).segments[0].group_id == ""  # type: ignore[arg-type]  # there is one
    assert lists(base, hung, taken).promotions[0].segment_id == ""
    assert not clashes(filed, [field(base, "s2", "group_id", "h")])  # type: ignore[arg-type]  # there is one


def test_a_product_that_somebody_removed_is_put_nowhere() -> None:
    base = replace(plain(), products=(Product("p1", "霜"), Product("p2", "精华")))
    promotion = Promotion("m1", "秒杀", PromotionKind.FLASH, "s2", product_id="p1")
    gone = ChangeShow({"products": base.products[1:]})
    put = field(base, "s1", "product_ids", ("p1", "p2"))
    added = editing.insert(base, [small.segment(9, 5, product_ids=("p1",))], 1)
    promoted = ChangeShow({"promotions": (promotion,)})
    for mine in (put, added, promoted):
        assert mine is not None
        assert clashes(mine, [gone])
        assert clashes(gone, [mine])
        done = lists(base, mine, gone)
        assert lists(base, gone, mine) == done
        assert [one.id for one in done.products] == ["p2"]
        assert "p1" not in [each for one in done.segments for each in one.product_ids]
        assert all(one.product_id == "" for one in done.promotions)
    assert lists(base, gone, put).segments[0].product_ids == ("p2",)
    assert not clashes(put, [field(base, "s2", "product_ids", ("p1",))])


def test_a_new_row_takes_no_number_and_no_group_that_it_cannot_have() -> None:
    base = replace(plain(), groups=(Group("g", "讲品"),))
    base = replace(base, segments=tuple(replace(one, group_id="g") for one in base.segments))
    numbered = editing.fix_numbers(base)
    assert numbered is not None
    base = apply(base, numbered)[0]
    theirs, mine = (editing.insert(base, [small.segment(at, 5)], 1, "g") for at in (8, 9))
    assert theirs is not None
    assert mine is not None
    done = lists(base, theirs, mine)
    assert [(one.id, one.number) for one in done.segments[:3]] == [("s1", "01"), ("s9", "01B"), ("s8", "01A")]
    gone = editing.dissolve_group(base, "g")
    assert gone is not None
    assert {one.group_id for one in lists(base, gone, mine).segments} == {""}
    assert {one.group_id for one in lists(base, mine, gone).segments} == {""}


def test_facts_of_the_show_are_chosen_between_too() -> None:
    base = plain()
    theirs = replace(base, title="他的", groups=(Group("a", "A"),))
    mine = ChangeShow({"title": "我的", "groups": (Group("b", "B"),), "host": "主播二"})
    (found,) = conflicts(mine, base, theirs)
    assert (found.segment_id, found.field, found.theirs, found.mine) == ("", "title", "他的", "我的")
    edit = settled(mine, base, theirs, frozenset({("", "title")}))
    assert edit is not None
    done = apply(theirs, edit)[0]
    assert (done.title, done.host, {group.id for group in done.groups}) == ("他的", "主播二", {"a", "b"})


def test_words_whose_segment_went_before_too_tell_nothing() -> None:
    base = replace(plain(), segments=())
    assert conflicts(SpliceScript("s1", 0, 0, ()), base, base) == ()
    assert settled(SpliceScript("s1", 0, 0, ()), base, base, frozenset()) is None


def test_a_group_of_mine_and_a_group_of_theirs_both_stand() -> None:
    base = plain()
    mine = editing.new_group(base, {"s1", "s2"}, "我的", lambda: "mine")
    theirs = apply(base, editing.new_group(base, {"s1"}, "他的", lambda: "theirs"))[0]
    assert clashes(mine, [editing.new_group(base, {"s1"}, "他的", lambda: "theirs")])
    edit = settled(mine, base, theirs, frozenset({("s1", "group_id")}))
    assert edit is not None
    done = apply(theirs, edit)[0]
    assert {group.id for group in done.groups} == {"mine", "theirs"}
    assert [segment.group_id for segment in done.segments] == ["theirs", "mine", ""]


def test_a_fact_of_the_show_inside_several_edits_is_told_too() -> None:
    base = plain()
    mine = Batch((field(base, "s1", "title", "我的"), ChangeShow({"host": "主播一"})))
    theirs = replace(base, host="主播二")
    (found,) = conflicts(mine, base, theirs)
    assert (found.segment_id, found.field, found.theirs, found.mine) == ("", "host", "主播二", "主播一")


def test_a_move_holds_among_other_rows_and_what_does_not_fit_its_own_base_is_not_settled() -> None:
    base = plain()
    move = editing.shift(base, {"s3"}, -1)
    gone = editing.remove(base, {"s1"})
    assert move is not None
    assert gone is not None
    renamed = field(base, "s2", "title", "改")
    done = lists(base, gone, Batch((renamed, move)))
    assert [(one.id, one.title) for one in done.segments] == [("s3", "segment 3"), ("s2", "改")]
    assert settled(move, base, replace(base, host="主播二"), frozenset()) == move
    assert settled(move, replace(base, segments=()), base, frozenset()) is None
    lock = SetApproval(Approval.DRAFT)
    closed = replace(base, approval=Approval.LOCKED)
    assert settled(Batch((lock, renamed)), closed, closed, frozenset()) == Batch((lock, renamed))


def test_what_was_changed_of_a_product_goes_into_the_product_as_it_is_now() -> None:
    product = Product("p1", "霜", live_price=9_900)
    base = replace(plain(), products=(product,))
    theirs = replace(base, products=(replace(product, live_price=8_800),))
    named = ReplaceProduct(replace(product, name="面霜"))
    edit = settled(named, base, theirs, frozenset())
    assert edit == ReplaceProduct(Product("p1", "面霜", live_price=8_800))
    mine = ReplaceProduct(replace(product, live_price=1, stock=3))
    (found,) = conflicts(mine, base, theirs)
    assert (found.kind, found.item_id, found.field, found.theirs, found.mine) == (
        Kind.PRODUCT, "p1", "live_price", 8_800, 1,
    )  # fmt: skip
    assert settled(mine, base, theirs, frozenset()) == mine
    assert settled(mine, base, theirs, {found.key}) == ReplaceProduct(replace(product, live_price=8_800, stock=3))
