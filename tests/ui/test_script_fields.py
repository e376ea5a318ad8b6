"""The fields panel, with real keys: every field, several segments at once, what can't be read, other people."""

from __future__ import annotations

from datetime import datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from script_hand import Hand, Key, do, script_hand
from script_room import script_room

from livedesk.domain import editing
from livedesk.domain.clock import WallTime
from livedesk.domain.edits import ChangeShow
from livedesk.domain.rundown import (
    EndMode,
    SegmentKind,
    Transition,
    TransitionKind,
)
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.workspaces.script.fields_choice import FlagEditor
from livedesk.ui.workspaces.script.fields_text import LineEditor, TextEditor

__all__ = ["script_hand", "script_room"]


def wall(day: int, hour: int, minute: int = 0) -> WallTime:
    return WallTime(datetime(2026, 11, day, hour, minute))  # noqa: DTZ001 - a time as a sheet has it


@pytest.mark.parametrize(
    ("key", "typed", "field", "value", "shown"),
    [
        ("title", "开场 A", "title", "开场 A", "开场 A"),
        ("number", "01A", "number", "01A", "01A"),
        ("duration_ms", "8", "duration_ms", 480_000, "08:00"),
        ("duration_ms", "1:05:00", "duration_ms", 3_900_000, "1:05:00"),
        ("duration_ms", "90s", "duration_ms", 90_000, "01:30"),
        ("hard_start", "21:30", "hard_start", wall(25, 21, 30), "21:30"),
        ("hard_start", "0:15", "hard_start", wall(26, 0, 15), "00:15"),
        ("scene", "主播近景", "scene", "主播近景", "主播近景"),
        ("transition.ms", "450 ms", "transition", Transition(TransitionKind.FADE, 450), "450"),
        ("person", "主播二", "person", "主播二", "主播二"),
        ("co_host", "助播一", "co_host", "助播一", "助播一"),
        ("owner", "中控", "owner", "中控", "中控"),
        ("interaction", "扣1", "interaction", "扣1", "扣1"),
        ("goal", "3000 人", "goal", "3000 人", "3000 人"),
        ("warn_ms", "1", "warn_ms", 60_000, "01:00"),
        ("alarm_ms", "15s", "alarm_ms", 15_000, "00:15"),
        ("fallback", "断货 → 06", "fallback", "断货 → 06", "断货 → 06"),
        ("note", "记", "note", "记", "记"),
    ],
)
def test_a_field_is_typed_and_kept_with_enter(
    hand: Hand, key: str, typed: str, field: str, value: object, shown: str
) -> None:
    hand.choose(0)
    editor = hand.enter(key, typed)
    assert getattr(hand.script.segment(0), field) == value
    assert editor.held.text == shown
    assert hand.said(key) == ""
    assert hand.edits() == 1


def test_leaving_a_field_keeps_it_and_escape_does_not(hand: Hand) -> None:
    hand.choose(0)
    before = hand.script.segment(0).title
    editor = hand.write("title", "半句")
    QTest.keyClick(editor, Key.Key_Escape)
    assert editor.held.text == before
    hand.write("title", "一句")
    QTest.keyClick(hand.line("title"), Key.Key_Tab)
    assert hand.script.segment(0).title == "一句"
    assert QApplication.focusWidget() is hand.line("number")


def test_enter_ends_a_text_and_shift_enter_a_line(hand: Hand) -> None:
    hand.choose(0)
    editor = hand.write("note", "a")
    height = editor.height()
    QTest.keyClick(editor, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor, "b")
    QTest.keyClick(editor, Key.Key_Return)
    assert hand.script.segment(0).note == "a\nb"
    assert editor.height() > height
    title = hand.write("title", "a")
    QTest.keyClick(title, Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(title, Key.Key_Return)
    assert hand.script.segment(0).title == "a"


def test_what_is_typed_is_asked_for_before_undo_and_before_another_choice(hand: Hand) -> None:
    hand.choose(0)
    hand.write("note", "word")
    hand.script.document.flush()
    assert hand.script.segment(0).note == "word"
    hand.write("goal", "goal")
    hand.choose(1)
    assert hand.script.segment(0).goal == "goal"
    assert hand.line("goal").held.text == hand.script.segment(1).goal


@pytest.mark.parametrize(
    ("key", "typed", "said"),
    [
        ("title", "", "needs a title"),
        ("number", "02", "Another segment"),
        ("duration_ms", "soon", "Write minutes"),
        ("hard_start", "25:99", "Write a time"),
        ("transition.ms", "900", "At most 500 ms"),
        ("transition.ms", "slow", "milliseconds"),
        ("warn_ms", "x", "Write minutes"),
    ],
)
def test_what_cant_be_read_is_marked_and_never_applied(hand: Hand, key: str, typed: str, said: str) -> None:
    do(hand.script, editing.set_fields(hand.script.show, {hand.script.segment(1).id: {"number": "02"}}))
    hand.choose(0)
    before = hand.script.segment(0)
    shown = hand.line(key).held.text
    asked: list[object] = []
    hand.line(key).asked.connect(lambda _key, text: asked.append(text))
    editor = hand.enter(key, typed)
    assert said in hand.said(key)
    assert editor.property("bad") == "true"
    QTest.keyClick(editor, Key.Key_Tab)
    assert asked == [typed], "what was refused is not asked for again as it stands"
    assert editor.held.text == typed, "what was typed stays to be mended"
    assert hand.script.segment(0) is before
    editor.setFocus()
    QTest.keyClick(editor, Key.Key_Escape)
    assert (editor.held.text, hand.said(key), editor.property("bad")) == (shown, "", "")


def test_what_was_refused_is_not_lost_in_silence(hand: Hand) -> None:
    hand.choose(0)
    before = hand.script.segment(0)
    hand.enter("duration_ms", "abc")
    hand.choose(1)
    assert hand.line("duration_ms").held.text == "03:00"
    assert "“abc” could not be taken" in hand.said("duration_ms")
    hand.choose(0)
    assert hand.said("duration_ms") == ""
    assert hand.script.segment(0) is before


def test_red_never_comes_before_yellow(hand: Hand) -> None:
    hand.choose(0)
    hand.enter("warn_ms", "1:00")
    hand.enter("alarm_ms", "2:00")
    assert "Yellow comes before red" in hand.said("alarm_ms")
    hand.enter("alarm_ms", "15s")
    assert (hand.script.segment(0).warn_ms, hand.script.segment(0).alarm_ms) == (60_000, 15_000)
    hand.enter("warn_ms", "")
    assert hand.script.segment(0).warn_ms is None


def test_arrow_keys_choose_enter_asks_and_escape_goes_back(hand: Hand) -> None:
    hand.choose(0)
    kind = hand.choice("kind")
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_Down)
    QTest.keyClick(kind, Key.Key_Down)
    assert hand.script.segment(0).kind is SegmentKind.OPENING
    QTest.keyClick(kind, Key.Key_Escape)
    assert kind.currentData() == "opening"
    QTest.keyClick(kind, Key.Key_Down)
    QTest.keyClick(kind, Key.Key_Return)
    assert hand.script.segment(0).kind is SegmentKind.PRODUCT
    QTest.keyClick(kind, Key.Key_Down)
    QTest.keyClick(kind, Key.Key_Tab)
    assert hand.script.segment(0).kind is SegmentKind.FLASH
    assert hand.edits() == 2


def test_a_choice_from_the_list_is_asked_for_at_once(hand: Hand) -> None:
    hand.choose(0)
    group = hand.choice("group_id")
    group.setFocus()
    group.showPopup()
    view = group.view()
    hand.script.qtbot.waitUntil(view.isVisible)
    view.setCurrentIndex(group.model().index(group.findData("g3"), 0))
    QTest.keyClick(view, Key.Key_Return)
    assert hand.script.segment(0).group_id == "g3"


def test_a_milestone_takes_no_time(hand: Hand) -> None:
    hand.choose(0)
    kind = hand.choice("kind")
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_End)
    QTest.keyClick(kind, Key.Key_Return)
    assert (hand.script.segment(0).kind, hand.script.segment(0).duration_ms) == (SegmentKind.MILESTONE, 0)
    hand.enter("duration_ms", "5")
    assert "A milestone takes no time" in hand.said("duration_ms")


def test_how_a_segment_ends_brings_its_time(hand: Hand) -> None:
    hand.choose(0)
    mode = hand.choice("end_mode")
    assert not hand.line("count_to").isVisible()
    mode.setFocus()
    QTest.keyClick(mode, Key.Key_End)
    QTest.keyClick(mode, Key.Key_Return)
    assert hand.script.segment(0).end_mode is EndMode.COUNT_TO
    assert hand.line("count_to").isVisible()
    assert "Say when it ends" in hand.noted("count_to")
    hand.enter("count_to", "20:30")
    assert hand.script.segment(0).count_to == wall(25, 20, 30)
    assert hand.noted("count_to") == ""


def test_a_cut_has_no_length_and_a_fade_begins_with_one(hand: Hand) -> None:
    hand.choose(0, 1)
    kind = hand.choice("transition.kind")
    assert kind.currentIndex() == -1
    assert not hand.line("transition.ms").isVisible()
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_End)
    QTest.keyClick(kind, Key.Key_Return)
    assert [hand.script.segment(at).transition.duration_ms for at in (0, 1)] == [300, 300]
    assert hand.line("transition.ms").isVisible()
    hand.enter("transition.ms", "200")
    kind.setFocus()
    QTest.keyClick(kind, Key.Key_Home)
    QTest.keyClick(kind, Key.Key_Return)
    assert [hand.script.segment(at).transition for at in (0, 1)] == [Transition(), Transition()]


def test_skipping_is_one_key(hand: Hand) -> None:
    do(hand.script, editing.set_field(hand.script.show, {hand.script.segment(0).id}, "skipped", True))
    hand.choose(0, 1)
    flag = hand.form.editors["skipped"]
    assert isinstance(flag, FlagEditor)
    assert flag.checkState() == Qt.CheckState.PartiallyChecked
    flag.setFocus()
    QTest.keyClick(flag, Key.Key_Space)
    assert [hand.script.segment(at).skipped for at in (0, 1)] == [True, True]
    QTest.keyClick(flag, Key.Key_Space)
    assert [hand.script.segment(at).skipped for at in (0, 1)] == [False, False]


def test_several_segments_show_what_they_agree_in_and_change_as_one(hand: Hand) -> None:
    hand.choose(0, 1, 2)
    assert hand.panel.facts.text() == "3 segments"
    assert hand.line("person").held.text == "主播一"
    title = hand.line("title")
    assert (title.held.text, title.placeholderText()) == ("", "mixed")
    before = hand.script.show
    title.setFocus()
    QTest.keyClick(title, Key.Key_Tab)
    assert hand.script.show is before, "a mixed field that was left as it is changes nothing"
    note = hand.write("note", "x")
    QTest.keyClick(note, Key.Key_Backspace)
    QTest.keyClick(note, Key.Key_Tab)
    assert hand.script.show is before
    hand.enter("owner", "中控")
    assert [hand.script.segment(at).owner for at in range(4)] == ["中控", "中控", "中控", ""]
    hand.enter("duration_ms", "4")
    assert [hand.script.segment(at).duration_ms for at in range(3)] == [240_000] * 3
    assert hand.edits() == 2
    hand.script.settled()
    hand.script.document.undo()
    hand.script.settled()
    assert hand.script.segment(0).duration_ms == before.segments[0].duration_ms
    assert hand.line("duration_ms").placeholderText() == "mixed"


def test_rubbing_out_a_mixed_field_empties_it_for_all(hand: Hand) -> None:
    hand.choose(0, 1)
    note = hand.line("note")
    assert note.placeholderText() == "mixed"
    note.setFocus()
    QTest.keyClick(note, Key.Key_Delete)
    assert note.placeholderText() == "emptied for all"
    QTest.keyClick(note, Key.Key_Escape)
    assert note.placeholderText() == "mixed"
    QTest.keyClick(note, Key.Key_Backspace)
    QTest.keyClick(note, Key.Key_Return)
    assert [hand.script.segment(at).note for at in (0, 1)] == ["", ""]


def test_a_number_is_one_segments_own(hand: Hand) -> None:
    hand.choose(0, 1)
    hand.enter("number", "07")
    assert "one segment's own" in hand.said("number")
    hand.choose(1)
    assert hand.line("number").placeholderText() == "02"
    do(hand.script, editing.move_before(hand.script.show, {hand.script.segment(1).id}, ""))
    assert hand.line("number").placeholderText() == "27"


def test_a_time_that_the_clocks_skip_is_refused_with_the_next(hand: Hand) -> None:
    start = WallTime(datetime(2026, 3, 28, 23, 0))  # noqa: DTZ001 - a time as a sheet has it
    do(hand.script, ChangeShow({"zone": "Europe/Berlin", "planned_start": start, "hard_end": None}))
    hand.choose(0)
    hand.enter("hard_start", "2:30")
    assert "does not exist" in hand.said("hard_start")
    assert "2026-03-29 03:00:00" in hand.said("hard_start")
    assert hand.script.segment(0).hard_start is None
    hand.enter("hard_start", "3:00")
    assert hand.script.segment(0).hard_start == WallTime(datetime(2026, 3, 29, 3, 0))  # noqa: DTZ001 - as above


def test_a_time_that_comes_twice_is_asked_about(hand: Hand) -> None:
    start = WallTime(datetime(2026, 10, 24, 23, 0))  # noqa: DTZ001 - a time as a sheet has it
    do(hand.script, ChangeShow({"zone": "Europe/Berlin", "planned_start": start, "hard_end": None}))
    hand.choose(0)
    editor = hand.enter("hard_start", "2:30")
    assert "comes twice" in hand.said("hard_start")
    focus = QApplication.focusWidget()
    assert isinstance(focus, QPushButton)
    assert "CEST" in focus.text()
    assert hand.script.segment(0).hard_start is None
    QTest.keyClick(focus, Key.Key_Escape)
    assert (editor.held.text, hand.said("hard_start")) == ("", "")
    hand.enter("hard_start", "2:30")
    hand.answer("hard_start", "second")
    made = hand.script.segment(0).hard_start
    assert made == WallTime(datetime(2026, 10, 25, 2, 30), 1)  # noqa: DTZ001 - as above
    assert editor.held.text == "02:30"
    assert "second pass" in hand.noted("hard_start")


def test_obs_says_which_scenes_it_lacks(hand: Hand) -> None:
    hand.choose(0)
    assert hand.noted("scene") == ""
    hand.script.context.bridge.post(ObsStatus(LinkState.READY, scenes=("主播近景",)))
    hand.script.qtbot.waitUntil(lambda: "OBS has no scene" in hand.noted("scene"))
    hand.enter("scene", "主播近景")
    assert hand.noted("scene") == ""


def test_scenes_and_people_are_offered(hand: Hand) -> None:
    hand.script.context.bridge.post(ObsStatus(LinkState.READY, scenes=("只在 OBS",)))
    QApplication.processEvents()
    hand.choose(0)
    scene = hand.write("scene", "OBS")
    assert isinstance(scene, LineEditor)
    completer = scene.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    hand.script.qtbot.waitUntil(popup.isVisible)
    QTest.keyClick(popup, Key.Key_Down)
    QTest.keyClick(popup, Key.Key_Return)
    hand.script.qtbot.waitUntil(lambda: hand.script.segment(0).scene == "只在 OBS")
    hand.panel.activateWindow()
    hand.script.qtbot.waitUntil(hand.panel.isActiveWindow)
    person = hand.line("person")
    person.setFocus()
    QTest.keyClick(person, Key.Key_Down)
    assert isinstance(person, LineEditor)
    people = person.completer()
    assert people is not None
    offered = [people.model().index(row, 0).data() for row in range(people.model().rowCount())]
    assert offered[0] == "主播一"
    assert "导播" in offered
    popup = people.popup()
    assert popup is not None
    QTest.keyClick(popup, Key.Key_Escape)


def test_somebody_elses_change_disturbs_nothing_that_is_typed(hand: Hand) -> None:
    hand.choose(0)
    ids = {hand.script.segment(0).id}
    note = hand.write("note", "mine")
    QTest.keyClick(note, Key.Key_Left)
    at = note.cursorPosition() if isinstance(note, LineEditor) else note.textCursor().position()
    do(hand.script, editing.set_field(hand.script.show, ids, "title", "别人的标题"))
    assert hand.line("title").held.text == "别人的标题"
    assert isinstance(note, TextEditor)
    assert (note.held.text, note.textCursor().position()) == ("mine", at)
    assert hand.said("note") == ""
    do(hand.script, editing.set_field(hand.script.show, ids, "note", "别人的备注"))
    assert note.held.text == "mine"
    assert "别人的备注" in hand.said("note")
    QTest.keyClick(note, Key.Key_Escape)
    assert (note.held.text, hand.said("note")) == ("别人的备注", "")
    hand.enter("note", "mine after all")
    assert hand.script.segment(0).note == "mine after all"


def test_another_window_changes_what_is_being_typed_here(hand: Hand) -> None:
    hand.choose(0)
    other = hand.script.open()
    note = hand.write("note", "mine")
    other.do(
        editing.set_fields(hand.script.show, {hand.script.segment(0).id: {"note": "yours", "goal": "theirs"}})
    )
    hand.script.qtbot.waitUntil(lambda: "yours" in hand.said("note"))
    assert (note.held.text, hand.line("goal").held.text) == ("mine", "theirs")
    QTest.keyClick(note, Key.Key_Return)
    hand.script.settled(hand.script.document, other)
    assert (hand.script.segment(0).note, hand.script.segment(0).goal) == ("mine", "theirs")
    assert hand.said("note") == ""
    assert not hand.script.conflicts
