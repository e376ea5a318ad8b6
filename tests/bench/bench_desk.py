"""What the living desk costs, in percent of one core.

On air: the sample show with its tape as the audience, its graphs, and OBS's pictures at 5 and 2 a second, on a window
of 1920×1080 painted offscreen. The reference is the same window before air and without an OBS, where nothing moves but
the clock. Counted is the processor time of the whole process, all its threads. The target is a fifth of one core: on
the smallest machine (two cores) OBS draws on both, and what the desk takes is missing there.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

from tests.bench.figures import Figure, table
from tests.bench.own_obs import own_obs

SECONDS = 20.0
TARGET = "≤ 20 %"
ENOUGH = {"program": 4.0, "preview": 1.5}
"""Pictures a second, below which the figure would be one of another desk."""


def figures() -> list[Figure]:
    """The desk on air, and before air with the same pictures."""
    with own_obs() as (obs, place):
        os.environ["LIVEDESK_OBS_PASSWORD"] = obs.password
        still = _probe(place / "still", 1)["rest"]
        told = _probe(place / "live", obs.port)
    for each in told.values():
        for pictures, enough in ENOUGH.items():
            assert each[pictures] >= enough, told
    return [
        _figure("the desk on air, with graphs and pictures", told["air"]["process"], still["process"], TARGET),
        _figure("… of which the GUI thread", told["air"]["gui"], still["gui"], "info"),
        _figure("the desk before air, with pictures", told["rest"]["process"], still["process"], "info"),
    ]


def _probe(folder: Path, port: int) -> dict[str, dict[str, float]]:
    done = subprocess.run(
        [sys.executable, "-m", "tests.bench.desk_probe", str(folder), str(port), str(SECONDS)],
        check=True,
        stdout=subprocess.PIPE,
        text=True,
        timeout=180,
    )
    return {str(told.pop("kind")): told for told in map(json.loads, done.stdout.splitlines())}


def _figure(name: str, part: float, reference: float, target: str) -> Figure:
    beside = "before air, without OBS"
    return Figure(name, part * 100, "%", reference * 100, beside, part / reference, target)


if __name__ == "__main__":
    sys.stdout.write(table(figures()) + "\n")
