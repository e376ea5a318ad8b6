"""A rehearsal in the window: the strip that asks, the bar and the frame while it runs, and the way back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import live_show
import pytest
from bare_desk import Desk, DeskServices
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot
from window_room import Page, obs_status, on_air_snapshot

from livedesk.domain.clock import MINUTE
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunKind
from livedesk.domain.events_desk import OutputState
from livedesk.domain.lapse import Lapse
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.rehearsing import AudienceKind, RehearsalWishes, Rehearsing
from livedesk.domain.run import Phase
from livedesk.domain.status import Reminder
from livedesk.services.session.snapshot import RehearsalOver, SessionSnapshot
from livedesk.ui.context import GoTo
from livedesk.ui.rehearsal.button import RehearseButton
from livedesk.ui.window import MainWindow
from livedesk.ui.workspaces.prepare.page import PreparePage

K = Qt.Key


@dataclass
class Services(DeskServices):
    """What was asked of the program."""

    began: list[RehearsalWishes] = field(default_factory=list)
    steered: list[dict[str, object]] = field(default_factory=list)
    ended: int = 0
    refusal: UserError | None = None

    def begin_rehearsal(self, wishes: RehearsalWishes) -> None:
        if self.refusal is not None:
            raise self.refusal
        self.began.append(wishes)

    def steer_rehearsal(self, **wanted: object) -> None:
        self.steered.append({name: value for name, value in wanted.items() if value is not None})

    def end_rehearsal(self) -> None:
        self.ended += 1


@dataclass
class Room:
    """A window before air, over services that keep what they are asked."""

    window: MainWindow
    services: Services
    desk: Desk

    def prepared(self) -> SessionSnapshot:
        told = on_air_snapshot(self.desk)
        state = told.state
        told = replace(told, state=replace(state, run=replace(state.run, phase=Phase.PREPARING, current=None)))
        self.desk.publish(told)
        return told

    def rehearse(self, lapse: Lapse | None = None, **wishes: object) -> SessionSnapshot:
        """A rehearsal is on the desk: its fourth segment has been on air for 5:06 of its own time."""
        told = on_air_snapshot(self.desk)
        run = replace(told.state.run, kind=RunKind.REHEARSAL, boot="rehearsal-9")
        at_once = Lapse(run.anchor_wall_ms - run.anchor_t_ms, "rehearsal-9", 20, since_ms=self.desk.clock.mono_ms)
        pace = lapse or replace(at_once, mono_ms=run.origin_mono_ms + live_show.MID_T)
        rehearsing = Rehearsing(pace, replace(RehearsalWishes(speed=20), **wishes))  # type: ignore[arg-type]  # its own
        told = replace(told, run_id=9, state=replace(told.state, run=run), rehearsing=rehearsing)
        self.desk.publish(told)
        return told


@pytest.fixture(name="room")
def rehearsal_room(qtbot: QtBot, desk: Desk, qapp: QApplication, tmp_path: Path) -> Iterator[Room]:
    services = Services(tmp_path)
    made: Any = services
    context = replace(desk.context, services=made)
    window = MainWindow(context, [Page(context, "live"), PreparePage(context), Page(context, "review")])
    qtbot.addWidget(window)
    window.resize(1920, 1080)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    room = Room(window, services, desk)
    yield room
    window._may_close = True
    qapp.removeEventFilter(window.keys)
    del window
    vars(room).clear()


def test_the_strip_asks_and_begins_what_was_chosen(room: Room, qtbot: QtBot) -> None:
    room.prepared()
    room.window.context.actions.trigger("rehearse")
    strip = room.window.rehearsal.strip
    assert strip.isVisible()
    assert strip.start.hasFocus()
    strip.speed.setCurrentIndex(strip.speed.findData(20))
    strip.by_itself.setChecked(True)
    qtbot.keyClick(strip.start, K.Key_Return)
    qtbot.waitUntil(lambda: bool(room.services.began))
    assert room.services.began == [RehearsalWishes(20, False, True, AudienceKind.SIMULATED)]
    qtbot.waitUntil(strip.isHidden)
    assert room.window.page == "live"


def test_escape_lets_it_be_and_gives_the_keys_back(room: Room, qtbot: QtBot) -> None:
    room.prepared()
    room.window.context.actions.trigger("rehearse")
    strip = room.window.rehearsal.strip
    qtbot.keyClick(strip.start, K.Key_Escape)
    assert strip.isHidden()
    assert room.window.rehearsal.isHidden()
    assert not room.services.began


def test_while_the_strip_is_asked_space_is_its_own_and_no_go(room: Room, qtbot: QtBot) -> None:
    room.prepared()
    pressed: list[str] = []
    actions = room.window.context.actions
    go = actions.desk("go", "GO", lambda: pressed.append("go"))
    actions.trigger("rehearse")
    strip = room.window.rehearsal.strip
    strip.by_itself.setFocus()
    qtbot.keyClick(strip.by_itself, K.Key_Space)
    assert strip.by_itself.isChecked()
    assert not pressed
    qtbot.keyClick(strip.by_itself, K.Key_Escape)
    assert strip.isHidden()
    qtbot.keyClick(room.window, K.Key_Space)
    assert pressed == ["go"]
    assert go.isEnabled()


def test_a_refusal_is_said_in_the_strip(room: Room, qtbot: QtBot) -> None:
    room.prepared()
    room.services.refusal = UserError("rehearsal.on_air")
    room.window.context.actions.trigger("rehearse")
    strip = room.window.rehearsal.strip
    strip.start.click()
    qtbot.waitUntil(lambda: strip.words.text().startswith("▲ The show is on air"))
    assert strip.isVisible()
    assert strip.start.isEnabled()


def test_obs_is_offered_where_it_is_linked_and_a_stream_is_warned_of(room: Room) -> None:
    room.prepared()
    strip = room.window.rehearsal.strip
    strip.ask()
    assert not strip.obs.isEnabled()
    assert "not connected" in strip.obs.toolTip()
    room.desk.publish(obs_status())
    strip.obs.setChecked(True)
    assert strip.wishes.drives_obs
    room.desk.publish(obs_status(outputs=Outputs(virtual_camera=Output(OutputState.STARTED))))
    assert "viewers see the rehearsal" in strip.words.text()


def test_a_recording_plays_the_audience_once_it_is_chosen(room: Room) -> None:
    strip = room.window.rehearsal.strip
    assert strip.wishes.audience is AudienceKind.SIMULATED
    strip.audience.setCurrentIndex(1)
    strip.audience.activated.emit(1)
    QApplication.processEvents()
    # Until a file is chosen nothing of it is promised.
    assert strip.wishes.audience is AudienceKind.SIMULATED
    (dialog,) = room.window.findChildren(QFileDialog)
    dialog.reject()
    strip.set_recording("/tapes/evening.jsonl")
    assert (strip.wishes.audience, strip.wishes.recording) == (AudienceKind.RECORDING, "/tapes/evening.jsonl")
    assert strip.audience.currentText() == "Recording evening.jsonl"


def test_why_it_cannot_begin_is_said(room: Room) -> None:
    actions = room.window.context.actions
    assert actions["rehearse"].why == "Open a show first"
    told = room.prepared()
    assert actions["rehearse"].isEnabled()
    room.desk.publish(on_air_snapshot(room.desk))
    assert "on air" in actions["rehearse"].why
    room.desk.publish(replace(told, resuming=True))
    assert "Say first" in actions["rehearse"].why
    room.rehearse()
    assert "end it first" in actions["rehearse"].why


def test_a_rehearsal_is_unmistakable_and_its_time_is_its_own(room: Room) -> None:
    room.rehearse()
    window = room.window
    bar, pill = window.rehearsal.bar, window.top_bar.state
    assert bar.isVisible()
    assert (pill.text(), pill.property("tone")) == ("REHEARSAL 20×", "promo")
    assert window.pages.property("rehearsal") == "true"
    assert bar.facts.text().startswith("without OBS · counts for no live number · Simulated audience")
    assert window.top_bar.lights["obs"].text == "Rehearsal without OBS"
    assert window.top_bar.lights["checks"].text == "Checks rest"
    before = window.ticker.now()
    assert before.run_ms == live_show.MID_T
    room.desk.clock.advance(1_000)
    after = window.ticker.now()
    assert after.run_ms - before.run_ms == 20_000
    assert after.wall_ms - before.wall_ms == 1_000


def test_a_rehearsal_that_is_paused_says_so_and_stands(room: Room) -> None:
    told = room.rehearse()
    assert told.rehearsing is not None
    paused = told.rehearsing.lapse.steered(room.desk.clock.now(), paused=True)
    room.rehearse(paused)
    assert room.window.top_bar.state.text() == "REHEARSAL paused"
    assert room.window.rehearsal.bar.pause.text() == "Go on"
    room.desk.clock.advance(MINUTE)
    assert room.window.ticker.now().run_ms == live_show.MID_T


def test_speed_pause_robot_and_end_by_buttons_and_keys(room: Room, qtbot: QtBot) -> None:
    room.rehearse()
    bar, steered = room.window.rehearsal.bar, room.services.steered
    bar.speeds.button(60).click()
    bar.pause.click()
    bar.robot.click()
    assert steered == [{"speed": 60, "paused": False}, {"paused": True}, {"by_itself": True}]
    steered.clear()
    for key in (K.Key_Minus, K.Key_Minus, K.Key_Equal, K.Key_P):
        qtbot.keyClick(room.window, key, Qt.KeyboardModifier.AltModifier)
    # Each goes on from the one before, though the desk has not said so yet.
    assert [each.get("speed") for each in steered] == [20, 10, 20, None]
    assert steered[-1] == {"paused": True}
    room.window.context.actions.trigger("rehearsal_end")
    bar.end.click()
    assert room.services.ended == 2


def test_what_obs_does_is_no_difference_in_a_rehearsal_without_it(room: Room) -> None:
    room.desk.publish(obs_status(program="抽奖转盘"))
    room.rehearse()
    assert "scene" not in room.window.banners.keys
    room.rehearse(drives_obs=True)
    assert "scene" in room.window.banners.keys


def test_a_scene_that_obs_lacks_is_no_matter_of_a_rehearsal_without_it(room: Room) -> None:
    room.desk.publish(obs_status(scenes=("别的",), program="别的"))
    room.rehearse()
    assert room.window.banners.keys == ()


def test_a_rehearsal_does_not_let_the_show_begin_unsaid(room: Room) -> None:
    show = room.prepared().state.show
    room.desk.publish(Reminder(show.id, show.title, room.desk.clock.wall_ms + 10 * MINUTE))
    room.rehearse()
    assert room.window.banners.keys == (f"reminder:{show.id}",)


def test_the_desk_comes_back_and_the_comparison_is_offered(room: Room) -> None:
    told = room.prepared()
    room.rehearse()
    room.desk.publish(told)
    room.desk.publish(RehearsalOver(9, "秋冬护肤专场"))
    window = room.window
    assert window.rehearsal.bar.isHidden()
    assert window.pages.property("rehearsal") == "false"
    assert window.top_bar.state.text() == "preparing"
    assert "秋冬护肤专场" in window.rehearsal.over.words.text()
    assert not window.rehearsal.isHidden()
    gone: list[GoTo] = []
    review = window.workspace("review")
    review.show_item = lambda item_id: gone.append(GoTo("review", item_id))  # type: ignore[method-assign]  # counts
    window.rehearsal.over.review.emit()
    QApplication.processEvents()
    assert gone == [GoTo("review", "9")]
    assert window.page == "review"
    assert window.rehearsal.isHidden()


def test_the_checks_rest_as_they_were(room: Room) -> None:
    room.prepared()
    page = room.window.workspace("prepare")
    assert isinstance(page, PreparePage)
    settled = page.ring.accessibleName(), page.model.rows
    room.rehearse()
    assert (page.ring.accessibleName(), page.model.rows) == settled
    assert "checks rest" in page.verdict.text()
    assert not page.again.isEnabled()
    room.prepared()
    assert page.again.isEnabled()
    assert "checks rest" not in page.verdict.text()


def test_closing_the_window_in_a_rehearsal_asks_nothing(room: Room) -> None:
    room.rehearse()
    assert room.window._why_stay() == ""


def test_the_button_of_a_page_follows_the_action(room: Room, qtbot: QtBot) -> None:
    room.prepared()
    button = RehearseButton(room.window.context.actions)
    qtbot.addWidget(button)
    button.follow()
    assert button.property("dimmed") == "false"
    button.click()
    assert room.window.rehearsal.strip.isVisible()
    room.rehearse()
    assert button.property("dimmed") == "true"
    button.click()
    assert "end it first" in room.window.status_bar.message.text()
