"""Started as a process by bench_desk: the desk over the sample show with its tape, and what it costs while it lives.

``python -m tests.bench.desk_probe DIR PORT SECONDS``: prints one JSON object a line, first of the desk before air
(``rest``), then on air (``air``): the processor time a second of the whole process and of the GUI thread, the
ticks, and OBS's pictures a second. PORT 1 is no OBS: then it stays before air, with nothing that moves but the clock.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from PySide6.QtCore import QEventLoop, QObject, QTimer, Slot
from PySide6.QtWidgets import QApplication

from livedesk.app.desktop import OpenedDesk, open_desk
from livedesk.domain.commands import GoLive
from livedesk.domain.run import Phase
from livedesk.domain.settings import Settings
from livedesk.domain.status import LinkState, ObsPicture
from livedesk.store.folder import DataFolder

WARM_UP_S = 3.0
SIZE = (1920, 1080)
LOOK_MS = 20
PATIENCE_S = 40.0


class Pictures(QObject):
    """Counts what OBS sends to look at."""

    def __init__(self, opened: OpenedDesk) -> None:
        super().__init__()
        self.program = self.preview = 0
        opened.window.context.bridge.subscribe(ObsPicture, self._take)

    @Slot(object)
    def _take(self, picture: ObsPicture) -> None:
        if picture.program:
            self.program += 1
        else:
            self.preview += 1


def live(seconds: float) -> None:
    """Let the window live, woken by nothing of ours."""
    loop = QEventLoop()
    QTimer.singleShot(round(seconds * 1000), loop.quit)
    loop.exec()


def measure(kind: str, opened: OpenedDesk, pictures: Pictures, seconds: float) -> None:
    """Live for a while, and say what it cost."""
    live(WARM_UP_S)
    ticks = 0

    def count() -> None:
        nonlocal ticks
        ticks += 1

    opened.window.ticker.ticked.connect(count)
    seen = pictures.program, pictures.preview
    began, process, thread = time.monotonic(), time.process_time(), time.thread_time()
    live(seconds)
    passed = time.monotonic() - began
    told = {
        "kind": kind,
        "process": (time.process_time() - process) / passed,
        "gui": (time.thread_time() - thread) / passed,
        "ticks": ticks / passed,
        "program": (pictures.program - seen[0]) / passed,
        "preview": (pictures.preview - seen[1]) / passed,
    }
    sys.stdout.write(json.dumps(told) + "\n")
    sys.stdout.flush()


def main(folder: Path, port: int, seconds: float) -> None:
    """Open the desk, measure, and close it."""
    application = QApplication(["livedesk", "-platform", "offscreen"])
    settings = Settings(language="zh_CN", obs_port=port)
    opened = open_desk(application, DataFolder(folder), settings, sample_wanted=True)
    opened.window.resize(*SIZE)
    opened.window.show()
    pictures = Pictures(opened)

    def until(phase: Phase) -> None:
        end = time.monotonic() + PATIENCE_S
        while True:
            snapshot = opened.window.ticker.snapshot
            there = snapshot is not None and snapshot.run_id is not None and snapshot.state.run.phase is phase
            if there and (port == 1 or opened.desk.latest.obs.link is LinkState.READY):
                return
            assert time.monotonic() < end, "the desk did not come so far"
            live(LOOK_MS / 1000)

    until(Phase.PREPARING)
    measure("rest", opened, pictures, seconds)
    if port != 1:
        opened.desk.dispatch(GoLive("bench", "measured"))
        until(Phase.ON_AIR)
        measure("air", opened, pictures, seconds)
    opened.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]))
