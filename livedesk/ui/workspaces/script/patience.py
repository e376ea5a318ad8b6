"""Work that waits for the store: while the program is still opening it, what is asked of it is asked again."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from livedesk.domain.errors import UserError
from livedesk.ui.background import Background

T = TypeVar("T")
AGAIN_MS = 500
LOADING = "services.loading"


def loading(error: Exception) -> bool:
    """Whether an error only says that the store is not open yet."""
    return isinstance(error, UserError) and error.code == LOADING


class Patience(QObject):
    """Runs work in the background as often as it takes for the store to be there; ``failed`` carries any other
    error. Everything about the services, their properties too, is asked inside the work."""

    failed = Signal(object)

    def __init__(self, background: Background, parent: QObject) -> None:
        super().__init__(parent)
        self._background = background

    def run(self, work: Callable[[], T], done: Callable[[T], Any]) -> None:
        """Start ``work``; ``done`` is a method of whoever owns this, and takes its result."""
        _Try(self._background, work, done, self).start()


class _Try(QObject):
    def __init__(
        self, background: Background, work: Callable[[], Any], done: Callable[[Any], Any], parent: Patience
    ) -> None:
        super().__init__(parent)
        self._background, self._work, self._finished, self._owner = background, work, done, parent

    @Slot()
    def start(self) -> None:
        self._background.run(self._work, self._done, self._failed)

    @Slot(object)
    def _done(self, result: object) -> None:
        self.deleteLater()
        self._finished(result)

    @Slot(object)
    def _failed(self, error: Exception) -> None:
        if loading(error):
            QTimer.singleShot(AGAIN_MS, self, self.start)
            return
        self.deleteLater()
        self._owner.failed.emit(error)
