"""The host's text: what a frame costs, how even the frames come while the desk stalls and imports, and how soon a GO is
seen.

Three references, in the same run: Qt's own Flickable and a widget that draws its text in each frame, each a process of
its own beside a desk that stalls; and the host's window within such a desk. A virtual display holds no frame to a
screen's rhythm, so that the contrast counts, not the milliseconds.
"""

from __future__ import annotations

import json
import os
import re
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

from tests.bench.figures import Figure, table
from tests.integration.obs import Display

MINUTES = float(os.environ.get("PROMPTER_MINUTES", "10"))
REFERENCE_S = 120
WORK_S = 12
SETTLED_S = 3
FRAME_MS = 1_000 / 60
ROOT = Path(__file__).resolve().parents[2]
_TAKEN = re.compile(r"airing \d+: s")
_FRAME = re.compile(
    r"\s*([\d.]+) .*render thread.*frame rendered in (\d+)ms, sync=(\d+), render=(\d+), swap=(\d+)"
)


class Frames:
    """Moments of frames, in seconds: what lies between them, but for the first three seconds."""

    def __init__(self, moments: Sequence[float]) -> None:
        self.moments = moments
        counted = [at for at in moments if at > moments[0] + SETTLED_S]
        self.gaps = sorted((after - before) * 1_000 for before, after in pairwise(counted))

    @property
    def largest(self) -> float:
        """The largest gap, in ms."""
        return self.gaps[-1]

    def told(self) -> str:
        """p50, p99, and how many gaps were longer than a frame and a half."""
        long = sum(gap > 1.5 * FRAME_MS for gap in self.gaps)
        return f"p50 {_at(self.gaps, 50):.1f}, p99 {_at(self.gaps, 99):.1f}, {long} of {len(self.gaps)} over 1.5 frames"


def figures() -> list[Figure]:
    """Everything that the host would see."""
    display = Display("1920x1080")
    try:
        with tempfile.TemporaryDirectory() as place:
            return [*_work(display, Path(place)), *_evenness(display, Path(place))]
    finally:
        display.close()


def _work(display: Display, folder: Path) -> list[Figure]:
    """What the scene graph's thread does for a frame, beside the time that a frame has at 60 a second."""
    found = []
    for size in ("1280x720", "1920x1080"):
        for mirrored in ("plain", "mirrored"):
            log = folder / f"{size}-{mirrored}.log"
            with _player(display, folder, "film", WORK_S, size, mirrored, log=log) as film:
                film.wait(WORK_S + 30)
            work = [took for _, took in _frames(log)][60:]
            name = f"prompter: a frame at {size}, {mirrored}"
            for what, value in (("median", statistics.median(work)), ("p99", _at(sorted(work), 99))):
                limit = "a frame at 60 a second"
                found.append(Figure(f"{name}, {what}", value, "ms", FRAME_MS, limit, value / FRAME_MS, "info"))
    return found


def _evenness(display: Display, folder: Path) -> list[Figure]:
    seconds = MINUTES * 60
    log = folder / "logs" / "prompter.log"
    with _player(display, folder, "desk", seconds, log=folder / "desk.log") as desk:
        out, _ = desk.communicate(timeout=seconds + 90)
    told = json.loads(out.splitlines()[-1])
    ours = Frames([at for at, _ in _frames(log)])
    references = {
        "Flickable": Frames([at for at, _ in _beside(display, folder, "flickable")]),
        "text drawn each frame": Frames([at for at, _ in _beside(display, folder, "drawn")]),
    }
    with _player(display, folder, "embedded", REFERENCE_S, log=folder / "embedded.log") as embedded:
        painted, _ = embedded.communicate(timeout=REFERENCE_S + 60)
    references["embedded in the desk"] = Frames(json.loads(painted.splitlines()[-1]))
    for name, frames in {"ours": ours, **references}.items():
        sys.stderr.write(f"  {name}: {frames.told()}, largest {frames.largest:.1f} ms\n")
    best = min(references, key=lambda name: references[name].largest)
    least = references[best].largest
    rows = [
        Figure(
            f"prompter: largest gap in {MINUTES:g} min",
            ours.largest,
            "ms",
            least,
            best,
            ours.largest / least,
            "≤ 0.5",
        ),
        _gap("p50", ours, references[best], best, 50),
        _gap("p99", ours, references[best], best, 99),
    ]
    seen = sorted(_first_frames(log, told["gos"]))
    rows.append(
        Figure(
            "prompter: GO to its first frame, p99",
            _at(seen, 99),
            "ms",
            FRAME_MS,
            "a frame",
            _at(seen, 99) / FRAME_MS,
            "< 100 ms",
        )
    )
    before, long = (told[key] / 2**20 for key in ("before", "long"))
    rows.append(
        Figure("prompter: memory with 100,000 characters", long, "MB", before, "with 9,000", long / before, "info")
    )
    return rows


def _gap(name: str, ours: Frames, other: Frames, what: str, percent: int) -> Figure:
    value, reference = _at(ours.gaps, percent), _at(other.gaps, percent)
    return Figure(f"prompter: between two frames, {name}", value, "ms", reference, what, value / reference, "info")


def _beside(display: Display, folder: Path, role: str) -> list[tuple[float, float]]:
    """The frames of a reference beside a desk that stalls."""
    log = folder / f"{role}.log"
    with _player(display, folder, "load", REFERENCE_S, log=folder / "load.log") as load:
        with _player(display, folder, role, REFERENCE_S, log=log) as player:
            out, _ = player.communicate(timeout=REFERENCE_S + 60)
        load.wait(60)
    return _frames(log) or [(at, 0.0) for at in json.loads(out.splitlines()[-1])]


def _first_frames(log: Path, gos: Sequence[float]) -> Iterator[float]:
    """How long (ms) after each GO the first frame came whose work began when the prompter knew of it: the second that
    the log tells of behind it."""
    waiting, frames = list(gos), -1
    for line in log.read_text("utf-8", "replace").splitlines():
        if _TAKEN.search(line):
            frames = 0
        elif frames >= 0 and waiting and (found := _FRAME.match(line)):
            frames += 1
            if frames == 2 and float(found[1]) > waiting[0]:
                yield (float(found[1]) - waiting.pop(0)) * 1_000
                frames = -1


def _frames(log: Path) -> list[tuple[float, float]]:
    """When each frame was done (seconds since the machine started), and what it took (ms)."""
    told = (_FRAME.match(line) for line in log.read_text("utf-8", "replace").splitlines())
    return [(float(found[1]), float(found[2])) for found in told if found]


def _at(values: Sequence[float], percent: int) -> float:
    return values[min(len(values) - 1, len(values) * percent // 100)]


@contextmanager
def _player(
    display: Display, folder: Path, role: str, seconds: float, *more: str, log: Path
) -> Iterator[subprocess.Popen[str]]:
    surroundings: Mapping[str, str] = {
        **os.environ,
        "DISPLAY": display.name,
        "QT_QPA_PLATFORM": "xcb",
        "PYTHONPATH": str(ROOT),
        "QT_LOGGING_RULES": "qt.scenegraph.time.renderloop=true",
        "QT_MESSAGE_PATTERN": "%{time boot} %{message}",
    }
    command = [sys.executable, "-m", "tests.bench.prompter_players", role, str(folder), str(seconds), *more]
    with log.open("w", encoding="utf-8") as errors:
        process = subprocess.Popen(command, env=surroundings, stdout=subprocess.PIPE, stderr=errors, text=True)
        try:
            yield process
        finally:
            process.kill()
            process.wait(10)


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
