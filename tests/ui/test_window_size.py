"""The window on the screens of a control room: never larger than the screen, and everything in it in sight."""

from __future__ import annotations

from dataclasses import replace

import pytest
from bare_desk import Desk
from pages_desk import Pages, evening, keep_sample, told
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot
from whole_window import Whole

from livedesk.domain import commands as c
from livedesk.domain.errors import UserError
from livedesk.domain.status import Reminder
from livedesk.services.session.snapshot import Refused
from livedesk.ui.screenshot import settle

SMALL = QRect(0, 27, 1366, 741)
TITLE_BAR = 37


class Screen:
    """A screen with a bar at its top."""

    def availableGeometry(self) -> QRect:
        """What the bar leaves."""
        return SMALL


def test_it_opens_maximised_and_never_larger_than_the_screen(
    whole: Whole, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = whole.window
    monkeypatch.setattr(window, "screen", Screen)
    window.hide()
    window.show_fitting()
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert SMALL.contains(window.normalGeometry().topLeft())
    assert window.normalGeometry().width() == SMALL.width()
    assert window.normalGeometry().height() + TITLE_BAR <= SMALL.height()
    assert window.minimumWidth() <= SMALL.width()
    assert window.minimumHeight() + TITLE_BAR <= SMALL.height()


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("page", ["live", "prepare", "plan", "review", "settings"])
def test_under_a_title_bar_on_a_small_screen_every_page_leaves_the_status_bar_in_sight(
    language: str, whole: Whole, pages: Pages, page: str
) -> None:
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=3)))
    window = whole.window
    size = QSize(SMALL.width(), SMALL.height() - TITLE_BAR)
    window.resize(size)
    window.show_page(page)
    settle()
    assert window.size() == size
    for part in (window.status_bar, window.top_bar, window.pages):
        corner = part.mapTo(window, QPoint(part.width(), part.height()))
        assert corner.x() <= size.width()
        assert corner.y() <= size.height()


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
def test_on_a_small_screen_the_question_is_read_whole_and_go_stays_under_the_hand(
    language: str, whole: Whole, pages: Pages, desk: Desk
) -> None:
    show = keep_sample(pages.store)
    journal = evening(show, until=0)
    del journal.entries[4:]
    pages.post(told(show, journal))
    window, center = whole.window, whole.live.center
    window.resize(SMALL.width(), SMALL.height() - TITLE_BAR)
    window.show_page("live")
    settle(60)
    go = center.transport.go
    before = go.mapTo(window, QPoint(0, 0)), go.size()
    pages.post(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    pages.post(Reminder("s9", "晚场", desk.clock.wall_ms + 600_000))
    pages.post(Refused(None, UserError("program.unexpected", reason="x")))
    window.ticker.tick()
    settle(60)
    assert len(window.banners.keys) == 2
    assert (go.mapTo(window, QPoint(0, 0)), go.size()) == before
    strip = center.override
    for part in strip.findChildren(QWidget):
        if part.isVisible() and isinstance(part, QLabel | QLineEdit | QPushButton):
            wanted = part.heightForWidth(part.width()) if part.hasHeightForWidth() else part.sizeHint().height()
            assert part.height() >= wanted, part
    scenes = center.scenes
    assert scenes.height() >= scenes.sizeHint().height()
    strip.cancel.click()
    center.notes.drop("lasting")  # the run of this test is in no store
    window.ticker.tick()
    assert center.numbers.isVisible()


def test_what_asks_is_as_high_as_its_words(whole: Whole, pages: Pages, qtbot: QtBot) -> None:
    show = keep_sample(pages.store)
    checks = tuple(replace(item, title=item.title + "：右声道与返听都要试") for item in show.checklist)
    show = replace(show, checklist=checks)
    journal = evening(show, until=0)
    del journal.entries[4:]
    whole.window.resize(1366, 728)
    whole.window.show_page("live")
    pages.post(told(show, journal))
    pages.post(Refused(c.GoLive(), UserError("run.checks_open", count=2, first="OBS 连接")))
    strip = whole.live.center.override
    qtbot.waitUntil(lambda: strip.isVisible() and strip.height() >= strip.heightForWidth(strip.width()))
    assert strip.heightForWidth(strip.width()) > strip.sizeHint().height(), "the words take more lines here"


@pytest.mark.parametrize("language", ["zh_CN", "en"], indirect=True)
@pytest.mark.parametrize("width", [1280, 1366])
def test_the_layout_s_name_and_the_lock_are_never_cut(
    language: str, width: int, whole: Whole, pages: Pages
) -> None:
    show = keep_sample(pages.store)
    pages.post(told(show, evening(show, until=3)))
    window = whole.window
    window.resize(width, 700)
    window.show_page("live")
    window.context.actions.trigger("role_operations")
    window.ticker.tick()
    settle()
    lock = window.context.lock
    buttons = [window.findChild(QPushButton, name) for name in ("button-role", "button-lock")]
    for locked in (True, False):
        assert lock.locked is locked
        for button in buttons:
            assert button is not None
            assert button.isVisible()
            assert button.width() >= button.sizeHint().width()
        lock.toggle()
        settle()
