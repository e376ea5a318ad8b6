"""Work off the GUI thread, around its end."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, Slot
from pytestqt.qtbot import QtBot

from livedesk.ui.background import Background


class Hears(QObject):
    """Notes what comes back."""

    def __init__(self) -> None:
        super().__init__()
        self.heard: list[object] = []

    @Slot(object)
    def hear(self, result: object) -> None:
        """Note it."""
        self.heard.append(result)


def test_what_runs_as_it_closes_is_finished_and_what_comes_later_is_not_begun(qtbot: QtBot) -> None:
    background, hears, begun = Background(), Hears(), []
    background.run(lambda: 1, hears.hear, urgent=True)
    background.close()
    background.run(lambda: begun.append(2), hears.hear)
    qtbot.waitUntil(lambda: hears.heard == [1])
    assert begun == []
    with pytest.raises(RuntimeError):
        background.run(lambda: 3, hears.hear, urgent=True)
