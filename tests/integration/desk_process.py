"""The desk as a process that a test can kill: ``python -m tests.integration.desk_process DATA HOST PORT``.

It opens the real window (offscreen) over a data folder, obeys commands from standard input, one JSON object a line
(``{"do": "Go"}``), and says ten times a second on standard output how it stands.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from typing import Any

START_S = 60.0


def child(data: Path, host: str, port: int) -> None:
    """The process itself."""
    from PySide6.QtCore import QObject, QTimer, Slot
    from PySide6.QtWidgets import QApplication

    from livedesk.app.desktop import OpenedDesk, open_desk
    from livedesk.domain import commands as c
    from livedesk.domain.settings import Settings
    from livedesk.store.folder import DataFolder
    from livedesk.ui.widgets.banner import Banner

    class Teller(QObject):
        """Says how the desk stands, and when its window was first there."""

        def __init__(self, opened: OpenedDesk) -> None:
            super().__init__()
            self._opened = opened
            self._shown = time.monotonic()
            self._timer = QTimer(self)
            self._timer.timeout.connect(self.tell)
            self._timer.start(100)

        @Slot()
        def tell(self) -> None:
            tick = self._opened.window.ticker.now()
            line: dict[str, Any] = {"since_window": time.monotonic() - self._shown}
            if tick.snapshot is not None and tick.timetable is not None:
                run = tick.snapshot.state.run
                line |= {
                    "phase": run.phase.value,
                    "item": run.airing.item_id if run.airing is not None else "",
                    "elapsed": tick.timetable.elapsed,
                    "resuming": tick.snapshot.resuming,
                    "saved": tick.snapshot.save.saved_seq,
                    "pending": tick.snapshot.save.pending,
                    "scene": run.scene,
                    "take": asdict(run.take) if run.take is not None else None,
                    "program": self._opened.desk.latest.obs.program,
                    "obs": self._opened.desk.latest.obs.link.value,
                    "notices": [banner.words.text() for banner in self._opened.window.findChildren(Banner)],
                    "faults": sorted(run.faults),
                }
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    application = QApplication(["livedesk", "-platform", "offscreen"])
    settings = Settings(language="zh_CN", obs_host=host, obs_port=port)
    opened = open_desk(application, DataFolder(data), settings, sample_wanted=True)
    opened.window.show()
    teller = Teller(opened)

    def obey() -> None:
        for line in sys.stdin:
            wish = json.loads(line)
            command = getattr(c, wish.pop("do"))(**wish)
            opened.desk.dispatch(command)

    threading.Thread(target=obey, daemon=True).start()
    application.exec()
    del teller
    opened.close()


class DeskProcess:
    """The parent's side."""

    def __init__(self, data: Path, host: str = "127.0.0.1", port: int = 1, **environment: str) -> None:
        command = [sys.executable, "-m", "tests.integration.desk_process", str(data), host, str(port)]
        self.process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env={**os.environ, **environment},
            start_new_session=True,
        )
        self._lines: Queue[dict[str, Any]] = Queue()
        self.last: dict[str, Any] = {}
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def do(self, command: str, **fields: object) -> None:
        """Send a command."""
        assert self.process.stdin is not None
        self.process.stdin.write(json.dumps({"do": command, **fields}, ensure_ascii=False) + "\n")
        self.process.stdin.flush()

    def until(self, seconds: float = START_S, **wanted: object) -> dict[str, Any]:
        """Wait until the desk says all this; returns the line. Fails after ``seconds`` with the last one."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.last = self._lines.get(timeout=max(0.0, end - time.monotonic()))
            except Empty:
                break
            if all(self.last.get(name) == value for name, value in wanted.items()):
                return self.last
        raise AssertionError(f"the desk never said {wanted}; last: {self.last}")

    def kill(self) -> None:
        """``kill -9``, and no chance to say anything."""
        self.process.kill()
        self.process.wait(10)
        while not self._lines.empty():
            self.last = self._lines.get_nowait()


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
