"""The desk as a process that a test can kill: ``python -m tests.integration.desk_process DATA HOST PORT``.

It opens the real window (offscreen) over a data folder, obeys one JSON object a line from standard input, and says
ten times a second on standard output how it stands. ``{"do": "Go", …}`` is a command, ``{"call": "open_prompter",
"with": […]}`` asks something of the desk, ``{"keys": ["Space"]}`` presses keys in the window, ``{"rehearse": {…}}``
begins a rehearsal with these wishes, ``{"stall": 3}`` holds the window's thread for so many seconds, ``{"cover":
true}`` minimises the window and gives the keyboard to another one, ``{"end": true}`` closes in good order.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from queue import Empty, Queue
from typing import Any

START_S = 60.0
PR_SET_PTRACER = 0x59616D61


def _slow_commits() -> None:
    """Commits of the database take SLOW_COMMIT_MS longer, as on a slow disk."""
    slow = os.environ.get("SLOW_COMMIT_MS")
    if slow:
        from sqlalchemy import event
        from sqlalchemy.engine import Engine

        event.listen(Engine, "commit", lambda _connection: signal.sigtimedwait([], int(slow) / 1_000))


def _may_be_traced() -> None:
    """A test's strace may look at this process, also where only a parent may (Yama); elsewhere this is nothing."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1))


def child(data: Path, host: str, port: int, sample: bool, wanted: dict[str, str]) -> None:
    """The process itself."""
    from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
    from PySide6.QtGui import QKeySequence
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication, QWidget

    from livedesk.app.desktop import OpenedDesk, open_desk
    from livedesk.app.settings import load
    from livedesk.domain import commands as c
    from livedesk.domain.events import MessageKind
    from livedesk.domain.events_desk import OutputKind
    from livedesk.domain.rehearsing import RehearsalWishes
    from livedesk.domain.settings import Settings
    from livedesk.store.folder import DataFolder
    from livedesk.ui.widgets.banner import Banner

    _slow_commits()
    _may_be_traced()

    class Teller(QObject):
        """Says how the desk stands, and when its window was first there."""

        pressed = Signal(str)
        stalled = Signal(float)
        covered = Signal()
        ended = Signal()

        def __init__(self, opened: OpenedDesk) -> None:
            super().__init__()
            self._opened = opened
            self._shown = time.monotonic()
            self._timer = QTimer(self)
            self._timer.timeout.connect(self.tell)
            self._timer.start(100)
            self.pressed.connect(self._press, Qt.ConnectionType.QueuedConnection)
            self.stalled.connect(self._hold_the_window, Qt.ConnectionType.QueuedConnection)
            self.covered.connect(self._cover, Qt.ConnectionType.QueuedConnection)
            self._other = QWidget()
            self.ended.connect(self._end, Qt.ConnectionType.QueuedConnection)

        @Slot()
        def _end(self) -> None:
            # As a polite kill does; on air the window itself would ask first.
            application.exit(0)

        @Slot(float)
        def _hold_the_window(self, seconds: float) -> None:
            signal.sigtimedwait([], seconds)

        @Slot()
        def _cover(self) -> None:
            self._opened.window.showMinimized()
            self._other.show()
            self._other.activateWindow()

        @Slot(str)
        def _press(self, key: str) -> None:
            combination = QKeySequence(key)[0]
            target = QApplication.focusWidget() or self._opened.window
            QTest.keyClick(target, combination.key(), combination.keyboardModifiers())

        def _prompted(self) -> str:
            outside = self._opened.desk.outside
            place = outside.prompter.place if outside is not None else None
            return place.item_id if place is not None else ""

        @Slot()
        def tell(self) -> None:
            window, latest = self._opened.window, self._opened.desk.latest
            outside = self._opened.desk.outside
            tick = window.ticker.now()
            line: dict[str, Any] = {
                "since_window": time.monotonic() - self._shown,
                "program": latest.obs.program,
                "obs": latest.obs.link.value,
                "said": window.status_bar.message.text(),
                "panic": window.context.actions["panic"].isEnabled(),
                "minimised": window.isMinimized(),
                "keyboard": window.isActiveWindow(),
            }
            if tick.snapshot is not None and tick.timetable is not None:
                run = tick.snapshot.state.run
                line |= {
                    "show": tick.snapshot.state.show.id,
                    "run": tick.snapshot.run_id,
                    "phase": run.phase.value,
                    "item": run.airing.item_id if run.airing is not None else "",
                    "elapsed": tick.timetable.elapsed,
                    "next_at": [each for each in tick.timetable.expected if each is not None][:1],
                    "clocks": {name: face.value.text() for name, face in window.top_bar.clocks.items()},
                    "resuming": tick.snapshot.resuming,
                    "saved": tick.snapshot.save.saved_seq,
                    "pending": tick.snapshot.save.pending,
                    "scene": run.scene,
                    "take": asdict(run.take) if run.take is not None else None,
                    "uses": list(tick.snapshot.state.show.scenes),
                    "revision": tick.snapshot.state.revision,
                    "studio": latest.obs.studio,
                    "preview": latest.obs.preview,
                    "streaming": latest.obs.outputs.stream.runs,
                    "stream_trouble": latest.obs.outputs.stream.trouble,
                    "notices": [banner.words.text() for banner in window.findChildren(Banner)],
                    "faults": sorted(run.faults),
                    "airings": len(run.airings),
                    "save_error": tick.snapshot.save.error,
                    "saved_text": window.status_bar.saved.text(),
                    "product": run.product.id if run.product is not None else "",
                    "prompted": self._prompted(),
                    "comments": latest.numbers.measures["comments"].value if latest.numbers is not None else None,
                    "lights": {name: light.text for name, light in window.lights.all(tick).items()},
                    "checks": {key: f"{mark.state.value} {mark.evidence}" for key, mark in run.checks.items()},
                    "prompters": list(outside.prompter.pids) if outside is not None else [],
                    "prompter": latest.prompter.link.value if latest.prompter is not None else "",
                    "feed": latest.feed.link.value if latest.feed is not None else "",
                    "orders": latest.numbers.measures["orders"].value if latest.numbers is not None else None,
                    "threads": threading.active_count(),
                    "writer": [each.native_id for each in threading.enumerate() if each.name == "store-writer"],
                    "speed": window.rehearsal.bar.speeds.checkedId() if tick.snapshot.rehearsing else 0,
                    "asking": window.rehearsal.strip.isVisible(),
                    "state": window.top_bar.state.text(),
                    "lapse": asdict(tick.snapshot.rehearsing.lapse) if tick.snapshot.rehearsing else None,
                    "desk_keys": [each.key for each in window.context.actions if each.desk and each.key],
                }
            sys.stdout.write(json.dumps(line, ensure_ascii=False) + "\n")
            sys.stdout.flush()

    application = QApplication(["livedesk", "-platform", "offscreen"])
    folder = DataFolder(data)
    known = load(folder.settings).sample_show
    settings = Settings(language="zh_CN", obs_host=host, obs_port=port, sample_show=known, **wanted)
    opened = open_desk(application, folder, settings, sample_wanted=sample)
    opened.window.show()
    teller = Teller(opened)

    def obey() -> None:
        for line in sys.stdin:
            wish = json.loads(line)
            if "call" in wish:
                arguments = [Path(each["path"]) if isinstance(each, dict) else each for each in wish["with"]]
                getattr(opened.desk, wish["call"])(*arguments, **wish["named"])
            elif "keys" in wish:
                for key in wish["keys"]:
                    teller.pressed.emit(key)
            elif "rehearse" in wish:
                opened.desk.begin_rehearsal(RehearsalWishes(**wish["rehearse"]))
            elif "stall" in wish:
                teller.stalled.emit(wish["stall"])
            elif "cover" in wish:
                teller.covered.emit()
            elif "end" in wish:
                teller.ended.emit()
            else:
                name = wish.pop("do")
                if "kind" in wish:
                    wish["kind"] = MessageKind(wish["kind"])
                if "output" in wish:
                    wish["output"] = OutputKind(wish["output"])
                command = getattr(c, name)(**wish)
                opened.desk.dispatch(command)
        # Whoever asked is gone.
        teller.ended.emit()

    threading.Thread(target=obey, daemon=True).start()
    application.exec()
    opened.close()


class DeskProcess:
    """The parent's side. ``sample``: open on the sample show with its tape; ``wanted`` are settings."""

    def __init__(
        self,
        data: Path,
        host: str = "127.0.0.1",
        port: int = 1,
        *,
        sample: bool = True,
        wanted: dict[str, str] | None = None,
        **environment: str,
    ) -> None:
        options = json.dumps({"sample": sample, "wanted": wanted or {}})
        command = [sys.executable, "-m", "tests.integration.desk_process", str(data), host, str(port), options]
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
        self.killed = False
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self) -> None:
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self._lines.put(json.loads(line))

    def do(self, command: str, **fields: object) -> None:
        """Send a command; what the desk said before it is no answer to it."""
        self.wish({"do": command, **fields})

    def call(self, method: str, *arguments: object, **named: object) -> None:
        """Ask something of the desk."""
        plain = [{"path": str(each)} if isinstance(each, Path) else each for each in arguments]
        self.wish({"call": method, "with": plain, "named": named})

    def rehearse(self, **wishes: object) -> None:
        """Begin a rehearsal of the show on the desk (see RehearsalWishes)."""
        self.wish({"rehearse": wishes})

    def press(self, *keys: str) -> None:
        """Press keys in the window."""
        self.wish({"keys": keys})

    def stall(self, seconds: float) -> None:
        """Hold the window's thread, as a defect would."""
        self.wish({"stall": seconds})

    def cover(self) -> None:
        """Minimise the window, and give the keyboard to another one of the process."""
        self.wish({"cover": True})
        self.until(minimised=True, keyboard=False)

    def end(self) -> int:
        """Close in good order; returns the exit code."""
        self.wish({"end": True})
        return self.process.wait(30)

    def wish(self, wish: dict[str, object]) -> None:
        """Send one line."""
        assert self.process.stdin is not None
        self._read_all()
        self.process.stdin.write(json.dumps(wish, ensure_ascii=False) + "\n")
        self.process.stdin.flush()

    def _read_all(self) -> None:
        while not self._lines.empty():
            self.last = self._lines.get_nowait()

    def now(self, seconds: float = 10.0) -> dict[str, Any]:
        """How the desk stands now: what it said before is skipped."""
        self._read_all()
        return self.until(seconds)

    def until(self, seconds: float = START_S, **wanted: object) -> dict[str, Any]:
        """Wait until the desk says all this; returns the line. Fails after ``seconds`` with the last one."""
        return self.see(
            lambda line: all(line.get(name) == value for name, value in wanted.items()), seconds, repr(wanted)
        )

    def see(
        self, check: Callable[[dict[str, Any]], bool], seconds: float, what: str, *, no_show: bool = False
    ) -> dict[str, Any]:
        """Wait for a line for which ``check`` holds; returns it. Fails after ``seconds`` with the last one. Lines
        from before a show is on the desk say little and are looked at with ``no_show`` alone."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            try:
                self.last = self._lines.get(timeout=0.5)
            except Empty:
                if self.process.poll() is not None:
                    what = f"{what} (the desk has ended: {self.process.returncode})"
                    break
                continue
            if (no_show or self.last.get("phase")) and check(self.last):
                return self.last
        raise AssertionError(f"not within {seconds} s: {what}; last: {self.last}")

    def told(self, *words: str, seconds: float = 10.0) -> dict[str, Any]:
        """Wait for a banner that holds all these words."""
        return self.see(
            lambda line: any(all(word in text for word in words) for text in line["notices"]),
            seconds,
            f"a banner with {words}",
        )

    def kill(self) -> None:
        """``kill -9``, and no chance to say anything."""
        self.killed = True
        self.process.kill()
        self.process.wait(10)
        self._reader.join(5)
        self._read_all()


if __name__ == "__main__":
    child(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), **json.loads(sys.argv[4]))
