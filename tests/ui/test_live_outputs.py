"""The panel of OBS's outputs, the button that is held, and the actions of both."""

from __future__ import annotations

import pytest
from live_room import K, Room, settle
from live_show import MID_T, mid_show
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.events_desk import OutputKind, OutputState
from livedesk.domain.outputs import NO_START, Output, Outputs
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.theme import Theme
from livedesk.ui.widgets.hold_button import HoldButton
from livedesk.ui.widgets.light import Mark
from livedesk.ui.workspaces.live.outputs_panel import OutputsPanel

HOLD_MS = 120


def _panel(room: Room, outputs: Outputs, link: LinkState = LinkState.READY) -> OutputsPanel:
    """The crew's layout at this state of OBS."""
    room.show(mid_show())
    room.desk.context.actions.trigger("role_crew")
    settle()
    panel = room.desk.panels.widgets["outputs"]
    assert isinstance(panel, OutputsPanel)
    for row in panel.rows.values():
        row.button.hold_ms = HOLD_MS
    _tell(room, outputs, link)
    return panel


def _tell(room: Room, outputs: Outputs, link: LinkState = LinkState.READY) -> None:
    room.desk.on_obs(ObsStatus(link, program="商品特写", scenes=("商品特写",), outputs=outputs))
    room.show(mid_show(), MID_T + 1_000)
    settle()


def _running(room: Room, ms: int = 65_000) -> Output:
    return Output(OutputState.STARTED, True, ms, room.context_desk.clock.wall_ms)


def _release(room: Room, key: Qt.Key) -> None:
    target = QApplication.focusWidget() or room.window
    QApplication.sendEvent(target, QKeyEvent(QEvent.Type.KeyRelease, key, Qt.KeyboardModifier.NoModifier))


def test_each_output_says_how_it_stands_and_for_how_long(room: Room) -> None:
    panel = _panel(
        room,
        Outputs(
            stream=_running(room),
            record=Output(OutputState.PAUSED, True, 30_000, None, "", "/videos/a.mkv"),
            virtual_camera=Output(set_up=False),
        ),
    )
    rows = panel.rows
    stream = rows[OutputKind.STREAM]
    assert (stream.dot.mark, stream.state.text(), stream.time.text()) == (Mark.AIR, "runs", "0:01:05")
    assert (stream.button.text(), stream.button.accessibleName()) == ("Stop", "Stop the stream")
    record = rows[OutputKind.RECORD]
    assert (record.dot.mark, record.state.text(), record.time.text()) == (Mark.WAIT, "paused", "0:00:30")
    assert record.note.text() == "a.mkv"
    assert rows[OutputKind.VIRTUAL_CAMERA].state.text() == "not set up in OBS"
    assert rows[OutputKind.REPLAY].state.text() == "off"


def test_nothing_that_goes_out_and_a_start_that_failed_are_said_with_what_to_do(room: Room) -> None:
    panel = _panel(room, Outputs(stream=Output(trouble=NO_START), record=_running(room)))
    assert panel.facts.text() == "▲ nothing goes out"
    stream = panel.rows[OutputKind.STREAM]
    assert stream.dot.mark is Mark.FAULT
    assert stream.note.text().startswith("▲ The stream did not start. Look at server and key")
    _tell(room, Outputs(virtual_camera=_running(room)))
    assert "▲" not in panel.facts.text()
    _tell(room, Outputs(), LinkState.LOST)
    assert stream.state.text() == "not known"
    assert "not connected" in stream.button.toolTip()


def test_what_went_wrong_is_read_whole_where_the_panel_is_low(room: Room) -> None:
    bad = Output(trouble="604 VirtualCam is not available")
    panel = _panel(
        room, Outputs(stream=Output(trouble=NO_START), virtual_camera=bad, record=Output(trouble=NO_START))
    )
    panel.setFixedHeight(panel.minimumSizeHint().height())
    settle()
    for row in panel.rows.values():
        assert row.note.height() >= row.note.heightForWidth(row.note.width())
        assert row.note.isHidden() or row.note.y() >= row.button.geometry().bottom()
    assert "604" not in panel.rows[OutputKind.VIRTUAL_CAMERA].note.text()
    stream = Output(trouble="500 The server is full")
    _tell(room, Outputs(stream=stream))
    assert "(The server is full)" in panel.rows[OutputKind.STREAM].note.text()


def test_a_button_is_held_and_let_go_early_it_does_nothing(room: Room, qtbot: QtBot) -> None:
    panel = _panel(room, Outputs(virtual_camera=_running(room)))
    stream = panel.rows[OutputKind.STREAM]
    QTest.mousePress(stream.button, Qt.MouseButton.LeftButton)
    assert stream.button.share < 1
    QTest.mouseRelease(stream.button, Qt.MouseButton.LeftButton)
    assert room.sent == []
    assert "hold the button" in stream.note.text()
    QTest.mousePress(stream.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.sent == [c.SwitchOutput(OutputKind.STREAM, True)], timeout=2_000)
    assert stream.button.share == 1
    QTest.mouseRelease(stream.button, Qt.MouseButton.LeftButton)
    camera = panel.rows[OutputKind.VIRTUAL_CAMERA]
    QTest.mousePress(camera.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: room.sent[-1] == c.SwitchOutput(OutputKind.VIRTUAL_CAMERA, False), timeout=2_000)
    QTest.mouseRelease(camera.button, Qt.MouseButton.LeftButton)
    assert len(room.sent) == 2


def test_enter_holds_it_too_and_space_is_go_all_the_same(room: Room, qtbot: QtBot) -> None:
    panel = _panel(room, Outputs())
    button = panel.rows[OutputKind.RECORD].button
    button.setFocus()
    room.key(K.Key_Return)
    room.key(K.Key_Return, held=True)
    _release(room, K.Key_Return)
    assert room.sent == []
    button.hold_ms = 400
    room.key(K.Key_Return)
    qtbot.waitUntil(lambda: button.share > 0.2)
    room.key(K.Key_Return, held=True)
    assert button.share > 0.2, "what the key repeats is the same holding"
    qtbot.waitUntil(lambda: room.sent == [c.SwitchOutput(OutputKind.RECORD, True)], timeout=2_000)
    _release(room, K.Key_Return)
    room.key(K.Key_Space)
    assert room.sent[1:] == [c.Go(4)]
    assert button.share == 0


def test_a_button_that_may_not_be_held_says_why(theme: Theme, qtbot: QtBot) -> None:
    button = HoldButton(theme, "x")
    qtbot.addWidget(button)
    button.hold_ms = 1
    told: list[str] = []
    button.refused.connect(told.append)
    button.held.connect(lambda: told.append("held"))
    button.allow(False, "OBS is not connected")
    button.show()
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    assert told == ["OBS is not connected"]
    button.allow(True)
    QTest.mousePress(button, Qt.MouseButton.LeftButton)
    button.clearFocus()
    qtbot.waitUntil(lambda: told[1:] == ["held"], timeout=1_000)


@pytest.mark.parametrize("kind", OutputKind)
def test_an_action_arms_first_and_asks_at_its_second_press(room: Room, kind: OutputKind) -> None:
    _panel(room, Outputs())
    actions = room.desk.context.actions
    refused: list[str] = []
    actions.refused.connect(lambda _, why: refused.append(why))
    actions.trigger(kind.value)
    assert room.sent == []
    assert "again within five seconds" in refused[0]
    other = next(item for item in OutputKind if item is not kind)
    actions.trigger(kind.value)
    assert room.sent == [], "a key that bounces asks for nothing"
    room.later()
    actions.trigger(other.value)
    actions.trigger(kind.value)
    assert room.sent == [], "another one in between begins anew"
    room.later()
    actions.trigger(kind.value)
    assert room.sent == [c.SwitchOutput(kind, True)]


def test_a_replay_is_kept_while_the_buffer_runs(room: Room) -> None:
    panel = _panel(room, Outputs())
    panel.replay.click()
    assert room.sent == []
    assert "does not run" in panel.replay.toolTip()
    _tell(room, Outputs(replay=_running(room)))
    panel.replay.click()
    assert room.sent == [c.SaveReplay()]


def test_an_output_on_its_way_is_left_alone(room: Room) -> None:
    panel = _panel(room, Outputs(stream=Output(OutputState.STARTING)))
    row = panel.rows[OutputKind.STREAM]
    assert (row.dot.mark, row.state.text()) == (Mark.WAIT, "starting")
    assert "wait a moment" in row.button.toolTip()
    room.desk.context.actions.trigger("stream")
    room.desk.context.actions.trigger("stream")
    assert room.sent == []
    # One that gets nowhere can be stopped once more.
    room.context_desk.clock.advance(10_000)
    _tell(room, Outputs(stream=Output(OutputState.STARTING)))
    room.desk.context.actions.trigger("stream")
    room.later()
    room.desk.context.actions.trigger("stream")
    assert room.sent == [c.SwitchOutput(OutputKind.STREAM, False)]
