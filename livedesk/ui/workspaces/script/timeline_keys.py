"""The keys with which the timeline is looked at and walked on; what they change is a matter of the page's actions."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Slot
from PySide6.QtGui import QKeyEvent

from livedesk.ui.workspaces.script.timeline_canvas import TimelineCanvas

_Key = Qt.Key
_NONE = Qt.KeyboardModifier.NoModifier
_SHIFT = Qt.KeyboardModifier.ShiftModifier
_PAD = Qt.KeyboardModifier.KeypadModifier
_ARROWS = {_Key.Key_Left: -1, _Key.Key_Right: 1}
_ENDS = {_Key.Key_Home: 0, _Key.Key_End: -1}
_PAGES = {_Key.Key_PageUp: -1, _Key.Key_PageDown: 1}
_ENTER = (_Key.Key_Return, _Key.Key_Enter)
_STEP = 1.5
_SEEN_STILL = 8
_ZOOM = {_Key.Key_Plus: _STEP, _Key.Key_Equal: _STEP, _Key.Key_Minus: 1 / _STEP, _Key.Key_Underscore: 1 / _STEP}


class KeyedCanvas(TimelineCanvas):
    """Left and Right walk (Shift adds), ``+``, ``-`` and ``0`` zoom and fit, Home and End walk to the ends, Page up and
    Page down scroll and choose nothing, Enter opens, Escape lets go of a drag. They are keys of its own, so that one
    that is held goes on; the slots do the same for whoever asks by name."""

    def event(self, event: QEvent) -> bool:
        """Keep these keys from becoming shortcuts of the window while the timeline has them."""
        if event.type() is QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and self._mine(event):
            event.accept()
            return True
        return super().event(event)

    def _mine(self, event: QKeyEvent) -> bool:
        key, modifiers = event.key(), event.modifiers() & ~_PAD
        if key in _ARROWS:
            return modifiers in (_NONE, _SHIFT)
        if key == _Key.Key_Escape:
            return self.dragging
        if key in _ZOOM:
            return modifiers in (_NONE, _SHIFT)
        return modifiers == _NONE and (key in _ENDS or key in _PAGES or key in _ENTER or key == _Key.Key_0)

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
        elif key in _PAGES:
            self._page(_PAGES[_Key(key)])
        elif not len(self.strip):
            super().keyPressEvent(event)
        elif key in _ARROWS:
            self._step(_ARROWS[_Key(key)], adding=bool(modifiers & _SHIFT))
        elif key in _ENDS:
            self._walk(_ENDS[_Key(key)], adding=False)
        else:
            self.open_front()

    # --- the same by name ------------------------------------------------------------------------------------

    @Slot()
    def walk_back(self) -> None:
        """Choose the segment before."""
        self._step(-1, adding=False)

    @Slot()
    def walk_on(self) -> None:
        """Choose the next segment."""
        self._step(1, adding=False)

    @Slot()
    def add_before(self) -> None:
        """Choose the segment before as well."""
        self._step(-1, adding=True)

    @Slot()
    def add_next(self) -> None:
        """Choose the next segment as well."""
        self._step(1, adding=True)

    @Slot()
    def walk_home(self) -> None:
        """Choose the first segment."""
        self._walk(0, adding=False)

    @Slot()
    def walk_to_end(self) -> None:
        """Choose the last segment."""
        self._walk(-1, adding=False)

    @Slot()
    def scroll_back(self) -> None:
        """Look at what is left of the view; what is chosen stays."""
        self._page(-1)

    @Slot()
    def scroll_on(self) -> None:
        """Look at what is right of the view; what is chosen stays."""
        self._page(1)

    @Slot()
    def zoom_in(self) -> None:
        """Magnify around what has the keys."""
        self.zoom_by(_STEP, self._middle())

    @Slot()
    def zoom_out(self) -> None:
        """Draw back."""
        self.zoom_by(1 / _STEP, self._middle())

    @Slot()
    def fit_all(self) -> None:
        """Show the whole show."""
        self.fit()

    @Slot()
    def open_front(self) -> None:
        """Open the segment that has the keys."""
        if self.cursor_at >= 0:
            self.opened.emit(self.cursor_id)

    # --- inside ----------------------------------------------------------------------------------------------

    def _step(self, step: int, *, adding: bool) -> None:
        strip = self.strip
        if strip is None or not len(strip):
            return
        at = self.cursor_at
        # Nothing has the keys yet: begin with the first one in view.
        goal = at + step if at >= 0 else strip.first_at(self.scale.ms(0))
        self._walk(min(len(strip) - 1, max(0, goal)), adding=adding)

    def _walk(self, at: int, *, adding: bool) -> None:
        if self.strip is None or not len(self.strip):
            return
        segment_id = self.strip.segments[at].id
        self.choose(self.chosen | {segment_id} if adding else frozenset({segment_id}), segment_id)
        if not adding:
            self._anchor_id = segment_id
        self.scroll_to(segment_id)

    def _page(self, step: int) -> None:
        """So far that something that was seen is still seen."""
        self.pan(step * (self.width() - self.width() // _SEEN_STILL))

    def _middle(self) -> int:
        """Where the keys zoom: at the segment that has them while it is seen, else in the middle."""
        at = self.cursor_at
        if self.strip is not None and at >= 0:
            x = self.scale.x((self.strip.starts[at] + self.strip.end(at)) // 2)
            if 0 <= x < self.width():
                return x
        return self.width() // 2
