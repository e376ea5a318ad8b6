"""What bench_prompter measures, each a process: ``python -m tests.bench.prompter_players ROLE FOLDER SECONDS``.

``load``: a desk that stalls for 120 ms each second and imports a sheet of 2,000 rows again and again. ``desk``: such a
desk with a prompter of its own, and a GO every few seconds (it prints their moments, and the prompter's memory before
and with a show of 100,000 characters). ``film``: the host's window alone, in the size and mirroring that follow.
``flickable``: Qt's own way to scroll text. ``drawn``: a widget that draws its text in each frame. ``embedded``: the
host's window within such a desk. The scene graph tells of its frames in its own log (Qt's
``qt.scenegraph.time.renderloop``); the two that a widget paints print the moments of their frames.
"""

from __future__ import annotations

import json
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import psutil
from PySide6.QtCore import QEvent, QEventLoop, QObject, QRect, Qt, QTimer, QUrl
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtQuick import QQuickView
from PySide6.QtWidgets import QApplication, QWidget

from livedesk.domain.prompt import PromptBlock, PromptFeed, PromptLine
from livedesk.domain.script import LineKind
from livedesk.services.importers.sheet import read_sheet
from livedesk.ui.fonts import font, load_fonts
from livedesk.ui.prompter.film import can_film, prepare_film
from livedesk.ui.prompter.window import PrompterWindow
from tests.bench.bench_import import workbook
from tests.integration.prompter_desk import PromptDesk, feed, until

STALL_MS = 120
GO_MS = 7_300
CPM = 300
SPOKEN = "今天直播间的价格只有一百二十九，还送两支旅行装，数量不多，想要的姐妹现在就拍，拍完回来扣一。"
FLICKABLE = """
import QtQuick
Rectangle {
    color: "black"
    Flickable {
        id: view
        anchors.fill: parent
        contentHeight: said.height
        Text {
            id: said
            width: view.width
            text: lines
            color: "white"
            wrapMode: Text.Wrap
            font.pixelSize: 84
            font.bold: true
        }
        NumberAnimation on contentY { from: 0; to: 42 * seconds; duration: 1000 * seconds }
    }
}
"""


def show(characters: int) -> PromptFeed:
    """A feed of so many characters, in blocks of a thousand."""
    lines = tuple(PromptLine(LineKind.SPEECH, SPOKEN) for _ in range(max(1, 1_000 // len(SPOKEN))))
    blocks = tuple(PromptBlock(f"s{at:02}", f"环节 {at}", lines) for at in range(max(3, characters // 1_000)))
    return replace(feed(1), blocks=blocks, cpm=CPM, item_id="s00")


class Load(QObject):
    """Stalls the GUI thread each second, and imports a sheet in another without end."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self._file = folder / "专场_20261125_主播一.xlsx"
        self._file.write_bytes(workbook())
        self._timer = QTimer(self)
        self._timer.setInterval(1_000)
        self._timer.timeout.connect(self._stall)
        self._timer.start()
        threading.Thread(target=self._import, daemon=True).start()

    def _stall(self) -> None:
        end = time.perf_counter() + STALL_MS / 1_000
        while time.perf_counter() < end:
            pass

    def _import(self) -> None:
        while True:
            read_sheet(self._file)


class Painted(QObject):
    """Notes the moment of each painting of a widget."""

    def __init__(self, watched: QWidget) -> None:
        super().__init__(watched)
        self.moments: list[float] = []
        watched.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.moments.append(time.perf_counter())
        return False


class Drawn(QWidget):
    """Text that is laid out once and drawn anew in each frame."""

    def __init__(self, family: str) -> None:
        super().__init__()
        self._font = font(family, 84, bold=True)
        self._began = time.perf_counter()
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(16)
        self._timer.timeout.connect(self.update)
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("black"))
        painter.setFont(self._font)
        painter.setPen(QColor("white"))
        top = -42 * (time.perf_counter() - self._began)
        for row in range(40):
            y = round(top % 1_000) - 1_000 + row * 105
            if -105 < y < self.height():
                painter.drawText(QRect(96, y, self.width(), 105), SPOKEN[:13])
        painter.end()


def host(family: str, size: str, *, filmed: bool, mirrored: bool = False) -> PrompterWindow:
    """The host's window, reading."""
    width, height = map(int, size.split("x"))
    window = PrompterWindow(family, filmed=filmed)
    window.setGeometry(0, 0, width, height)
    window.show()
    window.desk_answers(True)
    window.take(show(9_000))
    window.set_mirrored(mirrored)
    return window


def desk(folder: Path, seconds: float) -> None:
    """The desk with its prompter: a GO each few seconds, and at last the long show."""
    load = Load(folder)
    made = PromptDesk(folder)
    told = show(9_000)
    made.service.show(told)
    made.service.open()
    assert until(lambda: made.at("s00"), 20)
    process, gos = psutil.Process(made.service.pids[0]), []

    def go() -> None:
        at = len(gos) + 2
        item = f"s{at % 9:02}"
        gos.append(time.clock_gettime(time.CLOCK_BOOTTIME))
        made.service.show(replace(told, seq=at, airing=at, item_id=item, mono_ms=round(gos[-1] * 1_000)))

    timer = QTimer(load)
    timer.setInterval(GO_MS)
    timer.timeout.connect(go)
    timer.start()
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1_000), loop.quit)
    loop.exec()
    timer.stop()
    before = process.memory_info().rss
    made.service.show(replace(show(100_000), seq=len(gos) + 3, airing=len(gos) + 3))
    assert until(lambda: made.at("s00"), 20)
    QTimer.singleShot(5_000, loop.quit)
    loop.exec()
    sys.stdout.write(json.dumps({"gos": gos, "before": before, "long": process.memory_info().rss}) + "\n")
    made.service.close()
    until(lambda: not made.service.pids, 5)
    made.stop()


def main() -> None:
    role, folder, seconds = sys.argv[1], Path(sys.argv[2]), float(sys.argv[3])
    prepare_film()
    application = QApplication([])
    family = load_fonts()
    kept: list[object] = []
    if role == "desk":
        desk(folder, seconds)
        return
    if role == "load":
        kept.append(Load(folder))
    elif role == "film":
        kept.append(host(family, sys.argv[4], filmed=can_film(), mirrored=sys.argv[5] == "mirrored"))
    elif role == "flickable":
        view = QQuickView()
        view.rootContext().setContextProperty("lines", SPOKEN * 60)
        view.rootContext().setContextProperty("seconds", seconds + 5)
        (folder / "flickable.qml").write_text(FLICKABLE, "utf-8")
        view.setSource(QUrl.fromLocalFile(str(folder / "flickable.qml")))
        view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        view.setGeometry(0, 0, 1920, 1080)
        view.show()
        kept.append(view)
    else:
        painted: QWidget = Drawn(family) if role == "drawn" else host(family, "1920x1080", filmed=False)
        painted.setGeometry(0, 0, 1920, 1080)
        painted.show()
        kept.append(Painted(painted))
        if role == "embedded":
            kept.append(Load(folder))
    QTimer.singleShot(round(seconds * 1_000), application.quit)
    application.exec()
    for each in kept:
        if isinstance(each, Painted):
            sys.stdout.write(json.dumps(each.moments) + "\n")


if __name__ == "__main__":
    main()
