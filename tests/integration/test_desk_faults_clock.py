"""The wall clock stepped, and a disk that takes its time, under the running desk: asked of its process alone."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from livedesk.domain.events import ClockAccepted, ClockStepped, Taken
from tests.integration.desk_process import DeskProcess
from tests.integration.on_air import GO_WITHIN_S, advance, go_live, quiet, whole

HOUR_MS = 3_600_000


@contextmanager
def troubled(data: Path, **environment: str) -> Iterator[DeskProcess]:
    """A desk with a trouble of its own."""
    process = DeskProcess(data, QT_QPA_PLATFORM="offscreen", **environment)
    try:
        yield process
    finally:
        process.kill()


@pytest.mark.parametrize("step_ms", [HOUR_MS, -HOUR_MS])
def test_an_hour_s_step_moves_no_timer_and_is_told(tmp_path: Path, step_ms: int) -> None:
    wall = tmp_path / "wall"
    wall.write_text("0", encoding="ascii")
    with troubled(tmp_path / "data", WALL_STEP_FILE=str(wall)) as process:
        go_live(process)
        before, at = process.until()["elapsed"], time.monotonic()
        wall.write_text(str(step_ms), encoding="ascii")
        line = process.told("时钟变了", "计时没有跟着动", seconds=10)
        passed = (time.monotonic() - at) * 1_000
        assert abs(line["elapsed"] - before - passed) < 1_500, "time on air is the monotonic clock's"
        advance(process)
        process.do("AcceptClock")
        quiet(process, "时钟变了")
        process.until(5, pending=0)
    events = [entry.event for entry in whole(tmp_path / "data", process)]
    (step,) = [event for event in events if isinstance(event, ClockStepped)]
    assert abs(step.delta_ms - step_ms) < 3_000
    assert [event.delta_ms for event in events if isinstance(event, ClockAccepted)] == [step.delta_ms]


def test_commits_of_200_ms_delay_no_go_and_lose_nothing(tmp_path: Path) -> None:
    with troubled(tmp_path / "data", SLOW_COMMIT_MS="200") as process:
        go_live(process)
        waited = []
        for _ in range(5):
            began = time.monotonic()
            advance(process)
            waited.append(time.monotonic() - began)
        process.do("Panic")
        process.until(GO_WITHIN_S, item="b9")
        process.do("EndStandby")
        process.until(10, pending=0, save_error="")
    assert max(waited) < GO_WITHIN_S
    taken = [
        entry.event.segment_id for entry in whole(tmp_path / "data", process) if isinstance(entry.event, Taken)
    ]
    assert taken == ["s01", "s02", "s03", "s04", "s05", "s06"]
