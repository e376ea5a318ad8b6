"""Two windows write the same: a person chooses field by field with keys, and no word is lost until then."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QWidget
from script_room import ScriptRoom, script_room

from livedesk.domain import editing
from livedesk.domain.edits import ChangeShow, Edit, ReplaceProduct, SetApproval, SpliceScript
from livedesk.domain.errors import UserError
from livedesk.domain.rundown import Approval, Segment, SegmentKind, Standby
from livedesk.domain.script import LineKind, Script, ScriptLine, parse_script
from livedesk.ui.workspaces.script.conflict_bar import ConflictBar
from livedesk.ui.workspaces.script.conflict_cases import Side, Standing
from livedesk.ui.workspaces.script.conflict_list import DisputeDelegate
from livedesk.ui.workspaces.script.conflict_met import Conflict
from livedesk.ui.workspaces.script.conflict_panel import ConflictPanel
from livedesk.ui.workspaces.script.document import ScriptDocument

__all__ = ["script_room"]
Key = Qt.Key
LINES = (ScriptLine(LineKind.ACTION, "拿起产品"), ScriptLine(LineKind.SPEECH, "不能丢的话"))


@pytest.fixture
def panel(script: ScriptRoom) -> ConflictPanel:
    """The panel beside the window's document, in front."""
    made = ConflictPanel(script.context, script.document)
    script.qtbot.addWidget(made)
    made.resize(900, 600)
    made.show()
    script.qtbot.waitExposed(made)
    made.setFocus()
    return made


@pytest.fixture
def other(script: ScriptRoom) -> ScriptDocument:
    """Another window on the same show."""
    return script.open()


def fields(script: ScriptRoom, at: int, **values: object) -> Edit:
    edit = editing.set_fields(script.show, {script.segment(at).id: values})
    assert edit is not None
    return edit


def meet(script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument, theirs: Edit | None, mine: Edit) -> None:
    """Both windows write at once; theirs comes first."""
    waiting = panel.waiting
    assert other.do(theirs)
    assert script.document.do(mine)
    script.qtbot.waitUntil(lambda: panel.waiting == waiting + 1)
    script.settled(script.document, other)


def standing(panel: ConflictPanel) -> Standing | None:
    return panel.case.standing if panel.case is not None else None


def test_every_field_is_chosen_by_keys_and_applied_at_once(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    tester = QAbstractItemModelTester(panel.model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    theirs = fields(script, 0, title="对方的标题", duration_ms=60_000, person="主播二")
    mine = fields(script, 0, title="我的标题", duration_ms=90_000, person="主播三", note="只有我写")
    meet(script, panel, other, theirs, mine)
    assert [row.field for row in panel.model.rows] == ["Title", "Duration", "Host"]
    assert panel.apply_button.text() == "3 to choose"
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert panel.waiting == 1
    assert "对方的标题" in panel.sides.cards[Side.THEIRS].sheet.toPlainText()
    assert "我的标题" in panel.sides.cards[Side.MINE].sheet.toPlainText()
    assert panel.sides.before.text().startswith("Before: 开场")
    script.qtbot.keyClick(panel, Key.Key_Left)
    script.qtbot.keyClick(panel, Key.Key_2)
    assert [row.side for row in panel.model.rows] == [Side.THEIRS, Side.MINE, None]
    assert panel.list.currentIndex().row() == 2
    script.qtbot.keyClick(panel, Key.Key_Right)
    script.qtbot.keyClick(panel, Key.Key_Down)
    script.qtbot.keyClick(panel, Key.Key_1)
    script.qtbot.keyClick(panel, Key.Key_Up)
    assert panel.sides.cards[Side.MINE].button.isChecked()
    script.qtbot.keyClick(panel, Key.Key_Down)
    with script.qtbot.waitSignal(panel.emptied):
        script.qtbot.keyClick(panel, Key.Key_Return)
    segment = script.segment(0)
    assert (segment.title, segment.duration_ms, segment.person, segment.note) == (
        "对方的标题", 90_000, "主播二", "只有我写",
    )  # fmt: skip
    assert panel.model.rowCount() == 0
    script.settled(script.document, other)
    del tester


def test_both_versions_are_seen_in_a_low_panel(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    theirs, mine = (fields(script, 0, title=one, note=one, person=one, goal=one) for one in ("对方", "我"))
    meet(script, panel, other, theirs, mine)
    frame = QWidget()
    script.qtbot.addWidget(frame)
    panel.setParent(frame)  # alone on the screen it would be as high as it likes
    heights = []
    for height in (600, 340):
        frame.resize(640, height)
        panel.setGeometry(frame.rect())
        frame.show()
        panel.show()
        script.qtbot.waitUntil(lambda: panel.sides.height() >= panel.sides.minimumSizeHint().height())
        heights.append(panel.list.height() // DisputeDelegate.height)
    panel.setParent(None)
    assert heights == [4, 2]


@pytest.mark.parametrize(("key", "title"), [(Key.Key_Left, "对方的"), (Key.Key_Right, "我的")])
def test_one_side_is_taken_everywhere(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument, key: Qt.Key, title: str
) -> None:
    theirs, mine = fields(script, 0, title="对方的", note="对方的"), fields(script, 0, title="我的", note="我的")
    meet(script, panel, other, theirs, mine)
    script.qtbot.keyClick(panel, key, Qt.KeyboardModifier.ShiftModifier)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert (script.segment(0).title, script.segment(0).note) == (title, title)
    assert panel.waiting == 0
    script.settled(script.document, other)


def test_the_cursor_goes_on_to_what_is_not_chosen(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    theirs, mine = (fields(script, 0, title=one, note=one, person=one) for one in ("对方", "我"))
    meet(script, panel, other, theirs, mine)
    places = []
    for key in (Key.Key_Down, Key.Key_1, Key.Key_1, Key.Key_2):
        script.qtbot.keyClick(panel, key)
        places.append(panel.list.currentIndex().row())
    assert places == [1, 2, 0, 0]
    assert [row.side for row in panel.model.rows] == [Side.MINE, Side.THEIRS, Side.THEIRS]


def test_scripts_stand_side_by_side_with_what_each_changed(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(0)
    meet(
        script, panel, other,
        SpliceScript(segment.id, 0, 1, (ScriptLine(LineKind.SPEECH, "对方的第一句"),)),
        SpliceScript(segment.id, 0, 1, (ScriptLine(LineKind.SPEECH, "我的第一句"),)),
    )  # fmt: skip
    texts = {side: card.sheet.toPlainText() for side, card in panel.sides.cards.items()}
    assert "对方的第一句" in texts[Side.THEIRS]
    assert "对方的第一句" not in texts[Side.MINE]
    assert "我的第一句" in texts[Side.MINE]
    last = segment.script.lines[-1].text
    assert all(last in text for text in texts.values())
    script.qtbot.keyClick(panel, Key.Key_2)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.segment(0).script.lines[0].text == "我的第一句"
    assert script.segment(0).script.lines[1:] == segment.script.lines[1:]
    script.settled(script.document, other)


def test_words_in_a_removed_segment_put_it_back_where_it_stood(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(4)
    mine = SpliceScript(segment.id, 0, 0, LINES)
    meet(script, panel, other, editing.remove(script.show, {segment.id}), mine)
    (row,) = panel.model.rows
    assert row.title.endswith(segment.title)
    assert row.field == "Keep or remove"
    assert panel.sides.before.text() == "One side removed it, the other changed it."
    assert panel.sides.cards[Side.THEIRS].sheet.toPlainText() == "Removed"
    assert "不能丢的话" in panel.sides.cards[Side.MINE].sheet.toPlainText()
    QGuiApplication.clipboard().clear()
    script.qtbot.keyClick(panel, Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == "【动作】拿起产品\n不能丢的话"
    assert not panel.apply_button.isEnabled()
    script.qtbot.keyClick(panel, Key.Key_2)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.segment(4).id == segment.id
    assert script.segment(4).script.lines == (*LINES, *segment.script.lines)
    assert panel.waiting == 0
    script.settled(script.document, other)


def test_words_of_a_removed_segment_are_applied_once_it_is_back(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(4)
    mine = SpliceScript(segment.id, 0, 0, LINES)
    meet(script, panel, other, editing.remove(script.show, {segment.id}), mine)
    other.undo()
    script.qtbot.waitUntil(lambda: standing(panel) is Standing.READY)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.segment(4).script.lines == (*LINES, *segment.script.lines)
    assert panel.waiting == 0
    script.settled(script.document, other)


def test_words_whose_place_was_gone_before_they_were_sent_are_only_copied(
    script: ScriptRoom, panel: ConflictPanel
) -> None:
    edit, gone = SpliceScript("x", 0, 0, LINES), UserError("edit.missing", id="x")
    panel.add(Conflict(edit, script.show, script.show, (), gone))
    assert standing(panel) is Standing.GONE
    assert "gone before" in panel.why.text()
    assert "不能丢的话" in panel.words.toPlainText()
    assert not panel.sides.isVisible()
    assert not panel.apply_button.isEnabled()


def test_rows_that_were_added_while_somebody_locks_show_their_words(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    added = Segment("new", "我加的环节", SegmentKind.TALK, 60_000, script=Script(LINES))
    mine = editing.insert(script.show, [added], 8)
    assert mine is not None
    meet(script, panel, other, SetApproval(Approval.LOCKED, "定稿"), mine)
    assert standing(panel) is Standing.CLOSED
    assert panel.words.toPlainText().splitlines() == ["我加的环节", "【动作】拿起产品", "不能丢的话"]
    script.document.do(SetApproval(Approval.DRAFT, "改价"))
    script.qtbot.waitUntil(lambda: standing(panel) is Standing.READY)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.segment(8).title == "我加的环节"
    script.settled(script.document, other)


def test_a_field_of_a_product_is_chosen_by_its_name(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    product = script.show.products[0]
    theirs = ReplaceProduct(replace(product, live_price=2_222, offer="对方的"))
    meet(script, panel, other, theirs, ReplaceProduct(replace(product, live_price=1_111, stock=5)))
    (row,) = panel.model.rows
    assert (row.title, row.field) == (product.name, "Live price")
    assert "22.22" in panel.sides.cards[Side.THEIRS].sheet.toPlainText()
    assert "11.11" in panel.sides.cards[Side.MINE].sheet.toPlainText()
    script.qtbot.keyClick(panel, Key.Key_2)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.show.products[0] == replace(product, live_price=1_111, offer="对方的", stock=5)
    script.settled(script.document, other)


def test_a_plan_is_chosen_without_the_plans_beside_it(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    first, *rest = script.show.standbys
    added = Standby("new", "新预案", "近景", script=Script(LINES))
    theirs = ChangeShow({"standbys": (replace(first, title="对方的"), *rest, added)})
    mine = ChangeShow({"standbys": (replace(first, title="我的", trigger="断流"), *rest)})
    meet(script, panel, other, theirs, mine)
    script.qtbot.keyClick(panel, Key.Key_2)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.show.standbys == (replace(first, title="我的", trigger="断流"), *rest, added)
    script.settled(script.document, other)


def test_words_are_let_go_by_two_presses_only(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    mine = SpliceScript(script.segment(4).id, 0, 0, LINES)
    meet(script, panel, other, SetApproval(Approval.LOCKED, "定稿"), mine)
    panel.drop_button.setFocus()
    script.qtbot.keyClick(panel.drop_button, Key.Key_Space)
    assert panel.waiting == 1
    assert panel.drop_button.text() == "Really discard my words"
    with script.qtbot.waitSignal(panel.emptied):
        script.qtbot.keyClick(panel.drop_button, Key.Key_Space)
    assert panel.waiting == 0


def test_words_written_while_somebody_locks_are_applied_after_the_unlock(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(0)
    meet(script, panel, other, SetApproval(Approval.LOCKED, "定稿"), SpliceScript(segment.id, 0, 0, LINES))
    assert standing(panel) is Standing.CLOSED
    assert not panel.apply_button.isEnabled()
    script.document.do(SetApproval(Approval.DRAFT, "改价"))
    script.qtbot.waitUntil(lambda: standing(panel) is Standing.READY)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.segment(0).script.lines[:2] == LINES
    script.settled(script.document, other)


def test_after_the_unlock_what_somebody_wrote_first_is_chosen_from(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(0)
    meet(script, panel, other, SetApproval(Approval.LOCKED, "定稿"), SpliceScript(segment.id, 0, 0, LINES))
    other.do(SetApproval(Approval.DRAFT, "改价"))
    other.do(SpliceScript(segment.id, 0, 0, (ScriptLine(LineKind.SPEECH, "先写的"),)))
    script.qtbot.waitUntil(lambda: standing(panel) is Standing.CHOOSE)
    assert "先写的" in panel.sides.cards[Side.THEIRS].sheet.toPlainText()
    script.settled(script.document, other)


def test_a_choice_falls_where_theirs_is_another_since(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    theirs, mine = fields(script, 0, title="对方的", note="对方的"), fields(script, 0, title="我的", note="我的")
    meet(script, panel, other, theirs, mine)
    script.qtbot.keyClick(panel, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    other.do(fields(script, 0, title="又改了"))
    script.qtbot.waitUntil(lambda: [row.side for row in panel.model.rows] == [None, Side.THEIRS])
    assert panel.apply_button.text() == "1 to choose"
    assert "又改了" in panel.sides.cards[Side.THEIRS].sheet.toPlainText()
    other.do(fields(script, 0, title="我的", note="我的"))
    script.qtbot.waitUntil(lambda: standing(panel) is Standing.MOOT)
    panel.let_go()
    assert panel.waiting == 0
    script.settled(script.document, other)


def test_what_was_still_being_typed_is_looked_at_before_a_choice_is_applied(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    meet(script, panel, other, fields(script, 0, title="对方的"), fields(script, 0, title="我的"))
    script.qtbot.keyClick(panel, Key.Key_Left)
    typed = fields(script, 0, title="刚打的")
    script.document.flushing.connect(lambda: script.document.do(typed), Qt.ConnectionType.SingleShotConnection)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert (panel.waiting, standing(panel)) == (1, Standing.CHOOSE)
    assert "刚打的" in panel.sides.cards[Side.THEIRS].sheet.toPlainText()
    script.qtbot.keyClick(panel, Key.Key_Right)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert panel.waiting == 0
    script.settled(script.document, other)
    assert script.segment(0).title == "我的"


def test_the_script_of_a_standby_plan_is_chosen_too(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    plan = script.show.standbys[0]
    theirs, mine = (SpliceScript(plan.id, 0, 0, (ScriptLine(LineKind.SPEECH, text),)) for text in ("对方", "我"))
    meet(script, panel, other, theirs, mine)
    assert standing(panel) is Standing.CHOOSE
    script.qtbot.keyClick(panel, Key.Key_Right)
    script.qtbot.keyClick(panel, Key.Key_Return)
    assert script.show.standbys[0].script == Script((ScriptLine(LineKind.SPEECH, "我"), *plan.script.lines))
    script.settled(script.document, other)


def test_the_bar_counts_what_waits_and_the_queue_is_gone_through(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    bar = ConflictBar(script.context, panel)
    script.qtbot.addWidget(bar)
    assert bar.isHidden()
    meet(script, panel, other, fields(script, 0, title="对方一"), fields(script, 0, title="我一"))
    meet(script, panel, other, fields(script, 1, title="对方二"), fields(script, 1, title="我二"))
    assert bar.words.text().startswith("2 changes of yours")
    with script.qtbot.waitSignal(bar.asked):
        bar.button.click()
    assert panel.facts.text() == "1 of 2"
    panel.next_case()
    assert panel.facts.text() == "2 of 2"
    for key in (Key.Key_1, Key.Key_Return, Key.Key_2, Key.Key_Return):
        script.qtbot.keyClick(panel, key)
    assert (script.segment(0).title, script.segment(1).title) == ("我一", "对方二")
    assert bar.isHidden()
    script.settled(script.document, other)


def test_conflicts_of_another_show_wait_until_it_is_opened_again(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    meet(script, panel, other, fields(script, 0, title="对方"), fields(script, 0, title="我"))
    script.services.shows.add(replace(script.show, id="other", title="另一场"), by="运营", at_ms=0)
    script.document.open("other")
    script.qtbot.waitUntil(lambda: panel.waiting == 0 and panel.case is None)
    script.document.open(script.show_id)
    script.qtbot.waitUntil(lambda: panel.case is not None)
    assert panel.waiting == 1


def test_what_reads_already_as_wanted_is_no_conflict_to_choose(
    script: ScriptRoom, panel: ConflictPanel, other: ScriptDocument
) -> None:
    segment = script.segment(0)
    wanted = parse_script("【动作】拿起产品\n一样的话")
    edit = editing.rewrite(segment.id, segment.script, wanted)
    assert edit is not None
    meet(script, panel, other, edit, edit)
    assert standing(panel) is Standing.MOOT
    assert panel.drop_button.text() == "Done"
