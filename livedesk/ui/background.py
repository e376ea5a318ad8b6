"""Work off the GUI thread, with its outcome back on it.

``background.run(work, done, failed)``: ``work`` takes no argument and runs in a small pool; ``done(result)`` or
``failed(error)`` are bound methods of QObjects and are called in the GUI thread, unless their object has gone.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar
from weakref import WeakMethod

from PySide6.QtCore import QObject, Qt, Signal, Slot
from shiboken6 import isValid

T = TypeVar("T")
_Heard = WeakMethod[Callable[[Any], Any]]


class Background(QObject):
    """A pool of two threads for imports, files, and whatever else may wait, and one more, in order, for what is
    ``urgent``: edits and shows that the director waits for."""

    _settled = Signal(object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(max_workers=2, thread_name_prefix="background")
        self._lane = ThreadPoolExecutor(max_workers=1, thread_name_prefix="urgent")
        self._closed = False
        self._settled.connect(self._hand_over, Qt.ConnectionType.QueuedConnection)

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], Any],
        failed: Callable[[Exception], Any] | None = None,
        *,
        urgent: bool = False,
    ) -> None:
        """Start ``work``. Without ``failed`` an error is raised in the GUI thread, where the reporter sees it. Once
        it is closed only what is urgent is an error: a timer of a page that goes may still ask for the rest."""
        if self._closed and not urgent:
            return
        heard = WeakMethod(done), WeakMethod(failed if failed is not None else self._unexpected)
        (self._lane if urgent else self._pool).submit(self._work, work, *heard)

    def close(self) -> None:
        """Finish the edits and settings that were asked for, and what runs; take no more."""
        self._closed = True
        self._lane.shutdown(wait=True)
        self._pool.shutdown(wait=True, cancel_futures=True)

    def _work(self, work: Callable[[], object], done: _Heard, failed: _Heard) -> None:
        """Run in a pool's thread; whatever is raised is the outcome."""
        try:
            result = work()
        except Exception as error:  # noqa: BLE001 - every error is handed to the caller's own ``failed``
            self._settled.emit(failed, error)
        else:
            self._settled.emit(done, result)

    @Slot(object, object)
    def _hand_over(self, heard: _Heard, outcome: object) -> None:
        call = heard()
        if call is not None and isValid(getattr(call, "__self__", None)):
            call(outcome)

    @Slot(object)
    def _unexpected(self, error: Exception) -> None:
        raise error
