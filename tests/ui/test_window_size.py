"""The window on the screens of a control room: never larger than the screen, and everything in it in sight."""

from __future__ import annotations

import pytest
from pages_desk import Pages, evening, keep_sample, pages_desk, told  # noqa: F401 (a fixture)
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QApplication
from whole_window import Whole, whole_window  # noqa: F401 (a fixture)

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
    for _ in range(6):
        QApplication.processEvents()
    assert window.size() == size
    for part in (window.status_bar, window.top_bar, window.pages):
        corner = part.mapTo(window, QPoint(part.width(), part.height()))
        assert corner.x() <= size.width()
        assert corner.y() <= size.height()
