"""The strip under mouse and keys: choosing, dragging edges and bodies, walking. It asks and changes nothing."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QFocusEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script import timeline_drags as drags
from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_drags import BodyDrag, Drag, EdgeDrag, PanDrag
from livedesk.ui.workspaces.script.timeline_frame import Frame
from livedesk.ui.workspaces.script.timeline_hits import Hit, Part, stretch
from livedesk.ui.workspaces.script.timeline_moves import (
    COARSE,
    FINE,
    SNAP,
    DurationDragged,
    drop_place,
    moved,
)
from livedesk.ui.workspaces.script.timeline_strip import Strip
from livedesk.ui.workspaces.script.timeline_view import TimelineView

_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_LEFT, _MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
_EDGE_SLOP = 3
_NEAR_SIDE, _SIDE_MS, _SIDE_PX = 28, 16, 14


class TimelineCanvas(TimelineView):
    """A strip that is worked with by the mouse. What is chosen is a matter of the view and changes at once; the
    document changes when its owner says so."""

    chose = Signal(object)
    """The ids that are chosen now (a frozenset)."""
    lengthened = Signal(object)
    moved = Signal(object)
    opened = Signal(str)
    slack_opened = Signal()
    walked = Signal()
    """Another segment has the keys."""

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(theme, family, parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Timeline"))
        self.cursor_id = ""
        self._anchor_id = ""
        self._drag: Drag | None = None
        self._at = QPoint()
        self._with = Qt.KeyboardModifier.NoModifier
        self._side = QTimer(self)
        self._side.setInterval(_SIDE_MS)
        self._side.timeout.connect(self._scroll_sideways)

    # --- choosing --------------------------------------------------------------------------------------------

    @property
    def cursor_at(self) -> int:
        """The index of the segment that the keys act on; −1: none."""
        at = self.strip.place(self.cursor_id) if self.strip is not None and self.cursor_id else None
        return -1 if at is None else at

    def set_chosen(self, ids: frozenset[str]) -> None:
        """Show what was chosen elsewhere; says nothing back."""
        self.chosen = ids
        if ids and self.cursor_id not in ids and self.strip is not None:
            first = min((at for at in map(self.strip.place, ids) if at is not None), default=-1)
            self._walk_to(first)
        self.update()

    def choose(self, ids: frozenset[str], cursor_id: str) -> None:
        """Choose by hand."""
        self._walk_to(self.strip.place(cursor_id) if self.strip is not None and cursor_id else -1)
        if ids != self.chosen:
            self.chosen = ids
            self.chose.emit(ids)
        self.update()

    def _walk_to(self, at: int | None) -> None:
        self._tell_where(at)
        self.walked.emit()
        self.update()

    def _tell_where(self, at: int | None) -> None:
        """Say what the keys act on, to whoever cannot see it."""
        strip = self.strip
        if strip is None or at is None:
            return
        self.cursor_id = strip.segments[at].id if at >= 0 else ""
        if not (self.hasFocus() or QAccessible.isActive()):
            # Nobody listens: it is said when the keys come here.
            return
        told = words.block(strip, at) if at >= 0 else ""
        if told != self.accessibleDescription():
            self.setAccessibleDescription(told)
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))

    def _click(self, at: int, modifiers: Qt.KeyboardModifier) -> None:
        """Choose as lists do: Ctrl adds or takes away, Shift adds up to here."""
        strip = self.strip
        if strip is None:
            return
        segment_id = strip.segments[at].id
        anchor = strip.place(self._anchor_id) if self._anchor_id else None
        if modifiers & _CTRL:
            self.choose(self.chosen ^ {segment_id}, segment_id)
        elif modifiers & _SHIFT and anchor is not None:
            low, high = sorted((anchor, at))
            self.choose(self.chosen | {item.id for item in strip.segments[low : high + 1]}, segment_id)
            return
        else:
            self.choose(frozenset({segment_id}), segment_id)
        self._anchor_id = segment_id

    # --- the document changes under a hand -------------------------------------------------------------------

    def set_strip(self, strip: Strip) -> None:
        """Show another state of the document; a drag of what is no longer so is let go."""
        super().set_strip(strip)
        drag = self._drag
        if isinstance(drag, EdgeDrag):
            at = strip.place(drag.segment_id)
            if at is None or strip.length(at) != drag.before_ms or not strip.sizable(at):
                self.cancel()
            else:
                drag.duration_ms, drag.shown = drag.before_ms, strip
                self._go_on()
        elif isinstance(drag, BodyDrag) and any(strip.place(item) is None for item in drag.ids):
            self.cancel()
        if self.cursor_id and strip.place(self.cursor_id) is None:
            self.cursor_id = ""
            self._walk_to(self.cursor_at)
        else:
            self._tell_where(self.cursor_at)

    # --- the mouse -------------------------------------------------------------------------------------------

    @property
    def dragging(self) -> bool:
        """Whether something is held."""
        return self._drag is not None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take hold of an edge, a block or, with the middle button, the strip."""
        at = event.position().toPoint()
        if self._drag is not None:
            self.cancel()
            return
        if event.button() is _MIDDLE:
            self._drag = PanDrag(at.x())
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        elif event.button() is _LEFT:
            self._press(self.hit_at(at.x(), at.y()), at, event.modifiers())
        else:
            super().mousePressEvent(event)

    def _press(self, found: Hit, at: QPoint, modifiers: Qt.KeyboardModifier) -> None:
        strip = self.strip
        if strip is None or found.part is Part.NOTHING:
            if strip is not None and not modifiers & (_CTRL | _SHIFT):
                self.choose(frozenset(), "")
            return
        segment = strip.segments[found.at]
        if found.part is Part.EDGE:
            if segment.id not in self.chosen:
                self._click(found.at, Qt.KeyboardModifier.NoModifier)
            off = self.scale.ms(at.x()) - strip.end(found.at)
            length = strip.length(found.at)
            self._drag = EdgeDrag(segment.id, length, at.x(), off, length, strip)
            return
        if found.part is Part.GROUP:
            ids = frozenset(strip.segments[place].id for place in stretch(strip, found.at))
            self.choose(self.chosen | ids if modifiers & (_CTRL | _SHIFT) else ids, segment.id)
            self._drag = BodyDrag(segment.id, ids, at.x(), alone=False)
            return
        alone = segment.id in self.chosen and not modifiers & (_CTRL | _SHIFT)
        if not alone:
            self._click(found.at, modifiers)
        else:
            self._walk_to(found.at)
        if segment.id in self.chosen and found.part is not Part.GAP:
            self._drag = BodyDrag(segment.id, self.chosen, at.x(), alone=alone)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Go on with what is held; else show what could be."""
        self._at, self._with = event.position().toPoint(), event.modifiers()
        if self._drag is not None:
            self._go_on()
            return
        edge = self.hit_at(self._at.x(), self._at.y()).part is Part.EDGE
        self.setCursor(Qt.CursorShape.SplitHCursor if edge else Qt.CursorShape.ArrowCursor)

    def _go_on(self) -> None:
        drag, strip, x = self._drag, self.strip, self._at.x()
        if strip is None:
            return
        if isinstance(drag, PanDrag):
            self.pan(drag.x - x)
            drag.x = x
            return
        if isinstance(drag, EdgeDrag):
            drag.moving = drag.moving or abs(x - drag.press_x) >= _EDGE_SLOP
            if drag.moving:
                step = FINE if self._with & _ALT else COARSE if self._with & _SHIFT else SNAP
                drag.to(strip, self.scale.ms(x), step)
        elif isinstance(drag, BodyDrag) and (
            drag.index is not None or abs(x - drag.press_x) >= QApplication.startDragDistance()
        ):
            drag.index = drop_place(strip, self.scale.ms(x))
            self.setCursor(Qt.CursorShape.ClosedHandCursor)
        self._watch_sides()
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go, and ask for what was dragged."""
        drag, strip = self._drag, self.strip
        if (
            drag is None
            or strip is None
            or event.button() is not (_MIDDLE if isinstance(drag, PanDrag) else _LEFT)
        ):
            return
        self._at, self._with = event.position().toPoint(), event.modifiers()
        self._go_on()
        self._let_go()
        if isinstance(drag, EdgeDrag):
            if drag.duration_ms != drag.before_ms:
                self.lengthened.emit(DurationDragged(drag.segment_id, drag.duration_ms))
        elif isinstance(drag, BodyDrag):
            if drag.index is not None:
                wanted = moved(strip.segments, drag.ids, drag.index)
                if wanted is not None:
                    self.moved.emit(wanted)
            elif drag.alone:
                self.choose(frozenset({drag.segment_id}), drag.segment_id)
                self._anchor_id = drag.segment_id

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Open a segment, or the account of the time that is spare."""
        found = self.hit_at(event.position().toPoint().x(), event.position().toPoint().y())
        if event.button() is not _LEFT or self.strip is None:
            return
        if found.part is Part.GAP:
            self.slack_opened.emit()
        elif found.part in (Part.BODY, Part.MARK, Part.EDGE):
            self.opened.emit(self.strip.segments[found.at].id)

    def cancel(self) -> None:
        """Let go of what is held and ask for nothing."""
        self._let_go()

    def _let_go(self) -> None:
        self._drag = None
        self._side.stop()
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.update()

    # --- a drag beyond what is seen --------------------------------------------------------------------------

    def _watch_sides(self) -> None:
        near = self._at.x() < _NEAR_SIDE or self._at.x() > self.width() - _NEAR_SIDE
        moving = isinstance(self._drag, EdgeDrag) and self._drag.moving
        moving = moving or (isinstance(self._drag, BodyDrag) and self._drag.index is not None)
        if near and moving and not self.whole:
            if not self._side.isActive():
                self._side.start()
        else:
            self._side.stop()

    def _scroll_sideways(self) -> None:
        self.pan(-_SIDE_PX if self._at.x() < _NEAR_SIDE else _SIDE_PX)
        self._go_on()

    # --- painting --------------------------------------------------------------------------------------------

    def frame(self) -> Frame | None:
        """What is painted next, with what a drag would make of it."""
        frame = super().frame()
        if frame is None:
            return None
        strip = self._drag.shown if isinstance(self._drag, EdgeDrag) else frame.strip
        return replace(frame, strip=strip, cursor=self.cursor_at, focused=self.hasFocus())

    def paint_over(self, painter: QPainter, frame: Frame | None) -> None:
        """The readout of a drag."""
        drag = self._drag
        if frame is None or self.strip is None:
            return
        if isinstance(drag, EdgeDrag) and drag.moving:
            drags.readout(painter, self.look, frame, drag, self.strip)
        elif isinstance(drag, BodyDrag) and drag.index is not None:
            drags.insert_mark(painter, self.look, frame, drag)

    # --- focus -----------------------------------------------------------------------------------------------

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show that the keys act here."""
        super().focusInEvent(event)
        self._tell_where(self.cursor_at)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What is held when the keys go elsewhere is let go."""
        super().focusOutEvent(event)
        self.cancel()

    def leaveEvent(self, event: QEvent) -> None:
        """The pointer is gone."""
        super().leaveEvent(event)
        if self._drag is None:
            self.unsetCursor()
