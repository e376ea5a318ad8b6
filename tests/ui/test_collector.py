"""Cycles that hold Qt objects are destroyed in the GUI thread, however busy the others are."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from livedesk.ui.collector import Collector


class Knot(QObject):
    """Only the cyclic collector lets it go."""

    def __init__(self) -> None:
        super().__init__()
        self.itself = self


def litter(kept: list[list[int]]) -> None:
    """Enough new objects to set Python's own collector going many times over."""
    kept.extend([number] for number in range(50_000))


def test_a_cycle_is_destroyed_in_the_gui_thread(qtbot: QtBot) -> None:
    collector = Collector()
    collector.start()
    threads: list[threading.Thread] = []
    try:
        gc.collect()
        weakref.finalize(Knot(), lambda: threads.append(threading.current_thread()))
        kept: list[list[int]] = []
        worker = threading.Thread(target=litter, args=(kept,))
        worker.start()
        worker.join()
        assert threads == [], "no worker collects"
        qtbot.waitUntil(lambda: bool(threads), timeout=5_000)
        assert threads == [threading.main_thread()]
    finally:
        collector.stop()
    assert gc.isenabled()
