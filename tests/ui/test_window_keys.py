"""The keys of the whole window: what starts or changes the show acts only where a person sees it."""

from __future__ import annotations

import pytest
from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.services.session.snapshot import Refused

CTRL = Qt.KeyboardModifier.ControlModifier


def on_air(pages: Pages, until: int = 3) -> None:
    """The sample show, some way into it."""
    pages.post(told(keep_sample(pages.store), evening(keep_sample(pages.store), until=until)))


def before_air(pages: Pages) -> None:
    """The sample show with an open run and hardly a check done."""
    show = keep_sample(pages.store)
    journal = evening(show, until=0)
    del journal.entries[4:]
    pages.post(told(show, journal))


def refuse_live(pages: Pages) -> None:
    """The session's answer to GO over open checks."""
    pages.context.bridge.post(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    QApplication.processEvents()


def test_space_on_the_checks_never_goes_on_air(whole: Whole, pages: Pages) -> None:
    before_air(pages)
    whole.window.show_page("prepare")
    whole.press(Qt.Key.Key_Space)
    assert pages.sent == []
    assert "Ctrl+1" in whole.window.status_bar.message.text()
    refuse_live(pages)  # an answer that comes after the page was changed
    whole.type("xyz")
    whole.press(Qt.Key.Key_Return)
    assert pages.sent == []
    assert whole.live.center.override.why.text() == ""


def test_the_question_before_air_takes_the_keys_where_it_is_seen(whole: Whole, pages: Pages) -> None:
    before_air(pages)
    refuse_live(pages)
    whole.type("ok")
    assert whole.live.center.override.why.text() == "ok"
    whole.live.center.override.cancel.setFocus()
    whole.press(Qt.Key.Key_Space)
    assert pages.sent == [], "a button that has the focus is pressed, and nothing goes on air behind it"
    assert not whole.live.center.override.isVisible()


def test_what_is_typed_on_another_page_reaches_neither_desk_nor_host(whole: Whole, pages: Pages) -> None:
    on_air(pages)
    for page in ("plan", "prepare", "review", "settings"):
        whole.window.show_page(page)
        whole.type("tmh[] ")
        whole.press(Qt.Key.Key_Backspace)
        whole.press(Qt.Key.Key_Return)
        assert pages.sent == [], page
        assert whole.live.right.comments.message.field.text() == ""


def test_who_follows_the_way_to_the_desk_is_not_told_again(whole: Whole, pages: Pages) -> None:
    on_air(pages)
    message = whole.window.status_bar.message
    whole.window.show_page("plan")
    whole.press(Qt.Key.Key_H)
    assert "Ctrl+1" in message.text()
    whole.press(Qt.Key.Key_1, CTRL)
    assert message.text() == ""
    whole.window.show_page("plan")
    whole.press(Qt.Key.Key_H)
    whole.window.say("something else")
    whole.press(Qt.Key.Key_1, CTRL)
    assert message.text() == "something else"


def test_an_emergency_has_its_keys_on_every_page(whole: Whole, pages: Pages) -> None:
    on_air(pages)
    whole.window.show_page("plan")
    whole.press(Qt.Key.Key_F9)
    whole.press(Qt.Key.Key_F5)
    assert [type(command) for command in pages.sent] == [c.Panic, c.CallStandby]
    whole.window.show_page("live")
    whole.press(Qt.Key.Key_H)
    assert pages.sent[2:] == [c.ToggleHold()]


@pytest.mark.parametrize("leave", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_after_a_message_the_keys_are_back_with_the_desk(
    whole: Whole, pages: Pages, qtbot: QtBot, leave: Qt.Key
) -> None:
    on_air(pages)
    whole.window.show_page("live")
    whole.press(Qt.Key.Key_M)
    whole.type("hi")
    whole.press(leave)
    sent = list(pages.sent)
    whole.press(Qt.Key.Key_Return)
    assert whole.live.rundown.view.situation.armed == ""
    whole.press(Qt.Key.Key_F, CTRL)
    find = whole.live.rundown.find_line
    assert find.hasFocus()
    whole.type("h 0")
    whole.press(Qt.Key.Key_Backspace)
    assert (find.text(), pages.sent) == ("h ", sent)
    whole.press(Qt.Key.Key_Escape)
    whole.press(Qt.Key.Key_H)
    assert pages.sent == [*sent, c.ToggleHold()]


def test_undo_and_redo_have_their_keys_wherever_the_focus_is_on_the_desk(
    whole: Whole, pages: Pages, qtbot: QtBot
) -> None:
    on_air(pages)
    asked: list[str] = []
    whole.live.actions_.asked.connect(asked.append)
    whole.window.show_page("live")
    whole.window.ticker.tick()
    whole.window.context.lock.toggle()
    whole.press(Qt.Key.Key_M)
    whole.press(Qt.Key.Key_Escape)
    whole.window.setFocus()
    whole.press(Qt.Key.Key_Z, CTRL)
    whole.press(Qt.Key.Key_Y, CTRL)
    qtbot.waitUntil(lambda: sorted(pages.services.asked) == ["redo", "undo"])
    assert asked == ["message", "undo", "redo"]
    whole.window.show_page("plan")
    whole.press(Qt.Key.Key_Z, CTRL)
    assert asked == ["message", "undo", "redo"], "not from a page that does not show what it does"


def test_the_arrows_go_into_the_rundown(whole: Whole, pages: Pages) -> None:
    on_air(pages)
    whole.window.show_page("live")
    whole.press(Qt.Key.Key_Down)
    assert whole.live.rundown.view.hasFocus()
    assert whole.live.rundown.view.currentIndex().isValid()
