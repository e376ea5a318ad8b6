"""A window that stands still leaves the line that held it in the log, once, with its length."""

from __future__ import annotations

import logging
import signal
import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from livedesk.app import watchdog
from livedesk.app.watchdog import Watchdog


def hold_the_window(seconds: float) -> None:
    """What a defect would do."""
    signal.sigtimedwait([], seconds)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "STILL_S", 0.4)
    monkeypatch.setattr(watchdog, "BEAT_MS", 50)


def test_the_stack_is_logged_once_and_then_the_length(
    qtbot: QtBot, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "livedesk.watchdog")
    parent = QObject()
    dog = Watchdog(parent)
    hold_the_window(1.2)
    qtbot.waitUntil(lambda: "stood still for" in caplog.text, timeout=3_000)
    assert caplog.text.count("stands still, held by") == 1
    assert "hold_the_window" in caplog.text
    dog.stop()


def test_a_window_that_comes_round_says_nothing(
    qtbot: QtBot, quick: None, caplog: pytest.LogCaptureFixture
) -> None:
    parent = QObject()
    dog = Watchdog(parent)
    qtbot.wait(700)
    assert caplog.text == ""
    dog.stop()


def test_it_ends_with_its_parent(qtbot: QtBot, quick: None) -> None:
    parent = QObject()
    Watchdog(parent)
    assert any(thread.name == "watchdog" for thread in threading.enumerate())
    parent.deleteLater()
    del parent
    qtbot.waitUntil(lambda: not any(thread.name == "watchdog" for thread in threading.enumerate()), timeout=3_000)
