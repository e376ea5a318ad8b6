"""From start of process to a usable window, beside a bare window of PySide6 and pyqtgraph.

Usable is the window that is painted, shows the show and takes keys: a command given from then on is carried out, as
soon as the store behind the window is open. When that is, is the second figure; after a crash it is when the window
offers to go on.
"""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.bench.figures import Figure
from tests.integration.on_air import desk, go_live

ROUNDS = 9
TARGET = 1.6
SAMPLES = Path(__file__).resolve().parents[2] / "resources" / "samples"


def _seconds(*arguments: str) -> list[float]:
    """From the start of the process to each of its words, the first of which is that the window can be used."""
    env = {**os.environ, "QT_QPA_PLATFORM": os.environ.get("QT_QPA_PLATFORM", "offscreen")}
    # A program that was started before has its bytecode on disk, as the libraries beside it have from their install.
    env.pop("PYTHONDONTWRITEBYTECODE", None)
    began = time.monotonic_ns()
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.start_probe", *arguments],
        env=env,
        check=True,
        capture_output=True,
        text=True,
        timeout=60,
    )
    return [(int(word) - began) / 1e9 for word in done.stdout.split()]


def figures() -> list[Figure]:
    """The median of several starts of each, in turns."""
    with tempfile.TemporaryDirectory() as folder:
        sheet = next(SAMPLES.glob("*.xlsx"))
        command = [sys.executable, "-m", "livedesk.app.main", "import", str(sheet), "--data", folder]
        subprocess.run(command, check=True, capture_output=True, timeout=60)
        _seconds("livedesk", folder)
        _seconds("bare")
        ours, bare, again = [], [], []
        for _ in range(ROUNDS):
            ours.append(_seconds("livedesk", folder))
            bare.extend(_seconds("bare"))
        with desk(Path(folder), sample=False) as killed:
            go_live(killed)
        for _ in range(ROUNDS):
            again.append(_seconds("livedesk", folder))
    reference = statistics.median(bare)
    usable, commands = (statistics.median(moments) for moments in zip(*ours, strict=True))
    offer = statistics.median(offered - painted for painted, offered in again)
    beside = "bare PySide6 + pyqtgraph window"
    return [
        Figure("start to usable window", usable, "s", reference, beside, usable / reference, f"≤ {TARGET}"),
        Figure("start to the first command taken", commands, "s", reference, beside, commands / reference, "info"),
        Figure("killed: window to the offer to go on", offer, "s", reference, beside, offer / reference, "< 2 s"),
    ]
