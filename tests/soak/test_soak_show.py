"""The sample show of two hours, unattended at 20× on the real OBS while the world around it breaks (``make soak``)."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path
from random import Random

import pytest

from livedesk.domain.clock import SECOND
from livedesk.domain.events import RunEnded, Taken, WentLive
from livedesk.domain.lapse import Lapse
from livedesk.services.session.clock import SystemClock
from livedesk.store.store import Store
from tests.integration.desk_process import DeskProcess
from tests.integration.obs import RealObs
from tests.integration.on_air import desk
from tests.integration.relay import Relay
from tests.soak.invariants import check
from tests.soak.record import Span, compare, missed, read
from tests.soak.recorder import Recorder
from tests.soak.shares import Shares
from tests.soak.world import World, wait, without_prompters

pytestmark = [pytest.mark.soak, pytest.mark.obs]
REST_S = (0.5, 5.0)
"""Between two troubles."""
LONG_HANG_S = {20: 30.0, 60: 10.0}
"""Ten minutes of the show."""
LONG_HANG = "long hang"
COMES_BACK_S = 40.0
Way = Callable[[DeskProcess], bool]


def name_of(way: Way) -> str:
    """What a trouble is called."""
    return LONG_HANG if isinstance(way, partial) else way.__name__


def epoch_ms() -> int:
    """Now."""
    return time.time_ns() // 1_000_000


class Troubles:
    """What goes wrong in a show, one thing after the other; ``spans`` tells when, until the desk had its link again."""

    def __init__(self, world: World, chance: Random, run: int, long_hang_s: float) -> None:
        self._world = world
        self._chance = chance
        self._run = run
        self.spans: list[Span] = []
        self.happened: Counter[str] = Counter()
        ways: dict[Way, int] = {
            world.click: 4,
            world.hang: 3,
            world.hold: 3,
            world.rename: 2,
            world.lock: 2,
            world.crash: 2,
            world.reset: 2,
            world.studio: 2,
            world.collection: 2,
            world.prompter: 1,
        }
        # Each once at least, as far as the show is long enough, then as chance has it. The long hang early: also a show
        # of two minutes is long enough for it.
        self._first: list[Way] = list(ways)
        chance.shuffle(self._first)
        self._ways = ways
        self.kinds = {LONG_HANG, *(name_of(way) for way in ways)}
        self._first.insert(-2, partial(world.hang, seconds=long_hang_s))

    def next(self, process: DeskProcess) -> None:
        """Let one thing go wrong and be right again."""
        if self._first:
            way = self._first.pop()
        else:
            (way,) = self._chance.choices(list(self._ways), list(self._ways.values()))
        began = epoch_ms()
        name = name_of(way)
        if way(process):
            self.happened[name] += 1
        elif not self.happened[name]:
            # It could not be just now: later, then.
            self._first.insert(0, way)
        # A link that carries nothing is found out a moment later.
        wait(self._chance.uniform(*REST_S))
        end = time.monotonic() + COMES_BACK_S
        while (line := process.now())["obs"] != "ready" and line["run"] == self._run:
            assert time.monotonic() < end, f"OBS is not back after {name}: {line}"
            if self._world.revive():
                name += ", and OBS ended by itself"
        self.spans.append(Span(name, began, epoch_ms()))


def test_the_show_ends_on_plan_and_its_log_agrees_with_obs(
    own_obs: RealObs, tmp_path: Path, shared: Shares, chance: Random
) -> None:
    data, speed = tmp_path / "data", shared.speed
    own_obs.start()
    relay = Relay(own_obs.port)
    world = World(chance, own_obs, data, relay)
    world.stay_home()
    world.make_other_collection()
    recorder = Recorder(own_obs)
    with desk(data, own_obs, port=relay.port) as process, without_prompters(process):
        process.until(60, phase="preparing", obs="ready")
        process.call("open_prompter")
        process.rehearse(speed=speed, drives_obs=True, by_itself=True)
        line = process.see(lambda line: line["lapse"] is not None, 20, "the show is on air")
        lapse, run = Lapse(**line["lapse"]), line["run"]
        troubles = Troubles(world, chance, run, LONG_HANG_S[speed])
        while process.now()["run"] == run:
            troubles.next(process)
        world.revive()
        process.until(COMES_BACK_S, obs="ready", pending=0, save_error="")
    recorder.stop()
    relay.close()

    with Store.open(data, read_only=True) as store:
        entries = store.runs.entries(run)
    state = check(entries)
    (live,) = (entry.event for entry in entries if isinstance(entry.event, WentLive))
    (ended,) = (entry for entry in entries if isinstance(entry.event, RunEnded))
    assert abs(ended.wall_ms - live.baseline_end_ms) <= SECOND, "it ends on plan"
    aired = [entry.event.segment_id for entry in entries if isinstance(entry.event, Taken)]
    assert aired == [segment_id for segment_id, _ in live.baseline], "every segment, in order"
    assert len(state.airings) == len(aired)

    machine = SystemClock().now()

    def real(wall_ms: int) -> int:
        reached = lapse.reached(wall_ms - lapse.wall_ms)
        assert reached is not None
        return reached + machine.wall_ms - machine.mono_ms

    log = read(entries, real)
    found = compare(log, recorder.witnesses, troubles.spans)
    told = dict(sorted(troubles.happened.items()))
    (hang,) = (span for span in troubles.spans if span.what.startswith(LONG_HANG))
    away = missed(log, hang, LONG_HANG_S[speed])
    after_ms, lasted_ms = away.from_ms - hang.from_ms, away.until_ms - away.from_ms
    print(f"{speed}×, {len(aired)} segments; troubles {told}; takes {dict(log.results)}; {dict(found)}")  # noqa: T201 - shown by pytest -rP
    print(f"{hang.what}: told after {after_ms} ms, for {lasted_ms} ms")  # noqa: T201 - shown by pytest -rP
    assert found["confirmed"] > 0
    assert troubles.happened[LONG_HANG] == 1
    if speed == min(LONG_HANG_S):
        assert troubles.kinds <= set(troubles.happened), "each kind of trouble once at least"
