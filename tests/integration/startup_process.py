"""The desktop as it starts, in a process: ``python -m tests.integration.startup_process DATA``. Where the start is
refused it tells what the page shows, as one JSON object, and closes the page as a person would. Its exit code is
the program's own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any


def child(data: str) -> int:
    """The process itself."""
    from PySide6.QtCore import QTimer, Slot

    from livedesk.app.main import main
    from livedesk.ui import startup_page

    class TellingPage(startup_page.StartupPage):
        """Tells what it shows, and is closed by its own button."""

        def __init__(self, *arguments: Any) -> None:
            super().__init__(*arguments)
            QTimer.singleShot(0, self, self.tell)

        @Slot()
        def tell(self) -> None:
            command = self.command.text() if self.backup is not None else ""
            shown = {"words": self.words.text(), "command": command, "visible": self.isVisible()}
            sys.stdout.write(json.dumps(shown, ensure_ascii=False) + "\n")
            self.quit.click()

    startup_page.StartupPage = TellingPage  # type: ignore[misc]  # stands in for the page's class
    return main(["--data", data, "--language", "zh_CN"])


@dataclass(frozen=True)
class Refusal:
    """How a start was refused: the sentence, the command that restores the newest good backup, the exit code."""

    words: str
    command: str
    code: int


def refused(data: Path, *, weak: bool = False) -> Refusal:
    """Start the desktop on a data folder that it must refuse. ``weak``: root may not write everything."""
    prefix = []
    if weak and os.geteuid() == 0:
        setpriv = shutil.which("setpriv")
        assert setpriv is not None, "util-linux has it"
        prefix = [setpriv, "--bounding-set=-dac_override"]
    done = subprocess.run(
        [*prefix, sys.executable, "-m", "tests.integration.startup_process", str(data)],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    assert done.stdout, done.stderr
    shown = json.loads(done.stdout)
    assert shown["visible"]
    return Refusal(shown["words"], shown["command"], done.returncode)


def started_again(data: Path) -> str:
    """Start the desktop on a data folder that an open one owns; what it says on the console."""
    done = subprocess.run(
        [sys.executable, "-m", "livedesk.app.main", "--data", str(data), "--language", "zh_CN"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )
    return done.stdout


if __name__ == "__main__":
    sys.exit(child(sys.argv[1]))
