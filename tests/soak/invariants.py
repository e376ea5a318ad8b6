"""What must hold of every journal, whatever happened while it was written."""

from __future__ import annotations

from livedesk.domain.asrun import AsRunFold, AsRunRow
from livedesk.domain.events import (
    Entry,
    SceneSwitched,
    StandbyCalled,
    StandbyEnded,
    Taken,
    TakenBack,
    TakeReported,
    WentLive,
)
from livedesk.domain.evolve import evolve
from livedesk.domain.run import AiringState, Phase, RunState


def check(entries: tuple[Entry, ...]) -> RunState:
    """Numbers without gaps, time that never goes back, one airing on air and never two, takes numbered in order
    and told about only after they were asked for. Returns the state after the last entry."""
    run = RunState()
    asked = 0
    for place, entry in enumerate(entries, 1):
        assert entry.seq == place
        assert entry.t_ms >= run.last_t_ms or place == 1
        event = entry.event
        if isinstance(event, Taken | StandbyCalled | StandbyEnded | TakenBack | SceneSwitched):
            assert event.take == asked + 1, entry
            asked = event.take
        if isinstance(event, TakeReported):
            assert 0 < event.take <= asked, entry
        run = evolve(run, entry)
        if isinstance(event, WentLive):
            continue  # the first segment comes with it, as the next entry
        states = [airing.state for airing in run.airings]
        on_air = states.count(AiringState.ON_AIR)
        assert on_air == (1 if run.phase is Phase.ON_AIR else 0), entry
        assert states.count(AiringState.PAUSED) <= 1, entry
        assert (run.airing is not None) == (run.phase is Phase.ON_AIR), entry
    return run


def as_run(entries: tuple[Entry, ...]) -> list[AsRunRow]:
    """The as-run log of a journal."""
    fold = AsRunFold()
    for entry in entries:
        fold.add(entry)
    return fold.rows
