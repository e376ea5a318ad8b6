"""A key that bounces: what the desk does is done once, by whatever way it was asked for; a second press that was meant
does it again."""

from __future__ import annotations

import pytest
from live_room import NONE, K, Room
from live_show import MID_T, mid_show
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.events import StandbyCalled
from livedesk.domain.events_desk import MomentKind
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.status import LinkState, ObsStatus
from livedesk.ui.actions import DESK_KEYS
from livedesk.ui.bounce import BOUNCE_MS, STEP_BOUNCE_MS, Bounces

PAUSING = StandbyCalled(5, 5, "b9", "紧急画面", "紧急画面", StandbyMode.PAUSE, None, True)


def press(room: Room, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
    """A whole key press, down and up, into whatever has the focus."""
    QTest.keyClick(QApplication.focusWidget() or room.window, key, modifier)


def pass_by(qtbot: QtBot, ms: int) -> None:
    """The real time goes on."""
    since = QElapsedTimer()
    since.start()
    qtbot.waitUntil(lambda: since.hasExpired(ms))


@pytest.mark.parametrize(
    ("key", "command"),
    [
        (K.Key_Backspace, c.Back()),
        (K.Key_H, c.ToggleHold()),
        (K.Key_F5, c.CallStandby("b1")),
        (K.Key_F8, c.CallStandby("b4")),
        (K.Key_T, c.TickCue("q1")),
        (K.Key_K, c.MarkMoment(MomentKind.MOMENT, "", None)),
    ],
)
def test_a_key_that_bounces_acts_once_and_pressed_again_acts_again(
    room: Room, qtbot: QtBot, key: Qt.Key, command: c.Command
) -> None:
    room.show(mid_show())
    for _bounced in range(3):
        press(room, key)
    assert room.sent == [command]
    pass_by(qtbot, BOUNCE_MS)
    press(room, key)
    assert room.sent == [command, command]


def test_the_end_of_a_plan_and_a_skip_are_asked_for_once(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    journal.add(MID_T, PAUSING)
    room.show(journal, MID_T + 20_000)
    press(room, K.Key_F4)
    press(room, K.Key_F4)
    assert room.sent == [c.EndStandby()]
    room.show(mid_show())
    edits: list[object] = []
    room.desk.pace.edited.connect(edits.append)
    press(room, K.Key_X)
    press(room, K.Key_X)
    assert len(edits) == 1, "who skips one skips no second one"


def test_panic_is_never_held_back(room: Room) -> None:
    room.show(mid_show())
    press(room, K.Key_F9)
    press(room, K.Key_F9)
    assert room.sent == [c.Panic(), c.Panic()]


def test_other_keys_act_in_between(room: Room) -> None:
    room.show(mid_show())
    for key in (K.Key_F5, K.Key_F6, K.Key_Backspace, K.Key_F5):
        press(room, key)
    assert room.sent == [c.CallStandby("b1"), c.CallStandby("b2"), c.Back()]


def test_what_comes_from_afar_by_its_id_or_by_a_button_is_guarded_alike(room: Room) -> None:
    room.show(mid_show())
    actions = room.desk.context.actions
    for _bounced in range(2):
        actions.trigger("back")
    press(room, K.Key_Backspace)
    room.desk.center.transport.buttons["back"].click()
    assert room.sent == [c.Back()]
    room.desk.on_obs(ObsStatus(LinkState.READY, program="商品特写", stuck=True))
    for _bounced in range(2):
        actions.trigger("free_obs")
    assert room.services.deeds == ["free_obs"]


def test_a_button_of_a_plan_that_is_clicked_twice_calls_it_once(room: Room) -> None:
    room.show(mid_show())
    first, second = list(room.desk.rundown.standby.buttons.values())[:2]
    for button in (first, first, second):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert room.sent == [c.CallStandby("b1"), c.CallStandby("b2")]
    room.later()
    QTest.mouseClick(second, Qt.MouseButton.LeftButton)
    assert room.sent[2:] == [c.CallStandby("b2")]


def test_enter_that_bounces_on_a_row_arms_and_takes_nothing(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    view, model = room.desk.rundown.view, room.desk.rundown.model
    view.setCurrentIndex(model.index(model.row_of("s08"), 0))
    view.setFocus()
    press(room, K.Key_Return)
    press(room, K.Key_Return)
    assert (view.situation.armed, room.sent) == ("s08", [])
    pass_by(qtbot, BOUNCE_MS)
    press(room, K.Key_Return)
    press(room, K.Key_Return)
    assert (view.situation.armed, room.sent) == ("", [c.Jump("s08")]), "nor does it arm the row anew"


def test_after_the_last_a_go_that_bounces_ends_no_show(room: Room) -> None:
    journal = mid_show()
    journal.take(MID_T, 16)
    room.show(journal, MID_T + 1_000)
    press(room, K.Key_Space)
    press(room, K.Key_Space)
    assert room.sent == []
    assert room.desk.context.actions["go"].text() == "Press again to end"


def test_every_act_of_the_desk_is_guarded_but_panic_and_what_guards_itself(room: Room) -> None:
    room.show(mid_show())
    free = {item.id for item in room.desk.context.actions if item.category.value == "desk" and not item.bounce_ms}
    itself = {action_id for action_id in free if action_id.startswith(("scene_", "role_"))}
    assert free - itself == {"panic", "previous_scene", "take_preview", "panels"}
    actions = room.desk.context.actions
    steps = {action_id for action_id in DESK_KEYS if actions[action_id].bounce_ms == STEP_BOUNCE_MS}
    assert steps == {"more_time", "less_time"}, "a hand means to press these quickly"
    assert all(actions[action_id].bounce_ms == BOUNCE_MS for action_id in DESK_KEYS.keys() - steps - {"panic"})


def test_one_of_several_begins_anew_after_another(qtbot: QtBot) -> None:
    bounces = Bounces()
    asked = [bounces.again(what, among="scenes") for what in ("a", "a", "b", "a")]
    assert asked == [False, True, False, False]
    assert [bounces.again("step", STEP_BOUNCE_MS) for _ in range(2)] == [False, True]
    pass_by(qtbot, STEP_BOUNCE_MS)
    assert not bounces.again("step", STEP_BOUNCE_MS)
