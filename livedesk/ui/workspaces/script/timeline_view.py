"""The drawn strip and how it is looked at: painting, zoom, scrolling, what the pointer rests on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QPainter, QPaintEvent, QPen, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from livedesk.domain.clock import to_local
from livedesk.domain.timetable import Timetable
from livedesk.ui.plain import tip
from livedesk.ui.theme import Theme
from livedesk.ui.workspaces.script import timeline_blocks as blocks
from livedesk.ui.workspaces.script import timeline_live as live
from livedesk.ui.workspaces.script import timeline_marks as marks
from livedesk.ui.workspaces.script import timeline_ruler as ruler
from livedesk.ui.workspaces.script import timeline_words as words
from livedesk.ui.workspaces.script.timeline_frame import LEAST_BLOCKS, LIVE, MARGIN, Frame, Rows
from livedesk.ui.workspaces.script.timeline_hits import Hit, Part, hit
from livedesk.ui.workspaces.script.timeline_look import Look
from livedesk.ui.workspaces.script.timeline_scale import CLOSEST, Scale, fitted
from livedesk.ui.workspaces.script.timeline_strip import Strip

_NOTCH = 120
_STEP = 1.25
_ROOM = 1.04
_FEW = 6
_SHIFT = Qt.KeyboardModifier.ShiftModifier


class TimelineView(QWidget):
    """Shows a strip. ``viewed`` tells that another part of it is seen."""

    viewed = Signal()

    def __init__(self, theme: Theme, family: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.look = Look(theme, family)
        self.strip: Strip | None = None
        self.table: Timetable | None = None
        self.chosen: frozenset[str] = frozenset()
        self.scale = Scale()
        self._course: live.Course | None = None
        self._fitted = True
        self._midnight = False
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMouseTracking(True)

    def sizeHint(self) -> QSize:
        """Room for blocks of two lines and the live row."""
        return QSize(800, Rows(0, live=False).top + 44 + LIVE)

    def minimumSizeHint(self) -> QSize:
        """Room for blocks of one line."""
        return QSize(240, Rows(0, live=False).top + LEAST_BLOCKS + LIVE)

    # --- what is shown ---------------------------------------------------------------------------------------

    def set_strip(self, strip: Strip) -> None:
        """Show another state of the document."""
        before = self.extent() if self.strip is not None else None
        known, self.strip = self.strip, strip
        if self.table is not None and len(self.table.states) != len(strip):
            # The timetable of this document comes with the next tick.
            self.table = self._course = None
        first, last = self.extent()
        zone = strip.show.zone
        self._midnight = to_local(first, zone).date() != to_local(last, zone).date()
        if self._fitted and before != (first, last):
            self.fit()
        elif before != (first, last):
            self._look_at(self.scale)
        spots = self._spots(known, strip) if known is not None else None
        if spots is None:
            self.update()
            return
        for spot in spots:
            self.update(spot)

    def _spots(self, known: Strip, strip: Strip) -> list[QRect] | None:
        """Where the blocks lie that look otherwise, where nothing has moved; None: paint everything."""
        if known.plan is not strip.plan or known.show.groups != strip.show.groups or self.table is not None:
            return None
        changed = strip.changed
        if changed is None or len(changed) > _FEW:
            return None
        rows, spots = self.rows, []
        for at in changed:
            left, right = self.scale.x(strip.starts[at]), self.scale.x(strip.end(at))
            if blocks.shown(known, at, right - left) != blocks.shown(strip, at, right - left):
                if not strip.length(at):
                    # Its flag has words beside it, which may push others away.
                    return None
                left, right = max(0, left - 4), min(self.width(), right + 4)
                spots.append(QRect(left, rows.top, right - left, rows.bottom - rows.top))
        return [spot for spot in spots if not spot.isEmpty()]

    def set_table(self, table: Timetable | None) -> None:
        """Show where a run is; None: nothing runs. One of another document is let go by."""
        if self.strip is None or (table is not None and len(table.states) != len(self.strip)):
            table = None
        self.table = table
        self._course = live.Course(table, self._course) if table is not None else None
        first, last = self.extent()
        if self._fitted and (self.scale.x(first) < 0 or self.scale.x(last) > self.width()):
            self.fit()
        self.update()

    def extent(self) -> tuple[int, int]:
        """The first and the last instant that there is anything to see of."""
        if self.strip is None:
            return 0, 0
        first, last = self.strip.span
        table = self.table
        if table is not None and self._course is not None:
            last = max(last, table.expected_end)
            aired = self._course.aired
            first = min(first, aired[0][0]) if aired else first
        return first, last

    # --- where it is looked at -------------------------------------------------------------------------------

    @property
    def whole(self) -> bool:
        """Whether all of it is seen."""
        first, last = self.extent()
        return self.scale.x(first) >= 0 and self.scale.x(last) <= self.width()

    def fit(self) -> None:
        """Show all of it, and go on showing all of it when it grows."""
        first, last = self.extent()
        if self.table is not None:
            # Room to run late, so that the strip does not shrink with every tick.
            last = first + round((last - first) * _ROOM)
        self._fitted = True
        self._set(fitted(first, last, self.width(), MARGIN))

    def zoom_by(self, factor: float, at_x: int) -> None:
        """Magnify (above 1) or draw back; the instant under ``at_x`` stays there."""
        first, last = self.extent()
        most = fitted(first, last, self.width(), MARGIN).ms_per_px
        wanted = min(most, max(CLOSEST, self.scale.ms_per_px / factor))
        if wanted >= most and factor < 1:
            self.fit()
        elif wanted != self.scale.ms_per_px:
            self._fitted = False
            self._look_at(self.scale.zoomed(wanted, at_x))

    def pan(self, by_px: int) -> None:
        """Scroll to the right by so many pixels."""
        if not self.whole:
            self._look_at(self.scale.panned(by_px))

    def show_from(self, ms: int) -> None:
        """Scroll so that an instant is at the left edge."""
        self.pan(self.scale.x(ms))

    def scroll_to(self, segment_id: str) -> None:
        """Scroll no further than needed to see a segment with something around it."""
        at = self.strip.place(segment_id) if self.strip is not None else None
        if self.strip is None or at is None:
            return
        left, right = self.scale.x(self.strip.starts[at]), self.scale.x(self.strip.end(at))
        around = min(self.width() // 6, 120)
        if left < 0 or right - left > self.width() - 2 * around:
            self.pan(left - around)
        elif right > self.width():
            self.pan(right + around - self.width())

    def _look_at(self, scale: Scale) -> None:
        self._set(scale.within(*self.extent(), self.width(), MARGIN))

    def _set(self, scale: Scale) -> None:
        if scale != self.scale:
            self.scale = scale
            self.viewed.emit()
            self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep all of it in view, or the same left edge."""
        super().resizeEvent(event)
        if self._fitted or self.scale.ms_per_px > fitted(*self.extent(), self.width(), MARGIN).ms_per_px:
            self.fit()
        else:
            self._look_at(self.scale)
        self.viewed.emit()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Zoom at the pointer; with Shift, or sideways, scroll."""
        turned, fine = event.angleDelta(), event.pixelDelta()
        sideways = abs(turned.x()) > abs(turned.y())
        if sideways or event.modifiers() & _SHIFT:
            moved = fine.x() if sideways and fine.x() else turned.x() if sideways else turned.y()
            self.pan(-moved)
        elif turned.y():
            self.zoom_by(_STEP ** (turned.y() / _NOTCH), round(event.position().x()))
        event.accept()

    # --- painting --------------------------------------------------------------------------------------------

    @property
    def rows(self) -> Rows:
        """Where the rows lie now."""
        return Rows(self.height(), live=self.table is not None)

    def frame(self) -> Frame | None:
        """What is painted next; None: there is nothing to paint."""
        if self.strip is None or not len(self.strip):
            return None
        return Frame(
            self.strip, self.scale, self.width(), self.rows, self.chosen, table=self.table,
            past=self._course.past if self._course is not None else None, crosses_midnight=self._midnight,
        )  # fmt: skip

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is seen, or the blocks that have changed."""
        look, frame, rect = self.look, self.frame(), event.rect()
        rows = self.rows
        with QPainter(self) as painter:
            painter.fillRect(rect, look.ink("bg"))
            if frame is None:
                self._guide(painter)
            elif self.table is None and rect.top() >= rows.top and rect.bottom() < rows.bottom:
                part = replace(frame, part=(rect.left() - 2, rect.right() + 3))
                blocks.blocks(painter, look, part)
                marks.hards(painter, look, part)
                marks.hard_end(painter, look, part)
                marks.marks(painter, look, part)
                if _midnight_in(part):
                    ruler.ruler(painter, look, frame)
            else:
                self._strip(painter, frame)
            self.paint_over(painter, frame)
            if self.hasFocus():
                painter.setBrush(Qt.BrushStyle.NoBrush)
                painter.setPen(QPen(look.ink("info"), 1))
                painter.drawRect(self.rect().adjusted(0, 0, -1, -1))

    def paint_over(self, painter: QPainter, frame: Frame | None) -> None:
        """Paint what a gesture shows, over everything."""

    def _strip(self, painter: QPainter, frame: Frame) -> None:
        look = self.look
        blocks.blocks(painter, look, frame)
        pins = [*marks.hards(painter, look, frame), *marks.hard_end(painter, look, frame)]
        flags = marks.marks(painter, look, frame)
        ruler.groups(painter, look, frame)
        ruler.ruler(painter, look, frame)
        marks.labels(painter, look, frame, (pins, flags))
        if self.table is not None and self._course is not None:
            live.course(painter, look, frame, self.table, self._course)
            live.playhead(painter, look, frame, self.table)

    def _guide(self, painter: QPainter) -> None:
        face, said = self.look.label, self.tr("Nothing planned yet: N adds the first segment")
        painter.setFont(face.font)
        painter.setPen(self.look.ink("dim"))
        face.draw(painter, (self.width() - face.width(said)) // 2, (self.height() - face.height) // 2, said)

    # --- under the pointer -----------------------------------------------------------------------------------

    def hit_at(self, x: int, y: int) -> Hit:
        """What lies at a pixel."""
        return hit(self.strip, self.scale, self.rows, x, y) if self.strip is not None else Hit()

    def event(self, event: QEvent) -> bool:
        """Tell on resting what a block is."""
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            found = self.hit_at(event.pos().x(), event.pos().y())
            if self.strip is not None and found.part is not Part.NOTHING:
                QToolTip.showText(event.globalPos(), tip(self.told(found)), self, QRect())
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def told(self, found: Hit) -> str:
        """What the tooltip says of a part."""
        strip = self.strip
        if strip is None or found.at < 0:
            return ""
        if found.part is Part.GROUP:
            group = strip.show.group(strip.segments[found.at].group_id)
            return group.title if group is not None else ""
        lines = [] if found.part is Part.GAP else [words.block(strip, found.at)]
        if strip.segments[found.at].hard_start is not None and not strip.segments[found.at].skipped:
            lines.append(words.hard_line(strip, found.at, self.table).words)
        if found.part is Part.BODY and not strip.sizable(found.at):
            lines.append(self.tr("It ends at a fixed time: its edge can't be dragged"))
        return "\n".join(lines)


def _midnight_in(frame: Frame) -> bool:
    zone = frame.strip.show.zone
    return to_local(frame.first_ms - 1, zone).date() != to_local(frame.last_ms, zone).date()
