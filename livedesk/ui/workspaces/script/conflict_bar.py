"""The line that says that two versions wait for a choice; it blocks nothing."""

from __future__ import annotations

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from livedesk.ui.context import DeskContext
from livedesk.ui.widgets.banner import Banner
from livedesk.ui.workspaces.script.conflict_panel import ConflictPanel


class ConflictBar(Banner):
    """Visible while the panel has conflicts. ``asked`` asks to show the panel."""

    asked = Signal()

    def __init__(self, context: DeskContext, panel: ConflictPanel, parent: QWidget | None = None) -> None:
        super().__init__(context.theme, context.family, "", parent=parent)
        self.button = QPushButton(self.tr("Choose"))
        self.add(self.button)
        self.button.clicked.connect(self.asked)
        panel.counted.connect(self.show_count)
        self.show_count(panel.waiting)

    @Slot(int)
    def show_count(self, count: int) -> None:
        """Say how many changes wait."""
        if count == 1:
            text = self.tr("A change of yours met another one. Both versions are kept until you choose.")
        else:
            text = self.tr("{0} changes of yours met others. All versions are kept until you choose.").format(
                count
            )
        self.words.setText(text)
        self.setVisible(count > 0)
