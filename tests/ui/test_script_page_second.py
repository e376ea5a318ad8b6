"""A script in a window of its own beside the desk: both write it, and nobody loses a word."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QLabel
from script_page_room import ALT, CTRL, SHIFT, K, PageRoom, script_page_room, script_sample
from shiboken6 import isValid

from livedesk.domain import editing
from livedesk.domain.edits import SetApproval
from livedesk.domain.rundown import Approval, Show
from livedesk.domain.script import script_text
from livedesk.ui.key_list import KeyList
from livedesk.ui.workspaces.script.page import ScriptPage
from livedesk.ui.workspaces.script.second_window import SecondWindow

__all__ = ["script_page_room", "script_sample"]


def second(room: PageRoom) -> SecondWindow:
    """The show in another window, in front and with the keys."""
    room.page.rundown.view.setFocus()
    room.press(K.Key_W, CTRL | SHIFT)
    window = room.second()
    room.wait(lambda: window.page.document.show is not None and window.isVisible())
    window.activateWindow()
    room.wait(window.isActiveWindow)
    return window


def gone(window: SecondWindow) -> bool:
    """Whether a window was closed for good."""
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return not isValid(window)


def front(room: PageRoom) -> None:
    """The desk's window has the keys again."""
    room.window.activateWindow()
    room.wait(room.window.isActiveWindow)


def words(room: PageRoom, show_id: str, at: int) -> str:
    """The words of a segment as they are on disk."""
    return script_text(room.stored(show_id).segments[at].script)


def write(room: PageRoom, page: ScriptPage, at: int, text: str) -> None:
    """Write into a segment's words with keys."""
    assert page.document.show is not None
    page.open_segment(page.document.show.segments[at].id)
    room.type(text, page)


def test_it_shows_the_same_show_and_its_title(room: PageRoom, sample: Show) -> None:
    window = second(room)
    assert window.page.document.show == room.show
    assert window.windowTitle() == f"Script · {sample.title} — livedesk", "it is told from the desk's own"
    room.wait(window.page.rundown.view.hasFocus)
    window.close()
    room.wait(lambda: gone(window))


def test_both_write_and_see_each_other(room: PageRoom, sample: Show) -> None:
    window = second(room)
    write(room, window.page, 0, "第二窗口的话")
    front(room)
    write(room, room.page, 1, "第一窗口的话")
    room.page.document.flush()
    window.page.document.flush()
    room.settled(room.page, window.page)
    assert room.show == window.page.document.show
    assert "第二窗口的话" in words(room, sample.id, 0)
    assert "第一窗口的话" in words(room, sample.id, 1)
    assert not window.page.conflict_bar.isVisible()
    window.close()
    room.wait(lambda: gone(window))


def test_its_keys_are_its_own(room: PageRoom, sample: Show) -> None:
    window = second(room)
    window.page.rundown.view.setFocus()
    window.page.document.choose((sample.segments[0].id,))
    room.press(K.Key_S, page=window.page)
    room.settled(room.page, window.page)
    assert room.segment(0).skipped
    room.press(K.Key_Z, CTRL, page=window.page)
    room.settled(room.page, window.page)
    assert room.show == sample
    window.close()
    room.wait(lambda: gone(window))


def test_its_palette_acts_in_it_from_the_words_too(room: PageRoom, sample: Show) -> None:
    window = second(room)
    page = window.page
    room.choose(5)
    page.open_segment(sample.segments[3].id)
    assert page.text.editor.hasFocus()
    room.press(K.Key_K, CTRL, page=page)
    palette = window.palette_door.palette
    assert palette.isVisible()
    assert palette.parent() is window
    room.type("Fix the numbers", page)
    room.press(K.Key_Return, page=page)
    assert not palette.isVisible()
    assert page.text.editor.hasFocus()
    room.settled(room.page, page)
    assert room.segment(0).number
    room.press(K.Key_K, CTRL, page=page)
    room.type("kcwh", page)
    room.press(K.Key_Return, page=page)
    assert page.document.current == sample.segments[0].id
    assert room.page.document.current == sample.segments[5].id
    room.press(K.Key_K, CTRL, page=page)
    room.press(K.Key_Escape, page=page)
    assert page.text.editor.hasFocus()
    front(room)
    room.page.rundown.view.setFocus()
    room.press(K.Key_K, CTRL)
    assert room.window.palette_door.palette.isVisible()
    room.press(K.Key_Escape)
    window.close()
    room.wait(lambda: gone(window))


def test_its_keys_are_listed_in_it(room: PageRoom, sample: Show) -> None:
    window = second(room)
    room.press(K.Key_F1, page=window.page)
    assert not window.page.isVisible()
    shown = window.findChild(KeyList)
    assert shown is not None
    assert shown.isVisible()
    texts = {one.text() for one in shown.findChildren(QLabel)}
    assert {"Duplicate", "Find a command …", "All keys"} <= texts
    assert shown.isAncestorOf(window.focusWidget())
    room.press(K.Key_Escape, page=window.page)
    assert window.page.rundown.view.hasFocus()
    room.press(K.Key_F1, page=window.page)
    room.press(K.Key_F1, page=window.page)
    assert window.page.rundown.view.hasFocus()
    window.close()
    room.wait(lambda: gone(window))


def test_words_that_met_others_wait_in_their_own_window_and_are_settled_with_keys(
    room: PageRoom, sample: Show
) -> None:
    window = second(room)
    other = window.page
    one = sample.segments[0].id
    other.document.do(editing.set_field(room.show, {one}, "title", "乙"))
    room.page.document.do(editing.set_field(room.show, {one}, "title", "甲"))
    room.wait(lambda: room.page.conflict_bar.isVisible())
    assert not other.conflict_bar.isVisible()
    room.settled(room.page, other)
    assert room.segment(0).title == "乙"
    front(room)
    room.page.conflict_bar.button.setFocus()
    room.press(K.Key_Space)
    assert room.page.conflicts.hasFocus()
    room.press(K.Key_Right)
    room.press(K.Key_Return)
    room.settled(room.page, other)
    assert room.segment(0).title == "甲"
    assert not room.page.conflict_bar.isVisible()
    assert room.page.text.isVisible()
    assert room.page.text.editor.hasFocus()
    window.close()
    room.wait(lambda: gone(window))


def test_closing_it_keeps_every_word_and_everything_on_its_way(room: PageRoom, sample: Show) -> None:
    window = second(room)
    window.page.rundown.view.setFocus()
    window.page.document.choose((sample.segments[0].id,))
    for _ in range(6):
        room.press(K.Key_Right, ALT, page=window.page)
    write(room, window.page, 2, "关窗前的话")
    window.close()
    room.wait(lambda: gone(window))
    stored = room.stored(sample.id)
    assert "关窗前的话" in script_text(stored.segments[2].script)
    assert stored.segments[0].duration_ms == sample.segments[0].duration_ms + 30_000


def test_it_stays_while_a_conflict_waits_in_it(room: PageRoom, sample: Show) -> None:
    window = second(room)
    one = sample.segments[0].id
    room.page.document.do(editing.set_field(room.show, {one}, "title", "甲"))
    window.page.document.do(editing.set_field(sample, {one}, "title", "乙"))
    room.wait(lambda: window.page.conflict_bar.isVisible())
    window.close()
    QApplication.processEvents()
    assert window.isVisible()
    assert window.page.conflicts.hasFocus()
    assert room.said_by(window.page)
    room.press(K.Key_Left, page=window.page)
    room.press(K.Key_Return, page=window.page)
    room.wait(lambda: not window.page.conflict_bar.isVisible())
    window.close()
    room.wait(lambda: gone(window))
    assert room.segment(0).title == "甲"


def test_words_that_meet_a_lock_as_it_closes_bring_it_back(room: PageRoom, sample: Show) -> None:
    window = second(room)
    write(room, window.page, 0, "晚了一步")
    room.page.document.do(SetApproval(Approval.LOCKED, "定稿"))
    window.close()
    room.wait(lambda: window.page.conflicts.waiting == 1 and window.isVisible())
    window.page.conflicts.let_go()
    window.page.conflicts.let_go()
    window.close()
    room.wait(lambda: gone(window))


def test_it_goes_with_the_desk_and_keeps_what_is_typed(room: PageRoom, sample: Show) -> None:
    window = second(room)
    write(room, window.page, 0, "桌面关闭前")
    room.window._may_close = True
    room.window.close()
    room.wait(lambda: gone(window))
    assert "桌面关闭前" in words(room, sample.id, 0)


def test_it_shows_the_playhead_too(room: PageRoom, sample: Show) -> None:
    window = second(room)
    room.put_on_desk(sample, until=3, run=True)
    room.window.ticker.tick()
    assert window.page.band._live
    assert "on air" in window.page.header.state.text()
    window.close()
    room.wait(lambda: gone(window))


def test_another_show_on_the_desk_does_not_turn_it(room: PageRoom, sample: Show) -> None:
    window = second(room)
    other = replace(sample, id="other", title="另一场")
    room.services.store.shows.add(other, by="运营", at_ms=0)
    room.put_on_desk(other)
    room.wait(lambda: room.show.id == "other")
    assert window.page.document.show is not None
    assert window.page.document.show.id == sample.id
    window.close()
    room.wait(lambda: gone(window))


@pytest.mark.parametrize("key", ["F1", "Ctrl+K"])
def test_keys_of_the_desk_do_nothing_wrong_there(room: PageRoom, sample: Show, key: str) -> None:
    window = second(room)
    before = room.show
    if key == "F1":
        room.press(K.Key_F1, page=window.page)
    else:
        room.press(K.Key_K, CTRL, page=window.page)
    assert room.show == before
    window.close()
    room.wait(lambda: gone(window))


def test_the_desk_asks_before_words_that_wait_for_a_choice_go(room: PageRoom, sample: Show) -> None:
    window = second(room)
    one = sample.segments[0].id
    window.page.document.do(editing.set_field(room.show, {one}, "title", "乙"))
    room.page.document.do(editing.set_field(room.show, {one}, "title", "甲"))
    room.wait(lambda: room.page.conflict_bar.isVisible())
    front(room)
    assert not room.window.close()
    banner = room.window.banners.banner("close")
    assert banner is not None
    assert "1" in banner.words.text()
    room.page.open_conflicts()
    room.press(K.Key_Right)
    room.press(K.Key_Return)
    room.settled(room.page, window.page)
    assert room.segment(0).title == "甲"
    assert room.page.why_stay() == ""
