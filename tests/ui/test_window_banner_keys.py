"""The banners without a mouse."""

from __future__ import annotations

from bare_desk import forget
from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.domain import commands as c
from livedesk.ui.workspaces.live.view import GoMode

CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
K = Qt.Key


def bring(whole: Whole, pages: Pages, *, resuming: bool = False, until: int | None = 3) -> None:
    """The sample show at a moment, with the desk in front."""
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=until), resuming=resuming))
    whole.window.show_page("live")


def test_an_interrupted_show_goes_on_by_the_key_that_its_button_shows(whole: Whole, pages: Pages) -> None:
    bring(whole, pages, resuming=True)
    banner = whole.window.banners.banner("resume")
    assert banner is not None
    assert banner.buttons[0].text().endswith("Ctrl+Enter")
    assert "Ctrl" not in banner.buttons[1].text()
    whole.press(K.Key_Return, CTRL)
    assert pages.sent == [c.Resume()]


def test_every_choice_is_reached_by_tab_and_space_presses_it_and_not_go(
    whole: Whole, pages: Pages, qtbot: QtBot
) -> None:
    bring(whole, pages, resuming=True)
    whole.press(K.Key_B, CTRL)
    assert whole.focus.text().startswith("Go on")  # type: ignore[attr-defined]  # a button
    whole.press(K.Key_Tab)
    whole.press(K.Key_Space)
    whole.press(K.Key_Space)
    assert pages.sent == [], "one press ends no show, though it bounces"
    forget(pages.context.actions)
    whole.press(K.Key_Space)
    assert pages.sent == [c.EndShow()]
    bring(whole, pages)
    assert not whole.window.close()
    whole.press(K.Key_B, CTRL)
    whole.press(K.Key_Return)
    assert whole.window.banners.keys == ()
    assert pages.sent == [c.EndShow()]
    whole.press(K.Key_Space)
    assert pages.sent == [c.EndShow()], "a second press that was meant for the banner takes nothing"
    assert "press again" in whole.window.status_bar.message.text()
    whole.press(K.Key_F9)
    assert pages.sent[1:] == [c.Panic()], "an emergency never waits"
    qtbot.waitUntil(lambda: not whole.window.context.actions.resting)
    whole.press(K.Key_Space)
    assert [type(command) for command in pages.sent] == [c.EndShow, c.Panic, c.Go], "the desk has the keys again"


def test_escape_leads_from_the_banners_to_the_desk(whole: Whole, pages: Pages) -> None:
    bring(whole, pages)
    whole.window.close()
    whole.press(K.Key_B, CTRL)
    whole.press(K.Key_H)
    assert pages.sent == []
    whole.press(K.Key_Escape)
    whole.press(K.Key_H)
    assert pages.sent == [c.ToggleHold()]
    assert whole.window.banners.keys == ("close",)


def test_nothing_is_armed_while_it_is_asked_whether_the_show_goes_on(whole: Whole, pages: Pages) -> None:
    bring(whole, pages, resuming=True)
    view = whole.live.rundown.view
    whole.press(K.Key_Down)
    whole.press(K.Key_Return)
    assert view.situation.armed == ""
    bring(whole, pages)
    forget(pages.context.actions)
    whole.press(K.Key_Down)
    whole.press(K.Key_Return)
    assert view.situation.armed != ""
    bring(whole, pages, resuming=True)
    assert view.situation.armed == "", "and what was armed is let be"


def test_a_banner_on_the_desk_has_the_key_where_the_window_has_none(whole: Whole, pages: Pages) -> None:
    bring(whole, pages, until=None)
    ended = whole.live.center.notes.banner("ended")
    assert ended is not None
    whole.window.ticker.tick()
    assert ended.buttons[0].text().endswith("Ctrl+Enter")
    whole.press(K.Key_Return, CTRL)
    assert whole.window.page == "review"


def test_a_show_that_is_over_can_be_run_again(whole: Whole, pages: Pages, qtbot: QtBot) -> None:
    bring(whole, pages, until=None)
    whole.press(K.Key_B, CTRL)
    whole.press(K.Key_Tab)
    whole.press(K.Key_Return)
    told_last = whole.window.ticker.snapshot
    assert told_last is not None
    qtbot.waitUntil(lambda: pages.services.opened == [told_last.state.show.id])


def test_the_show_ends_by_its_keys_when_they_are_pressed_twice(whole: Whole, pages: Pages) -> None:
    bring(whole, pages)
    assert whole.live._view is not None
    assert whole.live._view.go is GoMode.NEXT
    for _bounced in range(2):
        whole.press(K.Key_E, CTRL | SHIFT)
    assert pages.sent == []
    assert "again" in whole.window.status_bar.message.text()
    forget(pages.context.actions)
    whole.press(K.Key_E, CTRL | SHIFT)
    assert pages.sent == [c.EndShow()]
    forget(pages.context.actions)
    whole.press(K.Key_E, CTRL | SHIFT)
    assert pages.sent == [c.EndShow()], "armed anew"
    forget(pages.context.actions)
    whole.window.show_page("plan")
    whole.press(K.Key_E, CTRL | SHIFT)
    assert pages.sent == [c.EndShow()], "on the desk only"


def test_the_prompter_has_a_key_on_every_page(whole: Whole, pages: Pages) -> None:
    bring(whole, pages)
    whole.window.show_page("plan")
    whole.press(K.Key_P, CTRL)
    assert pages.services.asked == ["open prompter"]
