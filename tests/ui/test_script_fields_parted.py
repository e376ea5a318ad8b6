"""Words typed into a field while somebody else locks the script, or takes away what they belong to: none is lost."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

import pytest
from script_hand import Hand, script_hand
from script_room import ScriptRoom, script_room

from livedesk.domain import editing
from livedesk.domain.edits import ChangeSegments, ChangeShow, Edit, ReplaceProduct, SegmentChange, SetApproval
from livedesk.domain.rebase import settled
from livedesk.domain.rundown import Approval, Show
from livedesk.ui.workspaces.script.conflict_cases import Case, Standing
from livedesk.ui.workspaces.script.conflict_words import mine
from livedesk.ui.workspaces.script.document import Conflict, ScriptDocument
from livedesk.ui.workspaces.script.standby_edits import remove_standbys

__all__ = ["script_hand", "script_room"]

LOCK = SetApproval(Approval.LOCKED, "定稿")


def theirs(hand: Hand, edit: Edit | None) -> ScriptDocument:
    """Somebody else's edit, seen here; the conflict that it makes here is waited for by the caller."""
    other = hand.script.open()
    assert other.do(edit)
    hand.script.settled(hand.script.document, other)
    return other


def only(hand: Hand) -> Conflict:
    (conflict,) = hand.script.conflicts
    return conflict


def stands(hand: Hand) -> Case:
    """The conflict as its panel sees it."""
    case = Case(only(hand))
    case.look(hand.script.show)
    return case


def test_a_title_typed_while_somebody_locks_the_script_is_handed_over(hand: Hand) -> None:
    hand.choose(0)
    title = hand.write("title", "没按回车的标题")
    other = theirs(hand, LOCK)
    conflict = only(hand)
    wanted = {"title": "没按回车的标题"}
    assert conflict.edit == ChangeSegments((SegmentChange(hand.script.segment(0).id, wanted),))
    assert conflict.error.code == "edit.closed"
    assert stands(hand).standing is Standing.CLOSED
    assert "没按回车的标题" in mine(stands(hand))
    # What cannot be kept is not shown as if it were; and going elsewhere tells nothing twice.
    assert title.held.text == hand.script.segment(0).title
    hand.choose(6)
    assert len(hand.script.conflicts) == 1
    other.do(SetApproval(Approval.DRAFT))
    hand.script.settled(hand.script.document, other)
    hand.script.document.settle(conflict, frozenset())
    assert hand.script.segment(0).title == "没按回车的标题"


@pytest.mark.parametrize("places", [(0,), (0, 1)])
def test_a_title_typed_while_somebody_takes_the_segment_away_is_handed_over(
    hand: Hand, places: tuple[int, ...]
) -> None:
    hand.choose(*places)
    hand.write("note", "给没了的环节")
    ids = {hand.script.segment(at).id for at in places}
    theirs(hand, editing.remove(hand.script.show, {hand.script.segment(0).id}))
    conflict = only(hand)
    assert isinstance(conflict.edit, ChangeSegments)
    assert {change.segment_id for change in conflict.edit.changes} == ids
    assert conflict.error.code == "edit.stale"
    case = stands(hand)
    assert [(one.segment_id, one.whole) for one in case.fields] == [(conflict.base.segments[0].id, True)]
    assert "给没了的环节" in mine(case)


def test_words_are_handed_over_where_somebody_asks_for_them_before_the_panel_is_told(script: ScriptRoom) -> None:
    """The page turns to another segment as soon as it is told that one is gone: it may be told first."""

    def turn(changed: object) -> None:
        one = script.show.segments[3].id
        if script.document.current != one and any(item.startswith("x") for item in asked):
            script.document.choose((one,), one)

    asked: list[str] = []
    script.document.changed.connect(turn)
    hand = Hand(script)
    hand.choose(0)
    hand.write("title", "先问的话")
    asked.append("x")
    theirs(hand, editing.remove(script.show, {script.segment(0).id}))
    assert "先问的话" in mine(stands(hand))
    script.settled()


Step = Callable[[Show], Edit | None]
_GONE: Mapping[str, tuple[Step, str]] = {
    "plan": (lambda show: remove_standbys(show, (show.standbys[0].id,)), "trigger"),
    "lock": (lambda _show: LOCK, "trigger"),
}


@pytest.mark.parametrize("what", sorted(_GONE))
def test_words_of_a_plan_are_handed_over(hand: Hand, what: str) -> None:
    plan = hand.script.show.standbys[0]
    hand.script.document.choose((), plan.id)
    edit, key = _GONE[what]
    hand.write(key, "断流两分钟")
    theirs(hand, edit(hand.script.show))
    conflict = only(hand)
    assert isinstance(conflict.edit, ChangeShow)
    assert next(one for one in conflict.edit.values["standbys"] if one.id == plan.id).trigger == "断流两分钟"  # type: ignore[attr-defined]  # an edit that names fields
    assert "断流两分钟" in mine(stands(hand))


def test_facts_of_the_show_and_a_new_group_are_handed_over(hand: Hand) -> None:
    hand.script.document.choose(())
    assert hand.panel.facts_form is not None
    groups = hand.panel.facts_form.groups
    groups.adder.setFocus()
    hand.write(groups.adder.key, "新分组", groups)
    theirs(hand, LOCK)
    conflict = only(hand)
    assert isinstance(conflict.edit, ChangeShow)
    assert conflict.edit.values["groups"][-1].title == "新分组"  # type: ignore[index]  # an edit that names fields
    assert groups.adder.text() == ""


def test_a_group_that_goes_while_its_title_is_typed_hands_it_over(hand: Hand) -> None:
    hand.script.document.choose(())
    assert hand.panel.facts_form is not None
    groups = hand.panel.facts_form.groups
    group = hand.script.show.groups[0]
    groups.open(group.id)
    hand.write("group.title", "改到一半", groups)
    theirs(hand, editing.dissolve_group(hand.script.show, group.id))
    conflict = only(hand)
    assert "改到一半" in str(conflict.edit)
    assert [one.field for one in conflict.fields] == ["groups"]


def test_a_cue_that_goes_while_it_is_typed_hands_it_over(hand: Hand) -> None:
    hand.choose(4)
    assert hand.panel.segment_form is not None
    cues = hand.panel.segment_form.cues
    segment = hand.script.segment(4)
    cues.open(segment.cues[0].id)
    hand.write("cue.text", "上到一半", cues)
    theirs(hand, editing.set_field(hand.script.show, (segment.id,), "cues", segment.cues[1:]))
    assert "上到一半" in str(only(hand).edit)
    assert [one.field for one in only(hand).fields] == ["cues"]


def test_a_card_that_goes_from_its_segment_hands_its_words_over(hand: Hand) -> None:
    at = next(at for at, one in enumerate(hand.script.show.segments) if one.product_ids)
    hand.choose(at)
    segment, card = hand.script.segment(at), hand.panel.product_form
    assert card is not None
    fold = hand.panel._fold
    assert fold is not None
    fold.setChecked(True)
    hand.write("offer", "买一送一", card)
    theirs(hand, editing.set_field(hand.script.show, (segment.id,), "product_ids", ()))
    conflict = only(hand)
    assert isinstance(conflict.edit, ReplaceProduct)
    assert conflict.edit.product == replace(conflict.edit.product, id=segment.product_ids[0], offer="买一送一")
    assert settled(conflict.edit, conflict.base, hand.script.show, frozenset()) == conflict.edit


def test_a_product_that_the_show_does_not_have_yet_is_handed_over_as_a_new_one(hand: Hand) -> None:
    hand.choose(0)
    assert hand.panel.segment_form is not None
    products = hand.panel.segment_form.products
    products.adder.setFocus()
    hand.write(products.adder.key, "还没有的商品", products)
    theirs(hand, LOCK)
    assert "还没有的商品" in str(only(hand).edit)


def test_what_cannot_be_read_stays_where_it_was_typed(hand: Hand) -> None:
    hand.choose(0)
    hand.write("duration_ms", "很久")
    theirs(hand, LOCK)
    assert not hand.script.conflicts
    assert hand.line("duration_ms").held.text == "很久"


def test_nothing_is_handed_over_where_nothing_is_typed(hand: Hand) -> None:
    hand.choose(0)
    hand.write("title", "")
    theirs(hand, LOCK)
    hand.choose(3)
    assert not hand.script.conflicts


@pytest.mark.parametrize("what", ["segment", "product"])
def test_an_edit_of_something_that_is_gone_is_kept_apart(script: ScriptRoom, what: str) -> None:
    other = script.open()
    one = next(one for one in script.show.segments if one.product_ids)
    if what == "segment":
        gone: Edit | None = editing.remove(script.show, {one.id})
        mine_: Edit = ChangeSegments((SegmentChange(one.id, {"note": "不能丢的话"}),))
    else:
        product = script.show.product(one.product_ids[0])
        assert product is not None
        gone = ChangeShow({"products": tuple(p for p in script.show.products if p is not product)})
        mine_ = ReplaceProduct(replace(product, offer="不能丢的话"))
    assert other.do(gone)
    assert script.document.do(mine_)
    script.qtbot.waitUntil(lambda: bool(script.conflicts or script.refused))
    script.settled(script.document, other)
    (conflict,) = script.conflicts
    assert conflict.edit == mine_
    assert not script.refused
    case = Case(conflict)
    case.look(script.show)
    assert [(one.whole, one.theirs) for one in case.fields] == [(True, None)]
    assert "不能丢的话" in mine(case)


def test_what_both_wanted_is_no_conflict(script: ScriptRoom) -> None:
    other = script.open()
    edit = editing.set_field(script.show, (script.segment(0).id,), "note", "同样的话")
    assert other.do(edit)
    assert script.document.do(edit)
    script.settled(script.document, other)
    assert script.segment(0).note == "同样的话"
    assert not script.conflicts
