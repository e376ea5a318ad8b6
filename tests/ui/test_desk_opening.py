"""The services start once the window has painted, or was waited for long enough, and never twice."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from livedesk.app import desktop
from livedesk.app.desktop import Opening


@pytest.mark.parametrize("painted_first", [True, False])
def test_the_services_start_once_however_late_the_window_paints(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, painted_first: bool
) -> None:
    monkeypatch.setattr(desktop, "OPEN_UNPAINTED_AFTER_MS", 60_000 if painted_first else 0)
    monkeypatch.setattr(desktop, "OPEN_AFTER_PAINT_MS", 0)
    begun: list[object] = []
    background: Any = SimpleNamespace(run=lambda work, *_: begun.append(work))
    services: Any = SimpleNamespace(start=lambda: None)
    collecting: list[None] = []
    collector: Any = SimpleNamespace(start=lambda: collecting.append(None))
    window: Any = QWidget()
    qtbot.addWidget(window)
    Opening(services, background, collector, window, Path("data"), sample_wanted=False)
    if not painted_first:
        qtbot.waitUntil(lambda: len(begun) == 1)
    with qtbot.waitExposed(window):
        window.show()
    window.repaint()
    qtbot.waitUntil(lambda: len(begun) == 1)
    QApplication.processEvents()
    assert len(begun) == len(collecting) == 1
