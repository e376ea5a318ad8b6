"""The versions panel over a window's document, and what tests do in it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from script_room import ScriptRoom

from livedesk.domain import editing
from livedesk.ui.workspaces.script.document import ScriptDocument
from livedesk.ui.workspaces.script.version_panel import VersionsPanel

Key = Qt.Key


@pytest.fixture(name="panel")
def versions_panel(script: ScriptRoom) -> Iterator[VersionsPanel]:
    """The panel beside the window's document, in front."""
    made = VersionsPanel(script.context, script.document)
    script.qtbot.addWidget(made)
    made.resize(360, 900)
    made.show()
    script.qtbot.waitExposed(made)
    yield made
    made.hide()


def title(document: ScriptDocument, at: int, text: str) -> None:
    assert document.show is not None
    assert document.do(editing.set_field(document.show, {document.show.segments[at].id}, "title", text))


def press(script: ScriptRoom, button: QPushButton) -> None:
    assert button.isVisible()
    button.setFocus()
    script.qtbot.keyClick(button, Key.Key_Space)


def listed(script: ScriptRoom, panel: VersionsPanel, count: int) -> None:
    """Wait until so many steps are read."""
    script.qtbot.waitUntil(lambda: len(panel.history.steps) == count)


def select(script: ScriptRoom, panel: VersionsPanel, *revisions: int) -> None:
    """Choose versions by keys: from the top down to the newest of them, then with Shift to the oldest."""
    rows = [row.revision for row in panel.model.rows if row.opens is None]
    assert [row.opens for row in panel.model.rows].count(None) == len(rows)
    panel.list.clearSelection()
    panel.list.setCurrentIndex(panel.model.index(0, 0))
    panel.list.setFocus()
    every = [row.revision for row in panel.model.rows]
    for _ in range(every.index(max(revisions))):
        script.qtbot.keyClick(panel.list, Key.Key_Down)
    for _ in range(every.index(min(revisions)) - every.index(max(revisions))):
        script.qtbot.keyClick(panel.list, Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
