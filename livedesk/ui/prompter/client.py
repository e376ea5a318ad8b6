"""The prompter's line to its desk: attaches by itself, and says when the desk does not answer."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtNetwork import QAbstractSocket, QNetworkProxy, QTcpSocket

from livedesk.domain.codec import decode, encode
from livedesk.domain.errors import UserError
from livedesk.domain.prompt import (
    PROMPT_VERSION,
    PromptHello,
    PromptPacket,
    PromptReport,
    PromptStage,
    newest,
    orders_after,
)
from livedesk.services.prompter.credentials import read_credentials
from livedesk.ui.prompter.motion import read_clock

HOST = "127.0.0.1"
RETRY_MS = 300
SILENT_S = 2.5


class DeskLink(QObject):
    """Keeps a connection to the desk of a data folder, under a prompter's name (empty: the first one).

    ``received`` gives each :class:`PromptPacket`, ``answering`` whether the desk is there (True once it has
    spoken). ``staged`` gives each new :class:`PromptStage`, and ``ordered`` each :class:`PromptOrder`, once, after
    the packet that it came with; ``report_due`` then asks for a report, which tells the desk. The file with port and
    token is read again for each attempt, for a new desk may have a new port.
    """

    received = Signal(object)
    staged = Signal(object)
    ordered = Signal(object)
    report_due = Signal()
    answering = Signal(bool)

    def __init__(self, data: Path, parent: QObject | None = None, *, name: str = "") -> None:
        super().__init__(parent)
        self._data = data
        self._name = name
        self._token = ""
        self._heard = 0.0
        self._answering = False
        self._stage = PromptStage()
        self._carried: int | None = None
        self._report = PromptReport(screens=0)
        self._socket = QTcpSocket(self)
        self._socket.setProxy(QNetworkProxy(QNetworkProxy.ProxyType.NoProxy))
        self._socket.connected.connect(self._hello)
        self._socket.readyRead.connect(self._read)
        self._socket.disconnected.connect(self._gone)
        self._timer = QTimer(self)
        self._timer.setInterval(RETRY_MS)
        self._timer.timeout.connect(self._tick)

    def start(self) -> None:
        """Try now, and again until the desk is there."""
        self._timer.start()
        self._tick()

    @property
    def attached(self) -> bool:
        """Whether the desk is there and answers."""
        return self._answering

    def report(self, report: PromptReport) -> None:
        """Tell the desk how the prompter stands; without a desk it is kept for the next one."""
        self._report = report
        if self._socket.state() is QAbstractSocket.SocketState.ConnectedState:
            told = replace(report, stage=self._stage, carried=self._carried)
            self._socket.write(encode(told) + b"\n")

    def leave(self, report: PromptReport) -> None:
        """Say the last word and close the line."""
        self._timer.stop()
        self.report(report)
        if self._socket.state() is QAbstractSocket.SocketState.ConnectedState:
            self._socket.flush()
            self._socket.disconnectFromHost()
            if self._socket.state() is not QAbstractSocket.SocketState.UnconnectedState:
                self._socket.waitForDisconnected(300)

    def _tick(self) -> None:
        if self._answering and read_clock() - self._heard > SILENT_S:
            self._say(False)
        if self._socket.state() is QAbstractSocket.SocketState.UnconnectedState:
            credentials = read_credentials(self._data)
            if credentials is not None:
                self._token = credentials.token
                self._socket.connectToHost(HOST, credentials.port)

    def _hello(self) -> None:
        hello = PromptHello(PROMPT_VERSION, self._token, os.getpid(), self._carried, self._name)
        self._socket.write(encode(hello) + b"\n")
        self.report(self._report)

    def _read(self) -> None:
        while self._socket.canReadLine():
            try:
                packet = decode(bytes(self._socket.readLine().data()), PromptPacket)
            except UserError:
                self._socket.abort()
                return
            if packet.refused:
                self._socket.abort()
                return
            self._heard = read_clock()
            self._say(True)
            self.received.emit(packet)
            self._obey(packet)

    def _obey(self, packet: PromptPacket) -> None:
        """Hand on what is new of stage and orders, and confirm it."""
        known = (self._stage, self._carried)
        if self._carried is None:
            self._carried = packet.carried or 0
        self._stage = newest(self._stage, packet.stage)
        if self._stage != known[0]:
            self.staged.emit(self._stage)
        for order in orders_after(packet.orders, self._carried):
            self._carried = order.seq
            self.ordered.emit(order)
        if (self._stage, self._carried) != known:
            self.report_due.emit()

    def _gone(self) -> None:
        self._say(False)

    def _say(self, answering: bool) -> None:
        if answering is not self._answering:
            self._answering = answering
            self.answering.emit(answering)
