"""The layouts of the page over one session, the windows of panels, and the lock of the desk on air."""

from __future__ import annotations

import gc
from dataclasses import replace
from pathlib import Path

import pytest
from live_room import K, Room, settle
from live_show import MID_T, mid_show
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from livedesk.domain import commands as c
from livedesk.domain.desk_layout import PRESETS, DeskLayout, Role, Spot, panels_of
from livedesk.domain.edits import MoveProduct
from livedesk.domain.errors import UserError
from livedesk.domain.events import RunEnded
from livedesk.domain.events_desk import MomentKind, MomentMarked
from livedesk.domain.run import RunState
from livedesk.domain.status import LinkState, PrompterStatus
from livedesk.services.desk_layout import FILE, load_layout, save_layout
from livedesk.services.session.snapshot import Refused
from livedesk.ui.context import Tick


def choose(room: Room, role: Role) -> None:
    """Bring a layout to the front by its action, as its key does."""
    room.desk.context.actions.trigger(f"role_{role.value}")
    settle()


@pytest.mark.parametrize("role", Role)
def test_every_panel_of_a_layout_is_seen_and_lives(room: Room, role: Role) -> None:
    room.show(mid_show())
    choose(room, role)
    room.show(mid_show(), MID_T + 1_000)
    layouts = room.desk.layouts
    assert layouts.role is role
    wanted = [name for name in panels_of(PRESETS[role]) if name in room.desk.panels.names]
    assert list(layouts.seen) == wanted
    for name in wanted:
        panel = room.desk.panels.widgets[name]
        assert panel.isVisible(), name
        assert panel.width() > 40, name


def test_going_round_brings_the_director_s_page_back_whole(room: Room) -> None:
    room.show(mid_show())
    desk = room.desk
    parts = (desk.right.queue, desk.right.comments, desk.center.numbers, desk.center.log, desk.rundown)
    before = [part.geometry() for part in parts]
    for role in Role:
        choose(room, role)
        choose(room, Role.DIRECTOR)
        room.show(mid_show(), MID_T + 1_000)
        assert [part.geometry() for part in parts] == before, role
    for panel in (desk.right.card, desk.right.comments, desk.center.log, desk.center.monitors):
        assert panel.isVisible()


@pytest.mark.parametrize("role", Role)
def test_the_keys_of_the_desk_act_in_every_layout(room: Room, role: Role) -> None:
    room.show(mid_show())
    choose(room, role)
    room.key(K.Key_Space)
    room.key(K.Key_T)
    room.key(K.Key_F9)
    kinds = [type(command) for command in room.sent]
    assert kinds == [c.Go, c.TickCue, c.Panic]


def test_what_a_layout_does_not_show_says_so(room: Room) -> None:
    room.show(mid_show())
    choose(room, Role.HOST)
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    room.desk.context.actions.trigger("find")
    assert told == [("find", "not in this layout; Ctrl+Alt+1 is the director's")]


def test_a_panel_in_a_window_of_its_own_takes_the_desk_s_keys(room: Room) -> None:
    room.show(mid_show())
    layouts = room.desk.layouts
    layouts.float_("queue", True)
    settle()
    window = layouts.windows["queue"]
    assert window.isVisible()
    assert room.desk.right.queue.window() is window
    assert not room.desk.right.isAncestorOf(room.desk.right.queue)
    room.show(mid_show(), MID_T + 1_000)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = QKeyEvent(kind, K.Key_Space, Qt.KeyboardModifier.NoModifier, " ")
        QApplication.sendEvent(room.desk.right.queue.list, event)
    assert [type(command) for command in room.sent] == [c.Go]
    window.close()
    settle()
    assert layouts.windows == {}
    assert room.desk.right.queue.isVisible()
    assert room.desk.right.isAncestorOf(room.desk.right.queue)
    del window
    gc.collect()


def test_an_unplugged_screen_is_told_as_a_fault_of_the_desk_and_not_as_somebody_s_command(room: Room) -> None:
    room.show(mid_show())
    screens = room.desk.layouts.screens
    screens.lost.emit("HDMI-1", ("queue", "log"))
    screens.back.emit()
    facts = (("screen", "HDMI-1"), ("panels", "Product queue, Alerts and as-run log"))
    assert room.services.faults == [c.ShowFault("desk.screen_lost", facts), c.ClearFault("desk.screen_lost")]
    assert room.sent == []


def test_a_hidden_panel_leaves_its_room_and_comes_back(room: Room) -> None:
    room.show(mid_show())
    desk = room.desk
    wide = desk.center.width()
    desk.layouts.toggle("rundown")
    settle()
    assert not desk.rundown.isVisible()
    assert desk.center.width() > wide
    desk.layouts.reset()
    settle()
    assert desk.rundown.isVisible()


def test_the_layout_is_remembered(room: Room, qtbot: QtBot) -> None:
    choose(room, Role.OPERATIONS)
    room.desk.layouts.toggle("moments")
    folder = room.services.data_folder
    qtbot.waitUntil(lambda: load_layout(folder).role is Role.OPERATIONS, timeout=5_000)
    assert load_layout(folder).hidden == {Role.OPERATIONS: ("moments",)}


def test_a_layout_chosen_as_the_program_closes_is_kept(room: Room, qtbot: QtBot) -> None:
    assert not room.desk.unsettled()
    choose(room, Role.CREW)
    assert room.desk.unsettled(), "the program waits for it"
    qtbot.waitUntil(lambda: not room.desk.unsettled(), timeout=5_000)
    assert load_layout(room.services.data_folder).role is Role.CREW


def test_a_damaged_file_is_put_aside(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b'{"role": "nobody"}')
    assert load_layout(tmp_path) == DeskLayout()
    assert not (tmp_path / FILE).exists()
    assert (tmp_path / "layout.damaged.json").exists()
    kept = DeskLayout(Role.CREW).placed("desk", Spot("a", 1, 2, 3, 4))
    save_layout(tmp_path, kept)
    assert load_layout(tmp_path) == kept


def test_on_air_nothing_is_edited_by_accident_and_the_show_runs(room: Room) -> None:
    room.show(mid_show())
    lock = room.desk.context.lock
    lock.set_on_air(True)
    told: list[tuple[str, str]] = []
    room.desk.context.actions.refused.connect(lambda name, why: told.append((name, why)))
    room.desk.right.queue.edited.emit(MoveProduct("p1", 3))
    room.desk.rundown.view.setFocus()
    room.key(K.Key_F2)
    room.desk.layouts.toggle("rundown")
    room.desk.layouts.float_("queue", True)
    assert room.services.edits == []
    assert room.desk.rundown.isVisible()
    assert room.desk.layouts.windows == {}
    assert [name for name, _ in told] == ["lock", "lock", "panels", "panels"]
    assert all("Ctrl+Alt+L" in why for _, why in told)
    for key in (K.Key_Space, K.Key_H, K.Key_BracketRight, K.Key_T, K.Key_F9, K.Key_K):
        room.later()
        room.key(key)
    assert len(room.sent) == 6, "what runs the show is never locked"
    choose(room, Role.CONSOLE)
    assert room.desk.layouts.role is Role.CONSOLE


def test_the_menu_of_panels_says_that_the_desk_is_locked_before_anything_is_chosen(room: Room) -> None:
    room.show(mid_show())
    lock, opened = room.desk.context.lock, []
    lock.opened.connect(lambda: opened.append(True))
    lock.set_on_air(True)
    for locked in (True, False):
        room.desk.context.actions.trigger("panels")
        settle()
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        entries = [action for action in menu.actions() if action.data()]
        assert entries
        assert [action.isEnabled() for action in entries] == [not locked] * len(entries)
        assert (menu.actions()[0].text() == lock.why()) is locked
        menu.close()
        settle()
        lock.toggle()
        assert opened == [True], "what was refused before can be done"


def test_unlocked_it_is_edited_again(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    lock = room.desk.context.lock
    lock.set_on_air(True)
    lock.toggle()
    room.desk.right.queue.edited.emit(MoveProduct("p1", 3))
    qtbot.waitUntil(lambda: len(room.services.edits) == 1, timeout=3_000)
    lock.toggle()
    room.desk.right.queue.edited.emit(MoveProduct("p1", 2))
    settle()
    assert len(room.services.edits) == 1


def test_skipping_the_next_one_is_of_the_running_of_the_show(room: Room, qtbot: QtBot) -> None:
    room.show(mid_show())
    room.desk.context.lock.set_on_air(True)
    room.key(K.Key_X)
    qtbot.waitUntil(lambda: len(room.services.edits) == 1, timeout=3_000)


def test_the_host_reads_whether_the_desk_knows_that_a_message_was_seen(room: Room) -> None:
    journal = mid_show()
    room.show(journal)
    choose(room, Role.HOST)
    room.show(journal, MID_T + 1_000)
    board = room.desk.panels.widgets["host"]
    told = board.accessibleName()
    assert "库存只剩三百件，催一下 · not confirmed · ▲ No prompter" in told
    room.desk.on_prompter(PrompterStatus(LinkState.READY, acknowledged=1))
    room.show(journal, MID_T + 2_000)
    told = board.accessibleName()
    assert told.endswith("库存只剩三百件，催一下 · ✓ seen · Prompter is open")
    journal.add(MID_T + 2_000, RunEnded())
    room.show(journal, MID_T + 3_000)
    told = board.accessibleName()
    assert "The show is over" in told
    assert "库存" not in told, "nobody says anything to the host any more"


@pytest.mark.parametrize("role", Role)
def test_what_asks_and_what_is_said_is_seen_in_every_layout(room: Room, role: Role) -> None:
    journal = mid_show()
    room.show(journal)
    choose(room, role)
    desk, center = room.desk, room.desk.center
    assert center.transport.go.isVisible(), "the countdown to an automatic follow stands on it"
    journal.add(MID_T, MomentMarked(1, MomentKind.MOMENT, "", None, 4, "主推 修护霜", "商品特写", "修护霜"))
    room.show(journal, MID_T + 100)
    assert center.moment.isVisible()
    room.key(K.Key_K, Qt.KeyboardModifier.ShiftModifier)
    assert center.moment.field.hasFocus()
    room.key(K.Key_Escape)
    desk._say_error(UserError("edit.nothing"))
    settle()
    banner = center.notes.banner("error")
    assert banner is not None
    assert banner.isVisible()
    desk._view = replace(desk._view, run=RunState()) if desk._view is not None else None
    desk.on_refused(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    settle()
    assert center.override.why.hasFocus()
    for part in (center.override, banner, center.transport.go):
        assert desk.rect().contains(part.mapTo(desk, part.rect().bottomRight())), part


def test_pictures_are_asked_of_obs_only_in_a_layout_that_shows_them(room: Room) -> None:
    room.show(mid_show())
    settle()
    watched = room.services.watched
    assert watched == [(True, "秒杀倒计时")]
    for role in Role:
        choose(room, role)
        room.show(mid_show(), MID_T + 1_000)
        shown = role in (Role.DIRECTOR, Role.CREW)
        assert watched[-1] == ((True, "秒杀倒计时") if shown else (False, "")), role
    choose(room, Role.DIRECTOR)
    room.show(mid_show(), MID_T + 2_000)
    assert watched[-1] == (True, "秒杀倒计时")
    room.desk.on_tick(Tick(None, None, 0, 0))
    assert watched[-1] == (False, "")
