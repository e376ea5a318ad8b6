"""Unlocking in place: why, and into which state. No box comes up."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from livedesk.domain.rundown import Approval
from livedesk.ui.desk_keys import KEEPS_ESCAPE
from livedesk.ui.style import set_property
from livedesk.ui.theme import GAP, GRID
from livedesk.ui.workspaces.script.approval_words import opened_as


class ReasonField(QLineEdit):
    """A line that gives up with Escape."""

    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty(KEEPS_ESCAPE, True)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
            return
        super().keyPressEvent(event)


class ReasonRow(QWidget):
    """A field for the reason, and buttons to unlock into what the script was before (Enter does) or into a draft.
    ``given`` carries the state and the reason; ``left`` tells that nothing is asked any more, and whether the focus
    was here."""

    given = Signal(object, str)
    left = Signal(bool)

    def __init__(self, *, wide: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = ReasonField()
        self.field.setPlaceholderText(self.tr("Why is it unlocked?"))
        self.field.setAccessibleName(self.tr("Why is it unlocked?"))
        self.field.setMaxLength(200)
        self.field.returnPressed.connect(self._first)
        self.field.left.connect(self.close_row)
        self.field.textChanged.connect(self._typed)
        self._to = Approval.DRAFT
        self.first, self.draft = QPushButton(), QPushButton(self.tr("Unlock as draft"))
        self.first.setProperty("variant", "primary")
        self.first.clicked.connect(self._first)
        self.draft.clicked.connect(self._draft)
        self.cancel = QPushButton(self.tr("Cancel"))
        self.cancel.setProperty("variant", "flat")
        self.cancel.clicked.connect(self.close_row)
        keys = QHBoxLayout()
        keys.setSpacing(GAP)
        for button in (self.first, self.draft, self.cancel):
            keys.addWidget(button)
        if wide:
            # It stands in a bar of one line.
            for widget in (self.field, self.first, self.draft, self.cancel):
                widget.setStyleSheet("padding: 3px 10px")
            row = QHBoxLayout(self)
            row.setSpacing(GAP)
            row.addWidget(self.field, 1)
            row.addLayout(keys)
            row.setContentsMargins(0, 0, 0, 0)
        else:
            column = QVBoxLayout(self)
            column.setSpacing(GRID + 2)
            column.addWidget(self.field)
            for button in (self.first, self.draft):
                button.setStyleSheet("padding: 5px 8px")
            self.cancel.hide()
            keys.setStretch(0, 1)
            keys.setStretch(1, 1)
            column.addLayout(keys)
            column.setContentsMargins(0, 0, 0, 0)
        self.offer(Approval.DRAFT)
        self.hide()

    def offer(self, to: Approval) -> None:
        """What the script was before it was locked: Enter leads there."""
        self._to = to
        self.first.setText(opened_as(to))
        self.draft.setVisible(to is not Approval.DRAFT)

    @Slot()
    def ask(self) -> None:
        """Ask for the reason."""
        self.field.clear()
        set_property(self.field, "bad", "false")
        self.show()
        self.field.setFocus()

    @Slot()
    def close_row(self) -> None:
        """Ask for nothing any more; the focus goes where it comes from."""
        if not self.isHidden():
            focus = QApplication.focusWidget()
            inside = focus is not None and self.isAncestorOf(focus)
            self.hide()
            self.left.emit(inside)

    @Slot()
    def _first(self) -> None:
        self._give(self._to)

    @Slot()
    def _draft(self) -> None:
        self._give(Approval.DRAFT)

    def _give(self, state: Approval) -> None:
        reason = self.field.text().strip()
        if not reason:
            set_property(self.field, "bad", "true")
            self.field.setPlaceholderText(self.tr("Say why: everyone sees it"))
            self.field.setFocus()
            return
        self.given.emit(state, reason)

    @Slot()
    def _typed(self) -> None:
        set_property(self.field, "bad", "false")
