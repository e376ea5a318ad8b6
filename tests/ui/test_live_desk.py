"""The desk as a director meets it: keys, buttons, refusals, states."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

import pytest
from live_picture import FakeRuns, FakeServices, obs, tick
from live_show import MID_T, Journal, mid_show, numbers, sample_show, snapshot
from PySide6.QtCore import QBuffer, QEvent, QIODevice, QPoint, Qt
from PySide6.QtGui import QImage, QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.checklist import CheckState
from livedesk.domain.edits import ReplaceSegment
from livedesk.domain.errors import UserError
from livedesk.domain.events import (
    CheckMarked,
    Held,
    MessageKind,
    RunEnded,
    RunKind,
    StandbyCalled,
    TakeResult,
)
from livedesk.domain.rundown import StandbyMode
from livedesk.domain.status import LinkState, ObsPicture, ObsStatus
from livedesk.domain.timetable import plan
from livedesk.services.session.snapshot import Journalled, Refused
from livedesk.ui.context import Tick
from livedesk.ui.desk_keys import DeskKeys
from livedesk.ui.workspaces.live.desk import LiveDesk
from livedesk.ui.workspaces.live.segment_editor import SegmentEditor, read_duration

from conftest import Desk  # isort: skip

K = Qt.Key


@dataclass
class Room:
    """A window with the desk in it, and what was sent from it."""

    desk: LiveDesk
    window: QMainWindow
    sent: list[c.Command]
    services: FakeServices
    context_desk: Desk

    def show(self, journal: Journal, run_ms: int = MID_T) -> None:
        """Bring the desk to a moment."""
        told = snapshot(journal)
        self.desk.on_snapshot(told)
        self.desk.on_tick(tick(told, run_ms, journal.opened))

    def key(self, key: Qt.Key, *, held: bool = False) -> None:
        """A key press as Qt delivers it to whatever has the focus, asking for an override first."""
        target = QApplication.focusWidget() or self.window
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(target, override)
        event = QKeyEvent(QEvent.Type.KeyPress, key, Qt.KeyboardModifier.NoModifier, "", held)
        QApplication.sendEvent(target, event)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk) -> Iterator[Room]:
    services = FakeServices(FakeRuns())
    context = replace(desk.context, services=services)
    window = QMainWindow()
    qtbot.addWidget(window)
    live = LiveDesk(context)
    window.setCentralWidget(live)
    window.resize(1800, 960)
    DeskKeys(qtbot_application(), context.actions, window)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isVisible)
    made = Room(live, window, desk.sent, services, desk)
    del live
    yield made
    window.close()
    # pytest keeps the fixture's value until after the check for leaks.
    vars(made).clear()


def settle() -> None:
    """Let nested layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()


def qtbot_application() -> QApplication:
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    return application


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
    assert room.sent == [c.Panic()], "function keys act while text is typed"
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


def test_with_no_run_go_opens_one_first(room: Room) -> None:
    show = sample_show()
    journal = Journal(show, plan(show).start - 600_000)
    told = replace(snapshot(journal), run_id=None)
    room.desk.on_tick(tick(told, journal.opened, 0))
    room.key(K.Key_Space)
    assert room.sent == [c.OpenRun(RunKind.LIVE), c.GoLive()]


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
    QTest.keyClick(view, K.Key_Return)
    QTest.keyClick(view, K.Key_Return)
    assert room.sent == [c.Jump("s08")]
    assert view.situation.armed == ""


def test_find_narrows_and_escape_brings_all_back(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    panel = room.desk.rundown
    room.desk.context.actions.trigger("find")
    qtbot.waitUntil(panel.find_line.hasFocus)
    panel.find_line.insert("秒杀")
    assert [panel.model.segment_id(row) for row in range(panel.model.rowCount())] == ["", "s05"]
    QTest.keyClick(panel.find_line, K.Key_Return)
    assert panel.view.current_segment() == "s05"
    panel.find_line.setFocus()
    room.key(K.Key_Escape)
    assert not panel.find_line.isVisible()
    assert panel.model.rowCount() == 19


def test_editing_in_place_asks_for_an_edit_of_the_revision_seen(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    view, model = room.desk.rundown.view, room.desk.rundown.model
    index = model.index(model.row_of("s06"), 0)
    view.setCurrentIndex(index)
    view.setFocus()
    view.edit(index)
    editor = view.viewport().findChild(SegmentEditor)
    assert editor is not None
    editor.title.setText("利润 · 精华液")
    editor.duration.setText("12:30")
    room.show(journal, MID_T + 1_000)
    assert editor.title.text() == "利润 · 精华液", "a tick never overwrites what is typed"
    view.commitData(editor)
    qtbot.waitUntil(lambda: bool(room.services.edits))
    changed = replace(journal.show.segments[5], title="利润 · 精华液", duration_ms=750_000)
    assert room.services.edits == [(ReplaceSegment(changed), 1)]
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
    assert isinstance(room.services.edits[0][0], ReplaceSegment)
    assert room.services.edits[0][0].segment.duration_ms == 600_000, "what can't be read stays as it was"


@pytest.mark.parametrize(
    ("text", "ms"),
    [
        ("8", 480_000),
        ("8:00", 480_000),
        ("1:05:00", 3_900_000),
        ("90s", 90_000),
        ("5分钟", 300_000),
        ("0:30", 30_000),
        ("8:60", None),
        ("-1", None),
        ("٣", None),
        ("", None),
        ("25:00:00", None),
        ("1:2:3:4", None),
    ],
)
def test_durations_are_read_or_refused(text: str, ms: int | None) -> None:
    assert read_duration(text) == ms


def test_a_stale_edit_is_said_in_place(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.show(journal)
    room.services.error = UserError("edit.stale", base=1, current=2)
    room.desk.rundown.edited.emit(ReplaceSegment(journal.show.segments[5]))
    qtbot.waitUntil(lambda: "error" in room.desk.center.notes.keys)
    room.desk.context.actions.trigger("undo")
    qtbot.waitUntil(lambda: room.services.undone == 1)


def test_scenes_are_framed_and_missing_ones_marked(room: Room) -> None:
    scenes = tuple(scene for scene in sample_show().scenes if scene != "双机位")
    room.desk.on_obs(replace(obs(), scenes=scenes))
    room.show(mid_show())
    buttons = room.desk.center.scenes.buttons
    assert "紧急画面" not in buttons, "the safe scene has its own button"
    assert buttons["商品特写"].property("state") == "air"
    assert buttons["秒杀倒计时"].property("state") == "next"
    assert buttons["双机位"].text().startswith("▲")
    buttons["主播近景"].click()
    assert room.sent == [c.SwitchScene("主播近景")]


@pytest.mark.parametrize(
    ("link", "words"),
    [
        (LinkState.OFF, "OBS is not connected"),
        (LinkState.LOST, "▲ OBS is gone"),
        (LinkState.HUNG, "▲ OBS does not answer"),
        (LinkState.REFUSED, "▲ OBS refused the password"),
    ],
)
def test_without_obs_the_monitor_says_what_to_do(room: Room, link: LinkState, words: str) -> None:
    jpeg = _jpeg()
    room.desk.on_obs(obs())
    room.show(mid_show())
    room.desk.on_picture(ObsPicture(True, "商品特写", jpeg))
    assert room.desk.center.monitors.program.scene == "商品特写"
    room.desk.on_obs(ObsStatus(link))
    room.show(mid_show())
    monitor = room.desk.center.monitors.program
    assert monitor.words[1] == words
    assert monitor.words[2]
    assert monitor.scene == "", "a picture from before is not shown as if it were now"


def test_obs_is_asked_for_pictures_only_while_somebody_looks(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    room.show(journal, MID_T + 250)
    journal.take(MID_T + 1_000, 5)
    room.show(journal, MID_T + 2_000)
    room.desk.hide()
    assert room.services.watched == [(True, "秒杀倒计时"), (True, "双机位"), (False, "")]


def _jpeg() -> bytes:
    image = QImage(32, 18, QImage.Format.Format_RGB32)
    image.fill(0)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "JPG")  # type: ignore[call-overload]  # the stub wants bytes, Qt takes both
    return bytes(buffer.data().data())


def test_the_log_is_read_once_and_grows(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    room.services.runs.journal = list(journal.entries)
    room.show(journal)
    held = journal.add(MID_T, Held(4))
    room.context_desk.publish(Journalled(1, (held,)))
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert rows.rows[0].text == "Held"
    assert [row.text for row in rows.rows].count("Took 04 主推 · 神经酰胺修护霜 50ml · OBS 商品特写 · 9 ms") == 1
    room.context_desk.publish(Journalled(1, (held,)))
    assert [row.text for row in rows.rows].count("Held") == 1, "an entry told twice is shown once"
    room.context_desk.publish(Journalled(2, (replace(held, seq=99),)))
    assert [row.text for row in rows.rows].count("Held") == 1, "another run's entries are not ours"


def test_unknown_and_withheld_takes_are_said_in_words(room: Room, qtbot: QtBot) -> None:
    journal = mid_show()
    journal.take(MID_T, 5, TakeResult.UNKNOWN)
    journal.take(MID_T + 5_000, 6, TakeResult.WITHHELD, "scene_missing")
    room.services.runs.journal = list(journal.entries)
    room.show(journal, MID_T + 6_000)
    rows = room.desk.center.log.model
    qtbot.waitUntil(lambda: rows.rowCount() > 0)
    assert rows.rows[0].text.endswith("not sent: OBS has no such scene")
    assert rows.rows[0].tone == "warn"
    assert rows.rows[1].text.endswith("OBS did not answer: unknown, not sent again")


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


def test_products_cues_promotions_and_questions(room: Room) -> None:
    journal = mid_show()
    room.desk.on_numbers(numbers(journal.opened + MID_T))
    room.show(journal)
    right = room.desk.right
    right.queue.list.clicked.emit(right.queue.model.index(1, 0))
    assert room.sent == [], "what is presented is not presented again"
    right.queue.list.clicked.emit(right.queue.model.index(2, 0))
    right.console.list.clicked.emit(right.console.model.index(0, 0))
    right.promotions.list.doubleClicked.emit(right.promotions.model.index(0, 0))
    right.comments.list.setCurrentIndex(right.comments.model.index(4, 0))
    right.comments.push.click()
    assert room.sent == [
        c.PresentProduct("p03"),
        c.TickCue("q1", True),
        c.EndPromotion("r1"),
        c.SendMessage(MessageKind.QUESTION, "敏感肌可以用吗？"),
    ]


def test_scrolling_by_hand_stops_following_until_asked(room: Room) -> None:
    room.window.resize(1200, 560)
    room.show(mid_show())
    QApplication.processEvents()
    view = room.desk.rundown.view
    assert view.is_following
    view.verticalScrollBar().sliderPressed.emit()
    assert not view.is_following
    assert room.desk.rundown.follow.isVisible()
    view.verticalScrollBar().setValue(0)
    journal = mid_show()
    journal.take(MID_T + 1_000, 9)
    room.show(journal, MID_T + 2_000)
    assert view.verticalScrollBar().value() == 0
    room.desk.rundown.follow.click()
    assert view.is_following
    assert view.verticalScrollBar().value() > 0
    air = view.visualRect(room.desk.rundown.model.index(room.desk.rundown.model.row_of("s09"), 0))
    assert view.viewport().rect().contains(air)


def test_a_banner_over_the_desk_moves_no_button(room: Room) -> None:
    page = QWidget()
    box = QVBoxLayout(page)
    banner = QLabel("banner")
    banner.setFixedHeight(44)
    room.window.takeCentralWidget()
    box.addWidget(banner)
    box.addWidget(room.desk, 1)
    banner.hide()
    room.window.setCentralWidget(page)
    room.show(mid_show())
    room.window.resize(1700, 900)
    settle()
    go = room.desk.center.transport.go
    before = go.mapTo(room.window, QPoint(0, 0)).y()
    banner.show()
    settle()
    assert go.mapTo(room.window, QPoint(0, 0)).y() == before


def test_no_show_says_what_to_do_first(room: Room) -> None:
    room.desk.on_tick(Tick(None, None, 0, 0))
    room.key(K.Key_Space)
    assert room.sent == []
    assert room.desk.context.actions["go"].why


def test_low_windows_show_tabs(room: Room) -> None:
    room.show(mid_show())
    assert room.desk.right.tall
    room.window.resize(1278, 656)
    QApplication.processEvents()
    assert not room.desk.right.tall
    assert room.desk.right.queue.isVisible()
    assert room.desk.right.comments.message.isVisible()
    room.desk.right._group.button(1).click()
    assert room.desk.right.console.isVisible()
    assert not room.desk.right.queue.isVisible()


@pytest.mark.parametrize("size", [(1832, 968), (1278, 656)])
def test_nothing_is_cut_off(room: Room, size: tuple[int, int]) -> None:
    room.window.resize(*size)
    room.show(mid_show())
    QApplication.processEvents()
    inside = room.window.rect()
    for button in (room.desk.center.transport.go, *room.desk.center.transport.buttons.values()):
        place = button.rect().translated(button.mapTo(room.window, QPoint(0, 0)))
        assert inside.contains(place)
        assert button.height() >= 64
    assert room.window.width() == size[0]
    log = room.desk.center.log
    assert inside.contains(log.rect().translated(log.mapTo(room.window, QPoint(0, 0))))
