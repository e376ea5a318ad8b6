"""The wall clock under the running desk: stepped, past midnight, out of and into summer time. And a disk that takes
its time."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from livedesk.domain.asrun import as_run
from livedesk.domain.clock import DAY, HOUR, MINUTE, SECOND, WallTime, iso, wall_to_ms
from livedesk.domain.events import ClockAccepted, ClockStepped, Entry, Taken
from livedesk.domain.rundown import EndMode, Show
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from tests.integration.desk_process import DeskProcess
from tests.integration.on_air import GO_WITHIN_S, advance, go_live, quiet, said, whole
from tests.integration.wall import Wall
from tests.unit.shows import segment, show

FIRST_MS = 11 * SECOND
"""How long the first segment of the show is; the second follows it by itself."""
NEAR_MS = 1_500
"""How far a busy machine may be off."""
STEPPED = "时钟变了"


@contextmanager
def troubled(data: Path, *, sample: bool = True, **environment: str) -> Iterator[DeskProcess]:
    """A desk with a trouble of its own."""
    process = DeskProcess(data, sample=sample, QT_QPA_PLATFORM="offscreen", **environment)
    try:
        yield process
    finally:
        process.kill()


def planned(data: Path, start: str, zone: str) -> Show:
    """A show in a data folder: the second segment follows by itself, the third by hand."""
    first = replace(segment(1, FIRST_MS / MINUTE, end_mode=EndMode.AUTO_FOLLOW), id="s01")
    made = show(start, first, replace(segment(2, 1), id="s02"), replace(segment(3, 1), id="s03"), zone=zone)
    with Store.open(DataFolder(data)) as store:
        store.shows.add(made, by="", at_ms=time.time_ns() // 1_000_000)
    return made


def followed(entries: tuple[Entry, ...]) -> int:
    """How long after the first segment the second one came, in monotonic milliseconds."""
    first, second = [entry for entry in entries if isinstance(entry.event, Taken)][:2]
    return second.t_ms - first.t_ms


@pytest.mark.parametrize("step_ms", [HOUR, -HOUR])
def test_an_hour_s_step_moves_no_timer_and_is_told(tmp_path: Path, step_ms: int) -> None:
    wall, data = Wall(tmp_path), tmp_path / "data"
    planned(data, "2026-11-25 20:00", "Asia/Shanghai")
    with troubled(data, sample=False, **wall.environment) as process:
        go_live(process)
        before, at = process.now(), time.monotonic()
        wall.step(step_ms)
        line = process.told(STEPPED, "计时没有跟着动", seconds=10)
        passed = (time.monotonic() - at) * 1_000
        assert abs(line["elapsed"] - before["elapsed"] - passed) < NEAR_MS, "time on air is the monotonic clock's"
        assert line["clocks"]["end"] == before["clocks"]["end"], "nothing that is planned moves"
        process.until(FIRST_MS / SECOND + 5, item="s02")
        advance(process)
        end = process.now()["clocks"]["end"]
        process.do("AcceptClock")
        line = quiet(process, STEPPED)
        assert abs(_moved(end, line["clocks"]["end"]) - step_ms) < NEAR_MS, (
            "what is to come reads by the new clock"
        )
        process.until(5, pending=0)
    entries = whole(data, process)
    assert abs(followed(entries) - FIRST_MS) < NEAR_MS, "what follows by itself follows when it was due"
    (step,) = [entry.event for entry in entries if isinstance(entry.event, ClockStepped)]
    assert abs(step.delta_ms - step_ms) < 3_000
    accepted = [entry.event.delta_ms for entry in entries if isinstance(entry.event, ClockAccepted)]
    assert accepted == [step.delta_ms]


def _moved(before: str, after: str) -> int:
    """How far a clock that shows a time of day has moved, in milliseconds: at most half a day either way."""
    hours, minutes, seconds = (int(b) - int(a) for a, b in zip(before.split(":"), after.split(":"), strict=True))
    moved = hours * HOUR + minutes * MINUTE + seconds * SECOND
    return (moved + DAY // 2) % DAY - DAY // 2


@pytest.mark.parametrize(
    ("zone", "start", "shown", "requested"),
    [
        # Midnight.
        (
            "Asia/Shanghai",
            "2026-11-25 23:59:52",
            ("23:59:5", "00:00:0"),
            ("2026-11-25T23:59:5", "+08:00", "2026-11-26T00:00:", "+08:00"),
        ),
        # An hour comes twice: it is shown twice, and a file tells one pass from the other.
        (
            "Europe/Berlin",
            "2026-10-25 02:59:52",
            ("02:59:5", "02:00:0"),
            ("2026-10-25T02:59:5", "+02:00", "2026-10-25T02:00:", "+01:00"),
        ),
        # An hour is left out.
        (
            "Europe/Berlin",
            "2026-03-29 01:59:52",
            ("01:59:5", "03:00:0"),
            ("2026-03-29T01:59:5", "+01:00", "2026-03-29T03:00:", "+02:00"),
        ),
    ],
)
def test_a_segment_on_air_runs_through_midnight_and_a_change_of_the_hour(
    tmp_path: Path, zone: str, start: str, shown: tuple[str, str], requested: tuple[str, str, str, str]
) -> None:
    wall, data = Wall(tmp_path, zone), tmp_path / "data"
    planned(data, start, zone)
    began = wall_to_ms(WallTime(datetime.fromisoformat(start)), zone)
    with troubled(data, sample=False, **wall.environment) as process:
        process.until(phase="preparing", pending=0)
        wall.set(began)
        process.see(lambda line: line["clocks"]["now"].startswith(shown[0]), 10, "a clock that is set before air")
        first = go_live(process)
        lines = [first]

        def through(line: dict[str, object]) -> bool:
            lines.append(line)
            return line["item"] == "s02"

        process.see(through, FIRST_MS / SECOND + 10, "the second segment, by itself")
        second = process.see(lambda line: str(line["clocks"]["now"]).startswith(shown[1]), 5, "the clock goes on")
        advance(process)
        process.until(5, pending=0)
    on_first = [line for line in lines if line["item"] == "s01"]
    assert on_first[0]["clocks"]["now"].startswith(shown[0])
    assert on_first[-1]["clocks"]["now"].startswith(shown[1]), "the hour changes within the segment"
    beside = [line["elapsed"] - line["since_window"] * SECOND for line in on_first]
    assert max(beside) - min(beside) < NEAR_MS, "time on air goes on without a jump"
    # It slides for the moment between its being due and its being on air.
    starts = [line["next_at"][0] for line in on_first]
    assert max(starts) - min(starts) < NEAR_MS, "the next start keeps its moment"
    assert abs(_moved(first["clocks"]["end"], second["clocks"]["end"])) < NEAR_MS
    assert not [line for line in lines if said(line, STEPPED)], "no clock moved"
    entries = whole(data, process)
    assert abs(followed(entries) - FIRST_MS) < NEAR_MS
    rows = [row for row in as_run(entries) if row.kind == "segment"]
    one, two = (iso(row.requested_ms, zone) for row in rows[:2])
    assert (one[: len(requested[0])], one[-6:]) == requested[:2]
    assert (two[: len(requested[2])], two[-6:]) == requested[2:]
    assert rows[0].ended_ms == rows[1].requested_ms
    assert len(rows) == 3


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
