"""The one crossing between threads and Qt.

Any thread calls ``bridge.post(item)`` with a frozen object; the GUI thread hands it to the slots that subscribed
to its exact type, in order of posting::

    bridge.subscribe(ObsStatus, self.on_obs)      # a bound method of a QObject that lives in the GUI thread

A slot goes when its object goes. Posting is an append under a lock; however many objects wait, one queued signal
wakes the GUI thread. Of the types named in ``latest`` only the newest waits: a busy window never falls behind.
"""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

T = TypeVar("T")


class _Channel(QObject):
    """Hands objects of one type to its slots; each slot's error is its own and stops no other."""

    delivered = Signal(object)


class Bridge(QObject):
    """Delivers posted objects in the thread that made the bridge (the GUI thread)."""

    _wake = Signal()

    def __init__(self, latest: Iterable[type] = (), parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._latest_kinds = frozenset(latest)
        self._lock = threading.Lock()
        self._items: deque[object] = deque()
        self._latest: dict[type, object] = {}
        self._heard: dict[type, object] = {}
        self._woken = False
        self._channels: dict[type, _Channel] = {}
        self._wake.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def subscribe(self, kind: type[T], slot: Callable[[T], object]) -> None:
        """Hand every posted ``kind`` to a bound method of a QObject. Call it in the GUI thread. Of a ``latest``
        kind the newest that was delivered before is handed over at once."""
        if not isinstance(getattr(slot, "__self__", None), QObject):
            raise TypeError("a slot is a bound method of a QObject: anything else would never be let go")
        if kind not in self._channels:
            self._channels[kind] = _Channel(self)
        self._channels[kind].delivered.connect(slot)
        heard = self._heard.get(kind)
        if isinstance(heard, kind):
            slot(heard)

    def post(self, item: object) -> None:
        """Send a frozen object to the GUI thread, from any thread. Returns at once."""
        kind = type(item)
        with self._lock:
            if kind in self._latest_kinds:
                waiting = kind in self._latest
                self._latest[kind] = item
                if not waiting:
                    self._items.append(kind)
            else:
                self._items.append(item)
            wake = not self._woken
            self._woken = True
        if wake:
            self._wake.emit()

    @Slot()
    def _deliver(self) -> None:
        with self._lock:
            self._woken = False
            batch = [self._latest.pop(item) if isinstance(item, type) else item for item in self._items]
            self._items.clear()
        self._heard |= {type(item): item for item in batch if type(item) in self._latest_kinds}
        for item in batch:
            channel = self._channels.get(type(item))
            if channel is not None:
                channel.delivered.emit(item)
