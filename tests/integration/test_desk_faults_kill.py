"""The desk is killed at random moments of a take, again and again: the segment is right, the take UNKNOWN, and
nothing that was called saved is missing."""

from __future__ import annotations

import signal
from pathlib import Path
from random import Random

import pytest

from livedesk.domain.events import Entry, Taken, TakeReported, TakeResult
from tests.integration.desk_process import DeskProcess
from tests.integration.obs import RealObs, free_port
from tests.integration.on_air import desk, go_live, quiet, whole

pytestmark = pytest.mark.obs
ROUNDS = 12


def wait(seconds: float) -> None:
    """Let a random moment come."""
    signal.sigtimedwait([], seconds)


def newest_take(entries: tuple[Entry, ...]) -> Taken:
    """The segment that was taken last."""
    return next(entry.event for entry in reversed(entries) if isinstance(entry.event, Taken))


def resume(process: DeskProcess, left: tuple[Entry, ...]) -> None:
    """Go on with the run that a kill left, and see that it is where it was."""
    taken = newest_take(left)
    answered = [
        entry.event.result
        for entry in left
        if isinstance(entry.event, TakeReported) and entry.event.take == taken.take
    ]
    process.until(30, resuming=True, item=taken.segment_id, airings=taken.airing)
    process.do("Resume")
    line = process.until(10, resuming=False, item=taken.segment_id)
    assert line["take"]["number"] == taken.take, "nothing is asked of OBS by itself"
    if not answered:
        assert (line["take"]["result"], line["take"]["detail"]) == ("unknown", "restart")


def test_killed_in_a_take_again_and_again(real_obs: RealObs, tmp_path: Path) -> None:
    chance = Random(20261126)
    left: tuple[Entry, ...] = ()
    unknown = 0
    for turn in range(ROUNDS):
        with desk(tmp_path, real_obs) as process:
            if turn == 0:
                process.until(obs="ready", phase="preparing")
                go_live(process)
            else:
                resume(process, left)
            process.until(20, obs="ready", pending=0)
            hung = turn % 3 == 1
            if hung:
                real_obs.send(signal.SIGSTOP)
            process.do("Go")
            wait(chance.uniform(0.0, 0.15))
            process.kill()
            if hung:
                real_obs.send(signal.SIGCONT)
            kept = whole(tmp_path, process)
            assert kept[: len(left)] == left, "what was there stays as it was"
            number = newest_take(kept).take
            told = [e.event.result for e in kept if isinstance(e.event, TakeReported) and e.event.take == number]
            unknown += not told
            left = kept
    assert unknown >= ROUNDS // 3, "many were killed before OBS's answer was on disk"
    with desk(tmp_path, real_obs) as process:
        resume(process, left)
        process.until(10, pending=0)
    told_all = [e.event for e in whole(tmp_path, process) if isinstance(e.event, TakeReported)]
    assert sum(report.detail == "restart" for report in told_all) >= ROUNDS // 3
    assert all(report.result is TakeResult.UNKNOWN for report in told_all if report.detail == "restart")


def test_a_fault_from_before_a_restart_is_told_anew_or_gone(real_obs: RealObs, tmp_path: Path) -> None:
    with desk(tmp_path, port=free_port()) as process:
        go_live(process)
        process.told("连不上 OBS")
        process.kill()
    with desk(tmp_path, port=free_port()) as process:
        process.until(30, resuming=True)
        process.do("Resume")
        process.told("连不上 OBS")
        process.until(5, pending=0)
        process.kill()
    with desk(tmp_path, real_obs) as process:
        process.until(30, resuming=True, obs="ready")
        process.do("Resume")
        line = process.until(10, resuming=False, pending=0)
        assert line["faults"] == []
        quiet(process, "OBS")
    whole(tmp_path, process)
