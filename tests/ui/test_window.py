"""The window: clocks, lights, banners, pages, and that it goes when it is closed."""

from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import live_show
import pytest
from conftest import Desk
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.run import Phase
from livedesk.domain.status import (
    FeedStatus,
    LinkState,
    ObsHealth,
    ObsStatus,
    PrompterStatus,
    Reminder,
    SaveStatus,
)
from livedesk.services.session.snapshot import Refused, SessionSnapshot
from livedesk.ui.context import Tick, Workspace
from livedesk.ui.notice_bar import OfferButton
from livedesk.ui.screenshot import SIZES, grab
from livedesk.ui.theme import load_theme
from livedesk.ui.widgets.light import Mark
from livedesk.ui.window import MainWindow

HEALTH = ObsHealth(60.0, 60.0, 0.0, 0.0, 0.0, 421_888, 6_000)


class Page(Workspace):
    """A workspace that counts."""

    icon = "live"

    def __init__(self, context: object, page: str) -> None:
        self.id = page
        super().__init__(context)  # type: ignore[arg-type]  # the tests' context
        self.snapshots = 0
        self.ticks = 0

    def title(self) -> str:
        """Its id."""
        return self.id

    def on_snapshot(self, snapshot: SessionSnapshot) -> None:
        """Count."""
        self.snapshots += 1

    def on_tick(self, tick: Tick) -> None:
        """Count."""
        self.ticks += 1


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, qapp: QApplication) -> Iterator[MainWindow]:
    made = MainWindow(desk.context, [Page(desk.context, "live"), Page(desk.context, "plan")])
    qtbot.addWidget(made)
    made.resize(1920, 1080)
    made.show()
    yield made
    made._may_close = True
    qapp.removeEventFilter(made.keys)


def _mid_show(desk: Desk) -> SessionSnapshot:
    """5:06 into the fourth segment."""
    snapshot = live_show.snapshot(live_show.mid_show())
    run = snapshot.state.run
    desk.clock.wall_ms = run.instant(live_show.MID_T)
    desk.clock.mono_ms = run.origin_mono_ms + live_show.MID_T
    state = replace(snapshot.state, run=replace(run, boot="boot"))
    return replace(snapshot, state=state)


def _obs(program: str = "商品特写", **changes: object) -> ObsStatus:
    scenes = ("开场全景", "主播近景", "商品特写", "紧急画面")
    status = ObsStatus(LinkState.READY, "127.0.0.1:4455", "29.0.2", program, scenes=scenes, health=HEALTH)
    return replace(status, **changes)  # type: ignore[arg-type]  # the fields of ObsStatus


def test_without_a_show_it_says_so(window: MainWindow) -> None:
    window.start()
    bar = window.top_bar
    assert bar.title.text() == "No show is open"
    assert bar.clocks["elapsed"].value.text() == "—"
    assert window.page == "live"
    assert window.banners.keys == ()


def test_the_clocks_follow_the_run(window: MainWindow, desk: Desk) -> None:
    desk.publish(_mid_show(desk))
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
    desk.publish(_mid_show(desk))
    desk.clock.wall_ms += 3_600_000
    window.ticker.tick()
    assert window.top_bar.clocks["elapsed"].value.text() == "0:20:36"


def test_the_lights_say_what_they_know(window: MainWindow, desk: Desk) -> None:
    desk.publish(_mid_show(desk))
    wall = desk.clock.wall_ms
    desk.publish(_obs(streaming=True, output_since_wall_ms=wall - 1_512_000))
    desk.publish(FeedStatus(LinkState.READY, "", wall - 400, wall - 38_000))
    desk.publish(PrompterStatus(LinkState.READY, "", 2))
    window.ticker.tick()
    lights = window.top_bar.lights
    assert lights["obs"].text == "OBS 60.0 fps · dropped 0.00% · 6.0 Mbps"
    assert (lights["output"].text, lights["output"].dot.mark) == ("Stream 0:25:12", Mark.AIR)
    assert lights["data"].text == "comments 0.4 s ago · orders 38 s ago"
    assert lights["prompter"].text == "Prompter ×2"
    assert lights["checks"].text.startswith("Checks 0/")


@pytest.mark.parametrize(
    ("status", "mark", "word"),
    [
        (ObsStatus(LinkState.OFF), Mark.OFF, "not connected"),
        (ObsStatus(LinkState.CONNECTING), Mark.WAIT, "connecting"),
        (ObsStatus(LinkState.LOST), Mark.FAULT, "lost"),
        (ObsStatus(LinkState.HUNG), Mark.FAULT, "answer"),
        (ObsStatus(LinkState.REFUSED), Mark.FAULT, "password"),
        (ObsStatus(LinkState.READY, stuck=True), Mark.FAULT, "stuck"),
        (ObsStatus(LinkState.READY, switching=True), Mark.WAIT, "switches"),
        (ObsStatus(LinkState.READY, health=replace(HEALTH, dropped=0.05)), Mark.FAULT, "5.00%"),
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


def _offers(window: MainWindow, key: str) -> list[OfferButton]:
    banner = window.banners.banner(key)
    assert banner is not None
    return [button for button in banner.buttons if isinstance(button, OfferButton)]


def test_a_difference_to_obs_is_shown_and_the_director_chooses(window: MainWindow, desk: Desk) -> None:
    desk.publish(_mid_show(desk))
    desk.publish(_obs())
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.publish(_obs("开场全景"))
    window.ticker.tick()
    again, leave = _offers(window, "scene")
    QTest.mouseClick(again, Qt.MouseButton.LeftButton)
    QTest.mouseClick(leave, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.TakeAgain(), c.FollowObs("开场全景")]
    desk.publish(_obs())
    window.ticker.tick()
    assert window.banners.keys == ()


def test_an_interrupted_show_is_offered_without_a_dialog(window: MainWindow, desk: Desk) -> None:
    desk.publish(replace(_mid_show(desk), resuming=True))
    desk.publish(_obs("开场全景"))
    window.ticker.tick()
    banner = window.banners.banner("resume")
    assert banner is not None
    for fact in ("秋冬护肤专场", "0:20:36", "开场全景", "商品特写"):
        assert fact in banner.words.text()
    assert window.top_bar.state.text() == "interrupted"
    go_on = _offers(window, "resume")[0]
    desk.clock.advance(1_000)
    window.ticker.tick()
    assert window.banners.banner("resume") is banner
    assert "0:20:37" in banner.words.text()
    QTest.mouseClick(go_on, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.Resume()]
    assert QApplication.activeModalWidget() is None
    desk.publish(_mid_show(desk))
    assert window.banners.keys == ("scene",)


def test_faults_clock_steps_and_missed_follows_have_their_banners(window: MainWindow, desk: Desk) -> None:
    snapshot = _mid_show(desk)
    run = replace(
        snapshot.state.run,
        faults={"prompter.lost": (), "obs.absent": (("address", "127.0.0.1:4455"),)},
        clock_step_ms=3_600_000,
        follow_stopped=True,
    )
    save = SaveStatus(10, 3, "store.disk_full")
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run), save=save))
    assert set(window.banners.keys) == {"save", "clock", "follow", "fault:prompter.lost", "fault:obs.absent"}
    absent = window.banners.banner("fault:obs.absent")
    assert absent is not None
    assert "127.0.0.1:4455" in absent.words.text()
    (take_next,) = _offers(window, "follow")
    QTest.mouseClick(take_next, Qt.MouseButton.LeftButton)
    assert desk.sent == [c.Go(run.airing.number if run.airing else None)]
    assert "3 not saved" in window.status_bar.saved.text()


def test_a_fault_offers_what_helps(window: MainWindow, desk: Desk) -> None:
    snapshot = _mid_show(desk)
    faults = dict.fromkeys(("obs.lost", "obs.refused", "obs.stuck", "prompter.hung", "obs.stream_off"), ())
    run = replace(snapshot.state.run, faults=faults)
    desk.publish(replace(snapshot, state=replace(snapshot.state, run=run)))
    for code in faults:
        for button in _offers(window, f"fault:{code}"):
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert desk.services.deeds == ["retry_obs", "retry_obs", "free_obs", "open_prompter"]
    assert window.page == "settings"
    assert desk.sent == []


def test_refusals_are_sentences_in_the_status_bar(window: MainWindow, desk: Desk) -> None:
    desk.publish(Refused(c.Go(3), UserError("run.no_next")))
    assert window.status_bar.message.text() != ""
    window.ticker.tick()
    assert window.banners.keys == ()
    desk.context.actions["quit"].allow(False, "not now")
    desk.context.actions.trigger("quit")
    assert window.status_bar.message.text() == "Quit: not now"


def test_an_error_that_nobody_asked_for_stands_until_it_is_closed(window: MainWindow, desk: Desk) -> None:
    for number in range(7):
        desk.publish(Refused(None, UserError("program.unexpected", reason=f"ValueError: {number}")))
    desk.clock.advance(3_600_000)
    window.ticker.tick()
    banner = window.banners.banner("error:program.unexpected")
    assert banner is not None
    assert "ValueError: 6" in banner.words.text()
    assert "×7" in banner.words.text()
    details = _offers(window, "error:program.unexpected")[0]
    QTest.mouseClick(details, Qt.MouseButton.LeftButton)
    banner = window.banners.banner("error:program.unexpected")
    assert banner is not None
    shown = banner.words.text()
    assert "ValueError: 2" in shown
    assert "ValueError: 1" not in shown, "the last five"
    assert str(desk.services.data_folder / "logs") in shown
    close = _offers(window, "error:program.unexpected")[1]
    QTest.mouseClick(close, Qt.MouseButton.LeftButton)
    assert window.banners.keys == ()
    assert window.status_bar.message.text() == ""


def test_a_show_that_begins_soon_is_said_and_opened_from_there(
    window: MainWindow, desk: Desk, qtbot: QtBot
) -> None:
    window.show_page("plan")
    desk.publish(Reminder("s9", "晚场", desk.clock.wall_ms + 10 * 60_000))
    window.ticker.tick()
    banner = window.banners.banner("reminder:s9")
    assert banner is not None
    assert banner.words.text() == "“晚场” begins in 10 min."
    desk.clock.advance(61_000)
    window.ticker.tick()
    assert window.banners.banner("reminder:s9") is banner
    assert banner.words.text() == "“晚场” begins in 9 min."
    QTest.mouseClick(_offers(window, "reminder:s9")[0], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.page == "live")
    assert desk.services.deeds == ["open_show s9"]
    desk.clock.advance(600_000)
    window.ticker.tick()
    assert window.banners.keys == (), "it has begun"


def test_a_reminder_is_closed_and_the_next_one_comes(window: MainWindow, desk: Desk) -> None:
    reminder = Reminder("s9", "晚场", desk.clock.wall_ms + 30 * 60_000)
    desk.publish(reminder)
    window.ticker.tick()
    QTest.mouseClick(_offers(window, "reminder:s9")[1], Qt.MouseButton.LeftButton)
    assert window.banners.keys == ()
    desk.publish(reminder)
    window.ticker.tick()
    assert window.banners.keys == ("reminder:s9",)


def test_a_show_that_cannot_be_opened_says_why(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.services.open_error = UserError("run.on_air_elsewhere", title="早场")
    desk.publish(Reminder("s9", "晚场", desk.clock.wall_ms + 600_000))
    window.ticker.tick()
    QTest.mouseClick(_offers(window, "reminder:s9")[0], Qt.MouseButton.LeftButton)

    def told() -> bool:
        window.ticker.tick()
        banner = window.banners.banner("error:run.on_air_elsewhere")
        return banner is not None and "早场" in banner.words.text()

    qtbot.waitUntil(told)


def test_only_the_page_in_front_ticks_and_all_hear_of_changes(window: MainWindow, desk: Desk) -> None:
    live, plan = window.workspace("live"), window.workspace("plan")
    assert isinstance(live, Page)
    assert isinstance(plan, Page)
    desk.publish(_mid_show(desk))
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
    snapshot = _mid_show(desk)
    run = replace(snapshot.state.run, faults={"edit.not_saved": (("reason", payload),)})
    show = replace(snapshot.state.show, title=payload)
    desk.publish(replace(snapshot, state=replace(snapshot.state, show=show, run=run)))
    desk.publish(_obs(link=LinkState.LOST, detail=payload))
    window.say(payload)
    window.ticker.tick()
    window.grab()
    assert {label.textFormat() for label in window.findChildren(QLabel)} == {Qt.TextFormat.PlainText}
    assert window.top_bar.title.text() == payload
    for tip in (window.top_bar.title.toolTip(), window.top_bar.lights["obs"].toolTip()):
        assert "&lt;img" in tip
        assert "<img" not in tip


def test_closing_on_air_asks_in_place_first(window: MainWindow, desk: Desk, qtbot: QtBot) -> None:
    desk.publish(_mid_show(desk))
    assert not window.close()
    assert window.isVisible()
    banner = window.banners.banner("close")
    assert banner is not None
    with qtbot.waitSignal(window.closed):
        QTest.mouseClick(banner.buttons[1], Qt.MouseButton.LeftButton)
    assert not window.isVisible()


def test_closing_over_entries_that_are_not_on_disk_asks_first(window: MainWindow, desk: Desk) -> None:
    snapshot = _mid_show(desk)
    run = replace(snapshot.state.run, phase=Phase.ENDED)
    state = replace(snapshot.state, run=run)
    desk.publish(replace(snapshot, state=state, save=SaveStatus(10, 3, "store.disk_full")))
    assert not window.close()
    banner = window.banners.banner("close")
    assert banner is not None
    assert "3 entries" in banner.words.text()
    assert "on air" not in banner.words.text()
    desk.publish(replace(snapshot, state=state, save=SaveStatus(13)))
    assert window.close()


def test_a_window_that_is_closed_is_gone(desk: Desk, qapp: QApplication) -> None:
    made = MainWindow(desk.context, [Page(desk.context, "live")])
    seen = weakref.ref(made)
    children = [weakref.ref(part) for part in made.findChildren(QWidget)]
    made.show()
    made.start()
    desk.publish(_mid_show(desk))
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
    desk.publish(_mid_show(desk))
    desk.publish(_obs(streaming=True, output_since_wall_ms=desk.clock.wall_ms - 1_512_000))
    desk.publish(FeedStatus(LinkState.READY, "", desk.clock.wall_ms - 400, desk.clock.wall_ms - 38_000))
    desk.publish(PrompterStatus(LinkState.READY, "", 2))
    window.start()
    picture = QImage(str(grab(window, size, tmp_path / "desk.png", wait_ms=50)))
    assert (picture.width(), picture.height()) == size
    bar = window.top_bar
    right = 0
    for part in (bar.title, bar.state, *bar.clocks.values(), *bar.lights.values()):
        assert part.x() >= right, part
        right = part.x() + part.width()
        assert part.width() >= part.minimumSizeHint().width()
    assert right <= bar.width()
    assert picture.pixelColor(4, size[1] // 2).name() == load_theme("dark").bg
