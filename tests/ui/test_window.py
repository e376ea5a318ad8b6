"""The window: clocks, lights, banners, pages, and that it goes when it is closed."""

from __future__ import annotations

import gc
import weakref
from dataclasses import replace
from pathlib import Path

import pytest
from bare_desk import Desk
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from window_room import HEALTH, Page, obs_status, on_air_snapshot

from livedesk.domain.events_desk import OutputState
from livedesk.domain.outputs import Output, Outputs
from livedesk.domain.prompt import PromptControl, PromptStage
from livedesk.domain.status import (
    PLAYED,
    FeedStatus,
    LinkState,
    ObsStatus,
    PrompterStatus,
)
from livedesk.ui.actions import Category
from livedesk.ui.screenshot import SIZES, grab
from livedesk.ui.theme import load_theme
from livedesk.ui.widgets.light import Mark
from livedesk.ui.window import MainWindow


def test_without_a_show_it_says_so(window: MainWindow) -> None:
    window.start()
    bar = window.top_bar
    assert bar.title.text() == "No show is open"
    assert bar.clocks["elapsed"].value.text() == "—"
    assert window.page == "live"
    assert window.banners.keys == ()


def test_the_clocks_follow_the_run(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    clocks = window.top_bar.clocks
    assert window.top_bar.title.text() == "秋冬护肤专场"
    assert window.top_bar.state.text() == "● ON AIR"
    assert clocks["elapsed"].value.text() == "0:20:36"
    before = clocks["now"].value.text()
    desk.clock.advance(1_000)
    window.ticker.tick()
    assert clocks["elapsed"].value.text() == "0:20:37"
    assert clocks["now"].value.text() != before
    table = window.ticker.now().timetable
    assert table is not None
    assert clocks["offset_now"].value.property("tone") == ("warn" if table.offset_now >= 1_000 else "go")


def test_a_step_of_the_wall_clock_moves_no_elapsed_time(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.clock.wall_ms += 3_600_000
    window.ticker.tick()
    assert window.top_bar.clocks["elapsed"].value.text() == "0:20:36"


def test_the_lights_say_what_they_know(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    wall = desk.clock.wall_ms
    desk.publish(obs_status(outputs=Outputs(Output(OutputState.STARTED, True, 0, wall - 1_512_000))))
    desk.publish(FeedStatus(LinkState.READY, "", wall - 400, wall - 38_000))
    desk.publish(PrompterStatus(LinkState.READY, "", 2))
    window.ticker.tick()
    lights = window.top_bar.lights
    assert lights["obs"].text == "OBS 60.0 fps · dropped 0.00% · 6.0 Mbps"
    assert (lights["output"].text, lights["output"].dot.mark) == ("Stream 0:25:12", Mark.AIR)
    # The hard time that presses leaves it fewer words on the bar.
    assert lights["data"].accessibleName() == "comments 0.4 s ago · orders 38 s ago"
    assert lights["data"].toolTip().startswith(lights["data"].accessibleName())
    assert lights["prompter"].text == "Prompter ×2"
    for stage, text in (
        (PromptStage(1, PromptControl.DIRECTOR), "Prompter ×2 · director"),
        (PromptStage(2, PromptControl.DIRECTOR, blank=True), "Prompter ×2 · blank"),
    ):
        desk.publish(PrompterStatus(LinkState.READY, "", 2, stage=stage))
        window.ticker.tick()
        assert lights["prompter"].accessibleName() == text
    assert lights["checks"].text.startswith("Checks 0/")


def test_an_audience_that_is_a_recording_is_said_to_be_one(window: MainWindow, desk: Desk) -> None:
    desk.publish(on_air_snapshot(desk))
    light = window.top_bar.lights["data"]
    desk.publish(FeedStatus(LinkState.READY, PLAYED))
    window.ticker.tick()
    assert light.accessibleName() == "The audience is a recording"
    desk.publish(FeedStatus(LinkState.READY, PLAYED, desk.clock.wall_ms - 400))
    window.ticker.tick()
    assert light.accessibleName() == "Played back · comments 0.4 s ago"


@pytest.mark.parametrize(
    ("status", "mark", "word"),
    [
        (ObsStatus(LinkState.OFF), Mark.OFF, "not connected"),
        (ObsStatus(LinkState.CONNECTING), Mark.WAIT, "connecting"),
        (ObsStatus(LinkState.ABSENT), Mark.FAULT, "not reachable"),
        (ObsStatus(LinkState.LOST), Mark.FAULT, "lost"),
        (ObsStatus(LinkState.HUNG), Mark.FAULT, "answer"),
        (ObsStatus(LinkState.REFUSED), Mark.FAULT, "password"),
        (ObsStatus(LinkState.READY, stuck=True), Mark.FAULT, "stuck"),
        (ObsStatus(LinkState.READY, switching=True), Mark.WAIT, "switches"),
        (ObsStatus(LinkState.READY, health=replace(HEALTH, dropped=0.05, poor=("dropped",))), Mark.FAULT, "5.00%"),
    ],
)
def test_each_state_of_obs_has_a_shape_and_a_word(
    window: MainWindow, desk: Desk, status: ObsStatus, mark: Mark, word: str
) -> None:
    desk.publish(status)
    window.ticker.tick()
    light = window.top_bar.lights["obs"]
    assert light.dot.mark is mark
    assert word in light.text


def test_stale_and_lost_data_are_said_with_their_age(window: MainWindow, desk: Desk) -> None:
    desk.publish(FeedStatus(LinkState.READY, "", desk.clock.wall_ms - 45_000))
    window.ticker.tick()
    assert window.top_bar.lights["data"].dot.mark is Mark.WAIT
    desk.publish(FeedStatus(LinkState.LOST, "", desk.clock.wall_ms - 300_000))
    window.ticker.tick()
    light = window.top_bar.lights["data"]
    assert (light.dot.mark, light.text) == (Mark.FAULT, "Comments lost · comments 5 min ago")


def test_only_the_page_in_front_ticks_and_all_hear_of_changes(window: MainWindow, desk: Desk) -> None:
    live, plan = window.workspace("live"), window.workspace("plan")
    assert isinstance(live, Page)
    assert isinstance(plan, Page)
    desk.publish(on_air_snapshot(desk))
    assert (live.snapshots, plan.snapshots) == (1, 1)
    hidden = plan.ticks
    window.ticker.tick()
    assert plan.ticks == hidden
    QTest.keyClick(window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.page == "plan"
    shown = plan.ticks
    window.ticker.tick()
    assert plan.ticks == shown + 1
    QTest.keyClick(window, Qt.Key.Key_F1)
    assert window.page == "settings"


def test_text_from_outside_is_shown_as_text(window: MainWindow, desk: Desk) -> None:
    payload = "<img src='file:///etc/passwd'><b>x</b>"
    snapshot = on_air_snapshot(desk)
    run = replace(snapshot.state.run, faults={"edit.not_saved": (("reason", payload),)})
    show = replace(snapshot.state.show, title=payload)
    desk.publish(replace(snapshot, state=replace(snapshot.state, show=show, run=run)))
    desk.publish(obs_status(link=LinkState.LOST, detail=payload))
    window.say(payload)
    window.ticker.tick()
    window.grab()
    assert {label.textFormat() for label in window.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert window.top_bar.title.text() == payload
    for tip in (window.top_bar.title.toolTip(), window.top_bar.lights["obs"].toolTip()):
        assert "&lt;img" in tip
        assert "<img" not in tip


def test_a_window_that_is_closed_is_gone(desk: Desk, qapp: QApplication) -> None:
    made = MainWindow(desk.context, [Page(desk.context, "live")])
    seen = weakref.ref(made)
    children = [weakref.ref(part) for part in made.findChildren(QWidget)]
    made.show()
    made.start()
    desk.publish(on_air_snapshot(desk))
    qapp.removeEventFilter(made.keys)
    made.deleteLater()
    del made
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()
    assert seen() is None
    assert [part() for part in children if part() is not None] == []


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_it_fits_the_screens_of_a_control_room(
    language: str, window: MainWindow, desk: Desk, size: tuple[int, int], tmp_path: Path
) -> None:
    desk.publish(on_air_snapshot(desk))
    desk.publish(obs_status(outputs=Outputs(Output(OutputState.STARTED, True, 0, desk.clock.wall_ms - 1_512_000))))
    desk.publish(FeedStatus(LinkState.READY, "", desk.clock.wall_ms - 400, desk.clock.wall_ms - 38_000))
    desk.publish(PrompterStatus(LinkState.READY, "", 2))
    window.start()
    picture = QImage(str(grab(window, size, tmp_path / "desk.png", wait_ms=50)))
    assert (picture.width(), picture.height()) == size
    bar = window.top_bar
    assert bar.title.geometry().bottom() < bar.state.geometry().top()
    right = max(bar.title.geometry().right(), bar.state.geometry().right())
    for part in (*bar.clocks.values(), bar.cut, *bar.lights.values()):
        assert part.x() >= right, part
        right = part.x() + part.width()
        assert part.width() >= part.minimumSizeHint().width()
    assert right <= bar.width()
    assert picture.pixelColor(4, size[1] // 2).name() == load_theme("dark").bg


def test_a_refusal_names_its_action_without_the_dots_of_its_menu(window: MainWindow) -> None:
    window.context.actions.add("panels", "Panels …", window.show, category=Category.VIEW)
    window.context.actions.refused.emit("panels", "locked")
    assert window.status_bar.message.text() == "Panels: locked"
