"""The desk in a window of its own, and what was sent from it."""

from __future__ import annotations

from dataclasses import dataclass

from bare_desk import Desk
from live_fakes import FakeServices, tick
from live_show import MID_T, Journal, snapshot
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow

from livedesk.domain import commands as c
from livedesk.ui.workspaces.live.desk import LiveDesk
from livedesk.ui.workspaces.live.segment_editor import SegmentEditor

K = Qt.Key
NONE, SHIFT, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier,
)


@dataclass
class Room:
    """A window with the desk in it, a banner over the desk (hidden), and what was sent from it."""

    desk: LiveDesk
    window: QMainWindow
    banner: QLabel
    sent: list[c.Command]
    services: FakeServices
    context_desk: Desk

    def show(self, journal: Journal, run_ms: int = MID_T) -> None:
        """Bring the desk to a moment."""
        told = snapshot(journal)
        self.desk.on_snapshot(told)
        self.desk.on_tick(tick(told, run_ms, journal.opened))

    def later(self) -> None:
        """So long after what was pressed that no key and no button bounces any more."""
        self.context_desk.later()

    def edit(self, segment_id: str) -> SegmentEditor:
        """Begin to edit a segment in the rundown."""
        view, model = self.desk.rundown.view, self.desk.rundown.model
        index = model.index(model.row_of(segment_id), 0)
        view.setCurrentIndex(index)
        view.setFocus()
        view.edit(index)
        editor = view.viewport().findChild(SegmentEditor)
        assert editor is not None
        return editor

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE, *, held: bool = False) -> None:
        """A key press as Qt delivers it to whatever has the focus, asking for an override first."""
        target = QApplication.focusWidget() or self.window
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, modifier, "", held)
        QApplication.sendEvent(target, override)
        event = QKeyEvent(QEvent.Type.KeyPress, key, modifier, "", held)
        QApplication.sendEvent(target, event)


def settle() -> None:
    """Let nested layouts come to rest."""
    for _ in range(6):
        QApplication.processEvents()
