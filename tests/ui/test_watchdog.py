"""A window that stands still leaves the line that held it in the log, once, with its length."""

from __future__ import annotations

import logging
import signal
import threading
from collections.abc import Iterator
from weakref import ReferenceType, ref

import pytest
import shiboken6
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from livedesk.app import watchdog
from livedesk.app.watchdog import Watchdog


class Painter:
    """What must end with the call that made it."""


def hold_the_window(seconds: float) -> ReferenceType[Painter]:
    """What a defect would do."""
    painter = Painter()
    signal.sigtimedwait([], seconds)
    return ref(painter)


@pytest.fixture
def watched(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Iterator[QObject]:
    """What a quick watchdog belongs to, and ends with."""
    monkeypatch.setattr(watchdog, "STILL_S", 0.4)
    monkeypatch.setattr(watchdog, "BEAT_MS", 50)
    parent = QObject()
    Watchdog(parent)
    yield parent
    if shiboken6.isValid(parent):
        shiboken6.delete(parent)


def test_the_stack_is_logged_once_and_then_the_length(
    qtbot: QtBot, watched: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "livedesk.watchdog")
    hold_the_window(1.2)
    qtbot.waitUntil(lambda: "stood still for" in caplog.text, timeout=3_000)
    assert caplog.text.count("stands still, held by") == 1
    assert "hold_the_window" in caplog.text


def test_what_the_held_call_had_goes_with_it(
    qtbot: QtBot, watched: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING, "livedesk.watchdog")
    painter = hold_the_window(1.2)
    assert "stands still, held by" in caplog.text
    assert painter() is None


def test_a_window_that_comes_round_says_nothing(
    qtbot: QtBot, watched: QObject, caplog: pytest.LogCaptureFixture
) -> None:
    qtbot.wait(700)
    assert caplog.text == ""


def test_it_ends_with_its_parent(qtbot: QtBot, watched: QObject) -> None:
    assert any(thread.name == "watchdog" for thread in threading.enumerate())
    shiboken6.delete(watched)
    qtbot.waitUntil(lambda: not any(thread.name == "watchdog" for thread in threading.enumerate()), timeout=3_000)
