"""Two people edit one show: what goes together, and what a person must choose between."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from livedesk.domain import editing
from livedesk.domain.edits import (
    Batch,
    ChangeShow,
    Edit,
    ReplaceProduct,
    ReplaceShow,
    SetApproval,
    SpliceScript,
    apply,
)
from livedesk.domain.product import Product
from livedesk.domain.rebase import CONFLICT, clashes, conflicts, merged, settled
from livedesk.domain.rundown import Approval, Group, Show
from livedesk.domain.script import parse_script
from tests.unit import shows as small
from tests.unit.edit_samples import edits, shows


def plain() -> Show:
    rows = [small.segment(number, 5, script=parse_script("一\n二\n三")) for number in (1, 2, 3)]
    return small.show("2026-11-25T20:00", *rows)


def field(show: Show, segment_id: str, name: str, value: object) -> Edit:
    edit = editing.set_field(show, {segment_id}, name, value)
    assert edit is not None
    return edit


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


@given(st.data())
def test_what_does_not_clash_gives_the_same_show_in_either_order(data: st.DataObject) -> None:
    show = data.draw(shows())
    first, second = data.draw(edits(show)), data.draw(edits(show))
    if clashes(first, [second]):
        return
    one = apply(apply(show, first)[0], second)[0]
    two = apply(apply(show, second)[0], first)[0]
    assert one == two


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


def test_lists_go_together_thing_by_thing() -> None:
    a, b, c = Group("a", "A"), Group("b", "B"), Group("c", "C")
    assert merged((a, b), (a, b, c), (b,)) == (b, c)
    assert merged((a, b), (replace(a, title="甲"), b), (a, replace(b, title="乙"))) == (
        replace(a, title="甲"),
        replace(b, title="乙"),
    )
    assert merged((a, b), (b, a), (a, b, c)) == (b, a, c)
    assert merged((a,), (replace(a, title="甲"),), (replace(a, title="乙"),)) is CONFLICT
    assert merged((a,), (), (replace(a, title="乙"),)) is CONFLICT
    assert merged("x", "y", "z") is CONFLICT
    assert merged("x", "y", "x") == "y"


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


def test_what_has_no_meaning_any_more_is_not_settled() -> None:
    base = plain()
    move = editing.shift(base, {"s3"}, -1)
    gone = editing.remove(base, {"s1"})
    theirs = apply(base, gone)[0] if gone is not None else base
    assert move is not None
    assert settled(move, base, theirs, frozenset()) is None
    renamed = field(base, "s1", "title", "改")
    assert settled(Batch((renamed, move)), base, theirs, frozenset()) is None
    # Where the rows stand as they stood the move still means what it meant.
    assert settled(move, base, replace(base, host="主播二"), frozenset()) == move


def test_what_was_changed_of_a_product_goes_into_the_product_as_it_is_now() -> None:
    product = Product("p1", "霜", live_price=9_900)
    base = replace(plain(), products=(product,))
    theirs = replace(base, products=(replace(product, live_price=8_800),))
    named = ReplaceProduct(replace(product, name="面霜"))
    edit = settled(named, base, theirs, frozenset())
    assert edit == ReplaceProduct(Product("p1", "面霜", live_price=8_800))
    assert settled(ReplaceProduct(replace(product, live_price=1)), base, theirs, frozenset()) is None


@given(st.data())
def test_what_is_settled_names_nothing_that_is_not_there(data: st.DataObject) -> None:
    base = data.draw(shows())
    theirs = apply(base, data.draw(edits(base)))[0]
    chosen = [segment.id for segment in base.segments][:2]
    mine = editing.new_group(base, chosen, "我的", lambda: "mine") if chosen else data.draw(edits(base))
    edit = settled(mine, base, theirs, frozenset())
    done = apply(theirs, edit)[0] if edit is not None else theirs
    there = {group.id for group in theirs.groups} | {group.id for group in done.groups}
    # A drawn show can have rows of a group that it has not: what is settled makes no more of them.
    before = {segment.id: segment.group_id for segment in theirs.segments}
    for segment in done.segments:
        assert segment.group_id in there | {""} or before.get(segment.id) == segment.group_id
