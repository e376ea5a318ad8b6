"""The keys of the timeline: one table from keys to what they do, for the canvas that has the focus."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent

from livedesk.ui.workspaces.script.timeline_canvas import TimelineCanvas
from livedesk.ui.workspaces.script.timeline_moves import COARSE, SNAP, DurationDragged, moved_by_one, stepped

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_CTRL = Qt.KeyboardModifier.ControlModifier
_ALT = Qt.KeyboardModifier.AltModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ENDS = {_Key.Key_Home: 0, _Key.Key_End: -1}
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_ZOOM = {_Key.Key_Plus: 1.5, _Key.Key_Equal: 1.5, _Key.Key_Minus: 1 / 1.5, _Key.Key_Underscore: 1 / 1.5}


class KeyedCanvas(TimelineCanvas):
    """Left and Right walk (Shift adds), with Ctrl they move what is chosen, with Alt they change the duration by
    5 s (Shift: 1 min). ``+``, ``-`` and ``0`` zoom and fit, Home and End walk to the ends, Enter opens, Escape
    lets go of a drag."""

    def event(self, event: QEvent) -> bool:
        """Keep these keys from becoming shortcuts of the window while the timeline has them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~_PAD
        if key in _ARROWS:
            return modifiers in (_NONE, _SHIFT, _CTRL, _ALT, _ALT | _SHIFT)
        if key == _Key.Key_Escape:
            return self.dragging
        if key in _ZOOM:
            return modifiers in (_NONE, _SHIFT)
        return modifiers == _NONE and (key in _ENDS or key in _ENTER or key == _Key.Key_0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Do what the key means here; any other goes on to the window."""
        if not self._mine(event) or self.strip is None:
            super().keyPressEvent(event)
            return
        key, modifiers = event.key(), event.modifiers() & ~_PAD
        if key == _Key.Key_Escape:
            self.cancel()
        elif key in _ZOOM:
            self.zoom_by(_ZOOM[_Key(key)], self._middle())
        elif key == _Key.Key_0:
            self.fit()
        elif not len(self.strip):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._arrow(_ARROWS[_Key(key)], modifiers)
        elif key in _ENDS:
            self._walk(_ENDS[_Key(key)] % len(self.strip), adding=False)
        elif self.cursor_at >= 0:
            self.opened.emit(self.cursor_id)

    def _arrow(self, step: int, modifiers: Qt.KeyboardModifier) -> None:
        strip = self.strip
        if strip is None:
            return
        if modifiers & _ALT:
            self._lengthen(step * (COARSE if modifiers & _SHIFT else SNAP))
        elif modifiers & _CTRL:
            wanted = moved_by_one(strip.segments, self.chosen, step)
            if wanted is not None:
                self.moved.emit(wanted)
                self.scroll_to(self.cursor_id)
        else:
            at = self.cursor_at
            # Nothing has the keys yet: begin with the first one in view.
            goal = at + step if at >= 0 else strip.first_at(self.scale.ms(0))
            self._walk(min(len(strip) - 1, max(0, goal)), adding=bool(modifiers & _SHIFT))

    def _walk(self, at: int, *, adding: bool) -> None:
        if self.strip is None:
            return
        segment_id = self.strip.segments[at].id
        self.choose(self.chosen | {segment_id} if adding else frozenset({segment_id}), segment_id)
        if not adding:
            self._anchor_id = segment_id
        self.scroll_to(segment_id)

    def _lengthen(self, step: int) -> None:
        strip, at = self.strip, self.cursor_at
        if strip is None or at < 0 or not strip.sizable(at):
            return
        before = strip.segments[at].duration_ms
        after = stepped(before, step)
        if after != before:
            self.lengthened.emit(DurationDragged(self.cursor_id, after))

    def _middle(self) -> int:
        """Where the keys zoom: at the segment that has them while it is seen, else in the middle."""
        at = self.cursor_at
        if self.strip is not None and at >= 0:
            x = self.scale.x((self.strip.starts[at] + self.strip.end(at)) // 2)
            if 0 <= x < self.width():
                return x
        return self.width() // 2
