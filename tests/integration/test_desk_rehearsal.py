"""A rehearsal in the window's process: begun and sped up by keys, left, cut off by a kill, and with the real OBS."""

from __future__ import annotations

from pathlib import Path

import pytest

from livedesk.domain.clock import MINUTE
from livedesk.domain.events import Entry, GapNoted, RunEnded, RunKind, Taken, TakeReported
from livedesk.services.pace_learning import learn
from livedesk.store.folder import DataFolder
from livedesk.store.store import Store
from tests.integration.desk_process import DeskProcess
from tests.integration.obs import Director, RealObs
from tests.integration.on_air import desk


def _taken(entries: tuple[Entry, ...]) -> list[Entry]:
    return [entry for entry in entries if isinstance(entry.event, Taken)]


def test_the_desk_rehearses_and_is_back_at_its_show_also_after_a_kill(tmp_path: Path) -> None:
    process = DeskProcess(tmp_path)
    try:
        prepared = process.until(phase="preparing", pending=0, obs="absent")
        process.see(lambda line: bool(line["checks"]), 20, "the probes' marks")
        process.press("Ctrl+Shift+R")
        process.until(10, asking=True)
        process.press("Return")
        line = process.see(lambda line: line["phase"] == "on_air" and line["speed"] == 1, 10, "a rehearsal")
        rehearsal = line["run"]
        assert rehearsal != prepared["run"]
        process.press(*["Alt+="] * 5)
        process.until(10, speed=60, state="彩排 60×")
        process.press("Space")
        process.until(10, airings=2)
        process.call("steer_rehearsal", by_itself=True)
        line = process.see(lambda line: line["airings"] >= 4 and line["comments"], 40, "the robot's takes")
        assert line["take"]["result"] is None
        assert line["lights"]["obs"] == "彩排不连 OBS"
        process.call("end_rehearsal")
        back = process.until(10, run=prepared["run"], phase="preparing", speed=0, state="准备中")
        assert back["checks"].items() >= prepared["checks"].items()
        assert back["airings"] == 0
        assert back["comments"] in (None, 0)
        process.press("Ctrl+Shift+R")
        process.until(10, asking=True)
        process.press("Return")
        cut_off = process.see(lambda line: line["phase"] == "on_air" and line["speed"] == 1, 10, "another one")
        process.until(10, pending=0, run=cut_off["run"])
    finally:
        process.kill()
    after = DeskProcess(tmp_path)
    try:
        after.told("彩排还没结束", seconds=60)
        line = after.until(20, phase="preparing", run=prepared["run"], pending=0)
        assert not line["resuming"]
        assert after.end() == 0
    finally:
        after.kill()
    with Store.open(DataFolder(tmp_path), read_only=True) as store:
        runs = {run.run_id: run for run in store.runs.summaries()}
        assert {run.kind for run in runs.values()} == {RunKind.REHEARSAL}
        assert set(runs) == {rehearsal, cut_off["run"]}
        assert all(run.ended_ms is not None for run in runs.values())
        entries = store.runs.entries(rehearsal)
        assert not any(isinstance(entry.event, TakeReported | GapNoted) for entry in entries)
        assert isinstance(entries[-1].event, RunEnded)
        _, second, *robot = _taken(entries)
        lengths = [event.duration_ms for entry in (second, *robot) if isinstance(event := entry.event, Taken)]
        for before, length, entry in zip((second, *robot), lengths, robot, strict=False):
            assert entry.t_ms - before.t_ms == length >= MINUTE
        assert not _taken(store.runs.entries(prepared["run"]))
        (show,) = store.shows.summaries()
        assert show.state == "draft"
        assert learn(store.shows, store.runs) == {}
        assert {event.key.split(":")[0] for event in store.feeds.events(rehearsal)} == {"simulated"}
        assert store.feeds.events(prepared["run"]) == ()


@pytest.mark.obs
def test_with_obs_every_take_is_really_sent_and_no_output_starts(tmp_path: Path, real_obs: RealObs) -> None:
    with desk(tmp_path, real_obs) as process, Director(real_obs) as director:
        prepared = process.until(obs="ready", phase="preparing", pending=0)
        process.press("Ctrl+Shift+R")
        process.until(10, asking=True)
        # Back from the button over the audience to OBS.
        process.press("Shift+Tab", "Shift+Tab", "Space", "Return")
        process.see(lambda line: line["phase"] == "on_air" and line["speed"] == 1, 10, "a rehearsal")
        process.press(*["Alt+="] * 5)
        process.until(10, speed=60)
        process.call("steer_rehearsal", by_itself=True)
        line = process.see(
            lambda line: line["airings"] == 3 and line["take"]["result"] == "confirmed", 20, "takes by itself"
        )
        assert director.program() == line["scene"] == line["program"]
        assert not line["streaming"]
        process.call("steer_rehearsal", paused=True)
        process.press("F9")
        process.see(lambda line: line["program"] == line["scene"] == "紧急画面", 10, "panic")
        process.call("end_rehearsal")
        process.until(10, run=prepared["run"], phase="preparing", airings=0)
