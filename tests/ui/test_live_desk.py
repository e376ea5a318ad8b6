"""The desk as a director meets it: keys, buttons, refusals, states."""

from __future__ import annotations

from dataclasses import replace

import pytest
from live_fakes import tick
from live_room import K, Room
from live_show import MID_T, Journal, mid_show, sample_show, snapshot
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckState
from livedesk.domain.edits import ChangeSegments, ReplaceSegment, SegmentChange
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    CheckMarked,
    MessageKind,
    RunEnded,
    StandbyCalled,
)
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.timetable import plan
from livedesk.services.session.snapshot import Journalled, Refused
from livedesk.ui.context import Tick
from livedesk.ui.workspaces.live.segment_editor import SegmentEditor


def test_space_takes_once_however_long_it_is_held(room: Room) -> None:
    room.show(mid_show())
    room.key(K.Key_Space)
    for _ in range(30):
        room.key(K.Key_Space, held=True)
    assert room.sent == [c.Go(4)]


def test_go_names_the_airing_that_was_seen(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    room.desk.center.transport.go.click()
    assert room.sent == [c.Go(5)]


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (K.Key_H, c.ToggleHold()),
        (K.Key_BracketRight, c.AdjustTime(30_000)),
        (K.Key_BracketLeft, c.AdjustTime(-30_000)),
        (K.Key_Backspace, c.Back()),
        (K.Key_F9, c.Panic()),
        (K.Key_F5, c.CallStandby("b1")),
        (K.Key_F8, c.CallStandby("b4")),
        (K.Key_T, c.TickCue("q1")),
    ],
)
def test_every_key_sends_its_command(room: Room, key: Qt.Key, command: c.Command) -> None:
    room.show(mid_show())
    room.key(key)
    assert room.sent == [command]


def test_typing_to_the_host_is_text_and_enter_sends(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    room.key(K.Key_M)
    field = room.desk.right.comments.message.field
    qtbot.waitUntil(field.hasFocus)
    assert room.desk.right.comments.message.hint.isVisible()
    QTest.keyClicks(field, "hold [ ]")
    assert room.sent == []
    room.key(K.Key_F9)
    assert room.sent == [c.Panic()], "an emergency acts while text is typed"
    QTest.keyClick(field, K.Key_Return)
    assert room.sent[1:] == [c.SendMessage(MessageKind.DIRECTOR, "hold [ ]")]
    assert not field.hasFocus()
    assert not room.desk.right.comments.message.hint.isVisible()


def test_before_air_go_opens_and_goes_live_and_open_checks_ask_in_place(room: Room, qtbot: QtBot) -> None:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    journal.open()
    room.show(journal, 60_000)
    go = room.desk.center.transport.go
    assert "2" in go.detail
    top = go.mapTo(room.window, QPoint(0, 0))
    room.key(K.Key_Space)
    assert room.sent == [c.GoLive()]
    error = UserError("run.checks_open", count=2, first="OBS 连接")
    room.context_desk.publish(Refused(c.GoLive(), error))
    strip = room.desk.center.override
    assert strip.isVisible()
    assert "OBS 连接" in strip.words.text()
    assert "主机位对焦" in strip.words.text()
    QApplication.processEvents()
    assert go.mapTo(room.window, QPoint(0, 0)) == top, "a control hit blind never moves"
    strip.who.clear()
    strip.decide.click()
    assert len(room.sent) == 1
    assert strip.who.property("bad") == "true"
    strip.who.setText("导播")
    strip.why.setText("备用机位已就绪")
    QTest.keyClick(strip.why, K.Key_Return)
    assert room.sent[1:] == [c.GoLive("导播", "备用机位已就绪")]
    journal.live(70_000)
    journal.take(70_000, 1)
    room.show(journal, 71_000)
    assert not strip.isVisible()


def test_far_from_the_planned_start_go_asks_in_place(room: Room) -> None:
    show = replace(sample_show(), checklist=())
    journal = Journal(show, plan(show).start - 600_000)
    journal.open()
    room.show(journal, 60_000)
    room.key(K.Key_Space)
    error = UserError("run.far_from_plan", hours=384, planned="2026-12-12 20:00")
    room.context_desk.publish(Refused(c.GoLive(), error))
    strip = room.desk.center.override
    assert strip.isVisible()
    assert "2026-12-12 20:00" in strip.words.text()
    assert "384" in strip.words.text()
    assert "\n" not in strip.words.text(), "no checks are open: only the day is asked"
    room.show(journal, 61_000)
    assert strip.isVisible(), "the day is still another one"
    strip.who.setText("导播")
    strip.why.setText("提前试播")
    QTest.keyClick(strip.why, K.Key_Return)
    assert room.sent[1:] == [c.GoLive("导播", "提前试播")]


def test_go_before_the_run_is_open_asks_to_go_live(room: Room) -> None:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    told = replace(snapshot(journal), run_id=None)
    room.desk.on_tick(tick(told, journal.opened, 0))
    room.key(K.Key_Space)
    assert room.sent == [c.GoLive()]


def test_settled_checks_free_go(room: Room) -> None:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    journal.open()
    for check in ("c01", "c02"):
        journal.add(1_000, CheckMarked(check, check, CheckState.PASSED, ""))
    room.show(journal, 60_000)
    assert show.segments[0].title in room.desk.center.transport.go.detail


def test_after_the_last_go_ends_only_when_pressed_twice(room: Room) -> None:
    journal = mid_show()
    journal.take(MID_T, 16)
    room.show(journal, MID_T + 1_000)
    room.key(K.Key_Space)
    assert room.sent == []
    action = room.desk.context.actions["go"]
    assert action.text() == "Press again to end"
    room.later()
    room.key(K.Key_Space)
    assert room.sent == [c.EndShow()]
    journal.add(MID_T + 2_000, RunEnded())
    room.show(journal, MID_T + 3_000)
    assert not action.isEnabled()
    assert room.desk.center.notes.keys == ("ended",)


def test_a_jump_is_armed_before_it_is_taken(room: Room) -> None:
    room.show(mid_show())
    view, model = room.desk.rundown.view, room.desk.rundown.model
    index = model.index(model.row_of("s08"), 0)
    view.setCurrentIndex(index)
    QTest.keyClick(view, K.Key_Return)
    assert room.sent == []
    assert view.situation.armed == "s08"
    QTest.keyClick(view, K.Key_Escape)
    assert view.situation.armed == ""
    room.later()
    QTest.keyClick(view, K.Key_Return)
    room.later()
    QTest.keyClick(view, K.Key_Return)
    assert room.sent == [c.Jump("s08")]
    assert view.situation.armed == ""


def test_editing_in_place_asks_for_an_edit_of_the_revision_seen(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    view, editor = room.desk.rundown.view, room.edit("s06")
    editor.title.setText("利润 · 精华液")
    editor.duration.setText("12:30")
    room.show(journal, MID_T + 1_000)
    assert editor.title.text() == "利润 · 精华液", "a tick never overwrites what is typed"
    view.commitData(editor)
    qtbot.waitUntil(lambda: bool(room.services.edits))
    changed = SegmentChange("s06", {"title": "利润 · 精华液", "duration_ms": 750_000})
    assert room.services.edits == [(ChangeSegments((changed,)), 1)]
    view.closeEditor(editor, view.itemDelegate().EndEditHint.NoHint)


def test_a_tick_takes_nothing_from_who_is_editing(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    view, editor = room.desk.rundown.view, room.edit("s04")
    editor.title.clear()
    editor.duration.setText("9:30")
    for second in range(1, 4):
        room.show(journal, MID_T + second * 1_000)
        view.itemDelegate().setEditorData(editor, view.currentIndex())
    assert (editor.title.text(), editor.duration.text()) == ("", "9:30")
    view.closeEditor(editor, view.itemDelegate().EndEditHint.NoHint)


def test_escape_gives_an_edit_up_and_enter_keeps_it(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    view, model = room.desk.rundown.view, room.desk.rundown.model
    index = model.index(model.row_of("s06"), 0)
    view.setCurrentIndex(index)
    for key, count in ((K.Key_Escape, 0), (K.Key_Return, 1)):
        view.setFocus()
        view.edit(index)
        editor = view.viewport().findChild(SegmentEditor)
        assert editor is not None
        editor.title.setFocus()
        editor.title.setText("改名")
        editor.duration.setText("bad")
        assert editor.duration.property("bad") == "true"
        room.key(key)
        qtbot.waitUntil(lambda: view.viewport().findChild(SegmentEditor) is None)
        qtbot.waitUntil(lambda count=count: len(room.services.edits) == count)
    wanted = ChangeSegments((SegmentChange("s06", {"title": "改名"}),))
    assert room.services.edits[0][0] == wanted, "what can't be read stays as it was"


def test_a_stale_edit_is_said_in_place(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    room.services.error = UserError("edit.stale", base=1, current=2)
    room.desk.rundown.edited.emit(ReplaceSegment(journal.show.segments[5]))
    qtbot.waitUntil(lambda: "error" in room.desk.center.notes.keys)
    room.desk.context.actions.trigger("undo")
    qtbot.waitUntil(lambda: room.services.undone == 1)


def test_a_refused_undo_is_said_in_passing(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    notes = room.desk.center.notes

    def refused() -> None:
        room.services.error = UserError("edit.nothing")
        room.desk.rundown.edited.emit(ReplaceSegment(journal.show.segments[5]))
        qtbot.waitUntil(lambda: "error" in notes.keys)

    refused()
    room.services.error = None
    room.desk.context.actions.trigger("undo")
    qtbot.waitUntil(lambda: notes.keys == ())
    refused()
    run_id = snapshot(journal).run_id
    assert run_id is not None
    room.context_desk.publish(Journalled(run_id, tuple(journal.entries[-1:])))
    assert notes.keys == ("error",), "what others do takes no word away"
    room.desk.center._timer.setInterval(20)
    room.desk.center._timer.start()
    qtbot.waitUntil(lambda: notes.keys == ())


def test_the_question_before_air_gives_the_keys_back(room: Room, qtbot: QtBot) -> None:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    journal.open()
    room.show(journal, 60_000)
    room.context_desk.publish(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    strip = room.desk.center.override
    qtbot.waitUntil(strip.why.hasFocus)
    strip.why.setText("ok")
    strip.cancel.click()
    assert room.desk.hasFocus()
    assert strip.why.text() == ""
    room.context_desk.publish(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    qtbot.waitUntil(strip.why.hasFocus)
    journal.live(70_000)
    journal.take(70_000, 1)
    room.show(journal, 71_000)
    assert room.desk.hasFocus(), "nothing is typed after going live"


def test_a_standby_plan_pauses_and_its_end_is_offered(room: Room) -> None:
    journal = mid_show()
    panic = StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True)
    journal.add(MID_T, panic)
    room.show(journal, MID_T + 20_000)
    row = room.desk.rundown.standby
    assert row.back.isVisible()
    assert room.desk.rundown.view.situation.paused
    assert room.desk.center.transport.buttons["panic"].property("state") == "air"
    room.key(K.Key_F4)
    assert room.sent == [c.EndStandby()]


def test_no_show_says_what_to_do_first(room: Room) -> None:
    room.desk.on_tick(Tick(None, None, 0, 0))
    room.key(K.Key_Space)
    assert room.sent == []
    assert room.desk.context.actions["go"].why


def test_panic_goes_while_an_interrupted_show_waits_for_a_word(room: Room) -> None:
    told = replace(snapshot(mid_show()), resuming=True)
    room.desk.on_snapshot(told)
    room.desk.on_tick(tick(told, MID_T, mid_show().opened))
    assert not room.context_desk.context.actions["go"].isEnabled()
    room.key(K.Key_F9)
    assert room.sent == [c.Panic()]
