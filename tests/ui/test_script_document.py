"""A window's document: edits are shown at once, nobody's words are lost, undo has no end."""

from __future__ import annotations

from dataclasses import replace

import pytest
from script_room import ScriptRoom, script_room

from livedesk.domain import editing
from livedesk.domain.edits import ChangeShow, Edit, ReplaceProduct, SetApproval, SpliceScript
from livedesk.domain.rundown import Approval, Group, Show
from livedesk.domain.script import LineKind, ScriptLine, parse_script, script_text
from livedesk.ui.workspaces.script.document import ScriptDocument

__all__ = ["script_room"]


def field(document: ScriptDocument, at: int, name: str, value: object) -> Edit:
    show = document.show
    assert show is not None
    edit = editing.set_field(show, {show.segments[at].id}, name, value)
    assert edit is not None
    return edit


def words(document: ScriptDocument, at: int, text: str) -> SpliceScript:
    assert document.show is not None
    return SpliceScript(document.show.segments[at].id, 0, 0, (ScriptLine(LineKind.SPEECH, text),))


def test_an_edit_is_shown_at_once_and_kept_after(script: ScriptRoom) -> None:
    document = script.document
    assert document.do(field(document, 0, "title", "开场"))
    assert script.segment(0).title == "开场"
    assert document.busy
    script.settled()
    assert not script.conflicts


def test_many_quick_edits_of_one_field_all_come_through(script: ScriptRoom) -> None:
    for at in range(30):
        script.document.do(field(script.document, 0, "title", f"开场 {at}"))
        script.document.do(words(script.document, 0, f"第 {at} 句"))
    script.settled()
    assert script.segment(0).title == "开场 29"
    assert [line.text for line in script.segment(0).script.lines[:30]] == [
        f"第 {at} 句" for at in range(29, -1, -1)
    ]
    assert not script.refused
    assert not script.conflicts


def test_two_windows_change_different_things(script: ScriptRoom) -> None:
    other = script.open()
    script.document.do(field(script.document, 0, "title", "甲"))
    other.do(field(other, 0, "note", "乙"))
    script.document.do(words(script.document, 1, "丙"))
    other.do(field(other, 1, "duration_ms", 1_000))
    script.settled(script.document, other)
    first, second = script.show.segments[:2]
    assert (first.title, first.note, second.script.lines[0].text, second.duration_ms) == ("甲", "乙", "丙", 1_000)
    assert not script.conflicts


def test_two_windows_change_the_same_field_and_a_person_chooses(script: ScriptRoom) -> None:
    other = script.open()
    before = script.segment(0).title
    other.do(field(other, 0, "title", "乙"))
    script.document.do(editing.set_fields(script.show, {script.segment(0).id: {"title": "甲", "note": "记"}}))
    script.qtbot.waitUntil(lambda: bool(script.conflicts))
    (conflict,) = script.conflicts
    assert [(one.field, one.before, one.theirs, one.mine) for one in conflict.fields] == [
        ("title", before, "乙", "甲")
    ]
    script.settled(script.document, other)
    assert script.segment(0).title == "乙"
    script.document.settle(conflict, frozenset({(script.segment(0).id, "title")}))
    script.settled(script.document, other)
    assert (script.segment(0).title, script.segment(0).note) == ("乙", "记")
    script.document.settle(conflict, frozenset())
    script.settled(script.document, other)
    assert (other.show or script.show).segments[0].title == "甲"


def test_words_typed_into_a_segment_that_was_removed_are_not_lost(script: ScriptRoom) -> None:
    other = script.open()
    mine = words(script.document, 0, "不能丢的话")
    other.do(editing.remove(script.show, {script.segment(0).id}))
    script.document.do(mine)
    script.qtbot.waitUntil(lambda: bool(script.conflicts))
    (conflict,) = script.conflicts
    (found,) = conflict.fields
    assert (found.whole, found.theirs, conflict.edit) == (True, None, mine)
    assert conflict.error.code == "edit.stale"
    script.settled(script.document, other)
    script.document.settle(conflict, frozenset())
    script.settled(script.document, other)
    assert script.segment(0).id == found.item_id
    assert script.segment(0).script.lines[0].text == "不能丢的话"


def test_a_removal_of_what_another_window_has_written_since_is_asked_about(script: ScriptRoom) -> None:
    other = script.open()
    segment = script.segment(4)
    other.do(editing.rewrite(segment.id, segment.script, parse_script("刚写好的重要的话")))
    script.document.do(editing.remove(script.show, {segment.id}))
    script.qtbot.waitUntil(lambda: bool(script.conflicts))
    (conflict,) = script.conflicts
    (found,) = conflict.fields
    assert (found.segment_id, found.whole, found.mine) == (segment.id, True, None)
    script.settled(script.document, other)
    assert script_text(script.segment(4).script) == "刚写好的重要的话"
    script.document.settle(conflict, frozenset())
    script.settled(script.document, other)
    assert script.show.segment(segment.id) is None


def test_a_plan_is_renamed_while_another_window_writes_its_words(script: ScriptRoom) -> None:
    other = script.open()
    plan, *rest = script.show.standbys
    other.do(SpliceScript(plan.id, 0, 0, parse_script("刚写的").lines))
    script.document.do(ChangeShow({"standbys": (replace(plan, title="改"), *rest)}))
    script.settled(script.document, other)
    assert script.show.standbys[0].title == "改"
    assert script.show.standbys[0].script.lines[0].text == "刚写的"
    assert not script.conflicts


@pytest.mark.parametrize("theirs", [Approval.LOCKED, Approval.APPROVED])
def test_a_step_of_the_approval_is_not_done_over_another_one(script: ScriptRoom, theirs: Approval) -> None:
    other = script.open()
    other.do(SetApproval(theirs, "定稿"))
    script.document.do(SetApproval(Approval.IN_REVIEW))
    script.qtbot.waitUntil(lambda: bool(script.refused))
    script.settled(script.document, other)
    assert script.show.approval is theirs
    assert not script.conflicts


def test_two_windows_add_and_move_rows_at_once(script: ScriptRoom) -> None:
    other = script.open()
    ids = [segment.id for segment in script.show.segments]
    one, two = (replace(script.segment(at), id=f"n{at}", script=parse_script("一大段话")) for at in (1, 7))
    other.do(editing.insert(script.show, [one], 2))
    script.document.do(editing.insert(script.show, [two], 8))
    script.document.do(editing.shift(script.show, {ids[5]}, -1))
    script.document.do(field(script.document, 0, "title", "照旧"))
    script.settled(script.document, other)
    assert [segment.id for segment in script.show.segments[:10]] == [
        *ids[:2], "n1", *ids[2:4], ids[5], ids[4], *ids[6:8], "n7",
    ]  # fmt: skip
    assert script.segment(0).title == "照旧"
    assert not script.conflicts
    assert not script.refused


def test_what_is_done_again_goes_before_what_was_done_after_it(script: ScriptRoom) -> None:
    other = script.open()
    product = script.show.products[0]
    other.do(ReplaceProduct(replace(product, stock=7)))
    for price in (100, 200):
        now = script.show.products[0]
        script.document.do(ReplaceProduct(replace(now, live_price=price)))
    script.settled(script.document, other)
    assert (script.show.products[0].stock, script.show.products[0].live_price) == (7, 200)
    assert not script.conflicts


def test_words_typed_while_somebody_locks_are_kept_apart(script: ScriptRoom) -> None:
    other = script.open()
    other.do(SetApproval(Approval.LOCKED, "定稿"))
    script.document.do(words(script.document, 0, "晚了一步"))
    script.qtbot.waitUntil(lambda: bool(script.conflicts))
    assert script.conflicts[0].error.code == "edit.closed"
    assert not script.document.editable
    script.settled(script.document, other)
    assert not script.document.do(field(script.document, 0, "title", "x"))
    assert script.refused[-1].code == "edit.closed"


def test_undo_has_no_end_and_follows_what_is_on_its_way(script: ScriptRoom) -> None:
    start: Show = script.show
    for at in range(5):
        script.document.do(field(script.document, at, "title", f"改 {at}"))
    script.document.do(editing.remove(script.show, {script.segment(2).id}))
    after = script.show
    for _ in range(6):
        script.document.undo()
    script.settled()
    assert script.show == start
    script.document.undo()
    script.qtbot.waitUntil(lambda: bool(script.refused))
    assert script.refused[-1].code == "edit.nothing"
    for _ in range(6):
        script.document.redo()
    script.settled()
    assert script.show == after


def test_what_is_removed_is_not_chosen_any_more(script: ScriptRoom) -> None:
    first, second = script.segment(0).id, script.segment(1).id
    script.document.choose((first, second), second)
    script.document.do(editing.remove(script.show, {second}))
    assert (script.document.chosen, script.document.current) == ((first,), first)
    script.settled()


def test_another_show_is_opened_in_the_same_window(script: ScriptRoom) -> None:
    script.document.do(field(script.document, 0, "title", "前一场"))
    script.settled()
    other = script.services.shows
    copy = replace(script.show, id="other", title="另一场")
    other.add(copy, by="运营", at_ms=0)
    script.document.open("other")
    script.qtbot.waitUntil(lambda: script.show.title == "另一场")
    assert script.changes[-1].before is None
    script.show_id = "other"
    script.document.do(field(script.document, 0, "title", "后一场"))
    script.settled()


def test_edits_made_while_another_show_is_on_its_way_are_kept(script: ScriptRoom) -> None:
    first, document = script.show, script.document
    script.services.shows.add(replace(first, id="other", title="另一场"), by="运营", at_ms=0)
    document.open("other")
    for at in range(3):
        document.do(field(document, at, "title", f"改 {at}"))
    # The last words are asked for only when the other show has come.
    held = [words(document, 0, "还没要的话")]
    document.flushing.connect(lambda: document.do(held.pop()) if held and document.show is not None else None)
    script.qtbot.waitUntil(lambda: script.show.id == "other")
    assert not document.busy
    script.services.documents.finish()
    kept, _ = script.services.shows.load(first.id)
    assert [one.title for one in kept.segments[:3]] == ["改 0", "改 1", "改 2"]
    assert kept.segments[0].script.lines[0].text == "还没要的话"


def test_what_another_window_changes_in_a_show_that_is_about_to_be_shown_is_shown(script: ScriptRoom) -> None:
    first, document = script.show, script.document
    script.services.shows.add(replace(first, id="other", title="另一场"), by="运营", at_ms=0)
    document.open("other")
    document.do(field(document, 0, "title", "改"))
    document._opened(script.services.document("other"))
    assert script.show.id == first.id
    script.services.edit("other", ChangeShow({"title": "又改了"}), 1)
    script.qtbot.waitUntil(lambda: script.show.id == "other")
    script.show_id = "other"
    script.settled()
    assert script.show.title == "又改了"


@pytest.mark.parametrize("text", ["【动作】拿起产品", "助播：现在 {{直播价}}"])
def test_a_script_reads_back_after_the_store(script: ScriptRoom, text: str) -> None:
    segment = script.segment(0)
    script.document.do(editing.rewrite(segment.id, segment.script, parse_script(text)))
    script.settled()
    assert script_text(script.segment(0).script) == text


def test_many_words_for_a_segment_that_went_do_not_block_what_follows(script: ScriptRoom) -> None:
    other = script.open()
    gone = script.segment(0).id
    other.do(editing.remove(script.show, {gone}))
    for at in range(3):
        script.document.do(words(script.document, 0, f"第 {at} 句"))
    title = field(script.document, 1, "title", "照旧")
    script.document.do(title)
    script.qtbot.waitUntil(lambda: len(script.conflicts) == 3)
    script.settled(script.document, other)
    assert script.segment(0).title == "照旧"


def test_two_windows_change_two_products_and_two_groups(script: ScriptRoom) -> None:
    other = script.open()
    first, second = script.show.products[:2]
    script.document.do(ReplaceProduct(replace(first, live_price=100)))
    other.do(ReplaceProduct(replace(second, live_price=200)))
    groups = script.show.groups
    script.document.do(ChangeShow({"groups": (*groups, Group("x", "甲"))}))
    other.do(ChangeShow({"groups": (*groups, Group("y", "乙"))}))
    script.settled(script.document, other)
    assert [one.live_price for one in script.show.products[:2]] == [100, 200]
    assert {group.id for group in script.show.groups} >= {"x", "y"}
    assert not script.conflicts


def test_a_field_that_is_set_while_somebody_locks_is_kept_apart(script: ScriptRoom) -> None:
    other = script.open()
    other.do(SetApproval(Approval.LOCKED, "定稿"))
    script.document.do(field(script.document, 0, "title", "晚了一步"))
    script.qtbot.waitUntil(lambda: bool(script.conflicts))
    assert script.conflicts[0].error.code == "edit.closed"
    script.settled(script.document, other)
