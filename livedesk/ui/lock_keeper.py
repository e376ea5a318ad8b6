"""The lock of the desk for everything that edits: whether it is closed now, and the sentence that says why."""

from __future__ import annotations

from time import monotonic

from PySide6.QtCore import QObject, Signal, Slot

from livedesk.domain.show_lock import ShowLock


class LockKeeper(QObject):
    """Follows the show (:meth:`set_on_air`); ``changed`` tells that it closed, opened, or has less time
    left, ``opened`` that what was refused before can be done."""

    changed = Signal()
    opened = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = ShowLock()
        self._told = (False, 0)

    @staticmethod
    def _now() -> int:
        return int(monotonic() * 1_000)

    @property
    def on_air(self) -> bool:
        """Whether there is a show on air, so that the lock matters."""
        return self._lock.on_air

    @property
    def locked(self) -> bool:
        """Whether edits are refused now."""
        return self._lock.locked(self._now())

    @property
    def left_s(self) -> int:
        """Whole seconds until it closes by itself; 0 where it is closed."""
        return -(-self._lock.left_ms(self._now()) // 1_000)

    def why(self) -> str:
        """Why an edit is refused now, and what to do; empty where it is not."""
        return self.tr("locked against edits on air. Ctrl+Alt+L unlocks it.") if self.locked else ""

    def set_on_air(self, on_air: bool) -> None:
        """The show went on air, or off; call it with every tick."""
        self._lock = self._lock.aired(on_air)
        self._tell()

    @Slot()
    def toggle(self) -> None:
        """Open it for two minutes, or close it."""
        self._lock = self._lock.toggled(self._now())
        self._tell()

    def used(self) -> None:
        """An edit was made."""
        self._lock = self._lock.used(self._now())

    def _tell(self) -> None:
        told = (self.locked, self.left_s)
        if told != self._told:
            was, self._told = self._told[0], told
            self.changed.emit()
            if was and not self.locked:
                self.opened.emit()
