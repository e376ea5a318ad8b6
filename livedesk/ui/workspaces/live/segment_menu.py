"""The context menu of a segment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtWidgets import QMenu, QWidget

from livedesk.domain import editing
from livedesk.domain.clock import MINUTE
from livedesk.domain.rundown import Segment


class SegmentMenu(QMenu):
    """Arms a jump, edits in place, skips, lengthens and shortens the plan. It takes nothing by itself. ``find`` gives
    a segment as it is when something is chosen: it may have been edited since the menu was opened."""

    arm = Signal(str)
    rename = Signal(str)
    edited = Signal(object)
    again = Signal(str)
    """Queue a copy of this segment (返场)."""

    def __init__(self, find: Callable[[str], Segment | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._find = find
        self._id = ""
        self.addAction(self.tr("Arm a jump to this one (Enter takes it)"), self._arm)
        self.addSeparator()
        self.addAction(self.tr("Edit title and duration (F2)"), self._rename)
        self._skip = self.addAction("", self._toggle_skip)
        self.addAction(self.tr("Queue it again, after what is on air"), self._queue_again)
        self.addSeparator()
        self.addAction(self.tr("Plan one minute more"), self._longer)
        self._less = self.addAction(self.tr("Plan one minute less"), self._shorter)

    def open(self, segment: Segment, where: QPoint) -> None:
        """Open at a global point."""
        self._id = segment.id
        self._skip.setText(self.tr("Put back into the rundown") if segment.skipped else self.tr("Skip this one"))
        self._less.setEnabled(segment.duration_ms > MINUTE)
        self.popup(where)

    @property
    def _segment(self) -> Segment | None:
        return self._find(self._id)

    def _ask(self, before: Segment, after: Segment) -> None:
        edit = editing.change(before, after)
        if edit is not None:
            self.edited.emit(edit)

    @Slot()
    def _arm(self) -> None:
        if self._segment is not None:
            self.arm.emit(self._id)

    @Slot()
    def _rename(self) -> None:
        if self._segment is not None:
            self.rename.emit(self._id)

    @Slot()
    def _queue_again(self) -> None:
        if self._segment is not None:
            self.again.emit(self._id)

    @Slot()
    def _toggle_skip(self) -> None:
        segment = self._segment
        if segment is not None:
            self._ask(segment, replace(segment, skipped=not segment.skipped))

    @Slot()
    def _longer(self) -> None:
        segment = self._segment
        if segment is not None:
            self._ask(segment, replace(segment, duration_ms=segment.duration_ms + MINUTE))

    @Slot()
    def _shorter(self) -> None:
        segment = self._segment
        if segment is not None:
            self._ask(segment, replace(segment, duration_ms=segment.duration_ms - MINUTE))
