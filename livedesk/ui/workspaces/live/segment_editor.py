"""Editing a row of the rundown where it stands: its title and its planned duration."""

from __future__ import annotations

from dataclasses import replace
from typing import Protocol, runtime_checkable

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    QTimer,
    Signal,
    Slot,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QStyleOptionViewItem, QWidget

from livedesk.domain.rundown import Segment
from livedesk.ui import format as fmt
from livedesk.ui.models.keyed import ROW
from livedesk.ui.models.rundown import SegmentCell
from livedesk.ui.reading import read_duration
from livedesk.ui.style import set_property
from livedesk.ui.workspaces.live.rundown_delegate import RundownDelegate

_Index = QModelIndex | QPersistentModelIndex


@runtime_checkable
class EscapeUser(Protocol):
    """A view that can be told that Escape has done its work already."""

    def use_escape(self) -> None:
        """Let the press that follows do nothing."""
        ...


class SegmentEditor(QWidget):
    """Two fields over the row. A duration that can't be read is marked, and the old one kept.

    ``done`` tells that editing is over, and whether to keep it: Escape does not, leaving the fields does.
    """

    done = Signal(bool)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("segment-editor")
        self.setAutoFillBackground(True)
        self.title = QLineEdit(self)
        self.title.setAccessibleName(self.tr("Title"))
        self.duration = QLineEdit(self)
        self.duration.setAccessibleName(self.tr("Planned duration"))
        self.duration.setToolTip(self.tr("Minutes, or M:SS, or H:MM:SS"))
        self.duration.setFixedWidth(84)
        self.duration.setAlignment(Qt.AlignmentFlag.AlignRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(56, 4, 100, 4)
        row.setSpacing(8)
        row.addWidget(self.title, 1)
        row.addWidget(self.duration)
        self.setFocusProxy(self.title)
        self._over = False
        self.loaded = False
        for field in (self.title, self.duration):
            field.installEventFilter(self)
        self.duration.textChanged.connect(self._check)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape gives up; the focus going elsewhere keeps what was typed. (The desk's keys take the press of
        Escape, so it is seen in the override that Qt asks for before it.)"""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride:
            if event.key() == Qt.Key.Key_Escape:
                self._end(keep=False)
                return True
        elif event.type() == QEvent.Type.FocusOut:
            QTimer.singleShot(0, self, self._look_away)
        return super().eventFilter(watched, event)

    @Slot()
    def _look_away(self) -> None:
        focus = QApplication.focusWidget()
        if focus is None or not self.isAncestorOf(focus):
            self._end(keep=True)

    def _end(self, *, keep: bool) -> None:
        if not self._over:
            self._over = True
            self.done.emit(keep)

    @Slot(str)
    def _check(self, text: str) -> None:
        set_property(self.duration, "bad", "" if read_duration(text) is not None else "true")

    def load(self, segment: Segment) -> None:
        """Show a segment's values."""
        self.loaded = True
        self.title.setText(segment.title)
        self.title.selectAll()
        self.duration.setText(fmt.duration(segment.duration_ms))

    def changed(self, segment: Segment) -> Segment:
        """The segment with what was typed; what can't be read stays as it was."""
        title = self.title.text().strip() or segment.title
        length = read_duration(self.duration.text())
        if fmt.duration(segment.duration_ms) == self.duration.text() or length is None:
            length = segment.duration_ms
        return replace(segment, title=title, duration_ms=length)


class SegmentEditing(RundownDelegate):
    """Paints as its base does, and edits with :class:`SegmentEditor`."""

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: _Index) -> QWidget:
        """The two fields."""
        editor = SegmentEditor(parent)
        editor.done.connect(self._done)
        return editor

    def setEditorData(self, editor: QWidget, index: _Index) -> None:
        """Fill the fields once: what is being typed is never overwritten by a tick."""
        cell = index.data(ROW)
        if isinstance(editor, SegmentEditor) and isinstance(cell, SegmentCell) and not editor.loaded:
            editor.load(cell.segment)

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: _Index) -> None:
        """Ask the model for the changed segment."""
        cell = index.data(ROW)
        if isinstance(editor, SegmentEditor) and isinstance(cell, SegmentCell):
            model.setData(index, editor.changed(cell.segment))

    @Slot(bool)
    def _done(self, keep: bool) -> None:
        editor = self.sender()
        if isinstance(editor, SegmentEditor):
            view = self.parent()
            if keep:
                self.commitData.emit(editor)
            elif isinstance(view, EscapeUser):
                view.use_escape()
            self.closeEditor.emit(editor, self.EndEditHint.NoHint)
