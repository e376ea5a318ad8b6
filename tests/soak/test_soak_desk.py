"""The real desk over the real OBS, mashed and troubled for as long as wanted (``make soak``)."""

from __future__ import annotations

import signal
import time
from pathlib import Path
from random import Random
from typing import Any

import psutil
import pytest

from livedesk.domain.events import Entry
from livedesk.store.store import Store
from tests.integration.desk_process import DeskProcess
from tests.integration.obs import RealObs
from tests.integration.on_air import desk
from tests.soak.invariants import as_run, check
from tests.soak.masher import Masher
from tests.soak.recorder import Recorder, check_against
from tests.soak.shares import Shares, kills_at_least
from tests.soak.world import ANSWERS_WITHIN_S, wait, without_prompters

pytestmark = [pytest.mark.soak, pytest.mark.obs]
WARM_UP = 0.25
GROWTH_MB, MORE_HANDLES, MORE_THREADS = 120, 40, 12


def runs(data: Path) -> dict[int, tuple[Entry, ...]]:
    """Every run's journal."""
    with Store.open(data, read_only=True) as store:
        known = {run.run_id for run in store.runs.summaries()}
        unfinished = store.runs.unfinished()
        known |= {unfinished.run_id} if unfinished is not None else set()
        return {run_id: store.runs.entries(run_id) for run_id in sorted(known)}


def on_air(process: DeskProcess) -> dict[str, Any]:
    """A show on air, whatever state the desk is in: an interrupted one goes on, an ended one is opened anew."""
    line = process.see(lambda line: line["phase"] != "none", 30, "the store is loaded")
    if line["resuming"]:
        process.do("Resume")
        return process.until(ANSWERS_WITHIN_S, resuming=False)
    if line["phase"] == "ended":
        process.call("open_show", line["show"])
        line = process.until(ANSWERS_WITHIN_S, phase="preparing")
    if line["phase"] == "preparing":
        process.do("GoLive", override_by="导播", override_reason="耐久测试")
        line = process.until(ANSWERS_WITHIN_S, phase="on_air")
    return line


def footprint(process: DeskProcess) -> tuple[float, int, int]:
    """Memory in MB, open handles and threads of the desk."""
    desk_process = psutil.Process(process.process.pid)
    with desk_process.oneshot():
        return desk_process.memory_info().rss / 1e6, desk_process.num_fds(), desk_process.num_threads()


def test_mashed_and_troubled(own_obs: RealObs, tmp_path: Path, shared: Shares, chance: Random) -> None:
    data = tmp_path / "data"
    own_obs.start()
    recorder = Recorder(own_obs)
    masher = Masher(chance, own_obs, data)
    masher.stay_home()
    began = time.monotonic()
    warm: tuple[float, int, int] | None = None
    with desk(data, own_obs) as process, without_prompters(process):
        process.until(60, phase="preparing", obs="ready")
        while time.monotonic() - began < shared.hands:
            on_air(process)
            for _ in range(4):
                masher.mash(process)
            masher.trouble(process)
            process.until(ANSWERS_WITHIN_S)
            if warm is None and time.monotonic() - began > shared.hands * WARM_UP:
                warm = footprint(process)
        process.until(20, pending=0, save_error="")
        process.until(20, obs="ready")
        now = footprint(process)
        assert warm is not None
        told = f"{warm} → {now} MB, handles, threads; {masher.done}; {' '.join(sorted(masher.pressed))}"
        assert now[0] < warm[0] + GROWTH_MB, told
        assert now[1] < warm[1] + MORE_HANDLES, told
        assert now[2] < warm[2] + MORE_THREADS, told
    recorder.stop()
    checked = aired = 0
    for entries in runs(data).values():
        aired += len(check(entries).airings)
        checked += check_against(as_run(entries), recorder.witnesses)
    print(f"{told}; {aired} on air, {checked} takes confirmed by OBS's own record")  # noqa: T201 - shown by pytest -rP
    assert checked > 0


def test_killed_again_and_again(own_obs: RealObs, tmp_path: Path, shared: Shares, chance: Random) -> None:
    data = tmp_path / "data"
    own_obs.start()
    masher = Masher(chance, own_obs, data)
    masher.stay_home()
    began = time.monotonic()
    left: dict[int, tuple[Entry, ...]] = {}
    rounds = 0
    while rounds == 0 or time.monotonic() - began < shared.kills:
        rounds += 1
        with desk(data, own_obs) as process:
            if rounds > 1 and chance.random() < 0.1:
                wait(chance.uniform(0.2, 3.0))
            else:
                newest = check(left[max(left)]) if left else None
                if newest is not None and newest.airing is not None:
                    process.until(60, resuming=True, item=newest.airing.item_id, airings=len(newest.airings))
                on_air(process)
                for _ in range(chance.randrange(4)):
                    masher.mash(process)
                hung = chance.random() < 0.3
                if hung:
                    own_obs.send(signal.SIGSTOP)
                process.press("Ctrl+1", "Space")
                wait(chance.uniform(0.0, 0.4))
                if hung:
                    own_obs.send(signal.SIGCONT)
            process.kill()
        kept = runs(data)
        for run_id, entries in kept.items():
            check(entries)
            before = left.get(run_id, ())
            assert entries[: len(before)] == before, "what was kept stays as it was"
        if process.last.get("run") in kept:
            assert process.last["saved"] <= len(kept[process.last["run"]]), "acknowledged, and missing"
        left = kept
    wanted = kills_at_least(shared.kills)
    print(f"{rounds} kills ({wanted} at least), {masher.done}")  # noqa: T201 - shown by pytest -rP
    assert rounds >= wanted
