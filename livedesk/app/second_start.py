"""A second start of the desktop on the same data folder: the first one comes to the front instead.

The first listens on a local socket (a named pipe on Windows) of this user alone, whose name is made of the folder's
path; to connect is to ask. It answers once it has come to the front, so that one which hangs is not taken for one that
did. The socket decides nothing: who owns the folder is told by its lock (:mod:`livedesk.store.folder`).
"""

from __future__ import annotations

import hashlib
import logging
import os
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, Qt, QThread, QTimer, Slot
from PySide6.QtNetwork import QLocalServer, QLocalSocket
from PySide6.QtWidgets import QApplication

from livedesk.domain.run import Phase
from livedesk.ui.window import MainWindow

log = logging.getLogger(__name__)
ANSWER_WITHIN_MS = 1_000
_AGAIN_AFTER_MS = 50
_ANSWER = b"to the front\n"


def socket_name(root: Path) -> str:
    """The socket's name for a data folder, the same by whichever way its path is written."""
    path = os.path.normcase(root.resolve())
    return f"livedesk-{hashlib.sha256(path.encode(errors='surrogateescape')).hexdigest()[:24]}"


def bring_first_to_front(root: Path) -> bool:
    """Ask the desktop that owns this folder to come to the front. False where none has answered within a second: it
    hangs, or what owns the folder is no desktop. One that is still starting is asked again until then."""
    until = QDeadlineTimer(ANSWER_WITHIN_MS)
    while not until.hasExpired():
        socket = QLocalSocket()
        socket.connectToServer(socket_name(root))
        if not socket.waitForConnected(until.remainingTime()):
            QThread.msleep(_AGAIN_AFTER_MS)
            continue
        while socket.bytesAvailable() < len(_ANSWER) and socket.waitForReadyRead(until.remainingTime()):
            pass
        return bytes(socket.readAll().data()) == _ANSWER
    return False


class SecondStarts(QObject):
    """Listens for second starts until :meth:`close`, or as long as the window lives."""

    def __init__(self, window: MainWindow, root: Path) -> None:
        super().__init__(window)
        self._window = window
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._asked)
        name = socket_name(root)
        # What lies there is from a desk that was killed: the folder's lock is ours.
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            log.warning("a second start will not bring this window to the front: %s", self._server.errorString())

    def close(self) -> None:
        """Listen no longer."""
        self._server.close()

    @Slot()
    def _asked(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.disconnected.connect(socket.deleteLater)
            # Who asked hangs up. Hanging up first would take the answer out of a pipe before it is read.
            QTimer.singleShot(ANSWER_WITHIN_MS, socket, socket.abort)
            self._to_the_front()
            socket.write(_ANSWER)

    def _to_the_front(self) -> None:
        """On air, and before an open dialog, the keyboard stays where it is: a key that was meant for another program
        must not be a GO. A window manager that lets no window come forward marks it in its list of windows."""
        window, tick = self._window, self._window.ticker.now()
        on_air = tick.snapshot is not None and tick.snapshot.state.run.phase is Phase.ON_AIR
        window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
        window.raise_()
        if not on_air and QApplication.activeModalWidget() is None:
            window.activateWindow()
        QApplication.alert(window)
        log.info("a second start brought the window to the front")
