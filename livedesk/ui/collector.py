"""The cyclic collector runs in the GUI thread alone.

Python starts it in whichever thread allocates, and a cycle that holds a widget would then be destroyed in a worker
thread, which ends the process sooner or later. Reference counting goes on everywhere.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

EVERY_MS = 500


class Collector(QObject):
    """Made in the GUI thread: takes the collector over and, from :meth:`start`, runs it there, a generation whenever
    Python's own thresholds say so. :meth:`stop` gives it back."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self.collect)

    def start(self) -> None:
        """Begin to collect."""
        self._timer.start()

    @Slot()
    def collect(self) -> None:
        """Collect the oldest generation that is due, if one is."""
        for generation in (2, 1, 0):
            if gc.get_count()[generation] > gc.get_threshold()[generation]:
                gc.collect(generation)
                return

    def settle(self) -> None:
        """What is there now stays: it need not be looked through again, which would hold the window up."""
        gc.freeze()

    def stop(self) -> None:
        """Let Python collect by itself again."""
        self._timer.stop()
        gc.unfreeze()
        gc.enable()
